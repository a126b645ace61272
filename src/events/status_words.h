// Words that decide whether what they govern happened. Signs after Karttunen (1971, 2012) on implicatives and factives, one table a sign.
#pragma once
#include <string_view>

namespace gesta::status_words {

// The complement did not happen: "failed to", "refused to", "stopped short of".
constexpr std::string_view kNegative[] = {"fail", "refuse", "decline", "avoid",  "prevent", "deny",   "stop",    "cancel", "abandon", "neglect",
                                          "omit", "forget", "refrain", "abort",  "scrap",   "shelve", "foil",    "thwart", "avert",   "block",
                                          "bar",  "forbid", "ban",     "reject", "miss",    "lack",   "dismiss", "rebut",  "refute",  "disclaim"};
// The complement lies ahead: planned, scheduled, announced.
constexpr std::string_view kPlanned[] = {"plan",     "schedule", "expect", "due", "set",    "slate",    "intend",  "prepare",  "announce", "arrange",
                                         "ready",    "decide",   "order",  "aim", "poise",  "bind",     "promise", "vow",      "pledge",   "agree",
                                         "threaten", "about",    "likely", "tip", "invite", "postpone", "approve", "undertake"};
// The complement is wished, asked, feared or asked about.
constexpr std::string_view kWished[] = {
    "want",      "hope",      "wish",   "urge",      "ask",    "demand",  "call",      "appeal",   "request", "propose", "suggest", "consider",
    "fear",      "warn",      "advise", "recommend", "favour", "favor",   "seek",      "insist",   "require", "press",   "plead",   "beg",
    "discuss",   "mull",      "wonder", "debate",    "need",   "allow",   "permit",    "offer",    "oppose",  "prefer",  "like",    "advocate",
    "authorise", "authorize", "free",   "able",      "unable", "willing", "unwilling", "persuade", "bid",     "refer",   "study"};
// The complement is claimed.
constexpr std::string_view kClaimed[] = {"accuse",    "allege",  "claim",    "suspect", "believe", "think",    "charge",  "blame",
                                         "rumour",    "rumor",   "suppose",  "presume", "seem",    "appear",   "suggest", "assert",
                                         "insinuate", "contend", "maintain", "indict",  "insist",  "estimate", "assume",  "swear"};
// A side that is told to use these tells its own version.
constexpr std::string_view kSaying[] = {"say", "tell", "state", "report", "announce", "write", "insist", "declare", "add", "complain"};
// Transparent: the complement has the standing of the verb itself.
constexpr std::string_view kHedges[] = {"allegedly",  "reportedly",  "apparently", "possibly",  "perhaps",   "probably",
                                        "supposedly", "purportedly", "maybe",      "seemingly", "presumably"};
constexpr std::string_view kHedgeAdjectives[] = {"alleged",  "suspected", "purported", "reported",    "possible", "apparent",
                                                 "supposed", "presumed",  "rumoured",  "unconfirmed", "claimed"};
constexpr std::string_view kPlannedAdjectives[] = {"planned",  "scheduled", "upcoming", "forthcoming",
                                                   "proposed", "expected",  "imminent", "prospective"};
constexpr std::string_view kNot[] = {"not",  "n't",     "never",   "no",      "neither",        "nor",   "hardly", "nobody",
                                     "none", "nothing", "nowhere", "without", "n\xE2\x80\x99t", "cannot"};
constexpr std::string_view kNoOne[] = {"nobody", "none", "nothing", "neither", "no-one"};
constexpr std::string_view kInverting[] = {"Had", "Should", "Were"};  // open a condition without "if"
constexpr std::string_view kConditional[] = {"if", "unless", "whether", "lest", "provided", "should", "supposing", "assuming", "providing"};
constexpr std::string_view kUntil[] = {"until", "once", "till"};
// Nouns whose deed may or may not come: "the risk of an attack", "the option of strikes".
constexpr std::string_view kOpen[] = {"risk",   "possibility", "option",  "danger", "prospect", "likelihood", "probability",
                                      "chance", "threat",      "spectre", "fear",   "hope",     "menace",     "potential"};
constexpr std::string_view kPlots[] = {"plot", "conspiracy"};
// Of a march or of talks that stand behind them.
constexpr std::string_view kArranged[] = {"announce", "plan", "schedule"};
constexpr std::string_view kPutOff[] = {"cancel", "postpone", "scrap"};
constexpr std::string_view kOff[] = {"off"};
constexpr std::string_view kFoiled[] = {"foil", "thwart", "avert"};
// The deed is in course while these are told in the present.
constexpr std::string_view kLasting[] = {"continue", "remain", "keep", "stay", "persist", "still", "hold", "go"};

}  // namespace gesta::status_words
