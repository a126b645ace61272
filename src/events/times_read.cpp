// Finds time expressions in the tokens of a sentence: a hand-written longest-match reader over the tables of times_tables.h, after the
// types of TIMEX3 (Pustejovsky et al. 2003, ISO 24617-1). Left out: fiscal years, time zones, business days.
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <unordered_set>

#include "base/utf8.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_numeric.h"
#include "events/times_tables.h"

namespace gesta {

namespace {

using namespace time_words;
using tree::among;
using Raw = std::optional<RawTime>;

template <size_t N>
std::optional<int> find(const Entry (&table)[N], std::string_view word) {
  for (const Entry& entry : table)
    if (entry.word == word) return entry.value;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Document& document, uint32_t first, uint32_t last) : document_(document), first_(first), last_(last) {
    words_.reserve(last - first);
    for (uint32_t t = first; t < last; ++t) words_.push_back(tree::lower_form(document, t));
  }

  std::vector<RawTime> all() {
    std::vector<RawTime> found;
    for (uint32_t t = first_, near = first_; t < last_;) {
      // No expression starts far from a word that one cannot do without.
      near = std::max(near, t);
      while (near < last_ && near < t + kReach && !is_core(words_[near - first_])) ++near;
      if (near >= last_) break;
      if (near >= t + kReach) {
        ++t;
        continue;
      }
      const Raw best = read(t);
      if (!best) {
        ++t;
        continue;
      }
      t = best->last;
      found.push_back(*best);
    }
    share_years(found);
    return found;
  }

 private:
  // The longest reading that starts at the token.
  Raw read(uint32_t t) {
    Raw best;
    for (const auto step : kSteps) {
      Raw raw = (this->*step)(t);
      if (raw && raw->last > t && (!best || raw->last > best->last)) best = std::move(raw);
    }
    if (best) best->first = t;
    return best;
  }
  // A day or longer that another expression can count from.
  Raw read_base(uint32_t t) {
    if (depth_ > 1 || t >= last_) return std::nullopt;
    ++depth_;
    const Raw found = read(t);
    --depth_;
    if (!found || found->bare || found->event_anchor) return std::nullopt;
    const TimeKind kind = found->kind;
    const bool counts = kind == TimeKind::duration || kind == TimeKind::set || kind == TimeKind::clock || kind == TimeKind::vague;
    return counts ? Raw{} : found;
  }

  // "from April to June 2017", "between 3 May and 5 June 2011": the year of the second is that of the first.
  void share_years(std::vector<RawTime>& found) const {
    for (size_t k = found.size(); k-- > 1;) {
      RawTime &a = found[k - 1], &b = found[k];
      const bool dated = (a.kind == TimeKind::date || a.kind == TimeKind::month) && (b.kind == TimeKind::date || b.kind == TimeKind::month);
      if (!dated || a.month == 0 || a.year != 0 || b.year == 0 || b.month == 0 || a.shift != TimeShift::none || b.first > a.last + 2) continue;
      if (!among(word(a.last), kLinks)) continue;
      a.year = a.month > b.month ? b.year - 1 : b.year;
    }
  }

  static constexpr uint32_t kReach = 10;  // words

  // A digit, or a word of the tables: one of these stands in every expression.
  static bool is_core(const std::string& word) {
    static const std::unordered_set<std::string_view> core = [] {
      std::unordered_set<std::string_view> all = {"daily",    "weekly",   "monthly",    "annually",  "yearly",    "annual",    "nightly",  "hourly",
                                                  "weekend",  "weekends", "week-end",   "future",    "past",      "half",      "moment",   "eve",
                                                  "earlier",  "later",    "couple",     "everyday",  "quarterly", "nineteen",  "eighteen", "thousand",
                                                  "twenties", "thirties", "forties",    "fifties",   "sixties",   "seventies", "eighties", "nineties",
                                                  "mondays",  "tuesdays", "wednesdays", "thursdays", "fridays",   "saturdays", "sundays"};
      for (const Entry& entry : kMonths) all.insert(entry.word);
      for (const Entry& entry : kWeekdays) all.insert(entry.word);
      for (const Entry& entry : kUnits) all.insert(entry.word);
      for (const Entry& entry : kSeasons) all.insert(entry.word);
      for (const Entry& entry : kDayWords) all.insert(entry.word);
      for (const Part& part : kParts) all.insert(part.word);
      for (const auto& list : {std::span<const std::string_view>(kVaguePast), std::span<const std::string_view>(kVaguePresent),
                               std::span<const std::string_view>(kVagueFuture)})
        all.insert(list.begin(), list.end());
      all.insert(std::begin(kHolidayWords), std::end(kHolidayWords));
      return all;
    }();
    if (!word.empty() && word[0] >= '0' && word[0] <= '9') return true;
    if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4') return true;
    if (word.size() > 3 && word.back() >= '0' && word.back() <= '9') return true;  // Dec31, Dec/2018
    const size_t hyphen = word.rfind('-');                                         // mid-December
    return core.contains(word) || (hyphen != std::string::npos && core.contains(std::string_view(word).substr(hyphen + 1)));
  }

  const std::string& word(uint32_t t) const {
    static const std::string none;
    return t >= first_ && t < last_ ? words_[t - first_] : none;
  }
  bool capital(uint32_t t) const {
    return t < last_ && !document_.tokens[t].form.empty() && document_.tokens[t].form[0] >= 'A' && document_.tokens[t].form[0] <= 'Z';
  }

  static RawTime made(TimeKind kind, uint32_t last) {
    RawTime raw;
    raw.kind = kind;
    raw.last = last;
    return raw;
  }

