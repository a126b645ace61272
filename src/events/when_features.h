// What speaks for a time expression dating an event, as named signs; and what speaks for the text not telling. The weights of when_weights.inc are
// learnt over these (training/train_choice.py), so the names are an agreement between the two.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "events/fields.h"

namespace gesta {

struct WhenChoice {
  uint32_t time = kNone;   // index into the times; kNone: the text does not tell, or tells by the words of `span`
  std::string start, end;  // what the event's interval would be
  std::vector<std::string> signs;
  Span span;
};

// What the rules of when.cpp alone find.
std::optional<When> rule_when(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site,
                              Status status);
// The word of the expression that the rest of it hangs from.
uint32_t top_of(const Document& document, const TimeExpression& time);

// All events of a text and its times; `published` is a day, `statuses` is as long as `sites`. What it refers to outlives it.
struct DatedEvents {
  DatedEvents(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, std::span<const EventSite> sites,
              std::span<const Status> statuses);
  const Document& document;
  const std::vector<TimeExpression>& times;
  const std::string& published;
  std::span<const EventSite> sites;
  std::span<const Status> statuses;
  std::vector<const EventSite*> holders;  // for each time, the event of its sentence that it stands nearest to in the tree, or none
  std::vector<uint32_t> chains;           // for each token, the chain of the mention that it is the head of, or none
};
// The choices of one of the events, that of none first.
std::vector<WhenChoice> when_choices(const DatedEvents& events, size_t event, const std::optional<When>& rule);

}  // namespace gesta
