#include "events/linear.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/result.h"
#include "pages/unpack.h"

namespace gesta {

namespace {

constexpr uint64_t kLongest = uint64_t{64} << 20;  // bytes of text

uint64_t hash_of(std::string_view feature, uint64_t task) { return table_hash(feature) + task * 0x9E3779B97F4A7C15ull; }

// Cuts off what stands before the sign, and the sign.
std::string_view cut(std::string_view& rest, char sign) {
  const size_t end = std::min(rest.find(sign), rest.size());
  const std::string_view out = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return out;
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

struct LinearModel::Reader {
  LinearModel& model;

  bool line(std::string_view line) {
    if (line.empty() || line[0] == '#') return true;
    return line[0] == '[' ? task(line) : feature(line);
  }
  bool task(std::string_view line) {
    const std::string_view name = cut(line, '\t');
    if (name.size() < 3 || name.back() != ']' || line.empty()) return false;
    Task& task = model.tasks_.emplace_back();
    task.name = name.substr(1, name.size() - 2);
    while (!line.empty()) task.labels.emplace_back(cut(line, '\t'));
    return true;
  }
  bool feature(std::string_view line) {
    if (model.tasks_.empty()) return false;
    const size_t task = model.tasks_.size() - 1;
    const std::string_view name = cut(line, '\t');
    const auto first = static_cast<uint32_t>(model.weights_.size());
    while (!line.empty()) {
      uint16_t label = 0;
      int16_t thousandths = 0;
      if (!read_number(cut(line, ' '), label) || !read_number(cut(line, ' '), thousandths) || label >= model.tasks_[task].labels.size()) return false;
      model.weights_.push_back({label, thousandths});
    }
    model.entries_.push_back({hash_of(name, task), first, static_cast<uint32_t>(model.weights_.size())});
    return true;
  }
};

LinearModel LinearModel::load(const std::string& path) {
  LinearModel model;
  const auto file = MappedFile::open(path);
  if (!file) return model;
  std::string reason;
  const auto text = unpack_whole(file->bytes(), "zstd", kLongest, reason);
  if (!text) throw SetupError(path + ": " + reason);
  model.entries_.reserve(static_cast<size_t>(std::count(text->begin(), text->end(), '\n')));
  Reader reader{model};
  size_t number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    ++number;
    if (!reader.line(cut(rest, '\n')))
      throw SetupError(path + ":" + std::to_string(number) + ":1: a line is [task] and its labels, or a feature and number and weight of labels");
  }
  if (!model.index()) throw SetupError(path + ": two of its features have one hash; rename one");
  return model;
}

// A slot holds the number of an entry, plus one, and above it bits of the hash: entries of other features, and most features have none, need not
// be read to be told apart.
namespace {

struct SlotForm {
  int number_bits;
  explicit SlotForm(size_t entries) : number_bits(static_cast<int>(std::bit_width(entries))) {}
  uint32_t upper(uint64_t hash) const { return static_cast<uint32_t>(hash >> 32 >> number_bits << number_bits); }
  uint32_t make(uint64_t hash, uint32_t number) const { return upper(hash) | number; }
  uint32_t number(uint32_t slot) const { return slot & ((uint32_t{1} << number_bits) - 1); }
  bool may_be(uint32_t slot, uint64_t hash) const { return slot - number(slot) == upper(hash); }
};

}  // namespace

bool LinearModel::index() {
  slots_.assign(std::bit_ceil(2 * entries_.size() + 1), 0);
  const SlotForm form(entries_.size());
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    const uint64_t hash = entries_[i].hash;
    size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
      if (form.may_be(slots_[at], hash) && entries_[form.number(slots_[at]) - 1].hash == hash) return false;
    slots_[at] = form.make(hash, i + 1);
  }
  return true;
}

// The tables are larger than what a core has at hand: all slots are asked for before the first is read, and all entries.
template <class Visit>
void LinearModel::each_weight(const Task& task, const std::vector<std::string>& features, Visit visit) const {
  struct Search {
    uint64_t hash;
    size_t at;  // the first slot that may be the feature's
    size_t feature;
  };
  const SlotForm form(entries_.size());
  const size_t mask = slots_.size() - 1;
  std::vector<Search> searches;
  searches.reserve(features.size());
  for (size_t i = 0; i < features.size(); ++i) {
    const uint64_t hash = hash_of(features[i], static_cast<uint64_t>(&task - tasks_.data()));
    searches.push_back({hash, hash & mask, i});
    __builtin_prefetch(&slots_[hash & mask]);
  }
  std::erase_if(searches, [&](Search& one) {
    while (slots_[one.at] != 0 && !form.may_be(slots_[one.at], one.hash)) one.at = (one.at + 1) & mask;
    if (slots_[one.at] == 0) return true;
    __builtin_prefetch(&entries_[form.number(slots_[one.at]) - 1]);
    return false;
  });
  for (Search& one : searches)
    for (; slots_[one.at] != 0; one.at = (one.at + 1) & mask) {
      if (!form.may_be(slots_[one.at], one.hash)) continue;
      const Entry& entry = entries_[form.number(slots_[one.at]) - 1];
      if (entry.hash != one.hash) continue;
      for (uint32_t k = entry.first; k < entry.last; ++k) visit(one.feature, weights_[k]);
      break;
    }
}

const LinearModel::Task* LinearModel::find(std::string_view task) const {
  const auto found = std::find_if(tasks_.begin(), tasks_.end(), [&](const Task& own) { return own.name == task; });
  return found == tasks_.end() ? nullptr : &*found;
}

const std::vector<std::string>& LinearModel::labels(std::string_view task) const {
  static const std::vector<std::string> kEmpty;
  const Task* found = find(task);
  return found ? found->labels : kEmpty;
}

double LinearModel::score(std::string_view task, std::string_view label, const std::vector<std::string>& features) const {
  double sum = 0;
  const Task* own = find(task);
  if (!own) return sum;
  const auto wanted = static_cast<size_t>(std::find(own->labels.begin(), own->labels.end(), label) - own->labels.begin());
  each_weight(*own, features, [&](size_t, const Weight& weight) {
    if (weight.label == wanted) sum += weight.value();
  });
  return sum;
}

std::vector<double> LinearModel::scores(std::string_view task, const std::vector<std::string>& features,
                                        const std::vector<std::string>& among) const {
  const Task* own = find(task);
  if (!own) return std::vector<double>(among.size());
  std::vector<double> sums(own->labels.size());
  each_weight(*own, features, [&](size_t, const Weight& weight) { sums[weight.label] += weight.value(); });
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

std::string LinearModel::reasons(std::string_view task, std::string_view label, const std::vector<std::string>& features, size_t most,
                                 std::string_view more) const {
  std::vector<double> sums(features.size(), 0);
  for (const Task* own : {find(task), find(more)}) {
    if (!own) continue;
    const auto wanted = static_cast<size_t>(std::find(own->labels.begin(), own->labels.end(), label) - own->labels.begin());
    each_weight(*own, features, [&](size_t k, const Weight& weight) {
      if (weight.label == wanted) sums[k] += weight.value();
    });
  }
  std::vector<std::pair<double, const std::string*>> ranked;
  for (size_t k = 0; k < features.size(); ++k)
    if (sums[k] != 0) ranked.emplace_back(sums[k], &features[k]);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return std::fabs(a.first) > std::fabs(b.first); });
  std::string out;
  for (size_t i = 0; i < std::min(most, ranked.size()); ++i) {
    char value[32];
    std::snprintf(value, sizeof value, " %+.2f", ranked[i].first);
    out += (i > 0 ? ", " : "") + *ranked[i].second + value;
  }
  return out;
}

}  // namespace gesta
