// Places of a text and the place of an event, on trees written by hand.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "events/fields.h"
#include "events/where_features.h"
#include "events/where_words.h"

namespace gesta {
namespace {

struct Case {
  std::string text;
  Document document;
  std::vector<PlaceMention> places;
};

const Knowledge& knowledge() {
  static const Knowledge all = Knowledge::load({std::string(GESTA_SOURCE_DIR) + "/data", {}, {}, {}, false});
  return all;
}

const Gazetteer& gazetteer() {
  static const std::string home = GESTA_SOURCE_DIR;
  static const Gazetteer all = Gazetteer::load(home + "/build/data/gazetteer.bin", home + "/data/places.txt");
  return all;
}

// Rows of "form/upos/head/deprel", one word each.
Case read(const std::string& words) {
  std::string conllu;
  int number = 0;
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    const size_t a = word.find('/'), b = word.find('/', a + 1), c = word.find('/', b + 1);
    conllu += std::to_string(++number) + "\t" + word.substr(0, a) + "\t" + word.substr(0, a) + "\t" + word.substr(a + 1, b - a - 1) + "\t_\t_\t" +
              word.substr(b + 1, c - b - 1) + "\t" + word.substr(c + 1) + "\t_\t_\n";
    at = end + 1;
  }
  Case result;
  result.document = from_conllu(conllu + "\n", result.text);
  result.document.text = result.text;
  result.places = read_places(result.document, knowledge(), &gazetteer());
  return result;
}

std::optional<Where> where_of(const Case& c, std::string_view type, std::string_view cameo, uint32_t head = 1) {
  return read_wheres(c.document, knowledge(), c.places, std::vector<EventSite>{{head, 0, type, cameo, {}, {}, {}}}, std::vector<ToldOfEvent>(1))[0];
}

const std::string kShelled =
    "Troops/NOUN/2/nsubj shelled/VERB/0/root a/DET/4/det market/NOUN/2/obj in/ADP/6/case Syria/PROPN/2/obl ,/PUNCT/9/punct "
    "Moscow/PROPN/9/nsubj said/VERB/2/parataxis ./PUNCT/2/punct";

TEST(Where, PlaceOfTheClauseAndNotTheCapitalThatSpeaks) {
  Case c = read(kShelled);
  const auto where = where_of(c, "ASSAULT", "190");
  ASSERT_TRUE(where);
  EXPECT_EQ(where->name, "Syria");
  EXPECT_EQ(where->country, "SYR");
  EXPECT_EQ(where->precision, "country");
}

TEST(Where, SpeechHasNoPlaceUnlessTold) {
  Case c = read("Moscow/PROPN/2/nsubj accused/VERB/0/root Georgia/PROPN/2/obj ./PUNCT/2/punct");
  EXPECT_FALSE(where_of(c, "ACCUSE", "112"));
}

TEST(Where, TwoDesksAreNoPlaceOfTheDeed) {
  const Case one = read("MOSCOW/PROPN/4/parataxis -/PUNCT/1/punct Gunmen/NOUN/4/nsubj shot/VERB/0/root a/DET/6/det guard/NOUN/4/obj");
  const auto where = where_of(one, "ASSAULT", "193", 3);
  EXPECT_TRUE(where && where->country == "RUS");
  const Case two = read(
      "ANKARA/PROPN/6/parataxis and/CCONJ/3/cc MOSCOW/PROPN/1/conj -/PUNCT/1/punct Gunmen/NOUN/6/nsubj shot/VERB/0/root a/DET/8/det "
      "guard/NOUN/6/obj");
  EXPECT_FALSE(where_of(two, "ASSAULT", "193", 5));
}

TEST(Where, AStateThatStrikesIsNotWhereItDoes) {
  const Case c = read("Russia/PROPN/2/nsubj shelled/VERB/0/root a/DET/4/det market/NOUN/2/obj");
  EXPECT_FALSE(where_of(c, "ASSAULT", "190"));
}

TEST(Where, AdjectivesAndTitledNamesAreNoPlaces) {
  Case c = read("Egyptian/ADJ/3/amod President/NOUN/3/compound Jordan/PROPN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct");
  EXPECT_TRUE(c.places.empty());
}

TEST(Where, NobodyTellsATown) {
  std::string words = "Judges/NOUN/2/nsubj told/VERB/0/root Kennedy/PROPN/2/iobj to/PART/5/mark leave/VERB/2/xcomp";
  Case c = read(words);
  c.document.mentions.push_back({2, 3, 2, MentionKind::person, kNone});
  EXPECT_TRUE(read_places(c.document, knowledge(), &gazetteer()).empty());
}

TEST(Where, AShipIsNoPlace) {
  for (const char* words : {"HMS/PROPN/2/compound Richmond/PROPN/3/nsubj fired/VERB/0/root ./PUNCT/3/punct",
                            "The/DET/2/det tanker/NOUN/4/nsubj Richmond/PROPN/2/appos burned/VERB/0/root ./PUNCT/4/punct",
                            "The/DET/2/det Richmond/PROPN/4/nsubj did/AUX/4/aux drift/VERB/0/root ./PUNCT/4/punct"})
    EXPECT_TRUE(read(words).places.empty()) << words;
}

TEST(Where, TheCapitalIsTheOneThatTheTextNames) {
  Case c = read(
      "Bamako/PROPN/2/nsubj burned/VERB/0/root as/SCONJ/5/mark troops/NOUN/5/nsubj fired/VERB/2/advcl in/ADP/9/case the/DET/9/det "
      "Malian/ADJ/9/amod capital/NOUN/5/obl ./PUNCT/2/punct");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[1].place.name, "Bamako");
  EXPECT_EQ(c.places[1].place.geonames, c.places[0].place.geonames);
}

