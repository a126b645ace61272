// Finds time expressions in the tokens of a sentence: a hand-written longest-match reader over the tables of times_tables.h, after the
// types of TIMEX3 (Pustejovsky et al. 2003, ISO 24617-1). Left out: fiscal years, time zones.
#include <algorithm>
#include <span>
#include <unordered_set>

#include "events/times_clock.h"
#include "events/times_direction.h"
#include "events/times_reader.h"

namespace gesta {

using namespace time_words;
using tree::among;

TimeReader::TimeReader(const Document& document, const Knowledge& knowledge, uint32_t first, uint32_t last)
    : document_(document), knowledge_(knowledge), first_(first), last_(last) {
  words_.reserve(last - first);
  for (uint32_t t = first; t < last; ++t) words_.push_back(tree::lower_form(document, t));
}

const TimeReader::Step TimeReader::kSteps[] = {&TimeReader::iso,      &TimeReader::day_month, &TimeReader::month,           &TimeReader::weekday,
                                               &TimeReader::day_word, &TimeReader::day_part,  &TimeReader::night_to_day,    &TimeReader::unit,
                                               &TimeReader::amount,   &TimeReader::year,      &TimeReader::century,         &TimeReader::season,
                                               &TimeReader::quarter,  &TimeReader::set,       &TimeReader::clock,           &TimeReader::holiday,
                                               &TimeReader::vague,    &TimeReader::numeric,   &TimeReader::month_day_alone, &TimeReader::week,
                                               &TimeReader::piece,    &TimeReader::counted,   &TimeReader::other_calendar};

std::vector<RawTime> TimeReader::all() {
  std::vector<RawTime> found;
  for (uint32_t t = first_, near = first_; t < last_;) {
    // No expression starts far from a word that one cannot do without.
    near = std::max(near, t);
    while (near < last_ && near < t + kReach && !is_core(words_[near - first_]) && !feast_at(near)) ++near;
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
  join_hours(found);
  return found;
}

// The longest reading that starts at the token.
Raw TimeReader::read(uint32_t t) {
  Raw best;
  for (const auto step : kSteps) {
    Raw raw = (this->*step)(t);
    if (raw && raw->last > t && (!best || raw->last > best->last)) best = std::move(raw);
  }
  if (best) best->first = t;
  return best;
}

// A day or longer that another expression can count from.
Raw TimeReader::read_base(uint32_t t) {
  if (depth_ > 1 || t >= last_) return std::nullopt;
  ++depth_;
  const Raw found = read(t);
  --depth_;
  if (!found || found->bare || found->event_anchor) return std::nullopt;
  const TimeKind kind = found->kind;
  const bool counts = kind == TimeKind::duration || kind == TimeKind::set || kind == TimeKind::clock || kind == TimeKind::vague;
  return counts ? Raw{} : found;
}

// "at 4 pm on Tuesday", "tomorrow from 5 to 6pm", "before dawn on Monday", "in the morning at 7": one expression.
Raw TimeReader::with_hours(const RawTime& a, const RawTime& b) const {
  static constexpr std::string_view kBetween[] = {"on",      "of", ",",      "at",    "in",     "the",   "from",
                                                  "between", "@",  "around", "about", "before", "after", "by"};
  const auto is_part = [](const RawTime& raw) { return raw.kind == TimeKind::part && raw.bare; };
  const auto is_day = [](const RawTime& raw) {
    const TimeKind kind = raw.kind;
    return kind == TimeKind::date || kind == TimeKind::weekday || kind == TimeKind::month_day ||
           (kind == TimeKind::part && !raw.bare && !raw.event_anchor);
  };
  const auto hours = [&](const RawTime& raw) { return raw.kind == TimeKind::clock || is_part(raw); };
  if (b.first > a.last + 2) return std::nullopt;
  for (uint32_t t = a.last; t < b.first; ++t)
    if (!among(word(t), kBetween)) return std::nullopt;
  if (is_part(a) && b.kind == TimeKind::clock) {
    RawTime out = b;
    if (b.half_day && a.part != "MO") out.value = afternoon(b.value);
    out.bare = out.half_day = false;
    out.first = a.first;
    return out;
  }
  const bool after = is_day(a) && hours(b);
  if (!after && !(hours(a) && is_day(b))) return std::nullopt;
  const RawTime &day = after ? a : b, &time = after ? b : a;
  const bool span = after && b.first == a.last && b.value.find('/') != std::string::npos;
  const bool led = after && (word(b.first - 1) == "at" || word(b.first - 1) == "@");
  if (time.kind == TimeKind::clock && time.bare && !span && !led) return std::nullopt;  // "on Friday 23 people"
  if (is_part(time) && !day.part.empty()) return std::nullopt;
  RawTime out = day;
  const bool late = time.half_day && (day.part == "AF" || day.part == "EV" || day.part == "NI");
  out.value = is_part(time) ? "T" + time.part : late ? afternoon(time.value) : time.value;
  out.first = a.first, out.last = b.last;
  return out;
}
// "Saturday three days from now", "in three days on Friday", "three weeks after Christmas on Friday": the weekday of the week that is counted to.
Raw TimeReader::with_weekday(const RawTime& a, const RawTime& b) const {
  const auto named = [](const RawTime& raw) { return raw.kind == TimeKind::weekday && raw.shift == TimeShift::none && !raw.week && raw.number == 0; };
  const auto counted = [&](const RawTime& raw) {
    const bool in = raw.kind == TimeKind::duration && raw.shift == TimeShift::none && raw.first > first_ && word(raw.first - 1) == "in" &&
                    !compares(document_, raw.first - 1);
    return in || (raw.kind == TimeKind::offset && (!raw.base.empty() || raw.shift == TimeShift::next));
  };
  if (b.first > a.last + 1 || !((named(a) && counted(b)) || (counted(a) && named(b)))) return std::nullopt;
  const bool from_now = (named(a) ? b : a).shift == TimeShift::next;
  if (b.first > a.last && word(a.last) != "on" && !(from_now && word(a.last) == ",")) return std::nullopt;
  RawTime out = named(a) ? b : a;
  out.weekday = (named(a) ? a : b).weekday;
  out.first = a.first, out.last = b.last;
  return out;
}
// "from 9 for two and a half hours", "for two hours from 2pm"
Raw TimeReader::with_length(const RawTime& a, const RawTime& b) const {
  if (a.last + 1 != b.first) return std::nullopt;
  const bool after = b.kind == TimeKind::duration;
  const RawTime &time = after ? a : b, &length = after ? b : a;
  if (time.kind != TimeKind::clock || length.kind != TimeKind::duration || length.unit > TimeUnit::hour || length.shift != TimeShift::none ||
      length.amount < 0)
    return std::nullopt;
  if (word(a.last) != (after ? "for" : "from")) return std::nullopt;
  double minutes = length.amount * (length.unit == TimeUnit::hour ? 60 : length.unit == TimeUnit::minute ? 1 : 0);
  for (const TimeLength& part : length.more) minutes += part.unit == TimeUnit::minute ? part.amount : 0;
  const auto value = clock_range(time.value, minutes);
  if (!value) return std::nullopt;
  RawTime out = time;
  out.value = *value;
  out.bare = false;
  out.first = a.first, out.last = b.last;
  return out;
}
void TimeReader::join_hours(std::vector<RawTime>& found) const {
  std::vector<RawTime> out;
  for (RawTime& raw : found) {
    Raw joined = out.empty() ? Raw{} : with_hours(out.back(), raw);
    if (!joined && !out.empty()) joined = with_weekday(out.back(), raw);
    if (!joined && !out.empty()) joined = with_length(out.back(), raw);
    // "next month at 6."
    const bool of_unit = !out.empty() && out.back().kind == TimeKind::unit && raw.first == out.back().last + 1 && word(raw.first - 1) == "at";
    if (of_unit && raw.kind == TimeKind::clock && stops(raw.last)) raw.bare = false;
    if (joined) {
      out.back() = std::move(*joined);
      continue;
    }
    out.push_back(std::move(raw));
  }
  // A bare number is a time only beside a day.
  std::erase_if(out, [](const RawTime& raw) { return raw.kind == TimeKind::clock && raw.bare; });
  found = std::move(out);
}

// "from April to June 2017", "between 3 May and 5 June 2011": the year of the second is that of the first.
void TimeReader::share_years(std::vector<RawTime>& found) const {
  for (size_t k = found.size(); k-- > 1;) {
    RawTime &a = found[k - 1], &b = found[k];
    const bool dated = (a.kind == TimeKind::date || a.kind == TimeKind::month) && (b.kind == TimeKind::date || b.kind == TimeKind::month);
    if (!dated || a.month == 0 || a.year != 0 || b.year == 0 || b.month == 0 || a.shift != TimeShift::none || b.first > a.last + 2) continue;
    if (!among(word(a.last), kLinks)) continue;
    a.year = a.month > b.month ? b.year - 1 : b.year;
  }
}

// A digit, or a word of the tables: one of these stands in every expression.
bool TimeReader::is_core(const std::string& word) {
  static const std::unordered_set<std::string_view> core = [] {
    std::unordered_set<std::string_view> all = {"weekend",  "weekends",   "week-end",  "future",  "past",      "half",     "moment",   "present",
                                                "date",     "weekday",    "eve",       "earlier", "later",     "couple",   "time",     "nineteen",
                                                "eighteen", "thousand",   "o'clock",   "oclock",  "a.m.",      "p.m.",     "thirty",   "twenties",
                                                "thirties", "forties",    "fifties",   "sixties", "seventies", "eighties", "nineties", "mondays",
                                                "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"};
    for (const Part& set : kSets) all.insert(set.word);
    for (const Entry& entry : kShortDays) all.insert(entry.word);
    for (const Entry& entry : kMonths) all.insert(entry.word);
    for (const Entry& entry : kWeekdays) all.insert(entry.word);
    for (const UnitWord& entry : kUnits) all.insert(entry.word);
    for (const Entry& entry : kSeasons) all.insert(entry.word);
    for (const Entry& entry : kDayWords) all.insert(entry.word);
    for (const Part& part : kParts) all.insert(part.word);
    for (const Part& meal : kMeals) all.insert(meal.word);
    for (const auto& list : {std::span<const std::string_view>(kVaguePast), std::span<const std::string_view>(kVaguePresent),
                             std::span<const std::string_view>(kVagueFuture)})
      all.insert(list.begin(), list.end());
    return all;
  }();
  if (!word.empty() && word[0] >= '0' && word[0] <= '9') return true;
  if (word.size() == 2 && (word[0] == 'q' || word[0] == 'h') && word[1] >= '1' && word[1] <= '4') return true;
  if (word.size() > 3 && word.back() >= '0' && word.back() <= '9') return true;  // Dec31, Dec/2018
  const size_t hyphen = word.rfind('-');                                         // mid-December
  return core.contains(word) || (hyphen != std::string::npos && core.contains(std::string_view(word).substr(hyphen + 1)));
}

Raw TimeReader::vague(uint32_t t) {
  RawTime raw = made(TimeKind::vague, t + 1);
  if (among(word(t), kVaguePast)) raw.value = "PAST_REF";
  if (among(word(t), kVaguePresent)) raw.value = "PRESENT_REF";
  if (among(word(t), kVagueFuture)) raw.value = "FUTURE_REF";
  const bool noun = document_.tokens[t].upos == Upos::NOUN && t > first_ && word(t - 1) == "the";
  if (word(t) == "future" && noun) raw.value = "FUTURE_REF";
  if (word(t) == "past" && noun) raw.value = "PAST_REF";
  if (word(t) == "at" && word(t + 1) == "the" && (word(t + 2) == "moment" || word(t + 2) == "minute")) raw.value = "PRESENT_REF", raw.last = t + 3;
  if (word(t) == "at" && word(t + 1) == "present") raw.value = "PRESENT_REF", raw.last = t + 2;
  if (word(t) == "at" && word(t + 1) == "the" && word(t + 2) == "present" && word(t + 3) == "time") raw.value = "PRESENT_REF", raw.last = t + 4;
  if (word(t + 1) == "date" && (word(t) == "current" || ((word(t) == "to" || word(t) == "till") && stops(t + 2))))
    raw.value = "PRESENT_REF", raw.last = t + 2;
  if (word(t) == "at" && word(t + 1) == "this" && word(t + 2) == "time" && stops(t + 3)) raw.value = "PRESENT_REF", raw.last = t + 3;
  return raw.value.empty() ? Raw{} : raw;
}

std::vector<RawTime> read_raw_times(const Document& document, const Knowledge& knowledge, uint32_t first, uint32_t last) {
  const uint32_t bound = static_cast<uint32_t>(document.tokens.size());
  return TimeReader(document, knowledge, std::min(first, bound), std::min(last, bound)).all();
}

}  // namespace gesta
