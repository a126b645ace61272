#include "pages/byline_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace gesta {
namespace {

struct CandidateRow {
  const char* head;
  const char* before;  // the text
  const char* behind;
  const char* name;
  NameSign sign;  // that speaks for it
};

const std::string kText =
    "The water came at night and took the lower town with it, and those who live there had but minutes to climb to the hill of the church.";

TEST(BylinePool, Candidates) {
  const CandidateRow kRows[] = {
      {"", "", "<h2>Article written by:</h2><div><h3>Ann Lee</h3></div>", "Ann Lee", kSpotOpens},
      {"", "", "<p>Über die Autorin</p><p>Ann Lee</p>", "Ann Lee", kSpotOpens},
      {"", "", "<h3>Ann Lee</h3><p>Ann Lee is the head of news and lives in the far north.</p>", "Ann Lee", kNameBio},
      {"", "", "<p>Ann Lee schreibt seit drei Jahren für diese Zeitung.</p>", "Ann Lee", kNameBio},
      {"", "", "<p>© 2019 by Ann Lee. All rights reserved</p>", "Ann Lee", kNameCopyright},
      {"", "", "<p>Das Tagebuch von Ann Lee steht unter einer Creative Commons Lizenz</p>", "Ann Lee", kNameCopyright},
      {"", "", "<p>Ann Lee</p><p>E-mail: lee@example.org</p>", "Ann Lee", kSpotContact},
      {"", "", "<p>Ann Lee<br>Head of News</p>", "Ann Lee", kSpots},
      {"", "<p class=author>von <a href=/people/ann-lee>Ann Lee</a></p>", "", "Ann Lee", kMarks},
      {"", "", "<div class=post-footer>Eingestellt von <span class=fn>Ann Lee</span></div>", "Ann Lee", kMarkNamed},
      {"", "<p>Autorin: Ann Lee, Leiterin der Projekte</p>", "", "Ann Lee", kSpotOpens},
      {"", "<p class=author>Ann Lee im Gespräch mit Bob Roe</p>", "", "Bob Roe", kMarks},
      {"", "<p>Posted by Ann Category: News</p>", "", "Ann", kSpotOpens},
      {"", "<p class=author><a href=/author/al>AL</a></p>", "<p>© 2019 Ann Lee</p>", "Ann Lee", kNameLogin},
      {"", "<p class=author><a href=/people/ann-lee>Ann Le<span>e</span></a></p>", "", "Ann Lee", kMarks},
      {"", "<p>By <button>Ann Lee</button></p>", "", "Ann Lee", kSpotOpens},
      {"", "<p>Eine Analyse von Ann Lee</p>", "", "Ann Lee", kSpotOpens},
      {"", "<p>By Staff Reporter</p>", "", "Staff Reporter", kSpotOpens},
      {"", "<p><a href=/byline/ann-lee>Ann Lee</a></p>", "", "Ann Lee", kMarkLink},
      {"<meta name=author content='By Ann Lee'>", "", "", "Ann Lee", kNameMeta},
      {"", "<p>By The Team, edited by Bob Roe</p>", "", "The Team", kSpotOpens},
      {"", "<p>By Ann Lee, FOMA</p>", "", "Ann Lee, FOMA", kNameLine},
      {"", "<p>Ann Lee as told to Bob Roe</p>", "", "Bob Roe", kSpots},
      {"<meta name=author content='AFP/Big House'>", "", "", "AFP", kNameMeta},
      {"<meta name=author content='annlee'>", "<p>By Ann Lee</p>", "", "Ann Lee", kNameMeta},  // one candidate, as persons are written
      {"<meta name=author content='Ann Lee'>", "<p>By Ann Lee Evening Paper, 3 May 2021</p>", "", "Ann Lee", kSpotOpens},
      {"<meta name='vr:author' content='Ann Lee'>", "", "", "Ann Lee", kNameMeta},
      {"<meta property='article:author' content='https://example.org/author/ann-lee'>", "", "", "Ann Lee", kNameMeta},
      {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"url\":\"https://example.org/author/ann-lee/\"}}</script>", "", "",
       "Ann Lee", kNameJson},
      {"<meta name=citation_author content='Lee, Ann B.'>", "", "", "Ann B. Lee", kNameMeta},
      {"", "", "<p>Gespeichert von annlee am 24. Juli 2017 - 18:55</p>", "annlee", kSpotOpens},
      {"", "", "<p>责任编辑：焦鹏</p>", "焦鹏", kSpotOpens},
      {"<title>Dam breaks | Ann Lee</title>", "", "", "Ann Lee", kNameTitle},
      {"<meta property=og:site_name content='Big House'>", "", "", "Big House", kNameSite},
  };
  for (const CandidateRow& row : kRows) {
    const std::string html = std::string("<html><head>") + row.head + "</head><body><h1>Dam breaks</h1>" + row.before + "<p>" + kText + "</p><p>" +
                             kText + "</p>" + row.behind + "</body></html>";
    const PageTree tree = PageTree::parse(html);
    const Blocks blocks = find_blocks(tree);
    size_t first = 0, last = 0;
    for (size_t i = 0; i < blocks.blocks.size(); ++i)
      if (blocks.of(blocks.blocks[i]) == kText) first = first ? first : i, last = i + 1;
    const auto names = name_candidates(tree, blocks, read_meta(tree), "https://example.org/a", {0, first, last});
    const auto found = std::find_if(names.begin(), names.end(), [&](const NameCandidate& one) { return one.name == row.name; });
    ASSERT_NE(found, names.end()) << html;
    EXPECT_GT(found->signs[row.sign], 0) << html;
  }
}

}  // namespace
}  // namespace gesta
