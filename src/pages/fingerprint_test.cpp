#include "pages/fingerprint.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

std::string prose(int from, int words) {
  std::string text;
  for (int i = from; i < from + words; ++i) text += "word" + std::to_string(i) + (i % 9 == 8 ? ". " : " ");
  return text;
}

TEST(Fingerprint, FindsCopiesInTheOrderOfTheRun) {
  Duplicates run;
  EXPECT_EQ(run.add("a", fingerprint_of(prose(0, 300))), "");
  EXPECT_EQ(run.add("b", fingerprint_of(prose(1000, 300))), "");
  EXPECT_EQ(run.add("a again", fingerprint_of(prose(0, 300))), "a");
  EXPECT_EQ(run.add("a with a new lead", fingerprint_of("AGENCY, Monday. " + prose(2000, 12) + prose(0, 300))), "a");
  EXPECT_EQ(run.add("a cut short", fingerprint_of(prose(0, 220))), "a");
  EXPECT_EQ(run.add("half of b, half new", fingerprint_of(prose(1000, 150) + prose(3000, 150))), "");
  EXPECT_EQ(run.add("short", fingerprint_of(prose(0, 12))), "");
  EXPECT_EQ(run.add("short again", fingerprint_of(prose(0, 12))), "");
}

TEST(Fingerprint, CaseAndMarksDoNotCount) {
  EXPECT_EQ(resemblance(fingerprint_of(prose(0, 200)), fingerprint_of(prose(0, 200) + " ...")), 1.0);
  EXPECT_LT(resemblance(fingerprint_of(prose(0, 200)), fingerprint_of(prose(500, 200))), 0.1);
}

TEST(Fingerprint, ManyTexts) {
  Duplicates run;
  int found = 0;
  for (int i = 0; i < 2000; ++i) found += !run.add(std::to_string(i), fingerprint_of(prose(i * 61, 60))).empty();
  for (int i = 0; i < 2000; ++i) EXPECT_EQ(run.add("again", fingerprint_of(prose(i * 61, 60))), std::to_string(i));
  EXPECT_EQ(found, 0);
}

}  // namespace
}  // namespace gesta
