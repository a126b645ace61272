#include "language/gold.h"

#include <algorithm>
#include <map>

#include "base/lists.h"
#include "base/result.h"

namespace gesta {
namespace {

constexpr std::string_view kNoBlankBefore[] = {".",       ",",   ";",        ":", "!",      "?",      ")",   "]",   "}",   "%",  "'s",
                                               "\u2019s", "n't", "n\u2019t", "'", "\u2019", "\u201d", "'re", "'ve", "'ll", "'m", "'d"};
constexpr std::string_view kNoBlankAfter[] = {"(", "[", "{", "$", "\u201c", "\u2018"};

class GoldReader {
 public:
  GoldReader(std::string_view bytes, const std::string& path) : bytes_(bytes), path_(path) {}

 protected:
  // Calls visit(line) for each line, without its end.
  template <class Visit>
  void each_line(Visit visit) {
    for (size_t begin = 0; begin < bytes_.size();) {
      const size_t end = std::min(bytes_.find('\n', begin), bytes_.size());
      std::string_view line = bytes_.substr(begin, end - begin);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++number_;
      visit(line);
      begin = end + 1;
    }
  }
  [[noreturn]] void fault(const std::string& what) const { throw SetupError(path_ + ":" + std::to_string(number_) + ": " + what); }

  GoldText& text() {
    if (texts_.empty()) texts_.emplace_back();
    return texts_.back();
  }
  uint32_t size() { return static_cast<uint32_t>(text().document.tokens.size()); }
  void add(std::string_view form) {
    Token token;
    token.form = form;  // moved onto the text at the end
    text().document.tokens.push_back(token);
  }
  void end_sentence() {
    std::vector<Sentence>& sentences = text().document.sentences;
    Sentence sentence;
    sentence.first = sentences.empty() ? 0 : sentences.back().last, sentence.last = size();
    sentence.body = sentence.first;
    if (sentence.first == sentence.last) return;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) text().document.tokens[i].sentence = static_cast<uint32_t>(sentences.size());
    sentences.push_back(sentence);
  }

  std::vector<GoldText> take() {
    std::erase_if(texts_, [](const GoldText& t) { return t.document.tokens.empty(); });
    for (GoldText& t : texts_) write(t);
    return std::move(texts_);
  }

 private:
  static void write(GoldText& gold) {
    std::vector<Token>& tokens = gold.document.tokens;
    bool quoted = false;
    for (size_t i = 0; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      const bool quote = token.form == "\"", opens = quote && !quoted;
      if (quote) quoted = !quoted;
      if (i > 0 && ((quote && !opens) || among(kNoBlankBefore, token.form)) && tokens[i - 1].space_after && gold.text.ends_with(' ')) {
        tokens[i - 1].space_after = false;
        gold.text.pop_back();
      }
      token.span.begin = static_cast<uint32_t>(gold.text.size());
      gold.text += token.form;
      token.span.end = static_cast<uint32_t>(gold.text.size());
      token.space_after = !opens && !among(kNoBlankAfter, token.form);
      if (token.space_after && !token.form.empty()) gold.text += ' ';
    }
    gold.document.text = gold.text;
    for (Token& token : tokens) token.form = token.span.of(gold.document.text);
    for (Sentence& sentence : gold.document.sentences) sentence.span = {tokens[sentence.first].span.begin, tokens[sentence.last - 1].span.end};
  }

 protected:
  std::string_view bytes_;
  const std::string& path_;
  size_t number_ = 0;  // line
  std::vector<GoldText> texts_;
};

class BioReader : GoldReader {
 public:
  using GoldReader::GoldReader;
  std::vector<GoldText> read() {
    const bool marked = bytes_.starts_with("-DOCSTART-") || bytes_.find("\n-DOCSTART-") != std::string_view::npos;
    each_line([&](std::string_view line) {
      if (line.empty()) {
        end_sentence();
        before_ = "O";
        if (!marked) texts_.emplace_back();
      } else if (line.starts_with("-DOCSTART-")) {
        texts_.emplace_back();
      } else {
        word(line);
      }
    });
    end_sentence();
    return take();
  }

 private:
  void word(std::string_view line) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) fault("no tab; a line is token<TAB>tag");
    const std::string_view tag = line.substr(tab + 1);
    const bool inner = tag.starts_with("I-"), name = (inner || tag.starts_with("B-")) && tag.size() > 2;
    if (!name && tag != "O") fault("tag \"" + std::string(tag) + "\" is none of O, B-KIND, I-KIND");
    if (inner && (before_ == "O" || before_.substr(2) != tag.substr(2))) fault("tag " + std::string(tag) + " continues no name of its kind");
    if (tab == 0) fault("the token is empty");
    add(line.substr(0, tab));
    if (inner) {
      ++text().spans.back().last;
    } else if (name) {
      text().spans.push_back({size() - 1, size(), tag.substr(2)});
    }
    before_ = tag;
  }
  std::string_view before_ = "O";
};

class ChainReader : GoldReader {
 public:
  using GoldReader::GoldReader;
  std::vector<GoldText> read() {
    each_line([&](std::string_view line) {
      if (line.starts_with("# begin document")) {
        if (inside_) fault("a document begins inside another");
        inside_ = true;
        texts_.emplace_back();
      } else if (line.starts_with("# end document")) {
        close();
      } else if (line.empty()) {
        if (inside_) end_sentence();
      } else if (!line.starts_with("#")) {
        word(line);
      }
    });
    if (inside_) fault("the document has no \"# end document\"");
    return take();
  }

 private:
  void close() {
    if (!inside_) fault("no document ends here");
    for (const auto& [label, starts] : open_)
      if (!starts.empty()) fault("the bracket of chain " + std::string(label) + " is never closed");
    open_.clear();
    if (!text().document.sentences.empty()) end_sentence();
    inside_ = false;
  }
  void word(std::string_view line) {
    const size_t first = line.find('\t'), second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) fault("fewer than three columns; a line is number<TAB>token<TAB>chains");
    if (!inside_) fault("a token outside \"# begin document\"");
    add(line.substr(first + 1, second - first - 1));
    brackets(line.substr(second + 1));
  }
  void brackets(std::string_view column) {
    if (column == "_" || column == "-") return;
    for (size_t at = 0; at < column.size();) {
      if (column[at] == '|') {
        ++at;
        continue;
      }
      const bool opens = column[at] == '(';
      at += opens;
      const size_t end = std::min(column.find_first_of("()|", at), column.size());
      const std::string_view label = column.substr(at, end - at);
      const bool closes = end < column.size() && column[end] == ')';
      if (label.empty() || (!opens && !closes)) fault("brackets \"" + std::string(column) + "\" are none of (N, N), (N)");
      std::vector<uint32_t>& starts = open_[label];
      if (opens) starts.push_back(size() - 1);
      if (closes) {
        if (starts.empty()) fault("chain " + std::string(label) + " is closed but not open");
        text().spans.push_back({starts.back(), size(), label});
        starts.pop_back();
      }
      at = end + closes;
    }
  }
  bool inside_ = false;
  std::map<std::string_view, std::vector<uint32_t>> open_;
};

}  // namespace

std::vector<GoldText> read_bio(std::string_view bytes, const std::string& path) { return BioReader(bytes, path).read(); }
std::vector<GoldText> read_chains(std::string_view bytes, const std::string& path) { return ChainReader(bytes, path).read(); }

}  // namespace gesta
