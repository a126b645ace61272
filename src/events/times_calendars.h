// Calendars other than the Gregorian, and the days that feasts fall on. Days are counted from 1970-01-01.
#pragma once
#include <optional>
#include <string_view>

namespace gesta::calendars {

// Tabular Islamic calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30): within a day or two of what is seen.
int islamic(int year, int month, int day);
int islamic_year(int days);
// Months from Nisan, 1, to Adar (II), 12 or 13.
int hebrew(int year, int month, int day);
int hebrew_year(int days);
int easter(int year);

enum class Rule : unsigned char { fixed, easter, weekday, islamic, hebrew };
struct Holiday {
  std::string_view name;  // letters alone: "newyearsday"
  Rule rule;
  int month, day;  // days from Easter Sunday; for `weekday`: ten times which one of the month (5: the last), and the weekday from Monday, 0
  int length = 1;  // days
  int shift = 0;   // days on: Black Friday is the day after a fourth Thursday
};
// The first day of the feast in a year of ours; of the lunar ones, which may fall in it twice or never, the one that begins at or after 1 January.
int first_day(const Holiday& holiday, int year);

struct Month {
  std::string_view name;  // letters alone
  int number;
};
std::optional<int> islamic_month(std::string_view name);
std::optional<int> hebrew_month(std::string_view name);

}  // namespace gesta::calendars
