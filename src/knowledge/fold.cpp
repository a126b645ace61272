// Exact and sound keys of names; see fold.h.
#include "knowledge/fold.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace gesta {
namespace {

bool joins(char c) { return c == '.' || c == '\'' || c == '`'; }
bool keeps(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80); }

struct Rule {
  std::string_view from, to;
  bool initial;  // only at the start of a word
};
// Tried in order at each letter; letters without a rule stay.
constexpr std::array<Rule, 44> kRules{{
    {"kh", "k", true},  {"gh", "k", true},  {"g", "k", true},    {"q", "k", false},    {"kh", "h", false},     {"gh", "g", false},
    {"dh", "d", false}, {"th", "t", false}, {"ph", "f", false},  {"tsch", "c", false}, {"tch", "c", false},    {"sch", "s", false},
    {"sh", "s", false}, {"ch", "c", false}, {"dzh", "j", false}, {"dj", "j", false},   {"zh", "j", false},     {"ck", "k", false},
    {"x", "ks", false}, {"ou", "u", false}, {"oo", "u", false},  {"aw", "au", false},  {"ow", "au", false},    {"ee", "i", false},
    {"ie", "i", false}, {"ye", "i", false}, {"ay", "ai", false}, {"ei", "ai", false},  {"ey", "ai", false},    {"y", "i", false},
    {"j", "j", false},  {"e", "a", false},  {"o", "u", false},   {"w", "v", false},    {"ulla", "ala", false}, {"c", "k", false},
    {"b", "b", false},  {"d", "d", false},  {"f", "f", false},   {"m", "m", false},    {"n", "n", false},      {"r", "r", false},
    {"t", "t", false},  {"z", "z", false},
}};
constexpr std::array<std::string_view, 4> kArticles{"al", "el", "ul", "il"};
constexpr std::array<std::string_view, 12> kSunArticles{"ar", "as", "an", "at", "ad", "az", "ash", "er", "es", "en", "ed", "ez"};

// "al Sisi", "as Sadat" (the l turned into the letter that follows).
bool is_article(std::string_view piece, std::string_view next) {
  for (const std::string_view article : kArticles)
    if (piece == article) return !next.empty();
  for (const std::string_view article : kSunArticles)
    if (piece == article) return next.starts_with(article.substr(1));
  return false;
}

void append_sound(std::string_view word, std::string& out) {
  for (size_t at = 0; at < word.size();) {
    size_t read = 1;
    std::string_view sound = word.substr(at, 1);
    for (const Rule& rule : kRules) {
      if (rule.from[0] != word[at] || (rule.initial && at != 0) || !word.substr(at).starts_with(rule.from)) continue;
      read = rule.from.size(), sound = rule.to;
      break;
    }
    at += read;
    for (const char c : sound)
      if (out.empty() || out.back() != c) out.push_back(c);
  }
  if (word.size() > 3 && out.ends_with('h')) out.pop_back();  // Abdullah, Abdulla
}

// Names are listed in one spelling and written in two: "Collective Security Treaty Organisation", "Defense Ministry".
constexpr std::array<std::array<std::string_view, 2>, 6> kSpellings{
    {{"isation", "ization"}, {"isations", "izations"}, {"defence", "defense"}, {"labour", "labor"}, {"centre", "center"}, {"programme", "program"}}};

constexpr std::array<std::string_view, 4> kServants{"abdel", "abdul", "abdal", "abdoul"};

// Abdel Fattah, Abd al-Fattah and Abdelfattah are one word of two parts.
void append_piece(std::string_view piece, std::string& out) {
  for (const std::string_view servant : kServants) {
    if (!piece.starts_with(servant)) continue;
    append_sound("abd", out);
    piece.remove_prefix(servant.size());
    break;
  }
  append_sound(piece, out);
}

}  // namespace

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string spelt_american(std::string_view word) {
  for (const auto& [british, american] : kSpellings)
    if (word.ends_with(british)) return std::string(word.substr(0, word.size() - british.size())).append(american);
  return std::string(word);
}

void cut_pieces(std::string_view word, uint32_t index, std::vector<Piece>& out) {
  const std::string folded = fold_latin(word);
  bool fresh = true, small = false;
  const auto close = [&] {
    if (!fresh) out.back().all_upper = out.back().upper && !small, out.back().text = spelt_american(out.back().text);
    fresh = true, small = false;
  };
  for (const char c : folded) {
    if (joins(c)) continue;
    if (!keeps(c)) {
      close();
      continue;
    }
    const bool capital = c >= 'A' && c <= 'Z';
    if (fresh) out.push_back({{}, index, capital, false});
    fresh = false;
    small = small || (c >= 'a' && c <= 'z');
    out.back().text.push_back(ascii_lower(c));
  }
  close();
}

std::vector<Piece> cut_name(std::string_view name) {
  std::vector<Piece> pieces;
  uint32_t index = 0;
  for (size_t at = 0; at < name.size(); ++index) {
    const size_t end = std::min(name.find(' ', at), name.size());
    cut_pieces(name.substr(at, end - at), index, pieces);
    at = end + 1;
  }
  return pieces;
}

std::string join(const std::vector<Piece>& pieces, size_t count) {
  std::string key;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) key.push_back(' ');
    key += pieces[i].text;
  }
  return key;
}

std::string sound_key(const std::vector<Piece>& pieces, size_t count) { return count == 0 ? std::string() : sound_keys(pieces, count).back(); }

std::vector<std::string> sound_keys(const std::vector<Piece>& pieces, size_t count) {
  std::vector<std::string> keys;
  std::string before;  // of the pieces that another follows
  for (size_t i = 0; i < count; ++i) {
    keys.push_back(before);
    if (!is_article(pieces[i].text, {})) append_piece(pieces[i].text, keys.back());
    if (i + 1 < count && !is_article(pieces[i].text, pieces[i + 1].text)) append_piece(pieces[i].text, before);
  }
  return keys;
}

bool one_sound(const std::vector<Piece>& pieces, size_t count) {
  size_t words = 0;
  for (size_t i = 0; i < count; ++i) words += i + 1 == count || !is_article(pieces[i].text, pieces[i + 1].text);
  return words == 1;
}

}  // namespace gesta
