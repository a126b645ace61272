#include "pages/charset.h"

#include <lexbor/encoding/encoding.h>

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kPrescan = 4096;  // the standard asks for 1024; pages with long heads exist

struct Utf8Count {
  size_t good = 0;  // well-formed sequences beyond ASCII
  size_t bad = 0;
};

bool ascii8(const char* p) {
  uint64_t word;
  std::memcpy(&word, p, 8);
  return (word & 0x8080808080808080ull) == 0;
}

Utf8Count count_utf8(std::string_view text) {
  Utf8Count count;
  for (size_t at = 0; at < text.size();) {
    if (at + 8 <= text.size() && ascii8(text.data() + at)) {
      at += 8;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    if (point.length > 1) ++count.good;
    if (point.length == 1 && point.value == 0xFFFD) ++count.bad;
    at += point.length;
  }
  return count;
}

const lxb_encoding_data_t* by_label(std::string_view label) {
  return lxb_encoding_data_by_pre_name(reinterpret_cast<const lxb_char_t*>(label.data()), label.size());
}

// The label after "charset" "=" in lower-case text, from `at` on; empty when there is none.
std::string label_at(const std::string& text, size_t at) {
  for (;;) {
    at = text.find("charset", at);
    if (at == std::string::npos) return {};
    at += 7;
    size_t p = text.find_first_not_of(" \t\r\n\f", at);
    if (p == std::string::npos || text[p] != '=') continue;
    p = text.find_first_not_of(" \t\r\n\f\"'", p + 1);
    if (p == std::string::npos) return {};
    return text.substr(p, text.find_first_of(" \t\r\n\f\"';>/", p) - p);
  }
}

std::string meta_label(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kPrescan));
  for (size_t at = 0; at < head.size();) {
    at = head.find('<', at);
    if (at == std::string::npos) return {};
    if (head.compare(at, 4, "<!--") == 0) {
      const size_t end = head.find("-->", at + 2);
      if (end == std::string::npos) return {};
      at = end + 3;
      continue;
    }
    const size_t end = std::min(head.find('>', at), head.size());
    if (head.compare(at, 5, "<meta") == 0) {
      const std::string tag = head.substr(at, end - at + 1);
      if (const std::string label = label_at(tag, 0); !label.empty() && by_label(label)) return label;
    }
    at = head.compare(at, 5, "<meta") == 0 ? end : at + 1;
  }
  return {};
}

// The language that the element html names, lower case.
std::string language_of(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kPrescan));
  const size_t begin = head.find("<html");
  if (begin == std::string::npos) return {};
  const size_t end = std::min(head.find('>', begin), head.size());
  size_t at = head.find("lang=", begin);
  if (at >= end) return {};
  at = head.find_first_not_of("\"'", at + 5);
  return at >= end ? std::string() : head.substr(at, head.find_first_of("\"' >", at) - at);
}

// What pages without a label that are no UTF-8 were written in, by their language: the defaults that the standard of HTML names for browsers.
struct Default {
  std::string_view languages;
  lxb_encoding_t encoding;
};
constexpr Default kDefaults[] = {{"ar fa", LXB_ENCODING_WINDOWS_1256},
                                 {"bg ru uk be mk sr kk", LXB_ENCODING_WINDOWS_1251},
                                 {"cs hr sk sl", LXB_ENCODING_WINDOWS_1250},
                                 {"hu pl", LXB_ENCODING_ISO_8859_2},
                                 {"el", LXB_ENCODING_ISO_8859_7},
                                 {"et lt lv", LXB_ENCODING_WINDOWS_1257},
                                 {"he", LXB_ENCODING_WINDOWS_1255},
                                 {"ja", LXB_ENCODING_SHIFT_JIS},
                                 {"ko", LXB_ENCODING_EUC_KR},
                                 {"th", LXB_ENCODING_WINDOWS_874},
                                 {"tr", LXB_ENCODING_WINDOWS_1254},
                                 {"vi", LXB_ENCODING_WINDOWS_1258},
                                 {"zh", LXB_ENCODING_GB18030}};

