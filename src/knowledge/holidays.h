// Feasts, national days and days of remembrance, as data/holidays.txt has them (docs/formats.md). On what day one falls in a year tells
// events/times_calendars.h.
#pragma once
#include <cstdint>
#include <string_view>

namespace gesta {

struct Holiday {
  enum class Rule : unsigned char { fixed, easter, orthodox_easter, islamic, hebrew, new_moon, full_moon };
  std::string_view country;  // ISO 3166-1 alpha-3; empty: everywhere
  Rule rule = Rule::fixed;
  int month = 0, day = 0;  // of the rule's calendar, the Hebrew months from Nisan; of a moon: the first one from then on
  int shift = 0;           // days on
  int weekday = -1;        // 0 Monday .. 6 Sunday: the last such day before
  int length = 1;          // days
};

}  // namespace gesta
