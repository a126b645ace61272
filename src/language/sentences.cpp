// Where sentences end: after a full stop, a question or exclamation mark and the quotes and brackets that close behind it, unless the next
// word shows that the sentence goes on. Abbreviations that stand before names never end one; others only before a word that starts one.
#include <algorithm>
#include <string>

#include "base/lists.h"
#include "base/utf8.h"
#include "language/sentence_ends.h"
#include "language/tokenizer.h"
#include "language/words.h"

namespace gesta {
namespace {

constexpr std::string_view kClosing[] = {")", "]", "}", "\u201d", "\u2019", "\u00bb", "''"};
constexpr std::string_view kOpening[] = {"(", "[", "{", "\u201c", "\u2018", "\u00ab", "``"};

bool terminal(std::string_view form) {
  return form == "." || form == "\u2026" || form == "\u3002" || form.find_first_not_of("!?.") == std::string_view::npos;
}

bool starts_lower(std::string_view form) {
  const char32_t c = decode_utf8(form, 0).value;
  return is_letter(c) && !is_upper(c);
}

// Too long for one sentence: behind the last semicolon or comma of its second half.
uint32_t soft_cut(const std::vector<Token>& tokens, uint32_t first, uint32_t longest) {
  for (uint32_t i = longest; i > first + kLongestSentence / 2; --i)
    if (tokens[i - 1].form == ";" || tokens[i - 1].form == ",") return i;
  return longest;
}

class Splitter {
 public:
  Splitter(const std::vector<Token>& tokens, uint32_t first) : tokens_(tokens), at_(first), end_(static_cast<uint32_t>(tokens.size())) {}

  // End (half open) of the sentence that starts at `first`.
  uint32_t next(uint32_t first) {
    at_ = first;
    bool quote = false;  // a straight double quote is open
    int depth = 0;       // brackets
    const uint32_t longest = std::min(end_, first + kLongestSentence);
    for (uint32_t i = first; i < longest; ++i) {
      const std::string_view form = tokens_[i].form;
      if (form == "\"") quote = !quote;
      if (form == "(" || form == "[") ++depth;
      if ((form == ")" || form == "]") && depth > 0) --depth;
      if (i + 1 == end_) break;
      if (!may_end(i)) continue;
      const uint32_t after = closing(i + 1, quote);
      if (after < longest && after < end_ && starts(i, after)) return after;
    }
    return longest == end_ ? end_ : soft_cut(tokens_, first, longest);
  }

 private:
  bool may_end(uint32_t i) const {
    const std::string_view form = tokens_[i].form;
    return terminal(form) || (form.size() > 1 && form.ends_with('.') && !is_title_abbreviation(form));
  }
  uint32_t closing(uint32_t i, bool quote) const {
    for (; i < end_; ++i) {
      const std::string_view form = tokens_[i].form;
      const bool glued = !tokens_[i - 1].space_after;
      if (form == "\"" && glued && (quote || tokens_[i].space_after)) {
        quote = false;
      } else if (form == "[" && glued && i + 2 < end_ && number(i + 1) && tokens_[i + 2].form == "]") {
        i += 2;  // the mark of a note
      } else if (is_smiley(form)) {
      } else if (form == "'" && !tokens_[i - 1].space_after && tokens_[i].space_after) {
      } else if (!among(kClosing, form) || tokens_[i - 1].space_after) {
        break;
      }
    }
    return i;
  }

  // A sentence may start at `after`, the mark being token `mark`.
  bool starts(uint32_t mark, uint32_t after) const {
    if (!tokens_[after - 1].space_after) return false;
    const std::string_view form = tokens_[mark].form, next = tokens_[after].form;
    if (starts_lower(next) && (after > mark + 1 || form.size() > 1 || !terminal(form))) return false;
    if (!terminal(form)) return abbreviation_ends(mark, after);
    if (form == "." && mark > 0 && list_number(mark)) return false;
    if (after > mark + 1 && form != "." && speech_follows(after)) return false;
    if (next == "." || next == "," || next == ";" || next == ":" || next == "-" || next == "--") return false;
    return true;
  }
  bool number(uint32_t i) const { return tokens_[i].form.find_first_not_of("0123456789") == std::string_view::npos; }
  bool list_number(uint32_t mark) const { return mark == at_ + 1 && number(mark - 1); }

