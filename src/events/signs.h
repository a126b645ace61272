// Named signs of a decision: what speaks for it, as the models of this room look it up.
#pragma once
#include <algorithm>
#include <cstdint>
#include <forward_list>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

// A part of a sign's name. Its hash is a polynomial in its bytes (Karp and Rabin 1987), so that the hash of a name is put together from those of
// its parts, a step for each: signs are many and share most of them.
struct SignPart {
  template <size_t N>
  consteval SignPart(const char (&literal)[N]) : SignPart(std::string_view(literal, N - 1)) {}
  constexpr SignPart(std::string_view bytes) : text(bytes) {
    for (const char c : bytes) hash = hash * kBase + static_cast<unsigned char>(c) + 1, power *= kBase;
  }
  SignPart(const std::string& bytes) : SignPart(std::string_view(bytes)) {}
  constexpr void append(const SignPart& next) { hash = hash * next.power + next.hash, power *= next.power; }

  static constexpr uint64_t kBase = 0x9E3779B97F4A7C15ull;
  std::string_view text;
  uint64_t hash = 0, power = 1;
};

using SignParts = std::initializer_list<SignPart>;

// The hash of a name as a key of a table: names that end alike have hashes that lie close.
constexpr uint64_t table_key(uint64_t hash) {
  constexpr uint64_t kOdd = 0xD6E8FEB86659FD93ull;
  hash = (hash ^ (hash >> 32)) * kOdd;
  hash = (hash ^ (hash >> 32)) * kOdd;
  return hash ^ (hash >> 32);
}

inline const SignPart& either(bool first, const SignPart& one, const SignPart& other) { return first ? one : other; }

class Signs {
 public:
  struct Hash {
    uint64_t name, power;  // power: for what is put before it
  };
  // Names are kept only where somebody will read them: their hashes do for a decision.
  Signs() = default;
  explicit Signs(bool named) : named_(named) {}
  void add(SignParts name) {
    const SignPart whole = joined(name);
    hashes_.push_back({whole.hash, whole.power});
    if (named_) names_.push_back(text(name));
  }
  // The name, and the name with more behind what parts the two.
  void add_also_with(const SignPart& name, const SignPart& more, const SignPart& between = ",") { add({name}), add({name, between, more}); }
  // A part put together; it lives as long as these signs.
  SignPart join(SignParts parts) {
    SignPart whole = joined(parts);
    if (named_) whole.text = kept_.emplace_front(text(parts));
    return whole;
  }
  void append(const Signs& more) {
    hashes_.insert(hashes_.end(), more.hashes_.begin(), more.hashes_.end());
    names_.insert(names_.end(), more.names_.begin(), more.names_.end());
  }
  void drop_repeated() {
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    if (named_) {
      hashes_.clear();
      for (const std::string& name : names_) hashes_.push_back({SignPart(name).hash, SignPart(name).power});
      return;
    }
    std::sort(hashes_.begin(), hashes_.end(), [](const Hash& a, const Hash& b) { return a.name < b.name; });
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end(), [](const Hash& a, const Hash& b) { return a.name == b.name; }), hashes_.end());
  }
  bool contains(const SignPart& name) const {
    return std::any_of(hashes_.begin(), hashes_.end(), [&](const Hash& hash) { return hash.name == name.hash; });
  }
  size_t size() const { return hashes_.size(); }
  const std::vector<Hash>& hashes() const { return hashes_; }
  const std::vector<std::string>& names() const { return names_; }  // in the same order; empty where they are not kept

 private:
  static SignPart joined(SignParts parts) {
    SignPart whole(std::string_view{});
    for (const SignPart& part : parts) whole.append(part);
    return whole;
  }
  static std::string text(SignParts parts) {
    std::string whole;
    for (const SignPart& part : parts) whole += part.text;
    return whole;
  }

  bool named_ = false;
  std::vector<Hash> hashes_;
  std::vector<std::string> names_;
  std::forward_list<std::string> kept_;
};

// A number as a part of a name, no more than `most` (at most 16).
std::string_view up_to(size_t count, size_t most);
// A small whole number, from -10 to 16.
std::string_view small_number(int number);

}  // namespace gesta
