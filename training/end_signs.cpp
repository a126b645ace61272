// Writes the signs of every place where a sentence could end: the input of train_sentence_ends.py.
//
// usage: end_signs < PARAGRAPHS > SIGNS
// PARAGRAPHS  a paragraph a line, its sentences set apart by tabs
// SIGNS       a line for each place: 1 or 0 (a sentence ends), then the numbers of the signs
// Target `end_signs` of a release build; a tool of training, no part of the program.
#include <iostream>
#include <set>
#include <string>

#include "language/sentence_ends.h"
#include "language/tokenizer.h"

using namespace gesta;

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::set<uint32_t> gold;
    for (size_t i = 0; i < line.size(); ++i)
      if (line[i] == '\t') line[i] = ' ', gold.insert(static_cast<uint32_t>(i));
    std::vector<Token> tokens;
    tokenize(line, {0, static_cast<uint32_t>(line.size())}, tokens);
    const auto last = static_cast<uint32_t>(tokens.size());
    const ParagraphSigns paragraph(tokens, 0, last, rule_ends(tokens, 0));
    std::vector<uint32_t> signs;
    for (uint32_t start = 0, end = 1; end < last; ++end) {
      if (!tokens[end - 1].space_after || !paragraph.may_end(end)) continue;
      const bool right = gold.count(tokens[end].span.begin - 1) > 0;
      paragraph.of(start, end, signs);
      std::cout << right;
      for (const uint32_t sign : signs) std::cout << ' ' << sign;
      std::cout << '\n';
      if (right) start = end;
    }
  }
}
