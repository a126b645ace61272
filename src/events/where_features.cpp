// Signs for where.cpp: how the mention hangs from the event in the tree, which preposition it has, whether it is a subject that stands for a
// government, how far away its sentence is, what kind of place and of event they are; all crossed with the group of the event's type.
#include "events/where_features.h"

#include <algorithm>

#include "base/utf8.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

constexpr int kDeep = 40;  // steps of a walk up a tree
constexpr uint32_t kSentencesBack = 8, kSentencesOn = 1;
constexpr size_t kMostChoices = 40;

std::string_view group_of(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> groups[] = {
      {"REQUEST", "say"},  {"ACCUSE", "say"},      {"REJECT", "say"},   {"THREATEN", "say"},  {"AGREE", "say"},    {"SUPPORT", "sup"},
      {"CONCEDE", "say"},  {"SANCTION", "say"},    {"CONSULT", "meet"}, {"ASSAULT", "force"}, {"PROTEST", "prot"}, {"COERCE", "coerce"},
      {"MOBILIZE", "mob"}, {"RETREAT", "retreat"}, {"AID", "aid"},      {"COOPERATE", "aid"}};
  for (const auto& [name, group] : groups)
    if (name == type) return group;
  return "other";
}

constexpr std::string_view kHere[] = {"there", "here", "where"};
constexpr std::string_view kPlaceNouns[] = {
    "town",          "city",         "capital", "village",  "camp",    "port",   "island",  "province",  "region", "area",     "district",
    "airport",       "border",       "square",  "building", "enclave", "valley", "country", "territory", "base",   "compound", "peninsula",
    "neighbourhood", "neighborhood", "suburb",  "prison",   "site",    "scene",  "spot",    "hospital",  "mosque", "church",   "embassy"};
constexpr std::string_view kSayings[] = {"say",  "tell", "announce", "declare", "state",  "add",     "warn",  "deny",
                                         "call", "urge", "insist",   "report",  "accuse", "condemn", "blame", "demand"};

