// Has it happened? On trees written by hand.
#include <gtest/gtest.h>

#include "events/factuality.h"
#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

// Any predicate by grammar and the signatures of embedding words alone.
TEST(Factuality, Implied) {
  const struct {
    std::string_view row;
    uint32_t predicate;
    char implied;
  } rows[] = {
      {"Troops/Troops/NOUN/NNS/2/nsubj entered/enter/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj", 1, '+'},
      {"Troops/Troops/NOUN/NNS/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod enter/enter/VERB/VB/0/root Goma/Goma/PROPN/NNP/4/obj", 3, '-'},
      {"Troops/Troops/NOUN/NNS/2/nsubj failed/fail/VERB/VBD/0/root to/to/PART/TO/4/mark enter/enter/VERB/VB/2/xcomp Goma/Goma/PROPN/NNP/4/obj", 3,
       '-'},
      {"They/They/PRON/PRP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod fail/fail/VERB/VB/0/root to/to/PART/TO/6/mark "
       "enter/enter/VERB/VB/4/xcomp",
       5, '+'},
      {"They/They/PRON/PRP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod manage/manage/VERB/VB/0/root to/to/PART/TO/6/mark "
       "enter/enter/VERB/VB/4/xcomp",
       5, '-'},
      {"They/They/PRON/PRP/2/nsubj want/want/VERB/VBP/0/root to/to/PART/TO/4/mark enter/enter/VERB/VB/2/xcomp", 3, 'o'},
      {"They/They/PRON/PRP/3/nsubj may/may/AUX/MD/3/aux enter/enter/VERB/VB/0/root", 2, 'o'},
      {"If/If/SCONJ/IN/3/mark troops/troops/NOUN/NNS/3/nsubj enter/enter/VERB/VBP/5/advcl they/they/PRON/PRP/5/nsubj fall/fall/VERB/VBP/0/root", 2,
       'o'},
      {"He/He/PRON/PRP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod know/know/VERB/VB/0/root they/they/PRON/PRP/6/nsubj "
       "left/leave/VERB/VBD/4/ccomp",
       5, '+'},
      {"They/They/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root without/without/SCONJ/IN/4/mark paying/pay/VERB/VBG/2/advcl", 3, '-'},
      {"Leave/Leave/VERB/VB/0/root now/now/ADV/RB/1/advmod", 0, 'o'},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    EXPECT_EQ(implied(document, row.predicate), row.implied) << row.row;
  }
}

