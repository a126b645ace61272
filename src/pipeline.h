// The whole house in one sentence: decode, extract, read, code, write.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "events/events.h"
#include "events/kind.h"
#include "knowledge/knowledge.h"
#include "language/language.h"
#include "pages/pages.h"

namespace gesta {

struct EngineOptions {
  std::string home;              // the folder that holds data/, models/ and build/data/ (see find_home)
  Knowledge::Options knowledge;  // the user's own files; the built-in folder is filled in from `home`
  double confidence = 0;         // events less sure are left out
};

// What was read of one page; views point into `article`, which stays where it is, or into its text with paragraphs in capitals put in usual case.
struct Reading {
  std::unique_ptr<Article> article;
  std::unique_ptr<const std::string> usual_case;  // none where nothing is shouted
  TextKinds kinds;                                // of text and paragraphs
  Document document;
  std::vector<Report> reports;
};

enum class Until { article, tokens, events, reasons };  // the last: events with what spoke for them

// Knowledge and models, loaded once and const; one engine serves many threads.
class Engine {
 public:
  static Engine load(const EngineOptions& options);  // SetupError before any input is read
  Result<Reading> read(const Page& page, Until until = Until::events) const;
  const Knowledge& knowledge() const { return *knowledge_; }
  const LanguageReader& language() const { return language_; }
  const Coder& coder() const { return coder_; }

 private:
  Engine(std::unique_ptr<const Knowledge> knowledge, LanguageReader language, Coder coder, double confidence);
  std::unique_ptr<const Knowledge> knowledge_;  // on the heap: the coder keeps a reference to it
  LanguageReader language_;
  Coder coder_;
  double confidence_;
};

std::vector<ParagraphMark> marks_of(const Article& article);  // as the reader of language takes its paragraphs

// Environment variable GESTA_HOME, else the nearest folder above the executable that holds data/ontology.txt. SetupError when there is none.
std::string find_home();

std::string to_json(const Reading& reading);  // one line, docs/formats.md

}  // namespace gesta
