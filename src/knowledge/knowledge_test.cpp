// Rows: a name, a day, what it stands for; broken lines and where they are reported.
#include "knowledge/knowledge.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/result.h"

namespace gesta {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string row(const Knowledge& knowledge, std::string_view text, std::string_view day) {
  const auto hit = knowledge.find_actor(words_of(text), parse_iso_date(day));
  if (!hit) return "-";
  return std::to_string(hit->words) + " " + std::string(hit->actor.id) + " " + std::string(hit->actor.code);
}

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("gesta-knowledge-" + std::to_string(::getpid()) + "-" + std::to_string(count_++))) {
    std::filesystem::create_directories(path_ / "actors");
    std::filesystem::create_directories(path_ / "lexicon");
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name) << text;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

Knowledge small(const Folder& folder) {
  folder.write("countries.txt",
               "EGY | Egypt | - | Egyptian | Egyptians | Cairo | - | eg\nLBY | Libya | - | Libyan | Libyans | Tripoli | - | ly\n"
               "USA | United States | US, America | American, US | Americans | Washington | White House | us\n"
               "KOR | South Korea | - | South Korean | South Koreans | Seoul | - | kr\nTUR | Turkey | - | Turkish | Turks | Ankara | - | tr\n");
  folder.write(
      "actors/a.txt",
      "# persons\nUSS | ship | USA MIL\nAbdel Fattah el-Sisi | person | EGY MIL 2012-08-12..2014-03-26, EGY GOV 2014-06-08.. president | Sisi\n"
      "Muammar Gaddafi | person | LBY GOV 1969-09-01..2011-10-20 | Gaddafi\nBill Clinton | person | USA GOV 1993-01-20..2001-01-19 "
      "president | ~Clinton\n"
      "Hillary Clinton | person | USA GOV 2009-01-21..2013-02-01 | ~Clinton\nWorld Health Organization | igo | IGO IGO | WHO\nAl-Shabaab | "
      "group | LBY REB | -\nNew People's Army | group | LBY REB | NPA\nNew People | party | EGY OPP\n");
  folder.write("agents.txt", "GOV | person | minister, foreign minister\nCOP | body | police\n");
  folder.write("lexicon/a.txt", "call on | v | act | appeal | - | target=obj topic=xcomp | - | A called on B to go. => appeal x | A > B\n");
  folder.write("ontology.txt", "appeal | aid.military | 0232 | REQUEST | assist | military | 1 | 3.4 | Appeal for military aid\n");
  folder.write("classes.txt", "weapon: bomb, air strike\n");
  return Knowledge::load({folder.path(), {}, {}, {}, true});
}

TEST(Knowledge, NamesOnDays) {
  const Folder folder;
  const Knowledge knowledge = small(folder);
  const std::vector<std::array<std::string_view, 3>> rows = {
      {"Abdel Fattah el - Sisi said", "2016-01-01", "5 person:abdel-fattah-el-sisi EGYGOV"},
      {"Abdelfattah al-Sissi said", "2013-01-01", "2 person:abdel-fattah-el-sisi EGYMIL"},
      {"Abd al-Fattah as-Sisi", "2011-01-01", "3 person:abdel-fattah-el-sisi EGY"},
      {"Moammar Qadhafi fled", "2011-01-01", "2 person:muammar-gaddafi LBYGOV"},
      {"Kadafi fled", "2015-01-01", "1 person:muammar-gaddafi LBYELI"},
      {"kadafi", "2015-01-01", "-"},
      {"Hilari Klintun", "2010-01-01", "2 person:hillary-clinton USAGOV"},  // only names from other scripts are spelt otherwise by themselves
      {"Klintun", "2010-01-01", "-"},
      {"Clinton met", "1995-01-01", "1 person:bill-clinton USAGOV"},
      {"Clinton met", "2010-01-01", "1 person:hillary-clinton USAGOV"},
      {"Clinton met", "2016-01-01", "-"},
      {"WHO said", "2016-01-01", "1 igo:world-health-organization IGO"},
      {"Who said", "2016-01-01", "-"},
      {"USS Carl Vinson sailed", "2016-01-01", "3 ship:uss USAMIL"},
      {"World Health Organisation said", "2016-01-01", "3 igo:world-health-organization IGO"},
      {"U.S. troops", "2016-01-01", "1 state:USA USA"},
      {"us troops", "2016-01-01", "-"},
      {"turkey was eaten", "2016-01-01", "-"},
      {"Al - Shabaab", "2016-01-01", "3 group:al-shabaab LBYREB"},
      {"Al-Shabaab", "2016-01-01", "1 group:al-shabaab LBYREB"},
      {"South Koreans rallied", "2016-01-01", "2 people:KOR KORCVL"},
      {"White House", "2016-01-01", "2 seat:USA:white house USAGOV"},
      {"Egypt 's", "2016-01-01", "1 state:EGY EGY"},
      {"New People 's Army rebels", "2016-01-01", "4 group:new-peoples-army LBYREB"},
      {"New People 's leader", "2016-01-01", "2 party:new-people EGYOPP"},
  };
  for (const auto& [text, day, expected] : rows) EXPECT_EQ(row(knowledge, text, day), expected) << text << " " << day;
}

