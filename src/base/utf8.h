// UTF-8 (RFC 3629): decoding that never fails, validity, simple case folding.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gesta {

struct CodePoint {
  char32_t value;   // U+FFFD for a malformed sequence
  uint32_t length;  // bytes read, at least 1 when the text is not at its end
};

CodePoint decode_utf8(std::string_view text, size_t at);
void append_utf8(std::string& out, char32_t code);
bool valid_utf8(std::string_view text);
// Lower case of ASCII alone; other letters as they are.
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string ascii_lower(std::string_view text);
std::string ascii_letters(std::string_view text);  // a to z alone, in lower case
// Lower case of ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; other letters as they are.
char32_t to_lower(char32_t code);
std::string to_lower(std::string_view text);
bool is_upper(char32_t code);
bool starts_upper(std::string_view text);
bool is_letter(char32_t code);  // approximate above Latin: every code >= U+00AA that is no punctuation or space of the common blocks
// Letters without their diacritics (Latin-1, Latin Extended-A, Vietnamese common forms), typographic quotes and dashes as ASCII.
std::string fold_latin(std::string_view text);

}  // namespace gesta
