// PETRARCH dictionaries as they are; see docs/formats.md.
#include "knowledge/tables.h"

namespace gesta {

void read_petrarch(const TextFile& file, Tables&, Faults& faults) { faults.add(file.name, 1, 1, "PETRARCH dictionaries are not read yet"); }

}  // namespace gesta
