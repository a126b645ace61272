// bench_sets KIND PATH [--show]: the fields against public sets, each read as it is published.
//   places FILE       LGL or GeoVirus (Gritta et al. 2018): toponyms found (overlap); and, the marked names given, those put within 161 km, next to
//                     the most populous place of the name
//   truth FILE        UDS It Happened (White et al. 2016, Rudinger et al. 2018) as CoNLL: status against sign and strength of the mean judgement
//   said FOLDER       PolNeAR (Newell et al. 2018): sources with their cues; a pair is right when the heads of both lie in those of one mark
//   meantime FOLDER   MEANTIME (Minard et al. 2016): TIMEX3 spans and values
//   petrarch FILE     records in the form of PETRARCH's own tests, with the dictionaries that the file names and nothing of ours but the parser
//   recognizers FILE  cases of Recognizers-Text (DateTimeModel.json): every case with a result is applicable but time zones, lists of alternatives,
//                     days that do not exist, fiscal and school years, and what contradicts itself; a case is right when all its results are. Cases
//                     of days, lengths and sets make the first figure, those that name a time of day the second (there the day must be right)
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/date.h"
#include "base/file.h"
#include "base/utf8.h"
#include "events/attributions.h"
#include "events/events.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/times_eval.h"
#include "events/where_features.h"

namespace {

using namespace gesta;

struct Engine {
  LanguageReader reader = LanguageReader::load("models");
  Knowledge knowledge = Knowledge::load({"data", {}, {}, {}, false});
  Gazetteer gazetteer = Gazetteer::load("build/data/gazetteer.bin", "data/places.txt");
  bool show = false;
};

struct Hits {
  size_t gold = 0, found = 0, right = 0;
  double f1() const { return gold + found ? 2.0 * static_cast<double>(right) / static_cast<double>(gold + found) : 0; }
};

double share(size_t part, size_t whole) { return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

std::string slurp(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) throw std::runtime_error(path + ": cannot be read");
  std::string text(*bytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

std::vector<std::string> files_of(const std::string& folder, std::string_view extension) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == extension) out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

// ---- XML, as far as these files go ----
std::string_view between(std::string_view text, std::string_view open, std::string_view close, size_t& at) {
  const size_t from = text.find(open, at);
  if (from == std::string_view::npos) return at = std::string_view::npos, std::string_view();
  const size_t begin = from + open.size(), end = std::min(text.find(close, begin), text.size());
  at = std::min(end + close.size(), text.size());
  return text.substr(begin, end - begin);
}
std::string_view first(std::string_view text, std::string_view open, std::string_view close) {
  size_t at = 0;
  return between(text, open, close, at);
}
std::string plain(std::string_view xml) {
  if (xml.starts_with("<![CDATA[")) return std::string(xml.substr(9, xml.size() - 12));
  constexpr std::array<std::array<std::string_view, 2>, 5> entities{
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};
  std::string out;
  for (size_t i = 0; i < xml.size();) {
    size_t step = 1;
    std::string_view piece = xml.substr(i, 1);
    for (const auto& [name, value] : entities)
      if (xml.substr(i).starts_with(name)) piece = value, step = name.size();
    out += piece, i += step;
  }
  return out;
}
// Bytes of the characters' offsets.
std::vector<uint32_t> bytes_of(std::string_view text) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out.push_back(i);
  out.push_back(static_cast<uint32_t>(text.size()));
  return out;
}

// ---- places ----
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

// ---- status ----
void truth(const Engine& engine, const std::string& path) {
  const std::string file = slurp(path);
  // What is planned, ruled or wished for has not happened; what may have is uncertain.
  const auto class_of = [](Status status) {
    return status == Status::happened || status == Status::ongoing ? "happened" : status == Status::possible ? "uncertain" : "not";
  };
  std::map<std::string, Hits> classes;
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find("\n\n", at), file.size());
    std::string text;
    std::vector<std::pair<Span, double>> marks;
    for (size_t line = at; line < end;) {
      const size_t stop = std::min(file.find('\n', line), end);
      std::vector<std::string> columns(1);
      for (size_t i = line; i < stop; ++i)
        if (file[i] == '\t')
          columns.emplace_back();
        else
          columns.back() += file[i];
      line = stop + 1;
      if (columns.size() < 4) continue;
      if (!text.empty()) text += ' ';
      const uint32_t begin = static_cast<uint32_t>(text.size());
      text += columns[1];
      if (columns[2] != "_") marks.push_back({{begin, static_cast<uint32_t>(text.size())}, std::stod(columns[2])});
    }
    at = end + 2;
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    for (const auto& [span, value] : marks) {
      EventSite site;
      site.head = tree::head_of(document, span);
      if (site.head == kNone) continue;
      site.sentence = document.tokens[site.head].sentence;
      const Status status = read_status(document, engine.knowledge, site);
      const std::string gold = value > 1 ? "happened" : value < -1 ? "not" : "uncertain";
      const std::string got = class_of(status);
      ++classes[gold].gold, ++classes[got].found, classes[gold].right += gold == got;
      if (gold != got && engine.show)
        std::printf("%s for %s: %s | %s\n", got.c_str(), gold.c_str(), std::string(span.of(text)).c_str(), text.c_str());
    }
  }
  double macro = 0;
  for (const auto& [name, hits] : classes) {
    std::printf("%-10s right %.3f of %zu, found %zu\n", name.c_str(), share(hits.right, hits.gold), hits.gold, hits.found);
    macro += share(hits.right, hits.gold) / static_cast<double>(classes.size());
  }
  std::printf("macro accuracy %.3f\n", macro);
}

