#include "events/linear.h"

#include <bit>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "base/file.h"
#include "base/lists.h"
#include "base/result.h"
#include "pages/unpack.h"

namespace gesta {

namespace {

constexpr uint64_t kLongest = uint64_t{64} << 20;  // bytes of text
constexpr size_t kMostLabels = 0x7FFF;

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
  struct Line {  // a sign of a task
    uint64_t key;
    uint32_t first, last;  // its weights, half open
    size_t slot = 0;
  };
  std::vector<Line> lines;
  std::vector<Weight> weights;

  bool line(std::string_view line) {
    if (line.empty() || line[0] == '#') return true;
    return line[0] == '[' ? task(line) : sign(line);
  }
  bool task(std::string_view line) {
    const std::string_view name = cut(line, '\t');
    if (name.size() < 3 || name.back() != ']' || line.empty()) return false;
    const size_t first = model.tasks_.empty() ? 0 : model.tasks_.back().first + model.tasks_.back().labels.size();
    Task& task = model.tasks_.emplace_back(Task{std::string(name.substr(1, name.size() - 2)), {}, first});
    while (!line.empty()) task.labels.emplace_back(cut(line, '\t'));
    return std::is_sorted(task.labels.begin(), task.labels.end()) && first + task.labels.size() < kMostLabels;
  }
  bool sign(std::string_view line) {
    if (model.tasks_.empty()) return false;
    const Task& task = model.tasks_.back();
    const SignPart name(cut(line, '\t'));
    const auto first = static_cast<uint32_t>(weights.size());
    while (!line.empty()) {
      uint16_t label = 0;
      int16_t thousandths = 0;
      if (!read_number(cut(line, ' '), label) || !read_number(cut(line, ' '), thousandths) || label >= task.labels.size()) return false;
      weights.push_back({static_cast<uint16_t>((task.first + label) & kMostLabels), 0, thousandths});
    }
    lines.push_back({table_key(name.hash), first, static_cast<uint32_t>(weights.size())});
    return true;
  }
  // A sign's weights of all tasks follow each other. A slot counts them, then says where they end, then where they begin. Tables and weights are
  // larger than what a core has at hand, so the slots of some lines ahead are asked for.
  void index() {
    constexpr size_t kAhead = 16;
    model.slots_.assign(std::bit_ceil(2 * lines.size() + 1), {});
    for (size_t i = 0; i < lines.size(); ++i) {
      if (i + kAhead < lines.size()) __builtin_prefetch(&model.slots_[lines[i + kAhead].key & (model.slots_.size() - 1)]);
      Line& line = lines[i];
      line.slot = model.slot(line.key);
      Slot& slot = model.slots_[line.slot];
      slot.tag = static_cast<uint32_t>(line.key >> 32), slot.first += line.last - line.first;
    }
    model.weights_.assign(weights.size() + 1, {0, 1, 0});
    uint32_t end = 1;
    for (Slot& slot : model.slots_)
      if (slot.first != 0) slot.first = end += slot.first;
    for (size_t i = lines.size(); i-- > 0;) {
      if (i >= kAhead) __builtin_prefetch(&model.slots_[lines[i - kAhead].slot]);
      uint32_t& first = model.slots_[lines[i].slot].first;
      for (uint32_t k = lines[i].last; k-- > lines[i].first;) model.weights_[--first] = weights[k];
    }
    for (const Slot& slot : model.slots_)
      if (slot.first > 1) model.weights_[slot.first - 1].last = 1;
    model.weights_.back().last = 1;
  }
};

LinearModel LinearModel::load(const std::string& path) {
  LinearModel model;
  const auto file = MappedFile::open(path);
  if (!file) return model;
  std::string reason;
  const auto text = unpack_whole(file->bytes(), "zstd", kLongest, reason);
  if (!text) throw SetupError(path + ": " + reason);
  Reader reader{model, {}, {}};
  size_t number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    ++number;
    if (!reader.line(cut(rest, '\n')))
      throw SetupError(path + ":" + std::to_string(number) +
                       ":1: a line is [task] and its labels in order, or a sign and number and weight of labels");
  }
  reader.index();
  return model;
}

size_t LinearModel::slot(uint64_t key) const {
  const size_t mask = slots_.size() - 1;
  size_t at = key & mask;
  while (slots_[at].first != 0 && slots_[at].tag != static_cast<uint32_t>(key >> 32)) at = (at + 1) & mask;
  return at;
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

size_t LinearModel::label(std::string_view task, std::string_view name) const {
  const Task* own = find(task);
  if (!own) return kNoLabel;
  const auto found = std::lower_bound(own->labels.begin(), own->labels.end(), name);
  return found != own->labels.end() && *found == name ? own->first + static_cast<size_t>(found - own->labels.begin()) : kNoLabel;
}

std::vector<int> LinearModel::all_scores(const Signs& signs) const {
  std::vector<int> sums(tasks_.empty() ? 0 : tasks_.back().first + tasks_.back().labels.size());
  each_weight(signs, [&](size_t, const Weight& weight) { sums[weight.label] += weight.thousandths; });
  return sums;
}

std::string LinearModel::reasons(std::initializer_list<size_t> labels, const Signs& signs, size_t most) const {
  std::vector<int> sums(signs.size(), 0);
  each_weight(signs, [&](size_t k, const Weight& weight) { sums[k] += among(labels, weight.label) ? weight.thousandths : 0; });
  std::vector<std::pair<int, const std::string*>> ranked;
  for (size_t k = 0; k < signs.names().size(); ++k)
    if (sums[k] != 0) ranked.emplace_back(sums[k], &signs.names()[k]);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
  std::string out;
  for (size_t i = 0; i < std::min(most, ranked.size()); ++i) {
    char value[32];
    std::snprintf(value, sizeof value, " %+.2f", ranked[i].first / 1000.0);
    out += (i > 0 ? ", " : "") + *ranked[i].second + value;
  }
  return out;
}

}  // namespace gesta
