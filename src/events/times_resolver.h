// Puts the time expressions of a text on the calendar, one after the other, with a memory of the last date told: one function a kind of expression,
// in files that answer to those of times_reader.h.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "events/fields.h"
#include "events/times_days.h"
#include "events/times_raw.h"

namespace gesta {

class TimeResolver {
 public:
  TimeResolver(const Document& document, const Knowledge& knowledge, const std::string& published, std::string_view home);
  std::vector<TimeExpression> all();

 private:
  struct CountryWord {
    uint32_t token;
    std::string_view country;
  };

  // times.cpp
  void in_order(std::vector<RawTime>& raws, ptrdiff_t k, TimeExpression& before, TimeExpression& time);
  std::optional<int> span_around(const RawTime& a, const RawTime& b) const;
  bool same_scene(const RawTime& raw, const std::vector<RawTime>& raws) const;
  bool is_history(const std::vector<RawTime>& raws) const;
  bool sets_year(const RawTime& raw) const;
  void remember(const RawTime& raw, const TimeExpression&);
  bool looks_back(const RawTime& raw) const;
  bool told_of(const RawTime& raw);
  bool is_of_report(const RawTime& raw) const;
  bool forward(const RawTime& raw) const;
  int written_year() const { return from_days(*written_).year; }
  void resolve(const RawTime& raw, TimeExpression& time);
  std::optional<Days> days_of_base(const RawTime& raw);
  void one_day(int day, TimeExpression& time);

  // times_resolve_dates.cpp
  std::optional<int> nearest_feast(const RawTime& raw, int year, const std::function<int(int)>& day_in) const;
  const std::vector<CountryWord>& countries();
  const Holiday* kept(const RawTime& raw);
  void feast(const RawTime& raw, TimeExpression& time);
  void lunar(const RawTime& raw, TimeExpression& time);
  void month_day(const RawTime& raw, TimeExpression& time);
  std::optional<int> year_for(const RawTime& raw, int month, int day) const;
  bool ahead_word(const RawTime& raw) const;
  void date(const RawTime& raw, TimeExpression& time);
  void month(const RawTime& raw, TimeExpression& time);
  void on_weekday(const RawTime& raw, TimeExpression& time);
  bool said_so(const RawTime& raw, std::string_view word) const;
  static int nearest(int day, int wanted) { return day - (weekday(from_days(day)) - wanted + 7) % 7; }
  void with_part(const RawTime& raw, TimeExpression& time, int day);
  void part(const RawTime& raw, TimeExpression& time);
  std::optional<int> day_of_sentence(const RawTime& raw);

  // times_resolve_spans.cpp
  void whole_week(int day, TimeExpression& time);
  void whole_month(int year, int month, TimeExpression& time);
  void week_of(const RawTime& raw, TimeExpression& time);
  void week_number(const RawTime& raw, TimeExpression& time);
  void piece(const RawTime& raw, TimeExpression& time);
  void third(const RawTime& raw);
  void until_written(const RawTime& raw);
  void year(const RawTime& raw, TimeExpression& time);
  std::string relative(int amount, TimeUnit unit) const { return (amount < 0 ? "-" : "") + length_value(std::abs(amount), unit); }
  void unit(const RawTime& raw, TimeExpression& time);
  void weekend(const RawTime& raw, TimeExpression& time);
  void season(const RawTime& raw, TimeExpression& time);
  void quarter(const RawTime& raw, TimeExpression& time);

  // times_resolve_lengths.cpp
  std::optional<Days> anchor(const RawTime& raw);
  std::optional<Days> today() const { return written_ ? std::optional<Days>(Days{*written_, *written_}) : std::nullopt; }
  std::optional<Days> counted_from(const RawTime& raw);
  std::optional<Days> after_in_sentence(const RawTime& raw);
  void offset(const RawTime& raw, TimeExpression& time);
  static std::optional<int> reached(const RawTime& raw, int day, int sign);
  void from_base(const RawTime& raw, int day, int sign, TimeExpression& time);
  void duration(const RawTime& raw, TimeExpression& time);

  const Document& document_;
  const Knowledge& knowledge_;
  std::string_view home_;
  std::optional<int> written_;  // day of writing
  std::vector<RawTime> raws_;
  bool history_ = false;      // a story of years gone by
  std::optional<Days> told_;  // the last date told
  std::optional<Days> day_;   // the last day told that is not still to come
  uint32_t told_sentence_ = kNone;
  std::optional<Days> line_;  // the last date told that is no look back from the story
  uint32_t line_sentence_ = kNone;
  static constexpr int kFewDays = 3;
  static constexpr int kAside = 20;                    // years
  int told_year_ = 0, aside_ = 0;                      // the year of the story, and one told once beside it
  std::optional<std::vector<CountryWord>> countries_;  // read at the first feast that countries keep on different days
  std::optional<Days> days_;                           // of the expression at hand
};

}  // namespace gesta
