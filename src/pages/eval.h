// Scores read_article against marked pages: text by 4-gram shingles (mean over pages of precision, recall and their F1, as in the public
// article-extraction benchmark), wanted and unwanted segments, date (day), title and authors where the gold has them. A gold folder holds gold.jsonl
// (fields id, url, text, date, title, author, with, without, page_type) and pages/<id>.html.
#pragma once
#include <cstdint>
#include <string>

namespace gesta {

struct PagesScore {
  size_t pages = 0, rejected = 0, texts = 0, exact = 0;
  double precision = 0, recall = 0, f1 = 0;  // means over pages with a gold text
  size_t segments = 0, segments_right = 0;
  size_t dates_or_modified = 0;  // right as the day of publication or of the last change
  size_t dates = 0, dates_right = 0, titles = 0, titles_right = 0, authors = 0, authors_right = 0;
  double seconds = 0;  // of CPU in read_article
  uint64_t bytes = 0;
};

struct PagesEvalOptions {
  std::string details;  // file for one line per page, empty for none
  std::string signs;    // folder for what the trees see of each page instead of scores (training): blocks, names, titles; empty for none
  std::string kind;     // only gold of this page_type, empty for all
};

PagesScore evaluate_pages(const std::string& gold, const PagesEvalOptions& options = {});  // SetupError when the folder cannot be read
std::string describe(const PagesScore& score);                                             // a few lines

}  // namespace gesta
