// Who wrote it. Sources in order: JSON-LD, meta elements, elements marked as the author near the title, a line "By Ann Lee". Persons are kept; an
// agency, a desk or the site itself stands only where no person is named. Roles ("Senior Reporter") and degrees are left out.
#include <algorithm>

#include "base/utf8.h"
#include "pages/about.h"
#include "pages/byline_words.h"
#include "pages/published.h"
#include "pages/signals.h"

namespace gesta {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::string_view(" \t\n,;:|/-.()*").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && std::string_view(" \t\n,;:|-(*").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

template <size_t n>
bool any_word(const std::vector<std::string_view>& words, const std::string_view (&list)[n]) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    std::string low = to_lower(word);
    while (!low.empty() && (low.back() == ',' || low.back() == ':' || low.back() == '.') && low != "e.v.") low.pop_back();
    return std::find(std::begin(list), std::end(list), low) != std::end(list);
  });
}

// "FOCUS-Online-Experte", "Wirtschaftsredakteurin": the end of a German compound is what the person does.
bool compound_role(std::string_view word) {
  constexpr std::string_view kEnds[] = {"experte",       "expertin",        "redakteur", "redakteurin",
                                        "korrespondent", "korrespondentin", "reporter",  "reporterin"};
  const std::string low = to_lower(word);
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return low.ends_with(end); });
}

// "Reporter Ann Lee" without what she does.
std::string_view without_role(std::string_view text) {
  const auto words = words_of(text);
  size_t first = 0;
  while (first < words.size() && (compound_role(words[first]) || any_word({words[first]}, kRoles))) ++first;
  constexpr std::string_view kOffice[] = {"of", "for", "at", "de", "der", "des", "du", "f\xC3\xBCr"};  // "VP of Marketing"
  if (first == 0 || words.size() - first < 2 || words.size() - first > 3 || any_word({words[first]}, kOffice)) return text;
  return text.substr(static_cast<size_t>(words[first].data() - text.data()));
}

std::string_view without_start(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    const std::string low = to_lower(text.substr(0, 40));
    for (const std::string_view start : kStarts) {
      if (!low.starts_with(start)) continue;
      if (text.size() > start.size() && start.back() != ' ' && start.back() != ':' && start.back() != '/' && text[start.size()] != ' ' &&
          static_cast<unsigned char>(start.back()) < 0x80)
        continue;
      text = trimmed(text.substr(start.size()));
      again = !text.empty();
      break;
    }
  }
  return text;
}

// "Ann Lee MS" without what she studied.
std::string_view without_degrees(std::string_view text) {
  constexpr std::string_view kAfter[] = {"MS",  "MD",  "PhD", "Ph.D.", "RD",  "RDN", "LD", "LDN",  "JD",  "CPA",
                                         "CFA", "CFP", "MBA", "MPH",   "DDS", "RN",  "MA", "M.D.", "MSc", "Esq."};
  for (;;) {
    const size_t at = text.rfind(' ');
    if (at == std::string_view::npos || std::count(text.begin(), text.end(), ' ') < 2) return text;
    if (std::find(std::begin(kAfter), std::end(kAfter), text.substr(at + 1)) == std::end(kAfter)) return text;
    text = trimmed(text.substr(0, at));
  }
}

// "PhD", "MD", "R.N."
bool degree(std::string_view text) {
  if (text.size() > 10) return false;
  constexpr std::string_view kDegrees[] = {"phd", "ph.d", "ph.d.", "dr", "dr.", "jr", "msc", "bsc", "mba", "m.d.", "esq", "esq."};
  const std::string low = to_lower(text);
  if (std::find(std::begin(kDegrees), std::end(kDegrees), low) != std::end(kDegrees)) return low != "jr";
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-'; });
}

