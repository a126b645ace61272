// Which mentions name the same, after the sieves of Lee et al. (2013): sure links first. Names by their words, appositions, who speaks, then nouns
// and pronouns of the third person to what weighs most (antecedents.h).
#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "language/antecedents.h"
#include "language/mention_words.h"

namespace gesta {
namespace {

constexpr uint32_t kFar = 3;          // sentences a pronoun looks back
constexpr uint32_t kNounFar = 30;     // sentences a definite noun looks back
constexpr size_t kNouns = 8;          // nouns of the same head that are compared
constexpr uint32_t kSpeaker = 6;      // sentences that "I" and "we" of one speaker lie apart
constexpr uint32_t kManyNames = 400;  // chains of names that are compared, the latest first: keeps the work linear

// Short names that are no part or acronym of the full one.
constexpr std::pair<std::string_view, std::string_view> kShort[] = {
    {"america", "united states"},  {"usa", "united states"}, {"us", "united states"},  {"uk", "united kingdom"},
    {"britain", "united kingdom"}, {"un", "united nations"}, {"eu", "european union"}, {"uae", "united arab emirates"}};

class Linker {
 public:
  Linker(Document& document, const WordVectors& words)
      : document_(document),
        facts_(document, words),
        group_of_(document.mentions.size(), kNone),
        antecedents_(facts_, groups_, group_of_),
        nouns_(2 * facts_.heads()) {}

  void run(const Choose& choose) {
    for (uint32_t m = 0; m < document_.mentions.size(); ++m)
      if (facts_.is_name(m)) name(m);
    for (uint32_t m = 0; m < document_.mentions.size(); ++m)
      if (mention(m).kind == MentionKind::nominal) apposition(m);
    Options options;
    for (uint32_t m = 0; m < document_.mentions.size(); ++m) {
      const std::string word = mention(m).kind == MentionKind::pronoun ? to_lower(head(m).form) : "";
      if (among(kI, word) || among(kWe, word)) {
        speaker(m, among(kI, word));
      } else if (among(kYou, word)) {
        listener(m);
      } else {
        weigh(m, choose, options);
      }
      antecedents_.done(m);
    }
    finish();
  }

 private:
  // Nouns, and pronouns of the third person.
  void weigh(uint32_t m, const Choose& choose, Options& options) {
    const uint32_t rule = mention(m).kind == MentionKind::nominal ? noun(m) : mention(m).kind == MentionKind::pronoun ? pronoun(m) : kNone;
    if (group_of_[m] != kNone || !antecedents_.options(m, rule, options)) return;
    const size_t chosen = choose(options);
    if (chosen == 0)
      open(m);
    else
      join(m, group_of_[options.before[chosen - 1]]);
  }

  const Mention& mention(uint32_t m) const { return document_.mentions[m]; }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  const Token& head(uint32_t m) const { return token(mention(m).head); }
  uint32_t sentence(uint32_t m) const { return head(m).sentence; }

  std::vector<std::string> words(uint32_t m) const {
    std::vector<std::string> out;
    for (uint32_t i = mention(m).first; i < mention(m).last; ++i) out.push_back(fold_latin(to_lower(token(i).form)));
    while (out.size() > 1 &&
           (out.front() == "the" || among(kHonorific, out.front()) || (mention(m).kind == MentionKind::person && among(kPerson, out.front()))))
      out.erase(out.begin());
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
      if (!among(kSmall, token(i).form)) append_utf8(out, decode_utf8(token(i).form, 0).value);
    return out;
  }

