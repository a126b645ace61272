#include "events/kind.h"

#include <gtest/gtest.h>

namespace gesta {
namespace {

struct Row {
  const char *url, *section, *title, *text, *kind;
};

constexpr Row kRows[] = {
    {"", "", "Egypt's army chief flies to Moscow", "Egypt's army chief flew to Moscow on Tuesday to ask for arms.", "report"},
    {"https://a.example/sport/2016/dec/03/late-win", "", "Late win", "They won.", "sport"},
    {"", "Opinion", "What the minister forgot", "The minister forgot his own promise.", "opinion"},
    {"", "", "Strike in the capital: live updates", "08:10 Trains stand still.", "live-blog"},
    {"", "Obituaries", "The last of the old ministers", "He was born in Cairo.", "obituary"},
    {"", "", "Explainer: what is a state of emergency and who is bound by it", "It lets police search homes.", "explainer"},
    {"", "", "Poet jailed",
     "The judge told the jury that the defendant had pleaded guilty. A prosecutor read the charges, a witness testified, and the court set a hearing "
     "on "
     "the appeal. The lawyer asked for bail.",
     "court"},
};

TEST(Kind, OfText) {
  for (const Row& row : kRows) {
    Article article;
    article.url = row.url, article.section = row.section, article.title = row.title, article.text = row.text;
    article.paragraphs = {{{0, static_cast<uint32_t>(article.text.size())}}};
    EXPECT_EQ(kind_of(article), row.kind) << row.title;
  }
}

}  // namespace
}  // namespace gesta
