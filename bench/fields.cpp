// bench_fields GOLD.jsonl [--models DIR] [--data DIR] [--gazetteer FILE]
// [--show status|said_by|when|where|counts|times|trees]: how often each field is right when the event
// itself is given. Gold lines are those of the event scorer (text, published, events[words, type, cameo, status, said_by, when, counts]). The words
// of an event are found in the text, their head token stands for the event, and each field reader is asked alone; comparison as in the event scorer.
#include "events/fields.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <set>
#include <string>

#include "base/file.h"
#include "base/utf8.h"
#include "events/fields_tree.h"

namespace {

using namespace gesta;
using simdjson::dom::element;

std::string normal(std::string_view text) {
  std::string out;
  for (const char c : to_lower(fold_latin(text))) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::set<std::string> names(const std::vector<std::string>& said) {
  std::set<std::string> out;
  for (const std::string& name : said)
    if (const std::string n = normal(name); !n.empty()) out.insert(n);
  return out;
}

bool said_right(const std::vector<std::string>& gold, const std::vector<std::string>& got) {
  const auto g = names(gold), s = names(got);
  if (g.empty() || s.empty()) return g == s;
  return std::all_of(g.begin(), g.end(), [&](const std::string& a) {
    return std::any_of(s.begin(), s.end(), [&](const std::string& b) { return a.find(b) != std::string::npos || b.find(a) != std::string::npos; });
  });
}

struct Tally {
  int right = 0, all = 0;
};
std::map<std::string, Tally> tallies;
std::string shown;

void judge(const std::string& field, bool right, std::string_view text, std::string_view published, const std::string& words, const std::string& gold,
           const std::string& got) {
  Tally& tally = tallies[field];
  ++tally.all;
  tally.right += right;
  if (!right && shown == field)
    std::printf("%s [%s] gold %s got %s | %s\n", std::string(published).c_str(), words.c_str(), gold.c_str(), got.c_str(), std::string(text).c_str());
}

std::string joined(const std::vector<std::string>& list) {
  std::string out = "{";
  for (const std::string& item : list) out += item + ";";
  return out + "}";
}

std::vector<std::string> strings(element array) {
  std::vector<std::string> out;
  simdjson::dom::array list;
  if (array.get(list) == simdjson::SUCCESS)
    for (const element item : list) {
      std::string_view text;
      if (item.get(text) == simdjson::SUCCESS) out.emplace_back(text);
    }
  return out;
}

std::vector<std::string> countries(element parties) {
  std::vector<std::string> out;
  for (const element party : simdjson::dom::array(parties)) {
    std::string_view country;
    if (party["country"].get(country) == simdjson::SUCCESS) out.emplace_back(country);
  }
  return out;
}

// Where a gold event stands; no head when its words are not in the text.
EventSite site_of(const Document& document, element gold) {
  const std::string_view words = gold["words"];
  EventSite site;
  const size_t at = document.text.find(words);
  if (at == std::string_view::npos) return site;
  site.head = tree::head_of(document, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
  if (site.head != kNone) site.sentence = document.tokens[site.head].sentence;
  site.type = std::string_view(gold["type"]);
  site.cameo = std::string_view(gold["cameo"]);
  site.source_countries = countries(gold["source"]), site.target_countries = countries(gold["target"]);
  return site;
}

// As the event scorer compares places.
void judge_where(element gold, const std::optional<Where>& got, std::string_view text, std::string_view published, const std::string& words) {
  std::string_view name, country;
  simdjson::dom::object object;
  if (gold.get(object) == simdjson::SUCCESS) {
    name = gold["name"];
    if (gold["country"].get(country) != simdjson::SUCCESS) country = {};
  }
  if (name.empty() && !got) return;
  const std::string a = normal(name), b = got ? normal(got->name) : std::string();
  const bool right = !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos) && country == got->country;
  judge("where", right, text, published, words, a + "/" + std::string(country), got ? b + "/" + got->country : "-");
}

void event(const Document& document, const ToldOfEvent& told, const std::optional<Where>& where, const std::vector<Count>& found,
           const std::string& published, const EventSite& site, element gold) {
  const std::string words{std::string_view(gold["words"])};
  std::string_view sentence = document.sentences[site.sentence].span.of(document.text);
  if (shown == "when" || shown == "said_by") sentence = document.text.substr(0, document.sentences[site.sentence].span.end);
  if (sentence.size() > 700) sentence = sentence.substr(sentence.size() - 700);

  judge_where(gold["where"], where, sentence, published, words);
  const std::string wanted{std::string_view(gold["status"])};
  judge("status", name(told.status) == wanted, sentence, published, words, wanted, std::string(name(told.status)));

  std::vector<std::string> said;
  for (const Said& one : told.said_by) said.push_back(one.name);
  const auto gold_said = strings(gold["said_by"]);
  judge("said_by", said_right(gold_said, said), sentence, published, words, joined(gold_said), joined(said));

  const auto& when = told.when;
  const auto gold_when = strings(gold["when"]);
  const std::vector<std::string> got_when = when ? std::vector<std::string>{when->start, when->end} : std::vector<std::string>{};
  if (!gold_when.empty() || !got_when.empty()) judge("when", gold_when == got_when, sentence, published, words, joined(gold_when), joined(got_when));

  std::vector<std::string> gold_counts, counts;
  simdjson::dom::object object;
  if (gold["counts"].get(object) == simdjson::SUCCESS)
    for (const auto field : object) {
      double value = 0;
      if (field.value.get(value) == simdjson::SUCCESS) gold_counts.push_back(std::string(field.key) + "=" + std::to_string(value));
    }
  for (const Count& count : found) counts.push_back(count.what + "=" + std::to_string(count.value));
  std::sort(gold_counts.begin(), gold_counts.end());
  std::sort(counts.begin(), counts.end());
  if (!gold_counts.empty() || !counts.empty())
    judge("counts", gold_counts == counts, sentence, published, words, joined(gold_counts), joined(counts));
}

int run(const std::string& gold, const std::string& models, const std::string& data, const std::string& table) {
  const LanguageReader reader = LanguageReader::load(models);
  Knowledge::Options options;
  options.folder = data;
  options.strict = false;
  const Knowledge knowledge = Knowledge::load(options);
  const Gazetteer gazetteer = Gazetteer::load(table, data + "/places.txt");
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  const simdjson::padded_string text = simdjson::padded_string::load(gold).value();
  if (parser.parse_many(text, 1 << 24).get(lines) != simdjson::SUCCESS) return 2;
  for (const auto line : lines) {
    element item;
    if (line.get(item) != simdjson::SUCCESS) continue;
    const std::string article{std::string_view(item["text"])};
    std::string_view published;
    if (item["published"].get(published) != simdjson::SUCCESS) published = {};
    std::string_view outlet;
    if (item["site"].get(outlet) != simdjson::SUCCESS) outlet = {};
    const std::string_view home = country_of_newsroom(knowledge, gazetteer, outlet);
    const Document document = reader.read(article, tree::paragraphs_of(article), Trees::all_and_events);
    const auto times = read_times(document, knowledge, std::string(published), home);
    if (shown == "trees") std::printf("%s", to_conllu(document).c_str());
    if (shown == "times")
      for (const auto& time : times)
        std::printf("%s\t%u\t%u\t%s\t%s\t%s\t%s\t%s\n", std::string(std::string_view(item["id"])).c_str(), time.span.begin, time.span.end,
                    time.type.c_str(), time.value.c_str(), time.start.c_str(), time.end.c_str(), std::string(time.span.of(article)).c_str());
    const auto places = read_places(document, knowledge, &gazetteer, {home, published});
    std::vector<EventSite> sites;
    std::vector<element> golds;
    for (const element gold_event : simdjson::dom::array(item["events"]))
      if (EventSite site = site_of(document, gold_event); site.head != kNone) sites.push_back(std::move(site)), golds.push_back(gold_event);
    const std::vector<ToldOfEvent> told = read_told(document, knowledge, times, std::string(published), sites);
    const auto wheres = read_wheres(document, knowledge, places, sites, told);
    const auto counts = read_counts(document, times, sites, told);
    for (size_t k = 0; k < sites.size(); ++k) event(document, told[k], wheres[k], counts[k], std::string(published), sites[k], golds[k]);
  }
  for (const auto& [field, tally] : tallies)
    std::printf("%-8s %.3f (%d/%d)\n", field.c_str(), tally.all ? static_cast<double>(tally.right) / tally.all : 0.0, tally.right, tally.all);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::string gold, models = "models", data = "data", places = "build/data/gazetteer.bin";
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--models" && i + 1 < argc)
      models = argv[++i];
    else if (argument == "--data" && i + 1 < argc)
      data = argv[++i];
    else if (argument == "--gazetteer" && i + 1 < argc)
      places = argv[++i];
    else if (argument == "--show" && i + 1 < argc)
      shown = argv[++i];
    else
      gold = argument;
  }
  try {
    return run(gold, models, data, places);
  } catch (const std::exception& trouble) {
    std::fprintf(stderr, "%s\n", trouble.what());
    return 2;
  }
}
