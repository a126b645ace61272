// gesta eval: figures on gold files. syntax reads CoNLL-U, pages a folder of marked pages (pages/eval.h), time a folder of TimeML
// files (events/times_eval.h).
#include "language/eval.h"

#include <cstdio>

#include "base/file.h"
#include "events/times_eval.h"
#include "faces/commands.h"

namespace gesta {

int run_eval_syntax(const std::string& conllu) {
  const auto gold = read_file(conllu);
  if (!gold) throw SetupError(conllu + ": cannot be read");
  const LanguageReader reader = LanguageReader::load(find_home() + "/models");
  std::printf("%s\n", evaluate_syntax(reader, *gold).c_str());
  return 0;
}

int run_eval_time(const std::string& folder) {
  const LanguageReader reader = LanguageReader::load(find_home() + "/models");
  std::printf("%s\n", evaluate_times(reader, folder).c_str());
  return 0;
}

int run_eval_pages(const std::string& folder, const PagesEvalOptions& options) {
  std::printf("%s\n", describe(evaluate_pages(folder, options)).c_str());
  return 0;
}

}  // namespace gesta
