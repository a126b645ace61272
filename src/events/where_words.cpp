// Tables of words for where.cpp and where_places.cpp; see where_words.h.
#include "events/where_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/lists.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr std::string_view kTitles[] = {
    "mr",         "mrs",      "ms",        "dr",      "president",   "minister",  "general",    "gen",        "colonel",    "col",
    "major",      "captain",  "capt",      "senator", "sen",         "governor",  "gov",        "mayor",      "king",       "queen",
    "prince",     "princess", "sheikh",    "imam",    "ayatollah",   "pope",      "bishop",     "archbishop", "judge",      "justice",
    "lieutenant", "lt",       "sergeant",  "sgt",     "commander",   "secretary", "chancellor", "premier",    "ambassador", "sir",
    "lord",       "lady",     "professor", "prof",    "rev",         "father",    "marshal",    "admiral",    "spokesman",  "spokeswoman",
    "maj",        "brig",     "lt-gen",    "maj-gen", "congressman", "rep",       "comrade",    "emir",       "sultan",     "archbishop"};
constexpr std::string_view kNever[] = {
    "january",   "february",   "march",     "april",        "may",          "june",         "july",      "august",     "september",    "october",
    "november",  "december",   "jan",       "feb",          "aug",          "sept",         "sep",       "oct",        "nov",          "dec",
    "monday",    "tuesday",    "wednesday", "thursday",     "friday",       "saturday",     "sunday",    "ramadan",    "christmas",    "easter",
    "islam",     "parliament", "congress",  "senate",       "government",   "army",         "police",    "president",  "minister",     "union",
    "court",     "council",    "party",     "general",      "islamic",      "national",     "state",     "central",    "north",        "south",
    "east",      "west",       "northern",  "southern",     "eastern",      "western",      "the",       "a",          "he",           "she",
    "they",      "we",         "i",         "it",           "in",           "on",           "at",        "god",        "allah",        "muslim",
    "christian", "kurd",       "kurds",     "sunni",        "shiite",       "house",        "commons",   "university", "reuters",      "afp",
    "ap",        "xinhua",     "twitter",   "facebook",     "nato",         "eu",           "un",        "u.n.",       "imf",          "mp",
    "mps",       "street",     "square",    "airport",      "hospital",     "church",       "mosque",    "school",     "hamas",        "hezbollah",
    "hizbollah", "taliban",    "victoria",  "washington's", "no",           "yes",          "war",       "peace",      "unita",        "foreign",
    "defense",   "defence",    "interior",  "finance",      "justice",      "health",       "most",      "man",        "of",           "as",
    "for",       "not",        "and",       "old",          "new",          "many",         "police",    "supreme",    "mass",         "white",
    "departure", "internet",   "eve",       "year",         "ashura",       "eid",          "passover",  "diwali",     "thanksgiving", "english",
    "battle",    "treaty",     "day",       "today",        "week",         "telegram",     "whatsapp",  "instagram",  "tiktok",       "youtube",
    "aid",       "cup",        "republic",  "alliance",     "centre",       "center",       "bank",      "act",        "officer",      "kingdom",
    "sultanate", "emirate",    "front",     "movement",     "organisation", "organization", "media",     "regiment",   "brotherhood",  "tribunal",
    "charter",   "convention", "league",    "division",     "cabinet",      "mission",      "committee", "authority",  "coalition",    "bloc",
    "pope",      "bishop",     "company",   "judiciary",    "governorate",  "region",       "club",      "chief",      "leader",       "inspector",
    "arabic",    "peshmerga",  "one",       "tower",        "gas",          "post",         "far",       "pole",       "poles"};
constexpr std::string_view kGeneric[] = {"village",    "town",          "city",         "camp",         "district", "province", "airport",
                                         "crossing",   "port",          "valley",       "island",       "square",   "suburb",   "region",
                                         "state",      "county",        "governorate",  "border",       "base",     "prison",   "river",
                                         "quarter",    "neighbourhood", "neighborhood", "municipality", "oasis",    "refinery", "bridge",
                                         "checkpoint", "resort",        "hamlet",       "settlement",   "township", "enclave",  "outpost",
                                         "canton",     "commune",       "department",   "prefecture",   "parish",   "oblast",   "locality"};
