// What sorts of nouns are counted: people, things, and neither.
#pragma once
#include "language/language.h"

namespace gesta::counts {

bool is_person(const Document& document, uint32_t noun);
bool is_thing(const Document& document, uint32_t noun);  // no people, whatever is done to it
bool is_one(const Document& document, uint32_t noun);    // one person or thing that a name or a common noun tells: "a farmer", "a Briton"
std::string_view sort_of(const Document& document, uint32_t noun);

}  // namespace gesta::counts
