#include "language/tagger.h"

#include <algorithm>
#include <cmath>

#include "language/pool.h"

namespace gesta {
namespace {

constexpr int64_t kNever = -(int64_t{1} << 40);
constexpr float kUnit = 1024.0f;

bool follows(std::string_view before, std::string_view label) {
  return !label.starts_with('I') || (before != "O" && before.size() > 2 && label.size() > 2 && before.substr(2) == label.substr(2));
}

}  // namespace

Tagger::Tagger(const WordVectors& words, ModelFile file) : Net(words, std::move(file), "tagger") {
  load_layers(2 * hidden_);
  const std::string_view spans = file_.setting("spans");
  heads_.emplace_back(spans);
  std::string_view list = file_.setting("heads");
  bool has_spans = false;
  while (!list.empty() && heads_.size() < 16) {
    const size_t end = std::min(list.find(','), list.size());
    if (list.substr(0, end) == spans) has_spans = true;
    if (list.substr(0, end) != spans) heads_.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  if (!has_spans) file_.fault("the head of the spans is not among its heads");
  for (const std::string& head : heads_) {
    const auto lines = file_.lines("labels." + head);
    if (lines.size() > 255) file_.fault("too many labels of " + head);
    labels_.emplace_back(lines.begin(), lines.end());
    outs_.push_back(linear("out." + head, 4 * hidden_, lines.size()));
  }
  for (const std::string& before : labels_[0])
    for (const std::string& label : labels_[0]) allowed_.push_back(follows(before, label));
  if (labels_[0][0] != "O") file_.fault("the first label of the spans is not O");
}

void Tagger::run(const Batch& batch, Scratch& s, TagAnswer& answer) const {
  types(batch, s);
  layer(0, batch, s.x, s.first, s);
  s.h.resize(s.first.rows, s.first.columns);
  std::copy_n(s.first.data.data(), s.first.rows * s.first.stride, s.h.data.data());
  for (size_t i = 1; i < layers_; ++i) {
    layer(i, batch, s.h, s.state, s);
    add(s.state, s.h);
  }
  s.x.resize(s.h.rows, 2 * s.h.columns);
  for (size_t i = 0; i < s.h.rows; ++i) {
    std::copy_n(s.first.row(i), s.h.columns, s.x.row(i));
    std::copy_n(s.h.row(i), s.h.columns, s.x.row(i) + s.h.columns);
  }
  seen("states", s.x, s);
  kernel_->quantise(s.x, s.q);
  answer.tags.resize(batch.forms.size());
  answer.probabilities.resize(heads_.size());
  for (size_t head = 0; head < heads_.size(); ++head) {
    Matrix& out = answer.probabilities[head];
    kernel_->multiply(outs_[head], s.q, out);
    seen("logits." + heads_[head], out, s);
    if (head == 0) {
      for (size_t k = 0; k + 1 < batch.starts.size(); ++k)
        best_labels(out, batch.starts[k], batch.starts[k + 1], allowed_, answer.tags.data() + batch.starts[k]);
    }
    for (size_t i = 0; i < out.rows; ++i) kernel_->softmax(out.row(i), out.columns);
    seen("softmax." + heads_[head], out, s);
  }
}

void best_labels(const Matrix& logits, size_t first, size_t last, const std::vector<char>& allowed, uint8_t* out) {
  const size_t n = logits.columns;
  if (first == last) return;
  const auto score = [&](size_t i, size_t k) { return static_cast<int64_t>(std::lrint(logits.row(i)[k] * kUnit)); };
  std::vector<int64_t> best(n), next(n);
  std::vector<uint8_t> back((last - first) * n, 0);
  for (size_t k = 0; k < n; ++k) best[k] = score(first, k) + (allowed[k] ? 0 : kNever);  // row 0 of allowed: after O, as at the start
  for (size_t i = first + 1; i < last; ++i) {
    for (size_t k = 0; k < n; ++k) {
      int64_t most = INT64_MIN;
      for (size_t before = 0; before < n; ++before) {
        const int64_t value = allowed[before * n + k] ? best[before] : kNever;
        if (value > most) most = value, back[(i - first) * n + k] = static_cast<uint8_t>(before);
      }
      next[k] = most + score(i, k);
    }
    best.swap(next);
  }
  size_t label = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = last; i > first; --i) {
    out[i - 1 - first] = static_cast<uint8_t>(label);
    label = back[(i - 1 - first) * n + label];
  }
}

struct SpanTagger::Models {
  WordVectors words;
  Tagger tagger;
  mutable ScratchPool pool;
  Models(const std::string& folder, const std::string& file)
      : words(WordVectors::load(folder + "/words.gmdl")), tagger(words, ModelFile::open(folder + "/" + file)) {}
};

SpanTagger::SpanTagger(SpanTagger&&) noexcept = default;
SpanTagger& SpanTagger::operator=(SpanTagger&&) noexcept = default;
SpanTagger::~SpanTagger() = default;
SpanTagger::SpanTagger(std::unique_ptr<const Models> models) : models_(std::move(models)) {}
const Tagger& SpanTagger::tagger() const { return models_->tagger; }

SpanTagger SpanTagger::load(const std::string& models_folder, const std::string& file) {
  return SpanTagger(std::make_unique<const Models>(models_folder, file));
}

TagAnswer SpanTagger::run(const Document& document, uint32_t first, uint32_t last) const {
  TagAnswer answer;
  Batch batch;
  for (uint32_t i = first; i < last; ++i) batch.forms.push_back(document.tokens[i].form);
  if (batch.forms.empty()) return answer;
  batch.starts = {0, batch.forms.size()};
  std::unique_ptr<Scratch> scratch = models_->pool.take();
  models_->tagger.run(batch, *scratch, answer);
  models_->pool.give(std::move(scratch));
  return answer;
}

}  // namespace gesta
