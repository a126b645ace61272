// Which mentions name the same, after the sieves of Lee et al. (2013): sure links first. Names by their words, appositions, definite nouns by
// their head, then pronouns to the best antecedent by distance, grammatical role, number, gender and kind.
#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"
#include "language/mention_words.h"
#include "language/mentions.h"

namespace gesta {
namespace {

enum class Gender : uint8_t { unknown, male, female };

constexpr uint32_t kFar = 3;          // sentences a pronoun looks back
constexpr uint32_t kNounFar = 30;     // sentences a definite noun looks back
constexpr uint32_t kSpeaker = 6;      // sentences that "I" and "we" of one speaker lie apart
constexpr size_t kNouns = 8;          // nouns of the same head that are compared
constexpr uint32_t kManyNames = 400;  // chains of names that are compared, the latest first: keeps the work linear

// Short names that are no part or acronym of the full one.
constexpr std::pair<std::string_view, std::string_view> kShort[] = {
    {"america", "united states"},  {"usa", "united states"}, {"us", "united states"},  {"uk", "united kingdom"},
    {"britain", "united kingdom"}, {"un", "united nations"}, {"eu", "european union"}, {"uae", "united arab emirates"}};

bool is_name(const Mention& mention) { return mention.kind <= MentionKind::other; }

struct Group {  // a chain while it grows
  std::vector<uint32_t> mentions;
  MentionKind kind = MentionKind::other;
  Gender gender = Gender::unknown;
  std::vector<std::string> words;  // of its fullest name, lower case
  std::string initials;
  bool plural = false;
};

class Linker {
 public:
  explicit Linker(Document& document) : document_(document), group_of_(document.mentions.size(), kNone) {}

  void run() {
    for (uint32_t m = 0; m < document_.mentions.size(); ++m)
      if (is_name(mention(m))) name(m);
    for (uint32_t m = 0; m < document_.mentions.size(); ++m)
      if (mention(m).kind == MentionKind::nominal) apposition(m);
    for (uint32_t m = 0; m < document_.mentions.size(); ++m) {
      if (mention(m).kind == MentionKind::nominal) noun(m);
      if (mention(m).kind == MentionKind::pronoun) pronoun(m);
    }
    finish();
  }

 private:
  const Mention& mention(uint32_t m) const { return document_.mentions[m]; }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  const Token& head(uint32_t m) const { return token(mention(m).head); }
  uint32_t sentence(uint32_t m) const { return head(m).sentence; }

  std::vector<std::string> words(uint32_t m) const {
    std::vector<std::string> out;
    for (uint32_t i = mention(m).first; i < mention(m).last; ++i) out.push_back(fold_latin(to_lower(token(i).form)));
    if (out.size() > 1 && out.front() == "the") out.erase(out.begin());
    if (out.size() == 1) full(out);
    return out;
  }
  // "U.S." is "US", and both the United States.
  static void full(std::vector<std::string>& words) {
    if (words[0].find('.') != std::string::npos) std::erase(words[0], '.');
    for (const auto& [brief, name] : kShort) {
      if (words[0] != brief) continue;
      const size_t blank = name.find(' ');
      words = {std::string(name.substr(0, blank)), std::string(name.substr(blank + 1))};
      return;
    }
  }
  std::string initials(uint32_t m) const {
    std::string out;
    for (uint32_t i = mention(m).first; i < mention(m).last; ++i)
      if (!one_of(token(i).form, kSmall)) append_utf8(out, decode_utf8(token(i).form, 0).value);
    return out;
  }

  void join(uint32_t m, uint32_t g) {
    group_of_[m] = g;
    groups_[g].mentions.push_back(m);
    if (groups_[g].gender == Gender::unknown) groups_[g].gender = gender(m);
  }
  uint32_t open(uint32_t m) {
    groups_.emplace_back();
    groups_.back().kind = mention(m).kind;
    groups_.back().plural = plural(m);
    join(m, static_cast<uint32_t>(groups_.size() - 1));
    return group_of_[m];
  }

  // ---- names
  void name(uint32_t m) {
    const std::vector<std::string> own = words(m);
    uint32_t found = kNone, looked = 0;
    for (size_t k = names_.size(); k > 0 && found == kNone && looked < kManyNames; --k, ++looked)
      if (same_name(m, own, groups_[names_[k - 1]])) found = names_[k - 1];
    if (found != kNone) {
      join(m, found);
      if (own.size() > groups_[found].words.size()) groups_[found].words = own, groups_[found].initials = initials(m);
      return;
    }
    found = open(m);
    groups_[found].words = own;
    groups_[found].initials = initials(m);
    names_.push_back(found);
  }

