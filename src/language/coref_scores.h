// Scores of coreference: chains of gold and system in, recall and precision out. MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998),
// CEAF over entities (Luo 2005, with phi4); their mean F1 is the figure of the CoNLL shared tasks. Mentions that only one side has are handled
// as in the reference scorer (Pradhan et al. 2014): they count against precision or recall and are never thrown away.
#pragma once
#include <cstdint>
#include <vector>

namespace gesta {

using MentionKey = uint64_t;  // names a span: the same for gold and system
using Partition = std::vector<std::vector<MentionKey>>;

struct Ratio {  // sums over documents
  double recall_hit = 0, recall_all = 0, precision_hit = 0, precision_all = 0;
  double recall() const;  // percent
  double precision() const;
  double f1() const;
};

struct CorefScores {
  Ratio mentions, muc, b_cubed, ceaf_e;
  double mean() const { return (muc.f1() + b_cubed.f1() + ceaf_e.f1()) / 3; }
};

// Adds one document. No mention may stand in two chains of one side.
void add_coref(const Partition& gold, const Partition& system, CorefScores& scores);

}  // namespace gesta
