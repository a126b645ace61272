// The title of an article: the heading that says what the head of the page says, without the site's name and without lines that run into it, is what
// rules propose. Small trees (models/titles.md) choose among that, the titles of the head and their parts, and the headings before the text.
#include <algorithm>
#include <array>
#include <ostream>

#include "base/lists.h"
#include "base/utf8.h"
#include "pages/about.h"
#include "pages/forest.h"
#include "pages/published.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr std::string_view kSeparators[] = {
    " | ", " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xE2\x80\xA2 ", " \xC2\xB7 ", " // ",
    " : ", " \xC2\xAB ", " \xE2\x80\xB9 ", " \xE2\x80\xBA ", " < ",  " > ",        " \xE2\x8B\x86 "};

constexpr size_t kLongest = 400;  // bytes of a title; what follows is no title

bool between_words(char c) { return letters({&c, 1}).empty(); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && !between_words(text[end])) ++end;
    if (std::string word = letters(text.substr(at, end - at)); !word.empty()) out.push_back(std::move(word));
    at = end + 1;
  }
  return out;
}

// Share of the words of `text` that stand in `other`.
double overlap(std::string_view text, const std::vector<std::string>& other) {
  const auto words = words_of(text);
  if (words.empty()) return 0;
  const auto hits = std::count_if(words.begin(), words.end(), [&](const std::string& w) { return among(other, w); });
  return static_cast<double>(hits) / static_cast<double>(words.size());
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" ,;:|/-").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && std::string_view(" ,;:|-").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// Names of the site: what it calls itself, and the longest label of its host.
struct Names {
  std::string site, host, domain;  // letters only; domain: the label before the public suffix
  bool name(std::string_view text) const {
    const std::string mine = letters(text);
    if (mine.size() < 3) return false;
    const auto meets = [&](const std::string& other) {
      return other.size() >= 4 && ((mine.size() * 2 >= other.size() && other.find(mine) != std::string::npos) ||
                                   (mine.find(other) != std::string::npos && mine.size() < other.size() * 3));
    };
    return mine == site || meets(site) || meets(host) || meets(domain);
  }
};

Names names_of(const Meta& meta, std::string_view url) {
  const std::string host = host_of(url.empty() ? std::string_view(meta.canonical) : url);
  std::string label;
  for (size_t at = 0; at < host.size();) {
    const size_t end = std::min(host.find('.', at), host.size());
    if (end < host.size() && end - at > label.size()) label = host.substr(at, end - at);
    at = end + 1;
  }
  size_t end = host.rfind('.');  // of the domain's own label; "co" and "com" before a country belong to the suffix
  if (end != std::string::npos && end > 0)
    if (const size_t before = host.rfind('.', end - 1); before != std::string::npos && end - before <= 4) end = before;
  const size_t begin = end == std::string::npos || end == 0 ? 0 : host.rfind('.', end - 1) + 1;
  return {letters(find_site(meta, {})), letters(label), end == std::string::npos ? std::string() : letters(host.substr(begin, end - begin))};
}

std::vector<std::string_view> parts_of(std::string_view title) {
  std::vector<std::string_view> parts;
  size_t from = 0;
  for (size_t i = 0; i < title.size(); ++i) {
    const bool close = title[i] == '_' || title[i] == '-' || title[i] == '|';  // no spaces around: beside Chinese and Japanese writing
    const bool before = i >= 3 && static_cast<unsigned char>(title[i - 3]) >= 0xE3;
    const bool behind = i > 0 && i + 1 < title.size() && static_cast<unsigned char>(title[i + 1]) >= 0xE3;
    if (close && (title[i] == '|' ? before || behind : before && behind)) {
      parts.push_back(title.substr(from, i - from));
      from = i + 1;
      continue;
    }
    for (const std::string_view mark : kSeparators)
      if (title.substr(i, mark.size()) == mark) {
        parts.push_back(title.substr(from, i - from));
        i += mark.size() - 1, from = i + 1;
        break;
      }
  }
  parts.push_back(title.substr(from));
  return parts;
}