// "IWB"
bool initials(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

enum class Kind { none, person, house, handle };

// What a piece of a byline is: a person has two to five words that start with a capital (or none at all that starts small but particles).
Kind kind_of(std::string_view text) {
  if (text.size() < 2 || text.size() > 60 || text.find("://") != std::string_view::npos || text.find('@') != std::string_view::npos)
    return Kind::none;
  const auto words = words_of(text);
  if (words.empty() || words.size() > 6 || !is_letter(decode_utf8(text, 0).value)) return Kind::none;
  if (any_word(words, kNever) || degree(text)) return Kind::none;
  if (std::any_of(text.begin(), text.end(), digit)) return words.size() == 1 ? Kind::handle : Kind::none;
  if (any_word(words, kRoles) || std::any_of(words.begin(), words.end(), compound_role)) return Kind::none;
  constexpr std::string_view kAlone[] = {"von",    "par",    "por",  "di",   "door", "av",  "af",  "author", "autor", "auteur",
                                         "source", "quelle", "tags", "home", "news", "jan", "feb", "mar",    "apr",   "may",
                                         "jun",    "jul",    "aug",  "sep",  "sept", "oct", "nov", "dec"};
  if (words.size() == 1 && (any_word(words, kCuts) || any_word(words, kAlone))) return Kind::none;
  constexpr std::string_view kArticles[] = {"the", "die", "das", "el", "los", "les"};
  if (words.size() > 1 && any_word({words[0]}, kArticles)) return Kind::house;
  if (any_word(words, kHouses) || text.find(".co") != std::string_view::npos || text.find(".de") != std::string_view::npos) return Kind::house;
  if (words.size() == 1) return static_cast<unsigned char>(text[0]) >= 0xE3 && text.size() <= 18 ? Kind::person : Kind::handle;
  size_t small = 0;
  for (const std::string_view word : words) small += !is_upper(decode_utf8(word, 0).value) && static_cast<unsigned char>(word[0]) < 0xE0;
  if (small == words.size()) return words.size() <= 3 ? Kind::handle : Kind::none;
  return small * 2 <= words.size() ? Kind::person : Kind::none;
}

// The part before a weekday, "on", a digit.
std::string_view cut_off(std::string_view text) {
  size_t at = 0;
  for (const std::string_view word : words_of(text)) {
    const auto begin = static_cast<size_t>(word.data() - text.data());
    std::string low = to_lower(word);
    if (!low.empty() && low.back() == ',') low.pop_back();
    const bool stop = std::find(std::begin(kCuts), std::end(kCuts), low) != std::end(kCuts) || (begin > 0 && digit(word[0]));
    if (stop && at > 0 && begin >= 2) return any_word(words_of(text.substr(0, begin)), kHouses) ? text : trimmed(text.substr(0, begin));
    ++at;
  }
  return text;
}

struct Found {
  std::vector<std::string> persons, houses, handles, roles;
  std::vector<std::string> helpers;  // persons who reviewed, edited or translated
  bool any() const { return !persons.empty() || !houses.empty() || !handles.empty(); }
};

void add(std::vector<std::string>& out, std::string_view name) {
  if (out.size() < 12 && std::find(out.begin(), out.end(), name) == out.end()) out.emplace_back(name);
}

bool names_role(std::string_view part) { return any_word(words_of(part), kRoles); }

void read_part(std::string_view part, Found& out) {
  part = without_role(without_degrees(trimmed(cut_off(trimmed(without_start(trimmed(part)))))));
  if (part.ends_with(')') && part.find(" (") != std::string_view::npos) part = trimmed(part.substr(0, part.find(" (")));
  switch (kind_of(part)) {
    case Kind::person:
      return add(out.persons, part);
    case Kind::house:
      return add(out.houses, part);
    case Kind::handle:
      return add(out.handles, part);
    case Kind::none:
      if (part.size() <= 40 && names_role(part) && !any_word(words_of(part), kNever)) add(out.roles, part);
      return;
  }
}

// "Posted on 3 May 2021 by Ann Lee": what follows the last "by" behind a digit.
std::string_view after_date(std::string_view text) {
  for (const std::string_view label : {"Autor: ", "Author: ", "\xD0\x90\xD0\xB2\xD1\x82\xD0\xBE\xD1\x80: ", "Text: ", "Redaktion: "})
    if (const size_t at = text.find(label); at != std::string_view::npos && at > 0) return text.substr(at);
  for (const std::string_view by : {" by ", " By ", " von ", " Von ", " par ", " Par ", " por ", " Por "}) {
    const size_t at = text.rfind(by);
    if (at != std::string_view::npos && std::any_of(text.begin(), text.begin() + static_cast<long>(at), digit)) return text.substr(at + 1);
  }
  return text;
}

// "Written by Ann Lee. Reviewed by Bob Roe": what those wrote who wrote. "Text und Fotos: Ann Lee" is of a writer.
std::string_view without_helpers(std::string_view text) {
  const std::string low = to_lower(text);
  size_t at = low.size();
  for (const std::string_view helper : kHelpers) {
    const size_t found = low.find(helper);
    const std::string_view before = std::string_view(low).substr(0, std::min(found, low.size()));
    const auto ends = [&](std::string_view end) { return before.ends_with(end); };
    if (found < at && !ends("und ") && !ends("and ") && !ends("& ") && !ends("/") && !ends("+ ")) at = found;
  }
  if (at > 2 || at == low.size()) return text.substr(0, std::min(at, text.size()));
  const size_t writer = low.find("written by");
  return writer == std::string::npos ? std::string_view() : text.substr(writer);
}

// "Center for Research and Evaluation": a house whose name holds "and".
bool joined_house(std::string_view text) {
  if (text.find_first_of(",;|/") != std::string_view::npos) return false;
  for (const std::string_view border : {" and ", " & ", " und ", " et ", " y ", " e "})
    if (const size_t at = text.find(border); at != std::string_view::npos)
      return kind_of(text.substr(0, at)) == Kind::house && kind_of(text.substr(at + border.size())) != Kind::person;
  return false;
}

void read_text(std::string_view text, Found& out) {
  constexpr std::string_view kBorders[] = {
      ",",  " and ",        " And ",          " AND ",          " & ", "|", ";",      " und ",    " et ",         " y ", " e ",
      "\n", "\xE2\x80\xA2", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", "/", " with ", "\xC2\xB7", "\xE3\x80\x81", " by "};
  std::string plain;
  if (text.find("&amp;") != std::string_view::npos) {
    plain = std::string(text);
    for (size_t at = 0; (at = plain.find("&amp;")) != std::string::npos;) plain.replace(at, 5, "&");
    text = plain;
  }
  if (text.size() > 400 || text.starts_with("http") || text.starts_with("www.")) return;
  text = trimmed(text);
  if (const std::string_view writers = without_helpers(text); writers.empty()) {
    const size_t by = std::min(text.find(" by "), text.find(" von "));
    if (Found found; by != std::string_view::npos && out.helpers.empty()) read_text(text.substr(by + 1), found), out.helpers = found.persons;
    return;
  } else {
    text = writers;
  }
  if (joined_house(text)) return add(out.houses, text);
  if (text.size() > 4 && text.starts_with("By") && is_upper(decode_utf8(text, 2).value) && !is_upper(decode_utf8(text, 3).value))
    text.remove_prefix(2);  // "ByAnn Lee": two elements without a space
  text = without_start(after_date(text));
  size_t from = 0;
  bool joined = false;  // "Head of Sales and Marketing": what "and" joins to a role is no name
  for (size_t i = 0; i <= text.size();) {
    std::string_view border;
    for (const std::string_view one : kBorders)
      if (one.size() > border.size() && text.substr(i, one.size()) == one) border = one;
    if (!border.empty() || i == text.size()) {
      const std::string_view part = text.substr(from, i - from);
      if (!joined) read_part(part, out);
      joined = (border == " and " || border == " & ") && names_role(part) && !joined;
      i += std::max<size_t>(border.size(), 1), from = i;
    } else {
      ++i;
    }
  }
}

// Text below a node, pieces of different elements set apart.
std::string pieces(const Tree& tree, uint32_t node) {
  std::string out;
  uint32_t before = 0;
  for (uint32_t i = node; i < tree[node].end; ++i) {
    if (tree[i].tag == LXB_TAG_STYLE || tree[i].tag == LXB_TAG_SCRIPT || tree[i].tag == LXB_TAG_SVG || tree[i].tag == LXB_TAG_TIME ||
        tree[i].tag == LXB_TAG_BUTTON) {
      i = tree[i].end - 1;
      continue;
    }
    if (tree[i].tag != LXB_TAG__TEXT) continue;
    const std::string text = collapsed(tree.text(i));
    if (text.empty() || text == " ") continue;
    if (!out.empty()) out += before == tree[i].parent ? " " : "|";
    out += text, before = tree[i].parent;
  }
  return out;
}

bool author_link(const Tree& tree, uint32_t node) {
  if (tree[node].tag != LXB_TAG_A) return false;
  if (tree.attribute(node, "rel").find("author") != std::string_view::npos) return true;
  constexpr std::string_view kFolders[] = {"author/",    "authors/", "autor/",     "autoren/", "auteur/",  "auteurs/",
                                           "autori/",    "autores/", "by/",        "people/",  "staff/",   "contributor",
                                           "redaktion/", "profile/", "journalist", "editors/", "writers/", "reporter"};
  const std::string_view href = tree.attribute(node, "href").substr(0, 200);
  for (size_t at = href.find('/'); at != std::string_view::npos; at = href.find('/', at + 1)) {
    const std::string folder = to_lower(href.substr(at + 1, 12));
    if (std::any_of(std::begin(kFolders), std::end(kFolders), [&](std::string_view word) { return folder.starts_with(word); })) return true;
  }
  return false;
}

// Names of elements in other languages than English, which the signals do not know.
bool names_author(const Tree& tree, uint32_t node) {
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

class Marked {
 public:
  Marked(const Tree& tree, const Blocks& blocks, size_t heading, size_t first, size_t last)
      : tree_(tree), blocks_(blocks), anchor_(heading < blocks.blocks.size() ? heading : first), first_(first), last_(last) {}

  Found run() {
    const auto count = static_cast<uint32_t>(std::min(tree_.nodes().size(), blocks_.signals.size()));
    size_t block = 0;
    for (uint32_t node = 1; node < count; ++node) {
      if (tree_[node].tag < LXB_TAG__BEGIN || tree_[node].end - node > 80) continue;
      const bool link = author_link(tree_, node);
      if (!link && !(blocks_.signals[node] & kBylineWord) && !names_author(tree_, node)) continue;
      while (block < blocks_.blocks.size() && blocks_.blocks[block].last < node) ++block;
      if (block > last_ + 20) break;
      look(node, block, link);
    }
    Found out;
    out.helpers = helpers_;
    for (const Held& held : held_) {
      if (held.score < best_ || held.block > first_held_ + 4) continue;
      for (const std::string& name : held.found.persons) add(out.persons, name);
      for (const std::string& name : held.found.houses) add(out.houses, name);
      for (const std::string& name : held.found.handles) add(out.handles, name);
    }
    return out;
  }

 private:
  struct Held {
    Found found;
    int score;
    size_t block;
    uint32_t node;
  };

  // The heading of a box about the author.
  std::string box_head(uint32_t node) const {
    for (uint32_t i = node; i < tree_[node].end; ++i)
      if (tree_[i].tag >= LXB_TAG_H1 && tree_[i].tag <= LXB_TAG_H6) {
        std::string text = tree_.inner_text(i);
        return text.size() <= 80 ? text : std::string();
      }
    return {};
  }

  // "Reviewed by" stands before the element.
  bool helper(const std::string& text, size_t block) const {
    if (block >= blocks_.blocks.size()) return false;
    std::string_view before = blocks_.of(blocks_.blocks[block]).substr(0, 400);
    before = before.substr(0, std::min(before.find(text.substr(0, text.find('|'))), before.size()));
    if (trimmed(before).empty() && block > 0 && blocks_.blocks[block - 1].text.size() <= 40) before = blocks_.of(blocks_.blocks[block - 1]);
    if (before.size() > 60) before.remove_prefix(before.size() - 60);
    const std::string low = to_lower(trimmed(before));
    return std::any_of(std::begin(kHelpers), std::end(kHelpers), [&](std::string_view word) {
      if (word.ends_with(':')) word.remove_suffix(1);
      return low.ends_with(word);
    });
  }

  void look(uint32_t node, size_t block, bool link) {
    std::string text = pieces(tree_, node);
    if (text.size() > 220) text = box_head(node);
    if (text.empty() || names_picture(text)) return;
    if (helper(text, block)) {
      Found found;
      read_text(text, found);
      if (helpers_.empty()) helpers_ = found.persons;
      return;
    }
    const std::string names =
        to_lower(std::string(tree_.class_of(node).substr(0, 256)) + " " + std::string(tree_.attribute(node, "itemprop").substr(0, 256)) + " " +
                 (link ? std::string(tree_.class_of(tree_[node].parent).substr(0, 256)) : std::string()));
    const bool named = names.find("author") != std::string::npos || names.find("byline") != std::string::npos || names_author(tree_, node);
    Found found;
    read_text(text, found);
    if (link && named && !found.any() && initials(text)) add(found.houses, text);
    if (!found.any()) return;
    int score = (link ? 2 : 0) + (named ? 2 : 0) + (found.persons.empty() ? -2 : 1);
    const bool near_title = block + 4 >= std::min(anchor_, first_) && block <= std::max(std::min(anchor_ + 8, blocks_.blocks.size()), first_ + 1);
    score += near_title ? 3 : block >= last_ ? 0 : -1;
    for (uint32_t up = node, steps = 0; up && steps < 8; up = tree_[up].parent, ++steps) {
      if (tree_[up].tag == LXB_TAG_ARTICLE || tree_[up].tag == LXB_TAG_MAIN) break;
      const uint32_t bits = blocks_.signals[up];
      if (bits & kCommentWord) score -= steps < 5 ? 5 : 2;
      if ((bits & (kRelatedWord | kAsideWord | kFooterWord | kPromoWord)) && !near_title) score -= 3;
      if (tree_[up].tag == LXB_TAG_NAV) score -= 3;
    }
    if (score < (link && named ? 2 : 3)) return;
    if (!held_.empty() && node < tree_[held_.back().node].end && score <= held_.back().score &&
        found.persons.size() <= held_.back().found.persons.size() && found.persons == held_.back().found.persons)
      return;
    if (held_.empty() || score > best_) best_ = score, first_held_ = block;
    held_.push_back({std::move(found), score, block, node});
  }

  const Tree& tree_;
  const Blocks& blocks_;
  size_t anchor_, first_, last_;
  std::vector<Held> held_;
  std::vector<std::string> helpers_;
  int best_ = 0;
  size_t first_held_ = 0;
};

bool opens_line(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" -(*|"), text.size()));
  if (text.size() > 4 && text.starts_with("By") && is_upper(decode_utf8(text, 2).value) && !is_upper(decode_utf8(text, 3).value)) return true;
  const std::string low = to_lower(text.substr(0, 30)) + (text.size() < 30 ? " " : "");
  const auto starts = [&](std::string_view start) { return low.starts_with(start); };
  if (std::any_of(std::begin(kLineStarts), std::end(kLineStarts), starts)) return true;
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

Found line_at(const Blocks& blocks, size_t i) {
  Found found;
  const std::string_view text = blocks.of(blocks.blocks[i]);
  if (text.size() > 140 || (blocks.blocks[i].around & kCommentWord) || !opens_line(text)) return found;
  read_text(text, found);
  if (!found.any() && text.size() < 25 && i + 1 < blocks.blocks.size() && blocks.blocks[i + 1].text.size() < 80)  // "By" on a line of its own
    read_text(std::string(text) + " " + std::string(blocks.of(blocks.blocks[i + 1])), found);
  return found;
}

// "11 May 2021 | Ann Lee": a name set apart from a date by a mark; after a comma it may be a town.
Found beside_date(const Blocks& blocks, size_t from, size_t to) {
  for (size_t i = from; i < std::min(to, blocks.blocks.size()); ++i) {
    const std::string_view text = blocks.of(blocks.blocks[i]);
    const auto date = text.size() <= 90 ? find_date(text) : std::nullopt;
    if (!date || (blocks.blocks[i].around & (kCommentWord | kNavWord))) continue;
    for (std::string_view rest : {text.substr(0, date->begin), text.substr(date->end)}) {
      while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
      while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
      const bool before = rest.data() == text.data();
      constexpr std::string_view kMarks[] = {"-", "|", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2", "/"};
      const bool apart =
          std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view m) { return before ? rest.ends_with(m) : rest.starts_with(m); });
      Found found;
      if (apart) read_text(rest, found);
      if (found.persons.size() == 1 && words_of(found.persons[0]).size() <= 3) return found;
    }
  }
  return {};
}

