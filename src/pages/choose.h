// Which blocks are the article. Two forests of decision trees (forest.inc; trained on marked news pages, training/train_pages.py): the first gives
// each block a probability, the second another in the light of those around it (context.h). How probable a block must be depends on how sure the page
// is.
#pragma once
#include <iosfwd>
#include <vector>

#include "pages/features.h"

namespace gesta {

struct Choice {
  std::vector<float> probability;
  std::vector<bool> keep;
  size_t first = 0, last = 0;  // kept blocks lie in [first, last)
};

Choice choose_blocks(const Blocks& blocks, const Shape& shape);
// For training: one line a block, its features, the numbers of its element and shape, and its text, separated by tabs.
void write_features(const Blocks& blocks, const Shape& shape, std::ostream& out);

}  // namespace gesta
