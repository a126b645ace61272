#include "pages/byline_pool.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/lists.h"
#include "base/utf8.h"
#include "pages/byline_marks.h"
#include "pages/byline_names.h"
#include "pages/byline_words.h"
#include "pages/published.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr size_t kMostNames = 80;   // of a page
constexpr size_t kMostLinked = 40;  // after so many no link is looked at that nothing marks: a menu leaves room for the author
constexpr size_t kLongestLine = 140;
constexpr size_t kFarthestTitle = 60;  // blocks before the text

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

// Meta elements that name authors.
constexpr std::string_view kAuthorKeys[] = {
    "author",  "article:author",    "citation_author", "citation_authors",    "dc.creator",         "dcterms.creator", "dc.contributor",
    "byl",     "sailthru.author",   "parsely-author",  "article:author_name", "cxenseparse:author", "authors",         "article.author",
    "creator", "og:article:author", "article_author"};

// Names of other vocabularies, of which there are as many as makers of pages: "vr:author", "page.authors", "author_name".
bool names_author_key(std::string_view key) {
  if (among(kAuthorKeys, key)) return false;
  const auto holds = [&](std::string_view word) { return key.find(word) != std::string_view::npos; };
  constexpr std::string_view kOthers[] = {"url",  "link",   "image", "thumb", "photo", "avatar", "mail",       "role",  "bio",  "slug",   "twitter",
                                          "face", "banner", "insti", "affil", "orcid", "count",  "web_author", "phone", "desc", "handle", "title"};
  if (!holds("author") && !holds("byline") && key != "dc:creator" && key != "dc.creator.name") return false;
  if (key.ends_with("id") || key.ends_with("type")) return false;
  return std::none_of(std::begin(kOthers), std::end(kOthers), holds);
}

// "Ann Lee" of an address that is told instead of a name: ".../author/ann-lee".
std::string name_in_address(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with('/')) url.remove_suffix(1);
  const size_t slash = url.rfind('/');
  if (slash == std::string_view::npos || slash < 9 || !url.starts_with("http")) return {};
  const std::string_view folder = url.substr(0, slash);
  if (!folder.ends_with("/author") && !folder.ends_with("/authors") && !folder.ends_with("/autor") && !folder.ends_with("/by")) return {};
  std::string out;
  size_t words = 1, letters = 0;
  for (const char c : url.substr(slash + 1)) {
    if (c == '-' && letters > 0) {
      ++words, letters = 0, out += ' ';
    } else if (c >= 'a' && c <= 'z') {
      out += letters++ == 0 ? static_cast<char>(c - 'a' + 'A') : c;
    } else {
      return {};
    }
  }
  return words == 2 || words == 3 ? out : std::string();
}

class Pool {
 public:
  Pool(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, const PlaceInPage& place)
      : tree_(tree), blocks_(blocks), all_(blocks.blocks), meta_(meta), url_(url), place_(place), site_(letters(find_site(meta, {}))) {
    place_.last = std::min(place_.last, all_.size()), place_.first = std::min(place_.first, place_.last);
    const bool titled = place_.heading < all_.size() && place_.heading + kFarthestTitle > place_.first;  // else a heading of a menu
    title_ = std::min(titled ? place_.heading : place_.first, all_.empty() ? 0 : all_.size() - 1);
    from_ = std::min(title_, place_.first), from_ -= std::min<size_t>(from_, 8);
    end_ = std::min(place_.last, all_.size());
    const auto other_title = [&](const Block& block) {
      return block.kind == BlockKind::heading && block.level == 1 && blocks_.of(block) != blocks_.of(all_[title_]);
    };
    while (end_ < all_.size() && end_ < place_.last + 20 && !other_title(all_[end_])) ++end_;
    to_ = std::min(end_, std::max(std::min(title_ + 12, place_.first + 6), place_.first + 3));
  }

