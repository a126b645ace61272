// Does a passage tell of political events at all? "Fire", "strike", "defend" and "retreat" are words of matches, markets and weather as well; a
// linear model over the stored vectors of the words around (their mean and their maximum) tells such passages apart.
// models/relevance.gmdl, written by training/train_relevance.py.
#pragma once
#include "language/language.h"
#include "language/model_file.h"
#include "language/net.h"

namespace gesta {

class Relevance {
 public:
  Relevance(const WordVectors& words, ModelFile file);
  // Fills Sentence::relevance of every sentence, from it and its two neighbours.
  void fill(Document& document, Scratch& scratch) const;

 private:
  // The vector of a form and, behind it, whether there is one.
  const float* vector(std::string_view form, Scratch& scratch) const;
  const WordVectors& words_;
  ModelFile file_;
  std::span<const float> mean_, most_;
  float bias_;
};

}  // namespace gesta
