// Places of a text and the place of an event, on trees written by hand.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "events/fields.h"
#include "events/tree_rows.h"
#include "events/where_features.h"
#include "events/where_found.h"
#include "events/where_words.h"

namespace gesta {
namespace {

struct Case {
  std::string text;
  Document document;
  std::vector<PlaceMention> places;
};

const Gazetteer& gazetteer() {
  static const std::string home = GESTA_SOURCE_DIR;
  static const Gazetteer all = Gazetteer::load(home + "/build/data/gazetteer.bin", home + "/data/places.txt");
  return all;
}

Case read(const std::string& row) {
  Case result;
  result.document = from_conllu(conllu_of(row), result.text);
  result.document.text = result.text;
  result.places = read_places(result.document, knowledge(), &gazetteer());
  return result;
}

std::optional<Where> where_of(const Case& c, std::string_view type, std::string_view cameo, uint32_t head = 1) {
  return read_wheres(c.document, knowledge(), c.places, std::vector<EventSite>{{head, 0, type, cameo, {}, {}, {}}}, std::vector<ToldOfEvent>(1))[0];
}

const std::string kShelled =
    "Troops/Troops/NOUN/_/2/nsubj shelled/shelled/VERB/_/0/root a/a/DET/_/4/det market/market/NOUN/_/2/obj in/in/ADP/_/6/case "
    "Syria/Syria/PROPN/_/2/obl ,/,/PUNCT/_/9/punct "
    "Moscow/Moscow/PROPN/_/9/nsubj said/said/VERB/_/2/parataxis ././PUNCT/_/2/punct";

TEST(Where, PlaceOfTheClauseAndNotTheCapitalThatSpeaks) {
  Case c = read(kShelled);
  const auto where = where_of(c, "ASSAULT", "190");
  ASSERT_TRUE(where);
  EXPECT_EQ(where->name, "Syria");
  EXPECT_EQ(where->country, "SYR");
  EXPECT_EQ(where->precision, "country");
}

TEST(Where, SpeechHasNoPlaceUnlessTold) {
  Case c = read("Moscow/Moscow/PROPN/_/2/nsubj accused/accused/VERB/_/0/root Georgia/Georgia/PROPN/_/2/obj ././PUNCT/_/2/punct");
  EXPECT_FALSE(where_of(c, "ACCUSE", "112"));
}

TEST(Where, TwoDesksAreNoPlaceOfTheDeed) {
  const Case one = read(
      "MOSCOW/MOSCOW/PROPN/_/4/parataxis -/-/PUNCT/_/1/punct Gunmen/Gunmen/NOUN/_/4/nsubj shot/shot/VERB/_/0/root a/a/DET/_/6/det "
      "guard/guard/NOUN/_/4/obj");
  const auto where = where_of(one, "ASSAULT", "193", 3);
  EXPECT_TRUE(where && where->country == "RUS");
  const Case two = read(
      "ANKARA/ANKARA/PROPN/_/6/parataxis and/and/CCONJ/_/3/cc MOSCOW/MOSCOW/PROPN/_/1/conj -/-/PUNCT/_/1/punct Gunmen/Gunmen/NOUN/_/6/nsubj "
      "shot/shot/VERB/_/0/root a/a/DET/_/8/det "
      "guard/guard/NOUN/_/6/obj");
  EXPECT_FALSE(where_of(two, "ASSAULT", "193", 5));
}

TEST(Where, ThereIsNoPlaceToldAfterwards) {
  const Case c = read(
      "Police/police/NOUN/_/2/nsubj shot/shoot/VERB/_/0/root farmers/farmer/NOUN/_/2/obj there/there/ADV/_/2/advmod and/and/CCONJ/_/6/cc "
      "marched/march/VERB/_/2/conj in/in/ADP/_/8/case Syria/Syria/PROPN/_/6/obl");
  EXPECT_FALSE(where_of(c, "ASSAULT", "175"));
}

TEST(Where, AStateThatStrikesIsNotWhereItDoes) {
  const Case c = read("Russia/Russia/PROPN/_/2/nsubj shelled/shelled/VERB/_/0/root a/a/DET/_/4/det market/market/NOUN/_/2/obj");
  EXPECT_FALSE(where_of(c, "ASSAULT", "190"));
}

// The place named first, as a choice for the event of the head.
TEST(Where, AGovernmentThatActsIsNoPlace) {
  const auto barred = [](std::string_view row, uint32_t head, std::string_view type = "COERCE") {
    const Case c = read(std::string(row));
    const std::vector<EventSite> sites{{head, 0, type, "191", {}, {}, {}}};
    const auto choices = where_choices(c.document, knowledge(), c.places, sites, 0, {});
    return choices.size() > 1 && choices[1].barred;
  };
  const std::string juba = "Juba/Juba/PROPN/NNP/2/nsubj ";
  EXPECT_TRUE(barred(juba + "closed/close/VERB/VBD/0/root roads/road/NOUN/NNS/2/obj", 1));
  EXPECT_FALSE(barred(juba + "burned/burn/VERB/VBD/0/root", 1));
  EXPECT_FALSE(barred("Juba/Juba/PROPN/NNP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass closed/close/VERB/VBN/0/root", 2));
  // "Juba, where a curfew held, protested": the curfew was there
  EXPECT_FALSE(barred(
      "Juba/Juba/PROPN/NNP/7/nsubj ,/,/PUNCT/,/1/punct where/where/ADV/WRB/5/advmod curfew/curfew/NOUN/NN/5/nsubj held/hold/VERB/VBD/1/acl:relcl "
      ",/,/PUNCT/,/1/punct protested/protest/VERB/VBD/0/root",
      4));
  // who speaks and who does, a body and a crowd
  const std::string in_juba = " in/in/ADP/IN/4/case Juba/Juba/PROPN/NNP/2/nmod ", them = " them/they/PRON/PRP/5/obj";
  const std::string council = "The/the/DET/DT/2/det council/council/NOUN/NN/5/nsubj" + in_juba;
  EXPECT_TRUE(barred(council + "accused/accuse/VERB/VBD/0/root" + them, 4, "ACCUSE"));
  EXPECT_FALSE(barred(council + "arrested/arrest/VERB/VBD/0/root" + them, 4));
  EXPECT_FALSE(barred("The/the/DET/DT/2/det crowd/crowd/NOUN/NN/5/nsubj" + in_juba + "accused/accuse/VERB/VBD/0/root" + them, 4, "ACCUSE"));
  // in no town of it
  const std::string closed =
      "Closing/close/VERB/VBG/9/advcl shops/shop/NOUN/NNS/1/obj in/in/ADP/IN/4/case Juba/Juba/PROPN/NNP/2/nmod ,/,/PUNCT/,/9/punct "
      "the/the/DET/DT/7/det army/army/NOUN/NN/9/nsubj had/have/AUX/VBD/9/aux cut/cut/VERB/VBN/0/root lines/line/NOUN/NNS/9/obj ";
  EXPECT_TRUE(barred(closed + "across/across/ADP/IN/13/case the/the/DET/DT/13/det country/country/NOUN/NN/9/obl", 8));
  EXPECT_FALSE(barred(closed + "across/across/ADP/IN/13/case the/the/DET/DT/13/det river/river/NOUN/NN/9/obl", 8));
}

TEST(Where, AdjectivesAndTitledNamesAreNoPlaces) {
  Case c = read(
      "Egyptian/Egyptian/ADJ/_/3/amod President/President/NOUN/_/3/compound Jordan/Jordan/PROPN/_/4/nsubj spoke/spoke/VERB/_/0/root "
      "././PUNCT/_/4/punct");
  EXPECT_TRUE(c.places.empty());
}

TEST(Where, AMinisterOfCommerceIsOfNoTown) {
  EXPECT_TRUE(read("Minister/minister/NOUN/_/4/nsubj of/of/ADP/_/3/case Commerce/Commerce/PROPN/_/1/nmod met/meet/VERB/_/0/root").places.empty());
}

TEST(Where, NobodyTellsATown) {
  std::string words =
      "Judges/Judges/NOUN/_/2/nsubj told/told/VERB/_/0/root Kennedy/Kennedy/PROPN/_/2/iobj to/to/PART/_/5/mark leave/leave/VERB/_/2/xcomp";
  Case c = read(words);
  c.document.mentions.push_back({2, 3, 2, MentionKind::person, kNone});
  EXPECT_TRUE(read_places(c.document, knowledge(), &gazetteer()).empty());
}

TEST(Where, AShipIsNoPlace) {
  for (const char* words :
       {"HMS/HMS/PROPN/_/2/compound Richmond/Richmond/PROPN/_/3/nsubj fired/fired/VERB/_/0/root ././PUNCT/_/3/punct",
        "The/The/DET/_/2/det tanker/tanker/NOUN/_/4/nsubj Richmond/Richmond/PROPN/_/2/appos burned/burned/VERB/_/0/root ././PUNCT/_/4/punct",
        "The/The/DET/_/2/det Richmond/Richmond/PROPN/_/4/nsubj did/did/AUX/_/4/aux drift/drift/VERB/_/0/root ././PUNCT/_/4/punct"})
    EXPECT_TRUE(read(words).places.empty()) << words;
}

TEST(Where, TheCapitalIsTheOneThatTheTextNames) {
  Case c = read(
      "Bamako/Bamako/PROPN/_/2/nsubj burned/burned/VERB/_/0/root as/as/SCONJ/_/5/mark troops/troops/NOUN/_/5/nsubj fired/fired/VERB/_/2/advcl "
      "in/in/ADP/_/9/case the/the/DET/_/9/det "
      "Malian/Malian/ADJ/_/9/amod capital/capital/NOUN/_/5/obl ././PUNCT/_/2/punct");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[1].place.name, "Bamako");
  EXPECT_EQ(c.places[1].place.geonames, c.places[0].place.geonames);
}

TEST(Where, TheCapitalOfACountryHasItsPlaceWithoutAName) {
  Case c = read(
      "Troops/Troops/NOUN/_/2/nsubj fired/fired/VERB/_/0/root in/in/ADP/_/6/case the/the/DET/_/6/det Malian/Malian/ADJ/_/6/amod "
      "capital/capital/NOUN/_/2/obl ././PUNCT/_/2/punct");
  ASSERT_EQ(c.places.size(), 1u);
  EXPECT_EQ(c.places[0].place.name, "Malian capital");
  EXPECT_EQ(c.places[0].place.country, "MLI");
  EXPECT_EQ(c.places[0].place.precision, "city");
}

// Of the country that the text speaks of most; where it names no capital, none is found.
TEST(Where, InTheCapitalIsInTheOneThatTheTextNames) {
  const std::string burned =
      "burned/burn/VERB/VBD/0/root as/as/SCONJ/IN/5/mark Malian/Malian/ADJ/JJ/5/amod troops/troop/NOUN/NNS/6/nsubj "
      "fired/fire/VERB/VBD/2/advcl in/in/ADP/IN/9/case the/the/DET/DT/9/det capital/capital/NOUN/NN/6/obl";
  const Case named = read("Bamako/Bamako/PROPN/NNP/2/nsubj " + burned);
  ASSERT_EQ(named.places.size(), 2u);
  EXPECT_EQ(named.places[1].place.name, "Bamako");
  EXPECT_EQ(read("BAMAKO/BAMAKO/PROPN/NNP/2/nsubj " + burned).places[1].place.name, "Bamako");
  EXPECT_TRUE(read("Shops/shop/NOUN/NNS/2/nsubj " + burned).places.empty());
}

TEST(Where, UnknownPlaceKeepsItsNameInsideTheCountryOfTheText) {
  Case c = read(
      "Rebels/Rebels/NOUN/_/2/nsubj took/took/VERB/_/0/root Zzarouba/Zzarouba/PROPN/_/4/compound Airport/Airport/PROPN/_/2/obj in/in/ADP/_/6/case "
      "Libya/Libya/PROPN/_/2/obl ././PUNCT/_/2/punct");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[0].place.name, "Zzarouba Airport");
  EXPECT_EQ(c.places[0].place.country, "LBY");
  EXPECT_EQ(c.places[0].place.precision, "point");
  EXPECT_FALSE(c.places[0].place.lat);
}

