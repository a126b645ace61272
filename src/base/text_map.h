// Tables of text, asked far more often than filled: open addressing (tsl::robin_map), half the time of std::unordered_map. The keys live elsewhere.
// A value stays where it is only until the next is added; through an iterator it is changed by `it.value()`.
#pragma once
#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "base/hash.h"

namespace gesta {

struct TextHash {
  size_t operator()(std::string_view text) const { return table_hash(text); }
};

template <class Value>
using TextMap = tsl::robin_map<std::string_view, Value, TextHash, std::equal_to<>, std::allocator<std::pair<std::string_view, Value>>, true>;
using TextSet = tsl::robin_set<std::string_view, TextHash, std::equal_to<>, std::allocator<std::string_view>, true>;

}  // namespace gesta
