// When an event took place, on trees written by hand.
#include <gtest/gtest.h>

#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

// When an event of a text of one sentence took place.
std::optional<When> when_of(std::string_view row, const EventSite& site, const std::string& published, Status status = Status::happened) {
  std::string text;
  const Document document = from_conllu(conllu_of(row), text);
  return resolve_whens(document, read_times(document, knowledge(), published), published, std::vector{site}, std::vector{status}).front();
}

// An undated deed goes on with the one before it.
TEST(When, OfTheDeedBefore) {
  constexpr std::string_view rows[][2] = {{"March", "2016-03-01"}, {"Thursday", "2016-06-09"}};
  for (const auto& [month, start] : rows) {
    std::string text;
    const std::string first = conllu_of(
        "Two/Two/NUM/CD/2/nummod brothers/brothers/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass killed/kill/VERB/VBN/0/root "
        "in/in/ADP/IN/6/case " +
        std::string(month) + "/" + std::string(month) + "/PROPN/NNP/4/obl ././PUNCT/./4/punct");
    const std::string second = conllu_of("Gunmen/Gunmen/NOUN/NNS/2/nsubj burst/burst/VERB/VBD/0/root in/in/ADV/RB/2/advmod ././PUNCT/./2/punct");
    const Document document = from_conllu(first + "\n" + second, text);
    const auto times = read_times(document, knowledge(), "2016-06-12");
    const std::vector<EventSite> sites{{8, 1, "ASSAULT", "190", {}, {}, {}}};
    const auto when = resolve_whens(document, times, "2016-06-12", sites, std::vector{Status::happened}).front();
    EXPECT_EQ(when ? when->start : "", start) << month;
  }
}

// "Flew home on Monday to meet envoys": the way is made, whatever the meeting is.
TEST(When, OfAWayThatIsMade) {
  const auto when = when_of(
      "He/He/PRON/PRP/2/nsubj flew/fly/VERB/VBD/0/root home/home/ADV/RB/2/advmod on/on/ADP/IN/5/case Monday/Monday/PROPN/NNP/2/obl "
      "to/to/PART/TO/7/mark "
      "meet/meet/VERB/VB/2/advcl envoys/envoys/NOUN/NNS/7/obj ././PUNCT/./2/punct",
      {6, 0, "CONSULT", "042", {}, {}, {}}, "2016-06-12", Status::expected);
  EXPECT_EQ(when ? when->start : "", "2016-06-06");
}

TEST(When, OfWhatBeganInItsOwnClause) {
  const auto when = when_of(
      "Last/Last/ADJ/JJ/2/amod month/month/NOUN/NN/4/obl:unmarked they/they/PRON/PRP/4/nsubj freed/free/VERB/VBD/0/root "
      "lawyers/lawyer/NOUN/NNS/4/obj "
      "who/who/PRON/WP/9/nsubj:pass had/had/AUX/VBD/9/aux been/been/AUX/VBN/9/aux:pass held/hold/VERB/VBN/5/acl:relcl since/since/ADP/IN/11/case "
      "2010/2010/NUM/CD/9/obl ././PUNCT/./4/punct",
      {8, 0, "COERCE", "173", {}, {}, {}}, "2016-06-12");
  EXPECT_EQ(when ? when->basis : "", "2010");
}

TEST(When, OfTheOccasion) {
  const auto when = when_of(
      "At/at/ADP/IN/3/case the/the/DET/DT/3/det summit/summit/NOUN/NN/11/obl ,/,/PUNCT/,/7/punct which/which/PRON/WDT/7/nsubj:pass "
      "was/be/AUX/VBD/7/aux:pass held/hold/VERB/VBN/3/acl:relcl in/in/ADP/IN/9/case May/May/PROPN/NNP/7/obl they/they/PRON/PRP/11/nsubj "
      "agreed/agree/VERB/VBD/0/root ././PUNCT/./11/punct",
      {10, 0, "AGREE", "030", {}, {}, {}}, "2016-12-03");
  EXPECT_EQ(when ? when->start : "", "2016-05-01");
}

