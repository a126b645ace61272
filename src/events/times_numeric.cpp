// Reads the characters from the token on, as tokens part such dates in many ways: fields of digits or a month's name between equal separators.
#include "events/times_numeric.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/utf8.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_tables.h"

namespace gesta {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Field {
  int number = 0, digits = 0;
  bool month = false;
  bool year() const { return digits == 4 && number >= 1000 && number <= 2100; }
};

struct Figures {
  std::array<Field, 3> fields;
  size_t count = 0, length = 0;  // bytes
  char separator = 0;
};

std::optional<Field> read_field(std::string_view text, size_t& at) {
  Field field;
  const size_t begin = at;
  while (at < text.size() && digit(text[at]) && at - begin < 5) field.number = field.number * 10 + (text[at++] - '0');
  field.digits = static_cast<int>(at - begin);
  if (field.digits > 0) return field;
  while (at < text.size() && letter(text[at])) ++at;
  if (at - begin < 3) return std::nullopt;
  const std::string word = to_lower(text.substr(begin, at - begin));
  for (const time_words::Entry& entry : time_words::kMonths)
    if (entry.word == word) field.number = entry.value, field.month = true;
  return field.month ? std::optional<Field>(field) : std::nullopt;
}

Figures read_figures(std::string_view text) {
  Figures found;
  size_t at = 0;
  while (found.count < 3) {
    const auto field = read_field(text, at);
    if (!field) break;
    found.fields[found.count++] = *field;
    found.length = at;
    if (at >= text.size() || (text[at] != '/' && text[at] != '-' && text[at] != '.') || (found.separator && text[at] != found.separator)) break;
    found.separator = text[at++];
  }
  return found;
}

int full_year(const Field& field) { return field.digits == 4 ? field.number : field.number + (field.number < 40 ? 2000 : 1900); }

bool valid(int year, int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year ? year : 2000, month); }

// Month, day and year of the fields; a year of 0 where none is written, a day of 0 for a month of a year.
std::optional<Date> placed(const Figures& found) {
  const auto& f = found.fields;
  const auto date = [](int year, int month, int day) { return valid(year, month, day) ? std::optional<Date>({year, month, day}) : std::nullopt; };
  if (found.count == 3) {
    for (size_t m = 0; m < 3; ++m) {
      if (!f[m].month) continue;
      const Field &a = f[m == 0 ? 1 : 0], &b = f[m == 2 ? 1 : 2];
      if (a.month || b.month) return std::nullopt;
      return a.digits > 2 ? date(full_year(a), f[m].number, b.number) : date(full_year(b), f[m].number, a.number);
    }
    if (f[0].year()) return date(f[0].number, f[1].number, f[2].number);
    if (f[0].digits > 2 || f[1].digits > 2 || (f[2].digits != 4 && f[2].digits != 2) || (f[2].digits == 4 && !f[2].year())) return std::nullopt;
    const int year = full_year(f[2]);
    const auto american = date(year, f[0].number, f[1].number);
    return american ? american : date(year, f[1].number, f[0].number);
  }
  if (found.count != 2) return std::nullopt;
  const Field &a = f[0], &b = f[1];
  if (a.month != b.month) {
    const Field &month = a.month ? a : b, &other = a.month ? b : a;
    if (other.year()) return Date{other.number, month.number, 0};
    return other.digits <= 2 ? date(0, month.number, other.number) : std::nullopt;
  }
  if (a.month) return std::nullopt;
  // 2011-12 is a season, 2015-03 a month
  if (a.year() && b.digits <= 2 && b.number >= 1 && b.number <= 12 && b.number <= a.number % 100) return Date{a.number, b.number, 0};
  if (b.year() && a.digits <= 2 && a.number >= 1 && a.number <= 12) return Date{b.number, a.number, 0};
  if (a.digits > 2 || b.digits > 2) return std::nullopt;
  const auto american = date(0, a.number, b.number);
  return american ? american : date(0, b.number, a.number);
}

// "20161016"
std::optional<Date> packed(std::string_view text) {
  if (text.size() < 8 || (text.size() > 8 && (digit(text[8]) || letter(text[8]))) || !std::all_of(text.begin(), text.begin() + 8, digit))
    return std::nullopt;
  const auto number = [&](size_t from, size_t size) { return std::stoi(std::string(text.substr(from, size))); };
  const Date date{number(0, 4), number(4, 2), number(6, 2)};
  return date.year >= 1900 && date.year <= 2100 && valid(date.year, date.month, date.day) ? std::optional<Date>(date) : std::nullopt;
}

// "Dec31", "mar3"
std::optional<Date> glued(std::string_view text, size_t& length) {
  size_t at = 0;
  while (at < text.size() && letter(text[at])) ++at;
  if (at != 3) return std::nullopt;
  size_t from = 0, end = at;
  const auto month = read_field(text.substr(0, 3), from);
  int day = 0;
  while (end < text.size() && digit(text[end]) && end - at < 3) day = day * 10 + (text[end++] - '0');
  length = end;
  return month && end > at && end - at < 3 && valid(0, month->number, day) ? std::optional<Date>({0, month->number, day}) : std::nullopt;
}

