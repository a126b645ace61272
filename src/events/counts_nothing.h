// Numbers that count nobody: ages, names, parts of a sum, shares, hours.
#pragma once
#include "events/counts_numbers.h"

namespace gesta::counts {

bool is_age(const Document& document, uint32_t first, const Number& number);
bool is_label(const Document& document, uint32_t first);
bool is_share(const Document& document, uint32_t first, const Number& number);
bool is_hour(const Document& document, uint32_t first, const Number& number);
bool is_best(const Document& document, uint32_t first, const Number& number);  // "one of the largest malls"
// Some of those counted: `noun` is what the number at `first` counts.
bool is_part(const Document& document, uint32_t first, uint32_t noun);

}  // namespace gesta::counts
