#include "pages/json_repair.h"

namespace gesta {
namespace {

constexpr size_t kDeepest = 64, kLongestComment = 300;  // open brackets; bytes of a line

bool blank(char c) { return static_cast<unsigned char>(c) <= 0x20; }

class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

  std::string run() {
    while (at_ < text_.size() && open_.size() < kDeepest) step();
    drop_comma();
    while (!open_.empty()) close(open_.back());
    return values_ > 1 ? "[" + out_ + "]" : std::move(out_);
  }

 private:
  bool here(std::string_view mark) const { return text_.substr(at_, mark.size()) == mark; }
  void skip_past(std::string_view mark) {
    const size_t end = text_.find(mark, at_);
    at_ = end == std::string_view::npos ? text_.size() : end + mark.size();
  }

  // "<!--", "-->", "//<![CDATA[", "/* ... */", and comments to the end of the line, where lines are kept.
  bool skip_comment() {
    for (const std::string_view mark : {"<!--", "-->", "<![CDATA[", "]]>"})
      if (here(mark)) return at_ += mark.size(), true;
    if (here("/*")) return skip_past("*/"), true;
    if (!here("//")) return false;
    const std::string_view line = text_.substr(at_ + 2, kLongestComment);
    const size_t end = line.find('\n');
    at_ += 2;
    if (end != std::string_view::npos && line.substr(0, end).find("CDATA") == std::string_view::npos) at_ += end;
    return true;
  }

  void step() {
    if (skip_comment()) return;
    const char c = text_[at_];
    if (c == '"') return string();
    ++at_;
    if (c == '{' || c == '[') {
      if (open_.empty() && ++values_ > 1) out_ += ',';
      open_ += c == '{' ? '}' : ']', out_ += c;
    } else if (c == '}' || c == ']') {
      drop_comma();
      while (!open_.empty() && open_.back() != c && open_.find(c) != std::string::npos) close(open_.back());
      if (!open_.empty() && open_.back() == c) close(c);
    } else if (!open_.empty()) {  // between values nothing counts
      out_ += blank(c) ? ' ' : c;
    }
  }

  void close(char bracket) { out_ += bracket, open_.pop_back(); }

  void drop_comma() {
    size_t end = out_.size();
    while (end > 0 && (blank(out_[end - 1]) || out_[end - 1] == ',')) --end;
    if (!open_.empty()) out_.resize(end);
  }

  // Whether a quote ends its string: a mark of JSON follows.
  bool ends_string(size_t quote) const {
    size_t next = quote + 1;
    while (next < text_.size() && blank(text_[next])) ++next;
    if (next >= text_.size()) return true;
    const char c = text_[next];
    if (c == ':' || c == '}' || c == ']') return true;
    if (c != ',') return false;
    while (++next < text_.size() && blank(text_[next])) {
    }
    return next >= text_.size() || std::string_view("\"{[}]tfn-0123456789/").find(text_[next]) != std::string_view::npos;
  }

  void string() {
    const bool stray = open_.empty();
    if (!stray) out_ += '"';
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && ends_string(at_)) break;
      if (stray) continue;
      if (c == '"') {
        out_ += "\\\"";
      } else if (c == '\\') {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        if (std::string_view("\"\\/bfnrtu").find(next) == std::string_view::npos) continue;  // \' and the like
        out_ += c, out_ += next, ++at_;
      } else {
        out_ += blank(c) ? ' ' : c;
      }
    }
    ++at_;
    if (!stray) out_ += '"';
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string out_, open_;  // what is written; brackets still to come
  int values_ = 0;
};

}  // namespace

std::string repaired_json(std::string_view text) { return Repair(text).run(); }

}  // namespace gesta
