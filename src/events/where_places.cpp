// The places of a document. Names are found as the longest runs of capitalised words that the gazetteer holds, outside persons and bodies that bear a
// place's name; names after a preposition of place that it lacks are kept without coordinates. Which of several places bears the name is decided by
// a score over the document (cf. Leidner 2007, "Toponym resolution in text"): population, countries that the text names or whose people it names,
// and how well the places that the other names near it may mean go with it ("City, Region", the region, nearness); each name believes in its
// places by degrees, and three rounds bring the beliefs together (mean field). One name means one place throughout a text, save "Paris, Texas".
// Left out on purpose: names written in small letters, streets and buildings.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

#include "base/utf8.h"
#include "events/fields.h"
#include "events/where_features.h"
#include "events/where_words.h"

namespace gesta {
namespace {

constexpr uint32_t kLongestName = 6;                     // words
constexpr size_t kMostMentions = 3000;                   // of a document
constexpr size_t kMostCandidates = 60;                   // places of one name that are weighed
constexpr uint32_t kNamesake = 30000;                    // people
constexpr uint32_t kNamesakeElsewhere = 250000;          // people, in a text that speaks of other countries
constexpr uint32_t kKnownTown = 50000;                   // people; too many for a namesake of a person
constexpr size_t kMostEvidence = 24;                     // signs of a country on each side of a place that are weighed
constexpr double kHome = .4;                             // what the outlet's country weighs; that of a country named is 1.2
constexpr double kEarthRadius = 6371;                    // km
constexpr double kBeside = 50, kNear = 150, kFar = 400;  // km: the same town or county, the same region, the same part of a country
constexpr int kRounds = 3;
constexpr uint32_t kWindow = 12;              // mentions on each side of a name that speak for its place
constexpr size_t kMostNear = 40;              // other names that are weighed
constexpr size_t kMostOptions = 24;           // places of a name that are weighed against those of others
constexpr double kTogether = 7, kEnough = 3;  // what the other names are worth at most; how much of it is a good deal
constexpr double kFaint = .02;                // a belief too weak to speak for others

// On a sphere of radius 1.
struct Point {
  double x = 0, y = 0, z = 0;
};
Point point_of(const Place& place) {
  const double rad = 3.14159265358979 / 180, lat = place.lat * rad, lon = place.lon * rad;
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}
// A region of the first level and not a county in it.
bool is_state(const Place& place) { return place.kind == Place::Kind::admin1 && place.name == place.admin1; }
// Chord squared of a distance along the ground, which needs no root to compare.
double chord(double km) {
  const double half = 2 * std::sin(km / kEarthRadius / 2);
  return half * half;
}
double chord(const Point& a, const Point& b) {
  const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return x * x + y * y + z * z;
}

struct Found {
  PlaceMention mention;
  std::vector<Place> candidates;
  int chosen = -1;
  bool generic_region = false;  // "province" or "state" follows
  std::string_view capital_of;  // the country whose capital bears the name
  std::string_view part_of;     // the country that "the Syrian border" tells
};

// A place that a name may mean.
struct Option {
  uint32_t candidate = 0;  // of the first mention
  double prior = 0, score = 0, belief = 0;
  Point at;
};

// A name with the place that follows it after a comma, wherever the text has it.
struct Name {
  std::vector<uint32_t> mentions;
  std::vector<Option> options;  // best first
  std::vector<uint32_t> near;   // other names
  uint32_t outer = kNone;       // the name after the comma
  std::string_view text;
};

// A word that speaks for a country: its name, its people, one of its leaders or towns.
struct Evidence {
  uint32_t token = 0;
  std::string_view country;
  double weight = 0;
};

// A name of the actor files that starts at a token.
struct Named {
  uint32_t words = 0;
  std::string_view kind, country;
};

class Finder {
 public:
  Finder(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin, std::span<const Span> marked)
      : document_(document), knowledge_(knowledge), gazetteer_(gazetteer), origin_(origin), marked_(marked), taken_(document.tokens.size(), 0) {}

  std::vector<PlaceMention> run() {
    find_actors();
    mark_other_names();
    for (const Sentence& sentence : document_.sentences)
      for (uint32_t i = sentence.first; i < sentence.last && found_.size() < kMostMentions;) i = read_at(i, sentence.last);
    home_ = country_of_site();
    count_countries();
    choose();
    count_towns();
    std::vector<PlaceMention> out;
    for (size_t k = 0; k < found_.size(); ++k) {
      out.push_back(finish(k));
      out.back().place.country = state_then(out.back().place.country);
    }
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }

