// Where an event took place: every place of its sentence and of the sentences around it, and "the text does not tell", are scored by the
// learnt weights of the signs that speak for them (a log-linear choice, cf. Berger et al. 1996); the place whose mentions are likeliest together
// wins, one event after the other. Weights: where_weights.inc, made by training/train_choice.py on gold events, in thousandths.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/lists.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/where_features.h"
#include "events/where_words.h"

namespace gesta {
namespace {

constexpr int kNever = 1000000;  // thousandths of log odds
// What the weights miss: a note of one paragraph leaves more places untold than a story that goes on, and a deed in no town that the text names has
// its country; a curfew or an emergency is the whole country's.
constexpr int kBrief = 150, kStory = 250, kCountry = 500, kWholeCountry = 600;

constexpr SignWeight kWeights[] = {
#include "events/where_weights.inc"
};

const SignWeights& weights() {
  static const SignWeights all(kWeights);
  return all;
}

// "Sousse, Tunisia, June 2015." before an attack or a march.
std::optional<Where> place_of_heading(const Document& document, const std::vector<PlaceMention>& places, const EventSite& site) {
  if (site.type != "ASSAULT" && site.type != "PROTEST") return std::nullopt;
  const uint32_t line = site.sentence < document.sentences.size() ? tree::heading_line(document, site.sentence) : kNone;
  for (const PlaceMention& mention : places)
    if (document.tokens[mention.first].sentence == line) return mention.place;
  return std::nullopt;
}

// "The government imposed a nationwide curfew": in the country of those who act or suffer, where the text names it; what is only called for or
// promised has no place.
std::optional<Where> whole_country(const std::vector<PlaceMention>& places, const EventSite& site) {
  if (where_group(site.type) == "say") return std::nullopt;
  for (const std::vector<std::string>* side : {&site.source_countries, &site.target_countries})
    if (side->size() == 1)
      for (const PlaceMention& mention : places)
        if (mention.place.precision == "country" && mention.place.country == side->front()) return mention.place;
  return std::nullopt;
}

// For "not told".
int correction_of_none(const Document& document) {
  const uint32_t paragraphs = document.sentences.empty() ? 1 : document.sentences.back().paragraph - document.sentences.front().paragraph + 1;
  return paragraphs == 1 ? kBrief : paragraphs > 2 ? -kStory : 0;
}

// "A state of emergency", "banned rallies", "imposed a curfew", and their end.
bool holds_all_over(std::string_view cameo) {
  constexpr std::string_view codes[] = {"1721", "1723", "1724", "0813", "0814"};
  return among(codes, cameo);
}

// "Jordan tightened its guard on the Iraqi frontier", "murdered near the Brazilian border": this side of it, that of who keeps watch or suffers
// there.
void take_near_side(const Knowledge& knowledge, const EventSite& site, Where& place) {
  const std::string_view name = place.name;
  const size_t blank = name.find(' ');
  if (blank == name.npos || (name.substr(blank + 1) != "border" && name.substr(blank + 1) != "frontier")) return;
  const auto beyond = knowledge.country_of_adjective(name.substr(0, blank));
  if (!beyond || *beyond != place.country) return;
  const bool untold = site.source_countries.empty(), watches = site.type == "MOBILIZE" || site.type == "COERCE";
  if (!untold && !watches) return;
  const std::vector<std::string>& side = untold ? site.target_countries : site.source_countries;
  if (side.size() == 1 && side[0].size() == 3 && !among(kNoCountry, side[0])) place.country = side[0];
}

// The group of choices that is likeliest together, by the best of its members.
template <class Same>
size_t likeliest_group(const std::vector<size_t>& choices, const std::vector<int>& scores, int top, const Same& same) {
  size_t best = choices.front();
  double most = -1;
  for (const size_t i : choices) {
    size_t first = i;
    double sum = 0;
    for (const size_t j : choices)
      if (same(i, j)) {
        sum += std::exp((scores[j] - top) / 1000.0);
        if (scores[j] > scores[first] || (scores[j] == scores[first] && j < first)) first = j;
      }
    if (sum > most) most = sum, best = first;
  }
  return best;
}

// "the Karachi neighbourhood of Lyari": Lyari; but not "the Solino neighbourhood of Port-au-Prince", where no town comes first.
bool names_its_part(const Document& document, const std::vector<PlaceMention>& places, uint32_t k) {
  if (k + 1 >= places.size() || places[k].place.precision != "city" || places[k + 1].first != places[k].last + 2) return false;
  return document.tokens[places[k].last + 1].form == "of" && is_quarter_word(document.tokens[places[k].last].lemma);
}

// "One man was shot dead there": the word points back.
uint32_t points_back(const Document& document, uint32_t head) {
  for (const uint32_t c : tree::children(document, head))
    if (document.tokens[c].deprel == Deprel::advmod && tree::lower_form(document, c) == "there") return c;
  return kNone;
}

}  // namespace

size_t likeliest_choice(const std::vector<WhereChoice>& choices, const std::vector<int>& scores, const std::vector<PlaceMention>& places) {
  const int top = *std::max_element(scores.begin(), scores.end());
  const auto alike = [&](std::string Where::* field) {
    return [&, field](size_t a, size_t b) {
      const uint32_t x = choices[a].mention, y = choices[b].mention;
      return x == kNone || y == kNone ? x == y : places[x].place.*field == places[y].place.*field;
    };
  };
  std::vector<size_t> open(choices.size());
  std::iota(open.begin(), open.end(), 0);
  if (const size_t best = likeliest_group(open, scores, top, alike(&Where::name)); choices[best].mention == kNone) return best;
  std::erase_if(open, [&](size_t i) { return choices[i].mention == kNone; });
  const size_t best = likeliest_group(open, scores, top, alike(&Where::country));
  std::erase_if(open, [&](size_t i) { return !alike(&Where::country)(best, i); });
  return likeliest_group(open, scores, top, alike(&Where::name));
}

std::vector<std::optional<Where>> read_wheres(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                              std::span<const EventSite> sites, std::span<const ToldOfEvent> told) {
  std::vector<size_t> order(sites.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return sites[a].head < sites[b].head; });
  std::vector<std::optional<Where>> out(sites.size());
  const EventSite* before = nullptr;
  std::string_view before_name;
  for (const size_t event : order) {
    const EventSite& site = sites[event];
    if (site.head >= document.tokens.size()) continue;
    const std::vector<WhereChoice> choices = where_choices(document, knowledge, places, sites, event, told[event]);
    const std::string_view link = before ? where_link(document, *before, site) : std::string_view();
    const uint32_t there = points_back(document, site.head);
    std::vector<int> scores, corrected;  // of the places among themselves, and of whether one is told
    for (const WhereChoice& choice : choices) {
      const std::string_view name = choice.mention == kNone ? std::string_view() : std::string_view(places[choice.mention].place.name);
      const Signs chain = where_chain_signs(name, before_name, link, before ? where_group(before->type) : std::string_view(), where_group(site.type));
      const bool ahead = there != kNone && choice.mention != kNone && places[choice.mention].first > there;
      const bool out_of_question = ahead || choice.barred;
      const bool country = choice.mention != kNone && places[choice.mention].place.precision == "country";
      const int whole = country && (choice.all_over || holds_all_over(site.cameo)) ? kWholeCountry : 0;
      scores.push_back(weights().sum(choice.signs) + weights().sum(chain) + whole - (out_of_question ? kNever : 0));
      corrected.push_back(scores.back() + (choice.mention == kNone ? correction_of_none(document) : country ? kCountry : 0));
    }
    size_t likeliest = likeliest_choice(choices, corrected, places);
    if (choices[likeliest].mention != kNone) scores[0] -= kNever, likeliest = likeliest_choice(choices, scores, places);
    const uint32_t chosen = choices[likeliest].mention;
    const PlaceMention* best = chosen == kNone ? nullptr : &places[names_its_part(document, places, chosen) ? chosen + 1 : chosen];
    if (best) {
      out[event] = best->place;
      take_near_side(knowledge, site, *out[event]);
    } else {
      out[event] = choices[0].all_over ? whole_country(places, site) : place_of_heading(document, places, site);
    }
    before = &site;
    before_name = best ? std::string_view(best->place.name) : std::string_view();
  }
  return out;
}

}  // namespace gesta
