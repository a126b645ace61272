// What speaks for a time expression dating an event, as named signs; and what speaks for the text not telling. The weights of when_weights.inc are
// learnt over these (training/train_choice.py), so the names are an agreement between the two.
#pragma once
#include <string>
#include <vector>

#include "events/when_choices.h"
#include "events/when_event.h"

namespace gesta {

Signs time_signs(const WhenEvent& event, uint32_t time);
// Of the interval of a choice: how it came from the expression, and where that lay (past, today, to come).
void add_shape_signs(const WhenEvent& event, uint32_t time, const std::string& shape, const std::string& bearing, WhenChoice& choice);
// Of days that are counted up to the day of writing ("in the 19th day of a fast"); `unit` is the word "day".
void add_counted_signs(const WhenEvent& event, uint32_t unit, int days, Signs& out);
Signs none_signs(const WhenEvent& event, const std::vector<WhenChoice>& choices);

}  // namespace gesta
