// bench_chain FOLDER: the whole chain on one core over the HTML pages of a folder; pages/s, words/s and the share of each room.
// Every page is read three times and the fastest counts, so that a busy machine disturbs little.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <limits>

#include "base/file.h"
#include "pipeline.h"

namespace gesta {
namespace {

using Clock = std::chrono::steady_clock;

struct Work {
  std::array<double, 3> seconds{};  // pages, language, events
  size_t bytes = 0, tokens = 0, events = 0;
};

Work measure(const Engine& engine, const std::string& path) {
  Page page;
  page.id = path;
  page.body = read_file(path).value_or("");
  Work best;
  best.seconds.fill(std::numeric_limits<double>::max());
  best.bytes = page.body.size();
  for (int run = 0; run < 3; ++run) {
    const auto start = Clock::now();
    const auto article = read_article(page);
    const auto read = Clock::now();
    best.seconds[0] = std::min(best.seconds[0], std::chrono::duration<double>(read - start).count());
    if (!article) {
      best.seconds[1] = best.seconds[2] = 0;
      continue;
    }
    std::vector<ParagraphMark> marks;
    for (const Paragraph& paragraph : article.value().paragraphs) marks.push_back({paragraph.span, paragraph.heading});
    const Document document = engine.language().read(article.value().text, marks);
    const auto parsed = Clock::now();
    const auto reports = engine.coder().code(article.value(), document);
    const auto coded = Clock::now();
    best.seconds[1] = std::min(best.seconds[1], std::chrono::duration<double>(parsed - read).count());
    best.seconds[2] = std::min(best.seconds[2], std::chrono::duration<double>(coded - parsed).count());
    best.tokens = document.tokens.size();
    best.events = reports.size();
  }
  return best;
}

int run(const std::string& folder) {
  EngineOptions options;
  options.home = find_home();
  const Engine engine = Engine::load(options);
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  Work all;
  for (const std::string& path : paths) {
    const Work page = measure(engine, path);
    for (size_t room = 0; room < 3; ++room) all.seconds[room] += page.seconds[room];
    all.bytes += page.bytes, all.tokens += page.tokens, all.events += page.events;
  }
  const double total = all.seconds[0] + all.seconds[1] + all.seconds[2];
  const auto per_second = [&](size_t amount) { return static_cast<double>(amount) / total; };
  std::printf("%zu pages, %.1f MB, %zu tokens, %zu events, one core\n", paths.size(), static_cast<double>(all.bytes) / 1e6, all.tokens, all.events);
  std::printf("%.1f pages/s  %.1f MB/s  %.0f tokens/s\n", per_second(paths.size()), per_second(all.bytes) / 1e6, per_second(all.tokens));
  std::printf("pages %.1f %%  language %.1f %% (%.0f tokens/s)  events %.1f %%\n", 100 * all.seconds[0] / total, 100 * all.seconds[1] / total,
              static_cast<double>(all.tokens) / all.seconds[1], 100 * all.seconds[2] / total);
  return 0;
}

}  // namespace
}  // namespace gesta

int main(int argc, char** argv) {
  if (argc != 2) return std::fprintf(stderr, "usage: bench_chain FOLDER\n"), 2;
  try {
    return gesta::run(argv[1]);
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "bench_chain: %s\n", error.what()), 2;
  }
}