bool long_label(std::string_view text) {
  const std::string low = to_lower(text.substr(0, 30));
  const auto starts = [&](std::string_view start) { return start.size() >= 7 && low.starts_with(start); };
  return std::any_of(std::begin(kLineStarts), std::end(kLineStarts), starts);
}

// A line that opens with "By", beside the title or behind the text; else a name that signs the text.
Found lines(const Blocks& blocks, size_t heading, size_t first, size_t last) {
  const size_t anchor = std::min(heading, first), count = blocks.blocks.size();
  const auto look = [&](size_t from, size_t to) {
    Found out;
    for (size_t i = from; i < std::min(count, to) && out.persons.empty(); ++i)
      if (Found found = line_at(blocks, i); found.any()) out = std::move(found);
    return out;
  };
  Found out = look(anchor > 6 ? anchor - 6 : 0, std::max(anchor + 10, first + 3));
  if (!out.any()) out = look(last > 0 ? last - 1 : 0, last + 4);
  if (!out.any() && last > 0)  // labels that are longer than "by"
    for (size_t i = last + 4; i < std::min(count, last + 20) && out.persons.empty(); ++i)
      if (long_label(blocks.of(blocks.blocks[i])))
        if (Found found = line_at(blocks, i); found.any()) out = std::move(found);
  if (!out.any()) out = beside_date(blocks, anchor > 3 ? anchor - 3 : 0, std::max(anchor + 6, first + 1));
  if (out.any() || last == 0 || last > count) return out;
  const std::string_view signature = blocks.of(blocks.blocks[last - 1]);
  if (const auto words = words_of(signature); words.size() >= 2 && words.size() <= 3 && kind_of(signature) == Kind::person)
    add(out.persons, signature);
  return out;
}

