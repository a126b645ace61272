#include "language/titles.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace gesta {
namespace {

// "form/upos/head/deprel ..." in, "head/deprel" of each word out.
std::vector<std::string> mended(const std::string& row) {
  std::istringstream words(row);
  std::string conllu, word, text;
  for (int id = 1; words >> word; ++id) {
    std::istringstream cells(word);
    std::vector<std::string> c;
    for (std::string cell; std::getline(cells, cell, '/');) c.push_back(cell);
    conllu += std::to_string(id) + "\t" + c[0] + "\t" + c[0] + "\t" + c[1] + "\t_\t_\t" + c[2] + "\t" + c[3] + "\t_\t_\n";
  }
  Document document = from_conllu(conllu + "\n", text);
  mend_titles(document, document.sentences[0]);
  std::vector<std::string> out;
  for (const Token& token : document.tokens)
    out.push_back((token.head == kNone ? "0" : std::to_string(token.head + 1)) + "/" + std::string(name(token.deprel)));
  return out;
}

TEST(Titles, ATitleBesideItsNameIsNoSecondConjunct) {
  const auto tree = mended("Hasina/PROPN/6/nsubj and/CCONJ/4/cc her/PRON/4/nmod:poss counterpart/NOUN/1/conj Singh/PROPN/1/conj met/VERB/0/root");
  EXPECT_EQ(tree[3], "5/nmod:desc");
  EXPECT_EQ(tree[4], "1/conj");
  EXPECT_EQ(tree[1], "5/cc");
}

TEST(Titles, TwoMattersOfOneOffice) {
  const std::string office = "Minister/PROPN/0/root of/ADP/3/case Industry/PROPN/1/nmod and/CCONJ/5/cc ";
  EXPECT_EQ(mended(office + "Technology/PROPN/1/conj")[4], "3/conj");
  EXPECT_EQ(mended(office + "Mladic/PROPN/1/conj")[4], "1/conj");
}

TEST(Titles, ANameBehindTheCountryIsThatOfTheOffice) {
  const std::string office = "President/PROPN/0/root of/ADP/3/case Republic/PROPN/1/nmod of/ADP/5/case Azerbaijan/PROPN/3/nmod ";
  EXPECT_EQ(mended(office + "Ilham/PROPN/3/nmod Aliyev/PROPN/6/flat")[5], "1/appos");
  EXPECT_EQ(mended(office + "of/ADP/7/case Ilham/PROPN/3/nmod")[6], "3/nmod");
}

TEST(Titles, TwoNamesThatHangAlikeAreOne) {
  const auto tree = mended("Penny/PROPN/6/nsubj Wong/PROPN/6/nsubj ,/PUNCT/5/punct a/DET/5/det minister/NOUN/2/appos spoke/VERB/0/root");
  EXPECT_EQ(tree[1], "1/flat");
  EXPECT_EQ(tree[4], "1/appos");
  EXPECT_EQ(mended("Cairo/PROPN/3/nsubj Wong/PROPN/3/obl spoke/VERB/0/root")[1], "3/obl");
}

TEST(Titles, ANumberBeforeTheSpeakerIsWhatIsDone) {
  EXPECT_EQ(mended("killing/VERB/7/ccomp at/ADV/4/advmod least/ADV/2/fixed two/NUM/6/nummod ,/PUNCT/4/punct group/NOUN/7/nsubj said/VERB/0/root")[3],
            "1/obj");
  EXPECT_EQ(mended("killing/VERB/0/root two/NUM/5/nummod ,/PUNCT/4/punct three/NUM/5/nummod monks/NOUN/1/obj")[1], "5/nummod");
  EXPECT_EQ(mended("In/ADP/2/case two/NUM/5/nummod ,/PUNCT/5/punct rich/ADJ/5/amod cities/NOUN/0/root")[1], "5/nummod");
}

TEST(Titles, WhoStandsBehindTheCommaBeforeSaidSaysIt) {
  const std::string clause = "Rebels/NOUN/2/nsubj killed/VERB/6/ccomp villagers/NOUN/2/obj ,/PUNCT/5/punct Observatory/PROPN/3/appos ";
  EXPECT_EQ(mended(clause + "said/VERB/0/root")[4], "6/nsubj");
  EXPECT_EQ(mended(clause + "said/VERB/0/root it/PRON/6/nsubj")[4], "3/appos");
  EXPECT_EQ(mended("Rebels/NOUN/2/nsubj killed/VERB/0/root villagers/NOUN/2/obj ,/PUNCT/5/punct farmers/NOUN/3/appos said/VERB/5/acl")[4], "3/appos");
}

TEST(Titles, OtherConjunctsStay) {
  const auto tree = mended("police/NOUN/5/nsubj ,/PUNCT/3/punct soldiers/NOUN/1/conj and/CCONJ/5/cc Haftar/PROPN/1/conj");
  EXPECT_EQ(tree[2], "1/conj");
  EXPECT_EQ(tree[4], "1/conj");
}

TEST(Titles, ADayBeforeTheSubjectIsNoPartOfIt) {
  const auto day = mended("On/ADP/4/case Saturday/PROPN/4/compound local/ADJ/4/amod rebels/NOUN/5/nsubj shelled/VERB/0/root");
  EXPECT_EQ(day[0], "2/case");
  EXPECT_EQ(day[1], "5/obl");
  EXPECT_EQ(day[2], "4/amod");
  const auto night = mended("On/ADP/2/case Friday/PROPN/4/compound night/NOUN/4/compound rebels/NOUN/5/nsubj left/VERB/0/root");
  EXPECT_EQ(night[1], "3/compound");
  EXPECT_EQ(night[2], "5/obl");
  EXPECT_EQ(mended("Sunday/PROPN/2/compound worship/NOUN/3/nsubj ended/VERB/0/root")[0], "2/compound");
}

}  // namespace
}  // namespace gesta
