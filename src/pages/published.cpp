#include "pages/published.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"
#include "pages/about.h"
#include "pages/signals.h"

namespace gesta {
namespace {

constexpr std::string_view kPublishedMeta[] = {"article:published_time",
                                               "og:article:published_time",
                                               "og:published_time",
                                               "og:pubdate",
                                               "datepublished",
                                               "date.published",
                                               "publishdate",
                                               "publish-date",
                                               "publish_date",
                                               "published_time",
                                               "article.published",
                                               "published-date",
                                               "pubdate",
                                               "dc.date.issued",
                                               "dcterms.issued",
                                               "sailthru.date",
                                               "parsely-pub-date",
                                               "cxenseparse:recs:publishtime",
                                               "cxenseparse:publishtime",
                                               "article_date_original",
                                               "originalpublicationdate",
                                               "article:publicationdate",
                                               "date_published",
                                               "displaydate",
                                               "publication_date",
                                               "citation_publication_date",
                                               "bt:pubdate",
                                               "rnews:datepublished",
                                               "pdate",
                                               "regdate",
                                               "og:regdate",
                                               "og:release_date",
                                               "article:create_date",
                                               "dateposted"};
// Said of the record as often as of the article.
constexpr std::string_view kCreatedMeta[] = {
    "dc.date.created", "dcterms.created",         "datecreated", "uploaddate", "dc.date", "dcterms.date", "date",
    "created",         "og:article:created_time", "timestamp"};
constexpr std::string_view kModifiedMeta[] = {"article:modified_time", "og:updated_time",  "datemodified", "dateupdate", "last-modified",
                                              "dc.date.modified",      "dcterms.modified", "lastmod",      "revised"};
constexpr int kWillDo = 3, kSure = 5;

struct Candidate {
  FoundDate date;
  const char* basis = "none";
};
using Maybe = std::optional<Candidate>;

int apart(const FoundDate& a, const FoundDate& b) { return to_days(a.date) - to_days(b.date); }

Maybe first_meta(const Meta& meta, std::span<const std::string_view> names, bool day_first) {
  for (const std::string_view name : names)
    if (const std::string value = meta.first({name}); !value.empty())
      if (auto found = find_stamp(value, day_first)) return Candidate{*found, "meta"};
  return std::nullopt;
}

// Meta elements of other vocabularies, by what their name holds and does not hold.
Maybe named_like(const Meta& meta, std::span<const std::string_view> words, std::span<const std::string_view> others, bool day_first) {
  for (const auto& [name, values] : meta.values) {
    const auto holds = [&, key = std::string_view(name)](std::string_view word) { return key.find(word) != std::string_view::npos; };
    if (std::none_of(words.begin(), words.end(), holds) || std::any_of(others.begin(), others.end(), holds)) continue;
    for (const std::string& value : values)
      if (auto found = value.size() <= 60 ? find_stamp(value, day_first) : std::nullopt) return Candidate{*found, "meta"};
  }
  return std::nullopt;
}

// "w-published-date", "news:publicationDate"
Maybe named_like_published(const Meta& meta, bool day_first) {
  constexpr std::string_view kWords[] = {"publi", "pubdate", "pub_date", "pub-date", "pubtime"};
  constexpr std::string_view kOthers[] = {"publisher", "modif", "expir", "updat"};
  return named_like(meta, kWords, kOthers, day_first);
}

// "article_date", "created_at"
Maybe named_like_created(const Meta& meta, bool day_first) {
  constexpr std::string_view kWords[] = {"date", "create", "creation", "posted"};
  constexpr std::string_view kOthers[] = {"modif", "updat",  "expir", "event",  "birth", "start",  "end",    "valid",
                                          "revis", "review", "last",  "build",  "crawl", "cache",  "now",    "current",
                                          "today", "thumb",  "video", "access", "gener", "render", "server", "request"};
  return named_like(meta, kWords, kOthers, day_first);
}

Maybe from_json(const std::string& written, bool day_first) {
  if (auto found = find_stamp(written, day_first)) return Candidate{*found, "json-ld"};
  return std::nullopt;
}

bool key_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; }

// A key of the page's scripts that tells the day of publication: "publishedAt":"2021-01-28T..."; `at` is inside the key.
std::optional<FoundDate> after_key(std::string_view script, size_t at, bool day_first) {
  size_t begin = at, end = at;
  while (begin > 0 && at - begin < 30 && key_letter(script[begin - 1])) --begin;
  while (end < script.size() && end - at < 30 && key_letter(script[end])) ++end;
  const std::string key = to_lower(script.substr(begin, end - begin));
  const bool dated = key.ends_with("date") || key.ends_with("time") || key.ends_with("at") || key.ends_with("first") || key.ends_with("published");
  if (!dated || key.find("un") == 0 || key.find("update") != std::string::npos) return std::nullopt;
  std::string_view rest = script.substr(end, 60);
  constexpr std::string_view kGlue = "\\\"': =>";
  for (;;) {
    if (rest.starts_with("&quot;"))
      rest.remove_prefix(6);
    else if (!rest.empty() && kGlue.find(rest[0]) != std::string_view::npos)
      rest.remove_prefix(1);
    else
      break;
  }
  auto found = find_stamp(rest.substr(0, rest.find_first_of("\\\"'&<>,}")), day_first);
  return found && found->begin <= 5 ? found : std::nullopt;
}

// Last resort: keys in the page's scripts and attributes, when all of this kind name one day.
Maybe in_source(std::string_view page, bool day_first) {
  Maybe out;
  int looked = 0;
  for (const std::string_view word : {"ublish", "ublication", "ubDate", "ubdate"})
    for (size_t at = page.find(word); at != std::string_view::npos && looked < 2000; at = page.find(word, at + 1), ++looked) {
      const auto found = after_key(page, at, day_first);
      if (!found) continue;
      if (out && out->date.date != found->date) return std::nullopt;
      out = Candidate{*found, "meta"};
    }
  return out;
}

// The best of the dates that readers see; of equals the first.
const SeenDate* best_seen(const std::vector<SeenDate>& seen, bool modified, const std::optional<Date>& url_month) {
  const auto score = [&](const SeenDate& s) {
    const bool agrees = url_month && s.found.date.year == url_month->year && s.found.date.month == url_month->month;
    return s.score + (agrees ? 1 : 0);
  };
  const SeenDate* best = nullptr;
  for (const SeenDate& one : seen)
    if (!one.clock && one.modified == modified && score(one) >= kWillDo - (modified ? 2 : 0) && (!best || score(one) > score(*best))) best = &one;
  return best;
}

// 03/04/2021 is turned round when the other reading agrees with the URL's month.
void settle_order(std::vector<SeenDate>& seen, const std::optional<Date>& url_month) {
  if (!url_month) return;
  for (SeenDate& one : seen) {
    Date& date = one.found.date;
    if (!one.found.guessed || date.month == url_month->month || date.day != url_month->month || date.year != url_month->year) continue;
    std::swap(date.day, date.month);
    one.found.iso = iso(date);
  }
}

// 02-12-2025 is turned round when the page writes the other reading in words or in ISO order elsewhere, and this one nowhere.
void settle_by_others(std::vector<SeenDate>& seen) {
  const auto plain = [&](const Date& date) {
    return std::any_of(seen.begin(), seen.end(), [&](const SeenDate& one) { return !one.found.guessed && one.found.date == date; });
  };
  for (SeenDate& one : seen) {
    if (!one.found.guessed) continue;
    const Date other{one.found.date.year, one.found.date.day, one.found.date.month};
    if (plain(one.found.date) || !plain(other)) continue;
    one.found.date = other, one.found.iso = iso(other);
  }
}

// 11/01/2021 is turned round when the page's data tell the other reading.
void settle_by_data(std::vector<SeenDate>& seen, const Maybe& told) {
  if (!told || told->date.guessed) return;
  for (SeenDate& one : seen) {
    const Date other{one.found.date.year, one.found.date.day, one.found.date.month};
    if (one.found.guessed && other == told->date.date) one.found.date = other, one.found.iso = iso(other);
  }
}

// Written in UTC, or without a zone: the reader's day may be the one before or after.
bool zone_open(const FoundDate& found) {
  const std::string_view written = found.iso;
  return written.size() <= 10 || written.ends_with('Z') || written.ends_with("+00:00") || written.find_first_of("+-", 11) == std::string_view::npos;
}

// Days are often stored as their midnight in central Europe, told in UTC.
void settle_midnight(FoundDate& found, std::string_view language) {
  if (language.empty() || language.starts_with("en") || language.starts_with("pt") || language.starts_with("es")) return;
  const std::string_view time = std::string_view(found.iso).substr(std::min<size_t>(found.iso.size(), 10));
  if (!time.starts_with("T22:00") && !time.starts_with("T23:00")) return;
  if (!time.ends_with('Z') || (time.size() > 7 && time.substr(6) != ":00Z")) return;
  found.date = from_days(to_days(found.date) + 1);
  found.iso = iso(found.date);
}

class Decision {
 public:
  Decision(const DateEvidence& e, std::vector<SeenDate> seen) : e_(e), seen_(std::move(seen)), day_first_(day_first(e.meta, e.url)) {
    if (const auto found = date_in_url(e.url, day_first_)) url_ = Candidate{*found, "url"};
    const auto month = url_ ? std::optional<Date>(url_->date.date) : month_in_url(e.url);
    settle_order(seen_, month);
    json_ = from_json(e.meta.json.published, day_first_), meta_ = first_meta(e.meta, kPublishedMeta, day_first_);
    if (!meta_) meta_ = named_like_published(e.meta, day_first_);
    json_modified_ = from_json(e.meta.json.modified, day_first_), meta_modified_ = first_meta(e.meta, kModifiedMeta, day_first_);
    settle_by_others(seen_);
    for (const Maybe* told : {&json_, &meta_}) settle_by_data(seen_, *told);
    shown_ = best_seen(seen_, false, month), changed_ = best_seen(seen_, true, month);
    shown_ = before_change();
    for (Maybe* told : {&json_, &meta_}) turn_round(*told, month);
  }

