// Where an event took place: every place of its sentence and of the sentences around it, and "the text does not tell", are scored by the
// learnt weights of the signs that speak for them (a log-linear choice, cf. Berger et al. 1996); the best one wins. A dateline is never a choice.
// Weights: where_weights.inc, made by training/train_choice.py on gold events, in thousandths.
#include <algorithm>

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

int score(const WhereChoice& choice) { return weights().sum(choice.signs); }

}  // namespace

std::optional<Where> read_where(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                const EventSite& site) {
  const std::vector<WhereChoice> choices = where_choices(document, knowledge, places, site);
  size_t best = 0;
  int most = score(choices[0]);
  for (size_t i = 1; i < choices.size(); ++i)
    if (const int s = score(choices[i]); s > most) most = s, best = i;
  if (best == 0) {  // "Sousse, Tunisia, June 2015." before it
    const uint32_t line = site.sentence < document.sentences.size() ? tree::heading_line(document, site.sentence) : kNone;
    for (const PlaceMention& mention : places)
      if (document.tokens[mention.first].sentence == line && (site.type == "ASSAULT" || site.type == "PROTEST")) return mention.place;
    return std::nullopt;
  }
  return places[choices[best].mention].place;
}

}  // namespace gesta
