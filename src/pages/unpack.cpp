#include "pages/unpack.h"

#include <libdeflate.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace gesta {
namespace {

constexpr std::string_view kGzip("\x1f\x8b\x08", 3);
constexpr std::string_view kZstd("\x28\xb5\x2f\xfd", 4);

using Inflater = std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;
Inflater make_inflater() { return {libdeflate_alloc_decompressor(), &libdeflate_free_decompressor}; }

// A buffer that is not cleared when it grows.
class Buffer {
 public:
  void reserve(size_t size) {
    if (size <= size_) return;
    data_.reset(static_cast<char*>(::operator new(size)));
    size_ = size;
  }
  char* data() const { return data_.get(); }
  size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(char* p) const { ::operator delete(p); }
  };
  std::unique_ptr<char, Free> data_;
  size_t size_ = 0;
};

enum class Outcome { good, damaged, too_long };

struct Member {
  Outcome outcome = Outcome::damaged;
  size_t in = 0, out = 0;
};

Member inflate_member(libdeflate_decompressor* inflater, std::string_view packed, Buffer& buffer, uint64_t longest) {
  buffer.reserve(std::min<uint64_t>(longest, 256u << 10));
  for (;;) {
    Member member;
    const auto result = libdeflate_gzip_decompress_ex(inflater, packed.data(), packed.size(), buffer.data(), buffer.size(), &member.in, &member.out);
    if (result == LIBDEFLATE_SUCCESS) return member.outcome = Outcome::good, member;
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return member;
    if (buffer.size() >= longest) return member.outcome = Outcome::too_long, member;
    buffer.reserve(std::min<uint64_t>(longest, buffer.size() * 4));
  }
}

bool zeros(std::string_view bytes) { return bytes.find_first_not_of('\0') == std::string_view::npos; }

std::string limit_reason(uint64_t longest) { return "a packed member grows past " + std::to_string(longest >> 20) + " MiB"; }

using Piece = std::function<bool(const Unpacked&)>;
using Damage = std::function<bool(uint64_t, std::string)>;

bool unpack_gzip(std::string_view packed, uint64_t longest, const Piece& piece, const Damage& damage) {
  const Inflater inflater = make_inflater();
  Buffer buffer;
  for (size_t at = 0; at < packed.size();) {
    if (!packed.substr(at).starts_with(kGzip)) {
      if (zeros(packed.substr(at))) return true;
      if (!damage(at, "bytes that are no gzip member")) return false;
      at = packed.find(kGzip, at);
      continue;
    }
    const Member member = inflate_member(inflater.get(), packed.substr(at), buffer, longest);
    if (member.outcome == Outcome::good) {
      if (!piece({{buffer.data(), member.out}, at})) return false;
      at += member.in;
      continue;
    }
    const size_t next = packed.find(kGzip, at + 3);
    const bool cut = next == std::string_view::npos;
    if (!damage(at, member.outcome == Outcome::too_long ? limit_reason(longest)
                    : cut                               ? "a gzip member is damaged or cut off"
                                                        : "a gzip member is damaged"))
      return false;
    at = next;
  }
  return true;
}

struct ZstdContext {
  ZstdContext() : context(ZSTD_createDCtx()) { ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27); }
  ~ZstdContext() { ZSTD_freeDCtx(context); }
  ZSTD_DCtx* context;
};

// One frame from `at`; its length in the input goes to `used`.
Outcome inflate_frame(ZSTD_DCtx* context, std::string_view packed, std::string& out, uint64_t longest, size_t& used) {
  ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  std::string block(ZSTD_DStreamOutSize(), '\0');
  out.clear();
  for (;;) {
    ZSTD_outBuffer to{block.data(), block.size(), 0};
    const size_t before = in.pos;
    const size_t left = ZSTD_decompressStream(context, &to, &in);
    if (ZSTD_isError(left)) return Outcome::damaged;
    if (out.size() + to.pos > longest) return Outcome::too_long;
    out.append(block.data(), to.pos);
    used = in.pos;
    if (left == 0) return Outcome::good;
    if (in.pos == before && to.pos == 0) return Outcome::damaged;
  }
}

bool unpack_zstd(std::string_view packed, uint64_t longest, const Piece& piece, const Damage& damage) {
  ZstdContext zstd;
  std::string out;
  for (size_t at = 0; at < packed.size();) {
    size_t used = 0;
    const Outcome outcome = inflate_frame(zstd.context, packed.substr(at), out, longest, used);
    if (outcome == Outcome::good) {
      if (!out.empty() && !piece({out, at})) return false;
      at += used;
      continue;
    }
    if (!damage(at, outcome == Outcome::too_long ? limit_reason(longest)
                                                 : "a zstd frame is damaged, cut off or needs a dictionary or window that is not given"))
      return false;
    at = packed.find(kZstd, at + 4);
  }
  return true;
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with(kGzip); }

bool is_zstd(std::string_view bytes) {
  if (bytes.size() < 4) return false;
  uint32_t magic;
  std::memcpy(&magic, bytes.data(), 4);
  return bytes.starts_with(kZstd) || (magic & 0xFFFFFFF0u) == 0x184D2A50u;
}

bool unpack(std::string_view packed, uint64_t longest, const Piece& piece, const Damage& damage) {
  return is_zstd(packed) ? unpack_zstd(packed, longest, piece, damage) : unpack_gzip(packed, longest, piece, damage);
}

std::optional<std::string> unpack_whole(std::string_view packed, std::string_view coding, uint64_t longest, std::string& reason) {
  std::string out;
  const auto append = [&](const Unpacked& piece) {
    if (out.size() + piece.bytes.size() > longest) return reason = limit_reason(longest), false;
    out += piece.bytes;
    return true;
  };
  const auto fail = [&](uint64_t, std::string why) { return reason = std::move(why), false; };
  if (is_gzip(packed) || is_zstd(packed)) {
    if (unpack(packed, longest, append, fail)) return out;
    return std::nullopt;
  }
  if (coding != "deflate") return reason = "the bytes are not " + std::string(coding), std::nullopt;
  const Inflater inflater = make_inflater();
  for (size_t room = 256u << 10;; room = std::min<uint64_t>(room * 4, longest)) {
    out.resize(std::min<uint64_t>(room, longest));
    size_t size = 0;
    auto result = libdeflate_zlib_decompress(inflater.get(), packed.data(), packed.size(), out.data(), out.size(), &size);
    if (result == LIBDEFLATE_BAD_DATA)
      result = libdeflate_deflate_decompress(inflater.get(), packed.data(), packed.size(), out.data(), out.size(), &size);
    if (result == LIBDEFLATE_SUCCESS) return out.resize(size), out;
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return reason = "the deflate stream is damaged", std::nullopt;
    if (out.size() >= longest) return reason = limit_reason(longest), std::nullopt;
  }
}

}  // namespace gesta
