// The names of the closed sets of a report.
#include <array>

#include "events/events.h"

namespace gesta {

std::string_view name(Status status) {
  static constexpr std::array<std::string_view, 6> kNames = {"happened", "ongoing", "expected", "possible", "denied", "hypothetical"};
  return kNames[static_cast<size_t>(status)];
}

}  // namespace gesta
