// gesta explain: for the events of a page, the sentence, frames and tree, entries and table row that made them.
#include "events/explain.h"

#include <cstdio>

#include "faces/commands.h"

namespace gesta {

int run_explain(const std::string& file, size_t event, const std::string& published) {
  EngineOptions options;
  options.home = find_home();
  const Engine engine = Engine::load(options);
  InputOptions reading;
  reading.published = published;
  size_t number = 0, shown = 0, rejected = 0;
  const auto page = [&](Page&& found) {
    const Result<Reading> read = engine.read(found, Until::reasons);
    if (!read) return std::fprintf(stderr, "gesta: %s: %s\n", file.c_str(), read.error().reason.c_str()), ++rejected, true;
    for (const Report& report : read.value().reports) {
      if (++number != event && event != 0) continue;
      ++shown;
      const TextKinds& kinds = read.value().kinds;
      const std::string_view paragraph = kinds.paragraphs[read.value().document.sentences[report.sentence].paragraph];
      std::printf("%zu\ntext      %s, paragraph %s\n%s\n", number, std::string(kinds.article).c_str(), std::string(paragraph).c_str(),
                  explain(read.value().document, engine.knowledge(), report).c_str());
    }
    return true;
  };
  const auto reject = [&](Reject&& found) { return std::fprintf(stderr, "gesta: %s: %s\n", file.c_str(), found.reason.c_str()), ++rejected, true; };
  read_input(file, reading, page, reject);
  if (event != 0 && shown == 0) throw SetupError("--event " + std::to_string(event) + ": " + file + " has " + std::to_string(number) + " events");
  if (shown == 0 && rejected == 0) std::printf("no events\n");
  return rejected > 0 ? 1 : 0;
}

}  // namespace gesta
