// Signs for where.cpp: how the mention hangs from the event in the tree, which preposition it has, whether it is a subject that stands for a
// government, how far away its sentence is, what kind of place and of event they are; all crossed with the group of the event's type.
#include "events/where_features.h"

#include <algorithm>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"

namespace gesta {
namespace {

constexpr int kDeep = 40;                                 // steps of a walk up a tree
constexpr uint32_t kSentencesBack = 8, kSentencesOn = 8;  // news tells in its lead what happened and further down where
constexpr size_t kMostChoices = 40;

}  // namespace

std::string_view where_group(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> groups[] = {
      {"REQUEST", "say"},  {"ACCUSE", "say"},      {"REJECT", "say"},   {"THREATEN", "say"},  {"AGREE", "say"},    {"SUPPORT", "sup"},
      {"CONCEDE", "say"},  {"SANCTION", "say"},    {"CONSULT", "meet"}, {"ASSAULT", "force"}, {"PROTEST", "prot"}, {"COERCE", "coerce"},
      {"MOBILIZE", "mob"}, {"RETREAT", "retreat"}, {"AID", "aid"},      {"COOPERATE", "aid"}};
  for (const auto& [name, group] : groups)
    if (name == type) return group;
  return "other";
}

namespace {

constexpr std::string_view kMotions[] = {"go",     "come", "arrive", "fly",   "travel", "head",  "return", "reach", "leave",
                                         "flee",   "move", "cross",  "march", "enter",  "send",  "bring",  "take",  "land",
                                         "deploy", "walk", "sail",   "drive", "escape", "visit", "drag",   "pour",  "advance"};
constexpr std::string_view kTowns[] = {"town", "city", "capital", "village", "port", "suburb", "district", "enclave"};
constexpr std::string_view kLands[] = {"country", "province", "region", "territory", "state", "island", "peninsula", "valley"};
constexpr std::string_view kHere[] = {"there", "here", "where"};
constexpr std::string_view kPlaceNouns[] = {
    "town",          "city",         "capital", "village",  "camp",    "port",   "island",  "province",  "region", "area",     "district",
    "airport",       "border",       "square",  "building", "enclave", "valley", "country", "territory", "base",   "compound", "peninsula",
    "neighbourhood", "neighborhood", "suburb",  "prison",   "site",    "scene",  "spot",    "hospital",  "mosque", "church",   "embassy"};
constexpr std::string_view kSayings[] = {"say",  "tell", "announce", "declare", "state",  "add",     "warn",  "deny",
                                         "call", "urge", "insist",   "report",  "accuse", "condemn", "blame", "demand"};

constexpr std::string_view kSeatedIn[] = {"in", "at"};
constexpr std::string_view kBodies[] = {"administration", "assembly",   "association", "authority",  "center",      "centre",     "command",
                                        "committee",      "congress",   "council",     "delegation", "embassy",     "federation", "government",
                                        "group",          "house",      "junta",       "leadership", "ministry",    "mission",    "office",
                                        "opposition",     "parliament", "party",       "regime",     "secretariat", "senate",     "union"};
constexpr std::string_view kWholes[] = {"country", "nation"}, kThroughout[] = {"across", "throughout", "around", "over"},
                           kNationwide[] = {"nationwide", "countrywide"};
constexpr std::string_view kWhose[] = {"led", "held", "run", "born"};
// What towns do as places.
constexpr std::string_view kOfTowns[] = {"answer", "awake", "bury", "celebrate", "come",    "count", "erupt", "fall",
                                         "gather", "go",    "have", "hear",      "hold",    "host",  "mourn", "receive",
                                         "rise",   "see",   "wake", "watch",     "welcome", "burn",  "stop",  "be"};

class Reader {
 public:
  Reader(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places, std::span<const EventSite> sites,
         size_t event, const ToldOfEvent& told, bool named)
      : document_(document),
        knowledge_(knowledge),
        places_(places),
        sites_(sites),
        site_(sites[event]),
        group_(where_group(site_.type)),
        root_(site_.cameo.substr(0, 3)),
        status_(name(told.status)),
        dated_(read_date(told)),
        attributed_(!told.said_by.empty()),
        named_(named) {
    read_sentence();
    read_ties();
  }

