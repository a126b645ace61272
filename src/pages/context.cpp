#include "pages/context.h"

#include <algorithm>
#include <cmath>

namespace gesta {
namespace {

constexpr double kNone = -0.1;  // where there is nothing to speak of

struct Mean {
  double total = 0, weight = 0;
  void add(double value, double w) { total += value * w, weight += w; }
  void fade(double share) { total *= share, weight *= share; }
  double value() const { return weight > 0 ? total / weight : kNone; }
};

class Around {
 public:
  Around(const Blocks& blocks, const Shape& shape, const std::vector<float>& probability)
      : blocks_(blocks.blocks), shape_(shape), p_(probability), n_(p_.size()), rows_(n_), weight_(n_), filled_(n_) {
    for (size_t i = 0; i < n_; ++i) weight_[i] = std::min(blocks_[i].words, 150u) + 1;
  }

  // In the order of training/train_pages.py.
  std::vector<ContextRow> run() {
    for (size_t i = 0; i < n_; ++i) put(i, std::log((p_[i] + 0.005) / (1.005 - p_[i])));
    for (const int distance : {-3, -2, -1, 1, 2, 3}) neighbours(distance);
    for (const double share : {0.5, 0.8, 0.95}) fading(share, false), fading(share, true);
    fellows(shape_.parents), fellows(shape_.shapes);
    page();
    words_since_good(false), words_since_good(true);
    sections();
    return std::move(rows_);
  }

 private:
  void put(size_t i, double value) { rows_[i][filled_[i]++] = static_cast<float>(value); }

  void neighbours(int distance) {
    const auto n = static_cast<ptrdiff_t>(n_);
    for (ptrdiff_t i = 0; i < n; ++i) {
      const ptrdiff_t at = i + distance;
      put(static_cast<size_t>(i), at < 0 || at >= n ? kNone : p_[static_cast<size_t>(at)]);
    }
  }

  template <class Visit>
  void walk(bool back, const Visit& visit) const {
    for (size_t k = 0; k < n_; ++k) visit(back ? n_ - 1 - k : k);
  }

  // Mean over the blocks before (behind), in which each counts `share` times as much as the next.
  void fading(double share, bool back) {
    Mean mean;
    walk(back, [&](size_t i) {
      put(i, mean.value());
      mean.fade(share), mean.add(p_[i], weight_[i]);
    });
  }

  // Mean over all blocks of the same number, and over the others of them.
  void fellows(const std::vector<uint32_t>& numbers) {
    std::vector<Mean> means(n_);  // numbers are dense
    for (size_t i = 0; i < n_; ++i) means[numbers[i]].add(p_[i], weight_[i]);
    for (size_t i = 0; i < n_; ++i) {
      Mean mean = means[numbers[i]];
      put(i, mean.value());
      mean.add(p_[i], -weight_[i]);
      put(i, mean.weight > 0.5 ? mean.value() : kNone);
    }
  }

  // Where in the probable text the block stands, how much of it there is and how sure it is.
  void page() {
    double total = 0, square = 0, words = 0;
    for (size_t i = 0; i < n_; ++i) total += p_[i] * weight_[i], square += p_[i] * p_[i] * weight_[i], words += weight_[i];
    double before = 0;
    for (size_t i = 0; i < n_; ++i) {
      const double own = p_[i] * weight_[i];
      put(i, before / std::max(total, 1.0)), put(i, (total - before - own) / std::max(total, 1.0));
      put(i, total), put(i, square / std::max(total, 1e-6)), put(i, total / words);
      before += own;
    }
  }

  void words_since_good(bool back) {
    double since = 1e4;
    walk(back, [&](size_t i) {
      put(i, since);
      since = p_[i] > 0.6f && blocks_[i].words >= 10 ? 0 : since + weight_[i];
    });
  }

  // Sections run from heading to heading: the mean of the block's own without its heading, its weight, the means of that before and of the next.
  void sections() {
    std::vector<Mean> means(1);
    for (size_t i = 0; i < n_; ++i) {
      const bool heading = blocks_[i].kind == BlockKind::heading;
      if (heading) means.emplace_back();
      means.back().add(p_[i], (heading ? 0 : weight_[i]) + 1e-9);
    }
    const auto mean_of = [&](size_t s) { return s < means.size() ? means[s].value() : kNone; };
    const float most = *std::max_element(p_.begin(), p_.end());
    for (size_t i = 0, s = 0; i < n_; ++i) {
      s += blocks_[i].kind == BlockKind::heading;
      put(i, mean_of(s)), put(i, means[s].weight), put(i, s ? mean_of(s - 1) : kNone), put(i, mean_of(s + 1)), put(i, most);
    }
  }

  const std::vector<Block>& blocks_;
  const Shape& shape_;
  const std::vector<float>& p_;
  size_t n_;
  std::vector<ContextRow> rows_;
  std::vector<double> weight_;
  std::vector<uint8_t> filled_;
};

}  // namespace

std::vector<ContextRow> describe_context(const Blocks& blocks, const Shape& shape, const std::vector<float>& probability) {
  if (probability.empty()) return {};
  return Around(blocks, shape, probability).run();
}

}  // namespace gesta
