// The words of English time expressions, one table a kind. Months and weekdays with the abbreviations of wires (AP Stylebook).
#pragma once
#include <string_view>

#include "events/times_raw.h"

namespace gesta::time_words {

struct Entry {
  std::string_view word;
  int value;
};

constexpr Entry kMonths[] = {
    {"january", 1},  {"february", 2},  {"march", 3},     {"april", 4}, {"may", 5},   {"june", 6}, {"july", 7},  {"august", 8}, {"september", 9},
    {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1},   {"jan.", 1},  {"feb", 2},  {"feb.", 2},  {"mar", 3},    {"mar.", 3},
    {"apr", 4},      {"apr.", 4},      {"jun", 6},       {"jun.", 6},  {"jul", 7},   {"jul.", 7}, {"aug", 8},   {"aug.", 8},   {"sept", 9},
    {"sept.", 9},    {"sep", 9},       {"sep.", 9},      {"oct", 10},  {"oct.", 10}, {"nov", 11}, {"nov.", 11}, {"dec", 12},   {"dec.", 12}};
constexpr Entry kWeekdays[] = {{"monday", 0}, {"tuesday", 1}, {"wednesday", 2}, {"thursday", 3}, {"friday", 4}, {"saturday", 5},
                               {"sunday", 6}, {"mon.", 0},    {"tue.", 1},      {"tues.", 1},    {"wed.", 2},   {"thu.", 3},
                               {"thur.", 3},  {"thurs.", 3},  {"fri.", 4},      {"sat.", 5},     {"sun.", 6}};
constexpr Entry kUnits[] = {{"minute", 0}, {"minutes", 0}, {"hour", 1},     {"hours", 1},     {"day", 2},       {"days", 2},
                            {"week", 3},   {"weeks", 3},   {"month", 4},    {"months", 4},    {"year", 5},      {"years", 5},
                            {"decade", 6}, {"decades", 6}, {"century", 7},  {"centuries", 7}, {"fortnight", 8}, {"fortnights", 8},
                            {"night", 9},  {"nights", 9},  {"quarter", 10}, {"quarters", 10}, {"second", 11},   {"seconds", 11}};
constexpr Entry kSeasons[] = {{"spring", 0}, {"summer", 1}, {"autumn", 2}, {"fall", 2}, {"winter", 3}};
constexpr std::string_view kSeasonCodes[] = {"SP", "SU", "FA", "WI"};
struct Part {
  std::string_view word, code;
};
constexpr Part kParts[] = {{"morning", "MO"}, {"mornings", "MO"}, {"afternoon", "AF"}, {"evening", "EV"}, {"night", "NI"},     {"dawn", "MO"},
                           {"dusk", "EV"},    {"daybreak", "MO"}, {"sunrise", "MO"},   {"sunset", "EV"},  {"nightfall", "NI"}, {"midday", "MI"},
                           {"noon", "MI"},    {"midnight", "NI"}, {"lunchtime", "MI"}, {"daytime", "DT"}};
// Words with a fixed distance in days to the day of writing.
constexpr Entry kDayWords[] = {{"yesterday", -1}, {"today", 0}, {"tonight", 0}, {"tomorrow", 1}, {"overnight", 0}};
constexpr std::string_view kLast[] = {"last", "past"};
constexpr std::string_view kThis[] = {"this", "current"};
constexpr std::string_view kNext[] = {"next", "coming"};
constexpr std::string_view kBefore[] = {"previous", "preceding"};
constexpr std::string_view kAfter[] = {"following", "ensuing", "subsequent"};
constexpr std::string_view kSame[] = {"same", "that"};
constexpr std::string_view kStart[] = {"early", "beginning", "start", "outset"};
constexpr std::string_view kMiddle[] = {"mid", "middle", "mid-"};
constexpr std::string_view kEnd[] = {"late", "end", "close"};
constexpr std::string_view kVaguePast[] = {"recently", "lately"};
constexpr std::string_view kVaguePresent[] = {"now", "currently", "nowadays", "presently"};
constexpr std::string_view kVagueFuture[] = {"someday"};
constexpr std::string_view kYearLead[] = {"in",     "since",  "of",    "by",   "until", "till",   "from",   "to",      "the",
                                          "during", "early",  "late",  "mid",  "and",   "after",  "before", "through", "between",
                                          "circa",  "around", "about", "year", "fall",  "spring", "summer", "autumn",  "winter"};
struct Holiday {
  std::string_view name;
  int month, day;  // fixed; month 0: `day` days from Easter Sunday
};
constexpr Holiday kHolidays[] = {{"new year 's day", 1, 1},
                                 {"new year 's eve", 12, 31},
                                 {"christmas day", 12, 25},
                                 {"christmas eve", 12, 24},
                                 {"christmas", 12, 25},
                                 {"boxing day", 12, 26},
                                 {"may day", 5, 1},
                                 {"bastille day", 7, 14},
                                 {"valentine 's day", 2, 14},
                                 {"halloween", 10, 31},
                                 {"good friday", 0, -2},
                                 {"easter sunday", 0, 0},
                                 {"easter monday", 0, 1},
                                 {"easter", 0, 0},
                                 {"palm sunday", 0, -7},
                                 {"ash wednesday", 0, -46},
                                 {"pentecost", 0, 49},
                                 {"ascension day", 0, 39},
                                 {"armistice day", 11, 11},
                                 {"all saints ' day", 11, 1},
                                 {"epiphany", 1, 6},
                                 {"nowruz", 3, 21},
                                 {"anzac day", 4, 25},
                                 {"australia day", 1, 26},
                                 {"orthodox christmas", 1, 7},
                                 {"st. patrick 's day", 3, 17},
                                 {"women 's day", 3, 8},
                                 {"canada day", 7, 1},
                                 {"juneteenth", 6, 19}};

}  // namespace gesta::time_words