// A story whose attacks lie back so far goes on with them; one that opens with news does not.
TEST(When, OfAnOldStory) {
  const std::string
      old = conllu_of(
          "They/They/PRON/PRP/2/nsubj attacked/attack/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj in/in/ADP/IN/5/case 1963/1963/NUM/CD/2/obl "
          "././PUNCT/./2/punct"),
      rest = conllu_of("Students/Students/NOUN/NNS/2/nsubj marched/march/VERB/VBD/0/root there/there/ADV/RB/2/advmod ././PUNCT/./2/punct");
  std::string text;
  const Document story = from_conllu(old + "\n" + rest, text);
  const std::vector both{Status::happened, Status::happened};
  const std::vector<EventSite> sites{{1, 0, "ASSAULT", "190", {}, {}, {}}, {7, 1, "PROTEST", "141", {}, {}, {}}};
  const auto whens = resolve_whens(story, read_times(story, knowledge(), "2016-06-12"), "2016-06-12", sites, both);
  EXPECT_TRUE(whens[1] && whens[1]->start == "1963-01-01");
  const Document news = from_conllu(rest + "\n" + old, text);
  const std::vector<EventSite> turned{{1, 0, "PROTEST", "141", {}, {}, {}}, {5, 1, "ASSAULT", "190", {}, {}, {}}};
  EXPECT_FALSE(resolve_whens(news, read_times(news, knowledge(), "2016-06-12"), "2016-06-12", turned, both)[0]);
}

TEST(When, OfADeedNamedByItsYear) {
  const auto when = when_of(
      "It/It/PRON/PRP/2/nsubj reopened/reopen/VERB/VBD/0/root on/on/ADP/IN/4/case Thursday/Thursday/PROPN/NNP/2/obl after/after/ADP/IN/8/case "
      "the/the/DET/DT/8/det "
      "2008/2008/NUM/CD/8/compound attack/attack/NOUN/NN/2/obl ././PUNCT/./2/punct",
      {7, 0, "ASSAULT", "190", {}, {}, {}}, "2018-06-14");
  EXPECT_TRUE(when && when->end == "2008-12-31");
}

// What the day of the ceremony is kept for has the day that is told with its year.
TEST(When, OfTheDayRemembered) {
  std::string text;
  const std::string first = conllu_of("Gunmen/Gunmen/NOUN/NNS/2/nsubj shot/shoot/VERB/VBD/0/root guards/guards/NOUN/NNS/2/obj ././PUNCT/./2/punct");
  const std::string second = conllu_of(
      "They/They/PRON/PRP/2/nsubj talked/talk/VERB/VBD/0/root on/on/ADP/IN/4/case 10/10/NUM/CD/2/obl June/June/PROPN/NNP/4/flat "
      "2013/2013/NUM/CD/4/flat ././PUNCT/./2/punct");
  const Document document = from_conllu(first + "\n" + second, text);
  const std::vector<EventSite> sites{{1, 0, "ASSAULT", "190", {}, {}, {}}, {5, 1, "CONSULT", "046", {}, {}, {}}};
  for (const auto& [published, start] : {std::pair("2016-06-12", "2013-06-10"), std::pair("2016-08-12", "")}) {
    const auto when =
        resolve_whens(document, read_times(document, knowledge(), published), published, sites, std::vector{Status::happened, Status::happened})
            .front();
    EXPECT_EQ(when ? when->start : "", start) << published;
  }
}

TEST(When, TheExpressionOfItsClause) {
  std::string text;
  const Document document = from_conllu(conllu_of("Troops/Troops/NOUN/NNS/2/nsubj entered/enter/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj "
                                                  "on/on/ADP/IN/5/case Tuesday/Tuesday/PROPN/NNP/2/obl"),
                                        text);
  const auto times = read_times(document, knowledge(), "2016-12-03");
  const std::vector<EventSite> sites = {at(1, "COERCE")};
  const std::vector<Status> statuses = {Status::happened};
  const auto when = resolve_whens(document, times, "2016-12-03", sites, statuses).front();
  ASSERT_TRUE(when);
  EXPECT_EQ(when->start, "2016-11-29");
  EXPECT_EQ(when->basis, "Tuesday");
  EXPECT_FALSE(resolve_whens(document, {}, "2016-12-03", sites, statuses).front());
}

