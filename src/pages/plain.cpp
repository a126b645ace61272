#include "pages/plain.h"

#include <algorithm>

#include "pages/about.h"
#include "pages/charset.h"
#include "pages/openings.h"
#include "pages/published.h"
#include "pages/tongue.h"

namespace gesta {
namespace {

struct Line {
  std::string text;
  uint32_t page = 0;
  uint32_t words = 0;
  bool sentence = false;
};

uint32_t words_in(std::string_view text) { return 1 + static_cast<uint32_t>(std::count(text.begin(), text.end(), ' ')); }

bool ends_sentence(std::string_view text) {
  return text.size() > 1 && (std::string_view(".?!\"':").find(text.back()) != std::string_view::npos || text.ends_with("\xE2\x80\x9D") ||
                             text.ends_with("\xE2\x80\xA6"));
}

// "- Rome", "| 18 April |", "* Arrests", "09:14 Netanyahu": an item of a list, a row of a table, an entry of a live blog.
bool opens_item(std::string_view line) {
  for (const std::string_view mark : {"|", "* ", "- ", "\u2013 ", "\u2014 ", "\u2022", "\u00B7 ", "@", "# "})
    if (line.starts_with(mark)) return true;
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits <= 2 && digits + 1 < line.size() && std::string_view(":.)").find(line[digits]) != std::string_view::npos;
}

// Was the line broken only because it was full? The next goes on in small letters, or its first word would hardly have fitted behind it; where some
// line is much wider than those that are broken by hand, and between lines that are all short, a break ends a paragraph.
bool goes_on(std::string_view line, std::string_view next, size_t widest) {
  constexpr size_t kWidest = 110, kNarrowest = 45;
  if (next[0] >= 'a' && next[0] <= 'z') return true;
  if (opens_item(next)) return false;
  if (line.ends_with(',')) return true;
  if (widest > kWidest || widest < kNarrowest) return false;
  return 5 * (line.size() + 1 + std::min(next.find(' '), next.size())) > 3 * widest;
}

size_t widest_line(std::string_view text) {
  size_t widest = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, end - at);
    at = end + 1;
  }
  return widest;
}

// Paragraphs: lines that were broken only because they were full are joined until a blank line or an indented one; a line below `shortest` bytes was
// not wrapped, so it stands alone.
std::vector<Line> paragraphs(std::string_view text, bool join, size_t shortest) {
  std::vector<Line> out;
  bool open = false;
  const size_t widest = join ? widest_line(text) : 0;
  size_t last = 0, indent = 0;  // bytes of the line before, and of the blanks at its start
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string line = collapsed(text.substr(at, end - at));
    const size_t skip = std::min(text.find_first_not_of(" \t\r", at), end), blanks = skip - at;
    if (line.empty()) {
      open = false;
    } else {
      const size_t size = line.size();
      if (open && join && out.back().text.size() >= shortest && blanks < indent + 2 &&
          goes_on(std::string_view(out.back().text).substr(out.back().text.size() - last), line, widest)) {
        out.back().text += " " + line;
      } else {
        out.push_back({std::move(line), static_cast<uint32_t>(skip), 0, false});
        open = true;
      }
      last = size, indent = blanks;
    }
    at = end + 1;
  }
  for (Line& line : out) line.words = words_in(line.text), line.sentence = ends_sentence(line.text);
  return out;
}

void add_paragraph(Article& article, const Line& line) {
  if (!article.text.empty()) article.text += "\n\n";
  Paragraph paragraph;
  paragraph.span.begin = static_cast<uint32_t>(article.text.size());
  article.text += line.text;
  paragraph.span.end = static_cast<uint32_t>(article.text.size());
  paragraph.block = !line.sentence && line.words < 12 ? BlockKind::heading : BlockKind::text;
  article.paragraphs.push_back(paragraph);
  article.source.push_back({paragraph.span, {line.page, line.page + paragraph.span.size()}});
}

Reject no_article(const Page& page, std::string reason) {
  return {page.id, page.offset, std::move(reason), "check that the file holds the text of an article"};
}

