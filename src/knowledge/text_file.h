// The one reader of all text formats in data/: lines, `#` comments at the start of a line or after two spaces, fields parted by " | ".
// Faults are collected as file:line:column: reason and reported together; nothing here throws on bad content.
// Left out on purpose: quoting and escapes; no name in the data needs " | ".
#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace gesta {

// Strings that live as long as the knowledge; views into it stay valid.
class Strings {
 public:
  std::string_view keep(std::string_view text);

 private:
  std::deque<std::string> chunks_;
};

struct Field {
  std::string_view text;  // trimmed
  uint32_t column = 1;    // byte column of its first character, from 1
};

class Faults {
 public:
  void add(std::string_view file, uint32_t line, uint32_t column, std::string_view reason);
  const std::vector<std::string>& list() const { return list_; }
  size_t count() const { return count_; }

 private:
  static constexpr size_t kKept = 1000;  // a file that is no text of ours must not fill the memory
  std::vector<std::string> list_;
  size_t count_ = 0;
};

struct Line {
  std::string_view file;
  std::string_view text;  // without the comment, trimmed at the end
  uint32_t number = 0;
  std::vector<Field> fields;
  Faults* faults = nullptr;

  void fault(uint32_t column, std::string_view reason) const { faults->add(file, number, column, reason); }
  std::string where() const { return std::string(file) + ":" + std::to_string(number); }
};

// Calls `read` for each line that is neither empty nor a comment. `content` must outlive the views taken from it.
void each_line(std::string_view file, std::string_view content, Faults& faults, const std::function<void(const Line&)>& read);
// Parts of a field: trimmed, empty ones dropped, "-" alone is an empty list.
std::vector<Field> split_field(const Field& field, char separator);

// A day of a role: YYYY, YYYY-MM or YYYY-MM-DD, as days since 1970; its first day, or the first day after it.
struct DayRange {
  int first, next;
};
bool parse_day(std::string_view text, DayRange& out);

}  // namespace gesta