// ---- attribution ----
struct Mark {
  std::vector<Span> source, cue;
};

void said(const Engine& engine, const std::string& folder) {
  Hits pairs;
  for (const std::string& path : files_of(folder + "/attributions", ".ann")) {
    std::string name = std::filesystem::path(path).stem().string();
    name = name.substr(0, name.rfind('_'));
    const std::string text = slurp(folder + "/text/" + name + ".txt"), marks = slurp(path);
    const std::vector<uint32_t> bytes = bytes_of(text);
    std::map<std::string, std::vector<Span>> spans;
    std::vector<Mark> gold;
    for (size_t at = 0; at < marks.size();) {
      const size_t end = std::min(marks.find('\n', at), marks.size());
      const std::string line = marks.substr(at, end - at);
      at = end + 1;
      const size_t tab = line.find('\t'), tab2 = line.find('\t', tab + 1);
      if (tab == std::string::npos) continue;
      if (line[0] == 'T') {
        std::string places = line.substr(tab + 1, tab2 - tab - 1);
        places.erase(0, places.find(' ') + 1);
        for (size_t p = 0; p < places.size();) {
          const size_t stop = std::min(places.find(';', p), places.size());
          const size_t from = std::stoul(places.substr(p)), to = std::stoul(places.substr(places.find(' ', p) + 1));
          if (from < bytes.size() && to < bytes.size()) spans[line.substr(0, tab)].push_back({bytes[from], bytes[to]});
          p = stop + 1;
        }
      } else if (line[0] == 'E') {
        Mark mark;
        for (size_t p = tab + 1; p < line.size();) {
          const size_t stop = std::min(line.find(' ', p), line.size()), colon = line.find(':', p);
          const std::string role = line.substr(p, colon - p), id = line.substr(colon + 1, stop - colon - 1);
          std::vector<Span>* into = role.starts_with("Source") ? &mark.source : role.starts_with("Cue") ? &mark.cue : nullptr;
          if (into) into->insert(into->end(), spans[id].begin(), spans[id].end());
          p = stop + 1;
        }
        if (!mark.source.empty() && !mark.cue.empty()) gold.push_back(mark);
      }
    }
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    std::set<size_t> used;
    for (const Attribution& one : read_attributions(document)) {
      ++pairs.found;
      const auto in = [&](uint32_t head) { return [&document, head](const Span& s) { return s.overlaps(document.tokens[head].span); }; };
      const auto right = std::find_if(gold.begin(), gold.end(), [&](const Mark& mark) {
        return !used.count(static_cast<size_t>(&mark - gold.data())) && std::any_of(mark.source.begin(), mark.source.end(), in(one.source)) &&
               std::any_of(mark.cue.begin(), mark.cue.end(), in(one.cue));
      });
      if (right != gold.end())
        ++pairs.right, used.insert(static_cast<size_t>(right - gold.begin()));
      else if (engine.show)
        std::printf("false %s | %s\n", std::string(document.tokens[one.source].form).c_str(), std::string(document.tokens[one.cue].form).c_str());
    }
    pairs.gold += gold.size();
    if (engine.show)
      for (size_t k = 0; k < gold.size(); ++k)
        if (!used.count(k))
          std::printf("missed %s | %s\n", std::string(gold[k].source[0].of(text)).c_str(), std::string(gold[k].cue[0].of(text)).c_str());
  }
  std::printf("attributions %zu  found %zu  right %zu  P %.3f R %.3f F1 %.3f\n", pairs.gold, pairs.found, pairs.right,
              share(pairs.right, pairs.found), share(pairs.right, pairs.gold), pairs.f1());
}

