// What the net misreads in names, titles of office and days before a subject, mended in the tree of a sentence by what the words leave no doubt of.
#pragma once
#include "language/language.h"

namespace gesta {

// Needs heads, relations and parts of speech; costs a few steps a token.
void mend_titles(Document& document, const Sentence& sentence);

}  // namespace gesta
