// Signs for when.cpp: how the expression hangs from the event in the tree, its preposition and grain, whether it lies before or after the day of
// writing, how far away its sentence is, the tense and status of the event; most of them crossed with the group of the event's type.
#include "events/when_features.h"

#include <algorithm>

#include "base/date.h"
#include "base/utf8.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/times_direction.h"

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
  Signs(const DatedEvents& events, size_t event, const std::optional<When>& rule)
      : document_(events.document),
        times_(events.times),
        published_(events.published),
        sites_(events.sites),
        statuses_(events.statuses),
        site_(sites_[event]),
        rule_(rule),
        holders_(events.holders),
        chains_(events.chains),
        group_(group_of(site_.type)),
        status_(name(statuses_[event])) {
    read_event();
  }

  std::vector<WhenChoice> run() {
    std::vector<WhenChoice> out(1);
    for (uint32_t k = 0; k < times_.size() && out.size() < kMostChoices; ++k)
      if (in_question(k)) add(k, out);
    lengths_to_now(out);
    hours_alone(out);
    out[0].signs = of_none(out);
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  uint32_t sentence(uint32_t k) const { return token(times_[k].first).sentence; }

  bool in_question(uint32_t k) const {
    const TimeExpression& time = times_[k];
    if (time.start.size() < 10 || time.end.size() < 10 || time.type == "SET") return false;
    if (age_of_thing(time)) return false;
    const uint32_t s = sentence(k);
    if (s > site_.sentence) return s - site_.sentence <= kSentencesOn;
    return site_.sentence - s <= kSentencesBack || k == told_ || alike(holders_[k]);
  }

  // "a car from 1967", "the law of 1951": the year of a thing dates no other event.
  bool age_of_thing(const TimeExpression& time) const {
    const uint32_t at = top(time), noun = token(at).head;
    if (time.value.size() != 4 || token(at).deprel != Deprel::nmod || noun == kNone || noun == site_.head) return false;
    for (const uint32_t c : tree::children(document_, at))
      if (token(c).deprel == Deprel::case_)
        if (const std::string form = tree::lower_form(document_, c); form == "from" || form == "of") return true;
    return false;
  }

  // Who takes part in both, whichever the side.
  std::string shared(const EventSite& other) const {
    const auto all = [](const EventSite& site) {
      std::vector<std::string> out = site.source_countries;
      out.insert(out.end(), site.target_countries.begin(), site.target_countries.end());
      std::sort(out.begin(), out.end());
      out.erase(std::unique(out.begin(), out.end()), out.end());
      std::erase(out, std::string());
      return out;
    };
    const auto own = all(site_), theirs = all(other);
    if (own.empty() || theirs.empty()) return "untold";
    if (own == theirs) return own.size() > 1 ? "both" : "one";
    return std::any_of(own.begin(), own.end(), [&](const std::string& c) { return std::find(theirs.begin(), theirs.end(), c) != theirs.end(); })
               ? "some"
               : "none";
  }
  // Told of before: an act of the same kind between the same two.
  bool alike(const EventSite* other) const {
    return other && other != &site_ && other->sentence < site_.sentence && other->type == site_.type && shared(*other) == "both";
  }

  // Tense of a verb and of its auxiliaries.
  std::string tense_of(uint32_t verb) const {
    std::string tense(verb < document_.tokens.size() ? token(verb).xpos : "-");
    for (const uint32_t c : tree::children(document_, verb))
      if (token(c).upos == Upos::AUX) {
        const std::string form = tree::lower_form(document_, c);
        if (form == "had" || form == "has" || form == "have" || form == "will" || form == "would" || form == "may" || form == "might" ||
            form == "could")
          tense += "+" + (form == "have" ? "has" : form);
        else if (form == "was" || form == "were")
          tense += "+was";
        else if (form == "is" || form == "are")
          tense += "+is";
      } else if (token(c).deprel == Deprel::mark && tree::lower_form(document_, c) == "to") {
        tense += "+to";
      }
    return tense;
  }

  // Tense of the event's clause; words that go on with a scene.
  void read_event() {
    const uint32_t verb = tree::clause_of(document_, site_.head);
    tense_ = tense_of(verb);
    read_lengths();
    read_subject(verb);
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t i = s.first; i < s.last && !scene_; ++i) scene_ = tree::among(tree::lower_form(document_, i), kSameScene);
    for (uint32_t k = 0; k < times_.size() && sentence(k) <= site_.sentence; ++k)
      if (times_[k].end.size() >= 10 && times_[k].type != "SET" && sentence(k) < site_.sentence) told_ = k;
    for (uint32_t k = 0; k < times_.size(); ++k) {
      own_times_ += sentence(k) == site_.sentence && in_question(k);
      all_times_ += times_[k].start.size() >= 10;
    }
  }

  // "He", "the soldiers", "Soldiers": who goes on with what was told. And how the clause hangs from its sentence.
  void read_subject(uint32_t verb) {
    if (verb >= document_.tokens.size()) return;
    clause_ = std::string(name(base(token(verb).deprel)));
    lemma_ = tree::lower_lemma(document_, site_.head);
    const uint32_t subject = tree::child(document_, verb, {Deprel::nsubj, Deprel::nsubj_pass});
    if (subject == kNone) return;
    subject_ = std::string(name(token(subject).upos));
    for (const uint32_t c : tree::children(document_, subject))
      if (token(c).deprel == Deprel::det && tree::lower_form(document_, c) == "the") subject_ += "+the";
  }

  uint32_t top(const TimeExpression& time) const { return top_of(document_, time); }

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
      WhenChoice choice{k, from, to, signs, {}};
      shape_signs(k, std::string(shape), bearing, choice);
      out.push_back(std::move(choice));
    };
    offer(start, end, "plain");
    const std::string before = since_clause(k) ? "since" : preposition(k);
    if (end < published_ && (before == "since" || before == "from" || before == "after" || time.first == 0 || continues()))
      offer(start, published_, "open");
    if (end < published_ && sentence(k) <= site_.sentence && since_then()) offer(start, published_, "since then");
    if (end > published_ && start != published_) offer(published_, end, "until");
    if (before == "since" || before == "from") since_to(k, offer);
    if (is_weekday(k))
      offer(shifted(start, end <= published_ ? 7 : -7), shifted(end, end <= published_ ? 7 : -7), end <= published_ ? "next" : "last");
    if (k + 1 < times_.size() && joined(k)) {
      const std::string last = day(times_[k + 1].end);
      offer(start, last < start && is_weekday(k + 1) ? shifted(last, 7) : last, "to the next");
    }
    if (time.value.size() <= 10 && has_month(time)) {
      const int gone = years_to(end, true), ahead = years_to(end, false);
      if (gone) offer(year_on(start, gone), year_on(end, gone), "latest");
      if (ahead && ahead != gone) offer(year_on(start, ahead), year_on(end, ahead), "coming");
    }
    whole_unit(time, offer);
    if (start == end && time.value.find("TNI") != std::string::npos) offer(start, shifted(end, 1), "night on");
    if (start == end && says(time, "week", "weeks")) offer(week_of(start, 0), week_of(start, 6), "week around");
    if (start == end && sentence(k) == site_.sentence) runs(k, offer);
    if (is_rule(k)) offer(day(rule_->start), day(rule_->end), "rule");
  }

  // "since Mainassara's men stormed the palace on Saturday"
  bool since_clause(uint32_t k) const {
    const uint32_t clause = tree::clause_of(document_, top(times_[k]));
    if (clause >= document_.tokens.size() || clause == tree::clause_of(document_, site_.head)) return false;
    for (const uint32_t c : tree::children(document_, clause))
      if (token(c).deprel == Deprel::mark && tree::lower_form(document_, c) == "since") return true;
    return false;
  }
  // "who had gone without food since Wednesday broke their fast on Friday"
  template <class Offer>
  void since_to(uint32_t k, const Offer& offer) const {
    for (uint32_t j = 0; j < times_.size(); ++j) {
      const TimeExpression& to = times_[j];
      if (j == k || sentence(j) != sentence(k) || to.start.size() < 10 || to.type == "SET" || day(to.start) != day(to.end)) continue;
      if (day(to.start) > day(times_[k].start) && day(to.start) < published_) offer(day(times_[k].start), day(to.start), "since to");
    }
  }
  bool is_weekday(uint32_t k) const {
    return tree::among(tree::lower_form(document_, times_[k].first), kWeekdays) && day(times_[k].start) == day(times_[k].end);
  }
  bool says(const TimeExpression& time, std::string_view one, std::string_view other) const {
    for (uint32_t t = time.first; t < time.last; ++t)
      if (const std::string form = tree::lower_form(document_, t); form == one || form == other) return true;
    return false;
  }
  // A day of the Monday-to-Sunday week of the date.
  static std::string week_of(const std::string& date, int weekday_wanted) {
    const auto parsed = parse_iso_date(date);
    return parsed ? iso(from_days(to_days(*parsed) - weekday(*parsed) + weekday_wanted)) : date;
  }
  // Years from the date to the last day of its name that is not after the day of writing, or to the first one that is.
  int years_to(const std::string& date, bool past) const {
    const int to = std::atoi(published_.substr(0, 4).c_str()) - std::atoi(date.substr(0, 4).c_str());
    const bool after = date.substr(5) > published_.substr(5);
    return past ? to - after : to + !after;
  }
  // "This week", cut off at the day of writing by the tense beside it: all of it, and what was left.
  template <class Offer>
  void whole_unit(const TimeExpression& time, const Offer& offer) const {
    std::string first = day(time.start), last = day(time.end);
    if (time.value.size() == 8 && time.value[5] == 'W') {
      first = week_of(first, 0), last = week_of(first, 6);
    } else if (time.value.size() == 7) {
      const auto date = parse_iso_date(first);
      if (!date) return;
      first = iso({date->year, date->month, 1}), last = iso({date->year, date->month, days_in_month(date->year, date->month)});
    } else if (time.value.size() == 4) {
      first = time.value + "-01-01", last = time.value + "-12-31";
    } else {
      return;
    }
    if (first > day(time.start) || last < day(time.end)) return;
    offer(first, last, "whole");
    if (first < published_ && last > published_) offer(published_, last, "rest");
  }
  // Lengths and counted days of the sentence that end or begin on the day: "broke up on Sunday after three days", "for a second day on Monday".
  template <class Offer>
  void runs(uint32_t k, const Offer& offer) const {
    const std::string date = day(times_[k].start);
    for (const Length& length : lengths_) {
      if (length.ordinal) {
        offer(shifted(date, 1 - length.days), date, "counted day");
        continue;
      }
      offer(shifted(date, 1 - length.days), date, "length to");
      offer(shifted(date, -length.days), date, "length and a day to");
      offer(date, shifted(date, length.days - 1), "length from");
    }
  }
  // "for four weeks", "in five days", "in the 19th day of a fast": up to the day of writing.
  void lengths_to_now(std::vector<WhenChoice>& out) const {
    for (const Length& length : lengths_) {
      WhenChoice choice{length.time, shifted(published_, length.ordinal ? 1 - length.days : -length.days), published_, {}, {}};
      if (length.ordinal) {
        choice.span = length.span;
        counted_signs(length, choice.signs);
      } else {
        choice.signs = of(length.time);
        shape_signs(length.time, "length to now", "length", choice);
      }
      out.push_back(std::move(choice));
    }
  }
  struct Length {
    uint32_t time = kNone;  // kNone: an ordinal
    int days = 0;
    bool ordinal = false;
    Span span;
    uint32_t unit = kNone;  // the word "day" of an ordinal
  };
  void counted_signs(const Length& length, std::vector<std::string>& out) const {
    const auto sign = [&](std::string text) {
      out.push_back("counted " + text + "|" + std::string(group_));
      out.push_back("counted " + std::move(text));
    };
    sign("to now");
    sign("status=" + status_);
    sign("tense=" + tense_);
    sign("days=" + bucket(static_cast<uint32_t>(length.days)) + (own_times_ > 0 ? " though here" : ""));
    const tree::Path p = tree::path(document_, length.unit, site_.head);
    sign("path=" + p.up + p.down);
    sign("dep=" + std::string(name(base(token(length.unit).deprel))) + " before=" + std::string(tree::marker(document_, length.unit)));
    sign("before=" + std::string(tree::marker(document_, length.unit)) + (own_times_ > 0 ? " though here" : " alone"));
    if (tree::clause_of(document_, length.unit) == tree::clause_of(document_, site_.head)) sign("own clause");
  }
  // "during the night", "all morning", "at noon" in a sentence that names no day: that of writing, the one before, or the one told last.
  void hours_alone(std::vector<WhenChoice>& out) const {
    for (uint32_t k = 0; k < times_.size(); ++k) {
      if (sentence(k) != site_.sentence || !times_[k].start.empty() || !times_[k].value.starts_with("XXXX-XX-XXT")) continue;
      const std::vector<std::string> signs = of(k);
      const std::string part = times_[k].value.substr(11);
      const auto offer = [&](const std::string& from, const std::string& to, const std::string& shape) {
        WhenChoice choice{k, from, to, signs, {}};
        shape_signs(k, shape, "part", choice);
        choice.signs.push_back(shape + " of " + part);
        choice.signs.push_back(shape + " of " + part + " tense=" + tense_);
        choice.signs.push_back(shape + (told_ == kNone ? " untold" : " told ago=" + bucket(site_.sentence - sentence(told_))));
        out.push_back(std::move(choice));
      };
      offer(published_, published_, "part today");
      offer(shifted(published_, -1), published_, "part into today");
      offer(shifted(published_, -1), shifted(published_, -1), "part yesterday");
      if (told_ == kNone || day(times_[told_].start) != day(times_[told_].end)) continue;
      const std::string told = day(times_[told_].start);
      if (told != published_ && told != shifted(published_, -1)) offer(told, told, "part told");
      if (told < published_) offer(told, shifted(told, 1), "part from told");
    }
  }
  void read_lengths() {
    for (uint32_t k = 0; k < times_.size() && lengths_.size() < 3; ++k) {
      const TimeExpression& time = times_[k];
      if (sentence(k) != site_.sentence || time.type != "DURATION" || !time.start.empty()) continue;
      const int amount = time.value.size() > 2 && time.value[0] == 'P' ? std::atoi(time.value.c_str() + 1) : 0;
      const char unit = time.value.empty() ? ' ' : time.value.back();
      const int days = unit == 'D' ? amount : unit == 'W' ? 7 * amount : unit == 'M' ? amount * 3044 / 100 : unit == 'Y' ? amount * 36525 / 100 : 0;
      if (days > 1 && amount < 200) lengths_.push_back({k, days, false, {}, kNone});
    }
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t t = s.first; t + 1 < s.last && lengths_.size() < 4; ++t) {
      const auto number = read_number(document_, t);
      if (!number || !number->ordinal || number->value < 2 || number->value > 100) continue;
      uint32_t unit = number->last;
      for (const std::string_view skip : {"straight", "consecutive", "successive", "straight"}) unit += tree::lower_form(document_, unit) == skip;
      const std::string what = tree::lower_form(document_, unit);
      const int length = what == "day" || what == "night" ? 1 : what == "week" ? 7 : 0;
      if (length)
        lengths_.push_back({kNone, (static_cast<int>(number->value) - 1) * length + 1, true, {token(t).span.begin, token(unit).span.end}, unit});
    }
  }

  // "on Monday and Tuesday", "between Sunday and Tuesday noon", "from 3 to 5 May"
  bool joined(uint32_t k) const {
    const TimeExpression& next = times_[k + 1];
    if (next.end.size() < 10 || next.first < times_[k].last || next.first > times_[k].last + 5 || sentence(k) != sentence(k + 1)) return false;
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
    const std::string verb = tense_of(tree::clause_of(document_, top(times_[k])));
    sign("verb=" + verb + " lies=" + now);
    sign("verb=" + verb + " lies=" + now + " status=" + status_);
    sign("verb=" + verb + " shape=" + shape);
    sign("word=" + word(times_[k]) + " shape=" + shape);
    const std::string looks = looks_forward(document_, times_[k].first) ? "ahead" : "back";
    sign("looks=" + looks + " lies=" + now);
    sign("looks=" + looks + " shape=" + shape + " status=" + status_);
    sign("shape=" + shape + " grain=" + std::to_string(std::min<size_t>(times_[k].value.size(), 11)) + " before=" + preposition(k));
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
    sign("word=" + word(time) + (s == site_.sentence ? " here" : s < site_.sentence ? " far" : " next"));
    sign("days=" + days_ago(time) + (s == site_.sentence ? " here" : " far"));
    if (s == site_.sentence)
      here(k, at, before, relation, sign);
    else
      far(k, at, before, relation, grain, sign);
    held(k, sign);
    return out;
  }

  // Whose the expression is, and whether that event may be this one or stands in its scene.
  template <class Sign>
  void held(uint32_t k, const Sign& sign) const {
    const EventSite* holder = holders_[k];
    const std::string where = sentence(k) == site_.sentence ? "here" : sentence(k) > site_.sentence ? "next" : "far";
    if (!holder) return sign("held by none " + where);
    if (holder == &site_) return sign("held by own");
    const std::string type = holder->type == site_.type ? "same" : std::string(group_of(holder->type));
    const std::string who = shared(*holder), status(name(statuses_[static_cast<size_t>(holder - sites_.data())]));
    const std::string same = holder->type == site_.type ? "same" : group_of(holder->type) == group_ ? "group" : "other";
    sign("held " + where + " type=" + type);
    sign("held " + where + " who=" + who);
    sign("held " + where + " is=" + same + " who=" + who);
    sign("held " + where + " is=" + same + " who=" + who + " status=" + status_ + "/" + status);
    sign("held " + where + " status=" + status_ + "/" + status);
    sign("held " + where + " pair=" + std::string(site_.type) + ">" + std::string(holder->type));
    const auto side = [](const std::vector<std::string>& a, const std::vector<std::string>& b) {
      return a.empty() || b.empty() ? "-" : a == b ? "=" : "/";
    };
    sign("held " + where + " source" + side(site_.source_countries, holder->source_countries) + " target" +
         side(site_.target_countries, holder->target_countries) + " crossed" + side(site_.source_countries, holder->target_countries));
    const std::string lemma = tree::lower_lemma(document_, holder->head);
    if (lemma == lemma_) sign("held " + where + " by its word who=" + who);
    uint32_t between = 0;
    for (const EventSite& other : sites_)
      between += other.head > std::min(holder->head, site_.head) && other.head < std::max(holder->head, site_.head);
    sign("held " + where + " events between=" + bucket(between));
    if (where == "here") {
      const tree::Path p = tree::path(document_, holder->head, site_.head);
      if (p.met) sign("held here by=" + p.up + p.down);
      if (p.met) sign("held here by=" + p.up + p.down + " " + std::string(tree::marker(document_, holder->head)));  // "during his first visit"
      if (rule_ && is_rule(k)) sign("held here, rule's, type=" + type);
    }
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
    // "his first visit, which took place in June"
    const uint32_t clause = tree::clause_of(document_, at);
    if (clause == kNone) return;
    const std::string turn = p.downs == 0 ? " above" : p.ups == 0 ? " below" : " beside";
    sign("hangs from " + tree::lower_lemma(document_, clause) + turn);
    sign("verb=" + tense_of(clause) + " tense=" + tense_ + turn);
    const std::string down = links(site_.head, p.downs), up = links(at, p.ups);
    sign("links=" + down);
    sign("links=" + up + "/" + down);
    sign("links=" + down + " tense=" + tense_);
    sign("links=" + down + " verb=" + tense_of(clause) + (ahead ? " ahead" : " after"));
    sign("subjects " + subjects(tree::clause_of(document_, site_.head), clause) + turn);
    std::string marks;
    const uint32_t from = ahead ? times_[k].last : site_.head + 1, to = ahead ? site_.head : times_[k].first;
    for (uint32_t t = from; t < to; ++t)
      if (token(t).upos == Upos::PUNCT && marks.size() < 4 && !(token(t).form == "," && marks.ends_with(","))) marks += mark(token(t).form);
    sign(std::string("marks between ") + (ahead ? "ahead " : "after ") + marks);
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
    sign("gap=" + gap + " subject=" + subject_ + " clause=" + clause_);
    if (nearest_before(k)) sign("nearest before tense=" + tense_ + " subject=" + subject_ + " clause=" + clause_);
    sign("gap=" + gap + (s == 0 ? " in the lead" : " not in the lead") + (own_times_ > 0 ? " though near ones" : ""));
    const uint32_t clause = tree::clause_of(document_, at);
    if (clause != kNone) {
      sign("gap=" + gap + " far clause=" + tree::lower_lemma(document_, clause));
      sign("gap=" + gap + " far clause is " + std::string(name(base(token(clause).deprel))));
    }
    if (names_event(at)) {
      sign("same word");
      sign("same word subject=" + subject_ + " pos=" + std::string(name(token(site_.head).upos)));
      sign("same word gap=" + gap);
    }
    sign("far before=" + before);
    sign("far dep=" + relation);
    if (clause != kNone) sign("gap=" + gap + " verb=" + tense_of(clause) + " tense=" + tense_);
    const uint32_t verb = token(at).head;
    if (verb != kNone) {
      sign("far verb=" + std::string(name(base(token(verb).deprel))) + " dep=" + relation);
      sign("far tense=" + std::string(token(verb).xpos) + " tense=" + tense_);
    }
    if (clause != kNone) {
      const std::string whose = subjects(tree::clause_of(document_, site_.head), clause);
      sign("far subjects " + whose + " gap=" + gap);
      sign("far subjects " + whose + " subject=" + subject_ + " tense=" + tense_);
    }
    sign("far shares=" + bucket(std::min(4u, shared_chains(s))) + " gap=" + gap);
    if (own_times_ > 0) sign("far though near ones");
    if (all_times_ == 1) sign("only one at all");
    if (scene_) sign("far scene");
    if (nearest_before(k)) sign("nearest before gap=" + gap);
    if (document_.sentences[s].paragraph != document_.sentences[site_.sentence].paragraph) sign("other paragraph");
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
    const uint32_t x = chains_[a], y = chains_[b];
    return x == kNone || y == kNone ? "unchained" : x == y ? "one chain" : "two";
  }
  uint32_t shared_chains(uint32_t s) const {
    std::vector<uint32_t> own;
    const auto each = [&](uint32_t of, const auto& visit) {
      const Sentence& sentence = document_.sentences[of];
      for (uint32_t t = sentence.first; t < sentence.last; ++t)
        if (chains_[t] != kNone) visit(chains_[t]);
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
    const std::string own = lemma_.substr(0, std::max(stem, lemma_.size() - std::min<size_t>(lemma_.size(), 3)));
    for (int step = 0; step < 4 && at < document_.tokens.size(); ++step) {
      const std::string other = tree::lower_lemma(document_, at);
      if (other == lemma_ || (own.size() >= stem && other.starts_with(own))) return true;
      at = token(at).head;
    }
    return false;
  }
  // "Nobody has been seen since."
  bool since_then() const {
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t t = s.first; t < s.last; ++t)
      if (tree::lower_form(document_, t) == "since" && token(t).upos == Upos::ADV) return true;
    return false;
  }
  // What kind of word the expression turns on: a weekday, a month, a number, or itself.
  std::string word(const TimeExpression& time) const {
    const std::string form = tree::lower_form(document_, top(time));
    constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string kind = tree::among(form, kWeekdays)                                 ? "weekday"
                             : form.find_first_of("0123456789") != std::string::npos      ? "number"
                             : form.size() >= 3 && tree::among(form.substr(0, 3), months) ? "month"
                                                                                          : form;
    const std::string first = tree::lower_form(document_, time.first);
    return first == "the" || first == "that" || first == "last" || first == "next" || first == "this" ? first + " " + kind : kind;
  }
  std::string days_ago(const TimeExpression& time) const {
    const auto end = parse_iso_date(day(time.end)), now = parse_iso_date(published_);
    if (!end || !now) return "-";
    const int days = to_days(*now) - to_days(*end);
    return days < 0 ? "to come" : days < 3 ? std::to_string(days) : days < 7 ? "3+" : days < 15 ? "7+" : days < 60 ? "15+" : "60+";
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
    sign("subject=" + subject_ + " clause=" + clause_);
    sign("subject=" + subject_ + " tense=" + tense_);
    sign("clause=" + clause_ + " tense=" + tense_ + (own_times_ > 0 ? " though here" : ""));
    sign("lemma=" + lemma_);
    sign("type=" + std::string(site_.type) + " tense=" + tense_ + (own_times_ > 0 ? " though here" : told_ != kNone ? " told" : " untold"));
    sign(std::string(tree::in_quotes(document_, site_.head) ? "in" : "out of") + " quotes");
    sign("sentence=" + bucket(site_.sentence) + (own_times_ > 0 ? " though here" : "") + (told_ != kNone ? " told" : " untold"));
    if (told_ != kNone && own_times_ == 0) {
      sign("told ago=" + bucket(site_.sentence - sentence(told_)) + " tense=" + tense_);
      sign("told ago=" + bucket(site_.sentence - sentence(told_)) + " subject=" + subject_);
    }
    std::string held = "none";  // the nearest date that stands with an event like this one
    for (uint32_t k = 0; k < times_.size(); ++k)
      if (alike(holders_[k]) && times_[k].start.size() >= 10) held = "alike";
    sign("dated before=" + held + (own_times_ > 0 ? " though here" : ""));
    const Sentence& s = document_.sentences[site_.sentence];
    const std::string opening = tree::lower_form(document_, s.first);
    if (token(s.first).upos == Upos::PRON || token(s.first).upos == Upos::ADP || token(s.first).upos == Upos::ADV || token(s.first).upos == Upos::DET)
      sign("opens=" + opening);
    return out;
  }

  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const std::string& published_;
  std::span<const EventSite> sites_;
  std::span<const Status> statuses_;
  const EventSite& site_;
  const std::optional<When>& rule_;
  const std::vector<const EventSite*>& holders_;
  const std::vector<uint32_t>& chains_;
  std::string_view group_;
  std::string status_, tense_, subject_ = "-", clause_ = "-", lemma_;
  bool scene_ = false;
  uint32_t told_ = kNone;  // the last date told before the event's sentence
  uint32_t own_times_ = 0, all_times_ = 0;
  std::vector<Length> lengths_;
};

}  // namespace

