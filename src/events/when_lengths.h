// How long what an event is lasts, where its noun is told with its length: "opened a two-day summit on Monday", "five days of talks broke up on
// Sunday", "fell on Sunday after two days of fighting".
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "events/fields.h"

namespace gesta {

struct DaysHeld {
  std::string first, last;
};

// The event's days, if `day` (2017-03-05) is told as that on which it begins or ends.
std::optional<DaysHeld> days_held(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site, const std::string& day);

}  // namespace gesta
