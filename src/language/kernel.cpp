// The plain kernel: EXPORT.md, step by step.
#include "language/kernel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gesta {

Linear Linear::make(std::span<const int8_t> weights, std::span<const float> scale, std::span<const float> bias, size_t in) {
  Linear map;
  map.in = in, map.out = scale.size(), map.weights = weights.data();
  const size_t pairs = (in + 1) / 2, blocks = padded(map.out) / kPad;
  map.packed.assign(blocks * pairs * kPad * 2, 0);
  for (size_t o = 0; o < map.out; ++o)
    for (size_t i = 0; i < in; ++i) {
      map.packed[((o / kPad * pairs + i / 2) * kPad + o % kPad) * 2 + i % 2] = weights[o * in + i];
    }
  map.scale.assign(padded(map.out), 0.0f);
  map.bias.assign(padded(map.out), 0.0f);
  std::copy(scale.begin(), scale.end(), map.scale.begin());
  std::copy(bias.begin(), bias.end(), map.bias.begin());
  return map;
}

void apply(const Kernel& kernel, const Linear& map, const Matrix& x, Quantised& scratch, Matrix& y) {
  kernel.quantise(x, scratch);
  kernel.multiply(map, scratch, y);
}

void leaky(const Kernel& kernel, Matrix& x) {
  if (x.rows > 0) kernel.leaky(x.row(0), x.rows * x.stride);
}

