// LGL and GeoVirus (Gritta et al. 2018): toponyms found (overlap); and, the marked names given, those put within 161 km, next to the most populous
// place of the name.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>

#include "events/fields_tree.h"
#include "events/where_features.h"
#include "sets.h"

namespace gesta::sets {

namespace {

double km(double lat, double lon, double lat2, double lon2) {
  const double rad = 3.14159265358979 / 180, s = std::sin((lat - lat2) * rad / 2), t = std::sin((lon - lon2) * rad / 2);
  return 2 * 6371 * std::asin(std::min(1.0, std::sqrt(s * s + std::cos(lat * rad) * std::cos(lat2 * rad) * t * t)));
}

// The most populous place of a name, a country before all others; "American" and "U.S." are their country.
std::optional<Place> most_populous(const Engine& engine, std::string_view name) {
  std::vector<Place> found = engine.gazetteer.find(name);
  if (found.empty())
    if (const auto country = engine.knowledge.country_of_adjective(name)) found = engine.gazetteer.find(engine.knowledge.country_name(*country));
  const auto rank = [](const Place& p) { return std::pair(p.kind == Place::Kind::country, p.population); };
  const auto most = std::max_element(found.begin(), found.end(), [&](const Place& a, const Place& b) { return rank(a) < rank(b); });
  return most == found.end() ? std::nullopt : std::optional(*most);
}

// A marked name of an article with its coordinates, when it has them.
struct Toponym {
  Span span;
  std::optional<std::pair<double, double>> at;
};

std::vector<Toponym> toponyms_of(std::string_view article, const std::string& text) {
  const std::vector<uint32_t> bytes = bytes_of(text);
  std::vector<Toponym> out;
  for (size_t mark = article.find("</text>"); mark != std::string::npos;) {
    const size_t start = article.find("<start>", mark);
    if (start == std::string::npos) break;
    const std::string_view toponym = article.substr(start, article.find("<start>", start + 7) - start);
    mark = start + 7;
    const std::string begin(first(toponym, "<start>", "</start>")), end(first(toponym, "<end>", "</end>"));
    if (begin.empty() || end.empty()) continue;
    const size_t from = std::stoul(begin), to = std::stoul(end);
    if (from >= bytes.size() || to >= bytes.size()) continue;
    Span span{bytes[from], bytes[to]};
    // Some offsets are a few characters off: the name where it stands nearest.
    std::string name(plain(first(toponym, "<phrase>", "</phrase>")));
    if (name.empty()) name = plain(first(article.substr(article.rfind("<name>", start)), "<name>", "</name>"));
    if (span.of(text) != name) {
      const size_t here = text.find(name, span.begin > 12 ? span.begin - 12 : 0);
      if (here == std::string::npos || here > span.begin + 12) continue;
      span = {static_cast<uint32_t>(here), static_cast<uint32_t>(here + name.size())};
    }
    const std::string lat(first(toponym, "<lat>", "</lat>")), lon(first(toponym, "<lon>", "</lon>"));
    out.push_back({span, lat.empty() ? std::nullopt : std::optional(std::pair(std::stod(lat), std::stod(lon)))});
  }
  std::stable_sort(out.begin(), out.end(), [](const Toponym& a, const Toponym& b) { return a.span.begin < b.span.begin; });
  return out;
}

}  // namespace

void places(const Engine& engine, const std::string& path) {
  const std::string file = slurp(path);
  Hits names;
  size_t marked = 0, near = 0, populous = 0, unknown = 0;
  for (size_t at = 0; at != std::string::npos;) {
    const std::string_view article = between(file, "<article", "</article>", at);
    if (at == std::string::npos) break;
    const std::string text = plain(first(article, "<text>", "</text>"));
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    const Origin origin{engine.knowledge.country_of_outlet(first(article, "<domain>", "</domain>")), {}};
    const std::vector<Toponym> gold = toponyms_of(article, text);
    const auto hit = [](const std::vector<PlaceMention>& found, Span span) {
      return std::find_if(found.begin(), found.end(), [&](const PlaceMention& m) { return m.span.overlaps(span); });
    };
    const auto found = read_places(document, engine.knowledge, &engine.gazetteer, origin);
    std::set<size_t> used;
    names.found += found.size(), names.gold += gold.size();
    for (const Toponym& toponym : gold)
      if (const auto it = hit(found, toponym.span); it != found.end() && used.insert(static_cast<size_t>(it - found.begin())).second) ++names.right;

    std::vector<Span> spans;
    for (const Toponym& toponym : gold) spans.push_back(toponym.span);
    const auto given = read_marked_places(document, engine.knowledge, &engine.gazetteer, origin, spans);
    for (const Toponym& toponym : gold) {
      if (!toponym.at) continue;
      const auto [lat, lon] = *toponym.at;
      const std::string name(toponym.span.of(text));
      const auto most = most_populous(engine, name);
      const auto it = hit(given, toponym.span);
      const bool placed = it != given.end() && it->place.lat;
      const bool right = placed && km(lat, lon, *it->place.lat, *it->place.lon) <= 161;
      ++marked, unknown += !placed, populous += most && km(lat, lon, most->lat, most->lon) <= 161, near += right;
      if (!right && engine.show)
        std::printf("%s -> %s %s %s %.1f,%.1f for %.1f,%.1f\n", name.c_str(), it != given.end() ? it->place.name.c_str() : "-",
                    it != given.end() ? it->place.admin1.c_str() : "", it != given.end() ? it->place.country.c_str() : "",
                    placed ? *it->place.lat : 0, placed ? *it->place.lon : 0, lat, lon);
    }
  }
  std::printf("toponyms %zu  found %zu  F1 %.3f\nmarked names within 161 km %.3f of %zu (most populous %.3f; not placed %zu)\n", names.gold,
              names.found, names.f1(), share(near, marked), marked, share(populous, marked), unknown);
}

}  // namespace gesta::sets