  // "... in the U.S. The army ...": a single initial before a name goes on.
  bool abbreviation_ends(uint32_t mark, uint32_t after) const {
    const std::string_view form = tokens_[mark].form;
    uint32_t word = after;
    while (word < end_ && (tokens_[word].form == "\"" || among(kOpening, tokens_[word].form))) ++word;
    if (word == end_) return false;
    const bool initial = form.size() == 2;
    const bool starter = in_list(WordList::starter, to_lower(tokens_[word].form)) && starts_upper(tokens_[word].form);
    return starter && !initial;
  }
  bool speech_follows(uint32_t after) const {
    for (uint32_t i = after; i < std::min(end_, after + 4); ++i) {
      if (terminal(tokens_[i].form) || tokens_[i].form == "\"" || tokens_[i].form == "\u201c") return false;
      if (in_list(WordList::speech, tokens_[i].form)) return true;
    }
    return false;
  }
  const std::vector<Token>& tokens_;
  uint32_t at_;  // first token of the sentence
  uint32_t end_;
};

}  // namespace

std::vector<uint32_t> rule_ends(const std::vector<Token>& tokens, uint32_t first) {
  std::vector<uint32_t> ends;
  Splitter splitter(tokens, first);
  for (uint32_t at = first; at < tokens.size(); at = ends.back()) ends.push_back(splitter.next(at));
  return ends;
}

namespace {

constexpr std::string_view kWeekday[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr uint32_t kHeadingWords = 40, kHeadlineWords = 16, kFewWords = 4;

bool figures(std::string_view form, size_t least, size_t most) {
  return form.size() >= least && form.size() <= most && form.find_first_not_of("0123456789") == std::string_view::npos;
}

// A heading, the full day of writing and the text in one paragraph ("Crane falls in Mecca Saturday, September 12, 2015 A storm ..."): where the day
// begins and ends; 0, 0 when there is none. A day that belongs to its sentence follows a small word or sign.
std::pair<uint32_t, uint32_t> dateline(const std::vector<Token>& tokens, uint32_t first) {
  const auto last = static_cast<uint32_t>(tokens.size());
  for (uint32_t i = first + 2; i + 6 < last && i < first + kHeadingWords; ++i) {
    if (terminal(tokens[i].form)) break;
    if (!among(kWeekday, tokens[i].form) || tokens[i + 1].form != "," || !figures(tokens[i + 3].form, 1, 2) || tokens[i + 4].form != ",") continue;
    if (!figures(tokens[i + 5].form, 4, 4) || tokens[i + 6].form == "," || tokens[i + 6].form == ".") break;
    if (tokens[i - 1].form.size() < 4 && starts_lower(tokens[i - 1].form)) break;
    if (!is_letter(decode_utf8(tokens[i - 1].form, 0).value) && !figures(tokens[i - 1].form, 1, 9)) break;
    return {i, i + 6};
  }
  return {0, 0};
}

std::vector<uint32_t> learned_ends(const std::vector<Token>& tokens, uint32_t first, const SentenceEnds& model) {
  const auto last = static_cast<uint32_t>(tokens.size());
  const bool headline = last - first <= kHeadlineWords && last > first && !terminal(tokens[last - 1].form);
  const ParagraphSigns paragraph(tokens, first, last, rule_ends(tokens, first));
  const auto [day, text] = dateline(tokens, first);
  std::vector<uint32_t> ends, signs;
  uint32_t start = first;
  for (uint32_t end = first + 1; end < last; ++end) {
    if (end <= text) {  // the heading has no other end
      if (end == day || end == text) ends.push_back(start = end);
      continue;
    }
    if (end - start == kLongestSentence) {
      ends.push_back(start = soft_cut(tokens, start, end));
      end = start;
      continue;
    }
    if (!tokens[end - 1].space_after || !paragraph.may_end(end)) continue;
    if (headline && tokens[end - 1].form == "," && end <= first + kFewWords && end + kFewWords <= last)
      continue;  // "Kenya, Somalia agree to talks", not "Best, Jo"
    paragraph.of(start, end, signs);
    if (model.ends(signs)) ends.push_back(start = end);
  }
  if (first < last) ends.push_back(last);
  return ends;
}

}  // namespace

namespace {

constexpr uint32_t kLongestDateline = 12;  // tokens

// "Baghdad (AFP) Gunmen ...", "West Palm Beach, Florida (CNN) - The ...", "(CNN)Turkey ...": names, signs and figures, then the agency in brackets.
uint32_t after_agency(const std::vector<Token>& tokens, uint32_t first, uint32_t last) {
  constexpr std::string_view agencies[] = {"AFP", "AP",   "Reuters", "CNN", "UPI", "Xinhua", "TASS",     "dpa",
                                           "EFE", "ANSA", "IRNA",    "PTI", "ANI", "IANS",   "Bloomberg"};
  const uint32_t end = std::min(last, first + kLongestDateline);
  uint32_t at = first;
  while (at < end && tokens[at].form != "(" && !starts_lower(tokens[at].form) && !terminal(tokens[at].form)) ++at;
  if (at + 3 >= end || tokens[at].form != "(" || !among(agencies, tokens[at + 1].form)) return first;
  while (at < end && tokens[at].form != ")") ++at;
  while (at < end && (tokens[at].form == ")" || is_dash(tokens[at].form))) ++at;
  return at < end ? at : first;
}

}  // namespace

uint32_t after_dateline(const std::vector<Token>& tokens, uint32_t first, uint32_t last) {
  if (const uint32_t at = after_agency(tokens, first, last); at != first) return at;
  const std::string_view capitals = tokens[first].form;
  if (capitals.size() < 3 || !starts_upper(capitals) || std::any_of(capitals.begin(), capitals.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return first;
  for (uint32_t i = first + 1; i + 1 < std::min(last, first + kLongestDateline); ++i) {
    const std::string_view form = tokens[i].form;
    if (is_dash(form)) {
      if (tokens[i - 1].space_after || form != "-") return i + 1;
      continue;
    }
    if (starts_lower(form)) break;
  }
  return first;
}

void split_sentences(uint32_t first, uint32_t paragraph, bool heading, std::vector<Token>& tokens, std::vector<Sentence>& sentences,
                     const SentenceEnds* model) {
  const auto ends = model ? learned_ends(tokens, first, *model) : rule_ends(tokens, first);
  uint32_t at = first;
  for (const uint32_t end : ends) {
    for (uint32_t i = at; i < end; ++i) tokens[i].sentence = static_cast<uint32_t>(sentences.size());
    Sentence sentence;
    sentence.span = {tokens[at].span.begin, tokens[end - 1].span.end};
    sentence.first = at, sentence.last = end;
    sentence.body = at == first ? after_dateline(tokens, at, end) : at;
    sentence.paragraph = paragraph, sentence.heading = heading;
    sentences.push_back(sentence);
    at = end;
  }
}

}  // namespace gesta
