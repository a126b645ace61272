// The places of a document. Names are found as the longest runs of capitalised words that the gazetteer holds, outside persons and bodies that bear a
// place's name; names after a preposition of place that it lacks are kept without coordinates. Which of several places bears the name is decided by
// a score over the document (cf. Leidner 2007, "Toponym resolution in text"): countries that the text names or whose people it names,
// "City, Region" pairs, regions named, other places near by, population; two rounds, the second with the places of the first.
// Left out on purpose: names written in small letters, streets and buildings.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "base/utf8.h"
#include "events/fields.h"
#include "events/where_words.h"

namespace gesta {
namespace {

constexpr uint32_t kLongestName = 6;                // words
constexpr size_t kMostMentions = 3000;              // of a document
constexpr size_t kMostCandidates = 60;              // places of one name that are weighed
constexpr uint32_t kNamesake = 30000;               // people
constexpr double kEarthRadius = 6371, kNear = 300;  // km

double distance_km(const Place& a, double lat, double lon) {
  const double rad = 3.14159265358979 / 180;
  const double s = std::sin((a.lat - lat) * rad / 2), t = std::sin((a.lon - lon) * rad / 2);
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(s * s + std::cos(a.lat * rad) * std::cos(lat * rad) * t * t)));
}

struct Found {
  PlaceMention mention;
  std::vector<Place> candidates;
  int chosen = -1;
  bool generic_region = false;  // "province" or "state" follows
};

class Finder {
 public:
  Finder(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer)
      : document_(document), knowledge_(knowledge), gazetteer_(gazetteer), taken_(document.tokens.size(), 0) {}

  std::vector<PlaceMention> run() {
    mark_other_names();
    for (const Sentence& sentence : document_.sentences)
      for (uint32_t i = sentence.first; i < sentence.last && found_.size() < kMostMentions;) i = read_at(i, sentence.last);
    count_countries();
    for (int round = 0; round < 2; ++round)
      for (size_t k = 0; k < found_.size(); ++k) choose(k);
    std::vector<PlaceMention> out;
    for (size_t k = 0; k < found_.size(); ++k) out.push_back(finish(k));
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }

  // Persons and bodies are no places. One word is left open: taggers take many a town for a team or a man, unless its chain has a full name.
  void mark_other_names() {
    for (const Mention& mention : document_.mentions) {
      if (mention.last > taken_.size()) continue;
      const bool person = mention.kind == MentionKind::person && (mention.last - mention.first > 1 || named_in_full(mention));
      const bool body = mention.kind == MentionKind::organisation && mention.last - mention.first > 1;
      if (person || body) std::fill(taken_.begin() + mention.first, taken_.begin() + mention.last, person ? 2 : 1);
    }
  }

  bool named_in_full(const Mention& mention) const {
    if (mention.chain >= document_.chains.size()) return false;
    const Mention& best = document_.mentions[document_.chains[mention.chain].best];
    return best.kind == MentionKind::person && best.last - best.first > 1;
  }

  bool capital(uint32_t i) const { return is_upper(decode_utf8(token(i).form, 0).value); }
  bool starts_name(uint32_t i) const {
    const Token& t = token(i);
    if (!capital(i) || taken_[i] == 2) return false;
    return t.upos == Upos::PROPN || t.upos == Upos::NOUN || (t.upos == Upos::X) || t.upos == Upos::ADJ || t.upos == Upos::DET || t.upos == Upos::VERB;
  }
  std::string_view text(uint32_t first, uint32_t last) const {
    return document_.text.substr(token(first).span.begin, token(last - 1).span.end - token(first).span.begin);
  }

