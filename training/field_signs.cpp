// Writes the signs of every choice of place, time or status for gold events: the input of train_choice.py.
//
// usage: field_signs where|when|status MODELS DATA GAZETTEER < ITEMS > SIGNS
// ITEMS   an item: a line `id TAB published TAB text` (backslash escapes \n \t \\), a line `begin end type cameo` for each event (bytes of its
// words), an
//         empty line; train_choice.py --items writes them.
// SIGNS   D id; E for each event; C name country sign..., C start end sign..., or C status + sign..., for each
//         choice ("-" twice for "not told").
// Build it against the static libraries of a release build: it is a tool of training, no part of the program.
#include <iostream>
#include <sstream>
#include <string>

#include "events/status_features.h"
#include "events/when_features.h"
#include "events/where_features.h"

using namespace gesta;

namespace {

std::string plain(const std::string& escaped) {
  std::string out;
  for (size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == '\\' && i + 1 < escaped.size()) {
      ++i;
      out += escaped[i] == 'n' ? '\n' : escaped[i] == 't' ? '\t' : escaped[i];
    } else {
      out += escaped[i];
    }
  }
  return out;
}

std::vector<ParagraphMark> paragraphs_of(const std::string& text) {
  std::vector<ParagraphMark> out;
  for (size_t from = 0; from < text.size();) {
    const size_t to = std::min(text.find("\n\n", from), text.size());
    out.push_back({{static_cast<uint32_t>(from), static_cast<uint32_t>(to)}, false});
    from = to + 2;
  }
  return out;
}

// The token of the words whose head lies outside of them, a verb or noun first.
uint32_t head_of(const Document& document, uint32_t begin, uint32_t end) {
  uint32_t first = kNone, last = 0, other = kNone;
  for (uint32_t i = 0; i < document.tokens.size(); ++i)
    if (document.tokens[i].span.begin < end && document.tokens[i].span.end > begin) first = std::min(first, i), last = i + 1;
  for (uint32_t i = first; i < last; ++i) {
    const Token& t = document.tokens[i];
    if (t.upos == Upos::PUNCT || !(t.head == kNone || t.head < first || t.head >= last)) continue;
    if (t.upos == Upos::VERB || t.upos == Upos::NOUN) return i;
    if (other == kNone) other = i;
  }
  return other != kNone ? other : first;
}

void write(const std::string& a, const std::string& b, const std::vector<std::string>& signs) {
  std::cout << "C\t" << (a.empty() && b.empty() ? "-" : a) << "\t" << (a.empty() && b.empty() ? "-" : b);
  for (const std::string& sign : signs) std::cout << "\t" << sign;
  std::cout << "\n";
}

}  // namespace

int main(int, char** arguments) {
  const std::string field = arguments[1];
  const LanguageReader reader = LanguageReader::load(arguments[2]);
  Knowledge::Options options;
  options.folder = arguments[3];
  options.strict = false;
  const Knowledge knowledge = Knowledge::load(options);
  const Gazetteer gazetteer = Gazetteer::load(arguments[4], options.folder + "/places.txt");
  for (std::string line; std::getline(std::cin, line);) {
    const size_t one = line.find('\t'), two = line.find('\t', one + 1);
    const std::string published = line.substr(one + 1, two - one - 1), text = plain(line.substr(two + 1));
    const Document document = reader.read(text, paragraphs_of(text));
    const auto places = read_places(document, knowledge, &gazetteer);
    const auto times = read_times(document, published);
    std::cout << "D\t" << line.substr(0, one) << "\n";
    while (std::getline(std::cin, line) && !line.empty()) {
      std::istringstream fields(line);
      uint32_t begin, end;
      std::string type, cameo;
      fields >> begin >> end >> type >> cameo;
      std::cout << "E\n";
      const uint32_t head = head_of(document, begin, end);
      if (head == kNone) continue;
      const EventSite site{head, document.tokens[head].sentence, type, cameo, {}};
      if (field == "status") {
        const std::vector<std::string> signs = status_signs(document, site, rule_status(document, knowledge, site));
        for (const Status status : kStatuses) {
          std::vector<std::string> own;
          for (const std::string& sign : signs) own.push_back(std::string(name(status)) + " " + sign);
          write(std::string(name(status)), "+", own);
        }
      } else if (field == "where") {
        for (const WhereChoice& choice : where_choices(document, knowledge, places, site))
          write(choice.mention == kNone ? "" : places[choice.mention].place.name, choice.mention == kNone ? "" : places[choice.mention].place.country,
                choice.signs);
      } else {
        const Status status = read_status(document, knowledge, site);
        const auto rule = rule_when(document, times, published, site, status);
        for (const WhenChoice& choice : when_choices(document, times, published, site, status, rule)) write(choice.start, choice.end, choice.signs);
      }
    }
  }
}
