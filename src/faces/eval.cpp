// gesta eval: figures on gold files, printed as one line each.
#include <CLI/CLI.hpp>

#include "faces/cli.h"

namespace gesta {

void add_eval_command(CLI::App&, int&) {}

}  // namespace gesta