// The kind of a text behind its title, "| Opinion", or a site that is called like its address, "| PAPER.NET".
bool kind_or_address(std::string_view part) {
  static constexpr std::string_view kKinds[] = {"opinion",   "editorial", "analysis",       "commentary",     "column",   "letters",    "meinung",
                                                "kommentar", "analyse",   "opini\xC3\xB3n", "opini\xC3\xA3o", "opinione", "editoriale", "video"};
  const std::string low = to_lower(trimmed(part));
  const size_t stop = low.rfind('.');
  const bool address =
      stop != std::string::npos && stop >= 3 && low.size() - stop >= 3 && low.size() - stop <= 5 && low.find(' ') == std::string::npos;
  return among(kKinds, low) || address;
}

// "Site » Title" and "Title | Section | Site" without what names the site.
std::string without_site(std::string_view title, const Names& names) {
  const auto parts = parts_of(title);
  const size_t most = letters(title).size() * 2 / 3;
  const auto site = [&](std::string_view part) { return names.name(part) && letters(part).size() < most; };
  size_t first = 0, last = parts.size() - 1;
  const auto barred = [&](size_t i) { return parts[i].data()[-2] == '|' && kind_or_address(parts[i]); };  // behind " | "
  while (last > 0 && (site(parts[last]) || barred(last))) --last;
  while (first < last && site(parts[first])) ++first;
  const char* begin = parts[first].data();
  return std::string(trimmed({begin, static_cast<size_t>(parts[last].data() + parts[last].size() - begin)}));
}

struct Told {
  std::string title, head;  // of the meta elements, of <title>; without the site
  Names names;
};

Told told_of(const Meta& meta, std::string_view url) {
  Told told{{}, {}, names_of(meta, url)};
  told.title = without_site(meta.first({"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"}).substr(0, kLongest),
                            told.names);
  told.head = without_site(meta.title.substr(0, kLongest), told.names);
  return told;
}

bool is_part(const std::string& mine, std::string_view title) {
  const auto parts = parts_of(title);
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return letters(part) == mine; });
}

// How well a heading says what a title of the head says, 0 to 2: word for word, or a big heading that shares a third of its words.
double likeness(const Block& block, std::string_view text, const std::string& title) {
  const std::string mine = letters(text), wanted = letters(title);
  const bool all = mine.size() >= 3 && wanted.find(mine) != std::string::npos;
  const bool whole = block.level == 1 ? mine.size() >= 10 : mine.size() >= 10 && block.words >= 4 && mine.size() * 10 >= wanted.size() * 7;
  if (all && (whole || is_part(mine, title)))
    return 1 + static_cast<double>(mine.size()) / static_cast<double>(wanted.size() + 1) + (block.level == 1 ? 0.4 : 0);
  if (block.level > 1 || block.words < 4 || text.size() < 10) return 0;
  const double share = overlap(text, words_of(title));
  return share > 0.34 ? share : 0;
}

bool can_head(const Block& block, std::string_view text) {
  return block.kind == BlockKind::heading && block.level <= 2 && !block.in_nav && !block.in_footer && !block.in_aside && text.size() >= 3 &&
         text.size() <= 300;
}

// A heading that is the link to the front page holds the site's name.
bool links_home(const PageTree& tree, const Block& block) {
  if (block.link_bytes * 10 < block.text.size() * 8) return false;
  uint32_t node = block.last;
  for (int up = 0; node && up < 5 && tree[node].tag != LXB_TAG_A; ++up) node = tree[node].parent;
  if (!node || tree[node].tag != LXB_TAG_A) return false;
  std::string_view link = tree.attribute(node, "href");
  if (const size_t at = link.find("://"); at != std::string_view::npos) {
    link.remove_prefix(at + 3);
    link.remove_prefix(std::min(link.find('/'), link.size()));
    return link.size() <= 1;
  }
  return link == "/" || link == "./" || link == "../" || link.starts_with("index.") || link.starts_with("/index.");
}

size_t best_heading(const PageTree& tree, const Blocks& blocks, const std::string& title, const Names& names) {
  size_t best = blocks.blocks.size();
  double most = 0;
  if (title.empty()) return best;
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    const std::string_view text = blocks.of(blocks.blocks[i]);
    if (!can_head(blocks.blocks[i], text)) continue;
    const double like = likeness(blocks.blocks[i], text, title);
    if (like <= most || (names.name(text) && letters(text) != letters(title)) || links_home(tree, blocks.blocks[i])) continue;
    most = like, best = i;
  }
  return best;
}

