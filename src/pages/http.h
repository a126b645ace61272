// One HTTP answer as a WARC response record holds it (RFC 9112): status line, headers, body with chunking and up to four layers of content coding
// undone, within a bound. A body that is not chunked or packed although the header says so is kept as it stands.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gesta {

struct HttpAnswer {
  int status = 0;  // 0: the record holds no status line, all of it is body
  std::string content_type, body;
  std::string failure;  // why the body cannot be had, empty when it can
  std::string note;     // what is wrong with it that does not keep it from being read
};

HttpAnswer read_http(std::string_view bytes, uint64_t longest);
// Value of a header in a block of header lines, without white space at its ends; nullopt when absent. Names are compared without case.
std::optional<std::string_view> header_value(std::string_view block, std::string_view name);
int count_header(std::string_view block, std::string_view name);

}  // namespace gesta
