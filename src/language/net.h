// What the parser and the taggers share: the type layer, which sees one word form, and the layers of simple recurrent units (Lei et al. 2018)
// that see the sentence. Const once loaded; everything that changes is in Scratch, one for each run at a time.
#pragma once
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "language/kernel.h"
#include "language/word_vectors.h"

namespace gesta {

using Trace = std::map<std::string, uint64_t>;  // FNV-1a-64 of every intermediate matrix, as training/reference.py prints it

// Type rows seen before, direct-mapped by the hash of the form; bounded.
class TypeCache {
 public:
  float* find(std::string_view form, uint64_t hash);  // nullptr when it is not there
  float* insert(std::string_view form, uint64_t hash, size_t width);

 private:
  static constexpr size_t kSlots = 16384, kLongest = 32;
  struct Slot {
    uint64_t hash = 0;
    uint8_t size = 0;  // 0: empty
    char form[kLongest] = {};
  };
  struct Free {
    void operator()(float* p) const { std::free(p); }
  };
  std::vector<Slot> slots_;
  std::unique_ptr<float[], Free> rows_;  // untouched until they are filled: megabytes that a short text never needs
  Buffer<float> spare_;                  // for forms too long to keep
  size_t stride_ = 0;
};

struct Scratch {
  TypeCache types;
  Quantised q;
  Quantised head_q, dep_q;
  Matrix joined, mixed, x, products, memory, h, state, first;                     // type layer and recurrent layers
  Matrix upos, xpos, softmaxes, feed;                                             // tags
  Matrix dep, head, head_in, label_dep, label_head, rank_dep, rank_head, scores;  // tree and relations
  Matrix more;
  std::vector<int32_t> arcs;
  std::vector<size_t> missing;        // forms of the batch that the cache does not hold
  std::vector<uint32_t> found, tree;  // row of head_in of each word; heads of one sentence
  std::u32string low, framed;
  std::string key;
  Trace* trace = nullptr;
};

struct Batch {  // sentences laid end to end
  std::vector<std::string_view> forms;
  std::vector<size_t> starts;  // first token of each sentence, and the end
};

class Net {
 public:
  Net(const WordVectors& words, ModelFile file, std::string_view kind);
  void use(const Kernel& kernel) { kernel_ = &kernel; }

 protected:
  struct Norm {
    Buffer<float> gain, bias;
  };
  struct Table {
    std::span<const int8_t> rows;
    std::span<const float> scale;
  };
  Linear linear(const std::string& name, size_t in, size_t out) const;
  Norm norm(const std::string& name, size_t size) const;
  void load_layers(size_t second_in);  // second_in: width of the input of layer 1
  // The rows of s.x for the forms of the batch.
  void types(const Batch& batch, Scratch& s) const;
  // Layer i of `x` into `y`.
  void layer(size_t i, const Batch& batch, const Matrix& x, Matrix& y, Scratch& s) const;
  void seen(const std::string& step, const Matrix& x, Scratch& s) const;
  static void add(const Matrix& x, Matrix& sum);

  const WordVectors* words_;
  ModelFile file_;
  const Kernel* kernel_ = &fast_kernel();
  size_t width_, hidden_, layers_;

 private:
  void missing_types(const Batch& batch, Scratch& s) const;
  void hashed_parts(std::string_view form, float* row, Scratch& s) const;
  void table_row(size_t table, uint32_t hash, float* out, bool add) const;

  size_t emb_;
  std::vector<uint32_t> buckets_;
  std::vector<Table> tables_;  // n p s t h g
  std::span<const float> unlisted_;
  Linear mix_;
  Norm mix_norm_;
  std::vector<Linear> project_;
  std::vector<Norm> norms_;
};

}  // namespace gesta