template <size_t N>
bool listed(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string bucket(uint32_t n) { return n < 4 ? std::to_string(n) : n < 8 ? "4+" : n < 16 ? "8+" : "16+"; }

class Signs {
 public:
  Signs(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places, const EventSite& site)
      : document_(document), knowledge_(knowledge), places_(places), site_(site), group_(group_of(site.type)) {
    read_sentence();
  }

  std::vector<WhereChoice> run() {
    std::vector<WhereChoice> out(1);
    for (uint32_t k = 0; k < places_.size() && out.size() < kMostChoices; ++k)
      if (in_question(k)) out.push_back({k, of(k)});
    out[0].signs = of_none(out);
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  uint32_t sentence(uint32_t k) const { return token(places_[k].first).sentence; }

  bool in_question(uint32_t k) const {
    const uint32_t s = sentence(k);
    if (s < site_.sentence) return site_.sentence - s <= kSentencesBack || s == 0;
    return s - site_.sentence <= kSentencesOn;
  }

  // What the sentence of the event says of places without naming them: "there", "the town"; and whose people it names.
  void read_sentence() {
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t i = s.first; i < s.last; ++i) {
      const std::string form = to_lower(token(i).form);
      if (listed(kHere, form) && !(form == "there" && token(i).deprel == Deprel::expl)) anaphor_ = form;
      const bool definite = i > s.first && (to_lower(token(i - 1).form) == "the" || to_lower(token(i - 1).form) == "its");
      if (definite && token(i).upos == Upos::NOUN && listed(kPlaceNouns, form)) anaphor_ = form == "capital" || form == "country" ? form : "noun";
      if (const auto country = knowledge_.country_of_adjective(token(i).form)) peoples_.push_back(*country);
    }
    for (const PlaceMention& m : places_)
      if (m.place.precision == "city" || m.place.precision == "point") {
        if (towns_ == 0 || m.place.name != last_town_) ++towns_;
        last_town_ = m.place.name;
      }
  }

  // "BEIRUT - ", "DILI, 7 Sept - ", "QUITO (AFP) - ": at the start of a paragraph, in capitals or before a dash.
  bool dateline(uint32_t k) const {
    const Sentence& s = document_.sentences[sentence(k)];
    if (places_[k].first > s.first + 4) return false;
    for (uint32_t i = places_[k].last; i < s.last && i < places_[k].last + 8; ++i) {
      const std::string_view form = token(i).form;
      if (form == "-" || form == "--" || form == "\u2014" || form == "\u2013" || form == ":") return all_capitals(k) || s.first == 0;
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

  std::vector<std::string> of(uint32_t k) const {
    std::vector<std::string> out;
    const auto sign = [&](std::string text) {
      out.push_back(text + "|" + std::string(group_));
      out.push_back(std::move(text));
    };
    const PlaceMention& mention = places_[k];
    const std::string& kind = mention.place.precision;
    const uint32_t at = head(k), s = sentence(k);
    const std::string_view relation = name(base(token(at).deprel));
    const std::string dep(relation), own_case(marker(at));
    sign("kind=" + kind);
    sign("dep=" + dep + " kind=" + kind);
    const bool line = dateline(k);
    if (line) sign("dateline");
    if (line && !anaphor_.empty()) sign("dateline " + anaphor_);
    if (s == site_.sentence && !line) {
      same_sentence(k, at, dep, own_case, sign);
    } else if (s != site_.sentence) {
      const uint32_t far = s < site_.sentence ? site_.sentence - s : 0;
      const std::string gap = far == 0 ? "+1" : far < 5 ? "-" + std::to_string(far) : "-5+";
      sign("gap=" + gap);
      sign("gap=" + gap + " kind=" + kind);
      sign("far case=" + own_case);
      sign("far dep=" + dep);
      sign("far case=" + own_case + " kind=" + kind);
      const uint32_t verb = token(at).head;
      if (verb != kNone && token(verb).deprel == Deprel::root && base(token(at).deprel) == Deprel::obl) sign("far scene kind=" + kind);
      if (speaks(at)) sign("far speaker");
      if (nearest_before(k)) {
        sign("nearest before kind=" + kind);
        if (!anaphor_.empty()) sign("nearest before kind=" + kind + " " + anaphor_);
      }
      if (first_of_kind(k)) sign("first kind=" + kind);
      if (document_.sentences[s].paragraph != document_.sentences[site_.sentence].paragraph) sign("other paragraph");
      if (sentence_has_place()) sign("far though near ones");
    }
    if (s == 0) sign("lead");
    if (towns_ == 1 && (kind == "city" || kind == "point")) sign("only town");
    if (std::find(peoples_.begin(), peoples_.end(), mention.place.country) != peoples_.end())
      sign("people of it here kind=" + kind);
    else if (!peoples_.empty() && !mention.place.country.empty())
      sign("people of others here kind=" + kind);
    uint32_t same = 0;
    for (const PlaceMention& other : places_) same += other.place.name == mention.place.name;
    sign("times=" + bucket(same));
    if (document_.sentences[s].heading) sign("heading");
    return out;
  }

  // The place stands for a government that says something.
  bool speaks(uint32_t at) const {
    const uint32_t verb = token(at).head;
    return verb != kNone && base(token(at).deprel) == Deprel::nsubj && listed(kSayings, token(verb).lemma);
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
    sign("here");
    if (at == site_.head) sign("itself");
    if (speaks(at)) sign("speaker");
    if (clause(at) == clause(site_.head)) sign("own clause case=" + own_case + " kind=" + kind);
    if (p.met) {
      sign("path=" + p.up + p.down);
      sign("path=" + p.up + p.down + " case=" + own_case);
      sign("ups=" + bucket(p.ups) + " downs=" + bucket(p.downs));
      sign("downs=" + bucket(p.downs));
      if (p.top != kNone) {
        const std::string top(name(base(token(p.top).deprel)));
        sign("top=" + top + " case=" + std::string(marker(p.top)) + " downs=" + bucket(p.downs));
        sign("top=" + top + " dep=" + dep + " case=" + own_case);
        if (p.downs == 0) sign("under top=" + top + " case=" + own_case + " kind=" + kind);
      }
    }
    sign("case=" + own_case);
    sign("case=" + own_case + " kind=" + kind);
    const bool before = mention.first < site_.head;
    const uint32_t far = before ? site_.head - mention.last : mention.first - site_.head;
    sign(std::string(before ? "before " : "after ") + bucket(far));
    uint32_t between = 0;
    for (const PlaceMention& other : places_)
      between += before ? other.first > mention.first && other.first < site_.head : other.first < mention.first && other.first > site_.head;
    sign(std::string(before ? "before" : "after") + " between=" + bucket(between));
    if (mention.last < document_.tokens.size()) {
      const std::string_view next = token(mention.last).form;
      if (next == "'s" || next == "\u2019s" || next == "'") sign("possessive");
      if (token(mention.last).sentence == site_.sentence && base(token(at).deprel) == Deprel::compound) sign("compound kind=" + kind);
    }
    if (std::find(site_.targets.begin(), site_.targets.end(), at) != site_.targets.end()) sign("target kind=" + kind);
    if (k > 0 && places_[k - 1].last + 1 >= mention.first && sentence(k - 1) == site_.sentence) sign("second of a pair");
    if (k + 1 < places_.size() && places_[k + 1].first <= mention.last + 1) sign("first of a pair");
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
  bool nearest_before(uint32_t k) const {
    for (uint32_t j = k + 1; j < places_.size() && places_[j].first < site_.head; ++j)
      if (sentence(j) < site_.sentence && places_[j].place.precision == places_[k].place.precision) return false;
    return sentence(k) < site_.sentence;
  }

  std::vector<std::string> of_none(const std::vector<WhereChoice>& choices) const {
    std::vector<std::string> out{"none"};
    const auto sign = [&](std::string text) {
      out.push_back("none " + text + "|" + std::string(group_));
      out.push_back("none " + std::move(text));
    };
    sign("type=" + std::string(site_.type));
    sign("cameo=" + std::string(site_.cameo.substr(0, 3)));
    bool here = false;
    for (size_t i = 1; i < choices.size(); ++i) here |= sentence(choices[i].mention) == site_.sentence;
    sign(here ? "though here" : "nothing here");
    if (!anaphor_.empty()) sign("anaphor " + anaphor_);
    if (choices.size() == 1) sign("nothing at all");
    sign("pos=" + std::string(name(token(site_.head).upos)) + " dep=" + std::string(name(base(token(site_.head).deprel))));
    sign("first=" + std::string(site_.sentence == 0 ? "1" : "0"));
    return out;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const std::vector<PlaceMention>& places_;
  const EventSite& site_;
  std::string_view group_;
  std::string anaphor_, last_town_;
  std::vector<std::string_view> peoples_;
  uint32_t towns_ = 0;
};

}  // namespace

std::vector<WhereChoice> where_choices(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                       const EventSite& site) {
  if (site.head >= document.tokens.size() || site.sentence >= document.sentences.size()) return std::vector<WhereChoice>(1);
  return Signs(document, knowledge, places, site).run();
}

}  // namespace gesta
