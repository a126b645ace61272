// gesta eval: figures on gold files. syntax reads CoNLL-U, entities BIO tags, coref OntoGUM (language/eval.h), pages a folder of marked pages
// (pages/eval.h), time a folder of TimeML files (events/times_eval.h), events annotated texts (events/events_eval.h).
#include "language/eval.h"

#include <cstdio>
#include <fstream>
#include <sstream>

#include "base/file.h"
#include "events/events_eval.h"
#include "events/times_eval.h"
#include "faces/commands.h"

namespace gesta {

namespace {

std::string read_gold(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) throw SetupError(path + ": cannot be read");
  return std::move(*bytes);
}

void write_details(const std::string& path, const std::string& details) {
  if (path.empty()) return;
  std::ofstream file(path, std::ios::binary);
  if (!(file << details) || !file.flush()) throw SetupError(path + ": cannot be written");
}

}  // namespace

int run_eval_syntax(const std::string& conllu) {
  const std::string gold = read_gold(conllu);
  const LanguageReader reader = LanguageReader::load(find_home() + "/models");
  std::printf("%s\n", evaluate_syntax(reader, gold).c_str());
  return 0;
}

int run_eval_entities(const std::string& gold, const std::string& details) {
  const std::string bytes = read_gold(gold);
  const LanguageReader reader = LanguageReader::load(find_home() + "/models");
  std::string lines;
  std::printf("%s", evaluate_entities(reader, bytes, gold, details.empty() ? nullptr : &lines).c_str());
  write_details(details, lines);
  return 0;
}

int run_eval_coref(const std::vector<std::string>& gold, const std::string& details) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const std::string& path : gold) files.emplace_back(path, read_gold(path));
  const LanguageReader reader = LanguageReader::load(find_home() + "/models");
  std::string lines;
  std::printf("%s", evaluate_coref(reader, files, details.empty() ? nullptr : &lines).c_str());
  write_details(details, lines);
  return 0;
}

int run_eval_time(const std::string& folder) {
  const LanguageReader reader = LanguageReader::load(find_home() + "/models");
  const Knowledge knowledge = Knowledge::load({find_home() + "/data", {}, {}, {}, true});
  std::printf("%s\n", evaluate_times(reader, knowledge, folder).c_str());
  return 0;
}

int run_eval_events(const std::vector<std::string>& gold, const std::string& details, double confidence) {
  const Engine engine = Engine::load({find_home(), {}, confidence});
  EventScores scores;
  std::string lines;
  for (const std::string& path : gold) {
    std::istringstream bytes(read_gold(path));
    size_t number = 0;
    for (std::string line; std::getline(bytes, line);) {
      ++number;
      if (line.find_first_not_of(" \r") == std::string::npos) continue;
      const std::string place = path + ":" + std::to_string(number);
      const CodedText text = read_coded_text(line, place);
      Page page;
      page.id = text.id, page.body = text.text, page.form = Page::Form::ready, page.published = text.published, page.site = text.site;
      const auto reading = engine.read(page);
      if (!reading) throw SetupError(place + ": " + reading.error().reason);
      scores.add(text, reading.value().article->text, reading.value().reports, details.empty() ? nullptr : &lines);
    }
  }
  std::printf("%s\n", describe(scores).c_str());
  write_details(details, lines);
  return 0;
}

int run_eval_pages(const std::string& folder, const PagesEvalOptions& options) {
  std::printf("%s\n", describe(evaluate_pages(folder, options)).c_str());
  return 0;
}

}  // namespace gesta
