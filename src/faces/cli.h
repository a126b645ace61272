// The command line: one subcommand a file. Exit codes: 0 fine, 1 some inputs rejected, 2 usage or set-up.
#pragma once

namespace CLI {
class App;
}

namespace gesta {

int run_cli(int argc, char** argv);

// Each adds its subcommand and sets `exit_code` when it runs. They throw SetupError.
void add_code_command(CLI::App& app, int& exit_code);
void add_eval_command(CLI::App& app, int& exit_code);
void add_look_up_commands(CLI::App& app, int& exit_code);  // actors, lexicon

}  // namespace gesta