// What is said of the place itself weighs more than whose people suffer there.
TEST(Where, TheCountryAfterTheCommaAndInTheAppositionHoldsTheName) {
  const std::array<std::string_view, 2> rows[] = {
      {"French/French/ADJ/_/2/amod doctors/doctors/NOUN/_/4/nsubj:pass were/were/AUX/_/4/aux:pass shot/shot/VERB/_/0/root at/at/ADP/_/6/case "
       "Zzardera/Zzardera/PROPN/_/4/obl ,/,/PUNCT/_/10/punct "
       "in/in/ADP/_/10/case southern/southern/ADJ/_/10/amod Somalia/Somalia/PROPN/_/4/obl ././PUNCT/_/4/punct",
       "SOM"},
      {"Hijackers/Hijackers/NOUN/_/2/nsubj hold/hold/VERB/_/0/root an/an/DET/_/5/det Indian/Indian/ADJ/_/5/amod jet/jet/NOUN/_/2/obj "
       "in/in/ADP/_/9/case the/the/DET/_/9/det Afghan/Afghan/ADJ/_/9/amod "
       "city/city/NOUN/_/2/obl of/of/ADP/_/11/case Kandahar/Kandahar/PROPN/_/9/nmod ././PUNCT/_/2/punct",
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
      {"French/French/ADJ/_/2/amod doctors/doctors/NOUN/_/4/nsubj:pass were/were/AUX/_/4/aux:pass shot/shot/VERB/_/0/root at/at/ADP/_/6/case "
       "Zzeni/Zzeni/PROPN/_/4/obl in/in/ADP/_/9/case "
       "western/western/ADJ/_/9/amod Nepal/Nepal/PROPN/_/6/nmod ././PUNCT/_/4/punct",
       "Zzeni", "NPL"},
      {"French/French/ADJ/_/2/amod doctors/doctors/NOUN/_/4/nsubj:pass were/were/AUX/_/4/aux:pass shot/shot/VERB/_/0/root at/at/ADP/_/8/case "
       "Zzadera/Zzadera/PROPN/_/8/compound "
       "refugee/refugee/NOUN/_/8/compound camp/camp/NOUN/_/4/obl in/in/ADP/_/13/case north/north/ADV/_/12/compound -/-/PUNCT/_/12/punct "
       "eastern/eastern/ADJ/_/13/amod Kenya/Kenya/PROPN/_/8/nmod "
       "././PUNCT/_/4/punct",
       "Zzadera refugee camp", "KEN"},
      {"Migrants/Migrants/NOUN/_/2/nsubj vanished/vanished/VERB/_/0/root in/in/ADP/_/7/case the/the/DET/_/7/det Mexican/Mexican/ADJ/_/7/amod "
       "border/border/NOUN/_/7/compound city/city/NOUN/_/2/obl "
       "of/of/ADP/_/9/case Zzeynosa/Zzeynosa/PROPN/_/7/nmod ././PUNCT/_/2/punct",
       "Zzeynosa", "MEX"}};
  for (const auto& [words, name, country] : rows) {
    const Case c = read(std::string(words));
    ASSERT_FALSE(c.places.empty()) << words;
    EXPECT_EQ(c.places[0].place.name, name) << words;
    EXPECT_EQ(c.places[0].place.country, country) << words;
  }
}

// "In Cairo, Israel said": who speaks behind the comma does not hold the place.
TEST(Where, ASpeakerBehindTheNameDoesNotHoldIt) {
  const auto holds = [](std::string_view row) {
    std::string text;
    return lies_by(from_conllu(conllu_of(row), text), 3, 4).has_value();
  };
  EXPECT_FALSE(
      holds("Rebels/rebel/NOUN/NNS/2/nsubj fought/fight/VERB/VBD/6/ccomp Zzeynosa/Zzeynosa/PROPN/NNP/2/obj ,/,/PUNCT/,/6/punct "
            "Kenya/Kenya/PROPN/NNP/6/nsubj said/say/VERB/VBD/0/root"));
  EXPECT_FALSE(
      holds("Rebels/rebel/NOUN/NNS/2/nsubj fought/fight/VERB/VBD/7/ccomp Zzeynosa/Zzeynosa/PROPN/NNP/2/obj ,/,/PUNCT/,/7/punct "
            "Kenya/Kenya/PROPN/NNP/6/nmod:poss army/army/NOUN/NN/7/nsubj said/say/VERB/VBD/0/root"));
  EXPECT_TRUE(
      holds("Rebels/rebel/NOUN/NNS/2/nsubj fought/fight/VERB/VBD/0/root Zzeynosa/Zzeynosa/PROPN/NNP/2/obj ,/,/PUNCT/,/5/punct "
            "Kenya/Kenya/PROPN/NNP/3/appos"));
}

// "In Homs, the London-based daily reported": the daily is of London, not Homs.
TEST(Where, TheSeatOfAPaperDoesNotHoldTheName) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  std::string rows = conllu_of(
      "They/they/PRON/PRP/2/nsubj met/meet/VERB/VBD/9/ccomp in/in/ADP/IN/4/case Homs/Homs/PROPN/NNP/2/obl ,/,/PUNCT/,/9/punct "
      "the/the/DET/DT/9/det London/London/PROPN/NNP/9/obl -/-/PUNCT/HYPH/9/punct based/base/VERB/VBN/10/amod daily/daily/NOUN/NN/0/root");
  for (const char* joined : {"\tLondon\t", "\t-\t-\t"}) rows.replace(rows.find('\n', rows.find(joined)) - 1, 1, "SpaceAfter=No");
  std::string text;
  Document document = from_conllu(rows, text);
  document.text = text;
  const auto places = read_places(document, knowledge(), &gazetteer());
  ASSERT_FALSE(places.empty());
  EXPECT_EQ(places[0].place.country, "SYR");
}

