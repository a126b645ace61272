// The events of a text beside its time expressions: which event an expression stands nearest to, what kind of clause an event stands in, what the
// text has dated before it. when_choices.cpp and when_signs.cpp ask.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "events/fields.h"

namespace gesta {

// The word of the expression that the rest of it hangs from.
uint32_t top_of(const Document& document, const TimeExpression& time);
// "since Saturday's earthquake", of another event.
bool is_since_event(const Document& document, uint32_t time, uint32_t event);
// "The heaviest exchange since 2014", "the first test in five months": what the deed is held against, not when it was done.
bool is_compared_with(const Document& document, const TimeExpression& time);

// All events of a text and its times; `published` is a day, `statuses` is as long as `sites`. What it refers to outlives it. `named`: their signs
// keep their names.
struct DatedEvents {
  DatedEvents(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, std::span<const EventSite> sites,
              std::span<const Status> statuses, bool named = false);
  const Document& document;
  const std::vector<TimeExpression>& times;
  const std::string& published;
  std::span<const EventSite> sites;
  std::span<const Status> statuses;
  bool named;
  std::vector<const EventSite*> holders;  // for each time, the event of its sentence that it stands nearest to in the tree, or none
  std::vector<uint32_t> chains;           // for each token, the chain of the mention that it is the head of, or none
};

// One of the events.
struct WhenEvent {
  WhenEvent(const DatedEvents& events, size_t event, const std::optional<When>& rule);

  const DatedEvents& events;
  const Document& document;
  const std::vector<TimeExpression>& times;
  const EventSite& site;
  const std::optional<When>& rule;  // what the rules alone find
  std::string status, tense, subject = "-", clause = "-", lemma;
  bool scene = false;                     // its sentence goes on with a scene
  uint32_t told = kNone;                  // the last date told before its sentence
  uint32_t own_times = 0, all_times = 0;  // expressions with a date in its sentence, and in the text

  uint32_t sentence(uint32_t k) const { return document.tokens[times[k].first].sentence; }
  bool in_question(uint32_t k) const;  // may the expression date the event?
  bool is_rule(uint32_t k) const;
  bool joined(uint32_t k) const;  // with the next expression: "on Monday and Tuesday", "from 3 to 5 May"
  std::string preposition(uint32_t k) const;
  std::string tense_of(uint32_t verb) const;         // with its auxiliaries: "VBN+has"
  std::string shared(const EventSite& other) const;  // who takes part in both, whichever the side
  bool alike(const EventSite* other) const;          // told of before: an act of the same kind between the same two

 private:
  void read();
  void read_subject(uint32_t verb);
  bool age_of_thing(const TimeExpression& time) const;
};

inline std::string day(const std::string& date) { return date.substr(0, 10); }
bool is_weekday(std::string_view form);
bool is_month(std::string_view form);  // or begins as one

}  // namespace gesta