TEST(Status, OfAClause) {
  const struct {
    std::string_view row;
    uint32_t head;
    std::string_view type, status;
  } rows[] = {
      {"Troops/Troops/NOUN/NNS/2/nsubj entered/enter/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj", 1, "COERCE", "happened"},
      {"Troops/Troops/NOUN/NNS/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod enter/enter/VERB/VB/0/root Goma/Goma/PROPN/NNP/4/obj", 3,
       "COERCE", "denied"},
      {"Troops/Troops/NOUN/NNS/3/nsubj will/will/AUX/MD/3/aux enter/enter/VERB/VB/0/root Goma/Goma/PROPN/NNP/3/obj", 2, "COERCE", "expected"},
      {"Paris/Paris/PROPN/NNP/3/nsubj will/will/AUX/MD/3/aux send/send/VERB/VB/0/root aid/aid/NOUN/NN/3/obj", 2, "AGREE", "happened"},
      {"Paris/Paris/PROPN/NNP/3/nsubj will/will/AUX/MD/3/aux sign/sign/VERB/VB/0/root it/it/PRON/PRP/3/obj", 2, "SUPPORT", "expected"},
      {"Troops/Troops/NOUN/NNS/2/nsubj failed/fail/VERB/VBD/0/root to/to/PART/TO/4/mark enter/enter/VERB/VB/2/xcomp Goma/Goma/PROPN/NNP/4/obj", 3,
       "COERCE", "denied"},
      {"Troops/Troops/NOUN/NNS/2/nsubj want/want/VERB/VBP/0/root to/to/PART/TO/4/mark enter/enter/VERB/VB/2/xcomp Goma/Goma/PROPN/NNP/4/obj", 3,
       "COERCE", "hypothetical"},
      {"If/If/SCONJ/IN/3/mark troops/troops/NOUN/NNS/3/nsubj enter/enter/VERB/VBP/5/advcl they/they/PRON/PRP/5/nsubj fall/fall/VERB/VBP/0/root", 2,
       "COERCE", "hypothetical"},
      {"Troops/Troops/NOUN/NNS/3/nsubj may/may/AUX/MD/3/aux enter/enter/VERB/VB/0/root Goma/Goma/PROPN/NNP/3/obj", 2, "COERCE", "possible"},
      {"Troops/Troops/NOUN/NNS/3/nsubj are/be/AUX/VBP/3/aux entering/enter/VERB/VBG/0/root Goma/Goma/PROPN/NNP/3/obj", 2, "COERCE", "ongoing"},
      {"without/without/ADP/IN/2/case talks/talk/NOUN/NNS/0/root", 1, "CONSULT", "denied"},
      {"Iran/Iran/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root any/any/DET/DT/4/det role/role/NOUN/NN/2/obj in/in/ADP/IN/7/case "
       "the/the/DET/DT/7/det "
       "attack/attack/NOUN/NN/4/nmod",
       6, "ASSAULT", "denied"},
      {"Thousands/Thousands/NOUN/NNS/2/nsubj rally/rally/VERB/VBP/0/root in/in/ADP/IN/4/case Belgrade/Belgrade/PROPN/NNP/2/obl", 1, "PROTEST",
       "happened"},
      {"Unions/Unions/NOUN/NNS/2/nsubj called/call/VERB/VBD/0/root a/a/DET/DT/4/det march/march/NOUN/NN/2/obj", 1, "PROTEST", "expected"},
      {"Unions/Unions/NOUN/NNS/2/nsubj called/call/VERB/VBD/0/root off/off/ADP/RP/2/compound:prt a/a/DET/DT/5/det march/march/NOUN/NN/2/obj", 1,
       "PROTEST", "denied"},
      {"Talks/Talks/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass postponed/postpone/VERB/VBN/0/root", 2, "CONSULT", "denied"},
      {"Strikes/strike/NOUN/NNS/2/nsubj entered/enter/VERB/VBD/0/root a/a/DET/DT/5/det third/third/ADJ/JJ/5/amod week/week/NOUN/NN/2/obj", 0,
       "PROTEST", "ongoing"},
      {"Paris/Paris/PROPN/NNP/2/nsubj ended/end/VERB/VBD/0/root its/its/PRON/PRP$/5/nmod:poss continued/continued/ADJ/JJ/5/amod "
       "refusal/refusal/NOUN/NN/2/obj",
       4, "REJECT", "ongoing"},
      {"Bans/ban/NOUN/NNS/2/nsubj remain/remain/VERB/VBP/0/root in/in/ADP/IN/4/case force/force/NOUN/NN/2/obl", 0, "COERCE", "ongoing"},
      {"It/it/PRON/PRP/2/nsubj came/come/VERB/VBD/0/root in/in/ADP/IN/4/case light/light/NOUN/NN/2/obl of/of/ADP/IN/8/case Egypt/Egypt/PROPN/NNP/8/"
       "nmod:poss 's/'s/PART/POS/6/case commitment/commitment/NOUN/NN/4/nmod",
       7, "AGREE", "ongoing"},
      {"Had/have/VERB/VBD/7/advcl troops/troops/NOUN/NNS/1/obj entered/enter/VERB/VBN/1/xcomp ,/,/PUNCT/,/1/punct he/he/PRON/PRP/7/nsubj "
       "would/would/AUX/MD/7/aux leave/leave/VERB/VB/0/root",
       2, "COERCE", "hypothetical"},
      {"Haftar/Haftar/PROPN/NNP/3/nsubj:pass is/be/AUX/VBZ/3/aux:pass set/set/VERB/VBN/0/root to/to/PART/TO/5/mark meet/meet/VERB/VB/3/xcomp "
       "officials/official/NOUN/NNS/5/obj",
       2, "CONSULT", "expected"},
      {"Unions/Unions/NOUN/NNS/2/nsubj held/hold/VERB/VBD/0/root a/a/DET/DT/4/det march/march/NOUN/NN/2/obj", 1, "PROTEST", "happened"},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    EXPECT_EQ(name(read_status(document, knowledge(), at(row.head, row.type))), row.status) << row.row;
  }
}

