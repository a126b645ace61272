// What speaks for each status of an event, as named signs. The weights of status_weights.inc are learnt over these (training/train_choice.py), so the
// names are an agreement between the two.
#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "events/fields.h"
#include "events/signs.h"

namespace gesta {

constexpr std::array<Status, 6> kStatuses = {Status::happened, Status::ongoing, Status::expected,
                                             Status::possible, Status::denied,  Status::hypothetical};

// What the rules of status.cpp alone say.
Status rule_status(const Document& document, const Knowledge& knowledge, const EventSite& site);
Signs status_signs(const Document& document, const EventSite& site, Status rule, std::span<const Said> said_by, bool named = false);

}  // namespace gesta
