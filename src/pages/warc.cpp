#include "pages/warc.h"

#include <algorithm>
#include <optional>

#include "base/date.h"
#include "base/utf8.h"
#include "pages/http.h"

namespace gesta {
namespace {

constexpr size_t kLongestHead = 64u << 10;
constexpr std::string_view kStart = "WARC/1.";

struct Head {
  size_t size = 0;  // with the empty line; 0 when it does not end
  std::string_view text;
};

Head find_head(std::string_view bytes) {
  const std::string_view window = bytes.substr(0, kLongestHead);
  const size_t crlf = window.find("\r\n\r\n"), bare = window.find("\n\n");
  if (crlf == std::string_view::npos && bare == std::string_view::npos) return {};
  return crlf < bare ? Head{crlf + 4, bytes.substr(0, crlf)} : Head{bare + 2, bytes.substr(0, bare)};
}

std::optional<uint64_t> length_of(std::string_view value) {
  if (value.empty() || value.size() > 12) return std::nullopt;
  uint64_t length = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return std::nullopt;
    length = length * 10 + static_cast<uint64_t>(c - '0');
  }
  return length;
}

bool page_type(std::string_view type) {
  const std::string low = ascii_lower(type.substr(0, 60));
  return low.empty() || low.find("html") != std::string::npos || low.starts_with("text/plain") || low.starts_with("application/xml") ||
         low.starts_with("text/xml");
}

// At the end of a record: nothing, or empty lines and the next record.
bool fits(std::string_view rest) {
  const size_t at = rest.find_first_not_of("\r\n");
  return at == std::string_view::npos || (rest.substr(at).starts_with(kStart) && (at > 0));
}

std::string without_brackets(std::string_view text) {
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') text = text.substr(1, text.size() - 2);
  return std::string(text);
}

// A day on which somebody can have fetched a page.
bool plausible(std::string_view date) {
  const auto day = parse_iso_date(date);
  return day && date.size() <= 40 && day->year >= 1990 && day->year < 2100;
}

}  // namespace

bool WarcReader::bad(uint64_t offset, std::string reason) {
  going_ = going_ && reject_({input_, offset, std::move(reason),
                              "the record was left out, reading goes on at the next one; fetch the archive again if it matters"});
  return going_;
}

// Something is wrong with a record that is read all the same.
bool WarcReader::odd(uint64_t offset, std::string reason) {
  return going_ = going_ && reject_({input_, offset, std::move(reason), "the record was read as far as it goes; fetch the page again if it matters"});
}

// Reports what is no record, once however many pieces it goes on for; answers where the next record may begin.
size_t WarcReader::lose(std::string_view bytes, size_t from, uint64_t offset, std::string reason) {
  if (!lost_) bad(offset, std::move(reason));
  for (size_t at = bytes.find(kStart, from); at != std::string_view::npos; at = bytes.find(kStart, at + 1))
    if (at == 0 || bytes[at - 1] == '\n') return lost_ = false, at;
  lost_ = true;
  return bytes.size();
}

// Reads the records in `bytes`; answers how many bytes are done with. `last`: nothing follows.
size_t WarcReader::take(std::string_view bytes, uint64_t offset, bool last, bool packed) {
  size_t at = 0;
  while (going_) {
    at = std::min(bytes.find_first_not_of("\r\n", at), bytes.size());
    if (at == bytes.size()) return at;
    const std::string_view rest = bytes.substr(at);
    lost_ = lost_ && !rest.starts_with(kStart);
    const uint64_t place = packed ? offset : offset + at;
    if (!rest.starts_with(kStart)) {
      if (!last && rest.size() < kStart.size()) return at;
      at = lose(bytes, at + 1, place, rest.starts_with("WARC/") ? "a WARC version that is not read" : "bytes that are no WARC record");
      continue;
    }
    const Head head = find_head(rest);
    if (head.size == 0) {
      if (!last && rest.size() < kLongestHead) return at;
      at = lose(bytes, at + kStart.size(), place, "the header of a record does not end within 64 KiB");
      continue;
    }
    const auto length = length_of(header_value(head.text, "content-length").value_or(""));
    if (!length || count_header(head.text, "content-length") != 1) {
      at = lose(bytes, at + kStart.size(), place, length ? "a record gives two lengths" : "a record gives no valid Content-Length");
      continue;
    }
    const uint64_t end = head.size + *length;
    if (end > rest.size() && !last) {
      if (end < longest_ + (1u << 20)) return at;
      too_long(head.text, rest.substr(head.size), place);
      skip_ = end - rest.size();
      return bytes.size();
    }
    if (end > rest.size() || !fits(rest.substr(end, 64))) {
      at = lose(bytes, at + kStart.size(), place,
                end > rest.size() ? "a record is cut off or its Content-Length lies" : "the Content-Length of a record lies");
      continue;
    }
    record(head.text, rest.substr(head.size, *length), place);
    at += end;
  }
  return at;
}

