#include "language/event_words.h"

#include <algorithm>
#include <cmath>

#include "language/tagger.h"

namespace gesta {
namespace {

constexpr uint32_t kNear = 4;  // tokens
constexpr float kWeak = 0.1f;  // words that decoding leaves out are proposed from this probability of any type on

}  // namespace

double event_odds(double probability, double relevance) {
  const double p = std::clamp(probability, 0.001, 0.999);
  return std::log(p / (1 - p)) + 1.2 * relevance - 1.5;
}

float EventWords::probability(uint32_t token, std::string_view type) const {
  const auto found = std::find(types.begin(), types.end(), type);
  return found == types.end() ? 0 : probabilities[token * types.size() + static_cast<size_t>(found - types.begin())];
}

float EventWords::status(uint32_t token, std::string_view name) const {
  const auto found = std::find(statuses.begin(), statuses.end(), name);
  return found == statuses.end() ? 0 : of_status[token * statuses.size() + static_cast<size_t>(found - statuses.begin())];
}

const std::string& tie_step(float tie) {
  static const std::array<std::string, 11> kSteps = {"-6", "-5", "-4", "-3", "-2", "-1", "0", "1", "2", "3", "4"};
  return kSteps[static_cast<size_t>(static_cast<int>(std::floor(std::clamp(tie, -6.0f, 4.0f))) + 6)];
}

float EventSpan::most(Tie kind) const {
  float out = kNoTies[kind];
  for (const Ties& one : ties) out = std::max(out, one[kind]);
  return out;
}

const EventSpan* EventWords::near(uint32_t token) const {
  const EventSpan* best = nullptr;
  uint32_t least = kNear;
  for (const EventSpan& span : spans) {
    const uint32_t far = token < span.first ? span.first - token : token >= span.last ? token - span.last + 1 : 0;
    if (far < least) best = &span, least = far;
  }
  return best;
}

EventLabels::EventLabels(const Tagger& tagger) : tagger_(tagger) {
  for (const std::string_view label : tagger.labels(0)) {
    if (label.size() < 3) {
      type_of_.push_back(SIZE_MAX);
      continue;
    }
    const auto found = std::find(types_.begin(), types_.end(), label.substr(2));
    type_of_.push_back(static_cast<size_t>(found - types_.begin()));
    if (found == types_.end()) types_.push_back(label.substr(2));
  }
  const auto head = [&](std::string_view name) {
    const auto found = std::find(tagger.heads().begin(), tagger.heads().end(), name);
    return found == tagger.heads().end() ? SIZE_MAX : static_cast<size_t>(found - tagger.heads().begin());
  };
  root_head_ = head("root"), status_head_ = head("status"), said_head_ = head("said");
  if (said_head_ != SIZE_MAX) {
    const auto& labels = tagger.labels(said_head_);
    nobody_ = static_cast<size_t>(std::find(labels.begin(), labels.end(), "none") - labels.begin());
    if (nobody_ == labels.size()) said_head_ = SIZE_MAX;
  }
}

EventWords EventLabels::empty(size_t tokens) const {
  EventWords out;
  out.types = types_;
  out.probabilities.assign(tokens * types_.size(), 0);
  out.any.assign(tokens, 0);
  if (said_head_ != SIZE_MAX) out.speaker.assign(tokens, -1);
  if (status_head_ == SIZE_MAX) return out;
  const auto& names = tagger_.labels(status_head_);
  out.statuses.assign(names.begin(), names.end());
  out.of_status.assign(tokens * names.size(), 0);
  return out;
}

float EventLabels::any(const float* probabilities) const {
  float sum = 0;
  for (size_t k = 0; k < type_of_.size(); ++k)
    if (type_of_[k] != SIZE_MAX) sum += probabilities[k];
  return sum;
}

void EventLabels::add(const TagAnswer& answer, size_t row, size_t count, uint32_t first_token, EventWords& out) const {
  for (size_t i = 0; i < count; ++i) {
    const float* p = answer.probabilities[0].row(row + i);
    float* by_type = out.probabilities.data() + (first_token + i) * types_.size();
    for (size_t k = 0; k < type_of_.size(); ++k)
      if (type_of_[k] != SIZE_MAX) by_type[type_of_[k]] += p[k];
    out.any[first_token + i] = any(p);
    out.most = std::max(out.most, out.any[first_token + i]);
    if (said_head_ != SIZE_MAX) out.speaker[first_token + i] = 1 - answer.probabilities[said_head_].row(row + i)[nobody_];
    if (const size_t n = out.statuses.size(); n > 0)
      std::copy_n(answer.probabilities[status_head_].row(row + i), n, out.of_status.data() + (first_token + i) * n);
  }
  const auto& labels = tagger_.labels(0);
  for (size_t i = 0; i < count;) {
    size_t end = i + 1;
    size_t type = type_of_[answer.tags[row + i]];
    if (type != SIZE_MAX) {
      while (end < count && labels[answer.tags[row + end]].starts_with('I') && type_of_[answer.tags[row + end]] == type) ++end;
    } else if (out.any[first_token + i] >= kWeak) {
      while (end < count && type_of_[answer.tags[row + end]] == SIZE_MAX && out.any[first_token + end] >= kWeak) ++end;
      type = likeliest(out, first_token + i, first_token + end);
    }
    if (type != SIZE_MAX) out.spans.push_back(span_of(answer, row, first_token, i, end, type, out));
    i = end;
  }
}

size_t EventLabels::likeliest(const EventWords& words, size_t first, size_t last) const {
  std::vector<float> sums(types_.size());
  for (size_t i = first; i < last; ++i)
    for (size_t k = 0; k < sums.size(); ++k) sums[k] += words.probabilities[i * types_.size() + k];
  return static_cast<size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

EventSpan EventLabels::span_of(const TagAnswer& answer, size_t row, uint32_t first_token, size_t begin, size_t end, size_t type,
                               const EventWords& words) const {
  EventSpan span{first_token + static_cast<uint32_t>(begin), first_token + static_cast<uint32_t>(end), types_[type], {}, 0};
  std::vector<float> sums(root_head_ == SIZE_MAX ? 0 : tagger_.labels(root_head_).size());
  for (size_t k = begin; k < end; ++k) {
    span.probability += words.probabilities[(first_token + k) * types_.size() + type] / static_cast<float>(end - begin);
    for (size_t r = 0; r < sums.size(); ++r) sums[r] += answer.probabilities[root_head_].row(row + k)[r];
  }
  if (!sums.empty()) span.root = tagger_.labels(root_head_)[static_cast<size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin())];
  return span;
}

}  // namespace gesta
