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
// ... and these, said in an aside: with a clause of their own they tell what their subject does.
constexpr std::string_view kSayAside[] = {"proclaim", "reiterate", "stipulate", "lament", "fulminate", "underline", "imply"};
// Their object clause is what they say; a noun phrase after them is not.
constexpr std::string_view kAccuse[] = {"accuse", "charge", "blame", "suspect", "indict"};
// Nobody speaks behind a colon after these: "answered with its feet: 100,000 people marched", "accused the other: ...".
constexpr std::string_view kNoQuote[] = {"answer", "find",    "hear",   "count",  "blame",   "accuse",
                                         "charge", "suspect", "indict", "reject", "resolve", "counter"};
constexpr std::string_view kDeny[] = {"deny", "dispute", "reject", "dismiss", "rebut", "refute"};
// ... but a deed is ("reported the killing of two guards").
constexpr std::string_view kTellOf[] = {"report", "confirm", "describe"};
// "Denied any part in the attack": what one denies to have in a deed.
constexpr std::string_view kShares[] = {"role", "part", "involvement", "participation", "complicity", "hand", "responsibility"};
constexpr std::string_view kNouns[] = {"report",  "claim",  "allegation", "statement",  "accusation", "denial",       "word",
                                       "account", "rumour", "charge",     "suggestion", "testimony",  "announcement", "version"};
constexpr std::string_view kMedia[] = {"television",  "radio",    "newspaper", "daily",   "agency",  "weekly",  "paper",
                                       "broadcaster", "magazine", "tv",        "website", "channel", "station", "site"};
// A medium does so with another's words, ...
constexpr std::string_view kHandOn[] = {"quote", "cite", "carry", "broadcast", "relay",  "publish", "air",
                                        "run",   "read", "pick",  "print",     "report", "pass"};
// ... which reach it in these.
constexpr std::string_view kMessages[] = {"statement", "report",  "letter",  "interview",  "note",     "remark", "bulletin",  "broadcast", "speech",
                                          "video",     "message", "comment", "communique", "dispatch", "tape",   "recording", "address",   "article"};
constexpr std::string_view kTimes[] = {"minute", "hour", "day", "week", "weekend", "month", "year", "night"};
constexpr std::string_view kPronouns[] = {"he",  "she", "it",   "they", "i",   "we",    "who", "which", "that",
                                          "you", "him", "them", "her",  "his", "their", "its", "one"};

// Further cues of an attribution where all of them are read (attributions.cpp): voices, ...
constexpr std::string_view kVoice[] = {
    "ask",      "argue",       "call",       "criticize", "criticise",  "vow",          "refer",    "propose",   "tweet",     "retweet",   "point",
    "insist",   "express",     "defend",     "blast",     "pledge",     "urge",         "decline",  "refuse",    "recall",    "denounce",  "attack",
    "respond",  "post",        "mock",       "apologize", "apologise",  "remind",       "shout",    "question",  "remark",    "condemn",   "slam",
    "joke",     "voice",       "rail",       "tout",      "lament",     "praise",       "threaten", "reiterate", "disagree",  "compare",   "describe",
    "talk",     "endorse",     "object",     "allude",    "decry",      "proclaim",     "opine",    "vouch",     "lambaste",  "liken",     "chant",
    "concur",   "brag",        "advocate",   "counsel",   "pronounce",  "scold",        "chide",    "rebuke",    "castigate", "excoriate", "ridicule",
    "deride",   "hail",        "laud",       "commend",   "applaud",    "congratulate", "welcome",  "demand",    "implore",   "plead",     "appeal",
    "show",     "name",        "identify",   "discuss",   "embrace",    "share",        "issue",    "knock",     "recite",    "publish",   "unveil",
    "signal",   "demonstrate", "email",      "list",      "satirize",   "envision",     "echo",     "portray",   "foresee",   "preach",    "assail",
    "forecast", "downplay",    "illustrate", "perceive",  "eviscerate", "credit",       "offer",    "comment",   "assess"};
// ... thoughts and wishes, which hold a clause or, those of kSupport, a thing.
constexpr std::string_view kThink[] = {"think",   "believe", "want",   "hope", "feel",    "support", "agree",    "consider", "prefer", "doubt",
                                       "worry",   "expect",  "plan",   "seek", "fear",    "back",    "favor",    "favour",   "regret", "wonder",
                                       "realize", "decide",  "intend", "wish", "imagine", "learn",   "continue", "hate",     "like",   "find"};
constexpr std::string_view kSupport[] = {"support", "back", "favor", "favour", "agree", "doubt", "fear", "prefer", "hate", "like"};
constexpr std::string_view kAttitudes[] = {"critical",  "confident", "skeptical", "sceptical",  "hostile",
                                           "reluctant", "eager",     "adamant",   "dismissive", "supportive"};
constexpr std::string_view kPersons[] = {"he", "she", "it", "they"};
constexpr std::string_view kSpeaker[] = {"i", "we", "you"};
constexpr std::string_view kRelative[] = {"who", "which", "that"};

}  // namespace gesta::attribution_words
