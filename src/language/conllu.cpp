// CoNLL-U, both ways. Reading rebuilds the text from forms and SpaceAfter; a `newpar` or `newdoc` comment starts a paragraph. Empty nodes and
// enhanced relations are left out. Lines that are no CoNLL-U are passed over: the reader takes what it can and never fails.
#include <algorithm>
#include <charconv>

#include "language/children.h"
#include "language/language.h"
#include "language/tokenizer.h"

namespace gesta {
namespace {

using Columns = std::string_view[10];

bool split(std::string_view line, Columns& columns) {
  size_t begin = 0;
  for (size_t k = 0; k < 10; ++k) {
    const size_t end = std::min(line.find('\t', begin), line.size());
    if (end == line.size() && k < 9) return false;
    columns[k] = line.substr(begin, end - begin);
    begin = end + 1;
  }
  return true;
}

bool number(std::string_view text, uint32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

std::string_view filled(std::string_view column) { return column == "_" ? std::string_view() : column; }

Upos parse_upos(std::string_view text) {
  for (int k = 0; k <= static_cast<int>(Upos::X); ++k)
    if (name(static_cast<Upos>(k)) == text) return static_cast<Upos>(k);
  return Upos::X;
}

class Reader {
 public:
  Reader(Document& document, std::string& text) : document_(document), text_(text) {}

  void line(std::string_view line) {
    if (line.empty()) return finish();
    if (line.starts_with("# newpar") || line.starts_with("# newdoc")) paragraph_ = true;
    Columns columns;
    if (line.front() == '#' || !split(line, columns)) return;
    if (columns[0].find('.') != std::string_view::npos) return;
    const size_t dash = columns[0].find('-');
    if (dash != std::string_view::npos) return multiword(columns, dash);
    word(columns);
  }

  void finish() {
    if (document_.tokens.size() == first_) return;
    const auto last = static_cast<uint32_t>(document_.tokens.size());
    for (uint32_t i = first_; i < last; ++i) {
      Token& token = document_.tokens[i];
      token.head = token.head == 0 || token.head > last - first_ ? kNone : first_ + token.head - 1;
    }
    Sentence sentence;
    sentence.first = first_, sentence.last = last;
    sentence.body = after_dateline(document_.tokens, first_, last);
    sentence.span = {document_.tokens[first_].span.begin, document_.tokens[last - 1].span.end};
    sentence.paragraph = paragraphs_ - 1;
    document_.sentences.push_back(sentence);
    first_ = last;
    covered_ = 0;
  }

 private:
  Span append(std::string_view form, bool space_after) {
    if (document_.tokens.size() == first_ && covered_ == 0 && (paragraph_ || paragraphs_ == 0)) {
      if (!text_.empty()) {
        if (text_.back() == ' ') text_.pop_back();
        text_ += "\n\n";
      }
      ++paragraphs_;
      paragraph_ = false;
    }
    const auto begin = static_cast<uint32_t>(text_.size());
    text_ += form;
    const Span span{begin, static_cast<uint32_t>(text_.size())};
    if (space_after) text_ += ' ';
    return span;
  }

  void multiword(const Columns& columns, size_t dash) {
    uint32_t from = 0, to = 0;
    if (!number(columns[0].substr(0, dash), from) || !number(columns[0].substr(dash + 1), to) || to <= from || to - from > 8) return;
    const bool space = columns[9].find("SpaceAfter=No") == std::string_view::npos;
    surface_ = append(columns[1], space);
    cursor_ = surface_.begin;
    covered_ = to;
    pending_ = static_cast<uint8_t>(to - from + 1);
    surface_space_ = space;
  }

  void word(const Columns& columns) {
    uint32_t id = 0, head = 0;
    if (!number(columns[0], id)) return;
    Token token;
    token.form = columns[1];
    token.lemma = filled(columns[2]), token.xpos = filled(columns[4]), token.feats = filled(columns[5]);
    token.upos = parse_upos(columns[3]);
    parse_deprel(columns[7], token.deprel);
    if (number(columns[6], head)) token.head = head;
    token.sentence = static_cast<uint32_t>(document_.sentences.size());
    if (id <= covered_) {
      inside(token, id);
    } else {
      token.space_after = columns[9].find("SpaceAfter=No") == std::string_view::npos;
      token.span = append(columns[1], token.space_after);
    }
    document_.tokens.push_back(token);
  }

  // A word of a multiword token takes its own bytes when it is written out in it, the whole token otherwise.
  void inside(Token& token, uint32_t id) {
    token.multiword = pending_;
    pending_ = 0;
    const bool written = std::string_view(text_).substr(cursor_, surface_.end - cursor_).starts_with(token.form);
    token.span = written ? Span{cursor_, cursor_ + static_cast<uint32_t>(token.form.size())} : surface_;
    if (written) cursor_ = token.span.end;
    token.space_after = id == covered_ && surface_space_;
  }

  Document& document_;
  std::string& text_;
  uint32_t first_ = 0, covered_ = 0, cursor_ = 0, paragraphs_ = 0;
  Span surface_;
  uint8_t pending_ = 0;
  bool paragraph_ = false, surface_space_ = true;
};

void put(std::string& out, std::string_view column) { out.append(column.empty() ? "_" : column).push_back('\t'); }

void put_plain(std::string& out, std::string_view text) {
  for (const char c : text) out.push_back(c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
}

void put_range(std::string& out, const Document& document, uint32_t i, uint32_t id) {
  const Token& token = document.tokens[i];
  const Token& last = document.tokens[i + token.multiword - 1];
  out += std::to_string(id) + "-" + std::to_string(id + token.multiword - 1u) + "\t";
  put_plain(out, Span{token.span.begin, last.span.end}.of(document.text));
  out += "\t_\t_\t_\t_\t_\t_\t_\t";
  out += last.space_after ? "_\n" : "SpaceAfter=No\n";
}

void put_token(std::string& out, const Token& token, uint32_t first, uint32_t id, bool covered) {
  out += std::to_string(id) + "\t";
  put(out, token.form), put(out, token.lemma), put(out, name(token.upos)), put(out, token.xpos), put(out, token.feats);
  const bool parsed = token.head != kNone || token.deprel == Deprel::root;
  put(out, !parsed ? "_" : std::to_string(token.head == kNone ? 0 : token.head - first + 1));
  put(out, parsed ? name(token.deprel) : "_");
  out += "_\t";
  out += covered || token.space_after ? "_\n" : "SpaceAfter=No\n";
}

}  // namespace

std::string to_conllu(const Document& document) {
  std::string out;
  uint32_t paragraph = kNone, number = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.paragraph != paragraph) out += "# newpar\n";
    paragraph = sentence.paragraph;
    out += "# sent_id = " + std::to_string(++number) + "\n# text = ";
    put_plain(out, sentence.span.of(document.text));
    out += '\n';
    uint32_t covered = 0;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = document.tokens[i];
      if (token.multiword > 1 && i + token.multiword <= sentence.last) {
        put_range(out, document, i, i - sentence.first + 1);
        covered = i + token.multiword;
      }
      put_token(out, token, sentence.first, i - sentence.first + 1, i < covered);
    }
    out += '\n';
  }
  return out;
}

Document from_conllu(std::string_view conllu, std::string& text) {
  Document document;
  document.arena = std::make_unique<std::string[]>(2);
  document.arena[1].assign(conllu);
  const std::string_view bytes = document.arena[1];
  text.clear();
  text.reserve(bytes.size());
  Reader reader(document, text);
  for (size_t begin = 0; begin < bytes.size();) {
    const size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = bytes.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    reader.line(line);
    begin = end + 1;
  }
  reader.finish();
  document.text = text;
  fill_children(document);
  return document;
}

}  // namespace gesta
