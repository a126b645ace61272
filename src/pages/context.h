// What the first forest's probabilities look like around each block: of its neighbours, of the blocks beside it in its element, of those of its
// shape, of the section it stands in, and on the page as a whole.
#pragma once
#include <array>
#include <vector>

#include "pages/features.h"

namespace gesta {

constexpr size_t kContextFeatures = 29;
using ContextRow = std::array<float, kContextFeatures>;

std::vector<ContextRow> describe_context(const Blocks& blocks, const Shape& shape, const std::vector<float>& probability);

}  // namespace gesta
