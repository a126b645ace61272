// gesta actors, gesta lexicon: what the knowledge says about a name or a file.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/date.h"
#include "faces/cli.h"
#include "knowledge/report.h"
#include "pipeline.h"

namespace gesta {
namespace {

Knowledge load_knowledge(const std::vector<std::string>& actors) {
  Knowledge::Options options;
  options.folder = find_home() + "/data";
  options.actors = actors;
  return Knowledge::load(options);
}

}  // namespace

void add_look_up_commands(CLI::App& app, int& exit_code) {
  auto name = std::make_shared<std::string>();
  auto on = std::make_shared<std::string>();
  auto own = std::make_shared<std::vector<std::string>>();
  CLI::App* actors = app.add_subcommand("actors",
                                        "Examples:\n"
                                        "  gesta actors \"Angela Merkel\" --on 2015-06-01\n"
                                        "  gesta actors Kremlin\n"
                                        "\n"
                                        "Shows what a name stands for on a day, with the line of the file that says so.\n");
  actors->add_option("name", *name, "a name as the text has it")->required();
  actors->add_option("--on", *on, "day, YYYY-MM-DD (default: the latest role)");
  actors->add_option("--actors", *own, "your own actor files");
  actors->callback([=] {
    const auto day = parse_iso_date(*on);
    if (!on->empty() && !day) throw SetupError("--on " + *on + ": not a date; write it as YYYY-MM-DD");
    std::printf("%s\n", describe_actor(load_knowledge(*own), *name, day).c_str());
  });

  auto file = std::make_shared<std::string>();
  CLI::App* lexicon = app.add_subcommand("lexicon", "checks lexicon, actor and other text files\n");
  lexicon->require_subcommand(1);
  CLI::App* check = lexicon->add_subcommand("check",
                                            "Examples:\n"
                                            "  gesta lexicon check my-verbs.txt\n"
                                            "\n"
                                            "Lists the broken lines of a file as file:line:column: reason. Exit code 1 when there are any.\n");
  check->add_option("file", *file, "lexicon, actors, agents, classes, ontology or a PETRARCH dictionary")->required();
  check->callback([file, &exit_code] {
    const Check result = check_lexicon(load_knowledge({}), *file);
    std::printf("%s\n", result.text.c_str());
    exit_code = result.faults > 0 ? 1 : 0;
  });
}

}  // namespace gesta
