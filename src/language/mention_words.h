// Words by which mentions are found and linked: lower case, facts of English; of names only given ones, for whether "he" or "she" fits.
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
// Given names that are a man's or a woman's nearly everywhere, in the order of the alphabet.
inline constexpr std::string_view kMensNames[] = {
    "abdel",       "abdul",       "abdulla",    "abdullah",    "adam",      "ahmad",     "ahmed",     "alan",      "alassane", "albert",
    "alberto",     "alejandro",   "aleksandar", "aleksander",  "alex",      "alexander", "alexandre", "alexei",    "alfonso",  "alfred",
    "ali",         "alvaro",      "amir",       "andre",       "andreas",   "andrei",    "andrew",    "andrzej",   "angus",    "ankit",
    "anthony",     "antonio",     "antony",     "anwar",       "arnold",    "arthur",    "ashraf",    "augusto",   "barack",   "bashar",
    "benjamin",    "bernard",     "bernie",     "bill",        "bob",       "boris",     "brian",     "bruce",     "carl",     "carlos",
    "cesar",       "charles",     "chris",      "christopher", "claude",    "clive",     "colin",     "craig",     "cyril",    "damir",
    "daniel",      "dave",        "david",      "dennis",      "dmitri",    "dmitry",    "dominic",   "dominique", "donald",   "douglas",
    "ed",          "edgar",       "eduard",     "eduardo",     "edward",    "emmanuel",  "emmerson",  "enrique",   "eric",     "erik",
    "ernesto",     "evo",         "fadi",       "faisal",      "felipe",    "felix",     "ferdinand", "fernando",  "fidel",    "fouad",
    "francisco",   "francois",    "frank",      "franz",       "fred",      "frederick", "fumio",     "gary",      "george",   "gerald",
    "gerard",      "gerhard",     "giorgio",    "giovanni",    "giuseppe",  "goodluck",  "gordon",    "graham",    "greg",     "gregory",
    "guillermo",   "gustavo",     "guy",        "habib",       "hamid",     "hamza",     "hans",      "harold",    "harry",    "hasan",
    "hassan",      "hector",      "heinz",      "helmut",      "henri",     "henry",     "herbert",   "hosni",     "howard",   "hugo",
    "hussein",     "ian",         "ibrahim",    "idriss",      "igor",      "ilham",     "imran",     "isaac",     "ismail",   "ivan",
    "ivo",         "jack",        "jacob",      "jacques",     "jair",      "jalal",     "james",     "jan",       "jason",    "javier",
    "jean-claude", "jean-pierre", "jeff",       "jeffrey",     "jens",      "jeremy",    "jerry",     "jim",       "jimmy",    "jiri",
    "joao",        "joaquin",     "joe",        "joel",        "johan",     "john",      "johnny",    "jonathan",  "jorge",    "jose",
    "josef",       "joseph",      "joshua",     "josip",       "juan",      "julio",     "julius",    "justin",    "kamal",    "karim",
    "karl",        "keith",       "ken",        "kenneth",     "kevin",     "khaled",    "khalid",    "klaus",     "kofi",     "konstantin",
    "kurt",        "larry",       "lars",       "laurent",     "leon",      "leonid",    "louis",     "luis",      "luiz",     "mahmoud",
    "mahmud",      "malcolm",     "manuel",     "marc",        "marco",     "marcos",    "mario",     "mark",      "martin",   "matt",
    "matthew",     "mauricio",    "max",        "michael",     "michel",    "miguel",    "mike",      "mikhail",   "mikheil",  "mohamed",
    "mohammad",    "mohammed",    "moshe",      "muammar",     "muhammad",  "mustafa",   "nabil",     "narendra",  "nasser",   "neil",
    "nelson",      "nicholas",    "nick",       "nicolae",     "nicolas",   "nigel",     "nikola",    "nikolai",   "noah",     "nuri",
    "olaf",        "oleg",        "oliver",     "omar",        "osama",     "oscar",     "oskar",     "otto",      "pablo",    "patrick",
    "paul",        "pavel",       "pedro",      "peter",       "petr",      "petro",     "phil",      "philip",    "philippe", "pierre",
    "piotr",       "rafael",      "rafiq",      "rahul",       "ralph",     "ramon",     "rashid",    "raul",      "ray",      "recep",
    "rex",         "ricardo",     "richard",    "rick",        "rob",       "robert",    "roberto",   "rodrigo",   "roger",    "roland",
    "ron",         "ronald",      "ross",       "roy",         "rudolf",    "russell",   "salman",    "salva",     "sam",      "samuel",
    "scott",       "sean",        "sebastian",  "sergei",      "sergey",    "sergio",    "shimon",    "shinzo",    "silvio",   "simon",
    "slobodan",    "stanley",     "stefan",     "stephen",     "steve",     "steven",    "stuart",    "tayyip",    "ted",      "terry",
    "thabo",       "theodore",    "thomas",     "tim",         "timothy",   "tom",       "tommy",     "tony",      "umar",     "vaclav",
    "victor",      "viktor",      "vladimir",   "vojislav",    "volodymyr", "walter",    "warren",    "wayne",     "wilhelm",  "william",
    "willy",       "wolfgang",    "xavier",     "yasir",       "yasser",    "yitzhak",   "yoweri",    "yuri",      "yusuf",    "zoran"};
