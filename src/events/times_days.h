// Arithmetic of the calendar for time expressions: intervals of days, the TIMEX3 values of months, weeks and lengths, and a day moved by a length.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "events/times_raw.h"

namespace gesta {

struct Days {
  int first = 0, last = 0;  // days since 1970, inclusive
};

int month_start(int year, int month);
int month_end(int year, int month);
Days month_of(int year, int month);
Days year_of(int year);
void shift_month(int& year, int& month, int by);
// 0 spring .. 3 winter, which ends in the year after.
Days season_of(int year, int season);

std::string pad(int number, int width);
std::string month_value(int year, int month);
// ISO 8601 week of a day.
std::string week_value(int day);
// "P2W", "PT1H30M", "P1.5Y"; an amount below 0 is not told: "PXD".
std::string length_value(double amount, TimeUnit unit, const std::vector<TimeLength>& more = {});

// The day so many units on (sign 1) or back (-1); nothing before the first year.
std::optional<int> moved(int day, double amount, TimeUnit unit, int sign);
// The day so many days from Monday to Friday on or back.
int moved_workdays(int day, int amount, int sign);

}  // namespace gesta
