// Rows for the readers of fields: hand-made trees for the grammar, plain tokens for time expressions and numbers.
#include "events/fields.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/date.h"
#include "events/counts_choices.h"
#include "events/counts_numbers.h"
#include "events/factuality.h"
#include "events/times_direction.h"
#include "events/times_eval.h"

namespace gesta {
namespace {

// "form/UPOS/XPOS/head/deprel" words, heads counted from 1, 0 the root; lemma is the form in lower case unless a sixth part gives it.
std::string conllu(std::string_view row) {
  std::string out;
  int id = 0;
  for (size_t from = 0; from < row.size();) {
    const size_t to = std::min(row.find(' ', from), row.size());
    std::vector<std::string> parts{""};
    for (const char c : row.substr(from, to - from)) {
      if (c == '/')
        parts.emplace_back();
      else
        parts.back().push_back(c);
    }
    std::string lemma = parts.size() > 5 ? parts[5] : parts[0];
    out +=
        std::to_string(++id) + "\t" + parts[0] + "\t" + lemma + "\t" + parts[1] + "\t" + parts[2] + "\t_\t" + parts[3] + "\t" + parts[4] + "\t_\t_\n";
    from = to + 1;
  }
  return out + "\n";
}

const std::vector<ToldOfEvent> kHappened(1);

// When an event of a text of one sentence took place.
std::optional<When> when_of(std::string_view row, const EventSite& site, const std::string& published, Status status = Status::happened) {
  std::string text;
  const Document document = from_conllu(conllu(row), text);
  return resolve_whens(document, read_times(document, published), published, std::vector{site}, std::vector{status}).front();
}

// Bare words: every token hangs from the first.
Document words(std::string_view row, std::string& text) {
  std::string out;
  int id = 0;
  for (size_t from = 0; from < row.size();) {
    const size_t to = std::min(row.find(' ', from), row.size());
    const std::string word(row.substr(from, to - from));
    ++id;
    out += std::to_string(id) + "\t" + word + "\t" + word + "\tX\t_\t_\t" + (id == 1 ? "0\troot" : "1\tdep") + "\t_\t_\n";
    from = to + 1;
  }
  return from_conllu(out + "\n", text);
}

struct TimeRow {
  std::string_view words, published, value, start, end;
};

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
    std::string text;
    const Document document = words(row.words, text);
    const auto times = read_times(document, std::string(row.published));
    ASSERT_EQ(times.size(), 1u) << row.words;
    EXPECT_EQ(times[0].value, row.value) << row.words;
    EXPECT_EQ(times[0].start, row.start) << row.words;
    EXPECT_EQ(times[0].end, row.end) << row.words;
  }
}

TEST(Times, LaterSentencesCountFromTheDateTold) {
  std::string text;
  const Document document = words("signed on 3 March 2004 and two days later ratified", text);
  const auto times = read_times(document, "");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].value, "2004-03-05");
}

// "That evening" of a clause that does not look back itself is of the story, not of what was told beside it.
TEST(Times, ASeasonAfterTheDateTold) {
  for (const auto& [season, value] : {std::pair("the following summer", "1971-SU"), std::pair("that same autumn", "1970-FA")}) {
    std::string text;
    const Document document = words("signed on 3 September 1970 and left " + std::string(season), text);
    const auto times = read_times(document, "2005-11-10");
    ASSERT_EQ(times.size(), 2u) << season;
    EXPECT_EQ(times[1].value, value);
  }
}

TEST(Times, ThatEveningOfTheStory) {
  const std::string first = "He/PRON/PRP/2/nsubj resigned/VERB/VBD/0/root/resign on/ADP/IN/4/case Wednesday/PROPN/NNP/2/obl ././PUNCT/./2/punct";
  const std::string last = "They/PRON/PRP/2/nsubj marched/VERB/VBD/0/root/march that/DET/DT/4/det evening/NOUN/NN/2/obl ././PUNCT/./2/punct";
  const std::pair<std::string, std::string_view> rows[] = {
      {"Men/NOUN/NNS/3/nsubj had/AUX/VBD/3/aux/have come/VERB/VBN/0/root/come on/ADP/IN/5/case Sunday/PROPN/NNP/3/obl", "2018-09-12"},
      {"Men/NOUN/NNS/2/nsubj came/VERB/VBD/0/root/come on/ADP/IN/4/case Sunday/PROPN/NNP/2/obl", "2018-09-09"},
      {"The/DET/DT/2/det bomb/NOUN/NN/5/nsubj of/ADP/IN/4/case Sunday/PROPN/NNP/2/nmod failed/VERB/VBD/0/root/fail", "2018-09-12"}};
  for (const auto& [between, start] : rows) {
    std::string text;
    const Document document = from_conllu(conllu(first) + "\n" + conllu(between) + "\n" + conllu(last), text);
    const auto times = read_times(document, "2018-09-14");
    ASSERT_EQ(times.size(), 3u) << between;
    EXPECT_EQ(times[2].start, start) << between;
  }
}

// The day that somebody spoke on is not the day of the story.
TEST(Times, ThatEveningIsNotOfTheReport) {
  const std::string first =
      "They/PRON/PRP/2/nsubj marched/VERB/VBD/8/ccomp/march on/ADP/IN/4/case Wednesday/PROPN/NNP/2/obl ,/PUNCT/,/2/punct "
      "the/DET/DT/7/det army/NOUN/NN/8/nsubj said/VERB/VBD/0/root/say on/ADP/IN/10/case Friday/PROPN/NNP/8/obl ././PUNCT/./8/punct";
  const std::string last = "It/PRON/PRP/2/nsubj began/VERB/VBD/0/root/begin before/ADP/IN/4/case dawn/NOUN/NN/2/obl ././PUNCT/./2/punct";
  std::string text;
  const Document document = from_conllu(conllu(first) + "\n" + conllu(last), text);
  const auto times = read_times(document, "2024-11-29");
  ASSERT_EQ(times.size(), 3u);
  EXPECT_EQ(times[2].start, "2024-11-27");
}

