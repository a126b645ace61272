#include "pages/meta.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kMostValues = 400;       // meta elements that are looked at
constexpr size_t kLongestDecoded = 8000;  // of a value with entities

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

// Entities that were written once too often, as JSON and some attributes hold them: "SQL &#x26; AI".
void decode_entities(std::string& text) {
  constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"amp", "&"},        {"quot", "\""},      {"apos", "'"},       {"nbsp", " "},       {"lt", "<"},         {"gt", ">"},
      {"rsquo", "\u2019"}, {"lsquo", "\u2018"}, {"ldquo", "\u201C"}, {"rdquo", "\u201D"}, {"ndash", "\u2013"}, {"mdash", "\u2014"}};
  for (size_t at = text.size() > kLongestDecoded ? std::string::npos : text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    const size_t end = text.find(';', at);
    if (end == std::string::npos || end - at > 8) continue;
    std::string_view name = std::string_view(text).substr(at + 1, end - at - 1);
    std::string out;
    if (name.starts_with('#')) {
      const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
      uint32_t point = 0;
      const auto [stop, error] = std::from_chars(name.data() + (hex ? 2 : 1), name.data() + name.size(), point, hex ? 16 : 10);
      if (error == std::errc() && stop == name.data() + name.size() && point >= 0x20 && point < 0x110000 && (point < 0xD800 || point > 0xDFFF))
        append_utf8(out, point);
    }
    for (const auto& [known, letter] : kNamed)
      if (name == known) out = letter;
    if (!out.empty()) text.replace(at, end + 1 - at, out);
  }
}

void decode_entities(Meta& meta) {
  for (auto& [name, values] : meta.values)
    for (std::string& value : values) decode_entities(value);
  for (auto* names : {&meta.json.authors, &meta.json.makers})
    for (std::string& name : *names) decode_entities(name);
  for (std::string* one : {&meta.title, &meta.json.headline, &meta.json.site, &meta.json.section}) decode_entities(*one);
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
  decode_entities(meta);
  if (meta.json.authors.empty()) meta.json.authors = meta.json.makers;
  if (meta.json.authors.empty() && meta.json.people.size() == 1) meta.json.authors.push_back(meta.json.people[0].second);
  return meta;
}

}  // namespace gesta
