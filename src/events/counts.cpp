// How many: numbers in the event's clause (and the clauses that hang from it, "killing nine people") tied to what they count by the verb or
// noun that governs them. "at least N" and "more than N" are N; vague amounts (dozens) are no number. An unnamed single person ("a youth") is 1.
#include <algorithm>
#include <map>

#include "events/counts_numbers.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/times_raw.h"

namespace gesta {

namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

struct Measure {
  std::string_view what;
  std::string_view words;  // lemmas of verbs, adjectives and nouns, between spaces
};
constexpr Measure kMeasures[] = {
    {"killed", " kill die dead death murder slay massacre execute assassinate slaughter behead hang perish lynch drown fatality "},
    {"injured", " injure wound hurt injury maim injured wounded "},
    {"arrested",
     " arrest detain jail imprison sentence apprehend custody arrestee detainee detention arrested convict "
     "intern "},
    {"abducted", " abduct kidnap hostage seize capture abduction kidnapping captive commandeer "},
    {"displaced", " displace flee evacuate refugee displaced homeless resettle "},
    {"protesters", " protest march demonstrate rally protester demonstrator marcher striker strike gather protestor sit-in demonstration picket "}};
constexpr std::string_view kPeople[] = {
    "people",    "person",    "civilian",     "soldier",    "policeman",  "officer",     "man",      "woman",      "child",     "student",
    "worker",    "protester", "demonstrator", "villager",   "resident",   "rebel",       "militant", "guerrilla",  "troop",     "journalist",
    "refugee",   "prisoner",  "migrant",      "monk",       "passenger",  "peacekeeper", "fighter",  "gunman",     "farmer",    "youth",
    "teacher",   "member",    "supporter",    "activist",   "body",       "boy",         "girl",     "family",     "insurgent", "marine",
    "sailor",    "hostage",   "guard",        "official",   "victim",     "life",        "other",    "miner",      "lawyer",    "doctor",
    "national",  "citizen",   "deputy",       "priest",     "nun",        "engineer",    "aide",     "aid",        "police",    "constable",
    "bystander", "conscript", "recruit",      "inmate",     "detainee",   "leader",      "opponent", "employee",   "crew",      "pilot",
    "driver",    "reporter",  "editor",       "believer",   "worshipper", "pilgrim",     "tourist",  "schoolgirl", "dissident", "mutineer",
    "suspect",   "settler",   "trader",       "shopkeeper", "nurse",      "general",     "colonel",  "captain",    "trooper",   "gendarme",
    "terrorist", "adult",     "pupil"};
constexpr std::string_view kMoney[] = {"dollar", "euro",  "pound",    "yen",          "yuan",  "rouble", "ruble",    "franc", "mark",
                                       "peso",   "rupee", "rand",     "riyal",        "dinar", "dirham", "shilling", "naira", "krona",
                                       "lira",   "$",     "\xC2\xA3", "\xE2\x82\xAC", "us$",   "usd",    "eur",      "real",  "shekel",
                                       "birr",   "baht",  "won",      "dollars",      "euros", "crore"};
std::string_view measure_of(std::string_view lemma) {
  for (const Measure& measure : kMeasures) {
    const size_t at = measure.words.find(lemma);
    if (lemma.size() > 2 && at != std::string_view::npos && measure.words[at - 1] == ' ' && measure.words[at + lemma.size()] == ' ')
      return measure.what;
  }
  return {};
}

class Reader {
 public:
  Reader(const Document& document, const EventSite& site) : document_(document), site_(site) {}

  std::vector<Count> read() {
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size()) return {};
    const Sentence& sentence = document_.sentences[site_.sentence];
    const std::vector<RawTime> times = read_raw_times(document_, sentence.first, sentence.last);
    for (uint32_t t = sentence.first; t < sentence.last;) {
      const auto dated = std::find_if(times.begin(), times.end(), [&](const RawTime& time) { return time.first <= t && t < time.last; });
      if (dated != times.end()) {
        t = dated->last;
        continue;
      }
      const auto number = read_number(document_, t);
      if (!number || number->ordinal) {
        single(t);
        ++t;
        continue;
      }
      if (!number->vague) place(t, *number);
      t = std::max(number->last, t + 1);
    }
    return std::move(out_);
  }

 private:
  void place(uint32_t token, const Number& number) {
    if (money(token, number)) {
      if (in_scope(token) && number.value >= 1000 && pays())
        add("amount", number.value, {document_.tokens[token].span.begin, document_.tokens[number.last - 1].span.end});
      return;
    }
    uint32_t noun = number.last - 1;  // the counted noun is the head of the number
    if (base(document_.tokens[noun].deprel) == Deprel::nummod) noun = document_.tokens[noun].head;
    if (noun == kNone || noun >= document_.tokens.size()) return;
    measured(noun, token, number.value);
  }

