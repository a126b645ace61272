// Lengths ("three days", "the last two months"), what is counted with them ("two days ago", "a week before Christmas"), and sets ("every Monday").
#include <algorithm>
#include <cmath>

#include "events/counts_numbers.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

// three days · several weeks · the last two months · the past week · recent weeks · two days ago · hours later · a day after CLAUSE
Raw TimeReader::amount(uint32_t t) {
  RawTime raw = made(TimeKind::duration, t);
  static constexpr std::string_view kAbout[] = {"about", "around", "nearly", "almost", "some", "exactly", "over", "just", "barely", "roughly"};
  const std::string first = word(t);
  if (among(first, kAbout) && first != "some") ++t;
  if (word(t) == "more" && word(t + 1) == "than") t += 2;
  if (word(t) == "less" && word(t + 1) == "than") t += 2;
  if (word(t) == "the") ++t;
  if (const TimeShift shift = shift_at(t);
      shift == TimeShift::last || shift == TimeShift::next || shift == TimeShift::after || shift == TimeShift::before) {
    raw.shift = shift;
    ++t;
  } else if (word(t) == "recent") {
    raw.shift = TimeShift::last;
    raw.amount = -1;
    ++t;
  }
  const auto number = read_number(document_, t, true);
  bool counted = false;
  const bool money = t > first_ && (word(t - 1) == "$" || word(t - 1) == "\xC2\xA3" || word(t - 1) == "\xE2\x82\xAC");
  if (number && !number->ordinal && !money) {
    raw.amount = number->vague ? -1 : number->value;
    counted = true;
    t = number->last;
    if (word(t) == "and" && word(t + 1) == "a" && word(t + 2) == "half") t += 3, raw.amount += 0.5;
    if ((word(t) == "to" || word(t) == "or" || word(t) == "-") && read_number(document_, t + 1)) {
      t = read_number(document_, t + 1)->last;
      raw.amount = -1;
    }
  } else if ((word(t) == "all" || word(t) == "another") && find(kUnits, word(t + 1)) && word(t + 1).back() != 's') {
    raw.amount = 1;
    counted = true;
    ++t;
  } else if (word(t) == "half" && (word(t + 1) == "a" || word(t + 1) == "an")) {
    raw.amount = 0.5;
    counted = true;
    t += 2;
  }
  if (!counted && raw.shift != TimeShift::none && word(t) == "couple") {  // "the next couple of weeks"
    raw.amount = 2;
    counted = true;
    t += word(t + 1) == "of" ? 2 : 1;
  }
  if (counted && raw.shift == TimeShift::none)
    if (const TimeShift shift = shift_at(t);
        (shift == TimeShift::last || shift == TimeShift::next || shift == TimeShift::before) && word(t + 1).ends_with('s')) {
      raw.shift = shift == TimeShift::next ? shift : TimeShift::last;  // "in the five past years"
      ++t;
    }
  if (word(t) == "-" && counted) ++t;
  if (word(t) == "more" || word(t) == "full" || word(t) == "whole" || word(t) == "further" || word(t) == "other" || word(t) == "straight" ||
      word(t) == "consecutive")
    ++t;
  auto unit = find(kUnits, word(t));
  if (!unit) return hyphened(t);
  if (*unit == 10 && !counted) return std::nullopt;
  const bool plural = word(t).back() == 's';
  if (!counted && !plural) return std::nullopt;
  set_unit(raw, *unit);
  if (*unit == 10) raw.number = 4;                  // whole quarters
  if (*unit == 11 && !plural) return std::nullopt;  // "a second"
  raw.last = t + 1;
  if (counted) more(raw);
  if (word(raw.last) == "-" && word(raw.last + 1) == "old") return std::nullopt;
  if (word(raw.last) == "old" || word(raw.last) == "of") {
    if (word(raw.last + 1) == "age" || word(raw.last) == "old") return std::nullopt;
  }
  const std::string& after = word(raw.last);
  if (after == "ago") {
    raw.kind = TimeKind::offset, raw.shift = TimeShift::ago, ++raw.last;
  } else if (after == "earlier" || after == "before" || after == "previously" || after == "beforehand") {
    raw.kind = TimeKind::offset, raw.shift = TimeShift::earlier, ++raw.last;
    raw.event_anchor = after == "before" && opens_event(raw.last);
  } else if (after == "later" || after == "after" || after == "afterwards" || after == "afterward" || after == "on") {
    if (after == "on" && !(raw.shift == TimeShift::none && stops(raw.last + 1) && word(raw.last + 1) == ",")) return settle(raw, counted);
    raw.kind = TimeKind::offset, raw.shift = TimeShift::later, ++raw.last;
    raw.event_anchor = after == "after" && opens_event(raw.last);
  } else if (after == "from" && word(raw.last + 1) == "now") {
    raw.kind = TimeKind::offset, raw.shift = TimeShift::next, raw.last += 2;
  } else if (t > first_ && raw.shift == TimeShift::none && counted && word(raw.first) == "in") {
    raw.shift = TimeShift::none;
  }
  return settle(raw, counted);
}

