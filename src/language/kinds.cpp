#include "language/kinds.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kMostWords = 1200, kMostTitle = 40;
constexpr std::array<std::string_view, 5> kFirst = {"i", "my", "me", "we", "our"};
constexpr std::array<std::string_view, 4> kPast = {"was", "were", "had", "did"};
constexpr std::array<std::string_view, 5> kPresent = {"is", "are", "has", "have", "does"};
constexpr std::array<std::string_view, 5> kFuture = {"will", "would", "shall", "could", "might"};
constexpr size_t kTold = 7;

bool in_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '&' || static_cast<unsigned char>(c) >= 0x80; }

// Runs of letters, digits, '-' and '&'; ASCII in lower case.
template <class Visit>
size_t each_word(std::string_view text, size_t most, Visit visit) {
  size_t count = 0;
  std::string word;
  for (size_t i = 0; i <= text.size() && count < most; ++i) {
    const char c = i == text.size() ? ' ' : ascii_lower(text[i]);
    if (in_word(c))
      word.push_back(c);
    else if (!word.empty())
      ++count, visit(word), word.clear();
  }
  return count;
}

float occurrences(std::string_view text, std::string_view sign) {
  float count = 0;
  for (size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + sign.size())) ++count;
  return count;
}

// Mean and maximum of the vectors of the words that have one.
struct Pool {
  std::vector<float> mean, most, row;
  float listed = 0;

  explicit Pool(size_t width) : mean(width, 0), most(width, 0), row(width, 0) {}
  void add(const WordVectors& words, std::string_view form, std::string& key) {
    words.key(form, key);
    if (!words.vector(key, row.data())) return;
    const bool fresh = listed++ == 0;
    for (size_t k = 0; k < row.size(); ++k) mean[k] += row[k], most[k] = fresh ? row[k] : std::max(most[k], row[k]);
  }
  void finish() {
    for (float& value : mean) value /= std::max(listed, 1.0f);
  }
};

}  // namespace

Kinds::Kinds(const WordVectors& words, ModelFile file) : words_(words), file_(std::move(file)) {
  if (file_.setting("kind") != "kinds") file_.fault("holds no model of kinds");
  labels_ = file_.lines("labels");
  article_ = weights("");
  article_.title = file_.floats("title", labels_.size() * words.width());
  paragraph_ = weights("paragraph ");
}

Kinds::Weights Kinds::weights(const std::string& of) const {
  const size_t rows = labels_.size(), size = rows * words_.width();
  return {
      file_.floats(of + "bias", rows), file_.floats(of + "mean", size), file_.floats(of + "most", size), file_.floats(of + "told", rows * kTold), {}};
}

KindScores Kinds::scores(const Weights& weights, std::string_view title, std::string_view text) const {
  const size_t width = words_.width();
  Pool body(width), head(width);
  std::string key;
  std::array<float, kTold> told{};
  const size_t count = each_word(text, kMostWords, [&](const std::string& word) {
    body.add(words_, word, key);
    told[0] += among(kFirst, word), told[1] += among(kPast, word), told[2] += among(kPresent, word), told[3] += among(kFuture, word);
  });
  each_word(title, kMostTitle, [&](const std::string& word) { head.add(words_, word, key); });
  body.finish(), head.finish();
  told[4] = occurrences(text, "\""), told[5] = occurrences(text, "\u201c");
  for (size_t k = 0; k + 1 < kTold; ++k) told[k] /= static_cast<float>(std::max<size_t>(1, count));
  told[6] = static_cast<float>(count) / kMostWords;
  KindScores out;
  for (size_t label = 0; label < labels_.size(); ++label) {
    float odds = weights.bias[label];
    for (size_t k = 0; k < width; ++k) {
      const size_t at = label * width + k;
      odds += body.mean[k] * weights.mean[at] + body.most[k] * weights.most[at];
      if (!weights.title.empty()) odds += head.mean[k] * weights.title[at];
    }
    for (size_t k = 0; k < kTold; ++k) odds += told[k] * weights.told[label * kTold + k];
    out.emplace_back(labels_[label], odds);
  }
  return out;
}

}  // namespace gesta
