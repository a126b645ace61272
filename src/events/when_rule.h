// When an event took place by rules alone: takes its clause and those that its sentence ties it to, gives the expression that dates it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "events/fields.h"

namespace gesta {

std::optional<When> rule_when(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site,
                              Status status);
// The index of the expression of the occasion ("during his visit, which took place in June"), where the event's own clause has none; kNone.
uint32_t rule_occasion(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site,
                       Status status);

}  // namespace gesta
