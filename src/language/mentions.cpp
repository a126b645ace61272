#include "language/mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/utf8.h"
#include "language/mention_words.h"

namespace gesta {
namespace {

MentionKind kind_of(std::string_view label) {
  if (label == "PER") return MentionKind::person;
  if (label == "ORG") return MentionKind::organisation;
  if (label == "LOC") return MentionKind::place;
  return MentionKind::other;
}

constexpr uint32_t kInnerWords = 4;  // of a name within a name at most

class Finder {
 public:
  Finder(const std::vector<std::string_view>& labels, Document& document)
      : labels_(labels), document_(document), taken_(document.tokens.size(), false) {}

  void run() {
    for (const Sentence& sentence : document_.sentences) {
      tagged(sentence);
      runs(sentence);
      nouns(sentence);
    }
    sort();
    agree();
    inner_names();
    sort();
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  std::string_view words(uint32_t first, uint32_t last) const { return Span{token(first).span.begin, token(last - 1).span.end}.of(document_.text); }
  void sort() {
    std::sort(document_.mentions.begin(), document_.mentions.end(),
              [](const Mention& a, const Mention& b) { return std::tuple(a.first, b.last, a.kind) < std::tuple(b.first, a.last, b.kind); });
  }

  void add(uint32_t first, uint32_t last, MentionKind kind) {
    Mention mention;
    mention.first = first, mention.last = last, mention.kind = kind;
    mention.head = head_of(first, last);
    document_.mentions.push_back(mention);
    for (uint32_t i = first; i < last; ++i) taken_[i] = true;
  }
  // The token whose own head lies outside.
  uint32_t head_of(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i)
      if (token(i).head == kNone || token(i).head < first || token(i).head >= last) return i;
    return last - 1;
  }

  void tagged(const Sentence& sentence) {
    if (labels_.empty()) return;
    for (uint32_t i = sentence.first; i < sentence.last;) {
      const std::string_view label = labels_[i];
      uint32_t end = i + 1;
      if (label.starts_with("B-")) {
        while (end < sentence.last && (labels_[end].starts_with("I-") || goes_on(i, end))) ++end;
        MentionKind kind = kind_of(label.substr(2));
        if (kind == MentionKind::other && peoples(end - 1)) kind = MentionKind::people;
        uint32_t first = i;
        while (kind != MentionKind::person && kind != MentionKind::place && first > sentence.first && continues(first - 1, i)) --first;
        if (!among(kTime, to_lower(token(i).form))) add(first, end, kind);
      }
      i = end;
    }
  }
  // "Jean-Luc Nzita": no name ends with a hyphen that a name is glued to.
  bool goes_on(uint32_t first, uint32_t end) const {
    return end - 1 > first && token(end - 1).form == "-" && document_.glued(end) && token(end).upos == Upos::PROPN;
  }
  // "Foreign" of "Foreign Ministry", no person or place: a capitalised word before the span that belongs to it and is no title.
  bool continues(uint32_t before, uint32_t first) const {
    const Token& t = token(before);
    const bool capital = is_upper(decode_utf8(t.form, 0).value) && (t.xpos == "NNP" || t.xpos == "NNPS" || t.xpos == "JJ" || t.xpos == "NN");
    if (taken_[before] || !capital || (!labels_.empty() && labels_[before] != "O")) return false;
    const std::string word = to_lower(t.form);
    return t.head != kNone && t.head >= first && t.head <= first + 4 && !among(kPerson, word) && !among(kHonorific, word) && !among(kTime, word);
  }
  bool peoples(uint32_t i) const { return token(i).xpos == "NNPS" || (token(i).upos != Upos::ADJ && token(i).form.ends_with("ese")); }

  // Proper nouns that the tagger left out; "of the", hyphens and the like may stand inside.
  void runs(const Sentence& sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (taken_[i] || token(i).upos != Upos::PROPN || among(kTime, to_lower(token(i).form))) continue;
      uint32_t end = i + 1;
      for (uint32_t k = end; k < sentence.last && k < end + 3 && !taken_[k]; ++k) {
        if (token(k).upos == Upos::PROPN && !among(kTime, to_lower(token(k).form))) {
          end = k + 1;
        } else if (!among(kInner, token(k).form)) {
          break;
        }
      }
      if (title(i, end)) {
        i = end - 1;
        continue;
      }
      uint32_t first = i;
      while (first > sentence.first && continues(first - 1, i)) --first;
      add(first, end, organisation(i, end) ? MentionKind::organisation : peoples(end - 1) ? MentionKind::people : MentionKind::other);
      i = end - 1;
    }
  }
  // "President", "Prime Minister", "Mr.": a noun before a name, or nothing.
  bool title(uint32_t first, uint32_t last) {
    const std::string word = to_lower(token(last - 1).form);
    if (among(kHonorific, word)) return true;
    if (!among(kPerson, word)) return false;
    // "the President" as "the president"
    while (first > 0 && !taken_[first - 1] && token(first - 1).sentence == token(first).sentence && modifies(first - 1) &&
           under(first - 1, last - 1)) {
      --first;
    }
    add(first, last, MentionKind::nominal);
    return true;
  }
  bool organisation(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i)
      if (among(kOrganisation, to_lower(token(i).form))) return true;
    return false;
  }

