// Weeks, quarters, seasons, years, decades, centuries, and parts of them.
#include <algorithm>

#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_numeric.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

// last week · this month · next year · the following century · the past year · earlier this month · the end of the year
Raw TimeReader::unit(uint32_t t) {
  RawTime raw = made(TimeKind::unit, t);
  lead(raw, t);
  if (word(t) == "calendar" || word(t) == "working") ++t;
  const UnitWord* unit = find_unit(word(t));
  if (unit && unit->unit == TimeUnit::hour && (raw.shift == TimeShift::next || raw.shift == TimeShift::last) && word(t) == "hour") {
    raw.kind = TimeKind::duration;
    raw.unit = TimeUnit::hour, raw.amount = 1, raw.last = t + 1;
    return raw;
  }
  if (!unit || unit->unit <= TimeUnit::day || word(t) == "weekends") return std::nullopt;
  const bool weekend = unit->kind == UnitKind::weekend;
  raw.last = t + 1;
  if (weekend) raw.kind = TimeKind::weekend;
  if (raw.shift == TimeShift::none) {
    if (weekend && t > first_ && word(t - 1) == "the") return raw;
    if (raw.modifier && t > first_ && (word(t - 1) == "the" || (word(t - 1) == "of" && raw.modifier != 'm'))) {
      raw.shift = TimeShift::now;
    } else if (t > first_ && word(t - 1) == "the" && word(raw.last) == "after" && word(raw.last + 1) == "next") {
      raw.shift = TimeShift::next;
      raw.amount = 2;
      raw.last += 2;
    } else if (t > first_ && word(t - 1) == "the" && (word(raw.last) == "before" || word(raw.last) == "after")) {
      raw.shift = word(raw.last) == "before" ? TimeShift::before : TimeShift::after;
      ++raw.last;
      if (word(raw.last) == "last" && !weekend) raw.shift = TimeShift::last, raw.amount = 2, ++raw.last;
    } else if (t > first_ && word(t - 1) == "the" && word(raw.last) == "to" && word(raw.last + 1) == "date") {
      raw.shift = TimeShift::now, raw.modifier = 'b';
      raw.last += 2;
    } else if (whole_unit(t)) {
      raw.shift = TimeShift::now;
    } else {
      return std::nullopt;
    }
  }
  if (weekend) return raw;
  if (word(raw.last - 1).back() == 's') return std::nullopt;  // "recent weeks" and "last days" are another matter
  if (unit->kind == UnitKind::quarter) {
    raw.kind = TimeKind::quarter;
    raw.number = 0;
    return raw;
  }
  if (unit->times > 1 && raw.shift != TimeShift::none) {  // "the next fortnight"
    raw.kind = TimeKind::duration;
    raw.unit = unit->unit, raw.amount = unit->times;
    return raw;
  }
  set_unit(raw, *unit);
  if (t > first_ && (word(t - 1) == "past" || runs_to_now(t))) {
    raw.kind = TimeKind::duration;
    raw.amount = unit->times;
    raw.shift = TimeShift::last;
  }
  return raw;
}

// "over the last year", and no "in the last week of July": so long, up to now.
bool TimeReader::runs_to_now(uint32_t t) const {
  static constexpr std::string_view kThrough[] = {"in", "over", "during", "for", "within", "throughout"};
  return t > first_ + 2 && word(t - 1) == "last" && word(t - 2) == "the" && among(word(t - 3), kThrough) && word(t + 1) != "of";
}

// "for the month.", and no "month of the year" or "in the year when"
bool TimeReader::whole_unit(uint32_t t) const {
  const bool alone = word(t + 1).empty() || document_.tokens[t + 1].upos == Upos::PUNCT;
  return alone && t > first_ + 1 && word(t - 1) == "the" && among(word(t - 2), kWithin) && !capital(t);
}

