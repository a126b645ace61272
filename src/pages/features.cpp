#include "pages/features.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <unordered_map>

#include "base/hash.h"
#include "base/utf8.h"
#include "pages/openings.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr uint32_t kBadSignals =
    kCommentWord | kAsideWord | kNavWord | kFooterWord | kShareWord | kRelatedWord | kPromoWord | kNewsletterWord | kCookieWord | kHidden;

bool prose(const Block& b) { return b.words >= 10 && b.link_bytes * 3 < b.text.size(); }
float density(const Block& b) { return b.text.size() ? static_cast<float>(b.link_bytes) / static_cast<float>(b.text.size()) : 0; }

struct Counts {
  float upper = 0, digits = 0, punctuation = 0;
  float small_words = 0, capital_words = 0;  // shares of the words: up to three bytes; begun by an ASCII capital
  bool sentence_end = false;
};

bool in_range(char c, char first, char last) { return static_cast<unsigned char>(c - first) <= static_cast<unsigned char>(last - first); }

Counts count(std::string_view text) {
  const std::string_view head = text.substr(0, 400);
  int upper = 0, digits = 0, punctuation = 0, letters = 1, words = 1, small_words = 0, capital_words = 0;
  for (const char c : head) {
    upper += in_range(c, 'A', 'Z'), digits += in_range(c, '0', '9'), letters += in_range(static_cast<char>(c | 0x20), 'a', 'z');
    punctuation += (c == ',') | (c == '.') | (c == ';') | (c == '?') | (c == '!');
  }
  for (size_t begin = 0; begin <= head.size();) {
    const size_t end = std::min(head.find(' ', begin), head.size());
    if (end > begin) ++words, small_words += end - begin <= 3, capital_words += in_range(head[begin], 'A', 'Z');
    begin = end + 1;
  }
  const auto share = [](int some, auto all) { return static_cast<float>(some) / static_cast<float>(all); };
  Counts counts{share(upper, letters), share(digits, head.size() + 1), share(punctuation, head.size() + 1), share(small_words, words),
                share(capital_words, words)};
  std::string_view tail = text.substr(text.size() > 4 ? text.size() - 4 : 0);
  counts.sentence_end = tail.find_first_of(".?!:\"") != std::string_view::npos || tail.ends_with("\xE2\x80\x9D");
  return counts;
}

