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

}  // namespace

// Mean and maximum of the vectors of the words that have one, and how often who tells what when.
struct Kinds::Signs {
  std::vector<float> mean, most;
  std::array<float, kTold> told{};
  size_t words = 0, listed = 0;

  explicit Signs(size_t width) : mean(width, 0), most(width, 0) {}
  void add(std::string_view word, const float* vector) {  // null: no vector
    ++words;
    told[0] += among(kFirst, word), told[1] += among(kPast, word), told[2] += among(kPresent, word), told[3] += among(kFuture, word);
    if (!vector) return;
    const bool fresh = listed++ == 0;
    for (size_t k = 0; k < mean.size(); ++k) mean[k] += vector[k], most[k] = fresh ? vector[k] : std::max(most[k], vector[k]);
  }
  void add_quotes(std::string_view text) { told[4] += occurrences(text, "\""), told[5] += occurrences(text, "\u201c"); }
  void finish() {
    for (float& value : mean) value /= static_cast<float>(std::max<size_t>(listed, 1));
    for (size_t k = 0; k + 1 < kTold; ++k) told[k] /= static_cast<float>(std::max<size_t>(1, words));
    told[6] = static_cast<float>(words) / kMostWords;
  }
};

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

KindScores Kinds::scores(const Weights& weights, const Signs& signs, const Signs* title) const {
  const size_t width = words_.width();
  KindScores out;
  for (size_t label = 0; label < labels_.size(); ++label) {
    float odds = weights.bias[label];
    for (size_t k = 0; k < width; ++k) {
      const size_t at = label * width + k;
      odds += signs.mean[k] * weights.mean[at] + signs.most[k] * weights.most[at];
      if (title) odds += title->mean[k] * weights.title[at];
    }
    for (size_t k = 0; k < kTold; ++k) odds += signs.told[k] * weights.told[label * kTold + k];
    out.emplace_back(labels_[label], odds);
  }
  return out;
}

KindsOfText Kinds::read(std::string_view title, const std::vector<std::string_view>& paragraphs) const {
  std::string key;
  std::vector<float> row(words_.width());
  const auto vector_of = [&](const std::string& word) {
    words_.key(word, key);
    return words_.vector(key, row.data()) ? row.data() : nullptr;
  };
  Signs head(words_.width()), body(words_.width());
  each_word(title, kMostTitle, [&](const std::string& word) { head.add(word, vector_of(word)); });
  head.finish();
  KindsOfText out;
  for (const std::string_view text : paragraphs) {
    Signs own(words_.width());
    each_word(text, kMostWords, [&](const std::string& word) {
      const float* vector = vector_of(word);
      own.add(word, vector);
      if (body.words < kMostWords) body.add(word, vector);
    });
    own.add_quotes(text), body.add_quotes(text);
    own.finish();
    out.paragraphs.push_back(scores(paragraph_, own, nullptr));
  }
  body.finish();
  out.article = scores(article_, body, &head);
  return out;
}

}  // namespace gesta