TEST(Knowledge, OneWordInAnotherSpellingIsAGuess) {
  const Folder folder;
  const Knowledge knowledge = small(folder);
  const auto guessed = [&](std::string_view text) { return knowledge.find_actor(words_of(text), parse_iso_date("2010-01-01"))->guessed; };
  EXPECT_FALSE(guessed("Gaddafi fled"));
  EXPECT_TRUE(guessed("Kadafi fled"));
  EXPECT_FALSE(guessed("Moammar Qadhafi fled"));
  EXPECT_EQ(row(knowledge, "Klinton met", "2016-01-01"), "-");
}

TEST(Knowledge, LettersAndArticlesAreNoOtherSpelling) {
  const Folder folder;
  const std::string own = folder.write("own.txt", "Joe Taya | person | EGY GOV 2000.. | Taya\nAnn Gozo | person | LBY GOV 2000.. | Gozo\n");
  small(folder);
  const Knowledge knowledge = Knowledge::load({folder.path(), {}, {own}, {}, true});
  EXPECT_EQ(row(knowledge, "The Iaea", "2010-01-01"), "-");
  EXPECT_EQ(row(knowledge, "GUZU", "2010-01-01"), "-");
}

TEST(Knowledge, InAYearOfTwoRolesAPersonStillGoverns) {
  const Folder folder;
  const std::string own = folder.write("own.txt", "Ann Example | person | EGY GOV 2001..2004, EGY OPP 2004.., EGY GOV 2010-03..\n");
  small(folder);
  const Knowledge knowledge = Knowledge::load({folder.path(), {}, {own}, {}, true});
  EXPECT_EQ(row(knowledge, "Ann Example", "2004-06-01"), "2 person:ann-example EGYGOV");
  EXPECT_EQ(row(knowledge, "Ann Example", "2005-01-01"), "2 person:ann-example EGYOPP");
  EXPECT_EQ(row(knowledge, "Ann Example", "2010-03-05"), "2 person:ann-example EGYGOV");
}

TEST(Knowledge, OfTwoBearersOneOfTheCountriesTold) {
  const Folder folder;
  const std::string own = folder.write("own.txt", "King Abdul | person | EGY GOV 2000.. king\nKing Abdul | person | LBY GOV 2000.. king\n");
  small(folder);
  const Knowledge knowledge = Knowledge::load({folder.path(), {}, {own}, {}, true});
  const auto day = parse_iso_date("2010-01-01");
  const Countries libya = {"LBY"};
  EXPECT_TRUE(knowledge.find_actor(words_of("King Abdul"), day)->shared);
  EXPECT_EQ(knowledge.find_actor(words_of("King Abdul"), day)->actor.country, "EGY");
  EXPECT_EQ(knowledge.find_actor(words_of("King Abdul"), day, &libya)->actor.country, "LBY");
  EXPECT_FALSE(knowledge.find_actor(words_of("Muammar Gaddafi"), day)->shared);
}

TEST(Knowledge, OtherTables) {
  const Folder folder;
  const Knowledge knowledge = small(folder);
  EXPECT_EQ(knowledge.country_of_adjective("Egyptian").value_or("-"), "EGY");
  EXPECT_EQ(knowledge.country_of_adjective("us").value_or("-"), "-");
  EXPECT_EQ(knowledge.find_adjective(words_of("South Korean troops"))->words, 2u);
  EXPECT_EQ(knowledge.find_agent(words_of("the egyptian foreign minister"))->name, "foreign minister");
  EXPECT_EQ(knowledge.find_agent(words_of("prime minister"))->name, "minister");
  EXPECT_EQ(knowledge.find_agent(words_of("stone")), nullptr);
  EXPECT_EQ(knowledge.code("appeal", "aid.military")->cameo, "0232");
  EXPECT_EQ(knowledge.code("appeal", "aid"), nullptr);
  ASSERT_EQ(knowledge.senses("call on", "v").size(), 1u);
  EXPECT_EQ(knowledge.senses("call on", "v")[0].target, "obj");
  EXPECT_EQ(knowledge.senses("call on", "v")[0].example, "A called on B to go. => appeal x | A > B");
  EXPECT_TRUE(knowledge.in_class("air strike", "weapon"));
  EXPECT_FALSE(knowledge.in_class("weapon", "bomb"));
}

std::string faults_of(const std::string& file, const std::string& text) {
  const Folder folder;
  small(folder);
  const std::string path = folder.write(file, text);
  try {
    Knowledge::load({folder.path(), {}, {}, {}, true});
  } catch (const SetupError& error) {
    std::string all = error.what();
    for (size_t at; (at = all.find(path)) != std::string::npos;) all.replace(at, path.size(), "");
    return all;
  }
  return "";
}

