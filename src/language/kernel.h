// The arithmetic of the nets (training/EXPORT.md): int8 weights, 12-bit activations in i16, 32-bit sums, IEEE single precision for the rest,
// one rounding per written operation. Two versions with the same bits: `plain_kernel` is written to be read, `fast_kernel` uses the vector
// instructions of the machine (Google Highway, chosen at run time). A test compares them.
// Rows are padded with zeros to a multiple of kPad columns.
#pragma once
#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <vector>

namespace gesta {

constexpr size_t kPad = 16;
constexpr size_t padded(size_t columns) { return (columns + kPad - 1) / kPad * kPad; }

template <class T>
struct Aligned {
  using value_type = T;
  Aligned() = default;
  template <class U>
  Aligned(const Aligned<U>&) {}
  T* allocate(size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), std::align_val_t{64})); }
  void deallocate(T* p, size_t) { ::operator delete(p, std::align_val_t{64}); }
  bool operator==(const Aligned&) const { return true; }
};
template <class T>
using Buffer = std::vector<T, Aligned<T>>;

// Rows of floats; columns beyond `columns` up to `stride` are zero or unused.
struct Matrix {
  size_t rows = 0, columns = 0, stride = 0;
  Buffer<float> data;
  void resize(size_t new_rows, size_t new_columns) {
    rows = new_rows, columns = new_columns, stride = padded(new_columns);
    if (data.size() < rows * stride) data.resize(rows * stride);
  }
  float* row(size_t i) { return data.data() + i * stride; }
  const float* row(size_t i) const { return data.data() + i * stride; }
};

// A linear map. `packed` holds the weights as i16 in blocks of kPad outputs: [block][pair of inputs][output in block][2].
struct Linear {
  size_t in = 0, out = 0;
  Buffer<int16_t> packed;
  Buffer<float> scale, bias;  // padded with zeros
  const int8_t* weights = nullptr;
  static Linear make(std::span<const int8_t> weights, std::span<const float> scale, std::span<const float> bias, size_t in);
};

// Quantised rows.
struct Quantised {
  size_t rows = 0, stride = 0;
  Buffer<int16_t> data;
  Buffer<float> size;
  const int16_t* row(size_t i) const { return data.data() + i * stride; }
};

// From the sides of an event and a word to the log odds of kRelations relations (training/EXPORT.md, "Arguments").
constexpr size_t kRelations = 4;
struct PairMap {
  size_t hidden = 0, rank = 0;
  const float *out = nullptr, *bias = nullptr;
};

struct Kernel {
  // The sum, from 0 on in their order, of rows of int8 weights times their scales. columns a multiple of kPad.
  void (*widen)(const int8_t* const* rows, const float* scales, size_t count, size_t columns, float* out);
  void (*quantise)(const Matrix& x, Quantised& q);
  void (*multiply)(const Linear& map, const Quantised& q, Matrix& y);
  // The products of one word in a layer: the gates f and o, columns [2, 6) * hidden, become their sigmoid.
  void (*gates)(float* row, size_t hidden);
  // Rows [first, last) of products with their gates, wherever they lie, to states: y = (tanh(c) - r) * o + r. `memory` holds `hidden` floats.
  void (*recur)(const float* const* products, size_t first, size_t last, size_t hidden, float* memory, Matrix& y);
  void (*norm)(float* row, size_t columns, const float* gain, const float* bias);
  void (*softmax)(float* row, size_t columns);
  void (*leaky)(float* row, size_t columns);  // columns a multiple of kPad
  // score[j] = rint(((dep · head[j]) * size) * sizes[j]) * 1024), columns a multiple of kPad.
  void (*arcs)(const int16_t* dep, float size, const int16_t* heads, const float* sizes, size_t count, size_t columns, int32_t* scores);
  // For each of `count` words: the bias, then column by column leaky((event + word) + place) times its row of `out`, then event * word times its row.
  void (*relate)(const PairMap& map, const float* event, const float* const* words, const float* const* places, size_t count, float* sums);
};

const Kernel& plain_kernel();
const Kernel& fast_kernel();

// Linear map of every row: quantise, then multiply.
void apply(const Kernel& kernel, const Linear& map, const Matrix& x, Quantised& scratch, Matrix& y);
void leaky(const Kernel& kernel, Matrix& x);

}  // namespace gesta
