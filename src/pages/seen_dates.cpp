// Dates that readers see, each weighed by where it stands: near the title, under a label, in an element that says it is a date, alone on its line.
#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "base/hash.h"
#include "base/utf8.h"
#include "pages/published.h"
#include "pages/signals.h"

namespace gesta {
namespace {

// Beginnings of words, lower case.
// clang-format off
constexpr std::string_view kPublishedLabels[] = {
    "publi", "posted", "pubbl", "erschienen", "veröffentlicht", "eingestellt", "geschrieben", "gespeichert", "created", "erstellt", "submitted",
    "en ligne", "gepubl", "opubli", "julkaistu", "публик", "first", "issued", "pressemitteilung", "press release", "datum:", "originally",
    "posté", "créé", "paru ", "parution", "creado", "criado", "postado", "creato", "inserito", "geplaatst", "dodano", "utworz", "добавлен",
    "размещен", "создан", "yayın", "oluştur", "giriş", "eklenme", "skapad", "oprettet", "vydán", "zveřejn", "közzé", "megjelen", "δημοσ", "نشر",
    "diterbit"};
constexpr std::string_view kModifiedLabels[] = {
    "updat", "modif", "aktuali", "zuletzt", "geändert", "änderung", "actuali", "aggiorn", "bijgewerkt", "atualiz", "uppdater", "oppdater",
    "opdater", "päivit", "review", "edited", "revised", "günc", "обнов", "verified", "checked", "à jour", "maj ", "laatste", "zmodyf", "zmian",
    "zmien", "edytow", "изменен", "senast", "upraven", "módosít", "frissít", "ενημ", "تحديث", "diperbarui", "amended", "corrected", "değiş",
    "ändrad"};
// clang-format on
constexpr std::string_view kOtherLabels[] = {"expire",    "event",    "copyright", "\xC2\xA9", "member since", "joined", "retrieved", "accessed",
                                             "abgerufen", "deadline", "gestorben", "geboren",  "born",         "died",   "season"};

// "This story was first published on": the day it appeared, whatever day stands beside the title since.
constexpr std::string_view kFirstLabels[] = {"originally",         "first publ",     "first post",  "first appear",
                                             "erstmals",           "ursprünglich",   "zuerst",      "initialement publ",
                                             "originalmente publ", "oorspronkelijk", "opprinnelig", "ursprungligen"};

size_t last_of(std::string_view text, std::span<const std::string_view> words) {
  size_t best = std::string_view::npos;
  for (const std::string_view word : words)
    for (size_t at = text.size() < word.size() ? 0 : text.size() - word.size() + 1; at-- > 0 && (best == std::string_view::npos || at > best);)
      if (text[at] == word[0] && text.substr(at, word.size()) == word) best = at;
  return best;
}

enum class Label { none, published, modified, other };

// What the words before a date say about it; the nearest word decides.
Label label_of(std::string_view before) {
  if (before.size() > 60) before.remove_prefix(before.size() - 60);
  const std::string low = to_lower(before);
  const auto place = [&](std::span<const std::string_view> words) {
    const size_t at = last_of(low, words);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
  };
  const int published = place(kPublishedLabels), modified = place(kModifiedLabels), other = place(kOtherLabels);
  if (published < 0 && modified < 0 && other < 0) return Label::none;
  if (other > published && other > modified) return Label::other;
  return published > modified ? Label::published : Label::modified;
}

bool names_change(std::string_view names) {
  const std::string low = to_lower(names.substr(0, 200));
  return (low.find("updat") != std::string::npos || low.find("modif") != std::string::npos) && low.find("publish") == std::string::npos;
}

class Finder {
 public:
  explicit Finder(const DateEvidence& e) : e_(e), blocks_(e.blocks.blocks), anchor_(e.heading <= e.first_block + 2 ? e.heading : e.first_block) {
    day_first_ = day_first(e.meta, e.url);
    text_ = e.first_block < blocks_.size() ? blocks_[e.first_block].node : 0;
    said_again();
  }

