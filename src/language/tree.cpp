#include "language/tree.h"

#include <algorithm>
#include <numeric>

namespace gesta {
namespace {

constexpr int64_t kNever = -(int64_t{1} << 40);

// The best tree over n words under node 0 by Tarjan (1977) on a full table: every node picks its best head along a growing path; a cycle becomes
// one group, which picks again among the arcs that lead into it. At most 2 n picks and merges of n steps each.
class Arborescence {
 public:
  // `scores`: word i (from 0) under node j; of the words, only `root` may stand under node 0.
  Arborescence(const int32_t* scores, size_t n, size_t root) : nodes_(n + 1), group_of_(n + 1) {
    groups_.resize(n + 1);
    for (size_t i = 0; i <= n; ++i) group_of_[i] = i;
    for (size_t i = 1; i <= n; ++i) {
      Group& group = groups_[i];
      group.score.assign(nodes_, kNever);
      group.dependent.assign(nodes_, i);
      for (size_t j = 0; j <= n; ++j)
        if (j == 0 ? i == root + 1 : i != root + 1) group.score[j] = scores[(i - 1) * (n + 1) + j];
    }
  }

  std::vector<size_t> heads() {
    for (size_t i = 1; i < nodes_; ++i) grow(i);
    std::vector<size_t> out(nodes_, 0);
    std::vector<bool> open(groups_.size(), false);  // entered by an arc of the group around it
    for (size_t g = groups_.size(); g-- > 1;) {
      if (open[g]) continue;
      const size_t entered = groups_[g].dependent[groups_[g].head];
      out[entered] = groups_[g].head;
      for (size_t inner = entered; inner != g; inner = groups_[inner].around) open[inner] = true;
    }
    return out;
  }

 private:
  struct Group {
    std::vector<int64_t> score;     // by head: of the best arc from it, less what the cycle gives up for it
    std::vector<size_t> dependent;  // by head: the word that this arc enters
    size_t head = 0, around = 0;    // the head picked; the group that this one became part of
    size_t path = 0;                // on which it picked
  };

  void grow(size_t start) {
    for (size_t g = group_of_[start]; g != 0 && groups_[g].path == 0;) {
      pick(g, start);
      const size_t next = group_of_[groups_[g].head];
      g = groups_[next].path == start ? merge(next) : next;
    }
  }

  void pick(size_t g, size_t path) {
    int64_t best = INT64_MIN;
    for (size_t j = 0; j < nodes_; ++j)
      if (group_of_[j] != g && groups_[g].score[j] > best) best = groups_[g].score[j], groups_[g].head = j;
    groups_[g].path = path;
  }

  size_t merge(size_t first) {
    const size_t made = groups_.size();
    Group group;
    group.score.assign(nodes_, INT64_MIN);
    group.dependent.assign(nodes_, 0);
    size_t g = first;
    do {
      Group& part = groups_[g];
      for (size_t j = 0; j < nodes_; ++j)
        if (const int64_t gain = part.score[j] - part.score[part.head]; gain > group.score[j])
          group.score[j] = gain, group.dependent[j] = part.dependent[j];
      part.around = made;
      g = group_of_[part.head];
    } while (g != first);
    groups_.push_back(std::move(group));
    for (size_t& of : group_of_)
      if (groups_[of].around == made) of = made;
    return made;
  }

  size_t nodes_;
  std::vector<size_t> group_of_;  // by node: the outermost group that holds it
  std::vector<Group> groups_;     // the nodes, then the groups in the order they were made
};

}  // namespace

bool is_tree(const std::vector<uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0u) != 1) return false;
  std::vector<uint32_t> seen(heads.size(), 0);
  for (uint32_t i = 0; i < heads.size(); ++i) {
    uint32_t j = i;
    while (heads[j] != 0 && seen[j] == 0) {
      seen[j] = i + 1;
      j = heads[j] - 1;
      if (seen[j] == i + 1) return false;
    }
    if (seen[j] == 0) seen[j] = i + 1;
  }
  return true;
}

void best_tree(const int32_t* scores, uint32_t n, std::vector<uint32_t>& heads) {
  heads.resize(n);
  for (uint32_t i = 0; i < n; ++i) {
    const int32_t* row = scores + size_t{i} * (n + 1);
    heads[i] = static_cast<uint32_t>(std::max_element(row, row + n + 1) - row);
  }
  if (is_tree(heads)) return;
  std::vector<uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const int32_t x = scores[size_t{a} * (n + 1)], y = scores[size_t{b} * (n + 1)];
    return x != y ? x > y : a < b;
  });
  order.resize(std::min<size_t>(3, n));
  int64_t most = 0;
  bool first = true;
  for (const uint32_t root : order) {
    const std::vector<size_t> found = Arborescence(scores, n, root).heads();
    int64_t total = 0;
    for (uint32_t i = 0; i < n; ++i) total += scores[size_t{i} * (n + 1) + found[i + 1]];
    if (!first && total <= most) continue;
    for (uint32_t i = 0; i < n; ++i) heads[i] = static_cast<uint32_t>(found[i + 1]);
    most = total, first = false;
  }
}

}  // namespace gesta
