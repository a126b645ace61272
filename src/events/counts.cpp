// How many: every number of the event's sentence (and of the next, where that only counts the dead) is tied to what it counts by the verb or noun
// that governs it, then to the event by the clauses between the two; the nearest figure of a kind wins. That is one sign among others: for each kind
// that suits the type of the event (an assault has dead, an arrest has arrested) the figures of the sentences around, and "not told", are weighed
// with learnt weights. "at least N" and "more than N" are N; vague amounts (dozens) are no number. A single person ("a youth", a name) may be 1.
// Groups that suffer the same together are added up.
#include <algorithm>
#include <map>
#include <set>

#include "events/counts_choices.h"
#include "events/counts_numbers.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/times_raw.h"

namespace gesta {

namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr uint32_t kDeep = 16;  // steps up a tree

struct Measure {
  std::string_view what;
  std::string_view words;  // lemmas of verbs, adjectives and nouns, between spaces
};
constexpr Measure kMeasures[] = {
    {"killed",
     " kill die dead death murder slay massacre martyr execute assassinate slaughter behead hang hange perish lynch machine-gun drown fatality "
     "butcher fell killing decapitate "
     "execution "
     "hanging assassination electrocute corpse "},
    {"injured", " injure wound hurt injury maim injured wounded wounding injuring hospitalise hospitalize "},
    {"arrested",
     " arrest detain jail imprison sentence apprehend custody arrestee detainee detention arrested convict intern jailing imprisonment incarcerate "},
    {"abducted", " abduct kidnap hostage seize capture abduction kidnapping captive commandeer seizure capturing hijack "},
    {"displaced", " displace flee evacuate refugee displaced homeless resettle uproot evict evacuee "},
    {"protesters",
     " protest march demonstrate rally protester demonstrator marcher striker strike gather protestor sit-in demonstration picket crowd assemble "
     "mass "}};
constexpr std::string_view kPeople[] = {
    "people",    "person",    "civilian",     "soldier",    "policeman",  "officer",     "man",      "woman",      "child",     "student",
    "worker",    "protester", "demonstrator", "villager",   "resident",   "rebel",       "militant", "guerrilla",  "troop",     "journalist",
    "refugee",   "prisoner",  "migrant",      "monk",       "passenger",  "peacekeeper", "fighter",  "gunman",     "farmer",    "youth",
    "teacher",   "member",    "supporter",    "activist",   "body",       "boy",         "girl",     "family",     "insurgent", "marine",
    "sailor",    "hostage",   "guard",        "official",   "victim",     "life",        "other",    "miner",      "lawyer",    "doctor",
    "national",  "citizen",   "deputy",       "priest",     "nun",        "engineer",    "aide",     "aid",        "police",    "constable",
    "bystander", "conscript", "recruit",      "inmate",     "detainee",   "leader",      "opponent", "employee",   "crew",      "pilot",
    "driver",    "reporter",  "editor",       "believer",   "worshipper", "pilgrim",     "tourist",  "schoolgirl", "dissident", "mutineer",
    "suspect",   "settler",   "trader",       "shopkeeper", "nurse",      "general",     "colonel",  "captain",    "trooper",   "gendarme",
    "terrorist", "adult",     "pupil",        "passer-by",  "passerby"};
// Plural nouns that are no people, whatever is done to them.
constexpr std::string_view kThings[] = {
    "house",     "home",   "shop",      "car",     "bus",      "vehicle",  "tank",     "truck",   "lorry",     "building",  "village",    "town",
    "city",      "point",  "post",      "place",   "province", "country",  "state",    "region",  "kilometre", "kilometer", "km",         "mile",
    "metre",     "meter",  "foot",      "day",     "hour",     "week",     "month",    "year",    "minute",    "second",    "time",       "round",
    "shell",     "rocket", "missile",   "bomb",    "shot",     "bullet",   "ship",     "boat",    "plane",     "aircraft",  "helicopter", "drone",
    "church",    "mosque", "school",    "seat",    "vote",     "tonne",    "ton",      "litre",   "barrel",    "hectare",   "acre",       "case",
    "count",     "charge", "percent",   "per",     "cent",     "side",     "attack",   "raid",    "blast",     "warship",   "base",       "camp",
    "position",  "part",   "set",       "phase",   "article",  "page",     "dollar",   "prison",  "jail",      "bank",      "company",    "firm",
    "newspaper", "nation", "tree",      "animal",  "party",    "group",    "agency",   "street",  "bridge",    "packet",    "container",  "stall",
    "hut",       "tent",   "weapon",    "rifle",   "gun",      "pistol",   "crate",    "bottle",  "bag",       "box",       "gram",       "kilo",
    "kilogram",  "kg",     "cigarette", "phone",   "computer", "document", "passport", "trailer", "trawler",   "tanker",    "cow",        "goat",
    "sheep",     "camel",  "mine",      "grenade", "mortar",   "strike",   "sortie",   "term",    "word"};
constexpr std::string_view kMoney[] = {"dollar", "euro",  "pound",    "yen",          "yuan",  "rouble", "ruble",    "franc", "mark",
                                       "peso",   "rupee", "rand",     "riyal",        "dinar", "dirham", "shilling", "naira", "krona",
                                       "lira",   "$",     "\xC2\xA3", "\xE2\x82\xAC", "us$",   "usd",    "eur",      "real",  "shekel",
                                       "birr",   "baht",  "won",      "dollars",      "euros", "crore"};
constexpr std::string_view kDead[] = {"dead"};
constexpr std::string_view kHurt[] = {"wounded", "injured", "hurt", "bleeding"};
constexpr std::string_view kCaptive[] = {"captive", "hostage", "hostages", "captives"};
constexpr std::string_view kHeld[] = {"custody", "prisoner", "questioning", "jail", "bars", "away", "cells", "arrest"};
constexpr std::string_view kAway[] = {"homes", "home", "villages", "flight", "beds", "houses", "into", "across"};

bool listed(std::string_view words, std::string_view word) {
  const size_t at = words.find(word);
  return word.size() > 2 && at != std::string_view::npos && at > 0 && words[at - 1] == ' ' && words[at + word.size()] == ' ';
}

std::string_view measure_of(std::string_view lemma) {
  for (const Measure& measure : kMeasures)
    if (listed(measure.words, lemma)) return measure.what;
  return {};
}

// What a number counts, and the word that says so.
struct Figure {
  std::string_view what;
  double value = 0;
  Span span;
  uint32_t noun = kNone, governor = kNone;
};

// The times of each sentence, read once for all events of a text.
using TimesOfSentences = std::map<uint32_t, std::vector<RawTime>>;

class Reader {
 public:
  Reader(const Document& document, std::span<const EventSite> sites, size_t own, Status status, TimesOfSentences& times)
      : document_(document), sites_(sites), site_(sites[own]), status_(name(status)), times_(times) {}

