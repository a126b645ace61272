#include "base/json.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

TEST(JsonWriter, WritesNestedValues) {
  JsonWriter json;
  json.begin_object()
      .key("a")
      .begin_array()
      .number(int64_t{1})
      .number(0.1)
      .null()
      .end_array()
      .key("b")
      .string("x\"\\\n\x01\xFFz")
      .key("c")
      .begin_object()
      .end_object()
      .end_object();
  EXPECT_EQ(json.text(), "{\"a\":[1,0.1,null],\"b\":\"x\\\"\\\\\\n\\u0001\xEF\xBF\xBDz\",\"c\":{}}");
}

}  // namespace
}  // namespace gesta
