// gzip (RFC 1952, member by member) and zstd (RFC 8878, frame by frame). A member of up to 16 MiB goes out in one piece (libdeflate), a longer one in
// pieces (zlib), so that memory stays bounded. Of a damaged member what stands before the damage goes out, then the damage is reported and the search
// goes on at the next magic number.
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
bool unpack(std::string_view packed, const std::function<bool(const Unpacked&)>& piece,
            const std::function<bool(uint64_t offset, std::string reason)>& damage);
// All of it, within `longest`; nullopt with the reason otherwise. Also zlib and raw deflate ("deflate" of HTTP) and Brotli ("br", RFC 7932).
std::optional<std::string> unpack_whole(std::string_view packed, std::string_view coding, uint64_t longest, std::string& reason);

}  // namespace gesta
