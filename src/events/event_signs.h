// What speaks for or against a candidate being an event of its type: named features, for the model of the chooser.
#pragma once
#include <string>
#include <vector>

#include "events/chooser.h"

namespace gesta {

// Candidates of one span of the tagger differ in type alone.
bool same_span(const Candidate& a, const Candidate& b);

class EventSigns {
 public:
  // `joined`: all candidates of the text, in its order; they must outlive this, and their places and types must stay.
  EventSigns(const Scene& scene, const std::vector<Candidate>& joined);
  Signs of(size_t candidate) const;
  float likely(size_t candidate) const { return likely_[candidate]; }  // by the taggers, that its words carry an event of its type

 private:
  void add_tagger(Signs& f, size_t k, const SignPart& by, const SignPart& relevance) const;
  void add_form(Signs& f, const Candidate& candidate) const;
  void add_neighbours(Signs& f, size_t k) const;
  bool same_words(const Candidate& a, const Candidate& b) const;
  uint32_t sentence_of(const Candidate& candidate) const { return scene_.tree[candidate.head].sentence; }

  const Scene& scene_;
  const std::vector<Candidate>& joined_;
  std::vector<float> likely_;
  std::vector<uint32_t> holder_of_;  // token -> first candidate whose span holds it
};

}  // namespace gesta
