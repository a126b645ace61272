// Reports that contradict each other.
#include <gtest/gtest.h>

#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

TEST(Contradictions, LinkedBothWays) {
  std::vector<Report> reports(2);
  for (Report& report : reports) report.type = "ASSAULT", report.cameo = "190", report.source.push_back({"x", "", "RUS", "", "", {}, kNone});
  reports[0].id = "a";
  reports[1].id = "b";
  reports[1].status = Status::denied;
  std::string text;
  const Document document = plain_words("x", text);
  link_contradictions(document, reports);
  EXPECT_EQ(reports[0].contradicts, std::vector<std::string>{"b"});
  EXPECT_EQ(reports[1].contradicts, std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace gesta
