#include "knowledge/place_sounds.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace gesta {
namespace {

constexpr int kBits = 12;         // of the hash of three letters
constexpr double kBefore = 300;   // how many letters of any country stand before those of its own
constexpr size_t kLongest = 100;  // letters of a name

uint32_t code(std::string_view country) {
  uint32_t out = 0;
  for (const char c : country) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

// Each three letters of the words, which begin with '^' and end with '$'.
template <class Take>
void each_gram(std::string_view key, const Take& take) {
  char gram[3] = {0, '^', 0};
  for (size_t i = 0; i <= key.size() && i < kLongest; ++i) {
    const bool end = i == key.size() || key[i] == ' ';
    gram[2] = end ? '$' : key[i];
    if (gram[0] != 0) take(static_cast<size_t>(fnv1a64({gram, 3}) >> (64 - kBits)));
    gram[0] = end ? '\0' : gram[1], gram[1] = end ? '^' : gram[2];
  }
}

}  // namespace

void PlaceSounds::add(std::string_view key, std::string_view country) {
  const uint32_t letters = code(country);
  auto at = std::lower_bound(countries_.begin(), countries_.end(), letters, [](const Country& c, uint32_t x) { return c.letters < x; });
  if (at == countries_.end() || at->letters != letters) at = countries_.insert(at, {letters, 0, std::vector<uint16_t>(1u << kBits)});
  grams_.resize(1u << kBits);
  each_gram(key, [&](size_t gram) { at->grams[gram] += at->grams[gram] < UINT16_MAX, ++grams_[gram], ++at->all, ++all_; });
}

double PlaceSounds::likelier(std::string_view key, std::string_view country) const {
  const uint32_t letters = code(country);
  const auto at = std::lower_bound(countries_.begin(), countries_.end(), letters, [](const Country& c, uint32_t x) { return c.letters < x; });
  if (at == countries_.end() || at->letters != letters) return 0;
  double sum = 0;
  each_gram(key, [&](size_t gram) {
    const double anywhere = (grams_[gram] + 1.0) / (static_cast<double>(all_) + (1u << kBits));
    sum += std::log((at->grams[gram] + kBefore * anywhere) / (at->all + kBefore) / anywhere);
  });
  return sum;
}

}  // namespace gesta