// "the day before" counts back from the day told unless an event follows.
TEST(Times, TheDayBeforeWhat) {
  const char* friday =
      "Police/NOUN/NNS/2/nsubj said/VERB/VBD/0/root/say on/ADP/IN/4/case Friday/PROPN/NNP/2/obl they/PRON/PRP/6/nsubj "
      "marched/VERB/VBD/2/ccomp/march the/DET/DT/8/det day/NOUN/NN/6/obl before/ADV/RB/8/advmod ";
  const std::pair<std::string, std::string_view> rows[] = {{"over/ADP/IN/11/case pay/NOUN/NN/6/obl", "2018-09-06"},
                                                           {"./PUNCT/./2/punct", "2018-09-06"},
                                                           {"the/DET/DT/11/det vote/NOUN/NN/8/nmod", "2018-09-08"}};
  for (const auto& [rest, start] : rows) {
    std::string text;
    const Document document = from_conllu(conllu(friday + rest), text);
    const auto times = read_times(document, "2018-09-10");
    ASSERT_EQ(times.size(), 2u) << rest;
    EXPECT_EQ(times[1].start, start) << rest;
  }
}

// "The day after the blast" where no day is told beside it: the blast is the one dated before; a clause that follows is told for the first time.
TEST(Times, TheDayAfterADeedToldBefore) {
  const std::string blast =
      "A/DET/DT/2/det bomb/NOUN/NN/3/nsubj exploded/VERB/VBD/0/root on/ADP/IN/5/case Thursday/PROPN/NNP/3/obl ././PUNCT/./3/punct";
  const std::pair<std::string, std::string_view> rows[] = {
      {"Talks/NOUN/NNS/2/nsubj ended/VERB/VBD/0/root the/DET/DT/4/det day/NOUN/NN/2/obl after/ADP/IN/7/case the/DET/DT/7/det blast/NOUN/NN/4/nmod",
       "2019-01-18"},
      {"It/PRON/PRP/2/nsubj came/VERB/VBD/0/root/come the/DET/DT/4/det day/NOUN/NN/2/obl after/SCONJ/IN/8/mark the/DET/DT/7/det "
       "talks/NOUN/NNS/8/nsubj ended/VERB/VBD/2/advcl",
       "2019-01-16"}};
  for (const auto& [rest, start] : rows) {
    std::string text;
    const Document document = from_conllu(conllu(blast) + "\n" + conllu(rest), text);
    const auto times = read_times(document, "2019-01-22");
    ASSERT_EQ(times.size(), 2u) << rest;
    EXPECT_EQ(times[1].start, start) << rest;
  }
}

TEST(Times, SaidToHaveLooksBack) {
  std::string text;
  const Document back =
      from_conllu(conllu("They/PRON/PRP/3/nsubj are/AUX/VBP/3/aux/be said/VERB/VBN/0/root/say to/PART/TO/6/mark have/AUX/VB/6/aux/have "
                         "crossed/VERB/VBN/3/xcomp/cross"),
                  text);
  EXPECT_FALSE(verb_looks_forward(back, 5));
  const Document ahead = from_conllu(conllu("They/PRON/PRP/2/nsubj plan/VERB/VBP/0/root/plan to/PART/TO/4/mark cross/VERB/VB/2/xcomp"), text);
  EXPECT_TRUE(verb_looks_forward(ahead, 3));
}

TEST(Times, WaysOfSpeakingThatAreNoTimes) {
  for (const std::string_view no : {"at the end of the day", "player of the Year", "the worst day of the year", "back in the day",
                                    "three night markets", "a 1/8 share", "based on 5.12 percent", "an epiphany"}) {
    std::string text;
    const Document document = words(no, text);
    EXPECT_TRUE(read_times(document, "2016-12-03").empty()) << no;
  }
}

// The present tense looks ahead to a deadline, and to a day that its verb fixes.
TEST(Times, WhatThePresentFixesLiesAhead) {
  const std::pair<const char*, std::string_view> rows[] = {
      {"Kang/PROPN/NNP/2/nsubj has/VERB/VBZ/0/root/have until/ADP/IN/4/case Monday/PROPN/NNP/2/obl", "2018-09-17"},
      {"Kang/PROPN/NNP/2/nsubj fled/VERB/VBD/0/root/flee on/ADP/IN/4/case Monday/PROPN/NNP/2/obl", "2018-09-10"},
      {"They/PRON/PRP/2/nsubj called/VERB/VBD/0/root/call for/ADP/IN/4/case protests/NOUN/NNS/2/obl/protest on/ADP/IN/6/case Monday/PROPN/NNP/2/obl",
       "2018-09-17"},
      {"It/PRON/PRP/2/nsubj opens/VERB/VBZ/0/root/open in/ADP/IN/4/case November/PROPN/NNP/2/obl", "2018-11-01"},
      {"It/PRON/PRP/2/nsubj opened/VERB/VBD/0/root/open in/ADP/IN/4/case November/PROPN/NNP/2/obl", "2017-11-01"}};
  for (const auto& [row, start] : rows) {
    std::string text;
    const Document document = from_conllu(conllu(row), text);
    const auto times = read_times(document, "2018-09-12");
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
    std::string text;
    const Document document = words(row.words, text);
    const auto times = read_times(document, std::string(row.published));
    ASSERT_EQ(times.size(), 2u) << row.words;
    EXPECT_EQ(times[0].value, row.first) << row.words;
    EXPECT_EQ(times[1].value, row.last) << row.words;
  }
}

