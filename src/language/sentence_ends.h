// Where sentences end, by a linear model: for every blank of a paragraph the sum of the weights of its signs, which are hashed. The rules of
// sentences.cpp are one of the signs; the model knows ends that no mark shows (headings, signatures, lists run together) and marks that end
// nothing. Trained by training/train_sentence_ends.py.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "language/model_file.h"

namespace gesta {

class SentenceEnds {
 public:
  explicit SentenceEnds(ModelFile file);
  bool ends(const std::vector<uint32_t>& signs) const;

 private:
  ModelFile file_;
  std::span<const float> weights_;
};

constexpr uint32_t kEndSigns = 1u << 16;  // hashed signs

// What the signs need of a paragraph, once: hashes of the words, their shapes, and how far the next mark is.
class ParagraphSigns {
 public:
  // Tokens [first, last); by_rule: ascending ends (half open) as the rules see them.
  ParagraphSigns(const std::vector<Token>& tokens, uint32_t first, uint32_t last, const std::vector<uint32_t>& by_rule);
  // No sentence of words ends without one of these: a mark, a capital, a digit, the rules.
  bool may_end(uint32_t end) const;
  // Signs of an end before token `end` of a sentence that starts at `start`: numbers below kEndSigns.
  void of(uint32_t start, uint32_t end, std::vector<uint32_t>& signs) const;

 private:
  struct Word {
    uint64_t form, shape;  // hashes of the lower form and of its shape
    uint32_t to_mark;      // words to the next terminal mark
    uint8_t open;          // brackets and quotes open before it
    bool rule;             // the rules begin a sentence here
    bool plain, lower;     // letters only; begins in lower case
    bool line;             // a line break before it
    bool thousands;        // "700,000": people of a nation may follow, in capitals
  };
  const Word& at(uint32_t token) const { return words_[token - first_]; }
  uint32_t first_, last_;
  std::vector<Word> words_;
};

}  // namespace gesta
