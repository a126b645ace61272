// Days and months as they are written: "Monday, 5 May 2011", "May 3-5", "22/04", "the 18th", "next Tuesday", feasts, days of other calendars.
#include <algorithm>

#include "base/utf8.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_calendars.h"
#include "events/times_numeric.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

Raw TimeReader::iso(uint32_t t) {
  const std::string& w = word(t);
  const auto date = w.size() == 10 ? parse_iso(w) : std::nullopt;
  if (!date) return std::nullopt;
  RawTime raw = made(TimeKind::date, t + 1);
  raw.year = (*date)[0], raw.month = (*date)[1], raw.day = (*date)[2];
  return raw;
}

std::optional<std::array<int, 3>> TimeReader::parse_iso(const std::string& w) {
  if (w[4] != '-' || w[7] != '-') return std::nullopt;
  for (const size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u})
    if (w[i] < '0' || w[i] > '9') return std::nullopt;
  std::array<int, 3> date{std::stoi(w.substr(0, 4)), std::stoi(w.substr(5, 2)), std::stoi(w.substr(8, 2))};
  if (date[1] < 1 || date[1] > 12 || date[2] < 1 || date[2] > 31) return std::nullopt;
  return date;
}

// [Monday,] 5 May [2011] · the 5th of May · 3 and 5 May · 3-5 May · Monday (5 May)
Raw TimeReader::day_month(uint32_t t) {
  RawTime raw = made(TimeKind::date, t);
  bool opened = false;
  const auto short_day = capital(t) && (month_at(t + 1) || day_at(t + 1)) ? find(kShortDays, word(t)) : std::nullopt;  // "Tue May 9"
  if (const auto weekday = short_day ? short_day : find(kWeekdays, word(t)); weekday && weekday_here(t)) {
    raw.weekday = *weekday;
    ++t;
    if (!part_at(t).empty()) raw.part = part_at(t), ++t;
    opened = word(t) == "(";
    if (word(t) == "," || opened) ++t;
  }
  Raw out = day_and_month(t, std::move(raw));
  if (out && opened && word(out->last) == ")") ++out->last;
  return out;
}

Raw TimeReader::day_and_month(uint32_t t, RawTime raw) {
  if (word(t) == "the") ++t;
  const auto words = day_words(t, true);
  if (t > first_ && word(t - 1) == "$") return std::nullopt;
  if (!words) return month_day(t, raw);
  const std::optional<int> day = words->day;
  raw.day = raw.last_day = *day;
  t = words->last;
  if (word(t) == "day" && word(t + 1) == "of") ++t;
  if (among(word(t), kLinks)) {
    const uint32_t other = word(t + 1) == "the" ? t + 2 : t + 1;
    if (const auto last = day_words(other, true); last && last->day > *day) raw.last_day = last->day, t = last->last;
  }
  if (word(t) == "of") ++t;
  const auto month = month_at(t);
  if (!month) return std::nullopt;
  raw.month = *month;
  raw.last = t + 1;
  year_after(raw);
  return raw;
}

// May 5[, 2011] · May 3-5
Raw TimeReader::month_day(uint32_t t, RawTime raw) {
  const auto month = month_at(t);
  if (!month) return std::nullopt;
  uint32_t at = t + 1;
  if (word(at) == "the") ++at;
  if (word(at) == "," && day_at(at + 1) && read_number(document_, at + 1)->ordinal) ++at;  // "October, 1st"
  const auto words = day_words(at, true);
  // "In May two people ...": a number in words is a day only where nothing is counted.
  const bool spelled = words && !day_at(at) && !read_number(document_, at)->ordinal;
  if (spelled && !(stops(words->last) || read_spelled_year(document_, words->last) || year_at(words->last))) return std::nullopt;
  if (!words || word(words->last) == "percent" || word(words->last) == "%") return std::nullopt;
  const std::optional<int> day = words->day;
  raw.month = *month;
  raw.day = raw.last_day = *day;
  raw.last = words->last;
  if (among(word(raw.last), kLinks)) {
    const uint32_t other = word(raw.last + 1) == "the" ? raw.last + 2 : raw.last + 1;
    const auto last = day_words(other, false);
    if (last && last->day > *day && !month_at(last->last)) raw.last_day = last->day, raw.last = last->last;
    if (last && last->day < *day && other > raw.last + 1 && stops(last->last)) {  // "from April 27 to the third"
      raw.to_month = *month % 12 + 1, raw.to_day = last->day;
      raw.last = last->last;
    }
  }
  year_after(raw);
  if (raw.year == 0)
    if (const Raw time = clock(raw.last); time && !time->bare && year_at(time->last)) {  // "Oct 26 15:50:06 2016"
      raw.value = time->value;
      raw.year = *year_at(time->last), raw.last = time->last + 1;
    }
  return raw;
}

