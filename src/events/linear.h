// A multinomial linear model over named features. In: text under zstd written by training/train_chooser.py,
//   [task] <tab> label <tab> label ...            opens a task
//   feature <tab> number weight number weight ...  of its labels, counted from 0, in thousandths
// and `#` comments. Out: sums and probabilities of labels. Small enough to read, and every decision can be taken apart.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

class LinearModel {
 public:
  // A missing file is an empty model; bytes that do not unpack, or a broken line, is a SetupError with the file.
  static LinearModel load(const std::string& path);
  bool has(std::string_view task) const { return find(task) != nullptr; }
  const std::vector<std::string>& labels(std::string_view task) const;
  // Sum of the weights of one label.
  double score(std::string_view task, std::string_view label, const std::vector<std::string>& features) const;
  // The same of each label of `among` (all labels when empty), in its order; 0 for a label the task does not know.
  std::vector<double> scores(std::string_view task, const std::vector<std::string>& features, const std::vector<std::string>& among) const;
  // Probability of each label of `among` (all labels when empty), in its order.
  std::vector<double> probabilities(std::string_view task, const std::vector<std::string>& features, const std::vector<std::string>& among) const;
  // The features with the largest effect on a label, strongest first: "lemma=jail +1.25, no target -0.31".
  // Weights of a second task are added to those of the first.
  std::string reasons(std::string_view task, std::string_view label, const std::vector<std::string>& features, size_t most,
                      std::string_view more = {}) const;

 private:
  struct Weight {  // as the file has it: there are more than half a million
    uint16_t label;
    int16_t thousandths;
    double value() const { return thousandths / 1000.0; }
  };
  struct Entry {
    uint64_t hash;         // of feature and task, different for each: half a million names would fill more room than all the rest
    uint32_t first, last;  // its weights, half open
  };
  struct Task {
    std::string name;
    std::vector<std::string> labels;
  };
  struct Reader;

  const Task* find(std::string_view task) const;
  bool index();  // false when two features share a hash
  // visit(i, weight) for each weight of the i-th feature, in order.
  template <class Visit>
  void each_weight(const Task& task, const std::vector<std::string>& features, Visit visit) const;

  std::vector<Task> tasks_;
  std::vector<Entry> entries_;
  std::vector<Weight> weights_;
  std::vector<uint32_t> slots_;  // by hash, open addressing: entry + 1; 0 is free
};

}  // namespace gesta
