#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <utility>

#include "base/result.h"

namespace gesta {

MappedFile::MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (size_ > 0) munmap(const_cast<char*>(data_), size_);
}

std::optional<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  struct stat status{};
  MappedFile mapped;
  bool good = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  if (good && status.st_size > 0) {
    void* data = mmap(nullptr, static_cast<size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
    good = data != MAP_FAILED;
    if (good) mapped.data_ = static_cast<const char*>(data), mapped.size_ = static_cast<size_t>(status.st_size);
  }
  close(file);
  if (!good) return std::nullopt;
  return mapped;
}

MappedFile map_setup_file(const std::string& path) {
  auto mapped = MappedFile::open(path);
  if (!mapped) throw SetupError(path + ": cannot be read; run scripts/setup, or point GESTA_HOME at a complete checkout");
  return std::move(*mapped);
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::ostringstream bytes;
  if (stream.peek() != std::ifstream::traits_type::eof()) bytes << stream.rdbuf();
  if (stream.bad() || bytes.bad()) return std::nullopt;
  return std::move(bytes).str();
}

}  // namespace gesta
