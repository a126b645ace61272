#include "language/feats.h"

#include <algorithm>

#include "base/utf8.h"

namespace gesta {
namespace {

struct Row {
  std::string_view key, feats;
};

constexpr Row kTags[] = {
    {"NN", "Number=Sing"},
    {"NNS", "Number=Plur"},
    {"NNP", "Number=Sing"},
    {"NNPS", "Number=Plur"},
    {"JJ", "Degree=Pos"},
    {"JJR", "Degree=Cmp"},
    {"JJS", "Degree=Sup"},
    {"RBR", "Degree=Cmp"},
    {"RBS", "Degree=Sup"},
    {"CD", "NumType=Card"},
    {"MD", "VerbForm=Fin"},
    {"VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"},
    {"VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin"},
    {"VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
};

constexpr Row kPronouns[] = {
    {"i", "Case=Nom|Number=Sing|Person=1|PronType=Prs"},
    {"me", "Case=Acc|Number=Sing|Person=1|PronType=Prs"},
    {"we", "Case=Nom|Number=Plur|Person=1|PronType=Prs"},
    {"us", "Case=Acc|Number=Plur|Person=1|PronType=Prs"},
    {"you", "Person=2|PronType=Prs"},
    {"he", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
    {"him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
    {"she", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
    {"it", "Gender=Neut|Number=Sing|Person=3|PronType=Prs"},
    {"they", "Case=Nom|Number=Plur|Person=3|PronType=Prs"},
    {"them", "Case=Acc|Number=Plur|Person=3|PronType=Prs"},
    {"himself", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
    {"herself", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
    {"itself", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
    {"themselves", "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes"},
    {"my", "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs"},
    {"our", "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs"},
    {"your", "Case=Gen|Person=2|Poss=Yes|PronType=Prs"},
    {"his", "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"its", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"their", "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"},
};

constexpr Row kDeterminers[] = {
    {"a", "Definite=Ind|PronType=Art"},    {"an", "Definite=Ind|PronType=Art"},
    {"the", "Definite=Def|PronType=Art"},  {"this", "Number=Sing|PronType=Dem"},
    {"that", "Number=Sing|PronType=Dem"},  {"these", "Number=Plur|PronType=Dem"},
    {"those", "Number=Plur|PronType=Dem"}, {"no", "PronType=Neg"},
};

template <size_t N>
std::string_view find(const Row (&rows)[N], std::string_view key) {
  const auto at = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return row.key == key; });
  return at == std::end(rows) ? std::string_view() : at->feats;
}

bool same_word(std::string_view form, std::string_view low) {
  return std::equal(form.begin(), form.end(), low.begin(), low.end(), [](char a, char b) { return ascii_lower(a) == b; });
}

template <size_t N>
std::string_view find_word(const Row (&rows)[N], std::string_view form) {
  const auto at = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return same_word(form, row.key); });
  return at == std::end(rows) ? std::string_view() : at->feats;
}

bool has_child(const Document& document, uint32_t i, Deprel relation) {
  return std::any_of(document.children[i].begin(), document.children[i].end(), [&](uint32_t k) { return document.tokens[k].deprel == relation; });
}

std::string_view base_form(const Document& document, uint32_t i) {
  const bool governed = has_child(document, i, Deprel::aux) || has_child(document, i, Deprel::mark) || document.tokens[i].upos == Upos::AUX;
  const Deprel relation = base(document.tokens[i].deprel);
  const bool clause = relation == Deprel::root || relation == Deprel::parataxis;
  if (!governed && clause && !has_child(document, i, Deprel::nsubj)) return "Mood=Imp|VerbForm=Fin";
  return "VerbForm=Inf";
}

std::string_view participle(const Document& document, uint32_t i) {
  const Deprel relation = document.tokens[i].deprel;
  const bool passive = has_child(document, i, Deprel::aux_pass) || has_child(document, i, Deprel::nsubj_pass) || relation == Deprel::amod ||
                       (relation == Deprel::acl && !has_child(document, i, Deprel::aux));
  return passive ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part";
}

}  // namespace

std::string_view feats_of(const Document& document, uint32_t i) {
  const Token& token = document.tokens[i];
  const std::string_view tag = token.xpos;
  if (tag == "VB") return base_form(document, i);
  if (tag == "VBN") return participle(document, i);
  if (tag == "VBG") return has_child(document, i, Deprel::aux) || token.upos == Upos::AUX ? "Tense=Pres|VerbForm=Part" : "VerbForm=Ger";
  if (tag == "PRP" || tag == "PRP$") {
    if (tag == "PRP$" && same_word(token.form, "her")) return "Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs";
    if (same_word(token.form, "her")) return "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs";
    return find_word(kPronouns, token.form);
  }
  if (tag == "DT") return find_word(kDeterminers, token.form);
  if (tag == "RB") return token.lemma == "not" || token.lemma == "n't" ? "Polarity=Neg" : std::string_view();
  return find(kTags, tag);
}

}  // namespace gesta