  uint32_t read_at(uint32_t i, uint32_t end) {
    if (!starts_name(i)) return i + 1;
    if (const uint32_t after = facility(i, end); after != i) return after;
    if (const uint32_t after = other_actor(i, end); after != i) return after;
    uint32_t last = std::min(end, i + kLongestName);
    for (; last > i; --last) {
      if (!capital(last - 1) || taken_[last - 1] == 2) continue;
      if (last - i == 1 && blocked_single(i, end)) continue;
      std::vector<Place> candidates = gazetteer_ ? gazetteer_->find(text(i, last)) : std::vector<Place>();
      if (candidates.empty() || !plausible(i, last, candidates)) continue;
      if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
      add(i, last, std::move(candidates), end);
      return last;
    }
    return read_unknown(i, end);
  }

  // "Martyrs' Square", "Sule Pagoda", "Rustaveli Avenue", "Toncontin airport": the name of a spot, which no table of towns holds.
  uint32_t facility(uint32_t i, uint32_t end) {
    uint32_t last = i;
    while (last < end && last - i < kLongestName && ((capital(last) && token(last).upos != Upos::PUNCT) || (last > i && token(last).form == "'")))
      ++last;
    if (last < end && last > i && is_spot_word(token(last).form)) ++last;
    if (last - i < 2 || !is_spot_word(token(last - 1).form) || is_never_place(token(i).form) || taken_[i] == 2) return i;
    if (gazetteer_ && !gazetteer_->find(text(i, last)).empty()) return i;
    // "Vienna airport" lies where Vienna lies.
    std::vector<Place> of_town = gazetteer_ && token(last - 1).form != "street" ? gazetteer_->find(text(i, last - 1)) : std::vector<Place>();
    if (token(last - 1).form == "street") return i;
    if (of_town.size() > kMostCandidates) of_town.resize(kMostCandidates);
    add(i, last, std::move(of_town), end);
    return last;
  }

  // The longest actor that starts here, when it is no place: "Bank of England", "ELN".
  uint32_t other_actor(uint32_t i, uint32_t end) const {
    std::vector<std::string_view> words;
    for (uint32_t k = i; k < end && k < i + kLongestName; ++k) words.push_back(token(k).form);
    const auto hit = knowledge_.find_actor(words, std::nullopt);
    if (!hit || hit->words == 0) return i;
    constexpr std::string_view places[] = {"state", "capital", "place", "people"};
    const bool place = std::find(std::begin(places), std::end(places), hit->actor.kind) != std::end(places);
    const uint32_t last = std::min(end, i + hit->words);
    // One word may sound like a body (Douma, Duma); a town that bears the whole name is a town.
    if (place || (last == i + 1 && !acronym(i)) || (gazetteer_ && last > i + 1 && !gazetteer_->find(text(i, last)).empty())) return i;
    return last;
  }

  bool acronym(uint32_t i) const {
    const std::string_view form = token(i).form;
    if (form.size() > 5 || form.find('.') != std::string_view::npos) return false;
    const auto capitals = std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals > 1 && i != document_.sentences[token(i).sentence].first;
  }

  bool is_person_name(uint32_t i, uint32_t end) const {
    const auto proper = [&](uint32_t k) { return k < end && token(k).upos == Upos::PROPN && capital(k); };
    // A name of several words that the gazetteer lacks as a whole: "Paris Hilton", "Ahmed Tripoli".
    if (token(i).deprel == Deprel::flat && proper(i - (i > 0 ? 1u : 0u))) return true;
    if (i + 1 < end && proper(i + 1) && token(i + 1).deprel == Deprel::flat && token(i + 1).head == i) return true;
    if (i > 0 && is_title(token(i - 1).form)) return true;
    return false;
  }

  bool blocked_single(uint32_t i, uint32_t end) const {
    const Token& t = token(i);
    if (t.form.size() < 2 || t.upos == Upos::DET || t.upos == Upos::VERB || t.upos == Upos::ADJ) return true;
    if (taken_[i] == 1 && t.deprel != Deprel::nmod_poss && t.deprel != Deprel::compound) return true;
    if (t.upos != Upos::PROPN && t.span.begin == document_.sentences[t.sentence].span.begin) return true;
    if (acronym(i) && !(gazetteer_ && known_region(t.form))) return true;
    if (is_never_place(t.form) || knowledge_.country_of_adjective(t.form)) return true;
    return is_person_name(i, end);
  }

