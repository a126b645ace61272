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

uint32_t crc32(std::string_view bytes) {
  uint32_t value = 0xFFFFFFFFu;
  for (const char c : bytes) value = kCrc[(value ^ static_cast<unsigned char>(c)) & 0xFF] ^ value >> 8;
  return ~value;
}

void encode(char lead, std::u32string_view text, std::string& out) {
  out.assign(1, lead);
  for (const char32_t c : text) append_utf8(out, c);
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

float* TypeCache::find(std::string_view form, uint64_t hash) {
  if (slots_.empty() || form.size() > kLongest) return nullptr;
  const size_t at = hash % kSlots;
  const Slot& slot = slots_[at];
  if (slot.hash != hash || std::string_view(slot.form, slot.size) != form) return nullptr;
  return rows_.get() + at * stride_;
}

float* TypeCache::insert(std::string_view form, uint64_t hash, size_t width) {
  if (slots_.empty()) {
    stride_ = padded(width);
    slots_.resize(kSlots);
    rows_.reset(static_cast<float*>(std::aligned_alloc(64, kSlots * stride_ * sizeof(float))));
    if (!rows_) throw std::bad_alloc();
    spare_.resize(stride_);
  }
  if (form.size() > kLongest || form.empty()) return spare_.data();
  const size_t at = hash % kSlots;
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

void Net::table_row(size_t table, uint32_t hash, float* out, bool add) const {
  const size_t row = hash % buckets_[table];
  const int8_t* q = tables_[table].rows.data() + row * emb_;
  kernel_->widen(q, tables_[table].scale[row], emb_, add, out);
}

// Steps 1 to 6 of the type layer: the joined row.
void Net::hashed_parts(std::string_view form, float* row, Scratch& s) const {
  std::u32string shape;
  s.low.clear();
  for (size_t at = 0; at < form.size();) {
    const CodePoint point = decode_utf8(form, at);
    at += point.length;
    const char32_t c = words_->fold(point.value);
    s.low.push_back(words_->lower(c));
    if (shape.size() >= 10) continue;
    const char32_t kind = words_->is_upper(c) ? U'X' : words_->is_lower(c) ? U'x' : c >= U'0' && c <= U'9' ? U'd' : c;
    const size_t n = shape.size();
    if (n < 3 || shape[n - 1] != kind || shape[n - 2] != kind || shape[n - 3] != kind) shape.push_back(kind);
  }
  const std::u32string_view low = s.low;
  const auto last = [&](size_t n) { return low.substr(low.size() - std::min(n, low.size())); };
  const std::u32string_view keys[] = {low, low.substr(0, 3), last(3), last(2), shape};
  for (size_t k = 0; k < std::size(keys); ++k) {
    encode(kTables[k], keys[k], s.key);
    table_row(k, crc32(s.key), row + k * emb_, false);
  }
  float* grams = row + 5 * emb_;
  std::fill_n(grams, emb_, 0.0f);
  s.framed.assign(1, U'<').append(low).push_back(U'>');
  size_t count = 0;
  for (size_t n = 3; n <= 5; ++n)
    for (size_t i = 0; i + n <= s.framed.size() && count < kMostGrams; ++i, ++count) {
      encode('g', std::u32string_view(s.framed).substr(i, n), s.key);
      table_row(5, crc32(s.key), grams, true);
    }
  for (size_t i = 0; i < emb_ && count > 0; ++i) grams[i] = grams[i] / static_cast<float>(count);
  s.key.clear();
  for (const char32_t c : low) append_utf8(s.key, c);
  float* vector = row + 6 * emb_;
  if (!words_->vector(s.key, vector)) std::copy(unlisted_.begin(), unlisted_.end(), vector);
}

void Net::types(const Batch& batch, Scratch& s) const {
  s.x.resize(batch.forms.size(), width_);
  s.missing.clear();
  for (size_t i = 0; i < batch.forms.size(); ++i) {
    if (const float* row = s.types.find(batch.forms[i], fnv1a64(batch.forms[i])))
      std::copy_n(row, width_, s.x.row(i));
    else
      s.missing.push_back(i);
  }
  if (!s.missing.empty()) missing_types(batch, s);
  seen("types", s.x, s);
}

// All of them in one product, so that the weights are read once.
void Net::missing_types(const Batch& batch, Scratch& s) const {
  s.joined.resize(s.missing.size(), mix_.in);
  for (size_t k = 0; k < s.missing.size(); ++k) hashed_parts(batch.forms[s.missing[k]], s.joined.row(k), s);
  apply(*kernel_, mix_, s.joined, s.q, s.mixed);
  for (size_t k = 0; k < s.missing.size(); ++k) {
    const size_t i = s.missing[k];
    float* out = s.x.row(i);
    const float* m = s.mixed.row(k);
    for (size_t c = 0; c < width_; ++c) out[c] = std::max(m[2 * c], m[2 * c + 1]);
    kernel_->norm(out, width_, mix_norm_.gain.data(), mix_norm_.bias.data());
    std::copy_n(out, width_, s.types.insert(batch.forms[i], fnv1a64(batch.forms[i]), width_));
  }
}

void Net::layer(size_t i, const Batch& batch, const Matrix& x, Matrix& y, Scratch& s) const {
  apply(*kernel_, project_[i], x, s.q, s.products);
  y.resize(x.rows, 2 * hidden_);
  s.memory.resize(1, hidden_);
  for (size_t k = 0; k + 1 < batch.starts.size(); ++k) kernel_->recur(s.products, batch.starts[k], batch.starts[k + 1], hidden_, s.memory.row(0), y);
  for (size_t t = 0; t < y.rows; ++t) kernel_->norm(y.row(t), 2 * hidden_, norms_[i].gain.data(), norms_[i].bias.data());
  if (s.trace != nullptr) seen("layer." + std::to_string(i), y, s);
}

}  // namespace gesta
