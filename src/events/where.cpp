// Where an event took place: every place of its sentence and of the sentences around it, and "the text does not tell", are scored by the
// learnt weights of the signs that speak for them (a log-linear choice, cf. Berger et al. 1996); the best one wins, one event after the other. A
// dateline is never a choice. Weights: where_weights.inc, made by training/train_choice.py on gold events, in thousandths.
#include <algorithm>
#include <numeric>

#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/where_features.h"

namespace gesta {
namespace {

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

}  // namespace

std::vector<std::optional<Where>> read_wheres(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                              std::span<const EventSite> sites) {
  std::vector<size_t> order(sites.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return sites[a].head < sites[b].head; });
  std::vector<std::optional<Where>> out(sites.size());
  const EventSite* before = nullptr;
  std::string_view before_name;
  for (const size_t event : order) {
    const EventSite& site = sites[event];
    if (site.head >= document.tokens.size()) continue;
    const std::vector<WhereChoice> choices = where_choices(document, knowledge, places, sites, event);
    const std::string_view link = before ? where_link(document, *before, site) : std::string_view();
    const PlaceMention* best = nullptr;
    int most = 0;
    for (const WhereChoice& choice : choices) {
      const PlaceMention* mention = choice.mention == kNone ? nullptr : &places[choice.mention];
      const std::string_view name = mention ? std::string_view(mention->place.name) : std::string_view();
      const int score = weights().sum(choice.signs) + weights().sum(where_chain_signs(name, before_name, link, where_group(site.type)));
      if (&choice == &choices[0] || score > most) most = score, best = mention;
    }
    if (best)
      out[event] = best->place;
    else
      out[event] = place_of_heading(document, places, site);
    before = &site;
    before_name = best ? std::string_view(best->place.name) : std::string_view();
  }
  return out;
}

}  // namespace gesta
