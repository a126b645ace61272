#include "pages/meta.h"

#include <algorithm>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kMostValues = 400;  // meta elements that are looked at

// Inside an item that is cited or said about the article: its author is not the article's.
bool of_other_work(const PageTree& tree, uint32_t node) {
  for (int up = 0; node && up < 6; node = tree[node].parent, ++up) {
    const std::string_view prop = tree.attribute(node, "itemprop");
    for (const std::string_view other : {"citation", "comment", "review", "isPartOf", "itemListElement", "relatedLink"})
      if (up > 0 && prop == other) return true;
  }
  return false;
}

void add_meta(const PageTree& tree, uint32_t node, Meta& meta) {
  std::string_view content = tree.attribute(node, "content");
  if (content.empty()) content = tree.attribute(node, "value");
  if (content.empty() || meta.values.size() > kMostValues) return;
  for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = tree.attribute(node, key);
    if (name.empty() || name.size() > 100 || (key == "itemprop" && of_other_work(tree, node))) continue;
    const bool author = key == "itemprop" && name == "name" && tree.attribute(tree[node].parent, "itemprop") == "author";  // its parts
    auto& values = meta.values[author ? "author" : ascii_lower(name)];
    if (values.size() < 20) values.push_back(collapsed(content.substr(0, 4000)));
  }
}

std::string raw_text(const PageTree& tree, uint32_t node) {
  std::string out;
  for (uint32_t i = node; i < tree[node].end; ++i) out += tree.text(i);
  return out;
}

void read_element(const PageTree& tree, uint32_t node, Meta& meta) {
  switch (tree[node].tag) {
    case LXB_TAG_META:
      return add_meta(tree, node, meta);
    case LXB_TAG_TITLE:
      if (meta.title.empty()) meta.title = tree.inner_text(node);
      return;
    case LXB_TAG_HTML:
      meta.language = ascii_lower(tree.attribute(node, "lang"));
      if (meta.language.empty()) meta.language = ascii_lower(tree.attribute(node, "xml:lang"));
      return;
    case LXB_TAG_LINK:
      if (tree.attribute(node, "rel") == "canonical") meta.canonical = std::string(tree.attribute(node, "href"));
      return;
    case LXB_TAG_SCRIPT:
      if (names_json_ld(tree.attribute(node, "type"))) read_json_ld(raw_text(tree, node), meta.json);
      return;
    default:
      return;
  }
}

}  // namespace

std::string Meta::first(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names)
    if (const auto at = values.find(name); at != values.end())
      for (const std::string& value : at->second)
        if (!value.empty()) return value;
  return {};
}

Meta read_meta(const PageTree& tree) {
  Meta meta;
  const auto count = static_cast<uint32_t>(tree.nodes().size());
  for (uint32_t node = 1; node < count; ++node) {
    if (tree[node].tag == LXB_TAG_SVG)
      node = tree[node].end - 1;
    else
      read_element(tree, node, meta);
  }
  if (meta.json.authors.empty()) meta.json.authors = meta.json.makers;
  if (meta.json.authors.empty() && meta.json.people.size() == 1) meta.json.authors.push_back(meta.json.people[0].second);
  return meta;
}

}  // namespace gesta