  std::optional<int> age() const {
    for (size_t i = 0; i < std::min(e_.first_block + 1, blocks_.size()); ++i)
      if (i != e_.heading && close(i) && foreign(blocks_[i].node, i) <= 2)
        if (const auto hours = hours_ago(e_.blocks.of(blocks_[i]))) return hours;
    return std::nullopt;
  }

  std::vector<SeenDate> run() {
    for (size_t i = 0; i < blocks_.size(); ++i)
      if (i < e_.last_block + 15 || (blocks_[i].text.size() <= 60 && says_published(i))) read_block(i);
    read_elements();
    std::map<uint64_t, std::vector<Date>> shapes;
    for (const Held& held : held_) shapes[held.shape].push_back(held.seen.found.date);
    std::vector<SeenDate> out;
    for (Held& held : held_) {
      auto& days = shapes[held.shape];
      std::sort(days.begin(), days.end());
      if (std::unique(days.begin(), days.end()) - days.begin() >= 3 && !held.labelled) held.seen.score -= 3;  // dates of a list
      out.push_back(held.seen);
    }
    return out;
  }

 private:
  struct Held {
    SeenDate seen;
    uint64_t shape = 0;
    bool labelled = false;  // "published" stands before it, beside the title
  };

  uint64_t shape_of(uint32_t node, uint64_t kind) const {
    uint64_t hash = kFnvOffset + kind;
    for (int i = 0; i < 4 && node; ++i, node = e_.tree[node].parent)
      hash = fnv1a64(i < 2 ? e_.tree.class_of(node).substr(0, 256) : std::string_view(), (hash ^ e_.tree[node].tag) * 31);
    return hash;
  }

  // A title that is told again below a picture and its caption: what stands beside it there counts as well.
  void said_again() {
    if (e_.heading >= blocks_.size()) return;
    const std::string_view title = e_.blocks.of(blocks_[e_.heading]);
    for (size_t i = e_.heading + 1; title.size() >= 20 && i < std::min(e_.heading + 8, blocks_.size()); ++i)
      if (e_.blocks.of(blocks_[i]) == title) anchor_ = i;
  }

  bool close(size_t i) const {  // beside the title or between it and the text
    const size_t low = std::min(anchor_, e_.first_block), high = std::max(std::min(anchor_ + 6, blocks_.size()), e_.first_block + 1);
    return i + 3 >= low && i + 3 >= anchor_ && i <= high;
  }

  // Comments, teasers, lists of other articles.
  int foreign(uint32_t node, size_t i) const {
    const bool near_title = close(i), under_title = near_title && i > anchor_ && i < e_.first_block;  // there, a link to the comments at most
    int cost = 0;
    for (int up = 0; node && up < 8; node = e_.tree[node].parent, ++up) {
      const uint16_t tag = e_.tree[node].tag;
      const uint32_t bits = e_.blocks.signals[node];
      if (tag == LXB_TAG_ARTICLE || tag == LXB_TAG_MAIN || tag == LXB_TAG_BODY || (node <= text_ && text_ < e_.tree[node].end)) break;
      if (bits & kCommentWord) cost = std::max(cost, under_title || (near_title && up > 2) ? 2 : 8);
      if (bits & (kRelatedWord | kPromoWord)) cost = std::max(cost, near_title ? 1 : 6);
      const bool foot = tag == LXB_TAG_FOOTER || (bits & kFooterWord);
      if (tag == LXB_TAG_ASIDE || tag == LXB_TAG_NAV || (bits & (kAsideWord | kNavWord)) || (foot && !in_own_article(node)))
        cost = std::max(cost, near_title ? 0 : 3);
    }
    return cost;
  }

  // Inside the ARTICLE that holds the text too: its foot tells of it.
  bool in_own_article(uint32_t node) const {
    for (; node; node = e_.tree[node].parent)
      if (e_.tree[node].tag == LXB_TAG_ARTICLE) return node < text_ && text_ < e_.tree[node].end;
    return false;
  }