  // Persons and bodies are no places. One word is left open: taggers take many a town for a team or a man, unless its chain has a full name.
  void mark_other_names() {
    for (const Mention& mention : document_.mentions) {
      if (mention.last > taken_.size()) continue;
      const bool person = mention.kind == MentionKind::person && (mention.last - mention.first > 1 || named_in_full(mention)) &&
                          !known_town(mention.first, mention.last) && !lies_at(mention) && !named_of(mention.first);
      const bool body = mention.kind == MentionKind::organisation && mention.last - mention.first > 1;
      if (person || body) std::fill(taken_.begin() + mention.first, taken_.begin() + mention.last, person ? 2 : 1);
    }
  }

  // "at Mar Mikhael", "near Koh Sai Daeng": named once, after a preposition of place, and no actor's name.
  bool lies_at(const Mention& mention) const {
    const bool once = mention.chain >= document_.chains.size() || document_.chains[mention.chain].mentions.size() < 2;
    return once && at_place(mention.first) && actors_[mention.first].words == 0 && !is_title(token(mention.first).form);
  }

  // "the border town of Bunagana", "the resort of Cauterets"
  bool named_of(uint32_t i) const {
    return i > 1 && token(i - 1).form == "of" && token(i - 2).sentence == token(i).sentence && is_generic_place(token(i - 2).lemma);
  }

  // "Phnom Penh", "Dar es Salaam": a town of that whole name that is too well known to be taken for a man.
  bool known_town(uint32_t first, uint32_t last) const {
    if (!gazetteer_ || last - first > kLongestName || (first > 0 && is_title(token(first - 1).form))) return false;
    const std::string_view name = text(first, last);
    const std::vector<Place> found = gazetteer_->find(name);
    return std::any_of(found.begin(), found.end(), [&](const Place& p) { return p.population >= kKnownTown && p.name == name; });
  }

  bool of_kind(uint32_t i, MentionKind kind) const {
    return std::any_of(document_.mentions.begin(), document_.mentions.end(),
                       [&](const Mention& m) { return m.kind == kind && m.first <= i && i < m.last; });
  }

  bool named_in_full(const Mention& mention) const {
    if (mention.chain >= document_.chains.size()) return false;
    const Mention& best = document_.mentions[document_.chains[mention.chain].best];
    return best.kind == MentionKind::person && best.last - best.first > 1;
  }

  // Whose a place of a young state was when the text was written.
  std::string state_then(std::string country) const {
    struct Young {
      std::string_view now, before, since;
    };
    constexpr Young states[] = {{"SSD", "SDN", "2011-07-09"}, {"XKX", "SRB", "2008-02-17"}, {"ERI", "ETH", "1993-05-24"}};
    for (const Young& state : states)
      if (country == state.now && !origin_.published.empty() && origin_.published < state.since) return std::string(state.before);
    return country;
  }

  // "Aleppo", "al-Balah"
  bool capital(uint32_t i) const {
    std::string_view form = token(i).form;
    if (form.size() > 3 && form[2] == '-' &&
        (form.starts_with("al-") || form.starts_with("el-") || form.starts_with("as-") || form.starts_with("ad-")))
      form.remove_prefix(3);
    return is_upper(decode_utf8(form, 0).value);
  }
  bool starts_name(uint32_t i) const {
    const Token& t = token(i);
    if (!capital(i) || taken_[i] == 2) return false;
    return t.upos == Upos::PROPN || t.upos == Upos::NOUN || (t.upos == Upos::X) || t.upos == Upos::ADJ || t.upos == Upos::DET || t.upos == Upos::VERB;
  }
  std::string_view text(uint32_t first, uint32_t last) const {
    return document_.text.substr(token(first).span.begin, token(last - 1).span.end - token(first).span.begin);
  }

  // "the Syrian border", "Thai soil", "the Iranian capital": a part of a country that is not named otherwise.
  uint32_t part(uint32_t i, uint32_t end) {
    if (i + 1 >= end || !is_part_word(token(i + 1).form) || !capital(i)) return i;
    const auto country = knowledge_.country_of_adjective(token(i).form);
    if (!country) return i;
    add(i, i + 2, {}, end);
    found_.back().part_of = *country;
    return i + 2;
  }

