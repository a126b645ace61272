// Writes what the choice of antecedents sees: the input of train_antecedents.py.
//
// usage: antecedent_signs [--own] MODELS FILE...   > ROWS
// FILE   chains as in OntoGUM (gesta eval coref)
// ROWS   a line for each mention that is weighed: its file, its form, then for each choice, apart by tabs, 1 or 0 (it is right) and the numbers of
// its signs. While a text is read its mentions are linked as the gold has them, with --own as the weights say. Target `antecedent_signs` of a release
// build; a tool of training, no part of the program.
//
// usage: antecedent_signs --events MODELS < ITEMS > ROWS
// ITEMS  coded texts, as train_antecedents.py --items writes them, with an empty line after each: "D", tab, the text with its line breaks as \n;
//        then a line for each party of its events: "begin end source|target name" (bytes of the event's words, whom the gold names).
// ROWS   as above, of the pronouns among them whose name a chain before has; links as the weights make them.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "events/fields_tree.h"
#include "events/tree.h"
#include "language/antecedents.h"
#include "language/gold.h"

using namespace gesta;

namespace {

std::string bytes_of(const char* path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

uint64_t key(const std::vector<Token>& tokens, uint32_t first, uint32_t last) {
  return uint64_t{tokens[first].span.begin} << 32 | tokens[last - 1].span.end;
}

void write(const GoldText& gold, const LanguageReader& reader, const WordVectors& words, bool own, const char* path) {
  std::vector<ParagraphMark> marks;
  for (const Sentence& sentence : gold.document.sentences) marks.push_back({sentence.span, false});
  if (marks.empty()) marks.push_back({{0, static_cast<uint32_t>(gold.text.size())}, false});
  Document document = reader.read(gold.text, marks);
  std::map<uint64_t, std::string_view> labels;
  for (const GoldSpan& span : gold.spans) labels.emplace(key(gold.document.tokens, span.first, span.last), span.label);
  const std::vector<Extent> phrases = phrases_of(document);
  std::vector<std::string_view> label(document.mentions.size());
  for (size_t m = 0; m < phrases.size(); ++m)
    if (phrases[m].first < phrases[m].last)
      if (const auto found = labels.find(key(document.tokens, phrases[m].first, phrases[m].last)); found != labels.end()) label[m] = found->second;
  link_mentions(document, words, [&](const Options& options) {
    const std::string_view mine = label[options.mention];
    size_t right = 0;
    std::ostringstream row;
    for (size_t k = 1; k < options.signs.size(); ++k) {
      bool same = false;
      for (const uint32_t m : options.groups[k - 1]->mentions) same |= m < options.mention && !mine.empty() && label[m] == mine;
      if (same && right == 0) right = k;
      row << '\t' << same;
      for (const uint16_t sign : options.signs[k]) row << ' ' << sign;
    }
    std::cout << path << '\t' << options.form << '\t' << (right == 0);
    for (const uint16_t sign : options.signs[0]) std::cout << ' ' << sign;
    std::cout << row.str() << '\n';
    return own ? choose_by_weights(options) : right;
  });
}

std::string plain(const std::string& line) {
  std::string out;
  for (size_t k = 0; k < line.size(); ++k)
    if (line[k] == '\\' && k + 1 < line.size() && line[k + 1] == 'n')
      out += '\n', ++k;
    else
      out += line[k];
  return out;
}

uint32_t pronoun_of(const Document& document, uint32_t head, bool source) {
  uint32_t who = source ? tree::subject_of(document, head) : tree::child(document, head, {Deprel::obj, Deprel::iobj});
  if (!source && who == kNone) who = tree::child(document, head, {Deprel::nsubj_pass});
  return who != kNone && document.tokens[who].upos == Upos::PRON ? who : kNone;
}

bool same_name(const std::string& a, const std::string& b) {
  return a.size() > 2 && b.size() > 2 && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

void write_events(const std::string& text, const std::vector<std::string>& events, const LanguageReader& reader, const WordVectors& words) {
  Document document = reader.read(text, tree::paragraphs_of(text));
  std::map<uint32_t, std::string> meant;  // pronoun -> name, lower case
  for (const std::string& line : events) {
    std::istringstream fields(line);
    uint32_t begin = 0, end = 0;
    std::string role, name;
    fields >> begin >> end >> role >> std::ws;
    std::getline(fields, name);
    const uint32_t head = tree::head_of(document, {begin, end});
    if (head == kNone) continue;
    if (const uint32_t who = pronoun_of(document, head, role == "source"); who != kNone) meant[who] = to_lower(name);
  }
  if (meant.empty()) return;
  document.chains.clear();
  for (Mention& mention : document.mentions) mention.chain = kNone;
  link_mentions(document, words, [&](const Options& options) {
    const Mention& mention = document.mentions[options.mention];
    const auto name = meant.find(mention.head);
    if (name != meant.end()) {
      bool any = false;
      std::ostringstream row;
      for (size_t k = 1; k < options.signs.size(); ++k) {
        bool same = false;
        for (const uint32_t m : options.groups[k - 1]->mentions) {
          const Mention& other = document.mentions[m];
          const Span span{document.tokens[other.first].span.begin, document.tokens[other.last - 1].span.end};
          same |= m < options.mention && other.kind != MentionKind::pronoun && same_name(to_lower(span.of(text)), name->second);
        }
        any |= same;
        row << '\t' << same;
        for (const uint16_t sign : options.signs[k]) row << ' ' << sign;
      }
      if (any) {
        std::cout << "events\t" << options.form << "\t0";
        for (const uint16_t sign : options.signs[0]) std::cout << ' ' << sign;
        std::cout << row.str() << '\n';
      }
    }
    return choose_by_weights(options);
  });
}

void write_all_events(const LanguageReader& reader, const WordVectors& words) {
  std::string text;
  std::vector<std::string> events;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.starts_with("D\t"))
      text = plain(line.substr(2)), events.clear();
    else if (!line.empty())
      events.push_back(line);
    else
      write_events(text, events, reader, words);
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view mode = count > 1 ? arguments[1] : "";
  const bool own = mode == "--own", events = mode == "--events";
  if (count < 3 + own)
    return std::fputs("usage: antecedent_signs [--own] MODELS FILE...\n       antecedent_signs --events MODELS < ITEMS\n", stderr), 2;
  try {
    const std::string models = arguments[1 + (own || events)];
    const LanguageReader reader = LanguageReader::load(models);
    const WordVectors words = WordVectors::load(models + "/words.gmdl");
    if (events) write_all_events(reader, words);
    for (int k = events ? count : 2 + own; k < count; ++k) {
      const std::string bytes = bytes_of(arguments[k]);
      for (const GoldText& gold : read_chains(bytes, arguments[k])) write(gold, reader, words, own, arguments[k]);
    }
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "antecedent_signs: %s\n", error.what()), 2;
  }
}
