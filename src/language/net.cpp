#include "language/net.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <new>

#include "base/hash.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr std::string_view kTables = "npsthg";
constexpr size_t kMostGrams = 40;

// CRC-32 of ISO 3309, reflected, as in zlib.
constexpr std::array<uint32_t, 256> kCrc = [] {
  std::array<uint32_t, 256> table{};
  for (uint32_t i = 0; i < 256; ++i) {
    uint32_t value = i;
    for (int k = 0; k < 8; ++k) value = value >> 1 ^ (value & 1 ? 0xEDB88320u : 0u);
    table[i] = value;
  }
  return table;
}();

uint32_t crc32(char lead, std::string_view bytes) {
  uint32_t value = 0xFFFFFFFFu;
  const auto step = [&](char c) { value = kCrc[(value ^ static_cast<unsigned char>(c)) & 0xFF] ^ value >> 8; };
  step(lead);
  for (const char c : bytes) step(c);
  return ~value;
}

std::vector<uint32_t> parse_buckets(const ModelFile& file) {
  const std::string_view list = file.setting("buckets");
  std::vector<uint32_t> out;
  for (const char* at = list.data(); at < list.data() + list.size();) {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(at, list.data() + list.size(), value);
    if (error != std::errc() || value == 0) break;
    out.push_back(value);
    at = end + 1;
  }
  if (out.size() != kTables.size()) file.fault("the configuration says buckets=" + std::string(list));
  return out;
}

}  // namespace

size_t FormCache::matching(size_t set, std::string_view form, uint64_t hash) const {
  size_t at = kWays * set;
  while (at < kWays * (set + 1) && (slots_[at].hash != hash || std::string_view(slots_[at].form, slots_[at].size) != form)) ++at;
  return at;
}

float* FormCache::find(std::string_view form, uint64_t hash) {
  if (slots_.empty() || form.size() > kLongest) return nullptr;
  const size_t set = hash % latest_.size(), at = matching(set, form, hash);
  if (at == kWays * (set + 1)) return nullptr;
  latest_[set] = static_cast<uint8_t>(at % kWays);
  return rows_.get() + at * stride_;
}

float* FormCache::insert(std::string_view form, uint64_t hash, size_t width) {
  if (slots_.empty()) {
    stride_ = padded(width);
    slots_.resize(count_);
    latest_.resize(count_ / kWays);
    rows_.reset(static_cast<float*>(std::aligned_alloc(64, count_ * stride_ * sizeof(float))));
    if (!rows_) throw std::bad_alloc();
    spare_.resize(stride_);
  }
  if (form.size() > kLongest || form.empty()) return spare_.data();
  const size_t set = hash % latest_.size();
  size_t at = matching(set, form, hash);
  if (at == kWays * (set + 1)) at = kWays * set + (latest_[set] + 1) % kWays;
  latest_[set] = static_cast<uint8_t>(at % kWays);
  slots_[at].hash = hash;
  slots_[at].size = static_cast<uint8_t>(form.size());
  std::memcpy(slots_[at].form, form.data(), form.size());
  return rows_.get() + at * stride_;
}

Net::Net(const WordVectors& words, ModelFile file, std::string_view kind) : words_(&words), file_(std::move(file)) {
  if (file_.setting("kind") != kind) file_.fault("is a model of kind " + std::string(file_.setting("kind")) + ", not " + std::string(kind));
  buckets_ = parse_buckets(file_);
  emb_ = file_.number("emb", 1, 1024);
  width_ = file_.number("width", 1, 512);
  hidden_ = file_.number("hidden", 1, 512);
  layers_ = file_.number("layers", 1, 8);
  if (emb_ % kPad != 0 || width_ % kPad != 0 || hidden_ % kPad != 0) file_.fault("emb, width and hidden must be multiples of 16");
  for (size_t k = 0; k < kTables.size(); ++k) {
    const std::string name = std::string("table.") + kTables[k];
    tables_.push_back({file_.bytes(name + ".q", buckets_[k], emb_), file_.floats(name + ".scale", buckets_[k])});
  }
  unlisted_ = file_.floats("unlisted", words.width());
  mix_ = linear("mix", kTables.size() * emb_ + words.width(), 2 * width_);
  mix_norm_ = norm("mix.norm", width_);
}

