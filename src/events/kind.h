// Title, section, address and text of an article in; the kind of the text and of its paragraphs out: report, live-blog, court, opinion, obituary,
// history, feature, sport, culture, markets, accident, campaign or explainer. Small models weigh title and text (language/kinds.h); what address or
// section say counts more. Paragraphs go by their own words, by the article's kind and by the paragraph before; none of them is a live blog, whose
// posts have a kind each.
#pragma once
#include <string_view>
#include <vector>

#include "language/language.h"
#include "pages/pages.h"

namespace gesta {

struct TextKinds {
  std::string_view article;
  std::vector<std::string_view> paragraphs;  // one for each of the article's
};

TextKinds kinds_of(const Article& article, const LanguageReader& reader);

}  // namespace gesta