TEST(Times, TheYearThatATextSets) {
  std::string text;
  const Document document = words("the year was 1831 and on 3 June troops fired", text);
  const auto times = read_times(document, "2023-06-03");
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
    std::string text;
    const Document document = words(row, text);
    for (const auto& time : read_times(document, "2016-12-03")) EXPECT_EQ(time.type, "DURATION") << row << " " << time.value;
  }
}

TEST(Numbers, Rows) {
  const struct {
    std::string_view words;
    double value;
    bool vague;
  } rows[] = {{"25,000", 25000, false},      {"twenty-two", 22, false},      {"a hundred and five", 105, false},
              {"1.2 million", 1.2e6, false}, {"half a million", 5e5, false}, {"two hundred thousand", 2e5, false},
              {"dozens", 24, true},          {"several hundred", 300, true}, {"three", 3, false},
              {"a dozen", 12, false}};
  for (const auto& row : rows) {
    std::string text;
    const Document document = words(row.words, text);
    const auto number = read_number(document, 0);
    ASSERT_TRUE(number) << row.words;
    EXPECT_DOUBLE_EQ(number->value, row.value) << row.words;
    EXPECT_EQ(number->vague, row.vague) << row.words;
  }
}

TEST(Numbers, HugeIsNoNumber) {
  std::string text;
  const Document document = words("99999999999999999999 billion billion billion", text);
  EXPECT_FALSE(read_number(document, 0));
}

class Fields : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    Knowledge::Options options;
    options.folder = GESTA_SOURCE_DIR "/data";
    options.strict = false;
    try {
      knowledge_ = new Knowledge(Knowledge::load(options));
    } catch (const std::exception&) {
      knowledge_ = nullptr;
    }
  }
  void SetUp() override {
    if (!knowledge_) GTEST_SKIP() << "data/ does not load";
  }
  static EventSite at(uint32_t head, std::string_view type) {
    EventSite site;
    site.head = head;
    site.type = type;
    return site;
  }
  static const Knowledge* knowledge_;
};
const Knowledge* Fields::knowledge_ = nullptr;

// Any predicate by grammar and the signatures of embedding words alone.
TEST(Factuality, Implied) {
  const struct {
    std::string_view row;
    uint32_t predicate;
    char implied;
  } rows[] = {
      {"Troops/NOUN/NNS/2/nsubj entered/VERB/VBD/0/root/enter Goma/PROPN/NNP/2/obj", 1, '+'},
      {"Troops/NOUN/NNS/4/nsubj did/AUX/VBD/4/aux/do not/PART/RB/4/advmod enter/VERB/VB/0/root Goma/PROPN/NNP/4/obj", 3, '-'},
      {"Troops/NOUN/NNS/2/nsubj failed/VERB/VBD/0/root/fail to/PART/TO/4/mark enter/VERB/VB/2/xcomp Goma/PROPN/NNP/4/obj", 3, '-'},
      {"They/PRON/PRP/4/nsubj did/AUX/VBD/4/aux/do not/PART/RB/4/advmod fail/VERB/VB/0/root to/PART/TO/6/mark enter/VERB/VB/4/xcomp", 5, '+'},
      {"They/PRON/PRP/4/nsubj did/AUX/VBD/4/aux/do not/PART/RB/4/advmod manage/VERB/VB/0/root to/PART/TO/6/mark enter/VERB/VB/4/xcomp", 5, '-'},
      {"They/PRON/PRP/2/nsubj want/VERB/VBP/0/root to/PART/TO/4/mark enter/VERB/VB/2/xcomp", 3, 'o'},
      {"They/PRON/PRP/3/nsubj may/AUX/MD/3/aux enter/VERB/VB/0/root", 2, 'o'},
      {"If/SCONJ/IN/3/mark troops/NOUN/NNS/3/nsubj enter/VERB/VBP/5/advcl they/PRON/PRP/5/nsubj fall/VERB/VBP/0/root", 2, 'o'},
      {"He/PRON/PRP/4/nsubj did/AUX/VBD/4/aux/do not/PART/RB/4/advmod know/VERB/VB/0/root they/PRON/PRP/6/nsubj left/VERB/VBD/4/ccomp/leave", 5, '+'},
      {"They/PRON/PRP/2/nsubj left/VERB/VBD/0/root/leave without/SCONJ/IN/4/mark paying/VERB/VBG/2/advcl/pay", 3, '-'},
      {"Leave/VERB/VB/0/root now/ADV/RB/1/advmod", 0, 'o'},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu(row.row), text);
    EXPECT_EQ(implied(document, row.predicate), row.implied) << row.row;
  }
}

