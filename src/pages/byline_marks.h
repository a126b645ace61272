// What speaks for a name being an author's: elements and links that are marked so, lines that open with "By" or the like, agencies of datelines, the
// owner of a site, who holds the rights. Each answers about one element, line or name; byline_pool.cpp weighs nothing, it writes the answers down.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pages/blocks.h"
#include "pages/meta.h"

namespace gesta {

std::string pieces(const PageTree& tree, uint32_t node);    // text below a node, pieces of different elements set apart by "|"
std::string box_head(const PageTree& tree, uint32_t node);  // the heading of a box about the author
bool author_link(const PageTree& tree, uint32_t node);      // rel=author, or to a folder of authors
bool names_author(const PageTree& tree, uint32_t node);     // class of an element, in languages that the signals do not know
bool names_picture(std::string_view text);                  // "Photograph by Ann Lee"
bool opens_line(std::string_view text);                     // with "By", "Von", "Posted on 3 May 2021 by"
bool long_label(std::string_view text);                     // with more than a word: "Written by"
std::string_view subject_of(std::string_view text);         // "Ann Lee is the head of ..." -> "Ann Lee "
std::string_view holder_of(std::string_view line);  // "(c) 2019 Ann Lee", "... by Ann Lee is licensed under a Creative Commons ..." -> "Ann Lee"
// What an agency's text says at its ends: "BERLIN (dpa/lno) - ..." or "(Reuters)", "Quelle: dpa".
std::string agency_of(const Blocks& blocks, size_t first, size_t last);
std::vector<std::string_view> title_parts(const Meta& meta);  // of the head's title, cut at " | " and the like
// A site that bears a person's name is that person's: the name stands in the title of the page and, without spaces, in the host.
std::string owner_of(const Meta& meta, std::string_view url);

// Of letters alone: whether a name is the site's, a login stands for nobody ("wpadmin2"), a login is made of a person's name ("jsmith").
bool of_site(const std::string& mine, const std::string& site);
bool nobody(const std::string& handle);
bool login_of(const std::string& handle, const std::string& person);
bool initials_of(std::string_view text, std::string_view person);  // "AL" of Ann Lee

bool forename(std::string_view word);
std::string spelled(std::string_view name);  // the same however it is written
std::vector<std::string> words_spelled(std::string_view name);
std::string spelled_line(std::string_view text);  // its words with one space between
bool all_in(const std::vector<std::string>& words, const std::vector<std::string>& others);

}  // namespace gesta
