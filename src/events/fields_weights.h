// Learnt weights of named signs, looked up by hash. A table is what training/train_choice.py writes: {"sign", thousandths} rows in an .inc file.
#pragma once
#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "events/signs.h"

namespace gesta {

struct SignWeight {
  // The length comes from the type: counting it for a long table is more than a compiler takes in a constant.
  template <size_t N>
  constexpr SignWeight(const char (&text)[N], int value) : sign(text, N - 1), thousandths(value) {}
  std::string_view sign;
  int thousandths;
};

// A number as part of a sign.
inline std::string_view bucket(uint32_t n) { return n < 4 ? small_number(static_cast<int>(n)) : n < 8 ? "4+" : n < 16 ? "8+" : "16+"; }

class SignWeights {
 public:
  explicit SignWeights(std::span<const SignWeight> rows) {
    size_t size = 16;
    while (size < rows.size() * 2) size *= 2;
    slots_.resize(size);
    for (const SignWeight& row : rows) {
      const uint64_t hash = table_key(SignPart(row.sign).hash);
      size_t at = first(hash);
      for (; slots_[at].thousandths != 0; at = next(at)) assert(slots_[at].tag != tag(hash));
      slots_[at] = {tag(hash), row.thousandths};
    }
  }
  int operator()(std::string_view sign) const { return weight(table_key(SignPart(sign).hash)); }
  // Of all signs, with `before` put before each name.
  int sum(const Signs& signs, const SignPart& before = SignPart("")) const {
    constexpr size_t kAhead = 32;  // the table is larger than what a core has at hand
    std::array<uint64_t, kAhead> hashes;
    int total = 0;
    for (size_t begin = 0; begin < signs.size(); begin += kAhead) {
      const size_t count = std::min(kAhead, signs.size() - begin);
      for (size_t i = 0; i < count; ++i) {
        const Signs::Hash& sign = signs.hashes()[begin + i];
        __builtin_prefetch(&slots_[first(hashes[i] = table_key(before.hash * sign.power + sign.name))]);
      }
      for (size_t i = 0; i < count; ++i) total += weight(hashes[i]);
    }
    return total;
  }

 private:
  struct Slot {
    uint32_t tag = 0;     // upper half of the hash: the sign itself is not kept
    int thousandths = 0;  // 0: free
  };
  static uint32_t tag(uint64_t hash) { return static_cast<uint32_t>(hash >> 32); }
  size_t first(uint64_t hash) const { return hash & (slots_.size() - 1); }
  size_t next(size_t at) const { return (at + 1) & (slots_.size() - 1); }
  int weight(uint64_t hash) const {
    for (size_t at = first(hash); slots_[at].thousandths != 0; at = next(at))
      if (slots_[at].tag == tag(hash)) return slots_[at].thousandths;
    return 0;
  }

  std::vector<Slot> slots_;  // open addressing, at most half full
};

}  // namespace gesta