  Maybe decide() {
    if (json_ && meta_ && republished()) return reconciled(*meta_);
    if (const Maybe told = json_ ? json_ : meta_) return reconciled(*told);
    Maybe created = first_meta(e_.meta, kCreatedMeta, day_first_);
    if (!created) created = named_like_created(e_.meta, day_first_);
    if (shown_ && (shown_->score >= kSure - 1 || !url_))
      return created && !earlier(*created) && shown_->score < kSure - 1 ? reconciled(*created) : seen(*shown_);
    if (url_) return url_;
    if (created) return reconciled(*created);
    if (auto said = said_published()) return said;
    if (auto changed = modified()) return changed;
    if (auto clock = clock_or_change(kWillDo + 1, false)) return clock;
    if (auto lone = lone_date()) return lone;
    if (auto teaser = own_teaser()) return teaser;
    if (auto source = in_source(e_.page, day_first_)) return source;
    return clock_or_change(kWillDo, true);
  }

  // The last day of change that the page's data or its readers' line tell.
  Maybe modified() const {
    if (json_modified_ || meta_modified_) return json_modified_ ? json_modified_ : meta_modified_;
    return changed_ ? Maybe(seen(*changed_)) : std::nullopt;
  }

  // How many of the page's data, readers' line and URL name this day.
  int witnesses(const Date& day) const {
    const auto names = [&](const Maybe& one) { return one && one->date.date == day; };
    return names(json_) + names(meta_) + names(url_) + (shown_ && shown_->found.date == day);
  }

