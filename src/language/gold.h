// Gold files of names and chains: bytes in, documents with their tokens out. A line that is not of the format is a SetupError that names file and
// line. Text is rebuilt from the tokens, without the blanks before closing signs.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace gesta {

struct GoldSpan {
  uint32_t first = 0, last = 0;  // tokens, half open
  std::string_view label;        // kind of a name, number of a chain
};

struct GoldText {
  std::string text;
  Document document;  // tokens; sentences where the file has them
  std::vector<GoldSpan> spans;
};

// Lines "token<TAB>B-PER", an empty line behind each sentence. A line "-DOCSTART-" starts a text; without any each sentence is a text of its own.
std::vector<GoldText> read_bio(std::string_view bytes, const std::string& path);
// OntoGUM, the last columns of CoNLL-2012: "# begin document", lines "number<TAB>token<TAB>(3", "# end document".
std::vector<GoldText> read_chains(std::string_view bytes, const std::string& path);

}  // namespace gesta