  std::optional<int> month_at(uint32_t t) const {
    const auto month = find(kMonths, word(t));
    if (!month || !(capital(t) || (month_alone(*month, word(t)) || beside_figure(t)))) return std::nullopt;
    if (*month == 5 && document_.tokens[t].upos == Upos::AUX) return std::nullopt;
    return month;
  }
  // Written small: names that are nothing else, or any beside a figure ("may 5", "3 aug", "march 2017").
  static bool month_alone(int month, const std::string& name) {
    return name.size() > 3 && name.back() != '.' && month != 3 && month != 5 && month != 8;
  }
  bool beside_figure(uint32_t t) const {
    const auto figure = [&](uint32_t at) {
      const std::string& w = word(at);
      return !w.empty() && w[0] >= '0' && w[0] <= '9' && (w.size() <= 2 || w.size() == 4 || (w.size() <= 4 && w.back() >= 'a'));
    };
    return figure(t + 1) || (t > first_ && figure(t - 1) && (word(t) != "may" && word(t) != "march"));
  }
  bool weekday_here(uint32_t t) const {
    const std::string& w = word(t);
    return capital(t) || (w.size() > 5 && w.ends_with("day"));
  }
  std::optional<int> year_at(uint32_t t) const {
    const std::string& w = word(t);
    if (w.size() != 4 || !std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    const int year = std::stoi(w);
    return year >= 1000 && year <= 2200 ? std::optional<int>(year) : std::nullopt;
  }
  std::optional<int> day_at(uint32_t t) const {
    const auto number = read_number(document_, t);
    if (!number || number->vague || number->last != t + 1 || number->value < 1 || number->value > 31) return std::nullopt;
    const char c = word(t)[0];
    if (!(c >= '0' && c <= '9') && !number->ordinal) return std::nullopt;
    return static_cast<int>(number->value);
  }
  // A day in several words too: "twenty second", and after a month "twenty nine".
  struct Day {
    int day = 0;
    uint32_t last = 0;
  };
  std::optional<Day> day_words(uint32_t t, bool cardinal) const {
    if (const auto day = day_at(t); day && !spelled_more(t)) return Day{*day, t + 1};
    const auto number = read_number(document_, t);
    if (!number || number->vague || number->value < 1 || number->value > 31 || number->last > t + 3 || !(number->ordinal || cardinal))
      return std::nullopt;
    if (number->value != std::floor(number->value) || (number->last == t + 1 && !number->ordinal && !cardinal)) return std::nullopt;
    return Day{static_cast<int>(number->value), number->last};
  }
  bool spelled_more(uint32_t t) const {
    const auto number = read_number(document_, t);
    return number && number->last > t + 1 && number->value <= 31;
  }
  TimeShift shift_at(uint32_t t) const {
    const std::string& w = word(t);
    if (among(w, kLast)) return TimeShift::last;
    if (among(w, kThis)) return TimeShift::now;
    if (among(w, kNext)) return TimeShift::next;
    if (among(w, kBefore)) return TimeShift::before;
    if (among(w, kAfter)) return TimeShift::after;
    if (among(w, kSame)) return TimeShift::same;
    return TimeShift::none;
  }
  char modifier_at(uint32_t t) const {
    static constexpr std::string_view kNouns[] = {"beginning", "start", "outset", "middle", "end", "close"};
    const std::string& w = word(t);
    if (among(w, kNouns) && word(t + 1) != "of") return 0;
    if (among(w, kStart)) return 's';
    if (among(w, kMiddle)) return 'm';
    if (among(w, kEnd)) return 'e';
    return 0;
  }
  std::string_view part_at(uint32_t t) const {
    for (const Part& part : kParts)
      if (part.word == word(t)) return part.code;
    return {};
  }
  static void set_unit(RawTime& raw, int unit) {
    if (unit == 8) {
      raw.unit = TimeUnit::week;
      raw.amount = raw.amount < 0 ? -1 : raw.amount * 2;
    } else if (unit == 9) {
      raw.unit = TimeUnit::day;
    } else if (unit == 10) {
      raw.unit = TimeUnit::month;
      raw.amount = raw.amount < 0 ? -1 : raw.amount * 3;
    } else if (unit == 11) {
      raw.unit = TimeUnit::minute;
    } else {
      raw.unit = static_cast<TimeUnit>(unit);
    }
  }

  // "of 2011", ", 2011", "2011" after a month or a day.
  void year_after(RawTime& raw) const {
    uint32_t t = raw.last;
    if (word(t) == "," || word(t) == "of" || word(t) == "in") ++t;
    if (word(t) == "the" && word(t + 1) == "year") t += 2;
    if (const auto year = year_at(t)) {
      raw.year = *year;
      raw.last = t + 1;
      return;
    }
    if (const auto year = read_spelled_year(document_, t); year && year->last <= last_) {
      raw.year = year->year;
      raw.last = year->last;
      return;
    }
    const std::string& two = word(t);  // "April of 87", "May '68"
    if ((word(raw.last) == "of" && two.size() == 2) || (two.size() == 3 && two[0] == '\'')) {
      const std::string digits = two.substr(two.size() - 2);
      if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        raw.year = std::stoi(digits) + (digits < "40" ? 2000 : 1900);
        raw.last = t + 1;
        return;
      }
    }
    if (word(raw.last) == "of" && word(raw.last + 1) == "this" && word(raw.last + 2) == "year") {
      raw.shift = TimeShift::now;
      raw.last += 3;
      return;
    }
    if (word(raw.last) == "this" && word(raw.last + 1) == "year") {
      raw.shift = TimeShift::now;
      raw.last += 2;
    } else if (word(raw.last) == "last" && word(raw.last + 1) == "year") {
      raw.shift = TimeShift::before;
      raw.last += 2;
    } else if (word(raw.last) == "next" && word(raw.last + 1) == "year") {
      raw.shift = TimeShift::after;
      raw.last += 2;
    } else if (word(raw.last) == "of" && word(raw.last + 1) == "that" && word(raw.last + 2) == "year") {
      raw.shift = TimeShift::same;
      raw.last += 3;
    } else if (word(raw.last) == "last") {
      raw.shift = TimeShift::last;
      raw.last += 1;
    }
  }

  Raw iso(uint32_t t) {
    const std::string& w = word(t);
    const auto date = w.size() == 10 ? parse_iso(w) : std::nullopt;
    if (!date) return std::nullopt;
    RawTime raw = made(TimeKind::date, t + 1);
    raw.year = (*date)[0], raw.month = (*date)[1], raw.day = (*date)[2];
    return raw;
  }
  static std::optional<std::array<int, 3>> parse_iso(const std::string& w) {
    if (w[4] != '-' || w[7] != '-') return std::nullopt;
    for (const size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u})
      if (w[i] < '0' || w[i] > '9') return std::nullopt;
    std::array<int, 3> date{std::stoi(w.substr(0, 4)), std::stoi(w.substr(5, 2)), std::stoi(w.substr(8, 2))};
    if (date[1] < 1 || date[1] > 12 || date[2] < 1 || date[2] > 31) return std::nullopt;
    return date;
  }

  static constexpr std::string_view kThrough[] = {"and", "-", "to", "until", "till", "through", "\xE2\x80\x93"};

  // [Monday,] 5 May [2011] · the 5th of May · 3 and 5 May · 3-5 May
  Raw day_month(uint32_t t) {
    RawTime raw = made(TimeKind::date, t);
    if (const auto weekday = find(kWeekdays, word(t)); weekday && weekday_here(t)) {
      raw.weekday = *weekday;
      ++t;
      if (!part_at(t).empty()) raw.part = part_at(t), ++t;
      if (word(t) == ",") ++t;
    }
    if (word(t) == "the") ++t;
    const auto words = day_words(t, true);
    if (!words) return month_day(t, raw);
    const std::optional<int> day = words->day;
    raw.day = raw.last_day = *day;
    t = words->last;
    if (word(t) == "day" && word(t + 1) == "of") ++t;
    if (among(word(t), kThrough)) {
      const uint32_t other = word(t + 1) == "the" ? t + 2 : t + 1;
      if (const auto last = day_words(other, true); last && last->day > *day) raw.last_day = last->day, t = last->last;
    }
    if (word(t) == "of") ++t;
    const auto month = month_at(t);
    if (!month) return std::nullopt;
    raw.month = *month;
    raw.last = t + 1;
    year_after(raw);
    return raw;
  }
  // May 5[, 2011] · May 3-5
  Raw month_day(uint32_t t, RawTime raw) {
    const auto month = month_at(t);
    if (!month) return std::nullopt;
    uint32_t at = t + 1;
    if (word(at) == "the") ++at;
    if (word(at) == "," && day_at(at + 1) && read_number(document_, at + 1)->ordinal) ++at;  // "October, 1st"
    const auto words = day_words(at, true);
    // "In May two people ...": a number in words is a day only where nothing is counted.
    const bool spelled = words && !day_at(at) && !read_number(document_, at)->ordinal;
    if (spelled && !(stops(words->last) || read_spelled_year(document_, words->last) || year_at(words->last))) return std::nullopt;
    if (!words || word(words->last) == "percent" || word(words->last) == "%") return std::nullopt;
    const std::optional<int> day = words->day;
    raw.month = *month;
    raw.day = raw.last_day = *day;
    raw.last = words->last;
    if (among(word(raw.last), kThrough)) {
      const uint32_t other = word(raw.last + 1) == "the" ? raw.last + 2 : raw.last + 1;
      const auto last = day_words(other, false);
      if (last && last->day > *day && !month_at(last->last)) raw.last_day = last->day, raw.last = last->last;
    }
    year_after(raw);
    return raw;
  }

