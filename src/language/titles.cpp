#include "language/titles.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace gesta {
namespace {

constexpr uint32_t kFar = 10;  // tokens between an office and the last of its matters
constexpr std::string_view kOffices[] = {"minister", "ministers", "ministry",    "secretary", "department", "committee", "commission",
                                         "council",  "office",    "directorate", "bureau",    "chamber",    "faculty",   "agency"};
constexpr std::string_view kHolders[] = {"president", "minister", "premier",    "secretary", "king",      "emir",       "chairman",
                                         "speaker",   "governor", "ambassador", "chief",     "commander", "chancellor", "leader"};
// Matters of government that are joined by "and" in the name of an office, by their last word.
constexpr std::string_view kMatters[] = {"affairs",     "agriculture",    "aviation",     "budget",         "climate",
                                         "commerce",    "communications", "construction", "cooperation",    "culture",
                                         "defence",     "defense",        "development",  "economy",        "education",
                                         "emigrants",   "emigration",     "employment",   "energy",         "environment",
                                         "expatriates", "finance",        "finances",     "fisheries",      "forestry",
                                         "health",      "housing",        "immigration",  "industry",       "infrastructure",
                                         "information", "integration",    "interior",     "investment",     "irrigation",
                                         "justice",     "labor",          "labour",       "logistics",      "migration",
                                         "mines",       "mining",         "planning",     "reconstruction", "reform",
                                         "reforms",     "research",       "resources",    "science",        "security",
                                         "sport",       "sports",         "supply",       "technology",     "telecommunications",
                                         "tourism",     "trade",          "transport",    "transportation", "treasury",
                                         "water",       "welfare",        "works",        "youth"};

constexpr std::string_view kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february", "march",
                                      "april",  "may",     "june",      "july",     "august", "september", "october", "november", "december"};
constexpr std::string_view kPartsOfDay[] = {"morning", "afternoon", "evening", "night"};

class Mender {
 public:
  Mender(Document& document, const Sentence& sentence) : document_(document), sentence_(sentence) {}

  void run() {
    for (uint32_t i = sentence_.first + 1; i < sentence_.last; ++i) {
      if (base(token(i).deprel) == Deprel::conj && !name_after_title(i))
        matter_of_office(i);
      else if (base(token(i).deprel) == Deprel::nmod || base(token(i).deprel) == Deprel::appos)
        holder_of_office(i);
      else if (token(i).deprel == Deprel::nummod)
        number_before_speaker(i);
      second_name(i);
      if (token(i).upos == Upos::VERB) speaker_behind_comma(i);
      if (base(token(i).deprel) == Deprel::nsubj) day_before_subject(i);
    }
  }

 private:
  Token& token(uint32_t i) { return document_.tokens[i]; }
  bool is(uint32_t i, const auto& words) {
    const std::string form = to_lower(token(i).form);
    return std::find(std::begin(words), std::end(words), form) != std::end(words);
  }
  // What joins a conjunct to those before; kNone when nothing does.
  uint32_t joiner(uint32_t i) {
    for (uint32_t k = i; k-- > sentence_.first && i - k < kFar;)
      if (token(k).head == i && token(k).deprel == Deprel::cc) return k;
    return kNone;
  }

  // "Penny Wong announced", with two subjects by the tree: names side by side that hang alike are one.
  void second_name(uint32_t i) {
    constexpr Deprel kWhole[] = {Deprel::nsubj, Deprel::obj, Deprel::iobj, Deprel::obl, Deprel::nmod, Deprel::appos, Deprel::conj};
    const Token& first = token(i - 1);
    if (token(i).upos != Upos::PROPN || first.upos != Upos::PROPN || token(i).head != first.head || token(i).deprel != first.deprel) return;
    if (std::find(std::begin(kWhole), std::end(kWhole), base(first.deprel)) == std::end(kWhole)) return;
    for (uint32_t k = sentence_.first; k < sentence_.last; ++k)
      if (token(k).head == i) token(k).head = i - 1;
    token(i).head = i - 1, token(i).deprel = Deprel::flat;
  }

  // "Sheikh Hasina and her Indian counterpart Manmohan Singh": a noun and a name side by side are one conjunct.
  bool name_after_title(uint32_t i) {
    Token& title = token(i - 1);
    if (token(i).upos != Upos::PROPN || title.upos != Upos::NOUN || base(title.deprel) != Deprel::conj || title.head != token(i).head) return false;
    if (const uint32_t cc = joiner(i - 1); cc != kNone) token(cc).head = i;
    title.head = i, title.deprel = Deprel::nmod_desc;
    return true;
  }

