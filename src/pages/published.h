// When an article appeared, with the basis of the answer. Evidence: the page's own data (JSON-LD, meta), the date that readers see beside the title
// or byline, the URL. The page's data give the time; where readers see an earlier day, or the next one (the data are in UTC), that day is taken.
// A date in the head of the page that stands alone ("Thursday, 28 January 2021") is the page's clock: it bounds the date from above, no more.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "pages/blocks.h"
#include "pages/meta.h"

namespace gesta {

struct FoundDate {
  std::string iso;  // date, or date-time with the zone as written
  Date date;
  size_t begin = 0, end = 0;  // where it stands in the text that was read
  bool guessed = false;       // 03/04/2021: the order was guessed
};

// Reads a date that starts anywhere in `text`: ISO 8601, "5 January 2021", "January 5th, 2021", "Thu, 05 Jan 2021", 05.01.2021, 01/05/2021 (order by
// `day_first` when both readings hold). Month names of some fifty languages. Only years 1990 to 2099.
std::optional<FoundDate> find_date(std::string_view text, bool day_first = false);
// The same of a value in the page's data: also seconds or thousandths since 1970 and 20210128100500.
std::optional<FoundDate> find_stamp(std::string_view written, bool day_first = false);
std::optional<FoundDate> date_in_url(std::string_view url, bool day_first = false);
// Whether 03/04/2021 is the third of April for the readers of a page: by its language, then by the country of its host.
bool day_first(const Meta& meta, std::string_view url);
std::optional<Date> month_in_url(std::string_view url);  // first day of the month of /2021/01/

struct DateEvidence {
  const PageTree& tree;
  const Blocks& blocks;
  const Meta& meta;
  std::string_view url;
  size_t first_block = 0, last_block = 0;  // of the article
  size_t heading = 0;                      // block of its title, the number of blocks when there is none
  std::string_view page = {};              // as decoded
};

// A date that readers see.
struct SeenDate {
  FoundDate found;
  const char* basis = "byline";  // or time-element
  int score = 0;                 // how much speaks for it being the article's: 3 and more will do, 5 is sure
  bool modified = false;         // "updated ..."
  bool clock = false;
  bool published = false;  // "published ..."
};

std::vector<SeenDate> seen_dates(const DateEvidence& evidence);
// "3 hours ago" in some ten languages, 0 for minutes; and what a line beside the title so tells.
std::optional<int> hours_ago(std::string_view text);
std::optional<int> age_beside_title(const DateEvidence& evidence);

struct Dates {
  Published published, modified;
};

Dates find_dates(const DateEvidence& evidence, std::string_view fetched, std::vector<std::string>& notes);

}  // namespace gesta
