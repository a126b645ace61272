#include "events/fields_tree.h"

#include <algorithm>

#include "base/lists.h"
#include "base/utf8.h"

namespace gesta::tree {

bool among(std::string_view word, Words words) { return gesta::among(words, word); }

std::string lower_form(const Document& document, uint32_t token) {
  if (token >= document.tokens.size()) return {};
  return to_lower(document.tokens[token].form);
}

std::string lower_lemma(const Document& document, uint32_t token) {
  if (token >= document.tokens.size()) return {};
  const Token& at = document.tokens[token];
  return to_lower(at.lemma.empty() ? at.form : at.lemma);
}

std::span<const uint32_t> children(const Document& document, uint32_t token) {
  if (token >= document.children.size()) return {};
  return document.children[token];
}

uint32_t child(const Document& document, uint32_t token, std::initializer_list<Deprel> relations) {
  for (const uint32_t c : children(document, token))
    if (gesta::among(relations, document.tokens[c].deprel)) return c;
  return kNone;
}

uint32_t head(const Document& document, uint32_t token) {
  const uint32_t head = document.tokens[token].head;
  return head < document.tokens.size() ? head : kNone;
}

bool has_child_form(const Document& document, uint32_t token, Deprel relation, std::string_view form) {
  for (const uint32_t c : children(document, token))
    if (document.tokens[c].deprel == relation && lower_form(document, c) == form) return true;
  return false;
}

bool has_child_form(const Document& document, uint32_t token, std::string_view form) {
  for (const uint32_t c : children(document, token))
    if (lower_form(document, c) == form) return true;
  return false;
}

bool has_child_lemma(const Document& document, uint32_t token, Deprel relation, Words lemmas) {
  for (const uint32_t c : children(document, token))
    if (base(document.tokens[c].deprel) == relation && among(lower_lemma(document, c), lemmas)) return true;
  return false;
}

bool is_verbal(const Document& document, uint32_t token) {
  if (token >= document.tokens.size()) return false;
  const Token& at = document.tokens[token];
  if (at.upos == Upos::VERB) return at.deprel != Deprel::amod && at.deprel != Deprel::compound && at.deprel != Deprel::case_;
  return child(document, token, {Deprel::cop}) != kNone;
}

uint32_t clause_of(const Document& document, uint32_t token) {
  for (uint32_t step = 0; step < 512 && token < document.tokens.size(); ++step) {
    if (is_verbal(document, token)) return token;
    const uint32_t head = document.tokens[token].head;
    if (head == kNone) return token;
    token = head;
  }
  return token;
}

bool is_below(const Document& document, uint32_t token, uint32_t ancestor) {
  for (uint32_t step = 0; step < 512 && token < document.tokens.size(); ++step) {
    if (token == ancestor) return true;
    token = document.tokens[token].head;
  }
  return false;
}

uint32_t subject_of(const Document& document, uint32_t verb) {
  for (uint32_t step = 0; step < 8 && verb < document.tokens.size(); ++step) {
    const uint32_t subject = child(document, verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj});
    if (subject != kNone) return subject;
    const Deprel relation = document.tokens[verb].deprel;
    if (relation != Deprel::conj && relation != Deprel::xcomp && relation != Deprel::advcl) return kNone;
    verb = document.tokens[verb].head;
  }
  return kNone;
}

namespace {

void widen(const Document& document, uint32_t token, bool clauses, int depth, Span& span) {
  const Span own = document.tokens[token].span;
  span.begin = std::min(span.begin, own.begin);
  span.end = std::max(span.end, own.end);
  if (depth > 60) return;
  for (const uint32_t c : children(document, token)) {
    const Deprel relation = base(document.tokens[c].deprel);
    const bool loose = relation == Deprel::acl || relation == Deprel::appos || relation == Deprel::punct || relation == Deprel::conj ||
                       relation == Deprel::cc || relation == Deprel::parataxis || relation == Deprel::advcl || relation == Deprel::case_ ||
                       relation == Deprel::nsubj || relation == Deprel::cop || relation == Deprel::mark;
    if (!clauses && loose) continue;
    widen(document, c, clauses, depth + 1, span);
  }
}

}  // namespace

