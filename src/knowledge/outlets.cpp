// The country of a newsroom by the name of its outlet.
#include "knowledge/knowledge.h"

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

}  // namespace

std::string_view Knowledge::country_of_outlet(std::string_view name) const {
  const auto words = words_of(name);
  std::string_view told;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto hit = find_actor({words.begin() + static_cast<std::ptrdiff_t>(i), words.end()}, std::nullopt);
    if (hit && i == 0 && hit->words == words.size() && hit->actor.kind == "outlet") return hit->actor.country;
    if (const auto people = country_of_adjective(words[i])) told = *people;
    if (hit && (hit->actor.kind == "state" || hit->actor.kind == "capital") && hit->actor.country.size() == 3) told = hit->actor.country;
  }
  return told;
}

}  // namespace gesta
