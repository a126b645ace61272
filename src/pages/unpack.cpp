#include "pages/unpack.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace gesta {
namespace {

constexpr std::string_view kGzip("\x1f\x8b\x08", 3);
constexpr std::string_view kZstd("\x28\xb5\x2f\xfd", 4);
constexpr uint64_t kLongestPiece = 16u << 20;  // what grows longer goes out in pieces
constexpr uint64_t kFramePiece = 4u << 20;     // of a zstd frame, whose window takes up to 128 MiB

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

std::string limit_reason(uint64_t longest) { return "a packed body grows past " + std::to_string(longest >> 20) + " MiB"; }

using Piece = std::function<bool(const Unpacked&)>;
using Damage = std::function<bool(uint64_t, std::string)>;

enum class Streamed { good, damaged, stopped };

// A member that libdeflate cannot give in one piece, because it is long or damaged: what can be had of it, piece by piece. The last piece before a
// damage is not to be trusted and does not go out.
Streamed stream_member(std::string_view packed, uint64_t offset, const Piece& piece, size_t& used) {
  struct Stream : z_stream {
    Stream() : z_stream{} {}
    ~Stream() { inflateEnd(this); }
  } stream;
  if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::bad_alloc();
  std::string block(64u << 10, '\0'), held;
  for (used = 0;;) {
    const auto room = static_cast<uInt>(std::min<size_t>(packed.size() - used, 1u << 30));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + used)), stream.avail_in = room;
    stream.next_out = reinterpret_cast<Bytef*>(block.data()), stream.avail_out = static_cast<uInt>(block.size());
    const int result = inflate(&stream, Z_NO_FLUSH);
    const size_t got = block.size() - stream.avail_out, eaten = room - stream.avail_in;
    used += eaten;
    if (result < 0 || (result != Z_STREAM_END && got == 0 && eaten == 0)) return Streamed::damaged;
    if (!held.empty() && got > 0 && !piece({held, offset})) return Streamed::stopped;
    if (got > 0) held.assign(block, 0, got);
    if (result == Z_STREAM_END) return held.empty() || piece({held, offset}) ? Streamed::good : Streamed::stopped;
  }
}

bool unpack_gzip(std::string_view packed, const Piece& piece, const Damage& damage) {
  const Inflater inflater = make_inflater();
  Buffer buffer;
  for (size_t at = 0; at < packed.size();) {
    if (!packed.substr(at).starts_with(kGzip)) {
      if (zeros(packed.substr(at))) return true;
      if (!damage(at, "bytes that are no gzip member")) return false;
      at = packed.find(kGzip, at);
      continue;
    }
    const Member member = inflate_member(inflater.get(), packed.substr(at), buffer, kLongestPiece);
    if (member.outcome == Outcome::good) {
      if (!piece({{buffer.data(), member.out}, at})) return false;
      at += member.in;
      continue;
    }
    size_t used = 0;
    const Streamed streamed = stream_member(packed.substr(at), at, piece, used);
    if (streamed == Streamed::stopped) return false;
    if (streamed == Streamed::good) {
      at += used;
      continue;
    }
    const size_t next = packed.find(kGzip, at + 3);
    if (!damage(at, next == std::string_view::npos ? "a gzip member is damaged or cut off" : "a gzip member is damaged")) return false;
    at = next;
  }
  return true;
}

struct ZstdContext {
  ZstdContext() : context(ZSTD_createDCtx()) { ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, 27); }
  ~ZstdContext() { ZSTD_freeDCtx(context); }
  ZSTD_DCtx* context;
};

// One frame from `at`, in pieces when it is long; its length in the input goes to `used`.
Streamed inflate_frame(ZSTD_DCtx* context, std::string_view packed, uint64_t offset, const Piece& piece, size_t& used) {
  ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  std::string block(ZSTD_DStreamOutSize(), '\0'), out;
  for (;;) {
    ZSTD_outBuffer to{block.data(), block.size(), 0};
    const size_t before = in.pos;
    const size_t left = ZSTD_decompressStream(context, &to, &in);
    const bool broken = ZSTD_isError(left) || (in.pos == before && to.pos == 0 && left != 0);
    if (!broken) out.append(block.data(), to.pos);
    if ((left == 0 || broken || out.size() >= kFramePiece) && !out.empty()) {
      if (!piece({out, offset})) return Streamed::stopped;
      out.clear();
    }
    if (broken) return Streamed::damaged;
    used = in.pos;
    if (left == 0) return Streamed::good;
  }
}

