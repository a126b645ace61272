#include "events/when_lengths.h"

#include <cstdlib>
#include <optional>

#include "base/date.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_days.h"
#include "events/when_event.h"

namespace gesta {

namespace {

using tree::among;

constexpr std::string_view kBegin[] = {"begin", "start", "open", "launch", "commence", "embark"};
constexpr std::string_view kEnd[] = {"end", "finish", "conclude", "close", "wind", "wrap", "break", "suspend", "adjourn", "cease", "halt"};
constexpr std::string_view kCrown[] = {"follow", "crown", "cap", "end"};
constexpr std::string_view kBehind[] = {"after", "following"};
constexpr int kLongest = 70;  // days

struct Length {
  int days = 0;
  bool weeks = false;
  int months = 0;
  uint32_t top = kNone;  // what hangs in the clause: the event's noun, or "days" of "five days of talks"
};

// The length told with the noun: before it, or as what it is told of.
std::optional<Length> length_of(const Document& document, const std::vector<TimeExpression>& times, uint32_t noun) {
  for (const TimeExpression& time : times) {
    if (time.type != "DURATION" || time.value.size() < 3 || time.value[0] != 'P' || time.first > noun) continue;
    if (document.tokens[time.first].sentence != document.tokens[noun].sentence) continue;
    const int amount = std::atoi(time.value.c_str() + 1);
    const bool weeks = time.value.back() == 'W';
    const int months = time.value.back() == 'M' && time.value[1] != 'T' ? amount : 0;
    const int days = weeks ? 7 * amount : time.value.back() == 'D' ? amount : 0;
    if ((days < 2 || days > kLongest) && (months < 2 || months > 12)) continue;
    const uint32_t top = top_of(document, time);
    Length length{days, weeks, months, noun};
    const bool of_what = tree::lower_form(document, top + 1) == "of";  // "wound up five days of talks", wherever these hang
    if (top == noun && (of_what || tree::child(document, noun, {Deprel::nmod}) != kNone)) return length;
    if (time.last <= noun && tree::head(document, top) == noun && document.tokens[top].deprel != Deprel::conj) return length;
    length.top = top;
    const bool hangs = tree::head(document, noun) == top || (of_what && tree::head(document, top + 1) == noun);
    if (hangs && tree::has_child_form(document, noun, "of")) return length;
  }
  return std::nullopt;
}

// Where the event is told by the verb, it is the beginning or the end itself, unless people meet or work together.
uint32_t noun_of(const Document& document, const EventSite& site) {
  const bool rioting =
      document.tokens[site.head].xpos == "VBG" && tree::has_child_form(document, site.head, Deprel::mark, "of");  // "days of rioting"
  if (document.tokens[site.head].upos != Upos::VERB || rioting) return site.head;
  if (site.type != "CONSULT" && site.type != "COOPERATE") return kNone;
  const uint32_t done = tree::child(document, site.head, {Deprel::obj});
  return done != kNone ? done : tree::child(document, site.head, {Deprel::nsubj, Deprel::nsubj_pass});
}

}  // namespace

std::optional<DaysHeld> days_held(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site, const std::string& day) {
  const uint32_t noun = noun_of(document, site);
  const auto date = parse_iso_date(day);
  if (noun == kNone || !date) return std::nullopt;
  const auto length = length_of(document, times, noun);
  const uint32_t verb = length ? tree::head(document, length->top) : kNone;
  if (verb == kNone) return std::nullopt;
  const Deprel is = base(document.tokens[length->top].deprel);
  const std::string lemma = tree::lower_lemma(document, verb);
  const bool party = is == Deprel::obj || is == Deprel::nsubj || is == Deprel::nsubj_pass;
  const bool behind = ((is == Deprel::obl || is == Deprel::nmod) && among(tree::marker(document, length->top), kBehind)) ||
                      (is == Deprel::obj && among(lemma, kCrown));
  const int at = to_days(*date);
  if (length->months) {
    if (!behind && !(party && among(lemma, kEnd))) return std::nullopt;
    const auto first = moved(at, length->months, TimeUnit::month, -1);
    return first ? std::optional(DaysHeld{iso(from_days(*first)), day}) : std::nullopt;
  }
  if (party && among(lemma, kBegin)) return DaysHeld{day, iso(from_days(at + length->days - 1))};
  if (!behind && !(party && among(lemma, kEnd))) return std::nullopt;
  return DaysHeld{iso(from_days(at - length->days + (length->weeks ? 0 : 1))), day};  // a week of days of work ends on the day it began on
}

bool is_day_of_another(const Document& document, const EventSite& site, int days) {
  const Sentence& s = document.sentences[site.sentence];
  for (uint32_t t = s.first; t + 1 < s.last; ++t) {
    const auto number = read_number(document, t);
    if (!number || !number->ordinal || static_cast<int>(number->value) != days || number->last >= s.last) continue;
    const uint32_t unit = number->last;
    const std::string form = tree::lower_form(document, unit);
    if ((form != "day" && form != "night") || tree::has_child_form(document, unit, Deprel::case_, "for")) continue;
    const bool done = base(document.tokens[unit].deprel) == Deprel::obj || unit == site.head;  // "entered the third day of a strike"
    for (const uint32_t c : tree::children(document, unit))
      if (!done && document.tokens[c].deprel == Deprel::nmod && tree::has_child_form(document, c, Deprel::case_, "of"))
        return !tree::is_below(document, site.head, c);
  }
  return false;
}

namespace {

struct CountedDay {
  uint32_t unit = kNone;  // the word "day"
  int count = 0;
};

// "For a tenth day" in the clause of the day on which it is counted.
std::optional<CountedDay> counted_on(const Document& document, const TimeExpression& day) {
  const uint32_t clause = tree::clause_of(document, top_of(document, day));
  const Sentence& s = document.sentences[document.tokens[day.first].sentence];
  for (uint32_t t = s.first; t + 1 < s.last; ++t) {
    const auto number = read_number(document, t);
    if (!number || !number->ordinal || number->value < 2 || number->value > kLongest) continue;
    uint32_t unit = number->last;
    for (const std::string_view skip : {"straight", "consecutive", "successive"}) unit += tree::lower_form(document, unit) == skip;
    const std::string form = tree::lower_form(document, unit);
    if ((form == "day" || form == "night") && unit < s.last && tree::has_child_form(document, unit, Deprel::case_, "for") &&
        tree::clause_of(document, unit) == clause)
      return CountedDay{unit, static_cast<int>(number->value)};
  }
  return std::nullopt;
}

// "went on fighting": the clause that its verb opens is that of the verb above.
uint32_t whole_clause_of(const Document& document, uint32_t token) {
  const uint32_t clause = tree::clause_of(document, token);
  return clause < document.tokens.size() && document.tokens[clause].deprel == Deprel::xcomp ? tree::head(document, clause) : clause;
}

}  // namespace

int nth_day(const Document& document, const EventSite& site, const TimeExpression& day) {
  const auto counted = counted_on(document, day);
  return counted && whole_clause_of(document, site.head) == whole_clause_of(document, counted->unit) ? counted->count : 0;
}

bool is_counted_on(const Document& document, const TimeExpression& day) { return counted_on(document, day).has_value(); }

std::string lasted_to(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site, uint32_t since,
                      const std::string& published) {
  const uint32_t clause = tree::clause_of(document, site.head);
  if (clause >= document.tokens.size() || !tree::has_child_form(document, clause, Deprel::aux, "had")) return {};
  if (times[since].first == 0 || tree::lower_form(document, times[since].first - 1) != "since") return {};
  for (const TimeExpression& time : times)
    if (document.tokens[time.first].sentence == site.sentence && time.type != "SET" && time.start.size() >= 10 && time.start == time.end &&
        time.start > times[since].start && time.start < published && tree::clause_of(document, top_of(document, time)) != clause)
      return time.start;
  return {};
}

}  // namespace gesta