Linear Net::linear(const std::string& name, size_t in, size_t out) const {
  if (in > 2048) file_.fault("linear " + name + " is too wide");  // 2047 * 127 * 2048 is the last below 2^31
  return Linear::make(file_.bytes(name + ".q", out, in), file_.floats(name + ".scale", out), file_.floats(name + ".bias", out), in);
}

Net::Norm Net::norm(const std::string& name, size_t size) const {
  const auto gain = file_.floats(name + ".gain", size), bias = file_.floats(name + ".bias", size);
  return {{gain.begin(), gain.end()}, {bias.begin(), bias.end()}};
}

void Net::load_layers(size_t second_in) {
  for (size_t i = 0; i < layers_; ++i) {
    const std::string name = "layer." + std::to_string(i);
    project_.push_back(linear(name, i == 0 ? width_ : i == 1 ? second_in : 2 * hidden_, 8 * hidden_));
    norms_.push_back(norm(name + ".norm", 2 * hidden_));
  }
}

void Net::seen(const std::string& step, const Matrix& x, Scratch& s) const {
  if (s.trace == nullptr) return;
  uint64_t hash = kFnvOffset;
  for (size_t i = 0; i < x.rows; ++i) hash = fnv1a64({reinterpret_cast<const char*>(x.row(i)), x.columns * sizeof(float)}, hash);
  (*s.trace)[step] = hash;
}

void Net::add(const Matrix& x, Matrix& sum) {
  for (size_t i = 0; i < sum.rows; ++i) {
    float* out = sum.row(i);
    const float* in = x.row(i);
    for (size_t k = 0; k < sum.columns; ++k) out[k] = out[k] + in[k];
  }
}

void Net::table_rows(size_t table, const uint32_t* hashes, size_t count, float* out) const {
  const int8_t* rows[kMostGrams];
  float scales[kMostGrams];
  for (size_t i = 0; i < count; ++i) {
    const size_t row = hashes[i] % buckets_[table];
    rows[i] = tables_[table].rows.data() + row * emb_, scales[i] = tables_[table].scale[row];
  }
  kernel_->widen(rows, scales, count, emb_, out);
}

// Steps 1 to 6 of the type layer: the joined row.
void Net::hashed_parts(std::string_view form, float* row, Scratch& s) const {
  // "<low>" in UTF-8, where each of its code points begins, and the shape in UTF-8.
  char32_t shape[10];
  size_t signs = 0;
  std::string& framed = s.key;
  framed.assign(1, '<');
  s.begins.assign({0, 1});
  for (size_t at = 0; at < form.size();) {
    const CodePoint point = decode_utf8(form, at);
    at += point.length;
    const char32_t c = words_->fold(point.value);
    append_utf8(framed, words_->lower(c));
    s.begins.push_back(framed.size());
    if (signs >= std::size(shape)) continue;
    const char32_t kind = words_->is_upper(c) ? U'X' : words_->is_lower(c) ? U'x' : c >= U'0' && c <= U'9' ? U'd' : c;
    if (signs < 3 || shape[signs - 1] != kind || shape[signs - 2] != kind || shape[signs - 3] != kind) shape[signs++] = kind;
  }
  framed.push_back('>');
  s.begins.push_back(framed.size());
  s.shape.clear();
  for (size_t k = 0; k < signs; ++k) append_utf8(s.shape, shape[k]);
  const size_t all = s.begins.size() - 1, letters = all - 2;
  const auto slice = [&](size_t first, size_t count) {
    return std::string_view(framed).substr(s.begins[first], s.begins[first + count] - s.begins[first]);
  };
  const auto last = [&](size_t n) { return slice(1 + letters - std::min(n, letters), std::min(n, letters)); };
  const std::string_view low = slice(1, letters);
  const std::string_view keys[] = {low, slice(1, std::min<size_t>(3, letters)), last(3), last(2), s.shape};
  for (size_t k = 0; k < std::size(keys); ++k) {
    const uint32_t hash = crc32(kTables[k], keys[k]);
    table_rows(k, &hash, 1, row + k * emb_);
  }
  uint32_t hashes[kMostGrams];
  size_t count = 0;
  for (size_t n = 3; n <= 5; ++n)
    for (size_t i = 0; i + n <= all && count < kMostGrams; ++i) hashes[count++] = crc32('g', slice(i, n));
  float* grams = row + 5 * emb_;
  table_rows(5, hashes, count, grams);
  for (size_t i = 0; i < emb_ && count > 0; ++i) grams[i] = grams[i] / static_cast<float>(count);
  float* vector = row + 6 * emb_;
  if (!words_->vector(low, vector)) std::copy(unlisted_.begin(), unlisted_.end(), vector);
}

