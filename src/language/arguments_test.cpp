#include "language/arguments.h"

#include <gtest/gtest.h>

#include <set>

#include "language/language.h"

namespace gesta {
namespace {

TEST(Arguments, NearWordsHaveARowEachAndFarOnesShareRows) {
  std::set<size_t> rows;
  for (uint32_t token = 0; token < 7; ++token) rows.insert(distance_of(token, 6, 8));
  EXPECT_EQ(rows.size(), 7u);
  EXPECT_EQ(distance_of(6, 6, 8), distance_of(7, 6, 8));
  EXPECT_EQ(distance_of(5, 6, 8), 11u);
  EXPECT_EQ(distance_of(8, 6, 8), 13u);
  EXPECT_EQ(distance_of(100, 6, 8), 24u);
  EXPECT_EQ(distance_of(0, 100, 101), 0u);
  EXPECT_EQ(distance_of(14, 6, 8), distance_of(15, 6, 8));  // 7 and 8 words on
  EXPECT_NE(distance_of(15, 6, 8), distance_of(16, 6, 8));
  for (const int offset : {-3, -2, -1, 1}) rows.insert(distance_of_sentence(offset));
  EXPECT_EQ(rows.size(), 11u);
  EXPECT_EQ(*rows.rbegin(), 28u);
}

struct Tied {
  const char *text, *event, *source, *target, *place, *speaker;  // "" for none
};

class ArgumentsOf : public testing::TestWithParam<Tied> {};

TEST_P(ArgumentsOf, TheLikeliestWordOfEachKind) {
  static const LanguageReader reader = LanguageReader::load(std::string(GESTA_SOURCE_DIR) + "/models");
  const Tied& row = GetParam();
  const std::string text(row.text);
  const Document document = reader.read(text, {{{0, static_cast<uint32_t>(text.size())}, false}}, Trees::likely);
  const EventSpan* event = nullptr;
  for (const EventSpan& span : document.event_words.spans)
    for (uint32_t i = span.first; i < span.last; ++i)
      if (document.tokens[i].form == row.event) event = &span;
  ASSERT_NE(event, nullptr);
  const char* wanted[] = {row.source, row.target, row.place, row.speaker};
  for (const Tie kind : {kSourceTie, kTargetTie, kPlaceTie, kSpeakerTie}) {
    uint32_t best = 0;
    for (uint32_t i = 0; i < document.tokens.size(); ++i)
      if (event->tie(i)[kind] > event->tie(best)[kind]) best = i;
    EXPECT_EQ(event->tie(best)[kind] > 0 ? std::string(document.tokens[best].form) : "", wanted[kind]) << row.text << " " << int{kind};
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, ArgumentsOf,
                         testing::Values(Tied{"Rebels shelled soldiers in Aleppo on Monday.", "shelled", "Rebels", "soldiers", "Aleppo", ""},
                                         Tied{"Soldiers were shelled by rebels in Aleppo on Monday.", "shelled", "rebels", "Soldiers", "Aleppo", ""},
                                         Tied{"Egypt accused Israel of spying.", "accused", "Egypt", "Israel", "", ""}));

}  // namespace
}  // namespace gesta
