// Whom a phrase names: an actor by name, an agent of some country, who owns the thing, whom a pronoun means.
#include "events/parties.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 4> kOfPlace = {"of", "in", "from", "for"};  // "the president of Egypt", "police in Minsk"
constexpr std::array<std::string_view, 16> kQuantities = {"thousand", "hundred", "dozen", "number", "group",   "team",     "score",  "crowd",
                                                          "million",  "part",    "rest",  "some",   "handful", "majority", "column", "ten"};
constexpr int kDeepest = 24;  // phrases inside phrases
constexpr uint32_t kFewWords = 4;
constexpr std::array<std::string_view, 3> kArmed = {"MIL", "REB", "UAF"};

}  // namespace

std::vector<Party> PartyReader::read(uint32_t head) const {
  std::vector<Party> found;
  if (head >= tree_.size()) return found;
  for (const uint32_t one : tree_.conjuncts(head))
    for (const Party& party : read_alone(one))
      if (std::none_of(found.begin(), found.end(), [&](const Party& p) { return p.name == party.name && p.code == party.code; }))
        found.push_back(party);
  return found;
}

bool PartyReader::names_actor(uint32_t head) const {
  if (head >= tree_.size()) return false;
  const auto all = tree_.conjuncts(head);
  return std::any_of(all.begin(), all.end(), [&](uint32_t one) { return !read_alone(one).empty(); });
}

const std::vector<Party>& PartyReader::read_alone(uint32_t head) const {
  static const std::vector<Party> kNobody;
  if (head >= tree_.size()) return kNobody;
  Memo& memo = alone_[head];
  if (memo.done || memo.open || depth_ > kDeepest) return memo.done ? memo.parties : kNobody;
  memo.open = true;
  ++depth_;
  std::vector<Party> found = find(head);
  --depth_;
  memo.open = false, memo.done = true;
  return memo.parties = std::move(found);
}

std::vector<Party> PartyReader::find(uint32_t head) const {
  if (in_dateline(head)) return {};
  const Token& token = tree_[head];
  if (token.deprel == Deprel::amod && token.head < tree_.size() && knowledge_.in_class(tree_[token.head].lemma, "money") &&
      tree_.child(token.head, {Deprel::nummod}) != kNone)
    return {};  // "30,000 Egyptian pounds"
  if (auto pair = pair_before(head); !pair.empty()) return pair;
  if (const auto body = body_before(head)) return {*body};
  if (token.upos == Upos::PRON || token.xpos == "PRP$") return pronoun(head);
  if (among(kQuantities, lower_lemma(token)) || token.upos == Upos::NUM)  // "thousands of police"
    for (const uint32_t c : tree_.children(head))
      if (tree_[c].deprel == Deprel::nmod && tree_.marker(c) == "of")
        if (const auto& found = read_alone(c); !found.empty()) return found;
  if (auto party = adjective_of_agent(head)) return {*party};
  if (const auto half = half_before(head)) return {from_actor(*half, head), from_actor(*name_at(head), head)};
  if (auto party = named(head)) return {*party};
  if (auto shared = shared_agent(head); !shared.empty()) return shared;
  if (auto party = agent(head)) return {*party};
  if (auto party = stranger(head)) return {*party};
  return owners(head);
}

// A name that covers the head, follows it as its flat parts ("President Sisi"), or stands in apposition ("the army chief, Khalifa Haftar").
std::optional<PartyReader::Hit> PartyReader::name_at(uint32_t head) const {
  if (covered_[head] != kNone) return hits_[covered_[head]];
  for (const uint32_t c : tree_.children(head)) {
    if (covered_[c] == kNone) continue;
    const Hit& hit = *hits_[covered_[c]];
    const bool person = hit.actor.kind == "person";
    if (base(tree_[c].deprel) == Deprel::flat || tree_[c].deprel == Deprel::appos) return hit;
    if (tree_[c].deprel == Deprel::compound && person && tree_[head].upos == Upos::PROPN) return hit;
  }
  return std::nullopt;
}

// "North" of "North and South Korea", at its last word.
std::optional<PartyReader::Hit> PartyReader::half_before(uint32_t head) const {
  const uint32_t first = covered_[head];
  if (first == kNone || first < 2 || first + 1 != head || tree_[first - 1].upos != Upos::CCONJ || covered_[first - 2] != first - 2)
    return std::nullopt;
  const auto& half = hits_[first - 2];
  return half && half->last == first - 1 && half->actor.name.ends_with(tree_[head].form) ? half : std::nullopt;
}

