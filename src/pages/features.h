// What the block chooser looks at: one row of numbers per block, about the block itself, the elements around it, its neighbours, blocks of the same
// shape (tag and class path), its place relative to the most probable article element, and hints of the page (title, JSON-LD body).
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pages/blocks.h"

namespace gesta {

constexpr size_t kFeatures = 105;
using FeatureRow = std::array<float, kFeatures>;

struct Hints {
  std::string title;        // from the head
  std::string body;         // JSON-LD articleBody, empty when there is none
  std::string description;  // meta description
};

struct Shape {
  std::vector<FeatureRow> rows;
  std::vector<uint32_t> parents, shapes;  // of each block: numbers of the element that holds it and of its tag and class path
  uint32_t container = 0;                 // the most probable article element
  uint32_t core = 0;                      // deepest element that holds three quarters of the prose
  double prose = 0;                       // words of prose on the page
};

Shape describe(const PageTree& tree, const Blocks& blocks, const Hints& hints);

}  // namespace gesta
