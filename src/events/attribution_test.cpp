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
      {"A/a/DET/DT/2/det reporter/reporter/NOUN/NN/14/nsubj held/hold/VERB/VBN/2/acl in/in/ADP/IN/5/case Goma/Goma/PROPN/NNP/3/obl "
       "since/since/SCONJ/IN/10/mark July/July/PROPN/NNP/10/nsubj:pass has/have/AUX/VBZ/10/aux been/be/AUX/VBN/10/aux:pass "
       "freed/free/VERB/VBN/14/advcl ,/,/PUNCT/,/10/punct the/the/DET/DT/13/det ministry/ministry/NOUN/NN/14/nsubj said/say/VERB/VBD/0/root "
       "././PUNCT/./14/punct",
       2,
       "COERCE",
       {}},
      {"Soldiers/soldier/NOUN/NNS/6/nsubj ,/,/PUNCT/,/3/punct villagers/villager/NOUN/NNS/1/appos alleged/allege/VERB/VBD/0/root ,/,/PUNCT/,/1/punct "
       "shot/shoot/VERB/VBD/4/ccomp three/three/NUM/CD/8/nummod boys/boy/NOUN/NNS/6/obj in/in/ADP/IN/10/case Goma/Goma/PROPN/NNP/6/obl "
       "././PUNCT/./4/punct",
       5,
       "ASSAULT",
       {"villagers"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/8/punct according/accord/VERB/VBG/8/case "
       "to/to/ADP/IN/5/fixed the/the/DET/DT/8/det hospital/hospital/NOUN/NN/2/obl ;/;/PUNCT/:/12/punct the/the/DET/DT/11/det "
       "army/army/NOUN/NN/12/nsubj blamed/blame/VERB/VBD/2/parataxis Uganda/Uganda/PROPN/NNP/12/obj ././PUNCT/./2/punct",
       11,
       "ACCUSE",
       {}},
      {"He/he/PRON/PRP/2/nsubj said/say/VERB/VBD/0/root troops/troops/NOUN/NNS/5/nsubj had/have/AUX/VBD/5/aux shelled/shell/VERB/VBN/2/ccomp "
       "men/man/NOUN/NNS/5/obj who/who/PRON/WP/8/nsubj crossed/cross/VERB/VBD/6/acl:relcl the/the/DET/DT/10/det river/river/NOUN/NN/8/obj "
       "././PUNCT/./2/punct",
       7,
       "MOBILIZE",
       {"He"}},
      {"Troops/troops/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/10/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/6/punct "
       "refugees/refugee/NOUN/NNS/6/nsubj quoted/quote/VERB/VBD/1/acl by/by/ADP/IN/9/case Kivu/Kivu/PROPN/NNP/9/compound "
       "Radio/Radio/PROPN/NNP/6/obl:agent said/say/VERB/VBD/0/root ././PUNCT/./10/punct",
       1,
       "ASSAULT",
       {"refugees", "Kivu Radio"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/6/punct Xinhua/Xinhua/PROPN/NNP/6/nsubj "
       "reported/report/VERB/VBD/2/parataxis ,/,/PUNCT/,/8/punct citing/cite/VERB/VBG/2/advcl a/a/DET/DT/10/det diplomat/diplomat/NOUN/NN/8/obj "
       "././PUNCT/./2/punct",
       1,
       "ASSAULT",
       {"diplomat", "Xinhua"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/7/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/7/punct the/the/DET/DT/6/det "
       "army/army/NOUN/NN/7/nsubj said/say/VERB/VBD/0/root in/in/ADP/IN/10/case a/a/DET/DT/10/det statement/statement/NOUN/NN/7/obl "
       "carried/carry/VERB/VBN/10/acl by/by/ADP/IN/14/case Kivu/Kivu/PROPN/NNP/14/compound Radio/Radio/PROPN/NNP/11/obl:agent ././PUNCT/./2/punct",
       1,
       "ASSAULT",
       {"army", "Kivu Radio"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/14/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/6/punct the/the/DET/DT/6/det "
       "head/head/NOUN/NN/3/appos of/of/ADP/IN/9/case the/the/DET/DT/9/det agency/agency/NOUN/NN/6/nmod ,/,/PUNCT/,/11/punct "
       "Paul/Paul/PROPN/NNP/9/appos Kato/Kato/PROPN/NNP/11/flat ,/,/PUNCT/,/2/punct said/say/VERB/VBD/0/root ././PUNCT/./14/punct",
       1,
       "ASSAULT",
       {"head of the agency , Paul Kato"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/9/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/6/punct its/its/PRON/PRP$/6/nmod:poss "
       "leader/leader/NOUN/NN/7/nmod:desc Paul/Paul/PROPN/NNP/9/nsubj Kato/Kato/PROPN/NNP/7/flat said/say/VERB/VBD/0/root ././PUNCT/./9/punct",
       1,
       "ASSAULT",
       {"its leader Paul Kato"}},
      {"The/the/DET/DT/2/det rebels/rebel/NOUN/NNS/9/nsubj ,/,/PUNCT/,/2/punct the/the/DET/DT/5/det governor/governor/NOUN/NN/6/nsubj "
       "insisted/insist/VERB/VBD/0/root ,/,/PUNCT/,/2/punct had/have/AUX/VBD/9/aux shelled/shell/VERB/VBN/6/ccomp Goma/Goma/PROPN/NNP/9/obj "
       "././PUNCT/./6/punct",
       8,
       "ASSAULT",
       {"governor"}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/7/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/7/punct the/the/DET/DT/6/det "
       "army/army/NOUN/NN/7/nsubj says/say/VERB/VBZ/0/root ;/;/PUNCT/:/10/punct troops/troops/NOUN/NNS/10/nsubj entered/enter/VERB/VBD/2/parataxis "
       "Uvira/Uvira/PROPN/NNP/10/obj ././PUNCT/./2/punct",
       9,
       "COERCE",
       {}},
      {"Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/5/ccomp Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/2/punct said/say/VERB/VBD/0/root "
       "the/the/DET/DT/8/det Red/Red/ADJ/NNP/8/amod Cross/Cross/PROPN/NNP/5/nsubj ././PUNCT/./5/punct",
       1,
       "ASSAULT",
       {"Red Cross"}},
      {"Troops/troops/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root 30/30/NUM/CD/4/nummod people/people/NOUN/NNS/2/obj ,/,/PUNCT/,/8/punct "
       "by/by/ADP/IN/8/case the/the/DET/DT/8/det count/count/NOUN/NN/2/obl of/of/ADP/IN/12/case a/a/DET/DT/12/det rights/right/NOUN/NNS/12/compound "
       "group/group/NOUN/NN/8/nmod ././PUNCT/./2/punct",
       1,
       "ASSAULT",
       {"rights group"}},
      {"The/the/DET/DT/2/det army/army/NOUN/NN/3/nsubj let/let/VERB/VB/0/root it/it/PRON/PRP/3/expl be/be/AUX/VB/6/aux:pass "
       "known/know/VERB/VBN/3/xcomp that/that/SCONJ/IN/10/mark rebels/rebel/NOUN/NNS/10/nsubj had/have/AUX/VBD/10/aux shelled/shell/VERB/VBN/6/ccomp "
       "Goma/Goma/PROPN/NNP/10/obj ././PUNCT/./3/punct",
       9,
       "ASSAULT",
       {"army"}},
      {"The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root the/the/DET/DT/5/det army/army/NOUN/NN/7/nsubj "
       "would/would/AUX/MD/7/aux leave/leave/VERB/VB/3/ccomp Goma/Goma/PROPN/NNP/7/obj ,/,/PUNCT/,/13/punct which/which/PRON/WDT/13/obj "
       "rebels/rebel/NOUN/NNS/13/nsubj had/have/AUX/VBD/13/aux shelled/shell/VERB/VBN/8/acl:relcl on/on/ADP/IN/15/case "
       "Monday/Monday/PROPN/NNP/13/obl ././PUNCT/./3/punct",
       12,
       "ASSAULT",
       {}},
      {"The/the/DET/DT/2/det general/general/NOUN/NN/3/nsubj said/say/VERB/VBD/0/root troops/troops/NOUN/NNS/6/nsubj would/would/AUX/MD/6/aux "
       "leave/leave/VERB/VB/3/ccomp Goma/Goma/PROPN/NNP/6/obj ,/,/PUNCT/,/9/punct hours/hour/NOUN/NNS/6/obl:unmarked after/after/SCONJ/IN/13/mark "
       "rebels/rebel/NOUN/NNS/13/nsubj had/have/AUX/VBD/13/aux shelled/shell/VERB/VBN/6/advcl it/it/PRON/PRP/13/obj ././PUNCT/./3/punct",
       12,
       "ASSAULT",
       {}},
      {"The/the/DET/DT/2/det curfew/curfew/NOUN/NN/7/nsubj:pass in/in/ADP/IN/4/case Goma/Goma/PROPN/NNP/2/nmod will/will/AUX/MD/7/aux "
       "be/be/AUX/VB/7/aux:pass lifted/lift/VERB/VBN/11/ccomp ,/,/PUNCT/,/7/punct the/the/DET/DT/10/det minister/minister/NOUN/NN/11/nsubj "
       "said/say/VERB/VBD/0/root ././PUNCT/./11/punct",
       1,
       "COERCE",
       {}},
      {"Paul/Paul/PROPN/NNP/3/nsubj Kato/Kato/PROPN/NNP/1/flat said/say/VERB/VBD/0/root that/that/SCONJ/IN/8/mark the/the/DET/DT/6/det "
       "truce/truce/NOUN/NN/8/nsubj would/would/AUX/MD/8/aux hold/hold/VERB/VB/3/ccomp ,/,/PUNCT/,/11/punct and/and/CCONJ/CC/11/cc "
       "sent/send/VERB/VBN/8/conj troops/troops/NOUN/NNS/11/obj to/to/ADP/IN/14/case Goma/Goma/PROPN/NNP/11/obl ././PUNCT/./3/punct",
       10,
       "MOBILIZE",
       {}},
      {"The/the/DET/DT/2/det arrest/arrest/NOUN/NN/7/nsubj:pass of/of/ADP/IN/5/case 11/11/NUM/CD/5/nummod students/student/NOUN/NNS/2/nmod "
       "was/be/AUX/VBD/7/aux:pass confirmed/confirm/VERB/VBN/0/root by/by/ADP/IN/10/case two/two/NUM/CD/10/nummod "
       "diplomats/diplomat/NOUN/NNS/7/obl:agent ././PUNCT/./7/punct",
       1,
       "COERCE",
       {"two diplomats"}},
      {"Paul/Paul/PROPN/NNP/4/nsubj Kato/Kato/PROPN/NNP/1/flat is/be/AUX/VBZ/4/aux refusing/refuse/VERB/VBG/0/root to/to/PART/TO/6/mark "
       "step/step/VERB/VB/4/xcomp down/down/ADP/RP/6/compound:prt ,/,/PUNCT/,/12/punct according/accord/VERB/VBG/12/case to/to/ADP/IN/9/fixed "
       "a/a/DET/DT/12/det source/source/NOUN/NN/6/obl close/close/ADJ/JJ/12/amod to/to/ADP/IN/16/case the/the/DET/DT/16/det "
       "talks/talk/NOUN/NNS/13/obl ././PUNCT/./4/punct",
       3,
       "REJECT",
       {"source close to the talks"}},
      {"Troops/troops/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj ,/,/PUNCT/,/7/punct the/the/DET/DT/6/det "
       "mediators/mediator/NOUN/NNS/7/nsubj told/tell/VERB/VBD/2/parataxis Reuters/Reuters/PROPN/NNP/7/iobj ,/,/PUNCT/,/12/punct "
       "because/because/SCONJ/IN/12/mark rebels/rebel/NOUN/NNS/12/nsubj refused/refuse/VERB/VBD/7/advcl to/to/PART/TO/14/mark "
       "leave/leave/VERB/VB/12/xcomp ././PUNCT/./2/punct",
       1,
       "ASSAULT",
       {"mediators", "Reuters"}},
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

// Where the taggers are sure that the text names nobody: an actor's saying is his deed, an outlet or a source does nothing but tell.
TEST(SaidBy, WhoOnlyTellsStays) {
  const struct {
    std::string_view who;
    size_t speakers;
  } rows[] = {{"Protesters/protester/NOUN/NNS", 0}, {"Sources/source/NOUN/NNS", 1}, {"Reuters/Reuters/PROPN/NNP", 1}};
  for (const auto& row : rows) {
    std::string text;
    Document document = from_conllu(conllu_of(std::string(row.who) + "/2/nsubj said/say/VERB/VBD/0/root troops/troop/NOUN/NNS/4/nsubj "
                                                                     "entered/enter/VERB/VBD/2/ccomp Goma/Goma/PROPN/NNP/4/obj"),
                                    text);
    document.event_words.speaker.assign(document.tokens.size(), 0.05F);
    EXPECT_EQ(read_said_by(document, knowledge(), at(3, "COERCE")).size(), row.speakers) << row.who;
  }
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
