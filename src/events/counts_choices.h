// The figures that may be a count of an event, kind by kind, with the signs that counts_weights.inc weighs (learnt by training/train_choice.py).
#pragma once
#include <string>
#include <vector>

#include "events/fields.h"

namespace gesta {

struct CountChoice {
  std::string what;
  double value = 0;  // 0: not told
  Span span;
  std::vector<std::string> signs;
};

// One list a kind that the event's type allows and the text has figures for; the first choice is "not told".
std::vector<std::vector<CountChoice>> count_choices(const Document& document, const EventSite& site);

}  // namespace gesta