inline constexpr std::string_view kWomensNames[] = {
    "agnes",       "aisha",     "alexandra", "alice",     "alicia",  "amanda",    "amina",     "amy",       "ana",       "andrea",    "angela",
    "anna",        "anne",      "annie",     "asha",      "asma",    "barbara",   "beata",     "beatrice",  "benazir",   "betty",     "brenda",
    "carmen",      "carol",     "caroline",  "catherine", "cecilia", "charlotte", "chelsea",   "christina", "christine", "clara",     "claudia",
    "condoleezza", "cristina",  "cynthia",   "debbie",    "deborah", "denise",    "diana",     "diane",     "dilma",     "dina",      "dora",
    "doris",       "dorothy",   "edith",     "eileen",    "elena",   "elisabeth", "elizabeth", "ella",      "ellen",     "emily",     "emma",
    "erica",       "erna",      "esther",    "eva",       "evelyn",  "fatima",    "fatma",     "fatou",     "federica",  "fiona",     "florence",
    "frances",     "gabriela",  "gina",      "gloria",    "grace",   "greta",     "hadja",     "hanna",     "hannah",    "harriet",   "heather",
    "helen",       "helene",    "helle",     "hillary",   "ilana",   "imelda",    "indira",    "ingrid",    "irene",     "irina",     "isabel",
    "jacinda",     "jane",      "janet",     "jennifer",  "jessica", "jill",      "joan",      "joanna",    "josephine", "joyce",     "juanita",
    "judith",      "julia",     "julie",     "kaja",      "kamala",  "karen",     "kate",      "katharine", "katherine", "kathleen",  "kathy",
    "katrina",     "kellyanne", "khadija",   "laura",     "lauren",  "leila",     "leymah",    "liliana",   "linda",     "lisa",      "liz",
    "loretta",     "louise",    "lucia",     "lucy",      "luisa",   "lynn",      "maia",      "malala",    "margaret",  "margarita", "margot",
    "maria",       "mariam",    "marie",     "marina",    "marine",  "marion",    "martha",    "mary",      "maryam",    "megan",     "melania",
    "melanie",     "melissa",   "mercedes",  "mette",     "mia",     "michaela",  "michele",   "michelle",  "mireille",  "miriam",    "monica",
    "nadia",       "naledi",    "nancy",     "naomi",     "natalia", "natalie",   "natasha",   "nicola",    "nikki",     "nina",      "nino",
    "nirmala",     "nora",      "norma",     "olga",      "olivia",  "patricia",  "paula",     "pauline",   "penny",     "pia",       "priti",
    "rachel",      "rania",     "raquel",    "rebecca",   "renate",  "rita",      "roberta",   "rosa",      "rosalia",   "rosemary",  "roza",
    "ruth",        "sabine",    "sally",     "samantha",  "sandra",  "sanna",     "sara",      "sarah",     "sheila",    "shirin",    "simone",
    "sofia",       "sonia",     "sophie",    "stephanie", "sue",     "susan",     "susana",    "svetlana",  "sviatlana", "sylvia",    "sylvie",
    "tamara",      "tanya",     "tatiana",   "theresa",   "tina",    "ursula",    "valentina", "valerie",   "vanessa",   "vera",      "veronica",
    "victoria",    "viola",     "violeta",   "virginia",  "vivian",  "wangari",   "wendy",     "winnie",    "yulia",     "yvette",    "yvonne",
    "zainab",      "zoe"};
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
// What only somebody does, a body too, beside saying; and the things that are said to say.
inline constexpr std::string_view kJudge[] = {"accuse", "blame",  "condemn",  "demand", "deny", "pledge",  "promise",
                                              "refuse", "reject", "threaten", "urge",   "vow",  "deplore", "denounce"};
inline constexpr std::string_view kWriting[] = {"article", "communique", "declaration", "document",  "letter", "message", "paper",
                                                "report",  "resolution", "ruling",      "statement", "study",  "survey",  "text"};
// Adjectives that tell no two things apart.
inline constexpr std::string_view kSame[] = {"same", "said", "whole", "entire", "very", "former", "late", "own"};

}  // namespace gesta