// in 2011 · early 2014 · 1990-95 · the 1990s · the 20th century
Raw TimeReader::year(uint32_t t) {
  RawTime raw = made(TimeKind::year, t);
  const uint32_t start = t;
  lead(raw, t);
  if (raw.shift != TimeShift::none && raw.shift != TimeShift::same) return std::nullopt;
  if (word(t).rfind("mid-", 0) == 0) {
    const std::string tail = word(t).substr(4);
    if (tail.size() == 4 && std::all_of(tail.begin(), tail.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      raw.year = std::stoi(tail), raw.modifier = 'm', raw.last = t + 1;
      return raw;
    }
  }
  static constexpr std::string_view kOwners[] = {"his", "her", "their", "its", "my", "our"};
  if (t > first_ && among(word(t - 1), kOwners)) return std::nullopt;  // "in his 20s"
  if (decade(word(t), raw)) {
    raw.last = t + 1;
    return raw;
  }
  if (word(t + 1) == "s" && decade(word(t) + "s", raw)) {  // 1990 s
    raw.last = t + 2;
    return raw;
  }
  // 490 BC
  if (word(t + 1) == "bc" || word(t + 1) == "b.c." || word(t + 1) == "bce") {
    const auto number = read_number(document_, t);
    if (number && number->last == t + 1 && !number->vague && number->value >= 1 && number->value < 5000) {
      raw.year = -static_cast<int>(number->value), raw.last = t + 2;
      return raw;
    }
  }
  const auto year = year_at(t);
  if (!year) {
    if (const auto spelled = read_spelled_year(document_, t);
        spelled && spelled->last <= last_ && start > first_ && among(word(start - 1), kYearLead) && stops(spelled->last)) {
      raw.year = spelled->year, raw.last = spelled->last;
      return raw;
    }
    return range(t);
  }
  raw.year = *year;
  raw.last = t + 1;
  if (t > first_ && among(word(t - 1), kNumbered)) return std::nullopt;
  const bool led = raw.modifier || (start > first_ && among(word(start - 1), kYearLead)) || *year >= 1700;
  const Token& token = document_.tokens[t];
  if (!led || token.deprel == Deprel::nummod) {
    const bool bare = start > first_ && among(word(start - 1), kYearLead);
    if (!bare && token.deprel == Deprel::nummod && tree::lower_form(document_, token.head).ends_with('s')) return std::nullopt;
    if (!led) return std::nullopt;
  }
  if (t > first_ && (word(t - 1) == "$" || word(t - 1) == "\xC2\xA3" || word(t - 1) == "\xE2\x82\xAC")) return std::nullopt;
  if ((word(t + 1) == "-" || word(t + 1) == "\xE2\x80\x93") && year_at(t + 2)) {
    raw.last_year = *year_at(t + 2);
    raw.last = t + 3;
  }
  return raw;
}

Raw TimeReader::range(uint32_t t) const {  // 1990-95, 1990-1995 in one token
  const std::string& w = word(t);
  if (w.size() != 7 && w.size() != 9) return std::nullopt;
  if (w[4] != '-' && w[4] != '/') return std::nullopt;
  for (size_t i = 0; i < w.size(); ++i)
    if (i != 4 && (w[i] < '0' || w[i] > '9')) return std::nullopt;
  RawTime raw = made(TimeKind::year, t + 1);
  raw.year = std::stoi(w.substr(0, 4));
  raw.last_year = w.size() == 9 ? std::stoi(w.substr(5)) : raw.year / 100 * 100 + std::stoi(w.substr(5));
  if (raw.year < 1000 || raw.year > 2100 || raw.last_year < raw.year) return std::nullopt;
  return raw;
}

bool TimeReader::decade(const std::string& w, RawTime& raw) {
  static constexpr Entry kNames[] = {{"twenties", 1920}, {"thirties", 1930},  {"forties", 1940},  {"fifties", 1950},
                                     {"sixties", 1960},  {"seventies", 1970}, {"eighties", 1980}, {"nineties", 1990}};
  if (const auto year = find(kNames, w)) {
    raw.kind = TimeKind::decade;
    raw.number = *year;
    return true;
  }
  std::string digits = w;
  if (!digits.empty() && digits[0] == '\'') digits.erase(0, 1);
  if (digits.size() >= 2 && digits.back() == 's')
    digits.pop_back();
  else
    return false;
  if (!digits.empty() && digits.back() == '\'') digits.pop_back();
  if ((digits.size() != 4 && digits.size() != 2) || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return false;
  const int year = std::stoi(digits) + (digits.size() == 2 ? 1900 : 0);
  if (year % 10 != 0 || year < 1000 || year > 2100) return false;
  raw.kind = TimeKind::decade;
  raw.number = year;
  return true;
}

Raw TimeReader::century(uint32_t t) {
  RawTime raw = made(TimeKind::century, t);
  lead(raw, t);
  if (raw.shift != TimeShift::none) return std::nullopt;
  const auto number = read_number(document_, t);
  if (!number || !number->ordinal || word(number->last) != "century" || number->value < 1 || number->value > 21) return std::nullopt;
  raw.number = static_cast<int>(number->value);
  raw.last = number->last + 1;
  return raw;
}

// the summer of 2011 · last autumn · in winter
Raw TimeReader::season(uint32_t t) {
  RawTime raw = made(TimeKind::season, t);
  const uint32_t start = t;
  lead(raw, t);
  const auto season = find(kSeasons, word(t));
  if (!season || document_.tokens[t].upos == Upos::VERB) return std::nullopt;
  raw.number = *season;
  raw.last = t + 1;
  year_after(raw);
  const bool in = start > first_ && (word(start - 1) == "in" || word(start - 1) == "since" || word(start - 1) == "until" || word(start - 1) == "by" ||
                                     word(start - 1) == "before");
  const bool whole = t > first_ + 1 && (word(t - 1) == "whole" || word(t - 1) == "entire");
  const bool the = t > first_ && word(whole ? t - 2 : t - 1) == "the";
  if (word(t) == "fall" && raw.year == 0 && raw.shift == TimeShift::none) return std::nullopt;
  const bool joined = start > first_ + 1 && word(start - 1) == "and" && find(kSeasons, word(start - 2));
  static constexpr std::string_view kNouns[] = {"offensive", "offensives", "campaign", "period", "season", "months"};
  const bool campaign = among(word(t + 1), kNouns) || (t == first_ && word(t + 1) == ",");
  if (raw.year == 0 && raw.shift == TimeShift::none && !in && !the && !joined && !campaign) return std::nullopt;
  return raw;
}

// the first quarter of 2011 · the second half of the year
Raw TimeReader::quarter(uint32_t t) {
  if (word(t) == "the") ++t;
  const auto number = read_number(document_, t);
  if (!number || !number->ordinal || number->value < 1 || number->value > 4) return std::nullopt;
  const std::string& what = word(number->last);
  if (what != "quarter" && what != "half") return std::nullopt;
  if (what == "half" && number->value > 2) return std::nullopt;
  RawTime raw = made(what == "quarter" ? TimeKind::quarter : TimeKind::half, number->last + 1);
  raw.number = static_cast<int>(number->value);
  const uint32_t bare = raw.last;
  year_after(raw);
  if (raw.last == bare && word(bare) == "of" && (word(bare + 1) == "the" || word(bare + 1) == "this" || word(bare + 1) == "last") &&
      word(bare + 2) == "year") {
    raw.shift = word(bare + 1) == "last" ? TimeShift::before : TimeShift::now;
    raw.last = bare + 3;
  } else if (raw.last == bare && what == "half") {
    return std::nullopt;
  }
  return raw;
}

// the week of 3 May · the week beginning 4 February · w/c 4 Feb · week 31 [of 2018]
Raw TimeReader::week(uint32_t t) {
  static constexpr std::string_view kOf[] = {"of", "beginning", "starting", "commencing", "ending", "from"};
  if (word(t) == "the") ++t;
  const bool commencing = word(t) == "w" && word(t + 1) == "/" && word(t + 2) == "c";
  if (commencing || (word(t) == "week" && among(word(t + 1), kOf))) {
    uint32_t at = commencing ? t + 3 : t + 2;
    if (word(at) == "on") ++at;
    const Raw base = read_base(at);
    const bool day = base && (base->kind == TimeKind::date || base->kind == TimeKind::month_day || base->kind == TimeKind::weekday);
    if (!day) return std::nullopt;
    RawTime raw = made(TimeKind::week_of, base->last);
    raw.base.push_back(*base);
    return raw;
  }
  if (word(t) != "week") return std::nullopt;
  const auto number = read_number(document_, t + 1);
  if (!number || number->ordinal || number->vague || number->value < 1 || number->value > 53 || word(t + 1)[0] < '0' || word(t + 1)[0] > '9')
    return std::nullopt;
  RawTime raw = made(TimeKind::week_number, number->last);
  raw.number = static_cast<int>(number->value);
  const uint32_t bare = raw.last;
  year_after(raw);
  if (raw.last == bare && word(bare) == "of" && word(bare + 2) == "year") {
    raw.shift = shift_at(bare + 1);
    raw.last = bare + 3;
  }
  return raw;
}

// the third week of May · the last week of the year · the first ten days of June · the 9th month of next year
Raw TimeReader::piece(uint32_t t) {
  if (word(t) == "the") ++t;
  RawTime raw = made(TimeKind::piece, t);
  raw.amount = 1;
  const auto number = read_number(document_, t);
  if (word(t) == "last" || word(t) == "final" || word(t) == "closing")
    raw.number = -1, ++t;
  else if (word(t) == "opening")
    raw.number = 1, ++t;
  else if (number && number->ordinal && !number->vague && number->value >= 1 && number->value < 100)
    raw.number = static_cast<int>(number->value), t = number->last;
  else
    return std::nullopt;
  if (raw.number == 1 || raw.number == -1)
    if (const auto amount = read_number(document_, t); amount && !amount->ordinal && !amount->vague && amount->value >= 1 && amount->value < 100)
      raw.amount = amount->value, t = amount->last;
  const UnitWord* unit = find_unit(word(t));
  if (const auto weekday = find(kWeekdays, word(t)); weekday && weekday_here(t)) {  // "the first Monday evening of next month"
    raw.weekday = *weekday;
    unit = find_unit("day");
    if (!part_at(t + 1).empty()) {
      raw.part = part_at(++t);
    } else if (const Raw time = clock(t + 1); time && !time->bare) {
      raw.value = time->value;
      t = time->last - 1;
    }
  }
  if (!unit || unit->unit < TimeUnit::day || unit->unit > TimeUnit::year || unit->kind != UnitKind::plain || unit->times != 1) return std::nullopt;
  if (word(t + 1) != "of" && word(t + 1) != "in") return std::nullopt;
  raw.unit = unit->unit;
  Raw base = read_base(t + 2);
  if (!base && word(t + 2) == "the" && (word(t + 3) == "year" || word(t + 3) == "month")) {
    base = made(TimeKind::unit, t + 4);
    base->unit = word(t + 3) == "year" ? TimeUnit::year : TimeUnit::month;
    base->shift = TimeShift::now;
  }
  if (!base || (base->kind != TimeKind::month && base->kind != TimeKind::year && base->kind != TimeKind::unit)) return std::nullopt;
  if (base->kind == TimeKind::unit && base->unit <= raw.unit) return std::nullopt;
  raw.last = base->last;
  raw.base.push_back(*base);
  return raw;
}

}  // namespace gesta
