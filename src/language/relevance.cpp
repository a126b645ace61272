#include "language/relevance.h"

#include <algorithm>
#include <limits>

#include "base/hash.h"

namespace gesta {

Relevance::Relevance(const WordVectors& words, ModelFile file) : words_(words), file_(std::move(file)) {
  if (file_.setting("kind") != "relevance") file_.fault("holds no relevance model");
  mean_ = file_.floats("mean", words.width()), most_ = file_.floats("most", words.width());
  bias_ = file_.floats("bias", 1)[0];
}

const float* Relevance::vector(std::string_view form, Scratch& scratch) const {
  const uint64_t hash = fnv1a64(form);
  if (const float* known = scratch.vectors.find(form, hash)) return known;
  const size_t width = words_.width();
  float* row = scratch.vectors.insert(form, hash, width + 1);
  words_.key(form, scratch.key);
  row[width] = words_.vector(scratch.key, row) ? 1 : 0;
  return row;
}

void Relevance::fill(Document& document, Scratch& scratch) const {
  const size_t width = words_.width(), count = document.sentences.size();
  std::vector<float> sums(count * width, 0), tops(count * width, 0), listed(count, 0);
  for (size_t s = 0; s < count; ++s) {
    float *sum = sums.data() + s * width, *top = tops.data() + s * width;
    for (uint32_t i = document.sentences[s].first; i < document.sentences[s].last; ++i) {
      const float* vector = this->vector(document.tokens[i].form, scratch);
      if (vector[width] == 0) continue;
      const bool fresh = listed[s]++ == 0;
      for (size_t k = 0; k < width; ++k) {
        sum[k] += vector[k];
        top[k] = fresh ? vector[k] : std::max(top[k], vector[k]);
      }
    }
  }
  for (size_t s = 0; s < count; ++s) {
    const size_t first = s == 0 ? 0 : s - 1, last = std::min(s + 2, count);
    float words = 0, odds = bias_;
    for (size_t n = first; n < last; ++n) words += listed[n];
    for (size_t k = 0; k < width && words > 0; ++k) {
      float sum = 0, top = -std::numeric_limits<float>::max();
      for (size_t n = first; n < last; ++n) {
        if (listed[n] == 0) continue;
        sum += sums[n * width + k];
        top = std::max(top, tops[n * width + k]);
      }
      odds += sum / words * mean_[k] + top * most_[k];
    }
    document.sentences[s].relevance = odds;
  }
}

}  // namespace gesta
