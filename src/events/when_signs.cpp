// How the expression hangs from the event in the tree, its preposition and grain, whether it lies before or after the day of writing, how far away
// its sentence is, the tense and status of the event; most of them crossed with the group of the event's type.
#include "events/when_signs.h"

#include <algorithm>

#include "base/date.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/times_direction.h"

namespace gesta {

namespace {

std::string_view group_of(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> groups[] = {
      {"REQUEST", "say"},  {"ACCUSE", "say"},    {"REJECT", "say"},   {"THREATEN", "say"},  {"AGREE", "say"},    {"SUPPORT", "say"},
      {"CONCEDE", "deed"}, {"SANCTION", "deed"}, {"CONSULT", "meet"}, {"ASSAULT", "force"}, {"PROTEST", "prot"}, {"COERCE", "deed"},
      {"MOBILIZE", "mob"}, {"RETREAT", "deed"},  {"AID", "deed"},     {"COOPERATE", "deed"}};
  for (const auto& [name, group] : groups)
    if (name == type) return group;
  return "other";
}

class Reader {
 public:
  explicit Reader(const WhenEvent& event)
      : e_(event), document_(event.document), times_(event.times), site_(event.site), group_(group_of(site_.type)) {}

  Signs of(uint32_t k) const {
    Signs out(e_.events.named);
    const auto sign = [&](SignParts name) { add(out, name); };
    const TimeExpression& time = times_[k];
    const uint32_t at = top_of(document_, time), s = e_.sentence(k);
    const std::string before = e_.preposition(k), grain = time.type + std::to_string(std::min<size_t>(time.value.size(), 11));
    const std::string relation(name(base(token(at).deprel)));
    sign({"grain=", grain});
    sign({"grain=", grain, " dep=", relation});
    sign({"word=", word(time), either(s == site_.sentence, " here", either(s < site_.sentence, " far", " next"))});
    sign({"days=", days_ago(time), either(s == site_.sentence, " here", " far")});
    if (s == site_.sentence)
      here(k, at, before, relation, sign);
    else
      far(k, at, before, relation, grain, sign);
    held(k, sign);
    return out;
  }

  void shape_signs(uint32_t k, const std::string& shape, const std::string& bearing, WhenChoice& choice) const {
    const auto sign = [&](SignParts name) { add(choice.signs, name); };
    if (e_.rule && e_.is_rule(k) && choice.start == day(e_.rule->start) && choice.end == day(e_.rule->end)) sign({"as the rules"});
    const std::string now = choice.end < e_.events.published     ? "past"
                            : choice.start > e_.events.published ? "to come"
                            : choice.start == choice.end         ? "today"
                                                                 : "around";
    sign({"shape=", shape, " before=", e_.preposition(k)});
    sign({"shape=", shape, " status=", e_.status});
    sign({"shape=", shape, " tense=", e_.tense});
    if (k + 1 < times_.size() && shape == "plain" && e_.joined(k)) sign({"plain though joined"});
    if (k > 0 && shape == "plain" && e_.joined(k - 1)) sign({"plain though joined before"});
    sign({"lies=", now, " status=", e_.status});
    sign({"lies=", now, " tense=", e_.tense});
    sign({"was=", bearing, " lies=", now, " shape=", shape});
    const std::string verb = e_.tense_of(tree::clause_of(document_, top_of(document_, times_[k])));
    sign({"verb=", verb, " lies=", now});
    sign({"verb=", verb, " lies=", now, " status=", e_.status});
    sign({"verb=", verb, " shape=", shape});
    sign({"word=", word(times_[k]), " shape=", shape});
    const std::string looks = looks_forward(document_, times_[k].first) ? "ahead" : "back";
    sign({"looks=", looks, " lies=", now});
    sign({"looks=", looks, " shape=", shape, " status=", e_.status});
    sign({"shape=", shape, " grain=", std::to_string(std::min<size_t>(times_[k].value.size(), 11)), " before=", e_.preposition(k)});
  }

