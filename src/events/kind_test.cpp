#include "events/kind.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

struct Row {
  const char *url, *section, *title, *text, *kind;
};

constexpr Row kRows[] = {
    {"", "", "Egypt's army chief flies to Moscow",
     "Egypt's army chief flew to Moscow on Tuesday to ask for arms. Gunmen attacked a checkpoint in Sinai a day before, killing two soldiers.",
     "report"},
    {"https://a.example/sport/2016/dec/03/late-win", "", "Late win", "They won.", "sport"},
    {"", "Opinion", "What the minister forgot", "The minister forgot his own promise.", "opinion"},
    {"", "", "Strike in the capital: live updates", "08:10 Trains stand still.", "live-blog"},
    {"", "Obituaries", "The last of the old ministers", "He was born in Cairo.", "obituary"},
    {"", "Explained", "A state of emergency and who is bound by it", "It lets police search homes.", "explainer"},
    {"", "", "Poet jailed",
     "The judge told the jury that the defendant had pleaded guilty. A prosecutor read the charges, a witness testified, and the court set a hearing "
     "on the appeal. The lawyer asked for bail.",
     "court"},
    {"", "", "City hold on for a draw",
     "The striker scored twice before half-time, but the keeper saved a penalty and the match ended in a draw. The coach praised his defenders; the "
     "league leaders play at home on Saturday.",
     "sport"},
    {"", "", "Shares fall as oil slides",
     "Shares fell on Thursday as oil prices slid. The index lost 2 percent, and analysts expect lower profits for banks in the third quarter.",
     "markets"},
};

TEST(Kind, OfText) {
  const LanguageReader reader = LanguageReader::load(std::string(GESTA_SOURCE_DIR) + "/models");
  for (const Row& row : kRows) {
    Article article;
    article.url = row.url, article.section = row.section, article.title = row.title, article.text = row.text;
    article.paragraphs = {{{0, static_cast<uint32_t>(article.text.size())}}};
    EXPECT_EQ(kinds_of(article, reader).article, row.kind) << row.title;
    article.language = "de";  // the model reads English: address and section alone
    if (row.section[0] || row.url[0]) {
      EXPECT_EQ(kinds_of(article, reader).article, row.kind) << row.title;
    }
  }
}

// A round-up: each piece keeps its kind, a heading that names a section speaks for what stands below it.
TEST(Kind, OfParagraphs) {
  const LanguageReader reader = LanguageReader::load(std::string(GESTA_SOURCE_DIR) + "/models");
  struct Part {
    const char *text, *kind;
    BlockKind block = BlockKind::paragraph;
  };
  constexpr Part kParts[] = {
      {"Gunmen killed four soldiers at a checkpoint near the border on Tuesday, the army said. No group claimed the attack.", "report"},
      {"The army sent reinforcements to the province and closed the road to the town. Police arrested two men.", "report"},
      {"Sport", "sport", BlockKind::heading},
      {"The striker scored twice before half-time, but the keeper saved a penalty and the match ended in a draw.", "sport"},
      {"The coach praised his defenders; the league leaders play at home on Saturday.", "sport"},
      {"Business", "markets", BlockKind::heading},
      {"Shares fell as oil prices slid. The index lost 2 percent, and analysts expect lower profits for banks in the third quarter.", "markets"},
  };
  Article article;
  for (const Part& part : kParts) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<uint32_t>(article.text.size());
    article.text += part.text;
    article.paragraphs.push_back({{begin, static_cast<uint32_t>(article.text.size())}, part.block});
  }
  const TextKinds kinds = kinds_of(article, reader);
  ASSERT_EQ(kinds.paragraphs.size(), std::size(kParts));
  for (size_t i = 0; i < std::size(kParts); ++i) EXPECT_EQ(kinds.paragraphs[i], kParts[i].kind) << kParts[i].text;
  article.language = "de";
  for (const std::string_view kind : kinds_of(article, reader).paragraphs) EXPECT_EQ(kind, "report");
}

}  // namespace
}  // namespace gesta
