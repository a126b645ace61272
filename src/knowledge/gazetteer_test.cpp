// The gazetteer against small files of its own: what a broken table or line says, and how names are folded.
#include "knowledge/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "base/result.h"
#include "knowledge/knowledge.h"

namespace gesta {
namespace {

std::string write(const std::string& name, const std::string& bytes) {
  const std::string path = (std::filesystem::path(testing::TempDir()) / name).string();
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

std::string complaint(const std::string& compiled, const std::string& places) {
  try {
    Gazetteer::load(compiled, places);
  } catch (const SetupError& error) {
    return error.what();
  }
  return {};
}

const std::string kPlaces = std::string(GESTA_SOURCE_DIR) + "/data/places.txt";
const std::string kCompiled = std::string(GESTA_SOURCE_DIR) + "/build/data/gazetteer.bin";

TEST(Gazetteer, MissingTableLeavesCountriesAndRegions) {
  const Gazetteer gazetteer = Gazetteer::load("/nowhere/gazetteer.bin", kPlaces);
  ASSERT_FALSE(gazetteer.find("cote d’ivoire").empty());
  EXPECT_EQ(gazetteer.find("Côte d'Ivoire")[0].country, "CIV");
  EXPECT_EQ(gazetteer.find("U.S.")[0].country, "USA");
  EXPECT_EQ(gazetteer.find("the Gaza Strip")[0].kind, Place::Kind::region);
  EXPECT_EQ(gazetteer.find("nagorno karabakh")[0].country, "AZE");
  EXPECT_EQ(gazetteer.find("Red Sea")[0].country, "");
  EXPECT_TRUE(gazetteer.find("Atlantis under the hill").empty());
  EXPECT_TRUE(gazetteer.find("").empty());
}

TEST(Gazetteer, BrokenLineIsNamed) {
  const std::string good = "country | EGY | 26.5 | 29.9 | Egypt\n";
  const auto says = [&](const std::string& line) { return complaint("", write("places.txt", good + line)); };
  EXPECT_NE(says("land | EGY | 26.5 | 29.9 | Egypt\n").find("places.txt:2:1: kind"), std::string::npos);
  EXPECT_NE(says("country | EG | 26.5 | 29.9 | Egypt\n").find("places.txt:2:10: three letters"), std::string::npos);
  EXPECT_NE(says("country | EGY | 96 | 29.9 | Egypt\n").find("places.txt:2:16: latitude"), std::string::npos);
  EXPECT_NE(says("country | EGY\n").find("places.txt:2:14: five fields"), std::string::npos);
  EXPECT_EQ(says("\n# a comment\n"), "");
}

TEST(Gazetteer, BrokenTableIsNoSilentLoss) {
  EXPECT_NE(complaint(write("short.bin", "GST"), kPlaces).find("too short"), std::string::npos);
  EXPECT_NE(complaint(write("other.bin", std::string(64, 'x')), kPlaces).find("is no gazetteer"), std::string::npos);
  const auto bytes = read_file(kCompiled);
  if (!bytes) GTEST_SKIP() << "no compiled gazetteer";
  EXPECT_NE(complaint(write("cut.bin", bytes->substr(0, bytes->size() / 2)), kPlaces).find("cut short"), std::string::npos);
  std::string flipped = *bytes;
  flipped[flipped.size() / 3] ^= 1;
  EXPECT_NE(complaint(write("flipped.bin", flipped), kPlaces).find("hash"), std::string::npos);
}

TEST(Gazetteer, NamesSoundLikeThoseOfTheirCountry) {
  if (!std::filesystem::exists(kCompiled)) GTEST_SKIP() << "no compiled gazetteer";
  const Gazetteer gazetteer = Gazetteer::load(kCompiled, kPlaces);
  const std::array<std::string_view, 3> rows[] = {{"Kikambala", "KEN", "ISR"}, {"Uthai Sawan", "THA", "GBR"}, {"Nowa Zzarka", "POL", "UKR"}};
  for (const auto& [name, home, abroad] : rows) EXPECT_GT(gazetteer.sounds_like(name, home), gazetteer.sounds_like(name, abroad) + 1) << name;
  EXPECT_EQ(gazetteer.sounds_like("Kikambala", "XXX"), 0);
  EXPECT_EQ(gazetteer.sounds_like("", "KEN"), 0);
}

TEST(Gazetteer, TownInAnOutletsNameTellsItsCountry) {
  if (!std::filesystem::exists(kCompiled)) GTEST_SKIP() << "no compiled gazetteer";
  const Gazetteer gazetteer = Gazetteer::load(kCompiled, kPlaces);
  const Knowledge knowledge = Knowledge::load({GESTA_SOURCE_DIR "/data", {}, {}, {}, true});
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"The Mercury (Durban)", "ZAF"}, {"Toledo Argus", ""},    {"Milwaukee Journal-Sentinel", "USA"}, {"Odense Dagens Navn", ""},
      {"The Jordan Times", "JOR"},     {"The Scotsman", "GBR"}, {"Free Press (Nowhere at All)", ""},   {"Reuters", ""}};
  for (const auto& [name, country] : rows) EXPECT_EQ(country_of_newsroom(knowledge, gazetteer, name), country) << name;
}

TEST(Gazetteer, CompiledTableFindsPlacesByAllTheirNames) {
  if (!std::filesystem::exists(kCompiled)) GTEST_SKIP() << "no compiled gazetteer";
  const Gazetteer gazetteer = Gazetteer::load(kCompiled, kPlaces);
  const auto country = [&](std::string_view name) {
    const auto found = gazetteer.find(name);
    return found.empty() ? std::string() : std::string(found[0].country);
  };
  const std::pair<std::string_view, std::string_view> rows[] = {{"Cairo", "EGY"},         {"al-Qahirah", "EGY"}, {"Zürich", "CHE"},
                                                                {"Zurich", "CHE"},        {"Idlib", "SYR"},      {"Port-au-Prince", "HTI"},
                                                                {"Katsina state", "NGA"}, {"Kyiv", "UKR"},       {"Kiev", "UKR"}};
  for (const auto& [name, wanted] : rows) EXPECT_EQ(country(name), wanted) << name;
  EXPECT_EQ(gazetteer.find("Cairo")[0].geonames, 360630u);
  EXPECT_NEAR(gazetteer.find("Cairo")[0].lat, 30.06, .05);
  EXPECT_GT(gazetteer.find("Tripoli").size(), 1u);
  // Counties, and a region that is listed by hand in place of the one of the table.
  const auto counties = gazetteer.find("Lamar County");
  EXPECT_TRUE(std::any_of(counties.begin(), counties.end(), [](const Place& p) { return p.kind == Place::Kind::admin1 && p.admin1 == "Texas"; }));
  const auto ontario = gazetteer.find("Ontario");
  EXPECT_EQ(std::count_if(ontario.begin(), ontario.end(), [](const Place& p) { return p.kind == Place::Kind::admin1 && p.country == "CAN"; }), 1);
  EXPECT_NEAR(ontario[0].lat, 50, .01);
  EXPECT_GT(ontario[0].population, 1000000u);
}

}  // namespace
}  // namespace gesta