  bool same_name(uint32_t m, const std::vector<std::string>& own, const Group& group) const {
    if (own == group.words) return true;
    const MentionKind kind = mention(m).kind;
    if (kind == MentionKind::person || kind == MentionKind::other) {
      if (group.kind == MentionKind::person && part_of_person(own, group.words)) return true;
    }
    if (group.kind == MentionKind::person && kind == MentionKind::person) return part_of_person(group.words, own);
    if (group.kind == MentionKind::person || kind == MentionKind::person) return false;
    // "the State Department" of "the US State Department"
    if (kind == MentionKind::organisation && group.kind == kind && (ends_with(group.words, own) || ends_with(own, group.words))) return true;
    std::string form(token(mention(m).first).form);
    std::erase(form, '.');
    if (own.size() == 1 && form.size() > 1 && form == group.initials) return true;
    return group.words.size() == 1 && initials(m).size() > 1 && to_lower(initials(m)) == group.words[0];
  }
  static bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
    return part.size() > 1 && part.size() < whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
  }
  // "Haftar" of "Khalifa Haftar", "Sisi" of "Abdel Fattah al-Sisi", "Xi" of "Xi Jinping": the last words, or the first alone.
  static bool part_of_person(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    if (part.empty() || part.size() >= whole.size()) return false;
    if (std::equal(part.begin(), part.end(), whole.end() - static_cast<std::ptrdiff_t>(part.size()))) return true;
    return part.size() == 1 && part[0] == whole[0];
  }

  // ---- nouns
  // "Haftar, commander of ...", "army commander Haftar": the noun joins the name.
  void apposition(uint32_t m) {
    const uint32_t own = mention(m).head;
    const Deprel relation = token(own).deprel;
    uint32_t other = kNone;
    if (relation == Deprel::appos || relation == Deprel::nmod_desc || relation == Deprel::flat) other = token(own).head;
    for (const uint32_t child : document_.children[own])
      if (token(child).deprel == Deprel::appos || token(child).deprel == Deprel::flat) other = child;
    if (other == kNone) return;
    const uint32_t name = name_at(other, m);
    if (name == kNone || group_of_[name] == kNone) return;
    const MentionKind kind = mention(name).kind;
    if (kind == MentionKind::place || (kind == MentionKind::person) != one_of(head(m).lemma, kPerson)) return;
    join(m, group_of_[name]);
  }
  // The name whose head is token i, near mention m.
  uint32_t name_at(uint32_t i, uint32_t m) const {
    const uint32_t first = m > 40 ? m - 40 : 0, last = std::min<uint32_t>(m + 40, static_cast<uint32_t>(document_.mentions.size()));
    for (uint32_t k = first; k < last; ++k)
      if (is_name(mention(k)) && mention(k).first <= i && i < mention(k).last) return k;
    return kNone;
  }

  // By the tree, since a name may stand between ("the Syrian team").
  bool definite(uint32_t m) const {
    constexpr std::string_view kDefinite[] = {"the", "this", "that", "these", "those"};
    if (one_of(to_lower(token(mention(m).first).form), kDefinite) && mention(m).last - mention(m).first >= 2) return true;
    const auto& children = document_.children[mention(m).head];
    return std::any_of(children.begin(), children.end(),
                       [&](uint32_t k) { return token(k).deprel == Deprel::det && one_of(to_lower(token(k).form), kDefinite); });
  }
  void noun(uint32_t m) {
    const std::string key = to_lower(head(m).lemma) + (plural(m) ? "+" : "");
    if (group_of_[m] == kNone && definite(m)) {
      const std::vector<uint32_t>& before = nouns_[key];
      for (size_t k = before.size(), looked = 0; k > 0 && looked < kNouns && group_of_[m] == kNone; --k, ++looked)
        if (sentence(m) - sentence(before[k - 1]) <= kNounFar && told(m, before[k - 1])) join(m, group_of_[before[k - 1]]);
      if (group_of_[m] == kNone) name_head(m);
    }
    if (group_of_[m] == kNone) owned(m, nouns_[key]);
    if (group_of_[m] == kNone) open(m);
    nouns_[key].push_back(m);
  }
  // "his clock" is "Mohamed's clock"
  void owned(uint32_t m, const std::vector<uint32_t>& before) {
    const uint32_t owner = owner_of(m);
    if (owner == kNone) return;
    for (size_t k = before.size(), looked = 0; k > 0 && looked < kNouns; --k, ++looked)
      if (owner_of(before[k - 1]) == owner && told(m, before[k - 1])) return join(m, group_of_[before[k - 1]]);
  }
  // The chain of who has it.
  uint32_t owner_of(uint32_t m) const {
    for (const uint32_t k : document_.children[mention(m).head]) {
      if (token(k).deprel != Deprel::nmod_poss) continue;
      for (uint32_t c = m > 6 ? m - 6 : 0; c < std::min<uint32_t>(m + 6, static_cast<uint32_t>(document_.mentions.size())); ++c)
        if (mention(c).head == k) return group_of_[c];
    }
    return kNone;
  }
  // What is said of noun m was said of noun c: "the Syrian team" is not the team of before, "the team" is.
  bool told(uint32_t m, uint32_t c) const {
    for (const uint32_t k : document_.children[mention(m).head]) {
      const Deprel relation = base(token(k).deprel);
      if (relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nummod) continue;
      const auto& others = document_.children[mention(c).head];
      const std::string_view lemma = token(k).lemma;
      if (!one_of(lemma, kSame) && std::none_of(others.begin(), others.end(), [&](uint32_t o) { return token(o).lemma == lemma; })) return false;
    }
    return true;
  }
  // "the ministry" after "the Foreign Ministry"
  void name_head(uint32_t m) {
    for (size_t k = names_.size(), looked = 0; k > 0 && looked < 40; --k, ++looked) {
      const Group& group = groups_[names_[k - 1]];
      if (group.kind != MentionKind::person && group.words.back() == head(m).lemma && group.mentions.front() < m &&
          sentence(m) - sentence(group.mentions.front()) <= kNounFar) {
        return join(m, names_[k - 1]);
      }
    }
  }

