// "It was his second visit to Moscow", "the visit will be his fourth": a clause that counts events tells again of one told before.
#include <algorithm>

#include "events/counts_numbers.h"
#include "events/fields.h"
#include "events/fields_tree.h"

namespace gesta {

namespace {

using tree::among;
using tree::lower_form;

constexpr std::string_view kPointers[] = {"it", "this", "that"};
constexpr std::string_view kRanks[] = {"latest", "last", "only", "such"};
constexpr std::string_view kKinds[] = {"kind", "type", "sort"};

bool ranks(const Document& document, uint32_t token) {
  const auto number = read_number(document, token);
  return (number && number->ordinal) || document.tokens[token].xpos == "JJS" || among(lower_form(document, token), kRanks);
}

bool is_rank_of_events(const Document& document, uint32_t noun) {
  for (const uint32_t c : tree::children(document, noun)) {
    if (base(document.tokens[c].deprel) == Deprel::nmod && among(lower_form(document, c), kKinds)) return true;
    if (c < noun && ranks(document, c)) return true;
  }
  return false;
}

}  // namespace

bool counts_events(const Document& document, uint32_t head) {
  if (head >= document.tokens.size() || document.tokens[head].upos != Upos::NOUN) return false;
  if (tree::child(document, head, {Deprel::cop}) == kNone) return false;
  const uint32_t subject = tree::child(document, head, {Deprel::nsubj});
  return subject != kNone && among(lower_form(document, subject), kPointers) && is_rank_of_events(document, head);
}

bool is_one_of_several(const Document& document, uint32_t head) {
  constexpr std::string_view kOthers[] = {"previous", "earlier", "next", "latest", "last"};
  if (head >= document.tokens.size() || document.tokens[head].upos != Upos::NOUN) return false;
  for (const uint32_t c : tree::children(document, head))
    if (c < head && document.tokens[c].deprel == Deprel::amod && (ranks(document, c) || among(lower_form(document, c), kOthers))) return true;
  return false;
}

bool is_counted(const Document& document, uint32_t head) {
  if (head >= document.tokens.size() || document.tokens[head].upos != Upos::NOUN || document.tokens[head].deprel != Deprel::nsubj) return false;
  const uint32_t rank = document.tokens[head].head;
  return rank < document.tokens.size() && rank > head && tree::child(document, rank, {Deprel::cop}) != kNone && ranks(document, rank);
}

}  // namespace gesta
