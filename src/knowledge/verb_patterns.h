// Verb patterns of the user's TABARI, PETRARCH and PETRARCH2 dictionaries, ready to be matched: forms of verbs lead to a block of patterns, words are
// numbers, sets of words are flat. events/patterns.h matches them.
#pragma once
#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/knowledge.h"

namespace gesta {

// One place of a pattern: a word, any word of a set, or a party of the sentence.
struct PatternPart {
  enum class Kind : uint8_t { word, set, source, target, skip, compound };  // skip: a party that plays no role; compound: two parties and more
  Kind kind = Kind::word;
  bool joined = false;  // stands right behind the part (or the verb) before it
  uint16_t phrase = 0;  // parts inside one ( ) or { } share a number; 0 outside
  uint32_t id = 0;      // of the word or set
};

// A code and that of the answering event with the roles turned round, "[032:033]"; kNoCode where the dictionary writes [---].
constexpr uint32_t kNoCode = 0xFFFFFFFFu;
struct PatternCode {
  uint32_t code = kNoCode, reverse = kNoCode;  // indices into VerbPatterns::codes
};

struct VerbPattern {
  std::vector<PatternPart> before, after;  // from left to right
  bool touches = false;                    // the last part before stands right at the verb
  PatternCode code;
  uint32_t line = 0;
};

// A verb in one of its forms. Further words of a verb of several words ("BREAK_DOWN") stand right beside it.
struct VerbForm {
  std::vector<uint32_t> before, after;  // words, from left to right
  uint32_t block = 0;
  PatternCode code;  // when no pattern matches
  uint32_t line = 0;
};

struct VerbBlock {
  std::vector<VerbPattern> patterns;  // the most specific first
  std::string_view file;
};

struct WordSet {
  std::unordered_set<uint32_t> words;
  std::vector<std::vector<PatternPart>> phrases;  // words and sets, each right behind the other
};

struct VerbPatterns {
  std::unordered_map<std::string_view, std::vector<VerbForm>> forms;  // small letters
  std::vector<VerbBlock> blocks;
  std::unordered_map<std::string_view, uint32_t> words;
  std::vector<WordSet> sets;
  std::deque<Code> codes;  // rows of the table, or what the dictionary writes
  size_t patterns = 0, verbs = 0, transformations = 0;
  bool empty() const { return forms.empty(); }
};

}  // namespace gesta
