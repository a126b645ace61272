// The intervals that each expression around an event may stand for: as it is, open to the day of writing, the whole of its week or month, a week or a
// year on, the end of a length ("broke up on Sunday after three days"); counted days without a date, hours alone; and as the rules have it.
#include "events/when_choices.h"

#include "base/date.h"
#include "events/counts_numbers.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/times_direction.h"
#include "events/when_signs.h"

namespace gesta {

namespace {

constexpr size_t kMostChoices = 48;

class Choices {
 public:
  explicit Choices(const WhenEvent& event)
      : e_(event), document_(event.document), times_(event.times), published_(event.events.published), site_(event.site) {
    read_lengths();
  }

  std::vector<WhenChoice> run() {
    std::vector<WhenChoice> out(1);
    for (uint32_t k = 0; k < times_.size() && out.size() < kMostChoices; ++k)
      if (e_.in_question(k)) add(k, out);
    lengths_to_now(out);
    hours_alone(out);
    out[0].signs = none_signs(e_, out);
    return out;
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }

  struct Length {
    uint32_t time = kNone;  // kNone: an ordinal
    int days = 0;
    bool ordinal = false;
    Span span;
    uint32_t unit = kNone;  // the word "day" of an ordinal
  };

  static std::string shifted(const std::string& date, int days) {
    const auto parsed = parse_iso_date(day(date));
    return parsed ? iso(from_days(to_days(*parsed) + days)) : day(date);
  }

  // The expression as it stands, open to the day of writing, from that day on, a week on; and as the rules have it.
  void add(uint32_t k, std::vector<WhenChoice>& out) const {
    const TimeExpression& time = times_[k];
    const Signs signs = time_signs(e_, k);
    const std::string start = day(time.start), end = day(time.end);
    const std::string bearing = end < published_ ? "past" : start > published_ ? "to come" : start == end ? "today" : "around";
    const auto offer = [&](const std::string& from, const std::string& to, std::string_view shape) {
      if (from > to) return;
      for (const WhenChoice& other : out)
        if (other.time == k && other.start == from && other.end == to) return;
      WhenChoice choice{k, from, to, signs, {}};
      add_shape_signs(e_, k, std::string(shape), bearing, choice);
      out.push_back(std::move(choice));
    };
    offer(start, end, "plain");
    const std::string before = since_clause(k) ? "since" : e_.preposition(k);
    if (end < published_ && (before == "since" || before == "from" || before == "after" || time.first == 0 || e_.status == "ongoing"))
      offer(start, published_, "open");
    if (end < published_ && e_.sentence(k) <= site_.sentence && since_then()) offer(start, published_, "since then");
    if (end > published_ && start != published_) offer(published_, end, "until");
    if (before == "since" || before == "from") since_to(k, offer);
    if (weekday_of(k) && !fixed_ahead(k))
      offer(shifted(start, end <= published_ ? 7 : -7), shifted(end, end <= published_ ? 7 : -7), end <= published_ ? "next" : "last");
    if (k + 1 < times_.size() && e_.joined(k)) {
      const std::string last = day(times_[k + 1].end);
      offer(start, last < start && weekday_of(k + 1) ? shifted(last, 7) : last, "to the next");
    }
    if (time.value.size() <= 10 && has_month(time)) {
      const int gone = years_to(end, true), ahead = years_to(end, false);
      if (gone) offer(year_on(start, gone), year_on(end, gone), "latest");
      if (ahead && ahead != gone) offer(year_on(start, ahead), year_on(end, ahead), "coming");
    }
    whole_unit(time, offer);
    if (start == end && time.value.find("TNI") != std::string::npos) offer(start, shifted(end, 1), "night on");
    if (start == end && says(time, "week", "weeks")) offer(week_of(start, 0), week_of(start, 6), "week around");
    if (start == end && e_.sentence(k) == site_.sentence) runs(k, offer);
    if (e_.is_rule(k)) offer(day(e_.rule->start), day(e_.rule->end), "rule");
  }

  // "called a meeting for Thursday", unless it had been called for then.
  bool fixed_ahead(uint32_t k) const {
    const std::string verb = e_.tense_of(tree::clause_of(document_, top_of(document_, times_[k])));
    return is_called_for(document_, times_[k].first) || (e_.preposition(k) == "for" && verb.find("+had") == std::string::npos);
  }

