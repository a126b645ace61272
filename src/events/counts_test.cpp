// Numbers, and what is counted by whom.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "events/counts_choices.h"
#include "events/counts_numbers.h"
#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

// Of the one event of a tree, that has happened.
std::vector<Count> counts_of(std::string_view row, uint32_t head, std::string_view type) {
  std::string text;
  const std::vector<ToldOfEvent> happened(1);
  const Document document = from_conllu(conllu_of(row), text);
  return read_counts(document, read_times(document, knowledge(), {}), std::vector{at(head, type)}, happened)[0];
}

TEST(Numbers, Rows) {
  const struct {
    std::string_view words;
    double value;
    bool vague;
  } rows[] = {{"25,000", 25000, false},      {"twenty-two", 22, false},      {"a hundred and five", 105, false},
              {"1.2 million", 1.2e6, false}, {"half a million", 5e5, false}, {"two hundred thousand", 2e5, false},
              {"dozens", 24, true},          {"several hundred", 300, true}, {"three", 3, false},
              {"a dozen", 12, false}};
  for (const auto& row : rows) {
    std::string text;
    const Document document = plain_words(row.words, text);
    const auto number = read_number(document, 0);
    ASSERT_TRUE(number) << row.words;
    EXPECT_DOUBLE_EQ(number->value, row.value) << row.words;
    EXPECT_EQ(number->vague, row.vague) << row.words;
  }
}

TEST(Numbers, HugeIsNoNumber) {
  std::string text;
  const Document document = plain_words("99999999999999999999 billion billion billion", text);
  EXPECT_FALSE(read_number(document, 0));
}

TEST(Counts, OfWhomTheyKill) {
  const std::string_view rows[] = {
      "Gunmen/Gunmen/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/5/punct killing/kill/VERB/VBG/2/advcl "
      "at/at/ADV/RB/8/advmod least/least/ADV/JJS/6/fixed nine/nine/NUM/CD/9/nummod people/people/NOUN/NNS/5/obj",
      // one among those counted is not one more
      "Gunmen/Gunmen/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root nine/nine/NUM/CD/4/nummod people/people/NOUN/NNS/2/obj ,/,/PUNCT/,/9/punct "
      "among/among/ADP/IN/7/case them/them/PRON/PRP/2/obl a/a/DET/DT/9/det priest/priest/NOUN/NN/4/conj"};
  for (const std::string_view row : rows) {
    const auto counts = counts_of(row, 1, "ASSAULT");
    ASSERT_EQ(counts.size(), 1u) << row;
    EXPECT_EQ(counts[0].what, "killed") << row;
    EXPECT_DOUBLE_EQ(counts[0].value, 9) << row;
  }
}

TEST(Counts, AsInjuredWhoIsTakenToHospital) {
  const auto counts = counts_of(
      "Nine/Nine/NUM/CD/2/nummod officers/officer/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass rushed/rush/VERB/VBN/0/root "
      "to/to/ADP/IN/6/case hospital/hospital/NOUN/NN/4/obl after/after/SCONJ/IN/10/mark a/a/DET/DT/9/det bomb/bomb/NOUN/NN/10/nsubj "
      "exploded/explode/VERB/VBD/4/advcl",
      9, "ASSAULT");
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].what, "injured");
}

TEST(Counts, NoPartForTheWhole) {
  for (const std::string_view row : {"Gunmen/Gunmen/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root dozens/dozens/NOUN/NNS/2/obj ,/,/PUNCT/,/7/punct "
                                     "including/including/VERB/VBG/7/case five/five/NUM/CD/7/nummod "
                                     "Britons/Britons/PROPN/NNPS/3/nmod",
                                     "Gunmen/Gunmen/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root tourists/tourists/NOUN/NNS/2/obj "
                                     ",/,/PUNCT/,/8/punct among/among/ADP/IN/6/case them/them/PRON/PRP/2/obl "
                                     "five/five/NUM/CD/8/nummod Britons/Britons/PROPN/NNPS/2/obl"}) {
    EXPECT_TRUE(counts_of(row, 1, "ASSAULT").empty()) << row;
  }
}

