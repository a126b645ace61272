// Title, section, address and text of an article in; the kind of text out: report, live-blog, court, opinion, obituary, history, feature, sport,
// culture, markets, accident, campaign or explainer. Cues of the page (section, title) and words of the text give points; `report` is what is left.
#pragma once
#include <string_view>

#include "pages/pages.h"

namespace gesta {

std::string_view kind_of(const Article& article);

}  // namespace gesta
