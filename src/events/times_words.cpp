// What a word of a sentence can be in a time expression: a month, a day, a year; and what stands before and after the others ("early", "last", "of
// 2011").
#include <algorithm>
#include <cmath>

#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_numeric.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

const std::string& TimeReader::word(uint32_t t) const {
  static const std::string none;
  return t >= first_ && t < last_ ? words_[t - first_] : none;
}

bool TimeReader::capital(uint32_t t) const {
  return t < last_ && !document_.tokens[t].form.empty() && document_.tokens[t].form[0] >= 'A' && document_.tokens[t].form[0] <= 'Z';
}

RawTime TimeReader::made(TimeKind kind, uint32_t last) {
  RawTime raw;
  raw.kind = kind;
  raw.last = last;
  return raw;
}

std::optional<int> TimeReader::month_at(uint32_t t) const {
  static constexpr std::string_view kBefore1[] = {"in", "since", "until", "during", "between", "before", "after"};
  const auto month = find(kMonths, word(t));
  if (!month) return std::nullopt;
  const bool led = t > first_ && word(t).size() > 2 && among(word(t - 1), kBefore1) && stops(t + 1) && month_name(word(t));  // "it may be in may"
  if (!led && !capital(t) && !month_alone(*month, word(t)) && !beside_figure(t) && !linked_month(t)) return std::nullopt;
  if (!led && *month == 5 && document_.tokens[t].upos == Upos::AUX) return std::nullopt;
  return month;
}

// In full: "sun", "mar" and "dec" are words too.
bool TimeReader::month_name(const std::string& name) { return name == "may" || (name.size() > 4 && name.back() != '.'); }

// "between august and october", "June-August"
bool TimeReader::linked_month(uint32_t t) const {
  const auto month = [&](uint32_t at) { return month_name(word(at)) && find(kMonths, word(at)); };
  if (!month(t)) return false;
  return (among(word(t + 1), kLinks) && month(t + 2)) || (t > first_ + 1 && among(word(t - 1), kLinks) && month(t - 2));
}

// Written small: names that are nothing else, or any beside a figure ("may 5", "3 aug", "march 2017").
bool TimeReader::month_alone(int month, const std::string& name) {
  return name.size() > 3 && name.back() != '.' && month != 3 && month != 5 && month != 8;
}

bool TimeReader::beside_figure(uint32_t t) const {
  const auto figure = [&](uint32_t at) {
    const std::string& w = word(at);
    return !w.empty() && w[0] >= '0' && w[0] <= '9' && (w.size() <= 2 || w.size() == 4 || (w.size() <= 4 && w.back() >= 'a'));
  };
  const auto number = word(t).size() > 3 ? read_number(document_, t + 1) : std::nullopt;  // "march eighteenth"
  if (number && number->ordinal && number->value <= 31 && (stops(number->last) || read_number(document_, number->last))) return true;
  return figure(t + 1) || (t > first_ && figure(t - 1) && (word(t) != "may" && word(t) != "march"));
}

bool TimeReader::weekday_here(uint32_t t) const {
  const std::string& w = word(t);
  if (t > first_ && w == "friday" && word(t - 1) == "good") return false;  // "the Good Friday Agreement"
  return capital(t) || (w.size() > 5 && w.ends_with("day"));
}

