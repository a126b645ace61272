// The lexicon's own examples through the whole chain without models of events: each entry says what its sentence must give. The share that
// passes is printed; the threshold is what is reached, so that it cannot fall unseen. GESTA_SHOW_EXAMPLES=1 lists the failures.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "events/events.h"

namespace gesta {
namespace {

constexpr double kPassing = 0.75;

struct Expectation {
  std::string sentence, act, matter;
  bool none = false;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool read(const Sense& sense, Expectation& out) {
  const size_t arrow = sense.example.find("=>");
  if (arrow == std::string_view::npos) return false;
  out.sentence = trim(sense.example.substr(0, arrow));
  std::string_view rest = trim(sense.example.substr(arrow + 2));
  rest = trim(rest.substr(0, rest.find('|')));
  out.none = rest == "none";
  const size_t space = rest.find(' ');
  out.act = rest.substr(0, space);
  out.matter = space == std::string_view::npos ? "" : std::string(trim(rest.substr(space + 1)));
  return !out.sentence.empty();
}

TEST(Lexicon, ExamplesGiveWhatTheySay) {
  const std::string home = GESTA_SOURCE_DIR;
  const Knowledge knowledge = Knowledge::load({home + "/data", {}, {}, {}, true});
  const LanguageReader reader = LanguageReader::load(home + "/models");
  const Coder coder = Coder::load("/nowhere", home + "/build/data", knowledge);
  size_t all = 0, passed = 0;
  for (const Sense& sense : knowledge.all_senses()) {
    Expectation expected;
    if (!read(sense, expected)) continue;
    Article article;
    article.id = "example", article.text = expected.sentence, article.published.date = "2016-12-03";
    Document document = reader.read(article.text, {{{0, static_cast<uint32_t>(article.text.size())}, false}});
    document.event_words = {};  // the rules alone
    const auto reports = coder.code(article, document, {});
    bool right = (expected.none || expected.act == "report") && reports.empty();
    for (const Report& report : reports)
      if (expected.act == sense.kind && report.rule.find(sense.where) != std::string::npos)
        right = true;  // "matter", "light": the entry took part
      else if (report.act == expected.act && (report.matter == expected.matter || expected.matter.empty()))
        right = true;
    ++all, passed += right;
    if (!right && std::getenv("GESTA_SHOW_EXAMPLES"))
      std::printf("%s: %s | got %s\n", std::string(sense.where).c_str(), std::string(sense.example).c_str(),
                  reports.empty() ? "nothing" : (reports.front().act + " " + reports.front().matter).c_str());
  }
  std::printf("examples: %zu of %zu right\n", passed, all);
  ASSERT_GT(all, 0u);
  EXPECT_GE(static_cast<double>(passed), kPassing * static_cast<double>(all));
}

}  // namespace
}  // namespace gesta
