// Signs for when.cpp: how the expression hangs from the event in the tree, its preposition and grain, whether it lies before or after the day of
// writing, how far away its sentence is, the tense and status of the event; most of them crossed with the group of the event's type.
#include "events/when_features.h"

#include <algorithm>

#include "base/date.h"
#include "base/utf8.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

constexpr uint32_t kSentencesBack = 6, kSentencesOn = 1;
constexpr size_t kMostChoices = 48;
constexpr std::string_view kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view kSameScene[] = {"then", "later", "meanwhile", "also", "afterwards", "earlier", "still", "since", "soon"};

std::string_view group_of(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> groups[] = {
      {"REQUEST", "say"},  {"ACCUSE", "say"},    {"REJECT", "say"},   {"THREATEN", "say"},  {"AGREE", "say"},    {"SUPPORT", "say"},
      {"CONCEDE", "deed"}, {"SANCTION", "deed"}, {"CONSULT", "meet"}, {"ASSAULT", "force"}, {"PROTEST", "prot"}, {"COERCE", "deed"},
      {"MOBILIZE", "mob"}, {"RETREAT", "deed"},  {"AID", "deed"},     {"COOPERATE", "deed"}};
  for (const auto& [name, group] : groups)
    if (name == type) return group;
  return "other";
}

std::string bucket(uint32_t n) { return n < 4 ? std::to_string(n) : n < 8 ? "4+" : n < 16 ? "8+" : "16+"; }

class Signs {
 public:
  Signs(const Document& document, const std::vector<TimeExpression>& times, const std::string& published, const EventSite& site, Status status,
        const std::optional<When>& rule)
      : document_(document), times_(times), published_(published), site_(site), rule_(rule), group_(group_of(site.type)), status_(name(status)) {
    read_event();
  }

  std::vector<WhenChoice> run() {
    std::vector<WhenChoice> out(1);
    for (uint32_t k = 0; k < times_.size() && out.size() < kMostChoices; ++k)
      if (in_question(k)) add(k, out);
    out[0].signs = of_none(out);
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  uint32_t sentence(uint32_t k) const { return token(times_[k].first).sentence; }

  bool in_question(uint32_t k) const {
    const TimeExpression& time = times_[k];
    if (time.start.size() < 10 || time.end.size() < 10 || time.type == "SET") return false;
    const uint32_t s = sentence(k);
    if (s > site_.sentence) return s - site_.sentence <= kSentencesOn;
    return site_.sentence - s <= kSentencesBack || k == told_;
  }

  // Tense of the event's verb and of its auxiliaries; words that go on with a scene.
  void read_event() {
    const uint32_t verb = tree::clause_of(document_, site_.head);
    tense_ = std::string(verb < document_.tokens.size() ? token(verb).xpos : "-");
    for (const uint32_t c : tree::children(document_, verb))
      if (token(c).upos == Upos::AUX) {
        const std::string form = tree::lower_form(document_, c);
        if (form == "had" || form == "has" || form == "have" || form == "will" || form == "would" || form == "may" || form == "might" ||
            form == "could")
          tense_ += "+" + (form == "have" ? "has" : form);
        else if (form == "was" || form == "were")
          tense_ += "+was";
        else if (form == "is" || form == "are")
          tense_ += "+is";
      } else if (token(c).deprel == Deprel::mark && tree::lower_form(document_, c) == "to") {
        tense_ += "+to";
      }
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t i = s.first; i < s.last && !scene_; ++i) scene_ = tree::among(tree::lower_form(document_, i), kSameScene);
    for (uint32_t k = 0; k < times_.size() && sentence(k) <= site_.sentence; ++k)
      if (times_[k].end.size() >= 10 && times_[k].type != "SET" && sentence(k) < site_.sentence) told_ = k;
    for (uint32_t k = 0; k < times_.size(); ++k) {
      own_times_ += sentence(k) == site_.sentence && in_question(k);
      all_times_ += times_[k].start.size() >= 10;
    }
  }

