// The dependents of every token, ascending, from the heads.
#pragma once
#include "language/language.h"

namespace gesta {

inline void fill_children(Document& document) {
  document.children.resize(document.tokens.size());
  for (auto& list : document.children) list.clear();
  for (uint32_t i = 0; i < document.tokens.size(); ++i)
    if (document.tokens[i].head != kNone) document.children[document.tokens[i].head].push_back(i);
}

}  // namespace gesta
