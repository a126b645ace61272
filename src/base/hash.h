// FNV-1a, 64 bit (Fowler, Noll, Vo): file checks and stable ids. Not for hostile keys.
#pragma once
#include <cstdint>
#include <string_view>

namespace gesta {

constexpr uint64_t kFnvOffset = 14695981039346656037ull;

constexpr uint64_t fnv1a64(std::string_view bytes, uint64_t hash = kFnvOffset) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

}  // namespace gesta
