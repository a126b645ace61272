// Small pages in, text out.
#include "pages/pages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gesta {
namespace {

Article read(std::string body, Page::Form form = Page::Form::html) {
  Page page;
  page.id = "t", page.body = std::move(body), page.form = form;
  auto article = read_article(page);
  EXPECT_TRUE(article.ok()) << (article.ok() ? "" : article.error().reason);
  return article.ok() ? *article : Article{};
}

constexpr const char* kFirst =
    "Police detained twelve protesters in the capital on Monday after a march against the new election law turned violent.";
constexpr const char* kSecond =
    "The interior ministry said the detainees would be released within two days, but lawyers said they had not been allowed to see them.";

std::string page_of(const std::string& head, const std::string& before, const std::string& after) {
  return "<html><head>" + head + "</head><body><nav><ul><li><a href=/>Home</a><li><a href=/world>World</a></ul></nav>" + before +
         "<article><h1>Police detain twelve</h1><div class=body><p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kFirst + "</p></div></article>" +
         after + "<footer><p>All rights reserved.</p></footer></body></html>";
}

TEST(Pages, KeepsTheArticleAndDropsTheMenus) {
  const Article article = read(page_of("<title>Police detain twelve - The Paper</title>", "",
                                       "<aside><p>Sign up to our newsletter and get the news each morning by mail.</p></aside>"));
  EXPECT_EQ(article.text, std::string(kFirst) + "\n\n" + kSecond + "\n\n" + kFirst);
  EXPECT_EQ(article.title, "Police detain twelve");
  EXPECT_EQ(article.language, "en");
}

TEST(Pages, ANoscriptEndsAtItsEnd) {  // as browsers see it, whatever it leaves open
  const Article article = read("<html><body><noscript><div id=off></noscript><main>" + page_of("", "", "") + "</main></body></html>");
  EXPECT_EQ(article.text, std::string(kFirst) + "\n\n" + kSecond + "\n\n" + kFirst);
}

struct TitleRow {
  const char* head;
  const char* heading;
  const char* title;
};

TEST(Pages, Titles) {
  constexpr TitleRow kRows[] = {
      {"<title>Dam breaks in the far north - The Paper</title>", "<h1>Dam breaks in the far north</h1>", "Dam breaks in the far north"},
      {"<title>The Paper | Dam breaks in the far north</title><meta property=og:site_name content='The Paper'>", "", "Dam breaks in the far north"},
      {"<meta property=og:title content='Dam breaks in the far north'>", "<h1><span>Floods</span> Dam breaks in the far north</h1>",
       "Dam breaks in the far north"},
      {"<meta property=og:title content='Dam breaks in the far north'><meta property=og:site_name content='The Paper'>", "<h1>The Paper</h1>",
       "Dam breaks in the far north"},
      {"<title>Floods: Dam breaks in the far north</title>", "<h1><span class=kicker>Floods</span>: Dam breaks in the far north</h1>",
       "Dam breaks in the far north"},
      {"<title>Dam breaks | The Northern Paper</title>", "<h1><a href=/>The Northern Paper</a></h1><h1>Dam breaks</h1>", "Dam breaks"},
      {"<title>Dam breaks in the far north</title>", "<h1>Dam breaks in the far north <span>28.01.2021 News, Water</span></h1>",
       "Dam breaks in the far north"},
      {"<title>Dam breaks in the far north | PAPER.NET</title>", "", "Dam breaks in the far north"},
      {"<title>Dam breaks in the far north</title>",
       "<h1><span>Dam breaks in the far north</span><span>Two towns under water since Monday</span></h1>", "Dam breaks in the far north"},
      {"<title>Dam breaks in the far north</title>", "<h1>Dam breaks in the far north <a href=#c>12</a></h1>", "Dam breaks in the far north"},
      {"<title>The Paper</title><meta property=og:site_name content='The Paper'>", "<div class=headline>Dam breaks in the far north</div>",
       "Dam breaks in the far north"},
      {"<title>The Paper</title><meta property=og:site_name content='The Paper'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
       "\"headline\":\"Dam breaks in the far north\"}</script>",
       "", "Dam breaks in the far north"},
      {"<title>Why the dam broke in the north | Opinion</title>", "<h1>Why the dam broke in the north | Opinion</h1>",
       "Why the dam broke in the north"},
      {"<meta property=og:title content='Dams &amp;#x26; rivers in the far north'>", "", "Dams & rivers in the far north"},
      {"<title>Dam breaks in the far north | News | The Paper</title>", "<h1>Dam breaks in the far north | News | The Paper</h1>",
       "Dam breaks in the far north"},
      {"<title>The Minister\xE2\x80\x99s dam breaks</title>", "<h1>The Minister's dam breaks</h1><h1>Dam breaks</h1>", "The Minister's dam breaks"},
      {"<title>Dam breaks in the far north \xC2\xAB The Paper</title><meta property=og:site_name content='The Paper'>", "",
       "Dam breaks in the far north"},
      {"<title>Dam breaks in the far north \xE2\x80\xBA News \xE2\x80\xBA The Paper</title>", "<h1>Dam breaks in the far north</h1>",
       "Dam breaks in the far north"},
      {"<title>Willkommen</title><link rel=canonical href='https://paper.example/north/dam-breaks.html'>", "<h1>Dam Breaks</h1><h1>Other</h1>",
       "Dam Breaks"},
      {"", "<h1><span class=date>28.01.2021</span>Dam breaks in the far north</h1>", "Dam breaks in the far north"},
      {"<meta property=og:title content='Flood: what we know'>", "<h1>Dam breaks: hundreds flee the north</h1>",
       "Dam breaks: hundreds flee the north"},
  };
  for (const TitleRow& row : kRows) {
    const std::string html = std::string("<html><head>") + row.head + "</head><body>" + row.heading + "<div><p>" + kFirst + "</p><p>" + kSecond +
                             "</p><p>" + kFirst + "</p></div></body></html>";
    EXPECT_EQ(read(html).title, row.title) << html;
  }
}

struct BylineRow {
  const char* head;
  const char* line;
  std::vector<std::string> names;
};

TEST(Pages, Bylines) {
  const BylineRow kRows[] = {
      {"", "<p>By Ann Lee and Bob Roe, Associated Press</p>", {"Ann Lee", "Bob Roe"}},
      {"", "<div class=byline><a rel=author href=/author/lee>Ann Lee</a> <span>Senior Reporter</span></div>", {"Ann Lee"}},
      {"", "<p>By</p><p>Ann Lee</p>", {"Ann Lee"}},
      {"", "<p>Von Jan K\xC3\xB6hler</p>", {"Jan K\xC3\xB6hler"}},
      {"", "<div class=user-menu><a href=/login>Log in</a></div>", {}},
      {"", "<p>By Associated Press</p>", {"Associated Press"}},
      {"<meta name=author content='https://www.facebook.com/paper'>", "<p>Posted on 3 May 2021 by Ann Lee</p>", {"Ann Lee"}},
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ann Lee\"},"
       "{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"#p\"}}]}</script>",
       "",
       {"Ann Lee"}},
      {"", "<div><span>By</span><span>Ann Lee</span></div>", {"Ann Lee"}},
      {"", "<p>03/01/2017 by Ann Lee, Head of Sales and Marketing</p>", {"Ann Lee"}},
      {"<meta property=og:site_name content='Ann Lee'><meta name=author content='Ann Lee'>", "<p>3 May 2021</p>", {"Ann Lee"}},
      {"<meta name=author content='Ann Lee'><meta name=parsely-author content='Ann Lee, Bob Roe MD'>", "", {"Ann Lee", "Bob Roe"}},
      {"",
       "<div>Reviewed by <a rel=author href=/author/roe>Bob Roe</a></div><div>Written by <a rel=author href=/author/lee>Ann Lee</a></div>",
       {"Ann Lee"}},
      {"<meta name=author content='Ann Lee'>", "<p>By Ann Lee and Bob Roe</p>", {"Ann Lee", "Bob Roe"}},
      {"<meta name=author content='Ann Lee'>", "<p>By Ann Lee, Head of Sales</p>", {"Ann Lee"}},
      {"<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Ann Lee'>", "", {"Ann Lee"}},
      {"<meta name=author content='Center for Research and Evaluation'>", "", {"Center for Research and Evaluation"}},
      {"<meta name=author content='Our Editors'>", "", {"Our Editors"}},
      {"<meta name=author content='mh'>", "", {"mh"}},
      {"<meta name=author content='Text und Foto: Ann Lee'>", "", {"Ann Lee"}},
      {"", "<p class=autorenzeile>Wirtschaftsredakteurin Ann Lee</p>", {"Ann Lee"}},
      {"<meta property=og:site_name content='Ann Lee'><link rel=canonical href='https://annlee.example.org/a'>", "", {"Ann Lee"}},
      {"",
       "<p>BERLIN (dpa/lno) - Die Polizei in der Hauptstadt hat am Montag zw\xC3\xB6lf Menschen festgenommen, sagte ein Sprecher.</p>",
       {"dpa/lno"}},
      {"<meta name=author content='Big House'><meta name=copyright content='(c) Big House 2022'>", "<p>By Ann Lee</p>", {"Ann Lee"}},
  };
  for (const BylineRow& row : kRows) {
    const std::string html = std::string("<html><head>") + row.head + "</head><body><h1>Dam breaks in the far north</h1>" + row.line + "<div><p>" +
                             kFirst + "</p><p>" + kSecond + "</p><p>" + kFirst + "</p></div></body></html>";
    EXPECT_EQ(read(html).byline, row.names) << html;
  }
}

