#include "events/parties.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/lists.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 4> kOfPlace = {"of", "in", "from", "for"};  // "the president of Egypt", "police in Minsk"
constexpr std::array<std::string_view, 16> kQuantities = {"thousand", "hundred", "dozen", "number", "group",   "team",     "score",  "crowd",
                                                          "million",  "part",    "rest",  "some",   "handful", "majority", "column", "ten"};
constexpr std::array<std::string_view, 20> kPairs = {"side",     "country",  "leader", "government", "party",     "nation", "neighbour",
                                                     "neighbor", "capital",  "foe",    "army",       "president", "man",    "camp",
                                                     "rival",    "minister", "enemy",  "pair",       "state",     "ally"};
constexpr std::array<std::string_view, 6> kThird = {"he", "she", "they", "it", "his", "their"};
constexpr std::array<std::string_view, 7> kPlural = {"they", "them", "their", "both", "themselves", "each", "two"};
constexpr uint32_t kLongestName = 8;  // tokens
constexpr int kDeepest = 24;          // phrases inside phrases
constexpr std::array<std::string_view, 12> kHonorifics = {"mrs",   "miss",    "sir",     "lord", "lady", "dame",
                                                          "saint", "brother", "comrade", "sen",  "gov",  "don"};
struct Divided {
  std::string_view north, south;
};
constexpr std::array<Divided, 2> kDivided = {{{"PRK", "KOR"}, {"SDN", "SSD"}}};
constexpr std::array<std::string_view, 3> kArmed = {"MIL", "REB", "UAF"};

bool in_name(Deprel deprel) { return base(deprel) == Deprel::flat || deprel == Deprel::compound || deprel == Deprel::fixed; }

const std::string* most(const std::map<std::string, int>& counts) {
  const std::string* best = nullptr;
  int top = 0;
  for (const auto& [country, count] : counts)
    if (count > top) best = &country, top = count;
  return best;
}

}  // namespace

PartyReader::PartyReader(const Tree& tree, const Knowledge& knowledge, std::optional<Date> published, const std::vector<PlaceMention>& places,
                         const LinearModel* model, std::string_view home)
    : tree_(tree),
      knowledge_(knowledge),
      published_(published),
      model_(model != nullptr && model->has("country") ? model : nullptr),
      home_(home),
      hits_(tree.size()),
      covered_(tree.size(), kNone),
      mention_of_(tree.size(), kNone),
      mention_at_(tree.size(), kNone),
      adjective_(tree.size()),
      by_sentence_(tree.document().sentences.size()),
      alone_(tree.size()),
      agent_known_(tree.size()),
      agents_(tree.size()) {
  index_mentions();
  find_names();
  find_adjectives();
  read_longer_places(places);
  const Countries told = countries_told(places);
  choose_bearers(told);
  drop_namesakes(told);
  find_halves();
  count_countries(places);
}

void PartyReader::index_mentions() {
  const auto& mentions = tree_.document().mentions;
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    if (mentions[m].head < tree_.size() && mention_at_[mentions[m].head] == kNone) mention_at_[mentions[m].head] = m;
    for (uint32_t i = mentions[m].first; i < std::min(mentions[m].last, tree_.size()); ++i)
      if (mention_of_[i] == kNone) mention_of_[i] = m;
  }
}

void PartyReader::find_names() {
  for (uint32_t i = 0; i < tree_.size();) {
    std::vector<std::string_view> words;
    for (uint32_t k = i; k < tree_.size() && k < i + kLongestName && tree_[k].sentence == tree_[i].sentence; ++k) words.push_back(tree_[k].form);
    auto hit = knowledge_.find_actor(words, published_);
    uint32_t length = hit ? std::max<uint32_t>(1, hit->words) : 1;
    if (hit && (inside_other_name(i, i + length, hit->actor) || part_of_longer_name(i, i + length, hit->actor))) hit.reset(), length = 1;
    if (hit) {
      hits_[i] = Hit{hit->actor, i, i + length, hit->guessed, hit->common, hit->shared};
      for (uint32_t k = i; k < std::min(i + length, tree_.size()); ++k) covered_[k] = i;
    }
    i += length;
  }
}