  // A link to this page itself, as a post's date often is one.
  bool own_link(uint32_t node) const {
    for (int up = 0; node && up < 4 && e_.tree[node].tag != LXB_TAG_A; ++up) node = e_.tree[node].parent;
    if (!node || e_.tree[node].tag != LXB_TAG_A) return false;
    const auto path = [](std::string_view url) {
      if (const size_t host = url.find("://"); host != std::string_view::npos) url.remove_prefix(std::min(url.find('/', host + 3), url.size()));
      url = url.substr(0, url.find_first_of("?#"));
      return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
    };
    const std::string_view href = e_.tree.attribute(node, "href");
    if (href.find('#') != std::string_view::npos) return false;  // of a comment
    const std::string_view mine = path(href);
    return mine.size() > 1 && (mine == path(e_.url) || mine == path(e_.meta.canonical));
  }

  int place_score(size_t i) const {
    if (close(i)) return 3;
    const bool wide = i + 8 >= std::min(anchor_, e_.first_block) && i <= std::max(anchor_, e_.first_block) + 3;
    if (wide) return 1;
    if (i + 1 == e_.last_block) return 0;  // signs the text
    return i >= e_.last_block ? -1 : -2;
  }

  bool clock(const Block& b, size_t i, std::string_view text, const FoundDate& found) const {
    const size_t linked = std::min<size_t>(b.link_bytes, text.size());  // "Tuesday, 14 July 2026 Subscribe Log in": links of a bar do not count
    if (i >= anchor_ || text.size() - linked > 45 || found.end + linked + 3 < text.size()) return false;
    if (label_of(text.substr(0, found.begin)) != Label::none || (found.begin <= 3 && label_before(i) != Label::none)) return false;
    if (b.in_article || (b.near & kBylineWord)) return false;
    const bool own_header = i + 3 >= anchor_ && anchor_ < blocks_.size() && blocks_[anchor_].in_header;
    if ((b.in_header && !own_header) || b.in_nav) return true;
    if (own_header) return false;
    const bool dated = ((b.near & kDateWord) != 0 || names_date(b.node)) && i + 3 >= anchor_;
    const auto menu = [](const Block& other) { return other.in_nav; };
    const bool before_menu =
        std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(i), blocks_.begin() + static_cast<std::ptrdiff_t>(anchor_), menu);
    return !dated && ((b.around & (kHeaderWord | kNavWord)) || before_menu || i + 8 < anchor_);
  }

  void read_block(size_t i) {
    const Block& b = blocks_[i];
    const std::string_view all = e_.blocks.of(b);
    const bool line = all.size() <= 220;
    const size_t begin = std::min(anchor_, e_.first_block), early = std::max(anchor_, e_.first_block) + 3;
    if (!line && (i < begin || i > early + 3) && (i + 1 < e_.last_block || !posted(all))) return;
    if (i == e_.heading) return read_heading(all);
    const std::string_view text = line ? all : all.substr(0, 120);
    size_t from = 0;
    for (int turn = 0; turn < 3; ++turn) {
      auto found = find_date(text.substr(from), day_first_);
      if (!found) return;
      found->begin += from, found->end += from;
      if (!line && i > early && i < e_.last_block && found->begin > 3) return;
      SeenDate seen{*found};
      seen.clock = clock(b, i, text, *found);
      Label said = label_of(all.substr(0, found->begin));
      if (said == Label::none && found->begin <= 3 && label_before(i) != Label::other) said = label_before(i);
      if (said == Label::none && label_behind(all.substr(found->end)) == Label::published) said = Label::published;
      const bool of_text = i >= e_.first_block && i < e_.last_block && found->begin > 60;
      if (said == Label::published && of_text) said = Label::none;  // "Python 3.0 was first released on ..."
      const int cost = foreign(b.node, i);
      seen.published = said == Label::published;
      seen.score = place_score(i) - (said == Label::published && cost <= 3 ? std::min(cost, 1) : cost);
      seen.score += (b.near & (kDateWord | kBylineWord)) || names_date(b.node) ? 1 : 0;
      const size_t rest = all.size() - (found->end - found->begin);
      seen.score += rest <= 30 ? 1 : line ? 0 : found->begin <= 3 ? 1 : found->begin <= 40 ? -1 : -3;
      if ((line && rest > 90 && said != Label::published) || (!line && i > early)) seen.score -= 2;
      label(seen, said, i);
      if (said == Label::published && first_of(all.substr(0, found->begin)) && cost <= 3) seen.score += 4;
      if (lasts(all.substr(found->end))) seen.score -= 4;
      if (own_link(b.node)) seen.score += 3;
      if (names_change(e_.tree.class_of(b.node))) seen.modified = true;
      if (b.kind == BlockKind::item && all.size() > 60 && !close(i)) seen.score -= 1;
      hold(seen, shape_of(b.node, static_cast<uint64_t>(turn)), said == Label::published && close(i));
      from = found->end;
    }
  }

