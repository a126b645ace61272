// pages: bytes in (HTML, WARC, JSONL, text), articles out. The face of the room.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "pages/fingerprint.h"

namespace gesta {

// One page as it was found or fetched, before anything is understood.
struct Page {
  std::string id;  // given id, else file name, else WARC record id
  std::string url;
  std::string fetched;                                       // ISO date-time of the fetch, empty when unknown
  std::string content_type;                                  // of the HTTP answer, with its charset when it names one
  std::string body;                                          // undecoded bytes
  uint64_t offset = 0;                                       // of the record in its input
  enum class Form { html, plain, ready } form = Form::html;  // ready: the body is the article's text, UTF-8 (JSONL field "text")
  std::string published;                                     // given with the input, wins over everything found in the page
  std::string site, title;                                   // given with the input, empty when not
};

struct Published {
  std::string date;            // ISO date or date-time, empty when unknown
  std::string latest;          // the article cannot be younger (fetch time, page clock), empty when unknown
  std::string basis = "none";  // given json-ld meta time-element url byline feed page-clock none
  std::string trust = "none";  // high: two kinds of evidence name the day, or it was given; medium: one does; low: a last resort; none
};

struct Related {
  std::string title, text, url;
};

// What a page makes of a run of text; `text` where no element says.
enum class BlockKind : uint8_t { text, paragraph, heading, item, quote, caption, cell, pre };
std::string_view name(BlockKind kind);  // paragraph, heading, item ...; `text` is a paragraph too

struct Paragraph {
  Span span;  // into Article::text
  BlockKind block = BlockKind::text;
};

// An entry of a live blog.
struct Post {
  Span text;         // into Article::text
  std::string date;  // ISO date-time
};

// A run of article bytes and where it came from: text[text.begin + k] came from about page[page.begin + k].
struct SourceRun {
  Span text;
  Span page;
};

struct Article {
  std::string id, url, site, title;
  std::vector<std::string> byline;
  std::string section;  // "Politics", from breadcrumb, meta or URL
  std::string text;     // UTF-8, paragraphs separated by "\n\n"
  std::vector<Paragraph> paragraphs;
  std::vector<SourceRun> source;  // ascending, sparse; empty for ready text
  Published published;
  Published modified;    // day of the last change, empty when the page tells none
  std::string language;  // ISO 639-1, empty when unknown
  std::vector<Related> related;
  std::vector<Post> posts;         // of a live blog, in reading order
  std::vector<std::string> notes;  // what was odd, one line each
  Fingerprint fingerprint;         // of the text, to find its copies in a run
  std::string duplicate_of;        // id of an earlier article with nearly the same text
};

// Page bytes to article. Never fails on HTML that holds some text; a reject says why there is no article.
// A page may take `most_seconds` of processor time.
constexpr double kMostSeconds = 2;
Result<Article> read_article(const Page& page, double most_seconds = kMostSeconds);

// Walks one input (file or stdin bytes, by name and content: HTML, text, JSONL, WARC, gzip) and hands every page to `page`, every
// damaged record to `reject`. Memory is bounded by one record. Returns early when a callback answers false.
struct InputOptions {
  std::string published;              // --published
  uint64_t longest_page = 64u << 20;  // bytes of one page; longer ones are rejected
};
bool read_input(const std::string& path, const InputOptions& options, const std::function<bool(Page&&)>& page,
                const std::function<bool(Reject&&)>& reject);

}  // namespace gesta