namespace {

constexpr float kLevels = 2047.0f;
constexpr float kPower[] = {0.0018775767f, 0.0089893397f, 0.055826318f, 0.24015361f, 0.69315308f, 1.0f};

float exp_of(float x) {
  const float t = std::clamp(x, -80.0f, 80.0f) * 1.44269504f;
  const float whole = std::floor(t), r = t - whole;
  float p = kPower[0];
  for (size_t k = 1; k < std::size(kPower); ++k) p = p * r + kPower[k];
  return std::ldexp(p, static_cast<int>(whole));
}
float sigmoid(float x) { return 1.0f / (1.0f + exp_of(-x)); }
float tanh_of(float x) { return 2.0f * sigmoid(x + x) - 1.0f; }

// Lane k adds x[k], x[k + 8], ...; then lanes k and k + 4, k and k + 2, the last two.
template <class At>
float lanes_sum(size_t n, At at) {
  std::array<float, 8> lane{};
  for (size_t i = 0; i < n; ++i) lane[i % 8] = lane[i % 8] + at(i);
  for (size_t width = 4; width > 0; width /= 2)
    for (size_t k = 0; k < width; ++k) lane[k] = lane[k] + lane[k + width];
  return lane[0];
}

void widen(const int8_t* const* rows, const float* scales, size_t count, size_t columns, float* out) {
  std::fill_n(out, columns, 0.0f);
  for (size_t i = 0; i < count; ++i)
    for (size_t k = 0; k < columns; ++k) out[k] = out[k] + static_cast<float>(rows[i][k]) * scales[i];
}

void quantise(const Matrix& x, Quantised& q) {
  q.rows = x.rows, q.stride = x.stride;
  if (q.data.size() < x.rows * x.stride) q.data.resize(x.rows * x.stride);
  if (q.size.size() < x.rows) q.size.resize(x.rows);
  for (size_t i = 0; i < x.rows; ++i) {
    const float* row = x.row(i);
    float top = 0;
    for (size_t k = 0; k < x.columns; ++k) top = std::max(top, std::fabs(row[k]));
    const float inverse = top > 0 ? kLevels / top : 0.0f;
    int16_t* out = q.data.data() + i * q.stride;
    for (size_t k = 0; k < x.stride; ++k) out[k] = k < x.columns ? static_cast<int16_t>(std::lrint(row[k] * inverse)) : int16_t{0};
    q.size[i] = top / kLevels;
  }
}

void multiply(const Linear& map, const Quantised& q, Matrix& y) {
  y.resize(q.rows, map.out);
  for (size_t i = 0; i < q.rows; ++i) {
    for (size_t o = 0; o < y.stride; ++o) {
      int32_t sum = 0;
      for (size_t k = 0; o < map.out && k < map.in; ++k) sum += q.row(i)[k] * map.weights[o * map.in + k];
      y.row(i)[o] = (static_cast<float>(sum) * map.scale[o]) * q.size[i] + map.bias[o];
    }
  }
}

void gates(float* row, size_t hidden) {
  for (size_t k = 2 * hidden; k < 6 * hidden; ++k) row[k] = sigmoid(row[k]);
}

void recur(const float* const* products, size_t first, size_t last, size_t hidden, float* memory, Matrix& y) {
  for (const size_t half : {size_t{0}, hidden}) {
    std::fill_n(memory, hidden, 0.0f);
    for (size_t step = first; step < last; ++step) {
      const size_t t = half == 0 ? step : last - 1 - (step - first);
      const float* row = products[t];
      for (size_t k = half; k < half + hidden; ++k) {
        const float z = row[k], forget = row[2 * hidden + k], output = row[4 * hidden + k], rest = row[6 * hidden + k];
        float& c = memory[k - half];
        c = (c - z) * forget + z;
        y.row(t)[k] = (tanh_of(c) - rest) * output + rest;
      }
    }
  }
}

void norm(float* row, size_t columns, const float* gain, const float* bias) {
  const auto n = static_cast<float>(columns);
  const float mean = lanes_sum(columns, [&](size_t i) { return row[i]; }) / n;
  for (size_t i = 0; i < columns; ++i) row[i] = row[i] - mean;
  const float spread = lanes_sum(columns, [&](size_t i) { return row[i] * row[i]; }) / n;
  const float k = 1.0f / std::sqrt(spread + 1e-5f);
  for (size_t i = 0; i < columns; ++i) row[i] = (row[i] * k) * gain[i] + bias[i];
}

void softmax(float* row, size_t columns) {
  const float top = *std::max_element(row, row + columns);
  for (size_t i = 0; i < columns; ++i) row[i] = exp_of(row[i] - top);
  const float sum = lanes_sum(columns, [&](size_t i) { return row[i]; });
  for (size_t i = 0; i < columns; ++i) row[i] = row[i] / sum;
}

void leaky_row(float* row, size_t columns) {
  for (size_t i = 0; i < columns; ++i) row[i] = row[i] > 0 ? row[i] : 0.1f * row[i];
}

void arcs(const int16_t* dep, float size, const int16_t* heads, const float* sizes, size_t count, size_t columns, int32_t* scores) {
  for (size_t j = 0; j < count; ++j) {
    int32_t sum = 0;
    for (size_t k = 0; k < columns; ++k) sum += dep[k] * heads[j * columns + k];
    scores[j] = static_cast<int32_t>(std::lrint(((static_cast<float>(sum) * size) * sizes[j]) * 1024.0f));
  }
}

void relate(const PairMap& map, const float* event, const float* const* words, const float* const* places, size_t count, float* sums) {
  for (size_t i = 0; i < count; ++i, sums += kRelations) {
    std::copy_n(map.bias, kRelations, sums);
    for (size_t k = 0; k < map.hidden + map.rank; ++k) {
      const float x = k < map.hidden ? (event[k] + words[i][k]) + places[i][k] : event[k] * words[i][k];
      const float y = x > 0 || k >= map.hidden ? x : 0.1f * x;
      for (size_t r = 0; r < kRelations; ++r) sums[r] = sums[r] + y * map.out[k * kRelations + r];
    }
  }
}

}  // namespace

const Kernel& plain_kernel() {
  static constexpr Kernel kernel{widen, quantise, multiply, gates, recur, norm, softmax, leaky_row, arcs, relate};
  return kernel;
}

}  // namespace gesta
