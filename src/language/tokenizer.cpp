#include "language/tokenizer.h"

#include <array>

#include "base/lists.h"
#include "base/utf8.h"
#include "language/words.h"

namespace gesta {
namespace {

enum class Kind : uint8_t { space, letter, digit, apostrophe, other };

// Code points as the tokenizer sees them; one decode a step.
struct Sign {
  Kind kind = Kind::space;
  uint32_t length = 0;
  char32_t code = 0;
};

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

Kind kind_of(char32_t c) {
  if (is_space(c) || c < 0x20 || c == 0x7F) return Kind::space;
  if (c >= '0' && c <= '9') return Kind::digit;
  if (c == '\'' || c == 0x2019 || c == 0x02BC) return Kind::apostrophe;
  return is_letter(c) || c == '_' ? Kind::letter : Kind::other;
}

std::string_view without_stop(std::string_view form) { return form.ends_with('.') ? form.substr(0, form.size() - 1) : form; }

// Lower case in a small buffer: words of the lists are short.
struct Low {
  std::array<char, 24> bytes{};
  size_t size = 0;
  explicit Low(std::string_view form) {
    if (form.size() > bytes.size()) return;
    for (const char c : form) bytes[size++] = ascii_lower(c);
  }
  std::string_view view() const { return {bytes.data(), size}; }
};

bool listed(WordList list, std::string_view form) { return in_list(list, Low(without_stop(form)).view()); }

struct Clitic {
  std::string_view word;
  uint8_t head;  // bytes of the first part
};
// Written as one word, read as two (UD English: multiword tokens).
constexpr Clitic kJoined[] = {{"cannot", 3}, {"gonna", 3},   {"wanna", 3},   {"gotta", 3}, {"dont", 2},   {"didnt", 3}, {"doesnt", 4},
                              {"isnt", 2},   {"couldnt", 5}, {"wouldnt", 5}, {"wasnt", 3}, {"havent", 4}, {"lemme", 3}, {"gimme", 3}};
constexpr size_t kLongestAddress = 2048;
constexpr std::string_view kEndings[] = {"s", "m", "d", "re", "ve", "ll"};

// One run of signs without white space, cut into tokens from left to right.
class Chunk {
 public:
  Chunk(std::string_view text, uint32_t begin, uint32_t end, std::vector<Token>& tokens, bool& quoted)
      : text_(text), at_(begin), end_(end), tokens_(tokens), quoted_(quoted) {}

  void cut() {
    while (at_ < end_) {
      const Sign sign = look(at_);
      if (sign.kind == Kind::space || !(address() || word(sign) || number(sign) || run(sign))) at_ += sign.length;
    }
  }

 private:
  Sign look(uint32_t at) const {
    if (at >= end_) return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return {kind_of(byte), 1, byte};
    const CodePoint point = decode_utf8(text_.substr(0, end_), at);
    return {kind_of(point.value), point.length, point.value};
  }
  std::string_view rest() const { return text_.substr(at_, end_ - at_); }

  void add(uint32_t end, uint8_t multiword = 0) {
    Token token;
    token.span = {at_, end};
    token.form = token.span.of(text_);
    token.multiword = multiword;
    token.space_after = false;
    tokens_.push_back(token);
    at_ = end;
  }

  // URLs, e-mail addresses and names of sites, up to their last sign that is no closing punctuation.
  bool address() {
    const std::string_view all = rest().substr(0, kLongestAddress);
    const bool url = all.starts_with("http://") || all.starts_with("https://") || all.starts_with("ftp://") || all.starts_with("www.");
    size_t size = all.size();
    if (!url) {
      if (checked_ > at_) return false;
      size = plain_address(all);
      if (size == 0) return false;
    }
    while (size > 1 && std::string_view(".,;:!?)]}'\"<>").find(all[size - 1]) != std::string_view::npos) --size;
    for (const std::string_view quote : {"\u201d", "\u2019", "\u00bb"}) {
      const size_t found = all.substr(0, size).find(quote);
      if (found != std::string_view::npos && found > 0) size = found;
    }
    if (size == 0) return false;
    add(at_ + static_cast<uint32_t>(size));
    return true;
  }