  // [early|the end of|last|this|next] May [2011]
  Raw month(uint32_t t) {
    RawTime raw = made(TimeKind::month, t);
    const uint32_t start = t;
    lead(raw, t);
    if (year_at(t) && month_at(t + 1) && !day_at(t + 2)) {  // 2017 April
      raw.year = *year_at(t), raw.month = *month_at(t + 1), raw.last = t + 2;
      return raw;
    }
    auto month = month_at(t);
    if (!month && word(t).rfind("mid-", 0) == 0) {
      month = find(kMonths, std::string_view(word(t)).substr(4));
      raw.modifier = 'm';
    }
    if (!month) return std::nullopt;
    raw.month = *month;
    raw.last = t + 1;
    year_after(raw);
    const bool doubtful = *month == 5 || *month == 3 || *month == 8 || *month == 4 || *month == 6;  // names and verbs too
    if (doubtful && raw.year == 0 && t == start && raw.shift == TimeShift::none && document_.tokens[t].upos == Upos::PROPN) {
      static constexpr std::string_view kBefore2[] = {"in", "since",  "by",      "until", "till",   "from",  "to",
                                                      "of", "during", "between", "and",   "before", "after", "for"};
      if (t == first_ || !among(word(t - 1), kBefore2)) return std::nullopt;
    }
    return raw;
  }

  // "the early", "late", "the end of", "last", "this", "next", "the following", "earlier this": shift and modifier.
  void lead(RawTime& raw, uint32_t& t) const {
    if (word(t) == "the") ++t;
    if ((word(t) == "earlier" || word(t) == "later") && (shift_at(t + 1) != TimeShift::none || word(t + 1) == "in" || word(t + 1) == "on")) {
      raw.modifier = word(t) == "earlier" ? 'b' : 'a';
      ++t;
      if (word(t) == "in" || word(t) == "on") {
        ++t;
        if (word(t) == "the") ++t;
      }
    }
    if (const char modifier = modifier_at(t)) {
      raw.modifier = modifier;
      ++t;
      if (word(t) == "of" || word(t) == "in" || word(t) == "-") ++t;
      if (word(t) == "the") ++t;
    }
    if (const TimeShift shift = shift_at(t); shift != TimeShift::none) {
      raw.shift = shift;
      ++t;
      if (shift == TimeShift::now && (shift_at(t) == TimeShift::last || shift_at(t) == TimeShift::next))
        raw.shift = shift_at(t++);  // this past, this coming
    }
  }

  // [last|next] Tuesday [morning|night] · next week on Monday · Tuesday of last week · late on Saturday is left to its weekday
  Raw weekday(uint32_t t) {
    RawTime raw = made(TimeKind::weekday, t);
    lead(raw, t);
    if (word(t) == "week" && raw.shift != TimeShift::none) {
      raw.week = week_of_shift(raw.shift);
      raw.shift = TimeShift::none;
      ++t;
      if (word(t) == "-" || word(t) == "on" || word(t) == ",") ++t;
    }
    const auto weekday = find(kWeekdays, word(t));
    const auto short_one = weekday ? std::nullopt : find(kShortDays, word(t));
    if ((!weekday && !short_one) || !weekday_here(t)) return std::nullopt;
    raw.weekday = weekday ? *weekday : *short_one;
    raw.last = t + 1;
    if (word(raw.last) == "the" && day_words(raw.last + 1, false)) {
      const auto day = day_words(raw.last + 1, false);
      raw.number = day->day;
      raw.last = day->last;
    } else if (const auto day = day_at(raw.last); day && (read_number(document_, raw.last)->ordinal || word(raw.last + 1).empty() ||
                                                          document_.tokens[raw.last + 1].upos == Upos::PUNCT)) {
      raw.number = *day;
      ++raw.last;
    }
    if (short_one && !raw.week && raw.number == 0 && raw.shift == TimeShift::none) return std::nullopt;  // "Sun" and "Sat" are words too
    if (modifier_at(raw.last) && !part_at(raw.last + 1).empty()) ++raw.last;
    if (!part_at(raw.last).empty()) {
      raw.part = part_at(raw.last);
      ++raw.last;
    }
    uint32_t at = raw.last;
    if (word(at) == "of" || word(at) == "in") ++at;
    if (word(at) == "the" && at > raw.last) ++at;
    if (shift_at(at) != TimeShift::none && shift_at(at) != TimeShift::same && word(at + 1) == "week") {
      raw.week = week_of_shift(shift_at(at));
      raw.last = at + 2;
    } else if (word(raw.last) == "last" && raw.shift == TimeShift::none) {
      raw.shift = TimeShift::last;
      ++raw.last;
    } else if (word(raw.last) == "next" && raw.shift == TimeShift::none) {
      raw.shift = TimeShift::next;
      ++raw.last;
    }
    return raw;
  }
  static int week_of_shift(TimeShift shift) {
    if (shift == TimeShift::last || shift == TimeShift::before) return -1;
    return shift == TimeShift::next || shift == TimeShift::after ? 1 : 0;
  }

  static Raw distant_day(uint32_t t, int days) {
    RawTime raw = made(TimeKind::part, t + 4);
    raw.number = days;
    raw.shift = TimeShift::now;
    return raw;
  }
  // yesterday, tonight, tomorrow morning, early today
  Raw day_word(uint32_t t) {
    RawTime raw = made(TimeKind::part, t);
    if (word(t) == "the" && word(t + 2) == "after" && word(t + 1) == "day" && word(t + 3) == "tomorrow") return distant_day(t, 2);
    if (word(t) == "the" && word(t + 2) == "before" && word(t + 1) == "day" && word(t + 3) == "yesterday") return distant_day(t, -2);
    if (word(t) == "the" && word(t + 2) == "before" && word(t + 1) == "night" && word(t + 3) == "last") {
      Raw night = distant_day(t, -1);
      night->part = "ON";
      return night;
    }
    if (modifier_at(t) || word(t) == "earlier" || word(t) == "later") ++t;
    const auto distance = find(kDayWords, word(t));
    if (!distance) return std::nullopt;
    raw.number = *distance;
    raw.shift = TimeShift::now;
    if (word(t) == "tonight") raw.part = "NI";
    if (word(t) == "overnight") raw.part = "ON";
    raw.last = t + 1;
    if (!part_at(raw.last).empty()) raw.part = part_at(raw.last), ++raw.last;
    return raw;
  }
  // this morning, that evening, last night, the same day, the next day, the day before, the following morning
  Raw day_part(uint32_t t) {
    RawTime raw = made(TimeKind::part, t);
    const bool the = word(t) == "the";
    lead(raw, t);
    const bool day = word(t) == "day";
    const std::string_view part = part_at(t);
    if (!day && part.empty()) return std::nullopt;
    raw.part = part;
    raw.last = t + 1;
    const std::string& after = word(raw.last);
    if (raw.shift == TimeShift::none) {
      if (!day && bare_part(t, the)) {
        raw.bare = true;
        raw.shift = TimeShift::same;
        return raw;
      }
      if (!the) return std::nullopt;
      if (after == "before" || after == "after") {
        raw.shift = after == "before" ? TimeShift::before : TimeShift::after;
        ++raw.last;
        raw.event_anchor = !stops(raw.last);
        if (raw.event_anchor && word(raw.last) == "that") return std::nullopt;
        return raw;
      }
      return std::nullopt;
    }
    if (day && raw.shift == TimeShift::now) return std::nullopt;
    if (raw.shift == TimeShift::next && the) raw.shift = TimeShift::after;
    if (raw.shift == TimeShift::last && day) return std::nullopt;
    if (raw.shift == TimeShift::last && raw.part == "NI") raw.number = -1, raw.shift = TimeShift::now;
    return raw;
  }
  // "by nightfall", "at noon", "in the afternoon"
  bool bare_part(uint32_t t, bool the) const {
    static constexpr std::string_view kLead[] = {"by", "at", "before", "after", "since", "until", "in"};
    const uint32_t first = the ? t - 1 : t;
    return first > first_ && among(word(first - 1), kLead) && word(t + 1) != "of";
  }
  bool stops(uint32_t t) const {
    const std::string& w = word(t);
    return w.empty() || document_.tokens[t].upos == Upos::PUNCT || w == "and" || w == "but" || w == "in" || w == "at" || w == "on" || w == "by" ||
           w == "to" || w == "when" || w == "with" || w == "for" || w == "from";
  }

