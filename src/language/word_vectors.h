// words.gmdl: a vector for each of the commonest lower-cased word types, and the two tables of code points (fold, lower) by which all nets see
// spelling. Shared by all nets.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "language/model_file.h"

namespace gesta {

class WordVectors {
 public:
  static WordVectors load(const std::string& path) { return WordVectors(ModelFile::open(path)); }
  explicit WordVectors(ModelFile file);

  size_t width() const { return scale_.size(); }
  // The type that a form is listed as: folded and lower-cased.
  void key(std::string_view form, std::string& out) const;
  // Writes the vector of a lower-cased type; false when the type is not listed.
  bool vector(std::string_view low, float* out) const;

  char32_t fold(char32_t c) const { return c < kCodes ? fold_[c] : c; }
  char32_t lower(char32_t c) const { return c < kCodes ? lower_[c] : c; }
  bool is_upper(char32_t c) const { return c < kCodes && lower_[c] != c; }
  bool is_lower(char32_t c) const { return c < kCodes && lowered_[c]; }

 private:
  static constexpr size_t kCodes = 0x2100;
  void read_pairs(std::string_view name, std::array<uint16_t, kCodes>& table) const;

  ModelFile file_;
  std::span<const int32_t> hash_;  // pairs, ascending as u64
  std::vector<uint32_t> first_;    // by the top 16 bits of the hash, and the end: where such hashes begin
  std::span<const int8_t> vectors_;
  std::span<const float> scale_;
  std::array<uint16_t, kCodes> fold_{}, lower_{};
  std::array<bool, kCodes> lowered_{};
};

}  // namespace gesta