constexpr std::string_view kSpots[] = {
    "square",    "avenue",   "street",    "pagoda",     "bridge",   "airport",   "airfield", "airbase",    "valley",    "camp",      "prison",
    "crossing",  "park",     "hospital",  "university", "mosque",   "cathedral", "church",   "stadium",    "palace",    "boulevard", "road",
    "highway",   "port",     "harbour",   "harbor",     "island",   "islands",   "river",    "lake",       "mountains", "mountain",  "hills",
    "pass",      "strait",   "peninsula", "oilfield",   "refinery", "dam",       "quay",     "roundabout", "market",    "school",    "hotel",
    "buildings", "works",    "mine",      "base",       "district", "plaza",     "canal",    "checkpoint", "barracks",  "plant",     "forest",
    "desert",    "shrine",   "cemetery",  "monastery",  "temple",   "circle",    "theatre",  "theater",    "college",   "fort",      "castle",
    "station",   "terminal", "reef",      "shoal",      "islet",    "cave",      "junction", "corridor",   "esplanade", "beach",     "garden",
    "gorge",     "heights",  "plateau",   "ridge",      "gardens",  "synagogue", "mall",     "monument",   "arena",     "cinema",    "reservoir",
    "airstrip",  "estate",   "jail",      "crossroads", "ranch",    "glacier",   "basilica", "museum",     "library"};
constexpr std::string_view kSeats[] = {"parliament", "congress",  "senate",       "assembly",  "court", "courthouse", "ministry", "palace",
                                       "embassy",    "consulate", "headquarters", "residence", "house", "mansion",    "compound"};
constexpr std::string_view kApproaches[] = {"front", "gate", "step", "lobby", "ground", "door", "courtyard", "entrance"};
constexpr std::string_view kTownSpots[] = {"airport", "airfield",  "airbase",  "prison",  "hospital", "university", "port",   "harbour", "harbor",
                                           "stadium", "cathedral", "barracks", "railway", "court",    "library",    "museum", "jail"};
constexpr std::string_view kDirections[] = {"north",   "south",     "east",         "west",         "northern",     "southern",    "eastern",
                                            "western", "northeast", "northwest",    "southeast",    "southwest",    "central",     "upper",
                                            "lower",   "downtown",  "northeastern", "northwestern", "southeastern", "southwestern"};
constexpr std::string_view kQuarters[] = {"suburb", "neighbourhood", "neighborhood", "quarter", "township"};
constexpr std::string_view kCreeds[] = {"shi'ite",    "shiite", "shia",     "shi'a",    "sunni",     "sufi",    "ahmadi",    "catholic",
                                        "protestant", "coptic", "orthodox", "anglican", "baptist",   "muslim",  "christian", "jewish",
                                        "hindu",      "sikh",   "buddhist", "islamic",  "methodist", "maronite"};
constexpr std::string_view kParts[] = {"border", "frontier", "soil", "capital", "territory", "coast", "airspace", "waters", "territories"};
constexpr std::string_view kParticles[] = {"al", "el",  "de", "del", "da", "do", "dos", "das", "di", "la", "las", "los",
                                           "le", "les", "du", "des", "es", "ed", "as",  "az",  "ad", "ul", "e"};
constexpr std::string_view kLocal[] = {"in", "at", "near", "around", "round", "outside", "inside"};
constexpr std::string_view kCapture[] = {"seize", "capture",  "take",    "retake",   "recapture", "overrun", "enter",
                                         "shell", "bomb",     "besiege", "occupy",   "hit",       "storm",   "reach",
                                         "quit",  "evacuate", "raid",    "surround", "encircle",  "pound",   "strike"};
constexpr std::string_view kTakenOrLeft[] = {"attack",  "assault",  "leave",   "abandon",   "flee",   "lose",    "liberate", "torch",
                                             "burn",    "search",   "ransack", "choke",     "fill",   "defend",  "patrol",   "target",
                                             "rock",    "blockade", "bombard", "penetrate", "cross",  "loot",    "visit",    "hold",
                                             "control", "tour",     "free",    "clear",     "regain", "garrison"};
constexpr std::string_view kTownsfolk[] = {"resident", "inhabitant", "people",   "mayor",   "elder",    "street", "market",     "outskirts",
                                           "suburb",   "centre",     "center",   "quarter", "defender", "bakery", "garrison",   "militiaman",
                                           "muslim",   "christian",  "villager", "women",   "woman",    "family", "gate",       "synagogue",
                                           "church",   "mosque",     "school",   "arab",    "kurd",     "jew",    "shopkeeper", "trader",
                                           "docker",   "fisherman",  "police",   "station", "bridge",   "square"};
