// The container GESTAMDL (training/EXPORT.md): named tensors, little endian, memory-mapped. Opening checks magic, version, size, hash
// and that every entry of the directory lies inside the file, aligned, with the bytes its dimensions ask for; any fault is a SetupError that
// names the file and the fault, so that nothing later has to look again.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace gesta {

class ModelFile {
 public:
  static ModelFile open(const std::string& path);
  static ModelFile from_bytes(const std::string& path, std::string_view bytes);  // not owned: the bytes outlive the file

  std::string_view text(std::string_view name) const;
  // A missing tensor, another type or other dimensions are a SetupError. A dimension of 0 is any.
  std::span<const int8_t> bytes(std::string_view name, size_t rows, size_t columns) const;
  std::span<const int32_t> integers(std::string_view name, size_t rows, size_t columns) const;
  std::span<const float> floats(std::string_view name, size_t size) const;
  std::vector<std::string_view> lines(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }
  uint32_t rows(std::string_view name) const;

  // Of tensor `config`: lines "key=value".
  std::string_view setting(std::string_view key) const;
  uint32_t number(std::string_view key, uint32_t least, uint32_t most) const;

  [[noreturn]] void fault(const std::string& what) const;
  const std::string& path() const { return path_; }

 private:
  struct Tensor {
    std::string_view name;
    uint32_t type = 0, dimensions = 0;
    uint32_t size[4] = {};
    std::string_view data;
  };
  void read(std::string_view bytes);
  Tensor entry(std::string_view bytes, size_t at) const;
  const Tensor* find(std::string_view name) const;
  const Tensor& need(std::string_view name, uint32_t type, size_t rows, size_t columns) const;

  std::string path_;
  MappedFile mapped_;
  std::vector<Tensor> tensors_;  // by name
};

}  // namespace gesta
