#include "pages/tree.h"

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>
#include <lexbor/html/tokenizer/state_rawtext.h>
#include <lexbor/html/tokenizer/state_script.h>

#include <algorithm>
#include <cstring>
#include <ctime>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kMostOpen = 512;
constexpr size_t kMostAttributes = 400;

// What the tree and all that is made of it take at most, in bytes: measured on pages of nothing but the one.
constexpr size_t kElementCost = 400, kAttributeCost = 260, kTextCost = 900;
constexpr int kTokensBetweenLooks = 4096;  // at the clock

struct Guard {
  lxb_html_tokenizer_token_f inner;
  void* inner_context;
  lxb_html_tree_t* tree;
  const lxb_char_t* begin;
  size_t room;  // bytes that are left for the tree
  double since, most_seconds;
  int tokens = 0;
  bool acted = false, out_of_room = false, out_of_time = false;
};

std::string_view view(const lxb_char_t* data, size_t size) {
  return data ? std::string_view(reinterpret_cast<const char*>(data), size) : std::string_view();
}

void spend(Guard& guard, size_t bytes) {
  guard.out_of_room |= bytes > guard.room;
  guard.room -= std::min(bytes, guard.room);
}

void cut_attributes(lxb_html_token_t* token, Guard& guard) {
  size_t count = 0;
  for (auto* attribute = token->attr_first; attribute; attribute = attribute->next) {
    if (++count < kMostAttributes) continue;
    if (attribute->next) guard.acted = true;
    attribute->next = nullptr;
    token->attr_last = attribute;
  }
  spend(guard, kElementCost + count * kAttributeCost);
}

void mark_place(const Guard& guard, const lxb_html_token_t* token, const lxb_char_t* begin) {
  const lexbor_array_t* open = guard.tree->open_elements;
  if (open->length == 0 || !begin) return;
  auto* current = static_cast<lxb_dom_node_t*>(open->list[open->length - 1]);
  auto* node = token->tag_id == LXB_TAG__TEXT ? current->last_child : current;
  if (node && !node->user) node->user = reinterpret_cast<void*>(static_cast<uintptr_t>(begin - guard.begin) + 1);
}

// Where the element's text ends: at "</script", "</style", or where a script opens a comment, which has rules of its own.
const lxb_char_t* end_of_raw(const lxb_char_t* at, const lxb_char_t* end, std::string_view name) {
  for (; (at = static_cast<const lxb_char_t*>(std::memchr(at, '<', static_cast<size_t>(end - at)))); ++at) {
    const std::string_view rest(reinterpret_cast<const char*>(at) + 1, static_cast<size_t>(end - at - 1));
    if (rest.starts_with("!--") && name == "script") return at;
    const auto same = [](char letter, char c) { return (c | 0x20) == letter; };
    const bool closes = rest.starts_with('/') && rest.size() > name.size() + 1 && std::equal(name.begin(), name.end(), rest.begin() + 1, same);
    if (closes && std::string_view("\t\n\f\r />").find(rest[name.size() + 1]) != std::string_view::npos) return at;
  }
  return end;
}

// States of the tokenizer in place of lexbor's, for scripts and styles that nobody reads: they leave one byte of the text, so that its node is there.
const lxb_char_t* skim(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* at, const lxb_char_t* end, std::string_view name,
                       lxb_html_tokenizer_state_f state) {
  tokenizer->state = state;
  if (tokenizer->is_eof) return at;
  const lxb_char_t* found = end_of_raw(at, end, name);
  return found == at ? at : found - 1;
}
const lxb_char_t* skim_script(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* at, const lxb_char_t* end) {
  return skim(tokenizer, at, end, "script", lxb_html_tokenizer_state_script_data_before);
}
const lxb_char_t* skim_style(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* at, const lxb_char_t* end) {
  return skim(tokenizer, at, end, "style", lxb_html_tokenizer_state_rawtext_before);
}

bool holds_json_ld(const lxb_html_token_t* token) {
  for (const auto* attribute = token->attr_first; attribute; attribute = attribute->next)
    if (attribute->name && attribute->name->attr_id == LXB_DOM_ATTR_TYPE && names_json_ld(view(attribute->value, attribute->value_size))) return true;
  return false;
}

void skim_unread(lxb_html_tokenizer_t* tokenizer, const lxb_html_token_t* token) {
  if (tokenizer->state == lxb_html_tokenizer_state_script_data_before && token->tag_id == LXB_TAG_SCRIPT && !holds_json_ld(token))
    tokenizer->state = skim_script;
  else if (tokenizer->state == lxb_html_tokenizer_state_rawtext_before && token->tag_id == LXB_TAG_STYLE)
    tokenizer->state = skim_style;
}

