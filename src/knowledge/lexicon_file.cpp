// Reads data/ontology.txt, data/lexicon/*.txt and data/classes.txt: act x matter -> codes, the senses of predicates, classes of nouns.
// Forms: see docs/formats.md. Pairs named by senses are not checked here: composition makes pairs no line names; `gesta lexicon check` lists them.
#include <charconv>

#include "knowledge/codes.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

std::string_view value(const Field& field) { return field.text == "-" ? std::string_view() : field.text; }

bool digits(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool weight(std::string_view text, double& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

void read_code(const Line& line, Tables& tables) {
  const auto& f = line.fields;
  if (f.size() < 8 || f.size() > 9)
    return line.fault(1, "a pair is: act | matter | cameo | type | mode | context,context | quad | goldstein | label");
  Code code{value(f[0]), value(f[1]), value(f[2]), value(f[3]), value(f[4]), {}, 0, 0, {}, {}};
  if (code.act.empty()) return line.fault(f[0].column, "a pair without an act");
  if (!code.cameo.empty() && !digits(code.cameo, 2, 4)) return line.fault(f[2].column, "no CAMEO code: " + std::string(f[2].text));
  for (const Field& context : split_field(f[5], ',')) code.context.push_back(context.text);
  if (!digits(f[6].text, 1, 1) || f[6].text > "4") return line.fault(f[6].column, "quad is 0 to 4");
  code.quad = f[6].text[0] - '0';
  if (!value(f[7]).empty() && !weight(f[7].text, code.goldstein)) return line.fault(f[7].column, "no number: " + std::string(f[7].text));
  if (f.size() == 9) code.label = value(f[8]);
  code.where = keep_where(tables, line);
  const auto index = static_cast<uint32_t>(tables.codes.size());
  const std::string pair = std::string(code.act) + "\t" + std::string(code.matter);
  if (!tables.by_pair.emplace(tables.strings.keep(pair), index).second) return line.fault(1, "this pair is listed twice");
  if (!code.cameo.empty()) tables.by_cameo.emplace(code.cameo, index);
  tables.codes.push_back(std::move(code));
}

bool read_places(const Line& line, const Field& field, Sense& sense) {
  for (const Field& part : split_field(field, ' ')) {
    const size_t equals = part.text.find('=');
    const std::string_view role = part.text.substr(0, equals);
    std::string_view* slot = role == "source" ? &sense.source : role == "target" ? &sense.target : role == "topic" ? &sense.topic : nullptr;
    if (slot == nullptr || equals == std::string_view::npos)
      return line.fault(part.column, "places are source= target= topic=, not " + std::string(part.text)), false;
    *slot = part.text.substr(equals + 1);
    if (slot->empty()) return line.fault(part.column, "no place after ="), false;
  }
  return true;
}

void read_sense(const Line& line, Tables& tables) {
  const auto& f = line.fields;
  if (f.size() < 7 || f.size() > 9)
    return line.fault(1, "a sense is: lemma | pos | kind | act | matter | places | restrictions | example => expectation");
  Sense sense{f[0].text, f[1].text, f[2].text, value(f[3]), value(f[4]), {}, {}, {}, {}, {}, {}};
  if (sense.lemma.empty()) return line.fault(f[0].column, "a sense without a lemma");
  if (!among(kPos, sense.pos)) return line.fault(f[1].column, "pos is v, n, a, r or p, not " + std::string(sense.pos));
  if (!among(kSenseKinds, sense.kind)) return line.fault(f[2].column, "unknown kind: " + std::string(sense.kind));
  if (!read_places(line, f[5], sense)) return;
  for (const Field& part : split_field(f[6], ' ')) {
    if (part.text.find('=') == std::string_view::npos) return line.fault(part.column, "a restriction is PLACE=class or -PLACE=class");
    sense.require.push_back(part.text);
  }
  // An expectation may hold " | " itself, so the example is the rest of the line.
  if (f.size() > 7) sense.example = line.text.substr(f[7].column - 1);
  sense.where = keep_where(tables, line);
  tables.senses.push_back(std::move(sense));
}

void read_class(const Line& line, Tables& tables) {
  const size_t colon = line.text.find(':');
  if (colon == std::string_view::npos || colon == 0) return line.fault(1, "a class is: name: word, word, ...");
  const std::string_view name = line.text.substr(0, colon);
  if (name.find(' ') != std::string_view::npos) return line.fault(1, "the name of a class is one word");
  tables.class_names.insert(name);
  for (const Field& word : split_field({line.text.substr(colon + 1), static_cast<uint32_t>(colon + 2)}, ','))
    if (tables.classes.insert(tables.strings.keep(std::string(name) + "\t" + std::string(word.text))).second)
      tables.classes_of[word.text].push_back(name);
}

}  // namespace

void read_ontology(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_code(line, tables); });
}

void read_lexicon(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_sense(line, tables); });
}

void read_classes(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_class(line, tables); });
}

}  // namespace gesta
