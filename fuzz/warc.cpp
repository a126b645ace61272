// A WARC file, plain or packed.
#include "pages/warc.h"

#include <functional>

#include "pages/unpack.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::function<bool(gesta::Page&&)> page = [](gesta::Page&&) { return true; };
  const std::function<bool(gesta::Reject&&)> reject = [](gesta::Reject&&) { return true; };
  gesta::WarcReader reader("fuzz", 1u << 20, page, reject);
  if (!gesta::is_gzip(bytes) && !gesta::is_zstd(bytes)) return reader.whole(bytes), 0;
  gesta::unpack(
      bytes, [&](const gesta::Unpacked& part) { return reader.feed(part.bytes, part.offset); },
      [&](uint64_t, std::string) { return reader.abandon(), true; });
  reader.finish();
  return 0;
}
