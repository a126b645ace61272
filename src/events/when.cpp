// The interval an event has. A log-linear choice with learnt weights (cf. where.cpp) weighs what the rules of when_rule.cpp find against every other
// expression of the sentence and of those before it, each as it stands, open to the day of writing, or a week on, and against "not told"; what is
// then known of its story and of its length corrects it. Nothing is invented: every date stands in the text. Weights: when_weights.inc, made by
// training/train_choice.py on gold events.
#include <algorithm>
#include <limits>
#include <utility>

#include "base/date.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/when_choices.h"
#include "events/when_event.h"
#include "events/when_lengths.h"
#include "events/when_rule.h"

namespace gesta {

namespace {

using tree::lower_form;

constexpr SignWeight kWeights[] = {
#include "events/when_weights.inc"
};

const SignWeights& weights() {
  static const SignWeights all(kWeights);
  return all;
}

int score(const WhenChoice& choice) { return weights().sum(choice.signs); }

When plain(const Document& document, const TimeExpression& time) {
  return {time.start, time.end, std::string(time.span.of(document.text)), time.span};
}

constexpr std::string_view kDeeds[] = {"attack",  "massacre", "killing", "killings", "murder", "blast", "bombing", "shooting", "raid",
                                       "assault", "ambush",   "clash",   "clashes",  "riot",   "march", "protest", "strike"};

bool tells_year(const Document& document, const TimeExpression& time) {
  for (uint32_t t = time.first; t < time.last; ++t)
    if (document.tokens[t].form.size() == 4 && (document.tokens[t].form[0] == '1' || document.tokens[t].form[0] == '2')) return true;
  return false;
}

// "The year was 1831": the last one told before the sentence.
const TimeExpression* year_of_story(const Document& document, const std::vector<TimeExpression>& times, uint32_t sentence) {
  const TimeExpression* last = nullptr;
  for (const TimeExpression& time : times) {
    if (document.tokens[time.first].sentence >= sentence) break;
    if (time.first < 3 || time.value.size() != 4 || time.start.empty()) continue;
    const std::string verb = lower_form(document, time.first - 1);
    if ((verb == "was" || verb == "is") && lower_form(document, time.first - 2) == "year" && lower_form(document, time.first - 3) == "the")
      last = &time;
  }
  return last;
}

// Where nothing nearer dates a deed that is done: the line that heads its paragraph, "The massacre took place on 3 April 1982" in the next sentence,
// "The year was 1831" in an earlier one.
std::optional<When> setting(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site, Status status) {
  if ((status != Status::happened && status != Status::ongoing) || site.type == "ACCUSE") return std::nullopt;
  const uint32_t line = tree::heading_line(document, site.sentence);
  const auto subject = [&](uint32_t s) {
    const uint32_t first = document.sentences[s].first;
    return lower_form(document, first) == "the" && tree::among(lower_form(document, first + 1), kDeeds);
  };
  const bool force = site.type == "ASSAULT" || site.type == "PROTEST";
  for (const TimeExpression& time : times) {
    if (time.start.size() < 10 || time.type == "SET" || time.type == "DURATION") continue;
    const uint32_t s = document.tokens[time.first].sentence;
    if (s == line) return plain(document, time);
    if (s == site.sentence + 1 && force && subject(s)) return plain(document, time);
  }
  if (const TimeExpression* year = year_of_story(document, times, site.sentence)) return plain(document, *year);
  return std::nullopt;
}

constexpr uint32_t kSentencesBack = 3;
constexpr int kNews = 14;  // days

bool no_news(const std::string& end, const std::string& published) {
  const auto now = parse_iso_date(published), last = parse_iso_date(end.substr(0, 10));
  return now && last && to_days(*now) - to_days(*last) > kNews;
}

// The expression hangs from a word for a deed: "who were killed in March", "the bombing of 1998".
bool dates_deed(const Document& document, const TimeExpression& time) {
  constexpr std::string_view verbs[] = {"kill", "die",    "shoot", "murder",  "massacre", "attack",
                                        "bomb", "ambush", "stab",  "execute", "behead",   "wound"};
  uint32_t at = time.first;
  for (int step = 0; step < 5 && at < document.tokens.size(); ++step, at = document.tokens[at].head)
    if (tree::among(tree::lower_lemma(document, at), verbs) || tree::among(lower_form(document, at), kDeeds)) return true;
  return false;
}

// An undated attack or march goes on with the one before it: "two brothers who were killed in March. ... Gunmen burst into ...". Only where that one
// is no news any more: of what is new, the weights know better.
std::optional<When> of_deed_before(const Document& document, const std::vector<TimeExpression>& times, const std::string& published,
                                   const EventSite& site, Status status) {
  if ((status != Status::happened && status != Status::ongoing) || site.type != "ASSAULT") return std::nullopt;
  const TimeExpression* last = nullptr;
  for (const TimeExpression& time : times) {
    if (document.tokens[time.first].sentence > site.sentence || time.first > site.head) break;
    if (time.start.size() >= 10 && time.end.size() >= 10 && time.type != "SET" && time.type != "DURATION") last = &time;
  }
  if (!last) return std::nullopt;
  const uint32_t away = site.sentence - document.tokens[last->first].sentence;
  if (away == 0 || away > kSentencesBack || !no_news(last->end, published) || !dates_deed(document, *last)) return std::nullopt;
  return plain(document, *last);
}

// The day of an earlier year that the text is written on the anniversary of: chairs are left empty "on Tuesday" for the dead of "10 September 2013".
const TimeExpression* remembered(const Document& document, const std::vector<TimeExpression>& times, const std::string& published) {
  constexpr int kSince = 4;  // days from the anniversary to the story
  const auto now = parse_iso_date(published);
  if (!now) return nullptr;
  for (const TimeExpression& time : times) {
    if (time.type == "SET" || time.start.size() < 10 || time.start.substr(0, 10) != time.end.substr(0, 10) || !tells_year(document, time)) continue;
    const Date day = parse_iso_date(time.start.substr(0, 10)).value_or(*now);
    for (const int year : {now->year, now->year - 1}) {
      const int since = to_days(*now) - to_days({year, day.month, std::min(day.day, days_in_month(year, day.month))});
      if (year > day.year && since >= -1 && since <= kSince) return &time;
    }
  }
  return nullptr;
}

// "the 2008 attack": the year before the word for a deed dates it, whatever else stands with it ("ten years after the 2008 attack").
std::optional<When> year_in_name(const Document& document, const std::string& published, const EventSite& site) {
  if (site.head >= document.tokens.size() || !tree::among(lower_form(document, site.head), kDeeds)) return std::nullopt;
  for (const uint32_t c : tree::children(document, site.head)) {
    const std::string year(document.tokens[c].form);
    const Deprel relation = base(document.tokens[c].deprel);
    if (c > site.head || (relation != Deprel::nummod && relation != Deprel::compound && relation != Deprel::amod)) continue;
    if (year.size() == 4 && year > "1500" && year < published.substr(0, 4) &&
        std::all_of(year.begin(), year.end(), [](char d) { return d >= '0' && d <= '9'; }))
      return When{year + "-01-01", year + "-12-31", year, document.tokens[c].span};
  }
  return std::nullopt;
}

// The weekday of what is expected lies ahead, unless the clause it stands in is past; what is told with its length has all its days, and what goes
// on is not over on the day it is counted on.
void correct(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site, Status status,
             uint32_t chosen, When& when) {
  const TimeExpression& time = times[chosen];
  const auto start = parse_iso_date(when.start), end = parse_iso_date(when.end);
  if (!start || !end) return;
  const uint32_t clause = tree::clause_of(document, top_of(document, time));
  const bool past = clause < document.tokens.size() && document.tokens[clause].xpos == "VBD";
  if (status == Status::expected && !past && when.start == when.end && when.end < published && is_weekday(lower_form(document, time.first)))
    when.start = when.end = iso(from_days(to_days(*start) + 7));
  if (when.start == when.end) {
    if (const int days = nth_day(document, site, time); days > 1) when.start = iso(from_days(to_days(*start) + 1 - days));
    if (auto held = days_held(document, times, site, when.start)) when.start = held->first, when.end = held->last;
  } else if (when.end == published && when.start == time.start.substr(0, 10)) {
    if (const std::string last = lasted_to(document, times, site, chosen, published); !last.empty()) when.end = last;
  } else if (when.end == time.start.substr(0, 10)) {  // "for a third day on Thursday"
    const int days = to_days(*end) - to_days(*start) + 1;
    if (site.type != "PROTEST" && is_day_of_another(document, site, days))
      when.start = when.end;
    else if (status == Status::ongoing && when.end < published && !is_counted_on(document, time))  // "entered the third day of a strike"
      when.end = published;
  }
}

bool dates_saying(const Document& document, const TimeExpression& time) {
  constexpr std::string_view tells[] = {"say",   "announce", "tell",        "report", "add",      "state",   "declare",  "confirm",
                                        "claim", "admit",    "acknowledge", "write",  "disclose", "explain", "maintain", "insist"};
  const uint32_t verb = tree::clause_of(document, top_of(document, time));
  return verb < document.tokens.size() && tree::among(tree::lower_lemma(document, verb), tells);
}

// "Gunmen ambushed a convoy on Monday, the army said on Tuesday. Two lorries were burned.": the day of the deed, where that of the telling was taken.
const TimeExpression* day_of_deed(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site,
                                  const TimeExpression& taken) {
  constexpr std::string_view force[] = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"};
  if (!tree::among(site.type, force) || document.tokens[taken.first].sentence >= site.sentence || !dates_saying(document, taken)) return nullptr;
  for (const TimeExpression& time : times)
    if (document.tokens[time.first].sentence == document.tokens[taken.first].sentence && time.start.size() >= 10 && time.start == time.end &&
        time.type != "SET" && time.start < taken.start && !dates_saying(document, time))
      return &time;
  return nullptr;
}

// What the text tells of the event whose likeliest choice is `best`.
std::optional<When> told(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site,
                         Status status, const WhenChoice& best) {
  const bool done = status == Status::happened || status == Status::ongoing;
  if (site.type == "ASSAULT" && done && (best.start.empty() || best.start > published.substr(0, 4)))
    if (const TimeExpression* day = remembered(document, times, published)) return plain(document, *day);
  if (auto year = year_in_name(document, published, site)) return year;
  if (best.start.empty()) {
    const std::optional<When> when = setting(document, times, site, status);
    return when ? when : of_deed_before(document, times, published, site, status);
  }
  if (best.time == kNone) return When{best.start, best.end, std::string(best.span.of(document.text)), best.span};
  const TimeExpression& time = times[best.time];
  // "The year was 1831. ... On the Thursday the ledgers went on to a bonfire."
  const TimeExpression* year = year_of_story(document, times, site.sentence);
  // "opened a book on Monday for a nurse who was killed last autumn. ... She was shot when ...": not on Monday.
  if (document.tokens[time.first].sentence < site.sentence && !dates_deed(document, time))
    if (const auto before = of_deed_before(document, times, published, site, status)) return before;
  const bool other = year && year->end < published && time.start.substr(0, 4) > year->start.substr(0, 4);
  if (other && !tells_year(document, time)) return plain(document, *year);
  if (best.start == best.end)
    if (const TimeExpression* deed = day_of_deed(document, times, site, time)) return plain(document, *deed);
  When when{best.start, best.end, std::string(time.span.of(document.text)), time.span};
  if (document.tokens[time.first].sentence == site.sentence) correct(document, times, published, site, status, best.time, when);
  return when;
}

std::vector<std::string> countries_of(const EventSite& site) {
  std::vector<std::string> out = site.source_countries;
  out.insert(out.end(), site.target_countries.begin(), site.target_countries.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// What is still to come and was told of with its date already: "is expected to visit Egypt in the next few days ... is set to meet officials".
std::optional<When> told_already(const Document& document, std::span<const EventSite> sites, std::span<const Status> statuses,
                                 const std::vector<std::optional<When>>& whens, size_t event) {
  const EventSite& own = sites[event];
  if (statuses[event] != Status::expected && statuses[event] != Status::possible) return std::nullopt;
  const auto parties = countries_of(own);
  if (parties.size() < 2) return std::nullopt;
  for (size_t k = event; k-- > 0;)
    if (whens[k] && statuses[k] == Status::expected && sites[k].sentence == own.sentence && tree::is_below(document, own.head, sites[k].head))
      return whens[k];
  for (size_t k = event; k-- > 0;)
    if (whens[k] && statuses[k] == Status::expected && sites[k].type == own.type && sites[k].sentence < own.sentence &&
        countries_of(sites[k]) == parties)
      return whens[k];
  return std::nullopt;
}

// "Three got life on Thursday over an attack on a hotel. ... Gunmen burst in in January."
bool tried(const Document& document, uint32_t token) {
  constexpr std::string_view verbs[] = {"sentence", "jail", "imprison", "convict", "charge", "acquit", "indict", "trial", "verdict", "conviction"};
  uint32_t at = token;
  for (int step = 0; step < 6 && at < document.tokens.size(); ++step, at = document.tokens[at].head)
    if (at != token && tree::among(tree::lower_lemma(document, at), verbs)) return true;
  return false;
}

// A story whose attacks and marches all lie back so far goes on with them where it gives no date; the deed of a trial is that which is told of next.
void carry_old(const Document& document, const std::vector<TimeExpression>& times, std::span<const EventSite> sites, std::span<const Status> statuses,
               const std::string& published, std::vector<std::optional<When>>& whens) {
  const auto deed = [&](size_t k) {
    return (sites[k].type == "ASSAULT" || sites[k].type == "PROTEST") && (statuses[k] == Status::happened || statuses[k] == Status::ongoing) &&
           sites[k].head < document.tokens.size();
  };
  const auto old = [&](size_t k) { return whens[k] && no_news(whens[k]->end, published); };
  // Its date stands in a sentence before, where it dates no deed: that of an arrest, of a ceremony.
  const auto borrowed = [&](size_t k) {
    return std::any_of(times.begin(), times.end(), [&](const TimeExpression& time) {
      return time.span.begin == whens[k]->span.begin && document.tokens[time.first].sentence < sites[k].sentence && !dates_deed(document, time);
    });
  };
  size_t last = sites.size();
  for (size_t k = 0; k < sites.size(); ++k) {
    if (!deed(k)) continue;
    if ((!whens[k] || borrowed(k)) && last < sites.size() && sites[k].sentence - sites[last].sentence <= kSentencesBack) whens[k] = whens[last];
    if (!whens[k] && sites[k].type == "ASSAULT" && tried(document, sites[k].head)) {
      size_t next = k + 1;
      while (next < sites.size() && !(deed(next) && whens[next])) ++next;
      if (next < sites.size() && old(next) && sites[next].sentence - sites[k].sentence <= kSentencesBack) whens[k] = whens[next];
    }
    if (!old(k)) break;
    last = k;
  }
}

// "Last week they freed two journalists who had been jailed since 2021": the expression that the event's own clause begins from, which no date of
// another clause outweighs.
uint32_t own_since(const Document& document, const std::vector<TimeExpression>& times, const EventSite& site, const std::optional<When>& rule) {
  for (uint32_t k = 0; rule && k < times.size(); ++k)
    if (times[k].span.begin == rule->span.begin && times[k].first > 0 && document.tokens[times[k].first].sentence == site.sentence &&
        lower_form(document, times[k].first - 1) == "since")
      return k;
  return kNone;
}

}  // namespace

std::vector<std::optional<When>> resolve_whens(const Document& document, const std::vector<TimeExpression>& times, const std::string& published,
                                               std::span<const EventSite> sites, std::span<const Status> statuses) {
  std::vector<std::optional<When>> out;
  for (size_t event = 0; event < sites.size(); ++event) out.push_back(rule_when(document, times, published, sites[event], statuses[event]));
  if (!parse_iso_date(published)) return out;
  const std::string day = published.substr(0, 10);
  const DatedEvents events(document, times, day, sites, statuses);
  for (size_t event = 0; event < sites.size(); ++event) {
    const std::optional<When> rule = std::exchange(out[event], std::nullopt);
    const std::vector<WhenChoice> choices = when_choices(events, event, rule);
    const WhenChoice* best = &choices[0];
    const uint32_t occasion = rule_occasion(document, times, published, sites[event], statuses[event]);
    const uint32_t bound = occasion != kNone ? occasion : own_since(document, times, sites[event], rule);
    int most = occasion == kNone ? score(choices[0]) : std::numeric_limits<int>::min();
    for (const WhenChoice& choice : choices)
      if (const int s = score(choice); s > most && (bound == kNone || choice.time == bound)) most = s, best = &choice;
    auto when = best->start.empty() ? told_already(document, sites, statuses, out, event) : std::nullopt;
    out[event] = when ? std::move(when) : told(document, times, day, sites[event], statuses[event], *best);
  }
  carry_old(document, times, sites, statuses, day, out);
  return out;
}

}  // namespace gesta
