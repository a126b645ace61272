// Mentions and chains. Names are the spans of the entity tagger, joined with runs of proper nouns it left out; nominal mentions are noun
// phrases without what follows the noun; pronouns stand for themselves. Chains join what names the same within one text.
#pragma once
#include <string_view>
#include <vector>

#include "language/language.h"

namespace gesta {

class WordVectors;

// One label for each token ("B-PER", ...); empty when there is no tagger. Fills Document::mentions, in text order, without chains.
void find_mentions(const std::vector<std::string_view>& labels, Document& document);

// Fills Document::chains and Mention::chain: variants of a name, acronyms, appositions, repeated definite nouns, pronouns of the third person.
void link_mentions(Document& document, const WordVectors& words);

struct Extent {
  uint32_t first = 0, last = 0;  // tokens, half open
};

// For each mention the whole phrase of its head, with what follows the noun, as treebanks of coreference mark it; empty where the mention is part of
// the phrase of another ("president" of "president Xi", an apposition).
std::vector<Extent> phrases_of(const Document& document);

}  // namespace gesta
