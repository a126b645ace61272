// Rows: a text, a mention in it, and the fullest name of its chain.
#include <gtest/gtest.h>

#include "language/language.h"
#include "language/mention_words.h"

namespace gesta {
namespace {

const LanguageReader& reader() {
  static const LanguageReader loaded = LanguageReader::load(std::string(GESTA_SOURCE_DIR) + "/models");
  return loaded;
}

std::string words_of(const Document& document, const Mention& mention) {
  return std::string(Span{document.tokens[mention.first].span.begin, document.tokens[mention.last - 1].span.end}.of(document.text));
}

// The fullest name of the last mention with these words.
std::string best_of(std::string_view text, std::string_view words) {
  const Document document = reader().read(text, {{{0, static_cast<uint32_t>(text.size())}, false}});
  std::string best = "no such mention";
  for (const Mention& mention : document.mentions)
    if (words_of(document, mention) == words) {
      best = mention.chain == kNone ? "" : words_of(document, document.mentions[document.chains[mention.chain].best]);
    }
  return best;
}

struct Row {
  std::string_view text, mention, best;
};

constexpr Row kRows[] = {
    {"Khalifa Haftar met Egyptian officials in Cairo. Haftar left on Saturday.", "Haftar", "Khalifa Haftar"},
    {"Angela Merkel visited Ankara. She met the president.", "She", "Angela Merkel"},
    {"The Libyan National Army entered the city. The LNA met no resistance.", "LNA", "Libyan National Army"},
    {"Protesters gathered outside the embassy. Police dispersed the protesters.", "the protesters", "Protesters"},
    {"The Foreign Ministry denied the report. The ministry called it false.", "The ministry", "Foreign Ministry"},
    {"Angela Merkel, the German chancellor, left. The chancellor said nothing.", "The chancellor", "Angela Merkel"},
    {"Khalifa Haftar left. Haftar seeks support. It was reported that he met officials.", "It", "no such mention"},
    {"We won.", "We", ""},
    {"The United States sent aid. The U.S. also sent troops.", "U.S.", "United States"},
    {"The US State Department denied the report. The State Department gave no details.", "State Department", "US State Department"},
    {"\"I am ready to talk,\" Angela Merkel said.", "I", "Angela Merkel"},
    {"The Afghan team won on Friday. The team left on Sunday.", "The team", "team"},
    {"\"It is over,\" Angela Merkel said on Monday. \"I am ready to talk.\"", "I", "Angela Merkel"},
    {"Sources told the paper of a visit. They added that it was short.", "They", "Sources"},
    {"The new law is strict. The old law was mild.", "The old law", "The old law"},
    {"The Hariri Foundation for Sustainable Human Development sent books. The Hariri Foundation paid.", "Hariri Foundation",
     "Hariri Foundation for Sustainable Human Development"},
    {"Maria Lopez wrote to Ivan Petrov. Petrov replied at once. She thanked him.", "She", "Maria Lopez"},
    {"The defence ministry said three soldiers were killed when a drone hit their patrol. It blamed rebels.", "It", "The defence ministry"},
    {"Jean-Luc Claes accused Anne-Marie Dupont of lying.", "Jean-Luc Claes", "Jean-Luc Claes"},
    {"The Russian president arrived. On Sunday the President spoke.", "the President", "president"},
};

TEST(Mentions, Chains) {
  for (const Row& row : kRows) EXPECT_EQ(best_of(row.text, row.mention), row.best) << row.text;
}

TEST(Mentions, GivenNamesStandInOrder) {
  EXPECT_TRUE(std::ranges::is_sorted(kMensNames));
  EXPECT_TRUE(std::ranges::is_sorted(kWomensNames));
}

TEST(Mentions, NamesWithinNames) {
  const std::string_view text = "Texas sued on Monday. The University of Texas did not. The State Department and the US State Department are one.";
  const Document document = reader().read(text, {{{0, static_cast<uint32_t>(text.size())}, false}});
  size_t texas = 0, department = 0;
  for (const Mention& mention : document.mentions) {
    texas += words_of(document, mention) == "Texas";
    department += words_of(document, mention) == "State Department";
  }
  EXPECT_EQ(texas, 2u);
  EXPECT_EQ(department, 1u);
}

TEST(Mentions, ChainsHoldTogether) {
  const std::string_view text = "The U.N. envoy met rebels near Aleppo on Monday. He said they had agreed to a truce, but the rebels denied it.";
  const Document document = reader().read(text, {{{0, static_cast<uint32_t>(text.size())}, false}});
  for (uint32_t c = 0; c < document.chains.size(); ++c) {
    ASSERT_FALSE(document.chains[c].mentions.empty());
    EXPECT_TRUE(std::is_sorted(document.chains[c].mentions.begin(), document.chains[c].mentions.end()));
    for (const uint32_t m : document.chains[c].mentions) EXPECT_EQ(document.mentions[m].chain, c);
  }
  for (const Mention& mention : document.mentions) {
    EXPECT_LT(mention.first, mention.last);
    EXPECT_LE(mention.first, mention.head);
    EXPECT_LT(mention.head, mention.last);
  }
}

TEST(Reader, GivesTreesLemmasAndFeatures) {
  const std::string_view text = "Two protesters were detained in Minsk.";
  const Document document = reader().read(text, {{{0, static_cast<uint32_t>(text.size())}, false}});
  const Token& verb = document.tokens[3];
  EXPECT_EQ(verb.lemma, "detain");
  EXPECT_EQ(verb.head, kNone);
  EXPECT_EQ(verb.feats, "Tense=Past|VerbForm=Part|Voice=Pass");
  EXPECT_EQ(document.tokens[1].deprel, Deprel::nsubj_pass);
  EXPECT_EQ(document.tokens[1].lemma, "protester");
  EXPECT_EQ(document.children[3].size(), 4u);
}

TEST(Reader, TakesAnyBytes) {
  std::string text;
  uint32_t state = 3;
  for (int k = 0; k < 3000; ++k) text += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  const Document document = reader().read(text, {{{0, 4000}, false}, {{10, 5}, false}});
  for (const Token& token : document.tokens) EXPECT_LE(token.span.end, text.size());
}

}  // namespace
}  // namespace gesta