  std::vector<Count> read() {
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size()) return {};
    read_sentence(site_.sentence);
    const bool force = site_.type == "ASSAULT" || site_.type == "PROTEST";
    const uint32_t next = site_.sentence + 1;
    if (force && best_.empty() && next < document_.sentences.size() && last_of_sentence() &&
        document_.sentences[next].paragraph == document_.sentences[site_.sentence].paragraph)
      read_toll(next);
    std::vector<Count> out;
    for (const auto& [figure, cost] : best_) out.push_back({std::string(figure.what), figure.value, figure.span});
    return out;
  }

  // For each kind that the type allows, "not told" and the figures of the sentences around.
  std::vector<std::vector<CountChoice>> choices() {
    std::vector<std::vector<CountChoice>> out;
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size() || kinds().empty()) return out;
    std::map<std::string_view, double> rules;
    for (const Count& count : read())
      for (const std::string_view kind : kinds())
        if (kind == count.what) rules[kind] = count.value;
    const std::vector<Figure> figures = around();
    for (const std::string_view kind : kinds()) {
      const auto rule = rules.find(kind);
      std::vector<CountChoice> choices{{std::string(kind), 0, {}, none_signs(kind, rule != rules.end())}};
      std::set<std::string> before;
      double most = 0;
      size_t same = 0;
      for (const Figure& figure : figures)
        if (figure.what == kind) most = std::max(most, figure.value), ++same;
      for (const Figure& figure : figures) {
        if ((kind == "amount") != (figure.what == "amount")) continue;
        std::vector<std::string> all = signs(figure, kind, rule == rules.end() ? 0 : rule->second, before);
        if (figure.what == kind && same > 1) all.push_back(std::string(kind) + (figure.value == most ? " largest" : " smaller"));
        choices.push_back({std::string(kind), figure.value, figure.span, std::move(all)});
      }
      if (choices.size() > 1) out.push_back(std::move(choices));
    }
    return out;
  }

 private:
  static constexpr uint32_t kBefore = 2, kAfter = 4;  // sentences around the event
  static constexpr size_t kMostFigures = 24;

  std::vector<std::string_view> kinds() const { return kinds_of(site_.type); }
  static std::vector<std::string_view> kinds_of(std::string_view type) {
    if (type == "ASSAULT") return {"killed", "injured", "abducted", "displaced"};
    if (type == "PROTEST") return {"protesters", "killed", "injured"};
    if (type == "COERCE") return {"arrested", "displaced"};
    if (pays(type)) return {"amount"};
    return {};
  }

  std::vector<Figure> around() const {
    std::vector<Figure> out;
    const uint32_t s = site_.sentence, last = std::min<uint32_t>(s + kAfter + 1, static_cast<uint32_t>(document_.sentences.size()));
    const auto take = [&](uint32_t sentence) {
      each_figure(document_.sentences[sentence], [&](const Figure& figure) {
        if (figure.value >= 1 && figure.noun != kNone && out.size() < kMostFigures) out.push_back(figure);
      });
    };
    take(s);
    add_sufferers(out);
    const auto take_definite = [&](uint32_t sentence) {
      for (uint32_t t = document_.sentences[sentence].first; t < document_.sentences[sentence].last; ++t)
        if (const Figure figure = definite(t); figure.noun != kNone && out.size() < kMostFigures) out.push_back(figure);
    };
    take_definite(s);
    for (uint32_t at = s + 1; at < last; ++at) take(at);
    if (s + 1 < last) take_definite(s + 1);
    for (uint32_t at = s - std::min(s, kBefore); at < s; ++at) take(at);
    return out;
  }

  // Those to whom the event is done where no number says how many: "a lime grower", several that are joined ("the chief justice and Judge Hameed were
  // arrested"), "them" (as many as those meant were when they were counted). One who is named, "him": is not counted. The weights have to say.
  void add_sufferers(std::vector<Figure>& out) const {
    const uint32_t who = sufferer();
    if (who == kNone || out.size() >= kMostFigures) return;
    if (std::any_of(out.begin(), out.end(), [&](const Figure& figure) { return figure.noun == who; })) return;
    if (token(who).upos == Upos::PRON) {
      constexpr std::string_view many[] = {"they", "them", "who", "whom"};
      if (among(lower_form(document_, who), many))
        if (const Figure meant = as_many(who); meant.noun != kNone) out.push_back(meant);
      return;
    }
    const auto is_one = [&](uint32_t noun) {
      return token(noun).upos == Upos::PROPN ? token(noun).xpos != "NNPS" : token(noun).xpos == "NN" && is_person(noun);
    };
    if (!is_one(who) || tree::child(document_, who, {Deprel::nummod}) != kNone) return;
    double people = 1;
    for (const uint32_t c : tree::children(document_, who)) {
      if (token(c).deprel != Deprel::conj) continue;
      if (!is_one(c)) return;
      ++people;
    }
    if (people > 1 || token(who).upos != Upos::PROPN) out.push_back({people > 1 ? "persons" : "person", people, token(who).span, who, site_.head});
  }
  uint32_t sufferer() const {
    for (const uint32_t c : tree::children(document_, site_.head)) {
      const Deprel is = token(c).deprel;
      if (is == Deprel::obj || is == Deprel::nsubj_pass || is == Deprel::nmod_poss || (is == Deprel::nmod && marked(c, "of"))) return c;
    }
    // "the priest arrested in Mbare", "was dragged from his car and shot dead"
    const Deprel own = token(site_.head).deprel;
    if (token(site_.head).xpos != "VBN" || head(site_.head) == kNone) return kNone;
    if (own == Deprel::acl || own == Deprel::acl_relcl) return head(site_.head);
    return own == Deprel::conj ? tree::child(document_, head(site_.head), {Deprel::nsubj_pass}) : kNone;
  }
  // The number told with an earlier mention of those that the pronoun means.
  Figure as_many(uint32_t pronoun) const {
    for (const Mention& mention : document_.mentions) {
      if (mention.head != pronoun || mention.chain >= document_.chains.size()) continue;
      for (const uint32_t m : document_.chains[mention.chain].mentions) {
        const Mention& other = document_.mentions[m];
        if (other.first >= mention.first || other.head >= document_.tokens.size()) continue;
        for (uint32_t t = other.first; t < other.head; ++t)
          if (const auto number = read_number(document_, t);
              number && !number->ordinal && !number->vague && number->value > 1 && number->last <= other.head)
            return {"they", number->value, token(t).span, pronoun, site_.head};
      }
      return {};
    }
    return {};
  }

  std::vector<std::string> none_signs(std::string_view kind, bool rule) const {
    const std::string what(kind), found = rule ? " rule" : " no rule";
    return {"none",
            "none " + what,
            "none " + what + found,
            "none " + std::string(status_),
            "none " + what + " " + std::string(status_) + found,
            "none " + what + " " + std::string(site_.type) + " " + std::string(site_.cameo.substr(0, 3)),
            "none " + what + " " + lower_lemma(document_, site_.head),
            "none " + what + (tree::is_verbal(document_, site_.head) ? " verb" : " noun") + found};
  }

  std::vector<std::string> signs(const Figure& figure, std::string_view kind, double rule, std::set<std::string>& before) const {
    std::vector<std::string> out;
    const std::string what(kind), counted = figure.what.empty() ? "-" : std::string(figure.what);
    const uint32_t noun = figure.noun, sentence = token(noun).sentence;
    const auto add = [&](const std::string& sign) { out.push_back(what + " " + sign); };
    const std::string is = figure.what == kind ? "this" : counted;
    const int apart = static_cast<int>(sentence) - static_cast<int>(site_.sentence);
    const std::string where = apart == 0 ? "here" : std::to_string(apart);
    const std::string rules = rule == 0 ? "none" : rule == figure.value ? "this" : "other";
    const std::string many = figure.value == 1     ? "one"
                             : figure.value < 10   ? "few"
                             : figure.value < 100  ? "tens"
                             : figure.value < 1000 ? "hundreds"
                                                   : "more";
    out.push_back("rule " + rules + " is " + is + " " + where);
    add("rule " + rules), add("rule " + rules + " is " + is + " " + where);
    add("is " + is), add("is " + is + " " + where), add("is " + is + " " + std::string(site_.type) + std::string(site_.cameo.substr(0, 3)));
    add("many " + many), add("many " + many + " " + where + " is " + is);
    const std::string order = before.insert(is + where).second ? "first" : "later";
    add(order + " is " + is + " " + where);
    add("noun " + lower_lemma(document_, noun)), add("noun " + lower_lemma(document_, noun) + " " + where);
    const uint32_t up = figure.governor != kNone && figure.governor != noun ? figure.governor : head(noun);
    const std::string relation(name(token(noun).deprel)), governor = up == kNone ? "-" : lower_lemma(document_, up);
    add("above " + governor), add("above " + governor + " by " + relation), add("above " + governor + " " + where);
    const uint32_t clause = tree::clause_of(document_, noun);
    if (clause < document_.tokens.size()) add("clause " + lower_lemma(document_, clause) + (apart ? " apart" : " here"));
    if (document_.sentences[sentence].paragraph != document_.sentences[site_.sentence].paragraph)
      add("other paragraph"), add("other paragraph is " + is);
    const std::string sort(sort_of(noun));
    add("sort " + sort), add("sort " + sort + " is " + is + " " + where), add("sort " + sort + " many " + many + " " + where);
    if (toll(noun)) add("toll"), add("toll is " + is + " " + (apart ? "apart" : "here"));
    if (noun > 0) add("preposition " + std::string(tree::marker(document_, noun)) + " " + (apart ? "apart" : "here"));
    if (apart == 0) {
      const tree::Path path = tree::path(document_, site_.head, noun);
      const std::string way = path.met ? path.up + path.down : "none";
      add("way " + way), add("way " + way + " is " + is), add("steps " + std::to_string(path.ups) + " " + std::to_string(path.downs) + " is " + is);
      add(own_argument(noun) ? "own argument" : "no argument"), add((own_argument(noun) ? "own argument is " : "no argument is ") + is);
      const uint32_t cost = distance(figure, kind);
      const std::string far = cost == kNone ? "apart" : cost > 6 ? "far" : std::to_string(cost);
      add("distance " + far), add("distance " + far + " is " + is);
      add((noun < site_.head ? "before is " : "behind is ") + is);
    } else {
      add("event " + lower_lemma(document_, site_.head) + " apart is " + is);
      add((last_of_sentence() ? "told last " : "told within ") + where + " is " + is);
    }
    add("event " + lower_lemma(document_, site_.head) + " is " + is);
    if (figure.value == 1 || apart == 0)
      if (const std::string_view end = outcome(figure.governor != kNone ? figure.governor : site_.head); !end.empty())
        add("outcome " + std::string(end)), add("outcome " + std::string(end) + " is " + is), add("outcome " + std::string(end) + " many " + many);
    for (const std::string& sign : rivals(figure, kind)) add(sign), add(sign + " is " + is), add(sign + " " + where + " is " + is);
    return out;
  }

  // What the clause tells of the end of it: "shot dead", "beaten to death", "shot in the calf"; after "shot" alone it is open.
  std::string_view outcome(uint32_t word) const {
    constexpr std::string_view limbs[] = {"arm",  "leg",     "cheek", "foot",  "hand", "thigh", "calf",  "shoulder", "eye",     "face",  "knee",
                                          "hip",  "ankle",   "ear",   "jaw",   "nose", "rib",   "elbow", "wrist",    "forearm", "lip",   "finger",
                                          "back", "buttock", "skull", "mouth", "neck", "chest", "head",  "stomach",  "abdomen", "temple"};
    constexpr std::string_view mortal[] = {"neck", "chest", "head", "stomach", "abdomen", "temple"};
    constexpr uint32_t kNear = 8;  // tokens
    std::string_view part;
    for (uint32_t t = word + 1; t < word + kNear && t < document_.tokens.size() && token(t).sentence == token(word).sentence; ++t) {
      const std::string lemma = lower_lemma(document_, t);
      if (lemma == "dead" || lemma == "death" || lemma == "die" || lemma == "kill") return "death";
      if (part.empty() && among(lemma, limbs)) part = among(lemma, mortal) ? "mortal part" : "limb";
    }
    constexpr std::string_view open[] = {"shoot", "stab", "hit", "beat", "strike", "attack", "knife", "wound", "cut"};
    return part.empty() && among(lower_lemma(document_, word), open) ? "open" : part;
  }

  // The other events that could have the figure: whose words govern it, which stands nearest, how many lie on the way.
  std::vector<std::string> rivals(const Figure& figure, std::string_view kind) const {
    const auto gap = [](uint32_t a, uint32_t b) { return a < b ? b - a : a - b; };
    const uint32_t noun = figure.noun, low = std::min(noun, site_.head), high = std::max(noun, site_.head);
    uint32_t between = 0, near = kNone, inside = 0;
    std::string_view near_type;
    std::string_view owner = "nobody", owner_type;
    const auto owner_at = [&](uint32_t at) {
      for (const EventSite& site : sites_)
        if (site.head == at) owner = at == site_.head ? "own" : among(kind, kinds_of(site.type)) ? "rival" : "other", owner_type = site.type;
      return owner != "nobody";
    };
    for (uint32_t at = figure.governor != kNone ? figure.governor : noun, step = 0; at != kNone && step < kDeep && !owner_at(at); at = head(at))
      ++step;
    for (const EventSite& site : sites_) {
      if (site.head == kNone || site.head >= document_.tokens.size() || site.head == site_.head || !among(kind, kinds_of(site.type))) continue;
      between += site.head > low && site.head < high;
      if (gap(site.head, noun) < near) near = gap(site.head, noun), near_type = site.type;
      inside += token(site.head).sentence == token(noun).sentence;
    }
    const std::string amid = between == 0 ? "none" : between == 1 ? "one" : "many";
    const std::string nearest = near == kNone ? "alone" : near < gap(site_.head, noun) ? "rival nearer" : "nearest";
    const std::string own(site_.type);
    const std::string by_type = near_type.empty() ? "alone" : near_type == site_.type ? "like" : "unlike";
    return {own + " owner " + std::string(owner) + " " + std::string(owner_type),
            own + " " + nearest + " " + by_type,
            own + " " + nearest + " " + by_type + " owner " + std::string(owner) + " " + std::string(owner_type),
            "owner " + std::string(owner),
            "between " + amid,
            nearest,
            nearest + " between " + amid + " owner " + std::string(owner),
            inside ? "rival in its sentence" : "no rival in its sentence"};
  }

  const Token& token(uint32_t t) const { return document_.tokens[t]; }
  uint32_t head(uint32_t t) const { return token(t).head < document_.tokens.size() ? token(t).head : kNone; }

  // The figures of a sentence; those of groups that suffer the same together are one: "twelve inmates and two warders were hurt" are 14.
  template <class Use>
  void each_figure(const Sentence& sentence, const Use& use) const {
    std::vector<Figure> found;
    uint32_t last = kNone;  // the noun of the last group
    each_group(sentence, [&](const Figure& figure) {
      if (figure.noun == kNone) return;
      if (!found.empty() && joins(figure, found.back(), last))
        found.back().value += figure.value, found.back().span.end = figure.span.end;
      else
        found.push_back(figure);
      last = figure.noun;
    });
    for (const Figure& figure : found) use(figure);
  }

  bool joins(const Figure& next, const Figure& group, uint32_t last) const {
    constexpr std::string_view people[] = {"killed", "injured", "arrested", "abducted"};
    const uint32_t up = head(next.noun);
    return next.what == group.what && among(next.what, people) && is_person(next.noun) && token(next.noun).deprel == Deprel::conj && up != kNone &&
           (up == group.noun || up == last);
  }

  // "14 people and two axes" were seized: not 16.
  bool is_person(uint32_t noun) const {
    constexpr std::string_view ends[] = {"man", "woman", "er", "ist", "ian", "ee"};
    const std::string lemma = lower_lemma(document_, noun);
    return token(noun).upos == Upos::NUM || token(noun).xpos == "NNPS" || among(lemma, kPeople) ||
           (!among(lemma, kThings) &&
            std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return lemma.size() > 4 && lemma.ends_with(end); }));
  }

  std::string_view sort_of(uint32_t noun) const {
    if (token(noun).upos == Upos::NUM) return "bare";
    if (among(lower_lemma(document_, noun), kThings)) return "thing";
    return token(noun).upos == Upos::PROPN ? "name" : token(noun).upos == Upos::PRON ? "pronoun" : is_person(noun) ? "person" : "other";
  }

  template <class Use>
  void each_group(const Sentence& sentence, const Use& use) const {
    const std::vector<RawTime>* times = nullptr;  // read at the first number
    for (uint32_t t = sentence.first; t < sentence.last;) {
      const auto number = read_number(document_, t);
      if (!number || number->ordinal) {
        use(single(t));
        ++t;
        continue;
      }
      if (!times) times = &times_of(sentence);
      const auto dated = std::find_if(times->begin(), times->end(), [&](const RawTime& time) { return time.first <= t && t < time.last; });
      if (dated != times->end()) {
        t = dated->last;
        continue;
      }
      const bool dozen = number->value == 12 && lower_form(document_, t) == "dozen";
      if (!number->vague || dozen) use(of_number(t, *number));
      t = std::max(number->last, t + 1);
    }
  }

  const std::vector<RawTime>& times_of(const Sentence& sentence) const {
    const auto known = times_.find(sentence.first);
    return known != times_.end() ? known->second : times_[sentence.first] = read_raw_times(document_, sentence.first, sentence.last);
  }

  void read_sentence(uint32_t s) {
    each_figure(document_.sentences[s], [&](const Figure& figure) {
      if (figure.what.empty()) return;
      const std::string_view what = suited(figure.what);
      if (what.empty()) return;
      if (const uint32_t cost = distance(figure, what); cost != kNone) offer({what, figure.value, figure.span, figure.noun, figure.governor}, cost);
    });
  }

  // "At least nine people were killed.": a sentence of its own that counts the dead of the deed before, with nobody who did it.
  void read_toll(uint32_t s) {
    each_figure(document_.sentences[s], [&](const Figure& figure) {
      if (figure.what != "killed" && figure.what != "injured") return;
      const uint32_t clause = tree::clause_of(document_, figure.governor != kNone ? figure.governor : figure.noun);
      if (clause >= document_.tokens.size()) return;
      const bool main = token(clause).deprel == Deprel::root || token(clause).deprel == Deprel::conj || token(clause).deprel == Deprel::ccomp;
      if (main && (!acts_on(clause) || among(lower_lemma(document_, clause), kCounting))) offer(figure, 20);
    });
  }
  // "Hospitals counted 83 dead": who counts has not done it.
  static constexpr std::string_view kCounting[] = {"count", "register", "report", "record", "list",    "put",   "give",
                                                   "speak", "confirm",  "say",    "admit",  "receive", "treat", "tally"};
  bool acts_on(uint32_t verb) const {
    return tree::child(document_, verb, {Deprel::obj, Deprel::obl_agent}) != kNone && tree::child(document_, verb, {Deprel::nsubj}) != kNone;
  }
  // No later verb of the sentence is on the way from the event to the next sentence.
  bool last_of_sentence() const {
    const uint32_t clause = tree::clause_of(document_, site_.head);
    return clause < document_.tokens.size() && (token(clause).deprel == Deprel::root || token(site_.head).deprel == Deprel::root);
  }

  void offer(const Figure& figure, uint32_t cost) {
    for (auto& [kept, price] : best_)
      if (kept.what == figure.what) {
        if (cost < price) kept = figure, price = cost;
        return;
      }
    best_.push_back({figure, cost});
  }

  // The kind that the event can have; empty when it cannot have it.
  std::string_view suited(std::string_view what) const {
    const std::string_view type = site_.type;
    if (what == "amount") return pays(type) ? what : std::string_view();
    if (what == "killed" || what == "injured") return type == "ASSAULT" || type == "PROTEST" ? what : std::string_view();
    if (what == "protesters") return type == "PROTEST" ? what : std::string_view();
    if (what == "displaced") return type == "ASSAULT" || type == "COERCE" ? what : std::string_view();
    if (what != "arrested" && what != "abducted") return {};
    return type == "COERCE" ? "arrested" : type == "ASSAULT" && what == "abducted" ? what : std::string_view();
  }
  static bool pays(std::string_view type) {
    constexpr std::string_view types[] = {"AID", "AGREE", "REQUEST", "COOPERATE", "SANCTION", "SUPPORT", "REJECT", "CONCEDE", "THREATEN"};
    return among(type, types);
  }

  Figure of_number(uint32_t t, const Number& number) const {
    Figure figure;
    figure.value = number.value;
    figure.span = {token(t).span.begin, token(number.last - 1).span.end};
    if (money(t, number)) {
      if (number.value >= 1000) figure.what = "amount";
      figure.noun = figure.governor = t;
      return figure;
    }
    if (number.value != static_cast<double>(static_cast<int64_t>(number.value)) || number.value < 1) return {};
    if (lower_form(document_, number.last) == "per" || lower_form(document_, number.last) == "%" || lower_form(document_, number.last) == "percent")
      return {};
    uint32_t noun = number.last - 1;  // the counted noun is the head of the number
    if (base(token(noun).deprel) == Deprel::nummod && head(noun) != kNone) noun = head(noun);
    const uint32_t after = number.last;
    if (lower_form(document_, after) == "-" && lower_form(document_, after + 1) == "strong") {
      figure.what = "protesters";
      figure.noun = figure.governor = head(after + 1) != kNone ? head(after + 1) : after + 1;
      return figure;
    }
    if (age(t, number.last) || label(t)) return {};
    // "30 of the soldiers"
    if (lower_form(document_, after) == "of" && among(lower_form(document_, after + 1), kOwners)) {
      noun = number.last - 1;
      for (const uint32_t c : tree::children(document_, noun))
        if (c > noun && token(c).deprel == Deprel::nmod && among(lower_lemma(document_, c), kThings)) return {};
    }
    return measured(noun, figure);
  }
  static constexpr std::string_view kOwners[] = {"the", "its", "his", "their", "her", "them", "those", "our"};

  // "One man, 33, died": not how many.
  bool age(uint32_t t, uint32_t after) const {
    constexpr std::string_view ends[] = {",", ".", ";", "\u2014", ")"};
    if (t < 2) return false;
    // "a man of 43", "a girl aged nineteen"
    const std::string before_it = lower_form(document_, t - 1);
    const uint32_t who = before_it == "of" || before_it == "aged" ? t - 2 : kNone;
    constexpr std::string_view several[] = {"crew", "family", "police", "troop", "body", "other", "aid"};
    if (who != kNone && !among(lower_lemma(document_, who), several) && (token(who).xpos == "NN" || token(who).upos == Upos::PROPN) &&
        token(t).deprel != Deprel::nummod && is_person(who))
      return true;
    if (token(t).deprel == Deprel::nummod || lower_form(document_, t - 1) != "," || !among(lower_form(document_, after), ends)) return false;
    const Token& before = token(t - 2);
    return before.upos == Upos::PROPN || (before.xpos == "NN" && among(lower_lemma(document_, t - 2), kPeople));
  }

  // "number 17", "Camp 17": a name. "[15]": a note.
  bool label(uint32_t t) const {
    constexpr std::string_view before[] = {"of", "at", "in", "on", "the", "from", "to", "past"};
    if (t < 2 || token(t - 1).sentence != token(t).sentence) return false;
    if (lower_form(document_, t - 1) == "[") return true;
    return lower_form(document_, t - 1) == "number" ? among(lower_form(document_, t - 2), before)
                                                    : token(t - 1).upos == Upos::PROPN && head(t) == t - 1;
  }

  bool money(uint32_t t, const Number& number) const {
    if (t > 0 && among(lower_form(document_, t - 1), kMoney)) return true;
    return among(lower_lemma(document_, number.last), kMoney) || among(lower_form(document_, number.last), kMoney);
  }

  // "a youth", "another soldier", "killing a headmistress": one. Things may be seized, only the living killed or hurt.
  Figure single(uint32_t t) const {
    const std::string form = lower_form(document_, t);
    if (form != "a" && form != "an" && form != "another") return {};
    const Figure figure = one(t);
    const bool person = figure.noun != kNone && (among(lower_lemma(document_, figure.noun), kPeople) || is_person(figure.noun));
    return person || figure.what == "killed" || figure.what == "injured" ? figure : Figure{};
  }
  // "killing the driver": one, if he was not told before; the weights have to say.
  Figure definite(uint32_t t) const {
    const std::string form = lower_form(document_, t);
    if (form != "the" && form != "his" && form != "her" && form != "their" && form != "its") return {};
    Figure figure = one(t);
    if (figure.what == "killed") figure.what = "the killed";
    if (figure.what == "injured") figure.what = "the injured";
    if (figure.what == "abducted") figure.what = "the abducted";
    return figure;
  }
  // What happens to the singular noun of a determiner.
  Figure one(uint32_t t) const {
    constexpr std::string_view living[] = {"dog", "horse", "cow", "goat", "sheep", "camel", "animal", "bird", "elephant", "mule", "donkey", "pig"};
    const uint32_t noun = head(t);
    if (noun == kNone || base(token(t).deprel) == Deprel::root || token(noun).xpos != "NN" || token(noun).upos != Upos::NOUN || noun < t) return {};
    const std::string lemma = lower_lemma(document_, noun);
    if (among(lemma, kThings) || among(lemma, living) || !measure_of(lemma).empty() || acts(noun)) return {};
    Figure figure{{}, 1, token(noun).span, noun, kNone};
    govern(noun, figure);
    if (figure.what != "killed" && figure.what != "injured" && figure.what != "abducted") return {};
    return figure;
  }

  Figure measured(uint32_t noun, Figure figure) const {
    figure.noun = noun;
    const std::string lemma = lower_lemma(document_, noun);
    const bool bare = token(noun).upos == Upos::NUM;
    const bool plural = token(noun).xpos == "NNS" || token(noun).xpos == "NNPS";
    const bool people = bare || among(lemma, kPeople) || (plural && !among(lemma, kThings)) || token(noun).upos == Upos::ADJ;
    if (lemma == "dead" || lemma == "wounded" || lemma == "injured" || lemma == "death" || lemma == "fatality" || lemma == "killing" ||
        lemma == "arrest" || lemma == "displaced" || lemma == "abduction" || lemma == "wounding" || lemma == "corpse" ||
        (lemma == "life" && !saved(noun)) || lemma == "body") {
      figure.what = lemma == "life" || lemma == "body" ? "killed" : measure_of(lemma), figure.governor = noun;
      return figure;
    }
    // "four killed and 17 injured", however the tree joins them
    const bool itself = among(lower_form(document_, noun), kHurt);
    const uint32_t hurt = itself ? noun : noun + 1;
    if ((people || itself) && hurt < document_.tokens.size() && token(hurt).sentence == token(noun).sentence &&
        among(lower_form(document_, hurt), kHurt) && tree::subject_of(document_, hurt) != noun) {
      figure.what = "injured", figure.governor = hurt;
      return figure;
    }
    const bool protests = site_.type == "PROTEST" && token(noun).deprel == Deprel::nsubj && !among(lemma, kThings);
    if (!people && !protests) return {};
    for (const uint32_t c : tree::children(document_, noun)) {  // "31 civilians dead", "20 women hostage"
      if (among(lower_form(document_, c), kDead)) figure.what = "killed";
      if (among(lower_form(document_, c), kHurt) && c > noun) figure.what = "injured";
    }
    if (!figure.what.empty()) {
      figure.governor = noun;
      return figure;
    }
    if (value_one(figure) && head(noun) != kNone && denied(head(noun))) return {};
    if (toll(noun)) {
      figure.what = "killed", figure.governor = head(noun) != kNone ? head(noun) : noun;
      return figure;
    }
    govern(noun, figure);
    if (!figure.what.empty()) return figure;
    // Done to it by the event itself, or it does it, where only the code of the event tells what.
    if (own_argument(noun)) figure.what = measure_of_type(), figure.governor = site_.head;
    if (figure.what.empty())
      if (const std::string_view own = measure_of(lemma); own == "protesters" || own == "abducted" || own == "arrested" || own == "displaced")
        figure.what = own, figure.governor = noun;
    return figure;
  }

  // "have not made one arrest"
  static bool value_one(const Figure& figure) { return figure.value == 1; }
  bool denied(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb))
      if (lower_form(document_, c) == "not" || lower_form(document_, c) == "n't" || lower_form(document_, c) == "never") return true;
    return false;
  }
  bool saved(uint32_t noun) const { return head(noun) != kNone && lower_lemma(document_, head(noun)) == "save"; }

  static constexpr std::string_view kReaching[] = {"number", "reach", "exceed", "pass", "total", "top", "be", "hit", "stand", "rise"};
  // "the dead number 170", "putting the dead at 19", "the toll stood at 42", "a crowd that he put at 100,000".
  bool toll(uint32_t number) const {
    if (token(number).upos != Upos::NUM) return false;
    // "Sunday's dead in Egypt number 57", however the tree joins them
    constexpr uint32_t kNear = 6;  // tokens
    if (number > kNear && lower_form(document_, number - 1) == "number")
      for (uint32_t t = number - kNear; t < number - 1; ++t)
        if (token(t).sentence == token(number).sentence && lower_lemma(document_, t) == "dead") return true;
    bool at = false;
    for (const uint32_t c : tree::children(document_, number)) at |= lower_form(document_, c) == "at" || lower_form(document_, c) == "to";
    const auto tells = [&](uint32_t c) {
      const std::string lemma = lower_lemma(document_, c);
      return c != number && (lemma == "toll" || lemma == "dead" || lemma == "death");
    };
    // "the toll is 170": the number is the predicate.
    if (const uint32_t subject = tree::child(document_, number, {Deprel::nsubj}); subject != kNone && tells(subject)) return true;
    const uint32_t verb = head(number);
    if (verb == kNone) return false;
    for (const uint32_t c : tree::children(document_, verb))
      if (tells(c) && (at || (base(token(c).deprel) == Deprel::nsubj && among(lower_lemma(document_, verb), kReaching)))) return true;
    return false;
  }

  bool own_argument(uint32_t noun) const {
    const Deprel relation = token(noun).deprel;
    const uint32_t up = head(noun), event = site_.head;
    const Deprel own = token(event).deprel;
    // "300 schoolboys abducted from ..."
    if (head(event) == noun && (own == Deprel::acl || own == Deprel::acl_relcl)) return token(event).xpos != "VBG" || site_.type == "PROTEST";
    if (up != event) {
      if (relation == Deprel::conj && up != kNone) return own_argument_of(up);
      // "have been missing since April and may have been murdered"
      if (site_.type != "PROTEST" && tree::child(document_, event, {Deprel::aux_pass}) != kNone && tree::subject_of(document_, event) == noun)
        return true;
      if (site_.type == "PROTEST" && holds(noun)) return true;
      return site_.type == "PROTEST" && tree::is_verbal(document_, event) && tree::subject_of(document_, event) == noun;
    }
    return own_argument_of(noun);
  }
  // "eight pupils entered the 29th day of a hunger strike"
  bool holds(uint32_t noun) const {
    constexpr std::string_view light[] = {"begin", "start", "stage",  "hold",   "enter",   "continue", "join",     "mount",
                                          "end",   "go",    "launch", "resume", "suspend", "keep",     "organise", "organize"};
    uint32_t at = site_.head;
    for (int step = 0; step < 3 && at != kNone && !tree::is_verbal(document_, at); ++step) {
      const Deprel relation = base(token(at).deprel);
      if (relation != Deprel::obj && relation != Deprel::nmod && relation != Deprel::obl) return false;
      at = head(at);
    }
    return at != kNone && at != site_.head && among(lower_lemma(document_, at), light) && tree::subject_of(document_, at) == noun;
  }
  bool own_argument_of(uint32_t noun) const {
    const Deprel relation = token(noun).deprel;
    if (head(noun) != site_.head) return false;
    if (site_.type == "PROTEST")
      return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || (relation == Deprel::nmod && !tree::is_verbal(document_, site_.head));
    return relation == Deprel::obj || relation == Deprel::nsubj_pass || (relation == Deprel::nmod && marked(noun, "of"));
  }
  bool marked(uint32_t noun, std::string_view word) const {
    for (const uint32_t c : tree::children(document_, noun))
      if (token(c).deprel == Deprel::case_ && lower_form(document_, c) == word) return true;
    return false;
  }

  // What the code of the event counts when no word does (CAMEO 173 arrests, 181 abductions, 186 assassinations ...).
  std::string_view measure_of_type() const {
    const std::string_view root = site_.cameo.substr(0, 3);
    if (site_.type == "PROTEST") return "protesters";
    if (site_.type == "COERCE" && root == "173") return "arrested";
    if (root == "181") return "abducted";
    if (root == "203" || root == "174") return "displaced";
    if (root == "186" || root == "185" || root == "202" || site_.cameo == "1823") return "killed";
    return {};
  }

  // Active subject of a verb that is done to others: five gunmen killed ...
  bool acts(uint32_t noun) const {
    if (token(noun).deprel != Deprel::nsubj) return false;
    const uint32_t verb = head(noun);
    if (verb == kNone) return false;
    constexpr std::string_view suffering[] = {"die", "perish", "flee", "drown", "fall", "suffer", "lose"};
    const std::string lemma = lower_lemma(document_, verb);
    // "300 schoolboys abducted from their school", "16 wounded": nobody does it to anybody.
    const std::string_view what = measure_of(lemma);
    if (!what.empty() && what != "protesters" && token(verb).xpos != "VBG" && tree::child(document_, verb, {Deprel::obj, Deprel::ccomp}) == kNone)
      return false;
    return !among(lemma, suffering) && token(verb).xpos != "JJ" && measure_of(lower_lemma(document_, verb)) != "protesters" &&
           tree::child(document_, verb, {Deprel::nsubj_pass, Deprel::aux_pass}) == kNone && tree::is_verbal(document_, verb);
  }

  // The measure of the verb or noun above: "wounding four soldiers", "the deaths of six people", "shot three men dead".
  void govern(uint32_t noun, Figure& figure) const {
    if (acts(noun)) return;
    // "three workers killed in the blast": the participle below.
    for (const uint32_t c : tree::children(document_, noun))
      if (token(c).deprel == Deprel::acl && token(c).xpos != "VBG")
        if (const std::string_view what = measure_at(c, noun); !what.empty()) {
          figure.what = what, figure.governor = c;
          return;
        }
    uint32_t at = noun;
    for (int step = 0; step < 5; ++step) {
      const Deprel relation = base(token(at).deprel);
      const uint32_t up = head(at);
      if (up == kNone) return;
      const bool argument = relation == Deprel::obj || relation == Deprel::nsubj || relation == Deprel::nmod || relation == Deprel::conj ||
                            relation == Deprel::appos || relation == Deprel::nummod || relation == Deprel::compound || relation == Deprel::xcomp ||
                            relation == Deprel::dep || (relation == Deprel::obl && (marked(at, "of") || !has_case(at)));
      if (!argument || (step > 0 && relation == Deprel::conj && tree::is_verbal(document_, at))) return;
      if (const std::string_view what = measure_at(up, at); !what.empty()) {
        figure.what = what, figure.governor = up;
        return;
      }
      if (tree::is_verbal(document_, up) && relation != Deprel::xcomp) return;
      at = up;
    }
  }
  bool has_case(uint32_t noun) const { return tree::child(document_, noun, {Deprel::case_}) != kNone; }

  std::string_view measure_at(uint32_t word, uint32_t from) const {
    const std::string lemma = lower_lemma(document_, word);
    if ((lemma == "shoot" || lemma == "shot") && (near(word, kDead) || token(from).deprel == Deprel::nsubj_pass)) return "killed";
    if ((lemma == "gun" && near_is(word, "down")) || (lemma == "mow" && near_is(word, "down")) || lemma == "fall" ||
        (lemma == "lose" && token(from).deprel != Deprel::nsubj) || lemma == "bury") {
      if (lemma == "fall" && token(from).deprel != Deprel::nsubj) return {};
      if (lemma == "lose" && token(from).deprel != Deprel::obj) return {};
      return lemma == "bury" ? std::string_view() : "killed";
    }
    if (lemma == "lose" && token(from).deprel == Deprel::nsubj) {  // "five Turks lost their lives"
      const uint32_t lost = tree::child(document_, word, {Deprel::obj});
      return lost != kNone && lower_lemma(document_, lost) == "life" ? "killed" : "";
    }
    if ((lemma == "cost" || lemma == "take" || lemma == "claim") && lower_lemma(document_, from) == "life") return "killed";
    if ((lemma == "hack" || lemma == "burn" || lemma == "beat" || lemma == "stone" || lemma == "trample" || lemma == "club") &&
        near_is(word, "death"))
      return "killed";
    if ((lemma == "hold" || lemma == "take" || lemma == "keep") && near(word, kCaptive)) return "abducted";
    if ((lemma == "hold" || lemma == "take" || lemma == "lead" || lemma == "keep" || lemma == "put" || lemma == "place") && near(word, kHeld))
      return "arrested";
    if ((lemma == "pick" || lemma == "round") && near_is(word, "up")) return "arrested";
    if ((lemma == "drive" || lemma == "put" || lemma == "force" || lemma == "herd" || lemma == "turn") && near(word, kAway)) return "displaced";
    if ((lemma == "drive" || lemma == "hound" || lemma == "chase" || lemma == "push") && (near_is(word, "out") || beyond(word))) return "displaced";
    if (lemma == "put" && near_is(word, "death")) return "killed";
    if (lemma == "lie" && near(word, kDead)) return "killed";
    if (lemma == "treat" && token(from).deprel == Deprel::nsubj_pass) return "injured";
    if ((lemma == "need" || lemma == "require") && near_is(word, "treatment")) return "injured";
    if (lemma == "hospital" && token(from).deprel == Deprel::nsubj) return "injured";  // "78 are in hospital"
    constexpr std::string_view hurts[] = {"bruises", "cuts", "burns", "injuries", "wounds"};
    if ((lemma == "leave" || lemma == "escape" || lemma == "suffer" || lemma == "admit") && near(word, hurts)) return "injured";
    if (lemma == "leave" && after(from, kDead)) return "killed";
    if (lemma == "leave" && after(from, kHurt)) return "injured";
    return measure_of(lemma);
  }
  bool near(uint32_t verb, tree::Words words) const {
    for (uint32_t t = verb + 1; t < verb + 14 && t < document_.tokens.size() && token(t).sentence == token(verb).sentence; ++t)
      if (among(lower_form(document_, t), words)) return true;
    return false;
  }
  // "drove 400,000 Kurds towards the mountains", "from their villages"
  bool beyond(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb))
      if (base(token(c).deprel) == Deprel::obl && (marked(c, "from") || marked(c, "towards") || marked(c, "toward"))) return true;
    return false;
  }
  bool near_is(uint32_t verb, std::string_view word) const {
    for (uint32_t t = verb + 1; t < verb + 6 && t < document_.tokens.size(); ++t)
      if (lower_form(document_, t) == word) return true;
    return false;
  }
  bool after(uint32_t noun, tree::Words words) const {
    for (uint32_t t = noun + 1; t < noun + 3; ++t)
      if (among(lower_form(document_, t), words)) return true;
    return false;
  }

  // How far the figure is from the event in clauses; kNone when another report lies between.
  uint32_t distance(const Figure& figure, std::string_view what) const {
    const uint32_t event = site_.head, from = figure.governor != kNone ? figure.governor : figure.noun;
    const bool toll = what == "killed" || what == "injured" || what == "displaced";
    if (what == "protesters" && from != event && !own_argument(figure.noun) && !tree::is_below(document_, figure.noun, event)) return kNone;
    if (from == event) return 0;
    const bool joined = token(from).deprel == Deprel::conj && head(from) == event;
    if (!toll && !joined && what != "amount" && what != "protesters" && tree::is_verbal(document_, from) && tree::is_verbal(document_, event))
      return kNone;
    // Up from both to where they meet.
    uint32_t up_figure = 0, up_event = 0, meeting = kNone;
    for (uint32_t a = from; a != kNone && up_figure < kDeep; a = head(a), ++up_figure)
      if (tree::is_below(document_, event, a)) {
        meeting = a;
        break;
      }
    if (meeting == kNone) return kNone;
    uint32_t cost = 1;
    for (uint32_t a = from; a != meeting; a = head(a))
      if (!passes(a, toll, true, cost)) return kNone;
    for (uint32_t a = event; a != meeting && a != kNone && up_event < kDeep; a = head(a), ++up_event)
      if (!passes(a, toll, false, cost)) return kNone;
    return cost;
  }

  // May the way between figure and event go over this word's relation to its head?
  bool passes(uint32_t at, bool toll, bool figure_side, uint32_t& cost) const {
    static constexpr std::string_view kApart[] = {"before", "if", "since", "until", "unless", "though", "although", "because", "while"};
    const Deprel relation = token(at).deprel;
    const bool verbal = tree::is_verbal(document_, at);
    ++cost;
    if (site_.type == "PROTEST" && toll) {  // the dead of a protest, not the ones it is about, nor those whom others shoot at it
      if (!figure_side && (verbal || base(relation) == Deprel::acl || base(relation) == Deprel::advcl)) return false;
      if (figure_side && !verbal && (marked(at, "over") || marked(at, "at") || marked(at, "against") || marked(at, "for"))) return false;
    }
    if (figure_side && !verbal && (marked(at, "after") || marked(at, "before") || marked(at, "since"))) return false;
    if (verbal) cost += 2;
    if (relation == Deprel::ccomp || relation == Deprel::parataxis || relation == Deprel::csubj) return false;
    if (relation == Deprel::conj && verbal) {
      cost += 2;
      if (!toll) return figure_side && tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass}) == kNone;
      return figure_side && !acts_on(at);
    }
    if (relation == Deprel::acl_relcl && figure_side && head(at) == site_.head && toll) return true;  // "a massacre that took 157 lives"
    if (relation == Deprel::acl_relcl) return toll && (!figure_side || !acts_on(at) || measure_of(lower_lemma(document_, at)) == "killed");
    if (base(relation) == Deprel::advcl) {
      if (!toll && verbal && marked_clause(at, "to")) return true;
      for (const uint32_t c : tree::children(document_, at))
        if (token(c).deprel == Deprel::mark && among(lower_form(document_, c), kApart)) return false;
      return toll || !figure_side;
    }
    return true;
  }
  bool marked_clause(uint32_t clause, std::string_view word) const {
    for (const uint32_t c : tree::children(document_, clause))
      if (token(c).deprel == Deprel::mark && lower_form(document_, c) == word) return true;
    return false;
  }

  const Document& document_;
  std::span<const EventSite> sites_;
  const EventSite& site_;
  const std::string_view status_;
  TimesOfSentences& times_;  // by first token
  std::vector<std::pair<Figure, uint32_t>> best_;
};

}  // namespace