Party PartyReader::from_actor(const Hit& hit, uint32_t head) const {
  Party party;
  party.name = hit.actor.name;
  party.id = hit.actor.id;
  party.country = hit.actor.country;
  party.sector = hit.actor.sector;
  party.code = hit.actor.code;
  const std::string_view kind = hit.actor.kind;
  if (kind == "people") party.country = people_country(hit), party.code.clear();
  if (party.sector.empty() && (kind == "state" || kind == "capital" || kind == "seat" || kind == "people")) {
    party.sector = kind == "people" ? "CVL" : "GOV";
    party.code = party.country + party.sector;
  }
  party.span = {tree_[hit.first].span.begin, tree_[std::min(hit.last, tree_.size()) - 1].span.end};
  if (kind == "ship" || kind == "people" || hit.own_name) party.name = std::string(party.span.of(tree_.document().text));
  party.head = head;
  if (party.code.empty()) party.code = party.country + party.sector;
  return party;
}

std::optional<Party> PartyReader::named(uint32_t head) const {
  const auto hit = name_at(head);
  if (!hit) return std::nullopt;
  const Deprel deprel = tree_[head].deprel;
  if (hit->actor.kind == "outlet" && !is_subject(deprel) && deprel != Deprel::obj && deprel != Deprel::nmod_poss) return std::nullopt;
  Party party = from_actor(*hit, head);
  if (party.sector == "ELI")  // "the UN envoy, Martti Ahtisaari": who has left his office has one above the states
    if (const uint32_t title = agent_of(head).second; title != kNone && modifier_country(title) == "IGO")
      party.country = party.sector = party.code = "IGO";
  return party;
}

// ---- agents ----
const AgentEntry* PartyReader::agent_entry(uint32_t head) const {
  if (agent_known_[head] != 0) return agents_[head];
  std::vector<std::string> lemmas;
  for (uint32_t i = head; lemmas.size() < 4; --i) {
    lemmas.insert(lemmas.begin(), lower_lemma(tree_[i]));
    if (i == 0 || tree_[i - 1].sentence != tree_[head].sentence || (tree_[i - 1].upos != Upos::ADJ && !is_noun(tree_[i - 1]))) break;
  }
  const std::vector<std::string_view> views(lemmas.begin(), lemmas.end());
  const AgentEntry* entry = knowledge_.find_agent(views);
  if (!entry) {
    std::string form = to_lower(tree_[head].form);
    if (form.ends_with("men")) form[form.size() - 2] = 'a';  // "Fishermen", which opens a sentence, has the lemma of a name
    std::vector<std::string_view> forms(views.begin(), views.end() - 1);
    forms.push_back(form);
    entry = knowledge_.find_agent(forms);
  }
  const auto pair = [&](const std::string& first) {  // of two words, whatever the tagger makes of the first
    if (const AgentEntry* both = agent_named({first, lemmas.back()})) entry = both;
  };
  if (head > 0 && lemmas.size() > 1 && tree_[head - 1].xpos == "NNS") pair(to_lower(tree_[head - 1].form));  // "rights group"
  if (head > 1 && tree_[head - 1].form == "-") pair(lower_lemma(tree_[head - 2]));                           // "secretary-general"
  if (const AgentEntry* title = titled(head)) entry = title;
  if (head > 1 && titled(head - 2)) entry = nullptr;  // State of the "Secretary of State" is nobody besides
  agent_known_[head] = entry ? 2 : 1;
  return agents_[head] = entry;
}

// "Secretary of State".
const AgentEntry* PartyReader::titled(uint32_t head) const {
  if (head + 2 >= tree_.size() || tree_[head + 1].form != "of") return nullptr;
  return agent_named({to_lower(tree_[head].form), "of", to_lower(tree_[head + 2].form)});
}

// Of all these words, not of the last of them alone.
const AgentEntry* PartyReader::agent_named(const std::vector<std::string>& words) const {
  const AgentEntry* entry = knowledge_.find_agent(std::vector<std::string_view>(words.begin(), words.end()));
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return entry && entry->name == name ? entry : nullptr;
}