lxb_html_token_t* guarded_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* context) {
  auto& guard = *static_cast<Guard*>(context);
  if (++guard.tokens % kTokensBetweenLooks == 0) guard.out_of_time |= thread_seconds() - guard.since > guard.most_seconds;
  if (guard.out_of_room || guard.out_of_time) return token;
  const bool start = token->tag_id >= LXB_TAG__BEGIN && !(token->type & LXB_HTML_TOKEN_TYPE_CLOSE);
  if (token->tag_id == LXB_TAG__TEXT) spend(guard, kTextCost);
  if (start) {
    if (guard.tree->open_elements->length >= kMostOpen) {
      guard.acted = true;
      return token;
    }
    cut_attributes(token, guard);
  }
  const lxb_char_t* begin = token->begin;
  const bool place = start || token->tag_id == LXB_TAG__TEXT;
  auto* result = guard.inner(tokenizer, token, guard.inner_context);
  if (place && result) mark_place(guard, token, begin);
  if (start && result) skim_unread(tokenizer, token);
  return result;
}

std::string_view value_of(lxb_dom_attr_t* attribute) {
  if (!attribute) return {};
  size_t size = 0;
  const lxb_char_t* data = lxb_dom_attr_value(attribute, &size);
  return view(data, size);
}

lxb_dom_element_t* element(const Node& node) {
  if (node.tag < LXB_TAG__BEGIN) return nullptr;
  return static_cast<lxb_dom_element_t*>(const_cast<void*>(node.dom));
}

lxb_dom_attr_t* find(const Node& node, std::string_view name) {
  auto* e = element(node);
  if (!e) return nullptr;
  for (auto* attribute = e->first_attr; attribute; attribute = attribute->next) {
    size_t size = 0;
    const lxb_char_t* data = lxb_dom_attr_local_name(attribute, &size);
    if (size == name.size() && static_cast<char>(data[0]) == name[0] && view(data, size) == name) return attribute;
  }
  return nullptr;
}

uint16_t clipped(uintptr_t value) { return static_cast<uint16_t>(std::min<uintptr_t>(value, 0xFFFF)); }

std::vector<Node> flatten(lxb_dom_node_t* root) {
  std::vector<Node> nodes;
  nodes.reserve(4096);
  uint32_t parent = 0;
  for (lxb_dom_node_t* at = root; at;) {
    const auto self = static_cast<uint32_t>(nodes.size());
    const bool wanted = at->type == LXB_DOM_NODE_TYPE_ELEMENT || at->type == LXB_DOM_NODE_TYPE_TEXT || at == root;
    if (wanted) {
      Node node;
      node.parent = parent, node.dom = at, node.tag = clipped(at->local_name);
      node.depth = at == root ? uint16_t{0} : clipped(nodes[parent].depth + 1u);
      node.page = at->user ? static_cast<uint32_t>(reinterpret_cast<uintptr_t>(at->user) - 1) : 0;
      node.end = self + 1;
      nodes.push_back(node);
    }
    if (wanted && at->first_child) {
      parent = self;
      at = at->first_child;
      continue;
    }
    while (at != root && !at->next) {
      at = at->parent;
      nodes[parent].end = static_cast<uint32_t>(nodes.size());
      parent = nodes[parent].parent;
    }
    at = at == root ? nullptr : at->next;
  }
  nodes[0].end = static_cast<uint32_t>(nodes.size());
  return nodes;
}

// lexbor keeps attribute names in a table of 128 chains; pages with tens of thousands of names need a wider one.
void widen_names(lxb_html_document_t* document, lxb_html_tokenizer_t* tokenizer) {
  auto* wide = lexbor_hash_create();
  if (lexbor_hash_init(wide, 8192, sizeof(lxb_dom_attr_data_t)) != LXB_STATUS_OK) throw std::bad_alloc();
  auto* dom = lxb_dom_interface_document(document);
  lexbor_hash_destroy(dom->attrs, true);
  dom->attrs = wide;
  lxb_html_tokenizer_attrs_set(tokenizer, wide);
}

}  // namespace

double thread_seconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

