#include "pages/byline_marks.h"

#include <algorithm>
#include <unordered_set>

#include "base/lists.h"
#include "base/utf8.h"
#include "pages/about.h"
#include "pages/byline_names.h"
#include "pages/byline_words.h"
#include "pages/published.h"
#include "pages/signals.h"

namespace gesta {
namespace {

#include "pages/forenames.inc"

}  // namespace

// Text below a node, pieces of different elements set apart.
std::string pieces(const PageTree& tree, uint32_t node) {
  std::string out;
  uint32_t before = 0;
  bool closed = false;                                                    // the piece before ends with a letter
  for (uint32_t i = node; i < tree[node].end && out.size() < 400; ++i) {  // longer ones are no bylines
    if (tree[i].tag == LXB_TAG_STYLE || tree[i].tag == LXB_TAG_SCRIPT || tree[i].tag == LXB_TAG_SVG || tree[i].tag == LXB_TAG_TIME ||
        tree[i].tag == LXB_TAG_BUTTON) {
      i = tree[i].end - 1;
      continue;
    }
    if (tree[i].tag == LXB_TAG_BR) before = 0;
    if (tree[i].tag != LXB_TAG__TEXT) continue;
    const std::string text = collapsed(tree.text(i).substr(0, 4000));
    if (text.empty() || text == " ") {
      closed = false;
      continue;
    }
    const bool goes_on =
        closed && before != 0 && text[0] >= 'a' && text[0] <= 'z' && text.size() == 1;  // "Lea Lee", its last letter in an element of its own
    if (!out.empty() && !goes_on) out += before == tree[i].parent ? " " : "|";
    const char last = tree.text(i).back();
    closed = (last >= 'a' && last <= 'z');
    out += text, before = tree[i].parent;
  }
  return out;
}

bool author_link(const PageTree& tree, uint32_t node) {
  if (tree[node].tag != LXB_TAG_A) return false;
  if (tree.attribute(node, "rel").find("author") != std::string_view::npos) return true;
  constexpr std::string_view kFolders[] = {"author/",  "authors/", "autor/",     "autoren/", "auteur/",     "auteurs/",   "autori/",
                                           "autores/", "by/",      "people/",    "staff/",   "contributor", "redaktion/", "profile/",
                                           "profil/",  "byline/",  "journalist", "editors/", "writers/",    "reporter"};
  const std::string_view href = tree.attribute(node, "href").substr(0, 200);
  for (size_t at = href.find('/'); at != std::string_view::npos; at = href.find('/', at + 1)) {
    const std::string folder = to_lower(href.substr(at + 1, 12));
    if (std::any_of(std::begin(kFolders), std::end(kFolders), [&](std::string_view word) { return folder.starts_with(word); })) return true;
  }
  return false;
}

// Names of elements in other languages than English, which the signals do not know.
bool names_author(const PageTree& tree, uint32_t node) {
  const std::string_view names = tree.class_of(node).substr(0, 256);
  for (size_t at = names.find("ut"); at != std::string_view::npos; at = names.find("ut", at + 1)) {
    const std::string_view rest = names.substr(at + 2);
    if (at > 0 && (names[at - 1] == 'a' || names[at - 1] == 'A') && (rest.starts_with("or") || rest.starts_with("eur"))) return true;
  }
  return false;
}

// "Photograph by Ann Lee"
bool names_picture(std::string_view text) {
  const std::string low = to_lower(text.substr(0, 16));
  const auto starts = [&](std::string_view start) { return low.starts_with(start); };
  constexpr std::string_view kPictures[] = {"photo", "foto", "bild", "image", "illustration", "picture", "video", "grafik", "credit"};
  return std::any_of(std::begin(kPictures), std::end(kPictures), starts);
}

bool opens_line(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" -(*|"), text.size()));
  if (starts_glued(text)) return true;
  const std::string low = to_lower(text.substr(0, 30)) + (text.size() < 30 ? " " : "");
  const auto starts = [&](std::string_view start) { return low[0] == start[0] && low.starts_with(start); };
  if (std::any_of(std::begin(kLineStarts), std::end(kLineStarts), starts) || without_genre(text).size() < text.size()) return true;
  const std::string_view rest = after_date(text);
  if (rest.size() == text.size()) return false;
  constexpr std::string_view kDated[] = {"posted",
                                         "published",
                                         "updated",
                                         "submitted",
                                         "geschrieben",
                                         "erstellt",
                                         "ver\xC3\xB6"
                                         "ffentlicht",
                                         "publi",
                                         "on ",
                                         "am "};
  if (const auto date = find_date(text); date && date->begin == 0) return true;
  return rest.find(": ") != std::string_view::npos || std::any_of(std::begin(kDated), std::end(kDated), starts);
}

