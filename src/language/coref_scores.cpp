#include "language/coref_scores.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

namespace gesta {
namespace {

double percent(double hit, double all) { return all == 0 ? 0 : 100 * hit / all; }

using Index = std::unordered_map<MentionKey, size_t>;  // mention to chain

Index index_of(const Partition& chains) {
  Index out;
  for (size_t c = 0; c < chains.size(); ++c)
    for (const MentionKey m : chains[c]) out.emplace(m, c);
  return out;
}

// How many mentions of `chain` stand in each chain of the other side; `alone` of them stand in none.
std::map<size_t, size_t> shares(const std::vector<MentionKey>& chain, const Index& other, size_t& alone) {
  std::map<size_t, size_t> out;
  alone = 0;
  for (const MentionKey m : chain) {
    const auto found = other.find(m);
    if (found == other.end())
      ++alone;
    else
      ++out[found->second];
  }
  return out;
}

// MUC and B-cubed of one side: links kept, and for each mention the share of its chain that the other side also puts with it.
void add_side(const Partition& chains, const Index& other, double& links, double& all_links, double& cubed, double& mentions, double& common) {
  for (const auto& chain : chains) {
    size_t alone = 0;
    const auto parts = shares(chain, other, alone);
    links += static_cast<double>(chain.size() - parts.size() - alone), all_links += static_cast<double>(chain.size()) - 1;
    for (const auto& [_, n] : parts) cubed += static_cast<double>(n * n) / static_cast<double>(chain.size());
    mentions += static_cast<double>(chain.size()), common += static_cast<double>(chain.size() - alone);
  }
}

// The largest sum of one-to-one pairs (Kuhn 1955, with the potentials of Jonker and Volgenant): rows no more than columns, values from 0 to 1.
double best_pairs(const std::vector<std::vector<double>>& value) {
  const size_t n = value.size();
  if (n == 0) return 0;
  const size_t m = value[0].size();
  std::vector<double> u(n + 1, 0), v(m + 1, 0);
  std::vector<size_t> row_of(m + 1, 0), way(m + 1, 0);
  for (size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    size_t at = 0;
    std::vector<double> least(m + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(m + 1, false);
    while (row_of[at] != 0) {
      used[at] = true;
      double delta = std::numeric_limits<double>::infinity();
      size_t next = 0;
      for (size_t k = 1; k <= m; ++k) {
        if (used[k]) continue;
        const double cost = 1 - value[row_of[at] - 1][k - 1] - u[row_of[at]] - v[k];
        if (cost < least[k]) least[k] = cost, way[k] = at;
        if (least[k] < delta) delta = least[k], next = k;
      }
      for (size_t k = 0; k <= m; ++k) {
        if (used[k])
          u[row_of[k]] += delta, v[k] -= delta;
        else
          least[k] -= delta;
      }
      at = next;
    }
    for (; at != 0; at = way[at]) row_of[at] = row_of[way[at]];
  }
  double sum = 0;
  for (size_t k = 1; k <= m; ++k)
    if (row_of[k] != 0) sum += value[row_of[k] - 1][k - 1];
  return sum;
}

double ceaf(const Partition& gold, const Partition& system, const Index& system_index) {
  std::vector<std::vector<double>> value(gold.size(), std::vector<double>(system.size(), 0));
  for (size_t g = 0; g < gold.size(); ++g) {
    size_t alone = 0;
    for (const auto& [s, n] : shares(gold[g], system_index, alone))
      value[g][s] = 2 * static_cast<double>(n) / static_cast<double>(gold[g].size() + system[s].size());
  }
  if (gold.size() <= system.size()) return best_pairs(value);
  std::vector<std::vector<double>> turned(system.size(), std::vector<double>(gold.size()));
  for (size_t g = 0; g < gold.size(); ++g)
    for (size_t s = 0; s < system.size(); ++s) turned[s][g] = value[g][s];
  return best_pairs(turned);
}

}  // namespace

double Ratio::recall() const { return percent(recall_hit, recall_all); }
double Ratio::precision() const { return percent(precision_hit, precision_all); }
double Ratio::f1() const { return recall() + precision() == 0 ? 0 : 2 * recall() * precision() / (recall() + precision()); }

void add_coref(const Partition& gold, const Partition& system, CorefScores& scores) {
  const Index gold_index = index_of(gold), system_index = index_of(system);
  add_side(gold, system_index, scores.muc.recall_hit, scores.muc.recall_all, scores.b_cubed.recall_hit, scores.b_cubed.recall_all,
           scores.mentions.recall_hit);
  add_side(system, gold_index, scores.muc.precision_hit, scores.muc.precision_all, scores.b_cubed.precision_hit, scores.b_cubed.precision_all,
           scores.mentions.precision_hit);
  scores.mentions.recall_all = scores.b_cubed.recall_all, scores.mentions.precision_all = scores.b_cubed.precision_all;
  const double pairs = ceaf(gold, system, system_index);
  scores.ceaf_e.recall_hit += pairs, scores.ceaf_e.precision_hit += pairs;
  scores.ceaf_e.recall_all += static_cast<double>(gold.size()), scores.ceaf_e.precision_all += static_cast<double>(system.size());
}

}  // namespace gesta