// The Mexico of "New Mexico", the America of "South America", the "British" of "British Columbia": the longer name is a place of another country, or
// of none.
void PartyReader::read_longer_places(const std::vector<PlaceMention>& places) {
  for (const PlaceMention& place : places) {
    const std::string_view country = place.place.country;
    if (place.last < place.first + 2 || place.last > tree_.size() || !place.place.lat) continue;
    bool other = false;
    for (uint32_t i = place.first; i < place.last; ++i) {
      if (!adjective_[i].empty() && adjective_[i] != country) adjective_[i] = {}, other = true;
      const auto& hit = hits_[i];
      const bool land = hit && (hit->actor.kind == "state" || hit->actor.kind == "capital");
      if (!land || hit->last > place.last || hit->last - hit->first == place.last - place.first || hit->actor.country == country) continue;
      forget(i), other = true;
    }
    const auto state = other && country.size() == 3 ? knowledge_.find_actor({knowledge_.country_name(country)}, published_) : std::nullopt;
    if (!state) continue;
    hits_[place.first] = Hit{state->actor, place.first, place.last};
    hits_[place.first]->own_name = true;
    std::fill(covered_.begin() + place.first, covered_.begin() + place.last, place.first);
  }
}

// The Commonwealth of "the Commonwealth of Virginia" is not Britain's, the Security Council of "Turkey's National Security Council" or of "the
// Russian Security Council" is not that of the United Nations, the Hezbollah of "Turkish Hezbollah" not Lebanon's, "The National" of
// "the National Security Council" no newspaper.
bool PartyReader::part_of_longer_name(uint32_t first, uint32_t last, const ActorEntry& actor) const {
  constexpr std::string_view kBodies[] = {"igo", "ngo", "party", "group", "organ"};
  const uint32_t begin = tree_.document().sentences[tree_[first].sentence].first;
  if (actor.kind == "igo" && last + 1 < tree_.size() && tree_[last].form == "of" && tree_[last + 1].upos == Upos::PROPN) return true;
  const auto glued = [&](uint32_t i) { return i < tree_.size() && tree_[i].span.begin == tree_[i - 1].span.end; };
  if ((actor.kind == "outlet" || actor.kind == "company") && glued(last) && tree_[last].form == "-" && glued(last + 1) &&
      tree_[last + 1].upos == Upos::PROPN)
    return true;  // "Carrefour-Feuilles"
  if (const uint32_t head = tree_[last - 1].head; actor.kind == "outlet" && head >= last && head < tree_.size() && tree_[head].upos == Upos::PROPN)
    return tree_[last - 1].deprel == Deprel::amod || tree_[last - 1].deprel == Deprel::compound;
  if (first == begin || !among(kBodies, actor.kind)) return false;
  const auto inside = [&](uint32_t i) { return tree_[i].head >= first && tree_[i].head < last; };
  if (const auto land = knowledge_.find_adjective({tree_[first - 1].form}); land && land->words == 1 && inside(first - 1))
    return land->country != actor.country;
  if (const std::string_view mark = tree_[first - 1].form; (mark == "'s" || mark == "\u2019s") && first > begin + 1 && covered_[first - 2] != kNone) {
    const ActorEntry& owner = hits_[covered_[first - 2]]->actor;  // "Kenya's National Intelligence Service"
    if (actor.kind == "organ" && owner.kind == "state") return owner.country != actor.country;
  }
  const bool joined = tree_[first - 1].lemma == "and" && first > begin + 1;
  const uint32_t before = joined ? first - 2 : first - 1;
  const Token& word = tree_[before];
  if (actor.kind != "igo" || before == begin || covered_[before] != kNone || word.form[0] < 'A' || word.form[0] > 'Z') return false;
  const uint32_t m = mention_of_[first];
  return (word.upos == Upos::PROPN || word.upos == Upos::NOUN || word.upos == Upos::ADJ) &&
         (inside(before) || (m != kNone && tree_.document().mentions[m].first <= before));
}

// The Pence of "James Pence" is not Mike, the Chad of "Chad Morris" no country, the Rice of "Rice prices rose" nobody.
bool PartyReader::inside_other_name(uint32_t first, uint32_t last, const ActorEntry& actor) const {
  const bool person = actor.kind == "person";
  if (person && last == first + 1 && tree_[first].upos != Upos::PROPN) return true;
  const bool land = actor.kind == "state" || actor.kind == "capital";
  if (land && last == first + 1 && last < tree_.size() && tree_[last].upos == Upos::PROPN && tree_[last].head == first &&
      base(tree_[last].deprel) == Deprel::flat)
    return true;  // "Israel Keyes"
  const uint32_t m = mention_of_[first];
  if (m == kNone) return false;
  const Mention& mention = tree_.document().mentions[m];
  const bool town = mention.kind == MentionKind::place && person;  // "San Francisco", "Ho Chi Minh City"
  if (mention.kind != MentionKind::person && !town) return false;
  if (actor.kind == "seat" && mention.first < first) return true;  // "Alexander Pope"
  const std::string own = to_lower(actor.name);
  return bears_more(mention, first, last, person ? own : std::string());
}

