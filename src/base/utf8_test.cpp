#include "base/utf8.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

TEST(Utf8, ValidAndMalformed) {
  for (const char* good : {"", "abc", "é", "العربية", "\xF0\x9F\x8C\x8D"}) EXPECT_TRUE(valid_utf8(good)) << good;
  for (const char* bad : {"\x80", "\xC0\x80", "\xE2\x82", "\xED\xA0\x80", "\xF5\x80\x80\x80", "a\xFFz"}) EXPECT_FALSE(valid_utf8(bad));
}

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t code = 1; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text;
    append_utf8(text, code);
    const CodePoint point = decode_utf8(text, 0);
    ASSERT_EQ(point.value, code);
    ASSERT_EQ(point.length, text.size());
  }
}

TEST(Utf8, CaseAndFolding) {
  EXPECT_EQ(to_lower("ÀÉ ŽIŽEK Обама ΑΘΗΝΑ \xFF"), "àé žižek обама αθηνα \xFF");
  EXPECT_EQ(fold_latin("Erdoğan’s Łódź — Höß"), "Erdogan's Lodz - Hoss");
}

}  // namespace
}  // namespace gesta
