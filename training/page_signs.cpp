// Writes what the trees of src/pages see of marked pages: the input of train_pages.py, train_bylines.py and train_titles.py.
//
// usage: page_signs GOLD OUT
// GOLD  folder with gold.jsonl and pages/ (src/pages/eval.h)
// OUT   folder that is there; gets ID.tsv (blocks), ID.names.tsv and ID.titles.tsv for each page
// Target `page_signs` of a release build; a tool of training, no part of the program.
#include <cstdio>
#include <exception>

#include "pages/eval.h"

int main(int count, char** arguments) {
  if (count != 3) return std::fputs("usage: page_signs GOLD OUT\n", stderr), 2;
  try {
    gesta::PagesEvalOptions options;
    options.signs = arguments[2];
    gesta::evaluate_pages(arguments[1], options);
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "page_signs: %s\n", error.what()), 2;
  }
}
