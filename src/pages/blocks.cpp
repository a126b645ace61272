#include "pages/blocks.h"

#include <algorithm>
#include <array>

#include "pages/signals.h"

namespace gesta {
namespace {

enum TagClass : uint8_t { kInline, kBlock, kSkip };

struct TagTable {
  uint8_t kind[LXB_TAG__LAST_ENTRY] = {};
};

constexpr uint16_t kSkipped[] = {LXB_TAG_SCRIPT, LXB_TAG_STYLE, LXB_TAG_NOSCRIPT, LXB_TAG_TEMPLATE, LXB_TAG_SVG,    LXB_TAG_MATH,  LXB_TAG_IFRAME,
                                 LXB_TAG_OBJECT, LXB_TAG_EMBED, LXB_TAG_SELECT,   LXB_TAG_OPTION,   LXB_TAG_BUTTON, LXB_TAG_INPUT, LXB_TAG_TEXTAREA,
                                 LXB_TAG_CANVAS, LXB_TAG_AUDIO, LXB_TAG_VIDEO,    LXB_TAG_HEAD,     LXB_TAG_DIALOG, LXB_TAG_TITLE};
constexpr uint16_t kBlocks[] = {
    LXB_TAG_HTML,    LXB_TAG_BODY,       LXB_TAG_DIV,    LXB_TAG_P,        LXB_TAG_SECTION, LXB_TAG_ARTICLE, LXB_TAG_MAIN,    LXB_TAG_ASIDE,
    LXB_TAG_NAV,     LXB_TAG_HEADER,     LXB_TAG_FOOTER, LXB_TAG_UL,       LXB_TAG_OL,      LXB_TAG_LI,      LXB_TAG_DL,      LXB_TAG_DT,
    LXB_TAG_DD,      LXB_TAG_TABLE,      LXB_TAG_TBODY,  LXB_TAG_THEAD,    LXB_TAG_TR,      LXB_TAG_TD,      LXB_TAG_TH,      LXB_TAG_H1,
    LXB_TAG_H2,      LXB_TAG_H3,         LXB_TAG_H4,     LXB_TAG_H5,       LXB_TAG_H6,      LXB_TAG_PRE,     LXB_TAG_FIGURE,  LXB_TAG_FIGCAPTION,
    LXB_TAG_ADDRESS, LXB_TAG_BLOCKQUOTE, LXB_TAG_FORM,   LXB_TAG_FIELDSET, LXB_TAG_HR,      LXB_TAG_CENTER,  LXB_TAG_DETAILS, LXB_TAG_SUMMARY,
    LXB_TAG_CAPTION, LXB_TAG_LABEL,      LXB_TAG_HGROUP, LXB_TAG_MENU,     LXB_TAG_TFOOT};

constexpr TagTable make_table() {
  TagTable table;
  for (const auto tag : kSkipped) table.kind[tag] = kSkip;
  for (const auto tag : kBlocks) table.kind[tag] = kBlock;
  return table;
}
constexpr TagTable kTable = make_table();

uint8_t class_of_tag(uint16_t tag) { return tag < LXB_TAG__LAST_ENTRY ? kTable.kind[tag] : uint8_t{kInline}; }
bool is_heading(uint16_t tag) { return tag >= LXB_TAG_H1 && tag <= LXB_TAG_H6; }

constexpr size_t kHighest = 48;  // elements around a block that are looked at

struct Open {
  uint32_t node = 0;
  uint32_t end = 0;
  uint32_t around = 0;
  bool block = false;
};

bool undisplayed(std::string_view style) {
  const size_t at = style.find("display");
  return at != std::string_view::npos && style.substr(at, 16).find("none") != std::string_view::npos;
}

constexpr std::string_view kNames[] = {"role", "itemprop", "data-component", "data-testid", "aria-label", "style", "hidden"};
constexpr size_t kNaming = 5;  // of them
using NameIds = std::array<uintptr_t, std::size(kNames)>;

uint32_t node_signals(const PageTree& tree, uint32_t node, const NameIds& names) {
  const uint16_t tag = tree[node].tag;
  if (tag == LXB_TAG_HTML || tag == LXB_TAG_BODY) return 0;
  uint32_t bits = signals_of(tree.class_of(node)) | signals_of(tree.id_of(node));
  std::string_view values[std::size(kNames)];
  const uint32_t seen = tree.attributes(node, names, values);
  for (size_t i = 0; i < kNaming; ++i)
    if (seen >> i & 1) bits |= signals_of(values[i]);
  if (seen >> 6 & 1 || undisplayed(values[5])) bits |= kHidden;
  return bits;
}

class Builder {
 public:
  explicit Builder(const PageTree& tree) : tree_(tree) {
    for (size_t i = 0; i < names_.size(); ++i) names_[i] = tree.name_id(kNames[i]);
    out_.signals.resize(tree.nodes().size());
    open_.push_back({0, static_cast<uint32_t>(tree.nodes().size()), 0, true});
  }