// "Since" beside a superlative says what the deed is held against.
TEST(When, IsNotTheTimeComparedWith) {
  for (const std::string_view row :
       {"Rebels/Rebels/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Taiz/Taiz/PROPN/NNP/2/obj in/in/ADP/IN/7/case the/the/DET/DT/7/det "
        "heaviest/heaviest/ADJ/JJS/7/amod "
        "exchange/exchange/NOUN/NN/2/obl since/since/ADP/IN/9/case 2014/2014/NUM/CD/2/obl",
        "It/It/PRON/PRP/2/nsubj imposed/impose/VERB/VBD/0/root a/a/DET/DT/4/det curfew/curfew/NOUN/NN/2/obj ,/,/PUNCT/,/7/punct the/the/DET/DT/7/det "
        "first/first/ADJ/JJ/4/appos since/since/ADP/IN/10/case the/the/DET/DT/10/det war/war/NOUN/NN/7/nmod of/of/ADP/IN/12/case "
        "1990/1990/NUM/CD/10/nmod"})
    EXPECT_FALSE(when_of(row, at(1, "COERCE"), "2021-05-12")) << row;
  const auto when = when_of(
      "Police/Police/NOUN/NNS/2/nsubj banned/ban/VERB/VBD/0/root the/the/DET/DT/5/det biggest/biggest/ADJ/JJS/5/amod march/march/NOUN/NN/2/obj "
      "in/in/ADP/IN/8/case "
      "two/two/NUM/CD/8/nummod weeks/weeks/NOUN/NNS/2/obl on/on/ADP/IN/10/case Monday/Monday/PROPN/NNP/2/obl",
      at(1, "COERCE"), "2021-05-12");
  EXPECT_EQ(when ? when->start : "", "2021-05-10");
}

TEST(When, IsNotTheYearOfWhatOneIsTriedFor) {
  const std::string row =
      "Judges/judge/NOUN/NNS/2/nsubj tried/try/VERB/VBD/0/root him/he/PRON/PRP/2/obj over/over/ADP/IN/7/case the/the/DET/DT/7/det "
      "2003/2003/NUM/CD/7/nummod crash/crash/NOUN/NN/2/obl";
  EXPECT_FALSE(when_of(row, at(1, "COERCE"), "2011-09-20"));
}

// A visit to come that is told of again keeps its date; "the year was" holds for what follows.
TEST(When, ToldBefore) {
  std::string text;
  const Document document =
      from_conllu(conllu_of("He/He/PRON/PRP/3/nsubj will/will/AUX/MD/3/aux visit/visit/VERB/VB/0/root Egypt/Egypt/PROPN/NNP/3/obj "
                            "on/on/ADP/IN/6/case Tuesday/Tuesday/PROPN/NNP/3/obl") +
                      conllu_of("He/He/PRON/PRP/3/nsubj will/will/AUX/MD/3/aux meet/meet/VERB/VB/0/root officials/officials/NOUN/NNS/3/obj"),
                  text);
  std::vector<EventSite> sites = {at(2, "CONSULT"), at(8, "CONSULT")};
  for (EventSite& site : sites) site.sentence = document.tokens[site.head].sentence, site.source_countries = {"LBY"}, site.target_countries = {"EGY"};
  const std::vector<Status> statuses = {Status::expected, Status::expected};
  const auto whens = resolve_whens(document, read_times(document, knowledge(), "2016-12-03"), "2016-12-03", sites, statuses);
  ASSERT_TRUE(whens[0] && whens[1]);
  EXPECT_EQ(whens[0]->start, "2016-12-06");
  EXPECT_EQ(whens[1]->start, "2016-12-06");
}

