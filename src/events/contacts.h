// Contacts and cooperation that words tell in passing.
#pragma once
#include <vector>

#include "events/composition.h"
#include "events/events.h"
#include "events/parties.h"
#include "events/tree.h"

namespace gesta {

// Adds them, without their fields; `reports` in the order of the text.
void add_contacts(const Tree& tree, const PartyReader& parties, const Composer& composer, std::vector<Report>& reports);

}  // namespace gesta
