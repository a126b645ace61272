// Entities and chains against gold (eval.h).
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <set>

#include "base/result.h"
#include "language/coref_scores.h"
#include "language/eval.h"
#include "language/gold.h"
#include "language/mentions.h"

namespace gesta {
namespace {

constexpr const char* kKinds[] = {"PER", "ORG", "LOC", "MISC"};
constexpr size_t kMisc = 3, kNoKind = 4;

// Kinds of gold, as in training/train_entities.py.
size_t kind_of(std::string_view label) {
  constexpr std::pair<std::string_view, size_t> kOf[] = {
      {"PER", 0},      {"person", 0},  {"politician", 0}, {"ORG", 1},      {"organisation", 1}, {"politicalparty", 1}, {"LOC", 2},
      {"location", 2}, {"country", 2}, {"GPE", 2},        {"MISC", kMisc}, {"misc", kMisc},     {"election", kMisc},   {"event", kMisc}};
  for (const auto& [name, kind] : kOf)
    if (name == label) return kind;
  return kNoKind;
}

size_t kind_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::person:
      return 0;
    case MentionKind::organisation:
      return 1;
    case MentionKind::place:
      return 2;
    case MentionKind::people:
    case MentionKind::other:
      return kMisc;
    default:
      return kNoKind;
  }
}

struct Count {
  size_t hit = 0, gold = 0, system = 0;
};

std::string line_of(const char* name, const Count& c) {
  const auto share = [](size_t hit, size_t all) { return all == 0 ? 0 : 100.0 * static_cast<double>(hit) / static_cast<double>(all); };
  char line[160];
  std::snprintf(line, sizeof(line), "%-9s P %.1f  R %.1f  F1 %.1f  (%zu in gold)\n", name, share(c.hit, c.system), share(c.hit, c.gold),
                share(2 * c.hit, c.gold + c.system), c.gold);
  return line;
}

// Bytes of the text, and a kind: tokens of gold and system may differ.
using Name = std::tuple<uint32_t, uint32_t, size_t>;

Span bytes_of(const Document& document, uint32_t first, uint32_t last) {
  return {document.tokens[first].span.begin, document.tokens[last - 1].span.end};
}

// Sentences of the gold are read as paragraphs, so that none is cut together with the next.
Document read_text(const LanguageReader& reader, const GoldText& gold) {
  std::vector<ParagraphMark> marks;
  for (const Sentence& sentence : gold.document.sentences) marks.push_back({sentence.span, false});
  if (marks.empty()) marks.push_back({{0, static_cast<uint32_t>(gold.text.size())}, false});
  return reader.read(gold.text, marks);
}

std::string describe(const std::string& text, const Name& name, const char* mark) {
  const auto& [first, last, kind] = name;
  const size_t from = first > 40 ? first - 40 : 0;
  std::string line = std::string(mark) + " " + kKinds[kind] + "\t" + text.substr(from, first - from) + "[" + text.substr(first, last - first) + "]" +
                     text.substr(last, 30);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line + "\n";
}

MentionKey key_of(Span span) { return uint64_t{span.begin} << 32 | span.end; }

Partition gold_chains(const GoldText& gold) {
  std::map<std::string_view, std::vector<MentionKey>> by_label;
  for (const GoldSpan& span : gold.spans) by_label[span.label].push_back(key_of(bytes_of(gold.document, span.first, span.last)));
  Partition out;
  for (auto& [_, chain] : by_label) out.push_back(std::move(chain));
  return out;
}

// Chains of two and more, each mention as the whole phrase of its head, as the gold marks them; a phrase counts once.
Partition system_chains(const Document& document, const std::vector<Extent>& phrases) {
  Partition out;
  std::set<MentionKey> seen;
  for (const Chain& chain : document.chains) {
    std::vector<MentionKey> keys;
    for (const uint32_t m : chain.mentions) {
      if (phrases[m].first == phrases[m].last) continue;
      const MentionKey key = key_of(bytes_of(document, phrases[m].first, phrases[m].last));
      if (seen.insert(key).second) keys.push_back(key);
    }
    if (keys.size() > 1) out.push_back(std::move(keys));
  }
  return out;
}

std::string text_of(const Document& document, MentionKey key) {
  return std::string(Span{static_cast<uint32_t>(key >> 32), static_cast<uint32_t>(key)}.of(document.text));
}

