// When an article appeared, with the basis of the answer. Evidence in order of trust: JSON-LD, meta, <time>, URL, byline line of the text. A date in
// the head of the page that stands alone ("Thursday, 28 January 2021") is the page's clock: it bounds the date from above and is never taken.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "pages/blocks.h"
#include "pages/meta.h"

namespace gesta {

struct FoundDate {
  std::string iso;  // date, or date-time with the zone as written
  Date date;
  size_t begin = 0, end = 0;  // where it stands in the text that was read
};

// Reads a date that starts anywhere in `text`: ISO 8601, "5 January 2021", "January 5th, 2021", "Thu, 05 Jan 2021", 05.01.2021, 01/05/2021 (order by
// `day_first` when both readings hold). Only years 1990 to 2099.
std::optional<FoundDate> find_date(std::string_view text, bool day_first = false);
std::optional<FoundDate> date_in_url(std::string_view url);

struct DateEvidence {
  const Tree& tree;
  const Blocks& blocks;
  const Meta& meta;
  std::string_view url;
  size_t first_block = 0, last_block = 0;  // of the article
};

Published find_published(const DateEvidence& evidence, std::string_view fetched, std::vector<std::string>& notes);

}  // namespace gesta
