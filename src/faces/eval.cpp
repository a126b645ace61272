// gesta eval: figures on gold files. syntax reads CoNLL-U, pages a folder of marked pages (pages/eval.h).
#include "language/eval.h"

#include <CLI/CLI.hpp>
#include <cstdio>

#include "base/file.h"
#include "faces/cli.h"
#include "pages/eval.h"
#include "pipeline.h"

namespace gesta {

void add_eval_command(CLI::App& app, int&) {
  CLI::App* eval = app.add_subcommand("eval",
                                      "Examples:\n"
                                      "  gesta eval syntax en_ewt-ud-test.conllu      tags and trees on gold tokens and on raw text\n"
                                      "  gesta eval pages FOLDER                      article text, title, author and date of marked pages\n"
                                      "\n"
                                      "Prints figures on gold data.\n");
  eval->require_subcommand(1);
  auto path = std::make_shared<std::string>();

  CLI::App* syntax = eval->add_subcommand("syntax", "tags, lemmas and trees against CoNLL-U\n");
  syntax->add_option("conllu", *path, "gold file")->required();
  syntax->callback([path] {
    const auto gold = read_file(*path);
    if (!gold) throw SetupError(*path + ": cannot be read");
    const LanguageReader reader = LanguageReader::load(find_home() + "/models");
    std::printf("%s\n", evaluate_syntax(reader, *gold).c_str());
  });

  CLI::App* pages = eval->add_subcommand("pages", "article text, title, author and date against marked pages\n");
  auto options = std::make_shared<PagesEvalOptions>();
  pages->add_option("folder", *path, "holds gold.jsonl and pages/ID.html")->required();
  pages->add_option("--details", options->details, "write one line a page here");
  pages->add_option("--kind", options->kind, "only pages of this page_type");
  pages->callback([path, options] { std::printf("%s\n", describe(evaluate_pages(*path, *options)).c_str()); });
}

}  // namespace gesta
