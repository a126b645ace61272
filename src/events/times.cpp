// Puts time expressions on the calendar: TIMEX3 type and value (ISO 24617-1) and the interval of days. Relative expressions count from the
// day of writing (publication, or the date of a dateline); "later", "the next day" and the like from the last date told; the tense of the clause
// decides the side of a bare weekday or month. With no day of writing, what depends on it keeps a relative value ("-P1M") and no interval.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/date.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/times_calendars.h"
#include "events/times_days.h"
#include "events/times_direction.h"
#include "events/times_tables.h"

namespace gesta {

namespace {

class Resolver {
 public:
  Resolver(const Document& document, const std::string& published) : document_(document) {
    if (const auto date = parse_iso_date(published)) written_ = to_days(*date);
  }

  std::vector<TimeExpression> all() {
    std::vector<RawTime>& raws = raws_;
    for (const Sentence& sentence : document_.sentences)
      for (RawTime& raw : read_raw_times(document_, sentence.first, sentence.last)) raws.push_back(std::move(raw));
    history_ = is_history(raws);
    for (const RawTime& raw : raws)
      if (raw.kind == TimeKind::year && sets_year(raw)) history_ = true, told_year_ = raw.year;
    std::vector<TimeExpression> out;
    for (RawTime& raw : raws) {
      TimeExpression time;
      time.first = raw.first;
      time.last = raw.last;
      time.span = {document_.tokens[raw.first].span.begin, document_.tokens[raw.last - 1].span.end};
      days_.reset();
      const bool loose = raw.kind == TimeKind::part && raw.bare && !same_scene(raw, raws);
      if (loose)
        time.type = "TIME", time.value = "XXXX-XX-XXT" + raw.part;
      else
        resolve(raw, time);
      if (raw.kind != TimeKind::clock && raw.value.starts_with('T') && days_ && time.value.size() >= 10 && time.type != "SET" && time.value[0] <= '2')
        time.type = "TIME", time.value = time.value.substr(0, 10) + raw.value;
      if (!out.empty()) in_order(raws, &raw - raws.data(), out.back(), time);
      if (days_ && valid(from_days(days_->first))) {
        time.start = iso(from_days(days_->first));
        time.end = iso(from_days(days_->last));
      }
      if (time.value.empty()) continue;
      remember(raw, time);
      out.push_back(std::move(time));
    }
    return out;
  }

 private:
  // "from May to September", "between 20 December and 3 January": the second is the first one of its name after the first.
  void in_order(std::vector<RawTime>& raws, ptrdiff_t k, TimeExpression& before, TimeExpression& time) {
    if (k == 0) return;
    RawTime &a = raws[static_cast<size_t>(k) - 1], &b = raws[static_cast<size_t>(k)];
    if (a.last != before.last || b.first != a.last + 1 || a.first == 0 || !days_) return;
    const std::string lead = tree::lower_form(document_, a.first - 1);
    const std::string link = tree::lower_form(document_, a.last);
    const bool led = lead == "from" || lead == "between";
    if ((!led && (link == "and" || a.kind != TimeKind::month || b.kind != TimeKind::month)) ||
        !tree::among(tree::lower_form(document_, a.last), time_words::kLinks))
      return;
    if (a.kind == TimeKind::weekday && b.kind == TimeKind::weekday && written_ && lead == "from") {
      // "from next Monday to Friday"
      const auto start = parse_iso_date(before.start);
      if (start && to_days(*start) > *written_ && days_->first < to_days(*start))
        days_->first += 7, days_->last += 7, time.value = iso(from_days(days_->first));
      return;
    }
    const auto plain = [](const RawTime& raw) {
      return (raw.kind == TimeKind::date || raw.kind == TimeKind::month) && raw.month > 0 && raw.year == 0 && raw.shift == TimeShift::none;
    };
    if (!plain(a) || !plain(b) || before.start.size() < 10) return;
    const auto start = parse_iso_date(before.start);
    if (!start) return;
    if (const auto recent = span_around(a, b); recent && lead == "from" && !history_) {
      b.year = *recent + (a.month > b.month);
      resolve(b, time);
    }
    const int year = from_days(days_->first).year - (a.month > b.month || (a.month == b.month && a.day > b.day) ? 1 : 0);
    if (start->year == year) return;
    a.year = year;
    const std::optional<Days> own = days_;
    days_.reset();
    resolve(a, before);
    if (days_) before.start = iso(from_days(days_->first)), before.end = iso(from_days(days_->last));
    days_ = own;
  }

