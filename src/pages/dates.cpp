// Reading one date out of running text.
#include <algorithm>
#include <array>
#include <cstdio>

#include "base/lists.h"
#include "base/utf8.h"
#include "pages/month_names.h"
#include "pages/published.h"

namespace gesta {
namespace {

struct Piece {
  enum Kind { number, word, other } kind = other;
  size_t begin = 0, end = 0;
  int value = 0;  // of a number
  int digits = 0;
  std::string_view text;
};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool wordy(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// Bytes of a space that is not ASCII at `at`: no-break, en, thin, ideographic and their like.
size_t wide_space(std::string_view text, size_t at) {
  const std::string_view here = text.substr(at, 3);
  if (here.starts_with("\xC2\xA0")) return 2;
  if (here == "\xE3\x80\x80" || here == "\xE2\x80\xAF") return 3;
  return here.starts_with("\xE2\x80") && here.size() == 3 && static_cast<unsigned char>(here[2]) <= 0x8F ? 3 : 0;
}

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  for (size_t i = 0; i < text.size() && pieces.size() < 120;) {
    if (const size_t space = wide_space(text, i)) {
      i += space;
      continue;
    }
    Piece piece;
    piece.begin = i;
    if (digit(text[i])) {
      piece.kind = Piece::number;
      for (; i < text.size() && digit(text[i]); ++i) piece.value = piece.digits++ < 8 ? piece.value * 10 + (text[i] - '0') : piece.value;
    } else if (wordy(text[i])) {
      piece.kind = Piece::word;
      while (i < text.size() && wordy(text[i]) && !wide_space(text, i)) ++i;
    } else {
      ++i;
      if (text[piece.begin] == ' ') continue;
    }
    piece.end = i, piece.text = text.substr(piece.begin, i - piece.begin);
    pieces.push_back(piece);
  }
  return pieces;
}

using Pieces = std::vector<Piece>;

bool is_year(const Piece& p) { return p.kind == Piece::number && p.digits == 4 && p.value >= 1990 && p.value <= 2099; }
bool is_day(const Piece& p) { return p.kind == Piece::number && p.digits <= 2 && p.value >= 1 && p.value <= 31; }

int month(const Piece& p) { return p.kind == Piece::word ? month_named(p.text) : 0; }

struct Match {
  Date date;
  size_t last = 0;  // piece
  bool guessed = false;
};

std::optional<Match> checked(Date date, size_t last) {
  if (!valid(date)) return std::nullopt;
  return Match{date, last};
}

size_t skip_small(const Pieces& p, size_t i) {  // "," "." "th" "de" "of", degree and ordinal signs, apostrophes
  constexpr std::string_view kSmall[] = {",",  ".",   "th", "st", "nd", "rd", "er", "\xC2\xBA", "\xC2\xB0",     "de",
                                         "of", "del", "da", "di", "du", "m",  "-",  "/",        "\xE2\x80\x99", "'"};
  while (i < p.size() && among(kSmall, p[i].text)) ++i;
  return i;
}

// The year at a piece; of two figures where an apostrophe stands before it ("Jan 28, '21") or dashes or dots bind it to day and month ("28-Jan-21").
int year_at(const Pieces& p, size_t i, std::string_view joint = {}) {
  if (i >= p.size()) return 0;
  if (is_year(p[i])) return p[i].value;
  if (p[i].kind != Piece::number || p[i].digits != 2 || p[i].value > 40 || i == 0) return 0;
  const std::string_view before = p[i - 1].text;
  return before == "'" || before == "\xE2\x80\x99" || (!joint.empty() && before == joint) ? 2000 + p[i].value : 0;
}

std::optional<Match> day_month_year(const Pieces& p, size_t i) {
  if (!is_day(p[i])) return std::nullopt;
  const size_t m = skip_small(p, i + 1);
  if (m >= p.size() || p[m].kind != Piece::word) return std::nullopt;
  const size_t y = skip_small(p, m + 1);
  const bool joined = m == i + 2 && y == m + 2 && p[i + 1].text.size() == 1;
  const int year = year_at(p, y, joined ? p[i + 1].text : std::string_view());
  if (year == 0) return std::nullopt;
  return checked({year, month(p[m]), p[i].value}, y);
}

// The place of the year in "Thu Nov 12 11:00:00 +0000 2020".
size_t after_time(const Pieces& p, size_t i) {
  const auto clock = [&](size_t k) {
    return k + 2 < p.size() && p[k].kind == Piece::number && p[k + 1].text == ":" && p[k + 2].kind == Piece::number;
  };
  if (!clock(i)) return i;
  i += 3;
  if (i + 1 < p.size() && p[i].text == ":") i += 2;
  if (i + 1 < p.size() && (p[i].text == "+" || p[i].text == "-")) i += 2;
  if (i < p.size() && p[i].kind == Piece::word) ++i;
  return i;
}

std::optional<Match> month_day_year(const Pieces& p, size_t i) {
  if (p[i].kind != Piece::word) return std::nullopt;
  const size_t d = skip_small(p, i + 1);
  if (d >= p.size() || !is_day(p[d])) return std::nullopt;
  const size_t y = after_time(p, skip_small(p, d + 1));
  const int year = year_at(p, y);
  if (year == 0) return std::nullopt;
  return checked({year, month(p[i]), p[d].value}, y);
}

// "2021. január 28.", "2021年1月28日"
std::optional<Match> year_month_day(const Pieces& p, size_t i) {
  if (!is_year(p[i]) || i + 2 >= p.size()) return std::nullopt;
  const auto named = [&](size_t k, std::string_view a, std::string_view b) { return k < p.size() && (p[k].text == a || p[k].text == b); };
  if (named(i + 1, "\xE5\xB9\xB4", "\xEB\x85\x84") && named(i + 3, "\xE6\x9C\x88", "\xEC\x9B\x94") && i + 4 < p.size() && is_day(p[i + 4]))
    return checked({p[i].value, p[i + 2].value, p[i + 4].value}, i + 4);
  const size_t m = skip_small(p, i + 1);
  if (m >= p.size() || p[m].kind != Piece::word) return std::nullopt;
  const size_t d = skip_small(p, m + 1);
  if (d >= p.size() || !is_day(p[d]) || (d + 1 < p.size() && p[d + 1].text == ":")) return std::nullopt;
  return checked({p[i].value, month(p[m]), p[d].value}, d);
}

bool separated(const Pieces& p, size_t i, std::string_view marks) {
  return i + 4 < p.size() && p[i + 1].text == p[i + 3].text && p[i + 1].text.size() == 1 && marks.find(p[i + 1].text[0]) != std::string_view::npos &&
         p[i + 2].kind == Piece::number && p[i + 4].kind == Piece::number;
}

std::optional<Match> year_first(const Pieces& p, size_t i) {
  if (p[i].kind == Piece::number && p[i].digits == 8) {  // 20210128
    const int v = p[i].value;
    if (v / 10000 >= 1990 && v / 10000 <= 2099) return checked({v / 10000, v / 100 % 100, v % 100}, i);
    return std::nullopt;
  }
  if (!is_year(p[i]) || !separated(p, i, "-/.")) return std::nullopt;
  return checked({p[i].value, p[i + 2].value, p[i + 4].value}, i + 4);
}

std::optional<Match> numbers(const Pieces& p, size_t i, bool day_first) {
  if (!is_day(p[i]) || !separated(p, i, "-/.")) return std::nullopt;
  int year = p[i + 4].value;
  if (p[i + 4].digits == 2) year += 2000;
  if (year < 1990 || year > 2099 || (p[i + 4].digits != 4 && p[i + 4].digits != 2)) return std::nullopt;
  const int a = p[i].value, b = p[i + 2].value;
  const bool day = a > 12 || (b <= 12 && (day_first || p[i + 1].text == "."));
  auto match = checked(day ? Date{year, b, a} : Date{year, a, b}, i + 4);
  if (match) match->guessed = a <= 12 && b <= 12 && a != b && p[i + 1].text != ".";
  return match;
}

// A time of ISO 8601 right after the date, kept as written: "T10:03:00+02:00".
std::string iso_time(std::string_view rest, size_t& used) {
  if (rest.size() < 6 || (rest[0] != 'T' && rest[0] != ' ') || !digit(rest[1]) || !digit(rest[2]) || rest[3] != ':') return {};
  size_t i = 4;
  while (i < rest.size() && (digit(rest[i]) || rest[i] == ':' || rest[i] == '.')) ++i;
  std::string time = "T" + std::string(rest.substr(1, i - 1));
  if (const size_t dot = time.find('.'); dot != std::string::npos) time.resize(dot);
  if (i < rest.size() && rest[i] == 'Z') {
    time += 'Z', ++i;
  } else if (i + 5 <= rest.size() && (rest[i] == '+' || rest[i] == '-') && digit(rest[i + 1]) && digit(rest[i + 2])) {
    const bool colon = rest[i + 3] == ':';
    if (i + 5 + colon <= rest.size()) time += std::string(rest.substr(i, 3)) + ":" + std::string(rest.substr(i + 3 + colon, 2)), i += 5u + colon;
  }
  used = i;
  return time;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, bool day_first) {
  text = text.substr(0, 300);
  if (std::none_of(text.begin(), text.end(), digit)) return std::nullopt;
  const Pieces pieces = cut(text);
  for (size_t i = 0; i < pieces.size(); ++i) {
    std::optional<Match> match = year_first(pieces, i);
    if (!match) match = day_month_year(pieces, i);
    if (!match) match = month_day_year(pieces, i);
    if (!match) match = numbers(pieces, i, day_first);
    if (!match) match = year_month_day(pieces, i);
    if (!match) continue;
    FoundDate found{iso(match->date), match->date, pieces[i].begin, pieces[match->last].end, match->guessed};
    size_t used = 0;
    if (is_year(pieces[i])) found.iso += iso_time(text.substr(found.end), used);
    found.end += used;
    return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> find_stamp(std::string_view written, bool day_first) {
  if (written.starts_with("/Date(") && written.ends_with(")/")) written = written.substr(6, written.size() - 8);
  if (!std::all_of(written.begin(), written.end(), digit)) return find_date(written, day_first);
  if (written.size() == 12 || written.size() == 14) return find_date(written.substr(0, 8), day_first);
  if (written.size() != 10 && written.size() != 13) return find_date(written, day_first);
  int64_t seconds = 0;
  for (const char c : written.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  const Date date = from_days(static_cast<int>(seconds / 86400));
  if (date.year < 1995) return std::nullopt;
  char time[24];
  const int rest = static_cast<int>(seconds % 86400);
  std::snprintf(time, sizeof time, "T%02d:%02d:%02dZ", rest / 3600, rest / 60 % 60, rest % 60);
  return FoundDate{iso(date) + time, date, 0, written.size()};
}

namespace {

std::string_view path_of(std::string_view url) {
  if (const size_t host = url.find("://"); host != std::string_view::npos) url.remove_prefix(host + 3);
  const size_t path = url.find('/');
  return path == std::string_view::npos ? std::string_view() : url.substr(path, 290);
}

bool mark(const Piece& p) { return p.text == "/" || p.text == "-" || p.text == "_" || p.text == "."; }

// 2020/04/28, 2020-04/28, 2020/0428, 2020/apr/28
std::optional<Match> date_in_path(const Pieces& p, size_t i) {
  if (auto match = year_first(p, i)) return match;
  if (!is_year(p[i]) || i + 2 >= p.size() || !mark(p[i + 1])) return std::nullopt;
  if (p[i + 2].kind == Piece::number && p[i + 2].digits == 4) return checked({p[i].value, p[i + 2].value / 100, p[i + 2].value % 100}, i + 2);
  if (i + 4 >= p.size() || !mark(p[i + 3]) || !is_day(p[i + 4])) return std::nullopt;
  const int month_number = p[i + 2].kind == Piece::number ? (p[i + 2].digits == 2 && p[i + 4].digits == 2 ? p[i + 2].value : 0) : month(p[i + 2]);
  return checked({p[i].value, month_number, p[i + 4].value}, i + 4);
}

}  // namespace

std::optional<FoundDate> date_in_url(std::string_view url, bool day_first) {
  const Pieces pieces = cut(path_of(url));
  for (size_t i = 0; i < pieces.size(); ++i)
    if (const auto match = date_in_path(pieces, i)) return FoundDate{iso(match->date), match->date, 0, 0};
  for (size_t i = 0; i < pieces.size(); ++i)  // 29-10-2021
    if (const auto match = numbers(pieces, i, day_first); match && !match->guessed && pieces[match->last].digits == 4)
      return FoundDate{iso(match->date), match->date, 0, 0};
  return std::nullopt;
}

std::optional<Date> month_in_url(std::string_view url) {
  const Pieces p = cut(path_of(url));
  for (size_t i = 1; i + 2 < p.size(); ++i)
    if (is_year(p[i]) && p[i - 1].text == "/" && p[i + 1].text == "/" && p[i + 2].kind == Piece::number && p[i + 2].digits == 2 &&
        p[i + 2].value >= 1 && p[i + 2].value <= 12)
      return Date{p[i].value, p[i + 2].value, 1};
  return std::nullopt;
}

}  // namespace gesta
