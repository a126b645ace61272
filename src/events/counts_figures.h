// What the numbers of a sentence count: takes an event and a sentence, gives a figure for each number: of what, and which word says so. "at least N"
// and "more than N" are N; vague amounts (dozens) are no number; "a youth" is 1; ages, dates, labels and shares count nothing. Groups that suffer the
// same together are added up.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "events/events.h"
#include "events/fields.h"

namespace gesta::counts {

struct Figure {
  std::string_view what;  // empty: nothing that is known
  double value = 0;
  Span span;
  uint32_t noun = kNone, governor = kNone;  // what is counted, and the word that says what for
};

// `times` are those of the text: what stands in one is no figure.
std::vector<Figure> figures(const Document& document, const EventSite& site, const Sentence& sentence, std::span<const TimeExpression> times);
// "killing the driver": one, if he was not told before; the weights have to say.
Figure definite(const Document& document, uint32_t determiner);

bool own_argument(const Document& document, const EventSite& site, uint32_t noun);  // it is done to it; in a protest, it does it
bool toll(const Document& document, uint32_t number);  // "the dead number 170", "putting the dead at 19", "the toll stood at 42"

}  // namespace gesta::counts