// A big heading before the text whose words the last part of the address spells: "/news/essen-westviertel.htm".
size_t named_in_url(const Blocks& blocks, const Names& names, std::string_view url, size_t first_block) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  const size_t slash = url.rfind('/');
  if (slash == std::string_view::npos || slash < 9) return blocks.blocks.size();
  const std::string slug = letters(url.substr(slash + 1));
  for (size_t i = 0; i < std::min(first_block + 2, blocks.blocks.size()); ++i) {
    const std::string_view text = blocks.of(blocks.blocks[i]);
    if (!can_head(blocks.blocks[i], text) || blocks.blocks[i].level != 1 || names.name(text)) continue;
    if (const std::string mine = letters(fold_latin(text)); mine.size() >= 5 && slug.find(mine) != std::string::npos) return i;
  }
  return blocks.blocks.size();
}

// The only big heading shortly before the text, when none says what the head says.
size_t lone_heading(const PageTree& tree, const Blocks& blocks, const Names& names, size_t first_block) {
  const size_t none = blocks.blocks.size();
  size_t found = none;
  for (size_t i = first_block > 30 ? first_block - 30 : 0; i < std::min(first_block + 2, none); ++i) {
    const std::string_view text = blocks.of(blocks.blocks[i]);
    if (!can_head(blocks.blocks[i], text) || blocks.blocks[i].level != 1 || names.name(text) || links_home(tree, blocks.blocks[i])) continue;
    if (blocks.blocks[i].words < 3 || (blocks.blocks[i].around & (kCookieWord | kPromoWord | kCommentWord))) continue;
    if (found < none && blocks.of(blocks.blocks[found]) != text) return none;
    found = i;
  }
  return found;
}

// Where the last letters of `text` that spell `tail` begin, npos when it does not end so; the same from the front.
size_t begin_of_tail(std::string_view text, std::string_view tail) {
  std::vector<size_t> places;
  const std::string all = letters(text, &places), wanted = letters(tail);
  return wanted.empty() || !all.ends_with(wanted) ? std::string_view::npos : places[all.size() - wanted.size()];
}

size_t end_of_front(std::string_view text, std::string_view front) {
  std::vector<size_t> places;
  const std::string all = letters(text, &places), wanted = letters(front);
  return wanted.empty() || !all.starts_with(wanted) ? std::string_view::npos : places[wanted.size() - 1] + 1;
}

// Two lines of a heading met without a mark between them.
bool runs_into(std::string_view heading, std::string_view title) {
  if (std::count(title.begin(), title.end(), ' ') < 2 || title.size() + 4 > heading.size()) return false;
  if (const size_t at = begin_of_tail(heading, title); at != std::string_view::npos && at >= 3) {
    std::string_view before = heading.substr(0, at);
    while (!before.empty() && (before.back() == '"' || before.back() == '\'' || static_cast<unsigned char>(before.back()) >= 0x80) &&
           before.size() > 1)
      before.remove_suffix(1);
    if (before.size() <= 2 || before.back() != ' ') return false;
    size_t last = before.size() - 2;
    while (last > 0 && (static_cast<unsigned char>(before[last]) & 0xC0) == 0x80) --last;
    const uint32_t point = decode_utf8(before, last).value;
    return is_letter(point) || (point >= '0' && point <= '9');
  }
  const size_t end = end_of_front(heading, title);
  if (end == std::string_view::npos || end + 20 > heading.size()) return false;
  if (heading[end] != ' ') return heading[end - 1] >= 'a' && heading[end - 1] <= 'z' && heading[end] >= 'A' && heading[end] <= 'Z';
  return is_upper(decode_utf8(heading, end + 1).value);
}

