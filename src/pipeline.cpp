// One page through the house. Rooms are called in their order; nothing is kept between pages.
#include "pipeline.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <utility>

#include "knowledge/shouted.h"

namespace gesta {

Engine::Engine(std::unique_ptr<const Knowledge> knowledge, LanguageReader language, Coder coder, double confidence)
    : knowledge_(std::move(knowledge)), language_(std::move(language)), coder_(std::move(coder)), confidence_(confidence) {}

Engine Engine::load(const EngineOptions& options) {
  Knowledge::Options own = options.knowledge;
  own.folder = options.home + "/data";
  // Knowledge and models know nothing of each other: half the time on two cores.
  const std::string models = options.home + "/models";
  if (const std::string chooser = models + "/chooser.txt.zst"; !std::filesystem::exists(chooser))
    throw SetupError(chooser + " is missing: without it rules alone would code; restore it from the checkout");
  auto read =
      std::async(std::launch::async, [&] { return std::pair(LanguageReader::load(models), Coder::read(models, options.home + "/build/data")); });
  auto knowledge = std::make_unique<const Knowledge>(Knowledge::load(own));
  auto [language, files] = read.get();
  Coder coder(*knowledge, std::move(files));
  return {std::move(knowledge), std::move(language), std::move(coder), options.confidence};
}

namespace {

// What is less sure goes, and what is said of it.
void leave_out(std::vector<Report>& reports, double confidence) {
  if (std::erase_if(reports, [&](const Report& report) { return report.confidence < confidence; }) == 0) return;
  const auto gone = [&](const std::string& id) {
    return std::none_of(reports.begin(), reports.end(), [&](const Report& one) { return one.id == id; });
  };
  for (Report& report : reports) std::erase_if(report.contradicts, gone);
}

// The text with its paragraphs in capitals as they would stand in a sentence; the bytes lie where they lay.
std::unique_ptr<const std::string> unshouted(const Article& article, const Knowledge& knowledge) {
  std::unique_ptr<std::string> out;
  for (const Paragraph& paragraph : article.paragraphs) {
    const std::string_view text = paragraph.span.of(article.text);
    if (!is_shouted(text) && !is_title_case(text)) continue;
    if (!out) out = std::make_unique<std::string>(article.text);
    out->replace(paragraph.span.begin, paragraph.span.size(), in_usual_case(text, knowledge));
  }
  return out;
}

}  // namespace

Result<Reading> Engine::read(const Page& page, Until until) const {
  auto article = read_article(page);
  if (!article) return article.error();
  Reading reading;
  reading.article = std::make_unique<Article>(std::move(*article));
  reading.kinds = kinds_of(*reading.article, language_);
  if (until == Until::article) return reading;
  if (const std::string& language = reading.article->language; until >= Until::events && !language.empty() && language != "en") {
    reading.article->notes.push_back("language: " + language + "; events are read in English text only");
    return reading;
  }
  if (until >= Until::events) reading.usual_case = unshouted(*reading.article, *knowledge_);  // tokens are given as they stand
  reading.document = language_.read(reading.usual_case ? *reading.usual_case : reading.article->text, marks_of(*reading.article),
                                    until >= Until::events ? Trees::likely : Trees::all);
  if (const uint32_t end = reading.document.read_to; end < reading.article->text.size()) {
    reading.article->notes.push_back("text: longer than an article; events are read in its first " + std::to_string(end) + " bytes");
  }
  if (until == Until::tokens) return reading;
  reading.reports = coder_.code(*reading.article, reading.document, reading.kinds.article, until == Until::reasons);
  leave_out(reading.reports, confidence_);
  return reading;
}

std::vector<ParagraphMark> marks_of(const Article& article) {
  std::vector<ParagraphMark> marks;
  for (const Paragraph& paragraph : article.paragraphs) marks.push_back({paragraph.span, paragraph.block == BlockKind::heading});
  return marks;
}

std::string find_home() {
  namespace fs = std::filesystem;
  if (const char* given = std::getenv("GESTA_HOME"); given && *given) return given;
  std::error_code error;
  for (fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path(); !error && folder.has_relative_path();
       folder = folder.parent_path()) {
    for (const fs::path& home : {folder, folder / "share/gesta"}) {
      if (fs::exists(home / "data/ontology.txt", error)) return home.string();
    }
  }
  throw SetupError("data/ and models/ were not found beside or above the executable; set GESTA_HOME to the checkout that holds them");
}

}  // namespace gesta
