// Rows: text -> date (empty: none).
#include <gtest/gtest.h>

#include "pages/pages.h"
#include "pages/published.h"

namespace gesta {
namespace {

struct Row {
  const char* text;
  const char* iso;
};

TEST(Dates, InText) {
  constexpr Row kRows[] = {
      {"2021-01-28", "2021-01-28"},
      {"2021-01-28T10:05:00Z", "2021-01-28T10:05:00Z"},
      {"2021-01-28T10:05:00.123+0200", "2021-01-28T10:05:00+02:00"},
      {"Thursday , 28 January 2021", "2021-01-28"},
      {"Jan. 28, 2021 10:00 a.m.", "2021-01-28"},
      {"Published on January 28th, 2021", "2021-01-28"},
      {"Thu, 28 Jan 2021 10:05:00 +0000", "2021-01-28"},
      {"28.01.2021", "2021-01-28"},
      {"01/28/2021", "2021-01-28"},
      {"28/01/2021", "2021-01-28"},
      {"28. M\xC3\xA4rz 2021", "2021-03-28"},
      {"28 de enero de 2021", "2021-01-28"},
      {"20210128", "2021-01-28"},
      {"5 \xD0\xBD\xD0\xBE\xD1\x8F\xD0\xB1\xD1\x80\xD1\x8F 2021 \xD0\xB3.", "2021-11-05"},
      {"2021\xE5\xB9\xB4"
       "1\xE6\x9C\x88"
       "28\xE6\x97\xA5",
       "2021-01-28"},
      {"2021. janu\xC3\xA1r 28.", "2021-01-28"},
      {"Thu Nov 12 11:00:00 +0000 2020", "2020-11-12"},
      {"1er mai 2021", "2021-05-01"},
      {"28-Jan-21", "2021-01-28"},
      {"28.ENE.21", "2021-01-28"},
      {"Jan 28, '21", "2021-01-28"},
      {"at 5 Jan 21:05", ""},
      {"1° maggio 2021", "2021-05-01"},
      {"28. Jänner 2021", "2021-01-28"},
      {"5 paź 2021", "2021-10-05"},
      {"5 окт. 2021", "2021-10-05"},
      {"5 Şub 2021", "2021-02-05"},
      {"5. siječnja 2021.", "2021-01-05"},
      {"5 януари 2021", "2021-01-05"},
      {"5 de gener de 2021", "2021-01-05"},
      {"2021 m. sausio 5 d.", "2021-01-05"},
      {"8 setiembre 2021", "2021-09-08"},
      {"31 February 2021", ""},
      {"the March of 2021", ""},
      {"in 2021", ""},
      {"Published\xE2\x80\x82"
       "Jan 28, 2021",
       "2021-01-28"},
      {"", ""},
  };
  for (const Row& row : kRows) {
    const auto found = find_date(row.text);
    EXPECT_EQ(found ? found->iso : "", row.iso) << row.text;
  }
}

TEST(Dates, InPageData) {
  constexpr Row kRows[] = {
      {"1611828300", "2021-01-28T10:05:00Z"},
      {"1611828300000", "2021-01-28T10:05:00Z"},
      {"/Date(1611828300000)/", "2021-01-28T10:05:00Z"},
      {"20210128100500", "2021-01-28"},
      {"20210128", "2021-01-28"},
      {"28 January 2021", "2021-01-28"},
      {"3611", ""},
      {"0000000000", ""},
      {"", ""},
  };
  for (const Row& row : kRows) {
    const auto found = find_stamp(row.text);
    EXPECT_EQ(found ? found->iso : "", row.iso) << row.text;
  }
}

TEST(Dates, InUrl) {
  constexpr Row kRows[] = {
      {"https://a.example/world/2021/01/28/story", "2021-01-28"},
      {"https://a.example/2021/jan/28/story", "2021-01-28"},
      {"https://a.example/2021-01/28/c_1125597921.htm", "2021-01-28"},
      {"https://a.example/story-20210128.html", "2021-01-28"},
      {"https://a.example/story-12345678", ""},
      {"https://a.example/news/28-10-2021", "2021-10-28"},
      {"https://a.example/news/04-10-2021", ""},
      {"https://2021-01-28.example/story", ""},
      {"", ""},
  };
  for (const Row& row : kRows) {
    const auto found = date_in_url(row.text);
    EXPECT_EQ(found ? found->iso : "", row.iso) << row.text;
  }
}

struct Case {
  const char* head;
  const char* before;
  const char* date;
  const char* basis;
  const char* latest;
};

TEST(Dates, OfPages) {
  constexpr Case kCases[] = {
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-05-01T08:00:00Z\"}]}</script>", "",
       "2020-05-01T08:00:00Z", "json-ld", ""},
      {"<script type='application/ld+json'>{\"@type\":\"Recipe\",\"datePublished\":\"2006-10-10\"}</script>", "", "2006-10-10", "json-ld", ""},
      {"<script type='application/ld+json'>[{\"@type\":\"WebPage\",\"datePublished\":\"2019-01-01\"},"
       "{\"@type\":\"NewsArticle\",\"datePublished\":\"2020-05-01\"}]</script>",
       "", "2020-05-01", "json-ld", ""},
      {"<meta property='article:published_time' content='2020-05-02'>", "", "2020-05-02", "meta", ""},
      {"", "<time datetime='2020-05-03'>May 3</time>", "2020-05-03", "time-element", ""},
      {"", "<div class=byline>By Ann Lee, 4 May 2020</div>", "2020-05-04", "byline", ""},
      {"", "<header>Thursday, 28 January 2021</header>", "", "page-clock", "2021-01-28"},
      {"", "<header>Thursday, 28 January 2021</header><div class=byline>Ann Lee, vor 2 Tagen</div>", "2021-01-26", "byline", "2021-01-28"},
      {"", "", "", "none", ""},
      // Readers' days: written in UTC, the page shows the next day; the page shows an earlier day than its data.
      {"<meta property='article:published_time' content='2020-05-02T23:30:00Z'>", "<p class=date>May 3, 2020</p>", "2020-05-03", "byline", ""},
      {"<meta property='article:published_time' content='2020-05-20'>", "<p>Published May 3, 2020</p>", "2020-05-03", "byline", ""},
      {"<meta property='article:published_time' content='2020-05-02'>", "<p>Updated May 9, 2020</p>", "2020-05-02", "meta", ""},
      {"", "<p>Published 4 May 2020, updated 9 May 2020</p>", "2020-05-04", "byline", ""},
      {"<meta name='w-published-date' content='2020-05-02'>", "", "2020-05-02", "meta", ""},
      {"<meta name='article_date' content='2020-05-02'><meta name='expiration_date' content='2030-01-01'>", "", "2020-05-02", "meta", ""},
      {"<script>var page = {\"publishedAt\":\"2020-05-02T08:00\"};</script>", "", "2020-05-02T08:00", "meta", ""},
      {"", "<div data-page='{&quot;datePublished&quot;:&quot;2020-05-02T08:00&quot;}'></div>", "2020-05-02T08:00", "meta", ""},
      {"", "<body data-pubdate=2020-05-02>", "2020-05-02", "meta", ""},
      {"", "<main data-publish-date=1588406400></main>", "2020-05-02T08:00:00Z", "meta", ""},
      {"<meta name=pubdate content=1588406400>", "", "2020-05-02T08:00:00Z", "meta", ""},
      {"", "<p><relative-time datetime=2020-05-02T08:00:00Z>3 hours ago</relative-time></p>", "2020-05-02T08:00:00Z", "time-element", ""},
      {"", "<p><span data-timestamp=1588406400>3 hours ago</span></p>", "2020-05-02T08:00:00Z", "time-element", ""},
      {"", "<p><span property='schema:datePublished' content=2020-05-02></span>3 hours ago</p>", "2020-05-02", "time-element", ""},
      {"", "<p><b>Ann Lee</b><b>Columnist</b><span class=date>May 2, 2020</span></p>", "2020-05-02", "time-element", ""},
      {"", "<div class=date><span>May</span><span>2</span><span>2020</span></div>", "2020-05-02", "time-element", ""},
      {"", "<p>Mis à jour le 9 mai 2020 - Créé le 2 mai 2020</p>", "2020-05-02", "byline", ""},
      {"", "<p>Güncelleme: 9 Mayıs 2020 | Oluşturulma: 2 Mayıs 2020</p>", "2020-05-02", "byline", ""},
      {"", "<p>Update: 9 mei 2020. Geplaatst: 2 mei 2020</p>", "2020-05-02", "byline", ""},
      {"<html lang=en>", "<p class=date>02/12/2020</p><ul><li><time datetime='2020-12-02'>2 December</time></li></ul>", "2020-12-02", "byline", ""},
      {"<meta property='article:published_time' content='2020-05-02'>", "<header>Friday, 8 May 2020</header>", "2020-05-02", "meta", "2020-05-08"},
      {"<meta property='article:published_time' content='2020-05-02'>", "<header>Friday, 1 May 2020</header>", "2020-05-02", "meta", ""},
      {"", "<div class=comments><p>Bob, 4 May 2020</p></div>", "", "none", ""},
      {"", "<div>Published</div><div>October 14, 2020</div><div>in <a href=/c>Courts</a></div>", "2020-10-14", "byline", ""},
      {"",
       "<div><a href=/a><div>9 May 2020</div><h2>A bridge is closed for a month</h2></a></div>"
       "<div><a href=/b><div>8 May 2020</div><h2>Police detain twelve</h2></a></div>",
       "2020-05-08", "byline", ""},
      {"<html lang=de><meta property='article:published_time' content='2020-10-05'>", "<p class=date>10/05/2020</p>", "2020-10-05", "meta", ""},
      {"<meta property='article:published_time' content='05/10/2020'>", "<p>Published 5 October 2020</p>", "2020-10-05", "meta", ""},
      {"", "<header>28 January 2021</header>", "2021-01-28", "byline", ""},
      {"", "<header>Thursday, 28 January 2021</header><header>26 January 2021</header>", "2021-01-26", "byline", "2021-01-28"},
      {"", "<p>Seminar, 19.1.21, 10:00-11:30 Uhr</p><div class=x>18.1.21</div>", "2021-01-18", "byline", ""},
      {"", "<p>28 January 2021</p><p>This story was first published on 3 May 2020 and has been updated since.</p>", "2020-05-03", "byline", ""},
      // The card of another article above the title does not outvote what page and line agree on; an article that came out again does the JSON-LD.
      {"<meta property='article:published_time' content='2020-05-20'>",
       "<time itemprop=datePublished datetime='2019-05-01'>May 1, 2019</time><time itemprop=datePublished datetime='2020-05-20'>May 20</time>",
       "2020-05-20", "meta", ""},
      {"<meta property='article:published_time' content='2020-05-20'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
       "\"datePublished\":\"2020-05-02\"}</script>",
       "<p class=date>May 20, 2020</p>", "2020-05-20", "meta", ""},
      {"<meta name=date content='2020-05-02'>", "<p class=date>May 20, 2020</p>", "2020-05-20", "byline", ""},
      {"", "<div><span>Ann Lee</span><span>Dec 05, 2020</span></div>", "2020-12-05", "time-element", ""},
      {"", "<div>Ann Lee</div><div aria-label='Published 10:00 a.m. ET May 2, 2020 Updated 11:00 a.m. ET May 9, 2020'></div>", "2020-05-02",
       "time-element", ""},
      {"", "<div><span>Mar 27, 2020</span><span>5 mins</span></div>", "2020-03-27", "time-element", ""},
      {"", "<p><span class=updated>2020-05-09</span> <time class=date datetime='2020-05-09'>9 May 2020</time></p><div class=date>2 May 2020</div>",
       "2020-05-02", "byline", ""},
  };
  const std::string prose =
      "<p>Police detained twelve protesters in the capital on Monday after a march against the new election law turned violent, officials said.</p>";
  for (const Case& c : kCases) {
    Page page;
    page.body = std::string("<html><head>") + c.head + "</head><body>" + c.before + "<article><h1>Police detain twelve</h1>" + prose + prose + prose +
                "</article></body></html>";
    auto article = read_article(page);
    ASSERT_TRUE(article.ok());
    EXPECT_EQ(article->published.date, c.date) << page.body;
    EXPECT_EQ(article->published.basis, c.basis) << page.body;
    EXPECT_EQ(article->published.latest, c.latest) << page.body;
  }
}

TEST(Dates, HoursAgo) {
  struct Age {
    const char* text;
    int hours;  // -1: none
  };
  constexpr Age kRows[] = {{"3 hours ago", 3},       {"Ann Lee, 2 days ago", 48}, {"vor 3 Stunden", 3},  {"vor einer Woche", 168},
                           {"il y a 2 heures", 2},   {"hace 2 días", 48},         {"un'ora fa", -1},     {"3 ore fa", 3},
                           {"há 5 horas", 5},        {"2 dagen geleden", 48},     {"3 godziny temu", 3}, {"2 дня назад", 48},
                           {"3 saat önce", 3},       {"10 min ago", 0},           {"3 hours", -1},       {"vor dem 3. Oktober", -1},
                           {"The war of 3 days", -1}};
  for (const Age& row : kRows) EXPECT_EQ(hours_ago(row.text).value_or(-1), row.hours) << row.text;
}

TEST(Dates, BehindTheText) {
  constexpr Row kRows[] = {
      {"<footer class=entry-footer><p class=entry-meta><time class=entry-time>May 2, 2020</time></p></footer>", "2020-05-02"},
      {"<p>Der Beitrag wurde am Samstag, den 2. Mai 2020 um 15:21 Uhr veröffentlicht</p>", "2020-05-02"},
      {"<footer>Posted on <a href=/news/twelve rel=bookmark><time datetime=2020-05-02>2 May</time></a></footer><ul><li>9 May 2020</li></ul>",
       "2020-05-02"},
      {"<div class=comments><p>Bob, 4 May 2020</p></div>", ""},
      {"<p class=teaser-meta>Erschienen am <time datetime=2020-05-02>2. Mai 2020</time> im Format Aktuelles</p>", "2020-05-02"},
      {"<footer><p>Last updated 2 May 2020</p></footer>", "2020-05-02"},
      {"<p class=postmetadata>This entry was posted on Saturday, May 2nd, 2020 at 11:00 am and is filed under <a href=/n>News</a>. You can follow "
       "any "
       "responses to this entry through the <a href=/f>RSS 2.0</a> feed. You can leave a response, or trackback from your own site.</p>",
       "2020-05-02"},
      {"<p>The law is modelled on one which was first submitted to the parliament of another country on 2 May 2019.</p><p>Posted 4 May 2020</p>",
       "2020-05-04"},
  };
  const std::string prose =
      "<p>Police detained twelve protesters in the capital on Monday after a march against the new law turned violent, officials said.</p>";
  for (const Row& row : kRows) {
    Page page;
    page.url = "https://example.org/news/twelve";
    page.body = "<html><body><article><h1>Police detain twelve</h1>" + prose + prose + prose + row.text + "</article></body></html>";
    EXPECT_EQ(read_article(page)->published.date, row.iso) << row.text;
  }
}

TEST(Dates, BelowTheLead) {  // what stands between lead and text is beside the title, however many lines there are
  const std::string prose =
      "<p>Police detained twelve protesters in the capital on Monday after a march against the new law turned violent, officials said.</p>";
  Page page;
  page.body = "<html><body><main><h1>Police detain twelve</h1>" + prose +
              "<div class=authors><p>Ann Lee</p><p>Writer</p><p>Ann covers the courts.</p><p>Law</p><p>See full bio</p><p>Bob Roe</p><p>Editor</p>"
              "<p>May 2, 2020 10:45 a.m. PT</p><p>5 min read</p></div><article>" +
              prose + prose + prose + "</article></main></body></html>";
  EXPECT_EQ(read_article(page)->published.date, "2020-05-02");
}

TEST(Dates, OfTheLastChange) {
  const auto read = [](const std::string& head, const std::string& line) {
    const std::string prose =
        "<p>Police detained twelve protesters in the capital on Monday after a march against the new law turned violent, officials said.</p>";
    Page page;
    page.body =
        "<html><head>" + head + "</head><body><article><h1>Police detain twelve</h1>" + line + prose + prose + prose + "</article></body></html>";
    return *read_article(page);
  };
  const Article told =
      read("<meta property='article:published_time' content='2020-05-02'><meta property='article:modified_time' content='2020-05-09'>", "");
  EXPECT_EQ(told.published.date + " " + told.published.trust, "2020-05-02 medium");
  EXPECT_EQ(told.modified.date + " " + told.modified.basis, "2020-05-09 meta");
  const Article seen = read("<meta property='article:published_time' content='2020-05-02'>", "<p>Published May 2, 2020. Updated May 9, 2020</p>");
  EXPECT_EQ(seen.published.trust, "high");
  EXPECT_EQ(seen.modified.date + " " + seen.modified.basis, "2020-05-09 byline");
  EXPECT_EQ(read("<meta property='article:published_time' content='2020-05-02'>", "").modified.date, "");
}

}  // namespace
}  // namespace gesta