// A line beside the title that names everyone the page's data name, and more, and holds little else: the data often hold the first only. What a
// lone comma sets apart may be an office.
std::vector<std::string> longer_line(const Blocks& blocks, size_t heading, size_t first, const std::vector<std::string>& told) {
  const size_t anchor = std::min(heading, first);
  for (size_t i = anchor > 3 ? anchor - 3 : 0; i < std::min(blocks.blocks.size(), std::max(anchor + 8, first + 1)); ++i) {
    const std::string_view text = blocks.of(blocks.blocks[i]);
    if (text.size() > 220 || text.find(told[0]) == std::string_view::npos) continue;
    if ((blocks.blocks[i].around & kCommentWord) || !opens_line(text)) continue;
    Found found;
    read_text(text, found);
    size_t named = 0;
    for (const std::string& name : found.persons) named += name.size();
    const auto in = [&](const std::string& name) { return std::find(found.persons.begin(), found.persons.end(), name) != found.persons.end(); };
    const auto office = [](const std::string& name) { return name.find(" of") != std::string::npos || name.find(" for") != std::string::npos; };
    const auto joined = [&](const std::string& border) { return text.find(border + found.persons.back()) != std::string_view::npos; };
    if (found.persons.size() <= told.size() || !found.houses.empty() || !found.handles.empty() || !std::all_of(told.begin(), told.end(), in))
      continue;
    const bool list = joined(" and ") || joined(" & ") || joined(" und ") || joined(" et ") || joined(" y ");
    const auto letters_of_line = std::count_if(text.begin(), text.end(), [](char c) { return !digit(c); });
    const bool only = named + 12 + 6 * found.persons.size() >= static_cast<size_t>(letters_of_line);
    if ((list || found.persons.size() > told.size() + 1) && only && std::none_of(found.persons.begin(), found.persons.end(), office))
      return found.persons;
  }
  return told;
}