  // The word of the expression that the rest of it hangs from.
  uint32_t top(const TimeExpression& time) const {
    uint32_t found = time.first;
    for (uint32_t t = time.first; t < time.last; ++t) {
      const uint32_t head = token(t).head;
      if (head == kNone || head < time.first || head >= time.last) found = t;
    }
    return found;
  }

  static std::string day(const std::string& date) { return date.substr(0, 10); }
  static std::string shifted(const std::string& date, int days) {
    const auto parsed = parse_iso_date(day(date));
    return parsed ? iso(from_days(to_days(*parsed) + days)) : day(date);
  }

  // The expression as it stands, open to the day of writing, from that day on, a week on; and as the rules have it.
  void add(uint32_t k, std::vector<WhenChoice>& out) const {
    const TimeExpression& time = times_[k];
    const std::vector<std::string> signs = of(k);
    const std::string start = day(time.start), end = day(time.end);
    const std::string bearing = end < published_ ? "past" : start > published_ ? "to come" : start == end ? "today" : "around";
    const auto offer = [&](const std::string& from, const std::string& to, std::string_view shape) {
      if (from > to) return;
      for (const WhenChoice& other : out)
        if (other.time == k && other.start == from && other.end == to) return;
      WhenChoice choice{k, from, to, signs};
      shape_signs(k, std::string(shape), bearing, choice);
      out.push_back(std::move(choice));
    };
    offer(start, end, "plain");
    const std::string before = preposition(k);
    if (end < published_ && (before == "since" || before == "from" || before == "after" || time.first == 0 || continues()))
      offer(start, published_, "open");
    if (end > published_ && start != published_) offer(published_, end, "until");
    if (tree::among(tree::lower_form(document_, time.first), kWeekdays) && start == end && end <= published_)
      offer(shifted(start, 7), shifted(end, 7), "next");
    if (tree::among(tree::lower_form(document_, time.first), kWeekdays) && start == end && end > published_)
      offer(shifted(start, -7), shifted(end, -7), "last");
    if (k + 1 < times_.size() && joined(k)) offer(start, day(times_[k + 1].end), "to the next");
    if (time.value.size() <= 10 && has_month(time)) {
      if (end < published_) offer(year_on(start, 1), year_on(end, 1), "year on");
      if (start > published_) offer(year_on(start, -1), year_on(end, -1), "year back");
    }
    if (is_rule(k)) offer(day(rule_->start), day(rule_->end), "rule");
  }

  // "on Monday and Tuesday", "between Sunday and Tuesday noon", "from 3 to 5 May"
  bool joined(uint32_t k) const {
    const TimeExpression& next = times_[k + 1];
    if (next.end.size() < 10 || next.first < times_[k].last || next.first > times_[k].last + 3 || sentence(k) != sentence(k + 1)) return false;
    constexpr std::string_view links[] = {"and", "to", "or", "until", "through", "-", "\u2013"};
    for (uint32_t t = times_[k].last; t < next.first; ++t)
      if (tree::among(tree::lower_form(document_, t), links)) return true;
    return false;
  }
  // A month is named and no year.
  bool has_month(const TimeExpression& time) const {
    constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    bool month = false;
    for (uint32_t t = time.first; t < time.last; ++t) {
      const std::string form = tree::lower_form(document_, t);
      if (form.size() == 4 && (form[0] == '1' || form[0] == '2')) return false;
      month |= form.size() >= 3 && tree::among(form.substr(0, 3), months);
    }
    return month;
  }
  static std::string year_on(const std::string& date, int years) {
    auto parsed = parse_iso_date(date);
    if (!parsed) return date;
    parsed->year += years;
    if (parsed->month == 2 && parsed->day == 29) parsed->day = 28;
    return iso(*parsed);
  }
  bool continues() const { return status_ == "ongoing"; }
  bool is_rule(uint32_t k) const {
    return rule_ && rule_->start.size() >= 10 && rule_->span.begin == times_[k].span.begin && rule_->span.end == times_[k].span.end;
  }

