#include "language/lemmas.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

TEST(Lemmas, FollowTagAndEnding) {
  const Lemmas lemmas = Lemmas::load(std::string(GESTA_SOURCE_DIR) + "/models/lemmas.txt");
  const struct {
    const char *form, *tag, *lemma;
  } rows[] = {
      {"Protesters", "NNS", "protester"},
      {"struck", "VBD", "strike"},
      {"fled", "VBD", "flee"},
      {"hanged", "VBD", "hang"},
      {"townspeople", "NNS", "townspeople"},
      {"better", "JJR", "good"},
      {"Haftar", "NNP", "Haftar"},
      {"\u0259", "NNS", "\u0259"},  // no byte of a letter is taken off
      {"s", "NNS", "s"},            // nor the whole word
  };
  for (const auto& row : rows) {
    std::string lemma;
    lemmas.append(row.form, row.tag, lemma);
    EXPECT_EQ(lemma, row.lemma) << row.form;
  }
}

}  // namespace
}  // namespace gesta
