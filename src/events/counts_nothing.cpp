#include "events/counts_nothing.h"

#include <string>

#include "events/counts_nouns.h"
#include "events/fields_tree.h"

namespace gesta::counts {

namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

bool is_mark(const Document& document, uint32_t token) { return token >= document.tokens.size() || document.tokens[token].upos == Upos::PUNCT; }

// "17 died, six of them officers": without a verb of their own, they are among those told before.
bool is_aside(const Document& document, uint32_t first, uint32_t of) {
  constexpr uint32_t kNear = 10;  // tokens
  if (first == 0 || !is_mark(document, first - 1) || document.tokens[first - 1].sentence != document.tokens[first].sentence) return false;
  if (lower_form(document, of) != "of" || lower_form(document, of + 1) != "them" || is_mark(document, of + 2)) return false;
  for (uint32_t t = of + 2; t < of + kNear && !is_mark(document, t); ++t) {
    const Token& token = document.tokens[t];
    if (token.upos == Upos::AUX || (token.upos == Upos::VERB && token.xpos != "VBN" && token.xpos != "VBG")) return false;
  }
  return true;
}

// "fifteen of the dead were children": not how many died.
bool is_of_them_all(const Document& document, uint32_t of) {
  constexpr std::string_view all[] = {"dead", "wounded", "injured", "victims", "casualties", "killed", "detained", "arrested"};
  return lower_form(document, of) == "of" && lower_form(document, of + 1) == "the" && among(lower_form(document, of + 2), all);
}

}  // namespace

bool is_part(const Document& document, uint32_t first, uint32_t noun) {
  constexpr uint32_t kList = 6;  // words
  const auto among_them = [&](uint32_t i) {
    return lower_form(document, i) == "among" && (lower_form(document, i + 1) == "them" || lower_form(document, i + 1) == "whom");
  };
  if (among_them(noun + 1) || is_aside(document, first, noun + 1) || is_of_them_all(document, noun + 1)) return true;
  for (uint32_t i = first; i-- > 0 && i + kList >= first && document.tokens[i].sentence == document.tokens[first].sentence;) {
    if (lower_form(document, i) == "including" || among_them(i)) return true;
    if (document.tokens[i].upos == Upos::VERB) break;
  }
  return false;
}

bool is_age(const Document& document, uint32_t first, const Number& number) {
  constexpr std::string_view ends[] = {",", ".", ";", "\u2014", ")"};
  constexpr double kOldest = 120;
  const Token& token = document.tokens[first];
  if (first < 2 || number.value > kOldest) return false;
  // "a man of 43", "a girl aged nineteen"
  const std::string before_it = lower_form(document, first - 1);
  const uint32_t who = before_it == "of" || before_it == "aged" ? first - 2 : kNone;
  constexpr std::string_view several[] = {"crew", "family", "police", "troop", "body", "other", "aid"};
  if (who != kNone && !among(lower_lemma(document, who), several) &&
      (document.tokens[who].xpos == "NN" || document.tokens[who].upos == Upos::PROPN) && token.deprel != Deprel::nummod && is_person(document, who))
    return true;
  // "he was sixty", "the inspector is 91"
  constexpr std::string_view one[] = {"he", "she", "i"};
  const uint32_t subject = tree::child(document, first, {Deprel::nsubj});
  if (subject != kNone && tree::child(document, first, {Deprel::cop}) != kNone)
    return among(lower_form(document, subject), one) || (document.tokens[subject].xpos == "NN" && is_person(document, subject));
  // "One man, 33, died"
  if (token.deprel == Deprel::nummod || before_it != "," || !among(lower_form(document, number.last), ends)) return false;
  const Token& before = document.tokens[first - 2];
  return before.upos == Upos::PROPN || (before.xpos == "NN" && is_person(document, first - 2));
}

// "number 17", "Camp 17": a name. "[15]": a note. "a Mi-26"
bool is_label(const Document& document, uint32_t first) {
  constexpr std::string_view before[] = {"of", "at", "in", "on", "the", "from", "to", "past"};
  if (first < 2 || document.tokens[first - 1].sentence != document.tokens[first].sentence) return false;
  const std::string form = lower_form(document, first - 1);
  if (form == "[") return true;
  if (form == "number") return among(lower_form(document, first - 2), before);
  if (form == "-" && document.glued(first) && document.glued(first - 1)) return document.tokens[first - 2].upos == Upos::PROPN;
  constexpr std::string_view numbered[] = {"route", "highway", "road",  "kilometre", "kilometer", "km",       "line",    "flight",  "bus",  "tram",
                                           "gate",  "block",   "ward",  "zone",      "sector",    "district", "section", "article", "page", "channel",
                                           "unit",  "room",    "grade", "pier",      "platform",  "carriage", "chapter"};  // "route 48"
  const bool name = document.tokens[first - 1].upos == Upos::PROPN || among(lower_lemma(document, first - 1), numbered);
  return name && tree::head(document, first) == first - 1;
}

// "four in five killings", "two out of three": neither the part nor the whole.
bool is_share(const Document& document, uint32_t first, const Number& number) {
  constexpr double kMost = 100;
  const std::string after = lower_form(document, number.last);
  if (after == "per" || after == "%" || after == "percent") return true;
  const bool out = after == "out" && lower_form(document, number.last + 1) == "of";
  if (out || after == "in") {
    const auto all = read_number(document, number.last + (out ? 2 : 1));
    if (all && !all->ordinal && !all->vague && all->value > number.value && all->value <= kMost) return true;
  }
  if (first < 2 || number.value > kMost) return false;
  const uint32_t part = lower_form(document, first - 1) == "in"                                                            ? first - 2
                        : first > 2 && lower_form(document, first - 1) == "of" && lower_form(document, first - 2) == "out" ? first - 3
                                                                                                                           : kNone;
  const auto some = part == kNone ? std::nullopt : read_number(document, part);
  return some && !some->ordinal && !some->vague && some->value < number.value;
}

// "By four the streets were empty": no word says what is counted.
bool is_hour(const Document& document, uint32_t first, const Number& number) {
  constexpr std::string_view to[] = {"by", "until", "till", "past", "before", "after"};
  return first > 0 && number.value <= 24 && document.tokens[first].deprel != Deprel::nummod && among(lower_form(document, first - 1), to) &&
         (is_mark(document, number.last) || lower_form(document, number.last) == "and");
}

bool is_best(const Document& document, uint32_t first, const Number& number) {
  constexpr uint32_t kNear = 3;  // tokens
  if (number.value != 1 || lower_form(document, first + 1) != "of") return false;
  for (uint32_t t = first + 2; t < first + 2 + kNear && t < document.tokens.size(); ++t)
    if (document.tokens[t].xpos == "JJS" || document.tokens[t].xpos == "RBS") return true;
  return false;
}

}  // namespace gesta::counts
