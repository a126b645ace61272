// The kernel in vector instructions. The file is compiled once for each set of instructions (foreach_target.h) and the best is taken at run
// time. Integer products may be added in any order; floats keep the order of the plain kernel, eight lanes at most.
#include "language/kernel.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernel_fast.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace gesta {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR || HWY_HAVE_SCALABLE
// One lane cannot hold a pair, and vectors without a size at compile time cannot be kept in arrays: the plain kernel serves.
void Widen(const int8_t* const* rows, const float* scales, size_t count, size_t columns, float* out) {
  plain_kernel().widen(rows, scales, count, columns, out);
}
void Quantise(const Matrix& x, Quantised& q) { plain_kernel().quantise(x, q); }
void Multiply(const Linear& map, const Quantised& q, Matrix& y) { plain_kernel().multiply(map, q, y); }
void Gates(float* row, size_t hidden) { plain_kernel().gates(row, hidden); }
void Recur(const float* const* products, size_t first, size_t last, size_t hidden, float* memory, Matrix& y) {
  plain_kernel().recur(products, first, last, hidden, memory, y);
}
void Norm(float* row, size_t columns, const float* gain, const float* bias) { plain_kernel().norm(row, columns, gain, bias); }
void Softmax(float* row, size_t columns) { plain_kernel().softmax(row, columns); }
void Leaky(float* row, size_t columns) { plain_kernel().leaky(row, columns); }
void Arcs(const int16_t* dep, float size, const int16_t* heads, const float* sizes, size_t count, size_t columns, int32_t* scores) {
  plain_kernel().arcs(dep, size, heads, sizes, count, columns, scores);
}
void Relate(const PairMap& map, const float* event, const float* const* words, const float* const* places, size_t count, float* sums) {
  plain_kernel().relate(map, event, words, places, count, sums);
}
#else

using Floats = hn::CappedTag<float, 8>;
constexpr size_t kLanes = HWY_MIN(size_t{8}, hn::MaxLanes(hn::ScalableTag<float>()));
constexpr size_t kParts = 8 / kLanes;
using Vec = hn::Vec<Floats>;

HWY_INLINE Vec Exp(Floats d, Vec x) {
  const hn::RebindToSigned<Floats> di;
  const Vec t = hn::Mul(hn::Max(hn::Min(x, hn::Set(d, 80.0f)), hn::Set(d, -80.0f)), hn::Set(d, 1.44269504f));
  const Vec whole = hn::Floor(t), r = hn::Sub(t, whole);
  Vec p = hn::Set(d, 0.0018775767f);
  for (const float c : {0.0089893397f, 0.055826318f, 0.24015361f, 0.69315308f, 1.0f}) p = hn::Add(hn::Mul(p, r), hn::Set(d, c));
  const auto shift = hn::ShiftLeft<23>(hn::ConvertTo(di, whole));
  return hn::BitCast(d, hn::Add(hn::BitCast(di, p), shift));
}
HWY_INLINE Vec Sigmoid(Floats d, Vec x) {
  const Vec one = hn::Set(d, 1.0f);
  return hn::Div(one, hn::Add(one, Exp(d, hn::Neg(x))));
}
HWY_INLINE Vec Tanh(Floats d, Vec x) { return hn::Sub(hn::Mul(hn::Set(d, 2.0f), Sigmoid(d, hn::Add(x, x))), hn::Set(d, 1.0f)); }

// The sum of lanes in the order of the plain kernel.
HWY_INLINE float Fold(const Vec* parts) {
  HWY_ALIGN float lane[8];
  const Floats d;
  for (size_t p = 0; p < kParts; ++p) hn::Store(parts[p], d, lane + p * kLanes);
  for (size_t width = 4; width > 0; width /= 2)
    for (size_t k = 0; k < width; ++k) lane[k] = lane[k] + lane[k + width];
  return lane[0];
}

void Widen(const int8_t* const* rows, const float* scales, size_t count, size_t columns, float* out) {
  const Floats d;
  const hn::Rebind<int8_t, Floats> d8;
  const hn::RebindToSigned<Floats> di;
  for (size_t first = 0; first < columns; first += kPad) {
    Vec sums[kPad / kLanes];
    for (Vec& sum : sums) sum = hn::Zero(d);
    for (size_t i = 0; i < count; ++i) {
      const Vec by = hn::Set(d, scales[i]);
      for (size_t v = 0; v < kPad / kLanes; ++v)
        sums[v] = hn::Add(sums[v], hn::Mul(hn::ConvertTo(d, hn::PromoteTo(di, hn::LoadU(d8, rows[i] + first + v * kLanes))), by));
    }
    for (size_t v = 0; v < kPad / kLanes; ++v) hn::Store(sums[v], d, out + first + v * kLanes);
  }
}