  bool known_region(std::string_view form) const {
    const auto found = gazetteer_->find(form);
    return !found.empty() && found[0].kind != Place::Kind::city;
  }

  // Short or small names need a sign that a place is meant.
  bool plausible(uint32_t first, uint32_t last, const std::vector<Place>& candidates) const {
    const auto big = [](const Place& p) { return p.kind != Place::Kind::city || p.population >= 15000; };
    if (std::any_of(candidates.begin(), candidates.end(), big)) return true;
    return last - first > 1 || has_place_marker(first) || next_is_generic(last);
  }

  bool next_is_generic(uint32_t last) const { return last < document_.tokens.size() && is_generic_place(token(last).lemma); }

  bool has_place_marker(uint32_t i) const {
    for (uint32_t k = i; k > 0 && i - k < 3; --k) {
      const Token& before = token(k - 1);
      if (before.sentence != token(i).sentence) return false;
      if (is_place_preposition(before.form)) return true;
      if (before.upos != Upos::DET && before.upos != Upos::ADJ && before.upos != Upos::NOUN) return false;
    }
    return false;
  }

  // A run of capitalised words after "in", "near", "from": kept by its name.
  uint32_t read_unknown(uint32_t i, uint32_t end) {
    uint32_t last = i;
    while (last < end && last - i < kLongestName && token(last).upos == Upos::PROPN && capital(last) && taken_[last] != 2) ++last;
    if (last == i) return i + 1;
    const bool mentioned = std::any_of(document_.mentions.begin(), document_.mentions.end(),
                                       [&](const Mention& m) { return m.kind == MentionKind::place && m.first <= i && i < m.last; });
    if (!mentioned && (!has_place_marker(i) || is_never_place(token(i).form) || taken_[i] != 0 || is_person_name(i, end))) return i + 1;
    if (knowledge_.country_of_adjective(token(last - 1).form)) return last;
    add(i, last, {}, end);
    return last;
  }

  void add(uint32_t first, uint32_t last, std::vector<Place> candidates, uint32_t end) {
    Found found;
    found.mention.first = first, found.mention.last = last;
    found.mention.span = {token(first).span.begin, token(last - 1).span.end};
    found.mention.place.span = found.mention.span;
    found.mention.place.name = std::string(text(first, last));
    found.candidates = std::move(candidates);
    found.generic_region = last < end && is_region_word(token(last).lemma);
    found_.push_back(std::move(found));
  }

  // How often the text names a country, its people or a place that only it can have.
  void count_countries() {
    for (const Token& t : document_.tokens)
      if (is_upper(decode_utf8(t.form, 0).value))
        if (const auto country = knowledge_.country_of_adjective(t.form)) countries_[std::string(*country)] += 1;
    for (const Found& found : found_) {
      if (found.candidates.empty()) continue;
      const Place& best = found.candidates[0];
      if (best.kind == Place::Kind::country) countries_[std::string(best.country)] += 1.5;
      const bool alone = std::all_of(found.candidates.begin(), found.candidates.end(), [&](const Place& p) { return p.country == best.country; });
      if (best.kind != Place::Kind::country && alone && !best.country.empty() && (best.kind != Place::Kind::city || best.population >= 15000))
        countries_[std::string(best.country)] += .7;
      if (!alone && best.population > 500000) countries_[std::string(best.country)] += .4;
    }
  }

  double country_weight(std::string_view country) const {
    const auto it = countries_.find(std::string(country));
    return it == countries_.end() ? 0 : it->second;
  }

  double score(size_t k, const Place& place) const {
    const Found& found = found_[k];
    double sum = .9 * std::log10(1.0 + place.population);
    switch (place.kind) {
      case Place::Kind::country:
        sum += 8;
        break;
      case Place::Kind::region:
      case Place::Kind::sea:
        sum += 6.5;
        break;
      case Place::Kind::admin1:
        sum += found.generic_region ? 3 : -1;
        break;
      case Place::Kind::city:
        break;
    }
    if (found.generic_region && place.kind == Place::Kind::city) sum -= .5;
    if (place.name == found.mention.place.name) sum += 1.6;
    const double weight = country_weight(place.country);
    if (weight > 0) sum += 2.2 + 1.1 * std::log2(1 + weight);
    return sum + neighbours(k, place);
  }

