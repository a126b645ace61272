#include "events/events_eval.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "base/result.h"

namespace gesta {
namespace {

double worth(const std::vector<std::vector<double>>& weights, const std::vector<std::pair<size_t, size_t>>& pairs) {
  double sum = 0;
  for (const auto& [i, j] : pairs) sum += weights[i][j];
  return sum;
}

// Every order of the columns.
double best_by_trying(const std::vector<std::vector<double>>& weights, size_t columns) {
  std::vector<size_t> order(std::max(weights.size(), columns));
  std::iota(order.begin(), order.end(), size_t{0});
  double best = 0;
  do {
    double sum = 0;
    for (size_t i = 0; i < weights.size(); ++i)
      if (order[i] < columns) sum += weights[i][order[i]];
    best = std::max(best, sum);
  } while (std::next_permutation(order.begin(), order.end()));
  return best;
}

TEST(EventsEval, PairsAreTheBestOfAll) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const size_t rows = random() % 6, columns = random() % 6;
    std::vector<std::vector<double>> weights(rows, std::vector<double>(columns));
    for (auto& row : weights)
      for (double& weight : row) weight = random() % 3 == 0 ? 0 : static_cast<double>(random() % 100) / 10;
    EXPECT_NEAR(worth(weights, best_pairs(weights)), best_by_trying(weights, columns), 1e-9) << rows << " " << columns;
  }
}

Report report(std::string_view text, std::string_view words, const char* type, const char* source, const char* target) {
  Report out;
  const auto at = static_cast<uint32_t>(text.find(words));
  out.span = {at, at + static_cast<uint32_t>(words.size())};
  out.type = type, out.cameo = "190";
  const auto party = [](const char* country) {
    Party one;
    one.country = country, one.sector = "MIL";
    return one;
  };
  out.source = {party(source)}, out.target = {party(target)};
  out.where = Where{"Goma", "COD", {}, {}, {}, 0, "city", {}};
  out.when = When{"2012-11-20", "2012-11-20", {}, {}};
  return out;
}

TEST(EventsEval, CountsWhatAgrees) {
  const std::string line =
      R"({"id":"a","published":"2012-11-22","site":"","text":"M23 attacked Goma. Kigali denied it.","events":[)"
      R"({"words":"attacked Goma","type":"ASSAULT","cameo":"190","source":[{"name":"M23","country":"COD","sector":"REB"}],)"
      R"("target":[{"name":"Goma","country":"COD","sector":"MIL"}],"status":"happened","said_by":[],"when":["2012-11-20","2012-11-20"],)"
      R"("where":{"name":"Goma","country":"COD"},"counts":{}},)"
      R"({"words":"denied","type":"REJECT","cameo":"120","source":[],"target":[],"status":"happened","said_by":[],"when":null,"where":null,"counts":{}}],)"
      R"("pins":[{"type":"ASSAULT","country":"COD","places":["town of Goma"],"counts":{}}]})";
  const CodedText gold = read_coded_text(line, "gold:1");
  EventScores scores;
  std::string details;
  scores.add(gold, gold.text, {report(gold.text, "attacked Goma", "ASSAULT", "COD", "COD"), report(gold.text, "M23", "ASSAULT", "RWA", "COD")},
             &details);
  EXPECT_EQ(scores.gold, 2u);
  EXPECT_EQ(scores.coded, 2u);
  EXPECT_EQ(scores.type, 1u);
  EXPECT_EQ(scores.triple, 1u);
  EXPECT_EQ(scores.actors, 0u);  // the source's sector is another
  EXPECT_EQ(scores.when.right, 1u);
  EXPECT_EQ(scores.where.right, 1u);
  EXPECT_EQ(scores.drawn, 1u);  // two events of one type at one place are one pin
  EXPECT_EQ(scores.right, 1u);
  EXPECT_EQ(details, "a\t=\tASSAULT\t190\tattacked Goma\t\na\t-\tREJECT\t120\tdenied\t\na\t+\tASSAULT\t190\tM23\t\n");
}

TEST(EventsEval, OldAttacksAreNotDrawn) {
  const CodedText gold = read_coded_text(R"({"id":"a","published":"2014-11-22","text":"M23 attacked Goma.","pins":[]})", "gold:1");
  EventScores scores;
  scores.add(gold, gold.text, {report(gold.text, "attacked Goma", "ASSAULT", "COD", "COD")});
  EXPECT_EQ(scores.still_texts, 1u);
  EXPECT_EQ(scores.still_pins, 0u);
}

TEST(EventsEval, LinesThatAreNoGoldAreNamed) {
  for (const char* line : {"{", "[]", R"({"id":"a","events":[]})", R"({"id":"a","text":"b"})"}) {
    try {
      read_coded_text(line, "gold.jsonl:7");
      ADD_FAILURE() << line;
    } catch (const SetupError& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with("gold.jsonl:7: ")) << error.what();
    }
  }
}

}  // namespace
}  // namespace gesta
