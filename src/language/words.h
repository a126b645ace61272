// Closed lists of words that the tokenizer and the splitter know, sorted, looked up by binary search. Facts of English spelling, read off
// the English treebanks and news style; nothing here is a rule for one text.
#pragma once
#include <string_view>

namespace gesta {

enum class WordList {
  title,         // abbreviation before a name or a number: never ends a sentence
  abbreviation,  // other abbreviations written with a full stop; may end a sentence
  prefix,        // joined to the next word by a hyphen that does not split
  unit,          // split off a number: "5|pm"
  top_domain,    // last part of an address
  starter,       // words that, capitalised, seldom stand inside a name: begin a sentence
  speech,        // verbs after a closed quotation
};

// `lower`: the word in lower case, without its full stop.
bool in_list(WordList list, std::string_view lower);

}  // namespace gesta
