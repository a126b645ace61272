// Near-duplicates of a run: each text is reduced to 64 numbers, the least hash of its word 5-grams in each of 64 classes (MinHash by one permutation,
// Broder 1997; Li, Owen, Zhang 2012; empty classes borrow from their neighbours, Shrivastava, Li 2014). Sixteen bands of four numbers find the
// earlier texts worth comparing; the share of equal numbers estimates how much two texts have in common.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

constexpr size_t kClasses = 64;

struct Fingerprint {
  std::array<uint16_t, kClasses> least{};
  uint32_t shingles = 0;  // 0: the text is too short to say
};

Fingerprint fingerprint_of(std::string_view text);
double resemblance(const Fingerprint& a, const Fingerprint& b);  // estimated share of common shingles of all shingles
bool nearly_same(const Fingerprint& a, const Fingerprint& b);    // most of the shorter text stands in the longer, which is not much longer

// The texts of a run so far. About 400 bytes a text that is no duplicate; duplicates are not kept.
class Duplicates {
 public:
  // Id of the earliest text that is nearly the same, else empty; then this text is one of those that later ones are compared with.
  std::string add(const std::string& id, const Fingerprint& print);

 private:
  struct Slot {
    uint32_t key = 0, text = 0;  // text: index + 1, 0 when free
  };
  Slot& slot_of(uint32_t key);
  void grow();
  std::vector<Fingerprint> prints_;
  std::vector<std::string> ids_;
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  size_t used_ = 0;
};

}  // namespace gesta