TEST(Pages, OneArticleOfAPageThatGoesOn) {
  const auto story = [](const std::string& title, const std::string& text) {
    return "<div class=story><header class=head><h1 class=headline>" + title + "</h1></header><p>" + text + "</p><p>" + text + "</p></div>";
  };
  const Article article = read("<html><head><title>Dam breaks in the far north</title></head><body>" + story("Dam breaks in the far north", kFirst) +
                               story("Minister resigns over the budget", kSecond) + "</body></html>");
  EXPECT_TRUE(article.text.starts_with(kFirst));
  EXPECT_EQ(article.text.find(kSecond), std::string::npos);
}

TEST(Pages, LiveBlogsKeepTheirDatedPosts) {
  const std::string begin = "<html><body><h1>Dam breaks: live</h1><p>" + std::string(kFirst) + "</p>";
  std::string wrapped = begin, bare = begin;
  for (const char* hour : {"18", "17", "16", "15"}) {
    const std::string time = std::string("<time class=at datetime='2021-01-28T") + hour + ":00:00Z'>" + hour + ":00</time>";
    const std::string text = "<p>" + std::string(hour) + ": " + kSecond + "</p><p>" + kFirst + "</p>";
    wrapped += "<div class=post><h2>At " + std::string(hour) + " the water rose further</h2>" + time + "<div>" + text + "</div></div>";
    bare += time + text;
  }
  for (const std::string& html : {wrapped, bare}) {
    const Article article = read(html + "</body></html>");
    ASSERT_EQ(article.posts.size(), 4u) << html;
    EXPECT_EQ(article.posts[1].date, "2021-01-28T17:00:00Z");
    EXPECT_NE(article.posts[1].text.of(article.text).find("17: "), std::string_view::npos);
    EXPECT_EQ(article.posts[1].text.of(article.text).find("16: "), std::string_view::npos);
  }
  EXPECT_TRUE(read(page_of("", "<time datetime='2021-01-28T10:00:00Z'>10:00</time>", "")).posts.empty());
}