// Letters and digits only, lower case: two texts that differ in white space and punctuation compare equal.
bool squeezed_out(char low) { return !((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || static_cast<unsigned char>(low) >= 0xC3); }

std::string squeezed(std::string_view text, size_t most) {
  std::string out;
  for (const char c : text) {
    if (out.size() >= most) break;
    if (const char low = ascii_lower(c); !squeezed_out(low)) out.push_back(low);
  }
  return out;
}

// Whether squeezed(text, most) equals `wanted`, or begins with it; most blocks part at the first letter.
bool spells(std::string_view text, std::string_view wanted, size_t most, bool whole) {
  size_t k = 0;
  for (const char c : text) {
    const char low = ascii_lower(c);
    if (squeezed_out(low)) continue;
    if (k == wanted.size()) return !whole || k >= most;
    if (low != wanted[k++]) return false;
  }
  return k == wanted.size();
}

uint64_t path_hash(const PageTree& tree, uint32_t node) {
  uint64_t hash = kFnvOffset;
  for (int i = 0; i < 4 && node; ++i, node = tree[node].parent) {
    hash = (hash ^ tree[node].tag) * 1099511628211ull;
    if (i < 2) hash = fnv1a64(tree.class_of(node).substr(0, 1024), hash);
  }
  return hash;
}

// Every 20 letters of the JSON-LD body in a table of hashes, to ask whether a block stands in it.
class BodyIndex {
 public:
  explicit BodyIndex(const std::string& body) : size_(body.size()) {
    if (empty()) return;
    const std::string text = squeezed(body, 400000);
    slots_.resize(std::bit_ceil(text.size() * 2 + 2));
    for (size_t i = 0; i + kGram <= text.size(); ++i) {
      const uint64_t gram = hash(text.data() + i);
      slots_[place(gram)] = gram;
    }
  }
  bool empty() const { return size_ < 400; }
  float share(std::string_view block) const {
    if (empty()) return -1;
    const std::string text = squeezed(block, 2000);
    if (text.size() < kGram) return -1;
    int found = 0, tried = 0;
    for (size_t i = 0; i + kGram <= text.size(); i += kGram) {
      const uint64_t gram = hash(text.data() + i);
      ++tried, found += slots_[place(gram)] == gram;
    }
    return static_cast<float>(found) / static_cast<float>(tried);
  }

 private:
  static constexpr size_t kGram = 20;
  static uint64_t hash(const char* at) {  // never 0, which marks a free slot
    uint64_t a = 0, b = 0;
    uint32_t c = 0;
    std::memcpy(&a, at, 8), std::memcpy(&b, at + 8, 8), std::memcpy(&c, at + 16, 4);
    uint64_t mixed = (a ^ (b * 0x9E3779B97F4A7C15ull) ^ (uint64_t{c} * 0xC2B2AE3D27D4EB4Full)) * 0xFF51AFD7ED558CCDull;
    mixed ^= mixed >> 32;
    return mixed ? mixed : 1;
  }
  size_t place(uint64_t gram) const {
    size_t at = gram & (slots_.size() - 1);
    while (slots_[at] && slots_[at] != gram) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  size_t size_ = 0;
  std::vector<uint64_t> slots_;
};

struct Weights {
  std::vector<float> sum;    // prose words below the node
  std::vector<float> score;  // decayed, as in Readability
};

Weights weigh(const PageTree& tree, const Blocks& blocks) {
  Weights w{std::vector<float>(tree.nodes().size()), std::vector<float>(tree.nodes().size())};
  for (const Block& block : blocks.blocks) {
    if (!prose(block) || ((block.around & kBadSignals & ~(kRelatedWord | kPromoWord)) && !block.in_article) || block.in_footer || block.in_nav)
      continue;
    if (block.near & kBadSignals) continue;
    const float words = std::min(static_cast<float>(block.words), 150.f) * (1 - density(block));
    float share = 1;
    int up = 0;
    uint32_t node = block.kind == BlockKind::text ? block.node : tree[block.node].parent;
    for (;; node = tree[node].parent, ++up) {
      w.sum[node] += words;
      if (up < 5) w.score[node] += words * share;
      share = up == 0 ? 0.5f : share * 0.6f;
      if (node == 0) break;
    }
  }
  return w;
}

uint32_t best_of(const std::vector<float>& score) { return static_cast<uint32_t>(std::max_element(score.begin(), score.end()) - score.begin()); }

// While one child holds three quarters of the prose, go down to it.
uint32_t descend(const PageTree& tree, const std::vector<float>& sum) {
  uint32_t node = 0;
  for (;;) {
    uint32_t next = 0;
    for (uint32_t child = node + 1; child < tree[node].end && !next; child = tree[child].end)
      if (sum[child] > 0.75f * sum[node] && sum[child] > 0) next = child;
    if (!next) return node;
    node = next;
  }
}

bool inside(const PageTree& tree, uint32_t node, uint32_t root) { return node >= root && node < tree[root].end; }

struct Group {
  float count = 0, words = 0, links = 0, bytes = 0;
};

class Describer {
 public:
  Describer(const PageTree& tree, const Blocks& blocks, const Hints& hints)
      : tree_(tree), blocks_(blocks), body_(hints.body), title_(squeezed(hints.title, 200)), description_(squeezed(hints.description, 100)) {}

  Shape run() {
    const Weights weights = weigh(tree_, blocks_);
    shape_.container = best_of(weights.score), shape_.core = descend(tree_, weights.sum), shape_.prose = weights.sum[0];
    container_share_ = weights.sum[0] > 0 ? weights.sum[shape_.container] / weights.sum[0] : 0;
    sum_ = &weights.sum;
    group();
    find_heads();
    find_heading();
    neighbours();
    shape_.rows.resize(blocks_.blocks.size());
    for (size_t i = 0; i < blocks_.blocks.size(); ++i) fill(i);
    return std::move(shape_);
  }

 private:
  void group() {
    keys_.reserve(blocks_.blocks.size());
    std::unordered_map<uint64_t, uint32_t> numbers;
    uint32_t before = 0, number = 0;
    uint64_t key = 0;
    for (const Block& block : blocks_.blocks) {
      if (block.node != before || keys_.empty()) {
        key = path_hash(tree_, block.node), before = block.node;
        number = numbers.emplace(key, static_cast<uint32_t>(groups_.size())).first->second;
        if (number == groups_.size()) groups_.emplace_back();
      }
      keys_.push_back(key);
      shape_.shapes.push_back(number);
      Group& group = groups_[number];
      ++group.count, group.words += static_cast<float>(block.words);
      group.links += static_cast<float>(block.link_bytes), group.bytes += static_cast<float>(block.text.size());
    }
  }

  // The head that stands over each block: the last heading, and the last short block that opens a box ("Read also", "Comments").
  void find_heads() {
    Head head;
    phrases_.reserve(blocks_.blocks.size()), heads_.reserve(blocks_.blocks.size());
    std::vector<uint32_t> numbers(tree_.nodes().size(), kNone);
    for (const Block& block : blocks_.blocks) {
      heads_.push_back(head);
      const uint32_t phrase = phrase_bits(blocks_.of(block));
      phrases_.push_back(phrase);
      head.since_heading = std::min(head.since_heading + 1, 50), head.since_box = std::min(head.since_box + 1, 50);
      if (block.kind == BlockKind::heading) head.since_heading = 1, head.level = block.level;
      if (block.kind == BlockKind::heading && phrase == 0) head.since_box = 50, head.box = 0;
      if (block.words <= 8 && (phrase & ~(kCredit | kAdvert | kShareLine))) head.since_box = 1, head.box = phrase;
      uint32_t& number = numbers[parent_of(block)];
      if (number == kNone) number = static_cast<uint32_t>(parents_.size()), parents_.emplace_back();
      shape_.parents.push_back(number);
      Group& parent = parents_[number];
      ++parent.count, parent.words += static_cast<float>(block.words);
      parent.links += static_cast<float>(block.link_bytes), parent.bytes += static_cast<float>(block.text.size());
    }
  }

  void find_heading() {
    heading_ = -1;
    for (size_t i = 0; i < blocks_.blocks.size(); ++i) {
      const Block& block = blocks_.blocks[i];
      if (block.kind != BlockKind::heading) continue;
      const bool titled = !title_.empty() && squeezed(blocks_.of(block), 200).substr(0, 25) == title_.substr(0, 25);
      if (titled || (block.level == 1 && heading_ < 0)) heading_ = static_cast<int>(i);
      if (titled) return;
    }
  }

  void neighbours() {
    const size_t n = blocks_.blocks.size();
    since_.assign(n, 99), until_.assign(n, 99);
    int distance = 99;
    for (size_t i = 0; i < n; ++i) {
      since_[i] = std::min(distance, 99);
      distance = good(i) ? 1 : distance + 1;
    }
    distance = 99;
    for (size_t i = n; i-- > 0;) {
      until_[i] = std::min(distance, 99);
      distance = good(i) ? 1 : distance + 1;
    }
  }

  bool good(size_t i) const {
    const Block& b = blocks_.blocks[i];
    return b.words >= 20 && b.link_bytes * 4 < b.text.size() && inside(tree_, b.node, shape_.container);
  }

  void fill(size_t i) {
    const Block& b = blocks_.blocks[i];
    const std::string_view text = blocks_.of(b);
    const Counts counts = count(text);
    const Group& group = groups_[shape_.shapes[i]];
    FeatureRow& row = shape_.rows[i];
    size_t k = 0;
    const auto put = [&](auto value) { row[k++] = static_cast<float>(value); };
    put(b.words), put(static_cast<float>(text.size()) / static_cast<float>(b.words)), put(density(b)), put(b.links), put(counts.sentence_end);
    put(counts.punctuation), put(counts.upper), put(counts.digits), put(static_cast<int>(b.kind)), put(b.level);
    put(b.in_article), put(b.in_main), put(b.in_aside), put(b.in_nav), put(b.in_footer), put(b.in_header), put(b.in_form), put(b.in_figure);
    put(b.in_table), put(b.in_list), put(b.in_quote), put(b.strong);
    put(inside(tree_, b.node, shape_.container)), put(inside(tree_, b.node, shape_.core));
    put(static_cast<int>(tree_[b.node].depth) - static_cast<int>(tree_[shape_.container].depth)), put(container_share_);
    put(static_cast<float>(i) / static_cast<float>(blocks_.blocks.size())), put(since_[i]), put(until_[i]);
    put(heading_ < 0 ? 0 : static_cast<int>(i) > heading_ ? 1 : static_cast<int>(i) == heading_ ? 2 : -1);
    put(heading_ < 0 ? 50 : std::clamp(static_cast<int>(i) - heading_, -50, 50));
    put(group.count), put(group.words / group.count), put(group.links / (group.bytes + 1)), put(group.words);
    put(body_.share(text)), put(text.size() < 250 && !title_.empty() && spells(text, title_, 200, true));
    put(!description_.empty() && spells(text, std::string_view(description_).substr(0, 60), 100, false));
    put(shape_.prose), put((*sum_)[parent_of(b)]), put(container_like(b));
    for (int d : {-2, -1, 1, 2}) neighbour(i, d, put);
    const uint32_t phrase = phrases_[i];
    for (uint32_t bit = 1; bit <= kBylineHead; bit <<= 1) put((phrase & bit) != 0);
    for (int s = 0; s < kSignals; ++s) put(((b.near >> s) & 1) * 2 + ((b.around >> s) & 1));
    put(std::min<size_t>(repeated(text), 9));
    const Head& head = heads_[i];
    const Group& parent = parents_[shape_.parents[i]];
    put(head.since_heading), put(head.level), put(head.since_box), put(head.box);
    put(parent.count), put(parent.words / parent.count), put(parent.links / (parent.bytes + 1)), put(counts.small_words), put(counts.capital_words);
  }

  uint32_t parent_of(const Block& b) const { return b.kind == BlockKind::text ? b.node : tree_[b.node].parent; }

  // Steps up from the block until the container is met; 20 when it is not above.
  int container_like(const Block& b) const {
    int steps = 0;
    for (uint32_t node = b.node; node && steps < 20; node = tree_[node].parent, ++steps)
      if (node == shape_.container) return steps;
    return 20;
  }

  template <class Put>
  void neighbour(size_t i, int d, const Put& put) const {
    const auto at = static_cast<ptrdiff_t>(i) + d;
    if (at < 0 || at >= static_cast<ptrdiff_t>(blocks_.blocks.size())) return put(-1), put(1), put(-1), put(0);
    const Block& n = blocks_.blocks[static_cast<size_t>(at)];
    put(n.words), put(density(n)), put(static_cast<int>(n.kind)), put(keys_[static_cast<size_t>(at)] == keys_[i]);
  }

  size_t repeated(std::string_view text) { return ++seen_[fnv1a64(text.substr(0, 120))]; }

  const PageTree& tree_;
  const Blocks& blocks_;
  BodyIndex body_;
  std::string title_, description_;
  Shape shape_;
  const std::vector<float>* sum_ = nullptr;
  float container_share_ = 0;
  std::vector<uint64_t> keys_;
  struct Head {
    int since_heading = 50, level = 0, since_box = 50;
    uint32_t box = 0;
  };
  std::vector<Head> heads_;
  std::vector<uint32_t> phrases_;
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  std::vector<Group> parents_, groups_;
  std::unordered_map<uint64_t, size_t> seen_;
  std::vector<int> since_, until_;
  int heading_ = -1;
};

}  // namespace

Shape describe(const PageTree& tree, const Blocks& blocks, const Hints& hints) {
  if (blocks.blocks.empty()) return {};
  return Describer(tree, blocks, hints).run();
}

}  // namespace gesta
