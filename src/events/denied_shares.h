// Events that are told by the denial of a share in them.
#pragma once
#include <vector>

#include "events/composition.h"
#include "events/events.h"
#include "events/parties.h"
#include "events/tree.h"

namespace gesta {

// `reports` in the order of the text.
void add_denied_shares(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const Composer& composer,
                       std::vector<Report>& reports);

}  // namespace gesta
