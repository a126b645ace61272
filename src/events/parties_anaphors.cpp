// Whom a word means that names nobody: pronouns, "both sides", "the two leaders", "the group".
#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/fields_tree.h"
#include "events/parties.h"

namespace gesta {
namespace {

constexpr std::string_view kPairs[] = {"side",     "country", "leader",         "government", "party",    "nation",       "neighbour",    "neighbor",
                                       "capital",  "foe",     "army",           "president",  "man",      "woman",        "camp",         "rival",
                                       "minister", "enemy",   "pair",           "state",      "ally",     "organisation", "organization", "group",
                                       "movement", "faction", "administration", "tribe",      "republic", "militia",      "navy",         "premier"};
constexpr std::string_view kLands[] = {"country", "government", "nation", "neighbour", "neighbor", "capital",
                                       "army",    "state",      "navy",   "president", "premier"};
constexpr std::string_view kFoes[] = {"side", "camp", "faction", "enemy", "foe", "rival", "party"};
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
struct Twins {
  std::string_view plural, first, second;
};
constexpr Twins kTwins[] = {{"koreas", "KOR", "PRK"}, {"sudans", "SDN", "SSD"}, {"congos", "COG", "COD"}};
constexpr uint32_t kShortBack = 8, kTakenBack = 3, kPairBack = 3, kNamedBack = 2;  // sentences

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

// How many a phrase takes up: "both sides", "the two leaders", "each army", "both", "the two" are two, "the three states" three; 0: it does not.
size_t PartyReader::takes_up(uint32_t head) const {
  const std::string lemma = lower_lemma(tree_[head]);
  const bool pair = among(kPairs, lemma), plural = is_plural(tree_[head]);
  if (lemma == "both" || (lemma == "side" && plural)) return 2;
  if (tree_[head].upos == Upos::NUM && lemma == "two" && tree_.child(head, {Deprel::det}) != kNone && !is_modifier(tree_[head])) return 2;
  bool definite = false;  // "two women were shot" are others
  for (const uint32_t c : tree_.children(head)) {
    if (c > head) break;
    const std::string word = lower_lemma(tree_[c]);
    definite = definite || word == "the" || word == "these" || tree_[c].deprel == Deprel::nmod_poss;
    if (word == "both" && (pair || (plural && agent_entry(head)))) return 2;
    if (pair && (word == "each" || (word == "either" && tree_[c].deprel == Deprel::det))) return 2;
    if (pair && definite && (word == "two" || word == "three")) return word == "two" ? 2 : 3;
  }
  return 0;
}

// Whom such a phrase means: the last ones who were named together, subjects first, in this sentence or the two before, else two persons of two
// countries, two who bear arms, or two countries. "The ministers", "the parties": two that stand before, if there are two.
std::vector<Party> PartyReader::pair_before(uint32_t head) const {
  const std::string lemma = lower_lemma(tree_[head]);
  if (const auto twins = std::ranges::find(kTwins, to_lower(tree_[head].form), &Twins::plural); twins != std::end(kTwins))
    return {state(twins->first, head), state(twins->second, head)};
  const size_t count = takes_up(head);
  const auto& own = tree_.children(head);
  const bool bare = count == 0 && is_plural(tree_[head]) && own.size() == 1 && to_lower(tree_[own[0]].form) == "the";
  if (bare && among(kColleagues, lemma)) return two_persons_before(head);
  const bool parties = bare && lemma == "party";
  if (count == 0 && !parties) return {};
  const AgentEntry* office = agent_entry(head);
  const auto suits = [&](const Party& party) { return !office || !office->person || office->sector != "GOV" || party.sector == "GOV"; };
  std::vector<Party> joined, others;  // others: for two ministers a pair that are none
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= kNamedBack;) {
    if (!is_noun(tree_[i]) || tree_[i].deprel == Deprel::conj || in_dateline(i) || tree_.under(head, i)) continue;
    const auto all = tree_.child(i, {Deprel::conj}) != kNone ? read(i) : read_alone(i);
    if (all.size() != (parties ? 2 : count) || (among(kLands, lemma) && all[0].country == all[1].country)) continue;
    const bool suit = std::ranges::all_of(all, suits);
    if (suit && is_subject(tree_[i].deprel)) return all;
    if (suit && joined.empty()) joined = all;
    if (!suit && others.empty() && all[0].country != all[1].country) others = all;
  }
  if (!joined.empty() || count > 2) return joined;
  const std::string doer = country_of_doer(head);
  // The two of a search, without him who does something to them.
  const auto without_doer = [&](const auto& search) {
    std::vector<Party> two = search(std::string_view());
    const bool his = std::ranges::any_of(two, [&](const Party& party) { return party.country == doer; });
    return !doer.empty() && (two.empty() || his) ? search(doer) : two;
  };
  if (!parties)
    if (auto persons = without_doer([&](std::string_view other) { return two_persons_before(head, false, other); }); !persons.empty()) return persons;
  if (lemma == "man" || lemma == "woman")
    if (auto persons = two_persons_before(head, true); !persons.empty()) return persons;
  if (!others.empty()) return others;
  if (among(kFoes, lemma))
    if (auto foes = two_foes_before(head); !foes.empty()) return foes;
  if (parties || lemma == "both" || lemma == "two") return {};
  if (auto countries = without_doer([&](std::string_view other) { return two_countries_near(head, other); }); !countries.empty()) return countries;
  return without_doer([&](std::string_view other) { return only_two_countries(head, other); });
}

// The parties of a kind in this sentence and the two before, those without an identity left out, if they are two.
std::vector<Party> PartyReader::two_before(uint32_t head, std::string_view of_kind, const Identity& identity) const {
  std::vector<Party> two;
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= kNamedBack;) {
    if (!is_noun(tree_[i]) || in_dateline(i) || in_name(tree_[i].deprel) || tree_.under(head, i) || kind(i) != of_kind) continue;
    if (of_kind == "person" && tree_[i].upos == Upos::NOUN && is_plural(tree_[i])) continue;  // "people", "civilians"
    for (const Party& party : read_alone(i)) {
      const auto own = identity(party);
      if (!own || std::any_of(two.begin(), two.end(), [&](const Party& p) { return identity(p) == own; })) continue;
      if (two.size() == 2) return {};
      two.push_back(party);
    }
  }
  if (two.size() < 2) return {};
  return {two[1], two[0]};
}