TEST(Knowledge, AddressesTellTheNewsroomsCountry) {
  const Folder folder;
  const Knowledge knowledge = small(folder);
  const std::vector<std::array<std::string_view, 2>> rows = {{"https://www.example.com.eg/news/1", "EGY"},
                                                             {"https://korea.example.kr", "KOR"},
                                                             {"tripoli-post.com", "LBY"},
                                                             {"http://timesofegypt.com/a", "EGY"},
                                                             {"libyaherald.com", "LBY"},
                                                             {"https://www.example.com/egypt/post", ""},
                                                             {"libyan.com", ""},
                                                             {"no address", ""},
                                                             {".", ""},
                                                             {"post.com", ""}};
  for (const auto& [address, country] : rows) EXPECT_EQ(knowledge.country_of_outlet(address), country) << address;
}

// "Police" of a newsroom that reports on the whole world are not those of its own country; its voice is.
TEST(Knowledge, NewsroomsOfTheWorldHaveNoHome) {
  const Folder folder;
  folder.write("outlets.txt", "Cairo Wire | EGY world | CW\nCairo Daily | EGY\n");
  const Knowledge knowledge = small(folder);
  EXPECT_EQ(knowledge.country_of_outlet("Cairo Wire"), "");
  EXPECT_EQ(knowledge.country_of_outlet("Cairo Daily"), "EGY");
  EXPECT_EQ(row(knowledge, "CW said", "2016-01-01"), "1 outlet:cairo-wire EGYMED");
}

TEST(Knowledge, WhatDecidedIsToldAlikeWhereverTheDataLie) {
  const Knowledge knowledge = Knowledge::load({GESTA_SOURCE_DIR "/data", {}, {}, {}, true});
  const Code* code = knowledge.cameo("190");
  ASSERT_NE(code, nullptr);
  EXPECT_TRUE(code->where.starts_with("data/ontology.txt:")) << code->where;
}

TEST(Knowledge, HolidaysByTheirLetters) {
  const Folder folder;
  folder.write("holidays.txt", "Easter | - | easter\nIndependence Day, Uhuru Day | EGY | monday before 06-08 | 2\n");
  const Knowledge knowledge = small(folder);
  EXPECT_TRUE(knowledge.begins_holiday("uhuru"));
  EXPECT_FALSE(knowledge.begins_holiday("day"));
  const auto hit = knowledge.find_holiday({"Uhuru", "Day", ",", "when"});
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->words, 2u);
  EXPECT_EQ(hit->days[0].country, "EGY");
  EXPECT_EQ(hit->days[0].weekday, 0);
  EXPECT_EQ(hit->days[0].length, 2);
  EXPECT_FALSE(knowledge.find_holiday({"Uhuru", "Park"}));
  EXPECT_EQ(faults_of("holidays.txt", "A Day | EGX | 01-01\nB Day | EGY | 13-41\nC | - | easter 2\nD | - | 01-01 | x"),
            ":1:9: unknown country: EGX\n:2:15: no day: 13-41\n:3:9: no day: easter 2\n:4:17: no number of days: x");
}

TEST(Knowledge, FaultsHaveLineAndColumn) {
  EXPECT_EQ(faults_of("actors/b.txt", "A | person | EGY GOV\nB | persn | EGY GOV\n\n# c\nC | person | EGX GOV\nD | person | EGY GOV 2014-13.."),
            ":2:5: unknown kind of actor: persn\n:5:14: unknown country: EGX\n:6:22: no date: 2014-13");
  EXPECT_EQ(faults_of("agents.txt", "GOV | person | minister, minister\nXXX | body | a"), ":1:26: listed twice: minister\n:2:1: unknown sector: XXX");
  EXPECT_EQ(faults_of("ontology.txt", "appeal | x | 02a | - | - | - | 1 | 3 | -"), ":1:14: no CAMEO code: 02a");
  EXPECT_EQ(faults_of("lexicon/b.txt", "go | v | evnt | - | - | - | - | -"), ":1:10: unknown kind: evnt");
  EXPECT_EQ(faults_of("lexicon/b.txt", "go | v | event | a | b | sorce=subj | - | -"), ":1:26: places are source= target= topic=, not sorce=subj");
  EXPECT_EQ(faults_of("classes.txt", "weapon bomb"), ":1:1: a class is: name: word, word, ...");
  EXPECT_EQ(faults_of("agents.txt", "GOV | person | \xFF"), ":1:1: not UTF-8");
}

TEST(Knowledge, LenientOwnFilesAreComplaints) {
  const Folder folder;
  small(folder);
  const std::string own = folder.write("own.txt", "Ann Example | person | EGY OPP\nbroken\n");
  const Knowledge knowledge = Knowledge::load({folder.path(), {}, {own}, {}, false});
  ASSERT_EQ(knowledge.complaints().size(), 1u);
  EXPECT_EQ(knowledge.complaints()[0], own + ":2:1: an actor is: name | kind | roles | other names");
  EXPECT_EQ(row(knowledge, "Ann Example", "2020-01-01"), "2 person:ann-example EGYOPP");
  EXPECT_THROW(Knowledge::load({folder.path(), {}, {own}, {}, true}), SetupError);
}

}  // namespace
}  // namespace gesta
