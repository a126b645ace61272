// A dictionary of PETRARCH, whatever its kind: bad lines are faults, nothing else.
#include "knowledge/tables.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  gesta::Tables tables;
  gesta::Faults faults;
  tables.files.emplace_back(reinterpret_cast<const char*>(data), size);
  gesta::read_petrarch({"fuzz", tables.files.back()}, tables, faults);
  return 0;
}
