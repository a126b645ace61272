#include "pages/jsonl.h"

#include <simdjson.h>

#include <algorithm>

namespace gesta {
namespace {

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  // States: a value is due, or a value is done. Brackets lie on a stack.
  bool run() {
    space();
    if (!value()) return false;
    while (!stack_.empty()) {
      space();
      if (stack_.back() == '{' ? !next(',', '}', true) : !next(',', ']', false)) return false;
    }
    space();
    return at_ == text_.size();
  }
  size_t at() const { return at_; }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void space() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') ++at_;
  }

  // After a value inside a bracket: a comma and the next one, or the closing bracket.
  bool next(char comma, char close, bool keyed) {
    if (peek() == close) return ++at_, stack_.pop_back(), true;
    if (peek() != comma) return false;
    ++at_;
    return item(keyed);
  }

  bool item(bool keyed) {
    space();
    if (keyed) {
      if (!string()) return false;
      space();
      if (peek() != ':') return false;
      ++at_;
      space();
    }
    return value();
  }

  // Reads one value; an opened bracket goes on the stack with its first item.
  bool value() {
    for (;;) {
      const char c = peek();
      if (c != '{' && c != '[') return c == '"' ? string() : scalar();
      if (stack_.size() >= 1024) return false;
      ++at_;
      space();
      if (peek() == (c == '{' ? '}' : ']')) return ++at_, true;
      stack_.push_back(c);
      if (c == '[') continue;
      if (!string()) return false;
      space();
      if (peek() != ':') return false;
      ++at_;
      space();
    }
  }

  bool string() {
    if (peek() != '"') return false;
    for (++at_; at_ < text_.size(); ++at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '"') return ++at_, true;
      if (c < 0x20) return false;
      if (c == '\\' && (at_ + 1 >= text_.size() || std::string_view("\"\\/bfnrtu").find(text_[++at_]) == std::string_view::npos)) return false;
    }
    return false;
  }

  bool scalar() {
    for (const std::string_view word : {"true", "false", "null"})
      if (text_.substr(at_).starts_with(word)) return at_ += word.size(), true;
    const size_t from = at_;
    if (peek() == '-') ++at_;
    while (at_ < text_.size() && std::string_view("0123456789.eE+-").find(text_[at_]) != std::string_view::npos) ++at_;
    const bool number = at_ > from && text_[at_ - 1] >= '0' && text_[at_ - 1] <= '9';
    if (!number) at_ = from;
    return number;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string stack_;
};

using simdjson::dom::element;

std::string field(const element& line, std::string_view key) {
  element value;
  if (line[key].get(value)) return {};
  std::string_view text;
  if (!value.get(text)) return std::string(text);
  int64_t number;
  return value.get(number) ? std::string() : std::to_string(number);
}

std::string first_field(const element& line, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    if (std::string value = field(line, key); !value.empty()) return value;
  return {};
}

}  // namespace

std::optional<size_t> json_fault(std::string_view text) {
  Checker checker(text);
  if (checker.run()) return std::nullopt;
  return checker.at();
}

Result<Page> read_json_line(std::string_view line, const std::string& input, uint64_t number, uint64_t offset) {
  const std::string where = input + ":" + std::to_string(number);
  thread_local simdjson::dom::parser parser;
  element root;
  simdjson::dom::object object;
  if (const auto error = parser.parse(line.data(), line.size()).get(root)) {
    const size_t at = json_fault(line).value_or(0);
    return Reject{where + ":" + std::to_string(at + 1), offset + at, std::string("no JSON: ") + simdjson::error_message(error),
                  "write one JSON object a line"};
  }
  if (root.get(object)) return Reject{where + ":1", offset, "the line is JSON but no object", "write one JSON object a line"};
  Page page;
  page.id = first_field(root, {"id"});
  if (page.id.empty()) page.id = where;
  page.url = first_field(root, {"url"}), page.site = first_field(root, {"site"}), page.title = first_field(root, {"title"});
  page.published = first_field(root, {"published", "date"}), page.fetched = first_field(root, {"fetched"});
  page.offset = offset;
  page.body = field(root, "text"), page.form = Page::Form::ready;
  if (page.body.empty()) page.body = field(root, "html"), page.form = Page::Form::html, page.content_type = "text/html; charset=utf-8";
  if (page.body.empty())
    return Reject{where + ":1", offset, "the object has neither \"text\" nor \"html\"", "give the article in one of these fields"};
  return page;
}

}  // namespace gesta
