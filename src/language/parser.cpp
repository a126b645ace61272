#include "language/parser.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/lists.h"
#include "language/tree.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 50> kPenn = {"NNP", "NN",   "NNS", "NNPS", "JJ", "JJR", "JJS",   "RB",    "RBR",  "RBS", "VB",  "VBD", "VBG",
                                                    "VBN", "VBP",  "VBZ", "MD",   "IN", "DT",  "PDT",   "PRP",   "PRP$", "WP",  "WP$", "WDT", "WRB",
                                                    "CC",  "CD",   "EX",  "FW",   "LS", "POS", "RP",    "TO",    "UH",   "SYM", "ADD", "AFX", "GW",
                                                    "NFP", "HYPH", "XX",  "$",    "``", "''",  "-LRB-", "-RRB-", ",",    ".",   ":"};

constexpr float kCertain = 0.97f;  // parts of speech surer than that are not read once more

size_t arg_max(const float* row, size_t n, size_t without = SIZE_MAX) {
  size_t best = without == 0 ? 1 : 0;
  for (size_t k = best + 1; k < n; ++k)
    if (k != without && row[k] > row[best]) best = k;
  return best;
}

void join(const Matrix& a, const Matrix& b, Matrix& out) {
  out.resize(a.rows, a.columns + b.columns);
  for (size_t i = 0; i < a.rows; ++i) {
    std::copy_n(a.row(i), a.columns, out.row(i));
    std::copy_n(b.row(i), b.columns, out.row(i) + a.columns);
  }
}

// Keeps the rows that are named, moved together, and names them anew.
void keep_rows(std::vector<uint32_t>& named, std::vector<size_t>& place, Quantised& q) {
  place.assign(q.rows, SIZE_MAX);
  for (const uint32_t row : named) place[row] = 0;
  size_t kept = 0;
  for (size_t row = 0; row < q.rows; ++row) {
    if (place[row] == SIZE_MAX) continue;
    std::copy_n(q.row(row), q.stride, q.data.data() + kept * q.stride);
    q.size[kept] = q.size[row];
    place[row] = kept++;
  }
  q.rows = kept;
  for (uint32_t& row : named) row = static_cast<uint32_t>(place[row]);
}

}  // namespace

std::string_view penn_tag(uint8_t index) { return kPenn[index]; }

bool parse_penn_tag(std::string_view name, uint8_t& index) {
  const auto found = std::find(kPenn.begin(), kPenn.end(), name);
  index = static_cast<uint8_t>(found - kPenn.begin());
  return found != kPenn.end();
}

Parser::Parser(const WordVectors& words, ModelFile file) : Net(words, std::move(file), "parser") {
  for (const std::string_view label : file_.lines("labels.upos")) {
    uint8_t k = 0;
    while (k <= static_cast<uint8_t>(Upos::X) && name(static_cast<Upos>(k)) != label) ++k;
    if (k > static_cast<uint8_t>(Upos::X)) file_.fault("unknown part of speech " + std::string(label));
    upos_names_.push_back(static_cast<Upos>(k));
  }
  for (const std::string_view label : file_.lines("labels.xpos")) {
    uint8_t k = 0;
    if (!parse_penn_tag(label, k)) file_.fault("unknown tag " + std::string(label));
    xpos_names_.push_back(k);
  }
  bool has_root = false;
  for (const std::string_view label : file_.lines("labels.deprel")) {
    Deprel relation{};
    if (!parse_deprel(label, relation)) file_.fault("unknown relation " + std::string(label));
    if (relation == Deprel::root) has_root = true, root_relation_ = deprel_names_.size();
    deprel_names_.push_back(relation);
  }
  if (!has_root || deprel_names_.size() < 2) file_.fault("the relations have no root");
  const size_t h = 2 * hidden_, arc = file_.number("arc", kPad, 512), relations = deprel_names_.size();
  if (layers_ < 2 || arc % kPad != 0) file_.fault("layers or arc are out of range");
  const size_t feed = file_.rows("feed.scale"), rank = file_.rows("rank_dep.scale"), label = file_.rows("label_dep.scale");
  upos_ = linear("upos", h, upos_names_.size()), xpos_ = linear("xpos", h, xpos_names_.size());
  feed_ = linear("feed", upos_names_.size() + xpos_names_.size(), feed);
  load_layers(h + feed);
  arc_dep_ = linear("arc_dep", h, arc), arc_head_ = linear("arc_head", h, arc), arc_ = linear("arc", arc, arc);
  label_dep_ = linear("label_dep", h, label), label_head_ = linear("label_head", h, label), label_out_ = linear("label_out", label, relations);
  rank_dep_ = linear("rank_dep", h, rank), rank_head_ = linear("rank_head", h, rank), rank_out_ = linear("rank_out", rank, relations);
  if (retags_ = file_.has("retag.out.q"); retags_) {
    const size_t in = 2 * h + feed + relations, mid = file_.rows("retag.mid.scale");
    retag_line_ = linear("retag.line", in, upos_names_.size()), retag_mid_ = linear("retag.mid", in, mid);
    retag_out_ = linear("retag.out", mid, upos_names_.size());
  }
  const auto root = file_.floats("root", h);
  root_.resize(1, h);
  std::copy(root.begin(), root.end(), root_.row(0));
}

