// Cues of attribution (Pareti 2012 names source, cue and content), one table a shape.
#pragma once
#include <string_view>

namespace gesta::attribution_words {

constexpr std::string_view kSay[] = {
    "say",       "report",  "tell",    "state",     "announce",  "claim",   "add",      "note",   "confirm",   "declare", "allege",      "assert",
    "maintain",  "insist",  "deny",    "reveal",    "disclose",  "explain", "write",    "quote",  "warn",      "argue",   "acknowledge", "admit",
    "indicate",  "believe", "think",   "contend",   "estimate",  "suggest", "stress",   "affirm", "reply",     "answer",  "testify",     "observe",
    "predict",   "swear",   "hint",    "relate",    "recount",   "concede", "complain", "boast",  "calculate", "reckon",  "conclude",    "tweet",
    "broadcast", "fear",    "suspect", "dispute",   "find",      "accuse",  "charge",   "blame",  "count",     "remark",  "mention",     "cite",
    "hear",      "specify", "clarify", "emphasise", "emphasize", "rebut",   "refute",   "reject", "dismiss",   "promise", "guess",       "resolve",
    "retort",    "counter", "assure",  "document",  "repeat",    "caution"};
// Their object clause is what they say; a noun phrase after them is not.
constexpr std::string_view kAccuse[] = {"accuse", "charge", "blame", "suspect", "indict"};
constexpr std::string_view kDeny[] = {"deny", "dispute", "reject", "dismiss", "rebut", "refute"};
constexpr std::string_view kNouns[] = {"report",  "claim",  "allegation", "statement",  "accusation", "denial",       "word",
                                       "account", "rumour", "charge",     "suggestion", "testimony",  "announcement", "version"};
constexpr std::string_view kPronouns[] = {"he",  "she", "it",   "they", "i",   "we",    "who", "which", "that",
                                          "you", "him", "them", "her",  "his", "their", "its", "one"};

}  // namespace gesta::attribution_words
