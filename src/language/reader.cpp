// The room's verb: text to tokens, sentences, trees and mentions. Sentences are parsed in batches, so that the weights are read once for
// many words; everything that changes lives in a Scratch taken from a pool, so one reader serves many threads.
#include <algorithm>
#include <filesystem>
#include <optional>

#include "language/children.h"
#include "language/feats.h"
#include "language/language.h"
#include "language/lemmas.h"
#include "language/mentions.h"
#include "language/parser.h"
#include "language/pool.h"
#include "language/tagger.h"
#include "language/tokenizer.h"

namespace gesta {
namespace {

constexpr size_t kBatch = 192;       // tokens of a batch, unless one sentence has more
constexpr size_t kLemmaGrowth = 12;  // a lemma is at most this much longer than its form ("'d" would)

}  // namespace

struct LanguageReader::Models {
  WordVectors words;
  Parser parser;
  Lemmas lemmas;
  std::optional<Tagger> entities;
  mutable ScratchPool pool, entity_pool;

  explicit Models(const std::string& folder)
      : words(WordVectors::load(folder + "/words.gmdl")),
        parser(words, ModelFile::open(folder + "/english.gmdl")),
        lemmas(Lemmas::load(folder + "/lemmas.txt")) {
    const std::string path = folder + "/entities.gmdl";
    if (std::filesystem::exists(path)) entities.emplace(words, ModelFile::open(path));
  }

  void run(Batch& batch, const std::vector<uint32_t>& first, Scratch& scratch, std::vector<Parser::Answer>& answers, Document& document) const;
  void parse(Document& document, Scratch& scratch) const;
  void lemmatise(Document& document) const;
  std::vector<std::string_view> entity_labels(const Document& document) const;
};

LanguageReader::LanguageReader(LanguageReader&&) noexcept = default;
LanguageReader& LanguageReader::operator=(LanguageReader&&) noexcept = default;
LanguageReader::~LanguageReader() = default;
LanguageReader::LanguageReader(std::unique_ptr<const Models> models) : models_(std::move(models)) {}

LanguageReader LanguageReader::load(const std::string& models_folder) { return LanguageReader(std::make_unique<const Models>(models_folder)); }

// Runs the batch and writes the answers; `first`: the document's token at the start of each sentence of the batch.
void LanguageReader::Models::run(Batch& batch, const std::vector<uint32_t>& first, Scratch& scratch, std::vector<Parser::Answer>& answers,
                                 Document& document) const {
  parser.run(batch, scratch, answers);
  for (size_t k = 0; k < first.size(); ++k) {
    for (size_t i = batch.starts[k]; i < batch.starts[k + 1]; ++i) {
      Token& token = document.tokens[first[k] + i - batch.starts[k]];
      token.upos = answers[i].upos;
      token.xpos = penn_tag(answers[i].xpos);
      token.deprel = answers[i].deprel;
      token.head = answers[i].head == 0 ? kNone : first[k] + answers[i].head - 1;
    }
  }
}

void LanguageReader::Models::parse(Document& document, Scratch& scratch) const {
  Batch batch;
  std::vector<uint32_t> first;
  std::vector<Parser::Answer> answers;
  const auto flush = [&] {
    if (first.empty()) return;
    run(batch, first, scratch, answers, document);
    first.clear(), batch.forms.clear(), batch.starts.clear();
  };
  for (const Sentence& sentence : document.sentences) {
    if (!sentence.parsed) continue;
    // Gold sentences may be longer than the splitter makes them: cut, each piece a tree of its own.
    for (uint32_t at = sentence.first; at < sentence.last; at += kLongestSentence) {
      const uint32_t end = std::min(sentence.last, at + kLongestSentence);
      if (batch.starts.empty()) batch.starts.push_back(0);
      for (uint32_t i = at; i < end; ++i) batch.forms.push_back(document.tokens[i].form);
      batch.starts.push_back(batch.forms.size());
      first.push_back(at);
      if (batch.forms.size() >= kBatch) flush();
    }
  }
  flush();
}

void LanguageReader::Models::lemmatise(Document& document) const {
  size_t most = 0;
  for (const Token& token : document.tokens) most += token.form.size() * 2 + kLemmaGrowth;
  std::string lemmas_text;
  lemmas_text.reserve(most);
  std::vector<uint32_t> begin;
  begin.reserve(document.tokens.size() + 1);
  for (const Token& token : document.tokens) {
    begin.push_back(static_cast<uint32_t>(lemmas_text.size()));
    lemmas.append(token.form, token.xpos, lemmas_text);
  }
  begin.push_back(static_cast<uint32_t>(lemmas_text.size()));
  if (!document.arena) document.arena = std::make_unique<std::string[]>(2);  // 0 lemmas, 1 the forms of a CoNLL-U file
  document.arena[0] = std::move(lemmas_text);
  const std::string_view all = document.arena[0];
  for (size_t i = 0; i < document.tokens.size(); ++i) document.tokens[i].lemma = all.substr(begin[i], begin[i + 1] - begin[i]);
}

// One BIO label a token; none when there is no entity model.
std::vector<std::string_view> LanguageReader::Models::entity_labels(const Document& document) const {
  std::vector<std::string_view> out;
  if (!entities) return out;
  out.assign(document.tokens.size(), "O");
  std::unique_ptr<Scratch> scratch = entity_pool.take();
  Batch batch;
  TagAnswer answer;
  uint32_t first = 0;
  for (const Sentence& sentence : document.sentences) {
    if (batch.starts.empty()) batch.starts.push_back(0), first = sentence.first;
    for (uint32_t i = sentence.first; i < sentence.last; ++i) batch.forms.push_back(document.tokens[i].form);
    batch.starts.push_back(batch.forms.size());
    if (batch.forms.size() < kBatch && sentence.last < document.tokens.size()) continue;
    entities->run(batch, *scratch, answer);
    for (size_t i = 0; i < batch.forms.size(); ++i) out[first + i] = entities->labels(0)[answer.tags[i]];
    batch.forms.clear(), batch.starts.clear();
  }
  entity_pool.give(std::move(scratch));
  return out;
}

Document LanguageReader::read(std::string_view text, const std::vector<ParagraphMark>& paragraphs) const {
  Document document;
  document.text = text;
  document.tokens.reserve(text.size() / 5 + 16);
  uint32_t number = 0;
  for (const ParagraphMark& paragraph : paragraphs) {
    const auto first = static_cast<uint32_t>(document.tokens.size());
    const Span span{std::min(paragraph.span.begin, static_cast<uint32_t>(text.size())),
                    std::min(paragraph.span.end, static_cast<uint32_t>(text.size()))};
    if (span.begin < span.end) tokenize(text, span, document.tokens);
    split_sentences(first, number++, paragraph.heading, document.tokens, document.sentences);
  }
  parse(document);
  find_mentions(models_->entity_labels(document), document);
  link_mentions(document);
  return document;
}

void LanguageReader::parse(Document& document) const {
  std::unique_ptr<Scratch> scratch = models_->pool.take();
  models_->parse(document, *scratch);
  models_->pool.give(std::move(scratch));
  fill_children(document);
  models_->lemmatise(document);
  for (uint32_t i = 0; i < document.tokens.size(); ++i) document.tokens[i].feats = feats_of(document, i);
}

}  // namespace gesta
