// What the names on an element (tag, class, id, role, itemprop) say about its content, as bits. Names are split at anything that is no letter and
// at lower-to-upper borders; each piece is looked up in one table. The idea goes back to Readability's regular expressions; here a bit is only
// evidence that the block chooser weighs.
#pragma once
#include <cstdint>
#include <string_view>

namespace gesta {

enum Signal : uint32_t {
  kArticleWord = 1u << 0,
  kBodyWord = 1u << 1,
  kCommentWord = 1u << 2,
  kAsideWord = 1u << 3,
  kNavWord = 1u << 4,
  kFooterWord = 1u << 5,
  kShareWord = 1u << 6,
  kRelatedWord = 1u << 7,
  kPromoWord = 1u << 8,
  kBylineWord = 1u << 9,
  kCaptionWord = 1u << 10,
  kDateWord = 1u << 11,
  kNewsletterWord = 1u << 12,
  kCookieWord = 1u << 13,
  kHeaderWord = 1u << 14,
  kTitleWord = 1u << 15,
  kTagsWord = 1u << 16,
  kMediaWord = 1u << 17,
  kEmbedWord = 1u << 18,
  kListWord = 1u << 19,
  kHidden = 1u << 20,
  kPaywallWord = 1u << 21,
  kLeadWord = 1u << 22,
  kAuthorBox = 1u << 23,
  kCardWord = 1u << 24,
  kWriterWord = 1u << 25,  // of bylines, for which alone it is
};
constexpr int kSignals = 25;  // that blocks are chosen by

uint32_t signals_of(std::string_view names);

}  // namespace gesta
