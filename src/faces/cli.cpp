// All options of all commands, and the kinds of wrong turned into exit codes. The only file that sees CLI11, which is slow to compile.
#include "faces/cli.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <thread>

#include "faces/commands.h"

namespace gesta {
namespace {

// In a list of commands each has one line: the first sentence of its help that is no example.
class OneLineEach : public CLI::Formatter {
  std::string make_subcommand(const CLI::App* command) const override {
    std::string does = command->get_description();
    if (does.starts_with("Examples:")) does.erase(0, does.find("\n\n") + 2);
    does.resize(std::min({does.find('\n'), does.find(". "), does.find(": "), does.find(".\n"), does.size()}));
    std::stringstream out;
    CLI::detail::format_help(out, command->get_display_name(true), does, get_column_width());
    return out.str();
  }
};

void add_code_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<CodeOptions>();
  options->threads = std::max(1u, std::thread::hardware_concurrency());
  CLI::App* code = app.add_subcommand("code",
                                      "Examples:\n"
                                      "  gesta code page.html                              events of one page\n"
                                      "  gesta code saved.txt --published 2016-12-03       a page saved as text, with its date\n"
                                      "  gesta code pages/ crawl.warc.gz -o events.jsonl --rejects rejects.jsonl\n"
                                      "  gesta code articles.jsonl -f jsonl -j 2           fields id, text or html, published, url, site, title\n"
                                      "  gesta code page.html --until tokens               half way: article, tokens (CoNLL-U), frames\n"
                                      "  gesta code page.html --petrarch my-actors.txt --petrarch my-verbs.txt\n"
                                      "\n"
                                      "Reads pages and writes the events they tell of, one JSON line an article, or a table for people.\n"
                                      "Exit code: 0 all coded, 1 some inputs rejected, 2 usage or set-up.\n");
  code->add_option("input", options->inputs, "HTML, .txt, .jsonl, .warc (each also .gz), folders, or - for standard input")->required();
  code->add_option("-o,--output", options->output, "write here instead of standard output");
  code->add_option("-f,--format", options->format, "jsonl, or table for people (default on a terminal)")->check(CLI::IsMember({"jsonl", "table"}));
  code->add_option("--published", options->published, "publication date of pages that bring none of their own with the input, YYYY-MM-DD");
  code->add_option("--until", options->until, "stop half way and print that")->check(CLI::IsMember({"article", "tokens", "frames", "events"}));
  code->add_option("--rejects", options->rejects, "write what could not be coded here, with reason and offset (default: standard error)");
  code->add_option("-j,--threads", options->threads, "pages worked on at once; the output is the same for every number")->check(CLI::Range(1u, 256u));
  code->add_option("--confidence", options->engine.confidence, "leave out events less sure than this (docs/formats.md)")->check(CLI::Range(0.0, 1.0));
  code->add_option("--lexicon", options->engine.knowledge.lexicons, "your own lexicon files; their senses are tried before the built-in ones");
  code->add_option("--actors", options->engine.knowledge.actors, "your own actor files");
  code->add_option("--petrarch", options->engine.knowledge.petrarch,
                   "dictionaries of TABARI, PETRARCH, PETRARCH2: actors, agents, discards, issues, verb patterns;\n"
                   "what a pattern codes takes the place of what the built-in lexicon says of the same verb");
  code->add_flag("--strict,!--lenient", options->engine.knowledge.strict,
                 "stop at a broken line of your own files (default), or list it and load the rest");
  code->callback([options, &exit_code] { exit_code = run_code(*options); });
}

void add_explain_command(CLI::App& app, int& exit_code) {
  auto file = std::make_shared<std::string>();
  auto published = std::make_shared<std::string>();
  auto event = std::make_shared<size_t>(0);
  CLI::App* explain =
      app.add_subcommand("explain",
                         "Examples:\n"
                         "  gesta explain page.html --event 3\n"
                         "\n"
                         "Shows why an event was coded: its sentence with frames and tree, the parties, the entry of the lexicon, the row of the\n"
                         "table, and what the other fields were read from.\n");
  explain->add_option("file", *file, "a page")->required();
  explain->add_option("--event", *event, "number of the event in the page, from 1 (default: all)");
  explain->add_option("--published", *published, "publication date, YYYY-MM-DD");
  explain->callback([=, &exit_code] { exit_code = run_explain(*file, *event, *published); });
}

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
  actors->callback([=, &exit_code] { exit_code = run_actors(*name, *on, *own); });

  auto file = std::make_shared<std::string>();
  CLI::App* lexicon = app.add_subcommand("lexicon", "checks lexicon, actor and other text files\n");
  lexicon->require_subcommand(1);
  CLI::App* check = lexicon->add_subcommand("check",
                                            "Examples:\n"
                                            "  gesta lexicon check my-verbs.txt\n"
                                            "  gesta lexicon check CAMEO.2.0.txt          verb patterns of TABARI, PETRARCH, PETRARCH2\n"
                                            "\n"
                                            "Lists the broken lines of a file as file:line:column: reason and what to do, then what it holds.\n"
                                            "Exit code 1 when a line is broken.\n");
  check->add_option("file", *file, "lexicon, actors, agents, classes, ontology or a PETRARCH dictionary")->required();
  check->callback([file, &exit_code] { exit_code = run_lexicon_check(*file); });
}

