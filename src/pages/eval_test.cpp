// The marked pages of corpus/pages.
#include "pages/eval.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

TEST(MarkedPages, AreReadAsMarked) {
  const PagesScore score = evaluate_pages(std::string(GESTA_SOURCE_DIR) + "/corpus/pages");
  EXPECT_GT(score.pages, 0u);
  EXPECT_EQ(score.rejected, 0u);
  EXPECT_GT(score.f1, 0.97);
  EXPECT_EQ(score.dates_right, score.dates);
  EXPECT_EQ(score.titles_right, score.titles);
  EXPECT_EQ(score.authors_right, score.authors);
}

}  // namespace
}  // namespace gesta
