// Learnt weights of named signs, looked up by hash. A table is what training/train_choice.py writes: {"sign", thousandths} rows in an .inc file.
#pragma once
#include <cassert>
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
    slots_.resize(size);
    for (const SignWeight& row : rows) {
      const uint64_t hash = table_hash(row.sign);
      size_t at = first(hash);
      for (; slots_[at].thousandths != 0; at = next(at)) assert(slots_[at].tag != tag(hash));
      slots_[at] = {tag(hash), row.thousandths};
    }
  }
  int operator()(std::string_view sign) const { return weight(table_hash(sign)); }
  int sum(const std::vector<std::string>& signs) const {
    std::vector<uint64_t> hashes;
    hashes.reserve(signs.size());
    for (const std::string& sign : signs) __builtin_prefetch(&slots_[first(hashes.emplace_back(table_hash(sign)))]);
    int total = 0;
    for (const uint64_t hash : hashes) total += weight(hash);
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
