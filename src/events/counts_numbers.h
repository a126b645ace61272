// Numbers in tokens: digits ("25,000", "1.2 million"), words ("twenty-two", "a hundred and five", "half a million"), ranges and vague
// amounts ("dozens", "several hundred"). One function; counts and time expressions share it.
#pragma once
#include <cstdint>
#include <optional>

#include "language/language.h"

namespace gesta {

struct Number {
  double value = 0;
  uint32_t last = 0;     // token after the last one
  bool vague = false;    // dozens, several, a few: the value is only an order of magnitude
  bool ordinal = false;  // third, 21st
};

// The longest number that starts at the token. `article`: also "a" and "an" as 1.
std::optional<Number> read_number(const Document& document, uint32_t token, bool article = false);

}  // namespace gesta
