// A reading as a table for people: a heading with title and date, then one row an event. Columns are as wide as their widest cell, cut at a limit.
#include "faces/table.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kColumns = 8;
using Row = std::array<std::string, kColumns>;
constexpr std::array<std::string_view, kColumns> kHeads = {"when", "who", "did what", "to whom", "code", "where", "whether", "according to"};
constexpr std::array<size_t, kColumns> kWidest = {23, 30, 34, 30, 20, 18, 12, 28};

size_t width(std::string_view text) {
  size_t points = 0;
  for (size_t at = 0; at < text.size(); at += decode_utf8(text, at).length) ++points;
  return points;
}

std::string cut(std::string_view text, size_t limit) {
  std::string out;
  size_t points = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (++points > limit - 1 && at + point.length < text.size()) return out + "…";
    out += point.value < 0x20 ? " " : text.substr(at, point.length);
    at += point.length;
  }
  return out;
}

template <class List>
std::string join(const List& list) {
  std::string out;
  for (const auto& entry : list) {
    if (!out.empty()) out += ", ";
    out += entry.name;
  }
  return out;
}

std::string days(const std::optional<When>& when) {
  if (!when) return "";
  return when->start == when->end || when->end.empty() ? when->start : when->start + ".." + when->end;
}

Row row_of(const Report& report, std::string_view text) {
  std::string what(report.span.of(text));
  for (const Count& count : report.counts) what += " [" + count.what + " " + std::to_string(static_cast<long long>(count.value)) + "]";
  std::string where = report.where ? report.where->name : "";
  if (report.where && !report.where->country.empty()) where += " " + report.where->country;
  return {
      days(report.when),   join(report.source), what, join(report.target), report.type + " " + report.cameo, where, std::string(name(report.status)),
      join(report.said_by)};
}

}  // namespace

std::string to_table(const Reading& reading) {
  const Article& article = *reading.article;
  std::vector<Row> rows(1);
  for (size_t i = 0; i < kColumns; ++i) rows[0][i] = kHeads[i];
  for (const Report& report : reading.reports) rows.push_back(row_of(report, article.text));
  std::array<size_t, kColumns> wide{};
  for (Row& row : rows) {
    for (size_t i = 0; i < kColumns; ++i) {
      row[i] = cut(row[i], kWidest[i]);
      wide[i] = std::max(wide[i], width(row[i]));
    }
  }
  std::string out = article.title.empty() ? article.id : article.title;
  out += "\n" + article.id + ", published " +
         (article.published.date.empty() ? "unknown" : article.published.date + " (" + article.published.basis + ")") + ", " +
         std::to_string(reading.reports.size()) + " events\n";
  if (reading.reports.empty()) return out + "\n";
  for (const Row& row : rows) {
    std::string line;
    for (size_t i = 0; i < kColumns; ++i) line += row[i] + std::string(wide[i] - width(row[i]) + 2, ' ');
    out += "  " + line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out + "\n";
}

}  // namespace gesta
