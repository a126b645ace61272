// Does the clause around a token look forward ("will meet on Thursday", "is due to", "agreed to meet")? Tense decides the side of the day
// of writing on which a bare weekday or month lies.
#pragma once
#include "language/language.h"

namespace gesta {

// Is the clause of the token told in the present ("has until Monday")?
bool is_present(const Document& document, uint32_t token);
// Do the words hang from a verb of the present ("the treaty comes into force on May 21")?
bool is_fixture(const Document& document, uint32_t first, uint32_t last);
bool looks_forward(const Document& document, uint32_t token);
bool verb_looks_forward(const Document& document, uint32_t verb);

// "a strike planned for April"
bool is_planned_for(const Document& document, uint32_t first, uint32_t last);
// "put off until Friday"
bool is_put_off(const Document& document, uint32_t token);

// "called for nationwide protests on Friday": the day of what is to come, where the noun stands beside it.
bool is_called_for(const Document& document, uint32_t time);

// "the heaviest exchange since 2014", "its first test in five months": do the words before "since" or "in" hold the deed against others?
bool compares(const Document& document, uint32_t link);

}  // namespace gesta
