// The closed lists that data files are checked against: sectors (CAMEO 1.1b3 and PLOVER 2021), kinds of actors, kinds of senses, parts of speech.
#pragma once
#include <algorithm>
#include <array>
#include <string_view>

#include "base/lists.h"

namespace gesta {

inline constexpr std::array<std::string_view, 29> kSectors{"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "UAF", "CRM",
                                                           "CVL", "MED", "NGO", "IGO", "BUS", "LAB", "EDU", "REL", "REF", "SPY",
                                                           "ELI", "MNC", "AGR", "HLH", "ENV", "DEV", "HRI", "SET", "UIS"};
inline constexpr std::array<std::string_view, 15> kActorKinds{"state", "people", "capital", "seat", "person",  "office", "organ", "ship",
                                                              "group", "party",  "igo",     "ngo",  "company", "outlet", "place"};
inline constexpr std::array<std::string_view, 11> kSenseKinds{"event",       "act",       "matter", "light",   "report", "aspect",
                                                              "implicative", "causative", "desire", "factive", "none"};
inline constexpr std::array<std::string_view, 5> kPos{"v", "n", "a", "r", "p"};

}  // namespace gesta