TEST(Where, AnEmbassyIsNotInItsOwnCountry) {
  const Case c = read(
      "Kuwait/Kuwait/PROPN/NNP/2/nsubj put/put/VERB/VBD/0/root guards/guard/NOUN/NNS/2/obj around/around/ADP/IN/7/case the/the/DET/DT/7/det "
      "Syrian/Syrian/ADJ/JJ/7/amod embassy/embassy/NOUN/NN/2/obl");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[1].place.name + " " + c.places[1].place.country, "Syrian embassy KWT");
}

// Which place of the text comes first, and where it lies.
TEST(Where, NamesKnownAllOverTheWorld) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::string fired = "Navies/navy/NOUN/NNS/2/nsubj fired/fire/VERB/VBD/0/root off/off/ADP/IN/6/case the/the/DET/DT/6/det ";
  const std::string burned = "Flags/flag/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass burned/burn/VERB/VBN/0/root in/in/ADP/IN/5/case ";
  const std::array<std::string, 2> rows[] = {
      // with the last word in small letters
      {fired + "Senkaku/Senkaku/PROPN/NNP/6/compound islands/island/NOUN/NNS/2/obl", "Senkaku islands "},
      {fired + "Punggye/Punggye/PROPN/NNP/2/obl -/-/PUNCT/HYPH/7/punct ri/ri/PROPN/NNP/5/flat", "Punggye PRK"},
      // towns told one after the other
      {burned + "Nairobi/Nairobi/PROPN/NNP/3/obl ,/,/PUNCT/,/7/punct Lusaka/Lusaka/PROPN/NNP/5/conj and/and/CCONJ/CC/9/cc "
                "Cairo/Cairo/PROPN/NNP/5/conj ././PUNCT/./3/punct",
       "Nairobi KEN"},
      // not in the state of New York, whatever else lies there
      {burned + "Geneva/Geneva/PROPN/NNP/3/obl after/after/SCONJ/IN/7/mark Buffalo/Buffalo/PROPN/NNP/3/obl and/and/CCONJ/CC/9/cc "
                "Rochester/Rochester/PROPN/NNP/7/conj in/in/ADP/IN/11/case Syracuse/Syracuse/PROPN/NNP/3/obl ././PUNCT/./3/punct",
       "Geneva CHE"}};
  for (const auto& [words, wanted] : rows) {
    const Case c = read(words);
    ASSERT_FALSE(c.places.empty()) << words;
    EXPECT_EQ(c.places[0].place.name + " " + c.places[0].place.country, wanted) << words;
  }
}

