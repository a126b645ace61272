// Saved text pages and ready texts. A saved page keeps its menus: the head ("Home / News / ...", a clock line), the title and what follows "Check
// Also" are told apart from the article by their shape. Text offsets are page offsets in both, so the byte map has one run per paragraph.
#pragma once
#include "pages/pages.h"

namespace gesta {

Result<Article> read_ready(const Page& page);
Result<Article> read_plain(const Page& page);

}  // namespace gesta
