#include "language/eval.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>

namespace gesta {
namespace {

// A word by the number of its first and last byte that is no space, and its place among words that share them.
struct Place {
  uint32_t begin = 0, end = 0, inner = 0;
  auto operator<=>(const Place&) const = default;
};

std::vector<uint32_t> solid_before(std::string_view text) {
  std::vector<uint32_t> out(text.size() + 1, 0);
  for (size_t i = 0; i < text.size(); ++i) out[i + 1] = out[i] + (text[i] != ' ' && text[i] != '\n');
  return out;
}

// Words of a multiword token take its span, in order.
std::vector<Place> places(const Document& document) {
  const std::vector<uint32_t> solid = solid_before(document.text);
  std::vector<Place> out;
  for (size_t i = 0; i < document.tokens.size();) {
    const size_t n = std::max<size_t>(1, document.tokens[i].multiword);
    const uint32_t begin = solid[document.tokens[i].span.begin], end = solid[document.tokens[std::min(i + n, document.tokens.size()) - 1].span.end];
    for (size_t k = 0; k < n && i < document.tokens.size(); ++k, ++i) out.push_back({begin, end, static_cast<uint32_t>(k)});
  }
  return out;
}

std::vector<std::pair<uint32_t, uint32_t>> sentence_places(const Document& document) {
  const std::vector<uint32_t> solid = solid_before(document.text);
  std::vector<std::pair<uint32_t, uint32_t>> out;
  for (const Sentence& sentence : document.sentences) out.emplace_back(solid[sentence.span.begin], solid[sentence.span.end]);
  return out;
}

double percent(size_t hit, size_t all) { return all == 0 ? 0 : 100.0 * static_cast<double>(hit) / static_cast<double>(all); }
double f1(size_t hit, size_t gold, size_t system) { return percent(2 * hit, gold + system); }

void score_gold_tokens(const Document& gold, const Document& system, SyntaxScores& scores) {
  size_t upos = 0, xpos = 0, lemma = 0, uas = 0, las = 0;
  for (size_t i = 0; i < gold.tokens.size(); ++i) {
    const Token &a = gold.tokens[i], &b = system.tokens[i];
    upos += a.upos == b.upos, xpos += a.xpos == b.xpos, lemma += a.lemma == b.lemma || a.lemma.empty();
    uas += a.head == b.head, las += a.head == b.head && base(a.deprel) == base(b.deprel);
  }
  const size_t n = gold.tokens.size();
  scores.upos = percent(upos, n), scores.xpos = percent(xpos, n), scores.lemma = percent(lemma, n);
  scores.uas = percent(uas, n), scores.las = percent(las, n), scores.gold_words = n;
}

void score_raw(const Document& gold, const Document& system, SyntaxScores& scores) {
  const std::vector<Place> gold_places = places(gold), system_places = places(system);
  std::map<Place, uint32_t> index;
  for (uint32_t i = 0; i < gold_places.size(); ++i) index[gold_places[i]] = i;
  std::vector<uint32_t> to_gold(system.tokens.size(), kNone - 1);
  for (uint32_t i = 0; i < system_places.size(); ++i)
    if (const auto found = index.find(system_places[i]); found != index.end()) to_gold[i] = found->second;
  size_t pairs = 0, upos = 0, las = 0;
  for (uint32_t i = 0; i < system.tokens.size(); ++i) {
    if (to_gold[i] == kNone - 1) continue;
    const Token &a = gold.tokens[to_gold[i]], &b = system.tokens[i];
    const uint32_t head = b.head == kNone ? kNone : to_gold[b.head];
    ++pairs, upos += a.upos == b.upos, las += head == a.head && base(a.deprel) == base(b.deprel);
  }
  const size_t g = gold.tokens.size(), s = system.tokens.size();
  scores.words = f1(pairs, g, s), scores.raw_upos = f1(upos, g, s), scores.raw_las = f1(las, g, s);
  const auto a = sentence_places(gold), b = sentence_places(system);
  std::vector<std::pair<uint32_t, uint32_t>> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  scores.sentences = f1(both.size(), a.size(), b.size());
}

std::vector<ParagraphMark> paragraphs_of(const Document& document) {
  std::vector<ParagraphMark> out;
  for (const Sentence& sentence : document.sentences) {
    if (out.size() <= sentence.paragraph) out.push_back({sentence.span, false});
    out.back().span.end = sentence.span.end;
  }
  return out;
}

}  // namespace

SyntaxScores score_syntax(const LanguageReader& reader, std::string_view gold_conllu) {
  SyntaxScores scores;
  std::string gold_text, text;
  const Document gold = from_conllu(gold_conllu, gold_text);
  Document system = from_conllu(gold_conllu, text);
  const std::clock_t begin = std::clock();
  reader.parse(system);
  const double spent = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  scores.words_per_second = static_cast<double>(gold.tokens.size()) / spent;
  score_gold_tokens(gold, system, scores);
  score_raw(gold, reader.read(gold_text, paragraphs_of(gold)), scores);
  return scores;
}

std::string evaluate_syntax(const LanguageReader& reader, std::string_view gold_conllu) {
  const SyntaxScores s = score_syntax(reader, gold_conllu);
  char line[400];
  std::snprintf(line, sizeof(line),
                "gold tokens  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f  (%zu words, %.0f words/s)\n"
                "raw text     words %.2f  sentences %.2f  UPOS %.2f  LAS %.2f\n",
                s.upos, s.xpos, s.lemma, s.uas, s.las, s.gold_words, s.words_per_second, s.words, s.sentences, s.raw_upos, s.raw_las);
  return line;
}

}  // namespace gesta