const lxb_encoding_data_t* default_encoding(std::string_view bytes) {
  const std::string language = language_of(bytes), main = language.substr(0, 2);
  const auto none = [&](unsigned char low, unsigned char high) {
    return std::none_of(bytes.begin(), bytes.end(),
                        [&](char c) { return static_cast<unsigned char>(c) >= low && static_cast<unsigned char>(c) <= high; });
  };
  lxb_encoding_t found = LXB_ENCODING_WINDOWS_1252;
  for (const Default& one : kDefaults)
    if (main.size() == 2 && (language.size() == 2 || language[2] == '-') && one.languages.find(main) != std::string_view::npos) found = one.encoding;
  if (found == LXB_ENCODING_SHIFT_JIS && none(0x80, 0x9F)) found = LXB_ENCODING_EUC_JP;  // there every sign of two bytes begins so
  if (main == "zh" &&
      (language.find("tw") != std::string::npos || language.find("hk") != std::string::npos || language.find("hant") != std::string::npos))
    found = LXB_ENCODING_BIG5;
  return lxb_encoding_data(found);
}

std::string transcode(std::string_view bytes, const lxb_encoding_data_t* encoding) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  lxb_codepoint_t buffer[4096];
  const lxb_codepoint_t replacement = 0xFFFD;
  lxb_encoding_decode_t decode;
  lxb_encoding_decode_init(&decode, encoding, buffer, std::size(buffer));
  lxb_encoding_decode_replace_set(&decode, &replacement, 1);
  const auto flush = [&] {
    for (size_t i = 0; i < decode.buffer_used; ++i) append_utf8(out, buffer[i] <= 0x10FFFF ? static_cast<char32_t>(buffer[i]) : 0xFFFD);
    lxb_encoding_decode_buf_used_set(&decode, 0);
  };
  auto* at = reinterpret_cast<const lxb_char_t*>(bytes.data());
  const auto* end = at + bytes.size();
  lxb_status_t status;
  do {
    status = encoding->decode(&decode, &at, end);
    flush();
  } while (status == LXB_STATUS_SMALL_BUFFER && at < end);
  lxb_encoding_decode_finish(&decode);
  flush();
  return out;
}

const char* name_of(const lxb_encoding_data_t* encoding) { return reinterpret_cast<const char*>(encoding->name); }

void decode_with(Decoded& out, std::string_view bytes, const lxb_encoding_data_t* encoding) {
  out.charset = name_of(encoding);
  out.owned = true;
  out.storage = transcode(bytes, encoding);
}

bool is_utf16(const lxb_encoding_data_t* e) { return e->encoding == LXB_ENCODING_UTF_16LE || e->encoding == LXB_ENCODING_UTF_16BE; }

struct Label {
  const lxb_encoding_data_t* encoding = nullptr;
  std::string basis;
  std::string refused;  // a label that names no encoding a page may use
};

Label find_label(std::string_view bytes, std::string_view content_type) {
  Label label;
  if (const std::string name = label_at(ascii_lower(content_type), 0); !name.empty()) {
    label.encoding = by_label(name), label.basis = "header";
    if (!label.encoding) label.refused = name;
  }
  if (!label.encoding) {
    if (const std::string name = meta_label(bytes); !name.empty()) {
      label.encoding = by_label(name), label.basis = "meta";
      if (is_utf16(label.encoding)) label.encoding = lxb_encoding_data(LXB_ENCODING_UTF_8);  // prescan, step "UTF-16 means UTF-8"
    }
  }
  return label;
}

// UTF-16 without a mark: every second byte of markup is zero.
const lxb_encoding_data_t* sniff_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < head.size(); ++i) (i % 2 ? odd : even) += head[i] == '\0';
  if (head.size() < 16 || even + odd < head.size() / 3) return nullptr;
  if (odd > head.size() / 3 && even * 8 < odd) return lxb_encoding_data(LXB_ENCODING_UTF_16LE);
  if (even > head.size() / 3 && odd * 8 < even) return lxb_encoding_data(LXB_ENCODING_UTF_16BE);
  return nullptr;
}

bool decode_marked(Decoded& out, std::string_view bytes) {
  out.basis = "bom";
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    decode_with(out, bytes.substr(3), lxb_encoding_data(LXB_ENCODING_UTF_8));
  } else if (bytes.starts_with("\xFE\xFF")) {
    decode_with(out, bytes.substr(2), lxb_encoding_data(LXB_ENCODING_UTF_16BE));
  } else if (bytes.starts_with("\xFF\xFE")) {
    decode_with(out, bytes.substr(2), lxb_encoding_data(LXB_ENCODING_UTF_16LE));
  } else {
    return false;
  }
  return true;
}

