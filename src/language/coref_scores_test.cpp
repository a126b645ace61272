// Cases worked by hand, of the kind the papers show.
#include "language/coref_scores.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

struct Row {
  const char* name;
  Partition gold, system;
  double muc_r, muc_p, cubed_r, cubed_p, ceaf_r, ceaf_p;  // percent
};

const Row kRows[] = {
    {"the same", {{1, 2, 3}, {4, 5}}, {{5, 4}, {1, 3, 2}}, 100, 100, 100, 100, 100, 100},
    {"nothing found", {{1, 2}}, {}, 0, 0, 0, 0, 0, 0},
    // Bagga and Baldwin 1998: gold {1-5} {6 7} {8-C}; two of the chains run together.
    {"small joined to large",
     {{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}},
     {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}},
     100,
     90,
     100,
     76.19,
     61.11,
     91.67},
    {"large joined to large",
     {{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}},
     {{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}},
     100,
     90,
     100,
     58.33,
     55.56,
     83.33},
    // Pradhan et al. 2014: gold {a b c} {d e f g}; system {a b} {c d} {f g h i}.
    {"mentions on one side", {{1, 2, 3}, {4, 5, 6, 7}}, {{1, 2}, {3, 4}, {6, 7, 8, 9}}, 40, 40, 41.67, 50, 65, 43.33},
};

TEST(CorefScores, ByHand) {
  for (const Row& row : kRows) {
    CorefScores scores;
    add_coref(row.gold, row.system, scores);
    EXPECT_NEAR(scores.muc.recall(), row.muc_r, .01) << row.name;
    EXPECT_NEAR(scores.muc.precision(), row.muc_p, .01) << row.name;
    EXPECT_NEAR(scores.b_cubed.recall(), row.cubed_r, .01) << row.name;
    EXPECT_NEAR(scores.b_cubed.precision(), row.cubed_p, .01) << row.name;
    EXPECT_NEAR(scores.ceaf_e.recall(), row.ceaf_r, .01) << row.name;
    EXPECT_NEAR(scores.ceaf_e.precision(), row.ceaf_p, .01) << row.name;
  }
}

TEST(CorefScores, DocumentsAreSummed) {
  CorefScores scores;
  add_coref({{1, 2}}, {{1, 2}}, scores);
  add_coref({{1, 2, 3, 4}}, {{1, 2}}, scores);
  EXPECT_NEAR(scores.muc.recall(), 50, .01);
  EXPECT_NEAR(scores.muc.precision(), 100, .01);
  EXPECT_NEAR(scores.mentions.recall(), 66.67, .01);
}

}  // namespace
}  // namespace gesta