// "one hour and a half", "an hour and 30 minutes"
void TimeReader::more(RawTime& raw) const {
  if (word(raw.last) != "and" || raw.amount < 1 || raw.amount != std::floor(raw.amount) || raw.kind != TimeKind::duration) return;
  const uint32_t at = word(raw.last + 1) == "a" ? raw.last + 2 : raw.last + 1;
  if (word(at) == "half" && !find(kUnits, word(at + 1))) {
    raw.amount += 0.5, raw.last = at + 1;
    return;
  }
  const auto number = read_number(document_, raw.last + 1);
  if (!number || number->ordinal || number->vague || raw.unit != TimeUnit::hour) return;
  const auto unit = find(kUnits, word(number->last));
  if (!unit || *unit != 0 || number->value >= 60) return;
  raw.value = "PT" + std::to_string(static_cast<int>(std::min(raw.amount, 1e6))) + "H" + std::to_string(static_cast<int>(number->value)) + "M";
  raw.last = number->last + 1;
}

Raw TimeReader::settle(const RawTime& raw, bool counted) {
  if (raw.kind == TimeKind::duration && raw.shift == TimeShift::none && !counted) return std::nullopt;
  return raw;
}

// "two-day" and "19-day-old" in one token
Raw TimeReader::hyphened(uint32_t t) {
  const std::string& w = word(t);
  const size_t hyphen = w.find('-');
  if (hyphen == std::string::npos || hyphen + 1 >= w.size()) return std::nullopt;
  const auto unit = find(kUnits, std::string_view(w).substr(hyphen + 1));
  if (!unit) return std::nullopt;
  RawTime raw = made(TimeKind::duration, t + 1);
  raw.amount = small_number(w.substr(0, hyphen));
  if (raw.amount < 0) return std::nullopt;
  set_unit(raw, *unit);
  return raw;
}

