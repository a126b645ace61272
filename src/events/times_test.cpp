// Time expressions and their values, on plain words and on trees written by hand.
#include <gtest/gtest.h>

#include "base/date.h"
#include "events/fields.h"
#include "events/times_direction.h"
#include "events/times_eval.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

std::vector<TimeExpression> times_in(std::string_view words, std::string_view published) {
  std::string text;
  return read_times(plain_words(words, text), knowledge(), std::string(published));
}

std::vector<TimeExpression> times_of(std::string_view conllu, std::string_view published) {
  std::string text;
  return read_times(from_conllu(conllu, text), knowledge(), std::string(published));
}

struct TimeRow {
  std::string_view words, published, value, start, end;
};

// A national day is that of the country named before it, else of the one the text tells most, else of the outlet.
TEST(Times, NationalDays) {
  const struct {
    std::string_view words, home, start;
  } rows[] = {{"Police in Kenya fired on Independence Day", "", "2015-12-12"},
              {"India 's Independence Day came after Pakistan 's", "", "2016-08-15"},
              {"on Independence Day", "", "2016-07-04"},
              {"on Independence Day", "KEN", "2015-12-12"},
              {"the Independence Day of Ukraine , said Poland", "", "2016-08-24"},
              {"Poland marked Labour Day", "", "2016-05-01"},
              {"Canada marked Labour Day", "", "2016-09-05"},
              {"on Jamhuri Day", "", "2015-12-12"},
              {"Syrians on Bastille Day", "", "2016-07-14"},
              {"Ghana kept the National Day of Mourning", "", ""},
              {"the army of Chad on Heroes ' Day", "", ""}};
  for (const auto& row : rows) {
    std::string text;
    const auto times = read_times(plain_words(row.words, text), knowledge(), "2016-12-03", row.home);
    EXPECT_EQ(times.empty() ? std::string() : times[0].start, row.start) << row.words;
  }
}

TEST(Times, AYearToldBesideIsNotThatOfAMonth) {
  const auto times = times_in("he lost a leg in 2004 and was stabbed in July", "2006-09-14");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].start, "2006-07-01");
}

// Days of moons and calendars: published dates of the feasts.
TEST(Times, MovableFeasts) {
  const struct {
    std::string_view words, start;
  } rows[] = {{"Lunar New Year 2016", "2016-02-08"},   {"Tet 2018", "2018-02-16"},
              {"Chinese New Year 2023", "2023-01-22"}, {"Diwali 2017", "2017-10-19"},
              {"Diwali 2023", "2023-11-12"},           {"Vesak 2019", "2019-05-19"},
              {"Orthodox Easter 2016", "2016-05-01"},  {"Orthodox Good Friday 2021", "2021-04-30"},
              {"Quds Day 2016", "2016-07-01"},         {"Memorial Day 2015", "2015-05-25"},
              {"Thanksgiving 2018", "2018-11-22"},     {"Easter Monday 2024", "2024-04-01"}};
  for (const auto& row : rows) {
    const auto times = times_in(row.words, "2026-01-01");
    ASSERT_FALSE(times.empty()) << row.words;
    EXPECT_EQ(times[0].start, row.start) << row.words;
  }
}

