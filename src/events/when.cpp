// The interval an event has: the time expression of its own clause, then of the clauses its sentence ties it to, then of the discourse. Prepositions
// open or close the interval (since, until, by). Nothing is invented: an event without an expression that reaches it has none.
#include <algorithm>

#include "base/date.h"
#include "events/fields.h"
#include "events/fields_tree.h"

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
    if (const auto* own = in_clause(site_.head)) return made(*own);
    uint32_t at = site_.head;
    for (int step = 0; step < 12; ++step) {
      const uint32_t governor = document_.tokens[at].head;
      if (governor == kNone || governor >= document_.tokens.size()) break;
      if (!passes(at, governor)) break;
      if (const auto* time = in_clause(governor)) return made(*time);
      at = governor;
    }
    return std::nullopt;
  }

 private:
  static bool usable(const TimeExpression& time) {
    return time.type != "SET" && time.value != "PRESENT_REF" && !(time.type == "DURATION" && time.start.empty()) && time.value.find("XXXX") != 0;
  }

  // The time hangs from the event without another clause in between.
  bool hangs(const TimeExpression& time, uint32_t verb) const {
    for (uint32_t t = time.first; t < time.last; ++t) {
      uint32_t at = t;
      for (int step = 0; step < 12 && at < document_.tokens.size(); ++step) {
        if (at == verb) return true;
        const Deprel relation = base(document_.tokens[at].deprel);
        if (tree::is_verbal(document_, at) || relation == Deprel::conj || relation == Deprel::acl || relation == Deprel::parataxis ||
            relation == Deprel::appos || relation == Deprel::ccomp || relation == Deprel::xcomp)
          break;
        at = document_.tokens[at].head;
      }
    }
    return false;
  }
  const TimeExpression* in_clause(uint32_t verb) const {
    const TimeExpression* best = nullptr;
    for (const TimeExpression& time : times_) {
      if (document_.tokens[time.first].sentence != site_.sentence || !usable(time) || !hangs(time, verb)) continue;
      if (!best || distance(time, verb) < distance(*best, verb)) best = &time;
    }
    return best;
  }
  static uint32_t distance(const TimeExpression& time, uint32_t token) { return time.first > token ? time.first - token : token - time.first; }

  // Does a date of the governor's clause hold for this one? Yes for arguments, coordinations and adverbial participles, no for what is told
  // (ccomp), relative clauses and purposes.
  bool passes(uint32_t at, uint32_t) const {
    switch (document_.tokens[at].deprel) {
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
      case Deprel::obj:
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::conj:
      case Deprel::advcl:
      case Deprel::xcomp:
      case Deprel::obl_agent:
      case Deprel::compound:
        return true;
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
    const std::string before = time.first > 0 ? lower_form(document_, time.first - 1) : std::string();
    if (published_.empty()) return when;
    if ((before == "since" || before == "from") && when.start <= published_) when.end = std::max(published_, when.end);
    if ((before == "by" || before == "until" || before == "before") && when.end > published_) when.start = std::min(published_, when.start);
    return when;
  }

  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const EventSite& site_;
  [[maybe_unused]] const Status status_;
  std::string published_;
};

}  // namespace

std::optional<When> resolve_when(const Document& document, const std::vector<TimeExpression>& times, const std::string& published,
                                 const EventSite& site, Status status) {
  return Resolver(document, times, published, site, status).read();
}

}  // namespace gesta
