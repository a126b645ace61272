#include "pages/about.h"

#include <algorithm>

#include "base/lists.h"
#include "base/utf8.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr std::string_view kNoSection[] = {"home", "news", "article", "articles", "story", "en",        "uk", "us",         "www",    "posts",
                                           "post", "blog", "archive", "node",     "amp",   "index.php", "wp", "world-news", "stories"};

std::string lower(std::string_view text) { return to_lower(text); }

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

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

std::string find_section(const PageTree& tree, const Meta& meta, std::string_view url) {
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
    if (plain && !among(kNoSection, part)) {
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