  Blocks run() {
    const auto count = static_cast<uint32_t>(tree_.nodes().size());
    for (uint32_t node = 1; node < count;) node = step(node);
    flush();
    return std::move(out_);
  }

 private:
  uint32_t step(uint32_t node) {
    close_until(node);
    const Node& n = tree_[node];
    if (n.tag == LXB_TAG__TEXT) return add_text(node), node + 1;
    const uint8_t kind = class_of_tag(n.tag);
    if (kind == kSkip) return n.end;
    if (n.tag == LXB_TAG_BR) return add_break(), node + 1;
    if (kind == kBlock) flush();
    const uint32_t own = out_.signals[node] = node_signals(tree_, node, names_);
    open_.push_back({node, n.end, open_.back().around | own, kind == kBlock});
    if (n.tag == LXB_TAG_A) link_end_ = std::max(link_end_, n.end), ++links_;
    if (n.tag == LXB_TAG_B || n.tag == LXB_TAG_STRONG) strong_end_ = std::max(strong_end_, n.end);
    return node + 1;
  }

  void close_until(uint32_t node) {
    while (open_.size() > 1 && open_.back().end <= node) {
      if (open_.back().block) flush();
      open_.pop_back();
    }
  }

  void add_text(uint32_t node) {
    const size_t before = out_.text.size();
    const std::string_view raw = tree_.text(node);
    append(raw);
    const size_t added = out_.text.size() - before;
    if (added == 0) return;
    if (out_.places.empty() || tree_[node].page)
      out_.places.emplace_back(static_cast<uint32_t>(before),
                               tree_[node].page + static_cast<uint32_t>(std::min(raw.find_first_not_of(" \t\r\n"), raw.size())));
    if (node < link_end_) link_bytes_ += static_cast<uint32_t>(added);
    if (node < strong_end_) strong_bytes_ += static_cast<uint32_t>(added);
    breaks_ = added == 1 && out_.text.back() == ' ' ? breaks_ : 0;
    last_ = node;
    if (first_ == 0) first_ = node, place_ = open_.size();
  }

  void append(std::string_view raw) {
    if (out_.text.size() == begin_) {
      const size_t skip = raw.find_first_not_of(" \t\r\n\f");
      if (skip == std::string_view::npos) return;
      raw.remove_prefix(skip);
    }
    append_collapsed(out_.text, raw);
    if (out_.text.size() > begin_ && out_.text[begin_] == ' ') out_.text.erase(begin_, 1);
  }

  void add_break() {
    if (++breaks_ >= 2) return flush();
    if (out_.text.size() > begin_ && out_.text.back() != ' ') out_.text.push_back(' ');
  }

  void flush() {
    if (out_.text.size() > begin_) finish();
    begin_ = out_.text.size();
    first_ = 0, links_ = 0, link_bytes_ = 0, strong_bytes_ = 0, breaks_ = 0;
  }