uint32_t top_of(const Document& document, const TimeExpression& time) {
  uint32_t found = time.first;
  for (uint32_t t = time.first; t < time.last; ++t) {
    const uint32_t head = document.tokens[t].head;
    if (head == kNone || head < time.first || head >= time.last) found = t;
  }
  return found;
}

DatedEvents::DatedEvents(const Document& own_document, const std::vector<TimeExpression>& own_times, const std::string& day,
                         std::span<const EventSite> own_sites, std::span<const Status> own_statuses)
    : document(own_document), times(own_times), published(day), sites(own_sites), statuses(own_statuses) {
  chains.assign(document.tokens.size(), kNone);
  for (const Mention& mention : document.mentions)
    if (mention.chain != kNone) chains[mention.head] = mention.chain;
  std::vector<std::vector<const EventSite*>> of_sentence(document.sentences.size());
  for (const EventSite& site : sites)
    if (site.head < document.tokens.size() && site.sentence < of_sentence.size()) of_sentence[site.sentence].push_back(&site);
  for (const TimeExpression& time : times) {
    const uint32_t at = top_of(document, time);
    const EventSite* best = nullptr;
    uint32_t least = ~0u;
    for (const EventSite* site : of_sentence[document.tokens[time.first].sentence]) {
      const tree::Path p = tree::path(document, at, site->head);
      const uint32_t far = site->head > at ? site->head - at : at - site->head;
      const uint32_t steps = (p.met ? 2 * p.ups + 3 * p.downs : 60) * 64 + std::min(far, 63u);
      if (steps < least) least = steps, best = site;
    }
    holders.push_back(best);
  }
}

std::vector<WhenChoice> when_choices(const DatedEvents& events, size_t event, const std::optional<When>& rule) {
  const EventSite& site = events.sites[event];
  if (site.head >= events.document.tokens.size() || site.sentence >= events.document.sentences.size()) return std::vector<WhenChoice>(1);
  return Signs(events, event, rule).run();
}

}  // namespace gesta
