// Weeks, weekends, months, quarters, seasons and years counted from the day of writing or the date told, and parts of them.
#include <algorithm>

#include "events/fields_tree.h"
#include "events/times_resolver.h"
#include "events/times_tables.h"

namespace gesta {

void TimeResolver::whole_week(int day, TimeExpression& time) {
  const int monday = day - weekday(from_days(day));
  days_ = Days{monday, monday + 6};
  time.value = week_value(monday);
}

void TimeResolver::whole_month(int year, int month, TimeExpression& time) {
  days_ = month_of(year, month);
  time.value = month_value(year, month);
}

void TimeResolver::week_of(const RawTime& raw, TimeExpression& time) {
  const auto base = days_of_base(raw);
  if (!base) return void(time.value = "XXXX-WXX");
  whole_week(base->first, time);
}

void TimeResolver::week_number(const RawTime& raw, TimeExpression& time) {
  if (!raw.year && !written_) return void(time.value = "XXXX-W" + pad(raw.number, 2));
  const int year = raw.year ? raw.year : written_year() + (raw.shift == TimeShift::last ? -1 : raw.shift == TimeShift::next ? 1 : 0);
  whole_week(to_days({year, 1, 4}) + 7 * (raw.number - 1), time);
}

// A part of a month or a year. Weeks are those that have their Thursday in it (ISO 8601), but the first and the last are meant as its first and last
// seven days.
void TimeResolver::piece(const RawTime& raw, TimeExpression& time) {
  const auto base = days_of_base(raw);
  if (!base) return void(time.value = length_value(raw.amount, raw.unit));
  const int amount = static_cast<int>(raw.amount);
  const Date first = from_days(base->first), last = from_days(base->last);
  const bool end = raw.number < 0;
  const int skip = end ? 0 : raw.number - 1;
  if (raw.weekday >= 0) {
    const int day = end ? base->last - (weekday(last) - raw.weekday + 7) % 7 : base->first + (raw.weekday - weekday(first) + 7) % 7 + 7 * skip;
    with_part(raw, time, day);
  } else if (raw.unit == TimeUnit::day) {
    days_ = end ? Days{base->last - amount + 1, base->last} : Days{base->first + skip, base->first + skip + amount - 1};
    time.value = amount == 1 ? iso(from_days(days_->first)) : length_value(amount, raw.unit);
  } else if (raw.unit == TimeUnit::week) {
    const int monday = base->first - weekday(first), ending = base->last - weekday(last);
    const int start = monday + 3 < base->first ? monday + 7 : monday, stop = ending + 3 > base->last ? ending - 7 : ending;
    const int from = end ? stop - 7 * (amount - 1) : start + 7 * skip;
    const int length = 7 * amount;
    days_ = end ? Days{base->last - length + 1, base->last} : skip == 0 ? Days{base->first, base->first + length - 1} : Days{from, from + length - 1};
    time.value = amount == 1 ? week_value(from) : length_value(amount, raw.unit);
  } else if (raw.unit == TimeUnit::month) {
    int year = end ? last.year : first.year, month = end ? last.month : first.month;
    shift_month(year, month, end ? 1 - amount : skip);
    const int start = month_start(year, month);
    time.value = amount == 1 ? month_value(year, month) : length_value(amount, raw.unit);
    shift_month(year, month, amount - 1);
    days_ = Days{start, month_end(year, month)};
  } else {
    time.value = length_value(raw.amount, raw.unit);
  }
  if (days_ && (days_->last < base->first || days_->first > base->last)) days_.reset(), time.value = "XXXX";
}

// Narrows an interval to its first, middle or last third ("early 2014"), as annotators do.
void TimeResolver::third(const RawTime& raw) {
  if (!days_ || !raw.modifier) return;
  const Days whole = *days_;
  const int length = whole.last - whole.first + 1, months = length / 30;
  const Date start = from_days(whole.first);
  const auto at = [&](int thirds) {  // of a year and longer: whole months
    int year = start.year, month = start.month;
    if (months < 12) return whole.first + length / 3 * thirds;
    shift_month(year, month, months * thirds / 3);
    return month_start(year, month);
  };
  if (raw.modifier == 's' || raw.modifier == 'm') days_->last = at(raw.modifier == 's' ? 1 : 2) - 1;
  if (raw.modifier == 'e' || raw.modifier == 'm') days_->first = at(raw.modifier == 'e' ? 2 : 1);
  until_written(raw);
}

void TimeResolver::until_written(const RawTime& raw) {
  if (!written_ || !days_) return;
  const bool reached = days_->first <= *written_ && days_->last > *written_;
  if (raw.modifier == 's' && reached && !forward(raw)) days_->last = *written_;  // "early this month", told while it is
  if (raw.modifier == 'b') days_->last = std::min(days_->last, *written_);
  if (raw.modifier == 'a') days_->first = std::max(days_->first, *written_);
}

void TimeResolver::year(const RawTime& raw, TimeExpression& time) {
  if (raw.year < 0) {  // before Christ: a value, and no days of our calendar
    time.value = "BC" + pad(-raw.year, 4);
    return;
  }
  time.value = pad(raw.year, 4);
  days_ = Days{month_start(raw.year, 1), month_end(std::max(raw.last_year, raw.year), 12)};
  third(raw);
}

void TimeResolver::unit(const RawTime& raw, TimeExpression& time) {
  const bool told = (history_ && raw.shift == TimeShift::now && told_) || raw.shift == TimeShift::same || raw.shift == TimeShift::after ||
                    raw.shift == TimeShift::before;
  const auto from = told ? anchor(raw) : written_ ? today() : history_ ? told_ : std::nullopt;
  int steps = raw.shift == TimeShift::last || raw.shift == TimeShift::before  ? -1
              : raw.shift == TimeShift::next || raw.shift == TimeShift::after ? 1
                                                                              : 0;
  if (raw.amount > 1 && !(raw.unit == TimeUnit::week && raw.amount == 2 && tree::lower_form(document_, raw.last - 1) == "fortnight"))
    steps *= static_cast<int>(raw.amount);
  if (!from) {
    time.value = relative(steps, raw.unit);
    return;
  }
  const Date base = from_days(from->first);
  int year = base.year, month = base.month;
  switch (raw.unit) {
    case TimeUnit::week:
      whole_week(from->first + 7 * steps, time);
      break;
    case TimeUnit::month:
      shift_month(year, month, steps);
      whole_month(year, month, time);
      break;
    case TimeUnit::year:
      days_ = year_of(year + steps);
      time.value = pad(year + steps, 4);
      break;
    case TimeUnit::decade:
      year = (year / 10 + steps) * 10;
      days_ = Days{month_start(year, 1), month_end(year + 9, 12)};
      time.value = pad(year / 10, 3);
      break;
    case TimeUnit::century:
      year = (year / 100 + steps) * 100;
      days_ = Days{month_start(year, 1), month_end(year + 99, 12)};
      time.value = pad(year / 100, 2);
      break;
    default:
      time.value = relative(steps, raw.unit);
      return;
  }
  third(raw);
  until_written(raw);
  if (raw.shift == TimeShift::now && written_ && raw.modifier == 0) {
    if (forward(raw))
      days_->first = std::max(days_->first, *written_);
    else
      days_->last = std::max(days_->first, std::min(days_->last, *written_));
  }
}

void TimeResolver::weekend(const RawTime& raw, TimeExpression& time) {
  if (!written_) return void(time.value = "XXXX-WXX-WE");
  const int today = *written_, monday = today - weekday(from_days(today));
  const bool in_weekend = today >= monday + 5;
  const bool soon = raw.shift == TimeShift::now && today >= monday + 3;  // "this weekend" on a Thursday
  const bool ahead = raw.shift == TimeShift::next || soon || (raw.shift != TimeShift::last && forward(raw));
  int saturday = ahead ? monday + 5 : in_weekend ? monday + 5 : monday - 2;
  if (raw.shift == TimeShift::next && in_weekend) saturday += 7;
  if (raw.shift == TimeShift::last && in_weekend) saturday -= 7;
  days_ = Days{saturday, saturday + 1};
  time.value = week_value(saturday) + "-WE";
}

void TimeResolver::season(const RawTime& raw, TimeExpression& time) {
  const auto code = time_words::kSeasonCodes[raw.number];
  std::optional<int> year;
  if (raw.year)
    year = raw.year;
  else if (raw.shift == TimeShift::same && told_)
    year = from_days(told_->first).year;
  else if (raw.shift == TimeShift::after && told_ && said_so(raw, "following"))  // the first one after the date told
    year = from_days(told_->last).year + (season_of(from_days(told_->last).year, raw.number).first <= told_->last);
  else if (history_ && told_year_)
    year = told_year_;
  else if (written_) {
    const int now = written_year();
    const bool ahead = raw.shift == TimeShift::next || raw.shift == TimeShift::after ||
                       (raw.shift != TimeShift::last && raw.shift != TimeShift::before && raw.shift != TimeShift::now && forward(raw));
    const Days this_year = season_of(now, raw.number);
    if (raw.shift == TimeShift::now)  // "this winter" in January began last year
      year = raw.number == 3 && from_days(*written_).month < 3 ? now - 1 : now;
    else if (ahead)
      year = (raw.shift == TimeShift::next ? this_year.first : this_year.last) < *written_ ? now + 1 : now;
    else
      year = this_year.first > *written_ || (raw.shift == TimeShift::last && this_year.last >= *written_) ? now - 1 : now;
  }
  if (!year) return void(time.value = "XXXX-" + std::string(code));
  time.value = pad(*year, 4) + "-" + std::string(code);
  days_ = season_of(*year, raw.number);
  third(raw);
}

void TimeResolver::quarter(const RawTime& raw, TimeExpression& time) {
  std::optional<int> year;
  if (raw.year)
    year = raw.year;
  else if (history_ && told_year_)
    year = told_year_;
  else if (written_)
    year = written_year() + (raw.shift == TimeShift::before ? -1 : raw.shift == TimeShift::after ? 1 : 0);
  if (!year) return void(time.value = "XXXX-Q" + std::to_string(raw.number));
  int number = raw.number, length = raw.kind == TimeKind::half ? 6 : 3;
  if (number == 0 && written_) {  // this, last, next quarter
    const Date now = from_days(*written_);
    int month = (now.month - 1) / 3 * 3 + 1, at = now.year;
    shift_month(at, month,
                raw.shift == TimeShift::last || raw.shift == TimeShift::before  ? -3
                : raw.shift == TimeShift::next || raw.shift == TimeShift::after ? 3
                                                                                : 0);
    year = at;
    number = (month - 1) / 3 + 1;
  }
  if (number == 0) return void(time.value = "P1Q");
  days_ = Days{month_start(*year, (number - 1) * length + 1), month_end(*year, number * length)};
  time.value = pad(*year, 4) + (raw.kind == TimeKind::half ? "-H" : "-Q") + std::to_string(number);
}

}  // namespace gesta
