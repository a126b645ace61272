// Lengths ("three days", "the last two months"), what is counted with them ("two days ago", "a week before Christmas"), and sets ("every Monday").
#include <algorithm>
#include <cmath>

#include "events/counts_numbers.h"
#include "events/times_days.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

// three · several · half a · one and a half · a quarter of an · 1 ½
std::optional<TimeReader::Count> TimeReader::count_at(uint32_t t) const {
  const auto fraction = [&](uint32_t at) -> double {
    for (const Fraction& entry : kFractions)
      if (entry.word == word(at)) return entry.value;
    return 0;
  };
  if (const double part = fraction(t); part > 0) {
    const bool symbol = word(t)[0] < 'a' || word(t)[0] > 'z';
    const uint32_t article = word(t + 1) == "of" ? t + 2 : t + 1;
    if (!symbol && word(article) != "a" && word(article) != "an") return std::nullopt;
    return Count{part, symbol ? t + 1 : article + 1};
  }
  const bool article = word(t) == "a" || word(t) == "an";
  if (article && fraction(t + 1) > 0 && word(t + 1)[0] > 'z') return count_at(t + 1);  // "a ½ hour"
  const auto number = read_number(document_, t, true);
  if (!number || number->ordinal) return std::nullopt;
  Count found{number->vague ? -1 : number->value, number->last};
  const uint32_t part = word(found.last) != "and" ? found.last : word(found.last + 1) == "a" ? found.last + 2 : found.last + 1;
  if (const double more = fraction(part);
      more > 0 && !number->vague && (part > found.last || word(part)[0] < 'a' || word(part)[0] > 'z') && find_unit(word(part + 1)))
    return Count{found.amount + more, part + 1};
  if (among(word(found.last), kOr))
    if (const auto other = read_number(document_, found.last + 1)) found = {-1, other->last};
  return found;
}

// "for 3h", "lasted 2W"
Raw TimeReader::lettered(uint32_t t) const {
  static constexpr std::string_view kLead[] = {"for", "in", "within", "last", "lasts", "lasted"};
  const std::string& w = word(t);
  const size_t size = w.size();
  if (size < 2 || size > 4 || w[0] < '1' || w[0] > '9' || t == first_ || !among(word(t - 1), kLead) || !stops(t + 1)) return std::nullopt;
  const double amount = small_number(w.substr(0, size - 1));
  for (const UnitWord& letter : kUnitLetters) {
    if (letter.word != w.substr(size - 1) || amount < 0 || (letter.word == "d" && amount < 5)) continue;
    RawTime raw = made(TimeKind::duration, t + 1);
    raw.amount = amount, raw.unit = letter.unit;
    return raw;
  }
  return std::nullopt;
}

