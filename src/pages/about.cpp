#include "pages/about.h"

#include <algorithm>

#include "base/utf8.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr std::string_view kBylineStarts[] = {
    "by ",        "by:",           "written by ", "von ",     "par ",    "por ",         "di ",           "words by ", "story by ",
    "posted by ", "published by ", "author:",     "authors:", "author ", "reported by ", "reporting by ", "text:"};
constexpr std::string_view kRoles[] = {
    "reporter",         "editor",  "staff", "correspondent", "writer", "contributor", "columnist", "journalist", "chief",
    "associated press", "reuters", "afp",   "bureau",        "news",   "updated",     "published", "posted",     "min read",
    "follow",           "http",    "@",     "producer",      "desk",   "agency",      "media",     "senior",     "special to"};
constexpr std::string_view kNoSection[] = {"home", "news", "article", "articles", "story", "en",        "uk", "us",         "www",    "posts",
                                           "post", "blog", "archive", "node",     "amp",   "index.php", "wp", "world-news", "stories"};

std::string lower(std::string_view text) { return to_lower(text); }

std::string letters(std::string_view text) {
  std::string out;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
  return out;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

bool is_name(std::string_view text) {
  if (text.size() < 3 || text.size() > 60) return false;
  const std::string low = lower(text);
  if (std::any_of(low.begin(), low.end(), digit) || low.find("://") != std::string::npos || low.find(".co") != std::string::npos || low == text ||
      low.find('.') == low.size() - 1)
    return false;
  return std::count(text.begin(), text.end(), ' ') <= 5 && is_letter(decode_utf8(text, 0).value);
}

bool is_role(std::string_view text) {
  const std::string low = lower(text);
  for (const std::string_view role : kRoles)
    if (low.find(role) != std::string::npos) return true;
  return false;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kEdge = " \t\n,;:|/-.\xE2\x80\x93\xA2\xC2\xB7";
  while (!text.empty() && kEdge.find(text.front()) != std::string_view::npos && static_cast<unsigned char>(text.front()) < 0x80)
    text.remove_prefix(1);
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == ',' || text.back() == ';' || text.back() == ':' || text.back() == '|' || text.back() == '-'))
    text.remove_suffix(1);
  return text;
}

std::vector<std::string> split_at(std::string_view text, std::initializer_list<std::string_view> borders) {
  std::vector<std::string> parts;
  size_t from = 0;
  for (size_t i = 0; i <= text.size();) {
    size_t width = 0;
    for (const std::string_view border : borders)
      if (text.substr(i, border.size()) == border) width = border.size();
    if (width || i == text.size()) {
      if (const auto part = trimmed(text.substr(from, i - from)); !part.empty()) parts.emplace_back(part);
      from = i + std::max<size_t>(width, 1), i = from;
    } else {
      ++i;
    }
  }
  return parts;
}

bool add_name(std::vector<std::string>& out, std::string name) {
  if (std::find(out.begin(), out.end(), name) != out.end() || out.size() >= 12) return false;
  out.push_back(std::move(name));
  return true;
}

// Names of elements marked as the author: rel=author, itemprop=author, class "byline".
std::vector<std::string> marked_names(const Tree& tree, const Blocks& blocks, size_t first_block) {
  std::vector<std::string> out;
  const uint32_t limit = first_block < blocks.blocks.size() ? blocks.blocks[first_block].last + 400 : 0xFFFFFFFF;
  for (uint32_t node = 1; node < std::min<size_t>(limit, tree.nodes().size()); ++node) {
    if (tree[node].tag < LXB_TAG__BEGIN || tree[node].end - node > 60) continue;
    const bool rel = tree.attribute(node, "rel") == "author" || tree.attribute(node, "itemprop") == "author";
    if (!rel && !(blocks.signals[node] & kBylineWord)) continue;
    if (blocks.signals[node] & (kCommentWord | kRelatedWord | kAsideWord)) continue;
    const std::string text = tree.inner_text(node);
    if (text.size() > 150 || text.empty()) continue;
    for (std::string& name : split_byline(text)) add_name(out, std::move(name));
    if (!out.empty()) return out;
  }
  return out;
}