  void nouns(const Sentence& sentence) {
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (taken_[i]) continue;
      if (token(i).upos == Upos::PRON && (token(i).xpos == "PRP" || token(i).xpos == "PRP$")) {
        if (token(i).deprel != Deprel::expl && !empty_it(i)) add(i, i + 1, MentionKind::pronoun);
      } else if (token(i).upos == Upos::PRON && among(kThese, to_lower(token(i).form))) {
        add(i, i + 1, MentionKind::pronoun);
      } else if ((token(i).upos == Upos::NOUN && !compound(sentence, i)) || date(i)) {
        add_noun(i, sentence);
      }
    }
  }
  // "Friday", "June", "2017"
  bool date(uint32_t i) const {
    const std::string_view form = token(i).form;
    if (token(i).upos == Upos::PROPN) return among(kTime, to_lower(form));
    return token(i).upos == Upos::NUM && form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  // "It was reported that ...", "it is clear that ...": the clause is the subject.
  bool empty_it(uint32_t i) const {
    if (token(i).head == kNone || (token(i).form != "It" && token(i).form != "it") || base(token(i).deprel) != Deprel::nsubj) return false;
    bool clause = false, said_of = token(i).deprel == Deprel::nsubj_pass;
    for (const uint32_t k : document_.children[token(i).head]) {
      const Deprel relation = token(k).deprel;
      clause |= k > i && (base(relation) == Deprel::csubj || relation == Deprel::ccomp);
      said_of |= relation == Deprel::aux_pass || relation == Deprel::cop;
    }
    return clause && said_of;
  }
  bool compound(const Sentence& sentence, uint32_t i) const {
    if (sentence.parsed) return token(i).deprel == Deprel::compound;
    return i + 1 < sentence.last && token(i + 1).upos == Upos::NOUN;
  }
  void add_noun(uint32_t i, const Sentence& sentence) {
    uint32_t first = i;
    const auto belongs = [&](uint32_t k) { return sentence.parsed ? modifies(k) && under(k, i) : may_modify(k); };
    while (first > sentence.first && !taken_[first - 1] && belongs(first - 1)) --first;
    Mention mention;
    mention.first = first, mention.last = i + 1, mention.head = i, mention.kind = MentionKind::nominal;
    document_.mentions.push_back(mention);
  }
  bool modifies(uint32_t i) const {
    const Deprel relation = base(token(i).deprel);
    return relation == Deprel::det || relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nummod ||
           relation == Deprel::advmod || token(i).xpos == "HYPH";
  }
  bool may_modify(uint32_t i) const {  // without a tree
    const Upos upos = token(i).upos;
    return upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NUM || upos == Upos::NOUN || token(i).xpos == "HYPH";
  }
  bool under(uint32_t i, uint32_t head) const {
    for (int steps = 0; steps < 4 && i != kNone; ++steps, i = token(i).head)
      if (i == head) return true;
    return false;
  }

  // The same words have the same kind throughout a text: that of the person whose last name they are, else the one most of them got.
  void agree() {
    std::map<std::string, std::array<int, 5>> votes;
    const auto key = [&](const Mention& m) { return std::string(words(m.first, m.last)); };
    for (const Mention& mention : document_.mentions)
      if (mention.kind <= MentionKind::other) ++votes[key(mention)][static_cast<size_t>(mention.kind)];
    std::set<std::string> surnames;
    for (const Mention& mention : document_.mentions)
      if (mention.kind == MentionKind::person && mention.last - mention.first > 1) surnames.emplace(token(mention.last - 1).form);
    for (Mention& mention : document_.mentions) {
      if (mention.kind > MentionKind::other) continue;
      if (mention.last - mention.first == 1 && surnames.contains(std::string(token(mention.first).form))) {
        mention.kind = MentionKind::person;
        continue;
      }
      const auto& count = votes[key(mention)];
      const auto most = std::max_element(count.begin(), count.end());
      if (*most > count[static_cast<size_t>(mention.kind)]) mention.kind = static_cast<MentionKind>(most - count.begin());
    }
  }

  // "Warhol" of "the Warhol Museum", "Texas" of "the University of Texas": a name within a name, when the text tells it by itself too; not
  // "State Department" of "US State Department".
  void inner_names() {
    std::map<std::string_view, MentionKind> alone;
    for (const Mention& mention : document_.mentions)
      if (mention.kind <= MentionKind::place) alone.emplace(words(mention.first, mention.last), mention.kind);
    for (size_t m = 0, count = document_.mentions.size(); m < count; ++m) {
      const Mention outer = document_.mentions[m];
      if (outer.kind > MentionKind::other || outer.kind == MentionKind::person) continue;
      for (uint32_t first = outer.first; first < outer.last;) {
        uint32_t last = std::min(outer.last, first + kInnerWords);
        const auto known = [&] { return last - first == outer.last - outer.first ? alone.end() : alone.find(words(first, last)); };
        while (last > first && known() == alone.end()) --last;
        const bool common = last == first + 1 && among(kOrganisation, to_lower(token(first).form));  // "University" is no name
        if (last > first && !common && head_of(first, last) != outer.head) add(first, last, known()->second);
        first = std::max(last, first + 1);
      }
    }
  }

  const std::vector<std::string_view>& labels_;
  Document& document_;
  std::vector<bool> taken_;
};

}  // namespace

void find_mentions(const std::vector<std::string_view>& labels, Document& document) {
  document.mentions.clear();
  Finder(labels, document).run();
}

}  // namespace gesta
