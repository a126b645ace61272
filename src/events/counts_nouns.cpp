#include "events/counts_nouns.h"

#include <algorithm>
#include <string>

#include "events/fields_tree.h"

namespace gesta::counts {

namespace {

using tree::among;
using tree::lower_lemma;

constexpr std::string_view kPeople[] = {
    "people",    "person",     "civilian",     "soldier",    "policeman",  "officer",     "man",       "woman",      "child",     "student",
    "worker",    "protester",  "demonstrator", "villager",   "resident",   "rebel",       "militant",  "guerrilla",  "troop",     "journalist",
    "refugee",   "prisoner",   "migrant",      "monk",       "passenger",  "peacekeeper", "fighter",   "gunman",     "farmer",    "youth",
    "teacher",   "member",     "supporter",    "activist",   "body",       "boy",         "girl",      "family",     "insurgent", "marine",
    "sailor",    "hostage",    "guard",        "official",   "victim",     "life",        "other",     "miner",      "lawyer",    "doctor",
    "national",  "citizen",    "deputy",       "priest",     "nun",        "engineer",    "aide",      "aid",        "police",    "constable",
    "bystander", "conscript",  "recruit",      "inmate",     "detainee",   "leader",      "opponent",  "employee",   "crew",      "pilot",
    "driver",    "reporter",   "editor",       "believer",   "worshipper", "pilgrim",     "tourist",   "schoolgirl", "dissident", "mutineer",
    "suspect",   "settler",    "trader",       "shopkeeper", "nurse",      "general",     "colonel",   "captain",    "trooper",   "gendarme",
    "terrorist", "adult",      "pupil",        "passer-by",  "passerby",   "staff",       "personnel", "sergeant",   "corporal",  "lieutenant",
    "judge",     "magistrate", "mayor",        "senator",    "councillor", "pastor",      "cleric",    "imam",       "bishop",    "clerk",
    "mechanic",  "medic",      "herdsman",     "bodyguard",  "labourer",   "peasant",     "steward",   "vendor",     "warden",    "hijacker",
    "infant",    "baby",       "teenager",     "relative",   "candidate",  "academic",    "professor", "expatriate", "infantry",  "clergy",
    "jihadi",    "attacker",   "assailant"};
// Plural nouns that are no people, whatever is done to them.
constexpr std::string_view kThings[] = {
    "house",      "home",     "shop",       "car",      "bus",      "vehicle",   "tank",      "truck",       "lorry",    "building",  "village",
    "town",       "city",     "point",      "post",     "place",    "province",  "country",   "state",       "region",   "kilometre", "kilometer",
    "km",         "mile",     "metre",      "meter",    "foot",     "day",       "hour",      "week",        "month",    "year",      "minute",
    "second",     "time",     "round",      "shell",    "rocket",   "missile",   "bomb",      "shot",        "bullet",   "ship",      "boat",
    "plane",      "aircraft", "helicopter", "drone",    "church",   "mosque",    "school",    "seat",        "vote",     "tonne",     "ton",
    "litre",      "barrel",   "hectare",    "acre",     "case",     "count",     "charge",    "percent",     "per",      "cent",      "side",
    "attack",     "raid",     "blast",      "warship",  "base",     "camp",      "position",  "part",        "set",      "phase",     "article",
    "page",       "dollar",   "prison",     "jail",     "bank",     "company",   "firm",      "newspaper",   "nation",   "tree",      "animal",
    "party",      "group",    "agency",     "street",   "bridge",   "packet",    "container", "stall",       "hut",      "tent",      "weapon",
    "rifle",      "gun",      "pistol",     "crate",    "bottle",   "bag",       "box",       "gram",        "kilo",     "kilogram",  "kg",
    "cigarette",  "phone",    "computer",   "document", "passport", "trailer",   "trawler",   "tanker",      "cow",      "goat",      "sheep",
    "camel",      "mine",     "grenade",    "mortar",   "strike",   "sortie",    "term",      "word",        "launcher", "order",     "border",
    "tower",      "paper",    "letter",     "number",   "river",    "power",     "water",     "shelter",     "corner",   "chamber",   "banner",
    "barrier",    "boulder",  "bulldozer",  "bunker",   "cruiser",  "freighter", "ladder",    "loudspeaker", "poster",   "timber",    "trigger",
    "transformer"};

}  // namespace

// "14 people and two axes" were seized: not 16.
bool is_person(const Document& document, uint32_t noun) {
  constexpr std::string_view ends[] = {"man", "men", "woman", "women", "er", "ist", "ian", "ee"};
  const std::string lemma = lower_lemma(document, noun);
  return document.tokens[noun].upos == Upos::NUM || document.tokens[noun].xpos == "NNPS" || among(lemma, kPeople) ||
         (!among(lemma, kThings) &&
          std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return lemma.size() > 4 && lemma.ends_with(end); }));
}

bool is_thing(const Document& document, uint32_t noun) { return among(lower_lemma(document, noun), kThings); }

bool is_one(const Document& document, uint32_t noun) {
  const Token& token = document.tokens[noun];
  if (token.upos == Upos::NOUN) return token.xpos == "NN";
  constexpr std::string_view peoples[] = {"ian", "ean", "an", "er", "ese", "i"};  // "a Cameroonian", "a New Zealander", "an Iraqi"
  return token.xpos == "NNP" && token.upos == Upos::PROPN &&
         std::any_of(std::begin(peoples), std::end(peoples), [&](std::string_view end) { return token.form.ends_with(end); });
}

std::string_view sort_of(const Document& document, uint32_t noun) {
  const Upos upos = document.tokens[noun].upos;
  if (upos == Upos::NUM) return "bare";
  if (is_thing(document, noun)) return "thing";
  return upos == Upos::PROPN ? "name" : upos == Upos::PRON ? "pronoun" : is_person(document, noun) ? "person" : "other";
}

}  // namespace gesta::counts
