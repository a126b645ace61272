#include "events/tree.h"

#include "base/lists.h"

namespace gesta {

Tree::Tree(const Document& document) : document_(document), children_(document.tokens.size()) {
  for (uint32_t i = 0; i < size(); ++i)
    if (const uint32_t head = document.tokens[i].head; head != kNone && head < size() && head != i) children_[head].push_back(i);
}

uint32_t Tree::child(uint32_t token, std::initializer_list<Deprel> relations) const {
  for (const uint32_t c : children_[token])
    if (among(relations, document_.tokens[c].deprel)) return c;
  return kNone;
}

std::vector<uint32_t> Tree::conjuncts(uint32_t token) const {
  std::vector<uint32_t> found = {token};
  for (size_t at = 0; at < found.size() && found.size() < kMaximalDepth; ++at)
    for (const uint32_t c : children_[found[at]])
      if (document_.tokens[c].deprel == Deprel::conj && !among(found, c)) found.push_back(c);
  return found;
}

uint32_t Tree::first_conjunct(uint32_t token) const {
  for (int depth = 0; depth < kMaximalDepth && document_.tokens[token].deprel == Deprel::conj && document_.tokens[token].head < size(); ++depth)
    token = document_.tokens[token].head;
  return token;
}

std::string_view Tree::marker(uint32_t token) const {
  for (const uint32_t c : children_[token]) {
    const Token& marker = document_.tokens[c];
    if (marker.deprel != Deprel::case_ && marker.deprel != Deprel::mark) continue;
    uint32_t end = c + 1;  // fixed parts follow their head
    while (end < size() && document_.tokens[end].deprel == Deprel::fixed && document_.tokens[end].head == c) ++end;
    if (end == c + 1) return marker.lemma;
    return Span{marker.span.begin, document_.tokens[end - 1].span.end}.of(document_.text);
  }
  return {};
}

bool Tree::under(uint32_t token, uint32_t ancestor) const {
  for (int depth = 0; depth < kMaximalDepth && token < size(); ++depth) {
    if (token == ancestor) return true;
    token = document_.tokens[token].head;
  }
  return false;
}

std::pair<uint32_t, uint32_t> Tree::extent(uint32_t token) const {
  std::pair<uint32_t, uint32_t> range = {token, token + 1};
  while (range.first > 0 && document_.tokens[range.first - 1].sentence == document_.tokens[token].sentence && under(range.first - 1, token))
    --range.first;
  while (range.second < size() && document_.tokens[range.second].sentence == document_.tokens[token].sentence && under(range.second, token))
    ++range.second;
  return range;
}

bool has_feature(const Token& token, std::string_view feature) { return token.feats.find(feature) != std::string_view::npos; }

}  // namespace gesta