// A record that is longer than a page may be: worth a word only when it holds a page.
void WarcReader::too_long(std::string_view head, std::string_view begin, uint64_t offset) {
  const std::string_view type = header_value(head, "warc-type").value_or("");
  const size_t end = begin.substr(0, kLongestHead).find("\r\n\r\n");
  const std::string_view http = end == std::string_view::npos ? std::string_view() : begin.substr(0, end);
  const std::string_view media = header_value(type == "response" ? http : head, "content-type").value_or("");
  if ((type == "response" || type == "resource" || type == "conversion") && page_type(media.substr(0, media.find(';')))) bad(offset, long_reason());
}

bool WarcReader::record(std::string_view head, std::string_view content, uint64_t offset) {
  const std::string_view type = header_value(head, "warc-type").value_or("");
  if (type != "response" && type != "resource" && type != "conversion") return true;
  if (content.size() > longest_) return too_long(head, content, offset), going_;
  Page page;
  page.id = without_brackets(header_value(head, "warc-record-id").value_or(""));
  if (page.id.empty()) page.id = input_ + "@" + std::to_string(offset);
  page.url = without_brackets(header_value(head, "warc-target-uri").value_or(""));
  const std::string_view date = header_value(head, "warc-date").value_or("");
  if (plausible(date))
    page.fetched = std::string(date);
  else if (!date.empty())
    odd(offset, "the date of the record is none: when its page was fetched is not known");
  page.offset = offset;
  if (type != "response") page.content_type = std::string(header_value(head, "content-type").value_or(""));
  return response(page, content);
}

bool WarcReader::response(Page& page, std::string_view content) {
  const uint64_t offset = page.offset;
  HttpAnswer answer = read_http(content, longest_);
  if (!answer.failure.empty()) return bad(offset, answer.failure);
  if (answer.status >= 300) return bad(offset, "HTTP status " + std::to_string(answer.status) + " for " + page.url.substr(0, 200));
  if (!answer.note.empty()) odd(offset, answer.note);
  if (!answer.content_type.empty()) page.content_type = answer.content_type;
  const std::string media = page.content_type.substr(0, page.content_type.find(';'));
  if (!page_type(media)) return bad(offset, "content type " + media.substr(0, 60) + " is no page");
  page.form = media == "text/plain" ? Page::Form::plain : Page::Form::html;
  page.body = std::move(answer.body);
  going_ = going_ && page_(std::move(page));
  return going_;
}

bool WarcReader::whole(std::string_view bytes) {
  take(bytes, 0, true, false);
  return going_;
}

bool WarcReader::feed(std::string_view bytes, uint64_t offset) {
  if (skip_ > 0) {
    const uint64_t passed = bytes.starts_with(kStart) ? 0 : std::min<uint64_t>(skip_, bytes.size());
    skip_ = passed == 0 ? 0 : skip_ - passed;
    bytes.remove_prefix(passed);
  }
  if (!pending_.empty() && bytes.starts_with(kStart)) {
    take(pending_, pending_offset_, true, true);  // the record before did not end: say so
    pending_.clear();
  }
  if (pending_.empty()) {
    const size_t used = take(bytes, offset, false, true);
    if (used < bytes.size()) pending_ = bytes.substr(used), pending_offset_ = offset;
    return going_;
  }
  pending_ += bytes;
  pending_.erase(0, take(pending_, pending_offset_, false, true));
  return going_;
}

void WarcReader::abandon() { pending_.clear(), skip_ = 0; }

bool WarcReader::finish() {
  if (!pending_.empty()) take(pending_, pending_offset_, true, true);
  pending_.clear();
  return going_;
}

}  // namespace gesta