TEST_F(Fields, Status) {
  const struct {
    std::string_view row;
    uint32_t head;
    std::string_view type, status;
  } rows[] = {
      {"Troops/NOUN/NNS/2/nsubj entered/VERB/VBD/0/root/enter Goma/PROPN/NNP/2/obj", 1, "COERCE", "happened"},
      {"Troops/NOUN/NNS/4/nsubj did/AUX/VBD/4/aux/do not/PART/RB/4/advmod enter/VERB/VB/0/root Goma/PROPN/NNP/4/obj", 3, "COERCE", "denied"},
      {"Troops/NOUN/NNS/3/nsubj will/AUX/MD/3/aux enter/VERB/VB/0/root Goma/PROPN/NNP/3/obj", 2, "COERCE", "expected"},
      {"Paris/PROPN/NNP/3/nsubj will/AUX/MD/3/aux send/VERB/VB/0/root aid/NOUN/NN/3/obj", 2, "AGREE", "happened"},
      {"Troops/NOUN/NNS/2/nsubj failed/VERB/VBD/0/root/fail to/PART/TO/4/mark enter/VERB/VB/2/xcomp Goma/PROPN/NNP/4/obj", 3, "COERCE", "denied"},
      {"Troops/NOUN/NNS/2/nsubj want/VERB/VBP/0/root to/PART/TO/4/mark enter/VERB/VB/2/xcomp Goma/PROPN/NNP/4/obj", 3, "COERCE", "hypothetical"},
      {"If/SCONJ/IN/3/mark troops/NOUN/NNS/3/nsubj enter/VERB/VBP/5/advcl they/PRON/PRP/5/nsubj fall/VERB/VBP/0/root", 2, "COERCE", "hypothetical"},
      {"Troops/NOUN/NNS/3/nsubj may/AUX/MD/3/aux enter/VERB/VB/0/root Goma/PROPN/NNP/3/obj", 2, "COERCE", "possible"},
      {"Troops/NOUN/NNS/3/nsubj are/AUX/VBP/3/aux/be entering/VERB/VBG/0/root/enter Goma/PROPN/NNP/3/obj", 2, "COERCE", "ongoing"},
      {"without/ADP/IN/2/case talks/NOUN/NNS/0/root/talk", 1, "CONSULT", "denied"},
      {"Iran/PROPN/NNP/2/nsubj denied/VERB/VBD/0/root/deny any/DET/DT/4/det role/NOUN/NN/2/obj in/ADP/IN/7/case the/DET/DT/7/det "
       "attack/NOUN/NN/4/nmod",
       6, "ASSAULT", "denied"},
      {"Thousands/NOUN/NNS/2/nsubj rally/VERB/VBP/0/root in/ADP/IN/4/case Belgrade/PROPN/NNP/2/obl", 1, "PROTEST", "happened"},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu(row.row), text);
    EXPECT_EQ(name(read_status(document, *knowledge_, at(row.head, row.type))), row.status) << row.row;
  }
}

TEST_F(Fields, SaidBy) {
  std::string text;
  const Document document = from_conllu(conllu("Troops/NOUN/NNS/2/nsubj entered/VERB/VBD/0/root/enter Goma/PROPN/NNP/2/obj ,/PUNCT/,/6/punct "
                                               "residents/NOUN/NNS/6/nsubj/resident said/VERB/VBD/2/parataxis/say"),
                                        text);
  const auto said = read_said_by(document, *knowledge_, at(1, "COERCE"));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].name, "residents");
  EXPECT_EQ(said[0].cue, "said");
}

TEST_F(Fields, SaidByWhom) {
  const struct {
    std::string_view row;
    uint32_t head;
    std::string_view type;
    std::vector<std::string> names;
  } rows[] = {
      {"No/DET/DT/2/det group/NOUN/NN/3/nsubj claimed/VERB/VBD/0/root/claim that/SCONJ/IN/6/mark it/PRON/PRP/6/nsubj "
       "attacked/VERB/VBD/3/ccomp/attack Goma/PROPN/NNP/6/obj",
       5,
       "ASSAULT",
       {}},
      // the parser takes the time for the head of the outlet's name
      {"Sources/NOUN/NNS/2/nsubj/source told/VERB/VBD/0/root/tell the/DET/DT/7/det New/ADJ/NNP/7/amod Arab/ADJ/JJ/7/amod last/ADJ/JJ/7/amod "
       "month/NOUN/NN/2/iobj that/SCONJ/IN/10/mark troops/NOUN/NNS/10/nsubj/troop left/VERB/VBD/7/acl/leave",
       9,
       "COERCE",
       {"Sources", "New Arab"}},
      // who, and not when
      {"A/DET/DT/3/det police/NOUN/NN/3/compound spokesman/NOUN/NN/7/nsubj/spokesman here/ADV/RB/3/advmod on/ADP/IN/6/case "
       "Monday/PROPN/NNP/3/nmod said/VERB/VBD/0/root/say rebels/NOUN/NNS/9/nsubj/rebel attacked/VERB/VBD/7/ccomp/attack",
       8,
       "ASSAULT",
       {"police spokesman"}},
      // over no semicolon
      {"Troops/NOUN/NNS/2/nsubj left/VERB/VBD/0/root/leave ,/PUNCT/,/5/punct officials/NOUN/NNS/5/nsubj/official said/VERB/VBD/2/parataxis/say "
       ";/PUNCT/:/8/punct rebels/NOUN/NNS/8/nsubj/rebel entered/VERB/VBD/2/parataxis/enter",
       1,
       "RETREAT",
       {"officials"}},
      {"Troops/NOUN/NNS/2/nsubj left/VERB/VBD/0/root/leave ,/PUNCT/,/5/punct officials/NOUN/NNS/5/nsubj/official said/VERB/VBD/2/parataxis/say "
       ";/PUNCT/:/8/punct rebels/NOUN/NNS/8/nsubj/rebel entered/VERB/VBD/2/parataxis/enter",
       7,
       "COERCE",
       {}},
      // the parser hangs the medium's name from the verb
      {"According/VERB/VBG/4/case/accord to/ADP/IN/1/fixed the/DET/DT/4/det newspaper/NOUN/NN/7/obl Iltalehti/PROPN/NNP/7/obl "
       "troops/NOUN/NNS/7/nsubj/troop left/VERB/VBD/0/root/leave",
       6,
       "RETREAT",
       {"newspaper Iltalehti"}},
  };
  for (const auto& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu(row.row), text);
    std::vector<std::string> names;
    for (const Said& said : read_said_by(document, *knowledge_, at(row.head, row.type))) names.push_back(said.name);
    EXPECT_EQ(names, row.names) << row.row;
  }
}