TEST(Counts, NotOneIsNone) {
  EXPECT_TRUE(counts_of("Police/police/NOUN/NNS/4/nsubj have/have/AUX/VBP/4/aux not/not/PART/RB/4/advmod made/make/VERB/VBN/0/root "
                        "one/one/NUM/CD/6/nummod arrest/arrest/NOUN/NN/4/obj",
                        3, "COERCE")
                  .empty());
  EXPECT_TRUE(counts_of("Not/not/PART/RB/4/advmod a/a/DET/DT/4/det single/single/ADJ/JJ/4/amod marcher/marcher/NOUN/NN/6/nsubj:pass "
                        "was/be/AUX/VBD/6/aux:pass arrested/arrest/VERB/VBN/0/root",
                        5, "COERCE")
                  .empty());
  EXPECT_EQ(
      counts_of("Police/police/NOUN/NNS/2/nsubj made/make/VERB/VBD/0/root one/one/NUM/CD/4/nummod arrest/arrest/NOUN/NN/2/obj", 1, "COERCE").size(),
      1u);
}

// "17 injured" counts the injured though the tree takes the word for one more thing that was killed.
TEST(Counts, ByTheWordThatFollows) {
  const auto read = counts_of(
      "Four/Four/NUM/CD/2/nummod people/people/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass "
      "killed/kill/VERB/VBN/0/root and/and/CCONJ/CC/7/cc "
      "17/17/NUM/CD/7/nummod injured/injure/NOUN/NN/4/conj",
      3, "ASSAULT");
  std::map<std::string, double> counts;
  for (const Count& count : read) counts[count.what] = count.value;
  EXPECT_EQ(counts, (std::map<std::string, double>{{"killed", 4}, {"injured", 17}}));
}

TEST(Counts, SuitTheEvent) {
  EXPECT_TRUE(
      counts_of("Rebels/Rebels/NOUN/NNS/2/nsubj freed/free/VERB/VBD/0/root four/four/NUM/CD/4/nummod hostages/hostage/NOUN/NNS/2/obj", 1, "RETREAT")
          .empty());
  const auto counts = counts_of(
      "Shells/Shells/NOUN/NNS/2/nsubj hit/hit/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj "
      "and/and/CCONJ/CC/7/cc two/two/NUM/CD/6/nummod soldiers/soldiers/NOUN/NNS/7/nsubj:pass "
      "wounded/wound/VERB/VBN/2/conj",
      1, "ASSAULT");
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].what, "injured");
}

TEST(Counts, WhoIsNamedBesideOthersIsOneMore) {
  const auto killed = [](std::string_view row, uint32_t head) {
    const auto counts = counts_of(row, head, "ASSAULT");
    return counts.empty() ? 0 : counts[0].value;
  };
  EXPECT_EQ(killed("bombs/bomb/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root Hariri/Hariri/PROPN/NNP/2/obj and/and/CCONJ/CC/6/cc "
                   "nine/nine/NUM/CD/6/nummod others/other/NOUN/NNS/3/conj",
                   1),
            10);
  EXPECT_EQ(killed("bombs/bomb/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root Hariri/Hariri/PROPN/NNP/2/obj and/and/CCONJ/CC/6/cc "
                   "nine/nine/NUM/CD/6/nummod guards/guard/NOUN/NNS/3/conj",
                   1),
            9);
}