  std::vector<NameCandidate> run() {
    read_told();
    for (const NameCandidate& one : out_)
      if (one.signs[kNameKind] == 0 && !of_site(letters(one.name), site_)) told_.push_back(one.name);
    read_marks();
    for (size_t i = from_; i < to_; ++i) read_spot(i);
    const auto back = [&](size_t blocks) { return std::max(to_, place_.last - std::min(place_.last, blocks)); };
    for (size_t i = back(2); i < end_; ++i) read_spot(i);
    for (size_t i = to_; i < back(2); ++i)
      if (all_[i].text.size() <= kLongestLine && long_label(blocks_.of(all_[i]))) read_spot(i);
    for (size_t i = from_; i < std::min(all_.size(), place_.last + 150); ++i)
      if (i < to_ || i + 12 >= place_.last) read_label(i);
    for (size_t i = from_; i < to_; ++i) read_bio(i);
    for (size_t i = back(12); i < std::min(all_.size(), place_.last + 30); ++i) read_bio(i);
    for (size_t i = place_.last; i < all_.size(); ++i) read_rights(i);
    read_titles();
    if (const std::string name = agency_of(blocks_, place_.first, place_.last); !name.empty()) set(name, 1, kNameAgency);
    if (const std::string name = owner_of(meta_, url_); !name.empty()) set(name, 0, kNameOwner);
    relate(), tell_page();
    return std::move(out_);
  }

 private:
  using Signs = std::array<float, kNameSigns>;

  Signs* at(std::string_view name, int kind) {
    std::string key = spelled(name);
    if (key.empty()) return nullptr;
    const auto known = places_.find(key);
    if (known != places_.end()) {
      NameCandidate& one = out_[known->second];
      if (kind == 0 && one.signs[kNameKind] == 2) one.name = name, one.signs[kNameKind] = 0;  // "annlee" is Ann Lee
      return &one.signs;
    }
    if (out_.size() >= kMostNames) return nullptr;
    places_.emplace(std::move(key), out_.size());
    out_.push_back({std::string(name), {}});
    Signs& signs = out_.back().signs;
    signs[kNameKind] = static_cast<float>(kind);
    for (const NameSign far : {kMarkTitle, kMarkEnd, kMarkRest, kSpotTitle, kSpotEnd, kSpotRest}) signs[far] = kFar;
    signs[kMarkScore] = -kFar;
    return &signs;
  }

  void set(std::string_view name, int kind, NameSign sign, float value = 1) {
    if (Signs* signs = at(name, kind)) (*signs)[sign] = value;
  }

  // "Ann Lee The Evening Paper" where the page's data name Ann Lee: what runs on is where she works.
  std::string_view as_told(std::string_view name) const {
    for (const std::string& told : told_)
      if (name.size() > told.size() && name.starts_with(told) && name[told.size()] == ' ' && told.find(' ') != std::string::npos) return told;
    return name;
  }

  template <class Do>
  void each(const FoundNames& found, const Do& run) {
    int kind = 0;
    for (const auto* list : {&found.persons, &found.houses, &found.handles, &found.roles}) {
      float place = 0;
      for (const std::string& name : *list)
        if (Signs* signs = at(kind == 0 ? as_told(name) : name, kind)) run(name, *signs, ++place);
      ++kind;
    }
    for (const std::string& name : found.helpers) set(name, 0, kNameHelps);
  }

  // Bytes of a line that are neither names nor what stands before them.
  static float rest_of(std::string_view line, const FoundNames& found) {
    auto rest = static_cast<float>(unlabelled(line).size());
    for (const auto* list : {&found.persons, &found.houses, &found.handles})
      for (const std::string& name : *list) rest -= static_cast<float>(name.size());
    return std::max(rest, 0.f);
  }
  static float names_of(const FoundNames& found) { return static_cast<float>(found.persons.size() + found.houses.size() + found.handles.size()); }

  // "Our Editors"
  static bool as_written(std::string_view told) {
    const size_t words = words_of_name(told).size();
    return !told.empty() && told.size() <= 50 && words <= 5 && told.find_first_of("@:<{%_") == std::string_view::npos && told[0] != '/' &&
           (words > 1 || initials(told));
  }

