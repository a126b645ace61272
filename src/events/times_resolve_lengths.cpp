// Lengths, and what is counted with them: "two days ago", "a week after the vote", "in the past three months", "within ten days".
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "events/fields_tree.h"
#include "events/times_direction.h"
#include "events/times_resolver.h"

namespace gesta {

// The day of writing for news, the last date told for a later sentence of a story. "Three days after CLAUSE" counts from the day of the clause
// around it: one told before it in its sentence, else the first after it.
std::optional<Days> TimeResolver::anchor(const RawTime& raw) {
  if (told_of(raw)) return line_;
  if (raw.event_anchor && told_sentence_ != document_.tokens[raw.first].sentence)
    if (const auto around = after_in_sentence(raw); around.has_value()) return around;
  // "That evening", "the same day" of a clause that does not look back itself: of the story, not of what was told beside it.
  const uint32_t sentence = document_.tokens[raw.first].sentence;
  const bool same = raw.kind == TimeKind::part && (raw.shift == TimeShift::same || raw.bare);
  if (same && line_ && told_sentence_ != sentence && line_sentence_ + 3 >= sentence && !looks_back(raw)) return line_;
  if (!told_) return today();
  // "two days earlier", "the night before": counted from a day that has been, not from "March" nor from the feast to come.
  const bool back = raw.shift == TimeShift::earlier || raw.shift == TimeShift::before;
  const bool by_days = raw.kind == TimeKind::part || raw.unit <= TimeUnit::day;
  const bool coarse = told_->last - told_->first > kFewDays, ahead = written_ && told_->first > *written_ && !forward(raw);
  const bool by_hours = raw.kind == TimeKind::offset && raw.unit <= TimeUnit::hour;  // "hours later" goes on from a day
  return ((back && by_days) || by_hours) && (coarse || ahead) && !history_ ? day_ ? day_ : today() : told_;
}

// "He broke off the talks the day after the blast.": a deed the text has dated; where the sentence tells no other day, it counts on from there.
bool TimeResolver::told_of(const RawTime& raw) {
  static constexpr std::string_view kKnown[] = {"the", "this", "that", "these", "those"};
  if (!raw.event_anchor || !line_ || told_sentence_ == document_.tokens[raw.first].sentence || raw.last >= document_.tokens.size()) return false;
  const uint32_t noun = document_.tokens[raw.last].head;
  if (noun >= document_.tokens.size() || !tree::among(tree::lower_form(document_, raw.last), kKnown)) return false;
  const Token& deed = document_.tokens[noun];
  return deed.upos == Upos::NOUN && deed.deprel != Deprel::nsubj && deed.deprel != Deprel::nsubj_pass && !tree::is_verbal(document_, noun) &&
         !after_in_sentence(raw);
}

std::optional<Days> TimeResolver::counted_from(const RawTime& raw) {
  if (raw.shift == TimeShift::ago && history_ && told_) return told_;
  return raw.shift == TimeShift::ago || raw.shift == TimeShift::next ? today() : anchor(raw);
}

std::optional<Days> TimeResolver::after_in_sentence(const RawTime& raw) {
  for (const RawTime* other = &raw + 1; other < raws_.data() + raws_.size(); ++other) {
    if (document_.tokens[other->first].sentence != document_.tokens[raw.first].sentence) break;
    if (other->event_anchor || other->bare || (other->kind != TimeKind::weekday && other->kind != TimeKind::date && other->kind != TimeKind::part))
      continue;
    TimeExpression ignored;
    const auto own = std::exchange(days_, std::nullopt);
    resolve(*other, ignored);
    const auto days = std::exchange(days_, own);
    if (days) return days;
  }
  return std::nullopt;
}

void TimeResolver::offset(const RawTime& raw, TimeExpression& time) {
  const bool back = raw.shift == TimeShift::ago || raw.shift == TimeShift::earlier;
  if (raw.event_anchor && raw.amount < 0) {  // "lasted several hours before ..."
    time.type = "DURATION";
    time.value = length_value(raw.amount, raw.unit);
    const auto around = raw.unit <= TimeUnit::hour ? anchor(raw) : std::nullopt;
    if (around && around->first == around->last) days_ = around;
    return;
  }
  auto from = counted_from(raw);
  if (!raw.base.empty()) {
    from = days_of_base(raw);
    if (!from) return void(time.value = (back ? "-" : "") + length_value(raw.amount, raw.unit));
    if (raw.shift == TimeShift::ago) {  // "ten years ago this week": all of that week
      const auto first = reached(raw, from->first, -1), last = reached(raw, from->last, -1);
      if (!first || !last) return;
      one_day(*first, time), days_->last = *last;
      return;
    }
    return from_base(raw, back ? from->first : from->last, back ? -1 : 1, time);
  }
  // "a few days ago", "in the next few days": within a week.
  if (raw.amount < 0 && raw.unit == TimeUnit::day && written_ && !history_ && (raw.shift == TimeShift::ago || raw.shift == TimeShift::next)) {
    days_ = back ? Days{*written_ - 7, *written_ - 1} : Days{*written_, *written_ + 6};
    time.value = back ? "PAST_REF" : "FUTURE_REF";
    return;
  }
  if (!from || raw.amount < 0) {
    time.value = raw.amount < 0 ? (back ? "PAST_REF" : "FUTURE_REF") : (back ? "-" : "") + length_value(raw.amount, raw.unit);
    if (!from || raw.unit > TimeUnit::hour) return;
    days_ = Days{from->first - (back ? 1 : 0), from->last};
    return;
  }
  const Days base = from.value_or(Days{});
  const bool minus = raw.event_anchor && !told_of(raw) ? !back : back;  // the clause that follows lies on the other side
  const int sign = minus ? -1 : 1;
  if (raw.event_anchor && base.last - base.first > 3) {
    time.type = "DURATION";
    time.value = length_value(raw.amount, raw.unit);
    return;
  }
  if (!raw.more.empty() || raw.workdays || raw.weekday >= 0) return from_base(raw, minus ? base.first : base.last, sign, time);
  const Date start = from_days(minus ? base.first : base.last);
  const double amount = std::min(raw.amount, 3000.0) * (raw.unit == TimeUnit::decade ? 10 : raw.unit == TimeUnit::century ? 100 : 1);
  const int steps = sign * static_cast<int>(amount);
  int year = start.year, month = start.month;
  switch (raw.unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
    case TimeUnit::hour: {
      const int days = raw.unit == TimeUnit::hour ? steps / 24 : 0;
      const int from_day = minus ? base.first : base.last;
      days_ = Days{from_day + days, from_day + days};
      if (raw.unit == TimeUnit::hour && steps % 24 != 0 && std::abs(steps) > (raw.event_anchor ? 11 : 3)) {
        if (minus)
          --days_->first;
        else
          ++days_->last;
        if (!minus && written_) days_->last = std::min(days_->last, std::max(*written_, days_->first));
      }
      time.value = iso(from_days(days_->first));
      break;
    }
    case TimeUnit::day:
    case TimeUnit::week:
      one_day((minus ? base.first : base.last) + steps * (raw.unit == TimeUnit::week ? 7 : 1), time);
      break;
    case TimeUnit::month:
      shift_month(year, month, steps);
      whole_month(year, month, time);
      break;
    default:
      year += steps;
      if (year < 1) return;
      days_ = year_of(year);
      time.value = pad(year, 4);
  }
}

// The day that the length of the expression leads to.
std::optional<int> TimeResolver::reached(const RawTime& raw, int day, int sign) {
  if (raw.workdays) return moved_workdays(day, static_cast<int>(raw.amount), sign);
  std::optional<int> at = moved(day, raw.amount, raw.unit, sign);
  for (const TimeLength& part : raw.more)
    if (at) at = moved(*at, part.amount, part.unit, sign);
  return at;
}

// "two weeks before Christmas": a day. "Less than three days after": all of them.
void TimeResolver::from_base(const RawTime& raw, int day, int sign, TimeExpression& time) {
  const auto at = reached(raw, day, sign);
  if (!at) return;
  one_day(*at, time);
  if (raw.below) days_ = Days{std::min(day, *at), std::max(day, *at)};
  if (raw.weekday >= 0) one_day(*at - weekday(from_days(*at)) + raw.weekday, time);
}

void TimeResolver::duration(const RawTime& raw, TimeExpression& time) {
  time.type = "DURATION";
  time.value = raw.value.empty() ? length_value(raw.amount, raw.unit, raw.more) : raw.value;
  if (!raw.base.empty()) {
    const auto from = days_of_base(raw);
    if (!from) return;
    TimeExpression end;
    from_base(raw, from->first, 1, end);
    if (days_) days_ = Days{from->first, std::max(from->first, days_->first - 1)};
    return;
  }
  // "will leave in two weeks"
  const bool in = raw.first > 0 && tree::lower_form(document_, raw.first - 1) == "in" && tree::lower_form(document_, raw.first) != "the";
  if (in && written_ && raw.shift == TimeShift::none && raw.amount >= 1 && raw.unit >= TimeUnit::day &&
      (looks_forward(document_, raw.first) || tree::lower_form(document_, raw.last + 1) == "time")) {  // "in two weeks' time"
    time.type = "DATE";
    return from_base(raw, *written_, 1, time);
  }
  // "in five minutes", "within two hours"
  const bool within = raw.first > 0 && tree::lower_form(document_, raw.first - 1) == "within";
  if ((in || within) && written_ && raw.shift == TimeShift::none && raw.amount > 0 && raw.unit < TimeUnit::day &&
      looks_forward(document_, raw.first)) {
    const int hours = static_cast<int>(raw.unit == TimeUnit::hour ? std::min(raw.amount, 1000.0) : 0);
    days_ = Days{*written_ + hours / 24, *written_ + hours / 24};
    return;
  }
  if (within && written_ && raw.shift == TimeShift::none && raw.amount >= 1 && raw.unit >= TimeUnit::day && !history_ &&
      looks_forward(document_, raw.first)) {
    from_base(raw, *written_, 1, time);
    days_->first = *written_;
    time.value = length_value(raw.amount, raw.unit);
    return;
  }
  if (!written_ || raw.shift == TimeShift::none) return;
  if (raw.unit < TimeUnit::day) {  // "in the past 24 hours", "the next five minutes"
    const int hours = raw.unit == TimeUnit::hour && raw.amount > 0 ? static_cast<int>(std::min(raw.amount, 1000.0)) : 0;
    if (raw.shift == TimeShift::last) days_ = Days{*written_ - hours / 24, *written_};
    if (raw.shift == TimeShift::next) days_ = Days{*written_, *written_ + hours / 24};
    return;
  }
  const Date now = from_days(*written_);
  const bool back = raw.shift == TimeShift::last || raw.shift == TimeShift::before;
  const int amount = raw.amount < 0 ? 0 : static_cast<int>(std::min(raw.amount, 3000.0));
  const bool of_story = raw.shift == TimeShift::before || raw.shift == TimeShift::after;
  if (of_story && (told_ || !(raw.number == 4 || raw.workdays))) return;
  if (amount == 0) {  // "in the next few days", "in recent weeks"
    const int span = raw.unit == TimeUnit::day ? 7 : raw.unit == TimeUnit::week ? 28 : 0;
    if (span > 0) days_ = back ? Days{*written_ - span, *written_ - 1} : Days{*written_, *written_ + span - 1};
    return;
  }
  int year = now.year, month = now.month;
  if (raw.number == 4 && amount % 3 == 0) {  // "the last two quarters"
    month = (month - 1) / 3 * 3 + 1;
    if (!back) shift_month(year, month, 3);
    const int start = month_start(year, month);
    shift_month(year, month, back ? -amount : amount);
    const int end = month_start(year, month);
    days_ = back ? Days{end, start - 1} : Days{start, end - 1};
    return;
  }
  const auto other = reached(raw, *written_, back ? -1 : 1);
  if (!other) return;
  if (raw.workdays)
    days_ = back ? Days{*other, *written_ - 1} : Days{*written_ + 1, *other};
  else
    days_ = back ? Days{*other, *written_} : Days{*written_, *other};
}

}  // namespace gesta