// What an agency's text says at its ends: "BERLIN (dpa/lno) - ..." or "(Reuters)", "Quelle: dpa".
std::string agency_of(const Blocks& blocks, size_t first, size_t last) {
  const auto known = [](std::string_view name) {
    std::string low = to_lower(name);
    std::replace_if(low.begin(), low.end(), [](char c) { return c == '/' || c == ',' || c == '-' || c == '.'; }, ' ');
    return words_of(low).size() <= 3 && any_word(words_of(low), kAgencies);
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
      if (text.starts_with(label)) return std::string(trimmed(text.substr(label.size())));
    if (std::string name = inside(text); !name.empty()) return name;
  }
  return {};
}

}  // namespace

std::vector<std::string> split_byline(std::string_view text) {
  Found found;
  read_text(text, found);
  return found.persons.empty() ? found.houses.empty() ? found.handles : found.houses : found.persons;
}

namespace {

// Whether a name is the site's: the same letters, or one inside the other and not much longer.
bool of_site(const std::string& mine, const std::string& site) {
  if (site.size() < 4 || mine.size() < 3) return mine == site && !site.empty();
  if (mine == site || (mine.size() >= 5 && site.find(mine) != std::string::npos)) return true;
  return site.size() >= 5 && mine.size() <= site.size() + 10 && mine.find(site) != std::string::npos;
}

// A login that stands for nobody: "admin", "wpadmin2", "redaktion-xy".
bool nobody(const std::string& handle) {
  for (const std::string_view word : {"admin", "redak", "editor", "team", "staff", "webmaster", "user", "news", "office", "info", "presse", "redac"})
    if (handle.find(word) != std::string::npos) return true;
  return false;
}

// A login made of a person's name: "jsmith", "ann.lee".
bool login_of(const std::string& handle, const std::string& person) {
  for (const std::string_view word : words_of(person))
    if (const std::string part = letters(word); part.size() >= 4 && handle.find(part) != std::string::npos) return true;
  return letters(person).find(handle) != std::string::npos;
}

// A site that bears a person's name is that person's: the name stands in the title of the page and, without spaces, in the host.
std::string owner_of(const Meta& meta, std::string_view url) {
  const std::string host = letters(host_of(url.empty() ? std::string_view(meta.canonical) : url));
  const std::string site = find_site(meta, {});
  std::vector<std::string_view> names{site};
  const std::string_view title = std::string_view(meta.title).substr(0, 300);
  for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", ": "})
    if (const size_t at = title.rfind(mark); at != std::string_view::npos)
      names.push_back(title.substr(at + mark.size())), names.push_back(title.substr(0, title.find(mark)));
  for (std::string_view name : names) {
    Found found;
    read_part(name, found);
    if (found.persons.size() != 1) continue;
    const auto words = words_of(found.persons[0]);
    const auto in_host = [&](std::string_view word) { return letters(word).size() < 3 || host.find(letters(word)) != std::string::npos; };
    if (words.size() >= 2 && words.size() <= 3 && name.find('&') == std::string_view::npos && std::all_of(words.begin(), words.end(), in_host) &&
        letters(words.back()).size() >= 3)
      return found.persons[0];
  }
  return {};
}

// What "Written by" is called in meta elements that pair a label with a value.
constexpr std::string_view kWrittenBy[] = {"written by",
                                           "verfasst von",
                                           "geschrieben von",
                                           "\xC3\xA9"
                                           "crit par",
                                           "escrito por",
                                           "escrito por:",
                                           "scritto da",
                                           "geschreven door",
                                           "skrevet av",
                                           "skrevet af",
                                           "f\xC3\xB6rfattare",
                                           "napisane przez",
                                           "napsal(a)",
                                           "yazan",
                                           "\xD0\x90\xD0\xB2\xD1\x82\xD0\xBE\xD1\x80",
                                           "\xE5\x9F\xB7\xE7\xAD\x86\xE8\x80\x85"};

// Names that the page gives, those of the site and its publisher set apart.
class Names {
 public:
  explicit Names(const Meta& meta) : meta_(meta), site_(letters(find_site(meta, {}))) {
    for (const std::string_view name : {"publisher", "dc.publisher", "copyright", "dc.rights"})
      if (const std::string value = meta.first({name}); value.size() <= 120) publishers_ += letters(value) + " ";
  }

