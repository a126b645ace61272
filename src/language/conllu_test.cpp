#include <gtest/gtest.h>

#include "language/language.h"

namespace gesta {
namespace {

constexpr std::string_view kGold =
    "# newpar\n"
    "# sent_id = 1\n"
    "# text = They don't go.\n"
    "1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t4\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n";

TEST(Conllu, ReadsAndWritesTheSame) {
  std::string text;
  const Document document = from_conllu(kGold, text);
  EXPECT_EQ(document.text, "They don't go. ");
  ASSERT_EQ(document.tokens.size(), 5u);
  EXPECT_EQ(document.tokens[2].span.of(text), "n't");
  EXPECT_EQ(document.tokens[0].head, 3u);
  EXPECT_EQ(document.tokens[3].head, kNone);
  EXPECT_EQ(document.children[3], (std::vector<uint32_t>{0, 1, 2, 4}));
  EXPECT_EQ(to_conllu(document), kGold);
}

TEST(Conllu, TakesWhatItCan) {
  std::string text;
  const Document document = from_conllu("1\tA\n1\tB\t_\t_\t_\t_\t9\t_\t_\t_\n2.1\tC\t_\t_\t_\t_\t_\t_\t_\t_\nx\n", text);
  ASSERT_EQ(document.tokens.size(), 1u);
  EXPECT_EQ(document.tokens[0].form, "B");
  EXPECT_EQ(document.tokens[0].head, kNone);
}

}  // namespace
}  // namespace gesta
