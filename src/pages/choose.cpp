#include "pages/choose.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace gesta {
namespace {

struct TreeNode {
  int16_t feature;  // -1: leaf
  float value;      // threshold, or what the leaf adds
  uint16_t left, right;
};

#include "pages/forest.inc"

float grow(const FeatureRow& row) {
  float sum = kBase;
  for (const uint16_t root : kRoots) {
    const TreeNode* node = &kNodes[root];
    while (node->feature >= 0) node = &kNodes[row[static_cast<size_t>(node->feature)] <= node->value ? node->left : node->right];
    sum += node->value;
  }
  return 1 / (1 + std::exp(-sum));
}

constexpr float kKeep = 0.4f;  // chosen on hosts held out of training

// Menus and footers far from any prose need no forest.
bool hopeless(const Block& b, const FeatureRow& row) {
  return b.words < 12 && b.link_bytes * 10 >= b.text.size() * 9 && (b.in_nav || b.in_footer || row[22] == 0);
}

// "Subscribe for unlimited access": a line that is one link offers something; prose with a link in it is longer.
bool offer(const Block& b) {
  return (b.kind == BlockKind::text || b.kind == BlockKind::paragraph) && b.links == 1 && b.words < 12 && b.link_bytes * 10 >= b.text.size() * 9 &&
         !b.in_list && !b.in_table && !b.in_figure && !b.strong;
}

// "Read also", "Auch interessant:", "Kommentieren": the label of a box, left behind when its links are dropped.
bool box_label(const Block& b, std::string_view text) {
  const uint32_t labels = b.kind == BlockKind::heading ? kCommentsHead : kReadAlso | kSignUp | kAdvert | kShareLine | kCommentsHead | kCookieText;
  return b.words <= 5 && b.kind != BlockKind::item && (phrase_bits(text) & labels) != 0 &&
         std::string_view(".!\"").find(text.back()) == std::string_view::npos;
}

// When nothing reaches the bar: the prose of the most probable element.
void fall_back(const Blocks& blocks, const Shape& shape, Choice& choice) {
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& b = blocks.blocks[i];
    choice.keep[i] =
        choice.probability[i] > 0.1f || (shape.rows[i][22] > 0 && b.words >= 8 && b.link_bytes * 2 < b.text.size() && !b.in_nav && !b.in_footer);
  }
}

// A heading, or a short line that ends in a colon, with nothing behind it heads what was dropped.
void drop_last_heads(const Blocks& blocks, Choice& choice) {
  size_t kept = static_cast<size_t>(std::count(choice.keep.begin(), choice.keep.end(), true));
  for (size_t i = choice.keep.size(); i-- > 0 && kept >= 3;) {
    if (!choice.keep[i]) continue;
    const Block& b = blocks.blocks[i];
    if (b.kind != BlockKind::heading && (b.words > 12 || !blocks.of(b).ends_with(':'))) return;
    choice.keep[i] = false, --kept;
  }
}

bool any(const Choice& choice) { return std::find(choice.keep.begin(), choice.keep.end(), true) != choice.keep.end(); }

}  // namespace

Choice choose_blocks(const Blocks& blocks, const Shape& shape, const Hints&) {
  Choice choice;
  const size_t n = blocks.blocks.size();
  choice.probability.resize(n), choice.keep.resize(n);
  for (size_t i = 0; i < n; ++i) {
    choice.probability[i] = hopeless(blocks.blocks[i], shape.rows[i]) ? 0 : grow(shape.rows[i]);
    choice.keep[i] = choice.probability[i] > kKeep && !offer(blocks.blocks[i]) && !box_label(blocks.blocks[i], blocks.of(blocks.blocks[i]));
  }
  if (!any(choice)) fall_back(blocks, shape, choice);
  drop_last_heads(blocks, choice);
  choice.first = n;
  for (size_t i = 0; i < n; ++i)
    if (choice.keep[i]) choice.first = std::min(choice.first, i), choice.last = i + 1;
  return choice;
}

void write_features(const Blocks& blocks, const Shape& shape, std::ostream& out) {
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    for (const float value : shape.rows[i]) out << value << '\t';
    out << blocks.of(blocks.blocks[i]) << '\n';
  }
}

}  // namespace gesta