// [early|the end of|last|this|next] May [2011]
Raw TimeReader::month(uint32_t t) {
  RawTime raw = made(TimeKind::month, t);
  const uint32_t start = t;
  lead(raw, t);
  if (year_at(t) && month_at(t + 1) && !day_at(t + 2)) {  // 2017 April
    raw.year = *year_at(t), raw.month = *month_at(t + 1), raw.last = t + 2;
    return raw;
  }
  auto month = month_at(t);
  if (!month && word(t).rfind("mid-", 0) == 0) {
    month = find(kMonths, std::string_view(word(t)).substr(4));
    raw.modifier = 'm';
  }
  if (!month) return std::nullopt;
  raw.month = *month;
  raw.last = t + 1;
  year_after(raw);
  const bool doubtful = *month == 5 || *month == 3 || *month == 8 || *month == 4 || *month == 6;  // names and verbs too
  if (doubtful && raw.year == 0 && t == start && raw.shift == TimeShift::none && document_.tokens[t].upos == Upos::PROPN) {
    static constexpr std::string_view kBefore2[] = {"in", "since",  "by",      "until", "till",   "from",  "to",
                                                    "of", "during", "between", "and",   "before", "after", "for"};
    if (!linked_month(t) && (t == first_ || !among(word(t - 1), kBefore2))) return std::nullopt;
  }
  return raw;
}

// [last|next] Tuesday [morning|night] · next week on Monday · Tuesday of last week · late on Saturday is left to its weekday
Raw TimeReader::weekday(uint32_t t) {
  RawTime raw = made(TimeKind::weekday, t);
  lead(raw, t);
  if (word(t) == "week" && raw.shift != TimeShift::none) {
    raw.week = week_of_shift(raw.shift);
    raw.shift = TimeShift::none;
    ++t;
    if (word(t) == "-" || word(t) == "on" || word(t) == ",") ++t;
  }
  const auto weekday = find(kWeekdays, word(t));
  const auto short_one = weekday ? std::nullopt : find(kShortDays, word(t));
  const bool numbered = word(t + 1) == "the" && day_at(t + 2);  // "tues the 4th"
  if ((!weekday && !short_one) || !(weekday_here(t) || numbered)) return std::nullopt;
  raw.weekday = weekday ? *weekday : *short_one;
  raw.last = t + 1;
  if (word(raw.last) == "the" && day_words(raw.last + 1, false)) {
    const auto day = day_words(raw.last + 1, false);
    raw.number = day->day;
    raw.last = day->last;
  } else if (const auto day = day_at(raw.last);
             day && (read_number(document_, raw.last)->ordinal || word(raw.last + 1).empty() || word(raw.last + 1) == "at" ||
                     word(raw.last + 1) == "between" || word(raw.last + 1) == "from" ||
                     (document_.tokens[raw.last + 1].upos == Upos::PUNCT && !(word(raw.last + 1) == "-" && day_at(raw.last + 2))))) {
    raw.number = *day;
    ++raw.last;
  }
  const bool listed =
      t > first_ + 1 && (word(t - 1) == "or" || word(t - 1) == "and") && (find(kShortDays, word(t - 2)) || find(kWeekdays, word(t - 2)));
  if (short_one && !raw.week && raw.number == 0 && raw.shift == TimeShift::none && !(t > first_ && (word(t - 1) == "on" || listed) && capital(t)))
    return std::nullopt;  // "Sun" and "Sat" are words too
  if (modifier_at(raw.last) && !part_at(raw.last + 1).empty()) ++raw.last;
  if (!part_at(raw.last).empty() && !word(raw.last).ends_with('s')) {
    raw.part = part_at(raw.last);
    ++raw.last;
  }
  uint32_t at = raw.last;
  if (word(at) == "of" || word(at) == "in") ++at;
  if (word(at) == "the" && at > raw.last) ++at;
  if (shift_at(at) != TimeShift::none && shift_at(at) != TimeShift::same && word(at + 1) == "week") {
    raw.week = week_of_shift(shift_at(at));
    raw.last = at + 2;
  } else if (word(raw.last) == "before" && word(raw.last + 1) == "last" && stops(raw.last + 2)) {
    raw.shift = TimeShift::last, raw.amount = 2, raw.last += 2;
  } else if (word(raw.last) == "last" && raw.shift == TimeShift::none) {
    raw.shift = TimeShift::last;
    ++raw.last;
  } else if (word(raw.last) == "next" && raw.shift == TimeShift::none) {
    raw.shift = TimeShift::next;
    ++raw.last;
  }
  return raw;
}