TEST_F(Fields, SaidByWhoAccuses) {
  std::string text;
  const Document document = from_conllu(conllu("men/NOUN/NNS/0/root/man they/PRON/PRP/3/nsubj accuse/VERB/VBP/1/acl:relcl/accuse "
                                               "of/SCONJ/IN/5/mark shelling/VERB/VBG/3/advcl/shell Goma/PROPN/NNP/5/obj"),
                                        text);
  for (const Said& said : read_said_by(document, *knowledge_, at(4, "ASSAULT"))) EXPECT_NE(said.name, "men");
}

// Those who spoke last go on speaking, whoever acted since.
TEST_F(Fields, SaidByThoseWhoSpokeBefore) {
  std::string text;
  const Document document =
      from_conllu(conllu("Sources/NOUN/NNS/2/nsubj/source told/VERB/VBD/0/root/tell reporters/NOUN/NNS/2/iobj ././PUNCT/./2/punct") + "\n" +
                      conllu("Fighters/NOUN/NNS/2/nsubj/fighter stormed/VERB/VBD/6/ccomp/storm Goma/PROPN/NNP/2/obj ,/PUNCT/,/2/punct "
                             "they/PRON/PRP/6/nsubj added/VERB/VBD/0/root/add"),
                  text);
  const auto said = read_said_by(document, *knowledge_, {5, 1, "ASSAULT", "190", {}, {}, {}});
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said[0].name, "Sources");
}

TEST_F(Fields, Counts) {
  std::string text;
  const Document document =
      from_conllu(conllu("Gunmen/NOUN/NNS/2/nsubj shelled/VERB/VBD/0/root/shell Goma/PROPN/NNP/2/obj ,/PUNCT/,/5/punct killing/VERB/VBG/2/advcl/kill "
                         "at/ADV/RB/8/advmod least/ADV/JJS/6/fixed nine/NUM/CD/9/nummod people/NOUN/NNS/5/obj"),
                  text);
  const auto counts = read_counts(document, std::vector{at(1, "ASSAULT")}, kHappened)[0];
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].what, "killed");
  EXPECT_DOUBLE_EQ(counts[0].value, 9);
}

TEST_F(Fields, CountsAsInjuredWhoIsTakenToHospital) {
  std::string text;
  const Document document =
      from_conllu(conllu("Nine/NUM/CD/2/nummod officers/NOUN/NNS/4/nsubj:pass/officer were/AUX/VBD/4/aux:pass/be rushed/VERB/VBN/0/root/rush "
                         "to/ADP/IN/6/case hospital/NOUN/NN/4/obl after/SCONJ/IN/10/mark a/DET/DT/9/det bomb/NOUN/NN/10/nsubj "
                         "exploded/VERB/VBD/4/advcl/explode"),
                  text);
  const auto counts = read_counts(document, std::vector{at(9, "ASSAULT")}, kHappened)[0];
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].what, "injured");
}

TEST_F(Fields, CountsNoPartForTheWhole) {
  for (const std::string_view row :
       {"Gunmen/NOUN/NNS/2/nsubj killed/VERB/VBD/0/root/kill dozens/NOUN/NNS/2/obj ,/PUNCT/,/7/punct including/VERB/VBG/7/case five/NUM/CD/7/nummod "
        "Britons/PROPN/NNPS/3/nmod",
        "Gunmen/NOUN/NNS/2/nsubj killed/VERB/VBD/0/root/kill tourists/NOUN/NNS/2/obj ,/PUNCT/,/8/punct among/ADP/IN/6/case them/PRON/PRP/2/obl "
        "five/NUM/CD/8/nummod Britons/PROPN/NNPS/2/obl"}) {
    std::string text;
    const Document document = from_conllu(conllu(row), text);
    EXPECT_TRUE(read_counts(document, std::vector{at(1, "ASSAULT")}, kHappened)[0].empty()) << row;
  }
}

// "17 injured" counts the injured though the tree takes the word for one more thing that was killed.
TEST_F(Fields, CountsByTheWordThatFollows) {
  std::string text;
  const Document document =
      from_conllu(conllu("Four/NUM/CD/2/nummod people/NOUN/NNS/4/nsubj:pass were/AUX/VBD/4/aux:pass/be killed/VERB/VBN/0/root/kill and/CCONJ/CC/7/cc "
                         "17/NUM/CD/7/nummod injured/NOUN/NN/4/conj/injure"),
                  text);
  const auto read = read_counts(document, std::vector{at(3, "ASSAULT")}, kHappened);
  std::map<std::string, double> counts;
  for (const Count& count : read[0]) counts[count.what] = count.value;
  EXPECT_EQ(counts, (std::map<std::string, double>{{"killed", 4}, {"injured", 17}}));
}

TEST_F(Fields, CountsSuitTheEvent) {
  std::string text;
  const Document document =
      from_conllu(conllu("Rebels/NOUN/NNS/2/nsubj freed/VERB/VBD/0/root/free four/NUM/CD/4/nummod hostages/NOUN/NNS/2/obj/hostage"), text);
  EXPECT_TRUE(read_counts(document, std::vector{at(1, "RETREAT")}, kHappened)[0].empty());
  const Document second = from_conllu(
      conllu(
          "Shells/NOUN/NNS/2/nsubj hit/VERB/VBD/0/root/hit Goma/PROPN/NNP/2/obj and/CCONJ/CC/7/cc two/NUM/CD/6/nummod soldiers/NOUN/NNS/7/nsubj:pass "
          "wounded/VERB/VBN/2/conj/wound"),
      text);
  const auto counts = read_counts(second, std::vector{at(1, "ASSAULT")}, kHappened)[0];
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].what, "injured");
}

