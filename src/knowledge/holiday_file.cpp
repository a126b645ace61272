// Reads data/holidays.txt: `name, other names | ISO,ISO | day | days it lasts`; docs/formats.md says what a day is. And finds the names in a text.
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

using Rule = Holiday::Rule;

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

bool take_number(std::string_view& text, int& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc()) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return true;
}

bool take_month_day(std::string_view& text, Holiday& out) {
  return take_number(text, out.month) && take(text, "-") && take_number(text, out.day) && out.month >= 1 && out.month <= 13 && out.day >= 1 &&
         out.day <= 31;
}

// "07-14", "friday before islamic 10-01", "orthodox easter -2"
bool read_day(std::string_view text, Holiday& out) {
  constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (size_t k = 0; k < kWeekdays.size(); ++k)
    if (text.starts_with(kWeekdays[k])) {
      text.remove_prefix(kWeekdays[k].size());
      if (!take(text, " before ")) return false;
      out.weekday = static_cast<int>(k);
      break;
    }
  constexpr std::pair<std::string_view, Rule> kRules[] = {{"easter", Rule::easter},      {"orthodox easter", Rule::orthodox_easter},
                                                          {"islamic ", Rule::islamic},   {"hebrew ", Rule::hebrew},
                                                          {"new moon ", Rule::new_moon}, {"full moon ", Rule::full_moon}};
  for (const auto& [name, rule] : kRules)
    if (take(text, name)) {
      out.rule = rule;
      break;
    }
  const bool movable = out.rule == Rule::easter || out.rule == Rule::orthodox_easter;
  if (!movable && !take_month_day(text, out)) return false;
  if (text.empty()) return true;
  const bool on = take(text, " +");
  return (on || (take(text, " ") && text.starts_with('-'))) && take_number(text, out.shift) && text.empty();
}

void read_holiday(const Line& line, Tables& tables) {
  if (line.fields.size() != 3 && line.fields.size() != 4)
    return line.fault(1, "a holiday is: name, other names | countries or - | day | days it lasts");
  Holiday holiday;
  if (!read_day(line.fields[2].text, holiday)) return line.fault(line.fields[2].column, "no day: " + std::string(line.fields[2].text));
  if (line.fields.size() == 4)
    if (std::string_view length = line.fields[3].text; !take_number(length, holiday.length) || !length.empty() || holiday.length < 1)
      return line.fault(line.fields[3].column, "no number of days: " + std::string(line.fields[3].text));
  std::vector<std::string_view> countries;
  for (const Field& country : split_field(line.fields[1], ',')) {
    if (!known_country(tables, country.text)) return line.fault(country.column, "unknown country: " + std::string(country.text));
    countries.push_back(country.text);
  }
  if (countries.empty()) countries.emplace_back();
  for (const Field& name : split_field(line.fields[0], ',')) {
    const std::string key = ascii_letters(name.text), first = ascii_letters(name.text.substr(0, name.text.find_first_of(" '")));
    if (first.empty()) return line.fault(name.column, "a holiday without a name");
    tables.holidays.first_words.emplace(tables.strings.keep(first));
    tables.holidays.longest = std::max(tables.holidays.longest, key.size());
    auto& days = tables.holidays.days[tables.strings.keep(key)];
    for (const std::string_view country : countries) days.push_back(holiday), days.back().country = country;
  }
}

}  // namespace

void read_holidays(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_holiday(line, tables); });
}

bool Knowledge::begins_holiday(std::string_view word) const { return tables_->holidays.first_words.contains(ascii_letters(word)); }

std::optional<Knowledge::HolidayHit> Knowledge::find_holiday(const std::vector<std::string_view>& words) const {
  std::optional<HolidayHit> best;
  std::string key;
  for (uint32_t k = 0; k < words.size() && key.size() < tables_->holidays.longest; ++k) {
    const size_t before = key.size();
    key += ascii_letters(words[k]);
    if (key.size() == before) continue;
    if (const auto found = tables_->holidays.days.find(key); found != tables_->holidays.days.end()) best = HolidayHit{k + 1, found->second};
  }
  return best;
}

}  // namespace gesta