// Whether the mention has a name beside tokens [first, last) that is no part of `own` and no title.
bool PartyReader::bears_more(const Mention& mention, uint32_t first, uint32_t last, const std::string& own) const {
  for (uint32_t i = mention.first; i < std::min(mention.last, tree_.size()); ++i) {
    if ((i >= first && i < last) || tree_[i].upos != Upos::PROPN) continue;
    const std::string word = lower_lemma(tree_[i]);
    if (word.size() < 3 || word.back() == '.' || among(kHonorifics, word) || knowledge_.find_agent({word}) != nullptr) continue;
    if (own.find(word) == std::string::npos) return true;
  }
  return false;
}

void PartyReader::forget(uint32_t first) {
  std::fill(covered_.begin() + first, covered_.begin() + std::min(hits_[first]->last, tree_.size()), kNone);
  hits_[first].reset();
}

bool PartyReader::surname(const Hit& hit) {
  return hit.actor.kind == "person" && (hit.guessed || (hit.last == hit.first + 1 && hit.actor.name.find(' ') != std::string_view::npos));
}

// By what no one else can mean: not by a surname, nor by a name that two countries share.
Countries PartyReader::countries_told(const std::vector<PlaceMention>& places) const {
  Countries told(adjective_.begin(), adjective_.end());
  for (const PlaceMention& place : places) told.emplace(place.place.country);
  for (const auto& hit : hits_)
    if (hit && !surname(*hit) && !hit->shared) told.emplace(hit->actor.country);
  told.erase(std::string());
  return told;
}

// "King Abdullah" in a text on Jordan is not he of Saudi Arabia.
void PartyReader::choose_bearers(const Countries& told) {
  for (auto& hit : hits_) {
    if (!hit || !hit->shared) continue;
    std::vector<std::string_view> words;
    for (uint32_t i = hit->first; i < std::min(hit->last, tree_.size()); ++i) words.push_back(tree_[i].form);
    if (const auto better = knowledge_.find_actor(words, published_, &told); better && better->words == words.size()) hit->actor = better->actor;
  }
}

// A surname alone is that of whom we know only if the text does not give it to another ("Kevin Mitchell ... Mitchell said" is not Grenada's premier)
// and it is no place's ("protested in Austin"). Where many bear it (Henry) or it is spelt otherwise than in our files, the text must speak of his
// country too or call him by more of his names: Kadafi in a text on Libya, not the Center (Kanther), the Guard (Coard) or Friedman (Fridman) of
// others.
void PartyReader::drop_namesakes(Countries told) {
  std::set<std::string_view> others;  // surnames of other people
  const auto titled = [&](const Hit& hit) {
    const AgentEntry* title = hit.first == 0 ? nullptr : knowledge_.find_agent({lower_lemma(tree_[hit.first - 1])});
    return title != nullptr && title->person && title->sector == hit.actor.sector;
  };
  for (const auto& hit : hits_)  // beside the countries, whom it calls by more than a surname
    if (hit && (!surname(*hit) || (!hit->guessed && titled(*hit)))) told.emplace(hit->actor.id);
  for (const Mention& mention : tree_.document().mentions)
    if (mention.kind == MentionKind::person && mention.last > mention.first + 1 && mention.last <= tree_.size() &&
        covered_[mention.last - 1] == kNone && tree_[mention.last - 2].upos == Upos::PROPN &&
        !knowledge_.find_agent({lower_lemma(tree_[mention.last - 2])}))
      others.insert(tree_[mention.last - 1].form);
  for (uint32_t i = 0; i < tree_.size(); ++i) {
    if (!hits_[i] || !surname(*hits_[i]) || told.contains(hits_[i]->actor.id)) continue;
    const uint32_t m = mention_of_[i];
    const MentionKind kind = m == kNone ? MentionKind::other : tree_.document().mentions[m].kind;
    const bool person = kind == MentionKind::person, land = told.contains(hits_[i]->actor.country);
    if (!others.contains(tree_[i].form) && kind != MentionKind::place &&
        (hits_[i]->guessed ? person && land : land || !hits_[i]->common || hits_[i]->actor.country == home_))
      continue;
    forget(i);
  }
}

