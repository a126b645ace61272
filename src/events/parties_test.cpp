// Whom a phrase names, on trees written by hand, without a model.
#include "events/parties.h"

#include <gtest/gtest.h>

#include "events/roles.h"

namespace gesta {
namespace {

const Knowledge& knowledge() {
  static const Knowledge all = Knowledge::load({std::string(GESTA_SOURCE_DIR) + "/data", {}, {}, {}, false});
  return all;
}

// Rows of "form/lemma/upos/head/deprel", one word each; "upos:xpos" where the Penn tag matters.
Document read(const std::string& words, std::string& text) {
  std::string conllu;
  int number = 0;
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    std::string word = words.substr(at, end - at), line = std::to_string(++number);
    int field = 0;
    for (size_t from = 0; field < 5; ++field) {
      const size_t to = std::min(word.find('/', from), word.size());
      std::string cell = word.substr(from, to - from);
      if (field == 2) {
        const size_t colon = cell.find(':');
        cell = cell.substr(0, colon) + "\t" + (colon == std::string::npos ? "_" : cell.substr(colon + 1)) + "\t_";
      }
      line += "\t" + cell;
      from = to + 1;
    }
    conllu += line + "\t_\t_\n";
    at = end + 1;
  }
  Document document = from_conllu(conllu + "\n", text);
  document.text = text;
  return document;
}

struct Row {
  std::string words;
  uint32_t head;
  std::string codes;  // of all parties of the phrase
};

class Phrase : public testing::TestWithParam<Row> {};

TEST_P(Phrase, NamesItsParties) {
  std::string text;
  const Document document = read(GetParam().words, text);
  const Tree tree(document);
  const PartyReader parties(tree, knowledge(), parse_iso_date("1998-06-01"), {});
  std::string codes;
  for (const Party& party : parties.read(GetParam().head)) codes += (codes.empty() ? "" : " ") + party.code;
  EXPECT_EQ(codes, GetParam().codes) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Phrase,
    testing::Values(
        Row{"Israel/Israel/PROPN/3/nsubj Smith/Smith/PROPN/1/flat left/leave/VERB/0/root", 0, ""},
        Row{"The/the/DET/2/det Commonwealth/Commonwealth/PROPN/5/nsubj of/of/ADP/4/case Virginia/Virginia/PROPN/2/nmod left/leave/VERB/0/root", 1,
            ""},
        Row{"South/South/ADJ/3/amod Korean/Korean/ADJ/3/amod police/police/NOUN/4/nsubj left/leave/VERB/0/root", 2, "KORCOP"},
        Row{"NICOSIA/NICOSIA/PROPN/4/nsubj -/-/PUNCT/1/punct Rebels/rebel/NOUN/4/nsubj left/leave/VERB/0/root", 0, ""},
        Row{"Egypt/Egypt/PROPN/4/nsubj and/and/CCONJ/3/cc Libya/Libya/PROPN/1/conj met/meet/VERB/0/root", 0, "EGYGOV LBYGOV"},
        Row{"Egypt/Egypt/PROPN/4/nsubj and/and/CCONJ/3/cc Libya/Libya/PROPN/1/conj met/meet/VERB/0/root ,/,/PUNCT/8/punct both/both/DET/7/det "
            "sides/side/NOUN/8/nsubj said/say/VERB/4/parataxis",
            6, "EGYGOV LBYGOV"},
        Row{"Cambodian/Cambodian/ADJ/4/amod and/and/CCONJ/3/cc Thai/Thai/ADJ/1/conj officers/officer/NOUN:NNS/5/nsubj met/meet/VERB/0/root", 3,
            "KHMMIL THAMIL"},
        Row{"Cambodia/Cambodia/PROPN/2/nsubj blamed/blame/VERB/0/root Thailand/Thailand/PROPN/2/obj ,/,/PUNCT/6/punct each/each/DET/6/det "
            "army/army/NOUN/7/nsubj fired/fire/VERB/2/parataxis",
            5, "KHMGOV THAGOV"},
        Row{"Cambodia/Cambodia/PROPN/2/nsubj told/tell/VERB/0/root Thailand/Thailand/PROPN/2/obj of/of/ADP/5/case Laos/Laos/PROPN/2/obl "
            ",/,/PUNCT/8/punct each/each/DET/8/det "
            "army/army/NOUN/9/nsubj fired/fire/VERB/2/parataxis",
            7, "KHMMIL"},
        Row{"Weapons/Weapons/PROPN/2/compound Center/Center/PROPN/3/nsubj left/leave/VERB/0/root Germany/Germany/PROPN/3/obj", 1, ""},
        Row{"The/the/DET/3/det Lebanese/Lebanese/ADJ/3/amod Hezbollah/Hezbollah/PROPN/4/nsubj left/leave/VERB/0/root", 2, "LBNREB"},
        Row{"The/the/DET/3/det Turkish/Turkish/ADJ/3/amod Hezbollah/Hezbollah/PROPN/4/nsubj left/leave/VERB/0/root", 2, "TURREB"},
        Row{"The/the/DET/3/det Security/Security/PROPN/3/compound Council/Council/PROPN/4/nsubj met/meet/VERB/0/root", 2, "IGO"},
        Row{"The/the/DET/4/det National/National/ADJ/4/amod Security/Security/PROPN/4/compound Council/Council/PROPN/6/nsubj of/of/ADP/6/case "
            "Kenya/Kenya/PROPN/4/nmod met/meet/VERB/0/root",
            3, "KENGOV"},
        Row{"The/the/DET/4/det Russian/Russian/ADJ/4/amod Security/Security/PROPN/4/compound Council/Council/PROPN/5/nsubj met/meet/VERB/0/root", 3,
            "RUSGOV"},
        Row{"30,000/30,000/NUM/3/nummod Egyptian/Egyptian/ADJ/3/amod pounds/pound/NOUN:NNS/4/nsubj left/leave/VERB/0/root", 1, ""},
        Row{"Vietnam/Vietnam/PROPN/5/nmod:poss 's/'s/PART/1/case Ministry/Ministry/PROPN/6/nsubj of/of/ADP/5/case Defence/Defence/PROPN/3/nmod "
            "left/leave/VERB/0/root",
            2, "VNMGOV"},
        Row{"Kenya/Kenya/PROPN/5/nmod:poss 's/'s/PART/1/case National/National/ADJ/5/amod Intelligence/Intelligence/PROPN/5/compound "
            "Service/Service/PROPN/6/nsubj left/leave/VERB/0/root",
            4, "KENSPY"},
        Row{"US/US/PROPN/2/compound Secretary/Secretary/PROPN/5/nsubj of/of/ADP/4/case State/State/PROPN/2/nmod left/leave/VERB/0/root", 1, "USAGOV"},
        Row{"US/US/PROPN/2/compound Secretary/Secretary/PROPN/5/nsubj of/of/ADP/4/case State/State/PROPN/2/nmod left/leave/VERB/0/root", 3, ""},
        Row{"America/America/PROPN/2/nsubj left/leave/VERB/0/root lawmakers/lawmaker/NOUN:NNS/6/nsubj in/in/ADP/5/case Tehran/Tehran/PROPN/3/nmod "
            "voted/vote/VERB/2/parataxis",
            2, "IRNLEG"},
        Row{"In/in/ADP/2/case Cairo/Cairo/PROPN/5/obl ,/,/PUNCT/5/punct demonstrators/demonstrator/NOUN:NNS/5/nsubj stoned/stone/VERB/0/root "
            "the/the/DET/8/det American/American/ADJ/8/amod embassy/embassy/NOUN/5/obj",
            3, "EGYCVL"},
        Row{"Eritrea/Eritrea/PROPN/7/nsubj whose/whose/PRON:WP$/3/nmod:poss troops/troops/NOUN/4/nsubj fought/fight/VERB/1/acl:relcl "
            "Ethiopian/Ethiopian/ADJ/6/amod rebels/rebel/NOUN:NNS/4/obj left/leave/VERB/0/root",
            2, "ERIMIL"},
        Row{"Moammar/Moammar/PROPN/3/nsubj Gadhafi/Gadhafi/PROPN/1/flat left/leave/VERB/0/root", 0, "LBYGOV"}));

TEST(Party, AnotherSpellingOfASurnameNeedsItsCountry) {
  std::string text;
  const auto id = [&](const std::string& words) {
    Document document = read(words, text);
    document.mentions.push_back({0, 1, 0, MentionKind::person, kNone});
    const Tree tree(document);
    const auto found = PartyReader(tree, knowledge(), parse_iso_date("1998-06-01"), {}).read(0);
    return found.empty() ? std::string() : found[0].id;
  };
  EXPECT_EQ(id("Ghadaffy/Ghadaffy/PROPN/2/nsubj left/leave/VERB/0/root Libya/Libya/PROPN/2/obj"), "person:muammar-gaddafi");
  EXPECT_EQ(id("Ghadaffy/Ghadaffy/PROPN/2/nsubj left/leave/VERB/0/root Kenya/Kenya/PROPN/2/obj"), "");
}

TEST(Party, ASurnameThatTheTextGivesToAnotherIsNotTheLeaders) {
  std::string text;
  const auto id = [&](const std::string& words, uint32_t full, uint32_t head) {
    Document document = read(words, text);
    if (full != kNone) document.mentions.push_back({full, full + 2, full, MentionKind::person, kNone});
    document.mentions.push_back({head, head + 1, head, MentionKind::person, kNone});
    const Tree tree(document);
    const auto found = PartyReader(tree, knowledge(), parse_iso_date("1998-06-01"), {}).read(head);
    return found.empty() ? std::string() : found[0].id;
  };
  EXPECT_EQ(id("Roger/Roger/PROPN/3/nsubj Clinton/Clinton/PROPN/1/flat left/leave/VERB/0/root ,/,/PUNCT/3/punct Clinton/Clinton/PROPN/6/nsubj "
               "said/say/VERB/3/parataxis",
               0, 4),
            "");
  EXPECT_EQ(
      id("President/president/PROPN/5/nsubj Clinton/Clinton/PROPN/1/flat and/and/CCONJ/4/cc Hillary/Hillary/PROPN/1/conj left/leave/VERB/0/root "
         "Ohio/Ohio/PROPN/5/obj ,/,/PUNCT/8/punct Clinton/Clinton/PROPN/9/nsubj said/say/VERB/5/parataxis",
         0, 7),
      "person:bill-clinton");
  const std::string mitchell = "Mitchell/Mitchell/PROPN/2/nsubj left/leave/VERB/0/root ";  // borne by many: Grenada's premier in a text on Grenada
  EXPECT_EQ(id(mitchell + "Dallas/Dallas/PROPN/2/obj", kNone, 0), "");
  EXPECT_EQ(id(mitchell + "Grenada/Grenada/PROPN/2/obj", kNone, 0), "person:keith-mitchell");
}

TEST(Party, AnAgentIsCalledByAllItsWords) {
  std::string text;
  Document document = read(
      "Two/two/NUM/6/nummod right/right/ADJ/4/amod -/-/PUNCT/4/punct wing/wing/NOUN/6/compound Flemish/Flemish/ADJ/6/amod "
      "extremists/extremist/NOUN:NNS/7/nsubj left/leave/VERB/0/root",
      text);
  for (const uint32_t i : {2u, 3u})  // "right-wing"
    for (uint32_t k = i; k < document.tokens.size(); ++k) --document.tokens[k].span.begin, --document.tokens[k].span.end;
  text.replace(text.find(" - "), 3, "-");
  document.text = text;
  const Tree tree(document);
  const auto found = PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {}).read(5);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name, "right-wing Flemish extremists");
}