  // "Lee, Ann" of the authors of papers, each in an element of its own.
  static std::string given_first(const std::string& value) {
    const size_t comma = value.find(", ");
    if (comma == std::string::npos || value.find(',', comma + 1) != std::string::npos) return value;
    const size_t before = words_of_name(value.substr(0, comma)).size(), behind = words_of_name(value.substr(comma + 2)).size();
    return before <= 2 && behind <= 3 && before + behind <= 4 ? value.substr(comma + 2) + " " + value.substr(0, comma) : value;
  }

  void read_told(const std::vector<std::string>& values, NameSign sign) {
    FoundNames found;
    for (const std::string& value : values) read_names(value.starts_with("http") ? name_in_address(value) : value, found);
    const auto note = [&](std::string_view, Signs& signs, float place) {
      if (signs[sign] == 0 || place < signs[sign]) signs[sign] = place;
      if (sign == kNameMeta) ++signs[kNameMetaKeys];
    };
    each(found, note);
    for (const std::string& value : values)
      if (as_written(value) && found.persons.size() < 2)
        if (Signs* signs = at(found.persons.empty() ? value : unlabelled(value), 4); signs && (*signs)[sign] == 0) note(value, *signs, 1);
  }

  void read_told() {
    read_told(meta_.json.authors, kNameJson);
    for (const std::string_view name : kAuthorKeys) {
      const auto at = meta_.values.find(name);
      if (at == meta_.values.end()) continue;
      std::vector<std::string> values = at->second;
      if (name == "citation_author") std::transform(values.begin(), values.end(), values.begin(), given_first);
      read_told(values, kNameMeta);
    }
    for (const auto& [name, values] : meta_.values)
      if (names_author_key(name)) read_told(values, kNameMeta);
    for (const std::string_view number : {"1", "2"}) {
      const std::string label = to_lower(meta_.first({"twitter:label" + std::string(number)}));
      if (among(kWrittenBy, label)) read_told({meta_.first({"twitter:data" + std::string(number)})}, kNameLabelled);
    }
  }

  static float apart(size_t a, size_t b) { return std::clamp(static_cast<float>(a) - static_cast<float>(b), -60.f, 60.f); }

  void read_marks() {
    auto count = static_cast<uint32_t>(std::min(tree_.nodes().size(), blocks_.signals.size()));
    size_t block = 0;
    uint32_t node = 1;
    if (!told_.empty() && from_ < to_) {  // only beside the title, where those may stand whom the data leave out
      block = from_, node = from_ > 0 ? all_[from_ - 1].last + 1 : 1;
      count = std::min(count, all_[to_ - 1].last + 1);
    }
    for (; node < count; ++node) {
      if (tree_[node].tag < LXB_TAG__BEGIN || tree_[node].end - node > 80) continue;
      const bool link = author_link(tree_, node);
      const bool marked = link || marked_by_name(node) || names_author(tree_, node);
      if (!marked && (tree_[node].tag != LXB_TAG_A || !told_.empty())) continue;
      while (block < all_.size() && all_[block].last < node) ++block;
      if (block >= end_) break;
      if (marked || (block >= from_ && block < to_ && out_.size() < kMostLinked)) read_mark(node, block, link);
    }
  }

  uint32_t text_node() const { return place_.first < all_.size() ? all_[place_.first].node : 0; }
  // How much the smallest element holds that holds a node and the text.
  float with_text(uint32_t node) const {
    for (const uint32_t text = text_node(); node && (text < node || text >= tree_[node].end);) node = tree_[node].parent;
    return static_cast<float>(tree_[node].end - node);
  }

