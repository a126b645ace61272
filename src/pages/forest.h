// A forest of decision trees of at most 32 leaves, asked about many rows at once: for each feature, the nodes whose thresholds a value exceeds strike
// out the leaves that it can no longer reach; the first leaf left in a tree is the one it ends in (QuickScorer, Lucchese et al. 2015). Sixteen rows
// go together, so that a node costs a few vector instructions and no branch.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace gesta {

struct TreeNode {
  int16_t feature;  // -1: leaf
  uint16_t right;   // left is the next
  float value;      // threshold, or what the leaf adds
};

float probability_of(float log_odds);

class Forest {
 public:
  static constexpr size_t kLeaves = 32, kTogether = 16;
  Forest(std::span<const uint16_t> roots, std::span<const TreeNode> nodes);
  // Log odds of up to kTogether rows.
  void grow(std::span<const float* const> rows, std::span<float> log_odds) const;
  // Of any number of rows, what their log odds and `base` make.
  std::vector<float> probabilities(std::span<const float* const> rows, float base) const;

 private:
  struct Cut {
    float threshold;
    uint32_t tree;
    int32_t strike;  // leaves that a value above the threshold no longer reaches
  };
  uint32_t read(std::span<const TreeNode> nodes, size_t at, uint32_t tree, uint32_t& leaves);
  std::vector<std::vector<Cut>> cuts_;  // by feature, ascending thresholds
  std::vector<float> leaves_;           // kLeaves a tree
  size_t trees_;
};

}  // namespace gesta
