// Days of the proleptic Gregorian calendar. Weekdays and day counts after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gesta {

struct Date {
  int year = 0;
  int month = 0;  // 1..12
  int day = 0;    // 1..31
  auto operator<=>(const Date&) const = default;
};

bool valid(Date date);
int days_in_month(int year, int month);
int to_days(Date date);      // days since 1970-01-01
Date from_days(int days);    // its inverse
int weekday(Date date);      // 0 Monday .. 6 Sunday
std::string iso(Date date);  // "2016-12-03"
// Reads a leading YYYY-MM-DD; what follows (a time) is left alone. nullopt when it is no date.
std::optional<Date> parse_iso_date(std::string_view text);

}  // namespace gesta