// The heading without a line over or under the title that runs into it: "Floods Dam breaks in the north" when the head says "Dam breaks in the
// north".
std::string without_kicker(const std::string& heading, const Told& told) {
  if (const size_t bar = heading.find(" | "); bar != std::string::npos && bar >= 12)
    if (heading.find(" | ", bar + 3) != std::string::npos || kind_or_address(std::string_view(heading).substr(bar + 3)))
      return heading.substr(0, bar);  // "Title | Section | Site"
  const bool digits = std::any_of(heading.begin(), heading.end(), [](char c) { return c >= '0' && c <= '9'; });
  for (const std::string* title : {&told.title, &told.head}) {  // "Title 28.01.2021 • Section"
    if (!digits || title->size() < 12 || heading.size() < title->size() + 2) continue;
    const size_t end = end_of_front(heading, *title);
    if (end >= heading.size()) continue;
    const std::string_view rest = std::string_view(heading).substr(end);
    const bool count = rest.size() <= 4 && rest[0] == ' ' && rest.find_first_not_of(" 0123456789") == std::string_view::npos;  // of comments
    const auto date = find_date(rest);
    if (count || (date && date->begin <= 3)) return *title;
  }
  for (const std::string* title : {&told.title, &told.head})
    if (letters(*title) == letters(heading) && parts_of(*title).size() == parts_of(heading).size()) return heading;
  for (const std::string* title : {&told.title, &told.head})
    if (runs_into(heading, *title)) return *title;
  if (parts_of(heading).size() == 1)
    for (const std::string* title : {&told.title, &told.head})
      for (const std::string_view part : parts_of(*title))
        if (const size_t at = begin_of_tail(heading, part); at != std::string_view::npos && runs_into(heading, part) &&
                                                            std::count(heading.begin(), heading.begin() + static_cast<long>(at), ' ') <= 3)
          return std::string(trimmed(part));
  const auto parts = parts_of(heading);
  const std::string tail = letters(parts.back());
  if (parts.size() > 1 && (tail == told.names.site || tail == told.names.host)) return without_site(heading, told.names);
  return heading;
}

// The title proper inside a heading: an element marked as the headline, or what follows a kicker, a label or a date in an element of its own.
std::string title_proper(const PageTree& tree, const Block& block, std::string all) {
  constexpr std::string_view kBefore[] = {"kicker",   "overline",   "supertitle", "pretitle", "dachzeile",     "topline",
                                          "roofline", "spitzmarke", "eyebrow",    "vignette", "sub-heading",   "subheading",
                                          "subtitle", "date",       "label",      "hidden",   "screen-reader", "sr-only"};
  const uint32_t end = tree[block.node].end;
  for (uint32_t node = block.node + 1; node < end; ++node) {
    if (tree[node].tag < LXB_TAG__BEGIN) continue;
    const std::string inner = tree.inner_text(node);
    if (tree.attribute(node, "itemprop").find("headline") != std::string_view::npos && letters(inner).size() >= 8) {
      all = inner;
      continue;
    }
    if (!all.starts_with(inner) || inner.size() + 8 > all.size() || inner.empty()) continue;
    const std::string names = to_lower(tree.class_of(node).substr(0, 200));
    const auto named = [&](std::string_view word) { return names.find(word) != std::string::npos; };
    if (tree[node].tag != LXB_TAG_SMALL && std::none_of(std::begin(kBefore), std::end(kBefore), named)) continue;
    const size_t rest = all.find_first_not_of(" :|-", inner.size());
    if (rest != std::string::npos) return all.substr(rest);
  }
  return all;
}

// What stands behind the last mark, when it is short and the rest is still a title.
std::string without_tail(std::string_view title) {
  for (const std::string_view mark : kSeparators) {
    const size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at <= 25) continue;
    if (std::count(title.begin() + static_cast<long>(at + mark.size()), title.end(), ' ') <= 3) return without_tail(trimmed(title.substr(0, at)));
  }
  const auto parts = parts_of(title);  // "Title-Site" in Chinese and Japanese writing
  const bool joined = parts.size() == 2 && parts[0].size() + parts[1].size() + 1 == title.size();
  if (joined && parts[1].size() <= 18 && parts[0].size() >= 24) return std::string(trimmed(parts[0]));
  return std::string(title);
}

std::string shown_title(const PageTree& tree, const Blocks& blocks, const Block& block, const Told& told) {
  return without_kicker(title_proper(tree, block, std::string(blocks.of(block))), told);
}

}  // namespace

std::string letters(std::string_view text, std::vector<size_t>* places) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\xE2' && i + 2 < text.size() && (text[i + 1] == '\x80' || text[i + 1] == '\x81')) {  // quotes, dashes and spaces of U+2000 to U+207F
      i += 2;
      continue;
    }
    if (c == '\xC2' && i + 1 < text.size()) {  // signs of Latin-1
      ++i;
      continue;
    }
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
      out.push_back(ascii_lower(c));
      if (places) places->push_back(i);
    }
  }
  return out;
}

size_t find_heading(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t first_block) {
  const Told told = told_of(meta, url);
  const std::string headline = meta.json.headline.substr(0, kLongest);
  for (const std::string* title : {&told.title, &told.head, &headline})
    if (const size_t found = best_heading(tree, blocks, *title, told.names); found < blocks.blocks.size()) return found;
  if (const size_t found = named_in_url(blocks, told.names, url, first_block); found < blocks.blocks.size()) return found;
  return lone_heading(tree, blocks, told.names, first_block);
}

