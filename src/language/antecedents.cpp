#include "language/antecedents.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "base/lists.h"
#include "base/utf8.h"
#include "language/mention_words.h"

namespace gesta {
namespace {

// Forms of mentions; up to kForms they are weighed.
enum Form : uint32_t {
  kHe,
  kIt,
  kThey,
  kThis,
  kTheNoun,
  kThisNoun,
  kOwnedNoun,
  kANoun,
  kBare,
  kBareMany,
  kDate,
  kForms,
  kFormI = kForms,
  kFormWe,
  kFormYou,
  kOtherPronoun,
  kNameForm
};
constexpr uint32_t kAllForms = kNameForm + 5;

// Signs come in rows, each a range of numbers; their sizes and names.
constexpr uint16_t kRoles = 12, kDistances = 9, kLikeness = 8, kClasses = 5, kGroupClasses = 11;
constexpr std::array<uint16_t, 33> kSizes = {
    /* none */ kRoles,
    4,
    3,
    kClasses,
    2,
    4,
    2,
    2,
    /* pair */ kDistances,
    7,
    kAllForms,
    kGroupClasses,
    5,
    kRoles,
    3,
    3,
    1,
    2,
    kDistances,
    5,
    2,
    kClasses* kGroupClasses,
    kLikeness,
    2,
    3,
    2,
    kRoles,
    2,
    2,
    2,
    2,
    2,
    15};
enum Sign : size_t {
  kNoneRole,
  kNoneSeen,
  kNoneBehind,
  kNoneClass,
  kNoneFront,
  kNoneLength,
  kNoneMany,
  kNoneInside,
  kDistance,
  kRank,
  kItsForm,
  kGroupClass,
  kGroupSize,
  kItsRole,
  kSameRole,
  kGenders,
  kSameClause,
  kNested,
  kHeadDistance,
  kHeadMatch,
  kWholeMatch,
  kClassPair,
  kLike,
  kNameHead,
  kNumbers,
  kOwners,
  kFirstRole,
  kLead,
  kCore,
  kSameVerb,
  kModified,
  kRule,
  kMatchBehind
};
constexpr auto kFirst = [] {
  std::array<uint16_t, kSizes.size() + 1> out{};
  for (size_t k = 0; k < kSizes.size(); ++k) out[k + 1] = static_cast<uint16_t>(out[k] + kSizes[k]);
  return out;
}();
constexpr size_t kSigns = kFirst.back();
static_assert(kSigns == 230 && kFirst[kRule] == 213, "training/train_antecedents.py has these numbers too");

#include "language/antecedent_weights.inc"

void add(std::vector<uint16_t>& out, Sign sign, size_t value) {
  out.push_back(static_cast<uint16_t>(kFirst[sign] + std::min<size_t>(value, kSizes[sign] - 1u)));
}

size_t role_of(const Token& token) {
  switch (base(token.deprel)) {
    case Deprel::nsubj:
      return token.deprel == Deprel::nsubj_pass ? 1 : 0;
    case Deprel::obj:
      return 2;
    case Deprel::iobj:
      return 3;
    case Deprel::obl:
      return token.deprel == Deprel::obl_agent ? 4 : 5;
    case Deprel::nmod:
      return token.deprel == Deprel::nmod_poss ? 6 : 7;
    case Deprel::appos:
      return 8;
    case Deprel::conj:
      return 9;
    case Deprel::compound:
    case Deprel::amod:
      return 10;
    default:
      return 11;
  }
}

size_t distance_of(uint32_t sentences) {
  return sentences < 4 ? sentences : sentences < 6 ? 4 : sentences < 10 ? 5 : sentences < 20 ? 6 : sentences < 40 ? 7 : 8;
}

constexpr float kUnit = 4096;         // of the heads' vectors
constexpr size_t kCandidates = 30;    // chains that are weighed by how near they are
constexpr uint32_t kBack = 250;       // mentions looked through for them
constexpr uint32_t kPronounBack = 5;  // sentences a pronoun looks back
constexpr uint32_t kNounBack = 12;    // and a noun, except to the same word
constexpr size_t kSameHeads = 6;

}  // namespace

// ---- facts

MentionFacts::MentionFacts(const Document& document, const WordVectors& words) : document_(document), phrases_(phrases_of(document)) {
  const uint32_t n = count();
  forms_.resize(n), keys_.resize(n), cores_.resize(n), head_numbers_.resize(n), genders_.resize(n), plural_.resize(n), classes_.resize(n);
  width_ = words.width();
  std::vector<float> row(width_);
  std::string low;
  std::unordered_map<std::string, uint32_t> numbers, heads;
  std::vector<bool> looked;  // by head
  for (uint32_t m = 0; m < n; ++m) {
    plural_[m] = is_plural(m), genders_[m] = gender_of(m);
    forms_[m] = form_of(m), classes_[m] = class_of(m);
    const std::string_view word = is_name(m) ? head(m).form : head(m).lemma;
    keys_[m] = to_lower(word);
    low.clear();
    for (uint32_t i = mention(m).first; i < mention(m).last; ++i)
      if (token(i).upos != Upos::DET && token(i).xpos != "POS" && token(i).xpos != "PRP$") (low += ' ') += to_lower(token(i).form);
    cores_[m] = numbers.emplace(low, static_cast<uint32_t>(numbers.size())).first->second;
    const uint32_t number = head_numbers_[m] = heads.emplace(keys_[m], static_cast<uint32_t>(heads.size())).first->second;
    if (number == looked.size()) looked.push_back(false), listed_.push_back(false), vectors_.resize(vectors_.size() + width_);
    if (forms_[m] < kTheNoun || looked[number]) continue;
    looked[number] = true;
    words.key(word, low);
    if (!words.vector(low, row.data())) continue;
    float sum = 0;
    for (const float x : row) sum += x * x;
    if (sum == 0) continue;
    listed_[number] = true;
    for (size_t k = 0; k < width_; ++k) vectors_[number * width_ + k] = static_cast<int16_t>(std::lround(row[k] / std::sqrt(sum) * kUnit));
  }
  heads_ = heads.size();
}

uint32_t MentionFacts::form_of(uint32_t m) const {
  if (is_name(m)) return kNameForm + static_cast<uint32_t>(mention(m).kind);
  const std::string word = to_lower(head(m).form);
  if (mention(m).kind == MentionKind::pronoun) {
    if (among(kHimWords, word) || among(kHerWords, word)) return kHe;
    if (among(kItWords, word)) return kIt;
    if (among(kTheyWords, word)) return kThey;
    if (among(kI, word)) return kFormI;
    if (among(kWe, word)) return kFormWe;
    if (among(kYou, word)) return kFormYou;
    if (among(kThese, word)) return kThis;
    return kOtherPronoun;
  }
  if (among(kTime, word) || among(kNoThing, to_lower(head(m).lemma)) || head(m).upos == Upos::NUM) return kDate;
  uint32_t out = plural(m) ? kBareMany : kBare;
  for (const uint32_t k : children(m)) {
    const Deprel relation = token(k).deprel;
    if (relation == Deprel::nmod_poss) return kOwnedNoun;
    if (base(relation) == Deprel::nummod && out >= kBare) out = kANoun;
    if (base(relation) != Deprel::det) continue;
    const std::string article = to_lower(token(k).form);
    out = article == "the" ? kTheNoun : among(kThese, article) ? kThisNoun : kANoun;
    if (out != kANoun) return out;
  }
  if (to_lower(token(mention(m).first).form) == "the") return kTheNoun;
  return out;
}

bool MentionFacts::is_plural(uint32_t m) const {
  if (mention(m).kind == MentionKind::people) return true;
  const Token& t = head(m);
  if (t.xpos == "NNS" || among(kPlural, t.lemma)) return true;
  return std::any_of(children(m).begin(), children(m).end(),
                     [&](uint32_t k) { return token(k).deprel == Deprel::conj && (token(k).upos == Upos::PROPN || token(k).upos == Upos::NOUN); });
}

Gender MentionFacts::gender_of(uint32_t m) const {
  const std::string own = to_lower(head(m).form);
  if (among(kHimWords, own)) return Gender::male;
  if (among(kHerWords, own)) return Gender::female;
  const uint32_t first = mention(m).first > 0 ? mention(m).first - 1 : 0;
  for (uint32_t i = first; i < mention(m).last; ++i) {
    const std::string word = to_lower(token(i).form);
    if (among(kFemale, word)) return Gender::female;
    if (among(kMale, word) && word != "president") return Gender::male;
  }
  if (mention(m).kind != MentionKind::person) return Gender::unknown;
  const std::string given = to_lower(token(mention(m).first).form);
  if (std::ranges::binary_search(kMensNames, given)) return Gender::male;
  if (std::ranges::binary_search(kWomensNames, given)) return Gender::female;
  return Gender::unknown;
}

bool MentionFacts::person_noun(uint32_t m) const {
  return among(kPerson, head(m).lemma) || among(kMale, head(m).lemma) || among(kFemale, head(m).lemma);
}

uint32_t MentionFacts::class_of(uint32_t m) const {
  const std::string lemma = to_lower(head(m).lemma);
  if (forms_[m] == kHe || person_noun(m)) return 0;
  if (among(kGroup, lemma) || among(kOrganisation, lemma)) return 1;
  if (among(kPlaceNoun, lemma)) return 2;
  return forms_[m] == kDate ? 3 : 4;
}

bool MentionFacts::speaks(uint32_t m) const {
  const uint32_t verb = head(m).head;
  return verb != kNone && head(m).deprel == Deprel::nsubj && (among(kSay, token(verb).lemma) || among(kJudge, token(verb).lemma));
}

float MentionFacts::likeness(uint32_t m, uint32_t c) const {
  const uint32_t i = head_number(m), j = head_number(c);
  if (!listed_[i] || !listed_[j]) return -2;
  const int16_t *a = vectors_.data() + i * width_, *b = vectors_.data() + j * width_;
  int32_t sum = 0;  // whole numbers: the same in any order
  for (size_t k = 0; k < width_; ++k) sum += a[k] * b[k];
  return static_cast<float>(sum) / (kUnit * kUnit);
}

// ---- choices

Antecedents::Antecedents(const MentionFacts& facts, const std::vector<Group>& groups, const std::vector<uint32_t>& group_of)
    : facts_(facts), groups_(groups), group_of_(group_of), by_head_(facts.heads()) {}

bool Antecedents::options(uint32_t m, uint32_t rule, Options& out) {
  out.mention = m, out.form = facts_.form(m);
  if (out.form >= kForms) return false;
  add_candidates(m, out.before);
  if (rule != kNone && seen_[rule] != m && (out.form > kThis || agrees(m, groups_[rule])))
    for (size_t k = groups_[rule].mentions.size(); k-- > 0;)
      if (const uint32_t c = groups_[rule].mentions[k]; c < m) {
        out.before.push_back(c);
        break;
      }
  out.signs.resize(out.before.size() + 1);
  for (auto& signs : out.signs) signs.clear();
  signs_of_none(m, out.signs[0]);
  if (rule == kNone) add(out.signs[0], kRule, 0);
  out.groups.clear();
  size_t kept = 0;
  for (size_t k = 0; k < out.before.size(); ++k) {
    const uint32_t c = out.before[k];
    std::vector<uint16_t>& signs = out.signs[kept + 1];
    signs.clear();
    if (!signs_of(m, c, k, signs)) continue;
    if (rule == group_of_[c]) add(signs, kRule, 1);
    out.groups.push_back(&groups_[group_of_[c]]);
    out.before[kept++] = c;
  }
  out.before.resize(kept), out.signs.resize(kept + 1);
  return true;
}

void Antecedents::done(uint32_t m) { by_head_[facts_.head_number(m)].push_back(m); }

void Antecedents::add_candidates(uint32_t m, std::vector<uint32_t>& before) {
  before.clear();
  seen_.resize(groups_.size(), kNone);
  const bool pronoun = facts_.form(m) <= kThis;
  const uint32_t back = pronoun ? kPronounBack : kNounBack;
  const auto take = [&](uint32_t c) {
    const uint32_t g = group_of_[c];
    if (g == kNone || seen_[g] == m) return;
    seen_[g] = m;
    if (pronoun && !agrees(m, groups_[g])) return;
    before.push_back(c);
  };
  for (uint32_t k = m; k > 0 && m - k < kBack && before.size() < kCandidates && facts_.sentence(m) - facts_.sentence(k - 1) <= back; --k) take(k - 1);
  if (pronoun) return;
  const std::vector<uint32_t>& same = by_head_[facts_.head_number(m)];
  for (size_t k = same.size(), looked = 0; k > 0 && looked < kSameHeads; --k, ++looked) take(same[k - 1]);
}

// "They" stands for no single thing, "he" for no body, place or time, "it" that speaks for nothing that cannot.
bool Antecedents::agrees(uint32_t m, const Group& group) const {
  const uint32_t kind = group_class(group);
  if (facts_.form(m) == kThey) return group.plural || group.kind != MentionKind::nominal || kind <= 6;
  if (facts_.form(m) == kIt && kind == 9 && facts_.speaks(m)) return among(kWriting, facts_.head(group.mentions.front()).lemma);
  if (facts_.form(m) == kHe) return kind == 0 || kind == 4 || kind == 5 || kind == 9 || kind == 10;
  return true;
}

uint32_t Antecedents::group_class(const Group& group) const {
  if (group.kind <= MentionKind::other) return static_cast<uint32_t>(group.kind);
  if (group.kind == MentionKind::pronoun) return 10;
  return 5 + facts_.noun_class(group.mentions.front());
}

uint32_t Antecedents::owner_of(uint32_t m) const {
  for (const uint32_t k : facts_.children(m)) {
    if (facts_.token(k).deprel != Deprel::nmod_poss) continue;
    for (uint32_t c = m > 6 ? m - 6 : 0; c < std::min<uint32_t>(m + 6, facts_.count()); ++c)
      if (facts_.mention(c).head == k) return group_of_[c];
  }
  return kNone;
}

// 2 a clause behind the noun, 1 another phrase, 0 nothing
size_t Antecedents::behind(uint32_t m) const {
  size_t out = 0;
  for (const uint32_t k : facts_.children(m)) {
    const Deprel relation = base(facts_.token(k).deprel);
    if (k > facts_.mention(m).head && (relation == Deprel::nmod || relation == Deprel::acl))
      out = relation == Deprel::acl ? 2 : std::max<size_t>(out, 1);
  }
  return out;
}

void Antecedents::signs_of_none(uint32_t m, std::vector<uint16_t>& out) const {
  size_t front = 0;
  for (const uint32_t k : facts_.children(m)) {
    const Deprel relation = base(facts_.token(k).deprel);
    if (relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nummod) front = 1;
  }
  const Extent phrase = facts_.phrase(m);
  const uint32_t length = phrase.last - phrase.first;
  add(out, kNoneRole, role_of(facts_.head(m)));
  add(out, kNoneSeen, by_head_[facts_.head_number(m)].size());
  add(out, kNoneBehind, behind(m));
  add(out, kNoneClass, facts_.noun_class(m));
  add(out, kNoneFront, front);
  add(out, kNoneLength, length < 3 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3);
  add(out, kNoneMany, facts_.plural(m));
  add(out, kNoneInside, phrase.first == phrase.last);
}

bool Antecedents::signs_of(uint32_t m, uint32_t c, size_t rank, std::vector<uint16_t>& out) const {
  const Group& group = groups_[group_of_[c]];
  const Token &own = facts_.head(m), &other = facts_.head(c);
  const uint32_t group_class = this->group_class(group);
  const auto here = static_cast<size_t>(std::lower_bound(group.mentions.begin(), group.mentions.end(), m) - group.mentions.begin());
  add(out, kDistance, distance_of(own.sentence - other.sentence));
  add(out, kRank, rank < 4 ? rank : rank < 8 ? 4 : rank < 15 ? 5 : 6);
  add(out, kItsForm, facts_.form(c));
  add(out, kGroupClass, group_class);
  add(out, kGroupSize, here < 2 ? 0 : here < 3 ? 1 : here < 4 ? 2 : here < 7 ? 3 : 4);
  add(out, kItsRole, role_of(other));
  add(out, kSameRole, role_of(own) != role_of(other) ? 0 : role_of(own) == 0 ? 2 : 1);
  const Gender mine = facts_.gender(m);
  add(out, kGenders, mine == Gender::unknown || group.gender == Gender::unknown ? 0 : mine == group.gender ? 1 : 2);
  const std::string_view form = own.form;
  if (own.xpos != "PRP$" && !form.ends_with("self") && !form.ends_with("selves") && own.head == other.head && own.head != kNone)
    add(out, kSameClause, 0);
  const Extent a = facts_.phrase(m), b = facts_.phrase(c);
  if (b.first <= facts_.mention(m).head && facts_.mention(m).head < b.last) add(out, kNested, 0);
  if (a.first <= facts_.mention(c).head && facts_.mention(c).head < a.last) add(out, kNested, 1);
  const size_t numbers = facts_.plural(m) == (facts_.form(c) == kThey || facts_.plural(c)) ? 0 : facts_.plural(m) ? 1 : 2;
  add(out, kNumbers, numbers);
  add(out, kLead, facts_.sentence(group.mentions.front()) == 0);
  const Token& first = facts_.head(group.mentions.front());
  add(out, kFirstRole, role_of(first));
  if (own.head != kNone && other.head != kNone && facts_.token(own.head).lemma == facts_.token(other.head).lemma)
    add(out, kSameVerb, own.head != other.head);
  add(out, kClassPair, facts_.noun_class(m) * kGroupClasses + group_class);
  if (facts_.form(m) <= kThis) return true;

  // Nouns: the same head, and what is said of it.
  const float like = facts_.likeness(m, c);
  add(out, kLike, like < -1 ? 0 : like < 0.1f ? 1 : like < 0.2f ? 2 : like < 0.3f ? 3 : like < 0.4f ? 4 : like < 0.5f ? 5 : like < 0.9f ? 6 : 7);
  const auto& words = group.words;
  if (!words.empty()) {
    if (words.back() == facts_.key(m))
      add(out, kNameHead, 0);
    else if (among(words, facts_.key(m)))
      add(out, kNameHead, 1);
  }
  uint32_t same = kNone;
  bool core = false, told = false, untold = false, whole = false, other_one = false;
  const auto modifiers = [&](uint32_t x, uint32_t y) {  // is all that is said of x said of y?
    for (const uint32_t k : facts_.children(x)) {
      const Deprel relation = base(facts_.token(k).deprel);
      const bool name = (relation == Deprel::nmod && facts_.token(k).upos == Upos::PROPN);
      if (relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nummod && !name) continue;
      const std::string_view lemma = facts_.token(k).lemma;
      const auto& others = facts_.children(y);
      if (!among(kSame, lemma) && std::none_of(others.begin(), others.end(), [&](uint32_t o) { return facts_.token(o).lemma == lemma; }))
        return false;
    }
    return true;
  };
  const uint32_t mine_core = facts_.core(m), mine_head = facts_.head_number(m);
  for (size_t k = here, looked = 0; k > 0 && looked < 12; --k, ++looked) {
    const uint32_t e = group.mentions[k - 1];
    core |= facts_.core(e) == mine_core;
    if (facts_.head_number(e) != mine_head) continue;
    if (same == kNone) same = e;
    const bool all = modifiers(m, e), none_more = modifiers(e, m);
    told |= all, untold |= none_more, other_one |= !all && !none_more;
    whole |= facts_.form(e) == facts_.form(m);
  }
  add(out, kCore, core);
  if (other_one) return false;
  const size_t match = same == kNone ? 0 : told && untold ? 1 : told ? 2 : 3;
  add(out, kHeadMatch, match);
  add(out, kMatchBehind, 3 * match + behind(m));
  if (same != kNone) {
    add(out, kHeadDistance, distance_of(own.sentence - facts_.sentence(same)));
    add(out, kWholeMatch, whole);
  }
  if (facts_.form(m) == kOwnedNoun) {
    const uint32_t owner = owner_of(m);
    if (owner != kNone && owner == group_of_[c]) add(out, kModified, 1);
    bool alike = false;
    for (size_t k = here, looked = 0; k > 0 && looked < 6 && owner != kNone; --k, ++looked) alike |= owner_of(group.mentions[k - 1]) == owner;
    add(out, kOwners, alike);
  }
  return true;
}

size_t choose_by_weights(const Options& options) {
  size_t best = 0;
  int most = 0;
  for (size_t k = 0; k < options.signs.size(); ++k) {
    int sum = 0;
    for (const uint16_t sign : options.signs[k]) sum += kWeights[options.form][sign];
    if (k == 0 || sum > most) best = k, most = sum;
  }
  return best;
}

}  // namespace gesta
