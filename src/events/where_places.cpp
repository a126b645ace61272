// The places of a document, from the names that find_places reads, the countries that the text speaks of and the choice among namesakes.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "events/fields.h"
#include "events/where_features.h"
#include "events/where_found.h"

namespace gesta {
namespace {

// "The Syrian capital" is the one that the text names, else it has the place of Syria's; "the capital" is the one that the text names of the country
// it speaks of most; false where nothing tells it.
bool resolve_capital(const Knowledge& knowledge, const Gazetteer* gazetteer, const CountriesTold& countries, const std::vector<FoundPlace>& found,
                     FoundPlace& word) {
  const std::string_view country = word.part_of.empty() ? countries.most() : word.part_of;
  for (const FoundPlace& other : found)
    if (const Place* p = other.place(); p && !country.empty() && other.capital_of == country && p->country == country) {
      word.mention.place.name = other.mention.place.name;
      word.candidates = {*p}, word.chosen = 0;
      return true;
    }
  if (word.part_of.empty()) return false;
  if (gazetteer)
    for (const Place& p : gazetteer->find(knowledge.capital_name(country)))
      if (p.country == country && p.kind == Place::Kind::city) {
        word.candidates = {p}, word.chosen = 0;
        return true;
      }
  return true;
}

// A place that no table holds lies in the country of "X, Country"; else where the words around it tell.
std::string country_of_unknown(const Document& document, const std::vector<FoundPlace>& found, size_t k) {
  const uint32_t after = found[k].mention.last;
  if (!found[k].part_of.empty()) return std::string(found[k].part_of);
  if (k + 1 < found.size() && found[k + 1].mention.first == after + 1 && document.tokens[after].form == ",")
    if (const Place* p = found[k + 1].place(); p && p->country.size() == 3) return std::string(p->country);
  return std::string(found[k].lies_in);
}

// "LUXOR" of a dateline is Luxor.
std::string without_capitals(std::string name, const Place& place) {
  constexpr size_t kAcronym = 4;  // "USA" stays
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (name.size() <= kAcronym || std::any_of(name.begin(), name.end(), is_small)) return name;
  if (to_lower(name) == to_lower(place.name)) return std::string(place.name);
  std::string out;
  bool inside = false;
  for (size_t at = 0; at < name.size();) {
    const CodePoint point = decode_utf8(name, at);
    append_utf8(out, inside ? to_lower(point.value) : point.value);
    inside = point.value != ' ' && point.value != '-';
    at += point.length;
  }
  return out;
}

std::string_view precision(Place::Kind kind) {
  switch (kind) {
    case Place::Kind::spot:
      return "point";
    case Place::Kind::city:
      return "city";
    case Place::Kind::country:
      return "country";
    default:
      return "admin1";
  }
}

}  // namespace

std::string state_then(std::string country, std::string_view published) {
  struct Young {
    std::string_view now, before, since;
  };
  constexpr Young states[] = {{"SSD", "SDN", "2011-07-09"}, {"XKX", "SRB", "2008-02-17"}, {"ERI", "ETH", "1993-05-24"}};
  for (const Young& state : states)
    if (country == state.now && !published.empty() && published < state.since) return std::string(state.before);
  return country;
}

std::vector<PlaceMention> read_marked_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin,
                                             std::span<const Span> marked) {
  const std::vector<NamedActor> actors = named_actors(document, knowledge);
  std::vector<FoundPlace> found = find_places(document, knowledge, gazetteer, marked, actors, origin.home);
  CountriesTold countries(document, knowledge, found, actors, origin.home, origin.world);
  const std::vector<PlaceName> names = choose_namesakes(document, countries, found);
  countries.settle(found);
  choose_countries(document, gazetteer, countries, names, found);
  std::vector<PlaceMention> out;
  for (size_t k = 0; k < found.size(); ++k) {
    if (found[k].capital_word && !resolve_capital(knowledge, gazetteer, countries, found, found[k])) continue;
    out.push_back(found[k].mention);
    Where& where = out.back().place;
    if (const Place* place = found[k].place()) {
      where.country = place->country, where.admin1 = place->admin1;
      where.lat = place->lat, where.lon = place->lon, where.geonames = place->geonames;
      where.precision = precision(place->kind);
      where.name = without_capitals(std::move(where.name), *place);
    } else {
      where.country = country_of_unknown(document, found, k);
      where.precision = "point";
    }
    where.country = state_then(std::move(where.country), origin.published);
  }
  return out;
}

std::vector<PlaceMention> read_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin) {
  return read_marked_places(document, knowledge, gazetteer, origin, {});
}

}  // namespace gesta