  void counted_signs(uint32_t unit, int days, Signs& out) const {
    const auto sign = [&](SignParts name) { add(out, {"counted ", out.join(name)}); };
    sign({"to now"});
    sign({"status=", e_.status});
    sign({"tense=", e_.tense});
    sign({"days=", bucket(static_cast<uint32_t>(days)), either(e_.own_times > 0, " though here", "")});
    const tree::Path p = tree::path(document_, unit, site_.head);
    sign({"path=", p.up, p.down});
    sign({"dep=", name(base(token(unit).deprel)), " before=", tree::marker(document_, unit)});
    sign({"before=", tree::marker(document_, unit), either(e_.own_times > 0, " though here", " alone")});
    if (tree::clause_of(document_, unit) == tree::clause_of(document_, site_.head)) sign({"own clause"});
  }

  Signs of_none(const std::vector<WhenChoice>& choices) const {
    Signs out(e_.events.named);
    out.add({"none"});
    const auto sign = [&](SignParts name) { add(out, {"none ", out.join(name)}); };
    sign({"type=", site_.type});
    sign({"cameo=", site_.cameo.substr(0, 3)});
    sign({"status=", e_.status});
    sign({"tense=", e_.tense});
    sign({"status=", e_.status, " tense=", e_.tense});
    sign({either(e_.own_times > 0, "though here", "nothing here")});
    if (choices.size() == 1) sign({"nothing at all"});
    if (!e_.rule) sign({"as the rules"});
    if (e_.scene) sign({"scene"});
    sign({"pos=", name(token(site_.head).upos), " dep=", name(base(token(site_.head).deprel))});
    sign({"first=", either(site_.sentence == 0, "1", "0")});
    sign({"subject=", e_.subject, " clause=", e_.clause});
    sign({"subject=", e_.subject, " tense=", e_.tense});
    sign({"clause=", e_.clause, " tense=", e_.tense, either(e_.own_times > 0, " though here", "")});
    sign({"lemma=", e_.lemma});
    sign({"type=", site_.type, " tense=", e_.tense, either(e_.own_times > 0, " though here", either(e_.told != kNone, " told", " untold"))});
    sign({either(tree::in_quotes(document_, site_.head), "in", "out of"), " quotes"});
    sign({"sentence=", bucket(site_.sentence), either(e_.own_times > 0, " though here", ""), either(e_.told != kNone, " told", " untold")});
    if (e_.told != kNone && e_.own_times == 0) {
      sign({"told ago=", bucket(site_.sentence - e_.sentence(e_.told)), " tense=", e_.tense});
      sign({"told ago=", bucket(site_.sentence - e_.sentence(e_.told)), " subject=", e_.subject});
    }
    std::string held = "none";  // the nearest date that stands with an event like this one
    for (uint32_t k = 0; k < times_.size(); ++k)
      if (e_.alike(e_.events.holders[k]) && times_[k].start.size() >= 10) held = "alike";
    sign({"dated before=", held, either(e_.own_times > 0, " though here", "")});
    const Sentence& s = document_.sentences[site_.sentence];
    const std::string opening = tree::lower_form(document_, s.first);
    if (token(s.first).upos == Upos::PRON || token(s.first).upos == Upos::ADP || token(s.first).upos == Upos::ADV || token(s.first).upos == Upos::DET)
      sign({"opens=", opening});
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  void add(Signs& out, SignParts name) const { out.add_also_with(out.join(name), group_, "|"); }

  // Whose the expression is, and whether that event may be this one or stands in its scene.
  template <class Sign>
  void held(uint32_t k, const Sign& sign) const {
    const EventSite* holder = e_.events.holders[k];
    const std::string where = e_.sentence(k) == site_.sentence ? "here" : e_.sentence(k) > site_.sentence ? "next" : "far";
    if (!holder) return sign({"held by none ", where});
    if (holder == &site_) return sign({"held by own"});
    const std::string type = holder->type == site_.type ? "same" : std::string(group_of(holder->type));
    const std::string who = e_.shared(*holder), status(name(e_.events.statuses[static_cast<size_t>(holder - e_.events.sites.data())]));
    const std::string same = holder->type == site_.type ? "same" : group_of(holder->type) == group_ ? "group" : "other";
    sign({"held ", where, " type=", type});
    sign({"held ", where, " who=", who});
    sign({"held ", where, " is=", same, " who=", who});
    sign({"held ", where, " is=", same, " who=", who, " status=", e_.status, "/", status});
    sign({"held ", where, " status=", e_.status, "/", status});
    sign({"held ", where, " pair=", site_.type, ">", holder->type});
    const auto side = [](const std::vector<std::string>& a, const std::vector<std::string>& b) -> std::string_view {
      return a.empty() || b.empty() ? "-" : a == b ? "=" : "/";
    };
    sign({"held ", where, " source", side(site_.source_countries, holder->source_countries), " target",
          side(site_.target_countries, holder->target_countries), " crossed", side(site_.source_countries, holder->target_countries)});
    const std::string lemma = tree::lower_lemma(document_, holder->head);
    if (lemma == e_.lemma) sign({"held ", where, " by its word who=", who});
    uint32_t between = 0;
    for (const EventSite& other : e_.events.sites)
      between += other.head > std::min(holder->head, site_.head) && other.head < std::max(holder->head, site_.head);
    sign({"held ", where, " events between=", bucket(between)});
    if (where == "here") {
      const tree::Path p = tree::path(document_, holder->head, site_.head);
      if (p.met) sign({"held here by=", p.up, p.down});
      if (p.met) sign({"held here by=", p.up, p.down, " ", tree::marker(document_, holder->head)});  // "during his first visit"
      if (e_.rule && e_.is_rule(k)) sign({"held here, rule's, type=", type});
    }
  }

  template <class Sign>
  void here(uint32_t k, uint32_t at, const std::string& before, const std::string& relation, const Sign& sign) const {
    const tree::Path p = tree::path(document_, at, site_.head);
    sign({"here"});
    if (e_.is_rule(k)) sign({"rule's"});
    if (e_.rule && !e_.is_rule(k)) sign({"not the rule's"});
    if (p.met) {
      sign({"path=", p.up, p.down});
      sign({"path=", p.up, p.down, " before=", before});
      sign({"ups=", bucket(p.ups), " downs=", bucket(p.downs)});
      sign({"downs=", bucket(p.downs)});
      if (p.top != kNone) {
        const std::string top(name(base(token(p.top).deprel)));
        sign({"top=", top, " downs=", bucket(p.downs), " down=", p.down});
        sign({"top=", top, " dep=", relation, " before=", before});
      }
    }
    sign({"before=", before});
    if (tree::clause_of(document_, at) == tree::clause_of(document_, site_.head)) sign({"own clause before=", before});
    const bool ahead = times_[k].first < site_.head;
    sign({either(ahead, "ahead ", "after "), bucket(ahead ? site_.head - times_[k].last : times_[k].first - site_.head)});
    uint32_t between = 0;
    for (uint32_t j = 0; j < times_.size(); ++j)
      if (j != k && e_.sentence(j) == site_.sentence)
        between += ahead ? times_[j].first > times_[k].first && times_[j].first < site_.head
                         : times_[j].first < times_[k].first && times_[j].first > site_.head;
    sign({either(ahead, "ahead", "after"), " between=", bucket(between)});
    if (e_.own_times == 1) sign({"only one here"});
    // "his first visit, which took place in June"
    const uint32_t clause = tree::clause_of(document_, at);
    if (clause == kNone) return;
    const std::string turn = p.downs == 0 ? " above" : p.ups == 0 ? " below" : " beside";
    sign({"hangs from ", tree::lower_lemma(document_, clause), turn});
    sign({"verb=", e_.tense_of(clause), " tense=", e_.tense, turn});
    const std::string down = links(site_.head, p.downs), up = links(at, p.ups);
    sign({"links=", down});
    sign({"links=", up, "/", down});
    sign({"links=", down, " tense=", e_.tense});
    sign({"links=", down, " verb=", e_.tense_of(clause), either(ahead, " ahead", " after")});
    sign({"subjects ", subjects(tree::clause_of(document_, site_.head), clause), turn});
    std::string marks;
    const uint32_t from = ahead ? times_[k].last : site_.head + 1, to = ahead ? site_.head : times_[k].first;
    for (uint32_t t = from; t < to; ++t)
      if (token(t).upos == Upos::PUNCT && marks.size() < 4 && !(token(t).form == "," && marks.ends_with(","))) marks += mark(token(t).form);
    sign({"marks between ", either(ahead, "ahead ", "after "), marks});
  }

  template <class Sign>
  void far(uint32_t k, uint32_t at, const std::string& before, const std::string& relation, const std::string& grain, const Sign& sign) const {
    const uint32_t s = e_.sentence(k), away = s < site_.sentence ? site_.sentence - s : 0;
    const std::string gap = away == 0 ? "+1" : away < 4 ? "-" + std::to_string(away) : "-4+";
    sign({"gap=", gap});
    sign({"gap=", gap, " grain=", grain});
    sign({"gap=", gap, " tense=", e_.tense});
    const std::string old = age(times_[k]);
    sign({"far age=", old});
    sign({"far age=", old, " tense=", e_.tense});
    if (k == e_.told) sign({"last told age=", old});
    if (k == e_.told && e_.own_times == 0) sign({"last told, none here, age=", old, " status=", e_.status});
    sign({"gap=", gap, " status=", e_.status});
    sign({"gap=", gap, " subject=", e_.subject, " clause=", e_.clause});
    if (nearest_before(k)) sign({"nearest before tense=", e_.tense, " subject=", e_.subject, " clause=", e_.clause});
    sign({"gap=", gap, either(s == 0, " in the lead", " not in the lead"), either(e_.own_times > 0, " though near ones", "")});
    const uint32_t clause = tree::clause_of(document_, at);
    if (clause != kNone) {
      sign({"gap=", gap, " far clause=", tree::lower_lemma(document_, clause)});
      sign({"gap=", gap, " far clause is ", name(base(token(clause).deprel))});
    }
    if (names_event(at)) {
      sign({"same word"});
      sign({"same word subject=", e_.subject, " pos=", name(token(site_.head).upos)});
      sign({"same word gap=", gap});
    }
    sign({"far before=", before});
    sign({"far dep=", relation});
    if (clause != kNone) sign({"gap=", gap, " verb=", e_.tense_of(clause), " tense=", e_.tense});
    const uint32_t verb = token(at).head;
    if (verb != kNone) {
      sign({"far verb=", name(base(token(verb).deprel)), " dep=", relation});
      sign({"far tense=", token(verb).xpos, " tense=", e_.tense});
    }
    if (clause != kNone) {
      const std::string whose = subjects(tree::clause_of(document_, site_.head), clause);
      sign({"far subjects ", whose, " gap=", gap});
      sign({"far subjects ", whose, " subject=", e_.subject, " tense=", e_.tense});
    }
    sign({"far shares=", bucket(std::min(4u, shared_chains(s))), " gap=", gap});
    if (e_.own_times > 0) sign({"far though near ones"});
    if (e_.all_times == 1) sign({"only one at all"});
    if (e_.scene) sign({"far scene"});
    if (nearest_before(k)) sign({"nearest before gap=", gap});
    if (document_.sentences[s].paragraph != document_.sentences[site_.sentence].paragraph) sign({"other paragraph"});
  }

  static char mark(std::string_view form) {
    if (form == ",") return ',';
    if (form == ";" || form == ":") return ';';
    return form == "-" || form.starts_with("\u2013") ? '-' : '^';
  }

  // The clauses on the way from a token up, with the words that join them: "conj:and", "advcl:after", "acl:who".
  std::string links(uint32_t at, uint32_t steps) const {
    std::string out;
    for (uint32_t i = 0; i < steps && at < document_.tokens.size(); ++i, at = token(at).head) {
      const Deprel relation = base(token(at).deprel);
      if (relation != Deprel::conj && relation != Deprel::advcl && relation != Deprel::acl && relation != Deprel::ccomp &&
          relation != Deprel::xcomp && relation != Deprel::parataxis && relation != Deprel::appos && relation != Deprel::csubj)
        continue;
      std::string word;
      for (const uint32_t c : tree::children(document_, at)) {
        const bool joins = token(c).deprel == Deprel::mark || token(c).deprel == Deprel::cc || token(c).xpos.starts_with("W");
        if (joins && c <= at && word.empty()) word = tree::lower_form(document_, c);
      }
      out = std::string(name(relation)) + ":" + word + (out.empty() ? "" : ">" + out.substr(0, out.find('>')));
    }
    return out;
  }

  // Is it the same one who acts in both clauses?
  std::string subjects(uint32_t own, uint32_t other) const {
    const uint32_t a = tree::subject_of(document_, own), b = tree::subject_of(document_, other);
    if (own == other) return "one clause";
    if (a == kNone || b == kNone) return a == b ? "none" : a == kNone ? "no own" : "no other";
    if (a == b) return "shared";
    const uint32_t x = e_.events.chains[a], y = e_.events.chains[b];
    return x == kNone || y == kNone ? "unchained" : x == y ? "one chain" : "two";
  }

  uint32_t shared_chains(uint32_t s) const {
    std::vector<uint32_t> own;
    const auto each = [&](uint32_t of, const auto& visit) {
      const Sentence& sentence = document_.sentences[of];
      for (uint32_t t = sentence.first; t < sentence.last; ++t)
        if (e_.events.chains[t] != kNone) visit(e_.events.chains[t]);
    };
    each(site_.sentence, [&](uint32_t chain) { own.push_back(chain); });
    uint32_t shared = 0;
    each(s, [&](uint32_t chain) {
      const auto found = std::find(own.begin(), own.end(), chain);
      if (found != own.end()) ++shared, *found = kNone;
    });
    return shared;
  }

  // The expression hangs from another word for the event: "visited on Monday. The visit ...".
  bool names_event(uint32_t at) const {
    constexpr size_t stem = 5;
    const std::string own = e_.lemma.substr(0, std::max(stem, e_.lemma.size() - std::min<size_t>(e_.lemma.size(), 3)));
    for (int step = 0; step < 4 && at < document_.tokens.size(); ++step) {
      const std::string other = tree::lower_lemma(document_, at);
      if (other == e_.lemma || (own.size() >= stem && other.starts_with(own))) return true;
      at = token(at).head;
    }
    return false;
  }

  // What kind of word the expression turns on: a weekday, a month, a number, or itself.
  std::string word(const TimeExpression& time) const {
    const std::string form = tree::lower_form(document_, top_of(document_, time));
    const std::string kind = is_weekday(form)                                        ? "weekday"
                             : form.find_first_of("0123456789") != std::string::npos ? "number"
                             : is_month(form)                                        ? "month"
                                                                                     : form;
    const std::string first = tree::lower_form(document_, time.first);
    return first == "the" || first == "that" || first == "last" || first == "next" || first == "this" ? first + " " + kind : kind;
  }

  std::string days_ago(const TimeExpression& time) const {
    const auto end = parse_iso_date(day(time.end)), now = parse_iso_date(e_.events.published);
    if (!end || !now) return "-";
    const int days = to_days(*now) - to_days(*end);
    return days < 0 ? "to come" : days < 3 ? std::to_string(days) : days < 7 ? "3+" : days < 15 ? "7+" : days < 60 ? "15+" : "60+";
  }

  // How long before the day of writing.
  std::string age(const TimeExpression& time) const {
    const auto end = parse_iso_date(day(time.end)), now = parse_iso_date(e_.events.published);
    if (!end || !now) return "-";
    const int days = to_days(*now) - to_days(*end);
    return days < -1 ? "to come" : days < 15 ? "new" : days < 90 ? "months" : days < 400 ? "year" : "years";
  }

  bool nearest_before(uint32_t k) const {
    for (uint32_t j = k + 1; j < times_.size() && e_.sentence(j) < site_.sentence; ++j)
      if (e_.in_question(j)) return false;
    return e_.sentence(k) < site_.sentence;
  }

  const WhenEvent& e_;
  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const EventSite& site_;
  const std::string_view group_;
};

}  // namespace

Signs time_signs(const WhenEvent& event, uint32_t time) { return Reader(event).of(time); }
void add_shape_signs(const WhenEvent& event, uint32_t time, const std::string& shape, const std::string& bearing, WhenChoice& choice) {
  Reader(event).shape_signs(time, shape, bearing, choice);
}
void add_counted_signs(const WhenEvent& event, uint32_t unit, int days, Signs& out) { Reader(event).counted_signs(unit, days, out); }
Signs none_signs(const WhenEvent& event, const std::vector<WhenChoice>& choices) { return Reader(event).of_none(choices); }

}  // namespace gesta