void Parser::run(const Batch& batch, const std::vector<bool>& wanted, Scratch& s, std::vector<Answer>& answers) const {
  answers.assign(batch.forms.size(), {});
  first_layer(batch, s.h, s);
  tags(batch, s, answers);
  if (!among(wanted, false)) return trees(batch, s, answers);
  Batch rest;  // the sentences that get a tree, moved together
  rest.starts.push_back(0);
  std::vector<Answer> parsed;
  for (size_t k = 0; k < wanted.size(); ++k) {
    if (!wanted[k]) continue;
    for (size_t i = batch.starts[k]; i < batch.starts[k + 1]; ++i) {
      std::copy_n(s.h.row(i), s.h.columns, s.h.row(rest.forms.size()));
      std::copy_n(s.feed.row(i), s.feed.columns, s.feed.row(rest.forms.size()));
      rest.forms.push_back(batch.forms[i]);
      parsed.push_back(answers[i]);
    }
    rest.starts.push_back(rest.forms.size());
  }
  if (parsed.empty()) return;
  s.h.rows = s.feed.rows = parsed.size();
  trees(rest, s, parsed);
  for (size_t k = 0, at = 0; k < wanted.size(); ++k)
    for (size_t i = batch.starts[k]; wanted[k] && i < batch.starts[k + 1]; ++i) answers[i] = parsed[at++];
}

// From the states of layer 0 in s.h and the tags in s.feed.
void Parser::trees(const Batch& batch, Scratch& s, std::vector<Answer>& answers) const {
  join(s.h, s.feed, s.x);
  for (size_t i = 1; i < layers_; ++i) {
    layer(i, batch, i == 1 ? s.x : s.h, s.state, s);
    add(s.state, s.h);
  }
  seen("states", s.h, s);
  heads(batch, s, answers);
  relations(s, batch, answers);
  if (retags_) retag(s, answers);
}

// From what `trees` has left: layer 0 and tags in s.x, the last states in s.h, the scores of relations.
void Parser::retag(Scratch& s, std::vector<Answer>& answers) const {
  s.fresh.clear();
  for (size_t i = 0; i < answers.size(); ++i)
    if (answers[i].certainty <= kCertain) s.fresh.push_back(i);
  if (s.fresh.empty()) return;
  Matrix& rows = s.softmaxes;
  rows.resize(s.fresh.size(), s.x.columns + s.h.columns + s.scores.columns);
  for (size_t k = 0; k < s.fresh.size(); ++k) {
    const size_t i = s.fresh[k];
    float* scores = s.scores.row(i);
    kernel_->softmax(scores, s.scores.columns);
    float* out = std::copy_n(s.x.row(i), s.x.columns, rows.row(k));
    out = std::copy_n(s.h.row(i), s.h.columns, out);
    std::copy_n(scores, s.scores.columns, out);
  }
  kernel_->quantise(rows, s.q);
  kernel_->multiply(retag_line_, s.q, s.upos);
  kernel_->multiply(retag_mid_, s.q, s.mid);
  leaky(*kernel_, s.mid);
  apply(*kernel_, retag_out_, s.mid, s.q, s.more);
  add(s.more, s.upos);
  seen("retag", s.upos, s);
  for (size_t k = 0; k < s.fresh.size(); ++k) answers[s.fresh[k]].upos = upos_names_[arg_max(s.upos.row(k), s.upos.columns)];
}

