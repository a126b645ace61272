// Words by which mentions are found and linked: lower case, facts of English, no names of anyone.
#pragma once
#include <string_view>

#include "base/lists.h"

namespace gesta {

inline constexpr std::string_view kMale[] = {"mr.",         "mr",        "king",    "prince", "sir",      "lord",      "father",
                                             "brother",     "son",       "husband", "man",    "boy",      "spokesman", "chairman",
                                             "businessman", "policeman", "gunman",  "uncle",  "president"};
inline constexpr std::string_view kFemale[] = {"mrs.",        "mrs",        "ms.",           "ms",       "miss", "queen", "princess",
                                               "lady",        "mother",     "sister",        "daughter", "wife", "woman", "girl",
                                               "spokeswoman", "chairwoman", "businesswoman", "actress",  "aunt"};
// Pronouns of the third person.
inline constexpr std::string_view kHimWords[] = {"he", "him", "his", "himself"};
inline constexpr std::string_view kHerWords[] = {"she", "her", "hers", "herself"};
inline constexpr std::string_view kItWords[] = {"it", "its", "itself"};
inline constexpr std::string_view kTheyWords[] = {"they", "them", "their", "theirs", "themselves", "themself", "'em"};
inline constexpr std::string_view kPerson[] = {
    "activist",     "actor",       "adviser",        "advisor",      "ambassador",   "analyst",        "boy",           "candidate",
    "captain",      "chairman",    "chairwoman",     "chancellor",   "congressman",  "congresswoman",  "councillor",    "detainee",
    "dictator",     "economist",   "emir",           "emperor",      "counterpart",  "colonel",        "lieutenant",    "sergeant",
    "major",        "admiral",     "ayatollah",      "imam",         "sheikh",       "pope",           "bishop",        "archbishop",
    "cleric",       "sultan",      "ruler",          "founder",      "attorney",     "negotiator",     "whistleblower", "author",
    "blogger",      "businessman", "dissident",      "mp",           "ex-president", "vice-president", "co-founder",    "hostage",
    "terrorist",    "attacker",    "bomber",         "assailant",    "brother",      "father",         "husband",       "mother",
    "sister",       "son",         "daughter",       "wife",         "migrant",      "pilot",          "person",        "pm",
    "chief",        "citizen",     "commander",      "commissioner", "critic",       "defendant",      "deputy",        "diplomat",
    "director",     "doctor",      "driver",         "envoy",        "executive",    "expert",         "farmer",        "fighter",
    "general",      "girl",        "governor",       "gunman",       "head",         "journalist",     "judge",         "king",
    "lawmaker",     "lawyer",      "leader",         "man",          "mayor",        "member",         "militant",      "minister",
    "officer",      "official",    "opponent",       "player",       "policeman",    "politician",     "premier",       "president",
    "priest",       "prince",      "prisoner",       "professor",    "prosecutor",   "protester",      "queen",         "rebel",
    "refugee",      "reporter",    "representative", "resident",     "secretary",    "senator",        "soldier",       "spokesman",
    "spokesperson", "spokeswoman", "student",        "suspect",      "teacher",      "victim",         "woman",         "worker",
    "writer"};
inline constexpr std::string_view kPlural[] = {"people", "police", "personnel", "staff"};
inline constexpr std::string_view kGroup[] = {"army",       "authority",  "cabinet", "coalition",  "committee", "company",  "council",  "court",
                                              "crowd",      "family",     "force",   "government", "group",     "majority", "military", "ministry",
                                              "opposition", "parliament", "party",   "public",     "team",      "union"};
inline constexpr std::string_view kPlaceNoun[] = {"area",   "capital",  "city",  "continent", "country", "county",  "district",
                                                  "island", "kingdom",  "land",  "nation",    "place",   "port",    "province",
                                                  "region", "republic", "state", "territory", "town",    "village", "zone"};
inline constexpr std::string_view kSmall[] = {"of", "and", "the", "for", "in", "on", "-", "&"};
inline constexpr std::string_view kOrganisation[] = {
    "academy",  "administration", "agency",     "alliance", "army",         "assembly",     "association", "authority", "bank",    "brigade",
    "brigades", "brotherhood",    "bureau",     "cabinet",  "club",         "coalition",    "commission",  "committee", "company", "congress",
    "corp",     "corp.",          "corps",      "council",  "court",        "department",   "federation",  "force",     "forces",  "foundation",
    "front",    "fund",           "government", "group",    "guard",        "inc.",         "institute",   "league",    "ltd.",    "militia",
    "ministry", "movement",       "navy",       "office",   "organisation", "organization", "parliament",  "party",     "police",  "senate",
    "service",  "society",        "times",      "tribunal", "union",        "united",       "university"};
inline constexpr std::string_view kTime[] = {"april",    "august",  "december",  "february",  "friday",  "january",  "july",      "june",
                                             "march",    "may",     "monday",    "november",  "october", "saturday", "september", "sunday",
                                             "thursday", "tuesday", "wednesday", "christmas", "easter",  "ramadan",  "gmt",       "sept.",
                                             "oct.",     "nov.",    "dec.",      "jan.",      "feb.",    "aug."};
inline constexpr std::string_view kInner[] = {"of", "the", "and", "for", "-", "al", "bin", "de", "la", "du", "von", "van", "&"};
inline constexpr std::string_view kNoThing[] = {"a.m.", "day",   "hour",     "minute", "month",   "p.m.", "percent",
                                                "time", "today", "tomorrow", "week",   "weekend", "year", "yesterday"};
// Written before a name, no part of it and nothing of its own.
inline constexpr std::string_view kHonorific[] = {"dr", "dr.", "hon.", "lady", "lord", "madame", "miss",
                                                  "mr", "mr.", "mrs",  "mrs.", "ms",   "ms.",    "sir"};

// Pronouns of who speaks, and verbs of saying.
inline constexpr std::string_view kI[] = {"i", "me", "my", "mine", "myself"};
inline constexpr std::string_view kWe[] = {"we", "us", "our", "ours", "ourselves"};
inline constexpr std::string_view kThese[] = {"this", "that", "these", "those"};
inline constexpr std::string_view kYou[] = {"you", "your", "yours", "yourself", "yourselves"};
inline constexpr std::string_view kSay[] = {"say",   "tell",    "add",     "write",   "ask",   "explain", "note",    "argue",
                                            "claim", "comment", "declare", "respond", "reply", "state",   "warn",    "announce",
                                            "admit", "insist",  "recall",  "stress",  "tweet", "think",   "believe", "continue"};
// Adjectives that tell no two things apart.
inline constexpr std::string_view kSame[] = {"same", "said", "whole", "entire", "very", "former", "late", "own"};

}  // namespace gesta