int TimeReader::week_of_shift(TimeShift shift) {
  if (shift == TimeShift::last || shift == TimeShift::before) return -1;
  return shift == TimeShift::next || shift == TimeShift::after ? 1 : 0;
}

// 22/04 · 1/1/2016 · 05-Aug-2016 · Dec/2018 · 20161016 · Q1 2019 · Friday 7/6
Raw TimeReader::numeric(uint32_t t) {
  static constexpr std::string_view kLed[] = {"on", "since", "until", "from", "between", "this", "next"};
  uint32_t at = t;
  if (word(t) == "this" || word(t) == "next") ++at;
  const auto weekday = find(kWeekdays, word(at));
  if (weekday && weekday_here(at)) {
    ++at;
    if (word(at) == "," || word(at) == "-" || word(at) == "(") ++at;
  }
  if (at >= last_) return std::nullopt;
  const bool led = at > t || (t > first_ && (among(word(t - 1), kLed) || find(kWeekdays, word(t - 1)) || numeric_before(t)));
  Raw raw = read_numeric_date(document_, at, led || numeric_alone(at));
  if (!raw || raw->last > last_) return std::nullopt;
  const bool dotted = raw->year == 0 && word(at).find('.') != std::string::npos && word(at).find('/') == std::string::npos;
  const bool on = weekday || (t > first_ && (word(t - 1) == "on" || find(kWeekdays, word(t - 1))));
  if (dotted && !(on && stops(raw->last))) return std::nullopt;     // "on 5.12", and no "from 5.12 percent"
  const bool this_day = at == t + 1 && !weekday && raw->year == 0;  // "this 5/12"
  if (at > t && (raw->kind != TimeKind::date || !(weekday || this_day))) return std::nullopt;
  if (this_day) raw->shift = shift_at(t);
  const std::string& after = word(raw->last);
  if (raw->year == 0 && (after == "am" || after == "pm" || after == "a.m." || after == "p.m.")) return std::nullopt;
  if (raw->year == 0 && (word(at).find('-') != std::string::npos || (day_at(at) && word(at + 1) == "-")) &&
      (at > t || (t > first_ && find(kWeekdays, word(t - 1)))))
    return std::nullopt;  // "Monday 3-8"
  if (at > t && word(at - 1) == "(" && word(raw->last) == ")") ++raw->last;
  if (weekday) raw->weekday = *weekday;
  if (raw->year == 0 && raw->kind == TimeKind::date) year_after(*raw);
  return raw;
}

