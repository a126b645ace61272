// The words that carry a political event, as the taggers events.gmdl and events2.gmdl see them (training/EXPORT.md, "Taggers"): per token the
// probability of each PLOVER type, and spans with the CAMEO root read at their words: those of constrained decoding, and
// runs of words that it leaves out though an event in them is not unlikely.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

// Log odds that a word which the tagger gives this probability of carrying an event does so, where the passage around is this relevant
// (relevance.h). The two numbers were chosen on the development texts.
double event_odds(double probability, double relevance);

// Log odds that a word stands for the source, target, place or speaker of an event (arguments.h).
enum Tie : uint8_t { kSourceTie, kTargetTie, kPlaceTie, kSpeakerTie };
using Ties = std::array<float, 4>;
constexpr Ties kNoTies{-100, -100, -100, -100};  // of a word that was not looked at
const std::string& tie_step(float tie);          // whole log odds from -6 to 4, for the names of signs

struct EventSpan {
  uint32_t first = 0, last = 0;  // tokens, half open
  std::string_view type;
  std::string_view root;       // CAMEO root, "" when the model has no such head
  float probability = 0;       // mean over the tokens of the type
  uint32_t around = 0;         // first token of `ties`
  std::vector<Ties> ties{};    // empty when the model has none
  float most(Tie kind) const;  // of all words around
  const Ties& tie(uint32_t token) const { return token >= around && token - around < ties.size() ? ties[token - around] : kNoTies; }
};

struct EventWords {
  std::vector<std::string_view> types;     // names; empty without the model
  std::vector<float> probabilities;        // tokens x types, B and I together
  std::vector<float> any;                  // per token, of all types together
  std::vector<std::string_view> statuses;  // names; empty when the model has no such head
  std::vector<float> of_status;            // tokens x statuses: what an event in these words would be, "happened" or "expected"
  std::vector<float> speaker;  // per token: does the text name who tells of an event in this word? Empty without that head, else -1 if not looked at
  std::vector<EventSpan> spans;
  float most = 0;  // the largest of `any`

  float status(uint32_t token, std::string_view name) const;       // 0 where nothing is known of it
  float probability(uint32_t token, std::string_view type) const;  // 0 for a type the model does not know
  const EventSpan* near(uint32_t token) const;                     // the span that holds the token or ends nearest to it; nullptr when none is near
};

class Tagger;
struct TagAnswer;

// Where the labels of a tagger stand for types and roots.
class EventLabels {
 public:
  explicit EventLabels(const Tagger& tagger);
  EventWords empty(size_t tokens) const;
  // How likely the word of a row carries an event of any type.
  float any(const float* probabilities) const;
  // Adds one sentence: rows [row, row + count) of the answer are the tokens from first_token on.
  void add(const TagAnswer& answer, size_t row, size_t count, uint32_t first_token, EventWords& out) const;

 private:
  size_t likeliest(const EventWords& words, size_t first, size_t last) const;
  EventSpan span_of(const TagAnswer& answer, size_t row, uint32_t first_token, size_t begin, size_t end, size_t type, const EventWords& words) const;

  const Tagger& tagger_;
  std::vector<std::string_view> types_;
  std::vector<size_t> type_of_;                 // BIO label -> type; SIZE_MAX for O
  size_t nobody_ = 0;                           // label of the said head
  size_t root_head_, status_head_, said_head_;  // SIZE_MAX without
};

}  // namespace gesta