  // JSON-LD first, then meta elements; a longer list that holds all persons of the shorter one wins.
  void read_told() {
    Found json;
    for (const std::string& author : meta_.json.authors) read_text(author, json), keep_verbatim(author);
    take(json);
    for (const std::string_view name : {"author", "article:author", "citation_author", "citation_authors", "dc.creator", "dcterms.creator",
                                        "dc.contributor", "byl", "sailthru.author", "parsely-author", "article:author_name", "cxenseparse:author",
                                        "authors", "article.author", "creator", "og:article:author", "article_author"}) {
      Found found;
      if (const auto at = meta_.values.find(name); at != meta_.values.end())
        for (const std::string& value : at->second) read_text(value, found), keep_verbatim(value);
      take(found);
    }
    for (const std::string_view number : {"1", "2"}) {
      const std::string label = to_lower(meta_.first({"twitter:label" + std::string(number)}));
      if (std::find(std::begin(kWrittenBy), std::end(kWrittenBy), label) == std::end(kWrittenBy)) continue;
      Found found;
      read_text(meta_.first({"twitter:data" + std::string(number)}), found);
      take(found);
    }
  }

  // "Our Editors"
  void keep_verbatim(const std::string& told) {
    const auto words = words_of(told);
    const bool text = !told.empty() && told.size() <= 50 && words.size() <= 5 && told.find_first_of("@/:<{%_") == std::string::npos;
    if (text && verbatim_.empty() && letters(told).find("admin") == std::string::npos && (words.size() > 1 || initials(told)))
      verbatim_.push_back(told);
  }