namespace {

std::string title_of_rules(const PageTree& tree, const Blocks& blocks, const Meta& meta, const Told& told, size_t heading) {
  std::string title;
  if (heading < blocks.blocks.size()) title = shown_title(tree, blocks, blocks.blocks[heading], told);
  if (title.empty()) title = without_tail(told.title.empty() ? told.head : told.title);
  const std::string headline = meta.json.headline.substr(0, kLongest);
  if (heading >= blocks.blocks.size() && !headline.empty() && told.names.name(title) && !told.names.name(headline)) title = headline;
  if (title.empty()) title = headline;
  for (size_t at = 0; (at = title.find("\xC2\xAD")) != std::string::npos;) title.erase(at, 2);  // soft hyphen
  if (const auto date = find_date(title); date && date->begin == 0 && title.size() > date->end + 12) {
    const std::string_view rest = std::string_view(title).substr(date->end);
    const size_t at = rest.find_first_not_of(" -:|,");
    if (at != std::string_view::npos && at >= 2) title = std::string(rest.substr(at));
  }
  return title;
}

#include "pages/title_forest.inc"

enum TitleSign : uint8_t {
  kTitleRule,  // what the rules give
  kTitleMeta,
  kTitleHead,
  kTitleJson,
  kTitlePart,    // of the head's title
  kTitleLevel,   // of a heading, 0 for none
  kTitleBefore,  // blocks before the text
  kTitleRank,    // headings between it and the text
  kTitleSame,    // headings of its level before the text
  kTitleNamed,   // class words of titles
  kTitleAgainst,
  kTitleLinked,
  kTitleWords,
  kTitleBytes,
  kTitleMarks,  // parts
  kTitleSite,
  kTitleInMeta,  // share of its words in the meta title, and the other way round
  kTitleOfMeta,
  kTitleInHead,
  kTitleOfHead,
  kTitleInUrl,
  kTitleOfUrl,
  kTitleInRule,
  kTitleOfRule,
  kTitleSources,
  kPageAgrees,  // meta and head tell the same
  kPageHasMeta,
  kPageHeads,  // big headings before the text
  kPageRule,   // level of the heading that the rules took
  kTitleSigns
};

struct TitleCandidate {
  std::string title;
  std::array<float, kTitleSigns> signs{};
};

class Titles {
 public:
  Titles(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t heading, size_t first)
      : tree_(tree), blocks_(blocks), meta_(meta), url_(url), heading_(heading), first_(first), told_(told_of(meta, url)) {}

  std::vector<TitleCandidate> run() {
    add(title_of_rules(tree_, blocks_, meta_, told_, heading_), kTitleRule);
    add(told_.title, kTitleMeta), add(told_.head, kTitleHead), add(meta_.json.headline.substr(0, kLongest), kTitleJson);
    add(without_tail(told_.title), kTitleMeta), add(without_tail(told_.head), kTitleHead);
    const std::string head = meta_.title.substr(0, kLongest);
    for (const std::string_view part : parts_of(head)) add(std::string(trimmed(part)), kTitlePart);
    read_headings(), relate();
    return std::move(out_);
  }

 private:
  std::array<float, kTitleSigns>* add(std::string title, TitleSign sign) {
    const std::string key = letters(title);
    if (key.size() < 3) return nullptr;
    size_t i = 0;
    while (i < out_.size() && keys_[i] != key) ++i;
    if (i == out_.size()) out_.push_back({std::move(title), {}}), keys_.push_back(key);
    auto& signs = out_[i].signs;
    signs[kTitleSources] += signs[sign] == 0 ? 1.f : 0.f, signs[sign] = std::max(signs[sign], 1.f);
    return &signs;
  }

