// Small regression trees, written as tables by the trainers.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace gesta {

struct ForestNode {
  int16_t feature;  // -1: leaf
  float value;      // threshold, or what the leaf adds
  uint16_t left, right;
};

template <class Row, size_t n>
float forest_probability(const ForestNode* nodes, const uint16_t (&roots)[n], float base, const Row& row) {
  float sum = base;
  for (const uint16_t root : roots) {
    const ForestNode* node = &nodes[root];
    while (node->feature >= 0) node = &nodes[row[static_cast<size_t>(node->feature)] <= node->value ? node->left : node->right];
    sum += node->value;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace gesta