// "The army bombed the town. The rebels shot back. Both sides ...": those who bear arms.
std::vector<Party> PartyReader::two_foes_before(uint32_t head) const {
  return two_before(head, "armed", [](const Party& party) { return std::optional(party.code); });
}

// "Macron received Merkel. The two leaders agreed": of two countries or of any.
std::vector<Party> PartyReader::two_persons_before(uint32_t head, bool any_country, std::string_view other) const {
  return two_before(head, "person", [&](const Party& party) -> std::optional<std::string> {
    if (party.country.empty() || party.country == other || party.sector == "MED") return std::nullopt;
    return any_country ? key(party) : party.country;
  });
}

// "The group", "this movement", with nothing that says which.
bool PartyReader::bare_definite(uint32_t head) const {
  const auto& own = tree_.children(head);
  const auto plain = [&](uint32_t c) {
    const Deprel relation = base(tree_[c].deprel);
    return relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::nmod && relation != Deprel::appos &&
           relation != Deprel::flat && relation != Deprel::nummod && relation != Deprel::acl;
  };
  const auto points = [&](uint32_t c) { return to_lower(tree_[c].form) == "the" || to_lower(tree_[c].form) == "this"; };
  return std::ranges::any_of(own, points) && std::ranges::all_of(own, plain);
}

