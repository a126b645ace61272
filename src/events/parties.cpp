#include "events/parties.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 4> kOfPlace = {"of", "in", "from", "for"};  // "the president of Egypt", "police in Minsk"
constexpr std::array<std::string_view, 14> kQuantities = {"thousand", "hundred", "dozen", "number", "group",   "team",     "score",
                                                          "crowd",    "million", "part",  "rest",   "handful", "majority", "column"};
constexpr uint32_t kLongestName = 8;  // tokens
constexpr std::array<std::string_view, 3> kArmed = {"MIL", "REB", "UAF"};

template <class List, class Value>
bool among(const List& list, const Value& value) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

bool in_name(Deprel deprel) { return base(deprel) == Deprel::flat || deprel == Deprel::compound || deprel == Deprel::fixed; }

std::string lower_lemma(const Token& token) {
  std::string lemma(token.lemma);
  for (char& c : lemma)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lemma;
}

const std::string* most(const std::map<std::string, int>& counts) {
  const std::string* best = nullptr;
  int top = 0;
  for (const auto& [country, count] : counts)
    if (count > top) best = &country, top = count;
  return best;
}

}  // namespace

PartyReader::PartyReader(const Tree& tree, const Knowledge& knowledge, std::optional<Date> published, const std::vector<PlaceMention>& places)
    : tree_(tree),
      knowledge_(knowledge),
      published_(published),
      hits_(tree.size()),
      covered_(tree.size(), kNone),
      by_sentence_(tree.document().sentences.size()) {
  for (uint32_t i = 0; i < tree.size();) {
    std::vector<std::string_view> words;
    for (uint32_t k = i; k < tree.size() && k < i + kLongestName && tree[k].sentence == tree[i].sentence; ++k) words.push_back(tree[k].form);
    const auto hit = knowledge.find_actor(words, published);
    const uint32_t length = hit ? std::max<uint32_t>(1, hit->words) : 1;
    if (hit) {
      hits_[i] = Hit{hit->actor, i, i + length};
      for (uint32_t k = i; k < std::min(i + length, tree.size()); ++k) covered_[k] = i;
    }
    i += length;
  }
  count_countries(places);
}

void PartyReader::count_countries(const std::vector<PlaceMention>& places) {
  const auto count = [&](uint32_t token, std::string_view country, int weight) {
    if (country.empty()) return;
    by_sentence_[tree_[token].sentence][std::string(country)] += weight;
    by_country_[std::string(country)] += weight;
  };
  for (uint32_t i = 0; i < tree_.size(); ++i) {
    if (hits_[i] && hits_[i]->actor.kind != "outlet") count(i, hits_[i]->actor.country, 1);
    if (covered_[i] == kNone)
      if (const auto country = knowledge_.country_of_adjective(tree_[i].form)) count(i, *country, 1);
  }
  for (const PlaceMention& place : places)
    if (place.first < tree_.size() && covered_[place.first] == kNone) count(place.first, place.place.country, 2);
}

std::string PartyReader::story_country(uint32_t sentence) const {
  if (sentence < by_sentence_.size())
    if (const auto* best = most(by_sentence_[sentence])) return *best;
  const auto* best = most(by_country_);
  return best ? *best : std::string();
}

std::vector<Party> PartyReader::read(uint32_t head) const {
  std::vector<Party> found;
  for (const uint32_t one : tree_.conjuncts(head))
    for (Party& party : read_one(one, 0))
      if (std::none_of(found.begin(), found.end(), [&](const Party& p) { return p.name == party.name && p.code == party.code; }))
        found.push_back(std::move(party));
  return found;
}