// Not a larger town in California or a smaller one in Pennsylvania.
TEST(Where, FromAfarACapitalIsMeant) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const auto country = [](const std::string& words, Origin origin) {
    const Case c = read("They/they/PRON/_/2/nsubj met/meet/VERB/_/0/root in/in/ADP/_/4/case " + words);
    return read_places(c.document, knowledge(), &gazetteer(), origin).at(0).place.country;
  };
  const std::string san_jose = "San/San/PROPN/_/2/obl Jose/Jose/PROPN/_/4/flat", kingston = "Kingston/Kingston/PROPN/_/2/obl";
  EXPECT_EQ(country(san_jose, {"VEN", ""}), "CRI");
  EXPECT_EQ(country(san_jose, {"", "", true}), "CRI");
  EXPECT_EQ(country(kingston, {"HTI", ""}), "JAM");
}

TEST(Where, ASuburbLiesWhereItsTownLies) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const Case c = read(
      "Rioters/Rioters/NOUN/_/2/nsubj looted/looted/VERB/_/0/root shops/shops/NOUN/_/2/obj in/in/ADP/_/7/case the/the/DET/_/7/det "
      "Durban/Durban/PROPN/_/7/compound suburb/suburb/NOUN/_/2/obl "
      "of/of/ADP/_/9/case Phoenix/Phoenix/PROPN/_/7/nmod ././PUNCT/_/2/punct");
  ASSERT_EQ(c.places.size(), 2u);
  EXPECT_EQ(c.places[0].place.country, "ZAF");
  EXPECT_EQ(c.places[1].place.country, "ZAF");
}

