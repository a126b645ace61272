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

// Is the last of that many days one of something else: "killed twelve on Sunday, the second day of an offensive"?
bool is_day_of_another(const Document& document, const EventSite& site, int days);
// "Kept it closed for a tenth day on Monday": 10, where that day is told in the event's own clause; else 0.
int nth_day(const Document& document, const EventSite& site, const TimeExpression& day);
bool is_counted_on(const Document& document, const TimeExpression& day);  // ... whatever goes on till then
// "freed on Friday six men whom a gang had held since Wednesday": the day of the sentence that comes after `start`, up to which it had lasted; empty.
std::string lasted_to(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site, uint32_t since,
                      const std::string& published);

}  // namespace gesta