  // "This entry was posted on Monday, May 2nd, 2020 at 11:00 am and is filed under News. You can follow ..."
  bool posted(std::string_view text) const {
    const auto found = find_date(text.substr(0, 120), day_first_);
    return found && (label_of(text.substr(0, found->begin)) == Label::published || label_behind(text.substr(found->end)) == Label::published);
  }

  // A date that runs on from the title: of use where nothing else tells.
  void read_heading(std::string_view title) {
    const auto found = find_date(title.substr(0, 300), day_first_);
    if (!found || found->begin < 10) return;
    SeenDate seen{*found};
    seen.score = 2;
    hold(seen, 0);
  }

  // The element's name, or that of the one around it, speaks of a date; wider than the signals of the block chooser.
  bool names_date(uint32_t node) const {
    const std::string names =
        to_lower(std::string(e_.tree.class_of(node).substr(0, 256)) + " " + std::string(e_.tree.class_of(e_.tree[node].parent).substr(0, 256)));
    for (const std::string_view word :
         {"date", "datum", "time", "publi", "posted", "fecha", "byline", "meta", "subtitle", "stand", "datetime", "created"})
      if (names.find(word) != std::string::npos) return true;
    return false;
  }

  static bool first_of(std::string_view before) {
    const std::string low = to_lower(before.substr(0, 80));
    return std::any_of(std::begin(kFirstLabels), std::end(kFirstLabels), [&](std::string_view word) { return low.find(word) != std::string::npos; });
  }

  // "19.1.23, 10:00-11:30 Uhr": when something is held.
  static bool lasts(std::string_view rest) {
    rest = rest.substr(0, 24);
    size_t clocks = 0, dash = std::string_view::npos;
    for (size_t at = rest.find(':'); at != std::string_view::npos && at + 2 < rest.size(); at = rest.find(':', at + 1)) {
      if (at == 0 || rest[at - 1] < '0' || rest[at - 1] > '9' || rest[at + 1] < '0' || rest[at + 1] > '5') continue;
      if (++clocks == 1) dash = std::min(rest.find('-', at), rest.find("\xE2\x80\x93", at));
      if (clocks == 2) return dash < at;
    }
    return false;
  }

  // "am 27. November 2019 um 15:21 Uhr veröffentlicht"
  static Label label_behind(std::string_view rest) {
    rest = rest.substr(0, std::min<size_t>(rest.find_first_of(".,;|"), 45));
    return rest.ends_with("licht") || rest.find("licht ") != std::string_view::npos ? label_of(rest) : Label::none;
  }

  // What the block before says, when it is short and holds no number.
  Label label_before(size_t i) const {
    if (i == 0) return Label::none;
    const std::string_view before = e_.blocks.of(blocks_[i - 1]);
    const bool numbers = std::any_of(before.begin(), before.end(), [](char c) { return c >= '0' && c <= '9'; });
    return before.size() <= 30 && !numbers ? label_of(before) : Label::none;
  }

