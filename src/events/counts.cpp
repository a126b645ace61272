// How many, for each of the events of a text: for each kind that suits the type of the event (an assault has dead, an arrest has arrested) the
// choices of counts_choices.cpp, which are the figures around it and "not told", are weighed with learnt weights. counts_numbers.cpp reads numbers,
// counts_figures.cpp and counts_measures.cpp what they count, counts_rule.cpp ties them to the event.
#include <algorithm>

#include "events/counts_choices.h"
#include "events/fields.h"
#include "events/fields_weights.h"

namespace gesta {

namespace {

constexpr SignWeight kWeights[] = {
#include "events/counts_weights.inc"
};

const SignWeights& weights() {
  static const SignWeights all(kWeights);
  return all;
}

// "Five people were killed and twelve injured": who has the twelve has the five.
const CountChoice* beside(const Document& document, const std::vector<CountChoice>& choices, const CountChoice& taken) {
  constexpr uint32_t kNear = 60;  // bytes
  for (const CountChoice& choice : choices) {
    const uint32_t from = std::min(choice.span.begin, taken.span.begin), to = std::max(choice.span.begin, taken.span.begin);
    if (choice.value > 0 && choice.counted && to - from <= kNear && document.text.substr(from, to - from).find('.') == std::string_view::npos)
      return &choice;
  }
  return nullptr;
}

}  // namespace

std::vector<std::vector<Count>> read_counts(const Document& document, std::span<const TimeExpression> times, std::span<const EventSite> sites,
                                            std::span<const ToldOfEvent> told) {
  std::vector<std::vector<Count>> out(sites.size());
  for (size_t own = 0; own < sites.size(); ++own) {
    const auto kinds = count_choices(document, sites, own, told[own].status, times);
    std::vector<const CountChoice*> taken;
    for (const auto& choices : kinds) {
      const CountChoice* best = nullptr;
      int most = 0;
      for (const CountChoice& choice : choices)
        if (const int sum = weights().sum(choice.signs); !best || sum > most) best = &choice, most = sum;
      taken.push_back(best);
    }
    for (size_t k = 0; k < kinds.size(); ++k)
      for (size_t other = 0; other < kinds.size(); ++other) {
        const bool hurt =
            (taken[k]->what == "killed" && taken[other]->what == "injured") || (taken[k]->what == "injured" && taken[other]->what == "killed");
        if (!hurt || taken[k]->value > 0 || taken[other]->value <= 0) continue;
        if (const CountChoice* choice = beside(document, kinds[k], *taken[other])) taken[k] = choice;
      }
    for (const CountChoice* choice : taken)
      if (choice->value > 0) out[own].push_back({choice->what, choice->value, choice->span});
  }
  return out;
}

}  // namespace gesta