TEST(Times, Values) {
  const TimeRow rows[] = {
      {"on 5 May 2011", "2016-12-03", "2011-05-05", "2011-05-05", "2011-05-05"},
      {"on September 17 , 1939", "", "1939-09-17", "1939-09-17", "1939-09-17"},
      {"on Tuesday", "2016-12-03", "2016-11-29", "2016-11-29", "2016-11-29"},
      {"on Tuesday ( 15 November )", "2016-12-03", "2016-11-15", "2016-11-15", "2016-11-15"},
      {"on Saturday", "2016-12-03", "2016-12-03", "2016-12-03", "2016-12-03"},
      {"yesterday", "2016-12-03", "2016-12-02", "2016-12-02", "2016-12-02"},
      {"yesterday", "", "-P1D", "", ""},
      {"last month", "2016-12-03", "2016-11", "2016-11-01", "2016-11-30"},
      {"last month", "", "-P1M", "", ""},
      {"last week", "2016-12-03", "2016-W47", "2016-11-21", "2016-11-27"},
      {"over the last month", "2016-12-03", "P1M", "2016-11-03", "2016-12-03"},
      {"next year", "2016-12-03", "2017", "2017-01-01", "2017-12-31"},
      {"in June", "2016-12-03", "2016-06", "2016-06-01", "2016-06-30"},
      {"last August", "2016-03-05", "2015-08", "2015-08-01", "2015-08-31"},
      {"five days ago", "2002-09-24", "2002-09-19", "2002-09-19", "2002-09-19"},
      {"a fortnight ago", "1990-05-29", "1990-05-15", "1990-05-15", "1990-05-15"},
      {"four years ago", "2006-04-26", "2002", "2002-01-01", "2002-12-31"},
      {"in the summer of 2014", "2016-12-03", "2014-SU", "2014-06-01", "2014-08-31"},
      {"in the first quarter of 2011", "2016-12-03", "2011-Q1", "2011-01-01", "2011-03-31"},
      {"in the 1990s", "2016-12-03", "199", "1990-01-01", "1999-12-31"},
      {"in the 20th century", "2016-12-03", "19", "1900-01-01", "1999-12-31"},
      {"on Easter Sunday 2024", "2024-05-01", "2024-03-31", "2024-03-31", "2024-03-31"},
      {"for three weeks", "2016-12-03", "P3W", "", ""},
      {"every day", "2016-12-03", "P1D", "", ""},
      {"in 490 BC", "2009-11-05", "BC0490", "", ""},
      {"this weekend", "2020-08-14", "2020-W33-WE", "2020-08-15", "2020-08-16"},
      {"this weekend", "2020-08-11", "2020-W32-WE", "2020-08-08", "2020-08-09"},
      {"at the weekend", "1996-11-05", "1996-W44-WE", "1996-11-02", "1996-11-03"},
      {"on 22/04", "2016-12-03", "2016-04-22", "2016-04-22", "2016-04-22"},
      {"on 2/29/2020", "2020-12-03", "2020-02-29", "2020-02-29", "2020-02-29"},
      {"dated 05-Aug-2016", "2016-12-03", "2016-08-05", "2016-08-05", "2016-08-05"},
      {"file 20161016", "2016-12-03", "2016-10-16", "2016-10-16", "2016-10-16"},
      {"in Dec/2015", "2016-12-03", "2015-12", "2015-12-01", "2015-12-31"},
      {"from 10-1-2015-10-7-2015", "2016-12-03", "2015-10-01", "2015-10-01", "2015-10-07"},
      {"in Q1 2015", "2016-12-03", "2015-Q1", "2015-01-01", "2015-03-31"},
      {"two weeks before Christmas", "2016-12-03", "2015-12-11", "2015-12-11", "2015-12-11"},
      {"three days from tomorrow", "2016-12-03", "2016-12-07", "2016-12-07", "2016-12-07"},
      {"the week of 3 May 2016", "2016-12-03", "2016-W18", "2016-05-02", "2016-05-08"},
      {"week 31 of 2018", "2016-12-03", "2018-W31", "2018-07-30", "2018-08-05"},
      {"the third week of January 2018", "2016-12-03", "2018-W03", "2018-01-15", "2018-01-21"},
      {"the first ten days of June 2016", "2016-12-03", "P10D", "2016-06-01", "2016-06-10"},
      {"in the last week of last month", "2016-12-03", "2016-W47", "2016-11-24", "2016-11-30"},
      {"the first week of May", "2016-12-03", "2016-W18", "2016-05-01", "2016-05-07"},
      {"on the 18th", "2016-12-03", "2016-11-18", "2016-11-18", "2016-11-18"},
      {"on Tuesday of last week", "2016-12-03", "2016-11-22", "2016-11-22", "2016-11-22"},
      {"on Friday the 25th", "2016-12-03", "2016-11-25", "2016-11-25", "2016-11-25"},
      {"in nineteen ninety-six", "2016-12-03", "1996", "1996-01-01", "1996-12-31"},
      {"on Thanksgiving 2016", "2016-12-03", "2016-11-24", "2016-11-24", "2016-11-24"},
      {"on 10 Muharram 1443", "2016-12-03", "2021-08-19", "2021-08-19", "2021-08-19"},
      {"on 15 Nisan 5782", "2016-12-03", "2022-04-16", "2022-04-16", "2022-04-16"},
      {"on Yom Kippur 2016", "2016-12-03", "2016-10-12", "2016-10-12", "2016-10-12"},
      {"every Monday", "2016-12-03", "XXXX-WXX-1", "", ""},
      {"once a week", "2016-12-03", "P1W", "", ""},
      {"for three days from 5 May 2016", "2016-12-03", "P3D", "2016-05-05", "2016-05-07"},
      {"at 4 p.m. on Tuesday", "2016-12-03", "2016-11-29T16:00", "2016-11-29", "2016-11-29"},
      {"yesterday from 5 to 6pm", "2016-12-03", "2016-12-02T17:00/T18:00", "2016-12-02", "2016-12-02"},
      {"on Tuesday at 5", "2016-12-03", "2016-11-29T05:00", "2016-11-29", "2016-11-29"},
      {"ten years ago today", "2016-12-03", "2006-12-03", "2006-12-03", "2006-12-03"},
      {"a hundred years ago this week", "2015-04-24", "1915-04-20", "1915-04-20", "1915-04-26"},
      {"in March of last year", "2000-11-14", "1999-03", "1999-03-01", "1999-03-31"},
      {"on a July afternoon in 1999", "2016-12-03", "1999-07", "1999-07-01", "1999-07-31"},
      {"every day at 7:13 p.m.", "2016-12-03", "XXXX-XX-XXT19:13", "", ""},
      {"Friday mornings", "2016-12-03", "XXXX-WXX-5TMO", "", ""},
      {"over Easter weekend", "2016-12-03", "2016-W12-WE", "2016-03-26", "2016-03-27"},
      {"early in May 2016", "2016-12-03", "2016-05", "2016-05-01", "2016-05-10"},
      {"in late 2014", "2016-12-03", "2014", "2014-09-01", "2014-12-31"},
      {"at the present time", "2016-12-03", "PRESENT_REF", "", ""},
      {"Resolution 1718 on 9 October", "2016-12-03", "2016-10-09", "2016-10-09", "2016-10-09"},
      {"in the nineties", "2016-12-03", "199", "1990-01-01", "1999-12-31"},
      {"for one and a half hours", "2016-12-03", "PT1.5H", "", ""},
      {"for three hours 30 minutes", "2016-12-03", "PT3H30M", "", ""},
      {"for 40 seconds", "2016-12-03", "PT40S", "", ""},
      {"for 3h", "2016-12-03", "PT3H", "", ""},
      {"lasted three weekends", "2016-12-03", "P3WE", "", ""},
      {"two weeks and two days ago", "2016-12-03", "2016-11-17", "2016-11-17", "2016-11-17"},
      {"over the past 24 hours", "2016-12-03", "PT24H", "2016-12-02", "2016-12-03"},
      {"within the next four working days", "2016-12-02", "P4D", "2016-12-03", "2016-12-08"},
      {"less than three days after 5 May 2016", "2016-12-03", "2016-05-08", "2016-05-05", "2016-05-08"},
      {"the first Monday of May 2016", "2016-12-03", "2016-05-02", "2016-05-02", "2016-05-02"},
      {"the last Friday evening of last month", "2016-12-03", "2016-11-25TEV", "2016-11-25", "2016-11-25"},
      {"the year to date", "2016-12-03", "2016", "2016-01-01", "2016-12-03"},
      {"the rest of the week", "2016-12-01", "2016-W48", "2016-12-01", "2016-12-04"},
      {"the 19th of every month", "2016-12-03", "XXXX-XX-19", "", ""},
      {"Friday, June 17", "2016-12-03", "2016-06-17", "2016-06-17", "2016-06-17"},
      {"Tue May 3", "2016-12-03", "2016-05-03", "2016-05-03", "2016-05-03"},
      {"the weekend of Halloween 2016", "2016-12-03", "2016-W43-WE", "2016-10-29", "2016-10-31"},
      {"on 29th", "2016-12-03", "2016-11-29", "2016-11-29", "2016-11-29"},
      {"next Friday", "2016-11-30", "2016-12-09", "2016-12-09", "2016-12-09"},
      {"Monday two weeks from now", "2016-11-30", "2016-12-12", "2016-12-12", "2016-12-12"},
      {"from 2pm for two hours", "2016-12-03", "2016-12-03T14:00/T16:00", "", ""},
      {"Oct 26 15:50:06 2016", "2016-12-03", "2016-10-26T15:50:06", "2016-10-26", "2016-10-26"},
      {"by the end of the day", "2016-12-03", "2016-12-03", "2016-12-03", "2016-12-03"},
      {"before lunch on Tuesday", "2016-12-03", "2016-11-29TMI", "2016-11-29", "2016-11-29"},
  };
  for (const TimeRow& row : rows) {
    const auto times = times_in(row.words, row.published);
    ASSERT_EQ(times.size(), 1u) << row.words;
    EXPECT_EQ(times[0].value, row.value) << row.words;
    EXPECT_EQ(times[0].start, row.start) << row.words;
    EXPECT_EQ(times[0].end, row.end) << row.words;
  }
}

