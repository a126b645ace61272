// Learnt weights of named signs, looked up by hash. A table is what training/train_choice.py writes: {"sign", thousandths} rows in an .inc file.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace gesta {

struct SignWeight {
  // The length comes from the type: counting it for a long table is more than a compiler takes in a constant.
  template <size_t N>
  constexpr SignWeight(const char (&text)[N], int value) : sign(text, N - 1), thousandths(value) {}
  std::string_view sign;
  int thousandths;
};

// A number as part of a sign.
inline std::string bucket(uint32_t n) { return n < 4 ? std::to_string(n) : n < 8 ? "4+" : n < 16 ? "8+" : "16+"; }

class SignWeights {
 public:
  explicit SignWeights(std::span<const SignWeight> rows) {
    size_t size = 16;
    while (size < rows.size() * 2) size *= 2;
    slots_.resize(size, nullptr);
    for (const SignWeight& row : rows) {
      size_t at = fnv1a64(row.sign) & (size - 1);
      while (slots_[at]) at = (at + 1) & (size - 1);
      slots_[at] = &row;
    }
  }
  int operator()(std::string_view sign) const {
    for (size_t at = fnv1a64(sign) & (slots_.size() - 1); slots_[at]; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at]->sign == sign) return slots_[at]->thousandths;
    return 0;
  }
  int sum(const std::vector<std::string>& signs) const {
    int total = 0;
    for (const std::string& sign : signs) total += (*this)(sign);
    return total;
  }

 private:
  std::vector<const SignWeight*> slots_;  // open addressing, at most half full
};

}  // namespace gesta
