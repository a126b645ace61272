// What is done to those who are counted: takes a noun, gives the kind of count (killed, injured, arrested, abducted, displaced, protesters) and the
// word that says so: "wounding four soldiers", "the deaths of six people", "shot three men dead". And which kinds suit the type of an event.
#pragma once
#include <string_view>
#include <vector>

#include "language/language.h"

namespace gesta::counts {

inline constexpr std::string_view kHurt[] = {"wounded", "injured", "hurt", "bleeding"};

std::string_view measure_of(std::string_view lemma);  // of a verb or noun by itself; empty: none

struct Governed {
  std::string_view what;  // empty: nothing is told
  uint32_t governor = kNone;
};
Governed govern(const Document& document, uint32_t noun);
// How it ends for whom the verb is done to: "death", shot in a "limb" or a "mortal part", "open" after "shot" alone; else empty.
std::string_view outcome(const Document& document, uint32_t word);
bool acts(const Document& document, uint32_t noun);  // it does it to others: "five gunmen killed ..."

std::vector<std::string_view> kinds_of(std::string_view type);
// The kind that an event of the type can have for what is told; empty when it cannot have it.
std::string_view suited(std::string_view type, std::string_view what);

}  // namespace gesta::counts