void Net::types(const Batch& batch, const std::vector<size_t>& words, Scratch& s) const {
  s.x.resize(words.size(), width_);
  s.missing.clear();
  for (size_t k = 0; k < words.size(); ++k) {
    const std::string_view form = batch.forms[words[k]];
    if (const float* row = s.types.find(form, fnv1a64(form)))
      std::copy_n(row, width_, s.x.row(k));
    else
      s.missing.push_back(k);
  }
  if (!s.missing.empty()) missing_types(batch, words, s);
}

// All of them in one product, so that the weights are read once.
void Net::missing_types(const Batch& batch, const std::vector<size_t>& words, Scratch& s) const {
  s.joined.resize(s.missing.size(), mix_.in);
  for (size_t k = 0; k < s.missing.size(); ++k) hashed_parts(batch.forms[words[s.missing[k]]], s.joined.row(k), s);
  apply(*kernel_, mix_, s.joined, s.q, s.mixed);
  for (size_t k = 0; k < s.missing.size(); ++k) {
    const std::string_view form = batch.forms[words[s.missing[k]]];
    float* out = s.x.row(s.missing[k]);
    const float* m = s.mixed.row(k);
    for (size_t c = 0; c < width_; ++c) out[c] = std::max(m[2 * c], m[2 * c + 1]);
    kernel_->norm(out, width_, mix_norm_.gain.data(), mix_norm_.bias.data());
    std::copy_n(out, width_, s.types.insert(form, fnv1a64(form), width_));
  }
}

// The products of the first layer see one word each: those of words that are not kept are left in s.mixed.
void Net::gated_products(const Batch& batch, Scratch& s) const {
  s.rows.resize(batch.forms.size());
  s.fresh.clear();
  for (size_t i = 0; i < batch.forms.size(); ++i) {
    s.rows[i] = s.trace == nullptr ? s.gated.find(batch.forms[i], fnv1a64(batch.forms[i])) : nullptr;
    if (s.rows[i] == nullptr) s.fresh.push_back(i);
  }
  if (s.fresh.empty()) return;
  types(batch, s.fresh, s);
  seen("types", s.x, s);
  apply(*kernel_, project_[0], s.x, s.q, s.mixed);
  for (size_t k = 0; k < s.fresh.size(); ++k) {
    kernel_->gates(s.mixed.row(k), hidden_);
    s.rows[s.fresh[k]] = s.mixed.row(k);
  }
}

void Net::first_layer(const Batch& batch, Matrix& y, Scratch& s) const {
  gated_products(batch, s);
  states(0, batch, y, s);
  for (size_t k = 0; k < s.fresh.size(); ++k) {  // only now, as a place given up may have been one of the rows
    const std::string_view form = batch.forms[s.fresh[k]];
    std::copy_n(s.mixed.row(k), 8 * hidden_, s.gated.insert(form, fnv1a64(form), 8 * hidden_));
  }
}

void Net::layer(size_t i, const Batch& batch, const Matrix& x, Matrix& y, Scratch& s) const {
  apply(*kernel_, project_[i], x, s.q, s.products);
  s.rows.resize(x.rows);
  for (size_t t = 0; t < x.rows; ++t) {
    kernel_->gates(s.products.row(t), hidden_);
    s.rows[t] = s.products.row(t);
  }
  states(i, batch, y, s);
}

void Net::states(size_t i, const Batch& batch, Matrix& y, Scratch& s) const {
  y.resize(batch.forms.size(), 2 * hidden_);
  s.memory.resize(1, hidden_);
  for (size_t k = 0; k + 1 < batch.starts.size(); ++k)
    kernel_->recur(s.rows.data(), batch.starts[k], batch.starts[k + 1], hidden_, s.memory.row(0), y);
  for (size_t t = 0; t < y.rows; ++t) kernel_->norm(y.row(t), 2 * hidden_, norms_[i].gain.data(), norms_[i].bias.data());
  if (s.trace != nullptr) seen("layer." + std::to_string(i), y, s);
}

}  // namespace gesta