// "the North", "the South's army": the half of a divided country whose other name the text tells.
void PartyReader::find_halves() {
  const auto told = [&](std::string_view country) {
    return std::any_of(hits_.begin(), hits_.end(), [&](const auto& hit) { return hit && hit->actor.country == country; }) ||
           std::any_of(adjective_.begin(), adjective_.end(), [&](std::string_view adjective) { return adjective == country; });
  };
  const Divided* divided = nullptr;
  for (const Divided& one : kDivided)
    if (!divided && (told(one.north) || told(one.south))) divided = &one;
  if (!divided) return;
  for (uint32_t i = 1; i < tree_.size(); ++i) {
    const std::string_view form = tree_[i].form;
    if ((form != "North" && form != "South") || covered_[i] != kNone || !adjective_[i].empty() || lower_lemma(tree_[i - 1]) != "the") continue;
    if (i + 1 < tree_.size() && tree_[i + 1].upos == Upos::PROPN) continue;
    const std::string_view country = form == "North" ? divided->north : divided->south;
    const auto hit = knowledge_.find_actor({knowledge_.country_name(country)}, published_);
    if (!hit) continue;
    hits_[i] = Hit{hit->actor, i, i + 1};
    covered_[i] = i;
  }
}

// "Egyptian", "South Korean": all tokens of the run.
void PartyReader::find_adjectives() {
  for (uint32_t i = 0; i < tree_.size();) {
    uint32_t length = 1;
    if (const char first = tree_[i].form.empty() ? 'a' : tree_[i].form[0]; first < 'a' || first > 'z') {
      std::vector<std::string_view> words;
      for (uint32_t k = i; k < tree_.size() && k < i + 3 && tree_[k].sentence == tree_[i].sentence; ++k) words.push_back(tree_[k].form);
      if (const auto hit = knowledge_.find_adjective(words); hit && hit->words > 0) {
        length = std::min(hit->words, tree_.size() - i);
        std::fill_n(adjective_.begin() + i, length, hit->country);
      }
    }
    i += length;
  }
}

void PartyReader::count_countries(const std::vector<PlaceMention>& places) {
  const auto count = [&](uint32_t token, std::string_view country, int weight, std::string_view how) {
    if (country.empty()) return;
    by_sentence_[tree_[token].sentence][std::string(country)] += weight;
    by_country_[std::string(country)] += weight;
    told_.push_back({token, std::string(country), in_dateline(token) ? "dateline" : how});
  };
  for (uint32_t i = 0; i < tree_.size(); ++i) {
    if (hits_[i] && hits_[i]->actor.kind != "outlet") {
      const std::string_view kind = hits_[i]->actor.kind;
      count(i, hits_[i]->actor.country, 1, kind == "state" || kind == "capital" || kind == "seat" ? "state" : kind == "people" ? "people" : "actor");
    }
    if (covered_[i] == kNone && !adjective_[i].empty() && (i == 0 || adjective_[i - 1] != adjective_[i])) count(i, adjective_[i], 1, "adjective");
  }
  for (const PlaceMention& place : places)
    if (place.first < tree_.size() && covered_[place.first] == kNone) count(place.first, place.place.country, 2, "place");
  std::stable_sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) { return a.token < b.token; });
}

std::string PartyReader::story_country(uint32_t sentence) const {
  if (sentence < by_sentence_.size())
    if (const auto* best = most(by_sentence_[sentence])) return *best;
  const auto* best = most(by_country_);
  return best ? *best : std::string();
}

// ---- phrases ----
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
  if (token.upos == Upos::PRON || token.xpos == "PRP$") return pronoun(head);
  if (among(kQuantities, lower_lemma(token)) || token.upos == Upos::NUM)  // "thousands of police"
    for (const uint32_t c : tree_.children(head))
      if (tree_[c].deprel == Deprel::nmod && tree_.marker(c) == "of")
        if (const auto& found = read_alone(c); !found.empty()) return found;
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

Party PartyReader::from_actor(const Hit& hit, uint32_t head) const {
  Party party;
  party.name = hit.actor.name;
  party.id = hit.actor.id;
  party.country = hit.actor.country;
  party.sector = hit.actor.sector;
  party.code = hit.actor.code;
  const std::string_view kind = hit.actor.kind;
  if (party.sector.empty() && (kind == "state" || kind == "capital" || kind == "seat" || kind == "people")) {
    party.sector = kind == "people" ? "CVL" : "GOV";
    party.code = party.country + party.sector;
  }
  party.span = {tree_[hit.first].span.begin, tree_[std::min(hit.last, tree_.size()) - 1].span.end};
  if (kind == "ship" || hit.own_name) party.name = std::string(party.span.of(tree_.document().text));
  party.head = head;
  if (party.code.empty()) party.code = party.country + party.sector;
  return party;
}

