// Signs put together of parts against their names as they are written, and the models that look them up against sums by hand.
#include "events/linear.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>

#include "base/result.h"
#include "events/fields_weights.h"

namespace gesta {
namespace {

Signs some_signs(bool named) {
  const std::string lemma = "jail";
  Signs signs(named);
  signs.add({"bias"});
  signs.add_also_with(signs.join({"lemma=", lemma}), "COERCE");
  signs.add({"path=", "^conj ", "obl:because of ", ",lemma=", lemma});
  signs.add({""});
  return signs;
}

constexpr const char* kNames[] = {"bias", "lemma=jail", "lemma=jail,COERCE", "path=^conj obl:because of ,lemma=jail", ""};

TEST(Signs, PartsHashAsTheirNames) {
  const Signs bare = some_signs(false), named = some_signs(true);
  ASSERT_EQ(bare.size(), std::size(kNames));
  ASSERT_EQ(named.names().size(), std::size(kNames));
  EXPECT_TRUE(bare.names().empty());
  for (size_t i = 0; i < std::size(kNames); ++i) {
    EXPECT_EQ(named.names()[i], kNames[i]);
    EXPECT_EQ(bare.hashes()[i].name, SignPart(std::string_view(kNames[i])).hash) << kNames[i];
    EXPECT_EQ(bare.hashes()[i].name, named.hashes()[i].name);
  }
}

TEST(Signs, RepeatedOnesGo) {
  for (const bool named : {false, true}) {
    Signs twice = some_signs(named);
    twice.append(some_signs(named));
    twice.drop_repeated();
    EXPECT_EQ(twice.size(), std::size(kNames));
  }
}

TEST(SignWeights, SumsWithWhatIsPutBefore) {
  constexpr SignWeight kRows[] = {{"bias", 3}, {"lemma=jail", -20}, {"denied lemma=jail", 500}, {"denied ", 7}};
  const SignWeights weights(kRows);
  EXPECT_EQ(weights.sum(some_signs(false)), -17);
  EXPECT_EQ(weights.sum(some_signs(false), "denied "), 507);
  EXPECT_EQ(weights("lemma=jail"), -20);
  EXPECT_EQ(weights("lemma="), 0);
}

LinearModel model_of(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 1));
  const std::string path = testing::TempDir() + "linear_test.txt.zst";
  std::ofstream(path, std::ios::binary) << packed;
  LinearModel model = LinearModel::load(path);
  std::filesystem::remove(path);
  return model;
}

TEST(LinearModel, OneSignOfManyTasks) {
  const LinearModel model = model_of(
      "# of a test\n[event]\tyes\nbias\t0 100\nlemma=jail\t0 -50\n[code]\t02\t17\t173\nlemma=jail\t1 5 2 900\nlemma=free\t0 7\nbias\t0 "
      "1\n[empty]\tyes\n");
  const Signs signs = some_signs(true);
  EXPECT_EQ(model.score(model.label("event"), signs), 50);
  EXPECT_EQ(model.score(model.label("empty"), signs), 0);
  EXPECT_EQ(model.score(model.label("nothing"), signs), 0);
  EXPECT_EQ(model.label("code", "18"), LinearModel::kNoLabel);
  const auto scores = model.all_scores(signs);
  EXPECT_EQ(scores, (std::vector<int>{50, 1, 5, 900, 0}));
  EXPECT_EQ(scores[model.label("code", "173")], 900);
  EXPECT_EQ(model.reasons({model.label("event")}, signs, 5), "bias +0.10, lemma=jail -0.05");
}

TEST(LinearModel, BrokenLines) {
  for (const char* text : {"bias\t0 1\n", "[]\tyes\n", "[event]\n", "[event]\tyes\nbias\t1 5\n", "[event]\tyes\nbias\t0 many\n", "[code]\t17\t02\n",
                           "[event]\tyes\nbias\t0 99999\n"})
    EXPECT_THROW(model_of(text), SetupError) << text;
  EXPECT_FALSE(LinearModel::load("no such file").has("event"));
}

}  // namespace
}  // namespace gesta
