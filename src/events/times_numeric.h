// Dates in figures ("22/04", "2016-08-05", "05-Aug-2016", "Dec/2018", "20161016", "Q1 2019") and years in words ("nineteen ninety-six").
#pragma once
#include <optional>

#include "events/times_raw.h"

namespace gesta {

// The date that starts at the token. Day and month in the American order, the other one where only that gives a date. `led` says that the words
// before make a bare "5/12" a date and no fraction.
std::optional<RawTime> read_numeric_date(const Document& document, uint32_t token, bool led);

struct SpelledYear {
  int year = 0;
  uint32_t last = 0;  // token after
};
std::optional<SpelledYear> read_spelled_year(const Document& document, uint32_t token);

}  // namespace gesta
