#include "knowledge/shouted.h"

#include <algorithm>
#include <vector>

#include "base/lists.h"
#include "base/utf8.h"
#include "knowledge/tables.h"

namespace gesta {

void read_words(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) {
    for (const Field& word : split_field(line.fields[0], ' ')) tables.small_words.insert(word.text);
  });
}

bool Knowledge::is_small_word(std::string_view lower) const { return tables_->small_words.contains(lower); }

namespace {

constexpr uint32_t kLongestName = 6;  // words

struct Word {
  size_t begin = 0, end = 0;
  bool joined = false;  // to the word before, by a blank alone
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  size_t begin = std::string_view::npos, last = 0;
  const auto close = [&](size_t end) {
    if (begin == std::string_view::npos) return;
    words.push_back({begin, end, !words.empty() && begin == last + 1 && text[last] == ' '});
    last = end, begin = std::string_view::npos;
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (!is_letter(point.value))
      close(at);
    else if (begin == std::string_view::npos)
      begin = at;
    at += point.length;
  }
  close(text.size());
  return words;
}

// With the first letter as it is and the others small, where that takes the same bytes.
std::string capitalised(std::string_view word, bool first_small) {
  std::string out;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    const size_t before = out.size();
    append_utf8(out, at == 0 && !first_small ? point.value : to_lower(point.value));
    at += point.length;
    if (out.size() - before != point.length) return std::string(word);
  }
  return out;
}

// Words of a dateline, which stays: "NICOSIA - IRAN CALLED ON IRAQ", "TEL AVIV, OCT. 11 (REUTERS) - ...".
size_t dateline(std::string_view text, const std::vector<Word>& words, const Knowledge& knowledge) {
  constexpr size_t kLongest = 60;  // bytes
  size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" - ", " -- ", " \u2013 ", " \u2014 "}) dash = std::min(dash, text.find(mark));
  if (dash > kLongest) return 0;
  size_t count = 0;
  while (count < words.size() && words[count].end <= dash) {
    const std::string small = capitalised(text.substr(words[count].begin, words[count].end - words[count].begin), true);
    if (knowledge.is_small_word(small) && small != "may" && small != "march") return 0;
    ++count;
  }
  return count;
}

bool digit(std::string_view text, size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

}  // namespace

bool is_shouted(std::string_view text) {
  constexpr size_t kWords = 3, kCapitals = 10;  // so many capitals for one small letter
  size_t capitals = 0, small = 0, words = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    const bool letter = is_letter(point.value);
    words += letter && !inside, inside = letter;
    if (letter) ++(to_lower(point.value) != point.value ? capitals : small);
    if (small > kCapitals + capitals) return false;  // it would have to shout from here on
  }
  return words >= kWords && capitals > kCapitals * small;
}

bool is_title_case(std::string_view text) {
  constexpr size_t kWords = 5, kLong = 5, kFew = 3;  // so many words, of which those of so many letters have capitals, a few at least
  size_t words = 0, length = 0, small = 0, longer = 0;
  bool capital = false;
  for (size_t at = 0; at <= text.size();) {
    const CodePoint point = at < text.size() ? decode_utf8(text, at) : CodePoint{' ', 1};
    at += point.length;
    if (is_letter(point.value)) {
      if (length == 0) capital = to_lower(point.value) != point.value;
      ++length, small += to_lower(point.value) == point.value;
    } else if (length > 0 || point.value == U'\'') {
      if (length >= kLong && !capital) return false;
      words += length > 0, longer += length >= kLong, length = 0;
    }
  }
  return words >= kWords && longer >= kFew && small > words;
}

std::string in_usual_case(std::string_view shouted, const Knowledge& knowledge) {
  std::string out(shouted);
  const bool all = is_shouted(shouted);
  const std::vector<Word> words = words_of(shouted);
  std::vector<std::string> usual;
  for (const Word& word : words) {
    const std::string_view form = shouted.substr(word.begin, word.end - word.begin);
    usual.push_back(all ? capitalised(form, false) : std::string(form));
  }
  size_t named = 0;  // words up to here are of a name
  for (size_t i = all ? dateline(shouted, words, knowledge) : 0; i < words.size(); ++i) {
    const std::string_view as_is = shouted.substr(words[i].begin, words[i].end - words[i].begin);
    const auto put = [&](std::string_view form) { std::copy(form.begin(), form.end(), out.begin() + static_cast<std::ptrdiff_t>(words[i].begin)); };
    if (named <= i) {
      std::vector<std::string_view> name;
      for (size_t k = i; k < words.size() && name.size() < kLongestName && (k == i || words[k].joined); ++k) name.push_back(usual[k]);
      if (const auto hit = knowledge.find_actor(name, std::nullopt); hit && hit->words > 1) named = i + hit->words;
    }
    const std::string small = capitalised(as_is, true);
    const bool stopped = as_is.size() == 1 && words[i].end < shouted.size() && shouted[words[i].end] == '.';  // "U.S."
    const bool month = small == "may" || small == "march";
    const bool dated = month && (digit(shouted, words[i].end + 1) || (words[i].begin > 1 && digit(shouted, words[i].begin - 2)));
    if (digit(shouted, words[i].end)) continue;  // "G20"
    const size_t before = shouted.substr(0, words[i].begin).find_last_not_of(" \"'(*-");
    const bool letter =
        before != std::string_view::npos && before > 1 && shouted[before] == '.' && i > 0 && words[i - 1].end - words[i - 1].begin == 1;
    const bool opens = before == std::string_view::npos || (!letter && std::string_view(".?!:;").find(shouted[before]) != std::string_view::npos);
    const bool letters = !all && std::count_if(as_is.begin(), as_is.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
    if (stopped || i < named || dated || letters) {
      if (!stopped) put(usual[i]);
    } else if (as_is.size() > 1 && !knowledge.is_small_word(small) && knowledge.find_actor({as_is}, std::nullopt) &&
               !knowledge.find_actor({usual[i]}, std::nullopt)) {
      continue;  // "NATO", "US"
    } else if (knowledge.is_small_word(small) || small == "a" || month) {
      put(opens ? usual[i] : small);
    } else if (i > 0 && small == "s" && words[i].begin > 0 &&
               (shouted[words[i].begin - 1] == '\'' || shouted.substr(0, words[i].begin).ends_with("\u2019"))) {
      put(small);  // "KENYA'S"
    } else {
      put(usual[i]);
    }
  }
  return out;
}

}  // namespace gesta
