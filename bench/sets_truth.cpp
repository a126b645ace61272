// UDS It Happened (White et al. 2016, Rudinger et al. 2018) as CoNLL: status against sign and strength of the mean judgement.
#include <cstdio>
#include <map>

#include "events/fields_tree.h"
#include "sets.h"

namespace gesta::sets {

void truth(const Engine& engine, const std::string& path) {
  const std::string file = slurp(path);
  // What is planned, ruled or wished for has not happened; what may have is uncertain.
  const auto class_of = [](Status status) {
    return status == Status::happened || status == Status::ongoing ? "happened" : status == Status::possible ? "uncertain" : "not";
  };
  std::map<std::string, Hits> classes;
  for (size_t at = 0; at < file.size();) {
    const size_t end = std::min(file.find("\n\n", at), file.size());
    std::string text;
    std::vector<std::pair<Span, double>> marks;
    for (size_t line = at; line < end;) {
      const size_t stop = std::min(file.find('\n', line), end);
      std::vector<std::string> columns(1);
      for (size_t i = line; i < stop; ++i)
        if (file[i] == '\t')
          columns.emplace_back();
        else
          columns.back() += file[i];
      line = stop + 1;
      if (columns.size() < 4) continue;
      if (!text.empty()) text += ' ';
      const uint32_t begin = static_cast<uint32_t>(text.size());
      text += columns[1];
      if (columns[2] != "_") marks.push_back({{begin, static_cast<uint32_t>(text.size())}, std::stod(columns[2])});
    }
    at = end + 2;
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    for (const auto& [span, value] : marks) {
      EventSite site;
      site.head = tree::head_of(document, span);
      if (site.head == kNone) continue;
      site.sentence = document.tokens[site.head].sentence;
      const Status status = read_status(document, engine.knowledge, site);
      const std::string gold = value > 1 ? "happened" : value < -1 ? "not" : "uncertain";
      const std::string got = class_of(status);
      ++classes[gold].gold, ++classes[got].found, classes[gold].right += gold == got;
      if (gold != got && engine.show)
        std::printf("%s for %s: %s | %s\n", got.c_str(), gold.c_str(), std::string(span.of(text)).c_str(), text.c_str());
    }
  }
  double macro = 0;
  for (const auto& [name, hits] : classes) {
    std::printf("%-10s right %.3f of %zu, found %zu\n", name.c_str(), share(hits.right, hits.gold), hits.gold, hits.found);
    macro += share(hits.right, hits.gold) / static_cast<double>(classes.size());
  }
  std::printf("macro accuracy %.3f\n", macro);
}

}  // namespace gesta::sets
