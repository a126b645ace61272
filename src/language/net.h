// What the parser and the taggers share: the type layer, which sees one word form, and the layers of simple recurrent units (Lei et al. 2018)
// that see the sentence. All that depends on the form alone is kept by form: its type row and, for the commonest, its products in the first layer.
// Const once loaded; everything that changes is in Scratch, one for each run at a time.
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

// Rows of forms seen before, two places for each hash of which the one used longer ago is given up; bounded.
class FormCache {
 public:
  explicit FormCache(size_t slots) : count_(slots) {}
  float* find(std::string_view form, uint64_t hash);  // nullptr when it is not there
  float* insert(std::string_view form, uint64_t hash, size_t width);

 private:
  static constexpr size_t kWays = 2, kLongest = 32;
  struct Slot {
    uint64_t hash = 0;
    uint8_t size = 0;  // 0: empty
    char form[kLongest] = {};
  };
  struct Free {
    void operator()(float* p) const { std::free(p); }
  };
  size_t matching(size_t set, std::string_view form, uint64_t hash) const;  // the slot, or the one behind the set
  size_t count_;
  std::vector<Slot> slots_;
  std::vector<uint8_t> latest_;          // of each set: the way used last
  std::unique_ptr<float[], Free> rows_;  // untouched until they are filled: megabytes that a short text never needs
  Buffer<float> spare_;                  // for forms too long to keep
  size_t stride_ = 0;
};

struct Scratch {
  static constexpr size_t kFew = 4;  // nets that read few sentences do with so small a share of the caches
  explicit Scratch(size_t share = 1) : types(16384 / share), gated(4096 / share) {}
  FormCache types, gated;   // 512 and 3,072 bytes a form in the shipped nets
  FormCache vectors{4096};  // for relevance: of words.gmdl
  Quantised q;
  Quantised states_q, dep_q;
  Matrix joined, mixed, x, products, memory, h, state, first;                        // type layer and recurrent layers
  Matrix upos, xpos, softmaxes, feed;                                                // tags
  Matrix dep, head, candidates, label_dep, label_head, rank_dep, rank_head, scores;  // tree and relations
  Matrix more, mid;
  std::vector<int32_t> arcs;
  std::vector<const float*> rows;      // the products of each word
  std::vector<size_t> fresh, missing;  // words of the batch whose products, and whose types, no cache holds
  std::vector<uint32_t> found, tree;   // of each word, the row of its head among the states; heads of one sentence
  std::string key, shape;
  std::vector<size_t> begins;  // of the code points of the key
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
  // Layer 0 of the batch into `y`.
  void first_layer(const Batch& batch, Matrix& y, Scratch& s) const;
  // Layer i > 0 of `x` into `y`.
  void layer(size_t i, const Batch& batch, const Matrix& x, Matrix& y, Scratch& s) const;
  void seen(const std::string& step, const Matrix& x, Scratch& s) const;
  static void add(const Matrix& x, Matrix& sum);

  const WordVectors* words_;
  ModelFile file_;
  const Kernel* kernel_ = &fast_kernel();
  size_t width_, hidden_, layers_;

 private:
  // The rows of s.x: types of these words of the batch.
  void types(const Batch& batch, const std::vector<size_t>& words, Scratch& s) const;
  void missing_types(const Batch& batch, const std::vector<size_t>& words, Scratch& s) const;
  void gated_products(const Batch& batch, Scratch& s) const;  // into s.rows
  void states(size_t i, const Batch& batch, Matrix& y, Scratch& s) const;
  void hashed_parts(std::string_view form, float* row, Scratch& s) const;
  void table_rows(size_t table, const uint32_t* hashes, size_t count, float* out) const;  // their sum

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