  // "name@site.org", "site.com": bytes of it at the front, 0 when there is none. Looks at every byte once (checked_).
  size_t plain_address(std::string_view all) {
    size_t size = 0, dot = 0;
    bool at_sign = false;
    for (; size < all.size(); ++size) {
      const char c = all[size];
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '+';
      if (c == '.') dot = size;
      if (c == '@') at_sign = true;
      if (!plain && c != '.' && c != '@') break;
    }
    checked_ = at_ + static_cast<uint32_t>(size);
    if (dot == 0) return 0;
    if (dot + 1 == size) {  // a full stop behind it
      size = dot;
      dot = all.substr(0, size).rfind('.');
      if (dot == std::string_view::npos || dot == 0) return 0;
    }
    if (at_sign) return all[0] == '@' ? 0 : size;
    return listed(WordList::top_domain, all.substr(dot + 1, size - dot - 1)) && all.substr(0, size).find("..") == std::string_view::npos ? size : 0;
  }

  bool letter_at(uint32_t at) const { return look(at).kind == Kind::letter; }
  bool letter_or_digit_at(uint32_t at) const { return letter_at(at) || look(at).kind == Kind::digit; }

  // Letters and digits with the signs that may stand inside a word.
  uint32_t word_end() const {
    uint32_t at = at_;
    for (Sign sign = look(at); at < end_; sign = look(at)) {
      if (sign.kind == Kind::letter || sign.kind == Kind::digit || (at == at_ && (sign.code == '#' || sign.code == '@'))) {
        at += sign.length;
      } else if (sign.kind == Kind::apostrophe && letter_at(at + sign.length) && !clitic_at(at, sign)) {
        at += sign.length;
      } else if (sign.code == '&' && at - at_ <= 3 && is_upper(look(at_).code) && is_upper(look(at + 1).code) && !letter_at(at + 4)) {
        at += 1;  // AT&T
      } else if (sign.code == '-' && at > at_ && letter_or_digit_at(at + 1) && listed(WordList::prefix, text_.substr(at_, at - at_))) {
        at += 1;  // anti-war
      } else if ((sign.code == '.' && stop_inside(at)) || (sign.code == '@' && letter_at(at + 1))) {
        at += 1;
      } else {
        break;
      }
    }
    return at;
  }

  // The full stop at `at` belongs to the word: "U.S.", "Ph.D.", "e.g.", "Mr.", "J.".
  bool stop_inside(uint32_t at) const {
    const std::string_view word = text_.substr(at_, at - at_);
    const size_t last = word.rfind('.');
    const std::string_view part = last == std::string_view::npos ? word : word.substr(last + 1);
    if (part.empty()) return false;
    const bool single = part.size() == 1 || (part.size() == 2 && look(at_ + static_cast<uint32_t>(word.size() - 2)).length == 2);
    const bool inner = letter_at(at + 1);
    if (inner && part.size() > 1 && !is_upper(look(at + 1).code)) return true;          // notes.txt, alt.animals.cat
    if (single && inner) return true;                                                   // a letter, a stop, a letter
    if (inner) return listed(WordList::abbreviation, text_.substr(at_, at + 2 - at_));  // Ph.D
    if (last != std::string_view::npos) return single || listed(WordList::abbreviation, word);
    if (single) return is_upper(look(at_).code) && word != "I";
    return listed(WordList::title, word) ? (word.front() >= 'A' && word.front() <= 'Z') || word == "vs"
                                         : listed(WordList::abbreviation, word) && (abbreviates(word) || month_in_capitals(word, at));
  }
  // "NEW DELHI, DEC. 13"
  bool month_in_capitals(std::string_view word, uint32_t stop) const {
    static constexpr std::string_view kMonths[] = {"JAN", "MAR", "JUN", "JUL", "DEC"};
    return among(kMonths, word) && stop + 2 < text_.size() && text_[stop + 1] == ' ' && text_[stop + 2] >= '0' && text_[stop + 2] <= '9';
  }
  // "sun", "mar", "no" are words too: as abbreviations they are capitalised.
  static bool abbreviates(std::string_view word) {
    static constexpr std::string_view kWords[] = {"Sun", "Mar", "Sat", "Min", "Dec", "Jan", "Jun", "Jul", "Wed", "Mon", "Est", "Sec"};
    for (const std::string_view other : kWords)
      if (Low(word).view() == Low(other).view()) return word == other;
    return true;
  }

