// How far a text commits itself to one of its predicates, whatever it tells of: it happened or is happening, it did not (denied, planned, wished,
// ruled, general), or readers would differ. Weights learnt from UDS It Happened (training/train_factuality.py) over the signs below.
#pragma once
#include <string>
#include <vector>

#include "language/language.h"

namespace gesta {

enum class Commitment : uint8_t { happened, not_happened, uncertain };

// The reading by grammar alone: '+' it happened, '-' it did not, 'o' the sentence leaves it open.
char implied(const Document& document, uint32_t predicate);
std::vector<std::string> factuality_signs(const Document& document, uint32_t predicate);
Commitment read_factuality(const Document& document, uint32_t predicate);

}  // namespace gesta
