#include "events/times_direction.h"

#include "events/fields_tree.h"

namespace gesta {

namespace {

using tree::lower_lemma;

constexpr std::string_view kFutureAux[] = {"will", "shall", "'ll", "wo", "would", "may", "might", "could", "should", "must", "can"};
// Predicates whose infinitive or object lies ahead.
constexpr std::string_view kAhead[] = {"plan",    "schedule", "expect",   "due",       "set",   "slate",    "intend", "prepare", "promise",  "vow",
                                       "pledge",  "agree",    "threaten", "want",      "hope",  "ready",    "likely", "order",   "ask",      "urge",
                                       "demand",  "invite",   "refuse",   "call",      "offer", "bid",      "decide", "propose", "persuade", "summon",
                                       "need",    "seek",     "have",     "be",        "go",    "postpone", "delay",  "adjourn", "arrange",  "warn",
                                       "resolve", "wish",     "appeal",   "undertake", "swear", "announce", "call",   "tell"};
// Infinitives under these tell what was done.
constexpr std::string_view kDone[] = {"manage", "begin",  "start", "continue", "force", "fail",   "help",   "come",   "go",   "cause",
                                      "lead",   "allow",  "bring", "send",     "use",   "gather", "meet",   "appear", "seem", "happen",
                                      "dare",   "bother", "get",   "arrive",   "fly",   "return", "gather", "fire"};

bool has_future_aux(const Document& document, uint32_t verb) {
  for (const uint32_t c : tree::children(document, verb)) {
    const Deprel relation = base(document.tokens[c].deprel);
    if (relation != Deprel::aux) continue;
    const std::string aux = lower_lemma(document, c);
    if (tree::among(aux, kFutureAux) || tree::among(tree::lower_form(document, c), kFutureAux)) {
      // "may have left", "would have": the perfect looks back
      for (const uint32_t other : tree::children(document, verb))
        if (other > c && base(document.tokens[other].deprel) == Deprel::aux && lower_lemma(document, other) == "have") return false;
      return true;
    }
  }
  return false;
}

// "before they meet in August", "the strike starts on Monday", "is due in Riga on Friday"
bool present_ahead(const Document& document, uint32_t verb) {
  static constexpr std::string_view kMarks[] = {"before", "until", "till", "if", "unless", "once", "when", "provided"};
  static constexpr std::string_view kTimetable[] = {"start", "begin",  "open", "expire", "take", "vote",    "go",     "leave",  "end",  "arrive",
                                                    "meet",  "travel", "fly",  "run",    "host", "restart", "resume", "reopen", "close"};
  const std::string_view xpos = document.tokens[verb].xpos;
  if (tree::lower_lemma(document, verb) == "due") return true;
  bool present = xpos == "VBZ" || xpos == "VBP", aux = false;
  for (const uint32_t c : tree::children(document, verb)) aux |= base(document.tokens[c].deprel) == Deprel::aux;
  if (!present || aux) return false;
  for (const uint32_t c : tree::children(document, verb))
    if (tree::among(tree::lower_form(document, c), kMarks)) return true;
  return tree::among(lower_lemma(document, verb), kTimetable);
}

bool to_infinitive(const Document& document, uint32_t verb) {
  for (const uint32_t c : tree::children(document, verb))
    if (document.tokens[c].deprel == Deprel::mark && tree::lower_form(document, c) == "to" && document.tokens[c].upos == Upos::PART) return true;
  return false;
}

// "Leave by Friday", "please call on Monday"
bool imperative(const Document& document, uint32_t verb) {
  const Token& at = document.tokens[verb];
  if (at.xpos != "VB" || base(at.deprel) == Deprel::xcomp || base(at.deprel) == Deprel::ccomp || tree::subject_of(document, verb) != kNone)
    return false;
  return tree::child(document, verb, {Deprel::aux, Deprel::mark, Deprel::nsubj}) == kNone;
}

// "are believed to have crossed on Monday"
bool said_to_have(const Document& document, uint32_t verb, uint32_t governor) {
  static constexpr std::string_view kTold[] = {"say",     "believe", "think",      "report", "know", "allege",
                                               "suppose", "claim",   "understand", "appear", "seem"};
  if (!tree::among(lower_lemma(document, governor), kTold)) return false;
  for (const uint32_t c : tree::children(document, verb))
    if (base(document.tokens[c].deprel) == Deprel::aux && lower_lemma(document, c) == "have") return true;
  return false;
}

}  // namespace

bool verb_looks_forward(const Document& document, uint32_t verb) {
  for (uint32_t step = 0; step < 6 && verb < document.tokens.size(); ++step) {
    if (has_future_aux(document, verb)) return true;
    const Token& at = document.tokens[verb];
    if (present_ahead(document, verb)) return true;
    const uint32_t governor = at.head;
    if (imperative(document, verb)) return true;
    const bool bare = at.xpos == "VB" || at.xpos == "VBG" || at.xpos == "JJ";
    if (at.deprel == Deprel::xcomp && bare && governor != kNone && !to_infinitive(document, verb)) {
      verb = governor;  // "help me arrange it", "will stop shooting", "will be left unguarded"
      continue;
    }
    if (to_infinitive(document, verb)) {
      if (governor == kNone) return true;
      if (said_to_have(document, verb, governor)) return false;
      const std::string lemma = lower_lemma(document, governor);
      if (tree::among(lemma, kAhead)) return true;
      if (tree::among(lemma, kDone)) return verb_looks_forward(document, tree::clause_of(document, governor));
      return base(at.deprel) == Deprel::xcomp || base(at.deprel) == Deprel::ccomp || base(at.deprel) == Deprel::acl;
    }
    if (base(at.deprel) == Deprel::conj && governor != kNone && tree::subject_of(document, verb) != kNone &&
        tree::child(document, verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux}) == kNone) {
      verb = governor;  // "will come and talk"
      continue;
    }
    // "demanded that they leave by Friday": a bare subjunctive
    if (base(at.deprel) == Deprel::ccomp && governor != kNone && at.xpos == "VB" && tree::among(lower_lemma(document, governor), kAhead)) return true;
    return false;
  }
  return false;
}

