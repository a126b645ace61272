// The taggers (training/EXPORT.md, "Taggers"): forms in, one BIO label a token and the probabilities of every head out.
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

// Per label, the labels that may stand before it; empty: any. I-x follows B-x and I-x only.
using Moves = std::vector<std::vector<uint8_t>>;
Moves bio_moves(const std::vector<std::string>& labels);

class Tagger : public Net {
 public:
  // `wanted`: the heads that will be read beside the one of the spans.
  Tagger(const WordVectors& words, ModelFile file, const std::vector<std::string_view>& wanted);
  void run(const Batch& batch, Scratch& s, TagAnswer& answer) const;
  // The probabilities of the head of spans alone, without tags.
  void look(const Batch& batch, Scratch& s, Matrix& probabilities) const;
  // What several taggers with the same labels say together: softmax and spans of the mean of their logits. The first speaks for all.
  static void run_together(const std::vector<std::unique_ptr<const Tagger>>& taggers, const Batch& batch, std::vector<Scratch>& scratch,
                           TagAnswer& answer);
  bool same_labels(const Tagger& other) const { return heads_ == other.heads_ && labels_ == other.labels_; }

  const std::vector<std::string>& heads() const { return heads_; }  // the one that holds the spans first
  const std::vector<std::string>& labels(size_t head) const { return labels_[head]; }

 private:
  void states(const Batch& batch, Scratch& s) const;                     // into s.q
  void logits(const Batch& batch, Scratch& s, TagAnswer& answer) const;  // in place of probabilities
  void finish(const Batch& batch, Scratch& s, TagAnswer& answer) const;  // of logits
  void softmax(size_t head, Scratch& s, Matrix& logits) const;

  std::vector<std::string> heads_;
  std::vector<std::vector<std::string>> labels_;
  std::vector<Linear> outs_;
  Moves moves_;
};

// The best row of labels that the moves allow: whole numbers of 1/1024, the lowest label wins ties.
void best_labels(const Matrix& logits, size_t first, size_t last, const Moves& moves, uint8_t* out);

}  // namespace gesta