// "11/20, 11/22 or 11/25"
bool TimeReader::numeric_before(uint32_t t) const {
  static constexpr std::string_view kListed[] = {",", "or", "and", "to", "-", "~", "until", "till", "through"};
  return t > first_ + 1 && among(word(t - 1), kListed) && word(t - 2).find('/') != std::string::npos;
}

// A day and a month in figures with no word before them: "11/20, 12 of Nov", "10/1-11/2/2017", "6/4 between 9.30 and noon".
bool TimeReader::numeric_alone(uint32_t t) const {
  static constexpr std::string_view kHours[] = {"before", "after", "at", "between", "from"};
  const auto figures = [&](uint32_t at) { return word(at).find('/') != std::string::npos && word(at)[0] >= '0' && word(at)[0] <= '9'; };
  const std::string& next = word(t + 1);
  if (!figures(t)) return false;
  if ((among(next, kLinks) && figures(t + 2) && stops(t + 3)) || (among(next, kHours) && day_at(t + 2))) return true;
  const std::string day = word(t).substr(word(t).find('/') + 1);
  const bool no_fraction = day.size() == 2 && day >= "13" && day <= "31";
  const bool opens = t == first_ || document_.tokens[t - 1].upos == Upos::PUNCT;
  return no_fraction && opens && (next.empty() || document_.tokens[t + 1].upos == Upos::PUNCT);
}

// the 18th · around the 21st this month · Tuesday the eleventh is left to its weekday
Raw TimeReader::month_day_alone(uint32_t t) {
  static constexpr std::string_view kLed[] = {"on",    "until", "till", "by",     "from",    "since", "before",
                                              "after", "of",    "and",  "around", "between", "to"};
  const bool the = word(t) == "the";
  if (t == first_ || !among(word(t - 1), kLed) || (!the && word(t - 1) != "on")) return std::nullopt;
  const uint32_t figure = the ? t + 1 : t;
  const auto number = read_number(document_, figure);
  const bool before_hours =
      number && the && number->last == t + 2 && word(t - 1) == "on" && (word(t + 2) == "from" || word(t + 2) == "between" || word(t + 2) == "at");
  if (!number || (!number->ordinal && !before_hours) || number->vague || number->value < 1 || number->value > 31) return std::nullopt;
  RawTime raw = made(TimeKind::month_day, number->last);
  raw.day = raw.last_day = static_cast<int>(number->value);
  const bool of = word(raw.last) == "of", day = word(raw.last) == "day";
  const uint32_t at = raw.last + (of ? 1 : day && word(raw.last + 1) == "of" ? 2 : 0);
  const std::string& which = word(at);
  if ((which == "this" || which == "last" || which == "next" || (which == "the" && at > raw.last)) && word(at + 1) == "month") {
    raw.shift = which == "last" ? TimeShift::last : which == "next" ? TimeShift::next : TimeShift::now;
    raw.last = at + 2;
    return raw;
  }
  const bool digits = word(figure)[0] >= '0' && word(figure)[0] <= '9';
  const Upos after = raw.last < last_ ? document_.tokens[raw.last].upos : Upos::PUNCT;
  const bool subject =
      word(t - 1) == "on" && (after == Upos::DET || after == Upos::PRON || after == Upos::NUM);  // "on the 18th the president apologised"
  if (!digits || !(stops(raw.last) || before_hours || subject) || of || (word(raw.last) == "-" && touches(raw.last)))
    return std::nullopt;  // "on the 18th", and no "on the second"
  return raw;
}

std::optional<Knowledge::HolidayHit> TimeReader::feast_at(uint32_t t) const {
  if (t >= last_ || !knowledge_.begins_holiday(word(t))) return std::nullopt;
  const auto words = std::span(words_).subspan(t - first_, std::min<size_t>(kReach, last_ - t));
  return knowledge_.find_holiday({words.begin(), words.end()});
}