bool long_label(std::string_view text) {
  const std::string low = to_lower(text.substr(0, 30));
  const auto starts = [&](std::string_view start) { return start.size() >= 7 && low.starts_with(start); };
  return std::any_of(std::begin(kLineStarts), std::end(kLineStarts), starts);
}

// What an agency's text says at its ends: "BERLIN (dpa/lno) - ..." or "(Reuters)", "Quelle: dpa".
std::string agency_of(const Blocks& blocks, size_t first, size_t last) {
  const auto known = [](std::string_view name) {
    std::string low = to_lower(name);
    std::replace_if(low.begin(), low.end(), [](char c) { return c == '/' || c == ',' || c == '-' || c == '.'; }, ' ');
    const auto words = words_of_name(low);
    return words.size() <= 3 && std::any_of(words.begin(), words.end(), [](auto word) { return among(kAgencies, word); });
  };
  const auto inside = [&](std::string_view text) {
    const size_t open = text.find('('), close = text.find(')', open == std::string_view::npos ? 0 : open);
    if (close == std::string_view::npos || close - open > 30) return std::string();
    const std::string_view name = text.substr(open + 1, close - open - 1);
    return known(name) ? std::string(name) : std::string();
  };
  const size_t end = std::min(last, blocks.blocks.size());
  for (size_t i = first; i < std::min(first + 3, end); ++i)
    if (std::string name = inside(blocks.of(blocks.blocks[i]).substr(0, 60)); !name.empty()) return name;
  for (size_t i = last > first + 2 ? last - 2 : first; i < std::min(last + 3, blocks.blocks.size()); ++i) {
    std::string_view text = blocks.of(blocks.blocks[i]);
    if (i < end && text.size() > 60 && text.ends_with(')') && text.rfind('(') != std::string_view::npos)
      if (std::string name = inside(text.substr(text.rfind('('))); !name.empty()) return name;
    if (text.size() > 60) continue;
    for (const std::string_view label : {"Quelle:", "Source:", "Fuente:", "Fonte:", "Quellen:", "Bron:", "K\xC3\xA4lla:", "Kilde:"})
      if (text.starts_with(label)) return std::string(trim_name(text.substr(label.size())));
    if (std::string name = inside(text); !name.empty()) return name;
  }
  return {};
}

// Whether a name is the site's: the same letters, or one inside the other and not much longer.
bool of_site(const std::string& mine, const std::string& site) {
  if (site.size() < 4 || mine.size() < 3) return mine == site && !site.empty();
  if (mine == site || (mine.size() >= 5 && site.find(mine) != std::string::npos)) return true;
  return site.size() >= 5 && mine.size() <= site.size() + 10 && mine.find(site) != std::string::npos;
}

// A login that stands for nobody: "admin", "wpadmin2", "redaktion-xy".
bool nobody(const std::string& handle) {
  for (const std::string_view word : {"admin", "redak", "editor", "team", "staff", "webmaster", "user", "news", "office", "info", "presse", "redac",
                                      "noauthor", "unknown", "anonym"})
    if (handle.find(word) != std::string::npos) return true;
  return false;
}

// A login made of a person's name: "jsmith", "ann.lee".
bool login_of(const std::string& handle, const std::string& person) {
  for (const std::string_view word : words_of_name(person))
    if (const std::string part = letters(word); part.size() >= 4 && handle.find(part) != std::string::npos) return true;
  return letters(person).find(handle) != std::string::npos;
}

std::vector<std::string_view> title_parts(const Meta& meta) {
  const std::string_view title = std::string_view(meta.title).substr(0, 300);
  std::vector<std::string_view> parts;
  for (size_t from = 0; from < title.size();) {
    size_t end = title.size(), size = 1;
    for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " \xC2\xAB ", ": "})
      if (const size_t found = title.find(mark, from); found < end) end = found, size = mark.size();
    parts.push_back(title.substr(from, end - from)), from = end + size;
  }
  return parts;
}