std::vector<Party> PartyReader::read_one(uint32_t head, int depth) const {
  if (depth > 4 || head >= tree_.size()) return {};
  if (tree_[head].upos == Upos::PRON || tree_[head].xpos == "PRP$") {
    if (auto party = pronoun(head, depth)) return {*party};
    return {};
  }
  if (among(kQuantities, lower_lemma(tree_[head])) || tree_[head].upos == Upos::NUM)  // "thousands of police"
    for (const uint32_t c : tree_.children(head))
      if (tree_[c].deprel == Deprel::nmod && tree_.marker(c) == "of")
        if (auto found = read_one(c, depth + 1); !found.empty()) return found;
  if (auto party = named(head, depth)) return {*party};
  if (auto party = agent(head, depth)) return {*party};
  if (auto party = stranger(head, depth)) return {*party};
  return owners(head, depth);
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

Party PartyReader::from_actor(const Hit& hit, uint32_t head) const {
  Party party;
  party.name = hit.actor.name;
  party.id = hit.actor.id;
  party.country = hit.actor.country;
  party.sector = hit.actor.sector;
  party.code = hit.actor.code;
  if (hit.actor.kind == "state" || hit.actor.kind == "capital" || hit.actor.kind == "seat")
    if (party.sector.empty()) party.sector = "GOV";
  if (hit.actor.kind == "people" && party.sector.empty()) party.sector = "CVL";
  party.span = {tree_[hit.first].span.begin, tree_[std::min(hit.last, tree_.size()) - 1].span.end};
  party.head = head;
  if (party.code.empty()) party.code = party.country + party.sector;
  return party;
}

std::optional<Party> PartyReader::named(uint32_t head, int) const {
  const auto hit = name_at(head);
  if (!hit) return std::nullopt;
  if (hit->actor.kind == "outlet" && tree_[head].deprel != Deprel::nsubj && tree_[head].deprel != Deprel::nsubj_pass &&
      tree_[head].deprel != Deprel::obj)
    return std::nullopt;
  return from_actor(*hit, head);
}

const AgentEntry* PartyReader::agent_entry(uint32_t head) const {
  std::vector<std::string> lemmas;
  for (uint32_t i = head; lemmas.size() < 4; --i) {
    lemmas.insert(lemmas.begin(), lower_lemma(tree_[i]));
    if (i == 0 || tree_[i - 1].sentence != tree_[head].sentence || (tree_[i - 1].upos != Upos::ADJ && !is_noun(tree_[i - 1]))) break;
  }
  const std::vector<std::string_view> views(lemmas.begin(), lemmas.end());
  if (const AgentEntry* entry = knowledge_.find_agent(views)) return entry;
  std::string form = to_lower(tree_[head].form);
  std::vector<std::string_view> forms(views.begin(), views.end() - 1);
  forms.push_back(form);
  return knowledge_.find_agent(forms);
}

std::optional<Party> PartyReader::agent(uint32_t head, int depth) const {
  if (!is_noun(tree_[head])) return std::nullopt;
  const AgentEntry* entry = agent_entry(head);
  uint32_t name = kNone;
  if (!entry)  // "opposition leader Jane Doe" with the name as head
    for (const uint32_t c : tree_.children(head))
      if (!entry && (in_name(tree_[c].deprel) || tree_[c].deprel == Deprel::appos || tree_[c].deprel == Deprel::nmod_desc))
        if ((entry = agent_entry(c))) name = c;
  if (!entry) return std::nullopt;
  Party party;
  const auto [first, last] = tree_.extent(head);
  uint32_t begin = head, end = head + 1;
  while (begin > first && (tree_[begin - 1].head == head || in_name(tree_[begin - 1].deprel)) && tree_[begin - 1].upos != Upos::DET &&
         tree_[begin - 1].upos != Upos::NUM && tree_[begin - 1].upos != Upos::PUNCT && tree_[begin - 1].upos != Upos::ADP)
    --begin;
  while (end < last && base(tree_[end].deprel) == Deprel::flat) ++end;
  party.span = {tree_[begin].span.begin, tree_[end - 1].span.end};
  party.name = std::string(party.span.of(tree_.document().text));
  party.head = head;
  party.sector = entry->sector;
  party.country = modifier_country(head, depth);
  if (party.country.empty() && name != kNone) party.country = modifier_country(name, depth);
  if (party.country.empty() && entry->needs_country) party.country = story_country(tree_[head].sentence);
  if (party.country.empty() && !entry->needs_country && (entry->sector == "IGO" || entry->sector == "NGO")) party.country = entry->sector;
  party.code = party.country + party.sector;
  return party;
}

std::string PartyReader::modifier_country(uint32_t head, int depth) const {
  for (const uint32_t c : tree_.children(head)) {
    const Token& token = tree_[c];
    const bool place = token.deprel == Deprel::nmod && among(kOfPlace, tree_.marker(c));
    if (token.deprel != Deprel::amod && token.deprel != Deprel::nmod_poss && token.deprel != Deprel::compound && token.deprel != Deprel::appos &&
        base(token.deprel) != Deprel::flat && !place && token.deprel != Deprel::nmod_desc)
      continue;
    if (token.deprel == Deprel::amod || token.upos == Upos::ADJ)
      if (const auto country = knowledge_.country_of_adjective(token.form)) return std::string(*country);
    if (covered_[c] != kNone && !hits_[covered_[c]]->actor.country.empty()) return std::string(hits_[covered_[c]]->actor.country);
    if (token.deprel == Deprel::amod) continue;
    for (const Party& owner : read_one(c, depth + 1))
      if (!owner.country.empty()) return owner.country;
  }
  return {};
}

// A proper name nobody knows: a party all the same when it is a person or organisation by its mention.
std::optional<Party> PartyReader::stranger(uint32_t head, int depth) const {
  if (tree_[head].upos != Upos::PROPN) return std::nullopt;
  for (const Mention& mention : tree_.document().mentions) {
    if (head < mention.first || head >= mention.last) continue;
    if (mention.kind != MentionKind::person && mention.kind != MentionKind::organisation) return std::nullopt;
    Party party;
    party.head = head;
    party.span = {tree_[mention.first].span.begin, tree_[mention.last - 1].span.end};
    party.name = std::string(party.span.of(tree_.document().text));
    party.country = modifier_country(head, depth);
    if (mention.chain < tree_.document().chains.size()) {
      const Chain& chain = tree_.document().chains[mention.chain];
      for (const uint32_t m : chain.mentions) {
        const uint32_t other = tree_.document().mentions[m].head;
        if (other == head) continue;
        if (auto known = named(other, depth + 1)) return known;
        if (auto known = agent(other, depth + 1)) {
          known->head = head, known->name = party.name;
          return known;
        }
      }
    }
    if (party.country.empty()) party.country = story_country(tree_[head].sentence);
    party.code = party.country;
    return party;
  }
  return std::nullopt;
}

// "Egypt's decision", "the Russian plan": who stands behind a thing.
std::vector<Party> PartyReader::owners(uint32_t head, int depth) const {
  for (const uint32_t c : tree_.children(head)) {
    const Token& token = tree_[c];
    if (token.deprel == Deprel::nmod_poss || (token.deprel == Deprel::nmod && (tree_.marker(c) == "of" || tree_.marker(c) == "by")) ||
        (token.deprel == Deprel::compound && covered_[c] != kNone))
      if (auto found = read_one(c, depth + 1); !found.empty()) return found;
    if (token.deprel != Deprel::amod && token.deprel != Deprel::compound) continue;
    if (const auto country = knowledge_.country_of_adjective(token.form)) {
      Party party;
      party.name = knowledge_.country_name(*country);
      party.country = *country;
      party.sector = "GOV";
      party.code = party.country + party.sector;
      party.span = token.span;
      party.head = c;
      return {party};
    }
  }
  return {};
}

std::optional<Party> PartyReader::pronoun(uint32_t head, int depth) const {
  const Document& document = tree_.document();
  for (const Mention& mention : document.mentions) {
    if (mention.head != head || mention.chain >= document.chains.size()) continue;
    const Chain& chain = document.chains[mention.chain];
    std::vector<uint32_t> order = {chain.best};
    order.insert(order.end(), chain.mentions.begin(), chain.mentions.end());
    for (const uint32_t m : order) {
      const uint32_t other = document.mentions[m].head;
      if (other == head || tree_[other].upos == Upos::PRON) continue;
      if (auto found = read_one(other, depth + 1); !found.empty()) return found.front();
    }
  }
  const std::string lemma = lower_lemma(tree_[head]);
  static constexpr std::array<std::string_view, 6> kThird = {"he", "she", "they", "it", "his", "their"};
  if (!among(kThird, lemma)) return std::nullopt;
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= 1;) {  // the nearest subject that names somebody
    if (tree_[i].deprel != Deprel::nsubj && tree_[i].deprel != Deprel::nsubj_pass) continue;
    if (tree_[i].upos == Upos::PRON || tree_[i].head == tree_[head].head) continue;
    if (auto found = read_one(i, depth + 1); !found.empty()) return found.front();
  }
  return std::nullopt;
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
  for (const Mention& mention : tree_.document().mentions)
    if (head >= mention.first && head < mention.last) {
      if (mention.kind == MentionKind::person) return "person";
      if (mention.kind == MentionKind::organisation) return "org";
      if (mention.kind == MentionKind::place) return "place";
    }
  return {};
}

}  // namespace gesta
