#include "events/attribution_given.h"

#include <algorithm>
#include <iterator>

#include "events/attribution_words.h"
#include "events/fields_tree.h"
#include "events/times_tables.h"
#include "events/when_event.h"

namespace gesta {
namespace {

using attribution_words::kTimes;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr std::string_view kHave[] = {"have"};

uint32_t first_of(const Document& document, uint32_t clause) {
  const Span span = tree::subtree_span(document, clause);
  uint32_t first = clause;
  while (first > 0 && document.tokens[first - 1].span.begin >= span.begin) --first;
  while (first < clause && document.tokens[first].upos == Upos::PUNCT) ++first;
  return first;
}

bool is_long_ago(const Document& document, uint32_t t) {
  const std::string form = lower_form(document, t);
  const bool month = std::any_of(std::begin(time_words::kMonths), std::end(time_words::kMonths),
                                 [&](const auto& named) { return named.word == form && form != "may"; });
  const bool year = form.size() == 4 && (form.starts_with("19") || form.starts_with("20")) && document.tokens[t].upos == Upos::NUM;
  return month || year || form == "since" || (form == "may" && document.tokens[t].upos == Upos::PROPN);
}

template <class Suits>
bool any_word(const Document& document, uint32_t clause, const Suits& suits) {
  const Span span = tree::subtree_span(document, clause);
  for (uint32_t t = first_of(document, clause); t < document.tokens.size() && span.contains(document.tokens[t].span); ++t)
    if (suits(t)) return true;
  return false;
}

// A month, a year or "since" of its own.
bool is_dated_back(const Document& document, uint32_t clause) {
  return any_word(document, clause, [&](uint32_t t) { return is_long_ago(document, t); });
}

// ... or a day of its own, or what has been so up to now.
bool is_dated(const Document& document, uint32_t clause) {
  static constexpr std::string_view kWhen[] = {"ago", "yesterday", "earlier", "already", "last"};
  const auto dates = [&](uint32_t t) {
    const std::string form = lower_form(document, t);
    return is_long_ago(document, t) || is_weekday(form) || among(form, kWhen);
  };
  return any_word(document, clause, dates) || tree::has_child_lemma(document, clause, Deprel::aux, kHave);
}

// "hours after guards had caught him"; moves `first` to the measure, which may hang from the clause before.
bool is_after_a_while(const Document& document, uint32_t& first, uint32_t clause) {
  static constexpr std::string_view kAfter[] = {"after", "before"};
  static constexpr std::string_view kShortly[] = {"shortly", "soon", "just"};
  constexpr uint32_t kNear = 5;  // words
  uint32_t after = first;
  while (after < clause && after < first + kNear && !among(lower_form(document, after), kAfter)) ++after;
  if (after == 0 || !among(lower_form(document, after), kAfter)) return false;
  uint32_t measure = after - 1;
  if (!among(lower_lemma(document, measure), kTimes) && !among(lower_form(document, measure), kShortly)) return false;
  const auto counts = [&](Upos upos) { return upos == Upos::DET || upos == Upos::NUM || upos == Upos::ADJ || upos == Upos::ADV; };
  while (measure > 0 && counts(document.tokens[measure - 1].upos)) --measure;
  first = std::min(first, measure);
  return true;
}

}  // namespace

bool is_background(const Document& document, uint32_t clause) {
  const Token& token = document.tokens[clause];
  if (token.deprel != Deprel::acl_relcl && token.deprel != Deprel::advcl && token.deprel != Deprel::acl) return false;
  uint32_t first = first_of(document, clause);
  const bool measured = token.deprel == Deprel::advcl && is_after_a_while(document, first, clause);
  const bool comma = first > 0 && document.tokens[first - 1].form == ",";
  if (token.deprel == Deprel::acl_relcl) {
    const bool which = document.tokens[first].xpos.starts_with('W') || (first + 1 < clause && document.tokens[first + 1].xpos.starts_with('W'));
    return which && (comma ? is_dated(document, clause) : is_dated_back(document, clause));
  }
  if (token.deprel == Deprel::acl && !comma)  // "restrictions imposed in December"
    return token.xpos == "VBN" &&
           tree::child(document, clause, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux, Deprel::aux_pass, Deprel::mark}) == kNone &&
           is_dated_back(document, clause);
  if (!comma) return false;
  static constexpr std::string_view kApart[] = {"while", "whereas", "whereupon"};
  return token.deprel == Deprel::acl ? token.xpos == "VBN" : measured || among(lower_form(document, first), kApart);
}

bool is_given(const Document& document, uint32_t event) {
  static constexpr std::string_view kHappens[] = {"begin", "start", "take",  "happen", "occur",  "continue", "follow",
                                                  "last",  "kill",  "leave", "wound",  "injure", "be"};
  const Token& token = document.tokens[event];
  if (token.upos != Upos::NOUN || (token.deprel != Deprel::nsubj && token.deprel != Deprel::nsubj_pass) || token.head >= document.tokens.size())
    return false;
  if (!tree::has_child_form(document, event, Deprel::det, "the") && tree::child(document, event, {Deprel::nmod_poss}) == kNone) return false;
  return !among(lower_lemma(document, token.head), kHappens);
}

bool is_act_of_speaker(const Document& document, uint32_t act, uint32_t verb_of_saying) {
  const Token& token = document.tokens[act];
  if (token.deprel != Deprel::conj || document.tokens[token.head].deprel != Deprel::ccomp || verb_of_saying > act) return false;
  const bool past = token.xpos == "VBD" || (token.xpos == "VBN" && document.tokens[token.head].xpos != "VBN");  // taken for a participle
  if (!past && token.xpos != "VBZ") return false;
  for (const uint32_t c : tree::children(document, act)) {
    const Deprel relation = base(document.tokens[c].deprel);
    if (relation == Deprel::nsubj || relation == Deprel::aux || relation == Deprel::mark) return false;
  }
  const uint32_t cc = tree::child(document, act, {Deprel::cc});
  return cc != kNone && cc > 0 && document.tokens[cc - 1].form == ",";
}

}  // namespace gesta
