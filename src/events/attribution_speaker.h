// Who speaks: the phrase that names him, found through pronouns and chains, and his country and sector.
#pragma once
#include "events/fields.h"

namespace gesta {

// "The army, which denied ...": whom the clause tells of, where its subject is none or a relative pronoun; else the subject.
uint32_t meant_by_relative(const Document& document, uint32_t verb, uint32_t subject);

class Speakers {
 public:
  Speakers(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge) {}

  bool reporting(uint32_t verb) const;  // a verb of saying
  bool lets_know(uint32_t verb) const;
  Said made(uint32_t who, uint32_t cue) const;     // whom the phrase of `who` stands for, by the word `cue`
  void identify(Said& said, uint32_t head) const;  // country and sector of the name in its span

 private:
  uint32_t resolved(uint32_t who) const;
  uint32_t best_of_chain(uint32_t token) const;
  uint32_t named_by(uint32_t name) const;
  bool speaks(uint32_t who) const;
  uint32_t last_speaker(uint32_t who) const;
  uint32_t earlier(uint32_t who) const;
  Span named_span(uint32_t head) const;
  Span without_day(Span span, uint32_t head) const;
  Span whole_words(Span span) const;

  const Document& document_;
  const Knowledge& knowledge_;
};

}  // namespace gesta
