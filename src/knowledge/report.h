// What the knowledge says, as text for people: the answers of `gesta actors NAME --on DATE` and `gesta lexicon check FILE`.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "knowledge/knowledge.h"

namespace gesta {

// Every actor that bears the name, which of them the coder takes on that day and why; the country of an adjective, the sector of an agent.
// "unknown" and a hint when nothing bears it.
std::string describe_actor(const Knowledge& knowledge, std::string_view name, std::optional<Date> on);

// Checks one file of any text form: actor file, lexicon, agents, classes, ontology, countries, outlets or a PETRARCH dictionary (the form is told
// from the content). `faults` is the number of broken lines; the text lists them as file:line:column: reason, then what the file holds.
struct Check {
  std::string text;
  size_t faults = 0;
};
Check check_lexicon(const Knowledge& knowledge, const std::string& file);

}  // namespace gesta
