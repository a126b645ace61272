// Reading one date out of running text. Month names of English, German, French, Spanish, Italian, Portuguese and Dutch; a name counts from three
// letters.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "pages/published.h"

namespace gesta {
namespace {

struct Month {
  std::string_view name;
  int month;
};

constexpr Month kMonths[] = {
    {"january", 1},    {"february", 2},   {"march", 3},     {"april", 4},     {"may", 5},       {"june", 6},      {"july", 7},       {"august", 8},
    {"september", 9},  {"october", 10},   {"november", 11}, {"december", 12}, {"jan", 1},       {"feb", 2},       {"mar", 3},        {"apr", 4},
    {"jun", 6},        {"jul", 7},        {"aug", 8},       {"sep", 9},       {"sept", 9},      {"oct", 10},      {"nov", 11},       {"dec", 12},
    {"januar", 1},     {"februar", 2},    {"marz", 3},      {"maerz", 3},     {"mai", 5},       {"juni", 6},      {"juli", 7},       {"oktober", 10},
    {"dezember", 12},  {"dez", 12},       {"okt", 10},      {"janvier", 1},   {"fevrier", 2},   {"mars", 3},      {"avril", 4},      {"juin", 6},
    {"juillet", 7},    {"aout", 8},       {"septembre", 9}, {"octobre", 10},  {"novembre", 11}, {"decembre", 12}, {"enero", 1},      {"febrero", 2},
    {"marzo", 3},      {"abril", 4},      {"mayo", 5},      {"junio", 6},     {"julio", 7},     {"agosto", 8},    {"septiembre", 9}, {"octubre", 10},
    {"noviembre", 11}, {"diciembre", 12}, {"gennaio", 1},   {"febbraio", 2},  {"aprile", 4},    {"maggio", 5},    {"giugno", 6},     {"luglio", 7},
    {"settembre", 9},  {"ottobre", 10},   {"dicembre", 12}, {"janeiro", 1},   {"fevereiro", 2}, {"marco", 3},     {"maio", 5},       {"junho", 6},
    {"julho", 7},      {"setembro", 9},   {"outubro", 10},  {"novembro", 11}, {"dezembro", 12}, {"januari", 1},   {"februari", 2},   {"maart", 3},
    {"mei", 5},        {"augustus", 8}};

struct Piece {
  enum Kind { number, word, other } kind = other;
  size_t begin = 0, end = 0;
  int value = 0;  // of a number
  int digits = 0;
  int month = 0;  // of a word
  std::string_view text;
};

int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 16) return 0;
  const std::string folded = to_lower(fold_latin(word));
  for (const Month& month : kMonths)
    if (month.name == folded) return month.month;
  return 0;
}

bool digit(char c) { return c >= '0' && c <= '9'; }
bool wordy(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> pieces;
  for (size_t i = 0; i < text.size() && pieces.size() < 120;) {
    Piece piece;
    piece.begin = i;
    if (digit(text[i])) {
      piece.kind = Piece::number;
      for (; i < text.size() && digit(text[i]); ++i) piece.value = piece.digits++ < 8 ? piece.value * 10 + (text[i] - '0') : piece.value;
    } else if (wordy(text[i])) {
      piece.kind = Piece::word;
      while (i < text.size() && wordy(text[i])) ++i;
      piece.month = month_of(text.substr(piece.begin, i - piece.begin));
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

struct Match {
  Date date;
  size_t last = 0;  // piece
};

std::optional<Match> checked(Date date, size_t last) {
  if (!valid(date)) return std::nullopt;
  return Match{date, last};
}

size_t skip_small(const Pieces& p, size_t i) {  // "," "." "th" "de" "of"
  constexpr std::string_view kSmall[] = {",", ".", "th", "st", "nd", "rd", "de", "of", "del", "-", "/", "'"};
  while (i < p.size() && std::find(std::begin(kSmall), std::end(kSmall), p[i].text) != std::end(kSmall)) ++i;
  return i;
}

std::optional<Match> day_month_year(const Pieces& p, size_t i) {
  if (!is_day(p[i])) return std::nullopt;
  const size_t m = skip_small(p, i + 1);
  if (m >= p.size() || !p[m].month) return std::nullopt;
  const size_t y = skip_small(p, m + 1);
  if (y >= p.size() || !is_year(p[y])) return std::nullopt;
  return checked({p[y].value, p[m].month, p[i].value}, y);
}

std::optional<Match> month_day_year(const Pieces& p, size_t i) {
  if (!p[i].month) return std::nullopt;
  const size_t d = skip_small(p, i + 1);
  if (d >= p.size() || !is_day(p[d])) return std::nullopt;
  const size_t y = skip_small(p, d + 1);
  if (y >= p.size() || !is_year(p[y])) return std::nullopt;
  return checked({p[y].value, p[i].month, p[d].value}, y);
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
  return checked(day ? Date{year, b, a} : Date{year, a, b}, i + 4);
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
  const Pieces pieces = cut(text);
  for (size_t i = 0; i < pieces.size(); ++i) {
    std::optional<Match> match = year_first(pieces, i);
    if (!match) match = day_month_year(pieces, i);
    if (!match) match = month_day_year(pieces, i);
    if (!match) match = numbers(pieces, i, day_first);
    if (!match) continue;
    FoundDate found{iso(match->date), match->date, pieces[i].begin, pieces[match->last].end};
    size_t used = 0;
    if (is_year(pieces[i])) found.iso += iso_time(text.substr(found.end), used);
    found.end += used;
    return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> date_in_url(std::string_view url) {
  if (const size_t host = url.find("://"); host != std::string_view::npos) url.remove_prefix(host + 3);
  const size_t path = url.find('/');
  if (path == std::string_view::npos) return std::nullopt;
  const Pieces pieces = cut(url.substr(path, 290));
  for (size_t i = 0; i < pieces.size(); ++i) {
    std::optional<Match> match = year_first(pieces, i);
    if (!match && i + 4 < pieces.size() && is_year(pieces[i]) && pieces[i + 2].month && is_day(pieces[i + 4]))
      match = checked({pieces[i].value, pieces[i + 2].month, pieces[i + 4].value}, i + 4);
    if (match) return FoundDate{iso(match->date), match->date, 0, 0};
  }
  return std::nullopt;
}

}  // namespace gesta
