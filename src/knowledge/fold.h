// Names as keys. Exact keys: letters folded and lower-cased, hyphens cut a word in two, periods and apostrophes vanish, so "U.S." and "US",
// "Al-Shabaab" and "Al", "-", "Shabaab" are alike. Sound keys bring the romanisations of one personal name together (Qadhafi, Gaddafi, Kadafi):
// a handful of letter classes after the tables of ALA-LC, BGN/PCGN and press usage, not a phonetic code such as Soundex, which is far too coarse.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

struct Piece {
  std::string text;
  uint32_t word = 0;       // index of the word it was cut from
  bool upper = false;      // starts with a capital letter
  bool all_upper = false;  // has no small letter and at least one capital
};

bool is_plain(std::string_view word);               // small letters a to z alone: it is its only piece, but for its spelling
std::string spelt_american(std::string_view word);  // "defence" as "defense", whose ending names may have either way
// Appends the pieces of one word.
void cut_pieces(std::string_view word, uint32_t index, std::vector<Piece>& out);
std::vector<Piece> cut_name(std::string_view name);  // words parted by spaces
std::string join(const std::vector<Piece>& pieces, size_t count);
// The sound key of pieces [0, count): letter classes, articles (al-, el-) dropped, no spaces.
std::string sound_key(const std::vector<Piece>& pieces, size_t count);
std::vector<std::string> sound_keys(const std::vector<Piece>& pieces, size_t count);  // of the first 1, 2, ... count pieces
bool one_sound(const std::vector<Piece>& pieces, size_t count);                       // one word but for articles: "al-Sisi"

}  // namespace gesta
