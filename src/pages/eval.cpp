#include "pages/eval.h"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <unordered_map>

#include "base/dom.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/lists.h"
#include "base/utf8.h"
#include "pages/pages.h"
#include "pages/published.h"

namespace gesta {

void write_page_signs(const Page& page, std::ostream& out, std::ostream& names, std::ostream& titles);  // article.cpp

namespace {

using Shingles = std::unordered_map<uint64_t, int>;

// Words as \w+ sees them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (size_t at = 0; at <= text.size();) {
    const CodePoint point = at < text.size() ? decode_utf8(text, at) : CodePoint{' ', 1};
    const bool in = is_letter(point.value) || (point.value >= '0' && point.value <= '9') || point.value == '_';
    if (in) append_utf8(word, point.value);
    if (!in && !word.empty()) words.push_back(std::move(word)), word.clear();
    at += point.length;
  }
  return words;
}

Shingles shingles(std::string_view text) {
  Shingles out;
  const auto words = words_of(text);
  const size_t n = words.size() < 4 ? words.size() : 4;
  for (size_t i = 0; n && i + n <= words.size(); ++i) {
    uint64_t hash = kFnvOffset;
    for (size_t k = 0; k < n; ++k) hash = fnv1a64(" ", fnv1a64(words[i + k], hash));
    ++out[hash];
  }
  return out;
}

struct Overlap {
  double precision = 1, recall = 1;
};

Overlap compare(std::string_view got, std::string_view gold) {
  const Shingles a = shingles(got), b = shingles(gold);
  double common = 0, total_a = 0, total_b = 0;
  for (const auto& [hash, count] : a) {
    total_a += count;
    if (const auto at = b.find(hash); at != b.end()) common += std::min(count, at->second);
  }
  for (const auto& [hash, count] : b) total_b += count;
  return {total_a > 0 ? common / total_a : (total_b > 0 ? 0 : 1), total_b > 0 ? common / total_b : (total_a > 0 ? 0 : 1)};
}

std::string letters(std::string_view text) {
  std::string out;
  for (const std::string& word : words_of(to_lower(fold_latin(text)))) out += word;
  return out;
}

using simdjson::dom::element;

struct Line {
  std::string id;
  double precision = -1, recall = -1;
  std::string note;
};