TEST(Times, LaterSentencesCountFromTheDateTold) {
  const auto times = times_in("signed on 3 March 2004 and two days later ratified", "");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].value, "2004-03-05");
}

// "That evening" of a clause that does not look back itself is of the story, not of what was told beside it.
TEST(Times, ADatelineMovesTheDayOfWriting) {
  for (const std::string_view mark : {"-", ":", "."}) {
    const auto times = times_in("DELHI , Dec. 13 " + std::string(mark) + " Gunmen came today", "2001-12-14");
    ASSERT_EQ(times.size(), 2u) << mark;
    EXPECT_EQ(times[1].start, "2001-12-13") << mark;
  }
  EXPECT_EQ(times_in("Delhi , Dec. 13 . Gunmen came today", "2001-12-14")[1].start, "2001-12-14");
}

TEST(Times, ASeasonAfterTheDateTold) {
  for (const auto& [season, value] : {std::pair("the following summer", "1971-SU"), std::pair("that same autumn", "1970-FA")}) {
    const auto times = times_in("signed on 3 September 1970 and left " + std::string(season), "2005-11-10");
    ASSERT_EQ(times.size(), 2u) << season;
    EXPECT_EQ(times[1].value, value);
  }
}

TEST(Times, ThatEveningOfTheStory) {
  const std::string first =
      "He/He/PRON/PRP/2/nsubj resigned/resign/VERB/VBD/0/root on/on/ADP/IN/4/case Wednesday/Wednesday/PROPN/NNP/2/obl ././PUNCT/./2/punct";
  const std::string last =
      "They/They/PRON/PRP/2/nsubj marched/march/VERB/VBD/0/root that/that/DET/DT/4/det evening/evening/NOUN/NN/2/obl ././PUNCT/./2/punct";
  const std::pair<std::string, std::string_view> rows[] = {
      {"Men/Men/NOUN/NNS/3/nsubj had/have/AUX/VBD/3/aux come/come/VERB/VBN/0/root on/on/ADP/IN/5/case Sunday/Sunday/PROPN/NNP/3/obl", "2018-09-12"},
      {"Men/Men/NOUN/NNS/2/nsubj came/come/VERB/VBD/0/root on/on/ADP/IN/4/case Sunday/Sunday/PROPN/NNP/2/obl", "2018-09-09"},
      {"The/The/DET/DT/2/det bomb/bomb/NOUN/NN/5/nsubj of/of/ADP/IN/4/case Sunday/Sunday/PROPN/NNP/2/nmod failed/fail/VERB/VBD/0/root",
       "2018-09-12"}};
  for (const auto& [between, start] : rows) {
    const auto times = times_of(conllu_of(first) + "\n" + conllu_of(between) + "\n" + conllu_of(last), "2018-09-14");
    ASSERT_EQ(times.size(), 3u) << between;
    EXPECT_EQ(times[2].start, start) << between;
  }
}