TEST(Pages, BlocksHaveTheirKind) {
  const std::string first(kFirst), second(kSecond);
  const Article article =
      read("<html><body><article><h1>Police detain twelve</h1><div><p>" + first + "</p><p>" + second + "</p><h2>What the ministry says</h2><p>" +
           second + "</p><ul><li>" + first + "</li><li>" + second + "</li></ul><p>" + first +
           "</p><blockquote><p>We will march again on Sunday in every town, and no law will keep us at home.</p></blockquote><p>" + first +
           "</p></div></article></body></html>");
  std::string kinds;
  for (const Paragraph& paragraph : article.paragraphs) kinds += std::string(name(paragraph.block)) + " ";
  EXPECT_EQ(kinds, "paragraph paragraph heading paragraph item item paragraph quote paragraph ");
}

TEST(Pages, PaywallsAreNoted) {
  const std::string json = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>";
  const auto noted = [](const Article& article) {
    return std::any_of(article.notes.begin(), article.notes.end(), [](const std::string& note) { return note.starts_with("paywall:"); });
  };
  EXPECT_TRUE(noted(read(page_of(json, "", ""))));
  EXPECT_FALSE(noted(read(page_of("", "", ""))));
}

TEST(Pages, SourceRunsPointIntoThePage) {
  const std::string html = page_of("", "", "");
  const Article article = read(html);
  ASSERT_FALSE(article.source.empty());
  for (const SourceRun& run : article.source) EXPECT_EQ(html.substr(run.page.begin, 12), article.text.substr(run.text.begin, 12));
}

