// One HTML or text page: decode, parse, choose, date.
#include "pages/pages.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  gesta::Page page;
  page.id = "fuzz", page.body.assign(reinterpret_cast<const char*>(data), size);
  page.form = size % 5 == 0 ? gesta::Page::Form::plain : gesta::Page::Form::html;
  const auto article = gesta::read_article(page);
  if (!article.ok()) return 0;
  for (const gesta::Paragraph& paragraph : article.value().paragraphs)
    if (paragraph.span.end > article.value().text.size() || paragraph.span.begin >= paragraph.span.end) __builtin_trap();
  return 0;
}
