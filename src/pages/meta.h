// What a page says about itself in its head: meta elements, canonical link, language, and the article node of its JSON-LD (schema.org). Values only,
// nothing is decided here. JSON-LD is read by simdjson with raw control characters blanked first; a block that is no JSON is repaired
// (json_repair.h), or left out.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pages/tree.h"

namespace gesta {

struct JsonLd {
  std::string headline, body, published, modified, section, site, url, language;
  std::vector<std::string> authors, makers;  // makers: of a recipe or the like
  using Things = std::vector<std::pair<std::string, std::string>>;
  Things people;         // @id, name
  bool paid = false;     // the article says that it is not accessible for free
  bool article = false;  // a node whose type is an article
  bool broken = false;   // a block could not be read
};

struct Meta {
  std::map<std::string, std::vector<std::string>, std::less<>> values;  // lower-case name, property or itemprop -> contents in order
  std::string title, canonical, language;
  JsonLd json;
  std::string first(std::initializer_list<std::string_view> names) const;  // first that has a value
};

Meta read_meta(const PageTree& tree);
void read_json_ld(std::string_view json, JsonLd& out);

}  // namespace gesta