  std::string preposition(uint32_t k) const {
    const uint32_t at = top(times_[k]);
    const std::string own(tree::marker(document_, at));
    if (own != "-") return own;
    if (times_[k].first == 0 || token(times_[k].first - 1).sentence != sentence(k)) return "-";
    const Token& before = token(times_[k].first - 1);
    return before.upos == Upos::ADP || before.upos == Upos::SCONJ ? to_lower(before.form) : "-";
  }

  void shape_signs(uint32_t k, const std::string& shape, const std::string& bearing, WhenChoice& choice) const {
    const auto sign = [&](std::string text) {
      choice.signs.push_back(text + "|" + std::string(group_));
      choice.signs.push_back(std::move(text));
    };
    if (rule_ && is_rule(k) && choice.start == day(rule_->start) && choice.end == day(rule_->end)) sign("as the rules");
    const std::string now = choice.end < published_      ? "past"
                            : choice.start > published_  ? "to come"
                            : choice.start == choice.end ? "today"
                                                         : "around";
    sign("shape=" + shape + " before=" + preposition(k));
    sign("shape=" + shape + " status=" + status_);
    sign("shape=" + shape + " tense=" + tense_);
    if (k + 1 < times_.size() && shape == "plain" && joined(k)) sign("plain though joined");
    if (k > 0 && shape == "plain" && joined(k - 1)) sign("plain though joined before");
    sign("lies=" + now + " status=" + status_);
    sign("lies=" + now + " tense=" + tense_);
    sign("was=" + bearing + " lies=" + now + " shape=" + shape);
  }

  std::vector<std::string> of(uint32_t k) const {
    std::vector<std::string> out;
    const auto sign = [&](std::string text) {
      out.push_back(text + "|" + std::string(group_));
      out.push_back(std::move(text));
    };
    const TimeExpression& time = times_[k];
    const uint32_t at = top(time), s = sentence(k);
    const std::string before = preposition(k), grain = time.type + std::to_string(std::min<size_t>(time.value.size(), 11));
    const std::string relation(name(base(token(at).deprel)));
    sign("grain=" + grain);
    sign("grain=" + grain + " dep=" + relation);
    if (s == site_.sentence)
      here(k, at, before, relation, sign);
    else
      far(k, at, before, relation, grain, sign);
    return out;
  }

  template <class Sign>
  void here(uint32_t k, uint32_t at, const std::string& before, const std::string& relation, const Sign& sign) const {
    const tree::Path p = tree::path(document_, at, site_.head);
    sign("here");
    if (is_rule(k)) sign("rule's");
    if (rule_ && !is_rule(k)) sign("not the rule's");
    if (p.met) {
      sign("path=" + p.up + p.down);
      sign("path=" + p.up + p.down + " before=" + before);
      sign("ups=" + bucket(p.ups) + " downs=" + bucket(p.downs));
      sign("downs=" + bucket(p.downs));
      if (p.top != kNone) {
        const std::string top(name(base(token(p.top).deprel)));
        sign("top=" + top + " downs=" + bucket(p.downs) + " down=" + p.down);
        sign("top=" + top + " dep=" + relation + " before=" + before);
      }
    }
    sign("before=" + before);
    if (tree::clause_of(document_, at) == tree::clause_of(document_, site_.head)) sign("own clause before=" + before);
    const bool ahead = times_[k].first < site_.head;
    sign(std::string(ahead ? "ahead " : "after ") + bucket(ahead ? site_.head - times_[k].last : times_[k].first - site_.head));
    uint32_t between = 0;
    for (uint32_t j = 0; j < times_.size(); ++j)
      if (j != k && sentence(j) == site_.sentence)
        between += ahead ? times_[j].first > times_[k].first && times_[j].first < site_.head
                         : times_[j].first < times_[k].first && times_[j].first > site_.head;
    sign(std::string(ahead ? "ahead" : "after") + " between=" + bucket(between));
    if (own_times_ == 1) sign("only one here");
  }