// [last|next] Christmas [2011] · Eid al-Fitr · the Fourth of July is a plain date
Raw TimeReader::holiday(uint32_t t) {
  RawTime raw = made(TimeKind::feast, t);
  if (word(t) == "the" && (shift_at(t + 1) != TimeShift::none || word(t + 1) == "weekend")) ++t;
  if (shift_at(t) != TimeShift::none && shift_at(t) != TimeShift::same) raw.shift = shift_at(t++);
  if (word(t) == "weekend" && word(t + 1) == "of") raw.modifier = 'w', t += 2;
  const auto found = feast_at(t);
  if (!found) return std::nullopt;
  raw.feasts = found->days, raw.last = t + found->words;
  // "the National Day of Mourning" is no national day, "the Independence Day of Kenya" is.
  // The Good Friday Agreement and the Tet Offensive are names of their own.
  const auto into_next = [&](uint32_t part) { return document_.tokens[part].head == raw.last; };
  if (capital(raw.last) && (into_next(t) || into_next(raw.last - 1))) return std::nullopt;
  const bool national = std::any_of(raw.feasts.begin(), raw.feasts.end(), [](const Holiday& day) { return !day.country.empty(); });
  if (national && word(raw.last) == "of" && raw.last + 1 < last_ && !year_at(raw.last + 1)) {
    const auto owner = knowledge_.find_actor({document_.tokens[raw.last + 1].form}, std::nullopt);
    if (!owner || owner->actor.kind != "state") return std::nullopt;
  }
  // Written small, one word may be a common noun ("an epiphany").
  const bool sure = capital(t) || capital(t + 1) || raw.shift != TimeShift::none || raw.modifier || raw.last > t + 1 || year_near(t);
  if (raw.last <= t || !sure) return std::nullopt;
  const TimeShift shift = raw.shift;
  year_after(raw);
  if (shift != TimeShift::none) raw.shift = shift;
  if (word(raw.last) == "weekend") {
    raw.modifier = 'w', ++raw.last;
    if (raw.year == 0) year_after(raw);
  }
  return raw;
}

bool TimeReader::year_near(uint32_t t) const {
  for (uint32_t at = t + 1; at < t + 4; ++at)
    if (year_at(at)) return true;
  return false;
}

// 10 Muharram 1443 [AH] · the 9th of Av · 14 Nisan 5782
Raw TimeReader::other_calendar(uint32_t t) {
  if (word(t) == "the") ++t;
  const auto day = day_at(t);
  if (!day || *day > 30) return std::nullopt;
  uint32_t at = t + 1;
  if (word(at) == "of") ++at;
  if (!capital(at)) return std::nullopt;
  std::string letters;
  RawTime raw = made(TimeKind::lunar, t);
  for (uint32_t end = at; end < last_ && end < at + 5 && letters.size() < 24; ++end) {
    const size_t before = letters.size();
    letters += ascii_letters(words_[end - first_]);
    if (letters.size() == before) continue;
    const auto islamic = calendars::islamic_month(letters), hebrew = calendars::hebrew_month(letters);
    if (!islamic && !hebrew) continue;
    raw.month = islamic ? *islamic : *hebrew;
    raw.number = islamic ? 0 : 1;
    raw.last = end + 1;
  }
  if (raw.month == 0) return std::nullopt;
  raw.day = raw.last_day = *day;
  at = word(raw.last) == "," ? raw.last + 1 : raw.last;
  const auto year = read_number(document_, at);
  if (year && word(at).size() == 4 && year->value >= (raw.number == 0 ? 1200 : 5000) && year->value < (raw.number == 0 ? 1600 : 6000)) {
    raw.year = static_cast<int>(year->value);
    raw.last = at + 1;
    if (word(raw.last) == "ah" || word(raw.last) == "a.h.") ++raw.last;
  }
  return raw;
}

}  // namespace gesta