  std::vector<WhereChoice> run() {
    std::vector<WhereChoice> out(1);
    for (uint32_t k = 0; k < places_.size() && out.size() < kMostChoices; ++k)
      if (in_question(k)) out.push_back({k, of(k), governs(k) || joined_to_participle(k) || seat_of_speaker(k) || too_small(k), all_over_});
    out[0].signs = of_none(out);
    out[0].all_over = all_over_;
    return out;
  }

 private:
  // Its date stands in its sentence, elsewhere, or nowhere.
  std::string_view read_date(const ToldOfEvent& told) const {
    if (!told.when) return "no";
    return told.when->span.overlaps(document_.sentences[site_.sentence].span) ? "here" : "far";
  }

  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  uint32_t sentence(uint32_t k) const { return token(places_[k].first).sentence; }

  bool in_question(uint32_t k) const {
    const uint32_t s = sentence(k);
    const bool near = s < site_.sentence ? site_.sentence - s <= kSentencesBack || s == 0 : s - site_.sentence <= kSentencesOn;
    return near && !acts(k) && !one_of_two_desks(k) && !home_of_person(k);
  }

  // "Jane Doe, 35, of Balamban in Cebu": where she is from, wherever it was done to her.
  bool home_of_person(uint32_t k) const {
    for (; k > 0 && places_[k].first == places_[k - 1].last + 1; --k) {
      const std::string_view link = token(places_[k - 1].last).form;
      if (link != "in" && link != ",") break;
    }
    const uint32_t of = places_[k].first - 1;
    if (places_[k].first < document_.sentences[sentence(k)].first + 5) return false;
    const std::string_view link = token(of).form;
    return (link == "of" || link == "from") && token(of - 1).form == "," && token(of - 2).upos == Upos::NUM && token(of - 3).form == "," &&
           token(of - 4).upos == Upos::PROPN;
  }

  // "ANKARA/MOSCOW - ": where it was written, not where anything happened.
  bool one_of_two_desks(uint32_t k) const {
    const auto joined = [&](uint32_t i) {  // with the next place
      if (i + 1 >= places_.size() || places_[i].last + 1 != places_[i + 1].first) return false;
      const std::string_view link = token(places_[i].last).form;
      return (link == "/" || link == "and") && dateline(i) && dateline(i + 1);
    };
    return joined(k) || (k > 0 && joined(k - 1));
  }

  // "Moscow-backed separatists": whose they are, not where.
  bool joined_to_participle(uint32_t k) const {
    const uint32_t hyphen = places_[k].last;
    if (hyphen + 1 >= document_.tokens.size() || token(hyphen).form != "-" || !document_.glued(hyphen) || !document_.glued(hyphen + 1)) return false;
    const std::string_view word = token(hyphen + 1).form;
    return tree::among(word, kWhose) || (word.size() > 4 && word.ends_with("ed") && word != "based");
  }

  // "It had cut the internet across the country": in no town of it, unless told by the side ("around the country, students fought police in Cork").
  bool too_small(uint32_t k) const { return all_over_ && places_[k].place.precision != "country" && token(head(k)).head != site_.head; }
  bool tells_whole_country(uint32_t i) const {
    const bool noun = tree::among(token(i).lemma, kWholes) && tree::among(marker(i), kThroughout);
    if (!noun && !tree::among(to_lower(token(i).form), kNationwide)) return false;
    const tree::Path p = tree::path(document_, i, site_.head);
    return p.met && p.downs == 0 && p.ups <= 3;
  }

  // "The General Command in Erbil charged some officials with treachery": which command it is, not where it speaks.
  bool seat_of_speaker(uint32_t k) const {
    const uint32_t at = head(k), body = token(at).head;
    return (group_ == "say" || group_ == "sup") && body != kNone && base(token(at).deprel) == Deprel::nmod && tree::among(marker(at), kSeatedIn) &&
           token(body).deprel == Deprel::nsubj && token(body).head == site_.head && tree::among(tree::lower_lemma(document_, body), kBodies);
  }