// ---- times ----
std::string attribute(std::string_view tag, std::string_view key) { return std::string(first(tag, " " + std::string(key) + "=\"", "\"")); }

constexpr int kLastMarked = 5;  // the sentences after it carry no marks

void meantime(const Engine& engine, const std::string& folder) {
  TimeScores scores;
  for (const std::string& path : files_of(folder, ".xml")) {
    const std::string file = slurp(path);
    TimeText text;
    std::map<std::string, Span> tokens;
    std::string sentence = "0";
    for (size_t at = 0;;) {
      const size_t open = file.find("<token ", at);
      if (open == std::string::npos) break;
      const std::string_view tag = std::string_view(file).substr(open, file.find('>', open) - open);
      const std::string form = plain(first(std::string_view(file).substr(open), ">", "</token>")), number = attribute(tag, "sentence");
      at = open + tag.size();
      if (std::stoi(number) > kLastMarked) continue;
      // Title and date line stand by themselves.
      if (!text.text.empty()) text.text += number != sentence && std::stoi(number) < 3 ? "\n\n" : " ";
      sentence = number;
      tokens[attribute(tag, "t_id")] = {static_cast<uint32_t>(text.text.size()), static_cast<uint32_t>(text.text.size() + form.size())};
      text.text += form;
    }
    for (size_t at = 0;;) {
      const size_t open = file.find("<TIMEX3 ", at);
      if (open == std::string::npos) break;
      const std::string_view tag = std::string_view(file).substr(open, file.find('>', open) - open);
      at = open + tag.size();
      if (attribute(tag, "functionInDocument") == "CREATION_TIME") text.published = attribute(tag, "value");
      if (tag.ends_with('/')) continue;
      Span span{~0u, 0};
      const std::string_view body = std::string_view(file).substr(at, file.find("</TIMEX3>", at) - at);
      for (size_t k = 0; k != std::string::npos;) {
        const std::string id(between(body, "t_id=\"", "\"", k));
        if (!tokens.count(id)) continue;
        span.begin = std::min(span.begin, tokens[id].begin), span.end = std::max(span.end, tokens[id].end);
      }
      if (span.end > 0) text.times.push_back({span, attribute(tag, "value")});
    }
    std::sort(text.times.begin(), text.times.end(), [](const MarkedTime& a, const MarkedTime& b) { return a.span.begin < b.span.begin; });
    if (engine.show) {
      const Document document = engine.reader.read(text.text, tree::paragraphs_of(text.text));
      const auto found = read_times(document, text.published);
      for (const MarkedTime& mark : text.times) {
        const auto hit = std::find_if(found.begin(), found.end(), [&](const TimeExpression& t) { return t.span.overlaps(mark.span); });
        if (hit == found.end() || hit->value != mark.value)
          std::printf("%s | %s = %s, got %s\n", text.published.c_str(), std::string(mark.span.of(text.text)).c_str(), mark.value.c_str(),
                      hit == found.end() ? "-" : hit->value.c_str());
      }
    }
    score_times(engine.reader, text, scores);
  }
  const auto f1 = [&](size_t hits) { return Hits{scores.gold, scores.found, hits}.f1(); };
  std::printf("files %zu  gold %zu  found %zu\nspans (overlap) F1 %.3f\nvalues F1 %.3f\n", scores.files, scores.gold, scores.found,
              f1(scores.matched), f1(scores.values));
}

