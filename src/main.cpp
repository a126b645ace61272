// The executable: the command line of src/faces.
#include "faces/cli.h"

int main(int argc, char** argv) { return gesta::run_cli(argc, argv); }
