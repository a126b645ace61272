#include "language/sentence_ends.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/utf8.h"

namespace gesta {
namespace {

uint64_t mixed(uint64_t a, uint64_t b) {
  a = (a ^ (b + 0x9e3779b97f4a7c15ull + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdull;
  return a ^ (a >> 32);
}

// X upper, x lower, d digit, other signs themselves; runs cut at two, six in all.
std::string shape(std::string_view form) {
  std::string out;
  for (size_t at = 0; at < form.size() && out.size() < 6;) {
    const auto [c, size] = decode_utf8(form, at);
    at += std::max<size_t>(size, 1);
    const char kind = is_letter(c) ? (is_upper(c) ? 'X' : 'x') : c >= '0' && c <= '9' ? 'd' : c < 0x80 ? static_cast<char>(c) : '~';
    if (out.size() < 2 || out[out.size() - 1] != kind || out[out.size() - 2] != kind) out += kind;
  }
  return out;
}

bool mark(std::string_view form) { return form.find_first_not_of(".!?") == std::string_view::npos || form == "\u2026"; }

// 0 1 2 3 4, then steps that double.
uint64_t step(uint32_t n) {
  uint64_t out = std::min<uint32_t>(n, 4);
  for (uint32_t most = 4; n > most && out < 9; most *= 2) ++out;
  return out;
}

}  // namespace

SentenceEnds::SentenceEnds(ModelFile file) : file_(std::move(file)) {
  if (file_.setting("kind") != "sentence ends") file_.fault("holds no model of sentence ends");
  weights_ = file_.floats("weights", kEndSigns);
}

bool SentenceEnds::ends(const std::vector<uint32_t>& signs) const {
  float sum = 0;
  for (const uint32_t sign : signs) sum += weights_[sign];
  return sum > 0;
}

ParagraphSigns::ParagraphSigns(const std::vector<Token>& tokens, uint32_t first, uint32_t last, const std::vector<uint32_t>& by_rule)
    : first_(first), last_(last), words_(last - first) {
  uint8_t depth = 0;
  bool quote = false;
  for (uint32_t i = first; i < last; ++i) {
    const std::string_view form = tokens[i].form;
    Word& word = words_[i - first];
    const std::string kind = shape(form);
    word.form = fnv1a64(to_lower(form)), word.shape = fnv1a64(kind);
    word.open = static_cast<uint8_t>(std::min<int>(depth, 2) + (quote ? 3 : 0));
    word.thousands = form.size() > 4 && form.find_first_not_of("0123456789,") == std::string_view::npos && form[form.size() - 4] == ',';
    word.plain = kind.find_first_not_of("Xx") == std::string::npos, word.lower = kind[0] == 'x';
    word.rule = false;
    word.line = i > first && std::find(tokens[i - 1].form.end(), form.begin(), '\n') != form.begin();
    if (form == "(" || form == "[") ++depth;
    if ((form == ")" || form == "]") && depth > 0) --depth;
    if (form == "\"") quote = !quote;
    if (form == "\u201c") quote = true;
    if (form == "\u201d") quote = false;
  }
  for (const uint32_t end : by_rule)
    if (end < last) words_[end - first].rule = true;
  uint32_t far = 200;
  for (uint32_t i = last; i-- > first;) {
    far = mark(tokens[i].form) ? 0 : far + 1;
    words_[i - first].to_mark = far;
  }
}

bool ParagraphSigns::may_end(uint32_t end) const {
  const Word &last = at(end - 1), &next = at(end);
  return next.rule || next.line || (!last.thousands && (!last.plain || !next.lower));
}

void ParagraphSigns::of(uint32_t start, uint32_t end, std::vector<uint32_t>& signs) const {
  static constexpr Word kNothing{1, 1, 0, 0, false, false, false, false, false};
  const Word &last = at(end - 1), &next = at(end);
  const Word& before = end - 1 > first_ ? at(end - 2) : kNothing;
  const Word& after = end + 1 < last_ ? at(end + 1) : kNothing;
  const uint64_t rule = next.rule ? 1 : 2, since = step(end - start), far = step(next.to_mark);
  signs.clear();
  uint64_t kind = 0;
  const auto add = [&](uint64_t a, uint64_t b = 0, uint64_t c = 0) {
    signs.push_back(static_cast<uint32_t>(mixed(mixed(mixed(++kind, a), b), c) >> 16) % kEndSigns);
  };
  add(0), add(rule);
  add(last.form), add(next.form), add(last.form, next.form);
  add(last.shape), add(next.shape), add(last.shape, next.shape, rule);
  add(last.form, next.shape), add(last.shape, next.form);
  add(next.shape, after.shape), add(before.form, last.form), add(before.shape, last.shape, next.shape);
  add(since, rule), add(since, last.shape, next.shape);
  add(far, rule), add(far, last.shape, next.shape), add(far, since, rule);
  add(next.form, after.form), add(next.form, rule), add(last.form, rule);
  add(next.open, rule), add(step(last_ - end), rule), add(step(start - first_), rule);
  add(next.line, rule), add(after.form, rule), add(next.form, after.shape), add(since, next.form);
}

}  // namespace gesta
