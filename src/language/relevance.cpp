#include "language/relevance.h"

#include <algorithm>
#include <limits>

namespace gesta {

Relevance::Relevance(const WordVectors& words, ModelFile file) : words_(words), file_(std::move(file)) {
  if (file_.setting("kind") != "relevance") file_.fault("holds no relevance model");
  mean_ = file_.floats("mean", words.width()), most_ = file_.floats("most", words.width());
  bias_ = file_.floats("bias", 1)[0];
}

void Relevance::fill(Document& document) const {
  const size_t width = words_.width(), count = document.sentences.size();
  std::vector<float> sums(count * width, 0), tops(count * width, 0), listed(count, 0), vector(width);
  std::string key;
  for (size_t s = 0; s < count; ++s) {
    float *sum = sums.data() + s * width, *top = tops.data() + s * width;
    for (uint32_t i = document.sentences[s].first; i < document.sentences[s].last; ++i) {
      words_.key(document.tokens[i].form, key);
      if (!words_.vector(key, vector.data())) continue;
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