  // "since Mainassara's men stormed the palace on Saturday"
  bool since_clause(uint32_t k) const {
    const uint32_t clause = tree::clause_of(document_, top_of(document_, times_[k]));
    if (clause >= document_.tokens.size() || clause == tree::clause_of(document_, site_.head)) return false;
    return tree::has_child_form(document_, clause, Deprel::mark, "since");
  }

  // "who had gone without food since Wednesday broke their fast on Friday"
  template <class Offer>
  void since_to(uint32_t k, const Offer& offer) const {
    for (uint32_t j = 0; j < times_.size(); ++j) {
      const TimeExpression& to = times_[j];
      if (j == k || e_.sentence(j) != e_.sentence(k) || to.start.size() < 10 || to.type == "SET" || day(to.start) != day(to.end)) continue;
      if (day(to.start) > day(times_[k].start) && day(to.start) < published_) offer(day(times_[k].start), day(to.start), "since to");
    }
  }

  bool weekday_of(uint32_t k) const { return is_weekday(tree::lower_form(document_, times_[k].first)) && day(times_[k].start) == day(times_[k].end); }

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
      WhenChoice choice{length.time, shifted(published_, length.ordinal ? 1 - length.days : -length.days), published_, Signs(e_.events.named), {}};
      if (length.ordinal) {
        choice.span = length.span;
        add_counted_signs(e_, length.unit, length.days, choice.signs);
      } else {
        choice.signs = time_signs(e_, length.time);
        add_shape_signs(e_, length.time, "length to now", "length", choice);
      }
      out.push_back(std::move(choice));
    }
  }

  // "during the night", "all morning", "at noon" in a sentence that names no day: that of writing, the one before, or the one told last.
  void hours_alone(std::vector<WhenChoice>& out) const {
    for (uint32_t k = 0; k < times_.size(); ++k) {
      if (e_.sentence(k) != site_.sentence || !times_[k].start.empty() || !times_[k].value.starts_with("XXXX-XX-XXT")) continue;
      const Signs signs = time_signs(e_, k);
      const std::string part = times_[k].value.substr(11);
      const auto offer = [&](const std::string& from, const std::string& to, const std::string& shape) {
        WhenChoice choice{k, from, to, signs, {}};
        add_shape_signs(e_, k, shape, "part", choice);
        choice.signs.add({shape, " of ", part}), choice.signs.add({shape, " of ", part, " tense=", e_.tense});
        if (e_.told == kNone)
          choice.signs.add({shape, " untold"});
        else
          choice.signs.add({shape, " told ago=", bucket(site_.sentence - e_.sentence(e_.told))});
        out.push_back(std::move(choice));
      };
      offer(published_, published_, "part today");
      offer(shifted(published_, -1), published_, "part into today");
      offer(shifted(published_, -1), shifted(published_, -1), "part yesterday");
      if (e_.told == kNone || day(times_[e_.told].start) != day(times_[e_.told].end)) continue;
      const std::string told = day(times_[e_.told].start);
      if (told != published_ && told != shifted(published_, -1)) offer(told, told, "part told");
      if (told < published_) offer(told, shifted(told, 1), "part from told");
    }
  }

  void read_lengths() {
    for (uint32_t k = 0; k < times_.size() && lengths_.size() < 3; ++k) {
      const TimeExpression& time = times_[k];
      if (e_.sentence(k) != site_.sentence || time.type != "DURATION" || !time.start.empty() || is_compared_with(document_, time)) continue;
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

  // A month is named and no year, not even "of last year".
  bool has_month(const TimeExpression& time) const {
    bool month = false;
    for (uint32_t t = time.first; t < time.last; ++t) {
      const std::string form = tree::lower_form(document_, t);
      if (form == "year" || (form.size() == 4 && (form[0] == '1' || form[0] == '2'))) return false;
      month |= is_month(form);
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

  // "Nobody has been seen since."
  bool since_then() const {
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t t = s.first; t < s.last; ++t)
      if (tree::lower_form(document_, t) == "since" && token(t).upos == Upos::ADV) return true;
    return false;
  }

  const WhenEvent& e_;
  const Document& document_;
  const std::vector<TimeExpression>& times_;
  const std::string& published_;
  const EventSite& site_;
  std::vector<Length> lengths_;
};

}  // namespace

std::vector<WhenChoice> when_choices(const DatedEvents& events, size_t event, const std::optional<When>& rule) {
  const EventSite& site = events.sites[event];
  if (site.head >= events.document.tokens.size() || site.sentence >= events.document.sentences.size()) return std::vector<WhenChoice>(1);
  const WhenEvent own(events, event, rule);
  return Choices(own).run();
}

}  // namespace gesta
