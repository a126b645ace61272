// MEANTIME (Minard et al. 2016): TIMEX3 spans and values.
#include <algorithm>
#include <cstdio>
#include <map>

#include "events/fields_tree.h"
#include "events/times_eval.h"
#include "sets.h"

namespace gesta::sets {

namespace {

std::string attribute(std::string_view tag, std::string_view key) { return std::string(first(tag, " " + std::string(key) + "=\"", "\"")); }

constexpr int kLastMarked = 5;  // the sentences after it carry no marks

}  // namespace

void meantime(const Engine& engine, const std::string& folder) {
  TimeScores scores;
  for (const std::string& path : files_of(folder, ".xml")) {
    const std::string file = slurp(path);
    TimeText text;
    std::map<std::string, Span> tokens;
    std::string sentence = "0";
    for (size_t at = 0;;) {
      const size_t open = file.find("<token ", at);
      if (open == std::string::npos) break;
      const std::string_view tag = std::string_view(file).substr(open, file.find('>', open) - open);
      const std::string form = plain(first(std::string_view(file).substr(open), ">", "</token>")), number = attribute(tag, "sentence");
      at = open + tag.size();
      if (std::stoi(number) > kLastMarked) continue;
      // Title and date line stand by themselves.
      if (!text.text.empty()) text.text += number != sentence && std::stoi(number) < 3 ? "\n\n" : " ";
      sentence = number;
      tokens[attribute(tag, "t_id")] = {static_cast<uint32_t>(text.text.size()), static_cast<uint32_t>(text.text.size() + form.size())};
      text.text += form;
    }
    for (size_t at = 0;;) {
      const size_t open = file.find("<TIMEX3 ", at);
      if (open == std::string::npos) break;
      const std::string_view tag = std::string_view(file).substr(open, file.find('>', open) - open);
      at = open + tag.size();
      if (attribute(tag, "functionInDocument") == "CREATION_TIME") text.published = attribute(tag, "value");
      if (tag.ends_with('/')) continue;
      Span span{~0u, 0};
      const std::string_view body = std::string_view(file).substr(at, file.find("</TIMEX3>", at) - at);
      for (size_t k = 0; k != std::string::npos;) {
        const std::string id(between(body, "t_id=\"", "\"", k));
        if (!tokens.count(id)) continue;
        span.begin = std::min(span.begin, tokens[id].begin), span.end = std::max(span.end, tokens[id].end);
      }
      if (span.end > 0) text.times.push_back({span, attribute(tag, "value")});
    }
    std::sort(text.times.begin(), text.times.end(), [](const MarkedTime& a, const MarkedTime& b) { return a.span.begin < b.span.begin; });
    if (engine.show) {
      const Document document = engine.reader.read(text.text, tree::paragraphs_of(text.text));
      const auto found = read_times(document, engine.knowledge, text.published);
      for (const MarkedTime& mark : text.times) {
        const auto hit = std::find_if(found.begin(), found.end(), [&](const TimeExpression& t) { return t.span.overlaps(mark.span); });
        if (hit == found.end() || hit->value != mark.value)
          std::printf("%s | %s = %s, got %s\n", text.published.c_str(), std::string(mark.span.of(text.text)).c_str(), mark.value.c_str(),
                      hit == found.end() ? "-" : hit->value.c_str());
      }
    }
    score_times(engine.reader, engine.knowledge, text, scores);
  }
  const auto f1 = [&](size_t hits) { return Hits{scores.gold, scores.found, hits}.f1(); };
  std::printf("files %zu  gold %zu  found %zu\nspans (overlap) F1 %.3f\nvalues F1 %.3f\n", scores.files, scores.gold, scores.found,
              f1(scores.matched), f1(scores.values));
}

}  // namespace gesta::sets
