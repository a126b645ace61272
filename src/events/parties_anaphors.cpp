// Whom a word means that names nobody: pronouns, "both sides", "the two leaders", "the group".
#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/parties.h"

namespace gesta {
namespace {

constexpr std::string_view kPairs[] = {"side",     "country", "leader",         "government", "party",    "nation",       "neighbour",    "neighbor",
                                       "capital",  "foe",     "army",           "president",  "man",      "woman",        "camp",         "rival",
                                       "minister", "enemy",   "pair",           "state",      "ally",     "organisation", "organization", "group",
                                       "movement", "faction", "administration", "tribe",      "republic", "militia"};
constexpr std::array<std::string_view, 4> kColleagues = {"leader", "minister", "president", "premier"};
constexpr std::array<std::string_view, 6> kThird = {"he", "she", "they", "it", "his", "their"};
constexpr std::array<std::string_view, 7> kPlural = {"they", "them", "their", "both", "themselves", "each", "two"};
// What a definite noun alone may take up, by the kinds of actors whose names stand before it: "the group" of "Hamas", "the bloc" of "the EU".
struct Taken {
  std::string_view noun, kinds;
};
constexpr Taken kTaken[] = {{"group", " group party ngo "},
                            {"movement", " group party "},
                            {"front", " group party "},
                            {"faction", " group party "},
                            {"militia", " group "},
                            {"organisation", " group ngo igo party "},
                            {"organization", " group ngo igo party "},
                            {"party", " party "},
                            {"agency", " igo ngo organ "},
                            {"charity", " ngo "},
                            {"watchdog", " ngo "},
                            {"bloc", " igo "},
                            {"alliance", " igo party group "},
                            {"company", " company "},
                            {"firm", " company "}};
constexpr uint32_t kTakenBack = 3;  // sentences

bool is_modifier(const Token& token) { return token.deprel == Deprel::nummod || token.deprel == Deprel::det || token.deprel == Deprel::amod; }

}  // namespace

std::vector<Party> PartyReader::pronoun(uint32_t head) const {
  const Document& document = tree_.document();
  const std::string lemma = lower_lemma(tree_[head]);
  const bool plural = among(kPlural, lemma);
  const auto antecedent = [&](uint32_t other) -> std::vector<Party> {
    if (plural && tree_[other].deprel != Deprel::conj)
      if (const auto all = read(other); all.size() > 1) return all;
    return read_alone(other);
  };
  if (mention_at_[head] != kNone && document.mentions[mention_at_[head]].chain < document.chains.size()) {
    const Chain& chain = document.chains[document.mentions[mention_at_[head]].chain];
    std::vector<uint32_t> order = {chain.best};
    order.insert(order.end(), chain.mentions.begin(), chain.mentions.end());
    for (const uint32_t m : order) {
      const uint32_t other = document.mentions[m].head;
      if (other == head || tree_[other].upos == Upos::PRON) continue;
      if (auto found = antecedent(other); !found.empty()) return found;
    }
  }
  if (!among(kThird, lemma)) return {};
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= 1;) {  // the nearest subject that names somebody
    if (!is_subject(tree_[i].deprel)) continue;
    if (tree_[i].upos == Upos::PRON || tree_[i].head == tree_[head].head) continue;
    if (auto found = antecedent(i); !found.empty()) return found;
  }
  return {};
}

