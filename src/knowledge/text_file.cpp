// The reader of data files; see text_file.h.
#include "knowledge/text_file.h"

#include <charconv>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kChunk = 1 << 16;
constexpr std::string_view kSeparator = " | ";

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

Field trimmed(std::string_view text, uint32_t column) {
  size_t first = 0, last = text.size();
  while (first < last && blank(text[first])) ++first;
  while (last > first && blank(text[last - 1])) --last;
  return {text.substr(first, last - first), column + static_cast<uint32_t>(first)};
}

std::string_view without_comment(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos || line[first] == '#') return {};
  return line.substr(0, line.find("  #"));
}

void cut_fields(std::string_view line, std::vector<Field>& out) {
  out.clear();
  for (size_t at = 0;;) {
    size_t end = line.find(kSeparator, at);
    const bool last = end == std::string_view::npos;
    if (last) end = line.size() >= at + 2 && line.ends_with(" |") ? line.size() - 2 : line.size();
    out.push_back(trimmed(line.substr(at, end - at), static_cast<uint32_t>(at + 1)));
    if (last) return;
    at = end + kSeparator.size();
  }
}

bool number(std::string_view text, size_t digits, int& out) {
  if (text.size() != digits) return false;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= 0;
}

}  // namespace

std::string_view Strings::keep(std::string_view text) {
  if (text.empty()) return {};
  if (chunks_.empty() || chunks_.back().capacity() - chunks_.back().size() < text.size()) {
    chunks_.emplace_back();
    chunks_.back().reserve(std::max(kChunk, text.size()));
  }
  std::string& chunk = chunks_.back();
  const size_t at = chunk.size();
  chunk.append(text);
  return std::string_view(chunk).substr(at);
}

void Faults::add(std::string_view file, uint32_t line, uint32_t column, std::string_view reason) {
  if (count_++ >= kKept) return;
  list_.push_back(std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " + std::string(reason));
}

void each_line(std::string_view file, std::string_view content, Faults& faults, const std::function<void(const Line&)>& read) {
  Line line{file, {}, 0, {}, &faults};
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  for (size_t at = 0; at < content.size();) {
    const size_t end = std::min(content.find('\n', at), content.size());
    const std::string_view raw = content.substr(at, end - at);
    at = end + 1;
    ++line.number;
    line.text = without_comment(raw);
    while (!line.text.empty() && blank(line.text.back())) line.text.remove_suffix(1);
    if (line.text.empty()) continue;
    if (!valid_utf8(line.text)) {
      line.fault(1, "not UTF-8");
      continue;
    }
    cut_fields(line.text, line.fields);
    read(line);
  }
}

std::vector<Field> split_field(const Field& field, char separator) {
  std::vector<Field> parts;
  if (field.text == "-") return parts;
  for (size_t at = 0; at <= field.text.size();) {
    const size_t end = std::min(field.text.find(separator, at), field.text.size());
    const Field part = trimmed(field.text.substr(at, end - at), field.column + static_cast<uint32_t>(at));
    if (!part.text.empty()) parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

bool parse_day(std::string_view text, DayRange& out) {
  int year = 0, month = 0, day = 0;
  if (!number(text.substr(0, 4), 4, year) || year < 1000) return false;
  if (text.size() == 4) return out = {to_days({year, 1, 1}), to_days({year + 1, 1, 1})}, true;
  if (text[4] != '-' || !number(text.substr(5, 2), 2, month) || month < 1 || month > 12) return false;
  const int first = to_days({year, month, 1});
  if (text.size() == 7) return out = {first, first + days_in_month(year, month)}, true;
  if (text.size() != 10 || text[7] != '-' || !number(text.substr(8), 2, day) || !valid(Date{year, month, day})) return false;
  return out = {first + day - 1, first + day}, true;
}

}  // namespace gesta