  // last week · this month · next year · the following century · the past year · earlier this month · the end of the year
  Raw unit(uint32_t t) {
    RawTime raw = made(TimeKind::unit, t);
    lead(raw, t);
    if (word(t) == "calendar") ++t;
    const bool weekend = word(t) == "weekend" || word(t) == "week-end";
    const auto unit = find(kUnits, word(t));
    if (!weekend && (!unit || *unit < 2 || *unit == 9 || *unit == 11)) return std::nullopt;
    if (!weekend && *unit == 2) return std::nullopt;
    raw.last = t + 1;
    if (weekend) raw.kind = TimeKind::weekend;
    if (raw.shift == TimeShift::none) {
      if (weekend && t > first_ && word(t - 1) == "the") return raw;
      if (raw.modifier && t > first_ && (word(t - 1) == "the" || (word(t - 1) == "of" && raw.modifier != 'm'))) {
        raw.shift = TimeShift::now;
      } else if (t > first_ && word(t - 1) == "the" && word(raw.last) == "after" && word(raw.last + 1) == "next") {
        raw.shift = TimeShift::next;
        raw.amount = 2;
        raw.last += 2;
      } else if (t > first_ && word(t - 1) == "the" && (word(raw.last) == "before" || word(raw.last) == "after")) {
        raw.shift = word(raw.last) == "before" ? TimeShift::before : TimeShift::after;
        ++raw.last;
        if (word(raw.last) == "last" && !weekend) raw.shift = TimeShift::last, raw.amount = 2, ++raw.last;
      } else {
        return std::nullopt;
      }
    }
    if (weekend) return raw;
    if (word(raw.last - 1).back() == 's' && word(raw.last - 1) != "s") {  // "recent weeks" and "last days" are another matter
      return std::nullopt;
    }
    if (*unit == 10) {
      raw.kind = TimeKind::quarter;
      raw.number = 0;
      return raw;
    }
    if (*unit == 8 && raw.shift != TimeShift::none) {  // "the next fortnight"
      raw.kind = TimeKind::duration;
      raw.unit = TimeUnit::week, raw.amount = 2;
      return raw;
    }
    set_unit(raw, *unit);
    if (t > first_ && word(t - 1) == "past") {
      raw.kind = TimeKind::duration;
      raw.amount = *unit == 8 ? 2 : 1;
      raw.shift = TimeShift::last;
    }
    return raw;
  }