  // No country, region or well-known town among them: such a name may be part of a longer one ("Barrios Altos") or mean a people.
  static bool small(const std::vector<Place>& candidates) {
    return std::all_of(candidates.begin(), candidates.end(),
                       [](const Place& p) { return p.kind == Place::Kind::city && p.geonames != 0 && p.population < kKnownTown; });
  }

  bool glued(uint32_t i) const { return i > 0 && token(i).span.begin == token(i - 1).span.end; }

  // The end of the run of proper nouns that starts here, over hyphens and particles: "Deir al-Balah", "San Antonio de los Banos".
  uint32_t run_end(uint32_t i, uint32_t end) const {
    uint32_t last = i;
    for (uint32_t k = i; k < end && k - i < kLongestName + 2; ++k) {
      const Token& t = token(k);
      if (capital(k) && (t.upos == Upos::PROPN || (k > i && glued(k) && token(k - 1).form == "-")) && taken_[k] != 2) {
        last = k + 1;
        continue;
      }
      const bool hyphen = t.form == "-" && glued(k) && k + 1 < end && glued(k + 1);
      if (k == i || !(hyphen || is_particle(t.form)) || k + 1 >= end || token(k + 1).upos == Upos::VERB) break;
    }
    return last;
  }

  // "outside parliament", "at the Russian embassy", "stormed the National Assembly": the building, not the body.
  uint32_t seat(uint32_t i, uint32_t end) {
    uint32_t last = i;
    while (last < end && last - i < kLongestName && capital(last) && token(last).upos != Upos::PUNCT) ++last;
    if (last == i || !is_seat_word(token(last - 1).form)) {
      if (last == end || !is_seat_word(token(last).form)) return i;
      ++last;
    }
    const uint32_t head = token(last - 1).head;
    const bool taken = head != kNone && token(last - 1).deprel == Deprel::obj && is_capture_verb(token(head).lemma);
    const uint32_t lead = i > 0 && token(i - 1).upos == Upos::DET ? i - 1 : i;
    constexpr std::string_view before[] = {"outside", "inside", "around", "near", "at", "into"};
    const bool led = lead > 0 && std::find(std::begin(before), std::end(before), to_lower(token(lead - 1).form)) != std::end(before);
    if (!taken && !led) return i;
    add(i, last, {}, end);
    return last;
  }

  // A name that is known to be a place; "American" is its country.
  uint32_t marked(uint32_t i, uint32_t end) {
    while (next_marked_ < marked_.size() && marked_[next_marked_].end <= token(i).span.begin) ++next_marked_;
    if (next_marked_ == marked_.size() || !gazetteer_ || !marked_[next_marked_].overlaps(token(i).span)) return i;
    uint32_t last = i + 1;
    while (last < end && marked_[next_marked_].overlaps(token(last).span)) ++last;
    const Span span = marked_[next_marked_++];
    const std::string_view name = span.of(document_.text);
    std::vector<Place> candidates;
    std::string closed(name);  // "W. Va."
    std::erase(closed, ' ');
    if (const std::string_view state = state_of_abbreviation(closed); !state.empty()) candidates = states_named(state);
    if (candidates.empty()) candidates = gazetteer_->find(name);
    if (candidates.empty())
      if (const auto country = knowledge_.country_of_adjective(name)) candidates = gazetteer_->find(knowledge_.country_name(*country));
    if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
    add(i, last, std::move(candidates), end);
    found_.back().mention.span = found_.back().mention.place.span = span;
    found_.back().mention.place.name = std::string(name);
    return last;
  }

  // States and provinces of that name.
  std::vector<Place> states_named(std::string_view name) const {
    std::vector<Place> out = gazetteer_->find(name);
    std::erase_if(out, [](const Place& p) { return !is_state(p) || (p.country != "USA" && p.country != "CAN"); });
    return out;
  }

  // "Lexington, Ky.", "Paris, TX", and with a period inside anywhere: "in W.Va."
  uint32_t abbreviated(uint32_t i, uint32_t end) {
    const std::string_view form = token(i).form;
    if (!gazetteer_ || form.size() < 2 || form.size() > 6 || !capital(i)) return i;
    const std::string_view state = state_of_abbreviation(form);
    if (state.empty() || state == form) return i;
    const bool after_comma = i > document_.sentences[token(i).sentence].first + 1 && token(i - 1).form == "," && capital(i - 2);
    if (!after_comma && form.substr(0, form.size() - 1).find('.') == std::string_view::npos) return i;
    std::vector<Place> candidates = states_named(state);
    if (candidates.empty()) return i;
    add(i, i + 1, std::move(candidates), end);
    return i + 1;
  }

