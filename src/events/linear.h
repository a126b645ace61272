// A multinomial linear model over named features, read from text: `task <tab> label <tab> feature <tab> weight`, `#` comments. Written by
// training/train_chooser.py. Small enough to read, and every decision can be taken apart.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gesta {

class LinearModel {
 public:
  // A missing file is an empty model; a broken line is a SetupError with file:line.
  static LinearModel load(const std::string& path);
  bool has(std::string_view task) const { return find(task) != nullptr; }
  const std::vector<std::string>& labels(std::string_view task) const;
  // Sum of the weights of one label.
  double score(std::string_view task, std::string_view label, const std::vector<std::string>& features) const;
  // The same of each label of `among` (all labels when empty), in its order; 0 for a label the task does not know.
  std::vector<double> scores(std::string_view task, const std::vector<std::string>& features, const std::vector<std::string>& among) const;
  // Probability of each label of `among` (all labels when empty), in its order.
  std::vector<double> probabilities(std::string_view task, const std::vector<std::string>& features, const std::vector<std::string>& among) const;
  // Features with the largest effect on a label, "feature +1.25", strongest first.
  std::vector<std::string> reasons(std::string_view task, std::string_view label, const std::vector<std::string>& features, size_t most) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Weight {
    size_t label;
    double value;
  };
  struct Task {
    std::vector<std::string> labels;
    std::unordered_map<std::string, std::vector<Weight>, Hash, std::equal_to<>> weights;  // by feature
  };
  const Task* find(std::string_view task) const;
  std::unordered_map<std::string, Task, Hash, std::equal_to<>> tasks_;
};

}  // namespace gesta