// The day that somebody spoke on is not the day of the story.
TEST(Times, ThatEveningIsNotOfTheReport) {
  const std::string first =
      "They/They/PRON/PRP/2/nsubj marched/march/VERB/VBD/8/ccomp on/on/ADP/IN/4/case Wednesday/Wednesday/PROPN/NNP/2/obl ,/,/PUNCT/,/2/punct "
      "the/the/DET/DT/7/det army/army/NOUN/NN/8/nsubj said/say/VERB/VBD/0/root on/on/ADP/IN/10/case Friday/Friday/PROPN/NNP/8/obl "
      "././PUNCT/./8/punct";
  const std::string last =
      "It/It/PRON/PRP/2/nsubj began/begin/VERB/VBD/0/root before/before/ADP/IN/4/case dawn/dawn/NOUN/NN/2/obl ././PUNCT/./2/punct";
  const auto times = times_of(conllu_of(first) + "\n" + conllu_of(last), "2024-11-29");
  ASSERT_EQ(times.size(), 3u);
  EXPECT_EQ(times[2].start, "2024-11-27");
}

// Of days: not from a month, nor from a feast still to come.
TEST(Times, LookingBackCountsFromADayThatHasBeen) {
  const struct {
    std::string_view words, published, start;
  } rows[] = {{"On Thursday he died , wanted since March , taken two days earlier", "2019-10-27", "2019-10-22"},
              {"On Thursday he marched ; by 24 December they vote , not the day before", "2019-12-23", "2019-12-18"},
              {"In March he died ; two days earlier", "2019-10-27", "2019-10-25"},
              {"On Thursday he fled a town held since May ; hours later", "2019-10-27", "2019-10-24"},
              {"On 16 March it began and ended on the 26th", "2019-10-27", "2019-03-26"},
              {"It ended on the 31st", "2019-10-27", "2019-08-31"},
              {"He fled the Saturday before last", "1997-05-08", "1997-04-26"},
              {"He fled the Tuesday before last", "1997-05-08", "1997-04-29"}};
  for (const auto& row : rows) {
    const auto times = times_in(row.words, row.published);
    ASSERT_FALSE(times.empty()) << row.words;
    EXPECT_EQ(times.back().start, row.start) << row.words;
  }
  EXPECT_EQ(times_in("By noon ten thousand had come", "2019-10-27").size(), 1u);
}

