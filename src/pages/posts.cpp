// The dated posts of a live blog: elements with a time that are of one make, three and more, in the order of their times, each with text of the
// article around or behind it.
#include <algorithm>
#include <map>

#include "base/hash.h"
#include "pages/about.h"
#include "pages/published.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr size_t kMostPosts = 500;

struct Stamp {
  uint32_t node;
  std::string date;
};

// Tags and classes of the element and of the two around it.
uint64_t make_of(const PageTree& tree, uint32_t node) {
  uint64_t hash = kFnvOffset;
  for (int up = 0; up < 3 && node; ++up, node = tree[node].parent) hash = fnv1a64(tree.class_of(node).substr(0, 128), (hash ^ tree[node].tag) * 31);
  return hash;
}

// The <time> elements of the article's part of the page, with day and hour, by their make; the most frequent make.
std::vector<Stamp> stamps(const PageTree& tree, uint32_t begin, uint32_t end) {
  std::map<uint64_t, std::vector<Stamp>> makes;
  for (uint32_t node = begin; node < end; ++node) {
    if (tree[node].tag != LXB_TAG_TIME) continue;
    const auto found = find_date(tree.attribute(node, "datetime"));
    if (found && found->iso.size() > 10)
      if (auto& list = makes[make_of(tree, node)]; list.size() < kMostPosts) list.push_back({node, found->iso});
  }
  std::vector<Stamp> best;
  for (auto& [make, list] : makes)
    if (list.size() > best.size()) best = std::move(list);
  return best;
}

bool in_order(const std::vector<Stamp>& stamps) {
  size_t up = 0, down = 0;
  for (size_t i = 1; i < stamps.size(); ++i) up += stamps[i - 1].date<stamps[i].date, down += stamps[i - 1].date> stamps[i].date;
  return std::min(up, down) * 10 <= stamps.size() && up + down > 0;
}

// The largest element around a time that holds no other of them.
uint32_t post_of(const PageTree& tree, const std::vector<Stamp>& stamps, size_t i) {
  const uint32_t before = i > 0 ? stamps[i - 1].node : 0, after = i + 1 < stamps.size() ? stamps[i + 1].node : UINT32_MAX;
  uint32_t node = stamps[i].node;
  for (uint32_t up = tree[node].parent; up && !(up <= before && before > 0) && tree[up].end <= after && tree[up].tag != LXB_TAG_BODY;
       up = tree[up].parent)
    node = up;
  return node;
}

}  // namespace

std::vector<Post> find_posts(const PageTree& tree, const Blocks& blocks, const Choice& choice, const std::vector<Paragraph>& paragraphs) {
  if (choice.first >= choice.last) return {};
  const uint32_t first = blocks.blocks[choice.first].node, last = blocks.blocks[choice.last - 1].last;
  const std::vector<Stamp> times = stamps(tree, first > 60 ? first - 60 : 1, std::min(last + 1, static_cast<uint32_t>(tree.nodes().size())));
  if (times.size() < 3 || !in_order(times)) return {};
  std::vector<Post> posts;
  size_t block = choice.first, paragraph = 0;  // both move forward only
  for (size_t i = 0; i < times.size(); ++i) {
    const uint32_t node = post_of(tree, times, i);
    const bool bare = node == times[i].node || tree[node].end <= times[i].node + 8;  // the time stands alone before its text
    const uint32_t end = !bare ? tree[node].end : i + 1 < times.size() ? times[i + 1].node : last + 1;
    Post post{{0, 0}, times[i].date};
    for (; block < choice.last && blocks.blocks[block].last < end; ++block) {
      if (!choice.keep[block]) continue;
      const Span span = paragraphs[paragraph++].span;
      if (blocks.blocks[block].last < node) continue;
      if (post.text.end == 0) post.text.begin = span.begin;
      post.text.end = span.end;
    }
    if (post.text.end > 0) posts.push_back(std::move(post));
  }
  return posts.size() >= 3 ? posts : std::vector<Post>{};
}

}  // namespace gesta
