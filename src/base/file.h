// Files as bytes: mapped read only, or read whole. A path that cannot be opened is a SetupError when the caller says the file is part of
// the set-up (map_setup_file) and an empty optional otherwise.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gesta {

class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();
  static std::optional<MappedFile> open(const std::string& path);
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

MappedFile map_setup_file(const std::string& path);
std::optional<std::string> read_file(const std::string& path);

}  // namespace gesta
