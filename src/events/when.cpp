// The interval an event has. Rules find the time expression of its own clause, then of the clauses its sentence ties it to; prepositions open or
// close the interval (since, until, by). A log-linear choice with learnt weights (cf. where.cpp) then weighs what the rules found against every
// other expression of the sentence and of those before it, each as it stands, open to the day of writing, or a week on, and against "not told".
// Nothing is invented: every date stands in the text. Weights: when_weights.inc, made by training/train_choice.py on gold events.
#include <algorithm>
#include <limits>
#include <utility>

#include "base/date.h"
#include "events/counts_numbers.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/when_choices.h"

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

class Resolver {
 public:
  Resolver(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site, Status status)
      : document_(document), times_(times), site_(site), status_(status) {
    if (parse_iso_date(published)) published_ = published.substr(0, 10);
  }

  std::optional<When> read() const {
    if (site_.head >= document_.tokens.size()) return std::nullopt;
    if (const auto* time = explained()) {
      When when = made(*time);
      if (!time->start.empty()) when.start = time->start, when.end = time->end;
      return when;
    }
    if (const auto* own = in_clause(site_.head)) return made(*own);
    if (const auto* during = of_occasion()) return made(*during);
    if (!tree::is_verbal(document_, site_.head))  // "the bomb that killed 20 last Thursday"
      for (const uint32_t c : tree::children(document_, site_.head))
        if (base(document_.tokens[c].deprel) == Deprel::acl)
          if (const auto* time = in_clause(c)) return made(*time);
    uint32_t at = site_.head;
    for (int step = 0; step < 12; ++step) {
      const uint32_t governor = document_.tokens[at].head;
      if (governor == kNone || governor >= document_.tokens.size() || !passes(at)) break;
      if (const auto* time = in_clause(governor)) return made(*time);
      at = governor;
    }
    return below();
  }

  // The index of that of the occasion, where the event's own clause has none.
  uint32_t occasion() const {
    if (site_.head >= document_.tokens.size()) return kNone;
    const auto* time = of_occasion();
    return time && !in_clause(site_.head) ? static_cast<uint32_t>(time - times_.data()) : kNone;
  }

 private:
  bool usable(const TimeExpression& time) const {
    return time.type != "SET" && (time.value.find("_REF") == std::string::npos || !time.start.empty()) &&
           !(time.type == "DURATION" && time.start.empty()) && time.value.find("XXXX") != 0 && !is_compared_with(document_, time);
  }

  uint32_t top(const TimeExpression& time) const { return top_of(document_, time); }
  std::string preposition(const TimeExpression& time) const {
    const uint32_t head = top(time);
    for (const uint32_t c : tree::children(document_, head))
      if (document_.tokens[c].deprel == Deprel::case_ || document_.tokens[c].deprel == Deprel::mark) return lower_form(document_, c);
    const uint32_t governor = document_.tokens[head].head;
    if (document_.tokens[head].deprel == Deprel::nmod_poss && governor != kNone)
      for (const uint32_t c : tree::children(document_, governor))
        if (document_.tokens[c].deprel == Deprel::case_) return lower_form(document_, c);
    return time.first > 0 ? lower_form(document_, time.first - 1) : std::string();
  }
  // "Thursday's coup", "the 2011 uprising", "a February summit": the time of that noun, not of the clause.
  uint32_t owner(const TimeExpression& time) const {
    const Deprel relation = document_.tokens[top(time)].deprel;
    if (relation == Deprel::nmod_poss) return document_.tokens[top(time)].head;
    const bool led = time.first > 0 && document_.tokens[time.first - 1].upos == Upos::ADP;
    const bool owned = !led && (relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::nummod);
    return owned ? document_.tokens[top(time)].head : kNone;
  }