  void join(uint32_t m, uint32_t g) {
    group_of_[m] = g;
    auto& mentions = groups_[g].mentions;  // in the order of the text
    mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), m), m);
    if (groups_[g].gender == Gender::unknown) groups_[g].gender = facts_.gender(m);
  }
  uint32_t open(uint32_t m) {
    groups_.emplace_back();
    groups_.back().kind = mention(m).kind;
    groups_.back().plural = facts_.plural(m);
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
    // "the State Department" of "the US State Department", "the Warhol Foundation" of "the Warhol Foundation for the Arts"
    const auto part = [](const auto& whole, const auto& some) { return ends_with(whole, some) || begins_with(whole, some); };
    if (kind == MentionKind::organisation && group.kind == kind && (part(group.words, own) || part(own, group.words))) return true;
    std::string form(token(mention(m).first).form);
    std::erase(form, '.');
    if (own.size() == 1 && form.size() > 1 && form == group.initials) return true;
    return group.words.size() == 1 && initials(m).size() > 1 && to_lower(initials(m)) == group.words[0];
  }
  static bool ends_with(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
    return part.size() > 1 && part.size() < whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
  }
  static bool begins_with(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
    return part.size() > 1 && part.size() < whole.size() && std::equal(part.begin(), part.end(), whole.begin()) && among(kSmall, whole[part.size()]);
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
    if (kind == MentionKind::place || (kind == MentionKind::person) != among(kPerson, head(m).lemma)) return;
    join(m, group_of_[name]);
  }
  // The name whose head is token i, near mention m.
  uint32_t name_at(uint32_t i, uint32_t m) const {
    const uint32_t first = m > 40 ? m - 40 : 0, last = std::min<uint32_t>(m + 40, static_cast<uint32_t>(document_.mentions.size()));
    for (uint32_t k = first; k < last; ++k)
      if (facts_.is_name(k) && mention(k).first <= i && i < mention(k).last) return k;
    return kNone;
  }

  // By the tree, since a name may stand between ("the Syrian team").
  bool definite(uint32_t m) const {
    constexpr std::string_view kDefinite[] = {"the", "this", "that", "these", "those"};
    if (among(kDefinite, to_lower(token(mention(m).first).form)) && mention(m).last - mention(m).first >= 2) return true;
    const auto& children = document_.children[mention(m).head];
    return std::any_of(children.begin(), children.end(),
                       [&](uint32_t k) { return token(k).deprel == Deprel::det && among(kDefinite, to_lower(token(k).form)); });
  }
  uint32_t noun(uint32_t m) {
    std::vector<uint32_t>& before = nouns_[2 * facts_.head_number(m) + facts_.plural(m)];
    uint32_t out = kNone;
    if (definite(m)) {
      for (size_t k = before.size(), looked = 0; k > 0 && looked < kNouns && out == kNone; --k, ++looked)
        if (sentence(m) - sentence(before[k - 1]) <= kNounFar && told(m, before[k - 1])) out = group_of_[before[k - 1]];
      if (out == kNone) out = name_head(m);
    }
    if (out == kNone) out = owned(m, before);
    before.push_back(m);
    return out;
  }
  // "his clock" is "Mohamed's clock"
  uint32_t owned(uint32_t m, const std::vector<uint32_t>& before) {
    const uint32_t owner = antecedents_.owner_of(m);
    if (owner == kNone) return kNone;
    for (size_t k = before.size(), looked = 0; k > 0 && looked < kNouns; --k, ++looked)
      if (antecedents_.owner_of(before[k - 1]) == owner && told(m, before[k - 1])) return group_of_[before[k - 1]];
    return kNone;
  }
  // What is said of noun m was said of noun c: "the Syrian team" is not the team of before, "the team" is.
  bool told(uint32_t m, uint32_t c) const {
    for (const uint32_t k : document_.children[mention(m).head]) {
      const Deprel relation = base(token(k).deprel);
      if (relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nummod) continue;
      const auto& others = document_.children[mention(c).head];
      const std::string_view lemma = token(k).lemma;
      if (!among(kSame, lemma) && std::none_of(others.begin(), others.end(), [&](uint32_t o) { return token(o).lemma == lemma; })) return false;
    }
    return true;
  }
  // "the ministry" after "the Foreign Ministry"
  uint32_t name_head(uint32_t m) {
    for (size_t k = names_.size(), looked = 0; k > 0 && looked < 40; --k, ++looked) {
      const Group& group = groups_[names_[k - 1]];
      if (group.kind != MentionKind::person && group.words.back() == head(m).lemma && group.mentions.front() < m &&
          sentence(m) - sentence(group.mentions.front()) <= kNounFar) {
        return names_[k - 1];
      }
    }
    return kNone;
  }

  // ---- pronouns
  uint32_t pronoun(uint32_t m) {
    const std::string word = to_lower(head(m).form);
    const bool person = among(kHimWords, word) || among(kHerWords, word), thing = among(kItWords, word), many = among(kTheyWords, word);
    if (!person && !thing && !many) return kNone;
    const Gender own = person ? facts_.gender(m) : Gender::unknown;
    uint32_t best = kNone;
    int most = -1000;
    for (uint32_t k = m; k > 0 && sentence(m) - sentence(k - 1) <= kFar && m - k < 200; --k) {
      const uint32_t c = k - 1;
      if (group_of_[c] == kNone || !fits(m, c, person, thing, own)) continue;
      const int value = score(m, c, many);
      if (value > most) most = value, best = c;
    }
    return best == kNone ? kNone : group_of_[best];
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
           (group.kind == MentionKind::nominal && among(kGroup, head(group.mentions.front()).lemma));
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
    if (facts_.is_name(c)) value += many ? 0 : 3;
    value += std::min<int>(4, static_cast<int>(group.mentions.size()));
    if (many && group.plural) value += 6;
    value -= static_cast<int>(std::min<uint32_t>(m - c, 20)) / 3;
    return value;
  }

  // ---- who speaks
  // "I" is who says it, else, as "we", that of just before. A chain begins with the second.
  void speaker(uint32_t m, bool one) {
    uint32_t& last = one ? last_i_ : last_we_;
    uint32_t group = one ? who_says(m) : kNone;
    if (group == kNone && last != kNone && sentence(m) - sentence(last) <= kSpeaker) {
      if (group_of_[last] == kNone) open(last);
      group = group_of_[last];
    }
    if (group == kNone && one) group = who_said(m);
    if (group != kNone) join(m, group);
    last = m;
  }
  // Who said something in one of the two sentences before: a quotation goes on.
  uint32_t who_said(uint32_t m) const {
    for (uint32_t back = 1; back <= 2 && back <= sentence(m); ++back) {
      const Sentence& before = document_.sentences[sentence(m) - back];
      for (uint32_t i = before.first; i < before.last; ++i)
        if (const uint32_t own = subject(i, m); own != kNone) return own;
    }
    return kNone;
  }
  // "you" is that of just before.
  void listener(uint32_t m) {
    if (last_you_ != kNone && sentence(m) - sentence(last_you_) <= kSpeaker) {
      if (group_of_[last_you_] == kNone) open(last_you_);
      join(m, group_of_[last_you_]);
    }
    last_you_ = m;
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
    if (!among(kSay, token(verb).lemma)) return kNone;
    for (const uint32_t k : document_.children[verb]) {
      if (base(token(k).deprel) != Deprel::nsubj) continue;
      const uint32_t first = m > 40 ? m - 40 : 0, last = std::min<uint32_t>(m + 40, static_cast<uint32_t>(document_.mentions.size()));
      for (uint32_t c = first; c < last; ++c)
        if (c != m && mention(c).head == k && group_of_[c] != kNone && human(groups_[group_of_[c]])) return group_of_[c];
    }
    return kNone;
  }
  bool human(const Group& group) const {
    return group.kind == MentionKind::person || (group.kind == MentionKind::nominal && among(kPerson, head(group.mentions.front()).lemma));
  }

  void finish() {
    // Chains in the order of their first mention.
    // A pronoun alone names nothing.
    std::erase_if(groups_, [&](const Group& group) { return group.mentions.size() == 1 && mention(group.mentions[0]).kind == MentionKind::pronoun; });
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
      const int named = facts_.is_name(m) ? 2 : mention(m).kind == MentionKind::nominal ? 1 : 0;
      return std::pair(named, named == 2 ? mention(m).last - mention(m).first : 0u);
    };
    return rank(a) > rank(b);
  }

  Document& document_;
  MentionFacts facts_;
  std::vector<uint32_t> group_of_;
  std::vector<Group> groups_;
  std::vector<uint32_t> names_;  // groups that have a name
  Antecedents antecedents_;
  std::vector<std::vector<uint32_t>> nouns_;  // by lemma and number
  uint32_t last_i_ = kNone, last_we_ = kNone, last_you_ = kNone;
};

}  // namespace

void link_mentions(Document& document, const WordVectors& words, const Choose& choose) {
  document.chains.clear();
  Linker(document, words).run(choose);
}

void link_mentions(Document& document, const WordVectors& words) { link_mentions(document, words, choose_by_weights); }

}  // namespace gesta
