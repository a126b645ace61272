// What the first tagger of events saw in the cheap look, kept for the sentences that are then read.
#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "language/kernel.h"

namespace gesta {

constexpr size_t kMostSeen = 4096;  // tokens whose states are kept from the look; of more they are computed again

// What the first tagger of events saw, in the look, of sentences that are to be read and of those before them: its quantised states.
class SeenStates {
 public:
  // Rows [row, row + count) of q are the tokens from first_token on.
  void keep(const Quantised& q, size_t row, size_t count, uint32_t first_token) {
    if (sizes_.size() + count > kMostSeen) return;
    pieces_.push_back({first_token, sizes_.size(), count});
    stride_ = q.stride;
    rows_.insert(rows_.end(), q.row(row), q.row(row) + count * stride_);
    sizes_.insert(sizes_.end(), q.size.begin() + row, q.size.begin() + row + count);
  }
  // Forgets pieces that are not wanted(first_token), from number `from` on.
  template <class Wanted>
  void forget(size_t from, Wanted wanted) {
    size_t end = from, row = from < pieces_.size() ? pieces_[from].row : sizes_.size();
    for (size_t k = from; k < pieces_.size(); ++k) {
      Piece piece = pieces_[k];
      if (!wanted(piece.first_token)) continue;
      std::copy_n(rows_.begin() + piece.row * stride_, piece.count * stride_, rows_.begin() + row * stride_);
      std::copy_n(sizes_.begin() + piece.row, piece.count, sizes_.begin() + row);
      piece.row = row, row += piece.count;
      pieces_[end++] = piece;
    }
    pieces_.resize(end), sizes_.resize(row), rows_.resize(row * stride_);
  }
  size_t pieces() const { return pieces_.size(); }
  uint32_t first_token(size_t piece) const { return pieces_[piece].first_token; }
  bool has(uint32_t first_token) const { return find(first_token) != nullptr; }
  // The states of a batch whose pieces begin with these tokens; false when one is missing.
  bool fill(const std::vector<uint32_t>& first_tokens, Quantised& q) const {
    if (!std::all_of(first_tokens.begin(), first_tokens.end(), [&](uint32_t token) { return has(token); })) return false;
    q.rows = 0, q.stride = stride_;
    for (const uint32_t token : first_tokens) {
      const Piece& piece = *find(token);
      if (q.data.size() < (q.rows + piece.count) * stride_) q.data.resize((q.rows + piece.count) * stride_);
      if (q.size.size() < q.rows + piece.count) q.size.resize(q.rows + piece.count);
      std::copy_n(rows_.begin() + piece.row * stride_, piece.count * stride_, q.data.begin() + q.rows * stride_);
      std::copy_n(sizes_.begin() + piece.row, piece.count, q.size.begin() + q.rows);
      q.rows += piece.count;
    }
    return true;
  }

 private:
  struct Piece {
    uint32_t first_token;
    size_t row, count;
  };
  const Piece* find(uint32_t first_token) const {
    const auto found =
        std::lower_bound(pieces_.begin(), pieces_.end(), first_token, [](const Piece& piece, uint32_t token) { return piece.first_token < token; });
    return found == pieces_.end() || found->first_token != first_token ? nullptr : &*found;
  }
  std::vector<Piece> pieces_;  // in the order of the text
  std::vector<int16_t> rows_;
  std::vector<float> sizes_;
  size_t stride_ = 0;
};

}  // namespace gesta