// The entry of the head or, with a name as head ("opposition leader Jane Doe"), of its title, and the title's token.
std::pair<const AgentEntry*, uint32_t> PartyReader::agent_of(uint32_t head) const {
  if (!is_noun(tree_[head]) || (tree_[head].upos == Upos::PROPN && tree_[head].form == "March")) return {nullptr, kNone};
  if (const AgentEntry* entry = agent_entry(head)) return {entry, kNone};
  for (const uint32_t c : tree_.children(head))
    if (in_name(tree_[c].deprel) || tree_[c].deprel == Deprel::appos || tree_[c].deprel == Deprel::nmod_desc)
      if (const AgentEntry* entry = agent_entry(c)) return {entry, c};
  return {nullptr, kNone};
}

Span PartyReader::agent_span(uint32_t head) const {
  const auto [first, last] = tree_.extent(head);
  const auto closed = [&](const Token& token) {
    return token.upos == Upos::DET || token.upos == Upos::NUM || token.upos == Upos::PUNCT || token.upos == Upos::ADP || token.upos == Upos::CCONJ;
  };
  const auto glued = [&](uint32_t i) { return i > first && tree_.document().glued(i); };
  uint32_t begin = head, end = head + 1;
  if (titled(head))
    end = head + 3;
  else if (const AgentEntry* entry = agent_entry(head))  // "attorney general" is one word to us, whatever the tree says
    begin -= std::min<uint32_t>(head - tree_.document().sentences[tree_[head].sentence].first,
                                static_cast<uint32_t>(std::count(entry->name.begin(), entry->name.end(), ' ')));
  while (begin > first) {
    const Token& before = tree_[begin - 1];
    if (before.form == "-" && glued(begin) && glued(begin - 1))  // "a 16-year-old girl", "right-wing extremists"
      begin -= 2;
    else if ((before.head == head || in_name(before.deprel) || (before.deprel == Deprel::amod && before.head >= begin && before.head < head)) &&
             !closed(before))
      --begin;
    else
      break;
  }
  const auto flat = [&](uint32_t i) { return i < last && base(tree_[i].deprel) == Deprel::flat; };
  while (flat(end) || (flat(end + 1) && tree_[end].form == "-" && glued(end) && glued(end + 1))) ++end;  // "Jean-Luc Nzita"
  return {tree_[begin].span.begin, tree_[end - 1].span.end};
}

std::optional<Party> PartyReader::agent(uint32_t head) const {
  const auto [entry, title] = agent_of(head);
  if (!entry) return std::nullopt;
  return agent_of_country(head, *entry, agent_country(head, title, *entry));
}

Party PartyReader::agent_of_country(uint32_t head, const AgentEntry& entry, std::string country) const {
  Party party;
  party.span = agent_span(head);
  party.name = std::string(party.span.of(tree_.document().text));
  party.head = head;
  party.sector = entry.sector;
  party.country = std::move(country);
  party.code = party.country == party.sector ? party.country : party.country + party.sector;
  return party;
}

// "Cambodian and Thai officers", "Russia's and Ukraine's delegations", "the foreign ministers of Egypt and Libya": one party for each owner.
std::vector<Party> PartyReader::shared_agent(uint32_t head) const {
  const Token& token = tree_[head];
  const AgentEntry* entry = is_plural(token) ? agent_of(head).first : nullptr;
  if (!entry) return {};
  for (const uint32_t c : tree_.children(head)) {
    const bool place = tree_[c].deprel == Deprel::nmod && among(kOfPlace, tree_.marker(c));
    if (tree_[c].deprel != Deprel::amod && tree_[c].deprel != Deprel::nmod_poss && tree_[c].deprel != Deprel::compound && !place) continue;
    const auto owners = tree_.conjuncts(c);
    std::vector<Party> found;
    if (owners.size() < 2) {  // "commanders of the two sides"
      for (const Party& party : read_alone(c)) found.push_back(agent_of_country(head, *entry, party.country));
      if (found.size() == 2 && found[0].country != found[1].country) return found;
      continue;
    }
    bool all = true;
    for (const uint32_t owner : owners) {
      const std::string country = country_of_owner(owner);
      all = all && !country.empty();
      if (!all || std::any_of(found.begin(), found.end(), [&](const Party& p) { return p.country == country; })) continue;
      found.push_back(agent_of_country(head, *entry, country));
      uint32_t last = owner;  // "South Korean"
      while (last + 1 < head && !adjective_[owner].empty() && adjective_[last + 1] == adjective_[owner]) ++last;
      const std::string whose(Span{tree_[owner].span.begin, tree_[last].span.end}.of(tree_.document().text)), who(token.form);
      found.back().name = place ? who + " " + std::string(tree_.marker(c)) + " " + whose : whose + " " + who;
    }
    if (all && found.size() > 1) return found;
  }
  return {};
}

