// Cases of Recognizers-Text (DateTimeModel.json): every case with a result is applicable but time zones, lists of alternatives, days that do not
// exist, fiscal and school years, and what contradicts itself; a case is right when all its results are. Cases of days, lengths and sets make the
// first figure, those that name a time of day the second (there the day must be right).
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

#include "base/date.h"
#include "events/fields_tree.h"
#include "sets.h"

namespace gesta::sets {

namespace {

std::string text_of(simdjson::dom::element value, const char* key) {
  std::string_view text;
  return value[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// What the expressions inside the words of a case say together: one as it stands, two from the first up to the second.
struct Reading {
  const TimeExpression* first = nullptr;
  const TimeExpression* last = nullptr;
};
std::optional<int> day_number(const std::string& text) {
  const auto date = parse_iso_date(text);
  return date ? std::optional<int>(to_days(*date)) : std::nullopt;
}

// Codes that the set has and TIMEX3 has not: meals and the night-time; and noon as a part of the day.
constexpr std::pair<std::string_view, std::string_view> kSameParts[] = {
    {"MEB", "MO"}, {"MEL", "12:00"}, {"MED", "EV"}, {"NT", "NI"}, {"MI", "12:00"}};

// The times of the clock and parts of a day: "15:00" of "T15", "17:00 18:00" of "(T17,T18,PT1H)" and of "T17:00/T18:00", "MO" of "TMO".
std::string clocks_of(std::string_view text) {
  std::string out;
  for (size_t at = text.find('T'); at != std::string_view::npos; at = text.find('T', at + 1)) {
    if (at > 0 && text[at - 1] == 'P') break;
    std::string_view own = text.substr(at + 1, text.find_first_of(",/)", at) - at - 1);
    at += own.size();
    for (const auto& [code, same] : kSameParts)
      if (own == code) own = same;
    while (own.ends_with(":00") && own.size() > 5) own.remove_suffix(3);
    out += (out.empty() ? "" : " ") + std::string(own) + (own.size() == 2 && own[0] <= '2' ? ":00" : "");
  }
  return out;
}
bool same_clock(const std::string& value, const std::string& timex) {
  const std::string own = clocks_of(value);
  return !own.empty() && !value.starts_with("P") && own == clocks_of(timex);
}

// A period between two points that one expression writes: it may end on its last day, or on the first of its last year.
bool between(const std::string& timex, int end, int stop) {
  const Date last = from_days(end);
  return timex.starts_with("(") && (end == stop || (last.month == 12 && last.day == 31 && to_days({last.year, 1, 1}) == stop));
}

// The day of an expression; of a time of the clock that of its value.
std::optional<int> day_of(const TimeExpression& time, const std::string& day) {
  return day_number(day.empty() && time.type == "TIME" ? time.value.substr(0, 10) : day);
}
// "mid-November", "the end of 2007" have the value of the month or year, and no days of their own: a bound may lie half their length off.
bool part_of_period(const TimeExpression& time, int from, int end) {
  const int whole = time.value.size() == 7 && time.value.find_first_not_of("0123456789-") == std::string::npos ? 28
                    : time.value.size() == 4                                                                   ? 365
                                                                                                               : 0;
  return time.type == "DATE" && end - from + 1 < whole;
}
bool near_part(const TimeExpression& time, int from, int end, int bound) {
  const int slack = (end - from + 1) / 2;
  return part_of_period(time, from, end) && bound >= from - slack && bound <= end + 1 + slack;
}
// "two months ago" is a month: an expression is as exact as its unit.
bool of_its_unit(const TimeExpression& time, std::string_view words, const std::string& timex) {
  const bool unit = words.find(time.value.size() == 7 ? "month" : "year") != std::string_view::npos;
  return unit && (time.value.size() == 7 || time.value.size() == 4) && timex.starts_with(time.value);
}

// One of the readings that a case allows. Its periods end on the day after their last day, ours on the last; a period between two expressions may
// leave out or keep the second ("from May to July"), one counted from today may leave out or keep today, and one open at a side ("since May",
// "before 2010") must begin, or end, where the expression does.
bool reads_as(const Reading& read, std::string_view text, const std::string& now, simdjson::dom::element values) {
  const bool until_now = read.last->value == "PRESENT_REF" && read.last != read.first;
  const bool from_now = read.first->value == "PRESENT_REF" && read.last != read.first;
  const auto from = from_now ? day_number(now) : day_of(*read.first, read.first->start),
             end = until_now ? day_number(now) : day_of(*read.last, read.last->end),
             first_end = from_now ? day_number(now) : day_of(*read.first, read.first->end),
             last_from = until_now ? day_number(now) : day_of(*read.last, read.last->start);
  const bool one = read.first == read.last;
  for (const simdjson::dom::element value : simdjson::dom::array(values)) {
    const std::string timex = text_of(value, "timex"), mod = text_of(value, "Mod");
    if (one && !timex.empty() && read.first->value == timex) return true;
    if (one && timex.size() == 2 && read.first->value.ends_with("-" + timex)) return true;  // a season of any year
    if (one && of_its_unit(*read.first, read.first->span.of(text), timex)) return true;
    if (one && (timex.starts_with("T") || timex.starts_with("(T")) && same_clock(read.first->value, timex)) return true;
    // "a few days": three, says the set; an unknown number, says TIMEX3.
    if (one && read.first->value.find('X') != std::string::npos && timex.starts_with("P") && timex.size() == read.first->value.size() &&
        timex.back() == read.first->value.back() && timex.find('3') == read.first->value.find('X'))
      return true;
    if (!from || !end) continue;
    const auto day = day_number(text_of(value, "value")), start = day_number(text_of(value, "start")), stop = day_number(text_of(value, "end"));
    if (day && one && *from == *day && (*end == *day || timex.find('T') != std::string::npos)) return true;
    if (!start && !stop) continue;
    const bool after = mod.starts_with("after"), since = mod.starts_with("since");
    const bool begins =
        start ? (after ? *end + 1 == *start || *from == *start : *from == *start) : mod.starts_with("before") || mod.starts_with("until");
    const bool ends = stop ? (!start ? *from == *stop || *end == *stop || *end + 1 == *stop
                                     : *end + 1 == *stop || (!one && (*last_from == *stop || *end == *stop)) || between(timex, *end, *stop) ||
                                           timex.find('T') != std::string::npos)
                           : after || since;
    if (begins && ends) return true;
    const bool near_start = start && first_end && near_part(*read.first, *from, *first_end, *start);
    const bool near_stop = stop && last_from && near_part(*read.last, *last_from, *end, *stop);
    if ((begins || near_start) && (ends || near_stop)) return true;
    const auto today = day_number(now);
    if (start && stop && today &&
        ((*from == *today && *start == *today + 1 && (*end == *stop || *end + 1 == *stop)) || (*from == *start && *end == *today && *stop == *today)))
      return true;
  }
  return false;
}

// No such day, or a year that only its owner's books know.
bool nowhere(std::string_view timex, std::string_view value) {
  return timex.starts_with("FY") || timex.starts_with("SY") || (value == "not resolved" && timex.find("-02-") != std::string_view::npos);
}

// Cases that contradict themselves: what happened lies ahead, the same words have another value in another case, "tomorrow" is no tomorrow.
constexpr std::string_view kContradictions[] = {"It happened 2 weeks before Christmas.",
                                                "It happened three months after Easter.",
                                                "The project was submitted last month and 3 weeks later it was approved",
                                                "It happened the year before 2015",
                                                "we will meet after school every weekend.",
                                                "Tune in tomorrow, 13/04/21, at 7 PM CET for episode 3 of Decentralized"};
// "this friday 5/12", resolved to days that are no Fridays.
bool other_weekday(const std::string& words, simdjson::dom::element values) {
  static constexpr std::string_view names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  const bool counted = words.find(" after") != std::string::npos || words.find(" from") != std::string::npos;
  if (counted || words.find_first_of("0123456789") == std::string::npos) return false;
  for (size_t k = 0; k < std::size(names); ++k) {
    if (words.find(names[k]) == std::string::npos) continue;
    bool dated = false;
    for (const simdjson::dom::element value : simdjson::dom::array(values))
      for (const char* key : {"value", "start", "end"})
        if (const auto day = day_number(text_of(value, key))) {
          dated = true;
          if (weekday(from_days(*day)) == static_cast<int>(k)) return false;
        }
    return dated;
  }
  return false;
}

// Kinds of a day or days, lengths, sets. The other kinds name a time of day: they are counted by themselves, and right when the day (of a time alone:
// the hour and minute) is.
bool of_days(std::string_view kind) { return kind == "date" || kind == "daterange" || kind == "duration" || kind == "set"; }

}  // namespace

void recognizers(const Engine& engine, const std::string& path) {
  const simdjson::padded_string file(slurp(path));
  simdjson::dom::parser parser;
  std::map<std::string, Hits> kinds;
  Hits all, timed;
  size_t contradictory = 0;
  for (const simdjson::dom::element item : simdjson::dom::array(parser.parse(file))) {
    const std::string text = text_of(item, "Input");
    std::string now;
    if (simdjson::dom::element context; item["Context"].get(context) == simdjson::SUCCESS) now = text_of(context, "ReferenceDateTime");
    simdjson::dom::array results;
    if (now.size() < 10 || item["Results"].get(results) != simdjson::SUCCESS) continue;
    bool applicable = results.size() > 0, days = true;
    bool contradicts = std::find(std::begin(kContradictions), std::end(kContradictions), text) != std::end(kContradictions);
    std::string kind;
    for (const simdjson::dom::element result : results) {
      const std::string type = text_of(result, "TypeName");
      const std::string_view own = std::string_view(type).substr(std::min<size_t>(type.size(), 11));
      simdjson::dom::element resolution;
      simdjson::dom::array values;
      applicable &= result["Resolution"].get(resolution) == simdjson::SUCCESS && resolution.is_object();
      applicable = applicable && resolution["values"].get(values) == simdjson::SUCCESS && own != "timezone" && own != "datetimealt";
      if (!applicable) break;
      for (const simdjson::dom::element value : values) applicable &= !nowhere(text_of(value, "timex"), text_of(value, "value"));
      contradicts |= other_weekday(text_of(result, "Text"), resolution["values"]);
      days &= of_days(own);
      kind += (kind.empty() ? "" : "+") + std::string(own);
    }
    if (!applicable) continue;
    if (contradicts) {
      ++contradictory;
      continue;
    }
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    const auto found = read_times(document, engine.knowledge, now.substr(0, 10));
    bool right = true;
    for (const simdjson::dom::element result : results) {
      uint64_t begin = 0, end = 0;
      if (result["Start"].get(begin) != simdjson::SUCCESS || result["End"].get(end) != simdjson::SUCCESS) continue;
      const std::vector<uint32_t> bytes = bytes_of(text);
      if (begin >= bytes.size() || end + 1 >= bytes.size()) continue;
      const Span span{bytes[begin], bytes[end + 1]};
      Reading read;
      for (const TimeExpression& time : found)
        if (time.span.overlaps(span) && (read.first == nullptr || !time.start.empty() || time.value == "PRESENT_REF" ||
                                         (read.first->value == "PRESENT_REF" && time.type == "TIME")))
          read.last = &time, read.first = read.first ? read.first : &time;
      right &= read.first && reads_as(read, text, now.substr(0, 10), result["Resolution"]["values"]);
    }
    Hits& own = days ? all : timed;
    if (kind.find('+') != std::string::npos) kind = days ? "several" : "several, with a time of day";
    ++own.gold, own.right += right, ++kinds[kind].gold, kinds[kind].right += right;
    if (!right && engine.show) {
      std::printf("%s | %s | %s |", kind.c_str(), now.substr(0, 10).c_str(), text.c_str());
      for (const simdjson::dom::element result : results) std::printf(" %s", std::string(simdjson::minify(result["Resolution"])).c_str());
      for (const TimeExpression& t : found) std::printf(" got %s %s..%s", t.value.c_str(), t.start.c_str(), t.end.c_str());
      std::printf("\n");
    }
  }
  for (const auto& [name, hits] : kinds) std::printf("%-28s %.3f of %zu\n", name.c_str(), share(hits.right, hits.gold), hits.gold);
  std::printf("left out, contradict themselves %zu\n", contradictory);
  std::printf("days, lengths and sets       %.3f of %zu\nwith a time of day           %.3f of %zu\n", share(all.right, all.gold), all.gold,
              share(timed.right, timed.gold), timed.gold);
}

}  // namespace gesta::sets
