// Writes the signs of every choice of place for gold events: the input of train_where.py.
//
// usage: where_signs MODELS DATA GAZETTEER < ITEMS > SIGNS
// ITEMS   an item: a line `id TAB text` (backslash escapes \n \t \\), a line `begin end type cameo` for each event (bytes of its words), an empty
// line. SIGNS   D id; P begin end name country precision lat lon for each place; E for each event; C name country sign... for each choice. Build it
// against the static libraries of a release build: it is a tool of training, no part of the program.
#include <iostream>
#include <sstream>
#include <string>

#include "events/where_features.h"
using namespace gesta;
static std::string unesc(const std::string& s) {
  std::string o;
  for (size_t i = 0; i < s.size(); ++i)
    if (s[i] == '\\' && i + 1 < s.size()) {
      ++i;
      o += s[i] == 'n' ? '\n' : s[i] == 't' ? '\t' : s[i];
    } else
      o += s[i];
  return o;
}
int main(int, char** v) {
  auto reader = LanguageReader::load(v[1]);
  Knowledge::Options o;
  o.folder = v[2];
  o.strict = false;
  auto know = Knowledge::load(o);
  auto gaz = Gazetteer::load(v[3], std::string(v[2]) + "/places.txt");
  std::string line;
  while (std::getline(std::cin, line)) {
    // id \t text ; then E lines until blank
    size_t t = line.find('\t');
    std::string id = line.substr(0, t), text = unesc(line.substr(t + 1));
    std::vector<ParagraphMark> ps;
    size_t at = 0;
    while (at < text.size()) {
      size_t e = text.find("\n\n", at);
      if (e == std::string::npos) e = text.size();
      ps.push_back({{(uint32_t)at, (uint32_t)e}, false});
      at = e + 2;
    }
    Document d = reader.read(text, ps);
    auto places = read_places(d, know, &gaz);
    std::cout << "D\t" << id << "\n";
    for (auto& p : places)
      std::cout << "P\t" << p.span.begin << "\t" << p.span.end << "\t" << p.place.name << "\t" << p.place.country << "\t" << p.place.precision << "\t"
                << (p.place.lat ? *p.place.lat : 999) << "\t" << (p.place.lon ? *p.place.lon : 999) << "\n";
    while (std::getline(std::cin, line) && !line.empty()) {
      std::istringstream is(line);
      uint32_t b, e;
      std::string type, cameo;
      is >> b >> e >> type >> cameo;
      EventSite s;
      s.type = type;
      s.cameo = cameo;
      uint32_t f = kNone, l = 0;
      for (uint32_t i = 0; i < d.tokens.size(); ++i)
        if (d.tokens[i].span.begin < e && d.tokens[i].span.end > b) {
          if (f == kNone) f = i;
          l = i + 1;
        }
      if (f == kNone) {
        std::cout << "E\n";
        continue;
      }
      s.head = f;
      for (int verb = 1; verb >= 0 && s.head == f; --verb) {
        bool done = false;
        for (uint32_t i = f; i < l; ++i) {
          auto& k = d.tokens[i];
          if (k.upos == Upos::PUNCT) continue;
          if ((k.head == kNone || k.head < f || k.head >= l) && (!verb || k.upos == Upos::VERB || k.upos == Upos::NOUN)) {
            s.head = i;
            done = true;
            break;
          }
        }
        if (done) break;
      }
      s.sentence = d.tokens[s.head].sentence;
      auto ch = where_choices(d, know, places, s);
      std::cout << "E\n";
      for (auto& x : ch) {
        if (x.mention == kNone)
          std::cout << "C\t-\t-";
        else
          std::cout << "C\t" << places[x.mention].place.name << "\t" << places[x.mention].place.country;
        for (auto& q : x.signs) std::cout << "\t" << q;
        std::cout << "\n";
      }
    }
  }
}