  std::vector<std::string> persons() const { return told_.persons; }

  // The told login, unless it stands for nobody.
  std::string login() const {
    if (told_.handles.empty()) return {};
    const std::string handle = letters(told_.handles[0]);
    return nobody(handle) || of_site(handle, site_) ? std::string() : told_.handles[0];
  }

  // Persons of a line or marked element of the page.
  std::vector<std::string> others(const Found& found) {
    Found kept = found;
    set_apart(kept);
    for (const std::string& name : kept.houses) add(rest_.houses, name);
    for (const std::string& name : kept.handles) add(rest_.handles, name);
    if (rest_.helpers.empty()) rest_.helpers = kept.helpers;
    return kept.persons;
  }

  // When nobody is named as a person.
  std::vector<std::string> last_resort(const std::string& agency, const std::string& owner) const {
    for (const auto* list : {&told_.houses, &site_persons_, &told_.handles, &told_.roles})
      if (!list->empty()) return *list;
    for (const auto* list : {&rest_.helpers, &rest_.houses, &rest_.handles})
      if (!list->empty()) return *list;
    if (!agency.empty()) return {agency};
    for (const auto* list : {&site_houses_, &verbatim_})
      if (!list->empty()) return *list;
    if (!owner.empty()) return {owner};
    return {};
  }

