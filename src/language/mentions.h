// Mentions and chains. Names are the spans of the entity tagger, joined with runs of proper nouns it left out; nominal mentions are noun
// phrases without what follows the noun; pronouns stand for themselves. Chains join what names the same within one text.
#pragma once
#include <string_view>
#include <vector>

#include "language/language.h"

namespace gesta {

// One label for each token ("B-PER", ...); empty when there is no tagger. Fills Document::mentions, in text order, without chains.
void find_mentions(const std::vector<std::string_view>& labels, Document& document);

// Fills Document::chains and Mention::chain: variants of a name, acronyms, appositions, repeated definite nouns, pronouns of the third person.
void link_mentions(Document& document);

}  // namespace gesta
