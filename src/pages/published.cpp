#include "pages/published.h"

#include <algorithm>
#include <span>

#include "pages/features.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr std::string_view kPublishedMeta[] = {"article:published_time",
                                               "og:article:published_time",
                                               "og:published_time",
                                               "datepublished",
                                               "date.published",
                                               "publishdate",
                                               "publish-date",
                                               "publish_date",
                                               "published_time",
                                               "article.published",
                                               "published-date",
                                               "pubdate",
                                               "dc.date.issued",
                                               "dcterms.created",
                                               "dc.date.created",
                                               "dcterms.issued",
                                               "dc.date",
                                               "dcterms.date",
                                               "sailthru.date",
                                               "parsely-pub-date",
                                               "cxenseparse:recs:publishtime",
                                               "article_date_original",
                                               "originalpublicationdate",
                                               "article:publicationdate",
                                               "date_published",
                                               "datecreated",
                                               "displaydate",
                                               "publication_date",
                                               "citation_publication_date",
                                               "bt:pubdate",
                                               "rnews:datepublished",
                                               "cxenseparse:publishtime",
                                               "dateposted",
                                               "date",
                                               "created",
                                               "last-modified-by-editor"};
constexpr std::string_view kModifiedMeta[] = {"article:modified_time", "og:updated_time",  "datemodified",
                                              "last-modified",         "dc.date.modified", "lastmod"};

struct Candidate {
  FoundDate date;
  const char* basis = "none";
};

bool in_article_part(const DateEvidence& e, uint32_t node) {
  const auto& blocks = e.blocks.blocks;
  if (blocks.empty()) return true;
  const size_t last = std::min(e.last_block, blocks.size() - 1);
  return node < blocks[last].last + 200;
}

// A <time> that belongs to a comment, a teaser or a list of other articles is no evidence.
bool foreign(const DateEvidence& e, uint32_t node) {
  constexpr uint32_t kForeign = kCommentWord | kRelatedWord | kAsideWord | kFooterWord | kNavWord | kPromoWord;
  uint32_t bits = 0;
  for (int up = 0; node && up < 8; node = e.tree[node].parent, ++up) {
    const uint16_t tag = e.tree[node].tag;
    if (tag == LXB_TAG_ASIDE || tag == LXB_TAG_FOOTER || tag == LXB_TAG_NAV) return true;
    if (tag == LXB_TAG_ARTICLE || tag == LXB_TAG_MAIN || tag == LXB_TAG_BODY) break;
    bits |= e.blocks.signals[node];
  }
  return (bits & kForeign) != 0;
}

std::optional<FoundDate> time_element(const DateEvidence& e) {
  std::optional<FoundDate> fallback;
  const auto count = static_cast<uint32_t>(e.tree.nodes().size());
  for (uint32_t node = 1; node < count; ++node) {
    const uint16_t tag = e.tree[node].tag;
    if (tag < LXB_TAG__BEGIN) continue;
    const std::string_view prop = tag == LXB_TAG_TIME ? std::string_view() : e.tree.attribute(node, "itemprop");
    const bool marked = prop == "datePublished" ||
                        (tag == LXB_TAG_TIME && (e.tree.has_attribute(node, "pubdate") || e.tree.attribute(node, "itemprop") == "datePublished"));
    if (tag != LXB_TAG_TIME && !marked) continue;
    std::string_view written = e.tree.attribute(node, "datetime");
    if (written.empty()) written = e.tree.attribute(node, "content");
    std::optional<FoundDate> found = find_date(written);
    if (!found) found = find_date(e.tree.inner_text(node).substr(0, 80));
    if (!found) continue;
    if (marked && !foreign(e, node)) return found;
    if (!fallback && !foreign(e, node) && in_article_part(e, node)) fallback = found;
  }
  return fallback;
}

// A line that holds nothing but a date, in the head or menu of the page.
bool is_clock(const Block& b, std::string_view text, const FoundDate& found) {
  const bool above = b.in_header || b.in_nav || (b.around & (kHeaderWord | kNavWord));
  return above && !b.in_article && !(b.near & kBylineWord) && text.size() <= 45 && found.end + 3 >= text.size() && !(phrase_bits(text) & kBylineHead);
}

