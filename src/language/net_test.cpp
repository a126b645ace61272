// The nets against their yardstick: models/*.ref.jsonl, written by training/reference.py, bit for bit, with both kernels.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <cmath>

#include "base/file.h"
#include "base/hash.h"
#include "base/result.h"
#include "language/arguments.h"
#include "language/parser.h"
#include "language/tagger.h"
#include "language/tree.h"

namespace gesta {
namespace {

const std::string kModels = std::string(GESTA_SOURCE_DIR) + "/models/";

std::vector<std::string> strings(simdjson::dom::element row, const char* field) {
  std::vector<std::string> out;
  for (const simdjson::dom::element item : row[field].get_array()) out.emplace_back(std::string_view(item));
  return out;
}

void check_trace(Trace& trace, simdjson::dom::element row) {
  for (const auto field : row["trace"].get_object()) {
    char text[17];
    snprintf(text, sizeof(text), "%016llx", static_cast<unsigned long long>(trace[std::string(field.key)]));
    EXPECT_EQ(std::string_view(text), std::string_view(field.value)) << field.key;
  }
}

void check_row(const Parser& parser, simdjson::dom::element row) {
  const std::vector<std::string> tokens = strings(row, "tokens"), upos = strings(row, "upos"), xpos = strings(row, "xpos"),
                                 deprels = strings(row, "deprels");
  Batch batch{{tokens.begin(), tokens.end()}, {0, tokens.size()}};
  Scratch scratch;
  Trace trace;
  scratch.trace = &trace;
  std::vector<Parser::Answer> answers;
  parser.run(batch, {true}, scratch, answers);
  check_trace(trace, row);
  scratch.trace = nullptr;  // once more, now from what is kept by form
  parser.run(batch, {true}, scratch, answers);
  size_t i = 0;
  for (const simdjson::dom::element head : row["heads"].get_array()) {
    EXPECT_EQ(answers[i].head, static_cast<uint64_t>(head));
    EXPECT_EQ(name(answers[i].upos), upos[i]);
    EXPECT_EQ(penn_tag(answers[i].xpos), xpos[i]);
    EXPECT_EQ(name(answers[i].deprel), deprels[i]);
    ++i;
  }
}

TEST(Net, ParserIsTheReferenceBitForBit) {
  const WordVectors words = WordVectors::load(kModels + "words.gmdl");
  Parser parser(words, ModelFile::open(kModels + "english.gmdl"));
  const std::string rows = read_file(kModels + "english.ref.jsonl").value();
  for (const Kernel* kernel : {&plain_kernel(), &fast_kernel()}) {
    parser.use(*kernel);
    simdjson::dom::parser json;
    simdjson::dom::document_stream stream = json.parse_many(rows);
    size_t count = 0;
    for (const simdjson::dom::element row : stream) check_row(parser, row), ++count;
    EXPECT_GT(count, 10u);
  }
}

std::vector<std::string> strings_of(const TagAnswer& answer, const Tagger& tagger) {
  std::vector<std::string> out;
  for (const uint8_t tag : answer.tags) out.push_back(tagger.labels(0)[tag]);
  return out;
}

// Of every word to the event that is the word in the middle, as the reference prints them.
uint64_t ties_of_the_middle(const Tagger& tagger, const Batch& batch, Scratch& scratch) {
  Sides sides;
  tagger.sides(batch, scratch, sides);
  const auto middle = static_cast<uint32_t>(batch.forms.size() / 2);
  std::vector<const float*> rows;
  std::vector<size_t> distances;
  for (uint32_t i = 0; i < batch.forms.size(); ++i) rows.push_back(sides.word.row(i)), distances.push_back(distance_of(i, middle, middle + 1));
  std::vector<Ties> ties;
  tagger.ties(sides.event.row(middle), rows, distances, ties);
  return fnv1a64({reinterpret_cast<const char*>(ties.data()), ties.size() * sizeof(Ties)}, kFnvOffset);
}

TEST(Net, TaggersAreTheReferenceBitForBit) {
  const WordVectors words = WordVectors::load(kModels + "words.gmdl");
  for (const char* file : {"entities", "entities2", "events", "events2"}) {
    Tagger tagger(words, ModelFile::open(kModels + file + ".gmdl"), {"status", "root", "said"});
    const std::string rows = read_file(kModels + file + ".ref.jsonl").value();
    for (const Kernel* kernel : {&plain_kernel(), &fast_kernel()}) {
      tagger.use(*kernel);
      simdjson::dom::parser json;
      simdjson::dom::document_stream stream = json.parse_many(rows);
      for (const simdjson::dom::element row : stream) {
        const std::vector<std::string> tokens = strings(row, "tokens");
        const Batch batch{{tokens.begin(), tokens.end()}, {0, tokens.size()}};
        Scratch scratch;
        Trace trace;
        scratch.trace = &trace;
        TagAnswer answer;
        tagger.run(batch, scratch, answer);
        EXPECT_EQ(strings_of(answer, tagger), strings(row, "tags"));
        if (tagger.has_pairs()) trace["ties"] = ties_of_the_middle(tagger, batch, scratch);
        check_trace(trace, row);
        scratch.trace = nullptr;  // once more, now from what is kept by form
        const TagAnswer before = answer;
        tagger.run(batch, scratch, answer);
        for (size_t head = 0; head < tagger.heads().size(); ++head) EXPECT_EQ(answer.probabilities[head].data, before.probabilities[head].data);
      }
    }
  }
}

TEST(Net, TaggersTogetherSayTheMeanOfTheirLogits) {
  const WordVectors words = WordVectors::load(kModels + "words.gmdl");
  const auto load = [&](const char* file) {
    return std::make_unique<const Tagger>(words, ModelFile::open(kModels + file), std::vector<std::string_view>{});
  };
  const Batch batch{{"Troops", "shelled", "the", "town", "before", "talks", "began"}, {0, 7}};
  const auto together = [&](const char* a, const char* b) {
    std::vector<std::unique_ptr<const Tagger>> taggers;
    taggers.push_back(load(a)), taggers.push_back(load(b));
    std::vector<Scratch> scratch(2);
    TagAnswer answer;
    Tagger::run_together(taggers, batch, {batch, {0, 1, 2, 3, 4, 5, 6}}, scratch, answer);
    return answer;
  };
  const TagAnswer one = together("events.gmdl", "events.gmdl"), two = together("events2.gmdl", "events2.gmdl");
  const TagAnswer both = together("events.gmdl", "events2.gmdl");
  Scratch scratch;
  TagAnswer alone;
  load("events.gmdl")->run(batch, scratch, alone);
  EXPECT_EQ(one.tags, alone.tags);
  EXPECT_EQ(one.probabilities[0].data, alone.probabilities[0].data);
  for (size_t token = 0; token < batch.forms.size(); ++token) {  // log odds of two labels lie in the middle
    const auto odds = [&](const TagAnswer& answer) {
      return std::log(answer.probabilities[0].row(token)[0] / answer.probabilities[0].row(token)[1]);
    };
    EXPECT_NEAR(odds(both), (odds(one) + odds(two)) / 2, 1e-3) << batch.forms[token];
  }
}

// Exhaustive search over all head assignments of small sentences.
int64_t best_by_trying(const std::vector<int32_t>& scores, uint32_t n) {
  std::vector<uint32_t> heads(n, 0);
  int64_t best = INT64_MIN;
  for (;;) {
    if (is_tree(heads)) {
      int64_t total = 0;
      for (uint32_t i = 0; i < n; ++i) total += scores[i * (n + 1) + heads[i]];
      best = std::max(best, total);
    }
    uint32_t i = 0;
    while (i < n && ++heads[i] > n) heads[i++] = 0;
    if (i == n) return best;
  }
}

TEST(Tree, FindsTheBestOfAllTrees) {
  uint32_t state = 7;
  for (int round = 0; round < 400; ++round) {
    const uint32_t n = 1 + static_cast<uint32_t>(round) % 5;
    std::vector<int32_t> scores(n * (n + 1));
    for (int32_t& score : scores) score = static_cast<int32_t>((state = state * 1664525u + 1013904223u) >> 20);
    if (n > 3) continue;  // up to three root words are tried: exact up to here
    std::vector<uint32_t> heads;
    best_tree(scores.data(), n, heads);
    ASSERT_TRUE(is_tree(heads));
    int64_t total = 0;
    for (uint32_t i = 0; i < n; ++i) total += scores[i * (n + 1) + heads[i]];
    EXPECT_EQ(total, best_by_trying(scores, n));
  }
}

TEST(Tree, IsAlwaysATree) {
  uint32_t state = 9;
  for (uint32_t n : {1u, 2u, 17u, 60u, 200u}) {
    std::vector<int32_t> scores(n * (n + 1));
    for (int32_t& score : scores) score = static_cast<int32_t>((state = state * 1664525u + 1013904223u) >> 28);
    std::vector<uint32_t> heads;
    best_tree(scores.data(), n, heads);
    EXPECT_TRUE(is_tree(heads));
  }
}

std::string fault_of(std::string bytes) {
  try {
    const WordVectors words = WordVectors::load(kModels + "words.gmdl");
    Parser parser(words, ModelFile::from_bytes("x.gmdl", bytes));
    return "";
  } catch (const SetupError& error) {
    return error.what();
  }
}

TEST(Net, BrokenFilesAreRefused) {
  const std::string sound = read_file(kModels + "english.gmdl").value();
  EXPECT_EQ(fault_of(sound), "");
  EXPECT_EQ(fault_of(""), "x.gmdl: shorter than the header of a model");
  EXPECT_EQ(fault_of(std::string(100, 'x')), "x.gmdl: not a model file (it does not start with GESTAMDL)");
  EXPECT_NE(fault_of(sound.substr(0, sound.size() - 1)).find("cut off"), std::string::npos);
  std::string flipped = sound;
  flipped[flipped.size() / 2] ^= 1;
  EXPECT_NE(fault_of(flipped).find("damaged"), std::string::npos);
  EXPECT_THROW(ModelFile::open("/nowhere/english.gmdl"), SetupError);
}

}  // namespace
}  // namespace gesta
