#include "events/counts_choices.h"

#include <algorithm>
#include <map>
#include <set>

#include "events/counts_measures.h"
#include "events/counts_nouns.h"
#include "events/counts_numbers.h"
#include "events/counts_rule.h"
#include "events/fields_tree.h"

namespace gesta {

namespace {

using counts::Figure;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr uint32_t kDeep = 16;               // steps up a tree
constexpr uint32_t kBefore = 2, kAfter = 4;  // sentences around the event
constexpr size_t kMostFigures = 24;

class Reader {
 public:
  Reader(const Document& document, std::span<const EventSite> sites, size_t own, Status status, std::span<const TimeExpression> times, bool named)
      : document_(document),
        sites_(sites),
        site_(sites[own]),
        status_(name(status)),
        times_(times),
        kinds_(counts::kinds_of(site_.type)),
        named_(named) {
    if (site_.cameo.starts_with("17") && site_.type == "COERCE") kinds_.push_back("amount");  // a fine, what is confiscated
  }

  // For each kind that the type allows, "not told" and the figures of the sentences around.
  std::vector<std::vector<CountChoice>> choices() const {
    std::vector<std::vector<CountChoice>> out;
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size() || kinds_.empty()) return out;
    std::map<std::string_view, double> rules;
    for (const Count& count : counts::rule(document_, site_, times_))
      for (const std::string_view kind : kinds_)
        if (kind == count.what) rules[kind] = count.value;
    const std::vector<Figure> figures = around();
    for (const std::string_view kind : kinds_) {
      const auto rule = rules.find(kind);
      std::vector<CountChoice> choices{{std::string(kind), 0, {}, none_signs(kind, rule != rules.end()), false}};
      std::set<std::string> before;
      double most = 0;
      size_t same = 0;
      for (const Figure& figure : figures)
        if (figure.what == kind) most = std::max(most, figure.value), ++same;
      for (const Figure& figure : figures) {
        if ((kind == "amount") != (figure.what == "amount") || (kind == "amount" && is_of_another(figure.noun))) continue;
        if (kind == "killed" && figure.what.empty() && lives(figure.noun) && !counts::own_argument(document_, site_, figure.noun)) continue;
        Signs all = signs(figure, kind, rule == rules.end() ? 0 : rule->second, before);
        if (figure.what == kind && same > 1) all.add({kind, either(figure.value == most, " largest", " smaller")});
        choices.push_back({std::string(kind), figure.value, figure.span, std::move(all), figure.what == kind});
      }
      if (choices.size() > 1) out.push_back(std::move(choices));
    }
    return out;
  }

 private:
  // "Thirty are to appear before a judge", "200 villagers still demand that": who does something is not dead.
  bool lives(uint32_t who) const {
    constexpr std::string_view ends[] = {"lie",    "lay",   "die",  "suffocate", "choke", "burn",   "bleed", "fall",    "perish", "drown",
                                         "starve", "leave", "have", "remain",    "be",    "number", "shoot", "believe", "suffer", "succumb"};
    const uint32_t verb = head(who);
    return token(who).deprel == Deprel::nsubj && verb != kNone && token(verb).upos == Upos::VERB && !among(lower_lemma(document_, verb), ends) &&
           tree::child(document_, verb, {Deprel::aux_pass}) == kNone;
  }
  // "asked Congress to put off a decision on $10 billion in loans": nobody asks for them.
  bool is_of_another(uint32_t sum) const {
    constexpr std::string_view about[] = {"on", "over", "about", "from", "against"};
    constexpr std::string_view wants[] = {"REQUEST", "REJECT", "THREATEN"};
    if (!among(site_.type, wants) || !tree::is_below(document_, sum, site_.head)) return false;
    for (uint32_t at = sum, step = 0; at != site_.head && at != kNone && step < kDeep; at = head(at), ++step)
      if (among(tree::marker(document_, at), about)) return true;
    return false;
  }
  const Token& token(uint32_t t) const { return document_.tokens[t]; }
  uint32_t head(uint32_t t) const { return tree::head(document_, t); }