  // ---- pronouns
  bool plural(uint32_t m) const {
    if (mention(m).kind == MentionKind::people) return true;
    const Token& t = head(m);
    if (t.xpos == "NNS" || one_of(t.lemma, kPlural)) return true;
    return std::any_of(document_.children[mention(m).head].begin(), document_.children[mention(m).head].end(),
                       [&](uint32_t k) { return token(k).deprel == Deprel::conj && (token(k).upos == Upos::PROPN || token(k).upos == Upos::NOUN); });
  }
  Gender gender(uint32_t m) const {
    const std::string own = to_lower(head(m).form);
    if (own == "he" || own == "him" || own == "his") return Gender::male;
    if (own == "she" || own == "her") return Gender::female;
    const uint32_t first = mention(m).first > 0 ? mention(m).first - 1 : 0;
    for (uint32_t i = first; i < mention(m).last; ++i) {
      const std::string word = to_lower(token(i).form);
      if (one_of(word, kFemale)) return Gender::female;
      if (one_of(word, kMale) && word != "president") return Gender::male;
    }
    return Gender::unknown;
  }

  void pronoun(uint32_t m) {
    const std::string word = to_lower(head(m).form);
    const bool person = word == "he" || word == "him" || word == "his" || word == "she" || word == "her" || word == "himself" || word == "herself";
    const bool thing = word == "it" || word == "its" || word == "itself";
    const bool many = word == "they" || word == "them" || word == "their" || word == "themselves";
    if (one_of(word, kI) || one_of(word, kWe)) return speaker(m, one_of(word, kI));
    if (!person && !thing && !many) return;
    const Gender own = person ? (word[0] == 'h' && word[1] == 'i') || word == "he" ? Gender::male : Gender::female : Gender::unknown;
    uint32_t best = kNone;
    int most = -1000;
    for (uint32_t k = m; k > 0 && sentence(m) - sentence(k - 1) <= kFar && m - k < 200; --k) {
      const uint32_t c = k - 1;
      if (group_of_[c] == kNone || !fits(m, c, person, thing, own)) continue;
      const int value = score(m, c, many);
      if (value > most) most = value, best = c;
    }
    if (best != kNone) join(m, group_of_[best]);
  }