  template <class Sign>
  void far(uint32_t k, uint32_t at, const std::string& before, const std::string& relation, const std::string& grain, const Sign& sign) const {
    const uint32_t s = sentence(k), away = s < site_.sentence ? site_.sentence - s : 0;
    const std::string gap = away == 0 ? "+1" : away < 4 ? "-" + std::to_string(away) : "-4+";
    sign("gap=" + gap);
    sign("gap=" + gap + " grain=" + grain);
    sign("gap=" + gap + " tense=" + tense_);
    const std::string old = age(times_[k]);
    sign("far age=" + old);
    sign("far age=" + old + " tense=" + tense_);
    if (k == told_) sign("last told age=" + old);
    if (k == told_ && own_times_ == 0) sign("last told, none here, age=" + old + " status=" + status_);
    sign("gap=" + gap + " status=" + status_);
    sign("far before=" + before);
    sign("far dep=" + relation);
    const uint32_t verb = token(at).head;
    if (verb != kNone) {
      sign("far verb=" + std::string(name(base(token(verb).deprel))) + " dep=" + relation);
      sign("far tense=" + std::string(token(verb).xpos) + " tense=" + tense_);
    }
    if (own_times_ > 0) sign("far though near ones");
    if (all_times_ == 1) sign("only one at all");
    if (scene_) sign("far scene");
    if (nearest_before(k)) sign("nearest before gap=" + gap);
    if (document_.sentences[s].paragraph != document_.sentences[site_.sentence].paragraph) sign("other paragraph");
  }
  // How long before the day of writing.
  std::string age(const TimeExpression& time) const {
    const auto end = parse_iso_date(day(time.end)), now = parse_iso_date(published_);
    if (!end || !now) return "-";
    const int days = to_days(*now) - to_days(*end);
    return days < -1 ? "to come" : days < 15 ? "new" : days < 90 ? "months" : days < 400 ? "year" : "years";
  }
  bool nearest_before(uint32_t k) const {
    for (uint32_t j = k + 1; j < times_.size() && sentence(j) < site_.sentence; ++j)
      if (in_question(j)) return false;
    return sentence(k) < site_.sentence;
  }

  std::vector<std::string> of_none(const std::vector<WhenChoice>& choices) const {
    std::vector<std::string> out{"none"};
    const auto sign = [&](std::string text) {
      out.push_back("none " + text + "|" + std::string(group_));
      out.push_back("none " + std::move(text));
    };
    sign("type=" + std::string(site_.type));
    sign("cameo=" + std::string(site_.cameo.substr(0, 3)));
    sign("status=" + status_);
    sign("tense=" + tense_);
    sign("status=" + status_ + " tense=" + tense_);
    sign(own_times_ > 0 ? "though here" : "nothing here");
    if (choices.size() == 1) sign("nothing at all");
    if (!rule_) sign("as the rules");
    if (scene_) sign("scene");
    sign("pos=" + std::string(name(token(site_.head).upos)) + " dep=" + std::string(name(base(token(site_.head).deprel))));
    sign("first=" + std::string(site_.sentence == 0 ? "1" : "0"));
    return out;
  }

  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const std::string& published_;
  const EventSite& site_;
  const std::optional<When>& rule_;
  std::string_view group_;
  std::string status_, tense_;
  bool scene_ = false;
  uint32_t told_ = kNone;  // the last date told before the event's sentence
  uint32_t own_times_ = 0, all_times_ = 0;
};

}  // namespace

std::vector<WhenChoice> when_choices(const Document& document, const std::vector<TimeExpression>& times, const std::string& published,
                                     const EventSite& site, Status status, const std::optional<When>& rule) {
  if (site.head >= document.tokens.size() || site.sentence >= document.sentences.size()) return std::vector<WhenChoice>(1);
  return Signs(document, times, published, site, status, rule).run();
}

}  // namespace gesta