  // What the elements around a name are that do not hold the text.
  struct Boxes {
    float comment = 0, aside = 0, figure = 0;
  };
  Boxes boxes(uint32_t node) const {
    Boxes out;
    const uint32_t text = text_node();
    for (uint32_t up = node, steps = 0; up && steps < 16; up = tree_[up].parent, ++steps) {
      if (up <= text && text < tree_[up].end) break;
      const uint32_t bits = blocks_.signals[up];
      out.comment += (bits & kCommentWord) != 0;
      out.figure += tree_[up].tag == LXB_TAG_FIGURE || tree_[up].tag == LXB_TAG_FIGCAPTION || (bits & kCaptionWord) != 0;
      out.aside += (bits & (kRelatedWord | kAsideWord | kFooterWord | kPromoWord)) != 0 || tree_[up].tag == LXB_TAG_NAV;
    }
    return out;
  }

  bool marked_by_name(uint32_t node) const { return blocks_.signals[node] & (kBylineWord | kWriterWord); }

  // Elements of the page that are called as this one is, or as what it stands in.
  float alike(uint32_t node) {
    const auto make_of = [&](uint32_t i) { return fnv1a64(tree_.class_of(i).substr(0, 256), tree_[i].tag); };
    for (int steps = 0; node && !marked_by_name(node); node = tree_[node].parent)
      if (++steps == 3) return 0;
    if (!node) return 0;
    if (alike_.empty())
      for (uint32_t i = 1; i < blocks_.signals.size(); ++i)
        if (marked_by_name(i)) ++alike_[make_of(i)];
    return alike_[make_of(node)];
  }

  // What stands before an element, in its block or in a short one before, lower case.
  std::string before(std::string_view text, size_t block) const {
    if (block >= all_.size()) return {};
    std::string_view out = blocks_.of(all_[block]).substr(0, 400);
    out = out.substr(0, std::min(out.find(text.substr(0, text.find('|'))), out.size()));
    if (trim_name(out).empty() && block > 0 && all_[block - 1].text.size() <= 40) out = blocks_.of(all_[block - 1]);
    if (out.size() > 60) out.remove_prefix(out.size() - 60);
    return to_lower(trim_name(out));
  }

  void read_mark(uint32_t node, size_t block, bool link) {
    std::string text = pieces(tree_, node);
    if (text.size() > 220) text = box_head(tree_, node);
    if (text.empty() || names_picture(text)) return;
    FoundNames found;
    read_names(text, found);
    const std::string label = before(text, block);
    const auto labelled = [&](std::string_view word) {
      while (!word.empty() && (word.back() == ':' || word.back() == ' ')) word.remove_suffix(1);
      return !label.empty() && label.back() == word.back() && label.ends_with(word);
    };
    const bool helps = std::any_of(std::begin(kHelpers), std::end(kHelpers), labelled), byline = (blocks_.signals[node] & kBylineWord) != 0;
    const std::string_view href = tree_.attribute(node, "href").substr(0, 200);
    const std::string path = href.empty() ? std::string() : letters(href);
    const bool named = (blocks_.signals[node] & kWriterWord) || names_author(tree_, node) || names_author(tree_, tree_[node].parent) ||
                       tree_.attribute(node, "itemprop") == "author";
    const bool as_it_is =
        found.persons.size() < 2 && (byline || named || link) && as_written(text) && !of_menu(text) && text.find('|') == std::string::npos;
    const float by = names_picture(label) ? 2 : std::any_of(std::begin(kLineStarts), std::end(kLineStarts), labelled) ? 1 : 0;
    const auto [comment, aside, figure] = boxes(node);
    const float title = apart(block, title_), end = apart(block, place_.last);
    const bool near = block >= from_ && block < to_;
    const float names = names_of(found), rest = rest_of(text, found);
    const float score = (link ? 2.f : 0.f) + (named ? 2.f : 0.f) + (byline ? 1.f : 0.f) + (near ? 3.f : 0.f) - 4 * comment - 2 * aside;
    const auto note = [&](std::string_view name, Signs& signs, float) {
      ++signs[kMarks], signs[kNameHelps] += helps;
      if (score <= signs[kMarkScore]) return;
      signs[kMarkScore] = score, signs[kMarkLink] = link, signs[kMarkNamed] = named, signs[kMarkByline] = byline;
      signs[kMarkTitle] = title, signs[kMarkEnd] = end, signs[kMarkComment] = comment, signs[kMarkAside] = aside, signs[kMarkNames] = names;
      signs[kMarkRest] = rest, signs[kMarkLabel] = by, signs[kMarkFigure] = figure, signs[kMarkRank] = static_cast<float>(node);
      signs[kMarkText] = with_text(node), signs[kMarkAlike] = alike(node);
      signs[kMarkHref] = !path.empty() && path.find(spelled(name)) != std::string::npos;
    };
    each(found, note);
    if (const std::string whole(unlabelled(text)); as_it_is && !whole.empty())
      if (Signs* signs = at(whole, 4)) note(whole, *signs, 1);
  }

