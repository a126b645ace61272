#include "pages/http.h"

#include <algorithm>

#include "base/utf8.h"
#include "pages/unpack.h"

namespace gesta {
namespace {

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

template <class Each>
void each_header(std::string_view block, std::string_view name, const Each& each) {
  for (size_t at = 0; at < block.size();) {
    const size_t end = std::min(block.find('\n', at), block.size());
    const std::string_view line = block.substr(at, end - at);
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos && same(trim(line.substr(0, colon)), name) && !each(trim(line.substr(colon + 1)))) return;
    at = end + 1;
  }
}

int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f' ? ascii_lower(c) - 'a' + 10 : -1; }

// RFC 9112 section 7.1; nullopt when the first line is no size. `broken`: a stream of which only what came before the fault is given.
std::optional<std::string> dechunk(std::string_view in, bool& broken) {
  std::string out;
  for (size_t at = 0; at < in.size();) {
    uint64_t size = 0;
    size_t digits = 0;
    for (; at < in.size() && hex(in[at]) >= 0 && digits < 9; ++at, ++digits) size = size * 16 + static_cast<uint64_t>(hex(in[at]));
    const size_t line = in.find('\n', at);
    broken = digits > 0 || !out.empty();
    if (digits == 0 || digits > 8 || line == std::string_view::npos || line - at > 200) return out.empty() ? std::nullopt : std::optional(out);
    at = line + 1;
    if (size == 0) return broken = false, out;
    out += in.substr(at, size);
    if (size >= in.size() - at) return out;
    at += size;
    if (in.substr(at).starts_with("\r\n"))
      at += 2;
    else if (in[at] == '\n')
      ++at;
  }
  return out;
}

void undo_coding(HttpAnswer& answer, std::string coding, uint64_t longest) {
  if (coding.empty() || coding == "identity" || coding == "none") return;
  if (coding.starts_with("x-")) coding.erase(0, 2);
  if (coding != "gzip" && coding != "deflate" && coding != "zstd" && coding != "br") {
    if (answer.body.starts_with("<")) return;
    answer.failure = "unsupported content-encoding " + coding.substr(0, 40);
    return;
  }
  if (coding == "br" && answer.body.starts_with("<")) return;
  if (coding != "deflate" && coding != "br" && !is_gzip(answer.body) && !is_zstd(answer.body)) return;  // the header lies: the body is plain
  std::string reason;
  if (auto body = unpack_whole(answer.body, coding, longest, reason))
    answer.body = std::move(*body);
  else if (coding == "deflate" && answer.body.find('<') < 64)
    return;
  else
    answer.failure = "content-encoding " + coding + ": " + reason;
}

}  // namespace

std::optional<std::string_view> header_value(std::string_view block, std::string_view name) {
  std::optional<std::string_view> found;
  each_header(block, name, [&](std::string_view value) { return found = value, false; });
  return found;
}

int count_header(std::string_view block, std::string_view name) {
  int count = 0;
  each_header(block, name, [&](std::string_view) { return ++count < 100; });
  return count;
}

HttpAnswer read_http(std::string_view bytes, uint64_t longest) {
  HttpAnswer answer;
  if (!bytes.starts_with("HTTP/")) {
    answer.body = std::string(bytes);
    return answer;
  }
  size_t end = bytes.substr(0, 256u << 10).find("\r\n\r\n"), gap = 4;
  if (const size_t bare = bytes.substr(0, 256u << 10).find("\n\n"); bare < end) end = bare, gap = 2;
  if (end == std::string_view::npos) {
    answer.failure = "the HTTP header does not end";
    return answer;
  }
  const std::string_view head = bytes.substr(0, end);
  const size_t space = head.find(' ');
  for (size_t i = space + 1; space != std::string_view::npos && i < space + 4 && i < head.size(); ++i)
    answer.status = head[i] >= '0' && head[i] <= '9' ? answer.status * 10 + (head[i] - '0') : answer.status;
  answer.content_type = std::string(header_value(head, "content-type").value_or(""));
  const std::string_view raw = bytes.substr(end + gap);
  if (ascii_lower(header_value(head, "transfer-encoding").value_or("")).find("chunked") != std::string::npos) {
    bool broken = false;
    answer.body = dechunk(raw, broken).value_or(std::string(raw));
    if (broken) answer.note = "the chunked body breaks off";
  } else {
    answer.body = std::string(raw);
  }
  std::string codings = ascii_lower(header_value(head, "content-encoding").value_or(""));
  for (int layer = 0; layer < 4 && !codings.empty() && answer.failure.empty(); ++layer) {  // the last named was applied last
    const size_t comma = codings.rfind(',');
    undo_coding(answer, std::string(trim(std::string_view(codings).substr(comma == std::string::npos ? 0 : comma + 1))), longest);
    codings.resize(comma == std::string::npos ? 0 : comma);
  }
  if (answer.body.size() > longest) answer.failure = "the page is longer than " + std::to_string(longest >> 20) + " MiB";
  return answer;
}

}  // namespace gesta
