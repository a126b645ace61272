// The taggers (training/EXPORT.md, "Taggers"): forms in, one BIO label a token and the probabilities of the other heads out. SpanTagger is the
// same with its own word vectors and a pool of scratch, for rooms that only have a document: `SpanTagger::load(folder, "events.gmdl")`.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "language/language.h"
#include "language/net.h"

namespace gesta {

struct TagAnswer {
  std::vector<uint8_t> tags;          // per token, into labels(0): the head that holds the spans
  std::vector<Matrix> probabilities;  // per head: a row a token, a column a label
};

class Tagger : public Net {
 public:
  Tagger(const WordVectors& words, ModelFile file);
  void run(const Batch& batch, Scratch& s, TagAnswer& answer) const;

  const std::vector<std::string>& heads() const { return heads_; }  // the one that holds the spans first
  const std::vector<std::string>& labels(size_t head) const { return labels_[head]; }

 private:
  std::vector<std::string> heads_;
  std::vector<std::vector<std::string>> labels_;
  std::vector<Linear> outs_;
  std::vector<char> allowed_;  // [label before][label]
};

// The best row of labels in which I-x follows B-x or I-x only: whole numbers of 1/1024, the lowest label wins ties.
void best_labels(const Matrix& logits, size_t first, size_t last, const std::vector<char>& allowed, uint8_t* out);

class SpanTagger {
 public:
  static SpanTagger load(const std::string& models_folder, const std::string& file);
  SpanTagger(SpanTagger&&) noexcept;
  SpanTagger& operator=(SpanTagger&&) noexcept;
  ~SpanTagger();
  // Of the tokens [first, last) of one sentence.
  TagAnswer run(const Document& document, uint32_t first, uint32_t last) const;
  const Tagger& tagger() const;

 private:
  struct Models;
  explicit SpanTagger(std::unique_ptr<const Models> models);
  std::unique_ptr<const Models> models_;
};

}  // namespace gesta