  bool dated(size_t i) {
    if (i >= all_.size() || all_[i].text.size() > 90) return false;
    const auto known = dated_.find(i);
    if (known != dated_.end()) return known->second;
    return dated_[i] = find_date(blocks_.of(all_[i])).has_value();
  }

  bool contact(size_t i) const {
    if (i >= all_.size() || all_[i].text.size() > 160) return false;
    const std::string_view text = blocks_.of(all_[i]);
    const std::string low = to_lower(text.substr(0, 60));
    constexpr std::string_view kCalls[] = {"tel", "fon", "phone", "e-mail", "email", "fax"};
    return text.find('@') != std::string_view::npos ||
           std::any_of(std::begin(kCalls), std::end(kCalls), [&](std::string_view word) { return low.find(word) != std::string::npos; });
  }

  bool of_author(size_t i) const { return i < all_.size() && (all_[i].near & (kBylineWord | kAuthorBox | kWriterWord)); }

  // A name in a line: where the line stands and what else it holds.
  void note_spot(Signs& signs, size_t i, const FoundNames& found, float opens, float date) {
    const std::string_view line = blocks_.of(all_[i]);
    const Block& block = all_[i];
    const float title = apart(i, title_), end = apart(i, place_.last);
    const uint32_t bits = block.around;
    ++signs[kSpots];
    const bool better = signs[kSpotTitle] == kFar || (opens > 0 && signs[kSpotOpens] == 0) ||
                        ((opens > 0) == (signs[kSpotOpens] > 0) && std::abs(title) < std::abs(signs[kSpotTitle]));
    if (!better) return;
    signs[kSpotOpens] = opens, signs[kSpotTitle] = title, signs[kSpotEnd] = end, signs[kSpotRest] = rest_of(line, found),
    signs[kSpotNames] = names_of(found);
    signs[kSpotHeading] = block.kind == BlockKind::heading ? block.level : 0;
    signs[kSpotLinked] = static_cast<float>(block.link_bytes) / static_cast<float>(line.size());
    signs[kSpotAgainst] = (bits & kCommentWord ? 2.f : 0.f) + (block.in_nav || block.in_footer || block.in_aside ? 1.f : 0.f) +
                          (bits & (kRelatedWord | kAsideWord | kFooterWord | kPromoWord) ? 1.f : 0.f);
    signs[kSpotText] = with_text(block.node), signs[kSpotNamed] = of_author(i) ? 2 : of_author(i + 1) || (i > 0 && of_author(i - 1)) ? 1 : 0;
    signs[kSpotContact] = contact(i) || contact(i + 1), signs[kSpotDate] = date,
    signs[kSpotFigure] = block.in_figure || block.kind == BlockKind::caption || (bits & kCaptionWord);
  }

  // What a button of the line says, that lines leave out: "By" and a name that opens a box about its bearer.
  std::string in_button(uint32_t node) const {
    for (uint32_t k = node; k < std::min(tree_[node].end, node + 40); ++k)
      if (tree_[k].tag == LXB_TAG_BUTTON) return tree_.inner_text(k).substr(0, kLongestLine);
    return {};
  }

