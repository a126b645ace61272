// A time expression as it is written, before it has a place on the calendar: times_read.cpp finds them, times.cpp puts them on the calendar.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "language/language.h"

namespace gesta {

enum class TimeKind : uint8_t {
  date,
  weekday,
  month,
  year,
  unit,
  part,
  season,
  quarter,
  half,
  decade,
  century,
  duration,
  offset,
  set,
  clock,
  vague,
  weekend,
  piece,        // "the third week of May", "the first ten days of the year": number, unit and amount, of the base
  week_of,      // "the week of 3 May": of the base
  week_number,  // "week 31 of 2018"
  month_day,    // "the 18th"
  feast,        // `feasts`: the days on which countries keep it
  lunar         // "10 Muharram 1443": day, month and year of another calendar; `number` 0 Islamic, 1 Hebrew
};
enum class TimeUnit : uint8_t { second, minute, hour, day, week, month, year, decade, century };
struct TimeLength {
  double amount = 0;
  TimeUnit unit = TimeUnit::day;
};
// How the expression is tied to its anchor.
enum class TimeShift : uint8_t { none, last, now, next, before, after, same, ago, earlier, later };

struct RawTime {
  uint32_t first = 0, last = 0;  // tokens, half open
  TimeKind kind = TimeKind::vague;
  int year = 0, month = 0, day = 0, last_day = 0;  // day..last_day when a range of days is written
  int last_year = 0;                               // year..last_year
  int to_year = 0, to_month = 0, to_day = 0;       // the last day of a range in figures
  int weekday = -1;
  int number = 0;  // season 0 spring .. 3 winter, quarter 1..4, half 1..2, decade first year, days of a day word
  TimeUnit unit = TimeUnit::day;
  double amount = -1;            // of a duration or offset; -1: unknown ("days ago")
  std::vector<TimeLength> more;  // smaller units of the same length: "two weeks and three days"
  bool workdays = false;         // days without Saturdays and Sundays
  bool below = false;            // "less than three days after": all of them
  TimeShift shift = TimeShift::none;
  char modifier = 0;          // s(tart) m(iddle) e(nd) b(efore today: "earlier this week") a(fter today) w(hole, of a unit; weekend, of a feast)
  std::string part;           // MO AF EV NI DT
  std::string value;          // of a set or a vague reference; the time of the clock, alone or of a day
  bool bare = false;          // a part of the day with no day: "by nightfall"; of a time of the clock: a number alone
  bool half_day = false;      // a time of the clock before noon or after it
  bool event_anchor = false;  // "three days after CLAUSE"
  std::span<const Holiday> feasts;
  std::optional<int> week;    // of a weekday: "next week Monday", "Tuesday of last week"
  std::vector<RawTime> base;  // what a piece or an offset counts from: "two weeks before Christmas"
};

std::vector<RawTime> read_raw_times(const Document& document, const Knowledge& knowledge, uint32_t first, uint32_t last);

}  // namespace gesta