TEST(Where, NearbyRegionDecidesAmongNamesakes) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  Case c = read(
      "Bombs/Bombs/NOUN/_/2/nsubj hit/hit/VERB/_/0/root Tripoli/Tripoli/PROPN/_/2/obj ,/,/PUNCT/_/5/punct Lebanon/Lebanon/PROPN/_/3/appos "
      "././PUNCT/_/2/punct");
  ASSERT_FALSE(c.places.empty());
  EXPECT_EQ(c.places[0].place.country, "LBN");
}

// What the first name means: region and country.
TEST(Where, NamesOfOneTextHelpEachOther) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::array<std::string_view, 2> rows[] = {
      {"Paris/Paris/PROPN/_/2/nsubj voted/voted/VERB/_/0/root in/in/ADP/_/4/case Texas/Texas/PROPN/_/2/obl ././PUNCT/_/2/punct", "Texas USA"},
      {"Paris/Paris/PROPN/_/2/nsubj voted/voted/VERB/_/0/root in/in/ADP/_/4/case France/France/PROPN/_/2/obl ././PUNCT/_/2/punct",
       "Ile-de-France FRA"},
      {"Lexington/Lexington/PROPN/_/4/nsubj ,/,/PUNCT/_/3/punct Va./Va./PROPN/_/1/appos voted/voted/VERB/_/0/root ././PUNCT/_/4/punct",
       "Virginia USA"},
      {"Lexington/Lexington/PROPN/_/4/nsubj ,/,/PUNCT/_/3/punct KY/KY/PROPN/_/1/appos voted/voted/VERB/_/0/root ././PUNCT/_/4/punct", "Kentucky USA"},
      {"Dublin/Dublin/PROPN/_/2/nsubj and/and/CCONJ/_/3/cc Hilliard/Hilliard/PROPN/_/1/conj voted/voted/VERB/_/0/root near/near/ADP/_/6/case "
       "Columbus/Columbus/PROPN/_/4/obl ././PUNCT/_/4/punct",
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
  Case c = read(
      "Shots/Shots/NOUN/_/2/nsubj rang/rang/VERB/_/0/root in/in/ADP/_/6/case South/South/PROPN/_/6/compound Los/Los/PROPN/_/6/compound "
      "Angeles/Angeles/PROPN/_/2/obl ././PUNCT/_/2/punct");
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
  Case c = read("American/American/ADJ/_/2/amod troops/troops/NOUN/_/3/nsubj left/left/VERB/_/0/root ././PUNCT/_/3/punct");
  const std::vector<Span> marked{{0, 8}};
  const auto places = read_marked_places(c.document, knowledge(), &gazetteer(), {}, marked);
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].place.country, "USA");
  EXPECT_TRUE(places[0].place.lat);
}

