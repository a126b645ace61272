// Does the clause around a token look forward ("will meet on Thursday", "is due to", "agreed to meet")? Tense decides the side of the day
// of writing on which a bare weekday or month lies.
#pragma once
#include "language/language.h"

namespace gesta {

bool looks_forward(const Document& document, uint32_t token);
bool verb_looks_forward(const Document& document, uint32_t verb);

}  // namespace gesta
