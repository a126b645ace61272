// What tests of this room share: the built-in knowledge, and documents written by hand.
#pragma once
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "events/composition.h"
#include "events/fields.h"
#include "events/parties.h"
#include "events/tree.h"

namespace gesta {

inline const Knowledge& knowledge() {
  static const Knowledge all = Knowledge::load({std::string(GESTA_SOURCE_DIR) + "/data", {}, {}, {}, true});
  return all;
}

// "Police/police/NOUN/NNS/2/nsubj ..." (form lemma upos xpos head deprel, heads counted from 1) to CoNLL-U.
inline std::string conllu_of(std::string_view row) {
  std::istringstream words{std::string(row)};
  std::string out, word;
  for (int id = 1; words >> word; ++id) {
    std::vector<std::string> parts;
    std::istringstream fields(word);
    for (std::string part; std::getline(fields, part, '/');) parts.push_back(part);
    if (parts.size() != 6) throw std::invalid_argument(word);
    out += std::to_string(id) + "\t" + parts[0] + "\t" + parts[1] + "\t" + parts[2] + "\t" + parts[3] + "\t_\t" + parts[4] + "\t" + parts[5] +
           "\t_\t_\n";
  }
  return out + "\n";
}

// Words without a tree: each hangs from the first.
inline Document plain_words(std::string_view row, std::string& text) {
  std::istringstream words{std::string(row)};
  std::string out, word;
  for (int id = 1; words >> word; ++id)
    out += std::to_string(id) + "\t" + word + "\t" + word + "\tX\t_\t_\t" + (id == 1 ? "0\troot" : "1\tdep") + "\t_\t_\n";
  return from_conllu(out + "\n", text);
}

// What the readers of a text in rows go by; `published` may be empty.
struct ReadRows {
  std::string text;
  Document document;
  Tree tree;
  std::vector<PlaceMention> places;
  PartyReader parties;
  std::vector<Frame> frames;
  Composer composer;

  explicit ReadRows(const std::string& conllu, std::string_view published = "2020-06-01")
      : document(read(conllu, text)),
        tree(document),
        parties(tree, knowledge(), parse_iso_date(published), places),
        frames(read_frames(document, knowledge())),
        composer(tree, knowledge(), parties, frames) {}
  ReadRows(const ReadRows&) = delete;

 private:
  static Document read(const std::string& conllu, std::string& text) {
    Document document = from_conllu(conllu, text);
    document.text = text;
    for (Sentence& one : document.sentences) one.parsed = true;
    return document;
  }
};

inline std::string codes_of(const std::vector<Party>& parties, std::string_view joint, std::string_view none) {
  std::string out;
  for (const Party& party : parties) out += (out.empty() ? "" : std::string(joint)) + party.code;
  return out.empty() ? std::string(none) : out;
}

// "060 coordination with Jordan EGYGOV>JORGOV"
inline std::string coded_words(const Report& report, std::string_view text) {
  return report.cameo + " " + std::string(report.span.of(text)) + " " + codes_of(report.source, "+", "-") + ">" + codes_of(report.target, "+", "-");
}

inline EventSite at(uint32_t head, std::string_view type) {
  EventSite site;
  site.head = head;
  site.type = type;
  return site;
}

}  // namespace gesta
