// Rows: a gold file and what is wrong with it, or what it holds.
#include "language/gold.h"

#include <gtest/gtest.h>

#include "base/result.h"

namespace gesta {
namespace {

std::string fault_of(std::string_view bytes, bool chains) {
  try {
    chains ? read_chains(bytes, "gold") : read_bio(bytes, "gold");
  } catch (const SetupError& error) {
    return error.what();
  }
  return "";
}

struct Row {
  std::string_view bytes, fault;
};

constexpr Row kBio[] = {
    {"Xi\tB-PER\nJinping\tI-PER\n\nleft\tO\n", ""},
    {"Xi B-PER\n", "gold:1: no tab; a line is token<TAB>tag"},
    {"Xi\tB-PER\nleft\tX\n", "gold:2: tag \"X\" is none of O, B-KIND, I-KIND"},
    {"Xi\tB-PER\n\nJinping\tI-PER\n", "gold:3: tag I-PER continues no name of its kind"},
    {"\tO\n", "gold:1: the token is empty"},
};

constexpr Row kChains[] = {
    {"# begin document\n0\tXi\t(1)\n1\tleft\t_\n# end document\n", ""},
    {"0\tXi\t(1)\n", "gold:1: a token outside \"# begin document\""},
    {"# begin document\n0\tXi\n", "gold:2: fewer than three columns; a line is number<TAB>token<TAB>chains"},
    {"# begin document\n0\tXi\t1)\n", "gold:2: chain 1 is closed but not open"},
    {"# begin document\n0\tXi\t(1\n# end document\n", "gold:3: the bracket of chain 1 is never closed"},
    {"# begin document\n0\tXi\tone\n", "gold:2: brackets \"one\" are none of (N, N), (N)"},
    {"# begin document\n0\tXi\t(1)\n", "gold:2: the document has no \"# end document\""},
};

TEST(Gold, Faults) {
  for (const Row& row : kBio) EXPECT_EQ(fault_of(row.bytes, false), row.fault) << row.bytes;
  for (const Row& row : kChains) EXPECT_EQ(fault_of(row.bytes, true), row.fault) << row.bytes;
}

TEST(Gold, TextAndSpans) {
  const auto texts =
      read_chains("# begin document\n0\tThe\t(1(2\n1\tarmy\t_\n2\t's\t2)\n3\tchief\t1)\n4\t(\t_\n5\the\t(1)\n6\t)\t_\n# end document\n", "gold");
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(texts[0].text, "The army's chief (he) ");
  ASSERT_EQ(texts[0].spans.size(), 3u);
  EXPECT_EQ(texts[0].spans[0].label, "2");
  EXPECT_EQ(texts[0].spans[0].last, 3u);
  EXPECT_EQ(texts[0].spans[1].label, "1");
  EXPECT_EQ(texts[0].spans[1].last, 4u);
  EXPECT_EQ(texts[0].spans[2].first, 5u);
}

TEST(Gold, TextsOfBio) {
  EXPECT_EQ(read_bio("a\tO\n\nb\tO\n", "gold").size(), 2u);
  const auto marked = read_bio("-DOCSTART-\tO\n\na\tO\n\nb\tO\n\n-DOCSTART-\tO\n\nc\tB-PER\n", "gold");
  ASSERT_EQ(marked.size(), 2u);
  EXPECT_EQ(marked[0].document.sentences.size(), 2u);
}

}  // namespace
}  // namespace gesta