constexpr std::string_view kSaid =
    "Sources/source/NOUN/NNS/2/nsubj said/say/VERB/VBD/0/root rebels/rebel/NOUN/NNS/4/nsubj bombed/bomb/VERB/VBD/2/ccomp Goma/Goma/PROPN/NNP/4/obj";

TEST(Status, WhatIsTakenBackMayNotBeSo) {
  const auto behind = [](std::string_view next) {
    std::string text;
    return read_status(from_conllu(conllu_of(kSaid) + conllu_of(next), text), knowledge(), at(3, "ASSAULT"));
  };
  EXPECT_EQ(behind("The/the/DET/DT/2/det report/report/NOUN/NN/4/nsubj was/be/AUX/VBD/4/cop wrong/wrong/ADJ/JJ/0/root"), Status::possible);
  EXPECT_EQ(behind("The/the/DET/DT/2/det road/road/NOUN/NN/4/nsubj was/be/AUX/VBD/4/cop wrong/wrong/ADJ/JJ/0/root"), Status::happened);
}

// Who says so is weighed: the army of its own deed, and those on the other side.
TEST(Status, AnEnemyAlleges) {
  std::string text;
  const Document document = from_conllu(
      conllu_of(
          "Georgian/Georgian/ADJ/JJ/2/amod jets/jet/NOUN/NNS/3/nsubj bombed/bomb/VERB/VBD/6/ccomp Eshera/Eshera/PROPN/NNP/3/obj ,/,/PUNCT/,/6/punct "
          "charged/charge/VERB/VBD/0/root Moscow/Moscow/PROPN/NNP/6/nsubj"),
      text);
  EventSite site = at(2, "ASSAULT");
  site.source_countries = {"GEO"}, site.target_countries = {"RUS"};
  const Said enemy{"Moscow", "RUS", "GOV", "alleged", {}};
  EXPECT_EQ(read_status(document, knowledge(), site, std::span(&enemy, 1)), Status::possible);
}

TEST(Status, WhatIsOnlyARiskOrAPlotHasNotHappened) {
  std::string text;
  const Document risk =
      from_conllu(conllu_of("The/The/DET/DT/2/det risk/risk/NOUN/NN/6/nsubj of/of/ADP/IN/5/case an/an/DET/DT/5/det attack/attack/NOUN/NN/2/nmod "
                            "grew/grow/VERB/VBD/0/root"),
                  text);
  EXPECT_EQ(read_status(risk, knowledge(), at(4, "ASSAULT")), Status::hypothetical);
  const Document plot = from_conllu(
      conllu_of("Police/Police/NOUN/NNS/2/nsubj foiled/foil/VERB/VBD/0/root a/a/DET/DT/4/det plot/plot/NOUN/NN/2/obj to/to/PART/TO/6/mark "
                "bomb/bomb/VERB/VB/4/acl embassies/embassy/NOUN/NNS/6/obj"),
      text);
  EXPECT_EQ(read_status(plot, knowledge(), at(5, "ASSAULT")), Status::denied);
}

}  // namespace
}  // namespace gesta
