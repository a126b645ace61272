#include "pages/forest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>

namespace gesta {
namespace {

// One lane a row.
constexpr size_t kLanes = 8, kVectors = Forest::kTogether / kLanes;
using Floats [[gnu::vector_size(kLanes * sizeof(float))]] = float;
using Masks [[gnu::vector_size(kLanes * sizeof(int32_t))]] = int32_t;
struct alignas(sizeof(Masks)) Struck {
  std::array<Masks, kVectors> rows;
};

}  // namespace

float probability_of(float log_odds) { return 1 / (1 + std::exp(-log_odds)); }

Forest::Forest(std::span<const uint16_t> roots, std::span<const TreeNode> nodes) : leaves_(roots.size() * kLeaves), trees_(roots.size()) {
  for (size_t tree = 0; tree < trees_; ++tree) {
    uint32_t leaves = 0;
    read(nodes, roots[tree], static_cast<uint32_t>(tree), leaves);
  }
  for (std::vector<Cut>& cuts : cuts_)
    std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.threshold < b.threshold; });
}

// Numbers the leaves below a node from left to right; returns them as bits.
uint32_t Forest::read(std::span<const TreeNode> nodes, size_t at, uint32_t tree, uint32_t& leaves) {
  const TreeNode& node = nodes[at];
  if (node.feature < 0) {
    assert(leaves < kLeaves);
    leaves_[tree * kLeaves + leaves] = node.value;
    return uint32_t{1} << leaves++;
  }
  const uint32_t left = read(nodes, at + 1, tree, leaves), right = read(nodes, node.right, tree, leaves);
  const auto feature = static_cast<size_t>(node.feature);
  if (cuts_.size() <= feature) cuts_.resize(feature + 1);
  cuts_[feature].push_back({node.value, tree, std::bit_cast<int32_t>(left)});
  return left | right;
}

// The loader takes the version that the machine can run; it asks before a sanitizer is ready.
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(GESTA_SANITIZED)
[[gnu::target_clones("avx2", "default")]]
#endif
void Forest::grow(std::span<const float* const> rows, std::span<float> log_odds) const {
  assert(rows.size() <= kTogether);
  thread_local std::vector<Struck> struck;
  struck.assign(trees_, Struck{});
  for (size_t feature = 0; feature < cuts_.size(); ++feature) {
    if (cuts_[feature].empty()) continue;
    std::array<Floats, kVectors> value;
    float most = rows[0][feature];
    for (size_t r = 0; r < kTogether; ++r) {
      const float one = rows[std::min(r, rows.size() - 1)][feature];
      value[r / kLanes][r % kLanes] = one, most = std::max(most, one);
    }
    for (const Cut& cut : cuts_[feature]) {
      if (most <= cut.threshold) break;
      const Floats threshold = Floats{} + cut.threshold;
      const Masks strike = Masks{} + cut.strike;
      for (size_t v = 0; v < kVectors; ++v) struck[cut.tree].rows[v] |= (value[v] > threshold) & strike;
    }
  }
  std::fill(log_odds.begin(), log_odds.end(), 0.f);
  for (size_t tree = 0; tree < trees_; ++tree)
    for (size_t r = 0; r < rows.size(); ++r)
      log_odds[r] +=
          leaves_[tree * kLeaves + static_cast<size_t>(std::countr_one(std::bit_cast<uint32_t>(struck[tree].rows[r / kLanes][r % kLanes])))];
}

std::vector<float> Forest::probabilities(std::span<const float* const> rows, float base) const {
  std::vector<float> out(rows.size());
  for (size_t at = 0; at < rows.size(); at += kTogether) {
    const size_t some = std::min(kTogether, rows.size() - at);
    grow(rows.subspan(at, some), std::span(out).subspan(at, some));
  }
  for (float& one : out) one = probability_of(base + one);
  return out;
}

}  // namespace gesta