  bool says_published(size_t i) const {
    const std::string_view text = e_.blocks.of(blocks_[i]);
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    return label_before(i) == Label::published || label_of(text) == Label::published;
  }

  void label(SeenDate& seen, Label said, size_t i) const {
    if (said == Label::published) seen.score += place_score(i) < 0 ? 4 : 2;
    if (said == Label::modified) seen.score += 1, seen.modified = true;
    if (said == Label::other) seen.score -= 4;
  }

  void hold(const SeenDate& seen, uint64_t shape, bool labelled = false) {
    if (held_.size() < 400) held_.push_back({seen, shape, labelled});
  }

  void read_elements() {
    for (size_t k = 0; k < std::size(kWrittenIn); ++k) written_in_[k] = e_.tree.name_id(kWrittenIn[k]);
    const auto count = static_cast<uint32_t>(e_.blocks.signals.size());
    size_t i = 0;
    for (uint32_t node = 1; node < count; ++node) {
      const uint16_t tag = e_.tree[node].tag;
      if (tag < LXB_TAG__BEGIN || e_.tree[node].end - node > 60) continue;  // holds more than a date
      const bool dated = tag == LXB_TAG_TIME || tag == LXB_TAG_ABBR || (e_.blocks.signals[node] & kDateWord);
      while (i < blocks_.size() && blocks_[i].last < node) ++i;
      if (i > e_.last_block + 12) return;
      if (dated || (tag != LXB_TAG_META && close(i))) read_element(node, i, dated);
    }
  }

  // A date in an element's attributes; in one that nothing else calls a date the attribute holds no more than that.
  std::optional<FoundDate> written(uint32_t node, bool dated, bool& any) const {
    std::array<std::string_view, std::size(kWrittenIn)> values;
    any = e_.tree.attributes(node, written_in_, values) != 0;
    for (const std::string_view value : values) {
      auto found = value.empty() || (!dated && value.size() < 8) ? std::nullopt : find_stamp(value, day_first_);
      if (found && (dated || (found->begin == 0 && value.size() <= 30) || label_of(value.substr(0, found->begin)) == Label::published)) return found;
    }
    return std::nullopt;
  }

  // A date that the line does not tell: the element's text is glued to what stands before it, or its day, month and year are elements of their own
  // without space between, as calendar leaves show them.
  std::optional<FoundDate> in_parts(uint32_t node, size_t i) const {
    if (e_.tree[node].end - node > 12 || i >= blocks_.size()) return std::nullopt;
    const std::string text = e_.tree.inner_text(node);
    const std::string_view line = e_.blocks.of(blocks_[i]).substr(0, 300);
    if (text.size() > 60 || text.empty()) return std::nullopt;
    if (const auto plain = find_date(text, day_first_)) {
      const size_t at = line.find(text), end = at + text.size();
      const auto digit = [](char c) { return c >= '0' && c <= '9'; };
      const bool glued = at != std::string_view::npos && ((at > 0 && line[at - 1] != ' ') || (end < line.size() && digit(line[end])));
      return glued ? plain : std::nullopt;
    }
    std::string parts;
    int count = 0;
    for (uint32_t k = node; k < e_.tree[node].end; ++k)
      if (e_.tree[k].tag == LXB_TAG__TEXT && e_.tree.text(k).size() <= 20) parts += collapsed(e_.tree.text(k)) + " ", ++count;
    return count >= 3 ? find_date(parts, day_first_) : std::nullopt;
  }

