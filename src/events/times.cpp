// Puts time expressions on the calendar: TIMEX3 type and value (ISO 24617-1) and the interval of days. Relative expressions count from the
// day of writing (publication, or the date of a dateline); "later", "the next day" and the like from the last date told; the tense of the clause
// decides the side of a bare weekday or month. With no day of writing, what depends on it keeps a relative value ("-P1M") and no interval.
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "events/attribution_words.h"
#include "events/fields_tree.h"
#include "events/times_direction.h"
#include "events/times_resolver.h"
#include "events/times_tables.h"

namespace gesta {

TimeResolver::TimeResolver(const Document& document, const Knowledge& knowledge, const std::string& published, std::string_view home)
    : document_(document), knowledge_(knowledge), home_(home) {
  if (const auto date = parse_iso_date(published)) written_ = to_days(*date);
}

std::vector<TimeExpression> TimeResolver::all() {
  std::vector<RawTime>& raws = raws_;
  for (const Sentence& sentence : document_.sentences)
    for (RawTime& raw : read_raw_times(document_, knowledge_, sentence.first, sentence.last)) raws.push_back(std::move(raw));
  history_ = is_history(raws);
  for (const RawTime& raw : raws)
    if (raw.kind == TimeKind::year && sets_year(raw)) history_ = true, told_year_ = raw.year;
  std::vector<TimeExpression> out;
  for (RawTime& raw : raws) {
    TimeExpression time;
    time.first = raw.first;
    time.last = raw.last;
    time.span = {document_.tokens[raw.first].span.begin, document_.tokens[raw.last - 1].span.end};
    days_.reset();
    const bool loose = raw.kind == TimeKind::part && raw.bare && !same_scene(raw, raws);
    if (loose)
      time.type = "TIME", time.value = "XXXX-XX-XXT" + raw.part;
    else
      resolve(raw, time);
    if (raw.kind != TimeKind::clock && raw.value.starts_with('T') && days_ && time.value.size() >= 10 && time.type != "SET" && time.value[0] <= '2')
      time.type = "TIME", time.value = time.value.substr(0, 10) + raw.value;
    if (!out.empty()) in_order(raws, &raw - raws.data(), out.back(), time);
    if (days_ && valid(from_days(days_->first))) {
      time.start = iso(from_days(days_->first));
      time.end = iso(from_days(days_->last));
    }
    if (time.value.empty()) continue;
    remember(raw, time);
    out.push_back(std::move(time));
  }
  return out;
}

// "from May to September", "between 20 December and 3 January": the second is the first one of its name after the first.
void TimeResolver::in_order(std::vector<RawTime>& raws, ptrdiff_t k, TimeExpression& before, TimeExpression& time) {
  if (k == 0) return;
  RawTime &a = raws[static_cast<size_t>(k) - 1], &b = raws[static_cast<size_t>(k)];
  if (a.last != before.last || b.first != a.last + 1 || a.first == 0 || !days_) return;
  const std::string lead = tree::lower_form(document_, a.first - 1);
  const std::string link = tree::lower_form(document_, a.last);
  const bool led = lead == "from" || lead == "between";
  if ((!led && (link == "and" || a.kind != TimeKind::month || b.kind != TimeKind::month)) ||
      !tree::among(tree::lower_form(document_, a.last), time_words::kLinks))
    return;
  if (a.kind == TimeKind::weekday && b.kind == TimeKind::weekday && written_ && lead == "from") {
    // "from next Monday to Friday"
    const auto start = parse_iso_date(before.start);
    if (start && to_days(*start) > *written_ && days_->first < to_days(*start))
      days_->first += 7, days_->last += 7, time.value = iso(from_days(days_->first));
    return;
  }
  const auto named = [](const RawTime& raw) { return (raw.kind == TimeKind::date || raw.kind == TimeKind::month) && raw.month > 0; };
  const auto plain = [&](const RawTime& raw) { return named(raw) && raw.year == 0 && raw.shift == TimeShift::none; };
  const bool of_year = named(b) && a.kind == b.kind && (b.year != 0 || b.shift == TimeShift::before);  // "between April and July of last year"
  if (!plain(a) || !(plain(b) || of_year) || before.start.size() < 10) return;
  const auto start = parse_iso_date(before.start);
  if (!start) return;
  if (const auto recent = span_around(a, b); recent && lead == "from" && !history_) {
    b.year = *recent + (a.month > b.month);
    resolve(b, time);
  }
  const int year = from_days(days_->first).year - (a.month > b.month || (a.month == b.month && a.day > b.day) ? 1 : 0);
  if (start->year == year) return;
  a.year = year;
  const std::optional<Days> own = days_;
  days_.reset();
  resolve(a, before);
  if (days_) before.start = iso(from_days(days_->first)), before.end = iso(from_days(days_->last));
  days_ = own;
}

// "From 1 October to 7 November", told in between: the year that it begins in.
std::optional<int> TimeResolver::span_around(const RawTime& a, const RawTime& b) const {
  constexpr int recent = 60;  // days
  if (!written_ || a.kind != TimeKind::date || b.kind != TimeKind::date) return std::nullopt;
  for (const int year : {written_year(), written_year() - 1}) {
    const int end_year = year + (a.month > b.month);
    if (a.day > days_in_month(year, a.month) || b.day > days_in_month(end_year, b.month)) continue;
    const int start = to_days({year, a.month, a.day}), end = to_days({end_year, b.month, b.day});
    if (start <= *written_ && start > *written_ - recent && end > *written_) return year;
  }
  return std::nullopt;
}

// "By nightfall", "in the afternoon": of the day just told, where no other day stands in the sentence.
bool TimeResolver::same_scene(const RawTime& raw, const std::vector<RawTime>& raws) const {
  const uint32_t sentence = document_.tokens[raw.first].sentence;
  if (!told_ || told_->last != told_->first || told_sentence_ == sentence || told_sentence_ + 2 < sentence) return false;
  return std::none_of(raws.begin(), raws.end(), [&](const RawTime& other) {
    const bool day = other.kind == TimeKind::date || other.kind == TimeKind::weekday || (other.kind == TimeKind::part && !other.bare);
    return day && document_.tokens[other.first].sentence == sentence;
  });
}

// A text of full dates in other years, with hardly a weekday: its bare dates belong to the year last told.
bool TimeResolver::is_history(const std::vector<RawTime>& raws) const {
  constexpr uint32_t kLead = 2;  // sentences
  int years = 0, near = 0;
  for (const RawTime& raw : raws) {
    const bool away = !written_ || std::abs(raw.year - from_days(*written_).year) > 1;
    const bool of_week = raw.kind == TimeKind::weekday || (raw.kind == TimeKind::part && raw.shift == TimeShift::now);
    if (of_week && written_ && document_.tokens[raw.first].sentence < kLead) return false;  // news, whatever it looks back to
    years += raw.year != 0 && away;
    near += of_week + (raw.year != 0 && !away);
  }
  return years > 2 && years > near;
}

// "The year was 1831.": the story that the text tells lies there.
bool TimeResolver::sets_year(const RawTime& raw) const {
  if (raw.first < 3 || (written_ && std::abs(raw.year - from_days(*written_).year) < 2)) return false;
  const std::string verb = tree::lower_form(document_, raw.first - 1);
  return (verb == "is" || verb == "was") && tree::lower_form(document_, raw.first - 2) == "year" &&
         tree::lower_form(document_, raw.first - 3) == "the";
}

void TimeResolver::remember(const RawTime& raw, const TimeExpression&) {
  const bool dated =
      raw.kind != TimeKind::duration && raw.kind != TimeKind::set && raw.kind != TimeKind::vague && raw.kind != TimeKind::clock && !raw.event_anchor;
  if (!dated || !days_ || raw.shift == TimeShift::earlier) return;  // a look back does not move the story
  constexpr int lag = 7;                                            // days from an event to its report
  if (told_ && told_sentence_ == document_.tokens[raw.first].sentence && days_->first - told_->last <= lag && is_of_report(raw)) return;
  // A dateline's date ("HYDERABAD, May 28:") moves the day of writing.
  if (raw.kind == TimeKind::date && written_ && raw.first < 8 && raw.last < document_.tokens.size() && std::abs(*written_ - days_->first) < 4 &&
      days_->first == days_->last) {
    const std::string_view next = document_.tokens[raw.last].form;
    const std::string_view town = document_.tokens[0].form;  // "NEW DELHI, Dec. 13. Five gunmen today ..."
    const bool alone = next == "." && raw.first >= 2 && document_.tokens[raw.first - 1].form == "," && town.size() > 1 &&
                       std::all_of(town.begin(), town.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (alone || next == ":" || next == "-" || next == "\xE2\x80\x94" || next == "\xE2\x80\x93" || next == "(" || next == ")")
      written_ = days_->first;
  }
  // In a history one year far from the story is an aside ("as in 1812"); a second one moves it.
  if (history_ && told_year_ && raw.year && std::abs(raw.year - told_year_) > kAside && std::abs(raw.year - aside_) > kAside) {
    aside_ = raw.year;
    return;
  }
  if (!line_ || days_->last >= line_->first || !looks_back(raw)) line_ = days_, line_sentence_ = document_.tokens[raw.first].sentence;
  told_ = days_;
  if (days_->last - days_->first <= kFewDays && (!written_ || days_->first <= *written_)) day_ = days_;
  told_sentence_ = document_.tokens[raw.first].sentence;
  if (raw.year)
    told_year_ = raw.year;
  else if (history_ && (raw.kind == TimeKind::date || raw.kind == TimeKind::month || raw.kind == TimeKind::offset))
    told_year_ = from_days(days_->first).year;
}

// "Militants attacked a camp on Thursday, the army said on Friday.": the day of the telling, not of the story.
bool TimeResolver::is_of_report(const RawTime& raw) const {
  const uint32_t verb = tree::clause_of(document_, raw.first);
  return verb < raw.first && tree::among(tree::lower_lemma(document_, verb), attribution_words::kSay);
}

// "a car bomb of June 22", "a Christmas truce", "had occupied the town on New Year's Day": beside the story.
bool TimeResolver::looks_back(const RawTime& raw) const {
  uint32_t at = raw.first;
  for (uint32_t t = raw.first; t < raw.last; ++t)
    if (const uint32_t head = document_.tokens[t].head; head == kNone || head < raw.first || head >= raw.last) at = t;
  const Deprel relation = document_.tokens[at].deprel;
  if (relation == Deprel::compound || (relation == Deprel::nmod && tree::marker(document_, at) == "of")) return true;
  const uint32_t clause = tree::clause_of(document_, at);
  if (clause >= document_.tokens.size()) return false;
  for (const uint32_t c : tree::children(document_, clause))
    if (document_.tokens[c].upos == Upos::AUX && tree::lower_form(document_, c) == "had") return true;
  return false;
}

bool TimeResolver::forward(const RawTime& raw) const {
  const std::string before = raw.first > 0 ? tree::lower_form(document_, raw.first - 1) : std::string();
  if (raw.kind == TimeKind::weekday && before == "for") return true;
  const bool deadline = before == "until" || before == "till" || before == "by";
  const bool fixture = (before == "in" || before == "on" || before == "for") && (raw.kind == TimeKind::month || raw.kind == TimeKind::date);
  if (deadline && is_put_off(document_, raw.first)) return true;
  if ((deadline && is_present(document_, raw.first)) || (fixture && is_fixture(document_, raw.first, raw.last))) return true;
  return looks_forward(document_, raw.first);
}

void TimeResolver::resolve(const RawTime& raw, TimeExpression& time) {
  time.type = "DATE";
  switch (raw.kind) {
    case TimeKind::date:
      return date(raw, time);
    case TimeKind::month:
      return month(raw, time);
    case TimeKind::weekday:
      return on_weekday(raw, time);
    case TimeKind::year:
      return year(raw, time);
    case TimeKind::decade:
      time.value = pad(raw.number / 10, 3);
      days_ = Days{month_start(raw.number, 1), month_end(raw.number + 9, 12)};
      return third(raw);
    case TimeKind::century:
      time.value = pad(raw.number - 1, 2);
      days_ = Days{month_start((raw.number - 1) * 100, 1), month_end(raw.number * 100 - 1, 12)};
      return third(raw);
    case TimeKind::part:
      return part(raw, time);
    case TimeKind::unit:
      return unit(raw, time);
    case TimeKind::weekend:
      return weekend(raw, time);
    case TimeKind::season:
      return season(raw, time);
    case TimeKind::quarter:
    case TimeKind::half:
      return quarter(raw, time);
    case TimeKind::offset:
      return offset(raw, time);
    case TimeKind::duration:
      return duration(raw, time);
    case TimeKind::set:
      time.type = "SET";
      time.value = raw.value;
      return;
    case TimeKind::clock:
      time.type = "TIME";
      time.value = (told_ ? iso(from_days(told_->first)) : written_ ? iso(from_days(*written_)) : "XXXX-XX-XX") + raw.value;
      return;
    case TimeKind::vague:
      time.value = raw.value;
      return;
    case TimeKind::feast:
      return feast(raw, time);
    case TimeKind::lunar:
      return lunar(raw, time);
    case TimeKind::month_day:
      return month_day(raw, time);
    case TimeKind::week_of:
      return week_of(raw, time);
    case TimeKind::week_number:
      return week_number(raw, time);
    case TimeKind::piece:
      return piece(raw, time);
  }
}

// The days of the expression that another one counts from.
std::optional<Days> TimeResolver::days_of_base(const RawTime& raw) {
  if (raw.base.empty()) return std::nullopt;
  TimeExpression ignored;
  days_.reset();
  RawTime base = raw.base[0];
  if (base.kind == TimeKind::unit && base.modifier == 0) base.modifier = 'w';  // whole, not cut off at the day of writing
  resolve(base, ignored);
  return std::exchange(days_, std::nullopt);
}

void TimeResolver::one_day(int day, TimeExpression& time) {
  days_ = Days{day, day};
  time.value = iso(from_days(day));
}

std::vector<TimeExpression> read_times(const Document& document, const Knowledge& knowledge, const std::string& published, std::string_view home) {
  return TimeResolver(document, knowledge, published, home).all();
}

}  // namespace gesta
