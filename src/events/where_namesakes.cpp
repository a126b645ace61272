// Which of several places bears a name is decided by a score over the document (cf. Leidner 2007, "Toponym resolution in text"): population,
// countries that the text names or whose people it names, and how well the places that the other names near it may mean go with it ("City, Region",
// the region, nearness); each name believes in its places by degrees, and three rounds bring the beliefs together (mean field). One name means one
// place throughout a text, save "Paris, Texas".
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "events/where_found.h"
#include "events/where_words.h"

namespace gesta {
namespace {

constexpr uint32_t kHamlet = 5000;                       // people: beside a country of the name a smaller town is hardly ever meant
constexpr uint32_t kNamesake = 30000;                    // people
constexpr uint32_t kNamesakeElsewhere = 250000;          // people, in a text that speaks of other countries
constexpr double kEarthRadius = 6371;                    // km
constexpr double kBeside = 50, kNear = 150, kFar = 400;  // km: the same town or county, the same region, the same part of a country
constexpr double kRoad = 1.5;                            // a road is at most that much longer than the line
constexpr int kRounds = 3;
constexpr uint32_t kWindow = 12;                       // mentions on each side of a name that speak for its place
constexpr size_t kMostNear = 40;                       // other names that are weighed
constexpr size_t kMostOptions = 24;                    // places of a name that are weighed against those of others
constexpr double kTogether = 7, kEnough = 3;           // what the other names are worth at most; how much of it is a good deal
constexpr double kOfCapital = 4, kLargeOfCapital = 2;  // what a namesake of a capital loses, a small one and a larger one
constexpr uint32_t kSmall = 20;                        // times as many people live in the capital
constexpr double kFaint = .02;                         // a belief too weak to speak for others

// On a sphere of radius 1.
struct Point {
  double x = 0, y = 0, z = 0;
};
Point point_of(const Place& place) {
  const double rad = 3.14159265358979 / 180, lat = place.lat * rad, lon = place.lon * rad;
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}
// Chord squared of a distance along the ground, which needs no root to compare.
double chord(double km) {
  const double half = 2 * std::sin(km / kEarthRadius / 2);
  return half * half;
}
double chord(const Point& a, const Point& b) {
  const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return x * x + y * y + z * z;
}

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
  uint32_t outer = kNone;       // the name that follows and tells where it lies: after a comma, "in western", "30 km north of"
  double apart = 0;             // km from there; 0: in there
  std::string_view text;
};

class Namesakes {
 public:
  Namesakes(const Document& document, const CountriesTold& countries, std::vector<FoundPlace>& found)
      : document_(document), countries_(countries), found_(found) {}

  std::vector<PlaceName> run() {
    gather_names();
    for (int round = 0; round < kRounds; ++round)
      for (Name& name : names_) settle(name);
    for (const Name& name : names_) {
      if (name.options.empty()) continue;
      const Option& best = likeliest(name);
      const bool elsewhere = lies_elsewhere(name, best);
      for (const uint32_t k : name.mentions)
        if (elsewhere)
          found_[k].elsewhere = true;
        else
          found_[k].chosen = static_cast<int>(best.candidate);
    }
    for (FoundPlace& found : found_)
      if (found.chosen >= 0 && namesake(found)) found.chosen = -1;
    return told();
  }

 private:
  std::vector<PlaceName> told() const {
    std::vector<PlaceName> out;
    for (const Name& name : names_) {
      out.push_back({name.mentions, {}, {}});
      for (const Option& option : name.options) out.back().options.push_back({option.candidate, option.score});
      std::stable_sort(out.back().options.begin(), out.back().options.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
      if (name.outer == kNone) continue;
      const FoundPlace& outer = found_[names_[name.outer].mentions[0]];
      if (outer.place() && outer.place()->country.size() == 3) out.back().lies_in = outer.place()->country;
    }
    return out;
  }

  const Token& token(uint32_t i) const { return document_.tokens[i]; }

  static bool names_country(const FoundPlace& found) {
    return std::any_of(found.candidates.begin(), found.candidates.end(), [](const Place& p) { return p.kind == Place::Kind::country; });
  }

  // What speaks for a place by itself: kind, population, its country.
  double prior(const FoundPlace& found, bool generic_region, const Place& place) const {
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
        if (place.geonames == 0) sum += 12;                                // listed by hand: known all over the world
        if (place.population < kHamlet && names_country(found)) sum -= 4;  // Egypt, Pennsylvania
        break;
    }
    if (generic_region && place.kind == Place::Kind::city) sum -= .5;
    if (found.bears_name_of(place)) sum += 2.2;
    if (!found.capital_of.empty() && place.country == found.capital_of && place.kind == Place::Kind::city) sum += 1;
    sum -= behind_capital(found, place);
    const double weight = countries_.weight(place.country);
    return sum + 2.2 * std::min(1.0, weight) + 1.1 * std::log2(1 + weight);
  }