// "both sides", "the two leaders", "each army", "both", "the two": the last two who were named together, in this sentence or the two before, else two
// persons of two countries, else the two countries of the text if it has told of no third. "The ministers": two persons before, if there are two.
std::vector<Party> PartyReader::pair_before(uint32_t head) const {
  const std::string lemma = lower_lemma(tree_[head]);
  const bool pair = among(kPairs, lemma), plural = is_plural(tree_[head]);
  const bool alone = tree_[head].upos == Upos::NUM && lemma == "two" && tree_.child(head, {Deprel::det}) != kNone && !is_modifier(tree_[head]);
  bool two = lemma == "both" || alone || (lemma == "side" && plural);
  bool definite = false;  // "two women were shot" are others
  for (const uint32_t c : tree_.children(head)) {
    if (c > head) break;
    const std::string word = lower_lemma(tree_[c]);
    definite = definite || word == "the" || word == "these" || tree_[c].deprel == Deprel::nmod_poss;
    two = two || (word == "both" && (pair || (plural && agent_entry(head)))) ||
          (pair && ((word == "two" && definite) || word == "each" || (word == "either" && tree_[c].deprel == Deprel::det)));
  }
  if (!two) {
    const auto& own = tree_.children(head);
    const bool colleagues = plural && among(kColleagues, lemma) && own.size() == 1 && to_lower(tree_[own[0]].form) == "the";
    return colleagues ? two_persons_before(head) : std::vector<Party>();
  }
  const AgentEntry* office = agent_entry(head);
  std::vector<Party> others;  // for two ministers a pair that are none
  const auto suits = [&](const Party& party) { return !office || !office->person || office->sector != "GOV" || party.sector == "GOV"; };
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= 2;) {
    if (!is_noun(tree_[i]) || tree_[i].deprel == Deprel::conj || in_dateline(i) || tree_.under(head, i)) continue;
    const auto all = tree_.child(i, {Deprel::conj}) != kNone ? read(i) : read_alone(i);
    if (all.size() != 2) continue;
    if (std::ranges::all_of(all, suits)) return all;
    if (others.empty() && all[0].country != all[1].country) others = all;
  }
  if (auto persons = two_persons_before(head); !persons.empty()) return persons;
  if (lemma == "man" || lemma == "woman")
    if (auto persons = two_persons_before(head, true); !persons.empty()) return persons;
  if (!others.empty()) return others;
  return lemma == "both" || alone ? std::vector<Party>() : only_two_countries(head);
}

// "Hamas fired rockets. The group said ...": the nearest name before of a kind that the noun may take up.
std::optional<Party> PartyReader::body_before(uint32_t head) const {
  if (tree_[head].upos != Upos::NOUN || is_plural(tree_[head])) return std::nullopt;
  const std::string lemma = lower_lemma(tree_[head]);
  const auto taken = std::find_if(std::begin(kTaken), std::end(kTaken), [&](const Taken& one) { return one.noun == lemma; });
  if (taken == std::end(kTaken)) return std::nullopt;
  const auto& own = tree_.children(head);
  const auto plain = [&](uint32_t c) {
    const Deprel relation = base(tree_[c].deprel);
    return relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nmod && relation != Deprel::appos &&
           relation != Deprel::flat && relation != Deprel::nummod && relation != Deprel::acl;
  };
  const auto points = [&](uint32_t c) { return to_lower(tree_[c].form) == "the" || to_lower(tree_[c].form) == "this"; };
  if (!std::ranges::any_of(own, points) || !std::ranges::all_of(own, plain)) return std::nullopt;
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= kTakenBack;)
    if (hits_[i] && !in_dateline(i) && has_word(taken->kinds, hits_[i]->actor.kind)) return from_actor(*hits_[i], head);
  return std::nullopt;
}

// "Macron received Merkel. The two leaders agreed": those of this sentence and the two before, if they are two, of two countries or of any.
std::vector<Party> PartyReader::two_persons_before(uint32_t head, bool any_country) const {
  std::vector<Party> two;
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= 2;) {
    if (!is_noun(tree_[i]) || in_dateline(i) || in_name(tree_[i].deprel) || tree_.under(head, i) || kind(i) != "person") continue;
    for (const Party& party : read_alone(i)) {
      if (party.country.empty() || party.sector == "MED") continue;
      const auto same = [&](const Party& p) { return any_country ? key(p) == key(party) : p.country == party.country; };
      if (std::any_of(two.begin(), two.end(), same)) continue;
      if (two.size() == 2) return {};
      two.push_back(party);
    }
  }
  if (two.size() < 2) return {};
  return {two[1], two[0]};
}

std::vector<Party> PartyReader::only_two_countries(uint32_t head) const {
  std::vector<const Told*> two;
  for (const Told& told : told_) {
    if (told.token >= head) break;
    if (told.how == "dateline" || std::any_of(two.begin(), two.end(), [&](const Told* t) { return t->country == told.country; })) continue;
    if (told.country.size() != 3 || told.country == "IGO" || told.country == "NGO" || told.country == "MNC") continue;
    if (two.size() == 2) return {};
    two.push_back(&told);
  }
  if (two.size() < 2) return {};
  return {state(two[0]->country, head), state(two[1]->country, head)};
}

}  // namespace gesta
