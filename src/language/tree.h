// The best dependency tree of a sentence from arc scores in whole numbers (Chu and Liu 1965, Edmonds 1967), with exactly one word on the root.
#pragma once
#include <cstdint>
#include <vector>

namespace gesta {

// scores[i * (n + 1) + j]: word i under head j, 0 the root, j word j - 1. Out: the head (0..n) of each word.
void best_tree(const int32_t* scores, uint32_t n, std::vector<uint32_t>& heads);

bool is_tree(const std::vector<uint32_t>& heads);

}  // namespace gesta
