// Events by the verb patterns of the user's dictionaries (knowledge/verb_patterns.h), matched over our own trees. Words of a pattern are sought, in
// their order, before the verb among the words of its clause and of those that govern it, and behind it among all that hang from it. Parties are
// those that the pattern places; else the subject, and the first coded phrase behind the verb; a passive with "by" turns them round.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "events/coded_phrases.h"
#include "events/tree.h"

namespace gesta {

struct PatternEvent {
  uint32_t verb = kNone;
  std::vector<uint32_t> tokens;  // the verb and the words of the pattern
  const Code* code = nullptr;    // nullptr: the pattern says that this is no event
  bool placed = false;           // the pattern says who is source or target
  bool answer = false;           // the second event of a pair of codes, or of "% and %"
  std::vector<Party> source, target;
  std::string where;  // file:line
};

std::vector<PatternEvent> match_patterns(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, std::optional<Date> published);

}  // namespace gesta
