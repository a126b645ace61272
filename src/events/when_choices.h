// When an event may have taken place: takes the events of a text and its time expressions, gives the choices, each an interval with the signs for it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "events/signs.h"
#include "events/when_event.h"

namespace gesta {

struct WhenChoice {
  uint32_t time = kNone;   // index into the times; kNone: the text does not tell, or tells by the words of `span`
  std::string start, end;  // what the event's interval would be
  Signs signs;             // see when_signs.h
  Span span;
};

// `rule`: what the rules alone find.
// The choices of one of the events, that of none first.
std::vector<WhenChoice> when_choices(const DatedEvents& events, size_t event, const std::optional<When>& rule);

}  // namespace gesta
