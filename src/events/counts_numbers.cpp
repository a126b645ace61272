#include "events/counts_numbers.h"

#include <cctype>
#include <cmath>
#include <string>

#include "events/fields_tree.h"

namespace gesta {

namespace {

struct Named {
  std::string_view word;
  double value;
};
constexpr Named kUnits[] = {{"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
                            {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
                            {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
                            {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
                            {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
constexpr Named kScales[] = {{"dozen", 12},      {"score", 20}, {"hundred", 1e2}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9},
                             {"trillion", 1e12}, {"m", 1e6},    {"bn", 1e9},      {"k", 1e3},        {"lakh", 1e5},    {"crore", 1e7}};
constexpr Named kVague[] = {{"dozens", 24}, {"scores", 40}, {"hundreds", 200}, {"thousands", 2000}, {"millions", 2e6}, {"billions", 2e9},
                            {"several", 3}, {"few", 3},     {"tens", 20},      {"many", 10},        {"some", 3}};
constexpr Named kOrdinals[] = {{"first", 1},       {"second", 2},      {"third", 3},      {"fourth", 4},     {"fifth", 5},        {"sixth", 6},
                               {"seventh", 7},     {"eighth", 8},      {"ninth", 9},      {"tenth", 10},     {"eleventh", 11},    {"twelfth", 12},
                               {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15}, {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18},
                               {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}};

template <size_t N>
std::optional<double> look_up(const Named (&table)[N], std::string_view word) {
  for (const Named& entry : table)
    if (entry.word == word) return entry.value;
  return std::nullopt;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

// "25,000", "3.5", "21st": the whole word must be used.
std::optional<Number> digits(std::string_view word) {
  size_t i = 0;
  double value = 0, place = 0.1;
  bool fraction = false;
  if (word.empty() || !digit(word[0])) return std::nullopt;
  for (; i < word.size() && i < 20; ++i) {
    const char c = word[i];
    if (c == ',' && !fraction && i + 3 < word.size() && digit(word[i + 1])) continue;
    if (c == '.' && !fraction && i + 1 < word.size() && digit(word[i + 1])) {
      fraction = true;
      continue;
    }
    if (!digit(c)) break;
    if (fraction) {
      value += place * (c - '0');
      place /= 10;
    } else {
      value = value * 10 + (c - '0');
    }
  }
  Number number{value, 0, false, false};
  const std::string_view rest = word.substr(i);
  if (rest.empty()) return number;
  if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    number.ordinal = true;
    return number;
  }
  if (const auto scale = look_up(kScales, rest)) {
    number.value *= *scale;
    return number;
  }
  return std::nullopt;
}

// One token: 12, twelve, twenty-two, third.
std::optional<Number> one_word(const std::string& word) {
  if (const auto number = digits(word)) return number;
  if (const auto unit = look_up(kUnits, word)) return Number{*unit, 0, false, false};
  if (const auto ordinal = look_up(kOrdinals, word)) return Number{*ordinal, 0, false, true};
  const size_t hyphen = word.find('-');
  if (hyphen == std::string::npos) return std::nullopt;
  const auto tens = look_up(kUnits, std::string_view(word).substr(0, hyphen));
  if (!tens || *tens < 20) return std::nullopt;
  const std::string_view tail = std::string_view(word).substr(hyphen + 1);
  if (const auto unit = look_up(kUnits, tail); unit && *unit < 10) return Number{*tens + *unit, 0, false, false};
  if (const auto unit = look_up(kOrdinals, tail); unit && *unit < 10) return Number{*tens + *unit, 0, false, true};
  return std::nullopt;
}

}  // namespace

std::optional<Number> read_number(const Document& document, uint32_t token, bool article) {
  using tree::lower_form;
  std::string word = lower_form(document, token);
  uint32_t at = token;
  Number total;
  bool any = false;
  double group = 0;
  if (word == "half" && (lower_form(document, at + 1) == "a" || lower_form(document, at + 1) == "an")) {
    const auto scale = look_up(kScales, lower_form(document, at + 2));
    if (!scale) return std::nullopt;
    return Number{*scale / 2, at + 3, false, false};
  }
  if (word == "a" || word == "an") {
    const std::string next = lower_form(document, at + 1);
    if (next == "few" || next == "couple" || next == "handful") {
      Number few{next == "couple" ? 2.0 : 3.0, at + 2, next != "couple", false};
      if (lower_form(document, few.last) == "of") ++few.last;
      return few;
    }
    if (!look_up(kScales, next) || next == "m" || next == "k" || next == "score") {
      if (!article) return std::nullopt;
      return Number{1, at + 1, false, false};
    }
    group = 1;
    any = true;
    ++at;
    word = next;
  }
  if (const auto vague = look_up(kVague, word); vague && !any) {
    total = {*vague, at + 1, true, false};
    for (int step = 0; step < 3; ++step) {
      if (lower_form(document, total.last) == "of") {
        const auto next = look_up(kVague, lower_form(document, total.last + 1));
        if (!next) break;
        total.value *= *next / 2;
        total.last += 2;
      } else if (const auto scale = look_up(kScales, lower_form(document, total.last)); scale && lower_form(document, total.last).size() > 2) {
        total.value *= *scale;
        ++total.last;
      } else {
        break;
      }
    }
    return total;
  }
  for (int step = 0; step < 12; ++step, word = lower_form(document, at)) {
    if (word == "and" && any && group >= 100) {
      const auto next = one_word(lower_form(document, at + 1));
      if (!next || next->value >= 100 || next->value != static_cast<int>(next->value) || digits(lower_form(document, at + 1))) break;
      ++at;
      continue;
    }
    if (any && word == "-" && group >= 20 && group < 100) {
      const auto next = look_up(kUnits, lower_form(document, at + 1)), last = look_up(kOrdinals, lower_form(document, at + 1));
      if (!(next && *next < 10) && !(last && *last < 10)) break;
      group += next ? *next : *last;
      total.ordinal = !next;
      at += 2;
      continue;
    }
    if (any && word == "-" && look_up(kScales, lower_form(document, at + 1)).value_or(0) > 1000) {  // "15-million-dollar"
      ++at;
      continue;
    }
    if (const auto scale = look_up(kScales, word); scale && any && !total.ordinal) {
      if (*scale >= 1000 && group == 0) break;
      if (*scale >= 1000) {
        total.value += group * *scale;
        group = 0;
      } else {
        group *= *scale;
      }
      ++at;
      continue;
    }
    const auto number = one_word(word);
    if (!number || total.ordinal) break;
    const double room = group >= 100 && std::fmod(group, 100) == 0 ? 100 : std::fmod(group, 100) >= 20 && std::fmod(group, 10) == 0 ? 10 : 0;
    if (any && group != 0 && !(number->value < room && !digits(word))) break;
    if (any && group == 0 && digits(word)) break;
    group += number->value;
    total.ordinal = number->ordinal;
    any = true;
    ++at;
  }
  if (!any || at == token) return std::nullopt;
  total.value += group;
  if (!(total.value < 1e15)) return std::nullopt;  // no count of anything
  total.last = at;
  return total;
}

}  // namespace gesta
