// Who speaks by the order of the words, where the tree hangs him from what stands before the comma.
#pragma once
#include "language/language.h"

namespace gesta {

struct Spoken {
  uint32_t who = kNone, verb = kNone;
};
// "..., residents and a local official said on Tuesday": behind the event.
Spoken spoken_behind(const Document& document, uint32_t event);
// "The tunnels, Netanyahu stipulated, will be blown up": before it.
Spoken spoken_before(const Document& document, uint32_t event);
// "..., said the Red Cross": whom an inverted verb of saying names; kNone where it is none.
uint32_t inverted_speaker(const Document& document, uint32_t verb);

bool semicolon_between(const Document& document, uint32_t from, uint32_t to);

}  // namespace gesta
