// One line of JSON: neither the reader nor the finder of faults may fail.
#include "pages/jsonl.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  (void)gesta::json_fault(line);
  (void)gesta::read_json_line(line, "fuzz", 1, 0);
  return 0;
}