  // "City, Region" and "City, Country" next to it; other places near by.
  double neighbours(size_t k, const Place& place) const {
    double sum = 0;
    int near = 0;
    const size_t from = k > 12 ? k - 12 : 0, to = std::min(found_.size(), k + 13);
    for (size_t j = from; j < to; ++j) {
      if (j == k || found_[j].chosen < 0) continue;
      const Place& other = found_[j].candidates[static_cast<size_t>(found_[j].chosen)];
      if (j == k + 1 && found_[j].mention.first <= found_[k].mention.last + 2) sum += contains(other, place) ? 4 : 0;
      if (other.kind == Place::Kind::admin1 && other.country == place.country && other.name == place.admin1) sum += .8;
      if (other.name != place.name && other.kind != Place::Kind::country && other.kind != Place::Kind::sea &&
          distance_km(place, other.lat, other.lon) < kNear)
        ++near;
    }
    return sum + .7 * std::min(near, 3);
  }

  static bool contains(const Place& outer, const Place& inner) {
    if (outer.country != inner.country || outer.country.empty()) return false;
    return outer.kind == Place::Kind::country ||
           (outer.kind != Place::Kind::city && (outer.name == inner.admin1 || distance_km(outer, inner.lat, inner.lon) < kNear));
  }

  void choose(size_t k) {
    Found& found = found_[k];
    double best = -1e9;
    for (size_t c = 0; c < found.candidates.size(); ++c)
      if (const double s = score(k, found.candidates[c]); s > best) best = s, found.chosen = static_cast<int>(c);
  }

  // A hamlet in a country that nothing in the text speaks of is a namesake of the place that is meant.
  bool namesake(const Found& found) const {
    const Place& place = found.candidates[static_cast<size_t>(found.chosen)];
    return place.kind == Place::Kind::city && place.population < kNamesake && !countries_.empty() && country_weight(place.country) < .3;
  }

  PlaceMention finish(size_t k) const {
    const Found& found = found_[k];
    PlaceMention mention = found.mention;
    if (found.chosen < 0 || namesake(found)) {
      mention.place.precision = "point";
      mention.place.country = country_near(k);
      return mention;
    }
    const Place& place = found.candidates[static_cast<size_t>(found.chosen)];
    mention.place.country = place.country, mention.place.admin1 = place.admin1;
    mention.place.lat = place.lat, mention.place.lon = place.lon, mention.place.geonames = place.geonames;
    mention.place.precision = place.kind == Place::Kind::city ? "city" : place.kind == Place::Kind::country ? "country" : "admin1";
    return mention;
  }

  // The country of a place that no table holds: that of the nearest place of its sentence, else the one the text speaks of most.
  std::string country_near(size_t k) const {
    const auto sentence = [&](size_t j) { return token(found_[j].mention.first).sentence; };
    for (size_t gap = 1; gap < found_.size(); ++gap)
      for (const size_t j : {k - gap, k + gap})
        if (j < found_.size() && found_[j].chosen >= 0 && !namesake(found_[j]) && sentence(j) == sentence(k))
          if (const Place& p = found_[j].candidates[static_cast<size_t>(found_[j].chosen)]; !p.country.empty()) return std::string(p.country);
    std::string best;
    double weight = 0;
    for (const auto& [country, w] : countries_)
      if (w > weight) best = country, weight = w;
    return best;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const Gazetteer* gazetteer_;
  std::vector<uint8_t> taken_;  // 1 body, 2 person
  std::vector<Found> found_;
  std::map<std::string, double> countries_;
};

}  // namespace

std::vector<PlaceMention> read_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer) {
  return Finder(document, knowledge, gazetteer).run();
}

}  // namespace gesta