double TimeReader::small_number(const std::string& w) {
  static constexpr Entry kSmall[] = {{"one", 1},   {"two", 2},  {"three", 3}, {"four", 4},    {"five", 5}, {"six", 6},   {"seven", 7},
                                     {"eight", 8}, {"nine", 9}, {"ten", 10},  {"twelve", 12}, {"half", 0}, {"multi", -1}};
  if (!w.empty() && w[0] >= '0' && w[0] <= '9' && w.size() < 5 && std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::stoi(w);
  const auto value = find(kSmall, w);
  return value ? *value : -1;
}

// two weeks before Christmas · 3 days from Tuesday · a month after 3 May
Raw TimeReader::counted(uint32_t t) {
  Raw raw = amount(t);
  if (!raw || raw->amount < 0 || raw->unit < TimeUnit::day) return std::nullopt;
  uint32_t at = raw->last;
  if (raw->kind == TimeKind::offset) {
    if (word(at - 1) != "after" && word(at - 1) != "before" && word(at - 1) != "from") return std::nullopt;
    --at;
  } else if (raw->shift != TimeShift::none) {
    return std::nullopt;
  }
  if (word(at) == "," && word(at + 1) == "from") ++at;
  const std::string& how = word(at);
  const bool starts = how == "starting" || how == "beginning";
  if (how != "after" && how != "before" && how != "from" && !starts) return std::nullopt;
  const bool preposition = starts && (word(at + 1) == "on" || word(at + 1) == "from");
  const Raw base = read_base(at + (preposition ? 2 : 1));
  if (!base) return std::nullopt;
  RawTime out = made(TimeKind::offset, base->last);
  out.amount = raw->amount, out.unit = raw->unit;
  // "for three days from Monday": all of them.
  const bool whole = t > first_ && word(t - 1) == "for";
  if (starts || (whole && how == "from")) {
    out.kind = TimeKind::duration;
    out.base.push_back(*base);
    return out;
  }
  out.shift = how == "before" ? TimeShift::earlier : TimeShift::later;
  out.base.push_back(*base);
  return out;
}

// every day · each week · daily · annually · twice a week
Raw TimeReader::set(uint32_t t) {
  static constexpr struct {
    std::string_view word, value;
  } kSets[] = {{"daily", "P1D"},  {"weekly", "P1W"},  {"monthly", "P1M"}, {"annually", "P1Y"}, {"yearly", "P1Y"},
               {"annual", "P1Y"}, {"nightly", "P1D"}, {"hourly", "PT1H"}, {"everyday", "P1D"}, {"quarterly", "P3M"}};
  RawTime raw = made(TimeKind::set, t + 1);
  for (const auto& entry : kSets)
    if (entry.word == word(t) && !capital(t)) {
      raw.value = entry.value;
      return at_clock(raw);
    }
  const std::string& w = word(t);
  if (w.size() > 7 && w.ends_with("days") && find(kWeekdays, std::string_view(w).substr(0, w.size() - 1))) {  // "Tuesdays"
    raw.value = "XXXX-WXX-" + std::to_string(*find(kWeekdays, std::string_view(w).substr(0, w.size() - 1)) + 1);
    return at_clock(raw);
  }
  if (part_at(t) != "" && w.ends_with('s')) {  // "mornings"
    raw.value = "XXXX-XX-XXT" + std::string(part_at(t));
    return raw;
  }
  if (find(kWeekdays, w) && weekday_here(t) && !part_at(t + 1).empty() && word(t + 1).ends_with('s')) {  // "Friday mornings"
    raw.value = "XXXX-WXX-" + std::to_string(*find(kWeekdays, w) + 1) + "T" + std::string(part_at(t + 1));
    raw.last = t + 2;
    return raw;
  }
  if (w == "weekends" || ((w == "any" || w == "all") && word(t + 1).starts_with("weekend"))) {
    raw.value = "P1WE", raw.last = w == "weekends" ? t + 1 : t + 2;
    return raw;
  }
  uint32_t at = t + 1;
  if (w == "once" || w == "twice") {  // "once a week"
    const auto unit = find(kUnits, word(t + 2));
    if ((word(t + 1) != "a" && word(t + 1) != "an" && word(t + 1) != "every") || !unit || *unit < 1 || *unit > 7) return std::nullopt;
    at = t + 2;
  } else if (w != "every" && w != "each") {
    return std::nullopt;
  }
  const auto number = read_number(document_, at);
  int count = number && !number->vague && !number->ordinal ? static_cast<int>(std::min(number->value, 1000.0)) : 1;
  if (number) at = number->last;
  const bool other = word(at) == "other";
  if (other) ++at, count = 2;
  raw.last = at + 1;
  if (const auto weekday = find(kWeekdays, word(at)); weekday && weekday_here(at)) {
    raw.value = "XXXX-WXX-" + std::to_string(*weekday + 1);
    return at_clock(raw);
  }
  if (word(at) == "weekday" && count == 1) {
    raw.value = "P1WD";
    return raw;
  }
  if (word(at) == "weekend" || word(at) == "weekends") {
    raw.value = count == 1 ? "XXXX-WXX-WE" : "P" + std::to_string(count) + "WE";
    return raw;
  }
  if (!part_at(at).empty()) {
    raw.value = "XXXX-XX-XXT" + std::string(part_at(at));
    return at_clock(raw);
  }
  const auto unit = find(kUnits, word(at));
  if (unit && *unit == 10) {
    raw.value = "P" + std::to_string(3 * count) + "M";
    return raw;
  }
  if (!unit || *unit < 1 || *unit > 7) return std::nullopt;
  static constexpr std::string_view kLetters[] = {"", "H", "D", "W", "M", "Y", "0Y", "00Y"};
  raw.value = std::string(*unit == 1 ? "PT" : "P") + std::to_string(count) + std::string(kLetters[*unit]);
  return at_clock(raw);
}

}  // namespace gesta
