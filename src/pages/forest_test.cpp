#include "pages/forest.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace gesta {
namespace {

constexpr TreeNode kNodes[] = {{0, 4, 1.f},  {1, 3, 2.f},  {-1, 0, 10.f}, {-1, 0, 20.f}, {-1, 0, 30.f},    // x <= 1: y <= 2: 10, else 20; else 30
                               {1, 7, -1.f}, {-1, 0, .5f}, {0, 9, 3.f},   {-1, 0, .25f}, {-1, 0, .125f}};  // y <= -1: .5; else x <= 3: .25, else .125
constexpr uint16_t kRoots[] = {0, 5};

float walk(const float* row) {
  float sum = 0;
  for (const uint16_t root : kRoots) {
    const TreeNode* node = &kNodes[root];
    while (node->feature >= 0) node = row[node->feature] <= node->value ? node + 1 : &kNodes[node->right];
    sum += node->value;
  }
  return sum;
}

TEST(Forest, EndsInTheLeafThatAWalkEndsIn) {
  const Forest forest(kRoots, kNodes);
  std::mt19937 random(1);
  for (size_t count = 1; count <= Forest::kTogether; ++count) {
    std::vector<std::array<float, 2>> values(count);
    std::vector<const float*> rows;
    for (auto& value : values) {
      for (float& one : value) one = static_cast<float>(static_cast<int>(random() % 12) - 4) / 2;  // hits thresholds
      rows.push_back(value.data());
    }
    std::vector<float> said(count);
    forest.grow(rows, said);
    for (size_t i = 0; i < count; ++i) EXPECT_EQ(said[i], walk(rows[i])) << values[i][0] << " " << values[i][1];
  }
}

}  // namespace
}  // namespace gesta