// ---- users' dictionaries ----
using Triple = std::array<std::string, 3>;  // source, target, code

// An attribute in either kind of quotation marks, blanks around the sign or not.
std::string loose_attribute(std::string_view tag, std::string_view key) {
  size_t at = tag.find(" " + std::string(key));
  if (at == std::string_view::npos) return {};
  at = tag.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  return std::string(tag.substr(at + 1, tag.find(tag[at], at + 1) - at - 1));
}

std::vector<std::string> codes_of(const std::vector<Party>& parties) {
  std::vector<std::string> out;
  for (const Party& party : parties) out.push_back(party.code.empty() ? "---" : party.code);
  if (out.empty()) out.emplace_back("---");
  return out;
}

std::string shown(const std::set<Triple>& events) {
  std::string out;
  for (const auto& [source, target, code] : events) out += " " + source + ">" + target + "=" + code;
  return out.empty() ? " none" : out;
}

void petrarch(const Engine& engine, const std::string& path) {
  const std::string file = slurp(path);
  Knowledge::Options options;
  options.strict = false;
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  for (const std::string_view kind : {"Verbfile", "Actorfile", "Agentfile", "Discardfile"})
    options.petrarch.push_back(folder + std::string(first(file, "<" + std::string(kind) + ">", "</")));
  const Knowledge knowledge = Knowledge::load(options);
  const Coder coder = Coder::load("/nowhere", "build/data", knowledge);
  bool pairs_only = true;
  std::map<std::string, Hits> categories;
  Hits all;
  size_t silent = 0;
  for (size_t at = file.find("<Sentences>"); at != std::string::npos;) {
    const size_t config = file.find("<Config ", at), record = file.find("<Sentence ", at);
    if (record == std::string::npos) break;
    if (config < record) {
      const std::string_view tag = std::string_view(file).substr(config, file.find('>', config) - config);
      if (loose_attribute(tag, "option") == "require_dyad") pairs_only = to_lower(loose_attribute(tag, "value")) != "false";
      at = config + 1;
      continue;
    }
    const size_t end = file.find("</Sentence>", record);
    const std::string_view whole = std::string_view(file).substr(record, end - record), head = whole.substr(0, whole.find('>'));
    at = end == std::string::npos ? end : end + 1;
    std::set<Triple> gold, found;
    for (size_t tag = whole.find("<EventCoding "); tag != std::string_view::npos; tag = whole.find("<EventCoding ", tag + 1)) {
      const std::string_view event = whole.substr(tag, whole.find('>', tag) - tag);
      if (event.find("eventcode") != std::string_view::npos)
        gold.insert({loose_attribute(event, "sourcecode"), loose_attribute(event, "targetcode"), loose_attribute(event, "eventcode")});
    }
    Article article;
    std::string date = loose_attribute(head, "date");
    if (date.size() == 8) date.insert(6, "-"), date.insert(4, "-");
    article.id = "record", article.published.date = date;
    for (const char c : plain(first(whole, "<Text>", "</Text>")))
      if (c != '\n' || !article.text.ends_with(' ')) article.text += c == '\n' ? ' ' : c;
    while (article.text.ends_with(' ')) article.text.pop_back();
    article.text.erase(0, std::min(article.text.find_first_not_of(' '), article.text.size()));
    const Document document = engine.reader.read(article.text, tree::paragraphs_of(article.text));
    for (const Report& report : coder.code(article, document))
      for (const std::string& source : codes_of(report.source))
        for (const std::string& target : codes_of(report.target))
          if (!pairs_only || (source != "---" && target != "---")) found.insert({source, target, report.cameo});
    Hits& category = categories[loose_attribute(head, "category")];
    ++all.gold, ++category.gold, all.right += gold == found, category.right += gold == found, silent += found.empty() && !gold.empty();
    if (gold != found && engine.show)
      std::printf("%s: %s\n    gold%s\n    got %s\n", loose_attribute(head, "id").c_str(), article.text.c_str(), shown(gold).c_str(),
                  shown(found).c_str());
  }
  for (const auto& [name, hits] : categories) std::printf("%-10s exact %.3f of %zu\n", name.c_str(), share(hits.right, hits.gold), hits.gold);
  std::printf("records exact %.3f (%zu of %zu), silent where there are events %zu\n", share(all.right, all.gold), all.right, all.gold, silent);
}