  void read_spot(size_t i) {
    if (i == place_.heading) return;
    const Block& block = all_[i];
    std::string_view line = blocks_.of(block);
    if (line.size() > kLongestLine || line.size() < 2) return;
    const bool opens = opens_line(line);
    const auto holds = [&](const std::string& name) { return line.find(name) != std::string_view::npos; };
    if (!opens && !told_.empty() && std::none_of(told_.begin(), told_.end(), holds)) return;
    std::string text = !opens && tree_[block.node].end - block.node <= 40 ? pieces(tree_, block.node) : std::string(line);
    if (text.size() > kLongestLine + 20) text = line;
    if (names_picture(text)) return;
    FoundNames found;
    read_names(text, found);
    if (opens && !found.any() && found.roles.empty() && text.size() < 25 && i + 1 < all_.size() &&
        all_[i + 1].text.size() < 80)  // "By" on a line of its own
      read_names(text + " " + std::string(blocks_.of(all_[i + 1])), found);
    if (opens && !found.any() && text.size() < 60) read_names(in_button(block.node), found);
    if (!found.any() && found.helpers.empty() && (!opens || found.roles.empty())) return;
    const float date = dated(i) ? 2 : dated(i + 1) || (i > 0 && dated(i - 1)) ? 1 : 0;
    const float open = opens ? long_label(line) ? 2 : 1 : 0;
    each(found, [&](std::string_view, Signs& signs, float) { note_spot(signs, i, found, open, date); });
    const std::string_view whole = unlabelled(line);
    if ((opens || date > 0) && whole.size() <= 80 && found.persons.size() == 1 && !find_date(whole))
      if (Signs* signs = at(whole, 4)) note_spot(*signs, i, found, open, date), (*signs)[kNameLine] = 1;
  }

  // "Written by" and the like as a line of its own, behind the text: the next tells who.
  void read_label(size_t i) {
    const std::string_view line = blocks_.of(all_[i]);
    if (line.size() > 40 || i + 1 >= all_.size() || all_[i + 1].text.size() > 90) return;
    std::string label = to_lower(trim_name(line));
    if (!among(kAuthorLabels, label)) return;
    const std::string_view told = blocks_.of(all_[i + 1]);
    FoundNames found;
    read_names(told, found);
    each(found, [&](std::string_view, Signs& signs, float) { note_spot(signs, i + 1, found, 2, 0); });
    if (told.size() <= 80 && as_written(told))
      if (Signs* signs = at(told, 4)) note_spot(*signs, i + 1, found, 2, 0), (*signs)[kNameLine] = 1;
  }

  // A paragraph about a person.
  void read_bio(size_t i) {
    const std::string_view text = blocks_.of(all_[i]), who = subject_of(text.substr(0, 90));
    if (who.empty()) return;
    FoundNames found;
    read_name(who, found);
    for (const std::string& name : found.persons)
      if (Signs* signs = at(name, 0)) ++(*signs)[kNameBio], note_spot(*signs, i, found, 0, 0);
    for (const std::string& name : found.handles)  // "Ann is ...": only where more than this tells of her
      if (const auto known = places_.find(spelled(name)); known != places_.end()) ++out_[known->second].signs[kNameBio];
  }

  void read_rights(size_t i) {
    FoundNames found;
    if (const std::string_view holder = holder_of(blocks_.of(all_[i])); !holder.empty()) read_name(holder, found);
    each(found, [](std::string_view, Signs& signs, float) { signs[kNameCopyright] = 1; });
  }

  // Persons and sites that the titles of the head name.
  void read_titles() {
    const std::vector<std::string_view> parts = title_parts(meta_);
    for (size_t k = 0; parts.size() > 1 && k < parts.size(); ++k) {
      FoundNames found;
      if (k == 0 || k + 1 == parts.size()) read_name(parts[k], found);
      for (const std::string& name : found.persons) set(name, 0, kNameTitle, 2);
      for (const std::string& name : found.handles) set(name, 2, kNameTitle, 2);
    }
    if (const std::string site = find_site(meta_, {}); site.size() >= 2 && site.size() <= 40) at(site, 1);
  }

