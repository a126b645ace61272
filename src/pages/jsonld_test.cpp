// JSON-LD as pages write it: rows of a block -> authors and date.
#include <gtest/gtest.h>

#include "pages/json_repair.h"
#include "pages/meta.h"

namespace gesta {
namespace {

struct Row {
  const char* json;
  const char* authors;
  const char* published;
};

TEST(JsonLd, Blocks) {
  constexpr Row kRows[] = {
      {R"({"@type":"NewsArticle","author":{"name":"Ann Lee"},"datePublished":"2020-05-02"})", "Ann Lee", "2020-05-02"},
      {R"({"@type":"http://schema.org/NewsArticle","author":["Ann Lee","Bob Roe"]})", "Ann Lee;Bob Roe", ""},
      {R"({"@type":["Thing","schema:Article"],"creator":"Ann Lee","dateCreated":"2020-05-02"})", "Ann Lee", "2020-05-02"},
      {R"({"@type":"Article","author":{"@list":[{"name":"Ann Lee"},{"givenName":"Bob","familyName":"Roe"}]}})", "Ann Lee;Bob Roe", ""},
      {R"({"@graph":[{"@type":"Article","author":[{"@id":"#a"}]},{"@type":"Person","@id":"#a","givenName":"Ann","familyName":"Lee"}]})", "Ann Lee",
       ""},
      {R"({"@type":"Article","author":"Ann Lee","datePublished":1588406400})", "Ann Lee", "1588406400"},
      {R"({"@type":"Article","author":"Ann Lee","datePublished":["2020-05-02"]})", "Ann Lee", "2020-05-02"},
      {R"({"@type":"Article","author":"Ann Lee","datePublished":{"@type":"Date","@value":"2020-05-02"}})", "Ann Lee", "2020-05-02"},
      // Written wrong.
      {R"({"@type":"Article","author":[{"name":"Ann Lee",},],"datePublished":"2020-05-02",})", "Ann Lee", "2020-05-02"},
      {R"(<!-- {"@type":"Article","author":"Ann Lee","datePublished":"2020-05-02"} -->)", "Ann Lee", "2020-05-02"},
      {R"(//<![CDATA[
          {"@type":"Article", // the kind
           "author":"Ann Lee", /* who */ "datePublished":"2020-05-02"}
          //]]>)",
       "Ann Lee", "2020-05-02"},
      {R"({"@type":"BreadcrumbList"} {"@type":"Article","author":"Ann Lee"})", "Ann Lee", ""},
      {R"({"@type":"BreadcrumbList"},{"@type":"Article","author":"Ann Lee"};)", "Ann Lee", ""},
      {R"({"@type":"Article","headline":"He said "no", again","author":"Ann Lee"})", "Ann Lee", ""},
      {R"({"@type":"Article","headline":"It\'s so","url":"https://a.example/b","author":"Ann Lee"})", "Ann Lee", ""},
      {R"({"@type":"Article","author":{"name":"Ann Lee"},"datePublished":"2020-05-02")", "Ann Lee", "2020-05-02"},
      {R"({&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:&quot;Ann Lee&quot;})", "Ann Lee", ""},
      {R"({\"@type\":\"Article\",\"author\":\"Ann Lee\"})", "Ann Lee", ""},
  };
  for (const Row& row : kRows) {
    JsonLd read;
    read_json_ld(row.json, read);
    std::string authors;
    for (const std::string& name : read.authors) authors += (authors.empty() ? "" : ";") + name;
    EXPECT_EQ(authors, row.authors) << row.json;
    EXPECT_EQ(read.published, row.published) << row.json;
    EXPECT_FALSE(read.broken) << row.json;
  }
}

TEST(JsonLd, WhatCannotBeReadIsTold) {
  for (const char* json : {"", "Ann Lee", "{{{{", R"({"@type" "Article"})", R"({"@type":Article})"}) {
    JsonLd read;
    read_json_ld(json, read);
    EXPECT_TRUE(read.broken) << json;
  }
}

TEST(JsonLd, RepairIsOneWalk) {
  const std::string deep(1u << 20, '['), quotes(1u << 20, '"'), slashes(1u << 20, '/');
  for (const std::string* hostile : {&deep, &quotes, &slashes}) EXPECT_LE(repaired_json(*hostile).size(), 3 * hostile->size() + 2);
  EXPECT_EQ(repaired_json(R"({"a": [1, 2,], } {"b": 3})"), R"([{"a": [1, 2]},{"b": 3}])");
}

}  // namespace
}  // namespace gesta
