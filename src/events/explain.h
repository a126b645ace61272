// Why an event was coded: its sentence, the frames of the sentence, the entries and weights that decided, the row of the table.
#pragma once
#include <string>

#include "events/events.h"

namespace gesta {

std::string explain(const Document& document, const Knowledge& knowledge, const Report& report);

}  // namespace gesta
