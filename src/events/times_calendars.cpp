// Arithmetic after Reingold and Dershowitz, Calendrical Calculations (1997): the Islamic civil calendar, and the Hebrew one from the molad of Tishri
// with its postponements.
#include "events/times_calendars.h"

#include <cmath>

#include "base/date.h"

namespace gesta::calendars {

namespace {

constexpr int kIslamicEpoch = -492148;  // 16 July 622, Julian
constexpr int kHebrewEpoch = -2092590;  // 7 October 3761 BC, Julian

bool leap_hebrew(int year) { return (7 * year + 1) % 19 < 7; }
int months_of_hebrew(int year) { return leap_hebrew(year) ? 13 : 12; }
// Days from the epoch to the molad of Tishri, put off from Sunday, Wednesday and Friday.
int elapsed(int year) {
  const int months = (235 * year - 234) / 19;
  const long long parts = 12084 + 13753LL * months;
  const int day = 29 * months + static_cast<int>(parts / 25920);
  return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}
int new_year_delay(int year) {
  const int before = elapsed(year - 1), here = elapsed(year), after = elapsed(year + 1);
  return after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
}
int new_year(int year) { return kHebrewEpoch + elapsed(year) + new_year_delay(year); }
int days_of_hebrew_year(int year) { return new_year(year + 1) - new_year(year); }
int last_day_of_hebrew_month(int year, int month) {
  const int length = days_of_hebrew_year(year);
  if (month == 2 || month == 4 || month == 6 || month == 10 || month == 13) return 29;
  if (month == 12 && !leap_hebrew(year)) return 29;
  if (month == 8 && length % 10 != 5) return 29;    // Marheshvan
  return month == 9 && length % 10 == 3 ? 29 : 30;  // Kislev
}

}  // namespace

int islamic(int year, int month, int day) { return kIslamicEpoch - 1 + (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day; }
int islamic_year(int days) {
  int year = (30 * (days - kIslamicEpoch) + 10646) / 10631;
  while (islamic(year + 1, 1, 1) <= days) ++year;
  while (islamic(year, 1, 1) > days) --year;
  return year;
}

int hebrew(int year, int month, int day) {
  int days = new_year(year) + day - 1;
  if (month < 7) {
    for (int m = 7; m <= months_of_hebrew(year); ++m) days += last_day_of_hebrew_month(year, m);
    for (int m = 1; m < month; ++m) days += last_day_of_hebrew_month(year, m);
  } else {
    for (int m = 7; m < month; ++m) days += last_day_of_hebrew_month(year, m);
  }
  return days;
}
int hebrew_year(int days) {
  int year = from_days(days).year + 3760;
  while (new_year(year + 1) <= days) ++year;
  return year;
}

// Gauss's rule in the anonymous Gregorian form (Nature, 20 April 1876).
int easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return to_days({year, month, day});
}

// Of the Julian calendar, which was 13 days behind ours from 1900 to 2099 (Meeus, Astronomical Algorithms, 1998, chapter 8).
int orthodox_easter(int year) {
  const int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
  return to_days({year, (d + e + 114) / 31, (d + e + 114) % 31 + 1}) + year / 100 - year / 400 - 2;
}

namespace {

// The k-th new moon (of a half: full moon) since that of 6 January 2000, in days since 1970: Meeus, chapter 49, without the terms below .01 day.
double moon(double k) {
  constexpr double kRadians = 3.14159265358979323846 / 180, kDynamical = 69. / 86400, kEpoch = 2440587.5;  // kDynamical: TT less UTC
  const double t = k / 1236.85;
  const double sun = (2.5534 + 29.1053567 * k) * kRadians, own = (201.5643 + 385.81693528 * k + .0107582 * t * t) * kRadians;
  const double node = (160.7108 + 390.67050284 * k) * kRadians;
  const double mean = 2451550.09766 + 29.530588861 * k + .00015437 * t * t;
  return mean - .4072 * std::sin(own) + .1724 * std::sin(sun) + .0161 * std::sin(2 * own) + .0104 * std::sin(2 * node) - kDynamical - kEpoch;
}

int moon_from(int from, double half) {
  constexpr double kBeijing = 8. / 24, kMonth = 29.530588861, kFirst = 10962.6;
  double k = std::floor((from - kFirst) / kMonth) - 2 + half;
  while (std::floor(moon(k) + kBeijing) < from) k += 1;
  return static_cast<int>(std::floor(moon(k) + kBeijing));
}

}  // namespace

int new_moon(int from) { return moon_from(from, 0); }
int full_moon(int from) { return moon_from(from, .5); }

int first_day(const Holiday& holiday, int year) {
  const int january = to_days({year, 1, 1});
  const auto day_of_rule = [&] {
    switch (holiday.rule) {
      case Holiday::Rule::fixed:
        return to_days({year, holiday.month, holiday.day});
      case Holiday::Rule::easter:
        return easter(year);
      case Holiday::Rule::orthodox_easter:
        return orthodox_easter(year);
      case Holiday::Rule::islamic: {
        const int at = islamic(islamic_year(january), holiday.month, holiday.day);
        return at >= january ? at : islamic(islamic_year(january) + 1, holiday.month, holiday.day);
      }
      case Holiday::Rule::hebrew: {
        const int before = hebrew_year(january);
        const auto in = [&](int y) { return hebrew(y, holiday.month == 12 && leap_hebrew(y) ? 13 : holiday.month, holiday.day); };
        return in(before) >= january ? in(before) : in(before + 1);
      }
      case Holiday::Rule::new_moon:
        return new_moon(to_days({year, holiday.month, holiday.day}));
      case Holiday::Rule::full_moon:
        return full_moon(to_days({year, holiday.month, holiday.day}));
    }
    return january;
  };
  const int day = day_of_rule() + holiday.shift;
  if (holiday.weekday < 0) return day;
  return day - 1 - (weekday(from_days(day - 1)) - holiday.weekday + 7) % 7;
}

namespace {

constexpr Month kIslamic[] = {{"muharram", 1},    {"safar", 2},         {"rabialawwal", 3},     {"rabialthani", 4},  {"jumadaalawwal", 5},
                              {"jumadaalula", 5}, {"jumadaalthani", 6}, {"jumadaalakhirah", 6}, {"rajab", 7},        {"shaban", 8},
                              {"shaaban", 8},     {"ramadan", 9},       {"ramadhan", 9},        {"shawwal", 10},     {"dhulqadah", 11},
                              {"dhualqadah", 11}, {"dhualqidah", 11},   {"dhulhijjah", 12},     {"dhualhijjah", 12}, {"zilhajj", 12}};
constexpr Month kHebrew[] = {{"nisan", 1},  {"iyar", 2},    {"iyyar", 2},   {"sivan", 3},    {"tammuz", 4},  {"av", 5},
                             {"elul", 6},   {"tishri", 7},  {"tishrei", 7}, {"cheshvan", 8}, {"heshvan", 8}, {"kislev", 9},
                             {"tevet", 10}, {"shevat", 11}, {"shvat", 11},  {"adar", 12}};

template <size_t N>
std::optional<int> number_of(const Month (&table)[N], std::string_view name) {
  for (const Month& month : table)
    if (month.name == name) return month.number;
  return std::nullopt;
}

}  // namespace

std::optional<int> islamic_month(std::string_view name) { return number_of(kIslamic, name); }
std::optional<int> hebrew_month(std::string_view name) { return number_of(kHebrew, name); }

}  // namespace gesta::calendars