  void read_words() {
    for (size_t i = place_.first; i < place_.last; ++i)
      for (std::string_view word : words_of_name(blocks_.of(all_[i]))) {
        while (!word.empty() && std::string_view(".,;:!?\")").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
        if (word.size() >= 2) words_.insert(word);
      }
  }

  void tell_words(Signs& signs, const std::vector<std::string_view>& words) const {
    float common = 0, told = 0;
    for (const std::string_view word : words) {
      const std::string small = to_lower(word);
      common += words_.contains(small), told += small != word && words_.contains(word);
      if (signs[kNameForename] == 0 && forename(word)) signs[kNameForename] = word.data() == words[0].data() ? 2 : 1;
    }
    signs[kNameCommon] = common / static_cast<float>(std::max<size_t>(words.size(), 1));
    signs[kNameText] = told / static_cast<float>(std::max<size_t>(words.size(), 1));
  }

  // How the names stand to one another, to the site and to the text.
  void relate() {
    std::string publishers;
    for (const std::string_view name : {"publisher", "dc.publisher", "copyright", "dc.rights"})
      if (const std::string value = meta_.first({name}); value.size() <= 120) publishers += letters(value) + " ";
    if (told_.empty()) read_words();
    const std::string host = letters(host_of(url_.empty() ? std::string_view(meta_.canonical) : url_));
    const std::string titles = " " + spelled_line(meta_.title.substr(0, 300)) + " ";
    std::vector<std::vector<std::string>> spelled_words;
    for (const NameCandidate& one : out_) spelled_words.push_back(words_spelled(one.name));
    for (size_t i = 0; i < out_.size(); ++i) {
      Signs& signs = out_[i].signs;
      const std::string_view name = out_[i].name;
      const auto words = words_of_name(name);
      tell_words(signs, words);
      signs[kNameWords] = static_cast<float>(words.size()), signs[kNameBytes] = static_cast<float>(name.size());
      const auto small = std::count_if(words.begin(), words.end(), [](std::string_view word) { return !is_upper(decode_utf8(word, 0).value); });
      signs[kNameSmall] = static_cast<float>(small) / static_cast<float>(std::max<size_t>(words.size(), 1));
      signs[kNameCapitals] = to_lower(name) != name && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      const std::string mine = letters(name);
      signs[kNameSite] = mine == site_ ? 2 : of_site(mine, site_) ? 1 : 0;
      signs[kNamePublisher] = mine.size() >= 6 && publishers.find(mine) != std::string::npos;
      if (signs[kNameTitle] == 0) signs[kNameTitle] = titles.find(" " + spelled_line(name) + " ") != std::string::npos;
      signs[kNameNobody] = nobody(mine);
      signs[kNameHost] = words.size() >= 2 && mine.size() >= 6 && host.find(mine) != std::string::npos;
      for (size_t k = 0; k < out_.size(); ++k) {
        if (i == k) continue;
        if (words.size() > spelled_words[k].size() && all_in(spelled_words[k], spelled_words[i]))
          signs[kNameHolds] = 1, out_[k].signs[kNameInside] = 1;
        if (out_[k].signs[kNameKind] == 0 &&
            (signs[kNameKind] == 2 ? login_of(mine, out_[k].name) : signs[kNameKind] == 4 && initials_of(name, out_[k].name))) {
          signs[kNameLogin] = 1;
          if (signs[kMarks] + signs[kSpotOpens] + signs[kNameJson] + signs[kNameMeta] > 0) out_[k].signs[kNameLogin] = 2;
        }
      }
    }
  }

  // Names of one line or element go together.
  static bool together(const Signs& a, const Signs& b) {
    if (a[kSpotTitle] < kFar && a[kSpotTitle] == b[kSpotTitle] && a[kSpotOpens] == b[kSpotOpens]) return true;
    return a[kMarks] > 0 && b[kMarks] > 0 && a[kMarkTitle] == b[kMarkTitle] && a[kMarkScore] == b[kMarkScore];
  }

  // What speaks for the persons besides each name and those told with it.
  void tell_rivals() {
    constexpr std::pair<NameSign, NameSign> kSigns[] = {
        {kMarkScore, kRivalMark}, {kSpotOpens, kRivalOpens}, {kSpotDate, kRivalDate}, {kNameBio, kRivalBio}};
    for (NameCandidate& one : out_) {
      for (const auto& [sign, rival] : kSigns) one.signs[rival] = -kFar;
      one.signs[kBesideGiven] = one.signs[kNameForename];
      for (const NameCandidate& other : out_) {
        if (&one == &other || other.signs[kNameKind] != 0 || other.signs[kNameHelps] > 0) continue;
        if (together(one.signs, other.signs))
          one.signs[kBesideGiven] = std::max(one.signs[kBesideGiven], other.signs[kNameForename]);
        else
          for (const auto& [sign, rival] : kSigns) one.signs[rival] = std::max(one.signs[rival], other.signs[sign]);
      }
    }
  }

  void tell_page() {
    float json = 0, meta = 0, told = 0, mark = -kFar, opens = 0;
    for (const NameCandidate& one : out_) {
      const Signs& s = one.signs;
      json += s[kNameJson] > 0, meta += s[kNameMeta] > 0, told += (s[kNameJson] > 0 || s[kNameMeta] > 0) && s[kNameKind] == 0 && s[kNameSite] == 0;
      if (s[kNameHelps] == 0) mark = std::max(mark, s[kMarkScore]), opens = std::max(opens, s[kSpotOpens]);
    }
    struct Marked {
      float score, node, block;
    };
    std::vector<Marked> marks;
    for (const NameCandidate& one : out_)
      if (const Signs& s = one.signs; s[kMarks] > 0) marks.push_back({s[kMarkScore], s[kMarkRank], s[kMarkTitle]});
    tell_rivals();
    for (NameCandidate& one : out_) {
      Signs& s = one.signs;
      const Marked mine{s[kMarkScore], s[kMarkRank], s[kMarkTitle]};
      const auto good = [&](const Marked& m) { return m.score >= mine.score && m.block != mine.block; };
      s[kMarkPeers] = static_cast<float>(std::count_if(marks.begin(), marks.end(), good));
      s[kMarkRank] = static_cast<float>(std::count_if(marks.begin(), marks.end(), [&](const Marked& m) { return good(m) && m.node < mine.node; }));
      s[kMarkBehind] = mark - mine.score;
      s[kPageJson] = json, s[kPageMeta] = meta, s[kPageTold] = told, s[kPageMark] = mark, s[kPageOpens] = opens;
      s[kPageNames] = static_cast<float>(out_.size());
    }
  }

  const PageTree& tree_;
  const Blocks& blocks_;
  const std::vector<Block>& all_;
  const Meta& meta_;
  std::string_view url_;
  PlaceInPage place_;
  std::string site_;
  size_t title_ = 0, from_ = 0, to_ = 0;  // of the title; where lines near it begin and end
  size_t end_ = 0;                        // where names end: some way behind the text, or at the title of another article
  std::vector<NameCandidate> out_;
  std::unordered_map<std::string, size_t> places_;  // of candidates, by what is spelled
  std::vector<std::string> told_;                   // persons that the page's data name
  std::unordered_set<std::string_view> words_;      // of the article
  std::unordered_map<size_t, bool> dated_;          // blocks
  std::unordered_map<uint64_t, float> alike_;       // elements marked as author, by what they are called
};

}  // namespace

bool holds_name(std::string_view longer, std::string_view name) { return all_in(words_spelled(name), words_spelled(longer)); }

std::vector<NameCandidate> name_candidates(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url,
                                           const PlaceInPage& place) {
  return Pool(tree, blocks, meta, url, place).run();
}

}  // namespace gesta
