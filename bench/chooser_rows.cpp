// Writes what the chooser sees, one JSON object an article, for training/train_chooser.py: candidates with their features and role options,
// and the reports as coded. In: lines `id <tab> published <tab> site <tab> text` on stdin, "\n" written as "\\n". Arguments: home, models folder, and
// files of gold: their events that are no candidate become one ("given"), to learn roles from.
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>

#include "base/json.h"
#include "events/coder_parts.h"
#include "events/codes.h"
#include "events/event_signs.h"
#include "events/fields.h"
#include "events/kind.h"

namespace gesta {
namespace {

constexpr double kUnlikely = 0.12;

void strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& values) {
  out.key(key).begin_array();
  for (const auto& value : values) out.string(value);
  out.end_array();
}

void parties(JsonWriter& out, std::string_view key, const std::vector<Party>& list) {
  out.key(key).begin_array();
  for (const Party& party : list)
    out.begin_object()
        .key("name")
        .string(party.name)
        .key("country")
        .string_or_null(party.country)
        .key("sector")
        .string_or_null(party.sector)
        .end_object();
  out.end_array();
}

void party(JsonWriter& out, const Party& party) {
  out.key("name").string(party.name).key("country").string_or_null(party.country).key("sector").string_or_null(party.sector);
}

// `event`: its signs; none for an event that the gold alone gives.
void candidate_row(JsonWriter& out, const Chooser& chooser, const CodeTable& codes, const Scene& scene, const RoleChooser& roles,
                   const Candidate& candidate, const std::vector<std::string>* event, double likely) {
  const auto& tokens = scene.tree.document().tokens;
  out.begin_object().key("type").string(candidate.type).key("cameo").string(candidate.code ? candidate.code->cameo : "");
  out.key("span")
      .begin_array()
      .number(int64_t{tokens[candidate.begin()].span.begin})
      .number(int64_t{tokens[candidate.end() - 1].span.end})
      .end_array();
  out.key("likely").number(likely);
  out.key("tagged").boolean(candidate.by_tagger);
  if (event) strings(out, "event", *event);
  if (event && likely < kUnlikely) {  // never coded
    out.end_object();
    return;
  }
  const RoleMemory at = roles.place_of(candidate);
  out.key("head").number(int64_t{at.head}).key("sentence").number(int64_t{at.sentence}).key("above").begin_array();
  for (const uint32_t up : at.above) out.number(int64_t{up});
  out.end_array();
  if (event) strings(out, "code", CodeChooser(scene, codes, chooser.model()).signs(candidate).names());
  out.key("roles").begin_array();
  for (const RoleOption& option : roles.options(candidate)) {
    out.begin_object();
    strings(out, "features", option.signs.names());
    if (option.head != kNone) {
      out.key("key").string(roles.cast().members()[option.member].key).key("words").string(tokens[option.head].form);
      out.key("group")
          .number(int64_t{option.group})
          .key("run")
          .number(int64_t{option.run})
          .key("rule")
          .string(option.rule)
          .key("where")
          .string(option.where);
      party(out, option.party);
      strings(out, "as source", roles.sector_signs(candidate, option.party, option.head, "source").names());
      strings(out, "as target", roles.sector_signs(candidate, option.party, option.head, "target").names());
    }
    out.end_object();
  }
  out.end_array().end_object();
}

// Agents with the countries that could be theirs.
void country_rows(JsonWriter& out, const Scene& scene) {
  out.key("countries").begin_array();
  for (uint32_t i = 0; i < scene.tree.size(); ++i) {
    if (!scene.parties.open_country(i)) continue;
    const auto& read = scene.parties.read_alone(i);
    if (read.size() != 1 || !read[0].id.empty()) continue;
    out.begin_object().key("words").string(scene.tree[i].form);
    party(out, read[0]);
    out.key("options").begin_array();
    for (const CountryOption& option : scene.parties.country_options(i, true)) {
      out.begin_object().key("country").string_or_null(option.country);
      strings(out, "features", option.signs.names());
      out.end_object();
    }
    out.end_array().end_object();
  }
  out.end_array();
}

void report_row(JsonWriter& out, const Report& report, std::string_view text) {
  out.begin_object().key("words").string(report.span.of(text)).key("type").string(report.type).key("cameo").string(report.cameo);
  parties(out, "source", report.source);
  parties(out, "target", report.target);
  out.key("status").string(name(report.status)).key("said_by").begin_array();
  for (const Said& said : report.said_by) out.string(said.name);
  out.end_array().key("when");
  if (report.when)
    out.begin_object().key("start").string(report.when->start).key("end").string(report.when->end).end_object();
  else
    out.null();
  out.key("where");
  if (report.where)
    out.begin_object().key("name").string(report.where->name).key("country").string_or_null(report.where->country).end_object();
  else
    out.null();
  out.key("counts").begin_object();
  for (const Count& count : report.counts) out.key(count.what).number(count.value);
  out.end_object().key("confidence").number(report.confidence).key("rule").string(report.rule).end_object();
}

std::string unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i)
    if (text.substr(i, 2) == "\\n")
      out += '\n', ++i;
    else
      out += text[i];
  return out;
}

struct GoldEvent {
  std::string words, type;
};
using Gold = std::map<std::string, std::vector<GoldEvent>>;  // by text