  // "Minister of Industry and Advanced Technology": the second matter goes with the first, not with the minister.
  void matter_of_office(uint32_t i) {
    const uint32_t office = token(i).head, cc = joiner(i);
    if (office >= i || office < sentence_.first || i - office > kFar || cc == kNone) return;
    if (!is(office, kOffices) || !is(i, kMatters) || token(office + 1).form != "of") return;
    for (uint32_t first = cc; first-- > office + 1;)
      if (token(first).head == office && base(token(first).deprel) == Deprel::nmod) {
        token(i).head = first;
        return;
      }
  }

  // "President of the Republic of Azerbaijan Ilham Aliyev": the name goes with the president.
  void holder_of_office(uint32_t i) {
    uint32_t office = token(i).head;
    if (token(i).upos != Upos::PROPN || token(i - 1).upos != Upos::PROPN || office >= i || office < sentence_.first) return;
    for (uint32_t k = office + 1; k < i; ++k)
      if (token(k).head == i) return;  // "of Kazakhstan"
    for (int step = 0; step < 3 && !is(office, kHolders); ++step) {
      if (base(token(office).deprel) != Deprel::nmod || token(office).head >= office || token(office).head < sentence_.first) return;
      office = token(office).head;
    }
    if (office == token(i).head || !is(office, kHolders) || token(office + 1).form != "of") return;
    token(i).head = office, token(i).deprel = Deprel::appos;
  }

  // "Rebels killed nine villagers, the Observatory said": whom the tree takes for an apposition, right before a verb of which a clause is told and
  // that has no subject, is the subject.
  void speaker_behind_comma(uint32_t verb) {
    uint32_t speaker = kNone;
    for (uint32_t k = verb - 1; k < verb && k >= sentence_.first; k = token(k).head)
      if (token(k).deprel == Deprel::appos) speaker = k;
    if (speaker == kNone) return;
    bool told = false;
    for (uint32_t k = sentence_.first; k < sentence_.last; ++k) {
      if (token(k).head != verb) continue;
      if (base(token(k).deprel) == Deprel::nsubj || base(token(k).deprel) == Deprel::expl) return;
      told |= k < verb && (token(k).deprel == Deprel::ccomp || token(k).deprel == Deprel::parataxis);
    }
    if (!told) return;
    uint32_t first = speaker;
    while (first > sentence_.first && token(first - 1).form != "," && below(first - 1, speaker)) --first;
    if (first == sentence_.first || token(first - 1).form != ",") return;
    token(speaker).head = verb, token(speaker).deprel = Deprel::nsubj;
  }
  // "On Saturday rebels shelled Goma", "On Friday night provincial police ...": a subject has no preposition, the day has.
  void day_before_subject(uint32_t subject) {
    uint32_t day = subject;
    while (day > sentence_.first + 1 && token(day - 1).upos != Upos::ADP && below(day - 1, subject)) --day;
    if (day == subject || !is(day, kDays) || token(day).deprel != Deprel::compound || token(day - 1).upos != Upos::ADP) return;
    if (!below(day - 1, subject)) return;
    uint32_t time = day;
    if (day + 1 < subject && is(day + 1, kPartsOfDay)) ++time, token(day).head = time;
    token(day - 1).head = time, token(day - 1).deprel = Deprel::case_;
    token(time).head = token(subject).head, token(time).deprel = Deprel::obl;
  }

  bool below(uint32_t k, uint32_t head) {
    for (uint32_t step = 0; step < kFar && k != kNone && k != head; ++step) k = token(k).head;
    return k == head;
  }

  // "killing two, rights group Amnesty International said": a number that a comma parts from the name behind it is what the verb before it is done
  // to.
  void number_before_speaker(uint32_t i) {
    if (i + 2 >= sentence_.last || token(i).head < i + 2 || token(i).head >= sentence_.last) return;
    if (token(i + 1).form != "," || token(i + 2).upos == Upos::NUM) return;
    const auto hangs = [&](uint32_t k) {  // "at least two"
      for (int step = 0; step < 3 && k != kNone && k != i; ++step) k = token(k).head;
      return k == i;
    };
    uint32_t verb = i - 1;
    while (verb > sentence_.first && hangs(verb)) --verb;
    if (token(verb).upos != Upos::VERB) return;
    for (uint32_t k = sentence_.first; k < sentence_.last; ++k)
      if (token(k).head == verb && token(k).deprel == Deprel::obj) return;
    token(i).head = verb, token(i).deprel = Deprel::obj;
  }

  Document& document_;
  const Sentence& sentence_;
};

}  // namespace

void mend_titles(Document& document, const Sentence& sentence) { Mender(document, sentence).run(); }

}  // namespace gesta