constexpr std::string_view kSieges[] = {"shell", "bomb", "bombard", "besiege", "overrun", "retake", "recapture", "encircle", "pound"};
constexpr std::string_view kLands[] = {
    "lake",    "mount",      "camp",    "fort",   "cape",  "wadi",    "jabal", "jebel", "puerto", "port",  "deir",    "kafr",   "kfar",    "umm",
    "bab",     "beit",       "khirbet", "tell",   "qasr",  "koh",     "plaza", "calle", "rue",    "hotel", "avenida", "barrio", "colonia", "villa",
    "kampung", "checkpoint", "cap",     "ras",    "ain",   "ein",     "nahr",  "khor",  "isla",   "ile",   "ilha",    "monte",  "mont",    "sierra",
    "cerro",   "puente",     "pont",    "piazza", "stade", "estadio", "pulau", "bukit", "wat",    "tel",   "tal",     "hagia"};
constexpr std::string_view kRegions[] = {"province", "state", "region", "governorate", "oblast", "county", "prefecture", "department"};
constexpr std::string_view kPlacePrepositions[] = {"in",      "at",     "near",   "outside", "from",       "around",  "across", "inside", "to",
                                                   "towards", "toward", "into",   "through", "throughout", "between", "off",    "over",   "on",
                                                   "of",      "beyond", "within", "round",   "along",      "above",   "behind", "via"};

constexpr std::string_view kShips[] = {"ship",      "vessel",  "tanker",    "ferry",   "trawler",  "freighter",  "frigate",
                                       "destroyer", "warship", "submarine", "cruiser", "corvette", "yacht",      "steamer",
                                       "boat",      "carrier", "barge",     "tug",     "cutter",   "icebreaker", "dhow",
                                       "flagship",  "gunboat", "mv",        "m/v",     "mt",       "ms",         "ss"};
constexpr std::string_view kSails[] = {"sail", "drift", "sink", "dock", "anchor", "berth", "steam", "capsize", "moor", "founder"};
constexpr std::string_view kForces[] = {"troop",      "soldier",  "peacekeeper", "helmet",  "warplane",  "jet",     "helicopter",
                                        "commando",   "ship",     "warship",     "trawler", "boat",      "navy",    "force",
                                        "aircraft",   "fighter",  "missile",     "drone",   "tourist",   "embassy", "ambassador",
                                        "consulate",  "diplomat", "paratrooper", "marine",  "envoy",     "lorry",   "mercenary",
                                        "contingent", "tanker",   "plane",       "bomber",  "submarine", "vessel",  "weapon"};