  bool holds_digits(uint32_t node) const {
    if (e_.tree[node].end - node > 3) return false;
    for (uint32_t k = node + 1; k < e_.tree[node].end; ++k)
      if (const std::string_view text = e_.tree.text(k).substr(0, 40);
          std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return true;
    return false;
  }

  void read_element(uint32_t node, size_t i, bool dated) {
    const bool time = e_.tree[node].tag == LXB_TAG_TIME;
    std::string prop = to_lower(e_.tree.attribute(node, "itemprop"));
    if (prop.empty()) prop = to_lower(e_.tree.attribute(node, "property"));
    const bool named = dated || prop.find("date") != std::string::npos;
    bool any = false;
    auto found = written(node, named, any);
    const bool in_title = i == e_.heading && (e_.blocks.signals[node] & kDateWord);
    const bool small = !named && !time && holds_digits(node);  // "Ann LeeDec 5, 2023": no more than a text, which may be a date
    if (!found && !named && !small) return;
    if (!found && !time && !any && prop.empty() && !in_title)
      found = in_parts(node, i);
    else if (!found)
      found = find_date(e_.tree.inner_text(node).substr(0, 80), day_first_);
    if (!found) return;
    const bool published =
        prop.find("publish") != std::string::npos || prop.find("created") != std::string::npos || e_.tree.has_attribute(node, "pubdate");
    SeenDate seen{*found, "time-element"};
    seen.score = place_score(i) - foreign(node, i) + (named ? 1 : 0) + (published ? 3 : 0);
    if (own_link(node)) seen.score += 3;
    const std::string_view names = e_.tree.class_of(node);
    seen.modified = !published && (prop.find("modif") != std::string::npos || prop.find("updat") != std::string::npos || names_change(names) ||
                                   names_change(e_.tree.class_of(e_.tree[node].parent)));
    if (i < blocks_.size()) {
      const std::string_view text = e_.blocks.of(blocks_[i]).substr(0, 1000);
      const std::string inner = e_.tree.inner_text(node);
      const size_t at = inner.empty() ? std::string_view::npos : text.find(std::string_view(inner).substr(0, 40));
      const size_t begin = at == std::string_view::npos ? 0 : at;
      Label said = label_of(text.substr(0, begin));
      if (said == Label::none && begin <= 3 && label_before(i) != Label::other) said = label_before(i);
      label(seen, said, i);
      seen.clock = !published && clock(blocks_[i], i, text.substr(0, 45), FoundDate{{}, {}, 0, 45}) && text.size() <= 45;
    }
    hold(seen, shape_of(node, 9));
  }

  // Where elements write a date besides their text: "3 hours ago".
  static constexpr std::string_view kWrittenIn[] = {"datetime",  "content",        "title",     "data-datetime",  "data-date",
                                                    "data-time", "data-timestamp", "timestamp", "data-published", "aria-label"};

  const DateEvidence& e_;
  const std::vector<Block>& blocks_;
  size_t anchor_;      // of the title, as the reader meets it last
  uint32_t text_ = 0;  // where the text begins
  bool day_first_ = false;
  std::array<uintptr_t, std::size(kWrittenIn)> written_in_{};  // as the tree names them
  std::vector<Held> held_;
};

}  // namespace

bool day_first(const Meta& meta, std::string_view url) {
  std::string language = meta.language;
  if (language.empty())
    if (const std::string locale = to_lower(meta.first({"og:locale"})); locale.size() == 5) language = locale;
  const bool american = language.empty() || language == "en" || language.starts_with("en-us") || language.starts_with("en_us");
  if (const size_t at = url.find("://"); at != std::string_view::npos) url.remove_prefix(at + 3);
  const std::string_view host = url.substr(0, url.find_first_of("/?#:"));
  const auto ends = [&](std::string_view end) { return host.ends_with(end); };
  constexpr std::string_view kDayFirst[] = {".uk", ".au", ".nz", ".ie", ".in", ".za"};
  return !american || std::any_of(std::begin(kDayFirst), std::end(kDayFirst), ends);
}

std::optional<int> age_beside_title(const DateEvidence& evidence) { return Finder(evidence).age(); }

std::vector<SeenDate> seen_dates(const DateEvidence& evidence) { return Finder(evidence).run(); }

}  // namespace gesta