TEST(Times, ASpanOfLastYear) {
  const auto times = times_in("between April and July of last year", "2019-06-19");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[0].start, "2018-04-01");
  EXPECT_EQ(times_in("next autumn", "2007-11-29")[0].start, "2008-09-01");
}

// The nearest, whatever the tense; a day to which something is put off lies ahead.
TEST(Times, PlannedForAndPutOff) {
  const std::string plan = "Talks/talk/NOUN/NNS/5/nsubj planned/plan/VERB/VBN/1/acl for/for/ADP/IN/4/case ", rest = " failed/fail/VERB/VBD/0/root";
  const auto start = [](const std::string& row) { return times_of(conllu_of(row), "2014-12-29").at(0).start; };
  EXPECT_EQ(start(plan + "April/April/PROPN/NNP/2/obl" + rest), "2015-04-01");
  EXPECT_EQ(start(plan + "November/November/PROPN/NNP/2/obl" + rest), "2014-11-01");
  EXPECT_EQ(start("It/it/PRON/PRP/3/nsubj:pass was/be/AUX/VBD/3/aux:pass delayed/delay/VERB/VBN/0/root until/until/ADP/IN/5/case "
                  "Friday/Friday/PROPN/NNP/3/obl"),
            "2015-01-02");
}

TEST(Times, TheNthBeforeItsSubject) {
  const std::string on = "on/on/ADP/IN/3/case the/the/DET/DT/3/det 18th/18th/NOUN/NN/6/obl ";
  const auto died = times_of(conllu_of(on + "the/the/DET/DT/5/det king/king/NOUN/NN/6/nsubj died/die/VERB/VBD/0/root"), "2019-10-27");
  ASSERT_EQ(died.size(), 1u);
  EXPECT_EQ(died[0].start, "2019-10-18");
  EXPECT_TRUE(times_of(conllu_of(on + "green/green/ADJ/JJ/5/amod hole/hole/NOUN/NN/6/obl died/die/VERB/VBD/0/root"), "2019-10-27").empty());
}

