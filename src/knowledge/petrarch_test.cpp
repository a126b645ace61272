// Rows over small dictionaries in the syntax of PETRARCH: dates, comments, sets, discards, issues; and the checks of report.h.
#include <gtest/gtest.h>

#include "knowledge/report.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

Tables read(std::string_view text, Faults& faults) {
  Tables tables;
  tables.countries.names = {{"AFG", "Afghanistan"}, {"USA", "United States"}};
  tables.files.emplace_back(text);
  read_petrarch({"f", tables.files.back()}, tables, faults);
  return tables;
}

std::string code_of(const Tables& tables, std::vector<std::string_view> words, std::string_view day) {
  const auto hit = find_actor(tables.actors, words, parse_iso_date(day));
  return hit ? std::to_string(hit->words) + " " + std::string(hit->actor.code) + " " + std::string(hit->actor.sector) : "-";
}

constexpr std::string_view kActors =
    "# comment\n<!-- several\nlines [XXX] -->\nHAMID_KARZAI_  ; CountryInfo.txt\n+KARZAI_\n\t[AFGELI 750101-000101]\n\t[AFGGOV >011222]\n\t[AFGELI] "
    "# default\n"
    "U.S.  [USA] #JW 9/12/91\nSAM_GAMGEE [HOB]\n\t[HOBMIL 20080120-20121109]\n";

TEST(Petrarch, ActorsWithDates) {
  Faults faults;
  const Tables tables = read(kActors, faults);
  EXPECT_EQ(faults.count(), 0u);
  EXPECT_EQ(code_of(tables, {"Hamid", "Karzai"}, "2005-01-01"), "2 AFGGOV GOV");
  EXPECT_EQ(code_of(tables, {"Karzai"}, "2001-12-22"), "1 AFGGOV GOV");  // the start counts
  EXPECT_EQ(code_of(tables, {"KARZAI"}, "2001-12-21"), "1 AFGELI ELI");
  EXPECT_EQ(code_of(tables, {"US"}, "2001-12-21"), "1 USA ");
  EXPECT_EQ(code_of(tables, {"Sam", "Gamgee"}, "2012-11-08"), "2 HOBMIL MIL");
  EXPECT_EQ(code_of(tables, {"Sam", "Gamgee"}, "2012-11-09"), "2 HOB ");  // the end does not
}

TEST(Petrarch, FaultsAndSkippedKinds) {
  Faults faults;
  read("\t[AFG]\nA [AFG 9008223-911221]\nB [AFG <010101]\n", faults);
  ASSERT_EQ(faults.count(), 2u);
  EXPECT_EQ(faults.list()[0], "f:1:1: a code without a name before it: put the line below NAME");
  EXPECT_EQ(faults.list()[1], "f:2:1: no dates: 9008223-911221; write 930101-980630, <930101 or >930101");
}

TEST(Petrarch, AgentsWithSets) {
  Faults faults;
  const Tables tables = read("!PERSON! = MAN, WOMEN\nPOLICE!PERSON! [~COP]\nATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV] # x\n", faults);
  EXPECT_EQ(faults.count(), 0u);
  ASSERT_TRUE(tables.by_agent.contains("policeman"));
  EXPECT_EQ(tables.agents[tables.by_agent.at("policewomen")].sector, "COP");
  EXPECT_EQ(tables.agents[tables.by_agent.at("attorney general")].sector, "GOV");
}

TEST(Petrarch, DiscardsAndIssues) {
  Faults faults;
  const Tables discards = read("# head\n+MANCHESTER UNITED # x\nBASEBALL\n", faults);
  EXPECT_TRUE(discards.discards.at("manchester united"));
  EXPECT_FALSE(discards.discards.at("baseball"));
  const Tables issues = read("<ISSUE CATEGORY=\"E\" TYPE=\"ALL\">\npre+n:school [EARLY]\n~head start\n</ISSUE>\n", faults);
  EXPECT_EQ(issues.issues.at("pre schools"), "EARLY");
  EXPECT_EQ(issues.issues.at("head start"), "");
  EXPECT_EQ(faults.count(), 0u);
}

TEST(Fold, SpellingsOfOneNameMeet) {
  const std::vector<std::vector<std::string_view>> rows = {
      {"Muammar Gaddafi", "Moammar Qadhafi", "Muammar al-Qaddafi", "Moammar Khadafy", "Muammar Kadhafi"},
      {"Mohamed Hussein", "Muhammad Husayn", "Mohammed Hussain"},
      {"Abdel Fattah el-Sisi", "Abdelfattah al-Sissi", "Abd al-Fattah as-Sisi"},
      {"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"},
      {"Vladimir Putin", "Wladimir Putin"},
  };
  for (const auto& row : rows)
    for (const std::string_view name : row) {
      const std::vector<Piece> first = cut_name(row[0]), other = cut_name(name);
      EXPECT_EQ(sound_key(first, first.size()), sound_key(other, other.size())) << name;
    }
  const std::vector<Piece> john = cut_name("John Smith"), jane = cut_name("Jane Smith");
  EXPECT_NE(sound_key(john, 2), sound_key(jane, 2));
}

}  // namespace
}  // namespace gesta