// "The Security Council met ... the Council urged": the nearest body before whose name has that word.
std::optional<Party> PartyReader::longer_name_before(uint32_t head) const {
  constexpr std::string_view kShort[] = {"Council",  "Commission", "Union",      "Court",       "Front",        "Alliance", "League",  "Assembly",
                                         "Tribunal", "Community",  "Conference", "Association", "Organisation", "Bloc",     "Network", "Organization",
                                         "Movement", "Federation", "Coalition",  "Fund",        "Bank",         "Party",    "Agency",  "Congress"};
  constexpr std::string_view kBodies = " igo ngo party group organ ";
  if (!among(kShort, tree_[head].form) || covered_[head] != kNone || !bare_definite(head)) return std::nullopt;
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= kShortBack;)
    if (hits_[i] && !in_dateline(i) && has_word(kBodies, hits_[i]->actor.kind) &&
        has_word(" " + std::string(hits_[i]->actor.name) + " ", tree_[head].form))
      return from_actor(*hits_[i], head);
  return std::nullopt;
}

// "Hamas fired rockets. The group said ...": the nearest name before of a kind that the noun may take up.
std::optional<Party> PartyReader::body_before(uint32_t head) const {
  if (!is_noun(tree_[head]) || is_plural(tree_[head])) return std::nullopt;
  if (auto body = longer_name_before(head)) return body;
  const std::string lemma = lower_lemma(tree_[head]);
  const auto taken = std::find_if(std::begin(kTaken), std::end(kTaken), [&](const Taken& one) { return one.noun == lemma; });
  if (taken == std::end(kTaken) || tree_[head].upos != Upos::NOUN || !bare_definite(head)) return std::nullopt;
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= kTakenBack;)
    if (hits_[i] && !in_dateline(i) && has_word(taken->kinds, hits_[i]->actor.kind)) return from_actor(*hits_[i], head);
  return std::nullopt;
}

bool PartyReader::names_land(const Told& told) { return told.how != "dateline" && told.country.size() == 3 && !among(kNoCountry, told.country); }

// "The Angolan president urged both sides": who does something to the two is of neither.
std::string PartyReader::country_of_doer(uint32_t head) const {
  const uint32_t verb = tree_[head].head;
  if (verb >= tree_.size() || is_subject(tree_[head].deprel)) return {};
  const uint32_t doer = tree::subject_of(tree_.document(), verb);
  if (doer == kNone || doer > head || tree_.under(head, doer)) return {};
  const auto& parties = read_alone(doer);
  return parties.size() == 1 && parties.front().sector == "GOV" ? parties.front().country : std::string();
}

// "Canada's minister landed on it; Denmark lodged a protest. The two governments met": as far back as it takes to find two countries, if it is then
// no more.
std::vector<Party> PartyReader::two_countries_near(uint32_t head, std::string_view other) const {
  std::vector<std::string_view> two;
  for (size_t k = told_.size(), sentence = tree_[head].sentence; k-- > 0;) {
    const Told& told = told_[k];
    if (told.token >= head || !names_land(told) || told.country == other) continue;
    if (tree_[told.token].sentence != sentence) {
      if (two.size() == 2) break;
      sentence = tree_[told.token].sentence;
      if (tree_[head].sentence - sentence > kPairBack) break;
    }
    if (!among(two, told.country)) two.push_back(told.country);
    if (two.size() > 2) return {};
  }
  if (two.size() < 2) return {};
  return {of_country(head, two[1]), of_country(head, two[0])};
}

// The agent or the government of a country, by a word that names neither.
Party PartyReader::of_country(uint32_t head, std::string_view country) const {
  const AgentEntry* entry = agent_entry(head);
  return entry ? agent_of_country(head, *entry, std::string(country)) : state(country, head);
}

std::vector<Party> PartyReader::only_two_countries(uint32_t head, std::string_view other) const {
  std::vector<const Told*> two;
  for (const Told& told : told_) {
    if (told.token >= head) break;
    if (!names_land(told) || told.country == other || std::any_of(two.begin(), two.end(), [&](const Told* t) { return t->country == told.country; }))
      continue;
    if (two.size() == 2) return {};
    two.push_back(&told);
  }
  if (two.size() < 2) return {};
  return {of_country(head, two[0]->country), of_country(head, two[1]->country)};
}

}  // namespace gesta
