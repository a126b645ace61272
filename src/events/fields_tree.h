// Small questions to the dependency tree that the readers of fields share: the verb of a clause, its auxiliaries, its subject, who governs
// whom. All answers are safe on sentences without a parse (kNone, empty). Climbs are bounded by the length of a sentence.
#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace gesta::tree {

using Words = std::span<const std::string_view>;

bool among(std::string_view word, Words words);
std::string lower_form(const Document& document, uint32_t token);   // "" past the end
std::string lower_lemma(const Document& document, uint32_t token);  // the form in lower case when there is no lemma
std::span<const uint32_t> children(const Document& document, uint32_t token);
uint32_t child(const Document& document, uint32_t token, std::initializer_list<Deprel> relations);      // first of those, subtypes told apart; kNone
uint32_t head(const Document& document, uint32_t token);                                                // kNone for a root
bool has_child_form(const Document& document, uint32_t token, Deprel relation, std::string_view form);  // in lower case
bool has_child_form(const Document& document, uint32_t token, std::string_view form);                   // by whatever relation
bool has_child_lemma(const Document& document, uint32_t token, Deprel relation, Words lemmas);
bool is_verbal(const Document& document, uint32_t token);  // a verb, or a predicate with a copula
// The verb (or predicate) of the clause the token stands in: itself when verbal.
uint32_t clause_of(const Document& document, uint32_t token);
bool is_below(const Document& document, uint32_t token, uint32_t ancestor);  // the token itself counts
uint32_t subject_of(const Document& document, uint32_t verb);                // own, or shared through conj and open complements; kNone
Span subtree_span(const Document& document, uint32_t token);
// Tokens of the noun phrase without clauses and appositions that hang from it: "a source close to the talks".
Span phrase_span(const Document& document, uint32_t token);
// Relations from one token up to where its path meets another's, and from there down to that: "obl", "nmod>obl", "<advcl".
struct Path {
  std::string up, down;
  uint32_t ups = 0, downs = 0, top = kNone;  // top: the last token below the meeting point on the first one's side
  bool met = false;
};
Path path(const Document& document, uint32_t from, uint32_t to);
std::string_view marker(const Document& document, uint32_t token);  // its preposition, "-" for none
// The line without a verb that heads the sentence in its paragraph: "Sousse, Tunisia, June 2015."; kNone.
uint32_t heading_line(const Document& document, uint32_t sentence);
std::vector<ParagraphMark> paragraphs_of(std::string_view text);  // of a plain text: an empty line parts them
// The token of the words in `span` whose head lies outside of them, a verb or noun first; kNone where there is none.
uint32_t head_of(const Document& document, Span span);
// Is the token between quotation marks? Reads marks from the start of its paragraph.
bool in_quotes(const Document& document, uint32_t token);

}  // namespace gesta::tree