// "the day before" counts back from the day told unless an event follows.
TEST(Times, TheDayBeforeWhat) {
  const char* friday =
      "Police/Police/NOUN/NNS/2/nsubj said/say/VERB/VBD/0/root on/on/ADP/IN/4/case Friday/Friday/PROPN/NNP/2/obl they/they/PRON/PRP/6/nsubj "
      "marched/march/VERB/VBD/2/ccomp the/the/DET/DT/8/det day/day/NOUN/NN/6/obl before/before/ADV/RB/8/advmod ";
  const std::pair<std::string, std::string_view> rows[] = {{"over/over/ADP/IN/11/case pay/pay/NOUN/NN/6/obl", "2018-09-06"},
                                                           {"././PUNCT/./2/punct", "2018-09-06"},
                                                           {"after/after/SCONJ/IN/11/mark talks/talk/NOUN/NNS/6/advcl", "2018-09-06"},
                                                           {"the/the/DET/DT/11/det vote/vote/NOUN/NN/8/nmod", "2018-09-08"}};
  for (const auto& [rest, start] : rows) {
    const auto times = times_of(conllu_of(friday + rest), "2018-09-10");
    ASSERT_EQ(times.size(), 2u) << rest;
    EXPECT_EQ(times[1].start, start) << rest;
  }
}

// "The day after the blast" where no day is told beside it: the blast is the one dated before; a clause that follows is told for the first time.
TEST(Times, TheDayAfterADeedToldBefore) {
  const std::string blast =
      "A/A/DET/DT/2/det bomb/bomb/NOUN/NN/3/nsubj exploded/exploded/VERB/VBD/0/root on/on/ADP/IN/5/case Thursday/Thursday/PROPN/NNP/3/obl "
      "././PUNCT/./3/punct";
  const std::pair<std::string, std::string_view> rows[] = {
      {"Talks/Talks/NOUN/NNS/2/nsubj ended/ended/VERB/VBD/0/root the/the/DET/DT/4/det day/day/NOUN/NN/2/obl after/after/ADP/IN/7/case "
       "the/the/DET/DT/7/det blast/blast/NOUN/NN/4/nmod",
       "2019-01-18"},
      {"It/It/PRON/PRP/2/nsubj came/come/VERB/VBD/0/root the/the/DET/DT/4/det day/day/NOUN/NN/2/obl after/after/SCONJ/IN/8/mark the/the/DET/DT/7/det "
       "talks/talks/NOUN/NNS/8/nsubj ended/ended/VERB/VBD/2/advcl",
       "2019-01-16"}};
  for (const auto& [rest, start] : rows) {
    const auto times = times_of(conllu_of(blast) + "\n" + conllu_of(rest), "2019-01-22");
    ASSERT_EQ(times.size(), 2u) << rest;
    EXPECT_EQ(times[1].start, start) << rest;
  }
}

TEST(Times, SaidToHaveLooksBack) {
  std::string text;
  const Document back =
      from_conllu(conllu_of("They/They/PRON/PRP/3/nsubj are/be/AUX/VBP/3/aux said/say/VERB/VBN/0/root to/to/PART/TO/6/mark have/have/AUX/VB/6/aux "
                            "crossed/cross/VERB/VBN/3/xcomp"),
                  text);
  EXPECT_FALSE(verb_looks_forward(back, 5));
  const Document ahead =
      from_conllu(conllu_of("They/They/PRON/PRP/2/nsubj plan/plan/VERB/VBP/0/root to/to/PART/TO/4/mark cross/cross/VERB/VB/2/xcomp"), text);
  EXPECT_TRUE(verb_looks_forward(ahead, 3));
}