  // The apostrophe at `at` starts a clitic: 's 'm 'd 're 've 'll at the end of the word, or n't (seen at its n).
  bool clitic_at(uint32_t at, Sign sign) const {
    const uint32_t first = at + sign.length;
    for (const std::string_view ending : kEndings) {
      const uint32_t after = first + static_cast<uint32_t>(ending.size());
      if (after <= end_ && Low(text_.substr(first, ending.size())).view() == ending && !letter_or_digit_at(after)) return true;
    }
    return false;
  }

  bool word(Sign sign) {
    if (sign.kind == Kind::apostrophe) return leading_apostrophe(sign);
    if (sign.kind != Kind::letter) return false;
    const uint32_t end = word_end();
    const size_t first = tokens_.size();
    const std::string_view form = text_.substr(at_, end - at_);
    const uint32_t inside = inner_cut(form);
    if (inside > 0) add(at_ + inside);
    add(end);
    while (clitic()) {
    }
    if (tokens_.size() > first + 1) tokens_[first].multiword = static_cast<uint8_t>(tokens_.size() - first);
    return true;
  }

  // Bytes of the first part of a word that holds two: "do|n't", "can|not"; 0 for others.
  static uint32_t inner_cut(std::string_view form) {
    const Low low(form);
    for (const Clitic& joined : kJoined)
      if (low.view() == joined.word) return joined.head;
    for (const std::string_view ending : {"n't", "n\u2019t"})
      if (low.size > ending.size() && low.view().ends_with(ending)) return static_cast<uint32_t>(form.size() - ending.size());
    return 0;
  }

  bool clitic() {
    const Sign sign = look(at_);
    if (sign.kind != Kind::apostrophe) return false;
    if (clitic_at(at_, sign)) {
      uint32_t end = at_ + sign.length;
      while (letter_at(end)) end += look(end).length;
      add(end);
      return true;
    }
    const char before = text_[at_ - 1];
    if (quoted_ || letter_or_digit_at(at_ + sign.length) || (before != 's' && before != 'S')) return false;
    add(at_ + sign.length);  // the workers'
    return true;
  }

  // 'em and '90s stay whole; any other apostrophe is a quote and stands alone.
  bool leading_apostrophe(Sign sign) {
    uint32_t end = at_ + sign.length;
    const bool digits = look(end).kind == Kind::digit && look(end + 1).kind == Kind::digit && look(end + 2).kind != Kind::digit;
    if (digits) {
      end += 2;
      if (end < end_ && text_[end] == 's') ++end;
    } else if (Low(text_.substr(end, 2)).view() == "em" && !letter_at(end + 2)) {
      end += 2;
    } else if (look(end).kind == Kind::apostrophe && sign.code == look(end).code) {
      end += sign.length;  // '' for a double quote
    } else {
      quoted_ = letter_or_digit_at(end);
    }
    add(end);
    return true;
  }

