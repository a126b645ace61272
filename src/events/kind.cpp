#include "events/kind.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/kind_sections.h"

namespace gesta {
namespace {

constexpr float kSection = 5;     // log odds for the kind that address or section name
constexpr float kOfArticle = .5;  // of the log probability of the article's kinds counts for each of its paragraphs
constexpr float kChange = 3;      // log odds against another kind than that of the paragraph before
constexpr unsigned kClocks = 4;   // paragraphs that open with a clock time: a live blog

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

std::string_view best(const KindScores& scores) {
  return std::max_element(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
}

void add_sections(KindScores& scores, const Folders& folders) {
  for (auto& [kind, score] : scores)
    for (const KindSections& one : kSections)
      if (one.kind == kind && any_in(folders, one.words)) score += kSection;
}

void normalise(KindScores& scores) {
  float most = scores.front().second, sum = 0;
  for (const auto& score : scores) most = std::max(most, score.second);
  for (const auto& score : scores) sum += std::exp(score.second - most);
  for (auto& score : scores) score.second -= most + std::log(sum);
}

// "Business", "Film & TV": a heading that is the name of a section.
Folders section_named(std::string_view heading) {
  std::string name = ascii_lower(heading);
  std::replace(name.begin(), name.end(), ' ', '-');
  return {name};
}

// The likeliest kinds of a run of paragraphs, of which a change costs kChange (Viterbi).
std::vector<std::string_view> likeliest(const std::vector<KindScores>& scores) {
  const size_t kinds = scores.front().size();
  std::vector<float> best(kinds, 0);
  std::vector<std::vector<uint8_t>> from;
  for (const KindScores& paragraph : scores) {
    const size_t top = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
    const float changed = best[top] - kChange;
    auto& back = from.emplace_back(kinds);
    for (size_t k = 0; k < kinds; ++k) {
      const bool stays = from.size() == 1 || best[k] >= changed;
      back[k] = static_cast<uint8_t>(stays ? k : top);
      best[k] = (stays ? best[k] : changed) + paragraph[k].second;
    }
  }
  std::vector<std::string_view> out(scores.size());
  size_t kind = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = scores.size(); i-- > 0; kind = from[i][kind]) out[i] = scores[i][kind].first;
  return out;
}

std::vector<std::string_view> paragraph_kinds(const Article& article, const KindScores& of_article, std::vector<KindScores> of_paragraphs) {
  Folders section;
  for (size_t i = 0; i < of_paragraphs.size(); ++i) {
    const Paragraph& paragraph = article.paragraphs[i];
    if (paragraph.block == BlockKind::heading) section = section_named(paragraph.span.of(article.text));
    KindScores& own = of_paragraphs[i];
    normalise(own);
    add_sections(own, section);
    for (size_t k = 0; k < own.size(); ++k) own[k].second += kOfArticle * of_article[k].second;
  }
  return likeliest(of_paragraphs);
}

}  // namespace

TextKinds kinds_of(const Article& article, const LanguageReader& reader) {
  const Folders folders = folders_of(article);
  const bool live = is_live_blog(article, folders);
  KindsOfText read;
  if (article.language.empty() || article.language == "en") {
    std::vector<std::string_view> paragraphs;
    for (const Paragraph& paragraph : article.paragraphs) paragraphs.push_back(paragraph.span.of(article.text));
    read = reader.kinds(article.title, paragraphs);
  }
  KindScores& scores = read.article;
  if (scores.empty()) {
    for (const KindSections& one : kSections) scores.emplace_back(one.kind, 0.0f);
    scores.emplace_back("report", kSection / 2);
  }
  add_sections(scores, folders);
  normalise(scores);
  TextKinds out{live ? "live-blog" : best(scores), {}};
  if (read.paragraphs.size() > (live ? 0 : 1))
    out.paragraphs = paragraph_kinds(article, scores, std::move(read.paragraphs));
  else
    out.paragraphs.assign(article.paragraphs.size(), out.article);
  return out;
}

}  // namespace gesta
