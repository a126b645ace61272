#include "language/word_vectors.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "base/utf8.h"

namespace gesta {
namespace {

uint64_t key_at(std::span<const int32_t> pairs, size_t i) {
  uint64_t key;
  std::memcpy(&key, pairs.data() + 2 * i, sizeof(key));
  return key;
}

}  // namespace

WordVectors::WordVectors(ModelFile file) : file_(std::move(file)) {
  if (file_.setting("kind") != "words") file_.fault("holds no word vectors");
  const size_t types = file_.number("types", 1, 1u << 24), width = file_.number("width", 1, 1024);
  hash_ = file_.integers("hash", types, 2);
  vectors_ = file_.bytes("vectors", types, width);
  scale_ = file_.floats("scale", width);
  for (size_t i = 1; i < types; ++i)
    if (key_at(hash_, i - 1) >= key_at(hash_, i)) file_.fault("the hashes are not ascending");
  first_.reserve((1u << 16) + 1);
  for (size_t i = 0; i < types; ++i)
    while (first_.size() <= key_at(hash_, i) >> 48) first_.push_back(static_cast<uint32_t>(i));
  first_.resize((1u << 16) + 1, static_cast<uint32_t>(types));
  read_pairs("fold", fold_);
  read_pairs("lower", lower_);
  for (size_t c = 0; c < kCodes; ++c)
    if (lower_[c] != c) lowered_[lower_[c]] = true;
}

void WordVectors::read_pairs(std::string_view name, std::array<uint16_t, kCodes>& table) const {
  for (size_t c = 0; c < kCodes; ++c) table[c] = static_cast<uint16_t>(c);
  const auto pairs = file_.integers(name, 0, 2);
  for (size_t i = 0; i + 1 < pairs.size(); i += 2) {
    if (pairs[i] < 0 || pairs[i] >= static_cast<int>(kCodes) || pairs[i + 1] < 0 || pairs[i + 1] >= static_cast<int>(kCodes)) {
      file_.fault("table " + std::string(name) + " holds a sign outside its range");
    }
    table[static_cast<size_t>(pairs[i])] = static_cast<uint16_t>(pairs[i + 1]);
  }
}

void WordVectors::key(std::string_view form, std::string& out) const {
  out.clear();
  for (size_t at = 0; at < form.size();) {
    const CodePoint point = decode_utf8(form, at);
    at += point.length;
    append_utf8(out, lower(fold(point.value)));
  }
}

bool WordVectors::vector(std::string_view low, float* out) const {
  const uint64_t key = fnv1a64(low);
  size_t place = first_[key >> 48];
  const size_t end = first_[(key >> 48) + 1];
  while (place < end && key_at(hash_, place) != key) ++place;
  if (place == end) return false;
  const int8_t* row = vectors_.data() + place * scale_.size();
  for (size_t i = 0; i < scale_.size(); ++i) out[i] = static_cast<float>(row[i]) * scale_[i];
  return true;
}

}  // namespace gesta