TEST(Where, TheCapitalOfACountryHasItsPlaceWithoutAName) {
  Case c = read("Troops/NOUN/2/nsubj fired/VERB/0/root in/ADP/6/case the/DET/6/det Malian/ADJ/6/amod capital/NOUN/2/obl ./PUNCT/2/punct");
  ASSERT_EQ(c.places.size(), 1u);
  EXPECT_EQ(c.places[0].place.name, "Malian capital");
  EXPECT_EQ(c.places[0].place.country, "MLI");
  EXPECT_EQ(c.places[0].place.precision, "city");
}

TEST(Where, UnknownPlaceKeepsItsNameInsideTheCountryOfTheText) {
  Case c = read("Rebels/NOUN/2/nsubj took/VERB/0/root Zzarouba/PROPN/4/compound Airport/PROPN/2/obj in/ADP/6/case Libya/PROPN/2/obl ./PUNCT/2/punct");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[0].place.name, "Zzarouba Airport");
  EXPECT_EQ(c.places[0].place.country, "LBY");
  EXPECT_EQ(c.places[0].place.precision, "point");
  EXPECT_FALSE(c.places[0].place.lat);
}

// What is said of the place itself weighs more than whose people suffer there.
TEST(Where, TheCountryAfterTheCommaAndInTheAppositionHoldsTheName) {
  const std::array<std::string_view, 2> rows[] = {
      {"French/ADJ/2/amod doctors/NOUN/4/nsubj:pass were/AUX/4/aux:pass shot/VERB/0/root at/ADP/6/case Zzardera/PROPN/4/obl ,/PUNCT/10/punct "
       "in/ADP/10/case southern/ADJ/10/amod Somalia/PROPN/4/obl ./PUNCT/4/punct",
       "SOM"},
      {"Hijackers/NOUN/2/nsubj hold/VERB/0/root an/DET/5/det Indian/ADJ/5/amod jet/NOUN/2/obj in/ADP/9/case the/DET/9/det Afghan/ADJ/9/amod "
       "city/NOUN/2/obl of/ADP/11/case Kandahar/PROPN/9/nmod ./PUNCT/2/punct",
       "AFG"}};
  for (const auto& [words, wanted] : rows) {
    const Case c = read(std::string(words));
    ASSERT_FALSE(c.places.empty()) << words;
    EXPECT_EQ(c.places[0].place.country, wanted) << words;
  }
}

