// Rows: a damaged archive -> pages read, damages reported.
#include <gtest/gtest.h>
#include <libdeflate.h>
#include <zstd.h>

#include <cstdio>
#include <fstream>
#include <map>

#include "pages/jsonl.h"
#include "pages/pages.h"

namespace gesta {
namespace {

using std::string;

string record(const string& body, const string& length = "") {
  const string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + body;
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:" + std::to_string(body.size()) +
         ">\r\nWARC-Date: 2021-01-28T10:00:00Z\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: " +
         (length.empty() ? std::to_string(http.size()) : length) + "\r\n\r\n" + http + "\r\n\r\n";
}

string packed(const string& bytes) {
  auto* compressor = libdeflate_alloc_compressor(6);
  string out(libdeflate_gzip_compress_bound(compressor, bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

struct Got {
  std::vector<string> bodies, reasons, inputs;
  std::vector<uint64_t> offsets;
};

Got read(const string& name, const string& bytes, InputOptions options = {}) {
  const string path = ::testing::TempDir() + name;
  std::ofstream(path, std::ios::binary) << bytes;
  Got got;
  read_input(
      path, options, [&](Page&& page) { return got.bodies.push_back(page.body), true; },
      [&](Reject&& reject) {
        return got.reasons.push_back(reject.reason), got.inputs.push_back(reject.input), got.offsets.push_back(reject.offset), true;
      });
  std::remove(path.c_str());
  return got;
}

TEST(Input, WarcDamage) {
  const string one = record("\r\n<p>one"), two = record("\r\n<p>two!");
  const string a = packed(one), b = packed(two);
  string flipped = a;
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
  string bad_sum = a;
  bad_sum[bad_sum.size() - 6] = static_cast<char>(bad_sum[bad_sum.size() - 6] ^ 1);
  string noise;
  for (uint32_t state = 1; noise.size() < 300000; state = state * 1664525u + 1013904223u) noise += static_cast<char>('a' + (state >> 24) % 26);
  const string long_one = record("\r\n<p>" + noise);
  string dated = two;
  dated.replace(dated.find("2021-01"), 7, "9999-99");
  struct Row {
    const char* name;
    string bytes;
    size_t pages, damages;
  };
  const Row rows[] = {
      {"plain.warc", one + two, 2, 0},
      {"members.warc.gz", a + b, 2, 0},
      {"one_member.warc.gz", packed(one + two), 2, 0},
      {"split_record.warc.gz", packed(one.substr(0, 90)) + packed(one.substr(90)), 1, 0},
      {"cut.warc.gz", a + b.substr(0, b.size() / 2), 1, 1},
      {"flipped.warc.gz", flipped + b, 1, 1},
      {"bad_sum.warc.gz", bad_sum + b, 1, 1},
      {"garbage.warc.gz", a + "garbage" + b, 2, 1},
      {"zeros.warc.gz", a + string(512, '\0'), 1, 0},
      {"too_long.warc", record("\r\n<p>one", "900") + two, 1, 1},
      {"too_short.warc", record("\r\n<p>one", "20") + two, 1, 1},
      {"negative.warc", record("\r\n<p>one", "-1") + two, 1, 1},
      {"no_number.warc", record("\r\n<p>one", "abc") + two, 1, 1},
      {"two_lengths.warc", record("\r\n<p>one", "10\r\nContent-Length: 12") + two, 1, 1},
      {"chunked.warc", record("Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n0\r\n\r\n"), 1, 0},
      {"revisit.warc", "WARC/1.0\r\nWARC-Type: revisit\r\nContent-Length: 19\r\n\r\nHTTP/1.1 200 OK\r\n\r\n\r\n\r\n" + two, 1, 0},
      {"first_of_one_member.warc.gz", packed(long_one + long_one).substr(0, packed(long_one + long_one).size() - 3000), 1, 1},
      {"brotli.warc", record("Content-Encoding: br\r\n\r\nxxxx"), 0, 1},
      {"coding.warc", record("Content-Encoding: compress\r\n\r\nxxxx") + two, 1, 1},
      {"dated.warc", one + dated, 2, 1},
      {"cut_chunk.warc", record("Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n9\r\nabc"), 1, 1},
      {"junk.warc.gz", packed(noise) + packed(noise) + packed(noise) + a, 1, 1},
      {"empty.html", "", 0, 1},
      {"image.html", "\x89PNG\r\n\x1a\n....", 0, 1},
      {"old.arc", "filedesc://x 0.0.0.0", 0, 1},
      {"old.arc.gz", packed("filedesc://x 0.0.0.0") + packed("http://a.example/"), 0, 1},
      {"cut.html.gz", packed("<p>" + noise).substr(0, 300), 0, 1},
  };
  for (const Row& row : rows) {
    const Got got = read(row.name, row.bytes);
    EXPECT_EQ(got.bodies.size(), row.pages) << row.name;
    EXPECT_EQ(got.reasons.size(), row.damages) << row.name << " " << (got.reasons.empty() ? "" : got.reasons[0]);
  }
}

TEST(Input, ChunkedAndPackedBodies) {
  EXPECT_EQ(read("c.warc", record("Transfer-Encoding: chunked\r\n\r\n4\r\n<p>x\r\n2\r\nyz\r\n0\r\n\r\n")).bodies[0], "<p>xyz");
  EXPECT_EQ(read("g.warc", record("Content-Encoding: gzip\r\n\r\n" + packed("<p>packed"))).bodies[0], "<p>packed");
  EXPECT_EQ(read("gg.warc", record("Content-Encoding: gzip, gzip\r\n\r\n" + packed(packed("<p>twice")))).bodies[0], "<p>twice");
  EXPECT_EQ(read("l.warc", record("Content-Encoding: gzip\r\n\r\n<p>plain")).bodies[0], "<p>plain");
  EXPECT_EQ(read("b.warc", record("Content-Encoding: br\r\n\r\n" + string("\x0b\x02\x80<p>hi\x03", 9))).bodies[0], "<p>hi");
  EXPECT_EQ(read("n.warc", record("Content-Encoding: br\r\n\r\n<p>plain")).bodies[0], "<p>plain");
}

TEST(Input, ZstdArchives) {
  const string one = record("\r\n<p>one"), two = record("\r\n<p>two!");
  const auto zstd = [](const string& bytes, const string& dictionary) {
    string out(ZSTD_compressBound(bytes.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(), bytes.size(), dictionary.data(), dictionary.size(), 3));
    ZSTD_freeCCtx(context);
    return out;
  };
  const string dictionary = one.substr(0, 200);
  const string held = string("\x5d\x2a\x4d\x18", 4) + string({static_cast<char>(dictionary.size()), 0, 0, 0}) + dictionary;
  EXPECT_EQ(read("a.warc.zst", zstd(one, "") + zstd(two, "")).bodies.size(), 2u);
  EXPECT_EQ(read("d.warc.zst", held + zstd(one, dictionary) + zstd(two, dictionary)).bodies.size(), 2u);
  EXPECT_EQ(read("d.warc.zst", held + zstd(one, "")).reasons.size(), 1u);  // a dictionary without its mark
  const Got cut = read("c.warc.zst", zstd(one, "").substr(0, 60) + zstd(two, ""));
  EXPECT_EQ(cut.bodies.size(), 1u);
  EXPECT_EQ(cut.reasons.size(), 1u);
}

TEST(Input, JsonLines) {
  const Got got = read("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\",}\n\n{\"text\":\"three\"}");
  EXPECT_EQ(got.bodies, (std::vector<string>{"one", "three"}));
  ASSERT_EQ(got.inputs.size(), 1u);
  EXPECT_EQ(got.inputs[0], "a.jsonl:2:15");
  EXPECT_EQ(got.offsets[0], 15u + 14u);
  EXPECT_EQ(read("a.jsonl.gz", packed("{\"text\":\"o") + packed("ne\"}\n{\"text\":\"two\"}")).bodies, (std::vector<string>{"one", "two"}));
}

TEST(Input, LongPagesAreRefused) {
  InputOptions options;
  options.longest_page = 1u << 20;
  EXPECT_EQ(read("a.html", string(2u << 20, 'x'), options).reasons.size(), 1u);
  // A film of 20 MiB in an archive of one member is passed over, the pages around it are read.
  const string film = "HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + string(20u << 20, 'x');
  const string video = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + std::to_string(film.size()) + "\r\n\r\n" + film + "\r\n\r\n";
  const Got got = read("long.warc.gz", packed(record("\r\n<p>two") + video + record("\r\n<p>one")), options);
  EXPECT_EQ(got.bodies.size(), 2u);
  EXPECT_EQ(got.reasons.size(), 0u);
  EXPECT_EQ(read("bomb.html.gz", packed(string(64u << 20, ' ')), options).bodies.size(), 0u);
}

TEST(Json, Faults) {
  const std::map<string, int> rows = {{"{}", -1},
                                      {"[1,2.5e3,\"a\\n\"]", -1},
                                      {"{\"a\":{\"b\":[true,null]}}", -1},
                                      {"{\"a\":}", 5},
                                      {"[1,]", 3},
                                      {"{\"a\" 1}", 5},
                                      {"{} x", 3},
                                      {"", 0},
                                      {"\"a\tb\"", 2}};
  for (const auto& [text, at] : rows) {
    const auto fault = json_fault(text);
    EXPECT_EQ(fault ? static_cast<int>(*fault) : -1, at) << text;
  }
}

}  // namespace
}  // namespace gesta
