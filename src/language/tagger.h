// The taggers (training/EXPORT.md, "Taggers"): forms in, one BIO label a token and the probabilities of every head out.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "language/event_words.h"
#include "language/net.h"

namespace gesta {

// What a tagger sees in each token: as a word of an event, and as a word around one.
struct Sides {
  Matrix event, word;
};

struct TagAnswer {
  std::vector<uint8_t> tags;          // per token, into labels(0): the head that holds the spans
  std::vector<Matrix> probabilities;  // per head: a row a token, a column a label
  Sides sides;                        // by the first tagger, when it has weights of pairs
};

// Sentences of a batch with those around them.
struct Passages {
  Batch batch;
  std::vector<size_t> row;  // in `batch`, of each word of the other
};

// Per label, the labels that may stand before it; empty: any. I-x follows B-x and I-x only.
using Moves = std::vector<std::vector<uint8_t>>;
Moves bio_moves(const std::vector<std::string>& labels);

class Tagger : public Net {
 public:
  // `wanted`: the heads that will be read beside the one of the spans.
  Tagger(const WordVectors& words, ModelFile file, const std::vector<std::string_view>& wanted);
  void run(const Batch& batch, Scratch& s, TagAnswer& answer) const;
  // The head of spans alone: its logits; the best tags of rows [first, last) of such; their probabilities.
  void span_logits(const Batch& batch, Scratch& s, Matrix& logits) const;
  void best_spans(const Matrix& logits, size_t first, size_t last, uint8_t* tags) const;
  void look(const Batch& batch, Scratch& s, Matrix& probabilities) const;
  // What several taggers with the same labels say together: softmax and spans of the mean of their logits. The first reads each sentence by itself
  // and speaks for all, the others read passages; `seen`: the first's states of the batch are in its s.q already.
  static void run_together(const std::vector<std::unique_ptr<const Tagger>>& taggers, const Batch& batch, const Passages& passages,
                           std::vector<Scratch>& scratch, TagAnswer& answer, bool seen = false);
  // Does it tie words to events (arguments.h)?
  bool has_pairs() const { return pair_.has_value(); }
  void sides(const Batch& batch, Scratch& s, Sides& out) const;
  void sides_of_states(const Scratch& s, Sides& out) const;  // that are in s.q
  // Of each word and the event: rows of their sides; `distances`: rows of the table.
  void ties(const float* event, const std::vector<const float*>& words, const std::vector<size_t>& distances, std::vector<Ties>& out) const;
  bool same_labels(const Tagger& other) const { return heads_ == other.heads_ && labels_ == other.labels_; }

  const std::vector<std::string>& heads() const { return heads_; }  // the one that holds the spans first
  const std::vector<std::string>& labels(size_t head) const { return labels_[head]; }

 private:
  void states(const Batch& batch, Scratch& s) const;                     // into s.q
  void logits(const Scratch& s, std::vector<Matrix>& out) const;         // of states
  void finish(const Batch& batch, Scratch& s, TagAnswer& answer) const;  // of logits
  void softmax(size_t head, Scratch& s, Matrix& logits) const;

  // By `out`: leaky(event + word + distance), `hidden` numbers, then products of event and word.
  struct Pair {
    size_t hidden, rank;
    Linear event, word;
    std::span<const float> distance, out, bias;
  };
  void load_pair();

  std::vector<std::string> heads_;
  std::vector<std::vector<std::string>> labels_;
  std::vector<Linear> outs_;
  Moves moves_;
  std::optional<Pair> pair_;
};

// The best row of labels that the moves allow: whole numbers of 1/1024, the lowest label wins ties.
void best_labels(const Matrix& logits, size_t first, size_t last, const Moves& moves, uint8_t* out);

}  // namespace gesta