void Parser::tags(const Batch& batch, Scratch& s, std::vector<Answer>& answers) const {
  kernel_->quantise(s.h, s.q);
  kernel_->multiply(upos_, s.q, s.upos);
  kernel_->multiply(xpos_, s.q, s.xpos);
  for (size_t i = 0; i < batch.forms.size(); ++i) {
    answers[i].upos = upos_names_[arg_max(s.upos.row(i), upos_.out)];
    answers[i].xpos = xpos_names_[arg_max(s.xpos.row(i), xpos_.out)];
    kernel_->softmax(s.upos.row(i), upos_.out);
    kernel_->softmax(s.xpos.row(i), xpos_.out);
    answers[i].certainty = *std::max_element(s.upos.row(i), s.upos.row(i) + upos_.out);
  }
  join(s.upos, s.xpos, s.softmaxes);
  apply(*kernel_, feed_, s.softmaxes, s.q, s.feed);
  seen("feed", s.feed, s);
}

// Leaves in s.states_q the root and the last states, quantised.
void Parser::heads(const Batch& batch, Scratch& s, std::vector<Answer>& answers) const {
  s.candidates.resize(s.h.rows + 1, s.h.columns);
  std::copy_n(root_.row(0), s.h.columns, s.candidates.row(0));
  std::copy_n(s.h.row(0), s.h.rows * s.h.stride, s.candidates.row(1));
  kernel_->quantise(s.candidates, s.states_q);
  kernel_->multiply(arc_dep_, s.states_q, s.dep);
  leaky(*kernel_, s.dep);
  kernel_->multiply(arc_head_, s.states_q, s.head);
  leaky(*kernel_, s.head);
  apply(*kernel_, arc_, s.dep, s.q, s.more);
  kernel_->quantise(s.more, s.dep_q);
  kernel_->quantise(s.head, s.q);
  s.found.resize(batch.forms.size());
  for (size_t k = 0; k + 1 < batch.starts.size(); ++k) {
    const size_t first = batch.starts[k], n = batch.starts[k + 1] - first, stride = s.q.stride;
    s.arcs.resize(n * (n + 1));
    for (size_t i = 0; i < n; ++i) {
      const int16_t* dep = s.dep_q.row(first + i + 1);
      const float size = s.dep_q.size[first + i + 1];
      int32_t* row = s.arcs.data() + i * (n + 1);
      kernel_->arcs(dep, size, s.q.row(0), s.q.size.data(), 1, stride, row);
      kernel_->arcs(dep, size, s.q.row(first + 1), s.q.size.data() + first + 1, n, stride, row + 1);
    }
    if (s.trace != nullptr) {
      (*s.trace)["arcs"] = fnv1a64({reinterpret_cast<const char*>(s.arcs.data()), s.arcs.size() * sizeof(int32_t)});
    }
    std::vector<uint32_t>& tree = s.tree;
    best_tree(s.arcs.data(), static_cast<uint32_t>(n), tree);
    for (size_t i = 0; i < n; ++i) {
      answers[first + i].head = tree[i];
      s.found[first + i] = tree[i] == 0 ? 0 : static_cast<uint32_t>(first + tree[i]);
    }
  }
}

void Parser::relations(Scratch& s, const Batch& batch, std::vector<Answer>& answers) const {
  kernel_->multiply(label_dep_, s.states_q, s.label_dep);
  kernel_->multiply(rank_dep_, s.states_q, s.rank_dep);
  keep_rows(s.found, s.fresh, s.states_q);  // words that are nobody's head: more than half
  kernel_->multiply(label_head_, s.states_q, s.label_head);
  kernel_->multiply(rank_head_, s.states_q, s.rank_head);
  const size_t n = batch.forms.size();
  for (size_t i = 0; i < n; ++i) {  // a row up, as the root has no relation
    const float *label = s.label_head.row(s.found[i]), *own = s.label_dep.row(i + 1);
    const float *rank = s.rank_head.row(s.found[i]), *own_rank = s.rank_dep.row(i + 1);
    for (size_t k = 0; k < s.label_dep.columns; ++k) s.label_dep.row(i)[k] = own[k] + label[k];
    for (size_t k = 0; k < s.rank_dep.columns; ++k) s.rank_dep.row(i)[k] = own_rank[k] * rank[k];
  }
  s.label_dep.rows = s.rank_dep.rows = n;
  leaky(*kernel_, s.label_dep);
  apply(*kernel_, label_out_, s.label_dep, s.q, s.scores);
  apply(*kernel_, rank_out_, s.rank_dep, s.q, s.more);
  add(s.more, s.scores);
  seen("labels", s.scores, s);
  for (size_t i = 0; i < n; ++i) {
    answers[i].deprel = answers[i].head == 0 ? Deprel::root : deprel_names_[arg_max(s.scores.row(i), label_out_.out, root_relation_)];
  }
}

}  // namespace gesta