TEST_F(Fields, WhatIsOnlyARiskOrAPlotHasNotHappened) {
  std::string text;
  const Document risk = from_conllu(conllu("The/DET/DT/2/det risk/NOUN/NN/6/nsubj of/ADP/IN/5/case an/DET/DT/5/det attack/NOUN/NN/2/nmod "
                                           "grew/VERB/VBD/0/root/grow"),
                                    text);
  EXPECT_EQ(read_status(risk, *knowledge_, at(4, "ASSAULT")), Status::hypothetical);
  const Document plot = from_conllu(conllu("Police/NOUN/NNS/2/nsubj foiled/VERB/VBD/0/root/foil a/DET/DT/4/det plot/NOUN/NN/2/obj to/PART/TO/6/mark "
                                           "bomb/VERB/VB/4/acl embassies/NOUN/NNS/6/obj/embassy"),
                                    text);
  EXPECT_EQ(read_status(plot, *knowledge_, at(5, "ASSAULT")), Status::denied);
}

// What may be a count at all: no ages, no numbers of doors; people without a number as many as are joined.
TEST_F(Fields, CountsThatAreOffered) {
  const auto offered = [](std::string_view row, uint32_t head, const char* type, std::string_view kind) {
    std::string text;
    const Document document = from_conllu(conllu(row), text);
    std::set<double> values;
    counts::TimesOfSentences times;
    for (const auto& choices : count_choices(document, std::vector{at(head, type)}, 0, Status::happened, times))
      for (const CountChoice& choice : choices)
        if (choice.what == kind && choice.value > 0) values.insert(choice.value);
    return values;
  };
  EXPECT_EQ(offered("a/DET/DT/2/det man/NOUN/NN/6/nsubj:pass of/ADP/IN/4/case 43/NUM/CD/2/nmod was/AUX/VBD/6/aux:pass/be shot/VERB/VBN/0/root/shoot",
                    5, "ASSAULT", "killed"),
            (std::set<double>{1}));
  EXPECT_EQ(offered("Shots/NOUN/NNS/2/nsubj/shot hit/VERB/VBD/0/root/hit the/DET/DT/4/det door/NOUN/NN/2/obj of/ADP/IN/6/case number/NOUN/NN/4/nmod "
                    "17/NUM/CD/6/nummod",
                    1, "ASSAULT", "killed"),
            (std::set<double>{}));
  EXPECT_EQ(offered("A/DET/DT/2/det farmer/NOUN/NN/7/nsubj:pass and/CCONJ/CC/5/cc a/DET/DT/5/det nurse/NOUN/NN/2/conj were/AUX/VBD/7/aux:pass/be "
                    "arrested/VERB/VBN/0/root/arrest",
                    6, "COERCE", "arrested"),
            (std::set<double>{2}));
}

TEST(Topic, SportIsToldInWordsOfWar) {
  std::string text;
  Document match = words("keeper goal penalty season fans cheered as the striker fired", text);
  for (Token& token : match.tokens) token.lemma = token.form;
  EXPECT_TRUE(is_figure(match, read_topic(match), "ASSAULT", 0));
  EXPECT_FALSE(is_figure(match, read_topic(match), "CONSULT", 0));
  EXPECT_FALSE(is_figure(match, {}, "ASSAULT", 0));
}

TEST(Topic, AnAccidentHasNobodyWhoFights) {
  std::string text;
  Document blast = words("boiler factory inspector said the shed blew up", text);
  for (Token& token : blast.tokens) token.lemma = token.form;
  EXPECT_TRUE(is_figure(blast, read_topic(blast), "ASSAULT", 0));
  EXPECT_FALSE(is_figure(blast, read_topic(blast), "PROTEST", 0));
  blast.tokens[5].lemma = "grenade";
  EXPECT_FALSE(is_figure(blast, read_topic(blast), "ASSAULT", 0));
}

TEST(Topic, ANoiseLikeABombIsNone) {
  std::string text;
  const Document storm =
      from_conllu(conllu("It/PRON/PRP/2/nsubj fell/VERB/VBD/0/root/fall like/ADP/IN/5/case a/DET/DT/5/det bomb/NOUN/NN/2/obl"), text);
  EXPECT_TRUE(is_simile(storm, "ASSAULT", 4));
  const Document label = from_conllu(conllu("They/PRON/PRP/2/nsubj call/VERB/VBP/0/root/call it/PRON/PRP/2/obj \"/PUNCT/``/6/punct a/DET/DT/6/det "
                                            "bomb/NOUN/NN/2/xcomp \"/PUNCT/''/6/punct"),
                                     text);
  EXPECT_TRUE(is_simile(label, "ASSAULT", 5));
  const Document bomb = from_conllu(conllu("A/DET/DT/2/det bomb/NOUN/NN/3/nsubj exploded/VERB/VBD/0/root/explode"), text);
  EXPECT_FALSE(is_simile(bomb, "ASSAULT", 1));
}

