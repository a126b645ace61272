#include <gtest/gtest.h>

#include <string>

#include "language/language.h"

namespace gesta {
namespace {

// Words of war that are meant, and words of war that are not.
TEST(Relevance, WarIsTold) {
  const LanguageReader reader = LanguageReader::load(std::string(GESTA_SOURCE_DIR) + "/models");
  const struct {
    const char* text;
    bool political;
  } rows[] = {
      {"Rebels fired mortars at the airport on Monday. The army shelled two villages and said it had retaken the road to the capital.", true},
      {"Thousands marched through the city against the new tax. Police arrested forty demonstrators near the parliament.", true},
      {"The striker fired twice from the edge of the box. The visitors defended in depth and attacked late, but the champions held out for a draw.",
       false},
      {"The tenor attacked the second act with fire. Critics bombarded the director with questions after the premiere.", false},
      {"Shares retreated after an early charge as investors fought over the bank. The bid was rejected and the price war goes on.", false},
  };
  for (const auto& row : rows) {
    const std::string text = row.text;
    const Document document = reader.read(text, {{{0, static_cast<uint32_t>(text.size())}, false}}, Trees::likely);
    for (const Sentence& sentence : document.sentences) {
      if (!sentence.parsed) continue;
      EXPECT_EQ(sentence.relevance > 0, row.political) << text << " " << sentence.relevance;
    }
  }
}

}  // namespace
}  // namespace gesta
