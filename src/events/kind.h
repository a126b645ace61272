// Title, section, address and text of an article in; the kind of text out: report, live-blog, court, opinion, obituary, history, feature, sport,
// culture, markets, accident, campaign or explainer. A small model weighs title and text (language/kinds.h); what address or section say counts more.
#pragma once
#include <string_view>

#include "language/language.h"
#include "pages/pages.h"

namespace gesta {

std::string_view kind_of(const Article& article, const LanguageReader& reader);

}  // namespace gesta
