// How long ago an article appeared, where a page tells nothing else: "3 hours ago", "vor 2 Tagen", "hace una hora".
#include <algorithm>

#include "base/lists.h"
#include "base/utf8.h"
#include "pages/byline_names.h"
#include "pages/published.h"

namespace gesta {
namespace {

constexpr std::string_view kAgo[] = {"ago", "vor", "hace", "fa", "h\xC3\xA1", "geleden", "temu", "назад", "önce", "sedan", "siden", "sitten", "lalu"};
constexpr std::string_view kOne[] = {"a", "an", "one", "einer", "einem", "une", "un", "una", "uno", "um", "uma", "een", "en", "bir"};

struct Unit {
  std::string_view begins;  // a word
  int hours;
};
constexpr Unit kUnits[] = {{"min", 0},     {"минут", 0},   {"dakika", 0}, {"hour", 1},    {"hr", 1},       {"stunde", 1},  {"std", 1},
                           {"heure", 1},   {"hora", 1},    {"ora", 1},    {"ore", 1},     {"uur", 1},      {"uren", 1},    {"godzin", 1},
                           {"час", 1},     {"saat", 1},    {"timm", 1},   {"time", 1},    {"day", 24},     {"tag", 24},    {"jour", 24},
                           {"día", 24},    {"dia", 24},    {"giorn", 24}, {"dag", 24},    {"dni", 24},     {"дня", 24},    {"дней", 24},
                           {"день", 24},   {"gün", 24},    {"week", 168}, {"woche", 168}, {"semain", 168}, {"seman", 168}, {"settiman", 168},
                           {"tygod", 168}, {"недел", 168}, {"hafta", 168}};

int number_of(std::string_view word) {
  if (among(kOne, word)) return 1;
  if (word.empty() || word.size() > 2 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
  int value = 0;
  for (const char c : word) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::optional<int> hours_ago(std::string_view text) {
  if (text.size() > 60) return std::nullopt;
  const std::string low = to_lower(text);
  const auto words = words_of_name(low);
  const bool ago = low.find("il y a ") != std::string::npos || std::any_of(words.begin(), words.end(), [](auto word) { return among(kAgo, word); });
  for (size_t i = 0; ago && i + 1 < words.size(); ++i)
    for (const Unit& unit : kUnits)
      if (const int count = number_of(words[i]); count > 0 && words[i + 1].starts_with(unit.begins)) return count * unit.hours;
  return std::nullopt;
}

}  // namespace gesta