TEST(Where, AnArticleIsNoPartOfANameUnlessItIs) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::string rest = "/PROPN/_/3/compound police/police/NOUN/_/4/nsubj came/came/VERB/_/0/root";
  const auto named = [&](const std::string& word) {
    const auto places = read("The/The/DET/_/3/det " + word + "/" + word + rest).places;
    return places.empty() ? std::string() : places[0].place.name;
  };
  EXPECT_EQ(named("Baghdad"), "Baghdad");
  EXPECT_EQ(named("Hague"), "The Hague");
  EXPECT_TRUE(read("Rebels/Rebels/NOUN/_/2/nsubj came/came/VERB/_/0/root from/from/ADP/_/5/case the/the/DET/_/5/det North/North/PROPN/_/2/obl")
                  .places.empty());
}

TEST(Where, AnybodysHouseIsNoPlaceAndAnIslandLiesWhereItsNameDoes) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  EXPECT_TRUE(read("Rebels/Rebels/NOUN/_/2/nsubj stood/stood/VERB/_/0/root outside/outside/ADP/_/5/case the/the/DET/_/5/det house/house/NOUN/_/2/obl")
                  .places.empty());
  EXPECT_EQ(
      read("Rebels/Rebels/NOUN/_/2/nsubj stood/stood/VERB/_/0/root outside/outside/ADP/_/4/case parliament/parliament/NOUN/_/2/obl").places.size(),
      1u);
  const auto places =
      read("Missiles/Missiles/NOUN/_/2/nsubj crossed/crossed/VERB/_/0/root Hokkaido/Hokkaido/PROPN/_/4/compound island/island/NOUN/_/2/obj").places;
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].place.name + " " + places[0].place.country, "Hokkaido island JPN");
}

TEST(Where, AStreetIsNotTheTownWhoseNameItBears) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::string took = "Rebels/Rebels/NOUN/_/2/nsubj took/took/VERB/_/0/root ", street = "street/street/NOUN/_/2/obj";
  EXPECT_EQ(read(took + "Paris/Paris/PROPN/_/4/compound " + street).places.at(0).place.name, "Paris street");
  EXPECT_EQ(
      read(took + "Paris/Paris/PROPN/_/2/obj street/street/NOUN/_/2/obl by/by/ADP/_/6/case " + "street/street/NOUN/_/4/nmod").places.at(0).place.name,
      "Paris");
}

TEST(Where, LettersThatOpenASentenceAreNoTown) {
  EXPECT_TRUE(read("ASHA/ASHA/PROPN/_/2/compound workers/workers/NOUN/_/3/nsubj left/left/VERB/_/0/root ././PUNCT/_/3/punct").places.empty());
  EXPECT_EQ(
      read("AMMAN/AMMAN/PROPN/_/3/nsubj -/-/PUNCT/_/1/punct Rebels/Rebels/NOUN/_/4/nsubj left/left/VERB/_/0/root ././PUNCT/_/4/punct").places.size(),
      1u);
}

TEST(Where, PlacesOfOneCountrySpeakForEachOther) {
  std::vector<PlaceMention> places(3);
  std::vector<WhereChoice> choices(4);  // none, then the places
  for (uint32_t k = 0; k < 3; ++k) choices[k + 1].mention = k;
  places[0].place.name = "Cebu", places[1].place.name = "Libya", places[2].place.name = "Misrata";
  places[0].place.country = "PHL", places[1].place.country = places[2].place.country = "LBY";
  EXPECT_EQ(likeliest_choice(choices, {0, 900, 600, 500}, places), 2u);
  EXPECT_EQ(likeliest_choice(choices, {0, 900, 100, -900}, places), 1u);
  EXPECT_EQ(likeliest_choice(choices, {1000, 900, 600, 500}, places), 0u);
}

TEST(Where, WhereAPersonIsFromIsNotWhereItWasDone) {
  const auto choices = [](const std::string& between) {
    const Case c = read("Robbers/robber/NOUN/_/2/nsubj shot/shoot/VERB/_/0/root Zzthapa/Zzthapa/PROPN/_/2/obj ,/,/PUNCT/_/5/punct " + between +
                        " ,/,/PUNCT/_/5/punct of/of/ADP/_/8/case Nepal/Nepal/PROPN/_/3/nmod");
    return where_choices(c.document, knowledge(), c.places, std::vector<EventSite>{at(1, "ASSAULT")}, 0, {}).size();
  };
  EXPECT_EQ(choices("41/41/NUM/_/3/appos"), 1u);
  EXPECT_EQ(choices("guard/guard/NOUN/_/3/appos"), 2u);
}

