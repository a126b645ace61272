// The words of English time expressions, one table a kind. Months and weekdays with the abbreviations of wires (AP Stylebook).
#pragma once
#include <optional>
#include <string_view>

#include "events/times_raw.h"

namespace gesta::time_words {

struct Entry {
  std::string_view word;
  int value;
};
template <size_t N>
std::optional<int> find(const Entry (&table)[N], std::string_view word) {
  for (const Entry& entry : table)
    if (entry.word == word) return entry.value;
  return std::nullopt;
}

// Between the two ends of a span of time: "from April to June".
constexpr std::string_view kLinks[] = {"to", "and", "until", "till", "through", "-", "~", "\xE2\x80\x93"};

// Between two numbers of which either may be meant.
constexpr std::string_view kOr[] = {"to", "or", "-"};

constexpr Entry kMonths[] = {
    {"january", 1},  {"february", 2},  {"march", 3},     {"april", 4}, {"may", 5},   {"june", 6}, {"july", 7},  {"august", 8}, {"september", 9},
    {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},   {"jan.", 1},  {"feb", 2},  {"feb.", 2},  {"mar", 3},    {"mar.", 3},
    {"apr", 4},      {"apr.", 4},      {"jun", 6},       {"jun.", 6},  {"jul", 7},   {"jul.", 7}, {"aug", 8},   {"aug.", 8},   {"sept", 9},
    {"sept.", 9},    {"sep", 9},       {"sep.", 9},      {"oct", 10},  {"oct.", 10}, {"nov", 11}, {"nov.", 11}, {"dec", 12},   {"dec.", 12}};
constexpr Entry kWeekdays[] = {{"monday", 0}, {"tuesday", 1}, {"wednesday", 2}, {"thursday", 3}, {"friday", 4}, {"saturday", 5},
                               {"sunday", 6}, {"mon.", 0},    {"tue.", 1},      {"tues.", 1},    {"wed.", 2},   {"thu.", 3},
                               {"thur.", 3},  {"thurs.", 3},  {"fri.", 4},      {"sat.", 5},     {"sun.", 6}};
// Without a full stop these are weekdays only beside a week or a number.
constexpr Entry kShortDays[] = {{"mon", 0},  {"tue", 1},   {"tues", 1}, {"wed", 2}, {"thu", 3},
                                {"thur", 3}, {"thurs", 3}, {"fri", 4},  {"sat", 5}, {"sun", 6}};
// A unit of length, or how many of one a word stands for.
enum class UnitKind : uint8_t { plain, night, quarter, weekend, workday };
struct UnitWord {
  std::string_view word;
  TimeUnit unit;
  int times = 1;
  UnitKind kind = UnitKind::plain;
};
constexpr UnitWord kUnits[] = {{"second", TimeUnit::second},
                               {"seconds", TimeUnit::second},
                               {"sec", TimeUnit::second},
                               {"secs", TimeUnit::second},
                               {"minute", TimeUnit::minute},
                               {"minutes", TimeUnit::minute},
                               {"min", TimeUnit::minute},
                               {"mins", TimeUnit::minute},
                               {"hour", TimeUnit::hour},
                               {"hours", TimeUnit::hour},
                               {"hr", TimeUnit::hour},
                               {"hrs", TimeUnit::hour},
                               {"day", TimeUnit::day},
                               {"days", TimeUnit::day},
                               {"night", TimeUnit::day, 1, UnitKind::night},
                               {"nights", TimeUnit::day, 1, UnitKind::night},
                               {"workday", TimeUnit::day, 1, UnitKind::workday},
                               {"workdays", TimeUnit::day, 1, UnitKind::workday},
                               {"week", TimeUnit::week},
                               {"weeks", TimeUnit::week},
                               {"workweek", TimeUnit::week},
                               {"weekend", TimeUnit::week, 1, UnitKind::weekend},
                               {"weekends", TimeUnit::week, 1, UnitKind::weekend},
                               {"week-end", TimeUnit::week, 1, UnitKind::weekend},
                               {"fortnight", TimeUnit::week, 2},
                               {"fortnights", TimeUnit::week, 2},
                               {"month", TimeUnit::month},
                               {"months", TimeUnit::month},
                               {"quarter", TimeUnit::month, 3, UnitKind::quarter},
                               {"quarters", TimeUnit::month, 3, UnitKind::quarter},
                               {"year", TimeUnit::year},
                               {"years", TimeUnit::year},
                               {"yr", TimeUnit::year},
                               {"yrs", TimeUnit::year},
                               {"decade", TimeUnit::decade},
                               {"decades", TimeUnit::decade},
                               {"century", TimeUnit::century},
                               {"centuries", TimeUnit::century}};
constexpr const UnitWord* find_unit(std::string_view word) {
  for (const UnitWord& unit : kUnits)
    if (unit.word == word) return &unit;
  return nullptr;
}
// Single letters right behind a figure, in lengths alone: "for 3h". "2D" to "4D" are dimensions.
constexpr UnitWord kUnitLetters[] = {{"h", TimeUnit::hour}, {"d", TimeUnit::day}, {"w", TimeUnit::week}, {"y", TimeUnit::year}};
struct Fraction {
  std::string_view word;
  double value;
};
constexpr Fraction kFractions[] = {{"half", 0.5}, {"quarter", 0.25}, {"\xC2\xBD", 0.5}, {"\xC2\xBC", 0.25}, {"\xC2\xBE", 0.75}};
constexpr Entry kSeasons[] = {{"spring", 0}, {"summer", 1}, {"autumn", 2}, {"fall", 2}, {"winter", 3}};
constexpr std::string_view kSeasonCodes[] = {"SP", "SU", "FA", "WI"};
struct Part {
  std::string_view word, code;
};
// How often, in one word, and the value of the set.
constexpr Part kSets[] = {{"daily", "P1D"},         {"everyday", "P1D"},   {"nightly", "P1D"},        {"weekly", "P1W"},
                          {"biweekly", "P2W"},      {"bi-weekly", "P2W"},  {"fortnightly", "P2W"},    {"monthly", "P1M"},
                          {"bimonthly", "P2M"},     {"bi-monthly", "P2M"}, {"quarterly", "P3M"},      {"yearly", "P1Y"},
                          {"annual", "P1Y"},        {"annually", "P1Y"},   {"biannual", "P0.5Y"},     {"semiannual", "P0.5Y"},
                          {"semi-annual", "P0.5Y"}, {"biennial", "P2Y"},   {"semiannually", "P0.5Y"}, {"semi-annually", "P0.5Y"},
                          {"hourly", "PT1H"}};
constexpr Part kParts[] = {{"morning", "MO"},  {"mornings", "MO"},  {"afternoons", "AF"}, {"evenings", "EV"},  {"afternoon", "AF"},
                           {"evening", "EV"},  {"night", "NI"},     {"dawn", "MO"},       {"dusk", "EV"},      {"daybreak", "MO"},
                           {"sunrise", "MO"},  {"sunset", "EV"},    {"nightfall", "NI"},  {"midday", "MI"},    {"noon", "MI"},
                           {"midnight", "NI"}, {"lunchtime", "MI"}, {"daytime", "DT"},    {"nighttime", "NI"}, {"night-time", "NI"}};
// Meals are times of the day only where nothing else can be meant: "before lunch", and no "the lunch".
constexpr Part kMeals[] = {{"breakfast", "MO"}, {"lunch", "MI"}, {"dinner", "EV"}, {"dinnertime", "EV"}};
// Words with a fixed distance in days to the day of writing.
constexpr Entry kDayWords[] = {{"yesterday", -1}, {"today", 0},    {"tonight", 0}, {"tonite", 0},
                               {"eod", 0},        {"tomorrow", 1}, {"tmrw", 1},    {"overnight", 0}};
constexpr std::string_view kLast[] = {"last", "past"};
constexpr std::string_view kThis[] = {"this", "current"};
constexpr std::string_view kNext[] = {"next", "coming", "upcoming", "forthcoming"};
constexpr std::string_view kBefore[] = {"previous", "preceding"};
constexpr std::string_view kAfter[] = {"following", "ensuing", "subsequent"};
constexpr std::string_view kSame[] = {"same", "that"};
constexpr std::string_view kStart[] = {"early", "beginning", "start", "outset"};
constexpr std::string_view kMiddle[] = {"mid", "middle", "mid-"};
constexpr std::string_view kEnd[] = {"late", "end", "close"};
constexpr std::string_view kRest[] = {"rest", "remainder", "remaining"};
// What a whole unit of the day of writing stands after: "for the month", "in the year".
constexpr std::string_view kWithin[] = {"for", "in"};
constexpr std::string_view kVaguePast[] = {"recently", "lately"};
constexpr std::string_view kVaguePresent[] = {"now", "currently", "nowadays", "presently"};
constexpr std::string_view kVagueFuture[] = {"someday"};
constexpr std::string_view kYearLead[] = {"in",     "since",  "of",    "by",   "until", "till",   "from",   "to",      "the",
                                          "during", "early",  "late",  "mid",  "and",   "after",  "before", "through", "between",
                                          "circa",  "around", "about", "year", "fall",  "spring", "summer", "autumn",  "winter"};
// What bears a number of its own: "Resolution 1718", "Flight 1549".
constexpr std::string_view kNumbered[] = {"resolution", "decree", "law",     "flight",  "order", "directive",
                                          "no.",        "number", "article", "section", "room"};
}  // namespace gesta::time_words
