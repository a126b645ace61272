// JSON lines: one article an object, fields id, text or html, published, url, site, title, fetched. A line that is no JSON or has neither text nor
// html is reported with its byte and column; the run goes on.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pages/pages.h"

namespace gesta {

Result<Page> read_json_line(std::string_view line, const std::string& input, uint64_t number, uint64_t offset);
// Byte at which a text stops being JSON (RFC 8259); nullopt when it is JSON. One pass, nesting up to 1024.
std::optional<size_t> json_fault(std::string_view text);

}  // namespace gesta