TEST(When, TheYearWas) {
  std::string text;
  const Document document =
      from_conllu(conllu_of("The/The/DET/DT/2/det year/year/NOUN/NN/4/nsubj was/be/AUX/VBD/4/cop 1831/1831/NUM/CD/0/root") +
                      conllu_of("Troops/troop/NOUN/NNS/2/nsubj fired/fire/VERB/VBD/0/root") +
                      conllu_of("On/On/ADP/IN/2/case Thursday/Thursday/PROPN/NNP/4/obl they/they/PRON/PRP/4/nsubj left/leave/VERB/VBD/0/root"),
                  text);
  std::vector<EventSite> sites = {at(5, "ASSAULT")};
  sites[0].sentence = document.tokens[5].sentence;
  const std::vector<Status> statuses = {Status::happened};
  const auto when = resolve_whens(document, read_times(document, knowledge(), "2023-06-03"), "2023-06-03", sites, statuses).front();
  ASSERT_TRUE(when);
  EXPECT_EQ(when->start, "1831-01-01");
}

// What goes on with an attack took place on its day, not on that on which it was told.
TEST(When, OfTheDeedAndNotOfItsTelling) {
  const std::string told =
      conllu_of(
          "Gunmen/gunman/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/9/ccomp Goma/Goma/PROPN/NNP/2/obj on/on/ADP/IN/5/case "
          "Monday/Monday/PROPN/NNP/2/obl ,/,/PUNCT/,/9/punct the/the/DET/DT/8/det army/army/NOUN/NN/9/nsubj said/say/VERB/VBD/0/root "
          "on/on/ADP/IN/11/case Tuesday/Tuesday/PROPN/NNP/9/obl ././PUNCT/./9/punct") +
      "\n" +
      conllu_of(
          "Two/two/NUM/CD/2/nummod lorries/lorry/NOUN/NNS/4/nsubj:pass were/be/AUX/VBD/4/aux:pass burned/burn/VERB/VBN/0/root ././PUNCT/./4/punct");
  std::string text;
  const Document document = from_conllu(told, text);
  const std::vector<EventSite> sites{{1, 0, "ASSAULT", "190", {}, {}, {}}, {15, 1, "ASSAULT", "1712", {}, {}, {}}};
  const std::vector both{Status::happened, Status::happened};
  const auto whens = resolve_whens(document, read_times(document, knowledge(), "2016-06-15"), "2016-06-15", sites, both);
  for (const auto& when : whens) EXPECT_EQ(when ? when->start : "2016-06-13", "2016-06-13");
}

// "Since Saturday's earthquake" is up to now for what has been done since, and no date of another kind for the quake itself.
TEST(When, SinceTheDayOfAnother) {
  const auto when = when_of(
      "Togo/Togo/PROPN/NNP/3/nsubj has/have/AUX/VBZ/3/aux held/hold/VERB/VBN/0/root lawyers/lawyer/NOUN/NNS/3/obj since/since/ADP/IN/8/case "
      "Saturday/Saturday/PROPN/NNP/8/nmod:poss 's/'s/PART/POS/6/case vote/vote/NOUN/NN/3/obl ././PUNCT/./3/punct",
      {2, 0, "COERCE", "173", {}, {}, {}}, "2016-06-09");
  EXPECT_EQ(when ? when->start : "", "2016-06-04");
  EXPECT_EQ(when ? when->end : "", "2016-06-09");
}

// Kept up "for a tenth day on Monday": nine days more, and it need not go on.
TEST(When, ForTheNthDay) {
  const auto when = when_of(
      "Troops/troops/NOUN/NNS/2/nsubj kept/keep/VERB/VBD/0/root it/it/PRON/PRP/2/obj closed/close/VERB/VBN/2/xcomp for/for/ADP/IN/8/case "
      "a/a/DET/DT/8/det "
      "tenth/tenth/ADJ/JJ/8/amod day/day/NOUN/NN/4/obl on/on/ADP/IN/10/case Monday/Monday/PROPN/NNP/4/obl ././PUNCT/./2/punct",
      {1, 0, "COERCE", "191", {}, {}, {}}, "2016-06-09", Status::ongoing);
  EXPECT_EQ(when ? when->start : "", "2016-05-28");
  EXPECT_EQ(when ? when->end : "", "2016-06-06");
}

}  // namespace
}  // namespace gesta
