#include "language/arguments.h"

#include <algorithm>

#include "language/language.h"

namespace gesta {
namespace {

constexpr uint32_t kNotKept = UINT32_MAX;
constexpr uint32_t kBack = 3, kOn = 1;  // sentences before and after the event's whose words are looked at
constexpr size_t kMiddle = 12;          // row of distance 0
// The least distance of each row from the eighth on; nearer words have a row each.
constexpr uint32_t kFar[] = {7, 9, 12, 16, 22, 31};

void append(const float* from, size_t count, Matrix& to) {
  to.rows += 1, to.columns = count, to.stride = padded(count);
  to.data.resize(to.rows * to.stride);
  std::copy_n(from, count, to.row(to.rows - 1));
}

uint32_t sentence_of(const std::vector<Sentence>& sentences, uint32_t token) {
  const auto after = [](uint32_t one, const Sentence& sentence) { return one < sentence.first; };
  return static_cast<uint32_t>(std::upper_bound(sentences.begin(), sentences.end(), token, after) - sentences.begin() - 1);
}

}  // namespace

size_t distance_of(uint32_t token, uint32_t first, uint32_t last) {
  if (token >= first && token < last) return kMiddle;
  const uint32_t far = token < first ? first - token : token - last + 1;
  const size_t step = far < kFar[0] ? far : 6 + static_cast<size_t>(std::upper_bound(std::begin(kFar), std::end(kFar), far) - std::begin(kFar));
  return token < first ? kMiddle - step : kMiddle + step;
}

size_t distance_of_sentence(int offset) { return 2 * kMiddle + (offset < 0 ? static_cast<size_t>(4 + offset) : 4); }

ArgumentReader::ArgumentReader(const Tagger& tagger, size_t tokens) : tagger_(tagger), row_of_(tokens, kNotKept) {}

void ArgumentReader::keep(const Sides& sides, size_t row, size_t count, uint32_t first_token, std::span<const EventSpan> spans) {
  for (size_t i = 0; i < count; ++i) {
    row_of_[first_token + i] = static_cast<uint32_t>(words_.rows);
    append(sides.word.row(row + i), sides.word.columns, words_);
  }
  std::vector<float> mean(sides.event.columns);
  for (const EventSpan& span : spans) {
    std::fill(mean.begin(), mean.end(), 0.0f);
    const auto size = static_cast<float>(span.last - span.first);
    for (uint32_t token = span.first; token < span.last; ++token) {
      const float* from = sides.event.row(row + token - first_token);
      for (size_t c = 0; c < mean.size(); ++c) mean[c] = mean[c] + from[c] / size;
    }
    append(mean.data(), mean.size(), events_);
  }
}

void ArgumentReader::fill(const std::vector<Sentence>& sentences, std::vector<EventSpan>& spans) const {
  std::vector<const float*> words;
  std::vector<uint32_t> tokens;
  std::vector<size_t> distances;
  std::vector<Ties> ties;
  for (size_t k = 0; k < spans.size(); ++k) {
    EventSpan& span = spans[k];
    const uint32_t own = sentence_of(sentences, span.first);
    const uint32_t first = own - std::min(own, kBack), last = static_cast<uint32_t>(std::min(size_t{own} + kOn, sentences.size() - 1));
    span.around = sentences[first].first;
    span.ties.assign(sentences[last].last - span.around, kNoTies);
    words.clear(), tokens.clear(), distances.clear();
    for (uint32_t at = first; at <= last; ++at)
      for (uint32_t token = sentences[at].first; token < sentences[at].last; ++token) {
        if (row_of_[token] == kNotKept) continue;
        words.push_back(words_.row(row_of_[token])), tokens.push_back(token);
        distances.push_back(at == own ? distance_of(token, span.first, span.last)
                                      : distance_of_sentence(static_cast<int>(at) - static_cast<int>(own)));
      }
    tagger_.ties(events_.row(k), words, distances, ties);
    for (size_t i = 0; i < tokens.size(); ++i) span.ties[tokens[i] - span.around] = ties[i];
  }
}

}  // namespace gesta
