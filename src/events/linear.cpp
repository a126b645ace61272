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
    auto& labels = model.labels_[std::string(line.substr(0, task))];
    const std::string name(line.substr(task + 1, label - task - 1));
    if (std::find(labels.begin(), labels.end(), name) == labels.end()) labels.push_back(name);
    model.weights_[std::string(line.substr(0, last))] = value;
  }
  return model;
}

const std::vector<std::string>& LinearModel::labels(std::string_view task) const {
  static const std::vector<std::string> kEmpty;
  const auto found = labels_.find(std::string(task));
  return found == labels_.end() ? kEmpty : found->second;
}

double LinearModel::weight(std::string_view task, std::string_view label, std::string_view feature) const {
  std::string key;
  key.append(task).append("\t").append(label).append("\t").append(feature);
  const auto found = weights_.find(key);
  return found == weights_.end() ? 0 : found->second;
}

double LinearModel::score(std::string_view task, std::string_view label, const std::vector<std::string>& features) const {
  double sum = 0;
  for (const std::string& feature : features) sum += weight(task, label, feature);
  return sum;
}

std::vector<double> LinearModel::probabilities(std::string_view task, const std::vector<std::string>& features,
                                               const std::vector<std::string>& among) const {
  std::vector<double> p;
  for (const std::string& label : among.empty() ? labels(task) : among) p.push_back(score(task, label, features));
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
  for (const std::string& feature : features)
    if (const double w = weight(task, label, feature); w != 0) ranked.emplace_back(w, &feature);
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
