#include "events/counts_rule.h"

#include <string>
#include <utility>

#include "events/counts_measures.h"
#include "events/fields_tree.h"

namespace gesta::counts {

namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr uint32_t kDeep = 16;  // steps up a tree
// "Hospitals counted 83 dead": who counts has not done it.
constexpr std::string_view kCounting[] = {"count", "register", "report", "record", "list",    "put",   "give",
                                          "speak", "confirm",  "say",    "admit",  "receive", "treat", "tally"};

class Tie {
 public:
  Tie(const Document& document, const EventSite& site) : document_(document), site_(site) {}

  uint32_t distance(const Figure& figure, std::string_view what) const {
    const uint32_t event = site_.head, from = figure.governor != kNone ? figure.governor : figure.noun;
    const bool toll = what == "killed" || what == "injured" || what == "displaced";
    if (what == "protesters" && from != event && !own_argument(document_, site_, figure.noun) && !tree::is_below(document_, figure.noun, event))
      return kNone;
    if (from == event) return 0;
    const bool joined = token(from).deprel == Deprel::conj && head(from) == event;
    if (!toll && !joined && what != "amount" && what != "protesters" && tree::is_verbal(document_, from) && tree::is_verbal(document_, event))
      return kNone;
    // Up from both to where they meet.
    uint32_t up_figure = 0, up_event = 0, meeting = kNone;
    for (uint32_t a = from; a != kNone && up_figure < kDeep; a = head(a), ++up_figure)
      if (tree::is_below(document_, event, a)) {
        meeting = a;
        break;
      }
    if (meeting == kNone) return kNone;
    uint32_t cost = 1;
    for (uint32_t a = from; a != meeting; a = head(a))
      if (!passes(a, toll, true, cost)) return kNone;
    for (uint32_t a = event; a != meeting && a != kNone && up_event < kDeep; a = head(a), ++up_event)
      if (!passes(a, toll, false, cost)) return kNone;
    return cost;
  }

  bool acts_on(uint32_t verb) const {
    return tree::child(document_, verb, {Deprel::obj, Deprel::obl_agent}) != kNone && tree::child(document_, verb, {Deprel::nsubj}) != kNone;
  }

 private:
  const Token& token(uint32_t t) const { return document_.tokens[t]; }
  uint32_t head(uint32_t t) const { return tree::head(document_, t); }
  bool marked(uint32_t noun, std::string_view word) const { return tree::has_child_form(document_, noun, Deprel::case_, word); }

  // May the way between figure and event go over this word's relation to its head?
  bool passes(uint32_t at, bool toll, bool figure_side, uint32_t& cost) const {
    static constexpr std::string_view kApart[] = {"before", "if", "since", "until", "unless", "though", "although", "because", "while"};
    const Deprel relation = token(at).deprel;
    const bool verbal = tree::is_verbal(document_, at);
    ++cost;
    if (site_.type == "PROTEST" && toll) {  // the dead of a protest, not the ones it is about, nor those whom others shoot at it
      if (!figure_side && (verbal || base(relation) == Deprel::acl || base(relation) == Deprel::advcl)) return false;
      if (figure_side && !verbal && (marked(at, "over") || marked(at, "at") || marked(at, "against") || marked(at, "for"))) return false;
    }
    if (figure_side && !verbal && (marked(at, "after") || marked(at, "before") || marked(at, "since"))) return false;
    if (verbal) cost += 2;
    if (relation == Deprel::ccomp || relation == Deprel::parataxis || relation == Deprel::csubj) return false;
    if (relation == Deprel::conj && verbal) {
      cost += 2;
      if (!toll) return figure_side && tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass}) == kNone;
      return figure_side && !acts_on(at);
    }
    if (relation == Deprel::acl_relcl && figure_side && head(at) == site_.head && toll) return true;  // "a massacre that took 157 lives"
    if (relation == Deprel::acl_relcl) return toll && (!figure_side || !acts_on(at) || measure_of(lower_lemma(document_, at)) == "killed");
    if (base(relation) == Deprel::advcl) {
      if (!toll && verbal && tree::has_child_form(document_, at, Deprel::mark, "to")) return true;
      for (const uint32_t c : tree::children(document_, at))
        if (token(c).deprel == Deprel::mark && among(lower_form(document_, c), kApart)) return false;
      return toll || !figure_side;
    }
    return true;
  }

  const Document& document_;
  const EventSite& site_;
};

class Reader {
 public:
  Reader(const Document& document, const EventSite& site, std::span<const TimeExpression> times)
      : document_(document), site_(site), times_(times), tie_(document, site) {}

  std::vector<Count> run() {
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size()) return {};
    read_sentence(site_.sentence);
    const bool force = site_.type == "ASSAULT" || site_.type == "PROTEST";
    const uint32_t next = site_.sentence + 1;
    if (force && best_.empty() && next < document_.sentences.size() && last_of_sentence(document_, site_) &&
        document_.sentences[next].paragraph == document_.sentences[site_.sentence].paragraph)
      read_toll(next);
    std::vector<Count> out;
    for (const auto& [figure, cost] : best_) out.push_back({std::string(figure.what), figure.value, figure.span});
    return out;
  }

 private:
  void read_sentence(uint32_t s) {
    for (const Figure& figure : figures(document_, site_, document_.sentences[s], times_))
      if (const std::string_view what = suited(site_.type, figure.what); !what.empty())
        if (const uint32_t cost = tie_.distance(figure, what); cost != kNone)
          offer({what, figure.value, figure.span, figure.noun, figure.governor}, cost);
  }

  // "At least nine people were killed.": a sentence of its own that counts the dead of the deed before, with nobody who did it.
  void read_toll(uint32_t s) {
    for (const Figure& figure : figures(document_, site_, document_.sentences[s], times_)) {
      if (figure.what != "killed" && figure.what != "injured") continue;
      const uint32_t clause = tree::clause_of(document_, figure.governor != kNone ? figure.governor : figure.noun);
      if (clause >= document_.tokens.size()) continue;
      const Deprel is = document_.tokens[clause].deprel;
      const bool main = is == Deprel::root || is == Deprel::conj || is == Deprel::ccomp;
      if (main && (!tie_.acts_on(clause) || among(lower_lemma(document_, clause), kCounting))) offer(figure, 20);
    }
  }

  void offer(const Figure& figure, uint32_t cost) {
    for (auto& [kept, price] : best_)
      if (kept.what == figure.what) {
        if (cost < price) kept = figure, price = cost;
        return;
      }
    best_.push_back({figure, cost});
  }

  const Document& document_;
  const EventSite& site_;
  std::span<const TimeExpression> times_;
  const Tie tie_;
  std::vector<std::pair<Figure, uint32_t>> best_;
};

}  // namespace

std::vector<Count> rule(const Document& document, const EventSite& site, std::span<const TimeExpression> times) {
  return Reader(document, site, times).run();
}
uint32_t distance(const Document& document, const EventSite& site, const Figure& figure, std::string_view what) {
  return Tie(document, site).distance(figure, what);
}
bool last_of_sentence(const Document& document, const EventSite& site) {
  const uint32_t clause = tree::clause_of(document, site.head);
  return clause < document.tokens.size() && (document.tokens[clause].deprel == Deprel::root || document.tokens[site.head].deprel == Deprel::root);
}

}  // namespace gesta::counts