  // "From 1 October to 7 November", told in between: the year that it begins in.
  std::optional<int> span_around(const RawTime& a, const RawTime& b) const {
    constexpr int recent = 60;  // days
    if (!written_ || a.kind != TimeKind::date || b.kind != TimeKind::date) return std::nullopt;
    for (const int year : {written_year(), written_year() - 1}) {
      const int end_year = year + (a.month > b.month);
      if (a.day > days_in_month(year, a.month) || b.day > days_in_month(end_year, b.month)) continue;
      const int start = to_days({year, a.month, a.day}), end = to_days({end_year, b.month, b.day});
      if (start <= *written_ && start > *written_ - recent && end > *written_) return year;
    }
    return std::nullopt;
  }

  // "By nightfall", "in the afternoon": of the day just told, where no other day stands in the sentence.
  bool same_scene(const RawTime& raw, const std::vector<RawTime>& raws) const {
    const uint32_t sentence = document_.tokens[raw.first].sentence;
    if (!told_ || told_->last != told_->first || told_sentence_ == sentence || told_sentence_ + 2 < sentence) return false;
    return std::none_of(raws.begin(), raws.end(), [&](const RawTime& other) {
      const bool day = other.kind == TimeKind::date || other.kind == TimeKind::weekday || (other.kind == TimeKind::part && !other.bare);
      return day && document_.tokens[other.first].sentence == sentence;
    });
  }

  // A text of full dates in other years, with hardly a weekday: its bare dates belong to the year last told.
  bool is_history(const std::vector<RawTime>& raws) const {
    int years = 0, near = 0;
    for (const RawTime& raw : raws) {
      const bool away = !written_ || std::abs(raw.year - from_days(*written_).year) > 1;
      years += raw.year != 0 && away;
      near += (raw.kind == TimeKind::weekday || (raw.kind == TimeKind::part && raw.shift == TimeShift::now)) + (raw.year != 0 && !away);
    }
    return years > 2 && years > near;
  }

  // "The year was 1831.": the story that the text tells lies there.
  bool sets_year(const RawTime& raw) const {
    if (raw.first < 3 || (written_ && std::abs(raw.year - from_days(*written_).year) < 2)) return false;
    const std::string verb = tree::lower_form(document_, raw.first - 1);
    return (verb == "is" || verb == "was") && tree::lower_form(document_, raw.first - 2) == "year" &&
           tree::lower_form(document_, raw.first - 3) == "the";
  }

  void remember(const RawTime& raw, const TimeExpression&) {
    const bool dated = raw.kind != TimeKind::duration && raw.kind != TimeKind::set && raw.kind != TimeKind::vague && raw.kind != TimeKind::clock &&
                       !raw.event_anchor;
    if (!dated || !days_ || raw.shift == TimeShift::earlier) return;  // a look back does not move the story
    // A dateline's date ("HYDERABAD, May 28:") moves the day of writing.
    if (raw.kind == TimeKind::date && written_ && raw.first < 8 && raw.last < document_.tokens.size() && std::abs(*written_ - days_->first) < 4 &&
        days_->first == days_->last) {
      const std::string_view next = document_.tokens[raw.last].form;
      if (next == ":" || next == "-" || next == "\xE2\x80\x94" || next == "\xE2\x80\x93" || next == "(" || next == ")") written_ = days_->first;
    }
    // In a history one year far from the story is an aside ("as in 1812"); a second one moves it.
    if (history_ && told_year_ && raw.year && std::abs(raw.year - told_year_) > kAside && std::abs(raw.year - aside_) > kAside) {
      aside_ = raw.year;
      return;
    }
    told_ = days_;
    told_sentence_ = document_.tokens[raw.first].sentence;
    if (raw.year)
      told_year_ = raw.year;
    else if (history_ && (raw.kind == TimeKind::date || raw.kind == TimeKind::month || raw.kind == TimeKind::offset))
      told_year_ = from_days(days_->first).year;
  }

  bool forward(const RawTime& raw) const {
    const std::string before = raw.first > 0 ? tree::lower_form(document_, raw.first - 1) : std::string();
    if (raw.kind == TimeKind::weekday && before == "for") return true;
    const bool deadline = before == "until" || before == "till" || before == "by";
    const bool fixture = (before == "in" || before == "on" || before == "for") && (raw.kind == TimeKind::month || raw.kind == TimeKind::date);
    if ((deadline && is_present(document_, raw.first)) || (fixture && is_fixture(document_, raw.first, raw.last))) return true;
    return looks_forward(document_, raw.first);
  }
  int written_year() const { return from_days(*written_).year; }

