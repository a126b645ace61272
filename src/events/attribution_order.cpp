#include "events/attribution_order.h"

#include <algorithm>
#include <string>

#include "events/attribution_words.h"
#include "events/fields_tree.h"
#include "events/when_event.h"

namespace gesta {
namespace {

using namespace attribution_words;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr std::string_view kBehind[] = {".",     ",",    "on",    "in", "at", "late", "early", "yesterday",
                                        "today", "here", "after", "as", "by", "this", "last"};

bool parts(const Token& token) { return token.form == "," || token.form == "\""; }

bool names(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::PRON; }

bool opens_phrase(const Token& token) { return names(token) || token.upos == Upos::DET || token.upos == Upos::ADJ || token.upos == Upos::NUM; }

bool finite(const Token& token) { return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP"; }

// The word in [first, last) that the others hang from.
uint32_t head_within(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const Token& token = document.tokens[t];
    const bool quoted =
        token.deprel == Deprel::nsubj && tree::child(document, token.head, {Deprel::obl_agent}) != kNone;  // "refugees quoted by the radio"
    if (names(token) && (token.head == kNone || token.head < first || token.head >= last || quoted)) return t;
  }
  return kNone;
}

// "someone who, his mother says, wore a beret": an aside in the clause that these lead.
constexpr std::string_view kLeads[] = {"who", "which",  "that",     "where", "when", "whom", "because",
                                       "if",  "though", "although", "while", "as",   "whose"};

// The phrase between a comma and the verb; "the chairman, Reason Moyo," has two of its own. Taggers take a verb behind such a phrase for a
// participle.
uint32_t phrase_before(const Document& document, uint32_t verb, uint32_t floor, bool led) {
  constexpr uint32_t kLongest = 16;  // words
  uint32_t first = verb;
  for (int commas = document.tokens[verb - 1].form == "," ? 3 : 1; commas > 0; --first) {
    if (first <= floor || verb - first >= kLongest) return kNone;
    const Token& before = document.tokens[first - 1];
    const bool quoted = document.tokens[first].form == "by";  // "refugees quoted by the radio", taken for a finite verb
    if ((finite(before) && !quoted) || before.xpos == "MD" || before.form == ";") return kNone;
    if (parts(before)) --commas;
  }
  ++first;
  if (!led && first > floor + 1 && (document.tokens[first - 2].upos == Upos::AUX || among(lower_form(document, first - 2), kLeads))) return kNone;
  return opens_phrase(document.tokens[first]) ? head_within(document, first, verb) : kNone;
}

// Only when and where follow, to the end of the clause: "said on Monday," and not "said on Monday that".
bool closes(const Document& document, uint32_t verb, uint32_t last) {
  constexpr uint32_t kLongest = 9;  // words
  const bool tells = lower_lemma(document, verb) == "tell";
  const std::string behind = verb + 1 < last ? lower_form(document, verb + 1) : ".";
  if (!tells && !among(behind, kBehind) && !is_weekday(behind)) return false;
  for (uint32_t t = verb + 1; t < last && t <= verb + kLongest; ++t) {
    const Token& token = document.tokens[t];
    if (parts(token) || token.form == "." || token.form == ";") return true;
    if (token.upos == Upos::SCONJ || token.upos == Upos::PART || token.form == ":" || (!tells && finite(token)))
      return lower_form(document, t) == "after";
  }
  return last <= verb + kLongest + 1;
}

bool says(const Document& document, uint32_t t) {
  static constexpr std::string_view kCues[] = {"say",      "report",  "announce", "tell",      "state",     "confirm",     "claim",   "add",
                                               "maintain", "insist",  "admit",    "warn",      "repeat",    "acknowledge", "note",    "write",
                                               "hint",     "declare", "disclose", "reiterate", "allege",    "assert",      "contend", "complain",
                                               "concede",  "explain", "stress",   "suggest",   "indicate",  "predict",     "reckon",  "estimate",
                                               "argue",    "believe", "fear",     "observe",   "stipulate", "affirm"};
  const Token& token = document.tokens[t];
  const bool participle = token.xpos == "VBN" && t > 0 && (document.tokens[t - 1].upos == Upos::NOUN || document.tokens[t - 1].upos == Upos::PROPN);
  return (finite(token) || participle) && among(lower_lemma(document, t), kCues);
}

}  // namespace

bool semicolon_between(const Document& document, uint32_t from, uint32_t to) {
  for (uint32_t t = std::min(from, to); t < std::max(from, to); ++t)
    if (document.tokens[t].form == ";") return true;
  return false;
}

Spoken spoken_behind(const Document& document, uint32_t event) {
  static constexpr std::string_view kTurns[] = {"while", "but", "although", "though", "whereas", "yet"};  // on to other news
  constexpr uint32_t kEnd = 7;                                                                            // words: of all of the sentence
  const uint32_t last = document.sentences[document.tokens[event].sentence].last;
  bool colon = false;
  for (uint32_t verb = event + 1; verb < last; ++verb) {
    const bool turns = document.tokens[verb - 1].form == "," && among(lower_form(document, verb), kTurns);
    if (document.tokens[verb].form == ";" || turns) return {};
    colon |= document.tokens[verb].form == ":";
    if (verb < event + 3 || (colon && last >= verb + kEnd) || !says(document, verb) || !closes(document, verb, last)) continue;
    if (const uint32_t who = phrase_before(document, verb, event + 1, false); who != kNone) return {who, verb};
  }
  return {};
}

Spoken spoken_before(const Document& document, uint32_t event) {
  constexpr uint32_t kNear = 14, kAside = 4;  // words
  const uint32_t first = document.sentences[document.tokens[event].sentence].first;
  uint32_t comma = event;
  while (comma > first + 2 && event - comma < kNear && document.tokens[comma].form != "," && document.tokens[comma].upos != Upos::PUNCT) --comma;
  const Upos next = document.tokens[comma + 1].upos;  // the clause goes on: no "said, and ...", "said, on the third day of"
  if (document.tokens[comma].form != "," || next == Upos::CCONJ || next == Upos::SCONJ || next == Upos::ADP || next == Upos::NUM) return {};
  for (uint32_t verb = comma; verb-- > first + 1 && comma - verb <= kAside && !parts(document.tokens[verb]);) {
    if (!says(document, verb) || !closes(document, verb, comma + 1)) continue;
    if (const uint32_t who = phrase_before(document, verb, first, true); who != kNone) return {who, verb};
  }
  return {};
}

uint32_t inverted_speaker(const Document& document, uint32_t verb) {
  static constexpr std::string_view kInverted[] = {"say", "warn", "add", "write", "insist", "declare", "claim", "report", "explain"};
  constexpr uint32_t kLongest = 12;  // words
  if (verb == 0 || !parts(document.tokens[verb - 1]) || !finite(document.tokens[verb]) || !among(lower_lemma(document, verb), kInverted))
    return kNone;
  const uint32_t last = document.sentences[document.tokens[verb].sentence].last;
  if (verb + 1 >= last || !opens_phrase(document.tokens[verb + 1]) || is_weekday(lower_form(document, verb + 1))) return kNone;
  uint32_t end = verb + 1;
  for (; end < last && end <= verb + kLongest; ++end) {
    const Token& token = document.tokens[end];
    if (token.upos == Upos::PUNCT && token.form != "-") return head_within(document, verb + 1, end);
    if (finite(token) || token.upos == Upos::SCONJ || token.upos == Upos::AUX || token.upos == Upos::VERB) return kNone;
  }
  return kNone;
}

}  // namespace gesta