  void read_headings() {
    const auto& all = blocks_.blocks;
    std::array<float, 7> seen{};
    float rank = 0;
    int left = 24;
    for (size_t i = std::min(first_ + 2, all.size()); i-- > 0 && left > 0;) {
      const Block& block = all[i];
      const std::string_view text = blocks_.of(block);
      const bool like =
          block.kind != BlockKind::heading && (block.near & kTitleWord) && heading_ >= all.size() && text.size() >= 12;  // but in its name
      if (!like && (block.kind != BlockKind::heading || block.level > 4)) continue;
      if (text.size() < 3 || text.size() > 300) continue;
      const auto level = static_cast<uint8_t>(like ? 5 : block.level);
      --left, ++seen[level];
      if (block.level == 1) ++heads_;
      auto* signs = add(shown_title(tree_, blocks_, block, told_), kTitleLevel);
      if (signs && ((*signs)[kTitleRank] == 0 || (*signs)[kTitleLevel] > level)) {
        (*signs)[kTitleLevel] = level, (*signs)[kTitleRank] = ++rank;
        (*signs)[kTitleBefore] = static_cast<float>(first_) - static_cast<float>(i), (*signs)[kTitleSame] = seen[level];
        (*signs)[kTitleNamed] = (block.near & kTitleWord) != 0;
        (*signs)[kTitleAgainst] =
            static_cast<float>(block.in_nav + block.in_footer + block.in_aside + ((block.around & (kCookieWord | kPromoWord)) != 0));
        (*signs)[kTitleLinked] = links_home(tree_, block) ? 2 : static_cast<float>(block.link_bytes) / static_cast<float>(text.size());
      }
    }
  }

  void relate() {
    std::string_view path = url_.substr(0, std::min(url_.find_first_of("?#"), kLongest));
    const size_t host = path.find("://");
    path.remove_prefix(std::min(path.size(), path.find('/', host == std::string_view::npos ? 0 : host + 3)));
    const auto meta = words_of(told_.title), head = words_of(told_.head), url = words_of(path), rule = out_.empty() ? meta : words_of(out_[0].title);
    const float agrees = !told_.title.empty() && letters(told_.title) == letters(told_.head) ? 1.f : 0.f;
    for (TitleCandidate& one : out_) {
      auto& s = one.signs;
      const auto mine = words_of(one.title);
      const auto of = [&](const std::vector<std::string>& others) { return share(others, mine); };
      s[kTitleInMeta] = share(mine, meta), s[kTitleOfMeta] = of(meta), s[kTitleInHead] = share(mine, head), s[kTitleOfHead] = of(head);
      s[kTitleInUrl] = share(mine, url), s[kTitleOfUrl] = of(url), s[kTitleInRule] = share(mine, rule), s[kTitleOfRule] = of(rule);
      s[kTitleWords] = static_cast<float>(mine.size()), s[kTitleBytes] = static_cast<float>(one.title.size());
      s[kTitleMarks] = static_cast<float>(parts_of(one.title).size()), s[kTitleSite] = told_.names.name(one.title);
      s[kPageAgrees] = agrees, s[kPageHasMeta] = !told_.title.empty(), s[kPageHeads] = heads_;
      s[kPageRule] = heading_ < blocks_.blocks.size() ? blocks_.blocks[heading_].level : 0;
    }
  }

  static float share(const std::vector<std::string>& words, const std::vector<std::string>& others) {
    if (words.empty()) return 0;
    const auto in = [&](const std::string& word) { return among(others, word); };
    return static_cast<float>(std::count_if(words.begin(), words.end(), in)) / static_cast<float>(words.size());
  }

  const PageTree& tree_;
  const Blocks& blocks_;
  const Meta& meta_;
  std::string_view url_;
  size_t heading_, first_;
  Told told_;
  float heads_ = 0;
  std::vector<TitleCandidate> out_;
  std::vector<std::string> keys_;
};

}  // namespace

void write_titles(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t heading, size_t first,
                  std::ostream& out) {
  for (const TitleCandidate& one : Titles(tree, blocks, meta, url, heading, first).run()) {
    for (const float value : one.signs) out << value << '\t';
    std::string title = one.title;
    std::replace(title.begin(), title.end(), '\n', ' ');
    out << title << '\n';
  }
}

std::string find_title(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t heading, size_t first_block) {
  std::vector<TitleCandidate> all = Titles(tree, blocks, meta, url, heading, first_block).run();
  static const Forest forest(kRoots, kNodes);
  std::vector<const float*> rows;
  for (const TitleCandidate& one : all) rows.push_back(one.signs.data());
  std::vector<float> probable = forest.probabilities(rows, kBase);
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].signs[kTitleLinked] == 2) probable[i] *= 0.3f;  // the link to the front page names the site
  const auto best = std::max_element(probable.begin(), probable.end());
  return best == probable.end() ? std::string() : std::move(all[static_cast<size_t>(best - probable.begin())].title);
}

}  // namespace gesta
