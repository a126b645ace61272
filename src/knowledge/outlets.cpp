// The country of a newsroom by the name of its outlet or the address of its pages.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "knowledge/gazetteer.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

constexpr size_t kLongestName = 8;  // words

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (size_t at = 0; words.size() <= kLongestName;) {
    const size_t from = name.find_first_not_of(" ()", at);
    if (from == std::string_view::npos) break;
    const size_t to = std::min(name.find_first_of(" ()", from), name.size());
    words.push_back(name.substr(from, to - from));
    at = to;
  }
  return words;
}

// What a newspaper calls itself beside its place: jamaica-gleaner.com, kyivpost.com, timesofisrael.com.
constexpr std::array<std::string_view, 54> kPapers = {
    "post",     "times",    "herald",  "news",      "daily",    "today",    "tribune",     "star",    "sun",        "mail",     "gazette",
    "observer", "guardian", "monitor", "insider",   "live",     "online",   "press",       "journal", "review",     "standard", "chronicle",
    "express",  "mirror",   "gleaner", "nation",    "voice",    "report",   "world",       "weekly",  "network",    "tv",       "radio",
    "24",       "now",      "info",    "telegraph", "national", "business", "independent", "globe",   "web",        "inquirer", "courier",
    "record",   "dispatch", "echo",    "argus",     "examiner", "citizen",  "register",    "evening", "advertiser", "bulletin"};

// Of a state or a capital; empty for other actors.
std::string_view land_of(const std::optional<NameHit>& hit) {
  const bool land = hit && (hit->actor.kind == "state" || hit->actor.kind == "capital") && hit->actor.country.size() == 3;
  return land ? hit->actor.country : std::string_view();
}

}  // namespace

// By the domain of a country, else by a country or capital in the name of the site.
std::string_view Knowledge::country_of_address(std::string_view address) const {
  if (const size_t scheme = address.find("://"); scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/:?#"));
  const size_t dot = address.rfind('.');
  if (dot == std::string_view::npos || address.find(' ') != std::string_view::npos) return {};
  const auto domain = tables_->countries.domains.find(address.substr(dot + 1));
  if (domain != tables_->countries.domains.end()) return domain->second;
  std::string_view site = address.substr(0, dot);
  site.remove_prefix(site.rfind('.') + 1);  // 0 without a dot
  const auto country = [&](std::string word) -> std::string_view {
    if (word.size() < 4) return {};
    word[0] = static_cast<char>(word[0] & ~0x20);
    return land_of(find_actor({word}, std::nullopt));
  };
  for (const std::string_view paper : kPapers)
    for (const std::string_view joint : {"-", ""}) {
      const std::string behind = std::string(joint) + std::string(paper), before = std::string(paper) + (joint.empty() ? "of" : "-");
      if (site.ends_with(behind))
        if (const auto found = country(std::string(site.substr(0, site.size() - behind.size()))); !found.empty()) return found;
      if (site.starts_with(before))
        if (const auto found = country(std::string(site.substr(before.size()))); !found.empty()) return found;
    }
  return {};
}

namespace {

constexpr uint32_t kTown = 100000, kSingular = 4;  // people; times as many as in any namesake abroad

bool is_paper(std::string_view word) { return std::find(kPapers.begin(), kPapers.end(), to_lower(word.substr(0, word.find('-')))) != kPapers.end(); }

// Of the largest town or state of that very name, unless one abroad is nearly as large.
std::string_view country_of_large_town(const Gazetteer& gazetteer, std::string_view name) {
  const std::vector<Place> found = gazetteer.find(name);
  const auto large = std::find_if(found.begin(), found.end(),
                                  [&](const Place& p) { return p.kind <= Place::Kind::admin1 && p.population >= kTown && p.name == name; });
  if (large == found.end()) return {};
  const bool alone = std::none_of(found.begin(), found.end(),
                                  [&](const Place& p) { return p.country != large->country && p.population > large->population / kSingular; });
  return alone ? large->country : std::string_view();
}

}  // namespace

std::string_view country_of_newsroom(const Knowledge& knowledge, const Gazetteer& gazetteer, std::string_view name) {
  if (const std::string_view told = knowledge.country_of_outlet(name); !told.empty()) return told;
  if (const size_t open = name.rfind('('); open != name.npos && name.ends_with(')')) {
    const std::vector<Place> found = gazetteer.find(name.substr(open + 1, name.size() - open - 2));
    const auto town = std::find_if(found.begin(), found.end(), [](const Place& p) { return p.kind == Place::Kind::city; });
    return town == found.end() ? std::string_view() : town->country;
  }
  const auto words = words_of(name);
  if (std::none_of(words.begin(), words.end(), is_paper)) return {};
  for (size_t first = 0; first < words.size(); ++first)
    for (size_t last = words.size(); last > first; --last) {
      const std::string_view run(words[first].data(), static_cast<size_t>(words[last - 1].data() + words[last - 1].size() - words[first].data()));
      const bool beside = (last < words.size() && is_paper(words[last])) || (first > 0 && is_paper(words[first - 1]));
      if (!beside || is_paper(words[last - 1])) continue;
      if (const std::string_view told = country_of_large_town(gazetteer, run); !told.empty()) return told;
    }
  return {};
}

bool Knowledge::reports_on_world(std::string_view outlet) const {
  const auto words = words_of(outlet);
  const auto hit = find_actor(words, std::nullopt);
  return hit && hit->words == words.size() && hit->actor.kind == "outlet" && !hit->actor.title.empty();
}

std::string_view Knowledge::country_of_outlet(std::string_view name) const {
  const auto words = words_of(name);
  std::string_view told;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto hit = find_actor({words.begin() + static_cast<std::ptrdiff_t>(i), words.end()}, std::nullopt);
    const bool whole = i == 0 || (i == 1 && words[0] == "The");
    if (hit && whole && i + hit->words == words.size() && hit->actor.kind == "outlet")
      return hit->actor.title.empty() ? hit->actor.country : std::string_view();
    if (const auto people = country_of_adjective(words[i])) told = *people;
    if (const auto land = land_of(hit); !land.empty()) told = land;
  }
  return told.empty() ? country_of_address(name) : told;
}

}  // namespace gesta
