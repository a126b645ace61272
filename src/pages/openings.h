// What a block opens with ("read also", "sign up", "photo:", "by "): takes its text, gives the kinds of box that begin so, most of which are no part
// of the article.
#pragma once
#include <cstdint>
#include <string_view>

namespace gesta {

enum Phrase : uint32_t {
  kReadAlso = 1,
  kSignUp = 2,
  kCredit = 4,
  kFollow = 8,
  kAdvert = 16,
  kRights = 32,
  kCommentsHead = 64,
  kShareLine = 128,
  kCookieText = 256,
  kBylineHead = 512
};

uint32_t phrase_bits(std::string_view text);  // bits of Phrase

}  // namespace gesta
