// The figures that may be a count of an event, kind by kind, with the signs that counts_weights.inc weighs (learnt by training/train_choice.py).
#pragma once
#include <string>
#include <vector>

#include "events/counts_figures.h"
#include "events/fields.h"
#include "events/signs.h"

namespace gesta {

struct CountChoice {
  std::string what;
  double value = 0;  // 0: not told
  Span span;
  Signs signs;
  bool counted = false;  // the text counts just this kind with it
};

// For the event sites[own] among those of its text: one list a kind that its type allows and the text has figures for; the first choice is "not
// told".
std::vector<std::vector<CountChoice>> count_choices(const Document& document, std::span<const EventSite> sites, size_t own, Status status,
                                                    std::span<const TimeExpression> times, bool named = false);

}  // namespace gesta
