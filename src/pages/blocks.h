// The tree as a run of blocks: the text between two block borders (paragraph, heading, list item, cell, caption, two line breaks), with white space
// collapsed, its links counted, and the signals of the elements around it. Scripts, styles, controls and the head are left out.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "pages/pages.h"
#include "pages/tree.h"

namespace gesta {

struct Block {
  Span text;          // into Blocks::text
  uint32_t node = 0;  // innermost block element around it
  uint32_t last = 0;  // its last text node
  uint32_t link_bytes = 0;
  uint32_t links = 0;
  uint32_t words = 0;
  uint32_t near = 0;    // signals of the three innermost elements
  uint32_t around = 0;  // signals of all elements around it (body and html excluded)
  uint32_t list_links = 0;
  BlockKind kind = BlockKind::text;
  uint8_t level = 0;  // of a heading
  bool in_article = false, in_main = false, in_aside = false, in_nav = false, in_footer = false, in_header = false, in_form = false;
  bool in_figure = false, in_table = false, in_list = false, in_quote = false, strong = false, itemprop_body = false;
};

struct Blocks {
  std::string text;
  std::vector<Block> blocks;
  std::vector<std::pair<uint32_t, uint32_t>> places;  // (byte of text, byte of page), ascending in the first
  std::vector<uint32_t> signals;                      // of each node itself
  std::string_view of(const Block& block) const { return block.text.of(text); }
};

Blocks find_blocks(const PageTree& tree);

}  // namespace gesta
