// Calendars other than the Gregorian, and the days that feasts fall on. Days are counted from 1970-01-01.
#pragma once
#include <optional>
#include <string_view>

#include "knowledge/holidays.h"

namespace gesta::calendars {

// Tabular Islamic calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30): within a day or two of what is seen.
int islamic(int year, int month, int day);
int islamic_year(int days);
// Months from Nisan, 1, to Adar (II), 12 or 13.
int hebrew(int year, int month, int day);
int hebrew_year(int days);
int easter(int year);
int orthodox_easter(int year);
// The first new or full moon from the day on, by the clock of Beijing (UTC+8).
int new_moon(int from);
int full_moon(int from);

// The first day of the feast in a year of ours; of the lunar ones, which may fall in it twice or never, the one that begins at or after 1 January.
int first_day(const Holiday& holiday, int year);

struct Month {
  std::string_view name;  // letters alone
  int number;
};
std::optional<int> islamic_month(std::string_view name);
std::optional<int> hebrew_month(std::string_view name);

}  // namespace gesta::calendars