// "q1", "Q3 2019", "2017-q1", "2019 H2"
std::optional<RawTime> quarter(const Document& document, uint32_t token, uint32_t most) {
  const auto part = [&](uint32_t t, RawTime& raw) {
    const std::string word = t < most ? tree::lower_form(document, t) : std::string();
    if (word.size() != 2 || (word[0] != 'q' && word[0] != 'h') || word[1] < '1' || word[1] > (word[0] == 'q' ? '4' : '2')) return false;
    raw.kind = word[0] == 'q' ? TimeKind::quarter : TimeKind::half;
    raw.number = word[1] - '0';
    return true;
  };
  const auto year = [&](uint32_t t) {
    const std::string word = t < most ? tree::lower_form(document, t) : std::string();
    const bool fits = word.size() == 4 && std::all_of(word.begin(), word.end(), digit);
    return fits && std::stoi(word) >= 1900 && std::stoi(word) <= 2100 ? std::stoi(word) : 0;
  };
  RawTime raw;
  raw.first = token;
  if (const int y = year(token)) {
    const uint32_t at = tree::lower_form(document, token + 1) == "-" ? token + 2 : token + 1;
    if (!part(at, raw)) return std::nullopt;
    raw.year = y, raw.last = at + 1;
    return raw;
  }
  if (!part(token, raw) || raw.kind == TimeKind::half) return std::nullopt;
  raw.last = token + 1;
  uint32_t at = token + 1;
  const std::string link = tree::lower_form(document, at);
  if (link == "-" || link == "of") ++at;
  if (const int y = year(at)) raw.year = y, raw.last = at + 1;
  return raw;
}

}  // namespace

std::optional<RawTime> read_numeric_date(const Document& document, uint32_t token, bool led) {
  constexpr size_t longest = 24;
  const Token& first = document.tokens[token];
  const uint32_t most = document.sentences[first.sentence].last;
  const std::string_view all = document.text;
  if (first.span.begin >= all.size()) return std::nullopt;
  const std::string_view text = all.substr(first.span.begin, longest);
  if (auto found = quarter(document, token, most)) return found;
  const Figures figures = read_figures(text);
  size_t length = figures.length;
  std::optional<Date> date;
  if (figures.count > 1) date = placed(figures);
  if (!date && (date = packed(text))) length = 8;
  if (!date) date = glued(text, length);
  if (!date) return std::nullopt;
  const bool plain = figures.count == 2 && date->year == 0 && !figures.fields[0].month && !figures.fields[1].month;
  if (plain && !led) return std::nullopt;
  if (figures.separator == '.' && date->day == 0 && figures.count == 2) return std::nullopt;
  // It must end with a token.
  uint32_t last = token;
  const size_t end = first.span.begin + length;
  while (last < most && document.tokens[last].span.end < end) ++last;
  if (last >= most) return std::nullopt;
  RawTime raw;
  raw.first = token;
  raw.kind = date->day == 0 ? TimeKind::month : TimeKind::date;
  raw.year = date->year, raw.month = date->month, raw.day = raw.last_day = date->day;
  raw.last = last + 1;
  const size_t over = document.tokens[last].span.end;
  if (over == end || (over == end + 1 && all[end] == '.')) return raw;
  // "10-1-2018-10-7-2018" in one token
  const std::string_view rest = all.substr(end, longest);
  if (rest.size() < 4 || rest[0] != '-') return std::nullopt;
  const Figures other = read_figures(rest.substr(1));
  const auto until = other.count > 1 ? placed(other) : std::nullopt;
  if (!until || until->day == 0 || document.tokens[last].span.end != end + 1 + other.length) return std::nullopt;
  raw.to_year = until->year, raw.to_month = until->month, raw.to_day = until->day;
  return raw;
}

std::optional<SpelledYear> read_spelled_year(const Document& document, uint32_t token) {
  static constexpr time_words::Entry kHeads[] = {{"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17},
                                                 {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}};
  const std::string word = tree::lower_form(document, token);
  const auto tail = [&](uint32_t t) -> std::optional<SpelledYear> {
    if (tree::lower_form(document, t) == "and") ++t;
    const auto number = read_number(document, t);
    if (!number || number->ordinal || number->vague || number->value < 1 || number->value > 99) return std::nullopt;
    const std::string first = tree::lower_form(document, t);
    if (first.empty() || digit(first[0])) return std::nullopt;
    return SpelledYear{static_cast<int>(number->value), number->last};
  };
  if (word == "two" && tree::lower_form(document, token + 1) == "thousand") {
    if (const auto rest = tail(token + 2)) return SpelledYear{2000 + rest->year, rest->last};
    return SpelledYear{2000, token + 2};
  }
  for (const time_words::Entry& head : kHeads) {
    if (head.word != word) continue;
    const bool hundred = tree::lower_form(document, token + 1) == "hundred";
    const auto rest = tail(hundred ? token + 2 : token + 1);
    if (rest && (hundred || rest->year > 9)) return SpelledYear{head.value * 100 + rest->year, rest->last};
    if (hundred && head.value != 20) return SpelledYear{head.value * 100, token + 2};
  }
  return std::nullopt;
}

}  // namespace gesta