void decode_utf8_page(Decoded& out, std::string_view bytes, Utf8Count count) {
  out.charset = "UTF-8";
  if (count.bad == 0) {
    out.view = bytes;
    return;
  }
  decode_with(out, bytes, lxb_encoding_data(LXB_ENCODING_UTF_8));
  out.note = "charset: " + std::to_string(count.bad) + " malformed UTF-8 sequences replaced";
}

// Windows-1252, what it has in place of the control signs of Latin-1.
constexpr char16_t kWindows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The byte beyond ASCII that a code point is in Latin-1 or Windows-1252, 0 for none.
unsigned char byte_of(char32_t code) {
  if (code >= 0x80 && code < 0xC0) return static_cast<unsigned char>(code);
  const auto* found = std::find(std::begin(kWindows1252), std::end(kWindows1252), code);
  return code && found != std::end(kWindows1252) ? static_cast<unsigned char>(0x80 + (found - kWindows1252)) : 0;
}

constexpr std::string_view kTwice = "\xC3\xA2";  // what the first byte of quotes, dashes and dots becomes: no text has it before a control sign

// Quotes, dashes and dots that a site's own tools took for Latin-1 and encoded a second time; how many there were.
size_t undo_second_coding(Decoded& page) {
  const std::string_view text = page.text();
  std::string out;
  size_t count = 0, done = 0;
  for (size_t at = text.find(kTwice); at != std::string_view::npos; at = text.find(kTwice, at + 2)) {
    const CodePoint second = decode_utf8(text, at + 2), third = decode_utf8(text, std::min(at + 2 + second.length, text.size()));
    const unsigned char b = byte_of(second.value), c = byte_of(third.value);
    if (b < 0x80 || b > 0x9F || c == 0) continue;
    out.append(text, done, at - done);
    out += {'\xE2', static_cast<char>(b), static_cast<char>(c)};
    done = at + 2 + second.length + third.length, ++count;
  }
  if (count == 0) return 0;
  out += text.substr(done);
  page.storage = std::move(out), page.owned = true;
  return count;
}

Decoded decode_once(std::string_view bytes, std::string_view content_type) {
  Decoded out;
  if (decode_marked(out, bytes)) return out;
  Label label = find_label(bytes, content_type);
  const Utf8Count count = count_utf8(bytes);
  const bool looks_utf8 = count.bad == 0 || count.good > count.bad * 20;
  if (!label.encoding) {
    if (const auto* wide = sniff_utf16(bytes)) {
      out.basis = "bytes";
      decode_with(out, bytes, wide);
      return out;
    }
    out.basis = count.good ? "bytes" : "default";
    if (looks_utf8) {
      decode_utf8_page(out, bytes, count);
    } else {
      out.basis = "default";
      decode_with(out, bytes, default_encoding(bytes));
    }
    if (!label.refused.empty()) out.note = "charset: label \"" + label.refused.substr(0, 40) + "\" is refused, read as " + out.charset;
    return out;
  }
  out.basis = label.basis;
  const bool says_utf8 = label.encoding->encoding == LXB_ENCODING_UTF_8;
  if (says_utf8 && count.bad > count.good && count.bad > 2) {
    decode_with(out, bytes, default_encoding(bytes));
    out.basis = "bytes", out.note = "charset: labelled UTF-8 but mostly malformed, read as " + out.charset;
  } else if (says_utf8 || (looks_utf8 && count.good > 0 && !is_utf16(label.encoding))) {
    decode_utf8_page(out, bytes, count);
    if (!says_utf8) out.basis = "bytes", out.note = std::string("charset: labelled ") + name_of(label.encoding) + " but valid UTF-8";
  } else if (label.encoding->encoding == LXB_ENCODING_REPLACEMENT) {
    decode_utf8_page(out, bytes, count);
    out.note = "charset: label of an encoding that browsers refuse, read as UTF-8";
  } else {
    decode_with(out, bytes, label.encoding);
  }
  return out;
}

}  // namespace

Decoded decode_page(std::string_view bytes, std::string_view content_type) {
  Decoded out = decode_once(bytes, content_type);
  if (const size_t count = undo_second_coding(out); count > 0 && out.note.empty())
    out.note = "charset: " + std::to_string(count) + " signs that were encoded twice put right";
  return out;
}

}  // namespace gesta
