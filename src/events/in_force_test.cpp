// Measures whose lifting is only spoken of.
#include "events/in_force.h"

#include <gtest/gtest.h>

#include "events/tree_rows.h"

namespace gesta {
namespace {

// Code, words and parties of what is added to no other event.
std::string in_force(std::string_view sentence) {
  const ReadRows rows(conllu_of(sentence));
  std::vector<Report> reports;
  const auto added = add_measures_in_force(rows.tree, knowledge(), rows.parties, rows.composer, reports);
  return added.empty() ? "" : coded_words(reports[0], rows.text);
}

TEST(InForce, WhatSomebodyMustLiftIsInForce) {
  const std::string embargo = " Egypt/Egypt/PROPN/NNP/6/nmod:poss 's/'s/PART/POS/4/case embargo/embargo/NOUN/NN/3/obj on/on/ADP/IN/8/case ";
  const std::string must = "Cairo/Cairo/PROPN/NNP/3/nsubj must/must/AUX/MD/3/aux lift/lift/VERB/VB/0/root" + embargo;
  EXPECT_EQ(in_force(must + "Libya/Libya/PROPN/NNP/6/nmod"), "163 embargo on Libya EGYGOV>LBYGOV");
  EXPECT_EQ(in_force(must + "Libya/Libya/PROPN/NNP/3/obl"), "163 embargo on Libya EGYGOV>LBYGOV");  // however the tree hangs it
  EXPECT_EQ(in_force(must + "eggs/egg/NOUN/NNS/6/nmod"), "");
  EXPECT_EQ(in_force("Cairo/Cairo/PROPN/NNP/3/nsubj has/have/AUX/VBZ/3/aux lifted/lift/VERB/VBN/0/root" + embargo + "Libya/Libya/PROPN/NNP/6/nmod"),
            "");
  EXPECT_EQ(
      in_force("Tripoli/Tripoli/PROPN/NNP/3/nsubj has/have/AUX/VBZ/3/aux defied/defy/VERB/VBN/0/root" + embargo + "Libya/Libya/PROPN/NNP/6/nmod"),
      "163 embargo on Libya EGYGOV>LBYGOV");
  EXPECT_EQ(
      in_force("Cairo/Cairo/PROPN/NNP/3/nsubj must/must/AUX/MD/3/aux discuss/discuss/VERB/VB/0/root" + embargo + "Libya/Libya/PROPN/NNP/6/nmod"), "");
}

}  // namespace
}  // namespace gesta
