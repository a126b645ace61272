#include "language/words.h"

#include <algorithm>
#include <span>

namespace gesta {
namespace {

using View = std::string_view;

constexpr View kTitle[] = {"adm",  "amb", "asst", "atty",   "brig", "capt", "cmdr", "col", "cpl", "dr",   "fr", "ft",  "gen",  "gov", "hon",
                           "insp", "lt",  "maj",  "messrs", "mlle", "mme",  "mr",   "mrs", "ms",  "msgr", "mt", "no",  "nos",  "pfc", "pres",
                           "prof", "pvt", "rep",  "reps",   "rev",  "sen",  "sens", "sgt", "spc", "spec", "st", "ste", "supt", "vs"};
constexpr View kAbbreviation[] = {"a.k.a", "al",   "approx", "apr",  "arrv", "attn", "aug",   "ave",  "blvd", "bros", "ca",  "cf",  "co",  "conf",
                                  "corp",  "dec",  "dept",   "dist", "div",  "e.g",  "ed",    "eds",  "eg",   "esp",  "est", "etc", "ext", "feb",
                                  "fig",   "fri",  "hwy",    "i.e",  "ie",   "inc",  "jan",   "jr",   "jul",  "jun",  "lb",  "lbs", "ltd", "mar",
                                  "min",   "mins", "mon",    "nov",  "oct",  "op",   "oz",    "para", "ph.d", "pp",   "rd",  "sat", "sec", "sep",
                                  "sept",  "sq",   "sr",     "sun",  "thu",  "thur", "thurs", "tue",  "tues", "univ", "vol", "wed", "yrs"};
constexpr View kPrefix[] = {"anti",  "arch",  "bi",     "co",    "counter", "cross", "cyber", "e",     "ex",  "extra", "hyper", "inter", "intra",
                            "macro", "mega",  "meta",   "micro", "mid",     "mini",  "multi", "neo",   "non", "over",  "pan",   "post",  "pre",
                            "pro",   "proto", "pseudo", "re",    "semi",    "socio", "sub",   "super", "tri", "ultra", "un",    "under"};
constexpr View kUnit[] = {"a.m", "am", "b",   "bn", "c",  "cm", "f",  "ft",  "g",  "gb", "gw", "ha",  "hr", "hrs", "k",   "kg", "km", "kmh", "kph",
                          "kw",  "lb", "lbs", "m",  "mb", "mg", "mi", "min", "ml", "mm", "mn", "mph", "mw", "oz",  "p.m", "pm", "sq", "tn",  "x"};
constexpr View kTopDomain[] = {"com", "edu", "gov", "info", "int", "io", "mil", "net", "org", "tv", "uk"};
constexpr View kStarter[] = {"a",       "about", "according", "after",   "all",       "also",      "although", "an",    "and",     "another", "any",
                             "as",      "asked", "at",        "because", "before",    "both",      "but",      "by",    "despite", "during",  "each",
                             "earlier", "even",  "every",     "few",     "first",     "following", "for",      "from",  "has",     "have",    "he",
                             "her",     "here",  "his",       "how",     "however",   "i",         "if",       "in",    "instead", "is",      "it",
                             "its",     "last",  "later",     "many",    "meanwhile", "more",      "moreover", "most",  "my",      "nearly",  "no",
                             "nobody",  "none",  "not",       "now",     "officials", "on",        "once",     "one",   "only",    "or",      "other",
                             "others",  "our",   "over",      "people",  "police",    "several",   "she",      "since", "so",      "some",    "such",
                             "that",    "the",   "their",     "then",    "there",     "these",     "they",     "this",  "those",   "though",  "thus",
                             "to",      "today", "two",       "under",   "until",     "was",       "we",       "were",  "what",    "when",    "where",
                             "while",   "who",   "why",       "with",    "without",   "yet",       "you",      "your"};
constexpr View kSpeech[] = {"added",    "adds",     "announced", "asked",    "asks",     "claimed", "concluded", "continued",
                            "cried",    "declared", "explained", "explains", "insisted", "noted",   "notes",     "quipped",
                            "recalled", "remarked", "replied",   "reported", "said",     "say",     "saying",    "says",
                            "shouted",  "stated",   "told",      "tweeted",  "warned",   "writes",  "wrote",     "yelled"};

constexpr bool sorted(std::span<const View> list) { return std::is_sorted(list.begin(), list.end()); }
static_assert(sorted(kTitle) && sorted(kAbbreviation) && sorted(kPrefix) && sorted(kUnit) && sorted(kTopDomain) && sorted(kStarter) &&
              sorted(kSpeech));

std::span<const View> words_of(WordList list) {
  switch (list) {
    case WordList::title:
      return kTitle;
    case WordList::abbreviation:
      return kAbbreviation;
    case WordList::prefix:
      return kPrefix;
    case WordList::unit:
      return kUnit;
    case WordList::top_domain:
      return kTopDomain;
    case WordList::starter:
      return kStarter;
    case WordList::speech:
      return kSpeech;
  }
  return {};
}

}  // namespace

bool in_list(WordList list, View lower) {
  const auto words = words_of(list);
  return std::binary_search(words.begin(), words.end(), lower);
}

}  // namespace gesta