// What may be a count at all: no ages, no numbers of doors; people without a number as many as are joined.
TEST(Counts, ThatAreOffered) {
  const auto offered = [](std::string_view row, uint32_t head, const char* type, std::string_view kind) {
    std::string text;
    const Document document = from_conllu(conllu_of(row), text);
    std::set<double> values;
    const auto times = read_times(document, knowledge(), {});
    for (const auto& choices : count_choices(document, std::vector{at(head, type)}, 0, Status::happened, times))
      for (const CountChoice& choice : choices)
        if (choice.what == kind && choice.value > 0) values.insert(choice.value);
    return values;
  };
  EXPECT_EQ(offered("a/a/DET/DT/2/det man/man/NOUN/NN/6/nsubj:pass of/of/ADP/IN/4/case 43/43/NUM/CD/2/nmod was/be/AUX/VBD/6/aux:pass "
                    "shot/shoot/VERB/VBN/0/root",
                    5, "ASSAULT", "killed"),
            (std::set<double>{1}));
  EXPECT_EQ(offered("Shots/shot/NOUN/NNS/2/nsubj hit/hit/VERB/VBD/0/root the/the/DET/DT/4/det door/door/NOUN/NN/2/obj of/of/ADP/IN/6/case "
                    "number/number/NOUN/NN/4/nmod "
                    "17/17/NUM/CD/6/nummod",
                    1, "ASSAULT", "killed"),
            (std::set<double>{}));
  EXPECT_EQ(offered("A/A/DET/DT/2/det farmer/farmer/NOUN/NN/7/nsubj:pass and/and/CCONJ/CC/5/cc a/a/DET/DT/5/det nurse/nurse/NOUN/NN/2/conj "
                    "were/be/AUX/VBD/7/aux:pass "
                    "arrested/arrest/VERB/VBN/0/root",
                    6, "COERCE", "arrested"),
            (std::set<double>{2}));
}

// Ages, names, hours, shares and parts of those told before are no counts; nor are those who do it.
TEST(Counts, NumbersThatCountNobody) {
  const auto none = [](std::string_view row, uint32_t head, const char* type) {
    std::string text;
    const Document document = from_conllu(conllu_of(row), text);
    const auto times = read_times(document, knowledge(), {});
    for (const auto& choices : count_choices(document, std::vector{at(head, type)}, 0, Status::happened, times))
      if (choices.size() > 1) return false;
    return true;
  };
  EXPECT_TRUE(
      none("He/he/PRON/PRP/3/nsubj was/be/AUX/VBD/3/cop sixty/sixty/NUM/CD/0/root and/and/CCONJ/CC/5/cc shot/shoot/VERB/VBN/3/conj", 4, "ASSAULT"));
  EXPECT_TRUE(
      none("Shells/shell/NOUN/NNS/2/nsubj hit/hit/VERB/VBD/0/root one/one/NUM/CD/2/obj of/of/ADP/IN/7/case the/the/DET/DT/7/det "
           "largest/large/ADJ/JJS/7/amod malls/mall/NOUN/NNS/3/nmod",
           1, "ASSAULT"));
  EXPECT_TRUE(none("Shells/shell/NOUN/NNS/2/nsubj fell/fall/VERB/VBD/0/root until/until/ADP/IN/4/case four/four/NUM/CD/2/obl ././PUNCT/./2/punct", 1,
                   "ASSAULT"));
  EXPECT_TRUE(none("four/four/NUM/CD/4/nummod in/in/ADP/IN/3/case five/five/NUM/CD/1/nmod killings/killing/NOUN/NNS/0/root", 3, "ASSAULT"));
  EXPECT_TRUE(none("Two/two/NUM/CD/2/nummod men/man/NOUN/NNS/3/nsubj shot/shoot/VERB/VBD/0/root marines/marine/NOUN/NNS/3/obj", 2, "ASSAULT"));
  EXPECT_TRUE(
      none("men/man/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass taken/take/VERB/VBN/0/root by/by/ADP/IN/6/case four/four/NUM/CD/6/nummod "
           "Somalis/Somali/PROPN/NNPS/3/obl:agent",
           2, "ASSAULT"));
  EXPECT_FALSE(none("Two/two/NUM/CD/2/nummod men/man/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass shot/shoot/VERB/VBN/0/root", 3, "ASSAULT"));
}

