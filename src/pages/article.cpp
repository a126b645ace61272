// The sentence of the room: decode, parse, cut into blocks, choose, and write down what stands around the text.
#include <algorithm>

#include "base/utf8.h"
#include "pages/about.h"
#include "pages/charset.h"
#include "pages/choose.h"
#include "pages/meta.h"
#include "pages/openings.h"
#include "pages/plain.h"
#include "pages/published.h"
#include "pages/signals.h"
#include "pages/tongue.h"

namespace gesta {
namespace {

constexpr size_t kLongestPage = 0xF0000000;  // spans are 32 bit

// The source runs of one block: each place noted while its text was gathered.
void add_source(Article& article, const Blocks& blocks, const Block& block, uint32_t begin) {
  auto at = std::upper_bound(blocks.places.begin(), blocks.places.end(), std::pair{block.text.begin, 0xFFFFFFFFu});
  if (at == blocks.places.begin()) return;
  for (--at; at != blocks.places.end() && at->first < block.text.end; ++at) {
    const uint32_t from = std::max(at->first, block.text.begin);
    const uint32_t to = std::next(at) == blocks.places.end() ? block.text.end : std::min(std::next(at)->first, block.text.end);
    if (to <= from) continue;
    const Span text{begin + (from - block.text.begin), begin + (to - block.text.begin)};
    article.source.push_back({text, {at->second, at->second + text.size()}});
  }
}

// <blockquote><p> is a quote, <li><p> an item.
BlockKind kind_of(const Block& block) {
  if (block.kind == BlockKind::heading) return block.kind;
  return block.in_quote ? BlockKind::quote : block.in_list ? BlockKind::item : block.kind;
}

void add_block(Article& article, const Blocks& blocks, const Block& block) {
  if (!article.text.empty()) article.text += "\n\n";
  Paragraph paragraph;
  paragraph.span.begin = static_cast<uint32_t>(article.text.size());
  article.text += blocks.of(block);
  paragraph.span.end = static_cast<uint32_t>(article.text.size());
  paragraph.block = kind_of(block);
  add_source(article, blocks, block, paragraph.span.begin);
  article.paragraphs.push_back(paragraph);
}

std::string_view link_of(const PageTree& tree, const Block& block) {
  for (uint32_t node = block.last; node && node + 6 > block.node; node = tree[node].parent)
    if (tree[node].tag == LXB_TAG_A) return tree.attribute(node, "href");
  return {};
}

// Teasers of other articles: linked titles outside the article's text, below its first paragraph, that are long enough to tell something.
void find_related(Article& article, const PageTree& tree, const Blocks& blocks, const Choice& choice) {
  for (size_t i = choice.first; i < blocks.blocks.size() && article.related.size() < 40; ++i) {
    const Block& block = blocks.blocks[i];
    const bool linked = block.words >= 5 && block.words <= 40 && block.link_bytes * 10 >= block.text.size() * 8;
    if (choice.keep[i] || !linked || block.in_nav || block.in_footer || (block.around & (kCookieWord | kShareWord | kTagsWord))) continue;
    Related related{std::string(blocks.of(block)), {}, std::string(link_of(tree, block))};
    if (i + 1 < blocks.blocks.size() && !choice.keep[i + 1]) {
      const Block& next = blocks.blocks[i + 1];
      if (next.words >= 8 && next.link_bytes * 2 < next.text.size() && next.node < block.node + 40) related.text = std::string(blocks.of(next));
    }
    article.related.push_back(std::move(related));
  }
}

std::string best_url(const Page& page, const Meta& meta) {
  if (!page.url.empty()) return page.url;
  for (const std::string& url : {meta.canonical, meta.first({"og:url"}), meta.json.url})
    if (url.starts_with("http")) return url;
  return {};
}

// A box that offers the rest of the text to subscribers, inside the text or right behind it.
bool pay_box(const Blocks& blocks, const Choice& choice) {
  for (size_t i = choice.first; i < std::min(choice.last + 4, blocks.blocks.size()); ++i)
    if (!choice.keep[i] && (blocks.blocks[i].near & kPaywallWord) && (phrase_bits(blocks.of(blocks.blocks[i])) & kSignUp)) return true;
  return false;
}

// Where the text proper begins: behind a lead that stands above byline and date.
size_t begin_of_text(const Choice& choice) {
  constexpr size_t kMost = 14;  // blocks between the two
  for (size_t i = choice.first; i + 1 < std::min(choice.last, choice.first + kMost); ++i)
    if (choice.keep[i] && choice.keep[i + 1]) return i;
  return choice.first;
}

void fill_about(Article& article, const Page& page, const PageTree& tree, const Blocks& blocks, const Meta& meta, const Choice& choice,
                size_t heading, const std::string& url, std::string_view decoded) {
  article.id = page.id, article.url = url;
  article.title = !page.title.empty() ? page.title : find_title(tree, blocks, meta, article.url, heading, choice.first);
  article.site = !page.site.empty() ? page.site : find_site(meta, article.url);
  article.byline = find_byline(tree, blocks, meta, url, {heading, choice.first, choice.last});
  article.section = find_section(tree, meta, article.url);
  Dates dates = find_dates({tree, blocks, meta, article.url, begin_of_text(choice), choice.last, heading, decoded}, page.fetched, article.notes);
  article.published = std::move(dates.published), article.modified = std::move(dates.modified);
  if (!page.published.empty()) article.published.date = page.published, article.published.basis = "given", article.published.trust = "high";
  article.language = language_of(article.text);
  if (article.language.empty() && article.text.size() < 400) article.language = meta.language.substr(0, 2);
  article.posts = find_posts(tree, blocks, choice, article.paragraphs);
  if (meta.json.paid || pay_box(blocks, choice))
    article.notes.push_back("paywall: the page keeps its text, or a part of it, for those who pay; what is here may be the beginning only");
  if (meta.json.broken) article.notes.push_back("json-ld: a block is no JSON and was left out");
  if (tree.guarded()) article.notes.push_back("html: elements nested deeper than 512 or attributes past 400 were dropped, their text kept");
}

uint32_t outermost_article(const PageTree& tree, uint32_t node) {
  uint32_t found = 0;
  for (; node; node = tree[node].parent)
    if (tree[node].tag == LXB_TAG_ARTICLE) found = node;
  return found;
}

// The block where a page that goes on and on begins its next article: a heading of the same make as the title, or an <article> beside the title's
// own that is of the same class and has a big heading. The number of blocks when there is none.
size_t next_article(const PageTree& tree, const Blocks& blocks, size_t heading) {
  const size_t none = blocks.blocks.size();
  if (heading >= none || blocks.blocks[heading].level != 1) return none;
  const uint32_t title = blocks.blocks[heading].node, own = outermost_article(tree, title);
  const auto make = [&](uint32_t node) {
    return std::string(tree.class_of(node).substr(0, 256)) + "|" + std::string(tree.class_of(tree[node].parent).substr(0, 256));
  };
  const std::string mine = make(title);
  const std::string_view said = blocks.of(blocks.blocks[heading]);
  for (size_t i = heading + 1; i < none; ++i) {
    const Block& block = blocks.blocks[i];
    if (block.kind != BlockKind::heading || block.level != 1 || blocks.of(block) == said) continue;
    const uint32_t other = outermost_article(tree, block.node);
    if (own && other && other != own && tree.class_of(own) == tree.class_of(other)) return i;
    const bool other_place = tree[block.node].parent != tree[title].parent;
    if (other_place && !tree.class_of(title).empty() && !tree.class_of(tree[title].parent).empty() && make(block.node) == mine) return i;
  }
  return none;
}

void cut_at(Choice& choice, size_t end) {
  if (end >= choice.last || end <= choice.first) return;
  for (size_t i = end; i < choice.last; ++i) choice.keep[i] = false;
  while (choice.last > choice.first && !choice.keep[choice.last - 1]) --choice.last;
}

Hints hints_of(const Meta& meta) {
  const std::string title = meta.first({"og:title"});
  return {title.empty() ? meta.title : title, meta.json.body, meta.first({"og:description", "description"})};
}

Reject too_slow(const Page& page) {
  return {page.id, page.offset, "the page takes more than 2 s of processor time", "a page that costs so much is made to; look at it by hand"};
}

Result<Article> read_html(const Page& page, double most_seconds) {
  const double begin = thread_seconds();
  const auto slow = [&] { return thread_seconds() - begin > most_seconds; };
  const Decoded decoded = decode_page(page.body, page.content_type);
  const PageTree tree = PageTree::parse(decoded.text(), most_seconds);
  if (tree.out_of_room())
    return Reject{page.id, page.offset, "the page takes more than 256 MiB of memory", "it holds too many elements for an article; split it"};
  if (tree.out_of_time() || slow()) return too_slow(page);
  const Meta meta = read_meta(tree);
  const Blocks blocks = find_blocks(tree);
  if (blocks.blocks.empty())
    return Reject{page.id, page.offset, "the page holds no text", "the page may need a browser to fill it: fetch it again after it has loaded"};
  Choice choice = choose_blocks(blocks, describe(tree, blocks, hints_of(meta)));
  if (slow()) return too_slow(page);
  const std::string url = best_url(page, meta);
  const size_t heading = find_heading(tree, blocks, meta, url, choice.first);
  if (heading <= choice.first + 2) cut_at(choice, next_article(tree, blocks, heading));
  Article article;
  if (!decoded.note.empty()) article.notes.push_back(decoded.note);
  for (size_t i = choice.first; i < choice.last; ++i)
    if (choice.keep[i]) add_block(article, blocks, blocks.blocks[i]);
  if (article.text.empty())
    return Reject{page.id, page.offset, "no article was found in the page", "a front page or a list of links has none; give the page of one article"};
  find_related(article, tree, blocks, choice);
  fill_about(article, page, tree, blocks, meta, choice, heading, url, decoded.text());
  return article;
}

}  // namespace

void write_page_signs(const Page& page, std::ostream& out, std::ostream& names, std::ostream& titles) {
  const Decoded decoded = decode_page(page.body, page.content_type);
  const PageTree tree = PageTree::parse(decoded.text());
  const Meta meta = read_meta(tree);
  const Blocks blocks = find_blocks(tree);
  const auto features = describe(tree, blocks, hints_of(meta));
  write_features(blocks, features, out);
  const Choice choice = choose_blocks(blocks, features);
  const std::string url = best_url(page, meta);
  const size_t heading = find_heading(tree, blocks, meta, url, choice.first);
  write_names(tree, blocks, meta, url, {heading, choice.first, choice.last}, names);
  write_titles(tree, blocks, meta, url, heading, choice.first, titles);
}

namespace {

Result<Article> read_form(const Page& page, double most_seconds) {
  switch (page.form) {
    case Page::Form::ready:
      return read_ready(page);
    case Page::Form::plain:
      return read_plain(page);
    case Page::Form::html:
      break;
  }
  return read_html(page, most_seconds);
}

}  // namespace

Result<Article> read_article(const Page& page, double most_seconds) {
  if (page.body.size() > kLongestPage) return Reject{page.id, page.offset, "the page is larger than 4 GB", "split the input"};
  Result<Article> article = read_form(page, most_seconds);
  if (article.ok()) article->fingerprint = fingerprint_of(article->text);
  return article;
}

}  // namespace gesta