  std::vector<Figure> around() const {
    std::vector<Figure> out;
    const uint32_t s = site_.sentence, last = std::min<uint32_t>(s + kAfter + 1, static_cast<uint32_t>(document_.sentences.size()));
    const auto take = [&](uint32_t sentence) {
      for (const Figure& figure : counts::figures(document_, site_, document_.sentences[sentence], times_))
        if (figure.value >= 1 && figure.noun != kNone && out.size() < kMostFigures) out.push_back(figure);
    };
    take(s);
    add_sufferers(out);
    const auto take_definite = [&](uint32_t sentence) {
      for (uint32_t t = document_.sentences[sentence].first; t < document_.sentences[sentence].last; ++t)
        if (const Figure figure = counts::definite(document_, t); figure.noun != kNone && out.size() < kMostFigures) out.push_back(figure);
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
    if (who == kNone || out.size() >= kMostFigures || is_nobody(who)) return;
    if (std::any_of(out.begin(), out.end(), [&](const Figure& figure) { return figure.noun == who; })) return;
    if (token(who).upos == Upos::PRON) {
      constexpr std::string_view many[] = {"they", "them", "who", "whom"};
      if (among(lower_form(document_, who), many))
        if (const Figure meant = as_many(who); meant.noun != kNone) out.push_back(meant);
      return;
    }
    const auto is_one = [&](uint32_t noun) {
      return token(noun).upos == Upos::PROPN ? token(noun).xpos != "NNPS" : token(noun).xpos == "NN" && counts::is_person(document_, noun);
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
  // "Not a single marcher", "no soldier".
  bool is_nobody(uint32_t who) const {
    constexpr std::string_view none[] = {"not", "no", "n't", "neither", "nor"};
    constexpr uint32_t kNear = 3;  // words
    for (uint32_t t = who; t-- > document_.sentences[token(who).sentence].first && who - t <= kNear;)
      if (among(lower_form(document_, t), none)) return true;
    return false;
  }
  uint32_t sufferer() const {
    for (const uint32_t c : tree::children(document_, site_.head)) {
      const Deprel is = token(c).deprel;
      if (is == Deprel::obj || is == Deprel::nsubj_pass || is == Deprel::nmod_poss ||
          (is == Deprel::nmod && tree::has_child_form(document_, c, Deprel::case_, "of")))
        return c;
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

  Signs none_signs(const SignPart& what, bool rule) const {
    Signs out(named_);
    const SignPart found = either(rule, " rule", " no rule");
    out.add({"none"}), out.add({"none ", what}), out.add({"none ", what, found});
    out.add({"none ", status_}), out.add({"none ", what, " ", status_, found});
    out.add({"none ", what, " ", site_.type, " ", site_.cameo.substr(0, 3)});
    out.add({"none ", what, " ", lower_lemma(document_, site_.head)});
    out.add({"none ", what, either(tree::is_verbal(document_, site_.head), " verb", " noun"), found});
    return out;
  }

  Signs signs(const Figure& figure, std::string_view kind, double rule, std::set<std::string>& before) const {
    Signs out(named_);
    const SignPart what(kind);
    const std::string counted = figure.what.empty() ? "-" : std::string(figure.what);
    const uint32_t noun = figure.noun, sentence = token(noun).sentence;
    const auto add = [&](SignParts name) { out.add({what, " ", out.join(name)}); };
    const std::string is = figure.what == kind ? "this" : counted;
    const int apart = static_cast<int>(sentence) - static_cast<int>(site_.sentence);
    const std::string where = apart == 0 ? "here" : std::to_string(apart);
    const std::string rules = rule == 0 ? "none" : rule == figure.value ? "this" : "other";
    const std::string many = figure.value == 1     ? "one"
                             : figure.value < 10   ? "few"
                             : figure.value < 100  ? "tens"
                             : figure.value < 1000 ? "hundreds"
                                                   : "more";
    out.add({"rule ", rules, " is ", is, " ", where});
    add({"rule ", rules}), add({"rule ", rules, " is ", is, " ", where});
    add({"is ", is}), add({"is ", is, " ", where}), add({"is ", is, " ", site_.type, site_.cameo.substr(0, 3)});
    add({"many ", many}), add({"many ", many, " ", where, " is ", is});
    const std::string order = before.insert(is + where).second ? "first" : "later";
    add({order, " is ", is, " ", where});
    add({"noun ", lower_lemma(document_, noun)}), add({"noun ", lower_lemma(document_, noun), " ", where});
    const uint32_t up = figure.governor != kNone && figure.governor != noun ? figure.governor : head(noun);
    const std::string relation(name(token(noun).deprel)), governor = up == kNone ? "-" : lower_lemma(document_, up);
    add({"above ", governor}), add({"above ", governor, " by ", relation}), add({"above ", governor, " ", where});
    const uint32_t clause = tree::clause_of(document_, noun);
    if (clause < document_.tokens.size()) add({"clause ", lower_lemma(document_, clause), either(apart != 0, " apart", " here")});
    if (document_.sentences[sentence].paragraph != document_.sentences[site_.sentence].paragraph)
      add({"other paragraph"}), add({"other paragraph is ", is});
    const std::string sort(counts::sort_of(document_, noun));
    add({"sort ", sort}), add({"sort ", sort, " is ", is, " ", where}), add({"sort ", sort, " many ", many, " ", where});
    if (counts::toll(document_, noun)) add({"toll"}), add({"toll is ", is, " ", either(apart != 0, "apart", "here")});
    if (noun > 0) add({"preposition ", tree::marker(document_, noun), " ", either(apart != 0, "apart", "here")});
    if (apart == 0) {
      const tree::Path path = tree::path(document_, site_.head, noun);
      const std::string way = path.met ? path.up + path.down : "none";
      add({"way ", way}), add({"way ", way, " is ", is}), add({"steps ", std::to_string(path.ups), " ", std::to_string(path.downs), " is ", is});
      const std::string argument = counts::own_argument(document_, site_, noun) ? "own argument" : "no argument";
      add({argument}), add({argument, " is ", is});
      const uint32_t cost = counts::distance(document_, site_, figure, kind);
      const std::string far = cost == kNone ? "apart" : cost > 6 ? "far" : std::to_string(cost);
      add({"distance ", far}), add({"distance ", far, " is ", is});
      add({either(noun < site_.head, "before is ", "behind is "), is});
    } else {
      add({"event ", lower_lemma(document_, site_.head), " apart is ", is});
      add({either(counts::last_of_sentence(document_, site_), "told last ", "told within "), where, " is ", is});
    }
    add({"event ", lower_lemma(document_, site_.head), " is ", is});
    if (figure.value == 1 || apart == 0)
      if (const std::string_view end = counts::outcome(document_, figure.governor != kNone ? figure.governor : site_.head); !end.empty())
        add({"outcome ", end}), add({"outcome ", end, " is ", is}), add({"outcome ", end, " many ", many});
    for (const SignPart& sign : rivals(figure, kind, out)) add({sign}), add({sign, " is ", is}), add({sign, " ", where, " is ", is});
    return out;
  }

  // The other events that could have the figure: whose words govern it, which stands nearest, how many lie on the way.
  std::vector<SignPart> rivals(const Figure& figure, std::string_view kind, Signs& out) const {
    const auto gap = [](uint32_t a, uint32_t b) { return a < b ? b - a : a - b; };
    const uint32_t noun = figure.noun, low = std::min(noun, site_.head), high = std::max(noun, site_.head);
    uint32_t between = 0, near = kNone, inside = 0;
    std::string_view near_type;
    std::string_view owner = "nobody", owner_type;
    const auto owner_at = [&](uint32_t at) {
      for (const EventSite& site : sites_)
        if (site.head == at) owner = at == site_.head ? "own" : among(kind, counts::kinds_of(site.type)) ? "rival" : "other", owner_type = site.type;
      return owner != "nobody";
    };
    for (uint32_t at = figure.governor != kNone ? figure.governor : noun, step = 0; at != kNone && step < kDeep && !owner_at(at); at = head(at))
      ++step;
    for (const EventSite& site : sites_) {
      if (site.head == kNone || site.head >= document_.tokens.size() || site.head == site_.head || !among(kind, counts::kinds_of(site.type)))
        continue;
      between += site.head > low && site.head < high;
      if (gap(site.head, noun) < near) near = gap(site.head, noun), near_type = site.type;
      inside += token(site.head).sentence == token(noun).sentence;
    }
    const SignPart amid = between == 0 ? SignPart("none") : either(between == 1, "one", "many");
    const SignPart nearest = near == kNone ? SignPart("alone") : either(near < gap(site_.head, noun), "rival nearer", "nearest");
    const SignPart own(site_.type), by_type = near_type.empty() ? SignPart("alone") : either(near_type == site_.type, "like", "unlike");
    const SignPart owned = out.join({"owner ", owner}), beside = out.join({nearest, " ", by_type});
    return {out.join({own, " ", owned, " ", owner_type}),
            out.join({own, " ", beside}),
            out.join({own, " ", beside, " ", owned, " ", owner_type}),
            owned,
            out.join({"between ", amid}),
            nearest,
            out.join({nearest, " between ", amid, " ", owned}),
            either(inside > 0, "rival in its sentence", "no rival in its sentence")};
  }

  const Document& document_;
  std::span<const EventSite> sites_;
  const EventSite& site_;
  const std::string_view status_;
  std::span<const TimeExpression> times_;
  std::vector<std::string_view> kinds_;
  const bool named_;
};

}  // namespace

std::vector<std::vector<CountChoice>> count_choices(const Document& document, std::span<const EventSite> sites, size_t own, Status status,
                                                    std::span<const TimeExpression> times, bool named) {
  return Reader(document, sites, own, status, times, named).choices();
}

}  // namespace gesta
