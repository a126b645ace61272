// Writes what the choice of antecedents sees: the input of train_antecedents.py.
//
// usage: antecedent_signs [--own] MODELS FILE...   > ROWS
// FILE   chains as in OntoGUM (gesta eval coref)
// ROWS   a line for each mention that is weighed: its file, its form, then for each choice, apart by tabs, 1 or 0 (it is right) and the numbers of
// its signs While a text is read its mentions are linked as the gold has them, with --own as the weights say. Target `antecedent_signs` of a release
// build; a tool of training, no part of the program.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "language/antecedents.h"
#include "language/gold.h"

using namespace gesta;

namespace {

std::string bytes_of(const char* path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

uint64_t key(const std::vector<Token>& tokens, uint32_t first, uint32_t last) {
  return uint64_t{tokens[first].span.begin} << 32 | tokens[last - 1].span.end;
}

void write(const GoldText& gold, const LanguageReader& reader, const WordVectors& words, bool own, const char* path) {
  std::vector<ParagraphMark> marks;
  for (const Sentence& sentence : gold.document.sentences) marks.push_back({sentence.span, false});
  if (marks.empty()) marks.push_back({{0, static_cast<uint32_t>(gold.text.size())}, false});
  Document document = reader.read(gold.text, marks);
  std::map<uint64_t, std::string_view> labels;
  for (const GoldSpan& span : gold.spans) labels.emplace(key(gold.document.tokens, span.first, span.last), span.label);
  const std::vector<Extent> phrases = phrases_of(document);
  std::vector<std::string_view> label(document.mentions.size());
  for (size_t m = 0; m < phrases.size(); ++m)
    if (phrases[m].first < phrases[m].last)
      if (const auto found = labels.find(key(document.tokens, phrases[m].first, phrases[m].last)); found != labels.end()) label[m] = found->second;
  link_mentions(document, words, [&](const Options& options) {
    const std::string_view mine = label[options.mention];
    size_t right = 0;
    std::ostringstream row;
    for (size_t k = 1; k < options.signs.size(); ++k) {
      bool same = false;
      for (const uint32_t m : options.groups[k - 1]->mentions) same |= m < options.mention && !mine.empty() && label[m] == mine;
      if (same && right == 0) right = k;
      row << '\t' << same;
      for (const uint16_t sign : options.signs[k]) row << ' ' << sign;
    }
    std::cout << path << '\t' << options.form << '\t' << (right == 0);
    for (const uint16_t sign : options.signs[0]) std::cout << ' ' << sign;
    std::cout << row.str() << '\n';
    return own ? choose_by_weights(options) : right;
  });
}

}  // namespace

int main(int count, char** arguments) {
  const bool own = count > 1 && std::string_view(arguments[1]) == "--own";
  if (count < 3 + own) return std::fputs("usage: antecedent_signs [--own] MODELS FILE...\n", stderr), 2;
  try {
    const std::string models = arguments[1 + own];
    const LanguageReader reader = LanguageReader::load(models);
    const WordVectors words = WordVectors::load(models + "/words.gmdl");
    for (int k = 2 + own; k < count; ++k) {
      const std::string bytes = bytes_of(arguments[k]);
      for (const GoldText& gold : read_chains(bytes, arguments[k])) write(gold, reader, words, own, arguments[k]);
    }
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "antecedent_signs: %s\n", error.what()), 2;
  }
}
