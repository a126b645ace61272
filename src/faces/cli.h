// The command line.
#pragma once

namespace gesta {

int run_cli(int argc, char** argv);

}  // namespace gesta
