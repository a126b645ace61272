#include "language/sentence_ends.h"

#include <gtest/gtest.h>

#include "language/tokenizer.h"

namespace gesta {
namespace {

std::string split(std::string_view text, const SentenceEnds& model) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  split_sentences(0, 0, false, tokens, sentences, &model);
  std::string out;
  for (const Sentence& sentence : sentences) out += (out.empty() ? "" : " / ") + std::string(sentence.span.of(text));
  return out;
}

constexpr std::string_view kRows[] = {
    "Gen. Khalifa Haftar met Mr. Smith on Tuesday. / He left for Cairo the next day.",
    "Police arrested 12 people in the U.S. capital. / \"We will go on,\" said one of them. / Nobody was hurt.",
    "Is the truce over? / Nobody in the town could say.",
    "The price rose by 3.5 percent in No. 4 district, according to J. K. Brown.",
    "Dozens hurt as crane falls in Mecca / Saturday, September 12, 2015 / A storm swept over the city.",
    "The storm came on Saturday, September 12, 2015 and left on Sunday.",
    "Fighting near Laukkai has driven 10,000 Kokang villagers into China, a shopkeeper in Nansan said.",
    "Please let me know if you have any questions / Thanks, / Maria",
    "Kenya, Somalia agree to reopen border",
};

TEST(SentenceEnds, RowsOfText) {
  const SentenceEnds model(ModelFile::open(std::string(GESTA_SOURCE_DIR) + "/models/sentences.gmdl"));
  for (const std::string_view row : kRows) {
    std::string text(row);
    for (size_t at; (at = text.find(" / ")) != std::string::npos;) text.erase(at, 2);
    EXPECT_EQ(split(text, model), row);
  }
}

TEST(SentenceEnds, ALongRunIsCut) {
  const SentenceEnds model(ModelFile::open(std::string(GESTA_SOURCE_DIR) + "/models/sentences.gmdl"));
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  split_sentences(0, 0, false, tokens, sentences, &model);
  EXPECT_EQ(sentences.back().last, tokens.size());
  for (const Sentence& sentence : sentences) EXPECT_LE(sentence.last - sentence.first, kLongestSentence);
}

TEST(SentenceEnds, EverySignIsInTheTable) {
  std::string_view text = "(One \"two Three. four\n\xff";
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  const auto last = static_cast<uint32_t>(tokens.size());
  const ParagraphSigns paragraph(tokens, 0, last, rule_ends(tokens, 0));
  std::vector<uint32_t> signs;
  for (uint32_t end = 1; end < last; ++end) {
    paragraph.of(0, end, signs);
    EXPECT_EQ(signs.size(), 28u);
    for (const uint32_t sign : signs) EXPECT_LT(sign, kEndSigns);
  }
}

}  // namespace
}  // namespace gesta
