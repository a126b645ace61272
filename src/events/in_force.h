// Events that words tell in passing, beside the one that they are about.
#pragma once
#include <vector>

#include "events/composition.h"
#include "events/events.h"
#include "events/parties.h"
#include "events/tree.h"

namespace gesta {

// The measure whose lifting is only spoken of ("must scrap its embargo on seafood"): whose it is and on whom stands in its own words, and it is in
// force. The token of what would lift it; kNone where it is none, or lifted.
uint32_t spoken_of_lifting(const Tree& tree, const Knowledge& knowledge, uint32_t measure);

// Adds them, without their fields; `reports` in the order of the text. Their head tokens.
std::vector<uint32_t> add_measures_in_force(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const Composer& composer,
                                            std::vector<Report>& reports);

}  // namespace gesta