bool says_when(const Block& b, std::string_view text) { return (phrase_bits(text) & kBylineHead) || (b.near & (kDateWord | kBylineWord)); }

// A short line near the head of the article that names its date: "Published 3 May 2021 10:15", "By Ann Lee, May 3, 2021".
std::optional<FoundDate> byline_line(const DateEvidence& e) {
  const auto& blocks = e.blocks.blocks;
  const size_t from = e.first_block > 40 ? e.first_block - 40 : 0;
  const size_t to = std::min(blocks.size(), e.first_block + 3);
  std::optional<FoundDate> plain;
  for (size_t i = to; i-- > from;) {
    const std::string_view text = e.blocks.of(blocks[i]);
    if (text.size() > 160 || foreign(e, blocks[i].node)) continue;
    const auto found = find_date(text);
    if (!found || is_clock(blocks[i], text, *found)) continue;
    const bool marked = says_when(blocks[i], text);
    if (marked) return found;
    if (!plain && i + 6 > e.first_block && found->begin <= 40) plain = found;
  }
  if (plain) return plain;
  for (size_t i = std::min(e.last_block, blocks.size()); i < std::min(blocks.size(), e.last_block + 12); ++i) {
    const std::string_view text = e.blocks.of(blocks[i]);
    if (text.size() > 160 || !says_when(blocks[i], text) || foreign(e, blocks[i].node)) continue;
    if (const auto found = find_date(text)) return found;
  }
  return std::nullopt;
}

// A line with nothing but a weekday and a date above the article is the page's clock.
std::optional<FoundDate> page_clock(const DateEvidence& e) {
  const auto& blocks = e.blocks.blocks;
  for (size_t i = 0; i < std::min<size_t>({blocks.size(), 40, e.first_block}); ++i) {
    const std::string_view text = e.blocks.of(blocks[i]);
    if (text.size() > 45) continue;
    const auto found = find_date(text);
    if (!found) continue;
    if (is_clock(blocks[i], text, *found) || (found->end + 3 >= text.size() && i + 8 < e.first_block)) return found;
  }
  return std::nullopt;
}

std::optional<FoundDate> first_meta(const Meta& meta, std::span<const std::string_view> names) {
  for (const std::string_view name : names)
    if (const std::string value = meta.first({name}); !value.empty())
      if (auto found = find_date(value)) return found;
  return std::nullopt;
}

std::vector<Candidate> candidates(const DateEvidence& e) {
  std::vector<Candidate> out;
  const auto add = [&](const std::optional<FoundDate>& found, const char* basis) {
    if (found) out.push_back({*found, basis});
  };
  add(find_date(e.meta.json.published), "json-ld");
  add(first_meta(e.meta, kPublishedMeta), "meta");
  add(time_element(e), "time-element");
  add(date_in_url(e.url), "url");
  if (out.empty()) add(byline_line(e), "byline");
  if (out.empty()) add(find_date(e.meta.json.modified), "json-ld");
  if (out.empty()) add(first_meta(e.meta, kModifiedMeta), "meta");
  return out;
}

}  // namespace

Published find_published(const DateEvidence& e, std::string_view fetched, std::vector<std::string>& notes) {
  Published out;
  const std::vector<Candidate> all = candidates(e);
  const auto clock = page_clock(e);
  if (parse_iso_date(fetched)) out.latest = std::string(fetched);
  if (out.latest.empty() && clock && (all.empty() || clock->date != all[0].date.date)) out.latest = clock->iso;
  if (all.empty()) {
    if (clock) out.basis = "page-clock";
    return out;
  }
  out.date = all[0].date.iso, out.basis = all[0].basis;
  for (const Candidate& other : all)
    if (std::abs(to_days(other.date.date) - to_days(all[0].date.date)) > 2)
      notes.push_back("date: " + std::string(other.basis) + " says " + iso(other.date.date) + ", " + out.basis + " says " + iso(all[0].date.date));
  return out;
}

}  // namespace gesta
