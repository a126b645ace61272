// Rows: bytes, content type -> text, charset, basis.
#include "pages/charset.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

using std::string;

struct Row {
  string bytes, content_type, text, charset, basis;
};

TEST(Charset, Rows) {
  const string utf8 = "caf\xC3\xA9", latin = "caf\xE9";
  const Row rows[] = {
      {"\xEF\xBB\xBF" + utf8, "text/html; charset=windows-1252", utf8, "UTF-8", "bom"},
      {string("\xFF\xFE"
              "a\0b\0",
              6),
       "", "ab", "UTF-16LE", "bom"},
      {string("\xFE\xFF"
              "\0a\0b",
              6),
       "", "ab", "UTF-16BE", "bom"},
      {latin, "text/html; charset=ISO-8859-1", utf8, "windows-1252", "header"},
      {latin, "text/html; charset=\"latin1\"", utf8, "windows-1252", "header"},
      {"<meta charset=windows-1251>\xCF\xF0\xE8", "", "<meta charset=windows-1251>\xD0\x9F\xD1\x80\xD0\xB8", "windows-1251", "meta"},
      {"<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>\x83\x41", "",
       "<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>\xE3\x82\xA2", "Shift_JIS", "meta"},
      {"<!-- <meta charset=koi8-r> -->" + latin, "", "<!-- <meta charset=koi8-r> -->" + utf8, "windows-1252", "default"},
      {"<meta charset=utf-16>" + utf8, "", "<meta charset=utf-16>" + utf8, "UTF-8", "meta"},
      {"+ADw-b+AD4-", "text/html; charset=utf-7", "+ADw-b+AD4-", "UTF-8", "default"},  // never UTF-7
      {utf8, "text/html; charset=iso-8859-1", utf8, "UTF-8", "bytes"},                 // valid UTF-8 is believed before a legacy label
      {"a\xFF" + utf8 + utf8, "text/html; charset=utf-8", "a\xEF\xBF\xBD" + utf8 + utf8, "UTF-8", "header"},
      {"a\xC3\xA2\xC2\x80\xC2\x99s \xC3\xA2\xE2\x82\xAC\xE2\x84\xA2 \xC3\xA2me", "", "a\xE2\x80\x99s \xE2\x80\x99 \xC3\xA2me", "UTF-8", "bytes"},
      {"<html lang=ru>\xCF\xF0\xE8", "", "<html lang=ru>\xD0\x9F\xD1\x80\xD0\xB8", "windows-1251", "default"},
      {"<html lang=\"tr-TR\">\xFE\xFE\xFE", "text/html; charset=utf-8", "<html lang=\"tr-TR\">\xC5\x9F\xC5\x9F\xC5\x9F", "windows-1254", "bytes"},
      {"<html lang=ja>\xA4\xA2", "", "<html lang=ja>\xE3\x81\x82", "EUC-JP", "default"},
      {"<html lang=ja>\x82\xA0", "", "<html lang=ja>\xE3\x81\x82", "Shift_JIS", "default"},
      {"<html lang=de>" + latin, "", "<html lang=de>" + utf8, "windows-1252", "default"},
      {"plain", "", "plain", "UTF-8", "default"},
  };
  for (const Row& row : rows) {
    const Decoded got = decode_page(row.bytes, row.content_type);
    EXPECT_EQ(got.text(), row.text) << row.bytes;
    EXPECT_EQ(got.charset, row.charset) << row.bytes;
    EXPECT_EQ(got.basis, row.basis) << row.bytes;
  }
}

}  // namespace
}  // namespace gesta
