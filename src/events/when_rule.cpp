// Rules find the time expression of the event's own clause, then of the clauses its sentence ties it to; prepositions open or close the interval
// (since, until, by).
#include "events/when_rule.h"

#include <algorithm>

#include "base/date.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/when_event.h"

namespace gesta {

namespace {

using tree::lower_form;

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
    if (is_since_event(document_, head, site_.head)) return "since";
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
uint32_t rule_occasion(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site,
                       Status status) {
  return Resolver(document, times, published, site, status).occasion();
}

}  // namespace gesta
