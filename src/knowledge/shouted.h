// Text in capitals throughout ("GUNMEN KILL 12 IN KABUL"), or with a capital for each word, as it would stand in a sentence, so that it is read like
// any other.
#pragma once
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace gesta {

// Three words and more, and hardly a small letter.
bool is_shouted(std::string_view text);
// Five words and more, of which the longer all begin with a capital: "Rebels Seize Key Town in Eastern Congo".
bool is_title_case(std::string_view text);
// The same bytes but for the case of letters: words of data/words.txt are small, but for those inside a longer name that we know and the first;
// abbreviations stay, all others keep their first capital.
std::string in_usual_case(std::string_view shouted, const Knowledge& knowledge);

}  // namespace gesta
