// Days and months on the calendar: "5 May", "Tuesday", "next Friday", "the 18th", feasts, days of other calendars, parts of a day.
#include <algorithm>

#include "events/fields_tree.h"
#include "events/times_calendars.h"
#include "events/times_direction.h"
#include "events/times_resolver.h"
#include "events/times_tables.h"

namespace gesta {

// Of the days that a feast falls on: the latest one not after the day of writing, or the next where the clause looks forward.
std::optional<int> TimeResolver::nearest_feast(const RawTime& raw, int year, const std::function<int(int)>& day_in) const {
  if (!written_) return std::nullopt;
  const bool ahead = raw.shift == TimeShift::next || raw.shift == TimeShift::after || (raw.shift == TimeShift::none && forward(raw));
  std::optional<int> best;
  for (int y = year - 2; y <= year + 2; ++y) {
    const int day = day_in(y);
    if (ahead ? day >= *written_ && !best : day <= *written_) best = day;
  }
  return best;
}

// The countries, their peoples and their capitals, where the text tells them.
const std::vector<TimeResolver::CountryWord>& TimeResolver::countries() {
  if (countries_) return *countries_;
  constexpr uint32_t kLongestName = 6;  // words
  countries_.emplace();
  const auto size = static_cast<uint32_t>(document_.tokens.size());
  for (uint32_t t = 0; t < size; ++t) {
    const std::string_view form = document_.tokens[t].form;
    if (form.empty() || form[0] < 'A' || form[0] > 'Z') continue;
    std::vector<std::string_view> words;
    for (uint32_t at = t; at < std::min(t + kLongestName, size); ++at) words.emplace_back(document_.tokens[at].form);
    if (const auto people = knowledge_.find_adjective(words))
      countries_->push_back({t, people->country}), t += people->words - 1;
    else if (const auto name = knowledge_.find_actor(words, std::nullopt); name && (name->actor.kind == "state" || name->actor.kind == "capital"))
      countries_->push_back({t, name->actor.country}), t += name->words - 1;
  }
  return *countries_;
}

// Of the days on which countries keep a feast of that name: that of the country named before it ("Kenya's", "the 70th Indian"), else of the one that
// the sentences around tell most, else the outlet's; where the text tells no country the first that is listed, else what is kept everywhere.
const Holiday* TimeResolver::kept(const RawTime& raw) {
  constexpr uint32_t kBefore = 4;           // words
  constexpr double kOwn = 100, kHome = .1;  // of a country of the same sentence: 1
  if (raw.feasts.size() == 1 && raw.feasts.front().country.empty()) return &raw.feasts.front();
  const Holiday *best = nullptr, *everywhere = nullptr;
  double most = 0;
  for (const Holiday& day : raw.feasts) {
    if (day.country.empty()) {
      everywhere = everywhere ? everywhere : &day;
      continue;
    }
    double weight = day.country == home_ ? kHome : 0;
    for (const CountryWord& word : countries()) {
      if (word.country != day.country) continue;
      const uint32_t here = document_.tokens[raw.first].sentence, there = document_.tokens[word.token].sentence;
      weight += (word.token < raw.first ? word.token + kBefore >= raw.first : word.token == raw.last + 1)
                    ? kOwn
                    : 1. / (1 + std::max(here, there) - std::min(here, there));
    }
    if (weight > most) most = weight, best = &day;
  }
  if (!best && countries().empty()) return &raw.feasts.front();
  return best ? best : everywhere;
}

void TimeResolver::feast(const RawTime& raw, TimeExpression& time) {
  const Holiday* found = kept(raw);
  if (!found) return void(time.value = "XXXX");
  const Holiday& holiday = *found;
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

void TimeResolver::lunar(const RawTime& raw, TimeExpression& time) {
  const bool islamic = raw.number == 0;
  const auto day_in = [&](int year) { return islamic ? calendars::islamic(year, raw.month, raw.day) : calendars::hebrew(year, raw.month, raw.day); };
  std::optional<int> day;
  if (raw.year)
    day = day_in(raw.year);
  else if (written_)
    day = nearest_feast(raw, islamic ? calendars::islamic_year(*written_) : calendars::hebrew_year(*written_), day_in);
  if (!day) return void(time.value = "XXXX");
  one_day(*day, time);
}

// "the 18th": of this, last or next month; else the latest one, or the next where the clause looks forward; in a story of the month last told.
void TimeResolver::month_day(const RawTime& raw, TimeExpression& time) {
  constexpr int kMonth = 31;      // days
  constexpr uint32_t kStory = 6;  // sentences
  const auto base = history_ && told_ ? std::optional<int>(told_->first) : written_;
  if (!base) return void(time.value = "XXXX-XX-" + pad(raw.day, 2));
  Date at = from_days(*base);
  const int by = raw.shift == TimeShift::last ? -1 : raw.shift == TimeShift::next ? 1 : 0;
  shift_month(at.year, at.month, by);
  if (raw.shift == TimeShift::none && !history_) {
    const bool old = told_ && *base - told_->first > kMonth && told_->last - told_->first <= kMonth &&
                     document_.tokens[raw.first].sentence - told_sentence_ <= kStory;
    if (forward(raw)) {
      if (raw.day < at.day) shift_month(at.year, at.month, 1);
    } else if (old) {  // "rounded them up on 16 March ... stood aside on the 26th"
      at = from_days(told_->first);
      if (raw.day < at.day) shift_month(at.year, at.month, 1);
    } else {
      if (raw.day > at.day) shift_month(at.year, at.month, -1);
      if (raw.day > days_in_month(at.year, at.month)) shift_month(at.year, at.month, -1);  // the last month that has a 31st
    }
  }
  if (raw.day > days_in_month(at.year, at.month)) return;
  one_day(to_days({at.year, at.month, raw.day}), time);
}

// The year of a date written without one.
std::optional<int> TimeResolver::year_for(const RawTime& raw, int month, int day) const {
  if (raw.year) return raw.year;
  // "that March": of the year told, not of the news of this week.
  const bool recent = told_ && written_ && *written_ - told_->last < 30;
  if (raw.shift == TimeShift::same && told_year_ && recent) return told_year_;
  if (raw.shift == TimeShift::same && told_) return from_days(told_->first).year;
  if (history_ && told_year_) {
    if (told_ && month > 0) {
      const Date before = from_days(told_->first);
      const bool room = !written_ || told_year_ < written_year();  // no story runs past the day of writing
      if (room && before.year == told_year_ && before.month - month >= 7) return told_year_ + 1;
    }
    return told_year_;
  }
  if (!written_) return std::nullopt;
  const int now = written_year();
  if (raw.shift == TimeShift::now) return now;
  if (raw.shift == TimeShift::before) return now - 1;
  if (raw.shift == TimeShift::after) return now + 1;
  const int start = day > 0 ? to_days({now, month, std::min(day, days_in_month(now, month))}) : month_start(now, month);
  if (raw.shift == TimeShift::none && is_planned_for(document_, raw.first, raw.last)) {  // the nearest
    const int half = 183;
    return start - *written_ > half ? now - 1 : *written_ - start > half ? now + 1 : now;
  }
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
bool TimeResolver::ahead_word(const RawTime& raw) const {
  if (raw.first == 0) return false;
  const std::string before = tree::lower_form(document_, raw.first - 1);
  return before == "by" || before == "until" || before == "till" || before == "the" || before == "from";
}

void TimeResolver::date(const RawTime& raw, TimeExpression& time) {
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

void TimeResolver::month(const RawTime& raw, TimeExpression& time) {
  const auto year = year_for(raw, raw.month, 0);
  if (!year) return void(time.value = "XXXX-" + pad(raw.month, 2));
  time.value = month_value(*year, raw.month);
  days_ = month_of(*year, raw.month);
  third(raw);
  until_written(raw);
}

void TimeResolver::on_weekday(const RawTime& raw, TimeExpression& time) {
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
  else if (raw.shift == TimeShift::last && raw.amount == 2)  // "the Saturday before last"
    at -= back == 0 ? 14 : 7;
  else if (raw.shift == TimeShift::last && back < 2)
    at -= said_so(raw, "last") ? 7 : back == 0 ? 7 : 0;  // who means yesterday says so by the weekday alone
  else if (raw.shift == TimeShift::now)
    at = today - weekday(from_days(today)) + raw.weekday;
  else if (ahead)
    at = today + (7 - back) % 7 + (raw.shift != TimeShift::none && back == 0 ? 7 : 0);
  with_part(raw, time, at);
}

bool TimeResolver::said_so(const RawTime& raw, std::string_view word) const {
  for (uint32_t t = raw.first; t < raw.last; ++t)
    if (tree::lower_form(document_, t) == word) return true;
  return false;
}

void TimeResolver::with_part(const RawTime& raw, TimeExpression& time, int day) {
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

void TimeResolver::part(const RawTime& raw, TimeExpression& time) {
  if (raw.shift == TimeShift::now) {
    if (!written_) {
      time.value = raw.number == 0 ? "P0D" : raw.number < 0 ? "-P1D" : "P1D";
      return;
    }
    int day = *written_ + raw.number;
    if (raw.part == "ON" && raw.number == 0)  // "was attacked overnight, residents said on Wednesday"
      if (const auto told = day_of_sentence(raw); told && std::abs(*written_ - *told) <= 7) day = *told;
    return with_part(raw, time, day);
  }
  const auto from = anchor(raw);
  if (!from) {
    time.value = raw.shift == TimeShift::before ? "-P1D" : raw.shift == TimeShift::after || raw.shift == TimeShift::next ? "P1D" : "P0D";
    return;
  }
  int day = from->last;
  if (raw.shift == TimeShift::before || raw.shift == TimeShift::last) day = from->first - 1;
  if (raw.shift == TimeShift::after || raw.shift == TimeShift::next) day = from->last + 1;
  if (raw.event_anchor && !told_of(raw))
    day = raw.shift == TimeShift::after ? from->first - 1 : from->last + 1;  // the day of the clause that follows
  if (raw.event_anchor && from->last - from->first > 3) return void(time.value = "P1D");
  if (raw.shift == TimeShift::same && from->last - from->first > 31) {
    time.value = "XXXX-XX-XX";
    return;
  }
  with_part(raw, time, day);
  if (raw.bare && raw.part == "NI" && tree::lower_form(document_, raw.first) == "the") --days_->first;
}

// The one day that the sentence tells, before the expression or after it.
std::optional<int> TimeResolver::day_of_sentence(const RawTime& raw) {
  const bool before = told_ && told_sentence_ == document_.tokens[raw.first].sentence;
  const auto days = before ? told_ : after_in_sentence(raw);
  return days && days->first == days->last ? std::optional<int>(days->first) : std::nullopt;
}

}  // namespace gesta
