// The tagger of event words (events.gmdl; training/EXPORT.md, "Taggers"): per token of a sentence the probability of each PLOVER type, and
// the spans of constrained decoding (Viterbi over BIO) with the CAMEO root read at their words.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "language/language.h"
#include "language/net.h"

namespace gesta {

struct TaggedSpan {
  uint32_t first = 0, last = 0;  // tokens, half open
  std::string_view type;
  std::string_view root;  // CAMEO root, "" when the model has no such head
  float probability = 0;  // mean over the tokens of the type
};

// What the tagger says of one document.
struct Tagging {
  std::vector<std::string_view> types;      // names
  std::vector<std::vector<float>> by_type;  // token -> probability of each type (B and I together)
  std::vector<TaggedSpan> spans;
  float probability(uint32_t token, std::string_view type) const;
  float any(uint32_t token) const;
};

class EventTagger : public Net {
 public:
  EventTagger(const WordVectors& words, ModelFile file);
  Tagging tag(const Document& document) const;

 private:
  struct Head {
    std::string name;
    std::vector<std::string_view> labels;
    Linear map;
  };
  void logits(const Batch& batch, Scratch& s) const;
  void add_spans(const Matrix& scores, const Matrix& roots, uint32_t first_token, size_t row, size_t count, Tagging& out) const;
  std::vector<size_t> decode(const Matrix& scores, size_t row, size_t count) const;
  bool follows(size_t before, size_t label) const;

  Head spans_, root_;
  std::vector<std::string_view> types_;
  std::vector<size_t> type_of_;  // BIO label -> type; npos for O
};

}  // namespace gesta