std::optional<Party> PartyReader::named(uint32_t head) const {
  const auto hit = name_at(head);
  if (!hit) return std::nullopt;
  const Deprel deprel = tree_[head].deprel;
  if (hit->actor.kind == "outlet" && !is_subject(deprel) && deprel != Deprel::obj && deprel != Deprel::nmod_poss) return std::nullopt;
  return from_actor(*hit, head);
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
  const auto glued = [&](uint32_t i) { return i > first && tree_[i - 1].span.end == tree_[i].span.begin; };
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
  while (end < last && base(tree_[end].deprel) == Deprel::flat) ++end;
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
    if (owners.size() < 2) continue;
    std::vector<Party> found;
    for (const uint32_t owner : owners) {
      const std::string country = country_of_owner(owner);
      if (country.empty() || std::any_of(found.begin(), found.end(), [&](const Party& p) { return p.country == country; })) break;
      found.push_back(agent_of_country(head, *entry, country));
      const std::string whose(tree_[owner].form), who(token.form);
      found.back().name = place ? who + " " + std::string(tree_.marker(c)) + " " + whose : whose + " " + who;
    }
    if (found.size() == owners.size()) return found;
  }
  return {};
}

std::string PartyReader::country_of_owner(uint32_t owner) const {
  if (!adjective_[owner].empty()) return std::string(adjective_[owner]);
  if (covered_[owner] != kNone) return std::string(hits_[covered_[owner]]->actor.country);
  if (tree_[owner].upos == Upos::ADJ) return {};
  const auto& parties = read_alone(owner);
  return parties.size() == 1 ? parties.front().country : std::string();
}

// An adjective or a name says more than a possessor: "his Ukrainian guest".
std::string PartyReader::modifier_country(uint32_t head) const {
  std::vector<uint32_t> others;
  for (const uint32_t c : tree_.children(head)) {
    const Token& token = tree_[c];
    const bool place = token.deprel == Deprel::nmod && among(kOfPlace, tree_.marker(c));
    if (token.deprel != Deprel::amod && token.deprel != Deprel::nmod_poss && token.deprel != Deprel::compound && token.deprel != Deprel::appos &&
        base(token.deprel) != Deprel::flat && !place && token.deprel != Deprel::nmod_desc)
      continue;
    if ((token.deprel == Deprel::amod || token.upos == Upos::ADJ) && !adjective_[c].empty()) return std::string(adjective_[c]);
    if (covered_[c] != kNone && !hits_[covered_[c]]->actor.country.empty()) return std::string(hits_[covered_[c]]->actor.country);
    if (token.deprel != Deprel::amod) others.push_back(c);
  }
  for (const uint32_t c : others)
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
    if (!adjective_[c].empty()) {
      return {state(adjective_[c], c)};
    }
  }
  return {};
}

// ---- pronouns and pairs ----
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

// "both sides", "the two leaders", "each army", "both": the last two who were named together, in this sentence or the two before, else the two
// countries of the text if it has told of no third.
std::vector<Party> PartyReader::pair_before(uint32_t head) const {
  const std::string lemma = lower_lemma(tree_[head]);
  const bool pair = among(kPairs, lemma), plural = is_plural(tree_[head]);
  bool two = lemma == "both" || (lemma == "side" && plural);
  for (const uint32_t c : tree_.children(head)) {
    if (c > head) break;
    const std::string word = lower_lemma(tree_[c]);
    two = two || (word == "both" && (pair || (plural && agent_entry(head)))) || (pair && (word == "two" || word == "each" || word == "either"));
  }
  if (!two) return {};
  for (uint32_t i = head; i-- > 0 && tree_[head].sentence - tree_[i].sentence <= 2;) {
    if (!is_noun(tree_[i]) || tree_[i].deprel == Deprel::conj || in_dateline(i) || tree_.under(head, i)) continue;
    const auto all = tree_.child(i, {Deprel::conj}) != kNone ? read(i) : read_alone(i);
    if (all.size() == 2) return all;
  }
  return lemma == "both" ? std::vector<Party>() : only_two_countries(head);
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