void Quantise(const Matrix& x, Quantised& q) {
  const Floats d;
  const hn::Rebind<int16_t, Floats> d16;
  q.rows = x.rows, q.stride = x.stride;
  if (q.data.size() < x.rows * x.stride) q.data.resize(x.rows * x.stride);
  if (q.size.size() < x.rows) q.size.resize(x.rows);
  for (size_t i = 0; i < x.rows; ++i) {
    const float* row = x.row(i);
    Vec most = hn::Zero(d);
    size_t k = 0;
    for (; k + kLanes <= x.columns; k += kLanes) most = hn::Max(most, hn::Abs(hn::Load(d, row + k)));
    float top = hn::GetLane(hn::MaxOfLanes(d, most));
    for (; k < x.columns; ++k) top = HWY_MAX(top, row[k] < 0 ? -row[k] : row[k]);
    const Vec inverse = hn::Set(d, top > 0 ? 2047.0f / top : 0.0f);
    int16_t* out = q.data.data() + i * q.stride;
    for (k = 0; k < x.stride; k += kLanes) hn::StoreU(hn::DemoteTo(d16, hn::NearestInt(hn::Mul(hn::Load(d, row + k), inverse))), d16, out + k);
    for (k = x.columns; k < x.stride; ++k) out[k] = 0;
    q.size[i] = top / 2047.0f;
  }
}

// One block of kPad outputs for kRows rows.
using Words = hn::CappedTag<int32_t, kPad>;
constexpr size_t kWide = HWY_MIN(kPad, hn::MaxLanes(hn::ScalableTag<int32_t>()));
constexpr size_t kVectors = kPad / kWide;