TEST(Counts, APartIsNotTheSum) {
  const auto counts = counts_of(
      "17/17/NUM/CD/2/nummod people/people/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass killed/kill/VERB/VBN/0/root ,/,/PUNCT/,/9/punct "
      "six/six/NUM/CD/9/nummod of/of/ADP/IN/8/case them/they/PRON/PRP/6/nmod officers/officer/NOUN/NNS/4/parataxis",
      3, "ASSAULT");
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_DOUBLE_EQ(counts[0].value, 17);
}

TEST(Counts, APeopleWithoutAPlural) {
  const auto counts = counts_of(
      "Five/five/NUM/CD/2/nummod Kyrgyz/Kyrgyz/PROPN/NNP/4/nsubj:pass were/be/AUX/VBD/4/aux:pass killed/kill/VERB/VBN/0/root", 3, "ASSAULT");
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_DOUBLE_EQ(counts[0].value, 5);
}

// Currencies of the world, behind a nationality or a hyphen too; not by the piece.
TEST(Counts, SumsOfMoney) {
  const struct {
    std::string_view row;
    const char *type, *cameo;
    double value;  // 0: none
  } rows[] = {
      {"China/China/PROPN/NNP/2/nsubj gave/give/VERB/VBD/0/root Fiji/Fiji/PROPN/NNP/2/iobj 40/40/NUM/CD/5/compound million/million/NUM/CD/7/nummod "
       "Australian/australian/ADJ/JJ/7/amod dollars/dollar/NOUN/NNS/2/obj",
       "AID", "071", 40e6},
      {"China/China/PROPN/NNP/2/nsubj gave/give/VERB/VBD/0/root Nepal/Nepal/PROPN/NNP/2/iobj Rs/rs/SYM/$/2/obj 10/10/NUM/CD/6/compound "
       "crore/crore/NUM/CD/4/nummod",
       "AID", "071", 10e7},
      {"China/China/PROPN/NNP/2/nsubj gave/give/VERB/VBD/0/root Samoa/Samoa/PROPN/NNP/2/iobj a/a/DET/DT/10/det 15/15/NUM/CD/7/compound "
       "-/-/PUNCT/HYPH/5/punct "
       "million/million/NUM/CD/9/nummod -/-/PUNCT/HYPH/7/punct tala/tala/NOUN/NN/10/compound loan/loan/NOUN/NN/2/obj",
       "AID", "071", 15e6},
      {"Courts/court/NOUN/NNS/2/nsubj fined/fine/VERB/VBD/0/root Golos/Golos/PROPN/NNP/2/iobj 30,000/30,000/NUM/CD/5/nummod "
       "hryvnia/hryvnia/NOUN/NN/2/obj",
       "COERCE", "172", 30000},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    EventSite site = at(1, row.type);
    site.cameo = row.cameo;
    const std::vector<ToldOfEvent> happened(1);
    const auto counts = read_counts(document, read_times(document, knowledge(), {}), std::vector{site}, happened)[0];
    ASSERT_EQ(counts.size(), 1u) << row.row;
    EXPECT_EQ(counts[0].what, "amount");
    EXPECT_DOUBLE_EQ(counts[0].value, row.value) << row.row;
  }
}

// What is asked for, not what it is about.
TEST(Counts, SumsThatAreAskedFor) {
  const std::string ask =
      "Togo/Togo/PROPN/NNP/2/nsubj asked/ask/VERB/VBD/0/root banks/bank/NOUN/NNS/2/obj to/to/PART/TO/5/mark delay/delay/VERB/VB/2/xcomp "
      "votes/vote/NOUN/NNS/5/obj ";
  const std::string on = ask + "on/on/ADP/IN/8/case $/$/SYM/$/6/nmod 10/10/NUM/CD/10/compound million/million/NUM/CD/8/nummod";
  const std::string whole =
      "Togo/Togo/PROPN/NNP/2/nsubj asked/ask/VERB/VBD/0/root banks/bank/NOUN/NNS/2/obj for/for/ADP/IN/5/case $/$/SYM/$/2/obl "
      "10/10/NUM/CD/7/compound million/million/NUM/CD/5/nummod";
  EXPECT_TRUE(counts_of(on, 1, "REQUEST").empty());
  EXPECT_EQ(counts_of(whole, 1, "REQUEST").size(), 1u);
}

