// All attributions of a text, attitudes too, as head tokens: who, and the word that says so.
#pragma once
#include <vector>

#include "language/language.h"

namespace gesta {

struct Attribution {
  uint32_t source = kNone, cue = kNone;
};
std::vector<Attribution> read_attributions(const Document& document);

}  // namespace gesta
