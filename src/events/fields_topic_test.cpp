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

TEST(Topic, WhatAWeaponIsForIsNoDeed) {
  std::string text;
  const std::string ends = " attack/attack/NOUN/NN/4/compound submarine/submarine/NOUN/NN/2/obj";
  const auto weapon = [&](const std::string& row, Span words) { return is_weapon_name(from_conllu(conllu_of(row), text), "ASSAULT", words, 0); };
  EXPECT_TRUE(weapon("Manila/Manila/PROPN/NNP/2/nsubj tracked/track/VERB/VBD/0/root" + ends, {7, 31}));
  EXPECT_FALSE(weapon("Manila/Manila/PROPN/NNP/2/nsubj sank/sink/VERB/VBD/0/root" + ends, {7, 28}));
  EXPECT_FALSE(weapon("Manila/Manila/PROPN/NNP/2/nsubj left/leave/VERB/VBD/0/root after/after/ADP/IN/4/case attack/attack/NOUN/NN/2/obl", {7, 24}));
}

TEST(Topic, TheReporterAsksForNoDeed) {
  std::string text;
  const auto comment = [&](std::string_view row) { return is_request_for_comment(words_as_lemmas(row, text), "REQUEST", {0, 60}, 0); };
  EXPECT_TRUE(comment("answered no request for immediate comment"));
  EXPECT_FALSE(comment("answered a request for arms without comment"));
  EXPECT_FALSE(comment("comment on a request for arms"));
}

TEST(Topic, WhoTradesCommitsHimselfToNobody) {
  std::string text;
  const auto wares = [&](std::string_view who) {
    return is_offer_of_wares(from_conllu(conllu_of(std::string(who) + " offered/offer/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj"), text), "AGREE", 1);
  };
  EXPECT_TRUE(wares("Auctions/auction/NOUN/NNS/2/nsubj"));
  EXPECT_FALSE(wares("Rebels/rebel/NOUN/NNS/2/nsubj"));
}

TEST(Topic, WhatIsOnlyDiscussedAsPossible) {
  std::string text;
  const auto possible = [&](std::string_view verb) {
    return is_mere_possibility(from_conllu(conllu_of("They/they/PRON/PRP/2/nsubj " + std::string(verb) +
                                                     " the/the/DET/DT/4/det possibility/possibility/NOUN/NN/2/obj "
                                                     "of/of/ADP/IN/6/case pressure/pressure/NOUN/NN/4/nmod"),
                                           text),
                               5);
  };
  EXPECT_TRUE(possible("discussed/discuss/VERB/VBD/0/root"));
  EXPECT_FALSE(possible("announced/announce/VERB/VBD/0/root"));
}

TEST(Topic, AnExplosionThatWasNoAttack) {
  std::string text;
  const auto ruled = [&](std::string_view object) {
    const Document blast = from_conllu(
        conllu_of("A/a/DET/DT/2/det blast/blast/NOUN/NN/3/nsubj killed/kill/VERB/VBD/0/root two/two/NUM/CD/5/nummod men/man/NOUN/NNS/3/obj "
                  "officials/official/NOUN/NNS/7/nsubj ruled/rule/VERB/VBD/3/parataxis out/out/ADP/RP/7/compound " +
                  std::string(object)),
        text);
    return is_ruled_out(blast, "ASSAULT", {2, 22}, 0);
  };
  EXPECT_TRUE(ruled("sabotage/sabotage/NOUN/NN/7/obj"));
  EXPECT_FALSE(ruled("accident/accident/NOUN/NN/7/obj"));
}

}  // namespace
}  // namespace gesta