PageTree PageTree::parse(std::string_view html, double most_seconds) {
  PageTree tree;
  auto* parser = lxb_html_parser_create();
  if (lxb_html_parser_init(parser) != LXB_STATUS_OK) throw std::bad_alloc();
  lxb_html_parser_scripting_set(parser, true);  // a NOSCRIPT ends where browsers see its end, whatever it leaves open
  lxb_html_document_t* document = lxb_html_parse_chunk_begin(parser);
  if (!document) throw std::bad_alloc();
  tree.document_ = std::shared_ptr<void>(document, [](void* d) { lxb_html_document_destroy(static_cast<lxb_html_document_t*>(d)); });
  auto* tokenizer = lxb_html_parser_tokenizer(parser);
  widen_names(document, tokenizer);
  lxb_dom_document_mutation_erase(lxb_dom_interface_document(document));  // else each <option> walks over all options before it
  const auto* begin = reinterpret_cast<const lxb_char_t*>(html.data());
  const size_t texts = html.size() * 9;  // the page as fetched and as decoded, its text in the tree, the blocks and the article, with room to grow
  const size_t room = texts < kMostMemory ? kMostMemory - texts : 0;
  Guard guard{tokenizer->callback_token_done, tokenizer->callback_token_ctx, parser->tree, begin, room, thread_seconds(), most_seconds};
  lxb_html_tokenizer_callback_token_done_set(tokenizer, guarded_token, &guard);
  lxb_html_parse_chunk_process(parser, begin, html.size());
  lxb_html_parse_chunk_end(parser);
  lxb_html_parser_destroy(parser);
  tree.guarded_ = guard.acted, tree.out_of_room_ = guard.out_of_room, tree.out_of_time_ = guard.out_of_time;
  tree.nodes_ = flatten(lxb_dom_interface_node(document));
  return tree;
}

std::string_view PageTree::text(uint32_t node) const {
  if (nodes_[node].tag != LXB_TAG__TEXT) return {};
  const auto* data = static_cast<const lxb_dom_character_data_t*>(nodes_[node].dom);
  return view(data->data.data, data->data.length);
}

std::string_view PageTree::attribute(uint32_t node, std::string_view name) const { return value_of(find(nodes_[node], name)); }
bool PageTree::has_attribute(uint32_t node, std::string_view name) const { return find(nodes_[node], name) != nullptr; }

uintptr_t PageTree::name_id(std::string_view name) const {
  auto* document = static_cast<lxb_html_document_t*>(document_.get());
  const auto* found =
      lxb_dom_attr_data_by_local_name(lxb_dom_interface_document(document)->attrs, reinterpret_cast<const lxb_char_t*>(name.data()), name.size());
  return found ? found->attr_id : 0;
}

uint32_t PageTree::attributes(uint32_t node, std::span<const uintptr_t> names, std::span<std::string_view> values) const {
  uint32_t seen = 0;
  auto* e = element(nodes_[node]);
  for (auto* attribute = e ? e->first_attr : nullptr; attribute; attribute = attribute->next)
    for (size_t i = 0; i < names.size(); ++i)
      if (attribute->node.local_name == names[i] && !(seen >> i & 1)) values[i] = value_of(attribute), seen |= 1u << i;
  return seen;
}

std::string_view PageTree::class_of(uint32_t node) const {
  const auto* e = element(nodes_[node]);
  return e ? value_of(e->attr_class) : std::string_view();
}

std::string_view PageTree::id_of(uint32_t node) const {
  const auto* e = element(nodes_[node]);
  return e ? value_of(e->attr_id) : std::string_view();
}

std::string PageTree::inner_text(uint32_t node) const {
  std::string out;
  for (uint32_t i = node; i < nodes_[node].end; ++i)
    if (nodes_[i].tag == LXB_TAG__TEXT) append_collapsed(out, text(i));
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool names_json_ld(std::string_view type) {
  constexpr std::string_view kName = "application/ld+json";
  return type.size() >= kName.size() && std::equal(kName.begin(), kName.end(), type.begin(), [](char b, char a) { return ascii_lower(a) == b; });
}

void append_collapsed(std::string& out, std::string_view text) {
  bool space = out.empty() || out.back() == ' ';
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > 0x20 && static_cast<unsigned char>(text[end]) != 0xC2) ++end;
    if (end > i) out.append(text, i, end - i), space = false, i = end;
    if (i == text.size()) return;
    const bool nbsp = i + 1 < text.size() && static_cast<unsigned char>(text[i]) == 0xC2 && static_cast<unsigned char>(text[i + 1]) == 0xA0;
    if (static_cast<unsigned char>(text[i]) == 0xC2 && !nbsp) {
      out.push_back(text[i++]);
      space = false;
      continue;
    }
    i += nbsp ? 2 : 1;
    if (!space) out.push_back(' ');
    space = true;
  }
}

std::string collapsed(std::string_view text) {
  std::string out;
  append_collapsed(out, text);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace gesta