bool initials_of(std::string_view text, std::string_view person) {
  std::string out;
  for (const std::string_view word : words_of_name(person)) out += word[0];
  return out.size() >= 2 && out == text;
}

// A site that bears a person's name is that person's: the name stands in the title of the page and, without spaces, in the host.
std::string owner_of(const Meta& meta, std::string_view url) {
  const std::string host = letters(host_of(url.empty() ? std::string_view(meta.canonical) : url));
  const std::string site = find_site(meta, {});
  std::vector<std::string_view> names{site};
  if (const auto parts = title_parts(meta); parts.size() > 1) names.push_back(parts.back()), names.push_back(parts[0]);
  for (std::string_view name : names) {
    FoundNames found;
    read_name(name, found);
    if (found.persons.size() != 1) continue;
    const auto words = words_of_name(found.persons[0]);
    const auto in_host = [&](std::string_view word) { return letters(word).size() < 3 || host.find(letters(word)) != std::string::npos; };
    if (words.size() >= 2 && words.size() <= 3 && name.find('&') == std::string_view::npos && std::all_of(words.begin(), words.end(), in_host) &&
        letters(words.back()).size() >= 3)
      return found.persons[0];
  }
  return {};
}

// The heading of a box about the author.
std::string box_head(const PageTree& tree, uint32_t node) {
  for (uint32_t i = node; i < tree[node].end; ++i)
    if (tree[i].tag >= LXB_TAG_H1 && tree[i].tag <= LXB_TAG_H6) {
      std::string text = tree.inner_text(i);
      return text.size() <= 80 ? text : std::string();
    }
  return {};
}

bool forename(std::string_view word) {
  const std::string name = to_lower(fold_latin(word.substr(0, std::min(word.find('-'), word.size()))));
  static const std::unordered_set<std::string_view> known = [] {
    std::unordered_set<std::string_view> all;
    for (const std::string_view part : kForenames)
      for (const std::string_view name_word : words_of_name(part)) all.insert(name_word);
    return all;
  }();
  return known.contains(name);
}

// The same name however it is spelled.
std::string spelled(std::string_view name) { return letters(fold_latin(name)); }

std::vector<std::string> words_spelled(std::string_view name) {
  std::vector<std::string> out;
  for (const std::string_view word : words_of_name(name)) out.push_back(spelled(word));
  return out;
}

std::string spelled_line(std::string_view text) {
  std::string out;
  for (const std::string& word : words_spelled(text))
    if (!word.empty()) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string_view subject_of(std::string_view text) {
  size_t count = 0;
  for (const std::string_view word : words_of_name(text)) {
    const bool verb = among(kBioVerbs, word);
    if (verb && count > 0) return text.substr(0, static_cast<size_t>(word.data() - text.data()));
    if (verb || ++count > 5) break;
  }
  return {};
}

std::string_view holder_of(std::string_view line) {
  if (line.size() > 200) return {};
  const std::string low = to_lower(line);
  const bool licence = low.find("creative commons") != std::string::npos;
  size_t from = 0;
  for (const std::string_view sign : {"\xC2\xA9", "(c)", "copyright"})
    if (const size_t found = low.rfind(sign); found != std::string::npos) from = std::max(from, found + sign.size());
  if (from == 0 && !licence) return {};
  std::string_view holder = line.substr(std::min(from, line.size()));
  while (!holder.empty() && !is_letter(decode_utf8(holder, 0).value)) holder.remove_prefix(decode_utf8(holder, 0).length);
  for (const std::string_view by : {" by ", " von ", " par ", " por ", " di ", " de "})
    if (const size_t found = holder.find(by); found < 40 && (licence || by == " by ")) {
      holder.remove_prefix(found + by.size());
      break;
    }
  if (holder.starts_with("by ")) holder.remove_prefix(3);
  size_t stop = holder.size();
  for (const std::string_view end : {". ", " \xC2\xB7", " |", " - ", " \xE2\x80\x93", " steht ", " is licensed", " All ", " all ", " Alle ", ", "})
    stop = std::min(stop, holder.find(end));
  holder = trim_name(holder.substr(0, stop));
  while (!holder.empty() && (holder.back() == '.' || (holder.back() >= '0' && holder.back() <= '9')))
    holder.remove_suffix(1), holder = trim_name(holder);
  return holder;
}

bool all_in(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  return std::all_of(words.begin(), words.end(), [&](const auto& word) { return among(others, word); });
}

}  // namespace gesta