  void finish() {
    while (out_.text.size() > begin_ && out_.text.back() == ' ') out_.text.pop_back();
    if (out_.text.size() == begin_) return;
    Block block;
    block.text = {static_cast<uint32_t>(begin_), static_cast<uint32_t>(out_.text.size())};
    const auto size = block.text.size();
    block.link_bytes = std::min(link_bytes_, size), block.links = links_, block.last = last_;
    block.strong = strong_bytes_ * 10 >= size * 8;
    block.words = 1 + static_cast<uint32_t>(std::count(out_.text.begin() + static_cast<long>(begin_), out_.text.end(), ' '));
    place(block);
    out_.blocks.push_back(block);
    out_.text.push_back('\n');
  }

  void place(Block& block) const {
    const size_t depth = std::min(place_, open_.size());
    const size_t root = depth > kHighest ? depth - kHighest : 0;
    for (size_t i = depth; i-- > root;) {
      const Open& open = open_[i];
      if (block.node == 0 && open.block) block.node = open.node;
      if (depth - i <= 3) block.near |= out_.signals[open.node];
      mark(block, open.node);
    }
    block.around = open_[depth - 1].around;
  }

  void mark(Block& block, uint32_t node) const {
    const uint16_t tag = tree_[node].tag;
    const auto set_kind = [&](BlockKind kind) { block.kind = block.kind == BlockKind::text ? kind : block.kind; };
    if (is_heading(tag)) set_kind(BlockKind::heading), block.level = static_cast<uint8_t>(tag - LXB_TAG_H1 + 1);
    switch (tag) {
      case LXB_TAG_P:
        return set_kind(BlockKind::paragraph);
      case LXB_TAG_LI:
      case LXB_TAG_DT:
      case LXB_TAG_DD:
        block.in_list = true;
        return set_kind(BlockKind::item);
      case LXB_TAG_BLOCKQUOTE:
        block.in_quote = true;
        return;
      case LXB_TAG_FIGCAPTION:
      case LXB_TAG_CAPTION:
        block.in_figure = true;
        return set_kind(BlockKind::caption);
      case LXB_TAG_FIGURE:
        block.in_figure = true;
        return;
      case LXB_TAG_TD:
      case LXB_TAG_TH:
        block.in_table = true;
        return set_kind(BlockKind::cell);
      case LXB_TAG_PRE:
        return set_kind(BlockKind::pre);
      case LXB_TAG_ARTICLE:
        block.in_article = true;
        return;
      case LXB_TAG_MAIN:
        block.in_main = true;
        return;
      case LXB_TAG_ASIDE:
        block.in_aside = true;
        return;
      case LXB_TAG_NAV:
        block.in_nav = true;
        return;
      case LXB_TAG_FOOTER:
        block.in_footer = true;
        return;
      case LXB_TAG_HEADER:
        block.in_header = true;
        return;
      case LXB_TAG_FORM:
        block.in_form = true;
        return;
      default:
        break;
    }
  }

  const PageTree& tree_;
  NameIds names_{};
  Blocks out_;
  std::vector<Open> open_;
  size_t begin_ = 0, place_ = 1;
  uint32_t first_ = 0, last_ = 0, link_end_ = 0, strong_end_ = 0, link_bytes_ = 0, strong_bytes_ = 0, links_ = 0, breaks_ = 0;
};

}  // namespace

std::string_view name(BlockKind kind) {
  constexpr std::string_view kKinds[] = {"paragraph", "paragraph", "heading", "item", "quote", "caption", "cell", "preformatted"};
  return kKinds[static_cast<size_t>(kind)];
}

Blocks find_blocks(const PageTree& tree) {
  if (tree.nodes().size() < 2) return {};
  return Builder(tree).run();
}

}  // namespace gesta