  // What else was found, for notes.
  std::vector<Candidate> others() const {
    std::vector<Candidate> out;
    for (const Maybe& one : {json_, meta_, url_})
      if (one) out.push_back(*one);
    if (shown_) out.push_back(seen(*shown_));
    return out;
  }

 private:
  static Candidate seen(const SeenDate& s) { return {s.found, s.basis}; }
  bool earlier(const Candidate& told) const { return shown_ && apart(shown_->found, told.date) < -1; }

  // A day that is elsewhere on the page that of a change gives way to an earlier one.
  const SeenDate* before_change() const {
    if (!shown_ || !changed_ || shown_->found.date != changed_->found.date) return shown_;
    const SeenDate* best = nullptr;
    for (const SeenDate& one : seen_)
      if (!one.clock && !one.modified && one.score > kWillDo && one.found.date < shown_->found.date && (!best || one.score > best->score))
        best = &one;
    return best ? best : shown_;
  }

  // The meta elements and the line beside the title name a later day than the JSON-LD: the article came out again, as new.
  bool republished() const {
    return shown_ && shown_->score > kWillDo && shown_->found.date == meta_->date.date && apart(meta_->date, json_->date) > 1;
  }

  // A day of publication that the page tells far from the title.
  Maybe said_published() const {
    const SeenDate* said = nullptr;
    for (const SeenDate& one : seen_)
      if (one.published && !one.clock && one.score >= -3 && (!said || one.score > said->score)) said = &one;
    return said ? Maybe(seen(*said)) : std::nullopt;
  }