  // "Juba has kept the road shut", but not "Juba burned" or "Juba will host talks": the government there.
  bool governs(uint32_t k) const {
    const Where& place = places_[k].place;
    const uint32_t name = places_[k].last - 1, verb = token(name).head;
    return place.precision == "city" && sentence(k) == site_.sentence && token(name).deprel == Deprel::nsubj && token(verb).upos == Upos::VERB &&
           !tree::is_below(document_, site_.head, name) && place.name == knowledge_.capital_name(place.country) &&
           !tree::among(token(verb).lemma, kOfTowns);
  }

  // "Russia rained missiles on cities": a state that strikes is not where it does.
  bool acts(uint32_t k) const {
    const uint32_t name = places_[k].last - 1;
    return site_.type == "ASSAULT" && places_[k].place.precision == "country" && token(name).deprel == Deprel::nsubj &&
           token(name).head == site_.head && tree::is_verbal(document_, site_.head);
  }

  // How likely the tagger of events thinks each place is the event's.
  void read_ties() {
    ties_.assign(places_.size(), kNoTies[kPlaceTie]);
    const EventSpan* span = document_.event_words.near(site_.head);
    if (span == nullptr || span->ties.empty()) return;
    for (size_t k = 0; k < places_.size(); ++k)
      for (uint32_t i = places_[k].first; i < places_[k].last; ++i) ties_[k] = std::max(ties_[k], span->tie(i)[kPlaceTie]);
    likeliest_ = span->most(kPlaceTie);
    tied_ = true;
  }

  // What the sentence of the event says of places without naming them: "there", "the town"; and whose people it names.
  void read_sentence() {
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t i = s.first; i < s.last; ++i) {
      const std::string form = to_lower(token(i).form);
      if (tree::among(form, kHere) && !(form == "there" && token(i).deprel == Deprel::expl)) anaphor_ = form;
      const bool definite = i > s.first && (to_lower(token(i - 1).form) == "the" || to_lower(token(i - 1).form) == "its");
      if (definite && token(i).upos == Upos::NOUN && tree::among(form, kPlaceNouns)) {
        anaphor_ = form == "capital" || form == "country" ? form : "noun";
        read_anaphor(i, form);
      }
      if (const auto country = knowledge_.country_of_adjective(token(i).form)) peoples_.push_back(*country);
      all_over_ |= tells_whole_country(i);
    }
    for (const PlaceMention& m : places_)
      if (m.place.precision == "city" || m.place.precision == "point") {
        if (towns_ == 0 || m.place.name != last_town_) ++towns_;
        last_town_ = m.place.name;
      }
  }

  // "troops entered the town": what kind of place a noun near the event takes up, unless its name follows ("the town of X").
  void read_anaphor(uint32_t i, const std::string& form) {
    for (const uint32_t c : tree::children(document_, i))
      if (token(c).upos == Upos::PROPN) return;
    const tree::Path p = tree::path(document_, i, site_.head);
    if (!p.met || p.downs > 0 || p.ups > 3) return;
    taken_up_ = tree::among(form, kTowns) ? "city" : tree::among(form, kLands) ? "land" : "point";
  }