  void resolve(const RawTime& raw, TimeExpression& time) {
    time.type = "DATE";
    switch (raw.kind) {
      case TimeKind::date:
        return date(raw, time);
      case TimeKind::month:
        return month(raw, time);
      case TimeKind::weekday:
        return on_weekday(raw, time);
      case TimeKind::year:
        return year(raw, time);
      case TimeKind::decade:
        time.value = pad(raw.number / 10, 3);
        days_ = Days{month_start(raw.number, 1), month_end(raw.number + 9, 12)};
        return third(raw);
      case TimeKind::century:
        time.value = pad(raw.number - 1, 2);
        days_ = Days{month_start((raw.number - 1) * 100, 1), month_end(raw.number * 100 - 1, 12)};
        return third(raw);
      case TimeKind::part:
        return part(raw, time);
      case TimeKind::unit:
        return unit(raw, time);
      case TimeKind::weekend:
        return weekend(raw, time);
      case TimeKind::season:
        return season(raw, time);
      case TimeKind::quarter:
      case TimeKind::half:
        return quarter(raw, time);
      case TimeKind::offset:
        return offset(raw, time);
      case TimeKind::duration:
        return duration(raw, time);
      case TimeKind::set:
        time.type = "SET";
        time.value = raw.value;
        return;
      case TimeKind::clock:
        time.type = "TIME";
        time.value = (told_ ? iso(from_days(told_->first)) : written_ ? iso(from_days(*written_)) : "XXXX-XX-XX") + raw.value;
        return;
      case TimeKind::vague:
        time.value = raw.value;
        return;
      case TimeKind::feast:
        return feast(raw, time);
      case TimeKind::lunar:
        return lunar(raw, time);
      case TimeKind::month_day:
        return month_day(raw, time);
      case TimeKind::week_of:
        return week_of(raw, time);
      case TimeKind::week_number:
        return week_number(raw, time);
      case TimeKind::piece:
        return piece(raw, time);
    }
  }

  // The days of the expression that another one counts from.
  std::optional<Days> days_of_base(const RawTime& raw) {
    if (raw.base.empty()) return std::nullopt;
    TimeExpression ignored;
    days_.reset();
    RawTime base = raw.base[0];
    if (base.kind == TimeKind::unit && base.modifier == 0) base.modifier = 'w';  // whole, not cut off at the day of writing
    resolve(base, ignored);
    return std::exchange(days_, std::nullopt);
  }

  void one_day(int day, TimeExpression& time) {
    days_ = Days{day, day};
    time.value = iso(from_days(day));
  }

  // Of the days that a feast falls on: the latest one not after the day of writing, or the next where the clause looks forward.
  template <class Day>
  std::optional<int> nearest_feast(const RawTime& raw, int year, const Day& day_in) const {
    if (!written_) return std::nullopt;
    const bool ahead = raw.shift == TimeShift::next || raw.shift == TimeShift::after || (raw.shift == TimeShift::none && forward(raw));
    std::optional<int> best;
    for (int y = year - 2; y <= year + 2; ++y) {
      const int day = day_in(y);
      if (ahead ? day >= *written_ && !best : day <= *written_) best = day;
    }
    return best;
  }
  void feast(const RawTime& raw, TimeExpression& time) {
    const calendars::Holiday& holiday = time_words::kHolidays[raw.number];
    std::optional<int> day;
    const bool told = history_ && told_year_ && raw.year == 0;
    if (raw.year || told)
      day = calendars::first_day(holiday, raw.year ? raw.year : told_year_);
    else if (written_ && raw.shift == TimeShift::now)
      day = calendars::first_day(holiday, written_year());
    else if (written_)
      day = nearest_feast(raw, written_year(), [&](int year) { return calendars::first_day(holiday, year); });
    if (!day) return void(time.value = "XXXX");
    days_ = Days{*day, *day + holiday.length - 1};
    time.value = iso(from_days(*day));
    if (raw.modifier == 'w') {  // "Easter weekend": with the Saturday and Sunday nearest to it
      const int of_week = weekday(from_days(*day)), saturday = *day - of_week + (of_week < 3 ? -2 : 5);
      days_ = Days{std::min(*day, saturday), std::max(*day, saturday + 1)};
      time.value = week_value(saturday) + "-WE";
    }
  }
  void lunar(const RawTime& raw, TimeExpression& time) {
    const bool islamic = raw.number == 0;
    const auto day_in = [&](int year) {
      return islamic ? calendars::islamic(year, raw.month, raw.day) : calendars::hebrew(year, raw.month, raw.day);
    };
    std::optional<int> day;
    if (raw.year)
      day = day_in(raw.year);
    else if (written_)
      day = nearest_feast(raw, islamic ? calendars::islamic_year(*written_) : calendars::hebrew_year(*written_), day_in);
    if (!day) return void(time.value = "XXXX");
    one_day(*day, time);
  }

