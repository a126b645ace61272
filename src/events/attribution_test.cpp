// Who says so, on trees written by hand.
#include <gtest/gtest.h>

#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

TEST(SaidBy, WhoSpeaksBehindTheClause) {
  std::string text;
  const Document document =
      from_conllu(conllu_of("Troops/Troops/NOUN/NNS/2/nsubj entered/enter/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/6/punct "
                            "residents/resident/NOUN/NNS/6/nsubj said/say/VERB/VBD/2/parataxis"),
                  text);
  const auto said = read_said_by(document, knowledge(), at(1, "COERCE"));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].name, "residents");
  EXPECT_EQ(said[0].cue, "said");
}

TEST(SaidBy, Whom) {
  const struct {
    std::string_view row;
    uint32_t head;
    std::string_view type;
    std::vector<std::string> names;
  } rows[] = {
      {"Chiefs/chief/NOUN/NNS/2/nsubj said/say/VERB/VBD/0/root on/on/ADP/IN/4/case television/television/NOUN/NN/2/obl that/that/SCONJ/IN/7/mark "
       "troops/troops/NOUN/NNS/7/nsubj attacked/attack/VERB/VBD/4/acl:relcl",
       6,
       "ASSAULT",
       {"Chiefs"}},
      {"Gunmen/gunman/NOUN/NNS/3/nsubj who/who/PRON/WP/3/nsubj attacked/attack/VERB/VBD/6/ccomp ,/,/PUNCT/,/6/punct "
       "residents/resident/NOUN/NNS/6/nsubj said/say/VERB/VBD/0/root",
       2,
       "ASSAULT",
       {"residents"}},
      {"Khamenei/Khamenei/PROPN/NNP/4/nsubj ,/,/PUNCT/,/4/punct witnesses/witness/NOUN/NNS/4/nsubj said/say/VERB/VBD/0/root "
       "police/police/NOUN/NNS/6/nsubj attacked/attack/VERB/VBD/4/ccomp",
       5,
       "ASSAULT",
       {"witnesses"}},
      {"Police/police/NOUN/NNS/2/nsubj banned/ban/VERB/VBD/0/root marches/march/NOUN/NNS/2/obj ,/,/PUNCT/,/5/punct citing/cite/VERB/VBG/2/advcl "
       "fraud/fraud/NOUN/NN/5/obj",
       1,
       "COERCE",
       {}},
      {"No/No/DET/DT/2/det group/group/NOUN/NN/3/nsubj claimed/claim/VERB/VBD/0/root that/that/SCONJ/IN/6/mark it/it/PRON/PRP/6/nsubj "
       "attacked/attack/VERB/VBD/3/ccomp Goma/Goma/PROPN/NNP/6/obj",
       5,
       "ASSAULT",
       {}},
      // the parser takes the time for the head of the outlet's name
      {"Sources/source/NOUN/NNS/2/nsubj told/tell/VERB/VBD/0/root the/the/DET/DT/7/det New/New/ADJ/NNP/7/amod Arab/Arab/ADJ/JJ/7/amod "
       "last/last/ADJ/JJ/7/amod "
       "month/month/NOUN/NN/2/iobj that/that/SCONJ/IN/10/mark troops/troop/NOUN/NNS/10/nsubj left/leave/VERB/VBD/7/acl",
       9,
       "COERCE",
       {"Sources", "New Arab"}},
      // who, and not when
      {"A/A/DET/DT/3/det police/police/NOUN/NN/3/compound spokesman/spokesman/NOUN/NN/7/nsubj here/here/ADV/RB/3/advmod on/on/ADP/IN/6/case "
       "Monday/Monday/PROPN/NNP/3/nmod said/say/VERB/VBD/0/root rebels/rebel/NOUN/NNS/9/nsubj attacked/attack/VERB/VBD/7/ccomp",
       8,
       "ASSAULT",
       {"police spokesman"}},
      // over no semicolon
      {"Troops/Troops/NOUN/NNS/2/nsubj left/leave/VERB/VBD/0/root ,/,/PUNCT/,/5/punct officials/official/NOUN/NNS/5/nsubj "
       "said/say/VERB/VBD/2/parataxis "
       ";/;/PUNCT/:/8/punct rebels/rebel/NOUN/NNS/8/nsubj entered/enter/VERB/VBD/2/parataxis",
       1,
       "RETREAT",
       {"officials"}},
      {"Troops/Troops/NOUN/NNS/2/nsubj left/leave/VERB/VBD/0/root ,/,/PUNCT/,/5/punct officials/official/NOUN/NNS/5/nsubj "
       "said/say/VERB/VBD/2/parataxis "
       ";/;/PUNCT/:/8/punct rebels/rebel/NOUN/NNS/8/nsubj entered/enter/VERB/VBD/2/parataxis",
       7,
       "COERCE",
       {}},
      // who charges them with it, and who tells of it
      {"Ecuador/Ecuador/PROPN/NNP/2/nsubj accused/accuse/VERB/VBD/0/root helicopters/helicopter/NOUN/NNS/2/obj of/of/SCONJ/IN/5/mark "
       "rocketing/rocket/VERB/VBG/3/acl Tiwintza/Tiwintza/PROPN/NNP/5/obj",
       4,
       "ASSAULT",
       {"Ecuador"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj denied/deny/VERB/VBD/0/root shelling/shell/VERB/VBG/2/xcomp Goma/Goma/PROPN/NNP/3/obj",
       1,
       "ASSAULT",
       {"Rebels"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj denied/deny/VERB/VBD/0/root requests/request/NOUN/NNS/2/obj", 1, "REQUEST", {}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj reported/report/VERB/VBD/0/root an/a/DET/DT/4/det attack/attack/NOUN/NN/2/obj", 3, "ASSAULT", {"Rebels"}},
      // the parser hangs the speaker from the clause before him
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/8/ccomp the/the/DET/DT/4/det army/army/NOUN/NN/2/obj ,/,/PUNCT/,/7/punct "
       "local/local/ADJ/JJ/7/amod residents/resident/NOUN/NNS/4/conj said/say/VERB/VBD/0/root ././PUNCT/./8/punct",
       1,
       "ASSAULT",
       {"local residents"}},
      // the parser hangs the medium's name from the verb
      {"According/accord/VERB/VBG/4/case to/to/ADP/IN/1/fixed the/the/DET/DT/4/det newspaper/newspaper/NOUN/NN/7/obl "
       "Iltalehti/Iltalehti/PROPN/NNP/7/obl "
       "troops/troop/NOUN/NNS/7/nsubj left/leave/VERB/VBD/0/root",
       6,
       "RETREAT",
       {"newspaper Iltalehti"}},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    std::vector<std::string> names;
    for (const Said& said : read_said_by(document, knowledge(), at(row.head, row.type))) names.push_back(said.name);
    EXPECT_EQ(names, row.names) << row.row;
  }
}

TEST(SaidBy, WhoAccuses) {
  std::string text;
  const Document document = from_conllu(conllu_of("men/man/NOUN/NNS/0/root they/they/PRON/PRP/3/nsubj accuse/accuse/VERB/VBP/1/acl:relcl "
                                                  "of/of/SCONJ/IN/5/mark shelling/shell/VERB/VBG/3/advcl Goma/Goma/PROPN/NNP/5/obj"),
                                        text);
  for (const Said& said : read_said_by(document, knowledge(), at(4, "ASSAULT"))) EXPECT_NE(said.name, "men");
}

// Those who spoke last go on speaking, whoever acted since.
TEST(SaidBy, ThoseWhoSpokeBefore) {
  std::string text;
  const Document document = from_conllu(
      conllu_of("Sources/source/NOUN/NNS/2/nsubj told/tell/VERB/VBD/0/root reporters/reporters/NOUN/NNS/2/iobj ././PUNCT/./2/punct") + "\n" +
          conllu_of("Fighters/fighter/NOUN/NNS/2/nsubj stormed/storm/VERB/VBD/6/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/2/punct "
                    "they/they/PRON/PRP/6/nsubj added/add/VERB/VBD/0/root"),
      text);
  const auto said = read_said_by(document, knowledge(), {5, 1, "ASSAULT", "190", {}, {}, {}});
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].name, "Sources");
}