TEST(Where, ABorderLiesOnTheSideOfWhoKeepsWatch) {
  const Case c = read(
      "Guards/guard/NOUN/_/2/nsubj patrolled/patrol/VERB/_/0/root along/along/ADP/_/6/case the/the/DET/_/6/det Iraqi/Iraqi/ADJ/_/6/amod "
      "border/border/NOUN/_/2/obl");
  EventSite site = at(1, "MOBILIZE");
  site.cameo = "154";
  const auto country = [&] {
    const auto where = read_wheres(c.document, knowledge(), c.places, std::vector<EventSite>{site}, std::vector<ToldOfEvent>(1))[0];
    return where ? where->country : std::string();
  };
  EXPECT_EQ(country(), "IRQ");
  site.source_countries = {"JOR"};
  EXPECT_EQ(country(), "JOR");
  site.type = "ASSAULT";
  EXPECT_EQ(country(), "IRQ");
}

TEST(Where, ACurfewIsOnTheCountryThatIsTold) {
  const Case c = read(
      "Officers/officer/NOUN/_/2/nsubj imposed/impose/VERB/_/0/root a/a/DET/_/4/det curfew/curfew/NOUN/_/2/obj in/in/ADP/_/6/case "
      "Gabon/Gabon/PROPN/_/2/obl");
  const auto where = where_of(c, "COERCE", "1723");
  EXPECT_TRUE(where && where->country == "GAB");
}

// The tagger of names takes them for persons.
TEST(Where, WhatIsToldOfTheWholeCountryIsThere) {
  const auto where = [](const std::string& how, const std::string& country, const std::string& type) {
    const Case c = read("Troops/troop/NOUN/NNS/2/nsubj imposed/impose/VERB/VBD/0/root a/a/DET/DT/5/det " + how + "/" + how +
                        "/ADJ/JJ/5/amod curfew/curfew/NOUN/NN/2/obj while/while/SCONJ/IN/8/mark Syria/Syria/PROPN/NNP/8/nsubj "
                        "mourned/mourn/VERB/VBD/2/advcl");
    return read_wheres(c.document, knowledge(), c.places, std::vector<EventSite>{{1, 0, type, "120", {}, {country}, {}}},
                       std::vector<ToldOfEvent>(1))[0];
  };
  EXPECT_TRUE(where("nationwide", "SYR", "COERCE"));
  EXPECT_FALSE(where("nationwide", "IRQ", "COERCE"));
  EXPECT_FALSE(where("nationwide", "SYR", "REQUEST"));
  EXPECT_FALSE(where("severe", "SYR", "COERCE"));
}

