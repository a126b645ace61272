// Writes the signs of every choice of place, time or status for gold events: the input of train_choice.py.
//
// usage: field_signs where|when|status|counts|truth|country MODELS DATA GAZETTEER < ITEMS > SIGNS
// ITEMS   an item: a line `id TAB published TAB site TAB text` (backslash escapes \n \t \\), a line `begin end type cameo sources targets` for each
//         event (bytes of its words; countries, "-" for none), an empty line; train_choice.py --items writes them.
// SIGNS   D id; E number link group for each event in the order of the text; C name country sign..., C start end sign..., or C status + sign..., for
//         each choice ("-" twice for "not told"); for counts an E of the kind as group and C value place sign... each kind;
//         for truth one C with the signs of the predicate (train_factuality.py).
// Target `field_signs` of a release build; a tool of training, no part of the program.
#include <array>
#include <iostream>
#include <numeric>
#include <sstream>
#include <string>

#include "events/counts_choices.h"
#include "events/factuality.h"
#include "events/fields_tree.h"
#include "events/status_features.h"
#include "events/when_choices.h"
#include "events/when_rule.h"
#include "events/where_features.h"
#include "events/where_found.h"

using namespace gesta;

namespace {

constexpr size_t kMostEvents = 200;

std::string plain(const std::string& escaped) {
  std::string out;
  for (size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == '\\' && i + 1 < escaped.size()) {
      ++i;
      out += escaped[i] == 'n' ? '\n' : escaped[i] == 't' ? '\t' : escaped[i];
    } else {
      out += escaped[i];
    }
  }
  return out;
}

// "EGY,LBY"; "-" for none.
std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out;
  std::istringstream in(list == "-" ? "" : list);
  for (std::string one; std::getline(in, one, ',');) out.push_back(one);
  return out;
}

void write(const std::string& a, const std::string& b, const std::vector<std::string>& signs) {
  std::cout << "C\t" << (a.empty() && b.empty() ? "-" : a) << "\t" << (a.empty() && b.empty() ? "-" : b);
  for (const std::string& sign : signs) std::cout << "\t" << sign;
  std::cout << "\n";
}

// P name, then country:candidate:sign,sign... each country that it may lie in: the names of a text whose country is in question.
void write_countries(const Document& document, const Knowledge& knowledge, const Gazetteer& gazetteer, std::string_view home) {
  const auto actors = named_actors(document, knowledge);
  auto found = find_places(document, knowledge, &gazetteer, {}, actors, home);
  CountriesTold countries(document, knowledge, found, actors, home);
  const auto names = choose_namesakes(document, countries, found);
  countries.settle(found);
  for (const PlaceName& name : names) {
    const auto choices = country_choices(document, &gazetteer, countries, found, name);
    if (choices.empty()) continue;
    std::cout << "P\t" << found[name.mentions[0]].mention.place.name;
    for (const CountryChoice& choice : choices) {
      std::cout << "\t" << choice.country << ":" << choice.candidate << ":";
      for (const int sign : choice.signs) std::cout << sign << ",";
    }
    std::cout << "\n";
  }
}

}  // namespace

int main(int, char** arguments) {
  const std::string field = arguments[1];
  const LanguageReader reader = LanguageReader::load(arguments[2]);
  Knowledge::Options options;
  options.folder = arguments[3];
  options.strict = false;
  const Knowledge knowledge = Knowledge::load(options);
  const Gazetteer gazetteer = Gazetteer::load(arguments[4], options.folder + "/places.txt");
  for (std::string line; std::getline(std::cin, line);) {
    const size_t one = line.find('\t'), two = line.find('\t', one + 1), three = line.find('\t', two + 1);
    const std::string published = line.substr(one + 1, two - one - 1), text = plain(line.substr(three + 1));
    const std::string outlet = line.substr(two + 1, three - two - 1);
    const std::string_view home = country_of_newsroom(knowledge, gazetteer, outlet);
    const Document document = reader.read(text, tree::paragraphs_of(text), Trees::all_and_events);
    const auto places = read_places(document, knowledge, &gazetteer, {home, published, knowledge.reports_on_world(outlet)});
    const auto times = read_times(document, knowledge, published, home);
    std::cout << "D\t" << line.substr(0, one) << "\n";
    if (field == "country") write_countries(document, knowledge, gazetteer, home);
    std::vector<EventSite> sites;
    std::vector<std::array<std::string, 2>> codes;
    codes.reserve(kMostEvents);
    while (std::getline(std::cin, line) && !line.empty() && codes.size() < kMostEvents) {
      std::istringstream fields(line);
      uint32_t begin, end;
      std::string source, target;
      codes.emplace_back();
      fields >> begin >> end >> codes.back()[0] >> codes.back()[1] >> source >> target;
      const uint32_t head = tree::head_of(document, {begin, end});
      sites.push_back({head, head == kNone ? 0 : document.tokens[head].sentence, codes.back()[0], codes.back()[1], {}, split(source), split(target)});
    }
    std::vector<size_t> order(sites.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return sites[a].head < sites[b].head; });
    const std::vector<ToldOfEvent> told = read_told(document, knowledge, times, published, sites);
    std::vector<Status> statuses;
    for (const ToldOfEvent& event : told) statuses.push_back(event.status);
    const DatedEvents dated(document, times, published, sites, statuses, true);
    const EventSite* before = nullptr;
    for (const size_t k : order) {
      const EventSite& site = sites[k];
      if (site.head == kNone) continue;
      std::cout << "E\t" << k << "\t" << (before ? where_link(document, *before, site) : "") << "\t" << where_group(site.type) << "\n";
      before = &site;
      if (field == "counts") {
        const auto kinds = count_choices(document, sites, k, statuses[k], times, true);
        for (const auto& choices : kinds) {
          std::cout << "E\t" << k << "\t\t" << choices[0].what << "\n";
          for (const CountChoice& choice : choices)
            write(choice.value > 0 ? std::to_string(choice.value) : "", choice.value > 0 ? std::to_string(choice.span.begin) : "",
                  choice.signs.names());
        }
      } else if (field == "truth") {
        write("truth", "+", factuality_signs(document, site.head));
      } else if (field == "status") {
        const Signs signs = status_signs(document, site, rule_status(document, knowledge, site), told[k].said_by, true);
        for (const Status status : kStatuses) {
          std::vector<std::string> own;
          for (const std::string& sign : signs.names()) own.push_back(std::string(name(status)) + " " + sign);
          write(std::string(name(status)), "+", own);
        }
      } else if (field == "country") {
        continue;
      } else if (field == "where") {
        for (const WhereChoice& choice : where_choices(document, knowledge, places, sites, k, told[k], true))
          write(choice.mention == kNone ? "" : places[choice.mention].place.name, choice.mention == kNone ? "" : places[choice.mention].place.country,
                choice.signs.names());
      } else {
        const auto rule = rule_when(document, times, published, site, statuses[k]);
        for (const WhenChoice& choice : when_choices(dated, k, rule)) write(choice.start, choice.end, choice.signs.names());
      }
    }
  }
}
