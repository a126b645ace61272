#include "language/tokenizer.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

std::string tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  split_sentences(0, 0, false, tokens, sentences);
  std::string out;
  for (const Token& token : tokens) {
    if (token.span.begin == sentences[token.sentence].span.begin && token.sentence > 0) out += "/ ";
    out += token.form;
    out += ' ';
  }
  if (!out.empty()) out.pop_back();
  return out;
}

struct Row {
  std::string_view text, tokens;
};

constexpr Row kRows[] = {
    {"They don't want Iraq's oil.", "They do n't want Iraq 's oil ."},
    {"He can’t go; we’ll stay.", "He ca n’t go ; we ’ll stay ."},
    {"The U.S. Army left. It was over.", "The U.S. Army left . / It was over ."},
    {"Troops arrived in the U.S. The visit ended.", "Troops arrived in the U.S. / The visit ended ."},
    {"Gen. Khalifa Haftar met Mr. Smith.", "Gen. Khalifa Haftar met Mr. Smith ."},
    {"George W. Bush won.", "George W. Bush won ."},
    {"Abdel Fattah al-Sisi visited.", "Abdel Fattah al - Sisi visited ."},
    {"An anti-government, well-known group", "An anti-government , well - known group"},
    {"It cost $5,000 (about 10%).", "It cost $ 5,000 ( about 10 % ) ."},
    {"At 10:30 on 9/11, 3.5 km away", "At 10:30 on 9/11 , 3.5 km away"},
    {"Call 555-1234 before 5pm", "Call 555-1234 before 5 pm"},
    {"See https://example.org/a-b?c=d. Then go.", "See https://example.org/a-b?c=d . / Then go ."},
    {"Write to a.b@example.org, or example.com.", "Write to a.b@example.org , or example.com ."},
    {"“We won!” he said. “Now rest.”", "“ We won ! ” he said . / “ Now rest . ”"},
    {"\"We won!\" Smith said. \"Now rest.\"", "\" We won ! \" Smith said . / \" Now rest . \""},
    {"the workers' party and the '90s", "the workers ' party and the '90s"},
    {"O'Brien and AT&T cannot agree...", "O'Brien and AT&T can not agree ..."},
    {"Really?! Yes.", "Really ?! / Yes ."},
    {"@NATO posted #Libya and notes.txt.", "@NATO posted #Libya and notes.txt ."},
    {"He left.[9] Then it rained.", "He left . [ 9 ] / Then it rained ."},
    {"CAIRO (AFP) - Troops left. They fled.", "CAIRO ( AFP ) - Troops left . / They fled ."},
    {"NEW DELHI, DEC. 13. Gunmen came.", "NEW DELHI , DEC. 13 . / Gunmen came ."},
    {"MOSCOW, Jan. 5 (Reuters) — Talks failed.", "MOSCOW , Jan. 5 ( Reuters ) — Talks failed ."},
    {"J. R. Smith met Lt. Col. A. B. Jones.", "J. R. Smith met Lt. Col. A. B. Jones ."},
    {"Osama bin Laden and Abu Bakr al-Baghdadi of Al-Qaeda", "Osama bin Laden and Abu Bakr al - Baghdadi of Al - Qaeda"},
    {"‘We won,’ he said. ‘Rest.’", "‘ We won , ’ he said . / ‘ Rest . ’"},
    {"the soldiers’ wives and Mr. Blair’s party", "the soldiers ’ wives and Mr. Blair ’s party"},
    {"", ""},
};

TEST(Tokenizer, Rows) {
  for (const Row& row : kRows) EXPECT_EQ(tokens_of(row.text), row.tokens);
}

TEST(Tokenizer, MarksMultiwords) {
  std::vector<Token> tokens;
  const std::string_view text = "They don't.";
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[1].multiword, 2);
  EXPECT_EQ(tokens[2].multiword, 0);
  EXPECT_TRUE(tokens[0].space_after);
  EXPECT_FALSE(tokens[1].space_after);
}

TEST(Tokenizer, CutsLongSentences) {
  std::string text;
  for (int k = 0; k < 2000; ++k) text += "word ";
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
  split_sentences(0, 0, false, tokens, sentences);
  for (const Sentence& sentence : sentences) EXPECT_LE(sentence.last - sentence.first, kLongestSentence);
  EXPECT_EQ(sentences.back().last, 2000u);
}

TEST(Tokenizer, FindsDatelines) {
  const std::pair<std::string_view, std::string_view> rows[] = {{"KYIV, Oct 11 (Reuters) - Missiles hit a block.", "Missiles"},
                                                                {"Baghdad (AFP) Gunmen fired.", "Gunmen"},
                                                                {"(CNN)Turkey shelled a village.", "Turkey"},
                                                                {"West Palm Beach, Florida (AP) - The president spoke.", "The"},
                                                                {"The United Nations (UN) voted.", "The"},
                                                                {"CAPE TOWN, March 3 (AFP) -- Talks began.", "Talks"},
                                                                {"NICOSIA - Rebels left.", "Rebels"},
                                                                {"QUITO \u2013 Police left.", "Police"},
                                                                {"NATO-led troops left - at last.", "NATO"},
                                                                {"NATO said on Monday - again - no.", "NATO"},
                                                                {"Kyiv - Rebels left.", "Kyiv"},
                                                                {"UN - backed men left.", "UN"},
                                                                {"OSLO", "OSLO"}};
  for (const auto& [text, body] : rows) {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
    split_sentences(0, 0, false, tokens, sentences);
    EXPECT_TRUE(tokens[sentences.front().body].form.starts_with(body)) << text;
  }
}

// Every byte that is no space lies in exactly one token, whatever the bytes are.
TEST(Tokenizer, CoversAnyBytes) {
  uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int k = 0; k < 80; ++k) {
      state = state * 1664525u + 1013904223u;
      text += round % 2 ? static_cast<char>(state >> 24) : "aB.'- 9/\"s&@:tn!"[state >> 28];
    }
    std::vector<Token> tokens;
    tokenize(text, {0, static_cast<uint32_t>(text.size())}, tokens);
    uint32_t at = 0;
    for (const Token& token : tokens) {
      ASSERT_GE(token.span.begin, at);
      ASSERT_LT(token.span.begin, token.span.end);
      if (round % 2 == 0) {
        for (uint32_t i = at; i < token.span.begin; ++i) ASSERT_EQ(text[i], ' ');
      }
      at = token.span.end;
    }
    ASSERT_LE(at, text.size());
  }
}

}  // namespace
}  // namespace gesta
