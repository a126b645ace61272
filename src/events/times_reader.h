// The reader of time expressions of one sentence: at each token the longest of what its steps read, one step a kind of expression. The steps stand in
// times_read_dates.cpp, times_read_spans.cpp, times_read_lengths.cpp and times_read_hours.cpp, what they share in times_words.cpp.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/fields_tree.h"
#include "events/times_raw.h"
#include "events/times_tables.h"

namespace gesta {

using Raw = std::optional<RawTime>;

class TimeReader {
 public:
  TimeReader(const Document& document, const Knowledge& knowledge, uint32_t first, uint32_t last);
  std::vector<RawTime> all();

 private:
  // times_read.cpp
  Raw read(uint32_t t);
  Raw read_base(uint32_t t);
  void share_years(std::vector<RawTime>& found) const;
  Raw with_hours(const RawTime& a, const RawTime& b) const;
  Raw with_weekday(const RawTime& a, const RawTime& b) const;
  Raw with_length(const RawTime& a, const RawTime& b) const;
  void join_hours(std::vector<RawTime>& found) const;
  static bool is_core(const std::string& word);
  Raw vague(uint32_t t);

  std::optional<Knowledge::HolidayHit> feast_at(uint32_t t) const;

  // times_words.cpp
  // A day in several words too: "twenty second", and after a month "twenty nine".
  struct Day {
    int day = 0;
    uint32_t last = 0;
  };
  const std::string& word(uint32_t t) const;
  bool capital(uint32_t t) const;
  static RawTime made(TimeKind kind, uint32_t last);
  std::optional<int> month_at(uint32_t t) const;
  static bool month_alone(int month, const std::string& name);
  bool beside_figure(uint32_t t) const;
  bool linked_month(uint32_t t) const;
  static bool month_name(const std::string& name);
  bool weekday_here(uint32_t t) const;
  std::optional<int> year_at(uint32_t t) const;
  std::optional<int> day_at(uint32_t t) const;
  std::optional<Day> day_words(uint32_t t, bool cardinal) const;
  bool spelled_more(uint32_t t) const;
  TimeShift shift_at(uint32_t t) const;
  char modifier_at(uint32_t t) const;
  std::string_view part_at(uint32_t t) const;
  static void set_unit(RawTime& raw, const time_words::UnitWord& unit);
  void year_after(RawTime& raw) const;
  void lead(RawTime& raw, uint32_t& t) const;
  bool stops(uint32_t t) const;
  bool touches(uint32_t t) const;      // no blank before the token
  bool opens_event(uint32_t t) const;  // "the day before [the vote]", and not "the day before [over pay]"

  // times_read_dates.cpp
  Raw iso(uint32_t t);
  static std::optional<std::array<int, 3>> parse_iso(const std::string& w);
  Raw day_month(uint32_t t);
  Raw day_and_month(uint32_t t, RawTime raw);
  Raw month_day(uint32_t t, RawTime raw);
  Raw month(uint32_t t);
  Raw weekday(uint32_t t);
  static int week_of_shift(TimeShift shift);
  Raw numeric(uint32_t t);
  bool numeric_before(uint32_t t) const;
  bool numeric_alone(uint32_t t) const;
  Raw month_day_alone(uint32_t t);
  Raw holiday(uint32_t t);
  bool year_near(uint32_t t) const;
  Raw other_calendar(uint32_t t);

  // times_read_spans.cpp
  Raw unit(uint32_t t);
  bool runs_to_now(uint32_t t) const;
  bool whole_unit(uint32_t t) const;
  Raw year(uint32_t t);
  Raw range(uint32_t t) const;
  static bool decade(const std::string& w, RawTime& raw);
  Raw century(uint32_t t);
  Raw season(uint32_t t);
  Raw quarter(uint32_t t);
  Raw week(uint32_t t);
  Raw piece(uint32_t t);

  // times_read_lengths.cpp
  Raw amount(uint32_t t);
  // A number of units: 1.5 of "one and a half hours"; -1 where it is not told ("several").
  struct Count {
    double amount = 0;
    uint32_t last = 0;
  };
  std::optional<Count> count_at(uint32_t t) const;
  Raw lettered(uint32_t t) const;
  void smaller_units(RawTime& raw) const;
  Raw with_offset(RawTime raw, bool counted) const;
  static Raw settle(const RawTime& raw, bool counted);
  Raw hyphened(uint32_t t);
  static double small_number(const std::string& w);
  Raw counted(uint32_t t);
  Raw to_the_day(RawTime raw);
  Raw set(uint32_t t);

  // times_read_hours.cpp
  static Raw distant_day(uint32_t t, int days);
  Raw day_word(uint32_t t);
  Raw night_to_day(uint32_t t);
  Raw day_part(uint32_t t);
  bool stops_or_day(uint32_t t) const;
  bool bare_part(uint32_t t, bool the) const;
  Raw clock(uint32_t t);
  Raw at_clock(RawTime raw);

  using Step = Raw (TimeReader::*)(uint32_t);
  static const Step kSteps[];
  static constexpr uint32_t kReach = 10;  // words

  const Document& document_;
  const Knowledge& knowledge_;
  const uint32_t first_, last_;
  std::vector<std::string> words_;
  int depth_ = 0;  // of readings within readings
};

}  // namespace gesta