TEST(Counts, WhoActsAfterwardsIsNotDead) {
  EXPECT_TRUE(counts_of("Shells/shell/NOUN/NNS/2/nsubj hit/hit/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj and/and/CCONJ/CC/7/cc "
                        "thirty/thirty/NUM/CD/6/nummod farmers/farmer/NOUN/NNS/7/nsubj appeared/appear/VERB/VBD/2/conj in/in/ADP/IN/9/case "
                        "court/court/NOUN/NN/7/obl",
                        1, "ASSAULT")
                  .empty());
}

TEST(Counts, WhoIsShotInALimbIsHurt) {
  const auto counts = counts_of(
      "A/a/DET/DT/2/det driver/driver/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass shot/shoot/VERB/VBN/0/root in/in/ADP/IN/7/case "
      "the/the/DET/DT/7/det leg/leg/NOUN/NN/4/obl",
      3, "ASSAULT");
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].what, "injured");
}

TEST(Counts, WhoIsKnownBesideOthersIsOneMore) {
  const auto counts = counts_of(
      "bombs/bomb/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root the/the/DET/DT/4/det driver/driver/NOUN/NN/2/obj and/and/CCONJ/CC/7/cc "
      "four/four/NUM/CD/7/nummod workers/worker/NOUN/NNS/4/conj",
      1, "ASSAULT");
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_DOUBLE_EQ(counts[0].value, 5);
}

// The clause hangs from the town, the number from the plant; a group stands for those who are in it.
TEST(Counts, WhereverTheTreeHangsIt) {
  const struct {
    std::string_view row;
    uint32_t head;
    const char *type, *cameo, *what;
    double value;
  } rows[] = {
      {"Nine/nine/NUM/CD/2/nummod pupils/pupil/NOUN/NNS/10/nsubj of/of/ADP/IN/5/case a/a/DET/DT/5/det school/school/NOUN/NN/2/nmod "
       "near/near/ADP/IN/7/case "
       "Bamenda/Bamenda/PROPN/NNP/5/nmod ,/,/PUNCT/,/9/punct abducted/abduct/VERB/VBN/7/acl returned/return/VERB/VBD/0/root",
       8, "ASSAULT", "181", "abducted", 9},
      {"Police/police/NOUN/NNS/2/nsubj held/hold/VERB/VBD/0/root nine/nine/NUM/CD/4/nummod party/party/NOUN/NN/5/compound "
       "workers/worker/NOUN/NNS/2/obj",
       1, "COERCE", "173", "arrested", 9},
      {"A/a/DET/DT/2/det group/group/NOUN/NN/6/nsubj of/of/ADP/IN/5/case sixty/sixty/NUM/CD/5/nummod soldiers/soldier/NOUN/NNS/2/nmod "
       "marched/march/VERB/VBD/0/root",
       5, "PROTEST", "141", "protesters", 60},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    EventSite site = at(row.head, row.type);
    site.cameo = row.cameo;
    const std::vector<ToldOfEvent> happened(1);
    const auto counts = read_counts(document, read_times(document, knowledge(), {}), std::vector{site}, happened)[0];
    ASSERT_EQ(counts.size(), 1u) << row.row;
    EXPECT_EQ(counts[0].what, row.what) << row.row;
    EXPECT_DOUBLE_EQ(counts[0].value, row.value) << row.row;
  }
}

}  // namespace
}  // namespace gesta