void read_gold(const std::string& path, Gold& gold) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  if (parser.load_many(path).get(lines)) throw SetupError(path + ": no JSON lines");
  for (const auto item : lines) {
    auto& events = gold[std::string(std::string_view(item["id"]))];
    for (const simdjson::dom::element event : simdjson::dom::array(item["events"]))
      events.push_back({std::string(std::string_view(event["words"])), std::string(std::string_view(event["type"]))});
  }
}

// The events of the gold that no likely candidate of their type touches, as candidates, in the order of the text.
std::vector<Candidate> missing(const Chooser& chooser, const Scene& scene, const std::vector<Candidate>& by_rule,
                               const std::vector<Candidate>& joined, const EventSigns& signs, const std::vector<GoldEvent>& events) {
  const Document& document = scene.tree.document();
  std::vector<Candidate> found;
  for (const GoldEvent& event : events) {
    const size_t at = document.text.find(event.words);
    if (at == std::string_view::npos) continue;
    EventSpan span{kNone, 0, {}, {}, 1};
    for (const std::string_view type : scene.event_words().types)
      if (type == event.type) span.type = type;
    for (uint32_t i = 0; i < scene.tree.size(); ++i)
      if (scene.tree[i].span.begin < at + event.words.size() && scene.tree[i].span.end > at) span.first = std::min(span.first, i), span.last = i + 1;
    if (span.type.empty() || span.first == kNone || !document.sentences[scene.tree[span.first].sentence].parsed) continue;
    bool there = false;
    for (size_t k = 0; k < joined.size() && !there; ++k) {
      const Candidate& one = joined[k];
      there = one.type == span.type && one.begin() < span.last && one.end() > span.first && signs.likely(k) >= kUnlikely;
    }
    if (!there) found.push_back(chooser.given(scene, by_rule, span));
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
  return found;
}

int run(const std::string& home, const std::string& models, const Gold& gold) {
  const Knowledge knowledge = Knowledge::load({home + "/data", {}, {}, {}, true});
  const LanguageReader reader = LanguageReader::load(models);
  const Coder coder = Coder::load(models, home + "/build/data", knowledge);
  const Chooser chooser = Chooser::load(models);
  const CodeTable codes(knowledge, chooser.model());
  const Gazetteer gazetteer = Gazetteer::load(home + "/build/data/gazetteer.bin", home + "/data/places.txt");
  for (std::string line; std::getline(std::cin, line);) {
    const size_t a = line.find('\t'), b = line.find('\t', a + 1), c = line.find('\t', b + 1);
    if (a == std::string::npos || b == std::string::npos || c == std::string::npos) continue;
    Article article;
    article.id = line.substr(0, a), article.published.date = line.substr(a + 1, b - a - 1);
    article.site = line.substr(b + 1, c - b - 1), article.text = unescape(std::string_view(line).substr(c + 1));
    article.paragraphs = {{{0, static_cast<uint32_t>(article.text.size())}}};
    const Document document = reader.read(article.text, {{article.paragraphs[0].span, false}}, Trees::all_and_events);
    const Tree tree(document);
    const std::string_view newsroom = country_of_newsroom(knowledge, gazetteer, article.site);
    const auto places = read_places(document, knowledge, &gazetteer, {newsroom, article.published.date});
    const PartyReader who(tree, knowledge, parse_iso_date(article.published.date), places, &chooser.model(), newsroom);
    const auto frames = read_frames(document, knowledge);
    Composer composer(tree, knowledge, who, frames);
    const Scene scene{tree, knowledge, who, composer, kinds_of(article, reader).article, true};
    JsonWriter out;
    out.begin_object().key("id").string(article.id).key("events").begin_array();
    for (const Report& report : coder.code(article, document, scene.kind)) report_row(out, report, article.text);
    out.end_array();
    country_rows(out, scene);
    const RoleChooser roles(tree, who, composer, chooser.model(), true);
    out.key("candidates").begin_array();
    const auto by_rule = composer.compose();
    const auto joined = chooser.join(scene, by_rule);
    const EventSigns signs(scene, joined);
    const auto gold_events = gold.find(article.id);
    const auto given = gold_events == gold.end() ? std::vector<Candidate>{} : missing(chooser, scene, by_rule, joined, signs, gold_events->second);
    // In the order of the text.
    size_t next = 0;
    const auto write_given = [&](uint32_t until) {
      for (; next < given.size() && given[next].begin() <= until; ++next) candidate_row(out, chooser, codes, scene, roles, given[next], nullptr, 0);
    };
    for (size_t k = 0; k < joined.size(); ++k) {
      write_given(joined[k].begin());
      const auto event = signs.of(k).names();
      candidate_row(out, chooser, codes, scene, roles, joined[k], &event, signs.likely(k));
    }
    write_given(kNone);
    out.end_array();
    std::vector<std::string> lines;
    for (const Frame& frame : frames) lines.push_back(to_text(frame, document));
    strings(out, "frames", lines);
    std::puts(out.end_object().text().c_str());
  }
  return 0;
}

}  // namespace
}  // namespace gesta

int main(int count, char** arguments) {
  if (count < 3) return std::fputs("usage: chooser_rows HOME MODELS [GOLD.jsonl ...] < lines\n", stderr), 2;
  try {
    gesta::Gold gold;
    for (int i = 3; i < count; ++i) gesta::read_gold(arguments[i], gold);
    return gesta::run(arguments[1], arguments[2], gold);
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "chooser_rows: %s\n", error.what()), 2;
  }
}
