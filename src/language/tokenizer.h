// Tokens and sentences of running text, after the conventions of English-EWT and English-GUM: clitics apart ("do|n't", "Iraq|'s"), hyphened
// words apart ("pro-|"-like prefixes excepted), "U.S." and "Mr." whole, numbers with their inner signs whole, every bracket and quote alone.
// One pass over the bytes; text that is no UTF-8 gives tokens too.
#pragma once
#include <string_view>
#include <vector>

#include "language/language.h"

namespace gesta {

constexpr uint32_t kLongestSentence = 256;  // tokens; longer ones are cut

// Appends the tokens of text[span], with form, span, multiword and space_after.
void tokenize(std::string_view text, Span span, std::vector<Token>& tokens);

class SentenceEnds;

// The first token behind a dateline: capitals, then names, figures and signs up to a dash ("CAPE TOWN, March 3 (AFP) -- "), or names and an agency in
// brackets ("Baghdad (AFP) "); `first` without one.
uint32_t after_dateline(const std::vector<Token>& tokens, uint32_t first, uint32_t last);

// Splits tokens [first, tokens.size()) of one paragraph into sentences; sets Token::sentence. Without a model the rules decide.
void split_sentences(uint32_t first, uint32_t paragraph, bool heading, std::vector<Token>& tokens, std::vector<Sentence>& sentences,
                     const SentenceEnds* model = nullptr);

// The ends (half open) of its sentences by the rules alone.
std::vector<uint32_t> rule_ends(const std::vector<Token>& tokens, uint32_t first);

// True for written abbreviations that end in a full stop and are followed by a name or a number: "Mr.", "Gen.", "No.".
bool is_title_abbreviation(std::string_view form);

bool is_smiley(std::string_view form);

}  // namespace gesta