  uint32_t read_at(uint32_t i, uint32_t end) {
    if (const uint32_t after = marked(i, end); after != i) return after;
    if (const uint32_t after = abbreviated(i, end); after != i) return after;
    if (const uint32_t after = part(i, end); after != i) return after;
    if (const uint32_t after = seat(i, end); after != i) return after;
    if (!starts_name(i)) return i + 1;
    if (const uint32_t after = facility(i, end); after != i) return after;
    if (const uint32_t after = other_actor(i, end); after != i) return after;
    for (uint32_t last = std::min(end, i + kLongestName); last > i; --last) {
      if (!capital(last - 1) || taken_[last - 1] == 2) continue;
      if (last - i == 1 && blocked_single(i, end)) continue;
      std::vector<Place> candidates = gazetteer_ ? gazetteer_->find(text(i, last)) : std::vector<Place>();
      if (candidates.empty() || !plausible(i, last, candidates)) continue;
      if (small(candidates) && (token(last - 1).xpos == "NNPS" || token(i).upos == Upos::DET || run_end(i, end) > last)) continue;
      if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
      add(i, last, std::move(candidates), end);
      return last;
    }
    return read_unknown(i, end);
  }

  // "Martyrs' Square", "Sule Pagoda", "Rustaveli Avenue", "Toncontin airport": the name of a spot, which no table of towns holds.
  uint32_t facility(uint32_t i, uint32_t end) {
    uint32_t last = i;
    bool number = false;  // "September 28 stadium"
    for (; last < end && last - i < kLongestName; ++last) {
      const bool digits = last > i && token(last).upos == Upos::NUM && token(last).form.size() < 3;
      number |= digits;
      if (!digits && !(capital(last) && token(last).upos != Upos::PUNCT) && !(last > i && token(last).form == "'")) break;
    }
    if (last < end && last > i && is_spot_word(token(last).form)) ++last;
    if (last - i < 2 || !is_spot_word(token(last - 1).form) || taken_[i] == 2) return i;
    if (!number && is_never_place(token(i).form) && (!capital(last - 1) || token(i).upos == Upos::DET)) return i;
    if (gazetteer_ && !gazetteer_->find(text(i, last)).empty()) return i;
    // "Vienna airport" lies where Vienna lies.
    std::vector<Place> of_town = gazetteer_ && is_town_spot(token(last - 1).form) ? gazetteer_->find(text(i, last - 1)) : std::vector<Place>();
    if (token(last - 1).form == "street") return i;
    if (of_town.size() > kMostCandidates) of_town.resize(kMostCandidates);
    add(i, last, std::move(of_town), end);
    return last;
  }

  bool town(uint32_t first, uint32_t last) const {
    const std::vector<Place> found = gazetteer_->find(text(first, last));
    return !found.empty() && !small(found);
  }

  // Names of the actor files, once for the document.
  void find_actors() {
    actors_.resize(document_.tokens.size());
    std::vector<std::string_view> words;
    for (const Sentence& sentence : document_.sentences)
      for (uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (!capital(i)) continue;
        words.clear();
        for (uint32_t k = i; k < sentence.last && k < i + kLongestName; ++k) words.push_back(token(k).form);
        if (const auto hit = knowledge_.find_actor(words, std::nullopt); hit && hit->words > 0)
          actors_[i] = {hit->words, hit->actor.kind, hit->actor.country};
      }
  }

  // The longest actor that starts here, when it is no place: "Bank of England", "ELN".
  uint32_t other_actor(uint32_t i, uint32_t end) const {
    const Named& hit = actors_[i];
    if (hit.words == 0) return i;
    constexpr std::string_view places[] = {"state", "capital", "place", "people"};
    const bool place = std::find(std::begin(places), std::end(places), hit.kind) != std::end(places);
    const uint32_t last = std::min(end, i + hit.words);
    // One word may sound like a body (Douma, Duma); a town that bears the whole name is a town.
    if (place || (last == i + 1 && !acronym(i)) || (gazetteer_ && last > i + 1 && town(i, last))) return i;
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
    const bool led = at_place(i);
    if (t.form.size() < 2 || t.upos == Upos::DET || (!led && (t.upos == Upos::VERB || t.upos == Upos::ADJ))) return true;
    if (taken_[i] == 1 && t.deprel != Deprel::nmod_poss && t.deprel != Deprel::compound) return true;
    if (t.upos != Upos::PROPN && t.span.begin == document_.sentences[t.sentence].span.begin && !bare_town(i)) return true;
    if (acronym(i) && !(gazetteer_ && known_region(t.form))) return true;
    if (is_never_place(t.form) || knowledge_.country_of_adjective(t.form)) return true;
    return is_person_name(i, end);
  }