// three days · several weeks · the last two months · the past week · recent weeks · two days ago · hours later · a day after CLAUSE
Raw TimeReader::amount(uint32_t t) {
  RawTime raw = made(TimeKind::duration, t);
  static constexpr std::string_view kAbout[] = {"about", "around", "nearly", "almost", "exactly", "over", "just", "barely", "roughly"};
  static constexpr std::string_view kBeforeUnit[] = {"more", "full", "whole", "further", "other", "straight", "consecutive"};
  if (Raw letters = lettered(t)) return letters;
  const uint32_t start = t;
  if (among(word(t), kAbout)) ++t;
  if ((word(t) == "more" || word(t) == "less") && word(t + 1) == "than") raw.below = word(t) == "less", t += 2;
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
  const auto count = count_at(t);
  bool counted = false;
  const bool money = t > first_ && (word(t - 1) == "$" || word(t - 1) == "\xC2\xA3" || word(t - 1) == "\xE2\x82\xAC");
  if (count && !money) {
    raw.amount = count->amount;
    counted = true;
    t = count->last;
  } else if ((word(t) == "all" || word(t) == "another") && find_unit(word(t + 1)) && word(t + 1).back() != 's') {
    raw.amount = 1;
    counted = true;
    ++t;
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
  const bool hyphen = word(t) == "-" && counted;
  if (hyphen) ++t;
  if (among(word(t), kBeforeUnit)) ++t;
  const UnitWord* unit = find_unit(word(t));
  if (!unit && (word(t) == "business" || word(t) == "working") && find_unit(word(t + 1)) && find_unit(word(t + 1))->unit == TimeUnit::day)
    raw.workdays = true, unit = find_unit(word(++t));
  if (!unit) return hyphened(t);
  const bool plural = word(t).back() == 's';
  if (!counted && (!plural || unit->kind == UnitKind::quarter || unit->kind == UnitKind::weekend)) return std::nullopt;
  if (unit->kind == UnitKind::night && !plural && !hyphen && raw.amount != 1) return std::nullopt;  // "three night markets"
  if (word(t) == "second" && (word(t - 1) == "a" || document_.tokens[t].upos != Upos::NOUN)) return std::nullopt;
  raw.workdays = raw.workdays || unit->kind == UnitKind::workday;
  set_unit(raw, *unit);
  if (unit->kind == UnitKind::quarter) raw.number = 4;  // whole quarters
  raw.last = t + 1;
  if (unit->kind == UnitKind::weekend) {
    if (!(raw.amount >= 1) || raw.shift != TimeShift::none || (raw.amount == 1 && word(start) != "one")) return std::nullopt;
    raw.value = "P" + std::to_string(static_cast<int>(std::min(raw.amount, 1000.0))) + "WE";
    return raw;
  }
  if (counted) smaller_units(raw);
  if (word(raw.last) == "-" && word(raw.last + 1) == "old") return std::nullopt;
  if (word(raw.last) == "old" || word(raw.last) == "of") {
    if (word(raw.last + 1) == "age" || word(raw.last) == "old") return std::nullopt;
  }
  return with_offset(raw, counted);
}

// "ago", "later", "before the vote", "from now" behind a length: the day it leads to.
Raw TimeReader::with_offset(RawTime raw, bool counted) const {
  const std::string& after = word(raw.last);
  const bool of_unit = shift_at(raw.last + 1) == TimeShift::now && (find_unit(word(raw.last + 2)) || !part_at(raw.last + 2).empty());
  if (after == "ago") {
    raw.kind = TimeKind::offset, raw.shift = TimeShift::ago, ++raw.last;
  } else if (of_unit) {  // "30 minutes later this week"
    return settle(raw, counted);
  } else if (after == "earlier" || after == "before" || after == "previously" || after == "beforehand") {
    raw.kind = TimeKind::offset, raw.shift = TimeShift::earlier, ++raw.last;
    raw.event_anchor = after == "before" && opens_event(raw.last);
  } else if (after == "later" || after == "after" || after == "afterwards" || after == "afterward" || after == "on") {
    if (after == "on" && !(raw.shift == TimeShift::none && stops(raw.last + 1) && word(raw.last + 1) == ",")) return settle(raw, counted);
    raw.kind = TimeKind::offset, raw.shift = TimeShift::later, ++raw.last;
    raw.event_anchor = after == "after" && opens_event(raw.last);
  } else if (after == "from" && word(raw.last + 1) == "now") {
    raw.kind = TimeKind::offset, raw.shift = TimeShift::next, raw.last += 2;
  }
  return settle(raw, counted);
}

// "one hour and a half", "an hour and 30 minutes", "2 years 1 month 21 days"
void TimeReader::smaller_units(RawTime& raw) const {
  static constexpr std::string_view kOffset[] = {"ago", "later", "earlier", "before", "after"};
  if (raw.amount < 1 || raw.amount != std::floor(raw.amount)) return;
  const uint32_t alone = raw.last;
  for (TimeUnit least = raw.unit; least > TimeUnit::second;) {
    const uint32_t at = word(raw.last) == "and" ? raw.last + 1 : raw.last;
    const uint32_t part = word(at) == "a" ? at + 1 : at;
    for (const Fraction& entry : kFractions)
      if (at > raw.last && least == raw.unit && entry.word == word(part) && !find_unit(word(part + 1)) && word(part + 1) != "-") {
        raw.amount += entry.value, raw.last = part + 1;
        return;
      }
    const auto number = read_number(document_, at);
    const UnitWord* unit = number && !number->ordinal && !number->vague && number->value >= 1 ? find_unit(word(number->last)) : nullptr;
    if (!unit || unit->unit >= least || unit->kind != UnitKind::plain || unit->times != 1) break;
    least = unit->unit;
    raw.more.push_back({number->value, least});
    raw.last = number->last + 1;
  }
  // "for the last three months, and two days ago": two expressions.
  if (raw.shift != TimeShift::none && among(word(raw.last), kOffset)) raw.last = alone, raw.more.clear();
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
  const UnitWord* unit = find_unit(std::string_view(w).substr(hyphen + 1));
  if (!unit || unit->kind == UnitKind::weekend) return std::nullopt;
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
  if (raw->kind == TimeKind::offset && word(at - 1) == "ago") return to_the_day(*raw);
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
  out.amount = raw->amount, out.unit = raw->unit, out.more = raw->more, out.below = raw->below, out.workdays = raw->workdays;
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

// twenty years ago today · a hundred years ago this Friday · ten years ago this week
Raw TimeReader::to_the_day(RawTime raw) {
  const bool now = word(raw.last) == "today" || (word(raw.last) == "this" && !find_unit(word(raw.last + 2)));
  if (raw.unit < TimeUnit::year || !now) return std::nullopt;
  const Raw base = read_base(raw.last);
  if (!base) return std::nullopt;
  raw.base.push_back(*base), raw.last = base->last;
  return raw;
}

// every day · each week · daily · annually · twice a week
Raw TimeReader::set(uint32_t t) {
  RawTime raw = made(TimeKind::set, t + 1);
  for (const Part& entry : kSets)
    if (entry.word == word(t) && !capital(t)) {
      raw.value = entry.code;
      return at_clock(raw);
    }
  if (const uint32_t day = word(t) == "the" ? t + 1 : t;  // "the 19th of every month"
      day_at(day) && word(day + 1) == "of" && (word(day + 2) == "every" || word(day + 2) == "each") && word(day + 3) == "month") {
    raw.value = "XXXX-XX-" + pad(*day_at(day), 2);
    raw.last = day + 4;
    return raw;
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
    const UnitWord* unit = find_unit(word(t + 2));
    if ((word(t + 1) != "a" && word(t + 1) != "an" && word(t + 1) != "every") || !unit || unit->unit < TimeUnit::hour) return std::nullopt;
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
  const UnitWord* unit = find_unit(word(at));
  if (!unit || unit->unit < TimeUnit::hour || unit->kind == UnitKind::night) return std::nullopt;
  raw.value = length_value(count * unit->times, unit->unit);
  return at_clock(raw);
}

}  // namespace gesta