  // Does the time stand in the clause of this verb (or below this noun), with no other clause in between?
  bool hangs(const TimeExpression& time, uint32_t head) const {
    const uint32_t noun = owner(time);
    if (noun != kNone && preposition(time) != "since")
      return noun == head || (noun != kNone && document_.tokens[noun].head == head && !tree::is_verbal(document_, head));
    uint32_t at = top(time);
    for (int step = 0; step < 40 && at < document_.tokens.size(); ++step) {
      if (at == head) return true;
      if (tree::is_verbal(document_, at)) return false;
      at = document_.tokens[at].head;
    }
    return false;
  }
  bool forward() const {
    return status_ == Status::expected || status_ == Status::hypothetical || status_ == Status::possible || status_ == Status::denied;
  }
  // A deed that is done has no date to come; a deadline is no date of a deed.
  bool fits(const TimeExpression& time) const {
    if (published_.empty() || time.start.empty()) return true;
    if (!forward() && time.start > published_) return false;
    const std::string before = preposition(time);
    return !((before == "by" || before == "until" || before == "till" || before == "before") && !forward() && time.end > published_);
  }
  const TimeExpression* in_clause(uint32_t verb) const {
    const TimeExpression* best = nullptr;
    for (const TimeExpression& time : times_) {
      if (document_.tokens[time.first].sentence != site_.sentence || !usable(time) || !fits(time) || !hangs(time, verb)) continue;
      if (!best || rank(time, verb) < rank(*best, verb)) best = &time;
    }
    return best;
  }
  // "During his first visit, which took place in June, he asked for ..."
  const TimeExpression* of_occasion() const {
    static constexpr std::string_view kCases[] = {"during", "at", "in", "on"};
    for (const uint32_t c : tree::children(document_, tree::clause_of(document_, site_.head))) {
      if (base(document_.tokens[c].deprel) != Deprel::obl || !tree::among(tree::marker(document_, c), kCases)) continue;
      for (const uint32_t clause : tree::children(document_, c))
        if (base(document_.tokens[clause].deprel) == Deprel::acl)
          if (const auto* time = in_clause(clause)) return time;
    }
    return nullptr;
  }
  uint32_t rank(const TimeExpression& time, uint32_t token) const {
    const uint32_t distance = time.first > token ? time.first - token : token - time.first;
    return distance + (document_.tokens[top(time)].head == token ? 0 : 6);
  }
  // The only date of a clause below: "fired at supporters as they marched on Thursday", "for what they called ... pressing him on Friday".
  std::optional<When> below() const {
    const TimeExpression* found = nullptr;
    for (const TimeExpression& time : times_) {
      if (document_.tokens[time.first].sentence != site_.sentence || !usable(time) || !fits(time) || owner(time) != kNone || !reaches(time)) continue;
      if (found && found->start != time.start) return std::nullopt;
      found = &time;
    }
    return found ? std::optional<When>(made(*found)) : std::nullopt;
  }
  // Climbs from the time to the event through clauses of the same scene.
  bool reaches(const TimeExpression& time) const {
    const bool past = published_.empty() || time.start <= published_;
    const uint32_t goal = tree::clause_of(document_, site_.head);
    uint32_t at = top(time);
    for (int step = 0; step < 40 && at < document_.tokens.size(); ++step) {
      if (at == goal) return true;
      const Deprel relation = document_.tokens[at].deprel;
      const bool speech = site_.type == "AGREE" || site_.type == "REJECT" || site_.type == "REQUEST" || site_.type == "THREATEN";
      if (relation == Deprel::acl_relcl && document_.tokens[at].head != site_.head) return false;
      if (relation == Deprel::ccomp || (relation == Deprel::parataxis && !speech)) return false;
      const bool infinitive = marked(at, "to");
      if (infinitive && !(past && !forward()) && !(relation == Deprel::xcomp && status_ == Status::expected)) return false;
      if (base(relation) == Deprel::advcl && !infinitive && distant(at)) return false;
      if (relation == Deprel::conj && tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass}) != kNone) return false;
      at = document_.tokens[at].head;
    }
    return false;
  }
  bool marked(uint32_t clause, std::string_view word) const {
    for (const uint32_t c : tree::children(document_, clause))
      if (document_.tokens[c].deprel == Deprel::mark && lower_form(document_, c) == word) return true;
    return false;
  }
  bool distant(uint32_t clause) const {
    static constexpr std::string_view kApart[] = {"after",  "before", "since", "until",   "if",     "although",
                                                  "though", "to",     "while", "because", "unless", "once"};
    for (const uint32_t c : tree::children(document_, clause)) {
      const Deprel relation = document_.tokens[c].deprel;
      if ((relation == Deprel::mark || relation == Deprel::advmod) && tree::among(lower_form(document_, c), kApart)) return true;
    }
    return false;
  }
  // "since 25 August, when militants stormed ...": the clause explains the date before it.
  const TimeExpression* explained() const {
    const uint32_t clause = tree::clause_of(document_, site_.head);
    uint32_t word = kNone;
    for (const uint32_t c : tree::children(document_, clause))
      if (lower_form(document_, c) == "when" && c < clause) word = c;
    if (word == kNone || word < 2) return nullptr;
    const uint32_t before = document_.tokens[word - 1].form == "," ? word - 1 : word;
    for (const TimeExpression& time : times_)
      if (time.last == before && usable(time) && fits(time)) return &time;
    return nullptr;
  }

  // Does a date of the governor's clause hold for this one? Yes for arguments, coordinations and adverbial participles, no for relative clauses and
  // purposes; what is told has the date of the telling only where telling is the deed.
  bool passes(uint32_t at) const {
    switch (document_.tokens[at].deprel) {
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::obj:
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::conj:
      case Deprel::obl_agent:
      case Deprel::compound:
        return true;
      case Deprel::advcl:
        return marked(at, "to") || !distant(at);
      case Deprel::xcomp:
        return true;
      case Deprel::ccomp:
      case Deprel::parataxis:
        return site_.type == "AGREE" || site_.type == "REJECT" || site_.type == "REQUEST" || site_.type == "THREATEN";
      default:
        return false;
    }
  }

  When made(const TimeExpression& time) const {
    When when;
    when.basis = std::string(time.span.of(document_.text));
    when.span = time.span;
    if (time.start.empty()) {
      when.start = when.end = time.value;
      return when;
    }
    when.start = time.start;
    when.end = time.end;
    turn(time, when);
    run(time, when);
    if (published_.empty()) return when;
    const std::string before = preposition(time);
    const bool inside = tree::is_below(document_, site_.head, owner(time) != kNone ? owner(time) : top(time));
    if ((before == "since" || before == "from") && !inside && when.start <= published_) when.end = std::max(published_, when.end);
    if ((before == "by" || before == "until" || before == "till" || before == "before") && when.end > published_)
      when.start = std::min(published_, when.start);
    return when;
  }

  // A bare weekday of something to come lies ahead, whatever the tense beside it.
  void turn(const TimeExpression& time, When& when) const {
    static constexpr std::string_view kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    if (status_ != Status::expected || published_.empty() || when.end >= published_ || !tree::among(lower_form(document_, time.first), kDays)) return;
    // "flew to Harare on Monday to speak with him": the way there is made already.
    const uint32_t clause = tree::clause_of(document_, site_.head),
                   governor = clause < document_.tokens.size() ? document_.tokens[clause].head : kNone;
    if (governor != kNone && document_.tokens[clause].deprel == Deprel::advcl && marked(clause, "to") && document_.tokens[governor].xpos == "VBD" &&
        tree::clause_of(document_, top(time)) == governor)
      return;
    const auto day = parse_iso_date(when.start);
    if (day) when.start = when.end = iso(from_days(to_days(*day) + 7));
  }

  // "for a third day on Thursday" began two days before; "a two-day summit opened on Monday" ends a day later.
  void run(const TimeExpression& time, When& when) const {
    if (when.start != when.end) return;
    const Sentence& sentence = document_.sentences[site_.sentence];
    for (uint32_t t = sentence.first; t + 1 < sentence.last; ++t) {
      const auto number = read_number(document_, t);
      if (!number || !number->ordinal || number->value < 2 || number->value > 400) continue;
      uint32_t unit = number->last;
      for (int skip = 0; skip < 2 && (lower_form(document_, unit) == "straight" || lower_form(document_, unit) == "consecutive" ||
                                      lower_form(document_, unit) == "successive");
           ++skip)
        ++unit;
      const std::string what = lower_form(document_, unit);
      if (what != "day" && what != "night" && what != "week") continue;
      const uint32_t clause = tree::clause_of(document_, unit);
      if (clause != tree::clause_of(document_, site_.head) && clause != tree::clause_of(document_, time.first)) continue;
      const auto day = parse_iso_date(when.start);
      if (day) when.start = iso(from_days(to_days(*day) - (static_cast<int>(number->value) - 1) * (what == "week" ? 7 : 1)));
      return;
    }
  }

  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const EventSite& site_;
  const Status status_;
  std::string published_;
};

}  // namespace

std::optional<When> rule_when(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site,
                              Status status) {
  return Resolver(document, times, published, site, status).read();
}

namespace {

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
  return When{best.start, best.end, std::string(time.span.of(document.text)), time.span};
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
    const uint32_t occasion = Resolver(document, times, published, sites[event], statuses[event]).occasion();
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