TEST(Where, SmallTownsStandWhereTownsDo) {
  if (!std::filesystem::exists(std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::string armenian = "Armenian/Armenian/ADJ/_/2/amod troops/troop/NOUN/_/3/nsubj ";
  const std::pair<std::string, std::string> rows[] = {
      {armenian + "attacked/attack/VERB/_/0/root Vardenis/Vardenis/PROPN/_/3/obj", "Vardenis"},
      {armenian + "saw/see/VERB/_/0/root Vardenis/Vardenis/PROPN/_/3/obj", ""},
      {armenian + "met/meet/VERB/_/0/root Vardenis/Vardenis/PROPN/_/6/nmod:poss 's/'s/PART/_/4/case residents/resident/NOUN/_/3/obj", "Vardenis"},
      {armenian + "met/meet/VERB/_/0/root Vardenis/Vardenis/PROPN/_/6/nmod:poss 's/'s/PART/_/4/case wife/wife/NOUN/_/3/obj", ""},
      {"Turkish/Turkish/ADJ/_/2/amod troops/troop/NOUN/_/3/nsubj attacked/attack/VERB/_/0/root Vardenis/Vardenis/PROPN/_/3/obj", ""},
      {"Armenia/Armenia/PROPN/_/2/nsubj fought/fight/VERB/_/0/root ,/,/PUNCT/_/5/punct Vardenis/Vardenis/PROPN/_/5/nsubj came/come/VERB/_/2/conj "
       "under/under/ADP/_/8/case rocket/rocket/NOUN/_/8/compound fire/fire/NOUN/_/5/obl",
       "Vardenis"}};
  for (const auto& [words, name] : rows) {
    const Case c = read(words);
    EXPECT_EQ(c.places.empty() ? "" : c.places.back().place.name, name) << words;
  }
}

TEST(Where, WhatNamesTellAPlaceByThemselves) {
  const std::pair<std::string, std::string> rows[] = {
      {"Marchers/marcher/NOUN/_/2/nsubj choked/choke/VERB/_/0/root Avenida/Avenida/PROPN/_/2/obj Zzuarez/Zzuarez/PROPN/_/3/flat", "Avenida Zzuarez"},
      {"They/they/PRON/_/2/nsubj left/leave/VERB/_/0/root the/the/DET/_/4/det resort/resort/NOUN/_/2/obj of/of/ADP/_/6/case "
       "Zzauterets/Zzauteret/PROPN/NNPS/4/nmod",
       "Zzauterets"},
      {"They/they/PRON/_/2/nsubj fought/fight/VERB/_/0/root near/near/ADP/_/4/case Zzrass/zzrass/NOUN/NN/2/obl", "Zzrass"},
      {"They/they/PRON/_/2/nsubj fought/fight/VERB/_/0/root near/near/ADP/_/4/case camps/camp/NOUN/NNS/2/obl", ""},
      {"They/they/PRON/_/2/nsubj fought/fight/VERB/_/0/root near/near/ADP/_/4/case Zzalaqsi/zzalaqsi/NUM/CD/2/obl", "Zzalaqsi"},
      {"Shells/shell/NOUN/_/2/nsubj fell/fall/VERB/_/0/root on/on/ADP/_/4/case Zzeve/Zzeve/PROPN/_/2/obl Zzalim/Zzalim/PROPN/_/4/flat",
       "Zzeve Zzalim"},
      {"They/they/PRON/_/2/nsubj wait/wait/VERB/_/0/root on/on/ADP/_/4/case Zzeve/Zzeve/PROPN/_/2/obl Zzalim/Zzalim/PROPN/_/4/flat", ""},
      {"They/they/PRON/_/2/nsubj met/meet/VERB/_/0/root Zzoro/Zzoro/PROPN/_/5/nmod:poss 's/'s/PART/_/3/case residents/resident/NOUN/_/2/obj",
       "Zzoro"},
      {"They/they/PRON/_/2/nsubj met/meet/VERB/_/0/root Zzoro/Zzoro/PROPN/_/5/nmod:poss 's/'s/PART/_/3/case uncle/uncle/NOUN/_/2/obj", ""},
      {"They/they/PRON/_/2/nsubj met/meet/VERB/_/0/root in/in/ADP/_/5/case the/the/DET/_/5/det rue/rue/NOUN/_/2/obl de/de/X/_/5/flat "
       "Zzennes/Zzennes/PROPN/_/5/flat",
       "rue de Zzennes"},
      {"They/they/PRON/_/2/nsubj took/take/VERB/_/0/root the/the/DET/_/6/det Zzenagh/Zzenagh/PROPN/_/6/compound air/air/NOUN/_/6/compound "
       "base/base/NOUN/_/2/obj",
       "Zzenagh air base"},
      {"Libya/Libya/PROPN/_/4/dep :/:/PUNCT/_/1/punct rebels/rebel/NOUN/_/4/nsubj fled/flee/VERB/_/0/root", "Libya"}};
  for (const auto& [words, name] : rows) {
    const Case c = read(words);
    EXPECT_EQ(c.places.empty() ? "" : c.places.back().place.name, name) << words;
  }
}

TEST(Where, ACrowdMarchesOnASeat) {
  const auto places = [](const std::string& building, const std::string& moved) {
    return read("Nurses/nurse/NOUN/_/2/nsubj " + moved + "/" + moved + "/VERB/_/0/root to/to/ADP/_/4/case " + building + "/" + building +
                "/NOUN/_/2/obl")
        .places.size();
  };
  EXPECT_EQ(places("parliament", "march"), 1u);
  EXPECT_EQ(places("parliament", "write"), 0u);
  EXPECT_EQ(places("court", "march"), 0u);
}

TEST(Where, AnAirportBearsThePersonsName) {
  Case c = read(
      "He/he/PRON/_/2/nsubj landed/land/VERB/_/0/root at/at/ADP/_/6/case Zzomo/Zzomo/PROPN/_/6/compound Zzenyatta/Zzenyatta/PROPN/_/4/flat "
      "airport/airport/NOUN/_/2/obl");
  c.document.mentions.push_back({3, 5, 3, MentionKind::person, kNone});
  const auto places = read_places(c.document, knowledge(), &gazetteer());
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].place.name, "Zzomo Zzenyatta airport");
}

TEST(Where, NoTreeNoHarm) {
  Case c = read(kShelled);
  EXPECT_FALSE(where_of(c, "ASSAULT", "190", kNone));
  EXPECT_EQ(where_choices(c.document, knowledge(), {}, std::vector<EventSite>{{1, 0, "ASSAULT", "190", {}, {}, {}}}, 0, {}).size(), 1u);
  EXPECT_TRUE(is_title("Mr.") && is_spot_word("Square") && !is_never_place("Cairo"));
}

}  // namespace
}  // namespace gesta
