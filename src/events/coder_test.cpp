// The whole room on plain sentences, with the shipped models: who did what to whom, whether, when, where, according to whom.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "events/tree_rows.h"

namespace gesta {
namespace {

const std::string kHome = GESTA_SOURCE_DIR;

// "AZEMIL>ARMMIL 190 happened 2021-03-01 Shusha (AZEGOV)", reports parted by "; ".
std::string coded(const std::string& text, const std::string& published = "2021-03-04") {
  static const LanguageReader reader = LanguageReader::load(kHome + "/models");
  static const Coder coder = Coder::load(kHome + "/models", kHome + "/build/data", knowledge());
  Article article;
  article.id = "row", article.text = text, article.published.date = published;
  const Document document = reader.read(article.text, {{{0, static_cast<uint32_t>(text.size())}, false}}, Trees::likely);
  std::string out;
  for (const Report& report : coder.code(article, document, {})) {
    out += (out.empty() ? "" : "; ") + codes_of(report.source, "+", "-") + ">" + codes_of(report.target, "+", "-") + " " + report.cameo + " " +
           std::string(name(report.status));
    if (report.when) out += " " + report.when->start;
    if (report.where) out += " " + report.where->name;
    for (const auto& one : report.said_by) out += " (" + one.name + ")";
  }
  return out;
}

TEST(Coder, PlainSentences) {
  if (!std::filesystem::exists(kHome + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::array<std::string, 2> rows[] = {
      {"Egypt's president visited Turkey on Monday.", "EGYGOV>TURGOV 042 happened 2021-03-01 Turkey"},
      {"Three soldiers died when their truck struck a landmine near Timbuktu on Sunday.", "->MLIMIL 1833 happened 2021-02-28 Timbuktu"},
      {"A car bomb killed five people near the market in Baidoa on Tuesday.", "->SOMCVL 1832 happened 2021-03-02 Baidoa"},
      {"Russia refused to withdraw its troops from Georgia.", "RUSGOV>GEOGOV 1246 happened"},
      {"Thousands of dockers blocked roads in France on Monday to protest against fuel taxes.", "FRALAB>- 1442 happened 2021-03-01 France"},
      {"Police arrested 40 opposition activists in Minsk on Sunday, the interior ministry said.",
       "BLRCOP>BLROPP 173 happened 2021-02-28 Minsk (interior ministry)"},
      {"The United States will send 200 million dollars in aid to Ukraine, Secretary of State Antony Blinken promised on Wednesday.",
       "USAGOV>UKRGOV 0331 happened 2021-03-03"},
      {"Chad signed a peace agreement with Sudan in Doha on Monday.", "TCDGOV+SDNGOV>- 057 happened 2021-03-01 Doha"},
      {"In so many words, Norway, Iceland and Finland demanded on Tuesday that Britain lift the sanctions.",
       "FINGOV+ISLGOV+NORGOV>GBRGOV 1054 happened 2021-03-02"},
      {"The storm hit the coast of Florida on Monday.", ""},
      {"The striker shot twice and his team beat Brazil on Sunday.", ""},
  };
  for (const auto& [text, events] : rows) EXPECT_EQ(coded(text), events) << text;
}

TEST(Coder, YoungStatesWereOthersBefore) {
  if (!std::filesystem::exists(kHome + "/build/data/gazetteer.bin")) GTEST_SKIP() << "no compiled gazetteer";
  const std::string text = "Juba signed a border agreement with Khartoum.";
  EXPECT_EQ(coded(text, "2010-11-12"), "SDNGOV+SDNGOV>- 057 happened");
  EXPECT_EQ(coded(text, "2012-11-12"), "SSDGOV+SDNGOV>- 057 happened");
}

}  // namespace
}  // namespace gesta
