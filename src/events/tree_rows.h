// Trees written by hand, for tests.
#pragma once
#include <sstream>
#include <string>
#include <vector>

namespace gesta {

// "Police/police/NOUN/NNS/2/nsubj ..." (form lemma upos xpos head deprel) to CoNLL-U.
inline std::string conllu_of(const std::string& row) {
  std::istringstream words(row);
  std::string out, word;
  for (int id = 1; words >> word; ++id) {
    std::vector<std::string> parts;
    std::istringstream fields(word);
    for (std::string part; std::getline(fields, part, '/');) parts.push_back(part);
    out += std::to_string(id) + "\t" + parts[0] + "\t" + parts[1] + "\t" + parts[2] + "\t" + parts[3] + "\t_\t" + parts[4] + "\t" + parts[5] +
           "\t_\t_\n";
  }
  return out + "\n";
}

}  // namespace gesta
