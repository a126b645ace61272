// UD features that follow from tag, form and tree: number, tense, verb form, voice, mood, person, polarity, degree. Written from the guidelines of
// UD English; features that would need a dictionary are left out.
#pragma once
#include "language/language.h"

namespace gesta {

// Of token i of a parsed document; the view lives as long as the program.
std::string_view feats_of(const Document& document, uint32_t i);

}  // namespace gesta
