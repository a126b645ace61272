// Bytes of a page to UTF-8, by the WHATWG rules: byte order mark, then the HTTP label, then the <meta> prescan. Two departures, both noted in the
// result: a legacy label is not believed when the bytes are valid UTF-8 with at least one letter beyond ASCII, and a UTF-8 label is not believed
// when half of the letters beyond ASCII are malformed (then windows-1252). UTF-7 is never decoded. Quotes and dashes that a site
// encoded twice are put right, and noted. Offsets into the page are offsets into `text`.
#pragma once
#include <string>
#include <string_view>

namespace gesta {

struct Decoded {
  std::string_view text() const { return owned ? std::string_view(storage) : view; }
  std::string_view view;  // into the caller's bytes when nothing had to be changed
  std::string storage;
  bool owned = false;
  std::string charset;  // "UTF-8", "windows-1251"
  std::string basis;    // bom header meta bytes default
  std::string note;     // empty when there was nothing odd
};

Decoded decode_page(std::string_view bytes, std::string_view content_type);

}  // namespace gesta