  // Moscow in Idaho, Kingston in New York, San Jose in California, told by an outlet of another country or of the world.
  double behind_capital(const FoundPlace& found, const Place& place) const {
    if (found.capital_of.empty() || place.kind != Place::Kind::city || place.country == found.capital_of || !countries_.told_from_afar(place.country))
      return 0;
    const auto capital = std::find_if(found.candidates.begin(), found.candidates.end(),
                                      [&](const Place& p) { return p.country == found.capital_of && found.bears_name_of(p); });
    if (capital == found.candidates.end()) return 0;
    return capital->population / kSmall > place.population ? kOfCapital : place.population > capital->population ? kLargeOfCapital : 0;
  }

  static const Option& likeliest(const Name& name) {
    return *std::max_element(name.options.begin(), name.options.end(), [](const Option& a, const Option& b) { return a.score < b.score; });
  }

  const Place& place(const Name& name, const Option& option) const { return found_[name.mentions[0]].candidates[option.candidate]; }

  // "the Durban suburb of Phoenix": the larger of the two holds the other, whichever stands first.
  bool holds_next(size_t k) const {
    const uint32_t at = found_[k + 1].mention.first;
    if (at < 2 || token(at - 1).form != "of") return false;
    if (const std::string_view noun = token(at - 2).lemma; !is_quarter_word(noun) && noun != "town" && noun != "village") return false;
    const auto people = [](const FoundPlace& found) {
      uint32_t most = 0;
      for (const Place& p : found.candidates) most = std::max(most, p.population);
      return most;
    };
    return people(found_[k]) > people(found_[k + 1]);
  }

  // "In Harare, Gaborone and Lusaka": towns told one after the other, of which none holds the one before.
  bool enumerated(size_t k) const {
    if (k + 2 >= found_.size()) return false;
    const FoundPlace &here = found_[k], &next = found_[k + 1], &last = found_[k + 2];
    const uint32_t comma = here.mention.last, link = next.mention.last;
    if (next.mention.first != comma + 1 || token(comma).form != "," || last.mention.first <= link || last.mention.first > link + 2) return false;
    const uint32_t joint = last.mention.first - 1;
    if (token(joint).form != "and" && token(joint).form != "or") return false;
    const auto town = [](const FoundPlace& found) {
      return found.candidates.empty() || !found.capital_of.empty() || found.candidates[0].kind == Place::Kind::city;
    };
    return (joint == link || token(link).form == ",") && town(here) && town(next) && town(last);
  }

  // "in Riyadh, the London-based daily reported"
  bool part_of_word(const FoundPlace& found) const {
    const uint32_t hyphen = found.mention.last;
    return hyphen + 1 < document_.tokens.size() && token(hyphen).form == "-" && document_.glued(hyphen) && document_.glued(hyphen + 1);
  }

