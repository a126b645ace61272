// A multinomial linear model over named signs. In: text under zstd written by training/train_chooser.py,
//   [task] <tab> label <tab> label ...         opens a task; labels ascend
//   sign <tab> number weight number weight ...  of its labels, counted from 0, in thousandths
// and `#` comments. Out: sums of labels. Small enough to read, and every decision can be taken apart.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "events/signs.h"

namespace gesta {

class LinearModel {
 public:
  // A missing file is an empty model; bytes that do not unpack, or a broken line, is a SetupError with the file.
  static LinearModel load(const std::string& path);
  bool has(std::string_view task) const { return find(task) != nullptr; }
  const std::vector<std::string>& labels(std::string_view task) const;
  // Labels are counted through all tasks; those of a task follow each other. A task that decides yes or no has the one label "yes".
  static constexpr size_t kNoLabel = static_cast<size_t>(-1);
  size_t label(std::string_view task, std::string_view name = "yes") const;
  // Sums of the weights of labels, in thousandths: log odds where the task has only one. 0 for no label.
  template <size_t N>
  std::array<int, N> scores(const std::array<size_t, N>& labels, const Signs& signs) const {
    std::array<int, N> sums{};
    each_weight(signs, [&](size_t, const Weight& weight) {
      for (size_t k = 0; k < N; ++k) sums[k] += weight.label == labels[k] ? weight.thousandths : 0;
    });
    return sums;
  }
  int score(size_t label, const Signs& signs) const { return scores<1>({label}, signs)[0]; }
  std::vector<int> all_scores(const Signs& signs) const;  // of each label
  // The signs with the largest effect on labels, whose weights are added, strongest first: "lemma=jail +1.25, no target -0.31". They must have names.
  std::string reasons(std::initializer_list<size_t> labels, const Signs& signs, size_t most) const;

 private:
  struct Weight {                   // there are more than half a million, four bytes each
    uint16_t label : 15, last : 1;  // of its sign
    int16_t thousandths;
  };
  struct Slot {
    // Upper half of the hash of a sign: half a million names would fill more room than all the rest, and one that stands for another is less likely
    // than one in a billion.
    uint32_t tag = 0;
    uint32_t first = 0;  // its weights begin here; 0: free
  };
  struct Task {
    std::string name;
    std::vector<std::string> labels;
    size_t first;  // number of its first label
  };
  struct Reader;

  const Task* find(std::string_view task) const;
  size_t slot(uint64_t key) const;  // of the sign, or the free one where it would be
  // visit(i, weight) for each weight of the i-th sign, in order. The tables are larger than what a core has at hand: some signs ahead are asked for
  // before the first is read.
  template <class Visit>
  void each_weight(const Signs& signs, Visit visit) const {
    constexpr size_t kAhead = 32;
    std::array<uint64_t, kAhead> keys;
    std::array<uint32_t, kAhead> firsts;
    for (size_t begin = 0; begin < signs.size() && !slots_.empty(); begin += kAhead) {
      const size_t count = std::min(kAhead, signs.size() - begin);
      for (size_t i = 0; i < count; ++i) {
        keys[i] = table_key(signs.hashes()[begin + i].name);
        __builtin_prefetch(&slots_[keys[i] & (slots_.size() - 1)]);
      }
      for (size_t i = 0; i < count; ++i) __builtin_prefetch(&weights_[firsts[i] = slots_[slot(keys[i])].first]);
      for (size_t i = 0; i < count; ++i)
        for (uint32_t k = firsts[i]; k != 0; k = weights_[k].last ? 0 : k + 1) visit(begin + i, weights_[k]);
    }
  }

  std::vector<Task> tasks_;
  std::vector<Weight> weights_;  // the first is of no sign
  std::vector<Slot> slots_;      // open addressing, at most half full
};

}  // namespace gesta