Article start(const Page& page, const Decoded& decoded) {
  Article article;
  article.id = page.id, article.url = page.url, article.site = page.site, article.title = page.title;
  if (article.site.empty()) article.site = host_of(page.url);
  if (!decoded.note.empty()) article.notes.push_back(decoded.note);
  if (!page.published.empty()) article.published = {page.published, {}, "given", "high"};
  if (parse_iso_date(page.fetched)) article.published.latest = page.fetched;
  return article;
}

bool prose(const Line& line) { return line.words >= 12 && line.sentence; }
bool menu(std::string_view text) {
  return text.find(" / ") != std::string_view::npos || text.find(" \xC2\xBB ") != std::string_view::npos ||
         text.find(" > ") != std::string_view::npos;
}

// The first line after which nothing belongs to the article.
size_t tail_of(const std::vector<Line>& lines, size_t first) {
  constexpr uint32_t kTail = kReadAlso | kCommentsHead | kRights | kSignUp | kFollow | kShareLine;
  size_t last = first;
  for (size_t i = first; i < lines.size(); ++i) {
    if (i > first && lines[i].words <= 8 && !lines[i].sentence && (phrase_bits(lines[i].text) & kTail)) return i;
    last = i + 1;
  }
  return last;
}

void read_head(Article& article, const std::vector<Line>& lines, size_t first) {
  for (size_t i = first; i-- > 0;) {
    const Line& line = lines[i];
    const auto date = find_date(line.text);
    const bool marked = (phrase_bits(line.text) & kBylineHead) != 0;
    if (marked && article.byline.empty()) article.byline = split_byline(line.text.substr(0, date ? date->begin : line.text.size()));
    if (date && marked && article.published.date.empty())
      article.published.date = date->iso, article.published.basis = "byline", article.published.trust = "medium";
    if (date || marked || menu(line.text)) continue;
    if (article.title.empty() && line.words >= 3) article.title = line.text;
  }
  for (size_t i = 0; i < first && article.published.latest.empty(); ++i) {
    const auto date = find_date(lines[i].text);
    if (!date || (phrase_bits(lines[i].text) & kBylineHead) || lines[i].text.size() > 45) continue;
    article.published.latest = date->iso;
    if (article.published.date.empty()) article.published.basis = "page-clock";
  }
}

void read_related(Article& article, const std::vector<Line>& lines, size_t tail) {
  for (size_t i = tail; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.words < 4) continue;
    const bool teaser = i + 1 < lines.size() && !line.sentence && (prose(lines[i + 1]) || lines[i + 1].text.ends_with("\xE2\x80\xA6"));
    article.related.push_back({line.text, teaser ? lines[i + 1].text : std::string(), {}});
    i += teaser;
    if (article.related.size() >= 40) return;
  }
}

}  // namespace

Result<Article> read_ready(const Page& page) {
  const Decoded decoded = decode_page(page.body, page.content_type.empty() ? "charset=utf-8" : page.content_type);
  Article article = start(page, decoded);
  for (const Line& line : paragraphs(decoded.text(), true, 0)) add_paragraph(article, line);
  if (article.text.empty()) return no_article(page, "the text is empty");
  article.source.clear();
  article.language = language_of(article.text);
  return article;
}

Result<Article> read_plain(const Page& page) {
  const Decoded decoded = decode_page(page.body, page.content_type);
  const std::string_view text = decoded.text();
  const bool spaced = text.find("\n\n") != std::string_view::npos || text.find("\n\r\n") != std::string_view::npos;
  const std::vector<Line> lines = paragraphs(text, spaced, 55);
  if (lines.empty()) return no_article(page, "the file holds no text");
  size_t first = static_cast<size_t>(std::find_if(lines.begin(), lines.end(), prose) - lines.begin());
  if (first == lines.size()) first = 0;
  const size_t tail = tail_of(lines, first);
  Article article = start(page, decoded);
  read_head(article, lines, first);
  for (size_t i = first; i < tail; ++i)
    if (prose(lines[i]) || !(phrase_bits(lines[i].text) & (kReadAlso | kAdvert | kShareLine)) || lines[i].words > 12)
      add_paragraph(article, lines[i]);
  read_related(article, lines, tail);
  if (article.text.empty()) return no_article(page, "the file holds no paragraph of text");
  article.language = language_of(article.text);
  return article;
}

}  // namespace gesta
