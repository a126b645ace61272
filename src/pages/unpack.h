// gzip (RFC 1952, member by member, libdeflate) and zstd (RFC 8878, frame by frame) with bounds. A damaged member is reported and the search goes on
// at the next magic number. libdeflate needs a member in one piece, so a member that grows past `longest` is refused: memory stays bounded.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gesta {

struct Unpacked {
  std::string_view bytes;  // valid until the next call
  uint64_t offset = 0;     // of the member in the packed input
};

bool is_gzip(std::string_view bytes);
bool is_zstd(std::string_view bytes);
// Hands each piece to `piece`, each damage to `damage`; both answer false to stop.
bool unpack(std::string_view packed, uint64_t longest, const std::function<bool(const Unpacked&)>& piece,
            const std::function<bool(uint64_t offset, std::string reason)>& damage);
// All of it, within `longest`; nullopt with the reason otherwise. Also zlib and raw deflate ("deflate" of HTTP).
std::optional<std::string> unpack_whole(std::string_view packed, std::string_view coding, uint64_t longest, std::string& reason);

}  // namespace gesta