// An undated deed goes on with the one before it.
TEST_F(Fields, WhenOfTheDeedBefore) {
  constexpr std::string_view rows[][2] = {{"March", "2016-03-01"}, {"Thursday", "2016-06-09"}};
  for (const auto& [month, start] : rows) {
    std::string text;
    const std::string first = conllu(
        "Two/NUM/CD/2/nummod brothers/NOUN/NNS/4/nsubj:pass were/AUX/VBD/4/aux:pass/be killed/VERB/VBN/0/root/kill "
        "in/ADP/IN/6/case " +
        std::string(month) + "/PROPN/NNP/4/obl ././PUNCT/./4/punct");
    const std::string second = conllu("Gunmen/NOUN/NNS/2/nsubj burst/VERB/VBD/0/root/burst in/ADV/RB/2/advmod ././PUNCT/./2/punct");
    const Document document = from_conllu(first + "\n" + second, text);
    const auto times = read_times(document, "2016-06-12");
    const std::vector<EventSite> sites{{8, 1, "ASSAULT", "190", {}, {}, {}}};
    const auto when = resolve_whens(document, times, "2016-06-12", sites, std::vector{Status::happened}).front();
    EXPECT_EQ(when ? when->start : "", start) << month;
  }
}

// "Flew home on Monday to meet envoys": the way is made, whatever the meeting is.
TEST_F(Fields, WhenOfAWayThatIsMade) {
  const auto when = when_of(
      "He/PRON/PRP/2/nsubj flew/VERB/VBD/0/root/fly home/ADV/RB/2/advmod on/ADP/IN/5/case Monday/PROPN/NNP/2/obl to/PART/TO/7/mark "
      "meet/VERB/VB/2/advcl/meet envoys/NOUN/NNS/7/obj ././PUNCT/./2/punct",
      {6, 0, "CONSULT", "042", {}, {}, {}}, "2016-06-12", Status::expected);
  EXPECT_EQ(when ? when->start : "", "2016-06-06");
}

TEST_F(Fields, WhenOfWhatBeganInItsOwnClause) {
  const auto when = when_of(
      "Last/ADJ/JJ/2/amod month/NOUN/NN/4/obl:unmarked they/PRON/PRP/4/nsubj freed/VERB/VBD/0/root/free lawyers/NOUN/NNS/4/obj/lawyer "
      "who/PRON/WP/9/nsubj:pass had/AUX/VBD/9/aux been/AUX/VBN/9/aux:pass held/VERB/VBN/5/acl:relcl/hold since/ADP/IN/11/case "
      "2010/NUM/CD/9/obl ././PUNCT/./4/punct",
      {8, 0, "COERCE", "173", {}, {}, {}}, "2016-06-12");
  EXPECT_EQ(when ? when->basis : "", "2010");
}

// A story whose attacks lie back so far goes on with them; one that opens with news does not.
TEST_F(Fields, WhenOfAnOldStory) {
  const std::string old = conllu(
                        "They/PRON/PRP/2/nsubj attacked/VERB/VBD/0/root/attack Goma/PROPN/NNP/2/obj in/ADP/IN/5/case 1963/NUM/CD/2/obl "
                        "././PUNCT/./2/punct"),
                    rest = conllu("Students/NOUN/NNS/2/nsubj marched/VERB/VBD/0/root/march there/ADV/RB/2/advmod ././PUNCT/./2/punct");
  std::string text;
  const Document story = from_conllu(old + "\n" + rest, text);
  const std::vector both{Status::happened, Status::happened};
  const std::vector<EventSite> sites{{1, 0, "ASSAULT", "190", {}, {}, {}}, {7, 1, "PROTEST", "141", {}, {}, {}}};
  const auto whens = resolve_whens(story, read_times(story, "2016-06-12"), "2016-06-12", sites, both);
  EXPECT_TRUE(whens[1] && whens[1]->start == "1963-01-01");
  const Document news = from_conllu(rest + "\n" + old, text);
  const std::vector<EventSite> turned{{1, 0, "PROTEST", "141", {}, {}, {}}, {5, 1, "ASSAULT", "190", {}, {}, {}}};
  EXPECT_FALSE(resolve_whens(news, read_times(news, "2016-06-12"), "2016-06-12", turned, both)[0]);
}

TEST_F(Fields, WhenOfADeedNamedByItsYear) {
  const auto when = when_of(
      "It/PRON/PRP/2/nsubj reopened/VERB/VBD/0/root/reopen on/ADP/IN/4/case Thursday/PROPN/NNP/2/obl after/ADP/IN/8/case the/DET/DT/8/det "
      "2008/NUM/CD/8/compound attack/NOUN/NN/2/obl ././PUNCT/./2/punct",
      {7, 0, "ASSAULT", "190", {}, {}, {}}, "2018-06-14");
  EXPECT_TRUE(when && when->end == "2008-12-31");
}

// What the day of the ceremony is kept for has the day that is told with its year.
TEST_F(Fields, WhenOfTheDayRemembered) {
  std::string text;
  const std::string first = conllu("Gunmen/NOUN/NNS/2/nsubj shot/VERB/VBD/0/root/shoot guards/NOUN/NNS/2/obj ././PUNCT/./2/punct");
  const std::string second = conllu(
      "They/PRON/PRP/2/nsubj talked/VERB/VBD/0/root/talk on/ADP/IN/4/case 10/NUM/CD/2/obl June/PROPN/NNP/4/flat "
      "2013/NUM/CD/4/flat ././PUNCT/./2/punct");
  const Document document = from_conllu(first + "\n" + second, text);
  const std::vector<EventSite> sites{{1, 0, "ASSAULT", "190", {}, {}, {}}, {5, 1, "CONSULT", "046", {}, {}, {}}};
  for (const auto& [published, start] : {std::pair("2016-06-12", "2013-06-10"), std::pair("2016-08-12", "")}) {
    const auto when =
        resolve_whens(document, read_times(document, published), published, sites, std::vector{Status::happened, Status::happened}).front();
    EXPECT_EQ(when ? when->start : "", start) << published;
  }
}

