// What the subcommands do; cli.cpp reads their options. They throw SetupError. Exit codes: 0 fine, 1 some inputs rejected, 2 usage or set-up.
#pragma once
#include <string>
#include <vector>

#include "pages/eval.h"
#include "pipeline.h"

namespace gesta {

struct CodeOptions {
  std::vector<std::string> inputs;
  std::string output, rejects, published, format, until = "events";
  unsigned threads = 1;
  EngineOptions engine;
};

int run_code(CodeOptions options);
// `event`: number in the page from 1, 0 for all.
int run_explain(const std::string& file, size_t event, const std::string& published);
int run_eval_syntax(const std::string& conllu);
// `details`: a file for one line an error, none when empty.
int run_eval_entities(const std::string& gold, const std::string& details);
int run_eval_coref(const std::vector<std::string>& gold, const std::string& details);
int run_eval_time(const std::string& folder);
int run_eval_events(const std::vector<std::string>& gold, const std::string& details, double confidence);
int run_eval_pages(const std::string& folder, const PagesEvalOptions& options);
int run_actors(const std::string& name, const std::string& on, const std::vector<std::string>& own_files);
int run_lexicon_check(const std::string& file);

}  // namespace gesta