bool is_present(const Document& document, uint32_t token) {
  const uint32_t verb = tree::clause_of(document, token);
  if (verb >= document.tokens.size()) return false;
  const std::string_view xpos = document.tokens[verb].xpos;
  return (xpos == "VBZ" || xpos == "VBP") && tree::child(document, verb, {Deprel::aux, Deprel::cop}) == kNone;
}

bool is_fixture(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t head = document.tokens[t].head;
    if (head == kNone || (head >= first && head < last)) continue;
    const Token& verb = document.tokens[head];
    return verb.xpos == "VBZ" && verb.form.ends_with('s') && is_present(document, head);  // "unfroze" is now and then tagged so
  }
  return false;
}

bool is_planned_for(const Document& document, uint32_t first, uint32_t last) {
  static constexpr std::string_view kPlan[] = {"plan", "schedule", "set", "fix", "slate", "expect", "book", "due", "call", "announce", "arrange"};
  if (first == 0 || tree::lower_form(document, first - 1) != "for") return false;
  for (uint32_t t = first; t < last; ++t)
    if (const uint32_t head = document.tokens[t].head; head < first) return tree::among(lower_lemma(document, head), kPlan);
  return false;
}

bool is_put_off(const Document& document, uint32_t token) {
  static constexpr std::string_view kPutOff[] = {"postpone", "delay", "adjourn", "defer", "suspend", "extend", "prolong"};
  const uint32_t verb = tree::clause_of(document, token);
  if (verb >= document.tokens.size()) return false;
  const std::string lemma = lower_lemma(document, verb);
  return tree::among(lemma, kPutOff) || (lemma == "put" && tree::has_child_form(document, verb, "off"));
}

bool is_called_for(const Document& document, uint32_t time) {
  static constexpr std::string_view kGatherings[] = {
      "protest", "strike",   "rally",  "march",    "demonstration", "election",   "vote",    "talk",  "meeting", "summit", "boycott",
      "walkout", "stoppage", "sit-in", "shutdown", "stay-away",     "referendum", "session", "vigil", "hartal",  "bandh",  "debate"};
  if (time < 2 || tree::lower_form(document, time - 1) != "on") return false;
  const uint32_t noun = time - 2, verb = document.tokens[noun].head;
  return verb < noun && tree::marker(document, noun) == "for" && lower_lemma(document, verb) == "call" &&
         tree::among(lower_lemma(document, noun), kGatherings);
}

bool looks_forward(const Document& document, uint32_t token) {
  return is_called_for(document, token) || verb_looks_forward(document, tree::clause_of(document, token));
}

bool compares(const Document& document, uint32_t link) {
  static constexpr std::string_view kOrdinals[] = {"first", "second", "third", "fourth", "fifth"};
  constexpr uint32_t longest = 8;  // words of a noun phrase
  const uint32_t floor = link > longest ? link - longest : 0;
  for (uint32_t t = link; t-- > floor;) {
    const Token& token = document.tokens[t];
    if (token.upos == Upos::VERB || token.upos == Upos::PUNCT || token.upos == Upos::DET) return false;
    const bool bound = t > 0 && tree::lower_form(document, t - 1) == "at";  // "at least"
    const bool most = (token.xpos == "JJS" && tree::lower_form(document, t + 1) != "of") || token.xpos == "RBS";
    if ((most && !bound) || tree::among(tree::lower_form(document, t), kOrdinals)) return true;
  }
  return false;
}

}  // namespace gesta
