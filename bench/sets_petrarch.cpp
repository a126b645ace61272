// Records in the form of PETRARCH's own tests, with the dictionaries that the file names and nothing of ours but the parser.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "base/utf8.h"
#include "events/fields_tree.h"
#include "sets.h"

namespace gesta::sets {

namespace {

using Triple = std::array<std::string, 3>;  // source, target, code

// An attribute in either kind of quotation marks, blanks around the sign or not.
std::string loose_attribute(std::string_view tag, std::string_view key) {
  size_t at = tag.find(" " + std::string(key));
  if (at == std::string_view::npos) return {};
  at = tag.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  return std::string(tag.substr(at + 1, tag.find(tag[at], at + 1) - at - 1));
}

std::vector<std::string> codes_of(const std::vector<Party>& parties) {
  std::vector<std::string> out;
  for (const Party& party : parties) out.push_back(party.code.empty() ? "---" : party.code);
  if (out.empty()) out.emplace_back("---");
  return out;
}

std::string shown(const std::set<Triple>& events) {
  std::string out;
  for (const auto& [source, target, code] : events) out += " " + source + ">" + target + "=" + code;
  return out.empty() ? " none" : out;
}

}  // namespace

void petrarch(const Engine& engine, const std::string& path) {
  const std::string file = slurp(path);
  Knowledge::Options options;
  options.strict = false;
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  for (const std::string_view kind : {"Verbfile", "Actorfile", "Agentfile", "Discardfile"})
    options.petrarch.push_back(folder + std::string(first(file, "<" + std::string(kind) + ">", "</")));
  const Knowledge knowledge = Knowledge::load(options);
  const Coder coder = Coder::load("/nowhere", "build/data", knowledge);
  bool pairs_only = true;
  std::map<std::string, Hits> categories;
  Hits all;
  size_t silent = 0;
  for (size_t at = file.find("<Sentences>"); at != std::string::npos;) {
    const size_t config = file.find("<Config ", at), record = file.find("<Sentence ", at);
    if (record == std::string::npos) break;
    if (config < record) {
      const std::string_view tag = std::string_view(file).substr(config, file.find('>', config) - config);
      if (loose_attribute(tag, "option") == "require_dyad") pairs_only = to_lower(loose_attribute(tag, "value")) != "false";
      at = config + 1;
      continue;
    }
    const size_t end = file.find("</Sentence>", record);
    const std::string_view whole = std::string_view(file).substr(record, end - record), head = whole.substr(0, whole.find('>'));
    at = end == std::string::npos ? end : end + 1;
    std::set<Triple> gold, found;
    for (size_t tag = whole.find("<EventCoding "); tag != std::string_view::npos; tag = whole.find("<EventCoding ", tag + 1)) {
      const std::string_view event = whole.substr(tag, whole.find('>', tag) - tag);
      if (event.find("eventcode") != std::string_view::npos)
        gold.insert({loose_attribute(event, "sourcecode"), loose_attribute(event, "targetcode"), loose_attribute(event, "eventcode")});
    }
    Article article;
    std::string date = loose_attribute(head, "date");
    if (date.size() == 8) date.insert(6, "-"), date.insert(4, "-");
    article.id = "record", article.published.date = date;
    for (const char c : plain(first(whole, "<Text>", "</Text>")))
      if (c != '\n' || !article.text.ends_with(' ')) article.text += c == '\n' ? ' ' : c;
    while (article.text.ends_with(' ')) article.text.pop_back();
    article.text.erase(0, std::min(article.text.find_first_not_of(' '), article.text.size()));
    const Document document = engine.reader.read(article.text, tree::paragraphs_of(article.text));
    for (const Report& report : coder.code(article, document, {}))
      for (const std::string& source : codes_of(report.source))
        for (const std::string& target : codes_of(report.target))
          if (!pairs_only || (source != "---" && target != "---")) found.insert({source, target, report.cameo});
    Hits& category = categories[loose_attribute(head, "category")];
    ++all.gold, ++category.gold, all.right += gold == found, category.right += gold == found, silent += found.empty() && !gold.empty();
    if (gold != found && engine.show)
      std::printf("%s: %s\n    gold%s\n    got %s\n", loose_attribute(head, "id").c_str(), article.text.c_str(), shown(gold).c_str(),
                  shown(found).c_str());
  }
  for (const auto& [name, hits] : categories) std::printf("%-10s exact %.3f of %zu\n", name.c_str(), share(hits.right, hits.gold), hits.gold);
  std::printf("records exact %.3f (%zu of %zu), silent where there are events %zu\n", share(all.right, all.gold), all.right, all.gold, silent);
}

}  // namespace gesta::sets
