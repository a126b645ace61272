#include "pages/tongue.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"

namespace gesta {
namespace {

struct Tongue {
  std::string_view code;
  std::string_view words;  // between spaces
};

constexpr Tongue kTongues[] = {
    {"en",
     " the of and to in that is was for on with as by at from has have his were which said be it are not this but they will would who had an been he "
     "she their its after "},
    {"de",
     " der die und den von das mit des auf ist im dem nicht ein eine als auch sich es hat bei nach wird zu sind noch einer um aus wie haben oder "
     "aber werden "},
    {"fr", " le les des du une dans que pour est sur pas par qui avec au plus ce sont ont aux cette il elle et leur mais ses deux comme ou nous "},
    {"es", " el los las del que en por con una para se no su al lo como sus m\xC3\xA1s este pero fue ha y sobre entre ser son desde tambi\xC3\xA9n "},
    {"it", " il di che la per del un in non della con una sono nel alla dei si le delle pi\xC3\xB9 anche gli da come al ha questo dal stato essere "},
    {"pt",
     " os que do da em um para com uma por mais dos das foi ao na no n\xC3\xA3o s\xC3\xA3o como mas seu sua ou quando pelo pela tamb\xC3\xA9m "},
    {"nl", " het een van en de is dat op te zijn met voor niet aan er om ook als bij naar maar uit nog heeft worden hebben wordt deze door "},
    {"pl",
     " nie si\xC4\x99 na jest do to \xC5\xBC"
     "e w z i o jak ale od po za przez dla czy tak jego by\xC5\x82 kt\xC3\xB3ry tego oraz ju\xC5\xBC "},
    {"sv", " och att det som en p\xC3\xA5 \xC3\xA4r av f\xC3\xB6r med till den har inte ett om var men sig fr\xC3\xA5n vi kan s\xC3\xA5 "},
    {"tr", " ve bir bu da de i\xC3\xA7in ile olarak \xC3\xA7ok daha olan gibi kadar sonra ise ama oldu\xC4\x9Fu en o ne "}};

struct Script {
  char32_t from, to;
  std::string_view code;
};
constexpr Script kScripts[] = {{0x400, 0x4FF, "ru"}, {0x370, 0x3FF, "el"},   {0x590, 0x5FF, "he"},   {0x600, 0x6FF, "ar"},  {0x900, 0x97F, "hi"},
                               {0xE00, 0xE7F, "th"}, {0x3040, 0x30FF, "ja"}, {0xAC00, 0xD7AF, "ko"}, {0x4E00, 0x9FFF, "zh"}};

std::string by_script(std::string_view text) {
  std::array<size_t, std::size(kScripts)> seen{};
  size_t letters = 0;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char low = static_cast<char>(text[at++] | 0x20);
      letters += low >= 'a' && low <= 'z';
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    letters += is_letter(point.value);
    for (size_t i = 0; i < seen.size(); ++i) seen[i] += point.value >= kScripts[i].from && point.value <= kScripts[i].to;
  }
  if (seen[6] * 20 > letters && letters) return "ja";  // kana among Chinese characters
  for (size_t i = 0; i < seen.size(); ++i)
    if (seen[i] * 2 > letters) return std::string(kScripts[i].code);
  return {};
}

// Each word with the tongues it belongs to, as bits.
std::unordered_map<std::string_view, uint32_t> word_table() {
  std::unordered_map<std::string_view, uint32_t> table;
  for (size_t i = 0; i < std::size(kTongues); ++i) {
    const std::string_view words = kTongues[i].words;
    for (size_t at = 1; at < words.size();) {
      const size_t end = words.find(' ', at);
      table[words.substr(at, end - at)] |= 1u << i;
      at = end + 1;
    }
  }
  return table;
}

std::string_view lower_into(std::string_view word, std::string& room) {
  room.assign(word);
  bool ascii = true;
  for (char& c : room) ascii = ascii && static_cast<unsigned char>(c) < 0x80, c = ascii_lower(c);
  if (!ascii) room = to_lower(room);
  return room;
}

}  // namespace

std::string language_of(std::string_view text) {
  text = text.substr(0, 1500);
  if (std::string code = by_script(text); !code.empty()) return code;
  std::array<size_t, std::size(kTongues)> hits{};
  size_t words = 0;
  static const auto table = word_table();
  std::string room;
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n\t,.;:!?\"()", from), text.size());
    if (end > from && end - from < 20) {
      ++words;
      if (const auto at = table.find(lower_into(text.substr(from, end - from), room)); at != table.end())
        for (size_t i = 0; i < hits.size(); ++i) hits[i] += (at->second >> i) & 1;
    }
    from = end + 1;
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  size_t second = 0;
  for (auto it = hits.begin(); it != hits.end(); ++it)
    if (it != best) second = std::max(second, *it);
  if (words < 8 || *best * 12 < words || *best < 2 || *best <= second) return {};
  return std::string(kTongues[best - hits.begin()].code);
}

}  // namespace gesta
