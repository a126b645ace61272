// Sums of money: a number beside a currency.
#pragma once
#include <cstdint>

#include "events/counts_numbers.h"
#include "language/language.h"

namespace gesta::counts {

// "$3 million", "Rs 10 lakh", "two million Australian dollars", "15-million-euro".
bool is_money(const Document& document, uint32_t first, const Number& number);

}  // namespace gesta::counts