 private:
  void set_apart(Found& found) {
    std::erase_if(found.persons, [&](const std::string& name) {
      const std::string mine = letters(name);
      const bool published = mine.size() >= 6 && publishers_.find(mine) != std::string::npos;
      if (of_site(mine, site_)) add(site_persons_, name);
      if (published && !of_site(mine, site_)) add(found.houses, name);
      return published || of_site(mine, site_);
    });
    for (auto* list : {&found.houses, &found.handles})
      std::erase_if(*list, [&](const std::string& name) {
        const bool own = letters(name) == site_;
        if (own) add(site_houses_, name);
        return own;
      });
  }

  void take(Found found) {
    set_apart(found);
    const auto known = [&](const std::string& name) { return std::find(found.persons.begin(), found.persons.end(), name) != found.persons.end(); };
    const auto once = [&](const std::string& name) {  // not a longer form of one already told
      const auto same = [&](const std::string& other) { return name != other && words_of(name).back() == words_of(other).back(); };
      return std::none_of(found.persons.begin(), found.persons.end(), same);
    };
    if (found.persons.size() > told_.persons.size() && std::all_of(told_.persons.begin(), told_.persons.end(), known) &&
        (told_.persons.empty() || std::all_of(found.persons.begin(), found.persons.end(), once)))
      told_.persons = found.persons;
    for (const auto list : {&Found::houses, &Found::handles, &Found::roles})
      if ((told_.*list).empty()) told_.*list = found.*list;
  }

  const Meta& meta_;
  std::string site_, publishers_;
  Found told_, rest_;
  std::vector<std::string> site_persons_, site_houses_;
  std::vector<std::string> verbatim_;  // as told, when nothing of it reads as a name
};

}  // namespace

std::vector<std::string> find_byline(const Tree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, const Place& place) {
  Names names(meta);
  names.read_told();
  if (auto persons = names.persons(); !persons.empty()) return longer_line(blocks, place.heading, place.first, persons);
  if (auto persons = names.others(Marked(tree, blocks, place.heading, place.first, place.last).run()); !persons.empty()) return persons;
  const auto persons = names.others(lines(blocks, place.heading, place.first, place.last));
  const std::string login = names.login();
  const bool same = std::any_of(persons.begin(), persons.end(), [&](const std::string& person) { return login_of(letters(login), person); });
  if (!login.empty() && !same) return {login};
  if (!persons.empty()) return persons;
  return names.last_resort(agency_of(blocks, place.first, place.last), owner_of(meta, url));
}

}  // namespace gesta
