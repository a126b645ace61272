// Parts of a day ("yesterday morning", "the night before", "by dawn") and times of the clock.
#include <algorithm>

#include "events/counts_numbers.h"
#include "events/times_clock.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

Raw TimeReader::distant_day(uint32_t t, int days) {
  RawTime raw = made(TimeKind::part, t + 4);
  raw.number = days;
  raw.shift = TimeShift::now;
  return raw;
}

// yesterday, tonight, tomorrow morning, early today
Raw TimeReader::day_word(uint32_t t) {
  RawTime raw = made(TimeKind::part, t);
  if (word(t) == "the" && word(t + 2) == "after" && word(t + 1) == "day" && word(t + 3) == "tomorrow") return distant_day(t, 2);
  if (word(t) == "the" && word(t + 2) == "before" && word(t + 1) == "day" && word(t + 3) == "yesterday") return distant_day(t, -2);
  if (word(t) == "the" && word(t + 2) == "before" && word(t + 1) == "night" && word(t + 3) == "last") {
    Raw night = distant_day(t, -1);
    night->part = "ON";
    return night;
  }
  if (modifier_at(t) || word(t) == "earlier" || word(t) == "later") ++t;
  const auto distance = find(kDayWords, word(t));
  if (!distance) return std::nullopt;
  raw.number = *distance;
  raw.shift = TimeShift::now;
  if (word(t) == "tonight") raw.part = "NI";
  if (word(t) == "overnight") raw.part = "ON";
  raw.last = t + 1;
  if (!part_at(raw.last).empty()) raw.part = part_at(raw.last), ++raw.last;
  return raw;
}

// the night to Wednesday, overnight into Wednesday, the night from Tuesday to Wednesday
Raw TimeReader::night_to_day(uint32_t t) {
  const bool the = word(t) == "the";
  uint32_t at = the ? t + 1 : t;
  if (!(the && word(at) == "night") && word(at) != "overnight") return std::nullopt;
  ++at;
  const auto weekday_at = [&](uint32_t k) { return k < last_ && weekday_here(k) ? find(kWeekdays, word(k)) : std::nullopt; };
  if ((word(at) == "from" || word(at) == "of") && weekday_at(at + 1)) at += 2;
  const auto day = word(at) == "to" || word(at) == "into" ? weekday_at(at + 1) : std::nullopt;
  if (!day) return std::nullopt;
  RawTime raw = made(TimeKind::weekday, at + 2);
  raw.weekday = *day;
  raw.part = "ON";
  return raw;
}

// this morning, that evening, last night, the same day, the next day, the day before, the following morning
Raw TimeReader::day_part(uint32_t t) {
  RawTime raw = made(TimeKind::part, t);
  const uint32_t start = t;
  const bool the = word(t) == "the";
  lead(raw, t);
  const bool day = word(t) == "day";
  std::string_view part = part_at(t);
  for (const Part& meal : kMeals)
    if (meal.word == word(t) && t == start && stops_or_day(t + 1)) part = meal.code;
  if (!day && part.empty()) return std::nullopt;
  raw.part = part;
  raw.last = t + 1;
  const std::string& after = word(raw.last);
  if (raw.shift == TimeShift::none) {
    if (!day && bare_part(t, the)) {
      raw.bare = true;
      raw.shift = TimeShift::same;
      return raw;
    }
    const bool at = start > first_ && (word(start - 1) == "at" || (word(start - 1) == "the" && start > first_ + 1 && word(start - 2) == "at"));
    const bool end = raw.modifier == 'e' && !at;  // "at the end of the day" is a way of speaking
    const bool whole = raw.modifier == 0 && whole_unit(t) && word(t - 2) == "for";
    if (day && (end || whole)) {
      raw.shift = TimeShift::now;
      return raw;
    }
    if (day && (raw.modifier == 'a' || raw.modifier == 'b')) {  // "later in the day"
      raw.shift = TimeShift::same;
      return raw;
    }
    if (!the) return std::nullopt;
    if (after == "before" || after == "after") {
      raw.shift = after == "before" ? TimeShift::before : TimeShift::after;
      ++raw.last;
      raw.event_anchor = opens_event(raw.last);
      if (raw.event_anchor && word(raw.last) == "that") {  // "said the day before that ...", and not "the day before that meeting"
        if (document_.tokens[raw.last].deprel == Deprel::det) return std::nullopt;
        raw.event_anchor = false;
      }
      return raw;
    }
    return std::nullopt;
  }
  if (day && raw.shift == TimeShift::now) return std::nullopt;
  if (raw.shift == TimeShift::next && the) raw.shift = TimeShift::after;
  if (raw.shift == TimeShift::last && day) return std::nullopt;
  if (raw.shift == TimeShift::last && raw.part == "NI") raw.number = -1, raw.shift = TimeShift::now;
  return raw;
}