// "Ugandan and Rwandan troops" where the tree takes the first for a noun of its own.
std::optional<Party> PartyReader::adjective_of_agent(uint32_t head) const {
  if (adjective_[head].empty() || agent_entry(head)) return std::nullopt;
  const uint32_t noun = tree_.child(head, {Deprel::conj});
  if (noun == kNone || noun > head + kFewWords || adjective_[noun - 1].empty() || !is_plural(tree_[noun])) return std::nullopt;
  const AgentEntry* entry = agent_of(noun).first;
  if (!entry) return std::nullopt;
  Party party = agent_of_country(noun, *entry, std::string(adjective_[head]));
  party.head = head, party.span = tree_[head].span;
  party.name = std::string(tree_[head].form) + " " + std::string(tree_[noun].form);
  return party;
}

std::string PartyReader::country_of_owner(uint32_t owner) const {
  if (!adjective_[owner].empty()) return std::string(adjective_[owner]);
  if (covered_[owner] != kNone) return std::string(hits_[covered_[owner]]->actor.country);
  if (tree_[owner].upos == Upos::ADJ) return {};
  const auto& parties = read_alone(owner);
  return parties.size() == 1 ? parties.front().country : std::string();
}

bool PartyReader::modifies(uint32_t token) const {
  const Deprel deprel = tree_[token].deprel;
  return deprel == Deprel::amod || deprel == Deprel::nmod_poss || deprel == Deprel::compound || deprel == Deprel::appos ||
         base(deprel) == Deprel::flat || deprel == Deprel::nmod_desc || (deprel == Deprel::nmod && among(kOfPlace, tree_.marker(token)));
}

// By an adjective or a name beside it.
std::string_view PartyReader::named_modifier(uint32_t head) const {
  for (const uint32_t c : tree_.children(head)) {
    if (!modifies(c)) continue;
    if ((tree_[c].deprel == Deprel::amod || tree_[c].upos == Upos::ADJ) && !adjective_[c].empty()) return adjective_[c];
    if (covered_[c] != kNone && !hits_[covered_[c]]->actor.country.empty()) return hits_[covered_[c]]->actor.country;
  }
  return {};
}

// An adjective or a name says more than a possessor: "his Ukrainian guest".
std::string PartyReader::modifier_country(uint32_t head) const {
  if (const std::string_view country = named_modifier(head); !country.empty()) return std::string(country);
  for (const uint32_t c : tree_.children(head))
    if (modifies(c) && tree_[c].deprel != Deprel::amod)
      for (const Party& owner : read_alone(c))
        if (!owner.country.empty()) return owner.country;
  return {};
}

// A proper name nobody knows: a party all the same when it is a person or organisation by its mention.
std::optional<Party> PartyReader::stranger(uint32_t head) const {
  const Document& document = tree_.document();
  if (tree_[head].upos != Upos::PROPN || mention_of_[head] == kNone) return std::nullopt;
  if (covered_[head] != kNone && hits_[covered_[head]]->actor.kind == "outlet") return from_actor(*hits_[covered_[head]], head);
  const Mention& mention = document.mentions[mention_of_[head]];
  if (mention.kind != MentionKind::person && mention.kind != MentionKind::organisation) return std::nullopt;
  Party party;
  party.head = head;
  party.span = {tree_[mention.first].span.begin, tree_[mention.last - 1].span.end};
  party.name = std::string(party.span.of(document.text));
  if (mention.chain < document.chains.size())
    for (const uint32_t m : document.chains[mention.chain].mentions) {
      const uint32_t other = document.mentions[m].head;
      if (other == head) continue;
      if (auto known = named(other)) {
        if (known->id.starts_with("person:") && bears_more(mention, mention.last - 1, mention.last, to_lower(known->name)))
          continue;  // Melania Trump is not Donald
        return known;
      }
      if (auto known = agent(other)) {
        known->head = head, known->name = party.name;
        return known;
      }
    }
  if (const auto chosen = choose_country(head)) {
    party.country = *chosen;
  } else {
    party.country = modifier_country(head);
    if (party.country.empty()) party.country = story_country(tree_[head].sentence);
  }
  party.code = party.country;
  return party;
}

