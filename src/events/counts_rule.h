// Which figure is the event's, by rules alone: takes an event, ties each figure of its sentence (and of the next, where that only counts the dead) to
// it by the clauses between the two, gives the nearest figure of each kind. For counts_choices.cpp that is one sign among others.
#pragma once
#include <vector>

#include "events/counts_figures.h"

namespace gesta::counts {

std::vector<Count> rule(const Document& document, const EventSite& site, std::span<const TimeExpression> times);
// How far the figure is from the event in clauses, as a count of the kind; kNone when another report lies between.
uint32_t distance(const Document& document, const EventSite& site, const Figure& figure, std::string_view what);
// No later verb of the sentence is on the way from the event to the next sentence.
bool last_of_sentence(const Document& document, const EventSite& site);

}  // namespace gesta::counts
