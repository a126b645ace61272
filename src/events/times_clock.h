// Times of the clock as they are written: "10:30", "4 pm", "half past seven", "nine thirty a.m.", "from 5 to 6pm", "8am-3".
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gesta {

struct ClockTime {
  std::string value;      // "T16:30"; of a range "T17:00/T18:00" (ISO 8601)
  size_t length = 0;      // bytes read
  bool plain = false;     // a bare number: a time only beside a day ("on Saturday at 5")
  bool half_day = false;  // before noon or after it is left open
};
// The time that the text begins with. `led`: the words before it lead to a time ("at", "from", "between"), so a bare number may begin a range.
std::optional<ClockTime> read_clock(std::string_view text, bool led);
// The same time twelve hours on, where that is left open.
std::string afternoon(const std::string& value);
// From the time of the value on for so many minutes, less than a day: "T09:00/T11:30".
std::optional<std::string> clock_range(const std::string& value, double minutes);

}  // namespace gesta
