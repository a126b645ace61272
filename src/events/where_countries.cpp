// The countries that a text speaks of: their names, their people, their leaders and the places that only they can have, each with its weight. They
// speak for the places that bear a name (where_namesakes.cpp) and for the countries that it may lie in (where_country.cpp).
#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/lists.h"
#include "events/fields_tree.h"
#include "events/where_found.h"
#include "events/where_words.h"

namespace gesta {
namespace {

constexpr size_t kMostEvidence = 24;  // signs of a country on each side of a place that are weighed
constexpr double kHomeWeight = .4;    // what the outlet's country weighs; that of a country named is 1.2

}  // namespace

// Forces and ships are often abroad.
CountriesTold::CountriesTold(const Document& document, const Knowledge& knowledge, const std::vector<FoundPlace>& found,
                             const std::vector<NamedActor>& actors, std::string_view home, bool world)
    : document_(document), knowledge_(knowledge), home_(home), world_(world) {
  if (home_.size() == 3) countries_[std::string(home_)] += kHomeWeight;
  add_words(actors);
  add_places(found);
  sort();
}

void CountriesTold::add_words(const std::vector<NamedActor>& actors) {
  uint32_t named = 0;
  for (uint32_t i = 0; i < document_.tokens.size(); ++i) {
    if (!capital_letter(document_, i)) continue;
    const Token& token = document_.tokens[i];
    if (const auto country = knowledge_.country_of_adjective(token.form)) {
      const uint32_t noun = base(token.deprel) == Deprel::amod || base(token.deprel) == Deprel::compound ? token.head : kNone;
      const std::string_view lemma = noun < document_.tokens.size() ? std::string_view(document_.tokens[noun].lemma) : std::string_view();
      if (is_generic_place(lemma))
        add(i, *country, Voice::land, 2.5);
      else if (is_force_word(lemma))
        add(i, *country, Voice::force, .4);
      else
        add(i, *country, Voice::people, .9);
    } else if (i >= named && actors[i].words > 0) {
      const NamedActor& actor = actors[i];
      named = i + actor.words;
      constexpr std::string_view mute[] = {"state", "capital", "place", "people", "outlet", "company", "igo"};
      const bool dumb = among(mute, actor.kind);
      const bool bare = actor.words == 1 && actor.kind == "person";
      const auto whole = [&](const Mention& m) { return m.kind == MentionKind::person && m.first == i && m.last == i + 1; };
      // "Samuel Dougan" is not the Dougan who governed.
      if (!dumb && !(bare && std::none_of(document_.mentions.begin(), document_.mentions.end(), whole)))
        add(i, actor.country, Voice::actor, bare ? .5 : .8);
    }
  }
}

void CountriesTold::add_places(const std::vector<FoundPlace>& found) {
  for (const FoundPlace& name : found) {
    if (name.candidates.empty()) continue;
    const Place& best = name.candidates[0];
    const uint32_t at = name.mention.first, after = name.mention.last;
    if (best.kind == Place::Kind::country) {
      const bool owns =
          after < document_.tokens.size() && document_.tokens[after].form.ends_with("s") && document_.tokens[at].deprel == Deprel::nmod_poss;
      const bool in = owns || after_place_preposition(document_, at);
      add(at, best.country, in ? Voice::inside : Voice::state, in ? 2 : 1.2);
      continue;
    }
    const bool alone = std::all_of(name.candidates.begin(), name.candidates.end(), [&](const Place& p) { return p.country == best.country; });
    if (alone && !best.country.empty() && (best.kind != Place::Kind::city || best.population >= 15000)) add(at, best.country, Voice::sole, .7);
    if (!alone) add(at, name.capital_of.empty() && best.population > 500000 ? best.country : name.capital_of, Voice::famous, .5);
  }
}

void CountriesTold::add(uint32_t token, std::string_view country, Voice voice, double weight) {
  if (country.size() != 3 || knowledge_.country_name(country).empty()) return;
  evidence_.push_back({token, country, voice, weight});
  countries_[std::string(country)] += weight;
  told_ += weight;
}

void CountriesTold::settle(const std::vector<FoundPlace>& found) {
  std::erase_if(evidence_, [](const Evidence& e) { return e.voice == Voice::town; });
  for (const FoundPlace& name : found)
    if (const Place* p = name.place(); p && p->kind != Place::Kind::country && p->country.size() == 3)
      evidence_.push_back({name.mention.first, p->country, Voice::town, 1.5});
  sort();
}

void CountriesTold::sort() {
  std::stable_sort(evidence_.begin(), evidence_.end(), [](const Evidence& a, const Evidence& b) { return a.token < b.token; });
}

double CountriesTold::weight(std::string_view country) const {
  const auto it = countries_.find(country);
  return it == countries_.end() ? 0 : it->second;
}

std::string_view CountriesTold::most() const {
  std::string_view best;
  double most = 0;
  for (const auto& [country, weight] : countries_)
    if (weight > most)
      best = country, most = weight;
    else if (weight == most)
      best = {};
  return best;
}

namespace {

// Where a word stands to the name of the place: 0 in its phrase, 1 and 2 before and after it in its sentence, 3 in the subject of what happens
// there, 4 and 5 in the sentences beside, 6 and 7 farther off, 8 under the same word ("the Afghan city of Kandahar"), 9 right after its comma
// or said of it ("Bardera, in southern Somalia", "Beni in western Nepal").
int spot(const Document& document, uint32_t word, uint32_t place, uint32_t after_place) {
  constexpr uint32_t kAside = 6;  // words
  const uint32_t s = document.tokens[place].sentence, t = document.tokens[word].sentence;
  if (s != t) return t < s ? (s - t == 1 ? 4 : 6) : (t - s == 1 ? 5 : 7);
  const tree::Path p = tree::path(document, word, place);
  if (p.met && p.ups + p.downs <= 2 && (p.ups == 0 || p.downs == 0)) return 0;
  if (word >= after_place && word < after_place + kAside && document.tokens[after_place].form == "," && !opens_clause(document, word)) return 9;
  if (word >= after_place && lies_by(document, after_place, word)) return 9;
  if (p.met && p.ups <= 1 && p.downs <= 1) return 8;
  if (p.met && p.downs > 0 && p.top != kNone && base(document.tokens[p.top].deprel) == Deprel::nsubj) return 3;
  return word < place ? 1 : 2;
}

}  // namespace

std::map<std::string_view, std::vector<int>> CountriesTold::signs_near(const std::vector<FoundPlace>& found,
                                                                       const std::vector<uint32_t>& mentions) const {
  constexpr size_t kMostMentions = 4;
  std::map<std::string_view, std::vector<int>> out;
  const auto own = [&](uint32_t t) {
    return std::any_of(mentions.begin(), mentions.end(), [&](uint32_t m) { return found[m].mention.first <= t && t < found[m].mention.last; });
  };
  for (size_t k = 0; k < mentions.size() && k < kMostMentions; ++k) {
    const uint32_t token = found[mentions[k]].mention.first, last = found[mentions[k]].mention.last;
    const auto middle = std::lower_bound(evidence_.begin(), evidence_.end(), token, [](const Evidence& e, uint32_t t) { return e.token < t; });
    const auto from = middle - std::min<std::ptrdiff_t>(kMostEvidence, middle - evidence_.begin());
    const auto to = middle + std::min<std::ptrdiff_t>(kMostEvidence, evidence_.end() - middle);
    for (auto e = from; e != to; ++e)
      if (!own(e->token)) out[e->country].push_back(static_cast<int>(e->voice) * kSpots + spot(document_, e->token, token, last));
  }
  if (home_.size() == 3) out[home_].push_back(kHome);
  for (auto& [country, signs] : out) {
    const double share = weight(country);
    const auto above = std::count_if(countries_.begin(), countries_.end(), [&](const auto& other) { return other.second > share; });
    signs.push_back(kRank + static_cast<int>(std::min<std::ptrdiff_t>(above, 3)));
    signs.push_back(kShare + (told_ > 0 ? static_cast<int>(std::min(5.0, share / told_ * 6)) : 0));
  }
  if (!mentions.empty()) add_nearest(found[mentions[0]].mention.first, out);
  return out;
}

// Places and countries named, not peoples and persons.
void CountriesTold::add_nearest(uint32_t token, std::map<std::string_view, std::vector<int>>& out) const {
  const auto place = [&](const Evidence& e) {
    return e.token != token && (e.voice == Voice::town || e.voice == Voice::inside || e.voice == Voice::sole || e.voice == Voice::land);
  };
  const auto say = [&](const Evidence& e, int side) {
    const auto known = out.find(e.country);
    const bool here = document_.tokens[e.token].sentence == document_.tokens[token].sentence;
    if (known != out.end()) known->second.push_back(kNearest + 2 * side + (here ? 0 : 1));
  };
  const auto middle = std::lower_bound(evidence_.begin(), evidence_.end(), token, [](const Evidence& e, uint32_t t) { return e.token < t; });
  const auto from = middle - std::min<std::ptrdiff_t>(kMostEvidence, middle - evidence_.begin());
  const auto to = middle + std::min<std::ptrdiff_t>(kMostEvidence, evidence_.end() - middle);
  for (auto e = middle; e != from;)
    if (place(*--e)) {
      say(*e, 0);
      break;
    }
  if (const auto e = std::find_if(middle, to, place); e != to) say(*e, 1);
}

}  // namespace gesta
