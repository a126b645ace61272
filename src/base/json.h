// Writes JSON (RFC 8259) into one string: no tree, no copies. Bytes that are no UTF-8 become U+FFFD, so the output is always valid.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gesta {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& string_or_null(std::string_view value);  // null when empty
  JsonWriter& number(int64_t value);
  JsonWriter& number(double value);  // shortest form that reads back the same; null when not finite
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  std::string out_;
  bool fresh_ = true;  // the next value needs no comma
};

}  // namespace gesta
