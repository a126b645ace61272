// Composition proposes, this disposes. Candidates of the rules and spans of the tagger are joined; a linear model over named features says which
// are events, which code of their type they have (codes.h), and who fills which role (roles.h). Without models the rules stand as they are.
#pragma once
#include <string>
#include <vector>

#include "events/codes.h"
#include "events/composition.h"
#include "events/linear.h"
#include "events/parties.h"
#include "events/roles.h"

namespace gesta {

// Everything the decision about one document looks at.
struct Scene {
  const Tree& tree;
  const Knowledge& knowledge;
  const PartyReader& parties;
  const Composer& composer;
  std::string_view kind;  // of text (kind.h)
  bool named = false;     // signs keep their names, and candidates get reasons
  const EventWords& event_words() const { return tree.document().event_words; }
};

class Chooser {
 public:
  static Chooser load(const std::string& models_folder);
  std::vector<Candidate> choose(const Scene& scene, const CodeTable& codes, std::vector<Candidate> by_rule) const;

  // The steps, open to the tool that writes training rows.
  std::vector<Candidate> join(const Scene& scene, std::vector<Candidate> by_rule) const;
  // A candidate for words that are known to be an event of a type: that of a rule which they touch, else of their head word.
  Candidate given(const Scene& scene, const std::vector<Candidate>& by_rule, const EventSpan& span) const;
  const LinearModel& model() const { return model_; }

 private:
  std::vector<Candidate> events(const Scene& scene, std::vector<Candidate> joined) const;

  LinearModel model_;
};

}  // namespace gesta