  // "a youth", "another soldier": one.
  void single(uint32_t t) {
    const std::string form = lower_form(document_, t);
    if (form != "a" && form != "an" && form != "another") return;
    const uint32_t noun = document_.tokens[t].head;
    if (noun == kNone || noun >= document_.tokens.size() || document_.tokens[t].deprel != Deprel::det ||
        !among(lower_lemma(document_, noun), kPeople))
      return;
    const std::string_view what = governing(noun);
    if (what.empty() || what == "protesters" || what == "displaced" || !in_scope(noun) || acts(noun)) return;
    add(what, 1, document_.tokens[noun].span);
  }

  bool pays() const {
    return site_.type == "AID" || site_.type == "AGREE" || site_.type == "REQUEST" || site_.type == "COOPERATE" || site_.type == "SANCTION" ||
           site_.type == "SUPPORT" || site_.type == "COERCE" || site_.type == "REJECT" || site_.type == "CONCEDE";
  }
  bool money(uint32_t token, const Number& number) const {
    if (token > 0 && among(lower_form(document_, token - 1), kMoney)) return true;
    return among(lower_lemma(document_, number.last), kMoney) || among(lower_form(document_, number.last), kMoney);
  }

  void measured(uint32_t noun, uint32_t token, double value) {
    if (value != static_cast<double>(static_cast<int64_t>(value)) || !in_scope(noun)) return;
    const std::string lemma = lower_lemma(document_, noun);
    const bool bare = document_.tokens[noun].upos == Upos::NUM;
    const bool people = bare || among(lemma, kPeople) || document_.tokens[noun].xpos == "NNS" || document_.tokens[noun].xpos == "NNPS";
    if (const std::string_view own = measure_of(lemma); !own.empty() && own != "arrested" && !(own == "protesters" && site_.type != "PROTEST"))
      return add(own, value, document_.tokens[token].span);
    if (acts(noun)) {
      if (people && site_.type == "PROTEST" && !bare) add("protesters", value, document_.tokens[token].span);
      return;
    }
    std::string_view what = governing(noun);
    if (what.empty() && !bare && people && (undergoes(noun) || site_.type == "PROTEST")) what = measure_of_type();
    if (!what.empty() && people) add(what, value, document_.tokens[token].span);
  }

  // Done to the noun by the event itself: its object, or the subject of its passive.
  bool undergoes(uint32_t noun) const {
    const Deprel relation = document_.tokens[noun].deprel;
    return document_.tokens[noun].head == site_.head && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
  }
  // What the code of the event counts when no word does (CAMEO 173 arrests, 181 abductions, 186 assassinations ...).
  std::string_view measure_of_type() const {
    if (site_.type == "PROTEST") return "protesters";
    if (site_.cameo == "173") return "arrested";
    if (site_.cameo == "181") return "abducted";
    if (site_.cameo == "203" || site_.cameo == "174") return "displaced";
    if (site_.cameo == "186" || site_.cameo == "202" || site_.cameo == "1823") return "killed";
    return {};
  }

  // Active subject of a verb that is done to others: five gunmen killed ...
  bool acts(uint32_t noun) const {
    if (document_.tokens[noun].deprel != Deprel::nsubj) return false;
    const uint32_t verb = document_.tokens[noun].head;
    const std::string lemma = lower_lemma(document_, verb);
    return lemma != "die" && lemma != "perish" && lemma != "flee" && lemma != "drown" && document_.tokens[verb].xpos != "JJ" &&
           measure_of(lemma) != "protesters" && tree::child(document_, verb, {Deprel::nsubj_pass, Deprel::aux_pass}) == kNone &&
           tree::is_verbal(document_, verb);
  }

