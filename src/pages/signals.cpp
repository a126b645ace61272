#include "pages/signals.h"

#include <array>
#include <cstddef>

namespace gesta {
namespace {

struct Word {
  std::string_view word;
  uint32_t bits;
};

constexpr std::array kWords = std::to_array<Word>({
    {"about", kAuthorBox},
    {"ad", kPromoWord},
    {"ads", kPromoWord},
    {"advert", kPromoWord},
    {"advertisement", kPromoWord},
    {"also", kRelatedWord},
    {"announcement", kPromoWord},
    {"article", kArticleWord},
    {"articlebody", kArticleWord | kBodyWord},
    {"articles", kRelatedWord},
    {"aside", kAsideWord},
    {"attribution", kBylineWord},
    {"author", kBylineWord},
    {"authorbox", kAuthorBox},
    {"authors", kBylineWord},
    {"banner", kPromoWord},
    {"bio", kAuthorBox},
    {"blog", kArticleWord},
    {"body", kBodyWord},
    {"bottom", kFooterWord},
    {"box", kCardWord},
    {"breadcrumb", kNavWord},
    {"breadcrumbs", kNavWord},
    {"byline", kBylineWord},
    {"bylines", kWriterWord},
    {"callout", kPromoWord},
    {"caption", kCaptionWord},
    {"card", kCardWord},
    {"cards", kCardWord},
    {"carousel", kMediaWord},
    {"categories", kTagsWord},
    {"category", kTagsWord},
    {"column", 0},
    {"columnist", kWriterWord},
    {"comment", kCommentWord},
    {"comments", kCommentWord},
    {"commercial", kPromoWord},
    {"consent", kCookieWord},
    {"contact", kFooterWord},
    {"content", kBodyWord},
    {"contributor", kWriterWord},
    {"contributors", kWriterWord},
    {"cookie", kCookieWord},
    {"cookies", kCookieWord},
    {"copy", kBodyWord},
    {"copyright", kFooterWord},
    {"creator", kWriterWord},
    {"credit", kCaptionWord},
    {"credits", kCaptionWord},
    {"cta", kPromoWord},
    {"date", kDateWord},
    {"dateline", kDateWord},
    {"dek", kLeadWord},
    {"description", kLeadWord},
    {"details", kBodyWord},
    {"disclaimer", kFooterWord},
    {"discussion", kCommentWord},
    {"disqus", kCommentWord},
    {"donate", kPromoWord},
    {"dropdown", kNavWord},
    {"editor", kWriterWord},
    {"embed", kEmbedWord},
    {"entry", kArticleWord},
    {"excerpt", kLeadWord},
    {"extra", kAsideWord},
    {"facebook", kShareWord},
    {"feed", kListWord},
    {"figcaption", kCaptionWord},
    {"figure", kMediaWord},
    {"firma", kWriterWord},
    {"flyout", kNavWord},
    {"fn", kWriterWord},
    {"follow", kShareWord},
    {"foot", kFooterWord},
    {"footer", kFooterWord},
    {"footnote", kFooterWord},
    {"form", kNewsletterWord},
    {"gallery", kMediaWord},
    {"gdpr", kCookieWord},
    {"grid", kListWord},
    {"hcard", kWriterWord},
    {"header", kHeaderWord},
    {"headline", kTitleWord},
    {"headlines", kRelatedWord},
    {"hero", kHeaderWord},
    {"hidden", kHidden},
    {"image", kMediaWord},
    {"img", kMediaWord},
    {"infobox", kAsideWord},
    {"inline", 0},
    {"instagram", kEmbedWord},
    {"intro", kLeadWord},
    {"item", kListWord},
    {"items", kListWord},
    {"journalist", kWriterWord},
    {"keyword", kTagsWord},
    {"keywords", kTagsWord},
    {"kirjoittaja", kWriterWord},
    {"label", kTagsWord},
    {"latest", kRelatedWord},
    {"lead", kLeadWord},
    {"lede", kLeadWord},
    {"legal", kFooterWord},
    {"link", kNavWord},
    {"links", kNavWord},
    {"list", kListWord},
    {"listing", kListWord},
    {"login", kPaywallWord},
    {"main", kBodyWord},
    {"masthead", kHeaderWord},
    {"media", kMediaWord},
    {"menu", kNavWord},
    {"meta", kDateWord},
    {"metadata", kDateWord},
    {"modal", kCookieWord},
    {"more", kRelatedWord},
    {"most", kRelatedWord},
    {"nav", kNavWord},
    {"navbar", kNavWord},
    {"navigation", kNavWord},
    {"news", 0},
    {"newsletter", kNewsletterWord},
    {"next", kRelatedWord},
    {"notice", kPromoWord},
    {"outbrain", kRelatedWord},
    {"pagination", kNavWord},
    {"paragraph", kBodyWord},
    {"partner", kPromoWord},
    {"paywall", kPaywallWord},
    {"penulis", kWriterWord},
    {"photo", kMediaWord},
    {"piano", kPaywallWord},
    {"popular", kRelatedWord},
    {"popup", kCookieWord},
    {"post", kArticleWord},
    {"poster", kWriterWord},
    {"posts", kRelatedWord},
    {"premium", kPaywallWord},
    {"prev", kRelatedWord},
    {"previous", kRelatedWord},
    {"privacy", kCookieWord},
    {"profile", kAuthorBox},
    {"promo", kPromoWord},
    {"promoted", kPromoWord},
    {"promotion", kPromoWord},
    {"published", kDateWord},
    {"publisher", kWriterWord},
    {"quote", 0},
    {"rail", kAsideWord},
    {"read", kRelatedWord},
    {"readmore", kRelatedWord},
    {"recent", kRelatedWord},
    {"recirc", kRelatedWord},
    {"recirculation", kRelatedWord},
    {"recommend", kRelatedWord},
    {"recommendations", kRelatedWord},
    {"recommended", kRelatedWord},
    {"redakteur", kWriterWord},
    {"redaktion", kWriterWord},
    {"register", kPaywallWord},
    {"related", kRelatedWord},
    {"replies", kCommentWord},
    {"reply", kCommentWord},
    {"reporter", kWriterWord},
    {"reporters", kWriterWord},
    {"respond", kCommentWord},
    {"reviews", kCommentWord},
    {"richtext", kBodyWord},
    {"rte", kBodyWord},
    {"schrijver", kWriterWord},
    {"search", kNavWord},
    {"share", kShareWord},
    {"sharing", kShareWord},
    {"shop", kPromoWord},
    {"sidebar", kAsideWord},
    {"sign", kNewsletterWord},
    {"signature", kWriterWord},
    {"signup", kNewsletterWord},
    {"single", kArticleWord},
    {"skip", kNavWord},
    {"skribent", kWriterWord},
    {"slider", kMediaWord},
    {"slideshow", kMediaWord},
    {"social", kShareWord},
    {"sponsor", kPromoWord},
    {"sponsored", kPromoWord},
    {"standfirst", kLeadWord},
    {"story", kArticleWord},
    {"storybody", kArticleWord | kBodyWord},
    {"strap", kLeadWord},
    {"subheadline", kLeadWord},
    {"subscribe", kNewsletterWord},
    {"subscription", kNewsletterWord},
    {"subtitle", kLeadWord},
    {"summary", kLeadWord},
    {"taboola", kRelatedWord},
    {"tag", kTagsWord},
    {"tags", kTagsWord},
    {"teaser", kRelatedWord},
    {"teasers", kRelatedWord},
    {"text", kBodyWord},
    {"thumb", kMediaWord},
    {"thumbnail", kMediaWord},
    {"ticker", kRelatedWord},
    {"time", kDateWord},
    {"timestamp", kDateWord},
    {"title", kTitleWord},
    {"toc", kNavWord},
    {"toolbar", kShareWord},
    {"tooltip", kHidden},
    {"top", 0},
    {"topic", kTagsWord},
    {"topics", kTagsWord},
    {"trending", kRelatedWord},
    {"tweet", kEmbedWord},
    {"twitter", kEmbedWord},
    {"updated", kDateWord},
    {"user", kBylineWord},
    {"vcard", kWriterWord},
    {"verfasser", kWriterWord},
    {"video", kMediaWord},
    {"weather", kAsideWord},
    {"widget", kAsideWord},
    {"widgets", kAsideWord},
    {"writer", kBylineWord},
    {"writers", kWriterWord},
    {"wysiwyg", kBodyWord},
    {"yazar", kWriterWord},
});

// The words by their hash, so that a look-up compares one or two.
constexpr size_t kSlots = 1024, kLongestWord = 24;
constexpr uint32_t kSeed = 0x811C9DC5u;
constexpr uint32_t mixed(uint32_t hash, char c) { return (hash ^ static_cast<uint32_t>(c)) * 0x01000193u; }
constexpr size_t slot_of(uint32_t hash) { return (hash ^ hash >> 15) % kSlots; }

constexpr auto make_slots() {
  std::array<uint16_t, kSlots> slots{};  // number of the word, from 1
  for (size_t i = 0; i < kWords.size(); ++i) {
    uint32_t hash = kSeed;
    for (const char c : kWords[i].word) hash = mixed(hash, c);
    size_t at = slot_of(hash);
    while (slots[at]) at = (at + 1) % kSlots;
    slots[at] = static_cast<uint16_t>(i + 1);
  }
  return slots;
}
constexpr auto kTable = make_slots();

uint32_t bits_of(std::string_view word, uint32_t hash) {
  for (size_t at = slot_of(hash); kTable[at]; at = (at + 1) % kSlots)
    if (const Word& known = kWords[kTable[at] - 1u]; known.word == word) return known.bits;
  return 0;
}

bool lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool upper_letter(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

uint32_t signals_of(std::string_view names) {
  uint32_t bits = 0, hash = kSeed;
  char word[kLongestWord];
  size_t size = 0;
  const auto flush = [&] {
    if (size >= 2 && size < kLongestWord) bits |= bits_of({word, size}, hash);
    size = 0, hash = kSeed;
  };
  char before = ' ';
  for (const char c : names.substr(0, 512)) {
    if (upper_letter(c) && lower_letter(before)) flush();
    if (lower_letter(c) || upper_letter(c)) {
      if (size < kLongestWord) word[size] = static_cast<char>(c | 0x20), hash = mixed(hash, word[size]), ++size;
    } else {
      flush();
    }
    before = c;
  }
  flush();
  return bits;
}

}  // namespace gesta