Span subtree_span(const Document& document, uint32_t token) {
  Span span = document.tokens[token].span;
  widen(document, token, true, 0, span);
  return span;
}

Span phrase_span(const Document& document, uint32_t token) {
  Span span = document.tokens[token].span;
  widen(document, token, false, 0, span);
  return span;
}

namespace {

std::vector<uint32_t> path_up(const Document& document, uint32_t token) {
  constexpr size_t longest = 40;
  std::vector<uint32_t> out;
  for (; token < document.tokens.size() && out.size() < longest; token = document.tokens[token].head) out.push_back(token);
  return out;
}

}  // namespace

Path path(const Document& document, uint32_t from, uint32_t to) {
  Path result;
  const std::vector<uint32_t> ours = path_up(document, from), theirs = path_up(document, to);
  size_t a = 0, b = 0;
  for (a = 0; a < ours.size(); ++a) {
    b = static_cast<size_t>(std::find(theirs.begin(), theirs.end(), ours[a]) - theirs.begin());
    if (b < theirs.size()) break;
  }
  if (a == ours.size()) return result;
  const auto relation = [&](uint32_t token) { return std::string(name(base(document.tokens[token].deprel))); };
  result.met = true, result.ups = static_cast<uint32_t>(a), result.downs = static_cast<uint32_t>(b);
  for (size_t i = 0; i < a; ++i) {
    if (i + 3 >= a || i == 0) result.up += (i ? ">" : "") + relation(ours[i]);
    result.top = ours[i];
  }
  for (size_t i = 0; i < b && i < 2; ++i) result.down += "<" + relation(theirs[b - 1 - i]);
  return result;
}

std::string_view marker(const Document& document, uint32_t token) {
  for (const uint32_t c : children(document, token))
    if (document.tokens[c].deprel == Deprel::case_) return document.tokens[c].lemma.empty() ? document.tokens[c].form : document.tokens[c].lemma;
  return "-";
}

uint32_t heading_line(const Document& document, uint32_t sentence) {
  constexpr uint32_t most_words = 14, most_back = 5;
  for (uint32_t s = sentence, back = 0; s > 0 && back < most_back; ++back) {
    if (document.sentences[--s].paragraph != document.sentences[sentence].paragraph) return kNone;
    const Sentence& line = document.sentences[s];
    bool verb = line.last - line.first > most_words;
    for (uint32_t t = line.first; t < line.last && !verb; ++t) verb = document.tokens[t].upos == Upos::VERB || document.tokens[t].upos == Upos::AUX;
    if (!verb) return s;
  }
  return kNone;
}

std::vector<ParagraphMark> paragraphs_of(std::string_view text) {
  std::vector<ParagraphMark> out;
  for (size_t from = 0; from < text.size();) {
    const size_t to = std::min(text.find("\n\n", from), text.size());
    if (to > from) out.push_back({{static_cast<uint32_t>(from), static_cast<uint32_t>(to)}, false});
    from = to + 2;
  }
  return out;
}

uint32_t head_of(const Document& document, Span span) {
  const auto inside = [&](uint32_t t) { return t != kNone && span.overlaps(document.tokens[t].span); };
  uint32_t other = kNone;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (!inside(t) || token.upos == Upos::PUNCT || inside(token.head)) continue;
    if (token.upos == Upos::VERB || token.upos == Upos::NOUN) return t;
    if (other == kNone) other = t;
  }
  return other;
}

bool in_quotes(const Document& document, uint32_t token) {
  if (token >= document.tokens.size()) return false;
  const uint32_t sentence = document.tokens[token].sentence;
  if (sentence >= document.sentences.size()) return false;
  uint32_t from = sentence;
  while (from > 0 && sentence - from < 12 && document.sentences[from - 1].paragraph == document.sentences[sentence].paragraph) --from;
  bool open = false;
  for (uint32_t t = document.sentences[from].first; t < token; ++t) {
    const std::string_view form = document.tokens[t].form;
    if (form == "\xE2\x80\x9C" || form == "``")
      open = true;
    else if (form == "\xE2\x80\x9D" || form == "''")
      open = false;
    else if (form == "\"")
      open = !open;
  }
  return open;
}

}  // namespace gesta::tree
