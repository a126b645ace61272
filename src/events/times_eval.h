// Scores time expressions against TimeML files (TIMEX3 tags in the text, the day of writing in <DCT>), as in TempEval-3: a found expression counts
// when it overlaps a marked one, and for the value when TIMEX3 values are equal too.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"
#include "language/language.h"

namespace gesta {

struct MarkedTime {
  Span span;
  std::string value;
};
struct TimeText {
  std::string published, text;
  std::vector<MarkedTime> times;  // ascending
};
// nullopt when there is no <TEXT>.
std::optional<TimeText> read_timeml(std::string_view file);

struct TimeScores {
  size_t files = 0, gold = 0, found = 0, matched = 0, values = 0;
};
void score_times(const LanguageReader& reader, const Knowledge& knowledge, const TimeText& gold, TimeScores& scores);
// Every .tml file of the folder; SetupError when there is none.
std::string evaluate_times(const LanguageReader& reader, const Knowledge& knowledge, const std::string& folder);

}  // namespace gesta
