#include "events/signs.h"

#include <array>

namespace gesta {
namespace {

constexpr int kLeast = -10, kMost = 16;

}  // namespace

std::string_view small_number(int number) {
  static const auto kNames = [] {
    std::array<std::string, kMost - kLeast + 1> names;
    for (int i = kLeast; i <= kMost; ++i) names[static_cast<size_t>(i - kLeast)] = std::to_string(i);
    return names;
  }();
  return kNames[static_cast<size_t>(std::clamp(number, kLeast, kMost) - kLeast)];
}

std::string_view up_to(size_t count, size_t most) { return small_number(static_cast<int>(std::min(count, most))); }

}  // namespace gesta