  // 1,000  10:30  9/11  3.5  1990s  2nd; a unit splits off: 5|pm.
  bool number(Sign sign) {
    if (sign.kind != Kind::digit) return false;
    if (const uint32_t size = telephone(); size > 0) return add(at_ + size), true;
    uint32_t at = at_;
    while (look(at).kind == Kind::digit ||
           (std::string_view(".,:/").find(text_[at < end_ ? at : at_]) != std::string_view::npos && look(at + 1).kind == Kind::digit))
      ++at;
    uint32_t letters = at;
    while (letters < end_ && letter_at(letters)) letters += look(letters).length;
    const std::string_view unit = text_.substr(at, letters - at);
    const Sign next = look(letters);
    if (unit.empty() && next.kind == Kind::apostrophe && look(at + next.length).code == 's' && !letter_or_digit_at(at + next.length + 1) &&
        text_[at - 1] == '0') {
      add(at + next.length + 1);  // the 1990's
      return true;
    }
    const bool splits = !unit.empty() && listed(WordList::unit, unit);
    add(splits || unit.empty() ? at : word_end());
    return true;
  }

  // 555-1234 and 1-800-555-1234 stay whole: groups of digits by hyphens, the last of four; a range of years (1914-1918) does not.
  uint32_t telephone() const {
    uint32_t at = at_, digits = 0, groups = 0, first = 0;
    for (; at < end_ && at < at_ + 20; ++at) {
      if (text_[at] >= '0' && text_[at] <= '9') {
        ++digits;
      } else if (text_[at] == '-' && digits > 0) {
        if (groups++ == 0) first = digits;
        digits = 0;
      } else {
        break;
      }
    }
    return digits == 4 && groups > 0 && (first == 3 || groups > 1) ? at - at_ : 0;
  }

  // Full stops, dashes, marks of exclamation and rules in a row are one token; any other sign stands alone.
  bool run(Sign sign) {
    uint32_t at = at_ + sign.length;
    if (const uint32_t face = smiley(); face > 0) {
      at = at_ + face;
    } else if ((sign.code == '#' || sign.code == '@') && letter_at(at)) {
      at = word_end();  // #hashtag, @name
    } else if (sign.code == '!' || sign.code == '?' || sign.code == '.') {
      while (at < end_ && (text_[at] == '!' || text_[at] == '?' || text_[at] == '.')) ++at;
    } else if (std::string_view("-*=~#`+<>|$").find(static_cast<char>(sign.code)) != std::string_view::npos && sign.code < 0x80) {
      while (at < end_ && text_[at] == static_cast<char>(sign.code)) ++at;
    }
    add(at);
    return true;
  }

  // Bytes of a drawn face at the end of the run: ":)" ";-)".
  uint32_t smiley() const { return is_smiley(rest()) ? end_ - at_ : 0; }

  std::string_view text_;
  uint32_t at_, end_;
  uint32_t checked_ = 0;  // up to here there is no plain address
  std::vector<Token>& tokens_;
  bool& quoted_;  // a single quotation mark is open
};

}  // namespace

bool is_smiley(std::string_view form) {
  static constexpr std::string_view kFaces[] = {":)", ":(", ";)", ":D", ":-)", ":-(", ";-)", "=)", ":P"};
  return among(kFaces, form);
}

bool is_title_abbreviation(std::string_view form) { return form.ends_with('.') && listed(WordList::title, form); }

void tokenize(std::string_view text, Span span, std::vector<Token>& tokens) {
  bool quoted = false;
  uint32_t at = span.begin;
  while (at < span.end) {
    const auto space_at = [&](uint32_t place, uint32_t& length) {
      const auto byte = static_cast<unsigned char>(text[place]);
      if (byte > 0x20 && byte < 0x80 && byte != 0x7F) return length = 1, false;
      const CodePoint point = decode_utf8(text.substr(0, span.end), place);
      length = point.length;
      return kind_of(point.value) == Kind::space;
    };
    uint32_t length = 1, end = at;
    while (end < span.end && !space_at(end, length)) end += length;
    const size_t before = tokens.size();
    if (end > at) Chunk(text, at, end, tokens, quoted).cut();
    if (tokens.size() > before && end < span.end) tokens.back().space_after = true;
    at = end;
    while (at < span.end && space_at(at, length)) at += length;
  }
  if (!tokens.empty()) tokens.back().space_after = true;
}

}  // namespace gesta