// States and provinces as American and Canadian papers shorten them, without the last period, and as the post does.
struct Shortened {
  std::string_view state, press, post;
};
constexpr Shortened kStates[] = {{"Alabama", "Ala", "AL"},
                                 {"Alaska", "Alaska", "AK"},
                                 {"Arizona", "Ariz", "AZ"},
                                 {"Arkansas", "Ark", "AR"},
                                 {"California", "Calif", "CA"},
                                 {"Colorado", "Colo", "CO"},
                                 {"Connecticut", "Conn", "CT"},
                                 {"Delaware", "Del", "DE"},
                                 {"Florida", "Fla", "FL"},
                                 {"Georgia", "Ga", "GA"},
                                 {"Hawaii", "Hawaii", "HI"},
                                 {"Idaho", "Idaho", "ID"},
                                 {"Illinois", "Ill", "IL"},
                                 {"Indiana", "Ind", "IN"},
                                 {"Iowa", "Iowa", "IA"},
                                 {"Kansas", "Kan", "KS"},
                                 {"Kentucky", "Ky", "KY"},
                                 {"Louisiana", "La", "LA"},
                                 {"Maine", "Maine", "ME"},
                                 {"Maryland", "Md", "MD"},
                                 {"Massachusetts", "Mass", "MA"},
                                 {"Michigan", "Mich", "MI"},
                                 {"Minnesota", "Minn", "MN"},
                                 {"Mississippi", "Miss", "MS"},
                                 {"Missouri", "Mo", "MO"},
                                 {"Montana", "Mont", "MT"},
                                 {"Nebraska", "Neb", "NE"},
                                 {"Nevada", "Nev", "NV"},
                                 {"New Hampshire", "N.H", "NH"},
                                 {"New Jersey", "N.J", "NJ"},
                                 {"New Mexico", "N.M", "NM"},
                                 {"New York", "N.Y", "NY"},
                                 {"North Carolina", "N.C", "NC"},
                                 {"North Dakota", "N.D", "ND"},
                                 {"Ohio", "Ohio", "OH"},
                                 {"Oklahoma", "Okla", "OK"},
                                 {"Oregon", "Ore", "OR"},
                                 {"Pennsylvania", "Pa", "PA"},
                                 {"Rhode Island", "R.I", "RI"},
                                 {"South Carolina", "S.C", "SC"},
                                 {"South Dakota", "S.D", "SD"},
                                 {"Tennessee", "Tenn", "TN"},
                                 {"Texas", "Tex", "TX"},
                                 {"Utah", "Utah", "UT"},
                                 {"Vermont", "Vt", "VT"},
                                 {"Virginia", "Va", "VA"},
                                 {"Washington", "Wash", "WA"},
                                 {"West Virginia", "W.Va", "WV"},
                                 {"Wisconsin", "Wis", "WI"},
                                 {"Wyoming", "Wyo", "WY"},
                                 {"Alberta", "Alta", "AB"},
                                 {"British Columbia", "B.C", "BC"},
                                 {"Manitoba", "Man", "MB"},
                                 {"New Brunswick", "N.B", "NB"},
                                 {"Nova Scotia", "N.S", "NS"},
                                 {"Ontario", "Ont", "ON"},
                                 {"Quebec", "Que", "QC"},
                                 {"Saskatchewan", "Sask", "SK"},
                                 {"Newfoundland and Labrador", "Nfld", "NL"}};

template <size_t N>
bool listed(const std::string_view (&words)[N], std::string_view form) {
  const std::string lower = to_lower(form);
  std::string_view word = lower;
  if (word.size() > 2 && word.ends_with('.') && word.find('.') == word.size() - 1) word.remove_suffix(1);
  return among(words, word);
}

}  // namespace

bool is_ship_word(std::string_view form) { return listed(kShips, form); }
bool is_sailing_verb(std::string_view lemma) { return listed(kSails, lemma); }
bool is_title(std::string_view form) { return listed(kTitles, form); }
bool is_never_place(std::string_view form) { return listed(kNever, form); }
bool is_generic_place(std::string_view lemma) { return listed(kGeneric, lemma); }
bool is_spot_word(std::string_view form) { return listed(kSpots, form); }
bool is_seat_word(std::string_view form) { return listed(kSeats, form); }
bool is_approach(std::string_view lemma) { return listed(kApproaches, lemma); }
bool is_town_spot(std::string_view form) { return listed(kTownSpots, form); }
bool is_direction(std::string_view form) { return listed(kDirections, form); }
bool is_quarter_word(std::string_view lemma) { return listed(kQuarters, lemma); }
bool is_creed(std::string_view form) { return listed(kCreeds, form); }
bool is_part_word(std::string_view form) { return listed(kParts, form); }
bool is_particle(std::string_view form) { return among(kParticles, form); }
bool is_local_preposition(std::string_view form) { return listed(kLocal, form); }
bool is_capture_verb(std::string_view lemma) { return listed(kCapture, lemma); }
bool is_siege_verb(std::string_view lemma) { return listed(kSieges, lemma); }
bool is_town_verb(std::string_view lemma) { return listed(kTakenOrLeft, lemma) || is_capture_verb(lemma); }
bool is_townsfolk(std::string_view lemma) { return listed(kTownsfolk, lemma) || is_town_spot(lemma); }
bool is_land_word(std::string_view form) { return listed(kLands, form); }
bool is_region_word(std::string_view lemma) { return listed(kRegions, lemma); }
bool is_force_word(std::string_view lemma) { return listed(kForces, lemma); }
std::string_view state_of_abbreviation(std::string_view form) {
  if (form.ends_with('.')) form.remove_suffix(1);
  const auto hit = std::find_if(std::begin(kStates), std::end(kStates), [&](const Shortened& s) { return s.press == form || s.post == form; });
  return hit == std::end(kStates) ? std::string_view() : hit->state;
}
bool is_place_preposition(std::string_view form) { return listed(kPlacePrepositions, form); }

}  // namespace gesta
