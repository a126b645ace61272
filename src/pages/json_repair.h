// JSON as pages write it by hand: brought into a form that a strict reader takes, in one walk over the bytes.
#pragma once
#include <string>
#include <string_view>

namespace gesta {

// Leaves out comments, CDATA marks, commas before a closing bracket and what stands after the last value; quotes inside a string that do not end it
// and backslashes that open nothing known are set right; brackets left open are closed; several values one after another become a list.
std::string repaired_json(std::string_view text);

}  // namespace gesta