std::string text_of(simdjson::dom::element value, const char* key) {
  std::string_view text;
  return value[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// What the expressions inside the words of a case say together: one as it stands, two from the first up to the second.
struct Reading {
  const TimeExpression* first = nullptr;
  const TimeExpression* last = nullptr;
};
std::optional<int> day_number(const std::string& text) {
  const auto date = parse_iso_date(text);
  return date ? std::optional<int>(to_days(*date)) : std::nullopt;
}

// Codes that the set has and TIMEX3 has not: meals and the night-time; and noon as a part of the day.
constexpr std::pair<std::string_view, std::string_view> kSameParts[] = {
    {"MEB", "MO"}, {"MEL", "12:00"}, {"MED", "EV"}, {"NT", "NI"}, {"MI", "12:00"}};

// The times of the clock and parts of a day: "15:00" of "T15", "17:00 18:00" of "(T17,T18,PT1H)" and of "T17:00/T18:00", "MO" of "TMO".
std::string clocks_of(std::string_view text) {
  std::string out;
  for (size_t at = text.find('T'); at != std::string_view::npos; at = text.find('T', at + 1)) {
    if (at > 0 && text[at - 1] == 'P') break;
    std::string_view own = text.substr(at + 1, text.find_first_of(",/)", at) - at - 1);
    at += own.size();
    for (const auto& [code, same] : kSameParts)
      if (own == code) own = same;
    while (own.ends_with(":00") && own.size() > 5) own.remove_suffix(3);
    out += (out.empty() ? "" : " ") + std::string(own) + (own.size() == 2 && own[0] <= '2' ? ":00" : "");
  }
  return out;
}
bool same_clock(const std::string& value, const std::string& timex) {
  const std::string own = clocks_of(value);
  return !own.empty() && !value.starts_with("P") && own == clocks_of(timex);
}

// A period between two points that one expression writes: it may end on its last day, or on the first of its last year.
bool between(const std::string& timex, int end, int stop) {
  const Date last = from_days(end);
  return timex.starts_with("(") && (end == stop || (last.month == 12 && last.day == 31 && to_days({last.year, 1, 1}) == stop));
}

// The day of an expression; of a time of the clock that of its value.
std::optional<int> day_of(const TimeExpression& time, const std::string& day) {
  return day_number(day.empty() && time.type == "TIME" ? time.value.substr(0, 10) : day);
}
// "mid-November", "the end of 2007" have the value of the month or year, and no days of their own: a bound may lie half their length off.
bool part_of_period(const TimeExpression& time, int from, int end) {
  const int whole = time.value.size() == 7 && time.value.find_first_not_of("0123456789-") == std::string::npos ? 28
                    : time.value.size() == 4                                                                   ? 365
                                                                                                               : 0;
  return time.type == "DATE" && end - from + 1 < whole;
}
bool near_part(const TimeExpression& time, int from, int end, int bound) {
  const int slack = (end - from + 1) / 2;
  return part_of_period(time, from, end) && bound >= from - slack && bound <= end + 1 + slack;
}
// "two months ago" is a month: an expression is as exact as its unit.
bool of_its_unit(const TimeExpression& time, std::string_view words, const std::string& timex) {
  const bool unit = words.find(time.value.size() == 7 ? "month" : "year") != std::string_view::npos;
  return unit && (time.value.size() == 7 || time.value.size() == 4) && timex.starts_with(time.value);
}

// One of the readings that a case allows. Its periods end on the day after their last day, ours on the last; a period between two expressions may
// leave out or keep the second ("from May to July"), one counted from today may leave out or keep today, and one open at a side ("since May",
// "before 2010") must begin, or end, where the expression does.
bool reads_as(const Reading& read, std::string_view text, const std::string& now, simdjson::dom::element values) {
  const bool until_now = read.last->value == "PRESENT_REF" && read.last != read.first;
  const bool from_now = read.first->value == "PRESENT_REF" && read.last != read.first;
  const auto from = from_now ? day_number(now) : day_of(*read.first, read.first->start),
             end = until_now ? day_number(now) : day_of(*read.last, read.last->end),
             first_end = from_now ? day_number(now) : day_of(*read.first, read.first->end),
             last_from = until_now ? day_number(now) : day_of(*read.last, read.last->start);
  const bool one = read.first == read.last;
  for (const simdjson::dom::element value : simdjson::dom::array(values)) {
    const std::string timex = text_of(value, "timex"), mod = text_of(value, "Mod");
    if (one && !timex.empty() && read.first->value == timex) return true;
    if (one && timex.size() == 2 && read.first->value.ends_with("-" + timex)) return true;  // a season of any year
    if (one && of_its_unit(*read.first, read.first->span.of(text), timex)) return true;
    if (one && (timex.starts_with("T") || timex.starts_with("(T")) && same_clock(read.first->value, timex)) return true;
    // "a few days": three, says the set; an unknown number, says TIMEX3.
    if (one && read.first->value.find('X') != std::string::npos && timex.starts_with("P") && timex.size() == read.first->value.size() &&
        timex.back() == read.first->value.back() && timex.find('3') == read.first->value.find('X'))
      return true;
    if (!from || !end) continue;
    const auto day = day_number(text_of(value, "value")), start = day_number(text_of(value, "start")), stop = day_number(text_of(value, "end"));
    if (day && one && *from == *day && (*end == *day || timex.find('T') != std::string::npos)) return true;
    if (!start && !stop) continue;
    const bool after = mod.starts_with("after"), since = mod.starts_with("since");
    const bool begins =
        start ? (after ? *end + 1 == *start || *from == *start : *from == *start) : mod.starts_with("before") || mod.starts_with("until");
    const bool ends = stop ? (!start ? *from == *stop || *end == *stop || *end + 1 == *stop
                                     : *end + 1 == *stop || (!one && (*last_from == *stop || *end == *stop)) || between(timex, *end, *stop) ||
                                           timex.find('T') != std::string::npos)
                           : after || since;
    if (begins && ends) return true;
    const bool near_start = start && first_end && near_part(*read.first, *from, *first_end, *start);
    const bool near_stop = stop && last_from && near_part(*read.last, *last_from, *end, *stop);
    if ((begins || near_start) && (ends || near_stop)) return true;
    const auto today = day_number(now);
    if (start && stop && today &&
        ((*from == *today && *start == *today + 1 && (*end == *stop || *end + 1 == *stop)) || (*from == *start && *end == *today && *stop == *today)))
      return true;
  }
  return false;
}

// No such day, or a year that only its owner's books know.
bool nowhere(std::string_view timex, std::string_view value) {
  return timex.starts_with("FY") || timex.starts_with("SY") || (value == "not resolved" && timex.find("-02-") != std::string_view::npos);
}

// Cases that contradict themselves: what happened lies ahead, the same words have another value in another case, "tomorrow" is no tomorrow.
constexpr std::string_view kContradictions[] = {"It happened 2 weeks before Christmas.",
                                                "It happened three months after Easter.",
                                                "The project was submitted last month and 3 weeks later it was approved",
                                                "It happened the year before 2015",
                                                "we will meet after school every weekend.",
                                                "Tune in tomorrow, 13/04/21, at 7 PM CET for episode 3 of Decentralized"};
// "this friday 5/12", resolved to days that are no Fridays.
bool other_weekday(const std::string& words, simdjson::dom::element values) {
  static constexpr std::string_view names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const bool counted = words.find(" after") != std::string::npos || words.find(" from") != std::string::npos;
  if (counted || words.find_first_of("0123456789") == std::string::npos) return false;
  for (size_t k = 0; k < std::size(names); ++k) {
    if (words.find(names[k]) == std::string::npos) continue;
    bool dated = false;
    for (const simdjson::dom::element value : simdjson::dom::array(values))
      for (const char* key : {"value", "start", "end"})
        if (const auto day = day_number(text_of(value, key))) {
          dated = true;
          if (weekday(from_days(*day)) == static_cast<int>(k)) return false;
        }
    return dated;
  }
  return false;
}

// Kinds of a day or days, lengths, sets. The other kinds name a time of day: they are counted by themselves, and right when the day (of a time alone:
// the hour and minute) is.
bool of_days(std::string_view kind) { return kind == "date" || kind == "daterange" || kind == "duration" || kind == "set"; }

void recognizers(const Engine& engine, const std::string& path) {
  const simdjson::padded_string file(slurp(path));
  simdjson::dom::parser parser;
  std::map<std::string, Hits> kinds;
  Hits all, timed;
  size_t contradictory = 0;
  for (const simdjson::dom::element item : simdjson::dom::array(parser.parse(file))) {
    const std::string text = text_of(item, "Input");
    std::string now;
    if (simdjson::dom::element context; item["Context"].get(context) == simdjson::SUCCESS) now = text_of(context, "ReferenceDateTime");
    simdjson::dom::array results;
    if (now.size() < 10 || item["Results"].get(results) != simdjson::SUCCESS) continue;
    bool applicable = results.size() > 0, days = true;
    bool contradicts = std::find(std::begin(kContradictions), std::end(kContradictions), text) != std::end(kContradictions);
    std::string kind;
    for (const simdjson::dom::element result : results) {
      const std::string type = text_of(result, "TypeName");
      const std::string_view own = std::string_view(type).substr(std::min<size_t>(type.size(), 11));
      simdjson::dom::element resolution;
      simdjson::dom::array values;
      applicable &= result["Resolution"].get(resolution) == simdjson::SUCCESS && resolution.is_object();
      applicable = applicable && resolution["values"].get(values) == simdjson::SUCCESS && own != "timezone" && own != "datetimealt";
      if (!applicable) break;
      for (const simdjson::dom::element value : values) applicable &= !nowhere(text_of(value, "timex"), text_of(value, "value"));
      contradicts |= other_weekday(text_of(result, "Text"), resolution["values"]);
      days &= of_days(own);
      kind += (kind.empty() ? "" : "+") + std::string(own);
    }
    if (!applicable) continue;
    if (contradicts) {
      ++contradictory;
      continue;
    }
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    const auto found = read_times(document, now.substr(0, 10));
    bool right = true;
    for (const simdjson::dom::element result : results) {
      uint64_t begin = 0, end = 0;
      if (result["Start"].get(begin) != simdjson::SUCCESS || result["End"].get(end) != simdjson::SUCCESS) continue;
      const std::vector<uint32_t> bytes = bytes_of(text);
      if (begin >= bytes.size() || end + 1 >= bytes.size()) continue;
      const Span span{bytes[begin], bytes[end + 1]};
      Reading read;
      for (const TimeExpression& time : found)
        if (time.span.overlaps(span) && (read.first == nullptr || !time.start.empty() || time.value == "PRESENT_REF" ||
                                         (read.first->value == "PRESENT_REF" && time.type == "TIME")))
          read.last = &time, read.first = read.first ? read.first : &time;
      right &= read.first && reads_as(read, text, now.substr(0, 10), result["Resolution"]["values"]);
    }
    Hits& own = days ? all : timed;
    if (kind.find('+') != std::string::npos) kind = days ? "several" : "several, with a time of day";
    ++own.gold, own.right += right, ++kinds[kind].gold, kinds[kind].right += right;
    if (!right && engine.show) {
      std::printf("%s | %s | %s |", kind.c_str(), now.substr(0, 10).c_str(), text.c_str());
      for (const simdjson::dom::element result : results) std::printf(" %s", std::string(simdjson::minify(result["Resolution"])).c_str());
      for (const TimeExpression& t : found) std::printf(" got %s %s..%s", t.value.c_str(), t.start.c_str(), t.end.c_str());
      std::printf("\n");
    }
  }
  for (const auto& [name, hits] : kinds) std::printf("%-28s %.3f of %zu\n", name.c_str(), share(hits.right, hits.gold), hits.gold);
  std::printf("left out, contradict themselves %zu\n", contradictory);
  std::printf("days, lengths and sets       %.3f of %zu\nwith a time of day           %.3f of %zu\n", share(all.right, all.gold), all.gold,
              share(timed.right, timed.gold), timed.gold);
}

}  // namespace

int main(int argc, char** argv) {
  const std::map<std::string, void (*)(const Engine&, const std::string&)> kinds{
      {"places", places}, {"truth", truth}, {"said", said}, {"meantime", meantime}, {"petrarch", petrarch}, {"recognizers", recognizers}};
  if (argc < 3 || !kinds.count(argv[1])) {
    std::fprintf(
        stderr,
        "usage: bench_sets places|truth|said|meantime|petrarch|recognizers PATH [--show]\n\n"
        "Example:\n"
        "  bench_sets petrarch validation/PETR.UnitTest.records.xml --show\n\n"
        "petrarch: a record is exact when the set of its events (source, target, code) is that of the record, none for an error or\n"
        "\"noevents\". Every record counts, also those on settings of that program that have no counterpart here; of these only\n"
        "require_dyad is followed: while it is true, events without source or without target are left out.\n"
        "recognizers: every case with a result is applicable but time zones, lists of alternatives, days that do not exist, fiscal and school\n"
        "years, and cases that contradict themselves; a case is right when all its results are. \"Two months ago\" is a month, and a part of a\n"
        "period (\"mid-November\") has no sharp ends: half its length is allowed. A period may leave out or keep its last day where it is counted "
        "from today or\n"
        "written between two expressions; of an open one the given side must agree. Of a time alone hours and minutes must be right, at both\n"
        "ends of a range, whatever side it is open to.\n");
    return 2;
  }
  try {
    Engine engine;
    engine.show = argc > 3 && std::string(argv[3]) == "--show";
    kinds.at(argv[1])(engine, argv[2]);
  } catch (const std::exception& trouble) {
    return std::fprintf(stderr, "%s\n", trouble.what()), 2;
  }
  return 0;
}