  // "the 18th": of this, last or next month; else the latest one, or the next where the clause looks forward; in a story of the month last told.
  void month_day(const RawTime& raw, TimeExpression& time) {
    const auto base = history_ && told_ ? std::optional<int>(told_->first) : written_;
    if (!base) return void(time.value = "XXXX-XX-" + pad(raw.day, 2));
    Date at = from_days(*base);
    const int by = raw.shift == TimeShift::last ? -1 : raw.shift == TimeShift::next ? 1 : 0;
    shift_month(at.year, at.month, by);
    if (raw.shift == TimeShift::none && !history_) {
      const bool ahead = forward(raw);
      if (!ahead && raw.day > at.day) shift_month(at.year, at.month, -1);
      if (ahead && raw.day < at.day) shift_month(at.year, at.month, 1);
    }
    if (raw.day > days_in_month(at.year, at.month)) return;
    one_day(to_days({at.year, at.month, raw.day}), time);
  }

  void whole_week(int day, TimeExpression& time) {
    const int monday = day - weekday(from_days(day));
    days_ = Days{monday, monday + 6};
    time.value = week_value(monday);
  }
  void week_of(const RawTime& raw, TimeExpression& time) {
    const auto base = days_of_base(raw);
    if (!base) return void(time.value = "XXXX-WXX");
    whole_week(base->first, time);
  }
  void week_number(const RawTime& raw, TimeExpression& time) {
    if (!raw.year && !written_) return void(time.value = "XXXX-W" + pad(raw.number, 2));
    const int year = raw.year ? raw.year : written_year() + (raw.shift == TimeShift::last ? -1 : raw.shift == TimeShift::next ? 1 : 0);
    whole_week(to_days({year, 1, 4}) + 7 * (raw.number - 1), time);
  }

