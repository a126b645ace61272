// Fields of gold files read with simdjson: what is missing or of another type is empty.
#pragma once
#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace gesta {

inline std::string string_at(const simdjson::dom::element& object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) ? std::string() : std::string(text);
}

inline std::vector<simdjson::dom::element> elements_at(const simdjson::dom::element& object, std::string_view key) {
  simdjson::dom::array values;
  if (object[key].get(values)) return {};
  return {values.begin(), values.end()};
}

// A single string is a list of one.
inline std::vector<std::string> list_at(const simdjson::dom::element& object, std::string_view key) {
  std::vector<std::string> out;
  std::string_view one;
  if (!object[key].get(one) && !one.empty()) out.emplace_back(one);
  for (const simdjson::dom::element value : elements_at(object, key))
    if (!value.get(one)) out.emplace_back(one);
  return out;
}

}  // namespace gesta
