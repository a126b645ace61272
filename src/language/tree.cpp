#include "language/tree.h"

#include <algorithm>
#include <numeric>

namespace gesta {
namespace {

constexpr int64_t kNever = -(int64_t{1} << 40);

// A square table of scores: node i under node j; node 0 is the root.
struct Table {
  size_t n = 0;
  std::vector<int64_t> score;
  int64_t& at(size_t i, size_t j) { return score[i * n + j]; }
  size_t best_head(size_t i) const {
    const auto row = score.begin() + static_cast<std::ptrdiff_t>(i * n);
    return static_cast<size_t>(std::max_element(row, row + static_cast<std::ptrdiff_t>(n)) - row);
  }
};

std::vector<size_t> find_cycle(const std::vector<size_t>& heads) {
  std::vector<size_t> state(heads.size(), 0);
  for (size_t start = 1; start < heads.size(); ++start) {
    size_t j = start;
    std::vector<size_t> path;
    while (j != 0 && state[j] == 0) {
      state[j] = start;
      path.push_back(j);
      j = heads[j];
    }
    if (j == 0 || state[j] != start) continue;
    return {std::find(path.begin(), path.end(), j), path.end()};
  }
  return {};
}

// One cycle made into one node, and what is needed to open it again.
struct Contraction {
  std::vector<size_t> heads, inside, outside;
  std::vector<size_t> enter;  // per outside node: the node of the cycle it would govern
  std::vector<size_t> leave;  // per outside node: its best head in the cycle
};

Contraction contract(Table& table, std::vector<size_t> heads, std::vector<size_t> cycle) {
  Contraction c{std::move(heads), std::move(cycle), {}, {}, {}};
  std::vector<bool> in_cycle(table.n, false);
  for (const size_t i : c.inside) in_cycle[i] = true;
  for (size_t i = 0; i < table.n; ++i)
    if (!in_cycle[i]) c.outside.push_back(i);
  const size_t m = c.outside.size();
  c.enter.assign(m, 0), c.leave.assign(m, 0);
  Table small{m + 1, std::vector<int64_t>((m + 1) * (m + 1), kNever)};
  for (size_t a = 1; a < m; ++a)
    for (size_t b = 0; b < m; ++b)
      if (a != b) small.at(a, b) = table.at(c.outside[a], c.outside[b]);
  for (size_t a = 0; a < m; ++a) {
    const auto gain = [&](size_t k) { return table.at(c.inside[k], c.outside[a]) - table.at(c.inside[k], c.heads[c.inside[k]]); };
    for (size_t k = 1; k < c.inside.size(); ++k) {
      if (gain(k) > gain(c.enter[a])) c.enter[a] = k;
      if (table.at(c.outside[a], c.inside[k]) > table.at(c.outside[a], c.inside[c.leave[a]])) c.leave[a] = k;
    }
    small.at(m, a) = gain(c.enter[a]);
    if (a > 0) small.at(a, m) = table.at(c.outside[a], c.inside[c.leave[a]]);
  }
  table = std::move(small);
  return c;
}

std::vector<size_t> expand(const Contraction& c, const std::vector<size_t>& inner) {
  std::vector<size_t> out = c.heads;
  const size_t m = c.outside.size();
  for (size_t k = 1; k < m; ++k) out[c.outside[k]] = inner[k] == m ? c.inside[c.leave[k]] : c.outside[inner[k]];
  out[c.inside[c.enter[inner[m]]]] = c.outside[inner[m]];
  return out;
}

std::vector<size_t> edmonds(Table table) {
  std::vector<Contraction> contractions;
  std::vector<size_t> heads;
  for (;;) {
    heads.assign(table.n, 0);
    for (size_t i = 1; i < table.n; ++i) heads[i] = table.best_head(i);
    std::vector<size_t> cycle = find_cycle(heads);
    if (cycle.empty()) break;
    contractions.push_back(contract(table, std::move(heads), std::move(cycle)));
  }
  for (; !contractions.empty(); contractions.pop_back()) heads = expand(contractions.back(), heads);
  return heads;
}

// Everything but `root` (a word, from 0) is barred from the root.
Table with_root(const int32_t* scores, size_t n, size_t root) {
  Table table{n + 1, std::vector<int64_t>((n + 1) * (n + 1), kNever)};
  for (size_t i = 1; i <= n; ++i)
    for (size_t j = 1; j <= n; ++j)
      if (i != j && i != root + 1) table.at(i, j) = scores[(i - 1) * (n + 1) + j];
  table.at(root + 1, 0) = scores[root * (n + 1)];
  return table;
}

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
    const std::vector<size_t> found = edmonds(with_root(scores, n, root));
    int64_t total = 0;
    for (uint32_t i = 0; i < n; ++i) total += scores[size_t{i} * (n + 1) + found[i + 1]];
    if (!first && total <= most) continue;
    for (uint32_t i = 0; i < n; ++i) heads[i] = static_cast<uint32_t>(found[i + 1]);
    most = total, first = false;
  }
}

}  // namespace gesta
