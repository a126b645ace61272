#include "language/model_file.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/hash.h"
#include "base/result.h"

namespace gesta {
namespace {

static_assert(std::endian::native == std::endian::little, "models are little endian and mapped as they are");

constexpr size_t kHeader = 64, kEntry = 128, kName = 64, kAlign = 64;
constexpr uint32_t kText = 0, kByte = 1, kInteger = 3, kFloat = 4;
constexpr size_t kWidth[] = {1, 1, 2, 4, 4};
constexpr std::string_view kTypeNames[] = {"text", "i8", "i16", "i32", "f32"};

template <class T>
T load(std::string_view bytes, size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

// The words of 64 bits, the last filled with zeros: eight times as fast as FNV-1a over bytes, which version 1 has.
uint64_t hash_of_words(std::string_view bytes) {
  uint64_t hash = kFnvOffset;
  const auto step = [&](uint64_t word) {
    hash = (hash ^ word) * 0x100000001b3ull;
    hash ^= hash >> 32;
  };
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) step(load<uint64_t>(bytes, at));
  if (at < bytes.size()) {
    uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    step(word);
  }
  return hash;
}

}  // namespace

ModelFile ModelFile::open(const std::string& path) {
  ModelFile file;
  file.path_ = path;
  file.mapped_ = map_setup_file(path);
  file.read(file.mapped_.bytes());
  return file;
}

ModelFile ModelFile::from_bytes(const std::string& path, std::string_view bytes) {
  ModelFile file;
  file.path_ = path;
  file.read(bytes);
  return file;
}

void ModelFile::fault(const std::string& what) const { throw SetupError(path_ + ": " + what); }

void ModelFile::read(std::string_view bytes) {
  if (bytes.size() < kHeader) fault("shorter than the header of a model");
  if (!bytes.starts_with("GESTAMDL")) fault("not a model file (it does not start with GESTAMDL)");
  const auto version = load<uint32_t>(bytes, 8);
  if (version != 1 && version != 2) fault("version " + std::to_string(version) + " of the format is unknown");
  const auto count = load<uint32_t>(bytes, 12);
  if (load<uint64_t>(bytes, 16) != bytes.size()) {
    fault("cut off or grown: " + std::to_string(bytes.size()) + " bytes, the header says " + std::to_string(load<uint64_t>(bytes, 16)));
  }
  if (count > (bytes.size() - kHeader) / kEntry) fault("the directory reaches past the end");
  const std::string_view rest = bytes.substr(kHeader);
  if ((version == 1 ? fnv1a64(rest) : hash_of_words(rest)) != load<uint64_t>(bytes, 24))
    fault("damaged: the hash of its bytes is not the one in its header");
  tensors_.reserve(count);
  for (uint32_t i = 0; i < count; ++i) tensors_.push_back(entry(bytes, kHeader + i * kEntry));
  std::sort(tensors_.begin(), tensors_.end(), [](const Tensor& a, const Tensor& b) { return a.name < b.name; });
}

ModelFile::Tensor ModelFile::entry(std::string_view bytes, size_t at) const {
  Tensor tensor;
  const std::string_view padded = bytes.substr(at, kName);
  tensor.name = padded.substr(0, std::min(padded.find('\0'), kName));
  const std::string name(tensor.name);
  tensor.type = load<uint32_t>(bytes, at + kName);
  tensor.dimensions = load<uint32_t>(bytes, at + kName + 4);
  if (tensor.type > kFloat) fault("tensor " + name + ": unknown type " + std::to_string(tensor.type));
  if (tensor.dimensions == 0 || tensor.dimensions > 4) fault("tensor " + name + ": bad number of dimensions");
  uint64_t items = 1;
  for (uint32_t k = 0; k < tensor.dimensions; ++k) {
    tensor.size[k] = load<uint32_t>(bytes, at + kName + 8 + 4 * k);
    if (tensor.size[k] > 0 && items > bytes.size() / tensor.size[k]) fault("tensor " + name + ": larger than the file");
    items *= tensor.size[k];
  }
  const auto offset = load<uint64_t>(bytes, at + kName + 24), size = load<uint64_t>(bytes, at + kName + 32);
  if (offset % kAlign != 0 || offset > bytes.size() || size > bytes.size() - offset) fault("tensor " + name + ": lies outside the file");
  if (items * kWidth[tensor.type] != size) fault("tensor " + name + ": its bytes do not fit its dimensions");
  tensor.data = bytes.substr(offset, size);
  return tensor;
}

const ModelFile::Tensor* ModelFile::find(std::string_view name) const {
  const auto at = std::lower_bound(tensors_.begin(), tensors_.end(), name, [](const Tensor& t, std::string_view n) { return t.name < n; });
  return at == tensors_.end() || at->name != name ? nullptr : &*at;
}

const ModelFile::Tensor& ModelFile::need(std::string_view name, uint32_t type, size_t rows, size_t columns) const {
  const Tensor* tensor = find(name);
  const std::string label = "tensor " + std::string(name);
  if (tensor == nullptr) fault(label + " is missing");
  if (tensor->type != type) fault(label + " is " + std::string(kTypeNames[tensor->type]) + ", not " + std::string(kTypeNames[type]));
  const uint32_t second = tensor->dimensions > 1 ? tensor->size[1] : 1;
  if (tensor->dimensions > 2 || (rows > 0 && tensor->size[0] != rows) || (columns > 0 && second != columns)) {
    fault(label + " has other dimensions than the configuration asks for");
  }
  return *tensor;
}

std::string_view ModelFile::text(std::string_view name) const { return need(name, kText, 0, 1).data; }

std::span<const int8_t> ModelFile::bytes(std::string_view name, size_t rows, size_t columns) const {
  const Tensor& tensor = need(name, kByte, rows, columns);
  return {reinterpret_cast<const int8_t*>(tensor.data.data()), tensor.data.size()};
}

std::span<const int32_t> ModelFile::integers(std::string_view name, size_t rows, size_t columns) const {
  const Tensor& tensor = need(name, kInteger, rows, columns);
  return {reinterpret_cast<const int32_t*>(tensor.data.data()), tensor.data.size() / sizeof(int32_t)};
}

std::span<const float> ModelFile::floats(std::string_view name, size_t size) const {
  const Tensor& tensor = need(name, kFloat, size, 1);
  const std::span<const float> values{reinterpret_cast<const float*>(tensor.data.data()), tensor.data.size() / sizeof(float)};
  // Far from overflow everywhere: no step of a net can make an infinity or a NaN out of these.
  for (const float value : values)
    if (!(std::fabs(value) <= 1e6f)) fault("tensor " + std::string(name) + " holds a number that is not finite or absurd");
  return values;
}

std::vector<std::string_view> ModelFile::lines(std::string_view name) const {
  std::vector<std::string_view> out;
  std::string_view rest = text(name);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    out.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (out.empty()) fault("tensor " + std::string(name) + " is empty");
  return out;
}

uint32_t ModelFile::rows(std::string_view name) const {
  const Tensor* tensor = find(name);
  if (tensor == nullptr) fault("tensor " + std::string(name) + " is missing");
  return tensor->size[0];
}

std::string_view ModelFile::setting(std::string_view key) const {
  for (const std::string_view line : lines("config"))
    if (line.size() > key.size() && line.starts_with(key) && line[key.size()] == '=') return line.substr(key.size() + 1);
  fault("the configuration has no " + std::string(key));
}

uint32_t ModelFile::number(std::string_view key, uint32_t least, uint32_t most) const {
  const std::string_view value = setting(key);
  uint32_t out = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
  if (error != std::errc() || end != value.data() + value.size() || out < least || out > most) {
    fault("the configuration says " + std::string(key) + "=" + std::string(value));
  }
  return out;
}

}  // namespace gesta