template <size_t kRows>
HWY_INLINE void Block(const int16_t* weights, size_t pairs, const Quantised& q, size_t first, const float* scale, const float* bias, Matrix& y,
                      size_t column) {
  const Words d;
  const hn::Repartition<int16_t, Words> d16;
  const hn::RebindToFloat<Words> df;
  hn::Vec<Words> even[kRows][kVectors], odd[kRows][kVectors];
  for (size_t r = 0; r < kRows; ++r)
    for (size_t v = 0; v < kVectors; ++v) even[r][v] = odd[r][v] = hn::Zero(d);
  const int16_t* rows = q.row(first);
#pragma GCC unroll 2
  for (size_t p = 0; p < pairs; ++p) {
    hn::Vec<decltype(d16)> w[kVectors];
    for (size_t v = 0; v < kVectors; ++v) w[v] = hn::Load(d16, weights + p * kPad * 2 + v * kWide * 2);
    for (size_t r = 0; r < kRows; ++r) {
      int32_t pair;
      std::memcpy(&pair, rows + r * q.stride + 2 * p, sizeof(pair));
      const auto x = hn::BitCast(d16, hn::Set(d, pair));
      for (size_t v = 0; v < kVectors; ++v) even[r][v] = hn::ReorderWidenMulAccumulate(d, x, w[v], even[r][v], odd[r][v]);
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    const auto size = hn::Set(df, q.size[first + r]);
    for (size_t v = 0; v < kVectors; ++v) {
      const auto sum = hn::ConvertTo(df, hn::RearrangeToOddPlusEven(even[r][v], odd[r][v]));
      const auto scaled = hn::Mul(hn::Mul(sum, hn::Load(df, scale + v * kWide)), size);
      hn::Store(hn::Add(scaled, hn::Load(df, bias + v * kWide)), df, y.row(first + r) + column + v * kWide);
    }
  }
}

void Multiply(const Linear& map, const Quantised& q, Matrix& y) {
  constexpr size_t kRows = HWY_MAX(size_t{1}, 8 / kVectors);  // more sums do not stay in 16 registers
  y.resize(q.rows, map.out);
  const size_t pairs = (map.in + 1) / 2;
  for (size_t column = 0; column < y.stride; column += kPad) {
    const int16_t* weights = map.packed.data() + column * pairs * 2;
    size_t i = 0;
    for (; i + kRows <= q.rows; i += kRows) Block<kRows>(weights, pairs, q, i, map.scale.data() + column, map.bias.data() + column, y, column);
    for (; kRows > 2 && i + 2 <= q.rows; i += 2) Block<2>(weights, pairs, q, i, map.scale.data() + column, map.bias.data() + column, y, column);
    for (; i < q.rows; ++i) Block<1>(weights, pairs, q, i, map.scale.data() + column, map.bias.data() + column, y, column);
  }
}

void Gates(float* row, size_t hidden) {
  const Floats d;
  for (size_t k = 2 * hidden; k < 6 * hidden; k += kLanes) hn::Store(Sigmoid(d, hn::Load(d, row + k)), d, row + k);
}

void Recur(const float* const* products, size_t first, size_t last, size_t hidden, float* memory, Matrix& y) {
  const Floats d;
  for (size_t half = 0; half <= hidden; half += hidden) {
    for (size_t k = 0; k < hidden; k += kLanes) hn::Store(hn::Zero(d), d, memory + k);
    for (size_t step = first; step < last; ++step) {
      const size_t t = half == 0 ? step : last - 1 - (step - first);
      const float* row = products[t] + half;
      float* out = y.row(t) + half;
      for (size_t k = 0; k < hidden; k += kLanes) {
        const Vec z = hn::Load(d, row + k), forget = hn::Load(d, row + 2 * hidden + k);
        const Vec output = hn::Load(d, row + 4 * hidden + k), rest = hn::Load(d, row + 6 * hidden + k);
        const Vec c = hn::Add(hn::Mul(hn::Sub(hn::Load(d, memory + k), z), forget), z);
        hn::Store(c, d, memory + k);
        hn::Store(hn::Add(hn::Mul(hn::Sub(Tanh(d, c), rest), output), rest), d, out + k);
      }
    }
  }
}

// columns is a multiple of 8
void Norm(float* row, size_t columns, const float* gain, const float* bias) {
  const Floats d;
  const auto n = static_cast<float>(columns);
  Vec parts[kParts];
  for (size_t p = 0; p < kParts; ++p) parts[p] = hn::Zero(d);
  for (size_t k = 0; k < columns; k += 8)
    for (size_t p = 0; p < kParts; ++p) parts[p] = hn::Add(parts[p], hn::Load(d, row + k + p * kLanes));
  const Vec mean = hn::Set(d, Fold(parts) / n);
  for (size_t p = 0; p < kParts; ++p) parts[p] = hn::Zero(d);
  for (size_t k = 0; k < columns; k += 8)
    for (size_t p = 0; p < kParts; ++p) {
      const Vec centred = hn::Sub(hn::Load(d, row + k + p * kLanes), mean);
      hn::Store(centred, d, row + k + p * kLanes);
      parts[p] = hn::Add(parts[p], hn::Mul(centred, centred));
    }
  const Vec spread = hn::Set(d, Fold(parts) / n + 1e-5f);
  const Vec scale = hn::Div(hn::Set(d, 1.0f), hn::Sqrt(spread));
  for (size_t k = 0; k < columns; k += kLanes) {
    hn::Store(hn::Add(hn::Mul(hn::Mul(hn::Load(d, row + k), scale), hn::LoadU(d, gain + k)), hn::LoadU(d, bias + k)), d, row + k);
  }
}

// The row is padded: columns up to the next multiple of kPad are free to use.
void Softmax(float* row, size_t columns) {
  const Floats d;
  float top = row[0];
  for (size_t k = 1; k < columns; ++k) top = HWY_MAX(top, row[k]);
  const size_t whole = padded(columns);
  for (size_t k = 0; k < whole; k += kLanes) hn::Store(Exp(d, hn::Sub(hn::Load(d, row + k), hn::Set(d, top))), d, row + k);
  for (size_t k = columns; k < whole; ++k) row[k] = 0;
  Vec parts[kParts];
  for (size_t p = 0; p < kParts; ++p) parts[p] = hn::Zero(d);
  for (size_t k = 0; k < whole; k += 8)
    for (size_t p = 0; p < kParts; ++p) parts[p] = hn::Add(parts[p], hn::Load(d, row + k + p * kLanes));
  const Vec sum = hn::Set(d, Fold(parts));
  for (size_t k = 0; k < whole; k += kLanes) hn::Store(hn::Div(hn::Load(d, row + k), sum), d, row + k);
}

void Leaky(float* row, size_t columns) {
  const Floats d;
  for (size_t k = 0; k < columns; k += kLanes) {
    const Vec x = hn::Load(d, row + k);
    hn::Store(hn::IfThenElse(hn::Gt(x, hn::Zero(d)), x, hn::Mul(x, hn::Set(d, 0.1f))), d, row + k);
  }
}

void Arcs(const int16_t* dep, float size, const int16_t* heads, const float* sizes, size_t count, size_t columns, int32_t* scores) {
  const hn::CappedTag<int16_t, kPad> d16;
  const hn::RepartitionToWide<decltype(d16)> d;
  const size_t step = hn::Lanes(d16);
  const hn::CappedTag<float, 1> one;
  for (size_t j = 0; j < count; ++j) {
    auto even = hn::Zero(d), odd = hn::Zero(d);
    for (size_t k = 0; k < columns; k += step) {
      even = hn::ReorderWidenMulAccumulate(d, hn::Load(d16, dep + k), hn::Load(d16, heads + j * columns + k), even, odd);
    }
    const auto sum = hn::GetLane(hn::SumOfLanes(d, hn::Add(even, odd)));
    const float score = ((static_cast<float>(sum) * size) * sizes[j]) * 1024.0f;
    scores[j] = hn::GetLane(hn::NearestInt(hn::Set(one, score)));
  }
}

// Columns are taken in pieces: y of a few words side by side, then their sums, a lane a relation.
constexpr size_t kPiece = 32, kTogether = 8;

HWY_INLINE void Sides(const float* event, const float* word, const float* place, size_t n, float* y) {  // place == nullptr: the product
  const Floats d;
  const Vec tenth = hn::Set(d, 0.1f);
  size_t k = 0;
  for (; k + kLanes <= n; k += kLanes) {
    const Vec e = hn::LoadU(d, event + k), w = hn::LoadU(d, word + k);
    if (place == nullptr) {
      hn::StoreU(hn::Mul(e, w), d, y + k);
    } else {
      const Vec x = hn::Add(hn::Add(e, w), hn::LoadU(d, place + k));
      hn::StoreU(hn::IfThenElse(hn::Gt(x, hn::Zero(d)), x, hn::Mul(x, tenth)), d, y + k);
    }
  }
  for (; k < n; ++k) {
    const float x = place == nullptr ? event[k] * word[k] : (event[k] + word[k]) + place[k];
    y[k] = x > 0 || place == nullptr ? x : 0.1f * x;
  }
}

void Relate(const PairMap& map, const float* event, const float* const* words, const float* const* places, size_t count, float* sums) {
  const hn::FixedTag<float, kRelations> d;
  HWY_ALIGN float y[kTogether][kPiece] = {};  // rows beyond the last word are summed and thrown away
  for (size_t first = 0; first < count; first += kTogether) {
    const size_t together = HWY_MIN(kTogether, count - first);
    hn::Vec<decltype(d)> sum[kTogether];
    for (auto& one : sum) one = hn::LoadU(d, map.bias);
    const auto piece = [&](size_t begin, size_t n, bool product) {
      for (size_t w = 0; w < together; ++w) Sides(event + begin, words[first + w] + begin, product ? nullptr : places[first + w] + begin, n, y[w]);
      for (size_t k = 0; k < n; ++k) {
        const auto out = hn::LoadU(d, map.out + (begin + k) * kRelations);
        for (size_t w = 0; w < kTogether; ++w) sum[w] = hn::Add(sum[w], hn::Mul(hn::Set(d, y[w][k]), out));
      }
    };
    for (size_t at = 0; at < map.hidden; at += kPiece) piece(at, HWY_MIN(kPiece, map.hidden - at), false);
    for (size_t at = 0; at < map.rank; at += kPiece) piece(map.hidden + at, HWY_MIN(kPiece, map.rank - at), true);
    for (size_t w = 0; w < together; ++w) hn::StoreU(sum[w], d, sums + (first + w) * kRelations);
  }
}
#endif

}  // namespace HWY_NAMESPACE
}  // namespace gesta
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gesta {

HWY_EXPORT(Widen);
HWY_EXPORT(Quantise);
HWY_EXPORT(Multiply);
HWY_EXPORT(Gates);
HWY_EXPORT(Recur);
HWY_EXPORT(Norm);
HWY_EXPORT(Softmax);
HWY_EXPORT(Leaky);
HWY_EXPORT(Arcs);
HWY_EXPORT(Relate);

const Kernel& fast_kernel() {
  static const Kernel kernel = [] {
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());  // fills the index that the tables below are read with
    return Kernel{HWY_DYNAMIC_DISPATCH(Widen), HWY_DYNAMIC_DISPATCH(Quantise), HWY_DYNAMIC_DISPATCH(Multiply), HWY_DYNAMIC_DISPATCH(Gates),
                  HWY_DYNAMIC_DISPATCH(Recur), HWY_DYNAMIC_DISPATCH(Norm),     HWY_DYNAMIC_DISPATCH(Softmax),  HWY_DYNAMIC_DISPATCH(Leaky),
                  HWY_DYNAMIC_DISPATCH(Arcs),  HWY_DYNAMIC_DISPATCH(Relate)};
  }();
  return kernel;
}

}  // namespace gesta
#endif
