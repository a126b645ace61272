#include "language/children.h"
#include "language/language.h"
#include "language/tokenizer.h"

namespace gesta {

struct LanguageReader::Models {};

LanguageReader::LanguageReader(LanguageReader&&) noexcept = default;
LanguageReader& LanguageReader::operator=(LanguageReader&&) noexcept = default;
LanguageReader::~LanguageReader() = default;
LanguageReader::LanguageReader(std::unique_ptr<const Models> models) : models_(std::move(models)) {}

LanguageReader LanguageReader::load(const std::string&) { return LanguageReader(std::make_unique<const Models>()); }

Document LanguageReader::read(std::string_view text, const std::vector<ParagraphMark>& paragraphs) const {
  Document document;
  document.text = text;
  uint32_t number = 0;
  for (const ParagraphMark& paragraph : paragraphs) {
    const auto first = static_cast<uint32_t>(document.tokens.size());
    tokenize(text, paragraph.span, document.tokens);
    split_sentences(first, number++, paragraph.heading, document.tokens, document.sentences);
  }
  parse(document);
  return document;
}

void LanguageReader::parse(Document& document) const { fill_children(document); }

}  // namespace gesta
