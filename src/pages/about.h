// Title, byline, site, section and dated posts of an article, from its JSON-LD, meta elements and the page itself.
#pragma once
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "pages/blocks.h"
#include "pages/choose.h"
#include "pages/meta.h"

namespace gesta {

// The block that shows the title, the number of blocks when there is none.
size_t find_heading(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t first_block);
std::string find_title(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t heading, size_t first_block);
// Every candidate with its numbers, for training.
void write_titles(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, size_t heading, size_t first,
                  std::ostream& out);
// Blocks of the title and of the article's text, half open.
struct PlaceInPage {
  size_t heading = 0, first = 0, last = 0;
};
std::vector<std::string> find_byline(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, const PlaceInPage& place);
// Every candidate for a name with its numbers, for training.
void write_names(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, const PlaceInPage& place, std::ostream& out);
// Dated posts of a live blog; none where there are fewer than three.
std::vector<Post> find_posts(const PageTree& tree, const Blocks& blocks, const Choice& choice, const std::vector<Paragraph>& paragraphs);
std::string find_site(const Meta& meta, std::string_view url);
std::string find_section(const PageTree& tree, const Meta& meta, std::string_view url);
// "By Ann Lee and Bob Roe, Reuters" -> {"Ann Lee", "Bob Roe"}; empty when it holds no name.
std::vector<std::string> split_byline(std::string_view text);
// What two spellings of a name or title have in common: its letters and digits, ASCII in lower case. `places`: the byte of `text` that each came
// from.
std::string letters(std::string_view text, std::vector<size_t>* places = nullptr);
std::string host_of(std::string_view url);

}  // namespace gesta
