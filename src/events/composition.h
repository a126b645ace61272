// Frames to candidate events: a sense for each frame, then what the words say together. An act word takes its matter from its topic
// ("refused" + "to supply arms" = reject aid.military), to any depth; light verbs lend their subject to their noun; what an act of speech
// only speaks of is no event of its own.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/events.h"
#include "events/parties.h"
#include "events/tree.h"

namespace gesta {

struct Candidate {
  uint32_t head = kNone;         // predicate token
  std::vector<uint32_t> tokens;  // head tokens of the parts: predicate, topic, object
  std::string act, matter;
  std::vector<uint32_t> source, target;  // head tokens of arguments
  std::vector<const Sense*> senses;      // outermost first
  const Code* code = nullptr;
  // What the model adds (chooser.h).
  std::string_view type;  // PLOVER, of the code or of the tagger
  std::string_view root;  // CAMEO root by the tagger
  bool by_rule = false, by_tagger = false;
  uint32_t first = kNone, last = 0;  // tokens of the tagged span
  const EventSpan* span = nullptr;   // of the document; none when the taggers did not propose it
  // Its tokens, half open: those of the tagged span, else its head.
  uint32_t begin() const { return by_tagger ? first : head; }
  uint32_t end() const { return by_tagger ? last : head + 1; }
  double confidence = 0.5;
  std::vector<std::string> reasons;                   // what weighed most in each decision, for explain
  std::vector<Party> source_parties, target_parties;  // by the model (roles.h), when it chose
  bool parties_chosen = false;
};

class Composer {
 public:
  Composer(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const std::vector<Frame>& frames);
  // Candidates in the order of the text; `spoken` receives for each token whether an act of speech consumed it as its matter.
  std::vector<Candidate> compose();
  const Sense* sense_of(const Frame& frame) const;
  const Frame* frame_at(uint32_t token) const;
  const Code* code_of_noun(uint32_t token) const;  // of a noun that names a deed by itself ("raid"); nullptr
  // A noun that names a deed by itself, whatever governs it.
  std::optional<Candidate> of_noun(uint32_t token) const;
  // A candidate for a word that the lexicon does not know: subject, object and prepositions as they stand.
  Candidate unknown(uint32_t head) const;

 private:
  std::optional<Candidate> compose(const Frame& frame, int depth);
  std::optional<Candidate> act(const Frame& frame, const Sense& sense, int depth);
  std::optional<Candidate> light(const Frame& frame, const Sense& sense, int depth);
  Candidate plain(const Frame& frame, const Sense& sense) const;
  const Frame* inner_frame(const Frame& frame, std::string_view places, uint32_t& filler) const;
  bool holds(const Frame& frame, std::string_view restriction) const;
  bool belongs(uint32_t head, std::string_view cls) const;
  std::vector<uint32_t> fillers(const Frame& frame, std::string_view place) const;
  std::vector<uint32_t> actors_at(const Frame& frame, std::string_view places) const;
  std::vector<uint32_t> source_of(const Frame& frame, const Sense& sense) const;
  std::vector<uint32_t> target_of(const Frame& frame, const Sense& sense) const;
  uint32_t place_it_is_in(const Frame& frame) const;
  std::vector<uint32_t> visited(const Frame& frame) const;
  std::vector<uint32_t> actors_behind_object(const Frame& frame, std::string_view places) const;
  std::string_view act_of_mood(const Frame& frame, const Candidate& candidate) const;
  bool elliptic(const Candidate& candidate) const;
  void answer(std::vector<Candidate>& found) const;
  void consume(uint32_t filler);
  void consume_object(const Frame& frame, const Sense& sense);

  const Tree& tree_;
  const Knowledge& knowledge_;
  const PartyReader& parties_;
  const std::vector<Frame>& frames_;
  std::vector<uint32_t> frame_of_;  // token -> frame
  std::vector<bool> consumed_;      // token
};

// The table row of an act and a matter; a finer matter falls back on its parent ("aid.military" on "aid"), then on the act alone.
const Code* code_of(const Knowledge& knowledge, std::string_view act, std::string_view matter);

// A report of what the predicate and the row of the table say.
Report with_code(const Code& code, uint32_t head, const Tree& tree);
// The same of a noun that tells of its event beside another; `how` it was found is told behind the entry of the lexicon.
Report told_in_passing(const Candidate& candidate, uint32_t noun, const Tree& tree, std::string_view how, std::string why);
void insert_in_order(std::vector<Report>& reports, Report report);  // of the text

// The row that gives a matter a type other than its own, by the act that makes that type; nullptr when there is none.
const Code* code_of_type(const Knowledge& knowledge, std::string_view type, std::string_view matter);

}  // namespace gesta