  // "I" is who says it, else, as "we", that of just before. A chain begins with the second.
  void speaker(uint32_t m, bool one) {
    uint32_t& last = one ? last_i_ : last_we_;
    uint32_t group = one ? who_says(m) : kNone;
    if (group == kNone && last != kNone && sentence(m) - sentence(last) <= kSpeaker) {
      if (group_of_[last] == kNone) open(last);
      group = group_of_[last];
    }
    if (group != kNone) join(m, group);
    last = m;
  }
  // The subject, a person of the third, of the verb of saying above or beside the clause.
  uint32_t who_says(uint32_t m) const {
    uint32_t at = mention(m).head;
    for (int steps = 0; steps < 8 && at != kNone; ++steps, at = token(at).head) {
      if (const uint32_t own = subject(at, m); own != kNone) return own;
      for (const uint32_t k : document_.children[at])
        if (base(token(k).deprel) == Deprel::parataxis)
          if (const uint32_t own = subject(k, m); own != kNone) return own;
    }
    return kNone;
  }
  uint32_t subject(uint32_t verb, uint32_t m) const {
    if (!one_of(token(verb).lemma, kSay)) return kNone;
    for (const uint32_t k : document_.children[verb]) {
      if (base(token(k).deprel) != Deprel::nsubj) continue;
      const uint32_t first = m > 40 ? m - 40 : 0, last = std::min<uint32_t>(m + 40, static_cast<uint32_t>(document_.mentions.size()));
      for (uint32_t c = first; c < last; ++c)
        if (c != m && mention(c).head == k && group_of_[c] != kNone && human(groups_[group_of_[c]])) return group_of_[c];
    }
    return kNone;
  }
  bool human(const Group& group) const {
    return group.kind == MentionKind::person || (group.kind == MentionKind::nominal && one_of(head(group.mentions.front()).lemma, kPerson));
  }

  bool fits(uint32_t m, uint32_t c, bool person, bool thing, Gender own) const {
    const Group& group = groups_[group_of_[c]];
    const MentionKind kind = group.kind;
    const bool human = this->human(group);
    if (mention(c).first <= mention(m).first && mention(m).first < mention(c).last) return false;  // its own phrase
    if (head(c).upos == Upos::ADJ) return false;
    if (person && (!human || group.plural || (group.gender != Gender::unknown && group.gender != own))) return false;
    if (thing && (human || group.plural || kind == MentionKind::people)) return false;
    if (!person && !thing && !group.plural && !collective(group)) return false;
    return !same_clause(m, c);
  }
  bool collective(const Group& group) const {
    return group.kind == MentionKind::organisation || group.kind == MentionKind::people ||
           (group.kind == MentionKind::nominal && one_of(head(group.mentions.front()).lemma, kGroup));
  }
  // An object pronoun is not the subject of its own verb.
  bool same_clause(uint32_t m, uint32_t c) const {
    const std::string_view form = head(m).form;
    if (head(m).xpos == "PRP$" || form.ends_with("self") || form.ends_with("selves")) return false;
    return head(m).head == head(c).head && head(m).head != kNone;
  }

  int score(uint32_t m, uint32_t c, bool many) const {
    const Group& group = groups_[group_of_[c]];
    int value = -5 * static_cast<int>(sentence(m) - sentence(c));
    const Deprel relation = base(head(c).deprel);
    if (relation == Deprel::nsubj) value += 9;
    if (relation == Deprel::obj || relation == Deprel::iobj) value += 4;
    if (relation == Deprel::nmod || relation == Deprel::compound || relation == Deprel::nmod_poss) value -= 3;
    if (mention(c).kind == MentionKind::pronoun) value += 5;
    if (is_name(mention(c))) value += many ? 0 : 3;
    value += std::min<int>(4, static_cast<int>(group.mentions.size()));
    if (many && group.plural) value += 6;
    value -= static_cast<int>(std::min<uint32_t>(m - c, 20)) / 3;
    return value;
  }

  void finish() {
    // Chains in the order of their first mention.
    for (Group& group : groups_) std::sort(group.mentions.begin(), group.mentions.end());
    std::vector<uint32_t> order(groups_.size());
    for (uint32_t g = 0; g < order.size(); ++g) order[g] = g;
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return groups_[a].mentions.front() < groups_[b].mentions.front(); });
    for (const uint32_t g : order) {
      Chain chain;
      chain.mentions = groups_[g].mentions;
      chain.best = chain.mentions.front();
      for (const uint32_t m : chain.mentions)
        if (fuller(m, chain.best)) chain.best = m;
      for (const uint32_t m : chain.mentions) document_.mentions[m].chain = static_cast<uint32_t>(document_.chains.size());
      document_.chains.push_back(std::move(chain));
    }
  }
  bool fuller(uint32_t a, uint32_t b) const {
    const auto rank = [&](uint32_t m) {
      const int named = is_name(mention(m)) ? 2 : mention(m).kind == MentionKind::nominal ? 1 : 0;
      return std::pair(named, named == 2 ? mention(m).last - mention(m).first : 0u);
    };
    return rank(a) > rank(b);
  }

  Document& document_;
  std::vector<uint32_t> group_of_;
  std::vector<Group> groups_;
  std::vector<uint32_t> names_;                         // groups that have a name
  std::map<std::string, std::vector<uint32_t>> nouns_;  // by lemma and number
  uint32_t last_i_ = kNone, last_we_ = kNone;
};

}  // namespace

void link_mentions(Document& document) {
  document.chains.clear();
  Linker(document).run();
}

}  // namespace gesta
