#include "pages/fingerprint.h"

#include <algorithm>

#include "base/hash.h"

namespace gesta {
namespace {

constexpr size_t kWords = 5, kBands = 16, kRows = kClasses / kBands;
constexpr uint32_t kFewest = 25;  // shingles; shorter texts are not compared
constexpr uint32_t kNone = 0xFFFFFFFF;

uint64_t mixed(uint64_t x) {  // finalizer of MurmurHash3
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDull;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ull;
  return x ^ (x >> 33);
}

// Calls `word` with the hash of each word; letters of scripts written without spaces are words of their own.
template <class Word>
void each_word(std::string_view text, const Word& word) {
  uint64_t hash = kFnvOffset;
  bool open = false;
  const auto close = [&] {
    if (open) word(hash);
    hash = kFnvOffset, open = false;
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool in = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (!in || (byte >= 0xE3 && byte < 0xF0)) close();
    if (!in) continue;
    hash = (hash ^ (c >= 'A' && c <= 'Z' ? byte | 0x20u : byte)) * 1099511628211ull;
    open = true;
  }
  close();
}

}  // namespace

Fingerprint fingerprint_of(std::string_view text) {
  std::array<uint32_t, kClasses> least;
  least.fill(kNone);
  Fingerprint out;
  std::array<uint64_t, kWords> last{};
  size_t count = 0;
  each_word(text, [&](uint64_t word) {
    last[count++ % kWords] = word;
    if (count < kWords) return;
    uint64_t hash = 0;
    for (size_t i = 0; i < kWords; ++i) hash = hash * 0x9E3779B97F4A7C15ull + last[(count + i) % kWords];
    hash = mixed(hash);
    uint32_t& place = least[hash >> 58];
    place = std::min(place, static_cast<uint32_t>(hash));
    ++out.shingles;
  });
  if (out.shingles < kFewest) return {};
  for (size_t i = 0; i < kClasses; ++i) {
    size_t from = i, steps = 0;
    while (least[from % kClasses] == kNone) ++from, ++steps;
    out.least[i] = static_cast<uint16_t>(mixed(least[from % kClasses] + steps * 0x9E3779B9ull) >> 40);
  }
  return out;
}

double resemblance(const Fingerprint& a, const Fingerprint& b) {
  size_t same = 0;
  for (size_t i = 0; i < kClasses; ++i) same += a.least[i] == b.least[i];
  return static_cast<double>(same) / kClasses;
}

bool nearly_same(const Fingerprint& a, const Fingerprint& b) {
  if (!a.shingles || !b.shingles) return false;
  const double alike = resemblance(a, b);
  const double shorter = std::min(a.shingles, b.shingles), longer = std::max(a.shingles, b.shingles);
  const double contained = alike / (1 + alike) * (shorter + longer) / shorter;
  return alike >= 0.6 || (contained >= 0.85 && longer <= shorter * 2);
}

Duplicates::Slot& Duplicates::slot_of(uint32_t key) {
  size_t at = key & (slots_.size() - 1);
  while (slots_[at].text && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void Duplicates::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.text) slot_of(slot.key) = slot;
}

std::string Duplicates::add(const std::string& id, const Fingerprint& print) {
  if (!print.shingles) return {};
  std::array<uint32_t, kBands> keys;
  uint32_t first = kNone;
  for (size_t band = 0; band < kBands; ++band) {
    uint64_t hash = band + 1;
    for (size_t row = 0; row < kRows; ++row) hash = mixed(hash * 65537 + print.least[band * kRows + row]);
    keys[band] = static_cast<uint32_t>(hash);
    const Slot& slot = slot_of(keys[band]);
    if (slot.text && slot.text - 1 < first && nearly_same(prints_[slot.text - 1], print)) first = slot.text - 1;
  }
  if (first != kNone) return ids_[first];
  prints_.push_back(print), ids_.push_back(id);
  for (const uint32_t key : keys) {
    if ((used_ + 1) * 10 > slots_.size() * 7) grow();
    Slot& slot = slot_of(key);
    if (slot.text) continue;  // the earlier text stays
    slot = {key, static_cast<uint32_t>(prints_.size())}, ++used_;
  }
  return {};
}

}  // namespace gesta