// Nothing that a noun before it could belong to.
bool TimeReader::stops_or_day(uint32_t t) const { return stops(t) || find(kDayWords, word(t)) || find(kWeekdays, word(t)); }

// "by nightfall", "at noon", "in the afternoon"
bool TimeReader::bare_part(uint32_t t, bool the) const {
  static constexpr std::string_view kLead[] = {"by", "at", "before", "after", "since", "until", "in", "during", "around", "over", "one"};
  uint32_t first = the ? t - 1 : t;
  if (first > first_ && (word(first - 1) == "early" || word(first - 1) == "late")) --first;
  return first > first_ && among(word(first - 1), kLead) && word(t + 1) != "of";
}

// 10:30 · 10 a.m. · 4pm · half past seven · from 5 to 6pm
Raw TimeReader::clock(uint32_t t) {
  static constexpr std::string_view kLed[] = {"at",    "from", "between", "around", "about", "circa", "by",
                                              "until", "till", "before",  "after",  "since", "@"};
  const std::string& w = word(t);
  if (const auto counted = read_number(document_, t); counted && counted->last > t + 1 && counted->value >= 100)
    return std::nullopt;  // "ten thousand"
  const bool number = !w.empty() && ((w[0] >= '0' && w[0] <= '9') || w == "half" || w == "quarter" || w == "a" || w.size() < 8);
  if (!number) return std::nullopt;
  const uint32_t begin = document_.tokens[t].span.begin, stop = document_.tokens[last_ - 1].span.end;
  const std::string_view all = document_.text;
  if (begin >= stop || stop > all.size()) return std::nullopt;
  const auto found = read_clock(all.substr(begin, stop - begin), t > first_ && among(word(t - 1), kLed));
  if (!found) return std::nullopt;
  RawTime raw = made(TimeKind::clock, t);
  const size_t end = begin + found->length;
  while (raw.last < last_ && document_.tokens[raw.last].span.begin < end) ++raw.last;
  if (const size_t over = document_.tokens[raw.last - 1].span.end; over > end && all.substr(end, over - end) != ".") return std::nullopt;
  raw.value = found->value;
  raw.bare = found->plain;
  raw.half_day = found->half_day;
  // "at 6.45", and no "at 6.45 percent"
  const bool dotted = w.size() > 3 && w[w.size() - 3] == '.';
  if (raw.bare && dotted && t > first_ && word(t - 1) == "at" && raw.last == t + 1 && stops(raw.last)) raw.bare = false;
  return raw;
}

// "every Monday at 4 p.m.", "every day at 7:13"
Raw TimeReader::at_clock(RawTime raw) {
  if (raw.value != "P1D" && !raw.value.starts_with("XXXX")) return raw;
  const bool at = word(raw.last) == "at";
  const Raw time = clock(at ? raw.last + 1 : raw.last);
  if (!time || time->value.find('/') != std::string::npos || (time->bare && !at)) return raw;
  raw.last = time->last;
  if (raw.value.starts_with("XXXX-WXX"))
    raw.value = raw.value.substr(0, 10) + (time->value.ends_with(":00") ? time->value.substr(0, 3) : time->value);
  else
    raw.value = "XXXX-XX-XX" + time->value;
  return raw;
}

}  // namespace gesta
