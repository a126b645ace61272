// The whole house in one sentence: decode, extract, read, code, write.
#pragma once
#include <string>

#include "events/events.h"
#include "knowledge/knowledge.h"
#include "language/language.h"
#include "pages/pages.h"

namespace gesta {

struct EngineOptions {
  std::string home;  // the checkout or installation that holds data/ and models/
  Knowledge::Options knowledge;
};

// What was read of one page; the document's views point into `article->text`.
struct Reading {
  std::unique_ptr<Article> article;
  Document document;
  std::vector<Report> reports;
};

enum class Until { article, tokens, frames, events };

class Engine {
 public:
  static Engine load(const EngineOptions& options);  // SetupError before any input is read
  Result<Reading> read(const Page& page, Until until = Until::events) const;
  const Knowledge& knowledge() const { return knowledge_; }

 private:
  Engine(Knowledge knowledge, LanguageReader language, Coder coder);
  Knowledge knowledge_;
  LanguageReader language_;
  Coder coder_;
};

std::string to_json(const Reading& reading);  // one line of CONTRACT (docs/formats.md)

}  // namespace gesta
