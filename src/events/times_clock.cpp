// A scanner over the letters, as tokens cut such times in many ways ("3 p . m .", "8am-3", "4:00pm").
#include "events/times_clock.h"

#include <algorithm>

#include "base/utf8.h"

namespace gesta {

namespace {

enum class Half : unsigned char { open, morning, afternoon };
struct Point {
  int hour = 0, minute = 0, second = -1;
  Half half = Half::open;
  bool sure = false;    // more than a bare number
  bool worded = false;  // in words
};
struct Named {
  std::string_view word;
  int value;
};
constexpr Named kHours[] = {{"one", 1},   {"two", 2},   {"three", 3}, {"four", 4}, {"five", 5},    {"six", 6},
                            {"seven", 7}, {"eight", 8}, {"nine", 9},  {"ten", 10}, {"eleven", 11}, {"twelve", 12}};
constexpr Named kTeens[] = {{"ten", 10}, {"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"five", 5}};
constexpr Named kTens[] = {{"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}};
constexpr std::string_view kTo[] = {"to", "until", "till", "through", "-", "\xE2\x80\x93", "~"};

bool digit(char c) { return c >= '0' && c <= '9'; }
bool inside_word(char c) { return digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'); }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}
  size_t at() const { return at_; }
  void back(size_t at) { at_ = at; }
  char next() const { return at_ < text_.size() ? text_[at_] : ' '; }
  bool ends() const { return at_ >= text_.size() || !inside_word(text_[at_]); }

  void spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  // The letters, in either case, as a whole word.
  bool word(std::string_view wanted) {
    const size_t from = at_;
    spaces();
    if (glued(wanted) && (!inside_word(wanted.back()) || ends())) return true;
    at_ = from;
    return false;
  }
  bool glued(std::string_view wanted) {
    if (text_.size() - at_ < wanted.size()) return false;
    for (size_t i = 0; i < wanted.size(); ++i)
      if (ascii_lower(text_[at_ + i]) != wanted[i]) return false;
    at_ += wanted.size();
    return true;
  }
  template <size_t N>
  std::optional<int> one_of(const Named (&table)[N]) {
    for (const Named& entry : table)
      if (word(entry.word)) return entry.value;
    return std::nullopt;
  }
  // Digits, at most `most`; how many in `count`.
  std::optional<int> number(size_t most, size_t& count) {
    const size_t from = at_;
    spaces();
    int value = 0;
    for (count = 0; at_ < text_.size() && digit(text_[at_]) && count <= most; ++count) value = value * 10 + (text_[at_++] - '0');
    if (count > 0 && count <= most) return value;
    at_ = from;
    return std::nullopt;
  }
  // ":30", ".30"
  std::optional<int> sixty() {
    if (at_ + 3 > text_.size() || (text_[at_] != ':' && text_[at_] != '.') || text_[at_ + 1] < '0' || text_[at_ + 1] > '5' || !digit(text_[at_ + 2]))
      return std::nullopt;
    if (at_ + 3 < text_.size() && digit(text_[at_ + 3])) return std::nullopt;
    const int value = (text_[at_ + 1] - '0') * 10 + (text_[at_ + 2] - '0');
    at_ += 3;
    return value;
  }
  // am, a.m., "p . m .", and glued to figures "9a".
  Half half(bool figure) {
    const size_t from = at_;
    const bool touches = at_ < text_.size() && text_[at_] != ' ';
    glued(".");  // "9.am"
    spaces();
    const Half which = glued("a") ? Half::morning : glued("p") ? Half::afternoon : Half::open;
    const size_t letter = at_;
    if (which != Half::open) {
      const bool dotted = dot();
      spaces();
      if (glued("m") && ends()) {
        if (dotted) dot();
        return which;
      }
      at_ = letter;
      if (figure && touches && ends()) return which;
    }
    at_ = from;
    return Half::open;
  }

 private:
  bool dot() {
    const size_t from = at_;
    spaces();
    if (glued(".")) return true;
    at_ = from;
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
};

void half_in_words(Scanner& scan, Point& point) {
  const size_t from = scan.at();
  const bool in = scan.word("in") && scan.word("the");
  if (in && scan.word("morning")) {
    point.half = Half::morning;
  } else if (in && (scan.word("afternoon") || scan.word("evening"))) {
    point.half = Half::afternoon;
  } else {
    scan.back(from);
    if (!(scan.word("at") && scan.word("night"))) return scan.back(from);
    point.half = point.hour >= 6 && point.hour < 12 ? Half::afternoon : Half::morning;
  }
  point.sure = true;
}

void o_clock(Scanner& scan, Point& point) {
  if (scan.word("o'clock") || scan.word("oclock") ||
      scan.word("o\xE2\x80\x99"
                "clock"))
    point.sure = true;
}

// "9", "9:30", "7:56:30", "0730", "11ish"
std::optional<Point> in_figures(Scanner& scan) {
  Point point;
  size_t count = 0;
  const auto figure = scan.number(4, count);
  if (!figure || count == 3) return std::nullopt;
  point.hour = count == 4 ? *figure / 100 : *figure;
  point.minute = count == 4 ? *figure % 100 : 0;
  point.sure = count == 4 && *figure < 1000;
  if (count < 3) {
    const bool colon = scan.next() == ':';
    if (const auto minute = scan.sixty()) {
      point.minute = *minute, point.sure = colon;
      if (const auto second = scan.sixty()) point.second = *second;
    }
  }
  if (!scan.ends() && scan.glued("ish")) point.sure = true;
  point.half = scan.half(true);
  if (!scan.ends()) return std::nullopt;
  if (count == 4 && (scan.word("hours") || scan.word("hrs"))) point.sure = true;
  if (count == 4 && !point.sure && point.half == Half::open) return std::nullopt;  // a year
  return point;
}
// "nine", "nine thirty", "two forty five"
std::optional<Point> in_words(Scanner& scan, bool led) {
  Point point;
  const auto word = scan.one_of(kHours);
  if (!word) return std::nullopt;
  point.hour = *word;
  point.worded = true;
  const size_t from = scan.at();
  if (const auto tens = scan.one_of(kTens)) {
    point.minute = *tens;
    if (scan.glued("-")) scan.spaces();
    if (const auto ones = scan.one_of(kHours); ones && *ones < 10) point.minute += *ones;
  } else if (const auto teen = scan.one_of(kTeens)) {
    point.minute = *teen;
  }
  point.half = scan.half(false);
  const bool minutes = point.minute > 0 && (point.half != Half::open || (led && point.minute >= 20)) && scan.next() != '-';
  if (point.minute > 0 && !minutes) {  // "two thirty-year-old men"
    scan.back(from);
    point.minute = 0;
    point.half = scan.half(false);
  }
  point.sure = minutes;
  return point;
}
std::optional<Point> hour(Scanner& scan, bool led) {
  const size_t from = scan.at();
  auto point = in_figures(scan);
  if (!point) {
    scan.back(from);
    point = in_words(scan, led);
  }
  if (!point) return std::nullopt;
  if (point->half != Half::open) point->sure = true;
  o_clock(scan, *point);
  if (point->hour <= 12 && point->half == Half::open && (led || point->sure)) half_in_words(scan, *point);
  if (point->hour == 12 && (scan.word("noon") || scan.word("midday"))) point->half = Half::afternoon, point->sure = true;
  if (point->hour == 12 && scan.word("midnight")) point->half = Half::morning, point->sure = true;
  if (point->hour > 24 || point->minute > 59 || (point->half != Half::open && point->hour > 12)) return std::nullopt;
  return point;
}

// "half past seven", "a quarter to eight", "20 minutes past eight"
std::optional<Point> past(Scanner& scan) {
  int minutes = 0;
  bool counted = true;  // nothing else is counted so
  const size_t from = scan.at();
  size_t count = 0;
  if (!scan.word("a")) scan.back(from);
  if (scan.word("half")) {
    minutes = 30;
  } else if (scan.word("quarter")) {
    minutes = 15;
  } else {
    auto number = scan.number(2, count);
    if (!number) number = scan.one_of(kTens);
    if (!number) number = scan.one_of(kTeens);
    if (!number || *number < 1 || *number > 59) return std::nullopt;
    minutes = *number;
    if (count == 0 && minutes == 20 && scan.word("five")) minutes = 25;
    counted = scan.word("minutes") || scan.word("mins") || scan.word("min");
  }
  const bool before = scan.word("to");
  if ((!before && !scan.word("past")) || (before && minutes == 30)) return std::nullopt;
  auto point = hour(scan, true);
  if (!point || point->minute != 0 || point->hour > 12 || point->hour < 1) return std::nullopt;
  if (before && !counted && (count > 0 || point->half != Half::open || !point->sure)) return std::nullopt;  // "15 to 20 people", "5 to 6pm"
  point->sure = true;
  point->minute = before ? 60 - minutes : minutes;
  if (before) point->hour = point->hour == 1 ? 12 : point->hour - 1;
  return point;
}

std::optional<Point> point_at(Scanner& scan, bool led) {
  const size_t from = scan.at();
  if (auto found = past(scan)) return found;
  scan.back(from);
  return hour(scan, led);
}

int hour_of(const Point& point) {
  if (point.half == Half::afternoon) return point.hour % 12 + 12;
  return point.half == Half::morning ? point.hour % 12 : point.hour;
}
std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }
std::string written(const Point& point) {
  return "T" + two(hour_of(point)) + ":" + two(point.minute) + (point.second < 0 ? "" : ":" + two(point.second));
}

// "5 to 6pm", "11:30 am to 12:30", "8am-3"
void share_half(Point& a, Point& b) {
  if (a.half == Half::open && b.half != Half::open && a.hour <= 12) {
    const bool same = a.hour % 12 * 60 + a.minute <= b.hour % 12 * 60 + b.minute;
    a.half = same == (b.half == Half::afternoon) ? Half::afternoon : Half::morning;
    if (b.half == Half::morning && !same) a.half = Half::afternoon;
  } else if (b.half == Half::open && a.half != Half::open && b.hour <= 12) {
    const bool later = b.hour % 12 * 60 + b.minute > a.hour % 12 * 60 + a.minute;
    b.half = later == (a.half == Half::morning) && b.hour != 12 ? Half::morning : Half::afternoon;
    if (b.hour == 12) b.half = a.half == Half::morning ? Half::afternoon : Half::morning;
  }
}

}  // namespace

std::optional<ClockTime> read_clock(std::string_view text, bool led) {
  Scanner scan(text.substr(0, 60));
  auto first = point_at(scan, led);
  if (!first) return std::nullopt;
  ClockTime out;
  out.length = scan.at();
  const size_t from = scan.at();
  bool link = false;
  for (const std::string_view word : kTo) link = link || scan.word(word);
  if (link || (led && scan.word("and"))) {
    auto second = point_at(scan, true);
    if (second && (first->sure || second->sure) && (led || first->sure || !first->worded)) {
      share_half(*first, *second);
      out.value = written(*first) + "/" + written(*second);
      out.half_day = first->half == Half::open && first->hour < 12;
      out.length = scan.at();
      return out;
    }
    const bool glued = !text.empty() && from < text.size() && text[from] == '-';
    if (second && glued && !first->worded && !second->worded && first->hour < 13 && second->hour < 13) {  // "Monday 12-4"
      out.value = written(*first) + "/" + written(*second);
      out.length = scan.at();
      out.plain = out.half_day = true;
      return out;
    }
    scan.back(from);
  }
  out.value = written(*first);
  out.plain = !first->sure;
  out.half_day = first->half == Half::open && first->hour < 12 && first->hour > 0;
  return out;
}

std::string afternoon(const std::string& value) {
  std::string out = value;
  for (size_t at = out.find('T'); at != std::string::npos; at = out.find('T', at + 1)) {
    const int hour = (out[at + 1] - '0') * 10 + (out[at + 2] - '0');
    if (hour < 12) out.replace(at + 1, 2, two(hour + 12));
  }
  return out;
}

std::optional<std::string> clock_range(const std::string& value, double minutes) {
  constexpr int day = 24 * 60;
  if (value.size() != 6 || !(minutes >= 1) || minutes >= day) return std::nullopt;
  Point point;
  point.hour = std::stoi(value.substr(1, 2)), point.minute = std::stoi(value.substr(4, 2));
  const int end = (point.hour * 60 + point.minute + static_cast<int>(minutes)) % day;
  point.hour = end / 60, point.minute = end % 60;
  return value + "/" + written(point);
}

}  // namespace gesta
