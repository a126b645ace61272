// What kind of text is it: a report, court news, an obituary, sport ...? A log-linear model over the stored vectors of its words and those of its
// title, and over how it is told. models/kinds.gmdl, written by training/train_kinds.py, which computes the same signs.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/model_file.h"
#include "language/word_vectors.h"

namespace gesta {

class Kinds {
 public:
  Kinds(const WordVectors& words, ModelFile file);
  // Log odds of each label, but for a constant.
  std::vector<std::pair<std::string_view, float>> scores(std::string_view title, std::string_view text) const;

 private:
  const WordVectors& words_;
  ModelFile file_;
  std::vector<std::string_view> labels_;
  std::span<const float> bias_, mean_, most_, title_, told_;
};

}  // namespace gesta
