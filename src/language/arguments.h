// Which words around an event stand for its source, its target, its place or who tells of it, as the event taggers see it (training/EXPORT.md,
// "Arguments"): log odds for each pair of an event's words and a word of the sentences around it.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "language/event_words.h"
#include "language/tagger.h"

namespace gesta {

struct Sentence;

class ArgumentReader {
 public:
  ArgumentReader(const Tagger& tagger, size_t tokens);
  // Keeps the rows [row, row + count) of what the tagger saw, tokens from first_token on, and what `spans` of them need.
  void keep(const Sides& sides, size_t row, size_t count, uint32_t first_token, std::span<const EventSpan> spans);
  // Fills the ties of all spans kept so far, in the order they were kept.
  void fill(const std::vector<Sentence>& sentences, std::vector<EventSpan>& spans) const;

 private:
  const Tagger& tagger_;
  std::vector<uint32_t> row_of_;  // token -> row of words_; kNotKept
  Matrix words_, events_;         // a row a token kept, a row a span
};

// The place of a word relative to the event's words [first, last), as a row of the table of distances.
size_t distance_of(uint32_t token, uint32_t first, uint32_t last);
size_t distance_of_sentence(int offset);  // the word's sentence minus the event's, not 0

}  // namespace gesta
