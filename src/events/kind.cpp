#include "events/kind.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/utf8.h"
#include "events/kind_words.h"

namespace gesta {
namespace {

constexpr double kSection = 5, kTitle = 2, kText = 2;  // points: of a section, of each word of the title, of each 100 words of the text
constexpr double kEnough = 3;                          // points that a kind needs not to be a report
constexpr size_t kMostWords = 1200, kLongestCue = 5;
constexpr unsigned kClocks = 4;  // paragraphs that open with a clock time: a live blog

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '&' || (c >= '0' && c <= '9'); }

std::vector<std::string> words_of(std::string_view text, size_t most) {
  std::vector<std::string> words;
  std::string word;
  for (size_t i = 0; i <= text.size() && words.size() < most; ++i) {
    const char c = i == text.size() ? ' ' : ascii_lower(text[i]);
    if (is_letter(c))
      word.push_back(c);
    else if (!word.empty())
      words.push_back(std::move(word)), word.clear();
  }
  return words;
}

using Cues = std::unordered_map<std::string_view, std::vector<size_t>>;  // cue -> kinds

struct Tables {
  Cues section, title, text;
};

void add(Cues& cues, std::string_view list, size_t kind) {
  for (size_t at = 1; at < list.size();) {
    const size_t end = std::min(list.find(' ', at), list.size());
    cues[list.substr(at, end - at)].push_back(kind);
    at = end + 1;
  }
}

const Tables& tables() {
  static const Tables kTables = [] {
    Tables all;
    for (size_t k = 0; k < std::size(kKinds); ++k)
      add(all.section, kKinds[k].section, k), add(all.title, kKinds[k].title, k), add(all.text, kKinds[k].text, k);
    return all;
  }();
  return kTables;
}

// Calls `hit` with every cue among the words, those of several words joined by '_'.
template <class Hit>
void each_cue(const std::vector<std::string>& words, const Cues& cues, Hit hit) {
  for (size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (size_t k = i; k < std::min(words.size(), i + kLongestCue); ++k) {
      joined += (k == i ? "" : "_") + words[k];
      if (const auto found = cues.find(joined); found != cues.end()) hit(found->first, found->second);
    }
  }
}

// Folders of the address: "sport" and "football" of https://site/sport/2016/dec/03/football/long-title.
std::vector<std::string> folders_of(std::string_view url) {
  std::vector<std::string> folders;
  size_t at = url.find("//");
  at = at == std::string_view::npos ? 0 : at + 2;
  for (size_t slash = url.find('/', at); slash != std::string_view::npos;) {
    const size_t next = url.find('/', slash + 1);
    if (next == std::string_view::npos) break;
    folders.push_back(ascii_lower(url.substr(slash + 1, next - slash - 1)));
    slash = next;
  }
  return folders;
}

bool opens_with_clock(std::string_view text) {
  const auto digit = [&](size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const size_t mark = digit(1) ? 2 : 1;
  return digit(0) && mark < text.size() && (text[mark] == ':' || text[mark] == '.') && digit(mark + 1) && digit(mark + 2) && !digit(mark + 3);
}

}  // namespace

std::string_view kind_of(const Article& article) {
  double points[std::size(kKinds)] = {};
  std::unordered_set<size_t> sections;  // a section told twice counts once
  const auto section = [&](std::string_view, const std::vector<size_t>& kinds) { sections.insert(kinds.begin(), kinds.end()); };
  each_cue(folders_of(article.url), tables().section, section);
  each_cue(words_of(article.section, kLongestCue), tables().section, section);
  for (const size_t kind : sections) points[kind] += kSection;
  each_cue(words_of(article.title, 40), tables().title, [&](std::string_view, const std::vector<size_t>& kinds) {
    for (const size_t kind : kinds) points[kind] += kTitle;
  });
  const auto words = words_of(article.text, kMostWords);
  unsigned count[std::size(kKinds)] = {};
  std::unordered_set<std::string_view> seen[std::size(kKinds)];
  each_cue(words, tables().text, [&](std::string_view cue, const std::vector<size_t>& kinds) {
    for (const size_t kind : kinds) ++count[kind], seen[kind].insert(cue);
  });
  const double hundreds = std::max(1.0, static_cast<double>(words.size()) / 100);
  for (size_t k = 0; k < std::size(kKinds); ++k)
    if (seen[k].size() >= kKinds[k].least) points[k] += kText * count[k] / hundreds;
  const auto clocks = std::count_if(article.paragraphs.begin(), article.paragraphs.end(),
                                    [&](const Paragraph& p) { return opens_with_clock(p.span.of(article.text)); });
  if (clocks >= kClocks) points[0] += kSection;
  const auto best = static_cast<size_t>(std::max_element(std::begin(points), std::end(points)) - std::begin(points));
  return points[best] >= kEnough ? kKinds[best].kind : "report";
}

}  // namespace gesta
