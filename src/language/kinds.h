// What kind of text is it: a report, court news, an obituary, sport ...? Log-linear models, one of articles and one of single paragraphs, over the
// stored vectors of the words and those of the title, and over how it is told. models/kinds.gmdl, written by training/train_kinds.py, which computes
// the same signs.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "language/language.h"
#include "language/model_file.h"
#include "language/word_vectors.h"

namespace gesta {

class Kinds {
 public:
  Kinds(const WordVectors& words, ModelFile file);
  KindsOfText read(std::string_view title, const std::vector<std::string_view>& paragraphs) const;

 private:
  struct Weights {
    std::span<const float> bias, mean, most, told, title;  // paragraphs have no title
  };
  Weights weights(const std::string& of) const;
  struct Signs;
  KindScores scores(const Weights& weights, const Signs& signs, const Signs* title) const;

  const WordVectors& words_;
  ModelFile file_;
  std::vector<std::string_view> labels_;
  Weights article_, paragraph_;
};

}  // namespace gesta