// The dictionary of a .warc.zst: a skippable frame at the very start that holds it, as it is or as a frame (the Zstandard convention of the IIPC).
// False when there is one that cannot be used; bytes without the mark of a dictionary are tried as one, for what they are worth.
bool load_dictionary(ZSTD_DCtx* context, std::string_view packed) {
  constexpr std::string_view kDictionary("\x37\xa4\x30\xec", 4);
  if (!packed.starts_with(std::string_view("\x5d\x2a\x4d\x18", 4)) || packed.size() < 8) return true;
  uint32_t size = 0;
  std::memcpy(&size, packed.data() + 4, 4);
  std::string_view held = packed.substr(8, size);
  std::string plain;
  if (held.starts_with(kZstd)) {
    ZstdContext inner;
    size_t used = 0;
    const auto append = [&](const Unpacked& part) { return plain += part.bytes, plain.size() <= kLongestPiece; };
    if (inflate_frame(inner.context, held, 0, append, used) != Streamed::good) return false;
    held = plain;
  }
  return !ZSTD_isError(ZSTD_DCtx_loadDictionary(context, held.data(), held.size())) && held.starts_with(kDictionary);
}

bool unpack_zstd(std::string_view packed, const Piece& piece, const Damage& damage) {
  ZstdContext zstd;
  if (!load_dictionary(zstd.context, packed) && !damage(0, "the frame before the records holds no sound dictionary")) return false;
  for (size_t at = 0; at < packed.size();) {
    size_t used = 0;
    const Streamed outcome = inflate_frame(zstd.context, packed.substr(at), at, piece, used);
    if (outcome == Streamed::stopped) return false;
    if (outcome == Streamed::good) {
      at += used;
      continue;
    }
    if (!damage(at, "a zstd frame is damaged, cut off or needs a dictionary or window that is not given")) return false;
    at = packed.find(kZstd, at + 4);
  }
  return true;
}

// Piece by piece, so that what a few bytes may grow to is never asked for at once.
std::optional<std::string> unpack_brotli(std::string_view packed, uint64_t longest, std::string& reason) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr),
                                                                                           &BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  size_t left = packed.size();
  const auto* in = reinterpret_cast<const uint8_t*>(packed.data());
  std::string block(64u << 10, '\0'), out;
  for (;;) {
    size_t room = block.size();
    auto* to = reinterpret_cast<uint8_t*>(block.data());
    const auto result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &to, nullptr);
    out.append(block, 0, block.size() - room);
    if (out.size() > longest) return reason = limit_reason(longest), std::nullopt;
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return reason = "the Brotli stream is damaged or cut off", std::nullopt;
  }
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with(kGzip); }

bool is_zstd(std::string_view bytes) {
  if (bytes.size() < 4) return false;
  uint32_t magic;
  std::memcpy(&magic, bytes.data(), 4);
  return bytes.starts_with(kZstd) || (magic & 0xFFFFFFF0u) == 0x184D2A50u;
}

bool unpack(std::string_view packed, const Piece& piece, const Damage& damage) {
  return is_zstd(packed) ? unpack_zstd(packed, piece, damage) : unpack_gzip(packed, piece, damage);
}

std::optional<std::string> unpack_whole(std::string_view packed, std::string_view coding, uint64_t longest, std::string& reason) {
  if (coding == "br") return unpack_brotli(packed, longest, reason);
  std::string out;
  const auto append = [&](const Unpacked& piece) {
    if (out.size() + piece.bytes.size() > longest) return reason = limit_reason(longest), false;
    out += piece.bytes;
    return true;
  };
  const auto fail = [&](uint64_t, std::string why) { return reason = std::move(why), false; };
  if (is_gzip(packed) || is_zstd(packed)) {
    if (unpack(packed, append, fail)) return out;
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
