// gesta actors, gesta lexicon: what the knowledge says about a name or a file.
#include <cstdio>

#include "base/date.h"
#include "faces/commands.h"
#include "knowledge/report.h"

namespace gesta {
namespace {

Knowledge load_knowledge(const std::vector<std::string>& actors) {
  Knowledge::Options options;
  options.folder = find_home() + "/data";
  options.actors = actors;
  return Knowledge::load(options);
}

}  // namespace

int run_actors(const std::string& name, const std::string& on, const std::vector<std::string>& own_files) {
  const auto day = parse_iso_date(on);
  if (!on.empty() && !day) throw SetupError("--on " + on + ": not a date; write it as YYYY-MM-DD");
  std::printf("%s\n", describe_actor(load_knowledge(own_files), name, day).c_str());
  return 0;
}

int run_lexicon_check(const std::string& file) {
  const Check result = check_lexicon(load_knowledge({}), file);
  std::printf("%s\n", result.text.c_str());
  return result.faults > 0 ? 1 : 0;
}

}  // namespace gesta
