#include "pages/choose.h"

#include <ostream>

#include "pages/signals.h"

namespace gesta {
namespace {

constexpr uint32_t kOut = kCommentWord | kAsideWord | kNavWord | kFooterWord | kShareWord | kRelatedWord | kPromoWord | kNewsletterWord |
                          kCookieWord | kHidden | kAuthorBox | kTagsWord;

float rule_probability(const Block& b, const FeatureRow& row) {
  const bool inside = row[22] > 0;
  if (!inside || b.in_nav || b.in_footer || b.in_aside || b.in_figure) return 0;
  if (b.near & (kOut | kCaptionWord | kDateWord | kBylineWord)) return 0;
  if (b.link_bytes * 2 > b.text.size()) return 0;
  if (b.kind == BlockKind::heading) return b.level > 1 ? 0.6f : 0.f;
  return b.words >= 8 || b.kind == BlockKind::paragraph ? 0.9f : 0.2f;
}

}  // namespace

Choice choose_blocks(const Blocks& blocks, const Shape& shape, const Hints&) {
  Choice choice;
  const size_t n = blocks.blocks.size();
  choice.probability.resize(n), choice.keep.resize(n);
  choice.first = n;
  for (size_t i = 0; i < n; ++i) {
    choice.probability[i] = rule_probability(blocks.blocks[i], shape.rows[i]);
    choice.keep[i] = choice.probability[i] > 0.5f;
    if (choice.keep[i]) choice.first = std::min(choice.first, i), choice.last = i + 1;
  }
  return choice;
}

void write_features(const Blocks& blocks, const Shape& shape, std::ostream& out) {
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    for (const float value : shape.rows[i]) out << value << '\t';
    out << blocks.of(blocks.blocks[i]) << '\n';
  }
}

}  // namespace gesta
