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
               8, "ASSAULT", "", ""}};
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.row), text);
    const auto held = days_held(document, read_times(document, knowledge(), "2012-03-26"), at(row.head, row.type), "2012-03-26");
    EXPECT_EQ(held ? held->first : "", row.first) << row.row;
    EXPECT_EQ(held ? held->last : "", row.last) << row.row;
  }
}

}  // namespace
}  // namespace gesta
