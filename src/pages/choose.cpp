#include "pages/choose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <ostream>
#include <span>

#include "pages/context.h"
#include "pages/forest.h"
#include "pages/openings.h"

namespace gesta {
namespace {

#include "pages/forest.inc"

constexpr float kBarShare = 0.9f;  // chosen on hosts held out of training

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

// The first forest looks at each block for itself, the second also at what the first says of the blocks around; the mean of their log odds is better
// than either. The second has never saved a block of which the first is so sure that it is none.
constexpr float kSurelyNot = 0.03f;

// Log odds of the blocks named, by rows that `row_of` gives.
template <class RowOf>
void grow(const Forest& forest, std::span<const size_t> asked, const RowOf& row_of, std::vector<float>& log_odds) {
  for (size_t begin = 0; begin < asked.size(); begin += Forest::kTogether) {
    const auto some = asked.subspan(begin, std::min(Forest::kTogether, asked.size() - begin));
    std::array<const float*, Forest::kTogether> rows;
    std::array<float, Forest::kTogether> said;
    for (size_t k = 0; k < some.size(); ++k) rows[k] = row_of(some[k], k);
    forest.grow({rows.data(), some.size()}, {said.data(), some.size()});
    for (size_t k = 0; k < some.size(); ++k) log_odds[some[k]] = said[k];
  }
}

std::vector<float> probabilities(const Blocks& blocks, const Shape& shape) {
  static const Forest first(kFirstRoots, kFirstNodes), second(kSecondRoots, kSecondNodes);
  const size_t n = blocks.blocks.size();
  std::vector<float> log_odds(n), again(n), probability(n);
  std::vector<size_t> asked;
  for (size_t i = 0; i < n; ++i)
    if (!hopeless(blocks.blocks[i], shape.rows[i])) asked.push_back(i);
  grow(first, asked, [&](size_t i, size_t) { return shape.rows[i].data(); }, log_odds);
  for (const size_t i : asked) probability[i] = probability_of(log_odds[i]);
  const std::vector<ContextRow> around = describe_context(blocks, shape, probability);
  std::erase_if(asked, [&](size_t i) { return probability[i] < kSurelyNot; });
  std::array<std::array<float, kFeatures + kContextFeatures>, Forest::kTogether> rows;
  const auto row_of = [&](size_t i, size_t k) {
    std::copy(around[i].begin(), around[i].end(), std::copy(shape.rows[i].begin(), shape.rows[i].end(), rows[k].begin()));
    return rows[k].data();
  };
  grow(second, asked, row_of, again);
  for (const size_t i : asked) probability[i] = probability_of((log_odds[i] + again[i]) / 2);
  return probability;
}

// Half of the best F1 that the page lets expect: what is more probable than that raises it (Lipton, Elkan and Narayanaswamy 2014).
float bar_of(const Blocks& blocks, const std::vector<float>& probability) {
  std::vector<std::pair<float, float>> ranked;  // probability, words
  float wanted = 0;
  for (size_t i = 0; i < probability.size(); ++i) {
    ranked.emplace_back(probability[i], static_cast<float>(std::min<uint32_t>(blocks.blocks[i].words, 400)));
    wanted += ranked.back().first * ranked.back().second;
  }
  std::sort(ranked.begin(), ranked.end(), std::greater<>());
  float best = 0, found = 0, kept = 0;
  for (const auto& [p, words] : ranked) {
    found += p * words, kept += words;
    best = std::max(best, 2 * found / (kept + wanted));
  }
  return best / 2;
}

}  // namespace

Choice choose_blocks(const Blocks& blocks, const Shape& shape) {
  Choice choice;
  const size_t n = blocks.blocks.size();
  choice.probability = probabilities(blocks, shape), choice.keep.resize(n);
  const float bar = kBarShare * bar_of(blocks, choice.probability);
  for (size_t i = 0; i < n; ++i) {
    const Block& block = blocks.blocks[i];
    choice.keep[i] = choice.probability[i] > bar && !offer(block) && !box_label(block, blocks.of(block));
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
    out << shape.parents[i] << '\t' << shape.shapes[i] << '\t';
    out << blocks.of(blocks.blocks[i]) << '\n';
  }
}

}  // namespace gesta