std::vector<std::vector<CountChoice>> count_choices(const Document& document, std::span<const EventSite> sites, size_t own, Status status) {
  TimesOfSentences times;
  return Reader(document, sites, own, status, times).choices();
}

namespace {

// "Five people were killed and twelve injured": who has the twelve has the five.
const CountChoice* beside(const Document& document, const std::vector<CountChoice>& choices, const CountChoice& taken) {
  constexpr uint32_t kNear = 60;  // bytes
  for (const CountChoice& choice : choices) {
    const uint32_t from = std::min(choice.span.begin, taken.span.begin), to = std::max(choice.span.begin, taken.span.begin);
    const bool counted = std::find(choice.signs.begin(), choice.signs.end(), choice.what + " is this") != choice.signs.end();
    if (choice.value > 0 && counted && to - from <= kNear && document.text.substr(from, to - from).find('.') == std::string_view::npos)
      return &choice;
  }
  return nullptr;
}

}  // namespace

std::vector<std::vector<Count>> read_counts(const Document& document, std::span<const EventSite> sites, std::span<const ToldOfEvent> told) {
  static constexpr SignWeight kWeights[] = {
#include "events/counts_weights.inc"
  };
  static const SignWeights weights(kWeights);
  TimesOfSentences times;
  std::vector<std::vector<Count>> out(sites.size());
  for (size_t own = 0; own < sites.size(); ++own) {
    const auto kinds = Reader(document, sites, own, told[own].status, times).choices();
    std::vector<const CountChoice*> taken;
    for (const auto& choices : kinds) {
      const CountChoice* best = nullptr;
      int most = 0;
      for (const CountChoice& choice : choices)
        if (const int sum = weights.sum(choice.signs); !best || sum > most) best = &choice, most = sum;
      taken.push_back(best);
    }
    for (size_t k = 0; k < kinds.size(); ++k)
      for (size_t other = 0; other < kinds.size(); ++other) {
        const bool hurt =
            (taken[k]->what == "killed" && taken[other]->what == "injured") || (taken[k]->what == "injured" && taken[other]->what == "killed");
        if (!hurt || taken[k]->value > 0 || taken[other]->value <= 0) continue;
        if (const CountChoice* choice = beside(document, kinds[k], *taken[other])) taken[k] = choice;
      }
    for (const CountChoice* choice : taken)
      if (choice->value > 0) out[own].push_back({choice->what, choice->value, choice->span});
  }
  return out;
}

}  // namespace gesta
