// How long an event lasts, on trees written by hand.
#include "events/when_lengths.h"

#include <gtest/gtest.h>

#include "events/tree_rows.h"

namespace gesta {
namespace {

TEST(When, WhatIsToldWithItsLength) {
  const struct {
    std::string_view row;
    uint32_t head;
    std::string_view type, first, last;
  } rows[] = {{"They/they/PRON/PRP/2/nsubj opened/open/VERB/VBD/0/root a/a/DET/DT/7/det two/two/NUM/CD/6/nummod -/-/PUNCT/HYPH/6/punct "
               "day/day/NOUN/NN/7/compound summit/summit/NOUN/NN/2/obj on/on/ADP/IN/9/case Monday/Monday/PROPN/NNP/2/obl",
               1, "CONSULT", "2012-03-26", "2012-03-27"},
              {"They/they/PRON/PRP/2/nsubj ended/end/VERB/VBD/0/root a/a/DET/DT/7/det two/two/NUM/CD/6/nummod -/-/PUNCT/HYPH/6/punct "
               "day/day/NOUN/NN/7/compound strike/strike/NOUN/NN/2/obj on/on/ADP/IN/9/case Monday/Monday/PROPN/NNP/2/obl",
               1, "CONCEDE", "", ""},
              {"Five/five/NUM/CD/2/nummod days/day/NOUN/NNS/5/nsubj of/of/ADP/IN/4/case talks/talk/NOUN/NNS/2/nmod ended/end/VERB/VBD/0/root "
               "on/on/ADP/IN/7/case Monday/Monday/PROPN/NNP/5/obl",
               3, "CONSULT", "2012-03-22", "2012-03-26"},
              {"Goma/Goma/PROPN/NNP/2/nsubj fell/fall/VERB/VBD/0/root on/on/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl after/after/ADP/IN/7/case "
               "two/two/NUM/CD/7/nummod days/day/NOUN/NNS/2/obl of/of/ADP/IN/9/case shelling/shelling/NOUN/NN/7/nmod",
               8, "ASSAULT", "2012-03-25", "2012-03-26"},
              {"Goma/Goma/PROPN/NNP/2/nsubj fell/fall/VERB/VBD/0/root on/on/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl in/in/ADP/IN/7/case "
               "two/two/NUM/CD/7/nummod days/day/NOUN/NNS/2/obl of/of/ADP/IN/9/case shelling/shelling/NOUN/NN/7/nmod",
               8, "ASSAULT", "", ""},
              {"Goma/Goma/PROPN/NNP/2/nsubj fell/fall/VERB/VBD/0/root on/on/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl after/after/ADP/IN/7/case "
               "two/two/NUM/CD/7/nummod days/day/NOUN/NNS/2/obl of/of/SCONJ/IN/9/mark rioting/riot/VERB/VBG/7/acl",
               8, "PROTEST", "2012-03-25", "2012-03-26"},
              {"They/they/PRON/PRP/2/nsubj ended/end/VERB/VBD/0/root five/five/NUM/CD/4/nummod days/day/NOUN/NNS/2/obj of/of/ADP/IN/6/case "
               "talks/talk/NOUN/NNS/2/obl on/on/ADP/IN/8/case Monday/Monday/PROPN/NNP/2/obl",
               1, "CONSULT", "2012-03-22", "2012-03-26"},
              {"Two/two/NUM/CD/2/nummod months/month/NOUN/NNS/5/nsubj of/of/ADP/IN/4/case talks/talk/NOUN/NNS/2/nmod ended/end/VERB/VBD/0/root "
               "on/on/ADP/IN/7/case Monday/Monday/PROPN/NNP/5/obl",
               3, "CONSULT", "2012-01-26", "2012-03-26"}};
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    const auto held = days_held(document, read_times(document, knowledge(), "2012-03-26"), at(row.head, row.type), "2012-03-26");
    EXPECT_EQ(held ? held->first : "", row.first) << row.row;
    EXPECT_EQ(held ? held->last : "", row.last) << row.row;
  }
}

TEST(When, TheNthDayOfSomethingElse) {
  constexpr std::string_view on =
      "Police/police/NOUN/NNS/2/nsubj fired/fire/VERB/VBD/0/root on/on/ADP/IN/6/case the/the/DET/DT/6/det third/third/ADJ/JJ/6/amod "
      "day/day/NOUN/NN/2/obl of/of/ADP/IN/8/case rallies/rally/NOUN/NNS/6/nmod";
  constexpr std::string_view of_its_own =
      "They/they/PRON/PRP/2/nsubj entered/enter/VERB/VBD/0/root the/the/DET/DT/5/det third/third/ADJ/JJ/5/amod day/day/NOUN/NN/2/obj "
      "of/of/ADP/IN/7/case fasting/fasting/NOUN/NN/5/nmod";
  std::string text, other;
  const Document fired = from_conllu(conllu_of(on), text), entered = from_conllu(conllu_of(of_its_own), other);
  EXPECT_TRUE(is_day_of_another(fired, at(1, "ASSAULT"), 3));
  EXPECT_FALSE(is_day_of_another(fired, at(1, "ASSAULT"), 4));
  EXPECT_FALSE(is_day_of_another(fired, at(7, "PROTEST"), 3));
  EXPECT_FALSE(is_day_of_another(entered, at(1, "PROTEST"), 3));
}

TEST(When, WhatHadLastedSince) {
  const std::string row =
      "On/on/ADP/IN/2/case Friday/Friday/PROPN/NNP/4/obl they/they/PRON/PRP/4/nsubj freed/free/VERB/VBD/0/root men/man/NOUN/NNS/4/obj "
      "whom/whom/PRON/WP/9/obj it/it/PRON/PRP/9/nsubj AUX/have/AUX/VBD/9/aux held/hold/VERB/VBN/5/acl:relcl since/since/ADP/IN/11/case "
      "Wednesday/Wednesday/PROPN/NNP/9/obl";
  for (const auto& [aux, last] : {std::pair<std::string, std::string>{"had", "1997-05-30"}, {"have", ""}}) {
    std::string text;
    const Document document = from_conllu(conllu_of(std::string(row).replace(row.find("AUX"), 3, aux)), text);
    const auto times = read_times(document, knowledge(), "1997-05-31");
    ASSERT_EQ(times.size(), 2u);
    EXPECT_EQ(lasted_to(document, times, at(8, "ASSAULT"), 1, "1997-05-31"), last);
  }
}

}  // namespace
}  // namespace gesta