  // Right after a preposition that only a place follows.
  bool at_place(uint32_t i) const {
    if (i == 0 || token(i - 1).sentence != token(i).sentence) return false;
    return is_local_preposition(token(i - 1).form);
  }

  // "Srinagar has been cut off": a singular without an article opens the sentence, and a known town bears the name.
  bool bare_town(uint32_t i) const {
    if (!gazetteer_ || token(i).xpos != "NN") return false;
    if (i < document_.children.size())
      for (const uint32_t c : document_.children[i])
        if (token(c).deprel != Deprel::case_) return false;
    const std::vector<Place> found = gazetteer_->find(token(i).form);
    return std::any_of(found.begin(), found.end(), [&](const Place& p) { return p.population >= kKnownTown && p.name == token(i).form; });
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

  // "seized Senaki", "shells hit Odaisseh": the object of a verb that is done to places.
  bool taken_by_force(uint32_t i) const {
    const uint32_t verb = token(i).head;
    return verb != kNone && token(i).deprel == Deprel::obj && is_capture_verb(token(verb).lemma) && !of_kind(i, MentionKind::person) &&
           !of_kind(i, MentionKind::organisation);
  }

  // A run of capitalised words after "in", "near", "from", or joined to such a place: kept by its name.
  uint32_t read_unknown(uint32_t i, uint32_t end) {
    const uint32_t last = run_end(i, end);
    if (last == i) return i + 1;
    if ((token(last - 1).xpos == "NNPS" && !at_place(i)) || is_title(token(last - 1).form)) return last;
    const bool joined = i > 0 && !found_.empty() && found_.back().mention.last == i - 1 &&
                        (token(i - 1).form == "and" || token(i - 1).form == "or") && token(i).deprel == Deprel::conj && taken_[i] == 0;
    const bool led = joined || ((has_place_marker(i) || taken_by_force(i)) && taken_[i] == 0);
    if (!of_kind(i, MentionKind::place) && (!led || is_never_place(token(i).form) || is_person_name(i, end))) return i + 1;
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
    if (actors_[first].kind == "capital" && actors_[first].words == last - first) found.capital_of = actors_[first].country;
    found_.push_back(std::move(found));
  }

  void speaks_for(uint32_t token, std::string_view country, double weight) {
    if (country.size() != 3 || weight <= 0 || knowledge_.country_name(country).empty()) return;
    evidence_.push_back({token, country, weight});
    countries_[std::string(country)] += weight;
    told_ += weight;
  }

  // "The Hindu" as listed; else what its name tells: "Fiji Times", "El Comercio (Quito)".
  std::string_view country_of_site() const {
    std::vector<std::string_view> words;
    for (size_t at = 0; at < origin_.site.size();) {
      const size_t from = origin_.site.find_first_not_of(" ()", at), to = std::min(origin_.site.find_first_of(" ()", from), origin_.site.size());
      if (from == std::string_view::npos || words.size() > kLongestName) break;
      words.push_back(origin_.site.substr(from, to - from));
      at = to;
    }
    std::string_view told;
    for (size_t i = 0; i < words.size(); ++i) {
      const std::vector<std::string_view> rest(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
      const auto hit = knowledge_.find_actor(rest, std::nullopt);
      if (hit && i == 0 && hit->words == words.size() && hit->actor.kind == "outlet") return hit->actor.country;
      if (const auto people = knowledge_.country_of_adjective(words[i])) told = *people;
      if (hit && (hit->actor.kind == "state" || hit->actor.kind == "capital") && hit->actor.country.size() == 3) told = hit->actor.country;
    }
    return told;
  }

  // How often the text names a country, its people, its leaders or a place that only it can have. Forces and ships are often abroad.
  void count_countries() {
    uint32_t named = 0;
    if (home_.size() == 3) countries_[std::string(home_)] += kHome;
    for (uint32_t i = 0; i < document_.tokens.size(); ++i) {
      if (!capital(i)) continue;
      if (const auto country = knowledge_.country_of_adjective(token(i).form)) {
        const uint32_t noun = base(token(i).deprel) == Deprel::amod || base(token(i).deprel) == Deprel::compound ? token(i).head : kNone;
        const bool some = noun != kNone && noun < document_.tokens.size();
        speaks_for(i, *country, some && is_generic_place(token(noun).lemma) ? 2.5 : some && is_force_word(token(noun).lemma) ? .4 : .9);
      } else if (i >= named && actors_[i].words > 0) {
        const Named& actor = actors_[i];
        named = i + actor.words;
        constexpr std::string_view mute[] = {"state", "capital", "place", "people", "outlet", "company", "igo"};
        const bool dumb = std::find(std::begin(mute), std::end(mute), actor.kind) != std::end(mute);
        const bool bare = actor.words == 1 && actor.kind == "person";
        if (!dumb && !(bare && !of_kind(i, MentionKind::person))) speaks_for(i, actor.country, bare ? .5 : .8);
      }
    }
    for (const Found& found : found_) {
      if (found.candidates.empty()) continue;
      const Place& best = found.candidates[0];
      const uint32_t at = found.mention.first;
      if (best.kind == Place::Kind::country) {
        const bool owns =
            found.mention.last < document_.tokens.size() && token(found.mention.last).form.ends_with("s") && token(at).deprel == Deprel::nmod_poss;
        speaks_for(at, best.country, owns || has_place_marker(at) ? 2 : 1.2);
        continue;
      }
      const bool alone = std::all_of(found.candidates.begin(), found.candidates.end(), [&](const Place& p) { return p.country == best.country; });
      if (alone && !best.country.empty() && (best.kind != Place::Kind::city || best.population >= 15000)) speaks_for(at, best.country, .7);
      if (!alone) speaks_for(at, found.capital_of.empty() && best.population > 500000 ? best.country : found.capital_of, .5);
    }
    sort_evidence();
  }

  // After the choice: every town speaks for its country.
  void count_towns() {
    for (size_t k = 0; k < found_.size(); ++k)
      if (found_[k].chosen >= 0 && !namesake(found_[k]))
        if (const Place& p = found_[k].candidates[static_cast<size_t>(found_[k].chosen)]; p.kind != Place::Kind::country && p.country.size() == 3)
          evidence_.push_back({found_[k].mention.first, p.country, 1.5});
    sort_evidence();
  }

  void sort_evidence() {
    std::stable_sort(evidence_.begin(), evidence_.end(), [](const Evidence& a, const Evidence& b) { return a.token < b.token; });
  }

  double country_weight(std::string_view country) const {
    const auto it = countries_.find(std::string(country));
    return it == countries_.end() ? 0 : it->second;
  }

  // What speaks for a place by itself: kind, population, its country.
  double prior(const Found& found, bool generic_region, const Place& place) const {
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
        sum += !generic_region ? -1 : is_state(place) ? 3 : 1;
        break;
      case Place::Kind::spot:
        sum += 7;
        break;
      case Place::Kind::city:
        if (place.geonames == 0) sum += 8;  // listed by hand: known all over the world
        break;
    }
    if (generic_region && place.kind == Place::Kind::city) sum -= .5;
    if (place.name == found.mention.place.name) sum += 2.2;
    if (!found.capital_of.empty() && place.country == found.capital_of && place.kind == Place::Kind::city) sum += 1;
    const double weight = country_weight(place.country);
    return sum + 2.2 * std::min(1.0, weight) + 1.1 * std::log2(1 + weight);
  }

  const Place& place(const Name& name, const Option& option) const { return found_[name.mentions[0]].candidates[option.candidate]; }

  // Mentions of one name and one place after the comma are one; each with the names of the mentions around it.
  void gather_names() {
    std::map<std::tuple<std::string_view, std::string_view, size_t>, uint32_t> seen;  // name, name after the comma, number of places
    std::vector<uint32_t> name_of(found_.size());
    const auto next = [&](size_t k) {
      return k + 1 < found_.size() && found_[k + 1].mention.first <= found_[k].mention.last + 2 &&
             found_[k].mention.last < found_[k + 1].mention.first && token(found_[k].mention.last).form == ",";
    };
    for (size_t k = 0; k < found_.size(); ++k) {
      const std::string_view text = found_[k].mention.place.name,
                             outer = next(k) ? std::string_view(found_[k + 1].mention.place.name) : std::string_view();
      const auto [it, fresh] = seen.insert({{text, outer, found_[k].candidates.size()}, static_cast<uint32_t>(names_.size())});
      if (fresh) names_.emplace_back();
      name_of[k] = it->second;
      names_[it->second].mentions.push_back(static_cast<uint32_t>(k));
      names_[it->second].text = text;
    }
    for (size_t k = 0; k < found_.size(); ++k) {
      Name& name = names_[name_of[k]];
      if (next(k) && name.outer == kNone) name.outer = name_of[k + 1];
      const size_t to = std::min(found_.size(), k + kWindow + 1);
      for (size_t j = k > kWindow ? k - kWindow : 0; j < to && name.near.size() < 4 * kMostNear; ++j)
        if (name_of[j] != name_of[k]) name.near.push_back(name_of[j]);
    }
    for (Name& name : names_) {
      std::sort(name.near.begin(), name.near.end());
      name.near.erase(std::unique(name.near.begin(), name.near.end()), name.near.end());
      if (name.near.size() > kMostNear) name.near.resize(kMostNear);
      const Found& first = found_[name.mentions[0]];
      const bool generic = std::any_of(name.mentions.begin(), name.mentions.end(), [&](uint32_t k) { return found_[k].generic_region; });
      for (uint32_t c = 0; c < first.candidates.size(); ++c) {
        const double p = prior(first, generic, first.candidates[c]);
        name.options.push_back({c, p, p, 0, point_of(first.candidates[c])});
      }
      std::stable_sort(name.options.begin(), name.options.end(), [](const Option& a, const Option& b) { return a.prior > b.prior; });
      if (name.options.size() > kMostOptions) name.options.resize(kMostOptions);
      believe(name);
    }
  }

  static void believe(Name& name) {
    double most = -1e9, sum = 0;
    for (const Option& o : name.options) most = std::max(most, o.score);
    for (Option& o : name.options) sum += o.belief = std::exp(o.score - most);
    for (Option& o : name.options) o.belief /= sum;
  }

  static bool in_region(const Place& inner, const Place& outer) {
    return !outer.admin1.empty() && inner.admin1 == outer.admin1 && inner.country == outer.country;
  }

  // How well two places go together in a text.
  double together(const Name& a, const Option& x, const Name& b, const Option& y) const {
    const Place &p = place(a, x), &q = place(b, y);
    if (p.country != q.country && !(p.kind == Place::Kind::city && q.kind == Place::Kind::city)) return 0;
    if (p.kind == Place::Kind::country || q.kind == Place::Kind::country) return p.country == q.country && !p.country.empty() ? .5 : 0;
    double sum = 0;
    if (in_region(p, q)) sum += is_state(p) || is_state(q) ? 1.6 : .6;
    if (is_state(p) || is_state(q)) return sum;
    const double apart = chord(x.at, y.at);
    return sum + (apart < beside_ ? 1.2 : apart < near_ ? .7 : apart < far_ ? .3 : 0);
  }

  // "City, Region" and "City, Country".
  double inside(const Name& a, const Option& x, const Name& b, const Option& y) const {
    const Place &inner = place(a, x), &outer = place(b, y);
    if (outer.country.empty() || outer.country != inner.country) return 0;
    if (outer.kind == Place::Kind::country) return 1;
    if (is_state(outer)) return in_region(inner, outer) ? 1 : 0;
    return chord(x.at, y.at) < near_ ? (outer.kind == Place::Kind::city ? .3 : 1) : 0;
  }

  void choose() {
    gather_names();
    for (int round = 0; round < kRounds; ++round)
      for (Name& name : names_) {
        for (Option& x : name.options) {
          double sum = 0;
          for (const uint32_t n : name.near) {
            const Name& other = names_[n];
            double best = 0;
            for (const Option& y : other.options)
              if (y.belief >= kFaint)
                best += y.belief * (other.text == name.text ? same(place(name, x), place(other, y)) : together(name, x, other, y));
            sum += best;
          }
          x.score = x.prior + kTogether * (1 - std::exp(-sum / kEnough));
          if (name.outer != kNone)
            for (const Option& y : names_[name.outer].options)
              if (y.belief >= kFaint) x.score += 8 * y.belief * inside(name, x, names_[name.outer], y);
        }
        believe(name);
      }
    for (const Name& name : names_) {
      if (name.options.empty()) continue;
      const auto best =
          std::max_element(name.options.begin(), name.options.end(), [](const Option& a, const Option& b) { return a.score < b.score; });
      for (const uint32_t k : name.mentions) found_[k].chosen = static_cast<int>(best->candidate);
    }
  }

  // The same name with another place after its comma.
  static double same(const Place& a, const Place& b) { return a.lat == b.lat && a.lon == b.lon ? 3 : 0; }

  // A hamlet in a country that nothing in the text speaks of is a namesake of the place that is meant, unless the name is its own alone.
  bool namesake(const Found& found) const {
    const Place& place = found.candidates[static_cast<size_t>(found.chosen)];
    if (place.kind != Place::Kind::city || place.geonames == 0 || countries_.empty() || country_weight(place.country) >= .3 ||
        !found.capital_of.empty())
      return false;
    const uint32_t last = found.mention.last - 1;
    if (last > found.mention.first && is_spot_word(token(last).form)) return true;
    if (place.population >= (told_ >= 1.5 ? kNamesakeElsewhere : kNamesake)) return false;
    const bool alone = std::all_of(found.candidates.begin(), found.candidates.end(), [&](const Place& p) { return p.country == place.country; });
    return !alone || place.name.size() < 6 || place.name != found.mention.place.name;
  }

  PlaceMention finish(size_t k) const {
    const Found& found = found_[k];
    PlaceMention mention = found.mention;
    if (found.chosen < 0 || namesake(found)) {
      mention.place.precision = "point";
      mention.place.country = found.part_of.empty() ? country_near(k) : std::string(found.part_of);
      return mention;
    }
    const Place& place = found.candidates[static_cast<size_t>(found.chosen)];
    mention.place.country = place.country, mention.place.admin1 = place.admin1;
    mention.place.lat = place.lat, mention.place.lon = place.lon, mention.place.geonames = place.geonames;
    mention.place.precision = place.kind == Place::Kind::spot      ? "point"
                              : place.kind == Place::Kind::city    ? "city"
                              : place.kind == Place::Kind::country ? "country"
                                                                   : "admin1";
    return mention;
  }

  // The country of a place that no table holds: that of "X, Country"; else the one that its sentence and those around it speak of most.
  std::string country_near(size_t k) const {
    const uint32_t at = found_[k].mention.first;
    if (k + 1 < found_.size() && found_[k + 1].mention.first == found_[k].mention.last + 1 && token(found_[k].mention.last).form == ",")
      if (const Found& next = found_[k + 1]; next.chosen >= 0 && !namesake(next))
        if (const Place& p = next.candidates[static_cast<size_t>(next.chosen)]; p.country.size() == 3) return std::string(p.country);
    std::map<std::string_view, double> sums;
    const auto middle = std::lower_bound(evidence_.begin(), evidence_.end(), at, [](const Evidence& e, uint32_t t) { return e.token < t; });
    const auto from = middle - std::min<std::ptrdiff_t>(kMostEvidence, middle - evidence_.begin());
    const auto to = middle + std::min<std::ptrdiff_t>(kMostEvidence, evidence_.end() - middle);
    for (auto e = from; e != to; ++e) {
      const uint32_t s = token(at).sentence, t = token(e->token).sentence;
      const uint32_t gap = s > t ? s - t : t - s, steps = at > e->token ? at - e->token : e->token - at;
      sums[e->country] += e->weight * (gap == 0 ? (steps < 8 ? 2.4 : 1.8) : gap == 1 ? 1.1 : .7);
    }
    for (const auto& [country, w] : countries_) sums[country] += .4 * w;
    std::string best;
    double weight = 0;
    for (const auto& [country, w] : sums)
      if (w > weight) best = country, weight = w;
    return best;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const Gazetteer* gazetteer_;
  Origin origin_;
  std::span<const Span> marked_;
  size_t next_marked_ = 0;
  std::vector<Name> names_;
  const double beside_ = chord(kBeside), near_ = chord(kNear), far_ = chord(kFar);
  std::string_view home_;       // the country of the outlet
  std::vector<uint8_t> taken_;  // 1 body, 2 person
  std::vector<Found> found_;
  std::vector<Named> actors_;  // by token
  std::vector<Evidence> evidence_;
  std::map<std::string, double> countries_;
  double told_ = 0;  // all that countries_ holds
};

}  // namespace

std::vector<PlaceMention> read_marked_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin,
                                             std::span<const Span> marked) {
  return Finder(document, knowledge, gazetteer, origin, marked).run();
}

std::vector<PlaceMention> read_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin) {
  return read_marked_places(document, knowledge, gazetteer, origin, {});
}

}  // namespace gesta