// What stands right behind a name tells where it lies, whatever else the text speaks of.
TEST(Where, WhatFollowsTheNameHoldsIt) {
  const std::array<std::string_view, 3> rows[] = {
      {"French/ADJ/2/amod doctors/NOUN/4/nsubj:pass were/AUX/4/aux:pass shot/VERB/0/root at/ADP/6/case Zzeni/PROPN/4/obl in/ADP/9/case "
       "western/ADJ/9/amod Nepal/PROPN/6/nmod ./PUNCT/4/punct",
       "Zzeni", "NPL"},
      {"French/ADJ/2/amod doctors/NOUN/4/nsubj:pass were/AUX/4/aux:pass shot/VERB/0/root at/ADP/8/case Zzadera/PROPN/8/compound "
       "refugee/NOUN/8/compound camp/NOUN/4/obl in/ADP/13/case north/ADV/12/compound -/PUNCT/12/punct eastern/ADJ/13/amod Kenya/PROPN/8/nmod "
       "./PUNCT/4/punct",
       "Zzadera", "KEN"},
      {"Migrants/NOUN/2/nsubj vanished/VERB/0/root in/ADP/7/case the/DET/7/det Mexican/ADJ/7/amod border/NOUN/7/compound city/NOUN/2/obl "
       "of/ADP/9/case Zzeynosa/PROPN/7/nmod ./PUNCT/2/punct",
       "Zzeynosa", "MEX"}};
  for (const auto& [words, name, country] : rows) {
    const Case c = read(std::string(words));
    ASSERT_FALSE(c.places.empty()) << words;
    EXPECT_EQ(c.places[0].place.name, name) << words;
    EXPECT_EQ(c.places[0].place.country, country) << words;
  }
}

TEST(Where, ASuburbLiesWhereItsTownLies) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const Case c = read(
      "Rioters/NOUN/2/nsubj looted/VERB/0/root shops/NOUN/2/obj in/ADP/7/case the/DET/7/det Durban/PROPN/7/compound suburb/NOUN/2/obl "
      "of/ADP/9/case Phoenix/PROPN/7/nmod ./PUNCT/2/punct");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[0].place.country, "ZAF");
  EXPECT_EQ(c.places[1].place.country, "ZAF");
}

TEST(Where, NearbyRegionDecidesAmongNamesakes) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  Case c = read("Bombs/NOUN/2/nsubj hit/VERB/0/root Tripoli/PROPN/2/obj ,/PUNCT/5/punct Lebanon/PROPN/3/appos ./PUNCT/2/punct");
  ASSERT_FALSE(c.places.empty());
  EXPECT_EQ(c.places[0].place.country, "LBN");
}

// What the first name means: region and country.
TEST(Where, NamesOfOneTextHelpEachOther) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::array<std::string_view, 2> rows[] = {
      {"Paris/PROPN/2/nsubj voted/VERB/0/root in/ADP/4/case Texas/PROPN/2/obl ./PUNCT/2/punct", "Texas USA"},
      {"Paris/PROPN/2/nsubj voted/VERB/0/root in/ADP/4/case France/PROPN/2/obl ./PUNCT/2/punct", "Ile-de-France FRA"},
      {"Lexington/PROPN/4/nsubj ,/PUNCT/3/punct Va./PROPN/1/appos voted/VERB/0/root ./PUNCT/4/punct", "Virginia USA"},
      {"Lexington/PROPN/4/nsubj ,/PUNCT/3/punct KY/PROPN/1/appos voted/VERB/0/root ./PUNCT/4/punct", "Kentucky USA"},
      {"Dublin/PROPN/2/nsubj and/CCONJ/3/cc Hilliard/PROPN/1/conj voted/VERB/0/root near/ADP/6/case Columbus/PROPN/4/obl ./PUNCT/4/punct",
       "Ohio USA"},
  };
  for (const auto& [words, wanted] : rows) {
    const Case c = read(std::string(words));
    ASSERT_FALSE(c.places.empty()) << words;
    EXPECT_EQ(c.places[0].place.admin1 + " " + c.places[0].place.country, wanted) << words;
  }
}