  // Mentions of one name and one place after the comma are one; each with the names of the mentions around it.
  void gather_names() {
    std::map<std::tuple<std::string_view, std::string_view, size_t>, uint32_t> seen;  // name, name after the comma, number of places
    std::vector<uint32_t> name_of(found_.size());
    const auto next = [&](size_t k) {
      return k + 1 < found_.size() && !enumerated(k) && !part_of_word(found_[k + 1])
                 ? lies_by(document_, found_[k].mention.last, found_[k + 1].mention.first)
                 : std::nullopt;
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
      if (const auto apart = next(k); apart && holds_next(k))
        names_[name_of[k + 1]].outer = name_of[k], names_[name_of[k + 1]].apart = kBeside;
      else if (apart && name.outer == kNone)
        name.outer = name_of[k + 1], name.apart = *apart;
      const size_t to = std::min(found_.size(), k + kWindow + 1);
      for (size_t j = k > kWindow ? k - kWindow : 0; j < to && name.near.size() < 4 * kMostNear; ++j)
        if (name_of[j] != name_of[k]) name.near.push_back(name_of[j]);
    }
    for (Name& name : names_) {
      std::sort(name.near.begin(), name.near.end());
      name.near.erase(std::unique(name.near.begin(), name.near.end()), name.near.end());
      if (name.near.size() > kMostNear) name.near.resize(kMostNear);
      const FoundPlace& first = found_[name.mentions[0]];
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

  // "City, Region", "City in western Country", "City, 30 km north of Town".
  double inside(const Name& a, const Option& x, const Name& b, const Option& y) const {
    const Place &inner = place(a, x), &outer = place(b, y);
    if (a.apart > 0) return chord(x.at, y.at) < chord(kRoad * a.apart + kBeside) ? 1 : 0;
    if (outer.country.empty() || outer.country != inner.country) return 0;
    if (outer.kind == Place::Kind::country) return 1;
    if (is_state(outer)) return in_region(inner, outer) ? 1 : 0;
    return chord(x.at, y.at) < near_ ? (outer.kind == Place::Kind::city ? .3 : 1) : 0;
  }

  void settle(Name& name) const {
    for (Option& x : name.options) {
      double sum = 0;
      for (const uint32_t n : name.near) {
        const Name& other = names_[n];
        double best = 0;
        for (const Option& y : other.options)
          if (y.belief >= kFaint) best += y.belief * (other.text == name.text ? same(place(name, x), place(other, y)) : together(name, x, other, y));
        sum += best;
      }
      x.score = x.prior + kTogether * (1 - std::exp(-sum / kEnough));
      if (name.outer != kNone)
        for (const Option& y : names_[name.outer].options)
          if (y.belief >= kFaint) x.score += 8 * y.belief * inside(name, x, names_[name.outer], y);
    }
    believe(name);
  }

  // "Perquin, El Salvador", "Beni in western Nepal", "Balad, 30 km north of Mogadishu": a town that lies elsewhere is a namesake of the place that is
  // meant.
  bool lies_elsewhere(const Name& name, const Option& option) const {
    const Place& p = place(name, option);
    if (name.outer == kNone || names_[name.outer].options.empty() || p.kind != Place::Kind::city || p.geonames == 0 ||
        p.population >= kNamesakeElsewhere)
      return false;
    const Name& outer = names_[name.outer];
    const Option& best = likeliest(outer);
    if (name.apart > 0) return place(outer, best).kind == Place::Kind::city && inside(name, option, outer, best) == 0;
    return place(outer, best).kind == Place::Kind::country && place(outer, best).country != p.country;
  }

  // The same name with another place after its comma.
  static double same(const Place& a, const Place& b) { return a.lat == b.lat && a.lon == b.lon ? 3 : 0; }

  // A hamlet in a country that nothing in the text speaks of is a namesake of the place that is meant, unless the name is its own alone.
  bool namesake(const FoundPlace& found) const {
    const Place& place = *found.place();
    if (place.kind != Place::Kind::city || place.geonames == 0 || countries_.none() || countries_.weight(place.country) >= .3 ||
        !found.capital_of.empty())
      return false;
    const uint32_t last = found.mention.last - 1;
    if (last > found.mention.first && (is_spot_word(token(last).form) || is_land_word(token(found.mention.first).form))) return true;
    if (place.population >= (countries_.total() >= 1.5 ? kNamesakeElsewhere : kNamesake)) return false;
    const bool alone = std::all_of(found.candidates.begin(), found.candidates.end(), [&](const Place& p) { return p.country == place.country; });
    return !alone || place.name.size() < 6 || place.name != found.mention.place.name;
  }

  const Document& document_;
  const CountriesTold& countries_;
  std::vector<FoundPlace>& found_;
  std::vector<Name> names_;
  const double beside_ = chord(kBeside), near_ = chord(kNear), far_ = chord(kFar);
};

}  // namespace

std::vector<PlaceName> choose_namesakes(const Document& document, const CountriesTold& countries, std::vector<FoundPlace>& found) {
  return Namesakes(document, countries, found).run();
}

}  // namespace gesta