// As written, but for white space, the forms of quotes, dashes and dots, and signs that are not seen.
std::string as_written(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    const uint32_t c = point.value;
    if (c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) {
      out.push_back('"');
    } else if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == '`' || c == 0xB4) {
      out.push_back('\'');
    } else if (c >= 0x2010 && c <= 0x2014) {
      out.push_back('-');
    } else if (c == 0x2026) {
      out += "...";
    } else if (c != 0xAD && c != 0x200B) {
      append_utf8(out, c);
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

void score_segments(PagesScore& score, const std::string& text, const element& gold) {
  const std::string flat = as_written(text);
  const auto ask = [&](std::string_view key, bool wanted) {
    for (const std::string& segment : list_at(gold, key)) {
      const std::string piece = as_written(segment);
      if (piece.empty()) continue;
      ++score.segments;
      score.segments_right += (flat.find(piece) != std::string::npos) == wanted;
    }
  };
  ask("with", true);
  ask("without", false);
}

// Words that join names, open a byline or are degrees and titles.
constexpr std::string_view kNoName[] = {"and", "und", "et", "y",  "by",  "von", "with", "dr",  "prof", "phd",
                                        "md",  "ms",  "ma", "ba", "mba", "rd",  "rdn",  "ldn", "jd",   "esq"};

// The words of a set of names, each once and sorted, without those above: order and marks between names do not count, every name does.
std::string name_words(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (std::string name : names) {
    for (const std::string_view degree : {"Ph.D", "Ph. D", "M.D", "M.A", "M.S"})
      if (const size_t at = name.find(degree); at != std::string::npos) name.erase(at, degree.size());
    for (std::string& word : words_of(to_lower(fold_latin(name))))
      if (!among(kNoName, word)) words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out;
  for (const std::string& word : words) out += word + " ";
  return out;
}

// Minutes since 1970 of an ISO date-time with a zone; nullopt without either.
std::optional<int64_t> instant_of(std::string_view iso) {
  const auto day = parse_iso_date(iso);
  if (!day || iso.size() < 17 || iso[10] != 'T' || iso[13] != ':') return std::nullopt;
  const auto two = [&](size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
  const int64_t minutes = int64_t{to_days(*day)} * 1440 + two(11) * 60 + two(14);
  if (iso.back() == 'Z') return minutes;
  const size_t zone = iso.find_first_of("+-", 16);
  if (zone == std::string_view::npos || zone + 6 > iso.size()) return std::nullopt;
  const int offset = two(zone + 1) * 60 + two(zone + 4);
  return iso[zone] == '+' ? minutes - offset : minutes + offset;
}

// The same day as written; where the gold is an instant, also the same instant, or the day that begins at that instant somewhere: readers in
// Tokyo see 5 March where the gold says 15:00 UTC on the 4th.
bool same_day(std::string_view gold, std::string_view got) {
  if (gold.substr(0, 10) == got.substr(0, 10)) return true;
  const auto instant = instant_of(gold);
  if (!instant || got.empty()) return false;
  if (const auto other = instant_of(got)) return *instant == *other;
  const auto day = parse_iso_date(got);
  const int64_t ahead = day ? int64_t{to_days(*day)} * 1440 - *instant : 0;  // of UTC, at midnight
  return day && ahead % 60 == 0 && ahead >= -12 * 60 && ahead <= 14 * 60;
}

void score_facts(PagesScore& score, const Article& article, const element& gold, std::string& note) {
  if (const auto date = find_date(string_at(gold, "date"))) {
    const bool right = same_day(date->iso, article.published.date), changed = same_day(date->iso, article.modified.date);
    ++score.dates, score.dates_right += right, score.dates_or_modified += right || changed;
    if (!right) {
      note += std::string(changed ? " modified" : "") + " date:" + date->iso.substr(0, 10) + "/" + article.published.date + "(" +
              article.published.basis + ")";
    }
  }
  if (const std::string title = letters(string_at(gold, "title")); !title.empty()) {
    const bool right = letters(article.title) == title;
    ++score.titles, score.titles_right += right;
    if (!right) note += " title:" + string_at(gold, "title") + "/" + article.title;
  }
  auto authors = list_at(gold, "author");
  if (authors.empty()) return;
  const std::string wanted = name_words(authors), got = name_words(article.byline);
  ++score.authors, score.authors_right += wanted == got;
  if (wanted != got) note += " author:" + wanted + "/" + got;
}

Page page_of(const std::string& folder, const element& gold) {
  Page page;
  page.id = string_at(gold, "id"), page.url = string_at(gold, "url");
  std::string file = string_at(gold, "file");
  if (file.empty()) file = page.id + ".html";
  page.body = read_file(folder + "/pages/" + file).value_or("");
  return page;
}

void score_page(PagesScore& score, const std::string& folder, const element& gold, std::ostream* details) {
  const Page page = page_of(folder, gold);
  ++score.pages, score.bytes += page.body.size();
  const std::clock_t begin = std::clock();
  auto read = read_article(page);
  score.seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  score.rejected += !read.ok();
  const Article article = read.ok() ? std::move(*read) : Article{};
  Line line{page.id, -1, -1, {}};
  if (const std::string text = string_at(gold, "text"); !text.empty()) {
    const Overlap overlap = compare(article.text, text);
    ++score.texts, score.precision += overlap.precision, score.recall += overlap.recall;
    score.exact += overlap.precision == 1 && overlap.recall == 1;
    line.precision = overlap.precision, line.recall = overlap.recall;
  }
  score_segments(score, article.text, gold);
  score_facts(score, article, gold, line.note);
  if (details) *details << line.id << '\t' << line.precision << '\t' << line.recall << '\t' << line.note << '\n';
}

std::string share(size_t right, size_t all) {
  char text[64];
  std::snprintf(text, sizeof text, "%.4f (%zu of %zu)", all ? static_cast<double>(right) / static_cast<double>(all) : 0.0, right, all);
  return text;
}

}  // namespace

PagesScore evaluate_pages(const std::string& folder, const PagesEvalOptions& options) {
  std::ifstream in(folder + "/gold.jsonl", std::ios::binary);
  if (!in) throw SetupError(folder + "/gold.jsonl: cannot be read");
  std::ofstream details;
  if (!options.details.empty()) details.open(options.details);
  PagesScore score;
  simdjson::dom::parser parser;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    element gold;
    if (parser.parse(line).get(gold)) throw SetupError(folder + "/gold.jsonl:" + std::to_string(number) + ":1: no JSON");
    if (!options.kind.empty() && string_at(gold, "page_type") != options.kind) continue;
    if (!options.signs.empty()) {
      const Page page = page_of(folder, gold);
      const auto file = [&](const char* ending) { return std::ofstream(options.signs + "/" + page.id + ending, std::ios::binary); };
      auto blocks = file(".tsv"), names = file(".names.tsv"), titles = file(".titles.tsv");
      write_page_signs(page, blocks, names, titles);
      continue;
    }
    score_page(score, folder, gold, options.details.empty() ? nullptr : &details);
  }
  if (score.texts) score.precision /= static_cast<double>(score.texts), score.recall /= static_cast<double>(score.texts);
  if (score.precision + score.recall > 0) score.f1 = 2 * score.precision * score.recall / (score.precision + score.recall);
  return score;
}

std::string describe(const PagesScore& s) {
  char text[256];
  std::snprintf(text, sizeof text, "pages %zu  rejected %zu  %.1f pages/s  %.1f MB/s\ntext precision %.4f  recall %.4f  F1 %.4f  exact %zu of %zu\n",
                s.pages, s.rejected, static_cast<double>(s.pages) / s.seconds, static_cast<double>(s.bytes) / s.seconds / 1e6, s.precision, s.recall,
                s.f1, s.exact, s.texts);
  return text + ("segments " + share(s.segments_right, s.segments)) + "\ndate " + share(s.dates_right, s.dates) + "  or modified " +
         share(s.dates_or_modified, s.dates) + "  title " + share(s.titles_right, s.titles) + "  authors " + share(s.authors_right, s.authors) + "\n";
}

}  // namespace gesta