// The government of a country, named by the word at `head`.
Party PartyReader::state(std::string_view country, uint32_t head) const {
  Party party;
  party.name = knowledge_.country_name(country);
  party.country = country;
  party.sector = "GOV";
  party.code = party.country + party.sector;
  party.span = tree_[head].span;
  party.head = head;
  return party;
}

// "Egypt's decision", "the Russian plan": who stands behind a thing.
std::vector<Party> PartyReader::owners(uint32_t head) const {
  for (const uint32_t c : tree_.children(head)) {
    const Token& token = tree_[c];
    if (token.deprel == Deprel::nmod_poss || (token.deprel == Deprel::nmod && (tree_.marker(c) == "of" || tree_.marker(c) == "by")) ||
        (token.deprel == Deprel::compound && covered_[c] != kNone))
      if (const auto& found = read_alone(c); !found.empty()) return found;
    if (token.deprel != Deprel::amod && token.deprel != Deprel::compound) continue;
    std::vector<Party> found;  // "French and American help"
    for (const uint32_t one : tree_.conjuncts(c))
      if (!adjective_[one].empty()) found.push_back(state(adjective_[one], one));
    if (!found.empty()) return found;
  }
  return {};
}

// "The European Union, Britain and Canada": no state stands beside another to say who that is.
bool PartyReader::lists_another(uint32_t token) const {
  const uint32_t head = tree_[token].head;
  if (tree_[token].deprel != Deprel::appos || head >= token || covered_[token] == kNone || covered_[head] == kNone) return false;
  if (covered_[token] <= head) return false;
  if (tree_[covered_[token] - 1].form != ",") return false;
  const auto is_state = [](const ActorEntry& actor) { return actor.kind == "state" || actor.kind == "capital" || actor.kind == "igo"; };
  const ActorEntry &other = hits_[covered_[token]]->actor, &one = hits_[covered_[head]]->actor;
  return is_state(other) && is_state(one) && other.country != one.country;
}

// ---- what a party is ----
std::string PartyReader::key(const Party& party) const {
  const bool of_state = party.id.starts_with("state:") || party.id.starts_with("capital:") || party.id.starts_with("seat:");
  if (party.sector == "GOV" && (of_state || party.name == knowledge_.country_name(party.country))) return "government of " + party.country;
  if (!party.id.empty()) return party.id;
  static constexpr std::array<std::string_view, 6> kGovernment = {"government", "authority", "authorities", "regime", "administration", "cabinet"};
  if (party.head >= tree_.size()) return party.name;
  const std::string lemma = lower_lemma(tree_[party.head]);
  if (party.sector == "GOV" && !party.country.empty() && among(kGovernment, lemma)) return "government of " + party.country;
  const Document& document = tree_.document();
  if (tree_[party.head].upos == Upos::PROPN)
    if (const uint32_t m = mention_of_[party.head]; m != kNone && document.mentions[m].chain < document.chains.size())
      return "chain " + std::to_string(document.mentions[m].chain);
  return lemma + " of " + party.country + party.sector;
}

std::string_view PartyReader::kind(uint32_t head) const {
  if (head >= tree_.size()) return {};
  if (const auto hit = name_at(head)) {
    const auto kind = hit->actor.kind;
    if (kind == "state" || kind == "capital" || kind == "seat" || kind == "people") return "country";
    if (among(kArmed, hit->actor.sector) && kind != "person") return "armed";
    if (kind == "person" || kind == "office") return "person";
    return kind == "place" ? "place" : "org";
  }
  if (const AgentEntry* entry = agent_entry(head)) {
    if (among(kArmed, entry->sector)) return "armed";
    return entry->person ? "person" : "org";
  }
  if (mention_of_[head] == kNone) return {};
  switch (tree_.document().mentions[mention_of_[head]].kind) {
    case MentionKind::person:
      return "person";
    case MentionKind::organisation:
      return "org";
    case MentionKind::place:
      return "place";
    default:
      return {};
  }
}

bool PartyReader::just_a_name(const Party& party) const {
  const bool known = !party.id.empty() || (!party.sector.empty() && party.sector != "CVL");
  if (known || party.head >= tree_.size() || tree_[party.head].upos != Upos::PROPN || kind(party.head) != "person") return false;
  return tree_.child(party.head, {Deprel::compound, Deprel::appos, Deprel::nmod_desc}) == kNone;
}

}  // namespace gesta