  // A part of a month or a year. Weeks are those that have their Thursday in it (ISO 8601).
  void piece(const RawTime& raw, TimeExpression& time) {
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
      days_ = Days{from, from + 7 * amount - 1};
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
  void third(const RawTime& raw) {
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
  void until_written(const RawTime& raw) {
    if (!written_ || !days_) return;
    if (raw.modifier == 'b') days_->last = std::min(days_->last, *written_);
    if (raw.modifier == 'a') days_->first = std::max(days_->first, *written_);
  }

  // The year of a date written without one.
  std::optional<int> year_for(const RawTime& raw, int month, int day) const {
    if (raw.year) return raw.year;
    // "that March": of the year told, not of the news of this week.
    const bool recent = told_ && written_ && *written_ - told_->last < 30;
    if (raw.shift == TimeShift::same && told_year_ && recent) return told_year_;
    if (raw.shift == TimeShift::same && told_) return from_days(told_->first).year;
    if (history_ && told_year_) {
      if (told_ && month > 0) {
        const Date before = from_days(told_->first);
        if (before.year == told_year_ && before.month - month >= 7) return told_year_ + 1;
      }
      return told_year_;
    }
    if (!written_) return std::nullopt;
    const int now = written_year();
    if (raw.shift == TimeShift::now) return now;
    if (raw.shift == TimeShift::before) return now - 1;
    if (raw.shift == TimeShift::after) return now + 1;
    // A year told in the same sentence holds for the dates after it.
    if (told_year_ && told_sentence_ == document_.tokens[raw.first].sentence && told_year_ < now && !forward(raw)) return told_year_;
    const int start = day > 0 ? to_days({now, month, std::min(day, days_in_month(now, month))}) : month_start(now, month);
    if (raw.shift == TimeShift::next || (raw.shift == TimeShift::none && forward(raw))) {
      const int end = day > 0 ? start : month_end(now, month);
      return end < *written_ ? now + 1 : now;
    }
    if (start > *written_) {
      if (day > 0 && start - *written_ < 60 && raw.shift == TimeShift::none && ahead_word(raw)) return now;
      return now - 1;
    }
    if (raw.shift == TimeShift::last && from_days(*written_).month == month) return now - 1;
    return now;
  }
  // "the February 25 election", "by 3 May", "until July": no verb needed to look ahead.
  bool ahead_word(const RawTime& raw) const {
    if (raw.first == 0) return false;
    const std::string before = tree::lower_form(document_, raw.first - 1);
    return before == "by" || before == "until" || before == "till" || before == "the" || before == "from";
  }

  void date(const RawTime& raw, TimeExpression& time) {
    auto year = year_for(raw, raw.month, raw.day);
    if (year && raw.year == 0 && raw.weekday >= 0 && raw.shift == TimeShift::none && !history_) {  // "Friday, June 15" fixes the year
      for (const int other : {*year, *year - 1, *year + 1})
        if (raw.day <= days_in_month(other, raw.month) && weekday({other, raw.month, raw.day}) == raw.weekday) {
          year = other;
          break;
        }
    }
    if (!year) {
      time.value = "XXXX-" + pad(raw.month, 2) + "-" + pad(raw.day, 2);
      return;
    }
    if (raw.month == 2 && raw.day == 29 && raw.year == 0 && days_in_month(*year, 2) == 28) {  // the latest there was
      RawTime leap = raw;
      for (leap.year = *year; days_in_month(leap.year, 2) == 28;) --leap.year;
      return date(leap, time);
    }
    const int most = days_in_month(*year, raw.month);
    if (raw.day > most) return;
    days_ = Days{to_days({*year, raw.month, raw.day}), to_days({*year, raw.month, std::clamp(raw.last_day, raw.day, most)})};
    if (raw.to_month)
      days_->last = std::max(days_->last, to_days({raw.to_year ? raw.to_year : *year + (raw.to_month < raw.month), raw.to_month, raw.to_day}));
    time.value = iso(from_days(days_->first)) + (raw.part.empty() ? "" : "T" + raw.part);
    if (!raw.part.empty()) time.type = "TIME";
  }

  void month(const RawTime& raw, TimeExpression& time) {
    const auto year = year_for(raw, raw.month, 0);
    if (!year) return void(time.value = "XXXX-" + pad(raw.month, 2));
    time.value = month_value(*year, raw.month);
    days_ = month_of(*year, raw.month);
    third(raw);
    until_written(raw);
  }

  void on_weekday(const RawTime& raw, TimeExpression& time) {
    if (!written_) {
      time.value = "XXXX-WXX-" + std::to_string(raw.weekday + 1);
      if (history_ && told_) {
        const int at = told_->first + (raw.weekday - weekday(from_days(told_->first)) + 7) % 7;
        days_ = Days{at, at};
        time.value = iso(from_days(at));
      }
      return;
    }
    const int today = *written_;
    const int back = (weekday(from_days(today)) - raw.weekday + 7) % 7;
    int at = today - back;
    if (raw.number > 0) {  // "Tuesday the 11th": the nearest one, before or after
      for (int by = 0; by < 400; ++by)
        for (const int day : {forward(raw) ? today + by : today - by, forward(raw) ? today - by : today + by})
          if (weekday(from_days(day)) == raw.weekday && from_days(day).day == raw.number) return one_day(day, time);
    }
    const bool ahead = raw.shift == TimeShift::next || (raw.shift == TimeShift::after && !told_) ||
                       (raw.shift == TimeShift::none && (forward(raw) || raw.modifier == 'a'));
    const bool next = raw.shift == TimeShift::next && said_so(raw, "next");  // of the next week
    if (next)
      at = today - weekday(from_days(today)) + 7 + raw.weekday;
    else if (raw.week)
      at = today - weekday(from_days(today)) + 7 * *raw.week + raw.weekday;
    else if (raw.shift == TimeShift::before)
      at = today - weekday(from_days(today)) - 7 + raw.weekday;
    else if (raw.shift == TimeShift::same && told_)
      at = std::max(told_->first, today - 13) + 0, at = nearest(at, raw.weekday);
    else if (raw.shift == TimeShift::after && told_)
      at = told_->first + 1 + (raw.weekday - weekday(from_days(told_->first + 1)) + 7) % 7;
    else if (raw.shift == TimeShift::last && back < 2)
      at -= said_so(raw, "last") ? 7 : back == 0 ? 7 : 0;  // who means yesterday says so by the weekday alone
    else if (raw.shift == TimeShift::now)
      at = today - weekday(from_days(today)) + raw.weekday;
    else if (ahead)
      at = today + (7 - back) % 7 + (raw.shift != TimeShift::none && back == 0 ? 7 : 0);
    days_ = Days{at, at};
    time.value = iso(from_days(at));
    if (!raw.part.empty() && raw.part != "ON") {
      time.type = "TIME";
      time.value += "T" + raw.part;
    }
  }
  bool said_so(const RawTime& raw, std::string_view word) const {
    for (uint32_t t = raw.first; t < raw.last; ++t)
      if (tree::lower_form(document_, t) == word) return true;
    return false;
  }
  static int nearest(int day, int wanted) { return day - (weekday(from_days(day)) - wanted + 7) % 7; }

  void year(const RawTime& raw, TimeExpression& time) {
    if (raw.year < 0) {  // before Christ: a value, and no days of our calendar
      time.value = "BC" + pad(-raw.year, 4);
      return;
    }
    time.value = pad(raw.year, 4);
    days_ = Days{month_start(raw.year, 1), month_end(std::max(raw.last_year, raw.year), 12)};
    third(raw);
  }

  void with_part(const RawTime& raw, TimeExpression& time, int day) {
    days_ = Days{day, day};
    time.value = iso(from_days(day));
    if (raw.part == "ON") {
      days_->first = day - 1;
      time.type = "TIME";
      time.value += "TNI";
    } else if (!raw.part.empty()) {
      time.type = "TIME";
      time.value += "T" + raw.part;
    }
  }

  void part(const RawTime& raw, TimeExpression& time) {
    if (raw.shift == TimeShift::now) {
      if (!written_) {
        time.value = raw.number == 0 ? "P0D" : raw.number < 0 ? "-P1D" : "P1D";
        return;
      }
      return with_part(raw, time, *written_ + raw.number);
    }
    const auto from = anchor(raw);
    if (!from) {
      time.value = raw.shift == TimeShift::before ? "-P1D" : raw.shift == TimeShift::after || raw.shift == TimeShift::next ? "P1D" : "P0D";
      return;
    }
    int day = from->last;
    if (raw.shift == TimeShift::before || raw.shift == TimeShift::last) day = from->first - 1;
    if (raw.shift == TimeShift::after || raw.shift == TimeShift::next) day = from->last + 1;
    if (raw.event_anchor) day = raw.shift == TimeShift::after ? from->first - 1 : from->last + 1;  // the day of the clause that follows
    if (raw.event_anchor && from->last - from->first > 3) return void(time.value = "P1D");
    if (raw.shift == TimeShift::same && from->last - from->first > 31) {
      time.value = "XXXX-XX-XX";
      return;
    }
    with_part(raw, time, day);
  }

  // The day of writing for news, the last date told for a later sentence of a story. "Three days after CLAUSE" counts from the day of the clause
  // around it: one told before it in its sentence, else the first after it.
  std::optional<Days> anchor(const RawTime& raw) {
    if (raw.event_anchor && told_sentence_ != document_.tokens[raw.first].sentence)
      if (const auto around = after_in_sentence(raw); around.has_value()) return around;
    return told_ ? told_ : today();
  }

  std::optional<Days> today() const { return written_ ? std::optional<Days>(Days{*written_, *written_}) : std::nullopt; }
  std::optional<Days> counted_from(const RawTime& raw) {
    if (raw.shift == TimeShift::ago && history_ && told_) return told_;
    return raw.shift == TimeShift::ago || raw.shift == TimeShift::next ? today() : anchor(raw);
  }
  std::optional<Days> after_in_sentence(const RawTime& raw) {
    for (const RawTime* other = &raw + 1; other < raws_.data() + raws_.size(); ++other) {
      if (document_.tokens[other->first].sentence != document_.tokens[raw.first].sentence) break;
      if (other->event_anchor || other->bare || (other->kind != TimeKind::weekday && other->kind != TimeKind::date && other->kind != TimeKind::part))
        continue;
      TimeExpression ignored;
      const auto own = std::exchange(days_, std::nullopt);
      resolve(*other, ignored);
      const auto days = std::exchange(days_, own);
      if (days) return days;
    }
    return std::nullopt;
  }

  std::string relative(int amount, TimeUnit unit) const { return (amount < 0 ? "-" : "") + length_value(std::abs(amount), unit); }

  void unit(const RawTime& raw, TimeExpression& time) {
    const bool told = (history_ && raw.shift == TimeShift::now && told_) || raw.shift == TimeShift::same || raw.shift == TimeShift::after ||
                      raw.shift == TimeShift::before;
    const auto from = told ? anchor(raw) : written_ ? std::optional<Days>(Days{*written_, *written_}) : history_ ? told_ : std::nullopt;
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
      case TimeUnit::week: {
        const int monday = from->first - weekday(base) + 7 * steps;
        days_ = Days{monday, monday + 6};
        time.value = week_value(monday);
        break;
      }
      case TimeUnit::month:
        shift_month(year, month, steps);
        days_ = month_of(year, month);
        time.value = month_value(year, month);
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

  void weekend(const RawTime& raw, TimeExpression& time) {
    if (!written_) return void(time.value = "XXXX-WXX-WE");
    const int today = *written_, monday = today - weekday(from_days(today));
    const bool in_weekend = today >= monday + 5;
    const bool ahead = raw.shift == TimeShift::next || (raw.shift != TimeShift::last && forward(raw));
    int saturday = ahead ? monday + 5 : in_weekend ? monday + 5 : monday - 2;
    if (raw.shift == TimeShift::next && in_weekend) saturday += 7;
    if (raw.shift == TimeShift::last && in_weekend) saturday -= 7;
    days_ = Days{saturday, saturday + 1};
    time.value = week_value(saturday) + "-WE";
  }

  void season(const RawTime& raw, TimeExpression& time) {
    const auto code = time_words::kSeasonCodes[raw.number];
    std::optional<int> year;
    if (raw.year)
      year = raw.year;
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
        year = this_year.last < *written_ ? now + 1 : now;
      else
        year = this_year.first > *written_ || (raw.shift == TimeShift::last && this_year.last >= *written_) ? now - 1 : now;
    }
    if (!year) return void(time.value = "XXXX-" + std::string(code));
    time.value = pad(*year, 4) + "-" + std::string(code);
    days_ = season_of(*year, raw.number);
    third(raw);
  }

  void quarter(const RawTime& raw, TimeExpression& time) {
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

  void offset(const RawTime& raw, TimeExpression& time) {
    const bool back = raw.shift == TimeShift::ago || raw.shift == TimeShift::earlier;
    if (raw.event_anchor && raw.amount < 0) {  // "lasted several hours before ..."
      time.type = "DURATION";
      time.value = length_value(raw.amount, raw.unit);
      const auto around = raw.unit <= TimeUnit::hour ? anchor(raw) : std::nullopt;
      if (around && around->first == around->last) days_ = back ? Days{around->first, around->last + 1} : Days{around->first - 1, around->last};
      return;
    }
    auto from = counted_from(raw);
    if (!raw.base.empty()) {
      from = days_of_base(raw);
      if (!from) return void(time.value = (back ? "-" : "") + length_value(raw.amount, raw.unit));
      return from_base(raw, back ? from->first : from->last, back ? -1 : 1, time);
    }
    // "a few days ago", "in the next few days": within a week.
    if (raw.amount < 0 && raw.unit == TimeUnit::day && written_ && !history_ && (raw.shift == TimeShift::ago || raw.shift == TimeShift::next)) {
      days_ = back ? Days{*written_ - 7, *written_ - 1} : Days{*written_, *written_ + 6};
      time.value = back ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    if (!from || raw.amount < 0) {
      time.value = raw.amount < 0 ? (back ? "PAST_REF" : "FUTURE_REF") : (back ? "-" : "") + length_value(raw.amount, raw.unit);
      if (!from || raw.unit > TimeUnit::hour) return;
      days_ = Days{from->first - (back ? 1 : 0), from->last};
      return;
    }
    const Days base = from.value_or(Days{});
    const bool minus = raw.event_anchor ? !back : back;  // the clause that follows lies on the other side
    const int sign = minus ? -1 : 1;
    if (raw.event_anchor && base.last - base.first > 3) {
      time.type = "DURATION";
      time.value = length_value(raw.amount, raw.unit);
      return;
    }
    if (!raw.more.empty() || raw.workdays || raw.weekday >= 0) return from_base(raw, minus ? base.first : base.last, sign, time);
    const Date start = from_days(minus ? base.first : base.last);
    const double amount = std::min(raw.amount, 3000.0) * (raw.unit == TimeUnit::decade ? 10 : raw.unit == TimeUnit::century ? 100 : 1);
    const int steps = sign * static_cast<int>(amount);
    int year = start.year, month = start.month;
    switch (raw.unit) {
      case TimeUnit::second:
      case TimeUnit::minute:
      case TimeUnit::hour: {
        const int days = raw.unit == TimeUnit::hour ? steps / 24 : 0;
        const int from_day = minus ? base.first : base.last;
        days_ = Days{from_day + days, from_day + days};
        if (raw.unit == TimeUnit::hour && steps % 24 != 0 && std::abs(steps) > 3) {
          if (minus)
            --days_->first;
          else
            ++days_->last;
          if (!minus && written_) days_->last = std::min(days_->last, std::max(*written_, days_->first));
        }
        time.value = iso(from_days(days_->first));
        break;
      }
      case TimeUnit::day:
      case TimeUnit::week: {
        const int day = (minus ? base.first : base.last) + steps * (raw.unit == TimeUnit::week ? 7 : 1);
        days_ = Days{day, day};
        time.value = iso(from_days(day));
        break;
      }
      case TimeUnit::month:
        shift_month(year, month, steps);
        days_ = month_of(year, month);
        time.value = month_value(year, month);
        break;
      default:
        year += steps;
        if (year < 1) return;
        days_ = year_of(year);
        time.value = pad(year, 4);
    }
  }

  // The day that the length of the expression leads to.
  static std::optional<int> reached(const RawTime& raw, int day, int sign) {
    if (raw.workdays) return moved_workdays(day, static_cast<int>(raw.amount), sign);
    std::optional<int> at = moved(day, raw.amount, raw.unit, sign);
    for (const TimeLength& part : raw.more)
      if (at) at = moved(*at, part.amount, part.unit, sign);
    return at;
  }
  // "two weeks before Christmas": a day. "Less than three days after": all of them.
  void from_base(const RawTime& raw, int day, int sign, TimeExpression& time) {
    const auto at = reached(raw, day, sign);
    if (!at) return;
    one_day(*at, time);
    if (raw.below) days_ = Days{std::min(day, *at), std::max(day, *at)};
    if (raw.weekday >= 0) one_day(*at - weekday(from_days(*at)) + raw.weekday, time);
  }

  void duration(const RawTime& raw, TimeExpression& time) {
    time.type = "DURATION";
    time.value = raw.value.empty() ? length_value(raw.amount, raw.unit, raw.more) : raw.value;
    if (!raw.base.empty()) {
      const auto from = days_of_base(raw);
      if (!from) return;
      TimeExpression end;
      from_base(raw, from->first, 1, end);
      if (days_) days_ = Days{from->first, std::max(from->first, days_->first - 1)};
      return;
    }
    // "will leave in two weeks"
    const bool in = raw.first > 0 && tree::lower_form(document_, raw.first - 1) == "in" && tree::lower_form(document_, raw.first) != "the";
    if (in && written_ && raw.shift == TimeShift::none && raw.amount >= 1 && raw.unit >= TimeUnit::day &&
        (looks_forward(document_, raw.first) || tree::lower_form(document_, raw.last + 1) == "time")) {  // "in two weeks' time"
      time.type = "DATE";
      return from_base(raw, *written_, 1, time);
    }
    // "in five minutes", "within two hours"
    const bool soon = in || (raw.first > 0 && tree::lower_form(document_, raw.first - 1) == "within");
    if (soon && written_ && raw.shift == TimeShift::none && raw.amount > 0 && raw.unit < TimeUnit::day && looks_forward(document_, raw.first)) {
      const int hours = static_cast<int>(raw.unit == TimeUnit::hour ? std::min(raw.amount, 1000.0) : 0);
      days_ = Days{*written_ + hours / 24, *written_ + hours / 24};
      return;
    }
    const bool within = raw.first > 0 && tree::lower_form(document_, raw.first - 1) == "within";
    if (within && written_ && raw.shift == TimeShift::none && raw.amount >= 1 && raw.unit >= TimeUnit::day && !history_ &&
        looks_forward(document_, raw.first)) {
      from_base(raw, *written_, 1, time);
      days_->first = *written_;
      time.value = length_value(raw.amount, raw.unit);
      return;
    }
    if (!written_ || raw.shift == TimeShift::none) return;
    if (raw.unit < TimeUnit::day) {  // "in the past 24 hours", "the next five minutes"
      const int hours = raw.unit == TimeUnit::hour && raw.amount > 0 ? static_cast<int>(std::min(raw.amount, 1000.0)) : 0;
      if (raw.shift == TimeShift::last) days_ = Days{*written_ - hours / 24, *written_};
      if (raw.shift == TimeShift::next) days_ = Days{*written_, *written_ + hours / 24};
      return;
    }
    const Date now = from_days(*written_);
    const bool back = raw.shift == TimeShift::last || raw.shift == TimeShift::before;
    const int amount = raw.amount < 0 ? 0 : static_cast<int>(std::min(raw.amount, 3000.0));
    const bool of_story = raw.shift == TimeShift::before || raw.shift == TimeShift::after;
    if (of_story && (told_ || !(raw.number == 4 || raw.workdays))) return;
    if (amount == 0) {  // "in the next few days", "in recent weeks"
      const int span = raw.unit == TimeUnit::day ? 7 : raw.unit == TimeUnit::week ? 28 : 0;
      if (span > 0) days_ = back ? Days{*written_ - span, *written_ - 1} : Days{*written_, *written_ + span - 1};
      return;
    }
    int year = now.year, month = now.month;
    if (raw.number == 4 && amount % 3 == 0) {  // "the last two quarters"
      month = (month - 1) / 3 * 3 + 1;
      if (!back) shift_month(year, month, 3);
      const int start = month_start(year, month);
      shift_month(year, month, back ? -amount : amount);
      const int end = month_start(year, month);
      days_ = back ? Days{end, start - 1} : Days{start, end - 1};
      return;
    }
    const auto other = reached(raw, *written_, back ? -1 : 1);
    if (!other) return;
    if (raw.workdays)
      days_ = back ? Days{*other, *written_ - 1} : Days{*written_ + 1, *other};
    else
      days_ = back ? Days{*other, *written_} : Days{*written_, *other};
  }

  const Document& document_;
  std::optional<int> written_;  // day of writing
  std::vector<RawTime> raws_;
  bool history_ = false;
  std::optional<Days> told_;  // the last date told
  uint32_t told_sentence_ = kNone;
  static constexpr int kAside = 20;  // years
  int told_year_ = 0, aside_ = 0;
  std::optional<Days> days_;
};

}  // namespace

std::vector<TimeExpression> read_times(const Document& document, const std::string& published) { return Resolver(document, published).all(); }

}  // namespace gesta