  // The measure of the verb or noun above: "wounding four soldiers", "the deaths of six people", "shot three men dead".
  std::string_view governing(uint32_t noun) const {
    uint32_t at = noun;
    for (int step = 0; step < 5; ++step) {
      for (const uint32_t c : tree::children(document_, at))
        if (step > 0 && lower_form(document_, c) == "dead") return "killed";
      const Deprel relation = base(document_.tokens[at].deprel);
      const uint32_t head = document_.tokens[at].head;
      if (head == kNone || head >= document_.tokens.size()) return {};
      const bool up = relation == Deprel::obj || relation == Deprel::nsubj || relation == Deprel::nmod || relation == Deprel::conj ||
                      relation == Deprel::obl || relation == Deprel::appos || relation == Deprel::nummod || relation == Deprel::compound ||
                      relation == Deprel::xcomp || relation == Deprel::dep;
      if (!up) return {};
      const std::string lemma = lower_lemma(document_, head);
      if (lemma == "shoot" && word_near(head, kDead)) return "killed";
      if ((lemma == "hold" || lemma == "take" || lemma == "keep") && word_near(head, kCaptive)) return "abducted";
      if (const std::string_view what = measure_of(lemma); !what.empty()) return what;
      if (lemma == "leave" && relation == Deprel::obj && head_word_after(noun, kDead)) return "killed";
      if (lemma == "leave" && relation == Deprel::obj && head_word_after(noun, kHurt)) return "injured";
      at = head;
    }
    return {};
  }
  static constexpr std::string_view kDead[] = {"dead"};
  static constexpr std::string_view kCaptive[] = {"captive", "hostage", "hostages", "captives"};
  bool word_near(uint32_t verb, tree::Words words) const {
    for (uint32_t t = verb + 1; t < verb + 14 && t < document_.tokens.size(); ++t)
      if (among(lower_form(document_, t), words)) return true;
    return false;
  }
  static constexpr std::string_view kHurt[] = {"wounded", "injured", "hurt"};
  bool head_word_after(uint32_t noun, tree::Words words) const {
    for (uint32_t t = noun + 1; t < noun + 3; ++t)
      if (among(lower_form(document_, t), words)) return true;
    return false;
  }

  // Below the event, or the event's own argument; not inside another clause that reports something else.
  bool in_scope(uint32_t token) const {
    const uint32_t head = site_.head;
    if (tree::is_below(document_, token, head)) return holds(token);
    if (tree::is_verbal(document_, head) && tree::subject_of(document_, head) == token) return true;
    const uint32_t verb = tree::clause_of(document_, head);
    const uint32_t own = tree::clause_of(document_, token);
    // "three soldiers died when their vehicle was blown up"
    const uint32_t above =
        verb < document_.tokens.size() && base(document_.tokens[verb].deprel) == Deprel::advcl ? document_.tokens[verb].head : kNone;
    if (verb == head && above != kNone && own == above)
      return site_.type == "ASSAULT" && !measure_of(lower_lemma(document_, above)).empty() && opens(verb);
    // The event is a noun or participle inside the clause that counts: "a blast killed nine".
    return verb != head && own == verb && !measure_of(lower_lemma(document_, verb)).empty();
  }
  bool opens(uint32_t clause) const {
    static constexpr std::string_view kWhen[] = {"when", "as", "after"};
    for (const uint32_t c : tree::children(document_, clause))
      if (among(lower_form(document_, c), kWhen)) return true;
    return false;
  }
  // No other clause that reports something of its own lies between the number and the event.
  bool holds(uint32_t token) const {
    static constexpr std::string_view kApart[] = {"after", "before", "if", "since", "until", "unless", "though", "although", "because"};
    const bool verbal = document_.tokens[site_.head].upos == Upos::VERB;
    for (uint32_t at = token; at != site_.head && at != kNone; at = document_.tokens[at].head) {
      const Deprel relation = document_.tokens[at].deprel;
      if (relation == Deprel::acl_relcl && !measured_clause(at)) return false;
      if (relation == Deprel::acl && verbal && tree::is_verbal(document_, at)) return false;
      if (relation == Deprel::ccomp || relation == Deprel::parataxis) return false;
      if (relation == Deprel::conj && tree::is_verbal(document_, at)) return false;
      if (base(relation) != Deprel::advcl) continue;
      for (const uint32_t c : tree::children(document_, at))
        if (document_.tokens[c].deprel == Deprel::mark && among(lower_form(document_, c), kApart)) return false;
    }
    return true;
  }

  bool measured_clause(uint32_t verb) const {
    const std::string_view what = measure_of(lower_lemma(document_, verb));
    return (what == "killed" || what == "injured") && site_.type == "ASSAULT";
  }

  void add(std::string_view what, double value, Span span) {
    for (const Count& count : out_)
      if (count.what == what) return;
    out_.push_back({std::string(what), value, span});
  }

  const Document& document_;
  const EventSite& site_;
  std::vector<Count> out_;
};

}  // namespace

std::vector<Count> read_counts(const Document& document, const Knowledge&, const EventSite& site) { return Reader(document, site).read(); }

}  // namespace gesta
