// WARC 1.0 and 1.1 (ISO 28500), fed piece by piece: response, resource and conversion records with pages go out; the other kinds are
// passed over, also revisits, whose page stands in the record they refer to. A record whose header or length does not fit is reported, and reading
// goes on at the next line that starts with "WARC/1.".
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pages/pages.h"

namespace gesta {

class WarcReader {
 public:
  using OnPage = std::function<bool(Page&&)>;
  using OnReject = std::function<bool(Reject&&)>;
  WarcReader(std::string input, uint64_t longest, const OnPage& page, const OnReject& reject)
      : input_(std::move(input)), longest_(longest), page_(page), reject_(reject) {}
  bool feed(std::string_view bytes, uint64_t offset);  // offset of the piece in the input; false when a callback said stop
  bool finish();
  void abandon();                      // what was fed breaks off here: a record that is not whole is dropped without a word
  bool whole(std::string_view bytes);  // an unpacked file, read in place

 private:
  size_t take(std::string_view bytes, uint64_t offset, bool last, bool packed);
  bool record(std::string_view head, std::string_view content, uint64_t offset);
  bool response(Page& page, std::string_view content);
  void too_long(std::string_view head, std::string_view begin, uint64_t offset);
  std::string long_reason() const { return "the page is longer than " + std::to_string(longest_ >> 20) + " MiB"; }
  bool bad(uint64_t offset, std::string reason);
  bool odd(uint64_t offset, std::string reason);
  size_t lose(std::string_view bytes, size_t from, uint64_t offset, std::string reason);

  std::string input_;
  uint64_t longest_;
  const OnPage& page_;
  const OnReject& reject_;
  std::string pending_;  // a record that goes on in the next piece
  uint64_t pending_offset_ = 0;
  uint64_t skip_ = 0;  // bytes of a record that is too long and still to come
  bool lost_ = false;  // in bytes that are no record and were reported
  bool going_ = true;
};

}  // namespace gesta
