// Text in capitals, put in usual case.
#include "knowledge/shouted.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

const Knowledge& knowledge() {
  static const Knowledge own = Knowledge::load({std::string(GESTA_SOURCE_DIR) + "/data", {}, {}, {}, true});
  return own;
}

TEST(Shouted, HardlyASmallLetter) {
  EXPECT_TRUE(is_shouted("GUNMEN KILL 12 IN KABUL MOSQUE"));
  EXPECT_TRUE(is_shouted("KYIV, OCT 11 (Reuters) - RUSSIA STRUCK THREE BRIDGES OVER THE RIVER ON TUESDAY, THE ARMY SAID"));
  EXPECT_FALSE(is_shouted("NATO, EU: no"));
  EXPECT_FALSE(is_shouted("ARMED raiders torched 14 houses"));
  EXPECT_FALSE(is_shouted("KYIV, OCT 11"));
}

TEST(Shouted, ACapitalForEachWord) {
  EXPECT_TRUE(is_title_case("Rebels Seize Key Town in Eastern Congo"));
  EXPECT_TRUE(is_title_case("EU, Kenya Sign Fisheries Deal in Nairobi"));
  EXPECT_FALSE(is_title_case("Rebels seize key town in eastern Congo"));
  EXPECT_FALSE(is_title_case("Prime Minister David Cameron"));
  EXPECT_FALSE(is_title_case("Kagame was not at home"));
}

TEST(Shouted, InUsualCase) {
  const auto usual = [](std::string_view text) { return in_usual_case(text, knowledge()); };
  EXPECT_EQ(usual("GUNMEN KILL 12 IN KABUL MOSQUE"), "Gunmen kill 12 in Kabul mosque");
  EXPECT_EQ(usual("HUNGARY BLOCKS EU OIL EMBARGO ON RUSSIA"), "Hungary blocks EU oil embargo on Russia");
  EXPECT_EQ(usual("U.S. FREES TWO OF KENYA'S SAILORS"), "U.S. frees two of Kenya's sailors");
  EXPECT_EQ(usual("HUMAN RIGHTS WATCH ACCUSES TROOPS OF RAPE"), "Human Rights Watch accuses troops of rape");
  EXPECT_EQ(usual("G20 MINISTERS MEET M23 REBELS"), "G20 ministers meet M23 rebels");
  EXPECT_EQ(usual("TALKS BEGIN ON MAY 5 AND MAY FAIL"), "Talks begin on May 5 and may fail");
  EXPECT_EQ(usual("Rebels Seize Key Town in Eastern Congo, UN Says"), "Rebels seize key town in eastern Congo, UN says");
  EXPECT_EQ(usual("Human Rights Watch Accuses Sudan Troops of Rape"), "Human Rights Watch accuses Sudan troops of rape");
  EXPECT_EQ(usual("NICOSIA - IRAN CALLED ON IRAQ TO PULL OUT"), "NICOSIA - Iran called on Iraq to pull out");
  EXPECT_EQ(usual("\u0130ZM\u0130R POLICE ARREST \u00c9MIGR\u00c9S").size(),
            std::string_view("\u0130ZM\u0130R POLICE ARREST \u00c9MIGR\u00c9S").size());
}

}  // namespace
}  // namespace gesta
