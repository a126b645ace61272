#include "events/times_clock.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

struct Row {
  std::string_view text, value, read;
  bool led = false;
};

TEST(Clock, ReadsTimesAndRanges) {
  const Row rows[] = {
      {"10:30 on Tuesday", "T10:30", "10:30"},
      {"4 p.m. on Tuesday", "T16:00", "4 p.m."},
      {"12 a.m.", "T00:00", "12 a.m."},
      {"3 p . m . sharp", "T15:00", "3 p . m ."},
      {"7:56:30 pm", "T19:56:30", "7:56:30 pm"},
      {"0630 hours", "T06:30", "0630 hours"},
      {"half past seven in the evening", "T19:30", "half past seven in the evening"},
      {"a quarter to eight", "T07:45", "a quarter to eight"},
      {"20 minutes past eight", "T08:20", "20 minutes past eight"},
      {"nine thirty a.m.", "T09:30", "nine thirty a.m."},
      {"eight o'clock", "T08:00", "eight o'clock"},
      {"5 to 6pm", "T17:00/T18:00", "5 to 6pm"},
      {"11:30 am to 12:30", "T11:30/T12:30", "11:30 am to 12:30"},
      {"8am-3 yesterday", "T08:00/T15:00", "8am-3"},
      {"3 and 8am", "T03:00/T08:00", "3 and 8am", true},
      {"3 and 8am", "T03:00", "3"},
      {"15 to 20 people", "T15:00", "15"},  // a bare number: a time only beside a day
      {"two thirty-year-old men", "T02:00", "two"},
      {"2016", "", ""},
      {"37.15 percent", "", ""},
      {"soldiers", "", ""},
  };
  for (const Row& row : rows) {
    const auto found = read_clock(row.text, row.led);
    EXPECT_EQ(found ? found->value : "", row.value) << row.text;
    if (found) {
      EXPECT_EQ(row.text.substr(0, found->length), row.read) << row.text;
    }
  }
  EXPECT_TRUE(read_clock("15 to 20 people", true)->plain);
  EXPECT_FALSE(read_clock("5 to 6pm", false)->plain);
  EXPECT_EQ(afternoon("T05:00/T06:30"), "T17:00/T18:30");
}

}  // namespace
}  // namespace gesta
