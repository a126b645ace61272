// bench_mutations FOLDER [COUNT [SEED [NUMBER]]]: COUNT (10,000) pages made of those of a folder by seeded damage - bytes turned over, pieces cut
// out, doubled, moved, put in from another page or from a list of hostile bits - go through the whole chain. Prints how many were coded and how many
// rejected with which reason, the slowest page and the most memory; ends with 1 when a page is neither, or its spans do not fit its text.
// With NUMBER it only writes out that page, for a profile of it.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>

#include "base/file.h"
#include "pages/tree.h"
#include "pipeline.h"

namespace gesta {
namespace {

constexpr std::string_view kHostile[] = {"<table><tr><td>", "</div></div></div>", "<!--",       "<script>", "<svg><style>", "&#0;",       "\xFF\xFE",
                                         "<![CDATA[",       "<template>",         "<p hidden>", "\0",       "<b><i><b><i>", "&amp;&lt;",  "<a href='",
                                         "</body></html>",  "<select><option>",   "<frameset>", "\xC3",     "<noscript>",   "{\"@type\":"};

class Mutator {
 public:
  Mutator(const std::vector<std::string>& pages, uint64_t seed) : pages_(pages), random_(seed) {}

  std::string next() {
    std::string page = pages_[below(pages_.size())];
    for (size_t turns = 1 + below(8); turns > 0; --turns) damage(page);
    return page;
  }

 private:
  size_t below(size_t n) { return n ? random_() % n : 0; }

  void damage(std::string& page) {
    const size_t at = below(page.size() + 1), length = below(std::min<size_t>(page.size() - at, 2000) + 1);
    switch (below(8)) {
      case 0:
        for (size_t n = 1 + below(64); n > 0 && !page.empty(); --n) page[below(page.size())] ^= static_cast<char>(1u << below(8));
        return;
      case 1:
        return void(page.erase(at, length));
      case 2:
        return page.resize(at);
      case 3: {
        const std::string piece = page.substr(at, length);
        for (size_t n = below(200); n > 0 && page.size() < (1u << 20); --n) page.insert(at, piece);
        return;
      }
      case 4: {
        const std::string piece = page.substr(at, length);
        page.erase(at, length);
        return void(page.insert(below(page.size() + 1), piece));
      }
      case 5: {
        const std::string& other = pages_[below(pages_.size())];
        const size_t from = below(other.size() + 1);
        return void(page.insert(at, other, from, below(2000)));
      }
      case 6:
        for (size_t n = below(300); n > 0; --n) page.insert(at, kHostile[below(std::size(kHostile))]);
        return;
      default:
        for (size_t n = 1 + below(20); n > 0; --n) page.insert(below(page.size() + 1), kHostile[below(std::size(kHostile))]);
    }
  }

  const std::vector<std::string>& pages_;
  std::mt19937_64 random_;
};

bool fits(const Reading& reading) {
  const std::string& text = reading.article->text;
  const auto inside = [&](Span span) { return span.begin < span.end && span.end <= text.size(); };
  for (const Paragraph& paragraph : reading.article->paragraphs)
    if (!inside(paragraph.span)) return false;
  return std::all_of(reading.reports.begin(), reading.reports.end(), [&](const Report& report) { return inside(report.span); });
}

std::vector<std::string> pages_of(const std::string& folder) {
  std::vector<std::string> paths, pages;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".html") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) pages.push_back(read_file(path).value_or(""));
  if (pages.empty()) throw SetupError(folder + ": holds no .html");
  return pages;
}

int write_page(const std::string& folder, uint64_t seed, size_t number) {
  const std::vector<std::string> pages = pages_of(folder);
  Mutator mutator(pages, seed);
  for (size_t i = 0; i < number; ++i) mutator.next();
  const std::string page = mutator.next();
  return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 1;
}

int run(const std::string& folder, size_t count, uint64_t seed) {
  EngineOptions options;
  options.home = find_home();
  const Engine engine = Engine::load(options);
  const std::vector<std::string> pages = pages_of(folder);
  Mutator mutator(pages, seed);
  size_t coded = 0, events = 0, wrong = 0, slowest_page = 0;
  double slowest = 0;
  std::map<std::string, size_t> rejected;
  for (size_t i = 0; i < count; ++i) {
    Page page;
    page.id = std::to_string(i), page.body = mutator.next();
    page.form = i % 10 == 9 ? Page::Form::plain : Page::Form::html;
    const double begin = thread_seconds();
    auto reading = engine.read(page);
    if (const double seconds = thread_seconds() - begin; seconds > slowest) slowest = seconds, slowest_page = i;
    if (!reading.ok()) {
      ++rejected[reading.error().reason];
      continue;
    }
    ++coded, events += reading->reports.size(), wrong += !fits(*reading);
  }
  size_t refused = 0;
  for (const auto& [reason, n] : rejected) refused += n, std::printf("%zu rejected: %s\n", n, reason.c_str());
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf(
      "%zu pages, seed %llu: coded %zu + rejected %zu = %zu; %zu events; %zu with spans that do not fit; slowest %.0f ms (page %zu); "
      "most memory %ld MiB\n",
      count, static_cast<unsigned long long>(seed), coded, refused, coded + refused, events, wrong, slowest * 1000, slowest_page,
      used.ru_maxrss / 1024);
  return coded + refused == count && wrong == 0 ? 0 : 1;
}

}  // namespace
}  // namespace gesta

int main(int count, char** arguments) {
  if (count < 2 || count > 5) return std::fputs("usage: bench_mutations FOLDER [COUNT [SEED [NUMBER]]]\n", stderr), 2;
  try {
    if (count > 4) return gesta::write_page(arguments[1], std::strtoull(arguments[3], nullptr, 10), std::strtoul(arguments[4], nullptr, 10));
    return gesta::run(arguments[1], count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 10000,
                      count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1);
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "bench_mutations: %s\n", error.what()), 2;
  }
}
