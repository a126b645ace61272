// The top of the command line: help that begins with examples, version, the three kinds of wrong turned into exit codes.
#include "faces/cli.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

namespace gesta {

int run_cli(int argc, char** argv) {
  int exit_code = 0;
  CLI::App app{
      "Examples:\n"
      "  gesta code page.html                    events of one page, as a table\n"
      "  gesta code pages/ -o events.jsonl       a folder of pages, one JSON line an article\n"
      "  gesta code crawl.warc.gz -j 2 --rejects rejects.jsonl -f jsonl\n"
      "  curl -s URL | gesta code - --published 2026-03-01\n"
      "\n"
      "gesta reads news pages and writes down what was done: who did what to whom, when, where, according to whom,\n"
      "and whether it really happened. `gesta COMMAND --help` shows more.\n"};
  app.set_version_flag("--version", "gesta 0.1.0");
  app.require_subcommand(1);
  add_code_command(app, exit_code);
  add_look_up_commands(app, exit_code);
  add_eval_command(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "gesta: %s\n", error.what());
    return 2;
  }
  return exit_code;
}

}  // namespace gesta
