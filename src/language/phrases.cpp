// The whole phrase of a mention's head: what hangs on the noun within its phrase, not what stands beside it (coordination) or belongs to the
// clause of which the noun is the predicate.
#include <algorithm>

#include "base/utf8.h"
#include "language/mention_words.h"
#include "language/mentions.h"

namespace gesta {
namespace {

class Phrases {
 public:
  explicit Phrases(const Document& document) : document_(document), whole_(document.tokens.size()) {
    for (uint32_t i = 0; i < whole_.size(); ++i) whole_[i] = {i, i + 1};
    // Children before heads: by depth, which a chain of heads gives in linear time.
    std::vector<uint32_t> waiting(whole_.size(), 0), ready;
    for (const Token& token : document.tokens)
      if (token.head != kNone) ++waiting[token.head];
    for (uint32_t i = 0; i < waiting.size(); ++i)
      if (waiting[i] == 0) ready.push_back(i);
    for (size_t k = 0; k < ready.size(); ++k) {
      const uint32_t head = document.tokens[ready[k]].head;
      if (head == kNone) continue;
      widen(whole_[head], whole_[ready[k]]);
      if (--waiting[head] == 0) ready.push_back(head);
    }
  }

  Extent of(const Mention& mention) const {
    const Token& head = token(mention.head);
    const Deprel relation = head.deprel;
    Extent out{mention.first, mention.last};
    if (mention.kind == MentionKind::pronoun) return out;
    if (head.upos == Upos::ADJ && base(relation) == Deprel::amod) return {};  // "Syrian" of "the Syrian team"
    // Part of the phrase of another.
    const bool modifier = relation == Deprel::nmod_desc || base(relation) == Deprel::flat || base(relation) == Deprel::appos;
    if (modifier && head.head != kNone) return {};
    if (document_.children.empty()) return out;
    const bool predicate = is_predicate(mention.head);
    for (const uint32_t k : document_.children[mention.head])
      if (inside(k, mention.head, predicate)) widen(out, whole_[k]);
    if (relation == Deprel::nmod_poss) take_article(out, head.head);
    trim(out, mention.head);
    close(out, head.sentence);
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  static void widen(Extent& out, const Extent& by) { out.first = std::min(out.first, by.first), out.last = std::max(out.last, by.last); }
  bool is_predicate(uint32_t i) const {
    return std::any_of(document_.children[i].begin(), document_.children[i].end(),
                       [&](uint32_t k) { return base(token(k).deprel) == Deprel::cop || base(token(k).deprel) == Deprel::nsubj; });
  }
  bool inside(uint32_t k, uint32_t head, bool predicate) const {
    switch (base(token(k).deprel)) {
      case Deprel::det:
      case Deprel::amod:
      case Deprel::nummod:
      case Deprel::compound:
      case Deprel::flat:
      case Deprel::fixed:
      case Deprel::goeswith:
        return true;
      case Deprel::nmod:
        return !among(kTime, to_lower(token(k).form));  // "the contest Friday"
      case Deprel::appos:
      case Deprel::acl:
        return true;
      case Deprel::case_:
        return token(k).xpos == "POS" && k > head;
      case Deprel::advmod:
        return !predicate && k < head && beside(k, head);
      default:
        return false;
    }
  }
  // "the Church's site": the article is the owner's, whatever the tree says.
  void take_article(Extent& out, uint32_t owned) const {
    while (out.first > 0 && token(out.first - 1).head == owned &&
           (token(out.first - 1).upos == Upos::DET || token(out.first - 1).upos == Upos::ADJ) &&
           token(out.first - 1).sentence == token(out.first).sentence)
      --out.first;
  }
  // The other half of a quote or bracket that opens inside.
  void close(Extent& out, uint32_t sentence) const {
    if (out.last >= document_.tokens.size() || token(out.last).sentence != sentence) return;
    const std::string_view form = token(out.last).form;
    const std::string_view other = form == ")" ? "(" : form == "]" ? "[" : form == "\u201d" ? "\u201c" : form == "\"" ? "\"" : "";
    size_t open = 0;
    for (uint32_t i = out.first; i < out.last && !other.empty(); ++i) {
      if (token(i).form == other) open += 1;
      if (token(i).form == form && form != other && open > 0) open -= 1;
    }
    if (form == other ? open % 2 == 1 : open > 0) ++out.last;
  }
  // "almost all of it", but not "however, the hall" or "especially in the hall": nothing but the noun's own words stands between.
  bool beside(uint32_t k, uint32_t head) const {
    for (uint32_t i = whole_[k].last; i < head; ++i)
      if (token(i).head == head && (base(token(i).deprel) == Deprel::case_ || token(i).upos == Upos::PUNCT || base(token(i).deprel) == Deprel::det))
        return false;
    return true;
  }
  // Signs at the edges, but not the bracket or quote whose other half is inside.
  void trim(Extent& out, uint32_t head) const {
    while (out.first < head && token(out.first).upos == Upos::PUNCT && !opens(token(out.first).form)) ++out.first;
    while (out.last > head + 1 && token(out.last - 1).upos == Upos::PUNCT && !closed(out)) --out.last;
  }
  static bool opens(std::string_view form) { return form == "\"" || form == "(" || form == "[" || form == "\u201c"; }
  bool closed(const Extent& out) const {
    const std::string_view form = token(out.last - 1).form;
    const std::string_view other = form == ")" ? "(" : form == "]" ? "[" : form == "\u201d" ? "\u201c" : form == "\"" ? "\"" : "";
    for (uint32_t i = out.first; i + 1 < out.last && !other.empty(); ++i)
      if (token(i).form == other) return true;
    return false;
  }

  const Document& document_;
  std::vector<Extent> whole_;  // of each token, with all that hangs on it
};

}  // namespace

std::vector<Extent> phrases_of(const Document& document) {
  const Phrases phrases(document);
  std::vector<Extent> out;
  for (const Mention& mention : document.mentions) out.push_back(phrases.of(mention));
  return out;
}

}  // namespace gesta
