// Which blocks are the article. A small forest of decision trees (forest.h; trained on marked news pages, training/train_pages.py) gives each block a
// probability; the probabilities of its neighbours count a little; what is left between kept paragraphs is closed up.
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

Choice choose_blocks(const Blocks& blocks, const Shape& shape, const Hints& hints);
// For training: one line a block, its features and its text, separated by tabs.
void write_features(const Blocks& blocks, const Shape& shape, std::ostream& out);

}  // namespace gesta
