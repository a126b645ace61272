#include "base/date.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

TEST(Date, DaysAndBack) {
  EXPECT_EQ(to_days({1970, 1, 1}), 0);
  EXPECT_EQ(weekday({2016, 12, 3}), 5);  // a Saturday
  Date walk{1899, 12, 31};
  for (int days = to_days(walk); days < to_days({2101, 1, 1}); ++days) {
    ASSERT_EQ(from_days(days), walk) << iso(walk);
    if (++walk.day > days_in_month(walk.year, walk.month)) walk = {walk.year, walk.month + 1, 1};
    if (walk.month > 12) walk = {walk.year + 1, 1, 1};
  }
}

TEST(Date, Iso) {
  EXPECT_EQ(iso({2016, 2, 9}), "2016-02-09");
  EXPECT_EQ(parse_iso_date("2016-12-03T10:00:00Z"), (Date{2016, 12, 3}));
  for (const char* bad : {"", "2016-13-03", "2015-02-29", "2016/12/03", "20161203", "2016-1-3xx"}) EXPECT_FALSE(parse_iso_date(bad)) << bad;
}

}  // namespace
}  // namespace gesta
