#include "base/json.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace gesta {

void JsonWriter::separate() {
  if (!fresh_) out_ += ',';
  fresh_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  fresh_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  out_ += ':';
  fresh_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  out_ += '"';
  for (size_t at = 0; at < value.size();) {
    const CodePoint point = decode_utf8(value, at);
    if (point.value == '"' || point.value == '\\') {
      (out_ += '\\') += value[at];
    } else if (point.value == '\n') {
      out_ += "\\n";
    } else if (point.value == '\t') {
      out_ += "\\t";
    } else if (point.value < 0x20 || point.value == 0x7F) {
      static constexpr char kHex[] = "0123456789abcdef";
      ((out_ += "\\u00") += kHex[point.value >> 4]) += kHex[point.value & 15];
    } else if (point.value == 0xFFFD) {
      out_ += "\xEF\xBF\xBD";
    } else {
      out_ += value.substr(at, point.length);
    }
    at += point.length;
  }
  out_ += '"';
  return *this;
}

JsonWriter& JsonWriter::string_or_null(std::string_view value) { return value.empty() ? null() : string(value); }

JsonWriter& JsonWriter::number(int64_t value) {
  separate();
  out_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, value).ptr;
  out_.append(text, end);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

}  // namespace gesta
