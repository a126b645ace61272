// Is a value in a short list, or a word in a string of words? Asked by walking it: a few dozen words need no table.
#pragma once
#include <algorithm>
#include <iterator>
#include <string_view>

namespace gesta {

template <class List, class Value>
bool among(const List& list, const Value& value) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

// Every word of the string stands between blanks: " kill die ".
inline bool has_word(std::string_view words, std::string_view word) {
  for (size_t at = words.find(word); at != std::string_view::npos && !word.empty(); at = words.find(word, at + 1))
    if (at > 0 && words[at - 1] == ' ' && at + word.size() < words.size() && words[at + word.size()] == ' ') return true;
  return false;
}

}  // namespace gesta
