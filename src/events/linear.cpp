#include "events/linear.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/file.h"
#include "base/result.h"

namespace gesta {

LinearModel LinearModel::load(const std::string& path) {
  LinearModel model;
  const auto text = read_file(path);
  if (!text) return model;
  size_t number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const size_t task = line.find('\t'), label = line.find('\t', task + 1), last = line.rfind('\t');
    double value = 0;
    if (task == std::string_view::npos || label == std::string_view::npos || last == label ||
        std::from_chars(line.data() + last + 1, line.data() + line.size(), value).ec != std::errc())
      throw SetupError(path + ":" + std::to_string(number) + ":1: a line is task, label, feature and weight, with tabs between");
    Task& own = model.tasks_[std::string(line.substr(0, task))];
    const std::string_view name = line.substr(task + 1, label - task - 1);
    const auto known = std::find(own.labels.begin(), own.labels.end(), name);
    const auto index = static_cast<size_t>(known - own.labels.begin());
    if (known == own.labels.end()) own.labels.emplace_back(name);
    own.weights[std::string(line.substr(label + 1, last - label - 1))].push_back({index, value});
  }
  return model;
}

const LinearModel::Task* LinearModel::find(std::string_view task) const {
  const auto found = tasks_.find(task);
  return found == tasks_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& LinearModel::labels(std::string_view task) const {
  static const std::vector<std::string> kEmpty;
  const Task* found = find(task);
  return found ? found->labels : kEmpty;
}

double LinearModel::score(std::string_view task, std::string_view label, const std::vector<std::string>& features) const {
  double sum = 0;
  if (const Task* own = find(task))
    for (const std::string& feature : features)
      if (const auto found = own->weights.find(feature); found != own->weights.end())
        for (const Weight& weight : found->second)
          if (own->labels[weight.label] == label) sum += weight.value;
  return sum;
}

std::vector<double> LinearModel::scores(std::string_view task, const std::vector<std::string>& features,
                                        const std::vector<std::string>& among) const {
  const Task* own = find(task);
  if (!own) return std::vector<double>(among.size());
  std::vector<double> sums(own->labels.size());
  for (const std::string& feature : features)
    if (const auto found = own->weights.find(feature); found != own->weights.end())
      for (const Weight& weight : found->second) sums[weight.label] += weight.value;
  if (among.empty()) return sums;
  std::vector<double> chosen;
  for (const std::string& label : among) {
    const auto known = std::find(own->labels.begin(), own->labels.end(), label);
    chosen.push_back(known == own->labels.end() ? 0 : sums[static_cast<size_t>(known - own->labels.begin())]);
  }
  return chosen;
}

std::vector<double> LinearModel::probabilities(std::string_view task, const std::vector<std::string>& features,
                                               const std::vector<std::string>& among) const {
  std::vector<double> p = scores(task, features, among);
  if (p.empty()) return p;
  const double top = *std::max_element(p.begin(), p.end());
  double sum = 0;
  for (double& x : p) sum += x = std::exp(x - top);
  for (double& x : p) x /= sum;
  return p;
}

std::vector<std::string> LinearModel::reasons(std::string_view task, std::string_view label, const std::vector<std::string>& features,
                                              size_t most) const {
  std::vector<std::pair<double, const std::string*>> ranked;
  const Task* own = find(task);
  if (!own) return {};
  for (const std::string& feature : features)
    if (const auto found = own->weights.find(feature); found != own->weights.end())
      for (const Weight& weight : found->second)
        if (own->labels[weight.label] == label) ranked.emplace_back(weight.value, &feature);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return std::fabs(a.first) > std::fabs(b.first); });
  std::vector<std::string> out;
  for (size_t i = 0; i < std::min(most, ranked.size()); ++i) {
    char value[32];
    std::snprintf(value, sizeof value, " %+.2f", ranked[i].first);
    out.push_back(*ranked[i].second + value);
  }
  return out;
}

}  // namespace gesta