void add_eval_command(CLI::App& app, int& exit_code) {
  CLI::App* eval = app.add_subcommand("eval",
                                      "Examples:\n"
                                      "  gesta eval syntax en_ewt-ud-test.conllu      tags and trees on gold tokens and on raw text\n"
                                      "  gesta eval entities en_ewt-dev.bio           names against BIO tags\n"
                                      "  gesta eval coref GUM_news_*.conll            chains against OntoGUM\n"
                                      "  gesta eval time FOLDER                       time expressions and their values against TimeML files\n"
                                      "  gesta eval events corpus/dev.jsonl           coded events against annotated texts\n"
                                      "  gesta eval pages FOLDER                      article text, title, author and date of marked pages\n"
                                      "\n"
                                      "Prints figures on gold data.\n");
  eval->require_subcommand(1);
  auto path = std::make_shared<std::string>();

  CLI::App* syntax = eval->add_subcommand("syntax", "tags, lemmas and trees against CoNLL-U\n");
  syntax->add_option("conllu", *path, "gold file")->required();
  syntax->callback([path, &exit_code] { exit_code = run_eval_syntax(*path); });

  const auto details = std::make_shared<std::string>();
  CLI::App* entities = eval->add_subcommand("entities",
                                            "names of persons, organisations and places against BIO tags\n\n"
                                            "Examples:\n"
                                            "  gesta eval entities en_ewt-dev.bio --details errors.tsv\n"
                                            "\n"
                                            "Lines token<TAB>B-PER, an empty line behind each sentence, -DOCSTART- before each text (without: each\n"
                                            "sentence is a text). Kinds PER, ORG, LOC, MISC or those of CrossNER politics. Exact span and kind.\n");
  entities->add_option("bio", *path, "gold file")->required();
  entities->add_option("--details", *details, "write one line an error here");
  entities->callback([path, details, &exit_code] { exit_code = run_eval_entities(*path, *details); });

  CLI::App* coref =
      eval->add_subcommand("coref",
                           "chains against OntoGUM: MUC, B-cubed, CEAF-e and their average\n\n"
                           "Examples:\n"
                           "  gesta eval coref ontogum/GUM_news_*.conll --details chains.tsv\n"
                           "\n"
                           "The text is rebuilt from the tokens and read as any other. Chains of one mention are left\n"
                           "out. Lines number<TAB>token<TAB>chains as (3, 3) or (3) between \"# begin document\" and \"# end document\".\n");
  const auto chains = std::make_shared<std::vector<std::string>>();
  coref->add_option("conll", *chains, "gold files")->required();
  coref->add_option("--details", *details, "write the chains here");
  coref->callback([chains, details, &exit_code] { exit_code = run_eval_coref(*chains, *details); });

  CLI::App* time = eval->add_subcommand("time", "time expressions and their values against TimeML files\n");
  const auto marked = std::make_shared<std::string>();
  time->add_option("folder", *marked, "folder of .tml files")->required();
  time->callback([marked, &exit_code] { exit_code = run_eval_time(*marked); });

  CLI::App* events = eval->add_subcommand(
      "events",
      "coded events against annotated texts, and pins of a map\n\n"
      "Examples:\n"
      "  gesta eval events corpus/dev.jsonl --details dev.tsv\n"
      "  gesta eval events corpus/pins.jsonl\n"
      "\n"
      "One JSON line a text: id, published, site, text, and events or pins (corpus/README.md). Gold and coded events are paired\n"
      "one to one. type: the pair has one type; triple: and the same countries on both sides; actors: and the same sectors.\n"
      "cameo, root, status, said_by: share of pairs; when, where, counts: of pairs whose gold or report tells them.\n"
      "pins: attacks and protests that happened or go on, with a place, undated or of the last 14 days: same type and country,\n"
      "and a name of the gold within the name or around it.\n");
  const auto texts = std::make_shared<std::vector<std::string>>();
  events->add_option("jsonl", *texts, "gold files")->required();
  events->add_option("--details", *details, "write one line an event here: =, - missed, + coded besides, and the fields that are wrong");
  const auto confidence = std::make_shared<double>(0);
  events->add_option("--confidence", *confidence, "leave out events less sure than this")->check(CLI::Range(0.0, 1.0));
  events->callback([texts, details, confidence, &exit_code] { exit_code = run_eval_events(*texts, *details, *confidence); });

  CLI::App* pages = eval->add_subcommand(
      "pages",
      "article text, title, author and date against marked pages\n\n"
      "text: 4-word shingles, mean precision and recall over pages; segments: wanted ones in the text, unwanted ones not, as written.\n"
      "date: the gold's day; where the gold is a date-time, also the same instant, or the day that begins at it in some\n"
      "zone. \"or modified\": the gold's day is that of publication or of the last change.\n"
      "title: the same letters and digits, without case and accents.\n"
      "authors: the same set of words of names in any order, without \"and\", \"by\", \"Dr\", \"PhD\"; no name more, none less.\n");
  auto options = std::make_shared<PagesEvalOptions>();
  pages->add_option("folder", *path, "holds gold.jsonl and pages/ID.html")->required();
  pages->add_option("--details", options->details, "write one line a page here");
  pages->add_option("--kind", options->kind, "only pages of this page_type");
  pages->callback([path, options, &exit_code] { exit_code = run_eval_pages(*path, *options); });
}

}  // namespace

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
  app.formatter(std::make_shared<OneLineEach>());
  add_code_command(app, exit_code);
  add_explain_command(app, exit_code);
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