// A line for each chain of the gold: its mentions in order, each with the number of the chain that the system put it in (- none); then what the
// system alone has.
std::string describe_chains(const Document& document, const Partition& gold, const Partition& system) {
  std::map<MentionKey, size_t> where;
  for (size_t s = 0; s < system.size(); ++s)
    for (const MentionKey key : system[s]) where[key] = s;
  std::string out;
  for (std::vector<MentionKey> chain : gold) {
    std::sort(chain.begin(), chain.end());
    out += "gold";
    for (const MentionKey key : chain) {
      const auto found = where.find(key);
      out += "\t" + text_of(document, key) + " " + (found == where.end() ? "-" : std::to_string(found->second));
      if (found != where.end()) where.erase(found);
    }
    out += '\n';
  }
  for (const auto& [key, s] : where) out += "extra\t" + text_of(document, key) + " " + std::to_string(s) + "\n";
  return out;
}

}  // namespace

std::string evaluate_entities(const LanguageReader& reader, std::string_view bio, const std::string& path, std::string* details) {
  std::vector<GoldText> texts = read_bio(bio, path);
  if (texts.empty()) throw SetupError(path + ": holds no sentence");
  Count counts[4], three;
  const std::clock_t begin = std::clock();
  size_t words = 0;
  for (GoldText& gold : texts) {
    const Document document = read_text(reader, gold);
    words += gold.document.tokens.size();
    std::set<Name> given, found;
    for (const GoldSpan& span : gold.spans) {
      if (kind_of(span.label) == kNoKind) throw SetupError(path + ": kind " + std::string(span.label) + " is unknown");
      const Span bytes = bytes_of(gold.document, span.first, span.last);
      given.emplace(bytes.begin, bytes.end, kind_of(span.label));
    }
    uint32_t end = 0;  // of the last name; the gold is flat, so names within names do not count
    for (const Mention& mention : document.mentions) {
      if (kind_of(mention.kind) == kNoKind || mention.last <= end) continue;
      const Span bytes = bytes_of(document, mention.first, mention.last);
      found.emplace(bytes.begin, bytes.end, kind_of(mention.kind));
      end = mention.last;
    }
    for (const Name& name : given) {
      ++counts[std::get<2>(name)].gold, counts[std::get<2>(name)].hit += found.contains(name);
      if (details && !found.contains(name)) *details += describe(gold.text, name, "missed");
    }
    for (const Name& name : found) {
      ++counts[std::get<2>(name)].system;
      if (details && !given.contains(name)) *details += describe(gold.text, name, "wrong");
    }
  }
  for (size_t k = 0; k < kMisc; ++k) three.hit += counts[k].hit, three.gold += counts[k].gold, three.system += counts[k].system;
  std::string out = line_of("the three", three);
  for (size_t k = 0; k < (counts[kMisc].gold > 0 ? 4 : 3); ++k) out += line_of(kKinds[k], counts[k]);
  return out + std::to_string(static_cast<long>(static_cast<double>(words) / (static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC))) +
         " words/s\n";
}

std::string evaluate_coref(const LanguageReader& reader, const std::vector<std::pair<std::string, std::string>>& files, std::string* details) {
  CorefScores total;
  size_t documents = 0, words = 0;
  std::clock_t spent = 0;
  for (const auto& [path, bytes] : files) {
    std::vector<GoldText> texts = read_chains(bytes, path);
    if (texts.empty()) throw SetupError(path + ": holds no document");
    for (GoldText& gold : texts) {
      const std::clock_t begin = std::clock();
      const Document document = read_text(reader, gold);
      spent += std::clock() - begin;
      ++documents, words += gold.document.tokens.size();
      const std::vector<Extent> phrases = phrases_of(document);
      const Partition given = gold_chains(gold), found = system_chains(document, phrases);
      add_coref(given, found, total);
      if (details) *details += "# " + path + "\n" + describe_chains(document, given, found);
    }
  }
  char line[600];
  const auto row = [&](const char* name, const Ratio& r) {
    std::snprintf(line, sizeof(line), "%-10s P %.1f  R %.1f  F1 %.1f\n", name, r.precision(), r.recall(), r.f1());
    return std::string(line);
  };
  std::string out = row("mentions", total.mentions) + row("MUC", total.muc) + row("B-cubed", total.b_cubed) + row("CEAF-e", total.ceaf_e);
  std::snprintf(line, sizeof(line), "average    F1 %.1f  (%zu documents, %zu words, %.0f words/s)\n", total.mean(), documents, words,
                static_cast<double>(words) / (static_cast<double>(spent) / CLOCKS_PER_SEC));
  return out + line;
}

}  // namespace gesta