TEST(Pages, PlainSavedPage) {
  const Article article = read(
      std::string("Thursday , 28 January 2021\nHome / News / Police detain twelve\n\nPolice detain twelve in the capital\n\n") + kFirst + "\n\n" +
          kSecond + "\n\nCheck Also\n\nMinister resigns over the budget\n\nThe minister of finance said on Tuesday that he would \xE2\x80\xA6",
      Page::Form::plain);
  EXPECT_EQ(article.text, std::string(kFirst) + "\n\n" + kSecond);
  EXPECT_EQ(article.title, "Police detain twelve in the capital");
  EXPECT_EQ(article.published.date, "");
  EXPECT_EQ(article.published.latest, "2021-01-28");
  EXPECT_EQ(article.published.basis, "page-clock");
  ASSERT_EQ(article.related.size(), 1u);
  EXPECT_EQ(article.related[0].title, "Minister resigns over the budget");
}

TEST(Pages, ReadyTextStands) {
  const Article article = read("One paragraph\nin two lines.\n\nCheck Also", Page::Form::ready);
  EXPECT_EQ(article.text, "One paragraph in two lines.\n\nCheck Also");
  EXPECT_EQ(article.paragraphs.size(), 2u);
}

TEST(Pages, ABreakEndsAParagraphUnlessTheLineWasFull) {
  const auto paragraphs = [](const std::string& text) { return read(text, Page::Form::ready).paragraphs.size(); };
  EXPECT_EQ(paragraphs("Soldiers tightened the ring around the treatment centre\nMonday and cut the telephone lines of those inside, who\nrefused to "
                       "leave it."),
            1u);
  EXPECT_EQ(
      paragraphs("Troops detain twelve in night raids\nHEBRON - Troops detained at least twelve people in the hills south of the city on Friday, "
                 "relatives of the detained said.\nOne was released."),
      3u);
  EXPECT_EQ(paragraphs("| 18 April | Managua | Police break up a protest |\n| 19 April | Masaya | Three people shot dead in a market |"), 2u);
  EXPECT_EQ(paragraphs("- ROME: The ambassador is recalled from Baghdad\n- ATHENS: Farmers block the highway to Corinth"), 2u);
  EXPECT_EQ(paragraphs("The army would not storm the building, it said on Monday.\n   A man known as Lasagna said that they would never give up."),
            2u);
}

TEST(Pages, EmptyPageIsRejected) {
  Page page;
  page.id = "empty.html";
  const auto article = read_article(page);
  ASSERT_FALSE(article.ok());
  EXPECT_EQ(article.error().input, "empty.html");
}

TEST(Pages, TimeIsBounded) {
  std::string many;
  for (int i = 0; i < 20000; ++i) many += "<p>a";
  Page page;
  page.id = "slow.html";
  for (const std::string& body : {many, page_of("", "", "")}) {  // inside the parser and behind it
    page.body = body;
    EXPECT_TRUE(read_article(page).ok() || body == many);
    const auto article = read_article(page, 1e-9);
    ASSERT_FALSE(article.ok());
    EXPECT_EQ(article.error().reason, "the page takes more than 2 s of processor time");
  }
}

TEST(Pages, MemoryIsBounded) {
  std::string many;
  for (int i = 0; i < 600000; ++i) many += "<p>a";
  std::string attributes = "<p";
  for (int i = 0; i < 300; ++i) attributes += " a" + std::to_string(i);
  attributes += ">";
  std::string wide;
  while (wide.size() < (6u << 20)) wide += attributes;
  for (const std::string& body : {many, wide}) {
    Page page;
    page.id = "large.html", page.body = body;
    const auto article = read_article(page);
    ASSERT_FALSE(article.ok());
    EXPECT_EQ(article.error().reason, "the page takes more than 256 MiB of memory");
  }
}

}  // namespace
}  // namespace gesta