  // The one day that the page names on a line of its own, or the one that more speaks for than for any other; else the one day named at all.
  Maybe lone_date(int least = 0) const {
    const SeenDate* lone = nullptr;
    int other = least - 1;  // what speaks for the best of the other days
    for (const SeenDate& one : seen_) {
      if (one.clock || one.score < least) continue;
      if (lone && lone->found.date != one.found.date) other = std::max(other, std::min(lone->score, one.score));
      if (!lone || one.score > lone->score) lone = &one;
    }
    if (!lone) return least > -2 ? lone_date(least - 1) : std::nullopt;
    return other < least || (lone->score >= kWillDo - 1 && lone->score > other) ? Maybe(seen(*lone)) : std::nullopt;
  }

  // What looks like a clock but stands right before the title without a day of the week, or while another shows a later day; any day of change.
  Maybe clock_or_change(int least, bool change) const {
    const auto past = [&](const SeenDate& clock) {
      const auto later = [&](const SeenDate& other) { return other.clock && other.found.date > clock.found.date; };
      return clock.score >= kWillDo - 1 && std::any_of(seen_.begin(), seen_.end(), later);
    };
    const SeenDate* best = nullptr;
    for (const SeenDate& one : seen_)
      if (one.clock ? (one.score >= least && one.found.begin == 0) || past(one) : change && one.modified && one.score >= -3)
        if (!best || one.score > best->score) best = &one;
    return best ? Maybe(seen(*best)) : std::nullopt;
  }

  // A box of newest articles may hold this one too: the day beside its title there.
  Maybe own_teaser() const {
    const auto& all = e_.blocks.blocks;
    if (e_.heading >= all.size()) return std::nullopt;
    const std::string title = letters(e_.blocks.of(all[e_.heading]));
    if (title.size() < 12) return std::nullopt;
    Maybe out;
    for (size_t i = 0; i < all.size(); ++i) {
      if (i == e_.heading || all[i].link_bytes == 0 || all[i].text.size() > 200 || letters(e_.blocks.of(all[i])) != title) continue;
      for (size_t k = i > 0 ? i - 1 : 0; k <= std::min(i + 1, all.size() - 1); ++k) {
        if (k == i || all[k].text.size() > 30) continue;
        const auto day = find_date(e_.blocks.of(all[k]), day_first_);
        if (day && out && out->date.date != day->date) return std::nullopt;
        if (day) out = Candidate{*day, "byline"};
      }
    }
    return out;
  }

  bool is_modified(const FoundDate& date) const {
    const auto near = [&](const Maybe& one) { return one && std::abs(apart(one->date, date)) <= 1; };
    return near(json_modified_) || near(meta_modified_);
  }

  // 03/04/2021 in the page's data is turned round when the day that readers see, or the URL's month, is the other reading.
  void turn_round(Maybe& told, const std::optional<Date>& url_month) const {
    if (!told || !told->date.guessed) return;
    const Date other{told->date.date.year, told->date.date.day, told->date.date.month};
    const bool seen_so = shown_ && !shown_->found.guessed && shown_->found.date == other;
    const bool url_so = url_month && url_month->year == other.year && url_month->month == other.month && other.month != other.day;
    if (!seen_so && !url_so) return;
    told->date.date = other, told->date.iso = iso(other);
  }