  // three days · several weeks · the last two months · the past week · recent weeks · two days ago · hours later · a day after CLAUSE
  Raw amount(uint32_t t) {
    RawTime raw = made(TimeKind::duration, t);
    static constexpr std::string_view kAbout[] = {"about", "around", "nearly", "almost", "some", "exactly", "over", "just", "barely", "roughly"};
    const std::string first = word(t);
    if (among(first, kAbout) && first != "some") ++t;
    if (word(t) == "more" && word(t + 1) == "than") t += 2;
    if (word(t) == "less" && word(t + 1) == "than") t += 2;
    if (word(t) == "the") ++t;
    if (const TimeShift shift = shift_at(t);
        shift == TimeShift::last || shift == TimeShift::next || shift == TimeShift::after || shift == TimeShift::before) {
      raw.shift = shift;
      ++t;
    } else if (word(t) == "recent") {
      raw.shift = TimeShift::last;
      raw.amount = -1;
      ++t;
    }
    const auto number = read_number(document_, t, true);
    bool counted = false;
    const bool money = t > first_ && (word(t - 1) == "$" || word(t - 1) == "\xC2\xA3" || word(t - 1) == "\xE2\x82\xAC");
    if (number && !number->ordinal && !money) {
      raw.amount = number->vague ? -1 : number->value;
      counted = true;
      t = number->last;
      if (word(t) == "and" && word(t + 1) == "a" && word(t + 2) == "half") t += 3, raw.amount += 0.5;
      if ((word(t) == "to" || word(t) == "or" || word(t) == "-") && read_number(document_, t + 1)) {
        t = read_number(document_, t + 1)->last;
        raw.amount = -1;
      }
    } else if ((word(t) == "all" || word(t) == "another") && find(kUnits, word(t + 1)) && word(t + 1).back() != 's') {
      raw.amount = 1;
      counted = true;
      ++t;
    } else if (word(t) == "half" && word(t + 1) == "a") {
      raw.amount = 0.5;
      counted = true;
      t += 2;
    }
    if (!counted && raw.shift != TimeShift::none && word(t) == "couple") {  // "the next couple of weeks"
      raw.amount = 2;
      counted = true;
      t += word(t + 1) == "of" ? 2 : 1;
    }
    if (counted && raw.shift == TimeShift::none)
      if (const TimeShift shift = shift_at(t);
          (shift == TimeShift::last || shift == TimeShift::next || shift == TimeShift::before) && word(t + 1).ends_with('s')) {
        raw.shift = shift == TimeShift::next ? shift : TimeShift::last;  // "in the five past years"
        ++t;
      }
    if (word(t) == "-" && counted) ++t;
    if (word(t) == "more" || word(t) == "full" || word(t) == "whole" || word(t) == "further" || word(t) == "other" || word(t) == "straight" ||
        word(t) == "consecutive")
      ++t;
    auto unit = find(kUnits, word(t));
    if (!unit) return hyphened(first_of(t), t);
    if (*unit == 10 && !counted) return std::nullopt;
    const bool plural = word(t).back() == 's';
    if (!counted && !plural) return std::nullopt;
    set_unit(raw, *unit);
    if (*unit == 10) raw.number = 4;                  // whole quarters
    if (*unit == 11 && !plural) return std::nullopt;  // "a second"
    raw.last = t + 1;
    if (counted) more(raw);
    if (word(raw.last) == "-" && word(raw.last + 1) == "old") return std::nullopt;
    if (word(raw.last) == "old" || word(raw.last) == "of") {
      if (word(raw.last + 1) == "age" || word(raw.last) == "old") return std::nullopt;
    }
    const std::string& after = word(raw.last);
    if (after == "ago") {
      raw.kind = TimeKind::offset, raw.shift = TimeShift::ago, ++raw.last;
    } else if (after == "earlier" || after == "before" || after == "previously" || after == "beforehand") {
      raw.kind = TimeKind::offset, raw.shift = TimeShift::earlier, ++raw.last;
      raw.event_anchor = after == "before" && !stops(raw.last);
    } else if (after == "later" || after == "after" || after == "afterwards" || after == "afterward" || after == "on") {
      if (after == "on" && !(raw.shift == TimeShift::none && stops(raw.last + 1) && word(raw.last + 1) == ",")) return settle(raw, counted);
      raw.kind = TimeKind::offset, raw.shift = TimeShift::later, ++raw.last;
      raw.event_anchor = after == "after" && !stops(raw.last);
    } else if (after == "from" && word(raw.last + 1) == "now") {
      raw.kind = TimeKind::offset, raw.shift = TimeShift::next, raw.last += 2;
    } else if (t > first_ && raw.shift == TimeShift::none && counted && word(raw.first) == "in") {
      raw.shift = TimeShift::none;
    }
    return settle(raw, counted);
  }
  // "one hour and a half", "an hour and 30 minutes"
  void more(RawTime& raw) const {
    if (word(raw.last) != "and" || raw.amount < 1 || raw.amount != std::floor(raw.amount) || raw.kind != TimeKind::duration) return;
    const uint32_t at = word(raw.last + 1) == "a" ? raw.last + 2 : raw.last + 1;
    if (word(at) == "half" && !find(kUnits, word(at + 1))) {
      raw.amount += 0.5, raw.last = at + 1;
      return;
    }
    const auto number = read_number(document_, raw.last + 1);
    if (!number || number->ordinal || number->vague || raw.unit != TimeUnit::hour) return;
    const auto unit = find(kUnits, word(number->last));
    if (!unit || *unit != 0 || number->value >= 60) return;
    raw.value = "PT" + std::to_string(static_cast<int>(std::min(raw.amount, 1e6))) + "H" + std::to_string(static_cast<int>(number->value)) + "M";
    raw.last = number->last + 1;
  }
  static Raw settle(const RawTime& raw, bool counted) {
    if (raw.kind == TimeKind::duration && raw.shift == TimeShift::none && !counted) return std::nullopt;
    return raw;
  }
  uint32_t first_of(uint32_t t) const { return t; }
  // "two-day" and "19-day-old" in one token
  Raw hyphened(uint32_t, uint32_t t) {
    const std::string& w = word(t);
    const size_t hyphen = w.find('-');
    if (hyphen == std::string::npos || hyphen + 1 >= w.size()) return std::nullopt;
    const auto unit = find(kUnits, std::string_view(w).substr(hyphen + 1));
    if (!unit) return std::nullopt;
    RawTime raw = made(TimeKind::duration, t + 1);
    raw.amount = small_number(w.substr(0, hyphen));
    if (raw.amount < 0) return std::nullopt;
    set_unit(raw, *unit);
    return raw;
  }
  static double small_number(const std::string& w) {
    static constexpr Entry kSmall[] = {{"one", 1},   {"two", 2},  {"three", 3}, {"four", 4},    {"five", 5}, {"six", 6},   {"seven", 7},
                                       {"eight", 8}, {"nine", 9}, {"ten", 10},  {"twelve", 12}, {"half", 0}, {"multi", -1}};
    if (!w.empty() && w[0] >= '0' && w[0] <= '9' && w.size() < 5 && std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return std::stoi(w);
    const auto value = find(kSmall, w);
    return value ? *value : -1;
  }

  // in 2011 · early 2014 · 1990-95 · the 1990s · the 20th century
  Raw year(uint32_t t) {
    RawTime raw = made(TimeKind::year, t);
    const uint32_t start = t;
    lead(raw, t);
    if (raw.shift != TimeShift::none && raw.shift != TimeShift::same) return std::nullopt;
    if (word(t).rfind("mid-", 0) == 0) {
      const std::string tail = word(t).substr(4);
      if (tail.size() == 4 && std::all_of(tail.begin(), tail.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        raw.year = std::stoi(tail), raw.modifier = 'm', raw.last = t + 1;
        return raw;
      }
    }
    if (decade(word(t), raw)) {
      raw.last = t + 1;
      return raw;
    }
    if (word(t + 1) == "s" && decade(word(t) + "s", raw)) {  // 1990 s
      raw.last = t + 2;
      return raw;
    }
    // 490 BC
    if (word(t + 1) == "bc" || word(t + 1) == "b.c." || word(t + 1) == "bce") {
      const auto number = read_number(document_, t);
      if (number && number->last == t + 1 && !number->vague && number->value >= 1 && number->value < 5000) {
        raw.year = -static_cast<int>(number->value), raw.last = t + 2;
        return raw;
      }
    }
    const auto year = year_at(t);
    if (!year) {
      if (const auto spelled = read_spelled_year(document_, t);
          spelled && spelled->last <= last_ && start > first_ && among(word(start - 1), kYearLead) && stops(spelled->last)) {
        raw.year = spelled->year, raw.last = spelled->last;
        return raw;
      }
      return range(t);
    }
    raw.year = *year;
    raw.last = t + 1;
    const bool led = raw.modifier || (start > first_ && among(word(start - 1), kYearLead)) || *year >= 1700;
    const Token& token = document_.tokens[t];
    if (!led || token.deprel == Deprel::nummod) {
      const bool bare = start > first_ && among(word(start - 1), kYearLead);
      if (!bare && token.deprel == Deprel::nummod && tree::lower_form(document_, token.head).ends_with('s')) return std::nullopt;
      if (!led) return std::nullopt;
    }
    if (t > first_ && (word(t - 1) == "$" || word(t - 1) == "\xC2\xA3" || word(t - 1) == "\xE2\x82\xAC")) return std::nullopt;
    if ((word(t + 1) == "-" || word(t + 1) == "\xE2\x80\x93") && year_at(t + 2)) {
      raw.last_year = *year_at(t + 2);
      raw.last = t + 3;
    }
    return raw;
  }
  Raw range(uint32_t t) const {  // 1990-95, 1990-1995 in one token
    const std::string& w = word(t);
    if (w.size() != 7 && w.size() != 9) return std::nullopt;
    if (w[4] != '-' && w[4] != '/') return std::nullopt;
    for (size_t i = 0; i < w.size(); ++i)
      if (i != 4 && (w[i] < '0' || w[i] > '9')) return std::nullopt;
    RawTime raw = made(TimeKind::year, t + 1);
    raw.year = std::stoi(w.substr(0, 4));
    raw.last_year = w.size() == 9 ? std::stoi(w.substr(5)) : raw.year / 100 * 100 + std::stoi(w.substr(5));
    if (raw.year < 1000 || raw.year > 2100 || raw.last_year < raw.year) return std::nullopt;
    return raw;
  }
  static bool decade(const std::string& w, RawTime& raw) {
    static constexpr Entry kNames[] = {{"twenties", 1920}, {"thirties", 1930},  {"forties", 1940},  {"fifties", 1950},
                                       {"sixties", 1960},  {"seventies", 1970}, {"eighties", 1980}, {"nineties", 1990}};
    if (const auto year = find(kNames, w)) {
      raw.kind = TimeKind::decade;
      raw.number = *year;
      return true;
    }
    std::string digits = w;
    if (!digits.empty() && digits[0] == '\'') digits.erase(0, 1);
    if (digits.size() >= 2 && digits.back() == 's')
      digits.pop_back();
    else
      return false;
    if (!digits.empty() && digits.back() == '\'') digits.pop_back();
    if ((digits.size() != 4 && digits.size() != 2) || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return false;
    const int year = std::stoi(digits) + (digits.size() == 2 ? 1900 : 0);
    if (year % 10 != 0 || year < 1000 || year > 2100) return false;
    raw.kind = TimeKind::decade;
    raw.number = year;
    return true;
  }
  Raw century(uint32_t t) {
    RawTime raw = made(TimeKind::century, t);
    lead(raw, t);
    if (raw.shift != TimeShift::none) return std::nullopt;
    const auto number = read_number(document_, t);
    if (!number || !number->ordinal || word(number->last) != "century" || number->value < 1 || number->value > 21) return std::nullopt;
    raw.number = static_cast<int>(number->value);
    raw.last = number->last + 1;
    return raw;
  }

  // the summer of 2011 · last autumn · in winter
  Raw season(uint32_t t) {
    RawTime raw = made(TimeKind::season, t);
    const uint32_t start = t;
    lead(raw, t);
    const auto season = find(kSeasons, word(t));
    if (!season || document_.tokens[t].upos == Upos::VERB) return std::nullopt;
    raw.number = *season;
    raw.last = t + 1;
    year_after(raw);
    const bool in = start > first_ && (word(start - 1) == "in" || word(start - 1) == "since" || word(start - 1) == "until" ||
                                       word(start - 1) == "by" || word(start - 1) == "before");
    const bool the = t > first_ && word(t - 1) == "the";
    if (word(t) == "fall" && raw.year == 0 && raw.shift == TimeShift::none) return std::nullopt;
    const bool joined = start > first_ + 1 && word(start - 1) == "and" && find(kSeasons, word(start - 2));
    const bool campaign = word(t + 1) == "offensive" || word(t + 1) == "offensives" || word(t + 1) == "campaign";
    if (raw.year == 0 && raw.shift == TimeShift::none && !in && !the && !joined && !campaign) return std::nullopt;
    return raw;
  }
  // the first quarter of 2011 · the second half of the year
  Raw quarter(uint32_t t) {
    if (word(t) == "the") ++t;
    const auto number = read_number(document_, t);
    if (!number || !number->ordinal || number->value < 1 || number->value > 4) return std::nullopt;
    const std::string& what = word(number->last);
    if (what != "quarter" && what != "half") return std::nullopt;
    if (what == "half" && number->value > 2) return std::nullopt;
    RawTime raw = made(what == "quarter" ? TimeKind::quarter : TimeKind::half, number->last + 1);
    raw.number = static_cast<int>(number->value);
    const uint32_t bare = raw.last;
    year_after(raw);
    if (raw.last == bare && word(bare) == "of" && (word(bare + 1) == "the" || word(bare + 1) == "this" || word(bare + 1) == "last") &&
        word(bare + 2) == "year") {
      raw.shift = word(bare + 1) == "last" ? TimeShift::before : TimeShift::now;
      raw.last = bare + 3;
    } else if (raw.last == bare && what == "half") {
      return std::nullopt;
    }
    return raw;
  }

  // every day · each week · daily · annually · twice a week
  Raw set(uint32_t t) {
    static constexpr struct {
      std::string_view word, value;
    } kSets[] = {{"daily", "P1D"},  {"weekly", "P1W"},  {"monthly", "P1M"}, {"annually", "P1Y"}, {"yearly", "P1Y"},
                 {"annual", "P1Y"}, {"nightly", "P1D"}, {"hourly", "PT1H"}, {"everyday", "P1D"}, {"quarterly", "P3M"}};
    RawTime raw = made(TimeKind::set, t + 1);
    for (const auto& entry : kSets)
      if (entry.word == word(t) && !capital(t)) {
        raw.value = entry.value;
        return raw;
      }
    const std::string& w = word(t);
    if (w.size() > 7 && w.ends_with("days") && find(kWeekdays, std::string_view(w).substr(0, w.size() - 1))) {  // "Tuesdays"
      raw.value = "XXXX-WXX-" + std::to_string(*find(kWeekdays, std::string_view(w).substr(0, w.size() - 1)) + 1);
      return at_clock(raw);
    }
    if (find(kWeekdays, w) && weekday_here(t) && !part_at(t + 1).empty() && word(t + 1).ends_with('s')) {  // "Friday mornings"
      raw.value = "XXXX-WXX-" + std::to_string(*find(kWeekdays, w) + 1) + "T" + std::string(part_at(t + 1));
      raw.last = t + 2;
      return raw;
    }
    uint32_t at = t + 1;
    if (w == "once" || w == "twice") {  // "once a week"
      const auto unit = find(kUnits, word(t + 2));
      if ((word(t + 1) != "a" && word(t + 1) != "an" && word(t + 1) != "every") || !unit || *unit < 1 || *unit > 7) return std::nullopt;
      at = t + 2;
    } else if (w != "every" && w != "each") {
      return std::nullopt;
    }
    const auto number = read_number(document_, at);
    int count = number && !number->vague && !number->ordinal ? static_cast<int>(std::min(number->value, 1000.0)) : 1;
    if (number) at = number->last;
    const bool other = word(at) == "other";
    if (other) ++at, count = 2;
    raw.last = at + 1;
    if (const auto weekday = find(kWeekdays, word(at)); weekday && weekday_here(at)) {
      raw.value = "XXXX-WXX-" + std::to_string(*weekday + 1);
      return at_clock(raw);
    }
    if (word(at) == "weekend" || word(at) == "weekends") {
      raw.value = count == 1 ? "XXXX-WXX-WE" : "P" + std::to_string(count) + "WE";
      return raw;
    }
    if (!part_at(at).empty()) {
      raw.value = "XXXX-XX-XXT" + std::string(part_at(at));
      return raw;
    }
    const auto unit = find(kUnits, word(at));
    if (unit && *unit == 10) {
      raw.value = "P" + std::to_string(3 * count) + "M";
      return raw;
    }
    if (!unit || *unit < 1 || *unit > 7) return std::nullopt;
    static constexpr std::string_view kLetters[] = {"", "H", "D", "W", "M", "Y", "0Y", "00Y"};
    raw.value = std::string(*unit == 1 ? "PT" : "P") + std::to_string(count) + std::string(kLetters[*unit]);
    return raw;
  }
  // "every Monday at 4 p.m."
  Raw at_clock(RawTime raw) {
    if (word(raw.last) != "at") return raw;
    if (const Raw time = clock(raw.last + 1))
      raw.value += time->value.ends_with(":00") ? time->value.substr(0, 3) : time->value, raw.last = time->last;
    return raw;
  }

  // 10:30 · 10 a.m. · 4pm · noon · at dawn
  Raw clock(uint32_t t) {
    RawTime raw = made(TimeKind::clock, t);
    const std::string& w = word(t);
    size_t i = 0;
    int hour = 0, minute = -1;
    while (i < w.size() && i < 2 && w[i] >= '0' && w[i] <= '9') hour = hour * 10 + (w[i++] - '0');
    if (i > 0 && i + 2 < w.size() + 0 && (w[i] == ':' || w[i] == '.') && w[i + 1] >= '0' && w[i + 1] <= '5' && w[i + 2] >= '0' && w[i + 2] <= '9') {
      minute = (w[i + 1] - '0') * 10 + (w[i + 2] - '0');
      i += 3;
    }
    if (i > 0) {
      std::string tail = w.substr(i);
      uint32_t last = t + 1;
      if (tail.empty() &&
          (word(last) == "am" || word(last) == "pm" || word(last) == "a.m." || word(last) == "p.m." || word(last) == "a.m" || word(last) == "p.m"))
        tail = word(last++);
      const bool am = tail.rfind("am", 0) == 0 || tail.rfind("a.m", 0) == 0, pm = tail.rfind("pm", 0) == 0 || tail.rfind("p.m", 0) == 0;
      if (!am && !pm && (minute < 0 || w[1] == '.' || w[2] == '.')) return std::nullopt;
      if (hour > 24 || (!tail.empty() && !am && !pm)) return std::nullopt;
      if (pm && hour < 12) hour += 12;
      if (am && hour == 12) hour = 0;
      const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
      raw.value = "T" + two(hour) + ":" + two(minute < 0 ? 0 : minute);
      raw.last = last;
      return raw;
    }
    return std::nullopt;
  }

  // The letters from the token on are those of the name, up to the end of a token; 0 where they are not.
  uint32_t spells(uint32_t t, std::string_view name) const {
    size_t done = 0;
    for (uint32_t at = t; at < last_ && at < t + kReach; ++at) {
      for (const char c : words_[at - first_]) {
        if (c < 'a' || c > 'z') continue;
        if (done >= name.size() || name[done] != c) return 0;
        ++done;
      }
      if (done == name.size()) return at + 1;
    }
    return 0;
  }
  static constexpr size_t kLongestName = 24;

  // [last|next] Christmas [2011] · Eid al-Fitr · the Fourth of July is a plain date
  Raw holiday(uint32_t t) {
    RawTime raw = made(TimeKind::feast, t);
    if (word(t) == "the" && shift_at(t + 1) != TimeShift::none) ++t;
    if (shift_at(t) != TimeShift::none && shift_at(t) != TimeShift::same) raw.shift = shift_at(t++);
    if (t >= last_ || !among(word(t), kHolidayWords) || !(capital(t) || capital(t + 1) || raw.shift != TimeShift::none || year_near(t)))
      return std::nullopt;
    for (size_t k = 0; k < std::size(kHolidays); ++k)
      if (const uint32_t last = spells(t, kHolidays[k].name); last > raw.last) {
        raw.number = static_cast<int>(k);
        raw.last = last;
      }
    if (raw.last <= t) return std::nullopt;
    const TimeShift shift = raw.shift;
    year_after(raw);
    if (shift != TimeShift::none) raw.shift = shift;
    return raw;
  }

  bool year_near(uint32_t t) const {
    for (uint32_t at = t + 1; at < t + 4; ++at)
      if (year_at(at)) return true;
    return false;
  }

  // 10 Muharram 1443 [AH] · the 9th of Av · 14 Nisan 5782
  Raw other_calendar(uint32_t t) {
    if (word(t) == "the") ++t;
    const auto day = day_at(t);
    if (!day || *day > 30) return std::nullopt;
    uint32_t at = t + 1;
    if (word(at) == "of") ++at;
    if (!capital(at)) return std::nullopt;
    std::string letters;
    RawTime raw = made(TimeKind::lunar, t);
    for (uint32_t end = at; end < last_ && end < at + 5 && letters.size() < kLongestName; ++end) {
      const size_t before = letters.size();
      for (const char c : words_[end - first_])
        if (c >= 'a' && c <= 'z') letters += c;
      if (letters.size() == before) continue;
      const auto islamic = calendars::islamic_month(letters), hebrew = calendars::hebrew_month(letters);
      if (!islamic && !hebrew) continue;
      raw.month = islamic ? *islamic : *hebrew;
      raw.number = islamic ? 0 : 1;
      raw.last = end + 1;
    }
    if (raw.month == 0) return std::nullopt;
    raw.day = raw.last_day = *day;
    at = word(raw.last) == "," ? raw.last + 1 : raw.last;
    const auto year = read_number(document_, at);
    if (year && word(at).size() == 4 && year->value >= (raw.number == 0 ? 1200 : 5000) && year->value < (raw.number == 0 ? 1600 : 6000)) {
      raw.year = static_cast<int>(year->value);
      raw.last = at + 1;
      if (word(raw.last) == "ah" || word(raw.last) == "a.h.") ++raw.last;
    }
    return raw;
  }

  Raw vague(uint32_t t) {
    RawTime raw = made(TimeKind::vague, t + 1);
    if (among(word(t), kVaguePast)) raw.value = "PAST_REF";
    if (among(word(t), kVaguePresent)) raw.value = "PRESENT_REF";
    if (among(word(t), kVagueFuture)) raw.value = "FUTURE_REF";
    const bool noun = document_.tokens[t].upos == Upos::NOUN && t > first_ && word(t - 1) == "the";
    if (word(t) == "future" && noun) raw.value = "FUTURE_REF";
    if (word(t) == "past" && noun) raw.value = "PAST_REF";
    if (word(t) == "at" && word(t + 1) == "the" && word(t + 2) == "moment") raw.value = "PRESENT_REF", raw.last = t + 3;
    return raw.value.empty() ? Raw{} : raw;
  }

  // 22/04 · 1/1/2016 · 05-Aug-2016 · Dec/2018 · 20161016 · Q1 2019 · Friday 7/6
  Raw numeric(uint32_t t) {
    static constexpr std::string_view kLed[] = {"on", "since", "until", "from", "between", "this", "next"};
    uint32_t at = t;
    if (word(t) == "this" || word(t) == "next") ++at;
    const auto weekday = find(kWeekdays, word(at));
    if (weekday && weekday_here(at)) {
      ++at;
      if (word(at) == "," || word(at) == "-" || word(at) == "(") ++at;
    }
    if (at >= last_) return std::nullopt;
    const bool led = at > t || (t > first_ && (among(word(t - 1), kLed) || find(kWeekdays, word(t - 1)) || numeric_before(t)));
    Raw raw = read_numeric_date(document_, at, led);
    if (!raw || raw->last > last_) return std::nullopt;
    if (at > t && (raw->kind != TimeKind::date || !weekday)) return std::nullopt;
    if (at > t && word(at - 1) == "(" && word(raw->last) == ")") ++raw->last;
    if (at > t) raw->weekday = *weekday;
    if (raw->year == 0 && raw->kind == TimeKind::date) year_after(*raw);
    return raw;
  }
  // "11/20, 11/22 or 11/25"
  bool numeric_before(uint32_t t) const {
    static constexpr std::string_view kLinks[] = {",", "or", "and", "to", "-", "~", "until", "till", "through"};
    return t > first_ + 1 && among(word(t - 1), kLinks) && word(t - 2).find('/') != std::string::npos;
  }

  // the 18th · around the 21st this month · Tuesday the eleventh is left to its weekday
  Raw month_day_alone(uint32_t t) {
    static constexpr std::string_view kLed[] = {"on",    "until", "till", "by",     "from",    "since", "before",
                                                "after", "of",    "and",  "around", "between", "to"};
    if (word(t) != "the" || t == first_ || !among(word(t - 1), kLed)) return std::nullopt;
    const auto number = read_number(document_, t + 1);
    if (!number || !number->ordinal || number->vague || number->value < 1 || number->value > 31) return std::nullopt;
    RawTime raw = made(TimeKind::month_day, number->last);
    raw.day = raw.last_day = static_cast<int>(number->value);
    const bool of = word(raw.last) == "of", day = word(raw.last) == "day";
    const uint32_t at = raw.last + (of ? 1 : day && word(raw.last + 1) == "of" ? 2 : 0);
    const std::string& which = word(at);
    if ((which == "this" || which == "last" || which == "next" || (which == "the" && at > raw.last)) && word(at + 1) == "month") {
      raw.shift = which == "last" ? TimeShift::last : which == "next" ? TimeShift::next : TimeShift::now;
      raw.last = at + 2;
      return raw;
    }
    const bool digits = word(t + 1)[0] >= '0' && word(t + 1)[0] <= '9';
    if (!digits || !stops(raw.last) || of) return std::nullopt;  // "on the 18th", and no "on the second"
    return raw;
  }

  // the week of 3 May · the week beginning 4 February · w/c 4 Feb · week 31 [of 2018]
  Raw week(uint32_t t) {
    static constexpr std::string_view kOf[] = {"of", "beginning", "starting", "commencing", "ending", "from"};
    if (word(t) == "the") ++t;
    if (word(t) == "w/c" || (word(t) == "week" && among(word(t + 1), kOf))) {
      uint32_t at = word(t) == "week" ? t + 2 : t + 1;
      if (word(at) == "on") ++at;
      const Raw base = read_base(at);
      const bool day = base && (base->kind == TimeKind::date || base->kind == TimeKind::month_day || base->kind == TimeKind::weekday);
      if (!day) return std::nullopt;
      RawTime raw = made(TimeKind::week_of, base->last);
      raw.base.push_back(*base);
      return raw;
    }
    if (word(t) != "week") return std::nullopt;
    const auto number = read_number(document_, t + 1);
    if (!number || number->ordinal || number->vague || number->value < 1 || number->value > 53 || word(t + 1)[0] < '0' || word(t + 1)[0] > '9')
      return std::nullopt;
    RawTime raw = made(TimeKind::week_number, number->last);
    raw.number = static_cast<int>(number->value);
    const uint32_t bare = raw.last;
    year_after(raw);
    if (raw.last == bare && word(bare) == "of" && word(bare + 2) == "year") {
      raw.shift = shift_at(bare + 1);
      raw.last = bare + 3;
    }
    return raw;
  }

  // the third week of May · the last week of the year · the first ten days of June · the 9th month of next year
  Raw piece(uint32_t t) {
    if (word(t) == "the") ++t;
    RawTime raw = made(TimeKind::piece, t);
    raw.amount = 1;
    const auto number = read_number(document_, t);
    if (word(t) == "last" || word(t) == "final" || word(t) == "closing")
      raw.number = -1, ++t;
    else if (word(t) == "opening")
      raw.number = 1, ++t;
    else if (number && number->ordinal && !number->vague && number->value >= 1 && number->value < 100)
      raw.number = static_cast<int>(number->value), t = number->last;
    else
      return std::nullopt;
    if (raw.number == 1 || raw.number == -1)
      if (const auto amount = read_number(document_, t); amount && !amount->ordinal && !amount->vague && amount->value >= 1 && amount->value < 100)
        raw.amount = amount->value, t = amount->last;
    const auto unit = find(kUnits, word(t));
    if (!unit || *unit < 2 || *unit > 5) return std::nullopt;
    if (word(t + 1) != "of" && word(t + 1) != "in") return std::nullopt;
    raw.unit = static_cast<TimeUnit>(*unit);
    Raw base = read_base(t + 2);
    if (!base && word(t + 2) == "the" && (word(t + 3) == "year" || word(t + 3) == "month")) {
      base = made(TimeKind::unit, t + 4);
      base->unit = word(t + 3) == "year" ? TimeUnit::year : TimeUnit::month;
      base->shift = TimeShift::now;
    }
    if (!base || (base->kind != TimeKind::month && base->kind != TimeKind::year && base->kind != TimeKind::unit)) return std::nullopt;
    if (base->kind == TimeKind::unit && base->unit <= raw.unit) return std::nullopt;
    raw.last = base->last;
    raw.base.push_back(*base);
    return raw;
  }

  // two weeks before Christmas · 3 days from Tuesday · a month after 3 May
  Raw counted(uint32_t t) {
    Raw raw = amount(t);
    if (!raw || raw->amount < 0 || raw->unit < TimeUnit::day) return std::nullopt;
    uint32_t at = raw->last;
    if (raw->kind == TimeKind::offset) {
      if (word(at - 1) != "after" && word(at - 1) != "before" && word(at - 1) != "from") return std::nullopt;
      --at;
    } else if (raw->shift != TimeShift::none) {
      return std::nullopt;
    }
    if (word(at) == "," && word(at + 1) == "from") ++at;
    const std::string& how = word(at);
    const bool starts = how == "starting" || how == "beginning";
    if (how != "after" && how != "before" && how != "from" && !starts) return std::nullopt;
    const bool preposition = starts && (word(at + 1) == "on" || word(at + 1) == "from");
    const Raw base = read_base(at + (preposition ? 2 : 1));
    if (!base) return std::nullopt;
    RawTime out = made(TimeKind::offset, base->last);
    out.amount = raw->amount, out.unit = raw->unit;
    // "for three days from Monday": all of them.
    const bool whole = t > first_ && word(t - 1) == "for";
    if (starts || (whole && how == "from")) {
      out.kind = TimeKind::duration;
      out.base.push_back(*base);
      return out;
    }
    out.shift = how == "before" ? TimeShift::earlier : TimeShift::later;
    out.base.push_back(*base);
    return out;
  }

  using Step = Raw (Reader::*)(uint32_t);
  static constexpr Step kSteps[] = {
      &Reader::iso,  &Reader::day_month, &Reader::month,   &Reader::weekday,       &Reader::day_word, &Reader::day_part,
      &Reader::unit, &Reader::amount,    &Reader::year,    &Reader::century,       &Reader::season,   &Reader::quarter,
      &Reader::set,  &Reader::clock,     &Reader::holiday, &Reader::vague,         &Reader::numeric,  &Reader::month_day_alone,
      &Reader::week, &Reader::piece,     &Reader::counted, &Reader::other_calendar};

  const Document& document_;
  const uint32_t first_, last_;
  std::vector<std::string> words_;
  int depth_ = 0;  // of readings within readings
};

}  // namespace

std::vector<RawTime> read_raw_times(const Document& document, uint32_t first, uint32_t last) {
  const uint32_t bound = static_cast<uint32_t>(document.tokens.size());
  return Reader(document, std::min(first, bound), std::min(last, bound)).all();
}

}  // namespace gesta
