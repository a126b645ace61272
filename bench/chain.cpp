// bench_chain FOLDER: the whole chain on one core over the HTML pages of a folder; pages/s, words/s and the share of each room.
// bench_chain FOLDER all: language alone, every sentence read up to coreference, none of events; then tagging and parsing once more by themselves.
// The folder is read three times and the fastest reading of each page counts, so that a busy machine disturbs little.
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>

#include "base/file.h"
#include "events/kind.h"
#include "pipeline.h"

namespace gesta {
namespace {

// Time of this thread on the processor, seconds: other work on the machine counts little.
double now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

struct Work {
  std::array<double, 3> seconds{};  // pages, language, events (or tagging and parsing)
  size_t bytes = 0, tokens = 0, sentences = 0, parsed = 0, events = 0;
};

void keep_fastest(double seconds, double& best) { best = best == 0 ? seconds : std::min(best, seconds); }

void measure(const Engine& engine, const std::string& path, Trees trees, Work& work) {
  Page page;
  page.id = path;
  page.body = read_file(path).value_or("");
  work.bytes = page.body.size();
  const auto start = now();
  const auto article = read_article(page);
  const auto read = now();
  keep_fastest(read - start, work.seconds[0]);
  if (!article) return;
  Document document = engine.language().read(article.value().text, marks_of(article.value()), trees);
  const auto parsed = now();
  if (trees == Trees::likely)
    work.events = engine.coder().code(article.value(), document, kinds_of(article.value(), engine.language()).article).size();
  else
    engine.language().parse(document);
  const auto coded = now();
  keep_fastest(parsed - read, work.seconds[1]);
  keep_fastest(coded - parsed, work.seconds[2]);
  work.tokens = document.tokens.size();
  work.sentences = document.sentences.size();
  work.parsed = static_cast<size_t>(std::count_if(document.sentences.begin(), document.sentences.end(), [](const Sentence& s) { return s.parsed; }));
}

int run(const std::string& folder, Trees trees) {
  EngineOptions options;
  options.home = find_home();
  const Engine engine = Engine::load(options);
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Work> pages(paths.size());
  for (int round = 0; round < 3; ++round)
    for (size_t i = 0; i < paths.size(); ++i) measure(engine, paths[i], trees, pages[i]);
  Work all;
  for (const Work& page : pages) {
    for (size_t room = 0; room < 3; ++room) all.seconds[room] += page.seconds[room];
    all.bytes += page.bytes, all.tokens += page.tokens, all.events += page.events;
    all.sentences += page.sentences, all.parsed += page.parsed;
  }
  if (trees == Trees::all) {
    std::printf("%zu pages, %zu tokens in %zu sentences, one core\n", paths.size(), all.tokens, all.sentences);
    std::printf("everything up to coreference %.0f tokens/s  tagging and parsing %.0f tokens/s\n", static_cast<double>(all.tokens) / all.seconds[1],
                static_cast<double>(all.tokens) / all.seconds[2]);
    return 0;
  }
  const double total = all.seconds[0] + all.seconds[1] + all.seconds[2];
  const auto per_second = [&](size_t amount) { return static_cast<double>(amount) / total; };
  std::printf("%zu pages, %.1f MB, %zu tokens, %zu of %zu sentences parsed, %zu events, one core\n", paths.size(),
              static_cast<double>(all.bytes) / 1e6, all.tokens, all.parsed, all.sentences, all.events);
  std::printf("%.1f pages/s  %.1f MB/s  %.0f tokens/s\n", per_second(paths.size()), per_second(all.bytes) / 1e6, per_second(all.tokens));
  std::printf("pages %.1f %%  language %.1f %% (%.0f tokens/s)  events %.1f %% (%.0f parsed sentences/s)\n", 100 * all.seconds[0] / total,
              100 * all.seconds[1] / total, static_cast<double>(all.tokens) / all.seconds[1], 100 * all.seconds[2] / total,
              static_cast<double>(all.parsed) / all.seconds[2]);
  return 0;
}

}  // namespace
}  // namespace gesta

int main(int argc, char** argv) {
  const bool all = argc == 3 && argv[2] == std::string_view("all");
  if (argc != 2 && !all) return std::fprintf(stderr, "usage: bench_chain FOLDER [all]\n"), 2;
  try {
    return gesta::run(argv[1], all ? gesta::Trees::all : gesta::Trees::likely);
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "bench_chain: %s\n", error.what()), 2;
  }
}