  // The page's data against what its readers see.
  Maybe reconciled(Candidate told) const {
    const auto shows = [&](const SeenDate& one) {  // as well as another day, which the card of another article above the title may tell
      return !one.clock && !one.modified && one.score >= std::max(kWillDo, shown_->score) && one.found.date == told.date.date;
    };
    const bool apart_far = shown_ && std::abs(apart(shown_->found, told.date)) > 1;
    const bool confirmed = apart_far ? std::any_of(seen_.begin(), seen_.end(), shows) : shown_ && shown_->found.date == told.date.date;
    if (confirmed || (url_ && url_->date.date == told.date.date)) return told;
    if (shown_ && shown_->score > kWillDo && earlier(told) && !is_modified(shown_->found)) return seen(*shown_);
    if (zone_open(told.date)) {
      if (url_ && std::abs(apart(url_->date, told.date)) == 1) return url_;
      if (shown_ && shown_->score >= kWillDo + 1 && std::abs(apart(shown_->found, told.date)) == 1) return seen(*shown_);
    }
    settle_midnight(told.date, e_.meta.language);
    return told;
  }

  const DateEvidence& e_;
  std::vector<SeenDate> seen_;
  bool day_first_;
  Maybe json_, meta_, url_, json_modified_, meta_modified_;
  const SeenDate *shown_ = nullptr, *changed_ = nullptr;
};

const FoundDate* page_clock(const std::vector<SeenDate>& seen) {
  for (const SeenDate& one : seen)
    if (one.clock) return &one.found;
  return nullptr;
}

// The day some hours before a moment, of which the hour may be told: 2021-01-28T10:05:00Z.
Date day_before(const Date& day, std::string_view moment, int hours) {
  const bool timed = moment.size() > 13 && moment[10] == 'T' && moment[11] <= '2' && moment[12] <= '9';
  const int hour = timed ? (moment[11] - '0') * 10 + (moment[12] - '0') : 23;
  return from_days((to_days(day) * 24 + hour - hours) / 24);
}

}  // namespace

Dates find_dates(const DateEvidence& e, std::string_view fetched, std::vector<std::string>& notes) {
  Dates dates;
  Published& out = dates.published;
  const std::vector<SeenDate> seen = seen_dates(e);
  Decision decision(e, seen);
  const Maybe found = decision.decide();
  const FoundDate* clock = page_clock(seen);
  if (parse_iso_date(fetched)) out.latest = std::string(fetched);
  if (out.latest.empty() && clock && (!found || clock->date > found->date.date)) out.latest = clock->iso;
  if (!found) {
    if (clock) out.basis = "page-clock";
    if (const auto now = parse_iso_date(out.latest))
      if (const auto hours = age_beside_title(e)) out.date = iso(day_before(*now, out.latest, *hours)), out.basis = "byline", out.trust = "low";
    return dates;
  }
  const auto write = [&](const Candidate& one, Published& to) {
    to.date = one.date.iso, to.basis = one.basis;
    const int witnesses = decision.witnesses(one.date.date);
    to.trust = witnesses > 1 ? "high" : witnesses == 1 ? "medium" : "low";
  };
  write(*found, out);
  if (const Maybe modified = decision.modified(); modified && modified->date.date >= found->date.date) write(*modified, dates.modified);
  if (dates.modified.trust == "low") dates.modified.trust = "medium";  // said to be the day of change, by one witness
  if (const auto day = parse_iso_date(fetched); day && to_days(found->date.date) > to_days(*day) + 1)
    notes.push_back("date: " + out.basis + " says " + iso(found->date.date) + ", the page was fetched on " + iso(*day));
  for (const Candidate& other : decision.others())
    if (std::abs(apart(other.date, found->date)) > 2)
      notes.push_back("date: " + std::string(other.basis) + " says " + iso(other.date.date) + ", " + out.basis + " says " + iso(found->date.date));
  return dates;
}

}  // namespace gesta