TEST(Party, AWarshipIsCalledByItsOwnName) {
  std::string text;
  const Document document = read("USS/USS/PROPN/3/nsubj Independence/Independence/PROPN/1/flat sailed/sail/VERB/0/root", text);
  const Tree tree(document);
  const auto found = PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {}).read(0);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].name + " " + found[0].code, "USS Independence USAMIL");
}

TEST(Party, AManWithARankIsMoreThanAName) {
  std::string text;
  const auto bare = [&](const std::string& words, uint32_t head) {
    Document document = read(words, text);
    document.mentions.push_back({head, head + 2, head, MentionKind::person, kNone});
    const Tree tree(document);
    const PartyReader parties(tree, knowledge(), parse_iso_date("1996-03-08"), {});
    const auto found = parties.read(head);
    return !found.empty() && parties.just_a_name(found[0]);
  };
  EXPECT_TRUE(bare("Tom/Tom/PROPN/3/nsubj Latan/Latan/PROPN/1/flat fired/fire/VERB/0/root", 0));
  EXPECT_FALSE(bare("Sgt./sgt./NOUN/2/compound Tom/Tom/PROPN/4/nsubj Latan/Latan/PROPN/2/flat fired/fire/VERB/0/root", 1));
}

TEST(Party, WhatDescribesAnotherIsNoPartyOfItsOwn) {
  std::string text;
  const Document document = read("Four/four/NUM/3/nummod rebel/rebel/NOUN/3/compound officers/officer/NOUN:NNS/4/nsubj left/leave/VERB/0/root", text);
  const Tree tree(document);
  const Cast cast(tree, PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {}));
  ASSERT_EQ(cast.members().size(), 1u);
  EXPECT_EQ(cast.members()[0].heads, std::vector<uint32_t>{2});
}

TEST(Party, ALongerNameIsThePlaceThatItNames) {
  std::string text;
  const Document document = read("New/New/ADJ/2/amod Mexico/Mexico/PROPN/3/nsubj left/leave/VERB/0/root", text);
  const Tree tree(document);
  PlaceMention place{{0, 10}, 0, 2, {}};
  place.place.lat = 34, place.place.lon = -106;
  const auto name = [&](const std::string& country) {
    place.place.country = country;
    const auto found = PartyReader(tree, knowledge(), parse_iso_date("1996-03-08"), {place}).read(1);
    return found.empty() ? "" : found[0].name + " " + found[0].code;
  };
  EXPECT_EQ(name("USA"), "New Mexico USAGOV");
  EXPECT_EQ(name("MEX"), "Mexico MEXGOV");
  EXPECT_EQ(name(""), "");  // as the Gulf of Mexico
}

}  // namespace
}  // namespace gesta
