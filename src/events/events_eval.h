// Scores coded events against texts whose events are annotated (corpus/README.md has their form), and the map that a text draws against the pins
// that a careful reader would draw. Gold and coded events of a text are paired one to one so that they agree most (Kuhn 1955); a pair has one type.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/events.h"

namespace gesta {

struct GoldEvent {
  std::string words, type, cameo, status;
  std::vector<std::pair<std::string, std::string>> source, target;  // country, sector; "" for none
  std::vector<std::string> said_by;
  std::optional<std::pair<std::string, std::string>> when;   // first and last day
  std::optional<std::pair<std::string, std::string>> where;  // name, country
  std::map<std::string, double> counts;
};

// An incident that happened or goes on in the two weeks before publication.
struct GoldPin {
  std::string type, country;
  std::vector<std::string> places;  // any of them will do
  std::map<std::string, double> counts;
};

struct CodedText {
  std::string id, published, site, text;
  std::optional<std::vector<GoldEvent>> events;
  std::optional<std::vector<GoldPin>> pins;
};

// One JSON line; SetupError, which begins with `place`, when it is none or holds no text, or neither events nor pins.
CodedText read_coded_text(std::string_view line, const std::string& place);

struct EventScores {
  struct Share {
    size_t right = 0, of = 0;
  };
  size_t texts = 0, gold = 0, coded = 0, type = 0, triple = 0, actors = 0;  // pairs that agree so far
  Share cameo, root, status, said_by, when, where, counts;                  // of pairs; the last three of those whose gold or report tells it
  size_t quiet_texts = 0, quiet_events = 0;                                 // texts without gold events
  size_t mapped = 0, pins = 0, drawn = 0, right = 0, found = 0, still_texts = 0, still_pins = 0;  // of texts with pins; those without any

  // `details`: lines of what was found (=, with the fields that are wrong), missed (-) and coded besides (+).
  void add(const CodedText& gold, std::string_view text, const std::vector<Report>& reports, std::string* details = nullptr);
};
std::string describe(const EventScores& scores);

// For each pair that agrees on something, (row, column); weights: [rows][columns], none below 0.
std::vector<std::pair<size_t, size_t>> best_pairs(const std::vector<std::vector<double>>& weights);

}  // namespace gesta
