// What is a figure of speech.
#include <gtest/gtest.h>

#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

Document words_as_lemmas(std::string_view row, std::string& text) {
  Document document = plain_words(row, text);
  for (Token& token : document.tokens) token.lemma = token.form;
  return document;
}

TEST(Topic, SportIsToldInWordsOfWar) {
  std::string text;
  const Document match = words_as_lemmas("keeper goal penalty season fans cheered as the striker fired", text);
  EXPECT_TRUE(is_figure(match, read_topic(match), "ASSAULT", 0));
  EXPECT_FALSE(is_figure(match, read_topic(match), "CONSULT", 0));
  EXPECT_FALSE(is_figure(match, {}, "ASSAULT", 0));
}

TEST(Topic, AnAccidentHasNobodyWhoFights) {
  std::string text;
  Document blast = words_as_lemmas("boiler factory inspector said the shed blew up", text);
  EXPECT_TRUE(is_figure(blast, read_topic(blast), "ASSAULT", 0));
  EXPECT_FALSE(is_figure(blast, read_topic(blast), "PROTEST", 0));
  blast.tokens[5].lemma = "grenade";
  EXPECT_FALSE(is_figure(blast, read_topic(blast), "ASSAULT", 0));
}

TEST(Topic, ANoiseLikeABombIsNone) {
  std::string text;
  const Document storm = from_conllu(
      conllu_of("It/It/PRON/PRP/2/nsubj fell/fall/VERB/VBD/0/root like/like/ADP/IN/5/case a/a/DET/DT/5/det bomb/bomb/NOUN/NN/2/obl"), text);
  EXPECT_TRUE(is_simile(storm, "ASSAULT", 4));
  const Document label =
      from_conllu(conllu_of("They/They/PRON/PRP/2/nsubj call/call/VERB/VBP/0/root it/it/PRON/PRP/2/obj \"/\"/PUNCT/``/6/punct a/a/DET/DT/6/det "
                            "bomb/bomb/NOUN/NN/2/xcomp \"/\"/PUNCT/''/6/punct"),
                  text);
  EXPECT_TRUE(is_simile(label, "ASSAULT", 5));
  const Document bomb = from_conllu(conllu_of("A/A/DET/DT/2/det bomb/bomb/NOUN/NN/3/nsubj exploded/explode/VERB/VBD/0/root"), text);
  EXPECT_FALSE(is_simile(bomb, "ASSAULT", 1));
}

}  // namespace
}  // namespace gesta