TEST(Where, PartOfAPlaceLiesWhereThePlaceLies) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  Case c = read("Shots/NOUN/2/nsubj rang/VERB/0/root in/ADP/6/case South/PROPN/6/compound Los/PROPN/6/compound Angeles/PROPN/2/obl ./PUNCT/2/punct");
  Mention mention;
  mention.first = 3, mention.last = 6, mention.head = 5, mention.kind = MentionKind::place;
  c.document.mentions.push_back(mention);
  const auto places = read_places(c.document, knowledge(), &gazetteer(), {});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].place.name, "South Los Angeles");
  EXPECT_EQ(places[0].place.country, "USA");
  EXPECT_TRUE(places[0].place.lat);
}

TEST(Where, MarkedNamesArePlacesWhateverTheyLookLike) {
  Case c = read("American/ADJ/2/amod troops/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct");
  const std::vector<Span> marked{{0, 8}};
  const auto places = read_marked_places(c.document, knowledge(), &gazetteer(), {}, marked);
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].place.country, "USA");
  EXPECT_TRUE(places[0].place.lat);
}

TEST(Where, AnArticleIsNoPartOfANameUnlessItIs) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::string rest = "/PROPN/3/compound police/NOUN/4/nsubj came/VERB/0/root";
  const auto named = [&](const std::string& word) {
    const auto places = read("The/DET/3/det " + word + rest).places;
    return places.empty() ? std::string() : places[0].place.name;
  };
  EXPECT_EQ(named("Baghdad"), "Baghdad");
  EXPECT_EQ(named("Hague"), "The Hague");
  EXPECT_TRUE(read("Rebels/NOUN/2/nsubj came/VERB/0/root from/ADP/5/case the/DET/5/det North/PROPN/2/obl").places.empty());
}

TEST(Where, AnybodysHouseIsNoPlaceAndAnIslandLiesWhereItsNameDoes) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  EXPECT_TRUE(read("Rebels/NOUN/2/nsubj stood/VERB/0/root outside/ADP/5/case the/DET/5/det house/NOUN/2/obl").places.empty());
  EXPECT_EQ(read("Rebels/NOUN/2/nsubj stood/VERB/0/root outside/ADP/4/case parliament/NOUN/2/obl").places.size(), 1u);
  const auto places = read("Missiles/NOUN/2/nsubj crossed/VERB/0/root Hokkaido/PROPN/4/compound island/NOUN/2/obj").places;
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].place.name + " " + places[0].place.country, "Hokkaido island JPN");
}

TEST(Where, LettersThatOpenASentenceAreNoTown) {
  EXPECT_TRUE(read("ASHA/PROPN/2/compound workers/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct").places.empty());
  EXPECT_EQ(read("AMMAN/PROPN/3/nsubj -/PUNCT/1/punct Rebels/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct").places.size(), 1u);
}

TEST(Where, NoTreeNoHarm) {
  Case c = read(kShelled);
  EXPECT_FALSE(where_of(c, "ASSAULT", "190", kNone));
  EXPECT_EQ(where_choices(c.document, knowledge(), {}, std::vector<EventSite>{{1, 0, "ASSAULT", "190", {}, {}, {}}}, 0, {}).size(), 1u);
  EXPECT_TRUE(is_title("Mr.") && is_spot_word("Square") && !is_never_place("Cairo"));
}

}  // namespace
}  // namespace gesta