TEST_F(Fields, When) {
  std::string text;
  const Document document = from_conllu(
      conllu("Troops/NOUN/NNS/2/nsubj entered/VERB/VBD/0/root/enter Goma/PROPN/NNP/2/obj on/ADP/IN/5/case Tuesday/PROPN/NNP/2/obl"), text);
  const auto times = read_times(document, "2016-12-03");
  const std::vector<EventSite> sites = {at(1, "COERCE")};
  const std::vector<Status> statuses = {Status::happened};
  const auto when = resolve_whens(document, times, "2016-12-03", sites, statuses).front();
  ASSERT_TRUE(when);
  EXPECT_EQ(when->start, "2016-11-29");
  EXPECT_EQ(when->basis, "Tuesday");
  EXPECT_FALSE(resolve_whens(document, {}, "2016-12-03", sites, statuses).front());
}

// "Since" beside a superlative says what the deed is held against.
TEST_F(Fields, WhenIsNotTheTimeComparedWith) {
  for (const std::string_view row :
       {"Rebels/NOUN/NNS/2/nsubj shelled/VERB/VBD/0/root/shell Taiz/PROPN/NNP/2/obj in/ADP/IN/7/case the/DET/DT/7/det heaviest/ADJ/JJS/7/amod "
        "exchange/NOUN/NN/2/obl since/ADP/IN/9/case 2014/NUM/CD/2/obl",
        "It/PRON/PRP/2/nsubj imposed/VERB/VBD/0/root/impose a/DET/DT/4/det curfew/NOUN/NN/2/obj ,/PUNCT/,/7/punct the/DET/DT/7/det "
        "first/ADJ/JJ/4/appos since/ADP/IN/10/case the/DET/DT/10/det war/NOUN/NN/7/nmod of/ADP/IN/12/case 1990/NUM/CD/10/nmod"})
    EXPECT_FALSE(when_of(row, at(1, "COERCE"), "2021-05-12")) << row;
  const auto when = when_of(
      "Police/NOUN/NNS/2/nsubj banned/VERB/VBD/0/root/ban the/DET/DT/5/det biggest/ADJ/JJS/5/amod march/NOUN/NN/2/obj in/ADP/IN/8/case "
      "two/NUM/CD/8/nummod weeks/NOUN/NNS/2/obl on/ADP/IN/10/case Monday/PROPN/NNP/2/obl",
      at(1, "COERCE"), "2021-05-12");
  EXPECT_EQ(when ? when->start : "", "2021-05-10");
}

// A visit to come that is told of again keeps its date; "the year was" holds for what follows.
TEST_F(Fields, WhenToldBefore) {
  std::string text;
  const Document document = from_conllu(
      conllu("He/PRON/PRP/3/nsubj will/AUX/MD/3/aux visit/VERB/VB/0/root Egypt/PROPN/NNP/3/obj on/ADP/IN/6/case Tuesday/PROPN/NNP/3/obl") +
          conllu("He/PRON/PRP/3/nsubj will/AUX/MD/3/aux meet/VERB/VB/0/root officials/NOUN/NNS/3/obj"),
      text);
  std::vector<EventSite> sites = {at(2, "CONSULT"), at(8, "CONSULT")};
  for (EventSite& site : sites) site.sentence = document.tokens[site.head].sentence, site.source_countries = {"LBY"}, site.target_countries = {"EGY"};
  const std::vector<Status> statuses = {Status::expected, Status::expected};
  const auto whens = resolve_whens(document, read_times(document, "2016-12-03"), "2016-12-03", sites, statuses);
  ASSERT_TRUE(whens[0] && whens[1]);
  EXPECT_EQ(whens[0]->start, "2016-12-06");
  EXPECT_EQ(whens[1]->start, "2016-12-06");
}

TEST_F(Fields, WhenTheYearWas) {
  std::string text;
  const Document document = from_conllu(conllu("The/DET/DT/2/det year/NOUN/NN/4/nsubj was/AUX/VBD/4/cop/be 1831/NUM/CD/0/root") +
                                            conllu("Troops/NOUN/NNS/2/nsubj/troop fired/VERB/VBD/0/root/fire") +
                                            conllu("On/ADP/IN/2/case Thursday/PROPN/NNP/4/obl they/PRON/PRP/4/nsubj left/VERB/VBD/0/root/leave"),
                                        text);
  std::vector<EventSite> sites = {at(5, "ASSAULT")};
  sites[0].sentence = document.tokens[5].sentence;
  const std::vector<Status> statuses = {Status::happened};
  const auto when = resolve_whens(document, read_times(document, "2023-06-03"), "2023-06-03", sites, statuses).front();
  ASSERT_TRUE(when);
  EXPECT_EQ(when->start, "1831-01-01");
}

TEST(Contradictions, LinkedBothWays) {
  std::vector<Report> reports(2);
  for (Report& report : reports) report.type = "ASSAULT", report.cameo = "190", report.source.push_back({"x", "", "RUS", "", "", {}, kNone});
  reports[0].id = "a";
  reports[1].id = "b";
  reports[1].status = Status::denied;
  std::string text;
  const Document document = words("x", text);
  link_contradictions(document, reports);
  EXPECT_EQ(reports[0].contradicts, std::vector<std::string>{"b"});
  EXPECT_EQ(reports[1].contradicts, std::vector<std::string>{"a"});
}

}  // namespace
}  // namespace gesta