TEST(Times, WaysOfSpeakingThatAreNoTimes) {
  for (const std::string_view no : {"at the end of the day", "player of the Year", "the worst day of the year", "back in the day",
                                    "three night markets", "a 1/8 share", "based on 5.12 percent", "an epiphany"}) {
    EXPECT_TRUE(times_in(no, "2016-12-03").empty()) << no;
  }
}

// The present tense looks ahead to a deadline, and to a day that its verb fixes.
TEST(Times, WhatThePresentFixesLiesAhead) {
  const std::pair<const char*, std::string_view> rows[] = {
      {"Kang/Kang/PROPN/NNP/2/nsubj has/have/VERB/VBZ/0/root until/until/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl", "2018-09-17"},
      {"Kang/Kang/PROPN/NNP/2/nsubj fled/flee/VERB/VBD/0/root on/on/ADP/IN/4/case Monday/Monday/PROPN/NNP/2/obl", "2018-09-10"},
      {"They/They/PRON/PRP/2/nsubj called/call/VERB/VBD/0/root for/for/ADP/IN/4/case protests/protest/NOUN/NNS/2/obl on/on/ADP/IN/6/case "
       "Monday/Monday/PROPN/NNP/2/obl",
       "2018-09-17"},
      {"It/It/PRON/PRP/2/nsubj opens/open/VERB/VBZ/0/root in/in/ADP/IN/4/case November/November/PROPN/NNP/2/obl", "2018-11-01"},
      {"It/It/PRON/PRP/2/nsubj opened/open/VERB/VBD/0/root in/in/ADP/IN/4/case November/November/PROPN/NNP/2/obl", "2017-11-01"}};
  for (const auto& [row, start] : rows) {
    const auto times = times_of(conllu_of(row), "2018-09-12");
    ASSERT_EQ(times.size(), 1u) << row;
    EXPECT_EQ(times[0].start, start) << row;
  }
}

TEST(Times, FirstOfARangeTakesTheYearOfTheLast) {
  const struct {
    std::string_view words, published, first, last;
  } rows[] = {{"from April to June 2011", "2016-12-03", "2011-04", "2011-06"},
              {"from November to February 2012", "2016-12-03", "2011-11", "2012-02"},
              {"from 20 December to 3 January", "2016-02-03", "2015-12-20", "2016-01-03"},
              {"from 1 October to 7 November", "2018-10-24", "2018-10-01", "2018-11-07"},
              {"June - August 1992", "2016-02-03", "1992-06", "1992-08"},
              {"10/1 - 11/2/2017", "2019-02-03", "2017-10-01", "2017-11-02"}};
  for (const auto& row : rows) {
    const auto times = times_in(row.words, row.published);
    ASSERT_EQ(times.size(), 2u) << row.words;
    EXPECT_EQ(times[0].value, row.first) << row.words;
    EXPECT_EQ(times[1].value, row.last) << row.words;
  }
}

TEST(Times, TheYearThatATextSets) {
  const auto times = times_in("the year was 1831 and on 3 June troops fired", "2023-06-03");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].value, "1831-06-03");
}

TEST(Times, TimeMlIsReadWithItsMarks) {
  const auto text =
      read_timeml("<DCT><TIMEX3 value=\"2009-12-19\">x</TIMEX3></DCT><TEXT>R&amp;D in <TIMEX3 tid=\"t1\" value=\"1939\">1939</TIMEX3>.</TEXT>");
  ASSERT_TRUE(text);
  EXPECT_EQ(text->published, "2009-12-19");
  EXPECT_EQ(text->text, "R&D in 1939.");
  ASSERT_EQ(text->times.size(), 1u);
  EXPECT_EQ(text->times[0].value, "1939");
  EXPECT_EQ(text->times[0].span.of(text->text), "1939");
  EXPECT_FALSE(read_timeml("<html>"));
}

TEST(Times, WordsThatAreNoTimes) {
  for (const std::string_view row : {"they may march", "the second attack", "a 19-year-old man", "he spoke of the fall of Saigon",
                                     "two thirds or 2/3 of them", "they won 3-1", "a man in his 20s"}) {
    for (const auto& time : times_in(row, "2016-12-03")) EXPECT_EQ(time.type, "DURATION") << row << " " << time.value;
  }
}

}  // namespace
}  // namespace gesta
