#include "events/times_eval.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/file.h"
#include "base/result.h"
#include "events/fields.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

std::string_view between(std::string_view text, std::string_view open, std::string_view close) {
  const size_t at = text.find(open);
  if (at == std::string_view::npos) return {};
  const size_t end = text.find(close, at);
  return end == std::string_view::npos ? std::string_view() : text.substr(at + open.size(), end - at - open.size());
}

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string open = " " + std::string(name) + "=\"";
  const size_t at = tag.find(open);
  if (at == std::string_view::npos) return {};
  const size_t from = at + open.size();
  return std::string(tag.substr(from, std::min(tag.find('"', from), tag.size()) - from));
}

// The character of an entity at the front of `rest`, and its length; 1 and the byte itself for anything else.
std::pair<char, size_t> character(std::string_view rest) {
  constexpr std::pair<std::string_view, char> entities[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  for (const auto& [name, c] : entities)
    if (rest.starts_with(name)) return {c, name.size()};
  return {rest[0], 1};
}

double f1(size_t hits, size_t gold, size_t found) {
  return gold + found == 0 ? 0 : 200.0 * static_cast<double>(hits) / static_cast<double>(gold + found);
}

}  // namespace

std::optional<TimeText> read_timeml(std::string_view file) {
  TimeText out;
  const size_t dct = file.find("<DCT>"), begin = file.find("<TEXT>");
  if (begin == std::string_view::npos) return std::nullopt;
  if (dct != std::string_view::npos) out.published = attribute(file.substr(dct, file.find("</DCT>", dct) - dct), "value");
  const std::string_view body = between(file, "<TEXT>", "</TEXT>");
  for (size_t at = 0; at < body.size();) {
    if (body[at] != '<') {
      const auto [c, length] = character(body.substr(at));
      out.text.push_back(c);
      at += length;
      continue;
    }
    const size_t end = std::min(body.find('>', at), body.size() - 1);
    const std::string_view tag = body.substr(at, end + 1 - at);
    const auto here = static_cast<uint32_t>(out.text.size());
    if (tag.starts_with("<TIMEX3")) out.times.push_back({{here, here}, attribute(tag, "value")});
    if (tag.starts_with("</TIMEX3") && !out.times.empty()) out.times.back().span.end = here;
    at = end + 1;
  }
  return out;
}

void score_times(const LanguageReader& reader, const Knowledge& knowledge, const TimeText& gold, TimeScores& scores) {
  const Document document = reader.read(gold.text, tree::paragraphs_of(gold.text));
  const std::vector<TimeExpression> found = read_times(document, knowledge, gold.published);
  scores.files += 1, scores.gold += gold.times.size(), scores.found += found.size();
  size_t next = 0;  // both lists ascend; a marked expression pairs once
  for (const MarkedTime& mark : gold.times) {
    while (next < found.size() && found[next].span.end <= mark.span.begin) ++next;
    if (next == found.size() || !found[next].span.overlaps(mark.span)) continue;
    scores.matched += 1;
    scores.values += found[next].value == mark.value;
    ++next;
  }
}

std::string evaluate_times(const LanguageReader& reader, const Knowledge& knowledge, const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".tml") paths.push_back(entry.path().string());
  if (paths.empty()) throw SetupError(folder + ": no .tml files");
  std::sort(paths.begin(), paths.end());
  TimeScores scores;
  for (const std::string& path : paths)
    if (const auto bytes = read_file(path))
      if (const auto text = read_timeml(*bytes)) score_times(reader, knowledge, *text, scores);
  char line[200];
  std::snprintf(line, sizeof line, "files %zu  gold %zu  found %zu\nspans (overlap) F1 %.1f\nvalues F1 %.1f", scores.files, scores.gold, scores.found,
                f1(scores.matched, scores.gold, scores.found), f1(scores.values, scores.gold, scores.found));
  return line;
}

}  // namespace gesta
