// Word lists of the place reader: titles that make a name a person's, words that are never places by themselves, common nouns of places.
#pragma once
#include <string_view>

namespace gesta {

bool is_title(std::string_view form);              // "President", "Mr."
bool is_never_place(std::string_view form);        // months, weekdays, words that some hamlet bears
bool is_generic_place(std::string_view lemma);     // "village", "camp"
bool is_spot_word(std::string_view form);          // "Square", "airport"
bool is_region_word(std::string_view lemma);       // "province", "state"
bool is_place_preposition(std::string_view form);  // "in", "near"

}  // namespace gesta
