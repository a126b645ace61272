// Scores against gold. CoNLL-U, one line each: tags and trees on gold tokens, then tokens and sentences of the raw text. LAS compares the
// universal part of the relation, words are paired by their bytes without white space, as in the CoNLL 2018 shared task.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language.h"

namespace gesta {

struct SyntaxScores {
  double upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;      // percent of gold words, gold tokens
  double words = 0, sentences = 0, raw_upos = 0, raw_las = 0;  // F1, raw text, paragraphs given
  double words_per_second = 0;                                 // tagging and parsing gold tokens, by processor time
  size_t gold_words = 0;
};

SyntaxScores score_syntax(const LanguageReader& reader, std::string_view gold_conllu);
std::string evaluate_syntax(const LanguageReader& reader, std::string_view gold_conllu);

// Names with exact span and kind against BIO tags (gold.h), kinds of CrossNER joined as in training/train_entities.py. `details`, when given, gets a
// line for each that was missed or wrong. SetupError names path and line of a gold file that is none.
std::string evaluate_entities(const LanguageReader& reader, std::string_view bio, const std::string& path, std::string* details);
// Chains against OntoGUM files (path, bytes): MUC, B-cubed, CEAF-e (coref_scores.h) on the text rebuilt from the tokens, spans by bytes. Chains of
// one are left out.
std::string evaluate_coref(const LanguageReader& reader, const std::vector<std::pair<std::string, std::string>>& files, std::string* details);

}  // namespace gesta
