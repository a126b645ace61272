// HTML bytes (UTF-8) to a flat tree in document order, parsed by lexbor with a guard on its token callback: start tags are dropped once 512
// elements are open and attribute lists are cut at 400, which keeps the tree builder linear on hostile nesting; text is never dropped, but for that
// of styles and of scripts other than JSON-LD, of which one byte is kept. Each text node knows about where in the page it began. Node 0 is the
// document; the descendants of node n are n+1 .. nodes[n].end-1.
#pragma once

#include <cstdint>  // before lexbor, which needs it
//
#include <lexbor/tag/const.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

struct Node {
  uint32_t parent = 0;
  uint32_t end = 0;   // one past the last descendant
  uint32_t page = 0;  // byte in the decoded page where the token began, 0 when unknown
  uint16_t tag = 0;   // LXB_TAG_...; LXB_TAG__TEXT for text
  uint16_t depth = 0;
  const void* dom = nullptr;  // lexbor's node, alive as long as the tree
};

constexpr size_t kMostMemory = 256u << 20;  // bytes that one page may take
double thread_seconds();                    // processor time of this thread

class PageTree {
 public:
  static PageTree parse(std::string_view html, double most_seconds = 2);  // of processor time; `html` is not needed afterwards
  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](uint32_t node) const { return nodes_[node]; }
  std::string_view text(uint32_t node) const;                              // of a text node
  std::string_view attribute(uint32_t node, std::string_view name) const;  // empty when absent
  bool has_attribute(uint32_t node, std::string_view name) const;
  // What an attribute's name is in this tree, 0 when no element has it.
  uintptr_t name_id(std::string_view name) const;
  // Values of several attributes in one walk; a bit is set for each that is there.
  uint32_t attributes(uint32_t node, std::span<const uintptr_t> names, std::span<std::string_view> values) const;
  std::string_view class_of(uint32_t node) const;
  std::string_view id_of(uint32_t node) const;
  std::string inner_text(uint32_t node) const;       // all text below, white space collapsed
  bool guarded() const { return guarded_; }          // the guard had to act
  bool out_of_room() const { return out_of_room_; }  // the rest of the page was dropped: it would take more than kMostMemory
  bool out_of_time() const { return out_of_time_; }  // likewise, most_seconds

 private:
  std::shared_ptr<void> document_;
  std::vector<Node> nodes_;
  bool guarded_ = false, out_of_room_ = false, out_of_time_ = false;
};

bool names_json_ld(std::string_view type);  // the type of a script
// Appends `text` with runs of white space (also U+00A0) as one space; no space at the start of `out` or after a space.
void append_collapsed(std::string& out, std::string_view text);
std::string collapsed(std::string_view text);

}  // namespace gesta
