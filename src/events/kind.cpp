#include "events/kind.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/kind_sections.h"

namespace gesta {
namespace {

constexpr float kSection = 5;    // log odds for the kind that address or section name
constexpr unsigned kClocks = 4;  // paragraphs that open with a clock time: a live blog

using Folders = std::vector<std::string>;

bool any_in(const Folders& folders, std::string_view words) {
  return std::any_of(folders.begin(), folders.end(), [&](const std::string& folder) { return has_word(words, folder); });
}

// "sport" and "football" of https://site/sport/2016/dec/03/football/long-title, then the words of the section.
Folders folders_of(const Article& article) {
  Folders folders;
  size_t at = article.url.find("//");
  at = at == std::string::npos ? 0 : at + 2;
  for (size_t slash = article.url.find('/', at); slash != std::string::npos;) {
    const size_t next = article.url.find('/', slash + 1);
    if (next == std::string::npos) break;
    folders.push_back(ascii_lower(std::string_view(article.url).substr(slash + 1, next - slash - 1)));
    slash = next;
  }
  std::string word;
  for (const char c : ascii_lower(article.section) + " ")
    if (c != ' ')
      word.push_back(c);
    else if (!word.empty())
      folders.push_back(std::move(word)), word.clear();
  return folders;
}

bool opens_with_clock(std::string_view text) {
  const auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const size_t mark = digit(1) ? 2 : 1;
  return digit(0) && mark < text.size() && (text[mark] == ':' || text[mark] == '.') && digit(mark + 1) && digit(mark + 2) && !digit(mark + 3);
}

bool is_live_blog(const Article& article, const Folders& folders) {
  constexpr std::string_view kTitles[] = {"live updates", "live blog", "as it happened", "minute by minute", "rolling coverage"};
  const std::string title = ascii_lower(article.title);
  const auto clocks = std::count_if(article.paragraphs.begin(), article.paragraphs.end(),
                                    [&](const Paragraph& p) { return opens_with_clock(p.span.of(article.text)); });
  return clocks >= kClocks ||
         std::any_of(std::begin(kTitles), std::end(kTitles), [&](auto words) { return title.find(words) != std::string::npos; }) ||
         any_in(folders, kLiveSections);
}

}  // namespace

std::string_view kind_of(const Article& article, const LanguageReader& reader) {
  const Folders folders = folders_of(article);
  if (is_live_blog(article, folders)) return "live-blog";
  const bool english = article.language.empty() || article.language == "en";
  auto scores = english ? reader.kinds(article.title, article.text) : std::vector<std::pair<std::string_view, float>>();
  if (scores.empty()) {
    for (const KindSections& one : kSections) scores.emplace_back(one.kind, 0.0f);
    scores.emplace_back("report", kSection / 2);
  }
  for (auto& [kind, score] : scores)
    for (const KindSections& one : kSections)
      if (one.kind == kind && any_in(folders, one.words)) score += kSection;
  return std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

}  // namespace gesta
