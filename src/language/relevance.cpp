#include "language/relevance.h"

#include <algorithm>

namespace gesta {

Relevance::Relevance(const WordVectors& words, ModelFile file) : words_(words), file_(std::move(file)) {
  if (file_.setting("kind") != "relevance") file_.fault("holds no relevance model");
  mean_ = file_.floats("mean", words.width()), most_ = file_.floats("most", words.width());
  bias_ = file_.floats("bias", 1)[0];
}

float Relevance::of(const Document& document, size_t first, size_t last) const {
  const size_t width = words_.width();
  std::vector<float> sum(width, 0), most(width, 0), vector(width);
  std::string key;
  float listed = 0;
  for (uint32_t i = document.sentences[first].first; i < document.sentences[last - 1].last; ++i) {
    words_.key(document.tokens[i].form, key);
    if (!words_.vector(key, vector.data())) continue;
    for (size_t k = 0; k < width; ++k) {
      sum[k] += vector[k];
      most[k] = listed == 0 ? vector[k] : std::max(most[k], vector[k]);
    }
    ++listed;
  }
  float odds = bias_;
  for (size_t k = 0; k < width && listed > 0; ++k) odds += sum[k] / listed * mean_[k] + most[k] * most_[k];
  return odds;
}

}  // namespace gesta
