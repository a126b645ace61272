#include "language/tagger.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/lists.h"

namespace gesta {
namespace {

constexpr int64_t kNever = -(int64_t{1} << 40);
constexpr float kUnit = 1024.0f;
constexpr size_t kDistances = 29;  // rows of the table: arguments.h
static_assert(kRelations == std::tuple_size_v<Ties>);

}  // namespace

Moves bio_moves(const std::vector<std::string>& labels) {
  Moves moves(labels.size());
  for (size_t k = 0; k < labels.size(); ++k) {
    if (!labels[k].starts_with('I')) continue;
    for (size_t before = 0; before < labels.size(); ++before)
      if (labels[before].size() > 2 && labels[before].substr(2) == labels[k].substr(2)) moves[k].push_back(static_cast<uint8_t>(before));
  }
  return moves;
}

Tagger::Tagger(const WordVectors& words, ModelFile file, const std::vector<std::string_view>& wanted) : Net(words, std::move(file), "tagger") {
  load_layers(2 * hidden_);
  const std::string_view spans = file_.setting("spans");
  heads_.emplace_back(spans);
  std::string_view list = file_.setting("heads");
  bool has_spans = false;
  while (!list.empty() && heads_.size() < 16) {
    const size_t end = std::min(list.find(','), list.size());
    if (list.substr(0, end) == spans)
      has_spans = true;
    else if (among(wanted, list.substr(0, end)))
      heads_.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  if (!has_spans) file_.fault("the head of the spans is not among its heads");
  for (const std::string& head : heads_) {
    const auto lines = file_.lines("labels." + head);
    if (lines.size() > 255) file_.fault("too many labels of " + head);
    labels_.emplace_back(lines.begin(), lines.end());
    outs_.push_back(linear("out." + head, 4 * hidden_, lines.size()));
  }
  moves_ = bio_moves(labels_[0]);
  if (labels_[0][0] != "O") file_.fault("the first label of the spans is not O");
  if (file_.has("pair.out")) load_pair();
}

void Tagger::load_pair() {
  const size_t hidden = file_.number("pair", 1, 1024), rank = file_.number("rank", 0, 1024);
  pair_ = Pair{hidden,
               rank,
               linear("pair.event", 4 * hidden_, hidden + rank),
               linear("pair.word", 4 * hidden_, hidden + rank),
               file_.floats("pair.distance", kDistances * hidden),
               file_.floats("pair.out", (hidden + rank) * kRelations),
               file_.floats("pair.bias", kRelations)};
}

void Tagger::sides(const Batch& batch, Scratch& s, Sides& out) const {
  states(batch, s);
  sides_of_states(s, out);
}

void Tagger::ties(const float* event, const std::vector<const float*>& words, const std::vector<size_t>& distances, std::vector<Ties>& out) const {
  std::vector<const float*> places(words.size());
  for (size_t i = 0; i < words.size(); ++i) places[i] = pair_->distance.data() + distances[i] * pair_->hidden;
  out.resize(words.size());
  if (words.empty()) return;
  kernel_->relate({pair_->hidden, pair_->rank, pair_->out.data(), pair_->bias.data()}, event, words.data(), places.data(), words.size(),
                  out[0].data());
}

void Tagger::states(const Batch& batch, Scratch& s) const {
  first_layer(batch, s.first, s);
  const Matrix* h = &s.first;
  for (size_t i = 1; i < layers_; ++i) {
    layer(i, batch, *h, s.state, s);
    add(*h, s.state);
    std::swap(s.h, s.state);
    h = &s.h;
  }
  s.x.resize(h->rows, 2 * h->columns);
  for (size_t i = 0; i < h->rows; ++i) {
    std::copy_n(s.first.row(i), h->columns, s.x.row(i));
    std::copy_n(h->row(i), h->columns, s.x.row(i) + h->columns);
  }
  seen("states", s.x, s);
  kernel_->quantise(s.x, s.q);
}

void Tagger::logits(const Scratch& s, std::vector<Matrix>& out) const {
  out.resize(heads_.size());
  for (size_t head = 0; head < heads_.size(); ++head) kernel_->multiply(outs_[head], s.q, out[head]);
}

void Tagger::sides_of_states(const Scratch& s, Sides& sides) const {
  kernel_->multiply(pair_->event, s.q, sides.event);
  kernel_->multiply(pair_->word, s.q, sides.word);
}

void Tagger::finish(const Batch& batch, Scratch& s, TagAnswer& answer) const {
  answer.tags.resize(batch.forms.size());
  for (size_t k = 0; k + 1 < batch.starts.size(); ++k)
    best_spans(answer.probabilities[0], batch.starts[k], batch.starts[k + 1], answer.tags.data() + batch.starts[k]);
  for (size_t head = 0; head < heads_.size(); ++head) softmax(head, s, answer.probabilities[head]);
}

void Tagger::run(const Batch& batch, Scratch& s, TagAnswer& answer) const {
  states(batch, s);
  logits(s, answer.probabilities);
  finish(batch, s, answer);
}

void Tagger::span_logits(const Batch& batch, Scratch& s, Matrix& logits) const {
  states(batch, s);
  kernel_->multiply(outs_[0], s.q, logits);
}

void Tagger::best_spans(const Matrix& logits, size_t first, size_t last, uint8_t* tags) const { best_labels(logits, first, last, moves_, tags); }

void Tagger::look(const Batch& batch, Scratch& s, Matrix& probabilities) const {
  span_logits(batch, s, probabilities);
  softmax(0, s, probabilities);
}

void Tagger::run_together(const std::vector<std::unique_ptr<const Tagger>>& taggers, const Batch& batch, const Passages& passages,
                          std::vector<Scratch>& scratch, TagAnswer& answer, bool seen) {
  const auto count = static_cast<float>(taggers.size());
  if (!seen) taggers[0]->states(batch, scratch[0]);
  taggers[0]->logits(scratch[0], answer.probabilities);
  if (taggers[0]->has_pairs()) taggers[0]->sides_of_states(scratch[0], answer.sides);
  std::vector<Matrix> other;
  for (size_t k = 1; k < taggers.size(); ++k) {
    taggers[k]->states(passages.batch, scratch[k]);
    taggers[k]->logits(scratch[k], other);
    for (size_t head = 0; head < other.size(); ++head)
      for (size_t i = 0; i < passages.row.size(); ++i)
        for (size_t label = 0; label < other[head].columns; ++label)
          answer.probabilities[head].row(i)[label] += other[head].row(passages.row[i])[label];
  }
  for (Matrix& sum : answer.probabilities)
    for (float& x : sum.data) x /= count;
  taggers[0]->finish(batch, scratch[0], answer);
}

void Tagger::softmax(size_t head, Scratch& s, Matrix& logits) const {
  seen("logits." + heads_[head], logits, s);
  for (size_t i = 0; i < logits.rows; ++i) kernel_->softmax(logits.row(i), logits.columns);
  seen("softmax." + heads_[head], logits, s);
}

void best_labels(const Matrix& logits, size_t first, size_t last, const Moves& moves, uint8_t* out) {
  const size_t n = logits.columns;
  if (first == last) return;
  const auto score = [&](size_t i, size_t k) { return static_cast<int64_t>(std::lrint(logits.row(i)[k] * kUnit)); };
  std::vector<int64_t> best(n), next(n);
  std::vector<uint8_t> back((last - first) * n, 0);
  for (size_t k = 0; k < n; ++k) best[k] = score(first, k) + (moves[k].empty() ? 0 : kNever);
  for (size_t i = first + 1; i < last; ++i) {
    const auto top = static_cast<uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (size_t k = 0; k < n; ++k) {
      uint8_t from = moves[k].empty() ? top : moves[k][0];
      for (const uint8_t before : moves[k])
        if (best[before] > best[from]) from = before;
      back[(i - first) * n + k] = from;
      next[k] = best[from] + score(i, k);
    }
    best.swap(next);
  }
  auto label = static_cast<uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = last; i > first; --i) {
    out[i - 1 - first] = label;
    label = back[(i - 1 - first) * n + label];
  }
}

}  // namespace gesta
