// A document's dependency trees as questions: children by relation, the word a conjunct hangs from, the tokens under a head.
// Every walk is bounded, so that a broken tree (a cycle) costs no more than a sound one.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "language/language.h"

namespace gesta {

class Tree {
 public:
  explicit Tree(const Document& document);
  const Document& document() const { return document_; }
  const Token& operator[](uint32_t token) const { return document_.tokens[token]; }
  uint32_t size() const { return static_cast<uint32_t>(document_.tokens.size()); }
  const std::vector<uint32_t>& children(uint32_t token) const { return children_[token]; }
  // The first child with one of the relations; kNone when there is none.
  uint32_t child(uint32_t token, std::initializer_list<Deprel> relations) const;
  // The word and its conjuncts, in order.
  std::vector<uint32_t> conjuncts(uint32_t token) const;
  // Follows conj upwards: "met and talked" gives met for talked.
  uint32_t first_conjunct(uint32_t token) const;
  // Case marker of an oblique or nominal modifier, fixed parts joined: "because of"; empty when none. `mark` counts for clauses.
  std::string_view marker(uint32_t token) const;
  bool under(uint32_t token, uint32_t ancestor) const;
  // First and last+1 token of what hangs below `token` and holds together around it.
  std::pair<uint32_t, uint32_t> extent(uint32_t token) const;

 private:
  const Document& document_;
  std::vector<std::vector<uint32_t>> children_;
};

constexpr int kMaximalDepth = 64;  // longest walk up a tree

inline bool is_verb(const Token& token) { return token.upos == Upos::VERB; }
inline bool is_noun(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }
inline bool is_nominal(const Token& token) { return is_noun(token) || token.upos == Upos::PRON || token.upos == Upos::NUM; }
inline bool is_plural(const Token& token) { return token.xpos == "NNS" || token.xpos == "NNPS"; }
inline bool is_subject(Deprel deprel) { return base(deprel) == Deprel::nsubj; }
inline bool in_name(Deprel deprel) { return base(deprel) == Deprel::flat || deprel == Deprel::compound || deprel == Deprel::fixed; }
inline std::string lower_lemma(const Token& token) { return ascii_lower(token.lemma); }
bool has_feature(const Token& token, std::string_view feature);  // "Polarity=Neg"

}  // namespace gesta
