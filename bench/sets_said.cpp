// PolNeAR (Newell et al. 2018): sources with their cues; a pair is right when the heads of both lie in those of one mark.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>

#include "events/attributions.h"
#include "events/fields_tree.h"
#include "sets.h"

namespace gesta::sets {

namespace {

struct Mark {
  std::vector<Span> source, cue;
};

}  // namespace

void said(const Engine& engine, const std::string& folder) {
  Hits pairs;
  for (const std::string& path : files_of(folder + "/attributions", ".ann")) {
    std::string name = std::filesystem::path(path).stem().string();
    name = name.substr(0, name.rfind('_'));
    const std::string text = slurp(folder + "/text/" + name + ".txt"), marks = slurp(path);
    const std::vector<uint32_t> bytes = bytes_of(text);
    std::map<std::string, std::vector<Span>> spans;
    std::vector<Mark> gold;
    for (size_t at = 0; at < marks.size();) {
      const size_t end = std::min(marks.find('\n', at), marks.size());
      const std::string line = marks.substr(at, end - at);
      at = end + 1;
      const size_t tab = line.find('\t'), tab2 = line.find('\t', tab + 1);
      if (tab == std::string::npos) continue;
      if (line[0] == 'T') {
        std::string places = line.substr(tab + 1, tab2 - tab - 1);
        places.erase(0, places.find(' ') + 1);
        for (size_t p = 0; p < places.size();) {
          const size_t stop = std::min(places.find(';', p), places.size());
          const size_t from = std::stoul(places.substr(p)), to = std::stoul(places.substr(places.find(' ', p) + 1));
          if (from < bytes.size() && to < bytes.size()) spans[line.substr(0, tab)].push_back({bytes[from], bytes[to]});
          p = stop + 1;
        }
      } else if (line[0] == 'E') {
        Mark mark;
        for (size_t p = tab + 1; p < line.size();) {
          const size_t stop = std::min(line.find(' ', p), line.size()), colon = line.find(':', p);
          const std::string role = line.substr(p, colon - p), id = line.substr(colon + 1, stop - colon - 1);
          std::vector<Span>* into = role.starts_with("Source") ? &mark.source : role.starts_with("Cue") ? &mark.cue : nullptr;
          if (into) into->insert(into->end(), spans[id].begin(), spans[id].end());
          p = stop + 1;
        }
        if (!mark.source.empty() && !mark.cue.empty()) gold.push_back(mark);
      }
    }
    const Document document = engine.reader.read(text, tree::paragraphs_of(text));
    std::set<size_t> used;
    for (const Attribution& one : read_attributions(document)) {
      ++pairs.found;
      const auto in = [&](uint32_t head) { return [&document, head](const Span& s) { return s.overlaps(document.tokens[head].span); }; };
      const auto right = std::find_if(gold.begin(), gold.end(), [&](const Mark& mark) {
        return !used.count(static_cast<size_t>(&mark - gold.data())) && std::any_of(mark.source.begin(), mark.source.end(), in(one.source)) &&
               std::any_of(mark.cue.begin(), mark.cue.end(), in(one.cue));
      });
      if (right != gold.end())
        ++pairs.right, used.insert(static_cast<size_t>(right - gold.begin()));
      else if (engine.show)
        std::printf("false %s | %s\n", std::string(document.tokens[one.source].form).c_str(), std::string(document.tokens[one.cue].form).c_str());
    }
    pairs.gold += gold.size();
    if (engine.show)
      for (size_t k = 0; k < gold.size(); ++k)
        if (!used.count(k))
          std::printf("missed %s | %s\n", std::string(gold[k].source[0].of(text)).c_str(), std::string(gold[k].cue[0].of(text)).c_str());
  }
  std::printf("attributions %zu  found %zu  right %zu  P %.3f R %.3f F1 %.3f\n", pairs.gold, pairs.found, pairs.right,
              share(pairs.right, pairs.found), share(pairs.right, pairs.gold), pairs.f1());
}

}  // namespace gesta::sets
