#include "events/times_days.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/date.h"

namespace gesta {

namespace {

constexpr std::string_view kLetters[] = {"S", "M", "H", "D", "W", "M", "Y", "Y", "Y"};
constexpr int kMost = 3000;  // units that a day is moved by

int years_in(TimeUnit unit) { return unit == TimeUnit::decade ? 10 : unit == TimeUnit::century ? 100 : 1; }

// Two decimals at most.
std::string decimal(double amount) {
  const auto hundredths = static_cast<int64_t>(std::llround(std::min(amount, 1e9) * 100));
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  text += "." + pad(static_cast<int>(hundredths % 100), 2);
  if (text.back() == '0') text.pop_back();
  return text;
}

}  // namespace

int month_start(int year, int month) { return to_days({year, month, 1}); }
int month_end(int year, int month) { return to_days({year, month, days_in_month(year, month)}); }
Days month_of(int year, int month) { return {month_start(year, month), month_end(year, month)}; }
Days year_of(int year) { return {month_start(year, 1), month_end(year, 12)}; }
void shift_month(int& year, int& month, int by) {
  const int total = year * 12 + month - 1 + by;
  year = total / 12;
  month = total % 12 + 1;
}
Days season_of(int year, int season) {
  if (season == 3) {
    int end_year = year + 1;
    return {month_start(year, 12), month_end(end_year, 2)};
  }
  return {month_start(year, 3 + season * 3), month_end(year, 5 + season * 3)};
}

std::string pad(int number, int width) {
  std::string text = std::to_string(number);
  while (static_cast<int>(text.size()) < width) text.insert(text.begin(), '0');
  return text;
}
std::string month_value(int year, int month) { return pad(year, 4) + "-" + pad(month, 2); }
std::string week_value(int day) {
  const int monday = day - weekday(from_days(day));
  const Date thursday = from_days(monday + 3);
  const int week = (monday + 3 - month_start(thursday.year, 1)) / 7 + 1;
  return pad(thursday.year, 4) + "-W" + pad(week, 2);
}

std::string length_value(double amount, TimeUnit unit, const std::vector<TimeLength>& more) {
  if (amount < 0) {
    const std::string unknown = unit == TimeUnit::decade ? "XDE" : unit == TimeUnit::century ? "XCE" : "X";
    return (unit < TimeUnit::day ? "PT" : "P") + unknown + (unknown.size() > 1 ? "" : std::string(kLetters[static_cast<size_t>(unit)]));
  }
  std::string text = "P";
  bool clock = false;
  const auto add = [&](double number, TimeUnit of) {
    if (of < TimeUnit::day && !clock) text += "T", clock = true;
    text += decimal(number * years_in(of)) + std::string(kLetters[static_cast<size_t>(of)]);
  };
  add(amount, unit);
  for (const TimeLength& part : more) add(part.amount, part.unit);
  return text;
}

std::optional<int> moved(int day, double amount, TimeUnit unit, int sign) {
  const int steps = sign * static_cast<int>(std::min(amount, static_cast<double>(kMost)));
  if (unit < TimeUnit::hour) return day;
  if (unit == TimeUnit::hour) return day + steps / 24;
  if (unit <= TimeUnit::week) return day + steps * (unit == TimeUnit::week ? 7 : 1);
  Date at = from_days(day);
  shift_month(at.year, at.month, unit == TimeUnit::month ? steps : steps * 12 * years_in(unit));
  if (at.year < 1) return std::nullopt;
  return to_days({at.year, at.month, std::min(at.day, days_in_month(at.year, at.month))});
}

int moved_workdays(int day, int amount, int sign) {
  for (int left = std::min(amount, kMost); left > 0;) {
    day += sign;
    left -= weekday(from_days(day)) < 5;
  }
  return day;
}

}  // namespace gesta