std::vector<std::string> line_names(const Blocks& blocks, size_t first_block) {
  const size_t from = first_block > 10 ? first_block - 10 : 0;
  for (size_t i = from; i < std::min(blocks.blocks.size(), first_block + 2); ++i) {
    const std::string_view text = blocks.of(blocks.blocks[i]);
    if (text.size() > 120 || !lower(text.substr(0, 12)).starts_with("by ")) continue;
    if (auto names = split_byline(text); !names.empty()) return names;
  }
  return {};
}

}  // namespace

std::vector<std::string> split_byline(std::string_view text) {
  std::string_view rest = trimmed(text);
  for (bool again = true; again;) {
    again = false;
    const std::string low = lower(rest.substr(0, 20));
    for (const std::string_view start : kBylineStarts)
      if (low.starts_with(start) && rest.size() > start.size()) rest = trimmed(rest.substr(start.size())), again = true;
  }
  std::vector<std::string> out;
  for (std::string& part : split_at(
           rest, {",", " and ", " & ", "|", ";", " und ", " et ", " y ", "\n", "\xE2\x80\xA2", " \xE2\x80\x93 ", " - ", "/", " with ", "\xC2\xB7"})) {
    if (const std::string low = lower(part); low.starts_with("by ")) part = std::string(trimmed(std::string_view(part).substr(3)));
    if (is_name(part) && !is_role(part)) add_name(out, std::move(part));
  }
  return out;
}

std::string host_of(std::string_view url) {
  const size_t at = url.find("://");
  if (at != std::string_view::npos) url.remove_prefix(at + 3);
  std::string host = lower(url.substr(0, url.find_first_of("/?#:")));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.find('.') == std::string::npos ? std::string() : host;
}

std::string find_site(const Meta& meta, std::string_view url) {
  std::string site = meta.first({"og:site_name"});
  if (site.empty()) site = meta.json.site;
  if (site.empty()) site = meta.first({"application-name", "twitter:site", "apple-mobile-web-app-title"});
  if (site.empty()) site = host_of(!url.empty() ? url : std::string_view(meta.canonical));
  if (site.starts_with("@")) site.erase(0, 1);
  return site;
}

std::vector<std::string> find_byline(const Tree& tree, const Blocks& blocks, const Meta& meta, size_t first_block) {
  std::vector<std::string> out;
  const std::string site = letters(find_site(meta, {}));
  const auto take = [&](const std::string& text) {
    for (std::string& name : split_byline(text))
      if (letters(name) != site) add_name(out, std::move(name));
  };
  for (const std::string& author : meta.json.authors) take(author);
  if (out.empty())
    for (const std::string_view name : {"author", "article:author", "dc.creator", "dc.contributor", "byl", "sailthru.author", "parsely-author",
                                        "citation_author", "article:author_name", "cxenseparse:author", "twitter:data1"}) {
      if (const auto at = meta.values.find(name); at != meta.values.end() && out.empty())
        for (const std::string& value : at->second) take(value);
    }
  if (out.empty()) out = marked_names(tree, blocks, first_block);
  if (out.empty()) out = line_names(blocks, first_block);
  return out;
}

std::string find_section(const Tree& tree, const Meta& meta, std::string_view url) {
  std::string section = meta.first({"article:section", "section", "parsely-section", "og:section", "category"});
  if (section.empty()) section = meta.json.section;
  if (!section.empty()) return section.substr(0, section.find_first_of(",;|"));
  (void)tree;
  const size_t host = url.find("://");
  if (host == std::string_view::npos) return {};
  size_t at = url.find('/', host + 3);
  while (at != std::string_view::npos) {
    const size_t end = url.find('/', at + 1);
    if (end == std::string_view::npos) return {};
    const std::string part = lower(url.substr(at + 1, end - at - 1));
    const bool plain = part.size() > 2 && part.size() < 25 && !std::any_of(part.begin(), part.end(), digit);
    if (plain && std::find(std::begin(kNoSection), std::end(kNoSection), part) == std::end(kNoSection)) {
      std::string name = part;
      std::replace(name.begin(), name.end(), '-', ' ');
      name[0] = name[0] >= 'a' && name[0] <= 'z' ? static_cast<char>(name[0] - 32) : name[0];
      return name;
    }
    at = end;
  }
  return {};
}

}  // namespace gesta