TEST(SaidBy, NobodyTellsOfHisOwnWords) {
  std::string text;
  const Document document = from_conllu(
      conllu_of(
          "Iran/Iran/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root it/it/PRON/PRP/5/nsubj would/would/AUX/MD/5/aux retaliate/retaliate/VERB/VB/2/ccomp"),
      text);
  const auto left = [&](const char* type, const std::string& speaker) {
    Report report;
    report.type = type, report.head = 4;
    report.source = {{}};
    report.source[0].name = "Iran", report.source[0].country = "IRN", report.source[0].sector = "GOV";
    report.said_by = {{}};
    report.said_by[0].name = speaker, report.said_by[0].country = speaker == "Iraq" ? "IRQ" : "IRN", report.said_by[0].sector = "GOV";
    report.said_by[0].span = {100, 104}, report.source[0].span = {0, 4};
    drop_own_words(document, report);
    return report.said_by.size();
  };
  EXPECT_EQ(left("THREATEN", "Iran"), 0u);
  EXPECT_EQ(left("AGREE", "its minister"), 0u);
  EXPECT_EQ(left("AGREE", "Iraq"), 1u);
  EXPECT_EQ(left("ASSAULT", "Iran"), 1u);
  EXPECT_EQ(left("ACCUSE", "Iran"), 1u);  // still to come
}

}  // namespace
}  // namespace gesta
