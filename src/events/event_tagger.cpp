#include "events/event_tagger.h"

#include <algorithm>
#include <cmath>

namespace gesta {
namespace {

constexpr size_t kNoType = SIZE_MAX, kLongestSentence = 512, kBatchTokens = 512;
constexpr int64_t kNever = -(int64_t{1} << 40);

int64_t whole(float logit) { return std::llrint(logit * 1024.0f); }

}  // namespace

float Tagging::probability(uint32_t token, std::string_view type) const {
  const auto found = std::find(types.begin(), types.end(), type);
  if (token >= by_type.size() || by_type[token].empty() || found == types.end()) return 0;
  return by_type[token][static_cast<size_t>(found - types.begin())];
}

float Tagging::any(uint32_t token) const {
  if (token >= by_type.size()) return 0;
  float sum = 0;
  for (const float p : by_type[token]) sum += p;
  return sum;
}

EventTagger::EventTagger(const WordVectors& words, ModelFile file) : Net(words, std::move(file), "tagger") {
  load_layers(2 * hidden_);
  const auto head = [&](std::string_view name) {
    Head out{std::string(name), file_.lines("labels." + std::string(name)), {}};
    out.map = linear("out." + out.name, 4 * hidden_, out.labels.size());
    return out;
  };
  spans_ = head(file_.setting("spans"));
  if (file_.has("labels.root")) root_ = head("root");
  for (const std::string_view label : spans_.labels) {
    if (label.size() < 3) {
      type_of_.push_back(kNoType);
      continue;
    }
    const auto found = std::find(types_.begin(), types_.end(), label.substr(2));
    type_of_.push_back(static_cast<size_t>(found - types_.begin()));
    if (found == types_.end()) types_.push_back(label.substr(2));
  }
}

// Leaves the joined states (first layer, last layer) in s.joined.
void EventTagger::logits(const Batch& batch, Scratch& s) const {
  types(batch, s);
  layer(0, batch, s.x, s.first, s);
  s.h.resize(s.first.rows, s.first.columns);
  for (size_t i = 0; i < s.first.rows; ++i) std::copy_n(s.first.row(i), s.first.columns, s.h.row(i));
  for (size_t i = 1; i < layers_; ++i) {
    layer(i, batch, s.h, s.state, s);
    add(s.state, s.h);
  }
  s.joined.resize(s.h.rows, 2 * s.h.columns);
  for (size_t i = 0; i < s.h.rows; ++i) {
    std::copy_n(s.first.row(i), s.h.columns, s.joined.row(i));
    std::copy_n(s.h.row(i), s.h.columns, s.joined.row(i) + s.h.columns);
  }
}

Tagging EventTagger::tag(const Document& document) const {
  Tagging out;
  out.types = types_;
  out.by_type.resize(document.tokens.size());
  Scratch s;
  Matrix scores, roots;
  for (size_t at = 0; at < document.sentences.size();) {
    Batch batch;
    std::vector<uint32_t> first;
    for (; at < document.sentences.size() && (batch.forms.empty() || batch.forms.size() < kBatchTokens); ++at) {
      const Sentence& sentence = document.sentences[at];
      const uint32_t last = std::min<uint32_t>(sentence.last, sentence.first + kLongestSentence);
      if (last <= sentence.first) continue;
      batch.starts.push_back(batch.forms.size());
      first.push_back(sentence.first);
      for (uint32_t i = sentence.first; i < last; ++i) batch.forms.push_back(document.tokens[i].form);
    }
    if (batch.forms.empty()) break;
    batch.starts.push_back(batch.forms.size());
    logits(batch, s);
    apply(*kernel_, spans_.map, s.joined, s.q, scores);
    if (!root_.labels.empty()) apply(*kernel_, root_.map, s.joined, s.q, roots);
    for (size_t k = 0; k < first.size(); ++k) add_spans(scores, roots, first[k], batch.starts[k], batch.starts[k + 1] - batch.starts[k], out);
  }
  return out;
}

void EventTagger::add_spans(const Matrix& scores, const Matrix& roots, uint32_t first_token, size_t row, size_t count, Tagging& out) const {
  const auto labels = decode(scores, row, count);
  std::vector<float> p(scores.stride);
  for (size_t i = 0; i < count; ++i) {
    std::copy_n(scores.row(row + i), scores.columns, p.data());
    const float top = *std::max_element(p.begin(), p.begin() + static_cast<std::ptrdiff_t>(scores.columns));
    float sum = 0;
    for (size_t k = 0; k < scores.columns; ++k) sum += p[k] = std::exp(p[k] - top);
    auto& by_type = out.by_type[first_token + i];
    by_type.assign(types_.size(), 0);
    for (size_t k = 0; k < scores.columns; ++k)
      if (type_of_[k] != kNoType) by_type[type_of_[k]] += p[k] / sum;
  }
  for (size_t i = 0; i < count;) {
    const size_t type = type_of_[labels[i]];
    size_t end = i + 1;
    while (end < count && type != kNoType && spans_.labels[labels[end]].starts_with('I') && type_of_[labels[end]] == type) ++end;
    if (type != kNoType) {
      TaggedSpan span{first_token + static_cast<uint32_t>(i), first_token + static_cast<uint32_t>(end), types_[type], {}, 0};
      std::vector<float> sums(root_.labels.size());
      for (size_t k = i; k < end; ++k) {
        span.probability += out.by_type[first_token + k][type] / static_cast<float>(end - i);
        for (size_t r = 0; r < sums.size(); ++r) sums[r] += roots.row(row + k)[r];
      }
      if (!sums.empty()) span.root = root_.labels[static_cast<size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin())];
      out.spans.push_back(span);
    }
    i = end;
  }
}

bool EventTagger::follows(size_t before, size_t label) const { return !spans_.labels[label].starts_with('I') || type_of_[before] == type_of_[label]; }

// Best path in whole numbers; ties go to the lowest label, as training/reference.py does.
std::vector<size_t> EventTagger::decode(const Matrix& scores, size_t row, size_t count) const {
  const size_t n = spans_.labels.size();
  std::vector<int64_t> best(n), next(n);
  std::vector<std::vector<size_t>> back(count, std::vector<size_t>(n));
  for (size_t k = 0; k < n; ++k) best[k] = whole(scores.row(row)[k]) + (spans_.labels[k].starts_with('I') ? kNever : 0);
  for (size_t i = 1; i < count; ++i) {
    for (size_t k = 0; k < n; ++k) {
      size_t from = 0;
      int64_t top = 2 * kNever;
      for (size_t j = 0; j < n; ++j)
        if (const int64_t value = follows(j, k) ? best[j] : kNever; value > top) top = value, from = j;
      back[i][k] = from;
      next[k] = top + whole(scores.row(row + i)[k]);
    }
    std::swap(best, next);
  }
  std::vector<size_t> path(count);
  path[count - 1] = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = count - 1; i > 0; --i) path[i - 1] = back[i][path[i]];
  return path;
}

}  // namespace gesta