  // "BEIRUT - ", "DILI, 7 Sept - ", "Quito (AFP) - ": at the start of a paragraph, in capitals or before a dash.
  bool dateline(uint32_t k) const {
    if (document_.in_dateline(places_[k].first)) return true;
    const Sentence& s = document_.sentences[sentence(k)];
    if (places_[k].first > s.first + 4) return false;
    for (uint32_t i = places_[k].last; i < s.last && i < places_[k].last + 8; ++i) {
      const std::string_view form = token(i).form;
      if (is_dash(form) || form == ":") return all_capitals(k) || s.first == 0;
    }
    return false;
  }
  bool all_capitals(uint32_t k) const {
    const std::string_view name = places_[k].place.name;
    return name.size() > 2 && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Head of the mention: the token whose head lies outside of it.
  uint32_t head(uint32_t k) const {
    for (uint32_t i = places_[k].first; i < places_[k].last; ++i)
      if (token(i).head == kNone || token(i).head < places_[k].first || token(i).head >= places_[k].last) return i;
    return places_[k].first;
  }

  std::string_view marker(uint32_t i) const { return tree::marker(document_, i); }

  void add(Signs& out, SignParts name) const { out.add_also_with(out.join(name), group_, "|"); }

  Signs of(uint32_t k) const {
    Signs out(named_);
    const auto sign = [&](SignParts name) { add(out, name); };
    const PlaceMention& mention = places_[k];
    const std::string& kind = mention.place.precision;
    const uint32_t at = head(k), s = sentence(k);
    const std::string_view relation = name(base(token(at).deprel));
    const std::string dep(relation), own_case(marker(at));
    sign({"kind=", kind});
    sign({"dep=", dep, " kind=", kind});
    const bool line = dateline(k);
    if (line) sign({"dateline"});
    if (line && !anaphor_.empty()) sign({"dateline ", anaphor_});
    if (s == site_.sentence && !line) {
      same_sentence(k, at, dep, own_case, sign);
    } else if (s != site_.sentence) {
      const uint32_t far = s < site_.sentence ? site_.sentence - s : s - site_.sentence;
      const std::string gap = s < site_.sentence ? (far < 5 ? "-" + std::to_string(far) : "-5+") : far < 4 ? "+" + std::to_string(far) : "+4+";
      sign({"gap=", gap});
      sign({"gap=", gap, " kind=", kind});
      sign({"far case=", own_case});
      sign({"far dep=", dep});
      sign({"far case=", own_case, " kind=", kind});
      const uint32_t verb = token(at).head;
      if (verb != kNone && token(verb).deprel == Deprel::root && base(token(at).deprel) == Deprel::obl) sign({"far scene kind=", kind});
      if (speaks(at)) sign({"far speaker"});
      const std::string gov = governor(at);
      sign({"far gov=", gov});
      sign({"far gov=", gov, " kind=", kind});
      sign({"far gap=", gap, " event nearest ", nearest_event(k, at)});
      if (s < site_.sentence) {
        const std::string_view back = bucket(rank_back(k));
        sign({"back=", back, " kind=", kind});
        sign({"back=", back, " gap=", gap});
      }
      if (s > site_.sentence && far > 1) {
        const std::string whose = nearest_event(k, at);
        sign({"further on kind=", kind, " event nearest ", whose});
        sign({"further on kind=", kind, either(site_.sentence == 0, " of lead", " of others"),
              " though=", either(sentence_has_place(), "near", "none")});
        sign({"further on ", either(first_like(s), "first told again", "not first"), " kind=", kind});
      }
      if (nearest_before(k)) {
        sign({"nearest before kind=", kind});
        if (!anaphor_.empty()) sign({"nearest before kind=", kind, " ", anaphor_});
      }
      if (first_of_kind(k)) sign({"first kind=", kind});
      if (document_.sentences[s].paragraph != document_.sentences[site_.sentence].paragraph) sign({"other paragraph"});
      if (sentence_has_place()) sign({"far though near ones"});
    }
    told(s, kind, sign);
    if (tied_) {
      const bool top = std::none_of(ties_.begin(), ties_.end(), [&](float tie) { return tie > ties_[k]; });
      sign({"tie=", tie_step(ties_[k])});
      sign({"tie=", tie_step(ties_[k]), either(top, " top", " under"), " kind=", kind});
      sign({"tie under the likeliest=", tie_step(ties_[k] - likeliest_)});
    }
    if (s == 0) sign({"lead"});
    if (!taken_up_.empty() && (s != site_.sentence || mention.first < site_.head))
      sign({"taken up ", taken_up_, " kind=", kind, either(s == site_.sentence, " here", either(nearest_before(k), " nearest", " far"))});
    if (!mention.place.country.empty() && (!site_.source_countries.empty() || !site_.target_countries.empty())) {
      const std::string side = side_of(mention.place.country);
      sign({"side=", side});
      sign({"side=", side, " kind=", kind, either(s == site_.sentence, " here", "")});
    }
    if (towns_ == 1 && (kind == "city" || kind == "point")) sign({"only town"});
    if (among(peoples_, mention.place.country))
      sign({"people of it here kind=", kind});
    else if (!peoples_.empty() && !mention.place.country.empty())
      sign({"people of others here kind=", kind});
    uint32_t same = 0;
    for (const PlaceMention& other : places_) same += other.place.name == mention.place.name;
    sign({"times=", bucket(same)});
    if (document_.sentences[s].heading) sign({"heading"});
    if (const std::string narrower = narrower_place(k); !narrower.empty()) {
      sign({"narrower ", narrower, " kind=", kind});
      if (s == site_.sentence) sign({"narrower ", narrower, " kind=", kind, " here"});
    }
    return out;
  }

  // The event's code, status and date with the place near or far.
  template <class Sign>
  void told(uint32_t s, const std::string& kind, const Sign& sign) const {
    const std::string far = s == site_.sentence ? "here" : s < site_.sentence ? "far" : s == site_.sentence + 1 ? "on" : "further on";
    sign({"status=", status_, " ", far});
    sign({"dated=", dated_, " ", far});
    sign({"attributed=", either(attributed_, "1 ", "0 "), far});
    sign({"code=", root_, " ", far});
    sign({"code=", root_, " ", far, " kind=", kind});
    sign({"lemma=", tree::lower_lemma(document_, site_.head), " ", far});
    sign({"pos=", name(token(site_.head).upos), " ", far, " kind=", kind});
  }

  // Where the text names a place inside of this country or region: in the sentence of the event, before, or later.
  std::string narrower_place(uint32_t k) const {
    const Where& place = places_[k].place;
    if ((place.precision != "country" && place.precision != "admin1") || place.country.empty()) return {};
    bool before = false, later = false;
    const size_t from = k > kMostChoices ? k - kMostChoices : 0, to = std::min<size_t>(places_.size(), k + kMostChoices);
    for (size_t j = from; j < to; ++j) {
      const Where& other = places_[j].place;
      const bool inside = other.country == place.country && other.precision != "country" &&
                          (place.precision == "country" || (other.precision != "admin1" && other.admin1 == place.admin1));
      if (!inside) continue;
      const uint32_t s = sentence(static_cast<uint32_t>(j));
      if (s == site_.sentence) return "in sentence";
      (s < site_.sentence ? before : later) = true;
    }
    return before ? "before" : later ? "later" : "";
  }

  // Is it the country of who did it, of whom it was done to, of both, or of neither?
  std::string side_of(std::string_view country) const {
    const auto has = [&](const std::vector<std::string>& all) { return among(all, country); };
    const bool source = has(site_.source_countries), target = has(site_.target_countries);
    return source && target ? "both" : source ? "source" : target ? "target" : "neither";
  }

  // What the place hangs from: the event, another event, who acts, a common noun of places, a verb of speech or motion.
  std::string governor(uint32_t at) const {
    uint32_t up = token(at).head;
    for (int n = 0; n < 4 && up != kNone && (base(token(at).deprel) == Deprel::conj || base(token(at).deprel) == Deprel::appos); ++n)
      at = up, up = token(at).head;
    if (up == kNone) return "root";
    if (up == site_.head) return "event";
    for (const EventSite& other : sites_)
      if (other.head == up) return where_group(other.type) == group_ ? "like event" : "other event";
    const std::string lemma = tree::lower_lemma(document_, up);
    if (token(up).upos == Upos::VERB) return tree::among(lemma, kSayings) ? "say" : tree::among(lemma, kMotions) ? "move" : "verb";
    if (tree::among(lemma, kPlaceNouns)) return "place";
    if (token(up).upos == Upos::PROPN) return "name";
    if (knowledge_.find_agent({lemma}) != nullptr) return "agent";
    return std::string(name(token(up).upos));
  }

  // How the clause of the place stands to the clause of the event.
  std::string clauses(uint32_t at) const {
    const uint32_t ours = clause(at), theirs = clause(site_.head);
    if (ours == theirs) return "same";
    if (tree::is_below(document_, theirs, ours)) {
      uint32_t below = theirs;
      for (int n = 0; n < kDeep && token(below).head != ours && token(below).head != kNone; ++n) below = token(below).head;
      return "above by " + std::string(name(base(token(below).deprel)));
    }
    if (tree::is_below(document_, ours, theirs)) return "below by " + std::string(name(base(token(ours).deprel)));
    return "beside";
  }

  // The event of its sentence that a place is nearest to in the tree.
  std::string nearest_event(uint32_t k, uint32_t at) const {
    const EventSite* best = nullptr;
    uint32_t least = ~0u;
    for (const EventSite& other : sites_) {
      if (other.head >= document_.tokens.size() || token(other.head).sentence != sentence(k)) continue;
      const tree::Path p = tree::path(document_, at, other.head);
      const uint32_t far = other.head > at ? other.head - at : at - other.head;
      const uint32_t steps = (p.met ? 2 * p.ups + 3 * p.downs : 60) * 64 + std::min(far, 63u);
      if (steps < least) least = steps, best = &other;
    }
    if (!best) return "none";
    if (best->head == site_.head) return "own";
    return "other " + std::string(where_group(best->type));
  }

  // Is the sentence the first behind the event's that tells an event of its type?
  bool first_like(uint32_t s) const {
    uint32_t first = kNone;
    for (const EventSite& other : sites_)
      if (other.type == site_.type && other.sentence > site_.sentence) first = std::min(first, other.sentence);
    return first == s;
  }

  // The place stands for a government that says something.
  bool speaks(uint32_t at) const {
    const uint32_t verb = token(at).head;
    return verb != kNone && base(token(at).deprel) == Deprel::nsubj && tree::among(token(verb).lemma, kSayings);
  }
  bool first_of_kind(uint32_t k) const {
    for (uint32_t j = 0; j < k; ++j)
      if (places_[j].place.precision == places_[k].place.precision && !dateline(j)) return false;
    return true;
  }

  template <class Sign>
  void same_sentence(uint32_t k, uint32_t at, const std::string& dep, const std::string& own_case, const Sign& sign) const {
    const PlaceMention& mention = places_[k];
    const std::string& kind = mention.place.precision;
    const tree::Path p = tree::path(document_, at, site_.head);
    sign({"here"});
    if (at == site_.head) sign({"itself"});
    if (speaks(at)) sign({"speaker"});
    const std::string gov = governor(at), between_clauses = clauses(at), nearest = nearest_event(k, at),
                      own = tree::lower_lemma(document_, site_.head);
    sign({"gov=", gov});
    sign({"gov=", gov, " case=", own_case});
    sign({"gov=", gov, " dep=", dep, " kind=", kind});
    const uint32_t up = token(at).head;
    if (up != kNone && up != site_.head)
      sign({"gov lemma=", tree::lower_lemma(document_, up)}), sign({"gov lemma=", tree::lower_lemma(document_, up), " case=", own_case});
    if (nearest == "own") sign({"event lemma=", own}), sign({"event lemma=", own, " case=", own_case});
    sign({"events between=", bucket(events_between(mention.first))});
    sign({"events between=", bucket(events_between(mention.first)), " case=", own_case});
    sign({"clause ", between_clauses});
    sign({"clause ", between_clauses, " gov=", gov});
    sign({"clause ", between_clauses, " case=", own_case});
    sign({"event nearest ", nearest});
    sign({"event nearest ", nearest, " kind=", kind});
    if (clause(at) == clause(site_.head)) sign({"own clause case=", own_case, " kind=", kind});
    if (p.met) {
      sign({"path=", p.up, p.down});
      sign({"path=", p.up, p.down, " case=", own_case});
      sign({"ups=", bucket(p.ups), " downs=", bucket(p.downs)});
      sign({"downs=", bucket(p.downs)});
      if (p.top != kNone) {
        const std::string top(name(base(token(p.top).deprel)));
        sign({"top=", top, " case=", marker(p.top), " downs=", bucket(p.downs)});
        sign({"top=", top, " dep=", dep, " case=", own_case});
        if (p.downs == 0) sign({"under top=", top, " case=", own_case, " kind=", kind});
      }
    }
    sign({"case=", own_case});
    sign({"case=", own_case, " kind=", kind});
    const bool before = mention.first < site_.head;
    const uint32_t far = before ? site_.head - mention.last : mention.first - site_.head;
    sign({either(before, "before ", "after "), bucket(far)});
    uint32_t between = 0;
    for (const PlaceMention& other : places_)
      between += before ? other.first > mention.first && other.first < site_.head : other.first < mention.first && other.first > site_.head;
    sign({either(before, "before", "after"), " between=", bucket(between)});
    if (mention.last < document_.tokens.size()) {
      const std::string_view next = token(mention.last).form;
      if (next == "'s" || next == "\u2019s" || next == "'") sign({"possessive"});
      if (token(mention.last).sentence == site_.sentence && base(token(at).deprel) == Deprel::compound) sign({"compound kind=", kind});
    }
    if (std::find(site_.targets.begin(), site_.targets.end(), at) != site_.targets.end()) sign({"target kind=", kind});
    if (k > 0 && places_[k - 1].last + 1 >= mention.first && sentence(k - 1) == site_.sentence) sign({"second of a pair"});
    if (k + 1 < places_.size() && places_[k + 1].first <= mention.last + 1) sign({"first of a pair"});
  }

  // Other events told between the place and this one.
  uint32_t events_between(uint32_t first) const {
    uint32_t n = 0;
    for (const EventSite& other : sites_)
      n += other.head != site_.head && ((other.head > first && other.head < site_.head) || (other.head < first && other.head > site_.head));
    return n;
  }

  // The verb above.
  uint32_t clause(uint32_t at) const {
    for (int n = 0; n < kDeep; ++n) {
      if (token(at).upos == Upos::VERB || token(at).head == kNone) return at;
      at = token(at).head;
    }
    return at;
  }

  bool sentence_has_place() const {
    return std::any_of(places_.begin(), places_.end(),
                       [&](const PlaceMention& m) { return token(m.first).sentence == site_.sentence && m.place.precision != "country"; });
  }
  // Other places of its kind between it and the event's sentence.
  uint32_t rank_back(uint32_t k) const {
    uint32_t n = 0;
    for (uint32_t j = k + 1; j < places_.size() && sentence(j) < site_.sentence && n < 16; ++j)
      n += places_[j].place.precision == places_[k].place.precision && places_[j].place.name != places_[k].place.name;
    return n;
  }
  bool nearest_before(uint32_t k) const {
    for (uint32_t j = k + 1; j < places_.size() && places_[j].first < site_.head; ++j)
      if (sentence(j) < site_.sentence && places_[j].place.precision == places_[k].place.precision) return false;
    return sentence(k) < site_.sentence;
  }

  // The closest tie of a place after "in", "at", "near" to the event.
  std::string locative(const std::vector<WhereChoice>& choices) const {
    std::string best = "nowhere";
    for (size_t i = 1; i < choices.size(); ++i) {
      const uint32_t k = choices[i].mention;
      if (sentence(k) != site_.sentence) continue;
      const uint32_t at = head(k);
      const std::string_view own_case = marker(at);
      if (own_case != "in" && own_case != "at" && own_case != "near" && own_case != "outside" && own_case != "on") continue;
      if (token(at).head == site_.head) return "own " + std::string(places_[k].place.precision);
      best = clause(at) == clause(site_.head) ? "clause" : best == "clause" ? best : nearest_event(k, at) == "own" ? "own event" : "sentence";
    }
    return best;
  }
  uint32_t names_here(const std::vector<WhereChoice>& choices) const {
    uint32_t n = 0;
    for (size_t i = 1; i < choices.size(); ++i) n += sentence(choices[i].mention) == site_.sentence;
    return n;
  }
  uint32_t events_here() const {
    return static_cast<uint32_t>(std::count_if(sites_.begin(), sites_.end(), [&](const EventSite& e) { return e.sentence == site_.sentence; }));
  }

  Signs of_none(const std::vector<WhereChoice>& choices) const {
    Signs out(named_);
    out.add({"none"});
    const auto sign = [&](SignParts name) { add(out, {"none ", out.join(name)}); };
    sign({"type=", site_.type});
    sign({"cameo=", site_.cameo.substr(0, 3)});
    bool here = false;
    for (size_t i = 1; i < choices.size(); ++i) here |= sentence(choices[i].mention) == site_.sentence;
    sign({either(here, "though here", "nothing here")});
    if (tied_) {
      float best = kNoTies[kPlaceTie];
      for (size_t i = 1; i < choices.size(); ++i) best = std::max(best, ties_[choices[i].mention]);
      sign({"tie=", tie_step(best)});
      sign({"tie anywhere=", tie_step(likeliest_)});
    }
    if (!anaphor_.empty()) sign({"anaphor ", anaphor_});
    if (choices.size() == 1) sign({"nothing at all"});
    if (!taken_up_.empty()) sign({"taken up ", taken_up_});
    std::string nearest;
    for (size_t i = 1; i < choices.size(); ++i)
      if (sentence(choices[i].mention) == site_.sentence && nearest_event(choices[i].mention, head(choices[i].mention)) == "own") nearest = "own";
    sign({"nearest=", nearest});
    sign({"lemma=", tree::lower_lemma(document_, site_.head)});
    sign({"pos=", name(token(site_.head).upos), " dep=", name(base(token(site_.head).deprel))});
    sign({"first=", either(site_.sentence == 0, "1", "0")});
    const std::string near = nearest.empty() ? here ? "here" : "far" : nearest;
    sign({"status=", status_});
    sign({"dated=", dated_});
    sign({"dated=", dated_, " ", near});
    sign({"attributed=", either(attributed_, "1", "0")});
    sign({"code=", root_, " ", near});
    sign({"code=", site_.cameo});
    sign({"lemma=", tree::lower_lemma(document_, site_.head), " ", near});
    sign({"clause=", name(base(token(clause(site_.head)).deprel))});
    sign({"locative ", locative(choices)});
    sign({"places=", bucket(names_here(choices)), " events=", bucket(events_here())});
    return out;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const std::vector<PlaceMention>& places_;
  std::span<const EventSite> sites_;
  const EventSite& site_;
  std::string_view group_, root_, status_, dated_;
  bool attributed_, named_;
  std::vector<float> ties_;  // of the places
  float likeliest_ = kNoTies[kPlaceTie];
  bool tied_ = false, all_over_ = false;
  std::string anaphor_, taken_up_, last_town_;
  std::vector<std::string_view> peoples_;
  uint32_t towns_ = 0;
};

}  // namespace

std::vector<WhereChoice> where_choices(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                       std::span<const EventSite> sites, size_t event, const ToldOfEvent& told, bool named) {
  const EventSite& site = sites[event];
  if (site.head >= document.tokens.size() || site.sentence >= document.sentences.size()) return std::vector<WhereChoice>(1);
  return Reader(document, knowledge, places, sites, event, told, named).run();
}

std::string_view where_link(const Document& document, const EventSite& before, const EventSite& site) {
  if (before.sentence == site.sentence) return "sentence";
  if (document.sentences[before.sentence].paragraph != document.sentences[site.sentence].paragraph) return "far";
  return site.sentence - before.sentence == 1 ? "next" : "paragraph";
}

// Nobody told, the same place, another place; told or not told before.
Signs where_chain_signs(std::string_view choice, std::string_view before, std::string_view link, std::string_view group_before,
                        std::string_view group, bool named) {
  Signs out(named);
  if (link.empty()) return out;
  const SignPart now = choice.empty() ? SignPart("none") : either(choice == before, "same", "other");
  const SignPart sign = out.join({"chain ", either(before.empty(), "untold ", "told "), now}), linked = out.join({sign, " ", link});
  out.add({sign}), out.add({linked}), out.add({linked, "|", group}), out.add({linked, "|", group_before, ">", group});
  return out;
}

}  // namespace gesta
