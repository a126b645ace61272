// Hashes. Not for hostile keys.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gesta {

// FNV-1a, 64 bit (Fowler, Noll, Vo): file checks and stable ids.
constexpr uint64_t kFnvOffset = 14695981039346656037ull;

constexpr uint64_t fnv1a64(std::string_view bytes, uint64_t hash = kFnvOffset) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

// For tables in memory: eight bytes a step, where fnv1a64 takes one. Differs between machines of different byte order.
inline uint64_t table_hash(std::string_view bytes) {
  uint64_t hash = bytes.size() * 0x9E3779B97F4A7C15ull, word = 0;
  const auto mix = [&] { hash = (hash ^ word) * 0xD6E8FEB86659FD93ull, hash ^= hash >> 32; };
  for (; bytes.size() > sizeof word; bytes.remove_prefix(sizeof word)) std::memcpy(&word, bytes.data(), sizeof word), mix();
  word = 0;
  std::memcpy(&word, bytes.data(), bytes.size());
  mix();
  mix();
  return hash;
}

}  // namespace gesta
