// Names of actors and countries in a text: which entry each name is, when several bear it, and which countries the text speaks of.
#include <algorithm>
#include <array>
#include <set>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/parties.h"

namespace gesta {
namespace {

constexpr uint32_t kLongestName = 8;  // tokens
constexpr std::string_view kPartyWords[] = {
    "action",        "alliance", "and",        "center",      "centre",      "christian", "coalition", "communist",  "congress",   "conservative",
    "conservatives", "democrat", "democrats",  "democratic",  "development", "for",       "freedom",   "front",      "green",      "greens",
    "independence",  "justice",  "labor",      "labour",      "league",      "left",      "liberal",   "liberals",   "movement",   "national",
    "nationalist",   "new",      "of",         "party",       "people",      "people's",  "peoples",   "popular",    "progress",   "progressive",
    "radical",       "reform",   "republican", "republicans", "right",       "social",    "socialist", "socialists", "solidarity", "the",
    "union",         "united",   "unity",      "workers",     "workers'",    "'",         "'s"};
// Of such words every state may have an organ: "the Supreme Electoral Tribunal", "the Presidential Council", "the Ministry of Public Security".
constexpr std::string_view kOrganWords[] = {
    "supreme",        "high",         "higher",      "state",        "national",     "federal",     "central",    "general",      "electoral",
    "election",       "elections",    "independent", "council",      "tribunal",     "commission",  "committee",  "board",        "court",
    "constitutional", "presidential", "shura",       "consultative", "transitional", "provisional", "military",   "security",     "ministry",
    "department",     "of",           "the",         "and",          "for",          "public",      "internal",   "interior",     "justice",
    "defence",        "defense",      "forces",      "force",        "guard",        "guards",      "republican", "intelligence", "investigation",
    "service",        "agency",       "bureau",      "border",       "police",       "directorate", "prosecutor", "prosecution",  "assembly",
    "senate",         "people's"};
// Small words of a name that its letters leave out: "Front for the Liberation of Zed (FLZ)".
constexpr std::string_view kLinks[] = {"of", "the", "and", "for", "to", "in", "'s", "\u2019s", "de", "la", "du", "des", "del", "y", "et", "da", "-"};
constexpr std::array<std::string_view, 12> kHonorifics = {"mrs",   "miss",    "sir",     "lord", "lady", "dame",
                                                          "saint", "brother", "comrade", "sen",  "gov",  "don"};
// Where a man bears his father's name and his mother's and goes by the first: "Raul Castro Ruz".
constexpr std::array<std::string_view, 20> kTwoSurnames = {"ARG", "BOL", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GNQ",
                                                           "GTM", "HND", "MEX", "NIC", "PAN", "PER", "PRY", "SLV", "URY", "VEN"};
// Where Indians are those who were there first.
constexpr std::string_view kIndianLands[] = {"ARG", "BLZ", "BOL", "BRA", "CHL", "COL", "CRI", "ECU", "GTM", "GUY",
                                             "HND", "MEX", "NIC", "PAN", "PER", "PRY", "SLV", "SUR", "VEN"};
// What is called after a man: "Prince of Wales Hospital".
constexpr std::string_view kNamedAfter[] = {"Hospital", "Airport",  "University", "College", "School",   "Street",    "Avenue",    "Road",
                                            "Square",   "Bridge",   "Stadium",    "Mosque",  "Church",   "Cathedral", "Park",      "Institute",
                                            "Library",  "Museum",   "Hotel",      "Prison",  "Barracks", "Dam",       "Canal",     "Port",
                                            "Island",   "Province", "District",   "Prize",   "Brigade",  "Brigades",  "Boulevard", "Foundation"};
constexpr std::string_view kOfNatives[] = {"affairs", "reservation", "reservations", "treaties", "claims"};
struct Divided {
  std::string_view north, south;
};
constexpr std::array<Divided, 2> kDivided = {{{"PRK", "KOR"}, {"SDN", "SSD"}}};

// Peoples that live in other states too, as minorities in news of these.
struct Abroad {
  std::string_view people;
  std::array<std::string_view, 4> lands;
};
constexpr Abroad kAbroad[] = {{"SRB", {"BIH", "HRV", "XKX", "MNE"}},
                              {"ALB", {"XKX", "SRB", "MKD", "MNE"}},
                              {"HRV", {"BIH"}},
                              {"ARM", {"AZE"}},
                              {"AZE", {"ARM", "IRN"}},
                              {"UZB", {"KGZ", "AFG", "TJK"}},
                              {"TJK", {"AFG", "UZB"}},
                              {"TKM", {"SYR", "IRQ", "AFG"}},
                              {"SOM", {"ETH", "KEN"}},
                              {"HUN", {"ROU", "SVK", "SRB", "UKR"}},
                              {"XKX", {"SRB"}}};

std::string consonants(std::string_view word) {
  std::string out;
  for (const char c : word)
    if (std::string_view("aeiouy").find(c) == std::string_view::npos && (out.empty() || out.back() != c)) out.push_back(c);
  return out;
}

// Ismael of Ismail, Mohamed of Mohammed: a word of a name with other vowels.
bool spelt_otherwise(std::string_view word, std::string_view name) {
  constexpr size_t kFewest = 3;
  const std::string own = consonants(word);
  if (own.size() < kFewest) return false;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view other = name.substr(at, end - at);
    if (!other.empty() && other[0] == word[0] && consonants(other) == own) return true;
    at = end + 1;
  }
  return false;
}

const std::string* most(const std::map<std::string, int>& counts, std::string_view without = {}) {
  const std::string* best = nullptr;
  int top = 0;
  for (const auto& [country, count] : counts)
    if (count > top && country != without) best = &country, top = count;
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
  read_abbreviations();
  find_adjectives();
  drop_far_indians(places);
  read_longer_places(places);
  const Countries told = countries_told(places);
  choose_bearers(told);
  drop_namesakes(told);
  find_halves();
  count_countries(places);
  note_manners();
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
  std::vector<std::string_view> words;
  for (uint32_t i = 0; i < tree_.size();) {
    if (!knowledge_.may_begin_name(tree_[i].form)) {
      ++i;
      continue;
    }
    words.clear();
    for (uint32_t k = i; k < tree_.size() && k < i + kLongestName && tree_[k].sentence == tree_[i].sentence; ++k) words.push_back(tree_[k].form);
    auto hit = knowledge_.find_actor(words, published_);
    uint32_t length = hit ? std::max<uint32_t>(1, hit->words) : 1;
    if (hit && (inside_other_name(i, i + length, hit->actor) || part_of_longer_name(i, i + length, hit->actor) || of_money(i + length, hit->actor)))
      hit.reset(), length = 1;
    if (hit) {
      hits_[i] = Hit{hit->actor, i, i + length, hit->guessed, hit->common, hit->shared};
      for (uint32_t k = i; k < std::min(i + length, tree_.size()); ++k) covered_[k] = i;
    }
    i += length;
  }
}

// "United People's Democratic Front (UPDF)": what letters the text explains mean that, and nobody else whom we know by them.
void PartyReader::read_abbreviations() {
  constexpr size_t kLetters = 8;
  const auto capital = [&](uint32_t i) { return !tree_[i].form.empty() && tree_[i].form[0] >= 'A' && tree_[i].form[0] <= 'Z'; };
  for (uint32_t at = 2; at + 1 < tree_.size(); ++at) {
    const std::string_view letters = tree_[at].form;
    if (tree_[at - 1].form != "(" || tree_[at + 1].form != ")" || letters.size() < 2 || letters.size() > kLetters || !hits_[at]) continue;
    size_t left = letters.size();
    uint32_t first = at - 1;
    while (left > 0 && first > 0 && tree_[first - 1].sentence == tree_[at].sentence) {
      --first;
      if (capital(first) && tree_[first].form[0] != letters[--left]) break;
      if (!capital(first) && !among(kLinks, tree_[first].form)) break;
    }
    if (left > 0 || !capital(first) || tree_[first].form[0] != letters[0]) continue;
    const std::string name = " " + std::string(hits_[at]->actor.name) + " ";
    const bool same = hits_[at]->actor.name == letters || (hits_[first] && hits_[first]->actor.id == hits_[at]->actor.id);
    bool within = true;
    for (uint32_t i = first; i + 1 < at; ++i) within = within && (!capital(i) || has_word(name, tree_[i].form));
    if (same || within) continue;
    for (uint32_t i = 0; i < tree_.size(); ++i)
      if (tree_[i].form == letters && hits_[i] && hits_[i]->last == i + 1) {
        forget(i);
        if (hits_[first]) hits_[i] = Hit{hits_[first]->actor, i, i + 1}, covered_[i] = i;
      }
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

// "US$300 million", "in US dollars".
bool PartyReader::of_money(uint32_t last, const ActorEntry& actor) const {
  constexpr std::string_view kUnits[] = {"$", "dollar", "dollars"};
  return actor.kind == "state" && last < tree_.size() && among(kUnits, tree_[last].form);
}

// The Commonwealth of "the Commonwealth of Virginia" is not Britain's, the Security Council of "Turkey's National Security Council" or of "the
// Russian Security Council" is not that of the United Nations, the Hezbollah of "Turkish Hezbollah" not Lebanon's, "The National" of
// "the National Security Council" no newspaper, the Duma of "the village of Duma" no parliament, the Amnesty of "the Amnesty Commission" no charity,
// the Americans of "South Americans" are not those of the United States.
bool PartyReader::part_of_longer_name(uint32_t first, uint32_t last, const ActorEntry& actor) const {
  const bool article = last > first + 1 && to_lower(tree_[first].form) == "the" && actor.name.starts_with("the ");
  if (article && last < tree_.size() && tree_[last].upos != Upos::PUNCT && tree_[last].form[0] >= 'A' && tree_[last].form[0] <= 'Z')
    return true;  // "the West Bank"
  constexpr std::string_view kBodies[] = {"igo", "ngo", "party", "group", "organ"};
  constexpr std::string_view kTowns[] = {"town", "city", "village", "port", "suburb", "district", "island"};
  const uint32_t begin = tree_.document().sentences[tree_[first].sentence].first;
  if (actor.kind == "igo" && last + 1 < tree_.size() && tree_[last].form == "of" && tree_[last + 1].upos == Upos::PROPN) return true;
  const auto glued = [&](uint32_t i) { return i < tree_.size() && tree_.document().glued(i); };
  if ((actor.kind == "outlet" || actor.kind == "company") && glued(last) && tree_[last].form == "-" && glued(last + 1) &&
      tree_[last + 1].upos == Upos::PROPN)
    return true;  // "Carrefour-Feuilles"
  if (actor.kind == "people" && first > begin && beside_america(first)) return true;
  const bool one_word = actor.kind == "ngo" && last == first + 1;
  if (one_word && first == begin && last < tree_.size() && tree_[last].upos == Upos::ADP) return true;  // "Amnesty for the rebels was ..."
  if (const uint32_t head = tree_[last - 1].head;
      (actor.kind == "outlet" || one_word) && head >= last && head < tree_.size() && tree_[head].upos == Upos::PROPN)
    return tree_[last - 1].deprel == Deprel::amod || tree_[last - 1].deprel == Deprel::compound;
  const bool country = actor.kind == "state" || actor.kind == "capital";
  if (!country && first > begin + 1 && tree_[first - 1].form == "of" && among(kTowns, to_lower(tree_[first - 2].form))) return true;
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

// The American of "South American", "Latin American".
bool PartyReader::beside_america(uint32_t token) const {
  constexpr std::string_view kParts[] = {"South", "Central", "Latin", "North"};
  return token > 0 && tree_[token].form.starts_with("American") && among(kParts, tree_[token - 1].form) &&
         tree_[token - 1].sentence == tree_[token].sentence;
}

// The Pence of "James Pence" is not Mike, the Chad of "Chad Morris" no country, the Rice of "Rice prices rose" nobody.
bool PartyReader::inside_other_name(uint32_t first, uint32_t last, const ActorEntry& actor) const {
  const bool person = actor.kind == "person";
  if (person && last == first + 1 && tree_[first].upos != Upos::PROPN) return true;
  if (person && last == first + 1 && names_kin(last, tree_[first].form, actor)) return true;
  if (person && last < tree_.size() && among(kNamedAfter, tree_[last].form)) return true;
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
  if (person && last > first + 1 && mention.first <= first && mention.last == last + 1 && among(kTwoSurnames, actor.country)) return false;
  const std::string own = to_lower(actor.name);
  return bears_more(mention, first, last, person ? own : std::string());
}

// "Ambassador Ma Keqing" is another Ma than Ma Ying-jeou: the family's name stands first.
bool PartyReader::names_kin(uint32_t next, std::string_view family, const ActorEntry& actor) const {
  if (!actor.name.starts_with(std::string(family) + " ") || next >= tree_.size() || tree_[next].sentence != tree_[next - 1].sentence) return false;
  const Token& token = tree_[next];
  const bool capital = token.form[0] >= 'A' && token.form[0] <= 'Z';
  return capital && is_noun(token) && actor.name.find(token.form) == std::string_view::npos && !knowledge_.find_agent({lower_lemma(token)});
}

// Whether the mention has a name beside tokens [first, last) that is no part of `own` and no title.
bool PartyReader::bears_more(const Mention& mention, uint32_t first, uint32_t last, const std::string& own) const {
  for (uint32_t i = mention.first; i < std::min(mention.last, tree_.size()); ++i) {
    if ((i >= first && i < last) || tree_[i].upos != Upos::PROPN) continue;
    const std::string word = lower_lemma(tree_[i]);
    if (word.size() < 3 || word.back() == '.' || among(kHonorifics, word) || knowledge_.find_agent({word}) != nullptr) continue;
    if (own.find(word) == std::string::npos && !spelt_otherwise(word, own)) return true;
  }
  return false;
}

// "Indians blocked a road near Cuzco": nobody from India, if the text does not speak of it but of a land of others.
void PartyReader::drop_far_indians(const std::vector<PlaceMention>& places) {
  constexpr std::string_view kIndia = "IND";
  bool india = home_ == kIndia, other = false;
  const auto told = [&](std::string_view country) { india |= country == kIndia, other |= among(kIndianLands, country); };
  for (const PlaceMention& place : places) told(place.place.country);
  for (const auto& hit : hits_)
    if (hit && hit->actor.kind != "people") told(hit->actor.country);
  for (const std::string_view adjective : adjective_)
    if (adjective != kIndia) told(adjective);
  for (uint32_t i = 0; i + 1 < tree_.size(); ++i)  // "the Bureau of Indian Affairs"
    other |= adjective_[i] == kIndia && among(kOfNatives, to_lower(tree_[i + 1].form));
  if (india || !other) return;
  for (uint32_t i = 0; i < tree_.size(); ++i) {
    if (adjective_[i] == kIndia) adjective_[i] = {};
    if (hits_[i] && hits_[i]->actor.country == kIndia) forget(i);
  }
}

void PartyReader::forget(uint32_t first) {
  std::fill(covered_.begin() + first, covered_.begin() + std::min(hits_[first]->last, tree_.size()), kNone);
  hits_[first].reset();
}

bool PartyReader::surname(const Hit& hit) {
  return hit.actor.kind == "person" && (hit.guessed || (hit.last == hit.first + 1 && hit.actor.name.find(' ') != std::string_view::npos));
}

// "GROM", "ACUM", "the Democratic Party", "the National Party": so few letters, or none but common words, are a party's in a text on its country, and
// anyone's elsewhere, as are "the Supreme Electoral Tribunal" and "the Shura Council"; armed groups are known all over the world.
bool PartyReader::needs_its_country(const Hit& hit) const {
  constexpr size_t kFew = 4;
  constexpr std::string_view kKnownEverywhere[] = {"USA", "GBR"};
  if (hit.actor.kind == "organ" && !among(kKnownEverywhere, hit.actor.country)) {
    for (uint32_t i = hit.first; i < std::min(hit.last, tree_.size()); ++i)
      if (!among(kOrganWords, to_lower(tree_[i].form))) return false;
    return hit.last > hit.first + 1;
  }
  if (hit.actor.kind != "party") return false;
  const std::string_view form = tree_[hit.first].form;
  const bool shouted = std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (hit.last == hit.first + 1 && form.size() <= kFew && shouted) return true;
  for (uint32_t i = hit.first; i < std::min(hit.last, tree_.size()); ++i)
    if (tree_[i].upos != Upos::PUNCT && !among(kPartyWords, to_lower(tree_[i].form))) return false;
  return true;
}

// By what no one else can mean: not by a surname, nor by a name that two countries share.
Countries PartyReader::countries_told(const std::vector<PlaceMention>& places) const {
  Countries told(adjective_.begin(), adjective_.end());
  for (const PlaceMention& place : places) told.emplace(place.place.country);
  for (const auto& hit : hits_)
    if (hit && !surname(*hit) && !hit->shared && !needs_its_country(*hit)) told.emplace(hit->actor.country);
  told.erase(std::string());
  return told;
}

// "King Abdullah" in a text on Jordan is not he of Saudi Arabia.
void PartyReader::choose_bearers(const Countries& told) {
  for (auto& hit : hits_) {
    if (!hit || !hit->shared) continue;
    std::vector<std::string_view> words;
    for (uint32_t i = hit->first; i < std::min(hit->last, tree_.size()); ++i) words.push_back(tree_[i].form);
    const auto bearer = [&](const Countries& of) {
      const auto better = knowledge_.find_actor(words, published_, &of);
      if (better && better->words == words.size() && of.contains(std::string(better->actor.country))) hit->actor = better->actor;
    };
    bearer(told);
    if (!home_.empty() && (told.contains(std::string(home_)) || !told.contains(hit->actor.country))) bearer({std::string(home_)});
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
    if (hits_[i] && needs_its_country(*hits_[i]) && !told.contains(hits_[i]->actor.country) && hits_[i]->actor.country != home_) forget(i);
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
  for (uint32_t i = 0; i + 3 < tree_.size(); ++i) read_shared_half(i);
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

// "North and South Korea", "East and West German": the first half has the name of the second.
void PartyReader::read_shared_half(uint32_t i) {
  constexpr std::string_view kHalves[] = {"North", "South", "East", "West"};
  const std::string_view first = tree_[i].form, second = tree_[i + 2].form, name = tree_[i + 3].form;
  const std::string_view link = tree_[i + 1].form;
  if (covered_[i] != kNone || first == second || !among(kHalves, first) || !among(kHalves, second) || (link != "and" && link != "or")) return;
  if (const auto adjective = knowledge_.find_adjective({first, name}); adjective && adjective->words == 2) {
    adjective_[i] = adjective->country;
  } else if (const auto hit = knowledge_.find_actor({first, name}, published_); hit && hit->words == 2 && hit->actor.kind == "state") {
    hits_[i] = Hit{hit->actor, i, i + 1};
    covered_[i] = i;
  }
}

// The Russian of "Russian-speaking youths", "Russian speakers", "a Russian-language school" is no country.
bool PartyReader::tells_tongue(uint32_t next) const {
  constexpr std::string_view kTongue[] = {"speaking", "language"};
  if (next < tree_.size() && tree_[next].form == "speakers") return true;
  return next + 1 < tree_.size() && tree_[next].form == "-" && among(kTongue, tree_[next + 1].form);
}

// "Egyptian", "South Korean": all tokens of the run.
void PartyReader::find_adjectives() {
  for (uint32_t i = 0; i < tree_.size();) {
    uint32_t length = 1;
    const char first = tree_[i].form.empty() ? 'a' : tree_[i].form[0];
    if ((first < 'a' || first > 'z') && tree_[i].upos != Upos::PUNCT) {
      std::vector<std::string_view> words;
      for (uint32_t k = i; k < tree_.size() && k < i + 3 && tree_[k].sentence == tree_[i].sentence; ++k) words.push_back(tree_[k].form);
      if (const auto hit = knowledge_.find_adjective(words); hit && hit->words > 0 && !beside_america(i)) {
        length = std::min(hit->words, tree_.size() - i);
        if (!tells_tongue(i + length)) std::fill_n(adjective_.begin() + i, length, hit->country);
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
  settle_peoples();
}

// "Serb gunners", "ethnic Albanian guerrillas", "Albanian snipers" are of where such a people lives as those are whom the text calls Serbs.
void PartyReader::settle_peoples() {
  constexpr std::string_view kPeoples[] = {"Serb", "Croat"}, kOfPeoples[] = {"REB", "UAF", "CVL", "CRM"};
  constexpr std::string_view kAtHomeAbroad[] = {"ALB", "SRB", "HRV", "ARM", "TKM"};  // Uzbek and Somali fighters come from where they are named after
  for (Told& told : told_) {
    const uint32_t i = told.token;
    const bool ethnic = i > 0 && lower_lemma(tree_[i - 1]) == "ethnic";
    const bool adjective = told.how == "adjective" || (ethnic && told.how == "people" && tree_[i].deprel == Deprel::amod);  // "Vietnamese" is both
    if (!adjective) continue;
    const bool serb = among(kPeoples, tree_[i].form) && (i == 0 || adjective_[i - 1].empty());
    const AgentEntry* agent = tree_[i].head < tree_.size() && among(kAtHomeAbroad, told.country) ? agent_entry(tree_[i].head) : nullptr;
    if (!ethnic && !serb && (agent == nullptr || !among(kOfPeoples, agent->sector))) continue;
    std::string_view land = land_of_people(told.country);
    if (const auto* other = ethnic && land.empty() ? most(by_country_, told.country) : nullptr) land = *other;  // "ethnic Vietnamese fishermen"
    if (land.empty() || among(kNoCountry, land)) continue;
    --by_country_[told.country], ++by_country_[std::string(land)];
    --by_sentence_[tree_[i].sentence][told.country], ++by_sentence_[tree_[i].sentence][std::string(land)];
    adjective_[i] = land;
    told.country = land;
  }
}

// "Croatian Serbs", "ethnic Albanians": those of Croatia, of the country that the text speaks of; but Greek Cypriots are of Cyprus. Serbs of whom a
// text tells that speaks of Bosnia and not of Serbia are those of Bosnia.
std::string PartyReader::people_country(const Hit& hit) const {
  const std::string_view before = hit.first > 0 ? adjective_[hit.first - 1] : std::string_view();
  if (hit.actor.country != "CYP" && !before.empty()) return std::string(before);
  if (hit.first == 0 || hit.actor.country == "CYP" || lower_lemma(tree_[hit.first - 1]) != "ethnic") {
    const auto land = land_of_people(hit.actor.country);
    return std::string(land.empty() ? hit.actor.country : land);
  }
  const auto* best = most(by_country_, hit.actor.country);
  return best ? *best : std::string();
}

// The other country where such a people lives, if the text speaks of it and not of that of the people's name; empty: none.
std::string_view PartyReader::land_of_people(std::string_view own) const {
  const auto abroad = std::ranges::find(kAbroad, own, &Abroad::people);
  if (abroad == std::end(kAbroad)) return {};
  std::string_view land;
  int top = 0;
  for (const Told& told : told_)
    if (told.country == own && (told.how == "state" || told.how == "place")) return {};
  for (const std::string_view country : abroad->lands) {
    const auto times = by_country_.find(std::string(country));
    if (!country.empty() && times != by_country_.end() && times->second > top) land = country, top = times->second;
  }
  return land;
}

std::string PartyReader::story_country(uint32_t sentence) const {
  if (sentence < by_sentence_.size())
    if (const auto* best = most(by_sentence_[sentence])) return *best;
  const auto* best = most(by_country_);
  return best ? *best : std::string();
}

}  // namespace gesta