std::optional<int> TimeReader::year_at(uint32_t t) const {
  const std::string& w = word(t);
  if (w.size() != 4 || !std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  const int year = std::stoi(w);
  return year >= 1000 && year <= 2200 ? std::optional<int>(year) : std::nullopt;
}

std::optional<int> TimeReader::day_at(uint32_t t) const {
  const auto number = read_number(document_, t);
  if (!number || number->vague || number->last != t + 1 || number->value < 1 || number->value > 31) return std::nullopt;
  const char c = word(t)[0];
  if (!(c >= '0' && c <= '9') && !number->ordinal) return std::nullopt;
  return static_cast<int>(number->value);
}

std::optional<TimeReader::Day> TimeReader::day_words(uint32_t t, bool cardinal) const {
  if (const auto day = day_at(t); day && !spelled_more(t)) return Day{*day, t + 1};
  const auto number = read_number(document_, t);
  if (!number || number->vague || number->value < 1 || number->value > 31 || number->last > t + 3 || !(number->ordinal || cardinal))
    return std::nullopt;
  if (number->value != std::floor(number->value) || (number->last == t + 1 && !number->ordinal && !cardinal)) return std::nullopt;
  return Day{static_cast<int>(number->value), number->last};
}

bool TimeReader::spelled_more(uint32_t t) const {
  const auto number = read_number(document_, t);
  return number && number->last > t + 1 && number->value <= 31;
}

TimeShift TimeReader::shift_at(uint32_t t) const {
  const std::string& w = word(t);
  if (among(w, kLast)) return TimeShift::last;
  if (among(w, kThis)) return TimeShift::now;
  if (among(w, kNext)) return TimeShift::next;
  if (among(w, kBefore)) return TimeShift::before;
  if (among(w, kAfter)) return TimeShift::after;
  if (among(w, kSame)) return TimeShift::same;
  return TimeShift::none;
}

char TimeReader::modifier_at(uint32_t t) const {
  static constexpr std::string_view kNouns[] = {"beginning", "start", "outset", "middle", "end", "close", "rest", "remainder", "remaining"};
  const std::string& w = word(t);
  if (among(w, kNouns) && word(t + 1) != "of") return 0;
  if (among(w, kStart)) return 's';
  if (among(w, kMiddle)) return 'm';
  if (among(w, kEnd)) return 'e';
  if (among(w, kRest) && word(t + 1) == "of") return 'a';
  return 0;
}

std::string_view TimeReader::part_at(uint32_t t) const {
  for (const Part& part : kParts)
    if (part.word == word(t)) return part.code;
  return {};
}

void TimeReader::set_unit(RawTime& raw, const UnitWord& unit) {
  raw.unit = unit.unit;
  if (raw.amount > 0) raw.amount *= unit.times;
}

// "of 2011", ", 2011", "2011" after a month or a day.
void TimeReader::year_after(RawTime& raw) const {
  uint32_t t = raw.last;
  if (raw.day == 0 && !part_at(t).empty() && (word(t + 1) == "in" || word(t + 1) == "of")) ++t;  // "a July afternoon in 1999"
  if (word(t) == "," || word(t) == "of" || word(t) == "in") ++t;
  if (word(t) == "the" && word(t + 1) == "year") t += 2;
  if (const auto year = year_at(t)) {
    raw.year = *year;
    raw.last = t + 1;
    return;
  }
  if (const auto year = read_spelled_year(document_, t); year && year->last <= last_) {
    raw.year = year->year;
    raw.last = year->last;
    return;
  }
  const std::string& two = word(t);  // "April of 87", "May '68"
  if ((word(raw.last) == "of" && two.size() == 2) || (two.size() == 3 && two[0] == '\'')) {
    const std::string digits = two.substr(two.size() - 2);
    if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      raw.year = std::stoi(digits) + (digits < "40" ? 2000 : 1900);
      raw.last = t + 1;
      return;
    }
  }
  // "this year", "of last year", "the same year"
  t = raw.last + (word(raw.last) == "of");
  if (word(t) == "the") ++t;
  const TimeShift shift = shift_at(t);
  if (word(t + 1) == "year" && shift != TimeShift::none) {
    raw.shift = shift == TimeShift::last ? TimeShift::before : shift == TimeShift::next ? TimeShift::after : shift;
    raw.last = t + 2;
  } else if (word(raw.last) == "last") {  // "in May last"
    raw.shift = TimeShift::last;
    raw.last += 1;
  }
}

// "the early", "late", "the end of", "last", "this", "next", "the following", "earlier this": shift and modifier.
void TimeReader::lead(RawTime& raw, uint32_t& t) const {
  if (word(t) == "the") ++t;
  if ((word(t) == "earlier" || word(t) == "later") && (shift_at(t + 1) != TimeShift::none || word(t + 1) == "in" || word(t + 1) == "on")) {
    raw.modifier = word(t) == "earlier" ? 'b' : 'a';
    ++t;
    if (word(t) == "in" || word(t) == "on") {
      ++t;
      if (word(t) == "the") ++t;
    }
  }
  if (const char modifier = modifier_at(t)) {
    raw.modifier = modifier;
    ++t;
    if (word(t) == "of" || word(t) == "in" || word(t) == "-") ++t;
    if (word(t) == "the") ++t;
  }
  if (const TimeShift shift = shift_at(t); shift != TimeShift::none) {
    raw.shift = shift;
    ++t;
    if (shift == TimeShift::now && (shift_at(t) == TimeShift::last || shift_at(t) == TimeShift::next))
      raw.shift = shift_at(t++);  // this past, this coming
  }
}

bool TimeReader::stops(uint32_t t) const {
  const std::string& w = word(t);
  return w.empty() || document_.tokens[t].upos == Upos::PUNCT || w == "and" || w == "but" || w == "in" || w == "at" || w == "on" || w == "by" ||
         w == "to" || w == "when" || w == "with" || w == "for" || w == "from";
}

bool TimeReader::touches(uint32_t t) const { return t > first_ && t < last_ && document_.glued(t); }

bool TimeReader::opens_event(uint32_t t) const {
  if (stops(t)) return false;
  const Token& token = document_.tokens[t];
  const bool finite = token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" || token.xpos == "MD";
  constexpr Upos no_deed[] = {Upos::ADP, Upos::PART, Upos::CCONJ, Upos::SCONJ, Upos::ADV};
  return !finite && std::find(std::begin(no_deed), std::end(no_deed), token.upos) == std::end(no_deed);
}

}  // namespace gesta
