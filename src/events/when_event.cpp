#include "events/when_event.h"

#include <algorithm>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/fields_tree.h"
#include "events/times_direction.h"

namespace gesta {

namespace {

constexpr uint32_t kSentencesBack = 6, kSentencesOn = 1;
constexpr std::string_view kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kSameScene[] = {"then", "later", "meanwhile", "also", "afterwards", "earlier", "still", "since", "soon"};

bool is_year(const TimeExpression& time) { return time.type == "DATE" && time.value.size() == 4; }

bool is_modifier(Deprel relation) { return base(relation) == Deprel::nummod || relation == Deprel::compound || relation == Deprel::amod; }

}  // namespace

bool is_weekday(std::string_view form) { return tree::among(form, kWeekdays); }
bool is_month(std::string_view form) { return form.size() >= 3 && tree::among(form.substr(0, 3), kMonths); }

uint32_t top_of(const Document& document, const TimeExpression& time) {
  uint32_t found = time.first;
  for (uint32_t t = time.first; t < time.last; ++t) {
    const uint32_t head = document.tokens[t].head;
    if (head == kNone || head < time.first || head >= time.last) found = t;
  }
  return found;
}

bool is_since_event(const Document& document, uint32_t time, uint32_t event) {
  const uint32_t noun = document.tokens[time].head;
  return document.tokens[time].deprel == Deprel::nmod_poss && noun != kNone && tree::has_child_form(document, noun, Deprel::case_, "since") &&
         !tree::is_below(document, event, noun);
}

bool is_compared_with(const Document& document, const TimeExpression& time) {
  constexpr uint32_t longest = 8;  // words of a noun phrase
  uint32_t link = time.first;
  const bool length = time.type == "DURATION" && time.start.empty();
  if (length && link > 0 && tree::lower_form(document, link - 1) == "in") return compares(document, link - 1);
  do {  // "since 1990", "since the return to democracy in 1990"
    if (link == 0 || link + longest < time.first) return false;
    --link;
    if (document.tokens[link].upos == Upos::VERB || document.tokens[link].upos == Upos::PUNCT) return false;
  } while (tree::lower_form(document, link) != "since");
  return compares(document, link);
}

DatedEvents::DatedEvents(const Document& own_document, const std::vector<TimeExpression>& own_times, const std::string& day,
                         std::span<const EventSite> own_sites, std::span<const Status> own_statuses, bool named_signs)
    : document(own_document), times(own_times), published(day), sites(own_sites), statuses(own_statuses), named(named_signs) {
  chains.assign(document.tokens.size(), kNone);
  for (const Mention& mention : document.mentions)
    if (mention.chain != kNone) chains[mention.head] = mention.chain;
  std::vector<std::vector<const EventSite*>> of_sentence(document.sentences.size());
  for (const EventSite& site : sites)
    if (site.head < document.tokens.size() && site.sentence < of_sentence.size()) of_sentence[site.sentence].push_back(&site);
  for (const TimeExpression& time : times) {
    const uint32_t at = top_of(document, time);
    const EventSite* best = nullptr;
    uint32_t least = ~0u;
    for (const EventSite* site : of_sentence[document.tokens[time.first].sentence]) {
      const tree::Path p = tree::path(document, at, site->head);
      const uint32_t far = site->head > at ? site->head - at : at - site->head;
      const uint32_t steps = (p.met ? 2 * p.ups + 3 * p.downs : 60) * 64 + std::min(far, 63u);
      if (steps < least) least = steps, best = site;
    }
    holders.push_back(best);
  }
}

WhenEvent::WhenEvent(const DatedEvents& own_events, size_t event, const std::optional<When>& own_rule)
    : events(own_events),
      document(events.document),
      times(events.times),
      site(events.sites[event]),
      rule(own_rule),
      status(name(events.statuses[event])) {
  read();
}

bool WhenEvent::in_question(uint32_t k) const {
  const TimeExpression& time = times[k];
  if (time.start.size() < 10 || time.end.size() < 10 || time.type == "SET") return false;
  const uint32_t s = sentence(k);
  const bool near =
      s > site.sentence ? s - site.sentence <= kSentencesOn : site.sentence - s <= kSentencesBack || k == told || alike(events.holders[k]);
  return near && !age_of_thing(time) && !is_compared_with(document, time);
}

// "a car from 1967", "the law of 1951", "tried over the 2003 crash": the year of a thing dates no other event.
bool WhenEvent::age_of_thing(const TimeExpression& time) const {
  const uint32_t at = top_of(document, time), noun = document.tokens[at].head;
  if (!is_year(time) || noun == kNone || noun == site.head) return false;
  if (is_modifier(document.tokens[at].deprel)) {
    for (uint32_t up = noun, steps = 0; up != kNone && up != site.head && steps < 6; up = tree::head(document, up), ++steps)
      if (tree::has_child_form(document, up, Deprel::case_, "for") || tree::has_child_form(document, up, Deprel::case_, "over")) return true;
    return false;
  }
  if (document.tokens[at].deprel != Deprel::nmod) return false;
  return tree::has_child_form(document, at, Deprel::case_, "from") || tree::has_child_form(document, at, Deprel::case_, "of");
}

std::string WhenEvent::shared(const EventSite& other) const {
  const auto all = [](const EventSite& one) {
    std::vector<std::string> out = one.source_countries;
    out.insert(out.end(), one.target_countries.begin(), one.target_countries.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    std::erase(out, std::string());
    return out;
  };
  const auto own = all(site), theirs = all(other);
  if (own.empty() || theirs.empty()) return "untold";
  if (own == theirs) return own.size() > 1 ? "both" : "one";
  return std::any_of(own.begin(), own.end(), [&](const std::string& c) { return among(theirs, c); }) ? "some" : "none";
}

bool WhenEvent::alike(const EventSite* other) const {
  return other && other != &site && other->sentence < site.sentence && other->type == site.type && shared(*other) == "both";
}

std::string WhenEvent::tense_of(uint32_t verb) const {
  std::string out(verb < document.tokens.size() ? document.tokens[verb].xpos : "-");
  for (const uint32_t c : tree::children(document, verb))
    if (document.tokens[c].upos == Upos::AUX) {
      const std::string form = tree::lower_form(document, c);
      if (form == "had" || form == "has" || form == "have" || form == "will" || form == "would" || form == "may" || form == "might" ||
          form == "could")
        out += "+" + (form == "have" ? "has" : form);
      else if (form == "was" || form == "were")
        out += "+was";
      else if (form == "is" || form == "are")
        out += "+is";
    } else if (document.tokens[c].deprel == Deprel::mark && tree::lower_form(document, c) == "to") {
      out += "+to";
    }
  return out;
}

// Tense of the event's clause; words that go on with a scene.
void WhenEvent::read() {
  const uint32_t verb = tree::clause_of(document, site.head);
  tense = tense_of(verb);
  read_subject(verb);
  const Sentence& s = document.sentences[site.sentence];
  for (uint32_t i = s.first; i < s.last && !scene; ++i) scene = tree::among(tree::lower_form(document, i), kSameScene);
  for (uint32_t k = 0; k < times.size() && sentence(k) <= site.sentence; ++k)
    if (times[k].end.size() >= 10 && times[k].type != "SET" && sentence(k) < site.sentence) told = k;
  for (uint32_t k = 0; k < times.size(); ++k) {
    own_times += sentence(k) == site.sentence && in_question(k);
    all_times += times[k].start.size() >= 10;
  }
}

// "He", "the soldiers", "Soldiers": who goes on with what was told. And how the clause hangs from its sentence.
void WhenEvent::read_subject(uint32_t verb) {
  if (verb >= document.tokens.size()) return;
  clause = std::string(name(base(document.tokens[verb].deprel)));
  lemma = tree::lower_lemma(document, site.head);
  const uint32_t who = tree::child(document, verb, {Deprel::nsubj, Deprel::nsubj_pass});
  if (who == kNone) return;
  subject = std::string(name(document.tokens[who].upos));
  for (const uint32_t c : tree::children(document, who))
    if (document.tokens[c].deprel == Deprel::det && tree::lower_form(document, c) == "the") subject += "+the";
}

bool WhenEvent::joined(uint32_t k) const {
  const TimeExpression& next = times[k + 1];
  if (next.end.size() < 10 || next.first < times[k].last || next.first > times[k].last + 5 || sentence(k) != sentence(k + 1)) return false;
  constexpr std::string_view links[] = {"and", "to", "or", "until", "through", "-", "\u2013"};
  for (uint32_t t = times[k].last; t < next.first; ++t)
    if (tree::among(tree::lower_form(document, t), links)) return true;
  return false;
}

bool WhenEvent::is_rule(uint32_t k) const {
  return rule && rule->start.size() >= 10 && rule->span.begin == times[k].span.begin && rule->span.end == times[k].span.end;
}

std::string WhenEvent::preposition(uint32_t k) const {
  const uint32_t at = top_of(document, times[k]);
  const std::string own(tree::marker(document, at));
  if (is_since_event(document, at, site.head)) return "since";
  if (own != "-") return own;
  if (times[k].first == 0 || document.tokens[times[k].first - 1].sentence != sentence(k)) return "-";
  const Token& before = document.tokens[times[k].first - 1];
  return before.upos == Upos::ADP || before.upos == Upos::SCONJ ? to_lower(before.form) : "-";
}

}  // namespace gesta
