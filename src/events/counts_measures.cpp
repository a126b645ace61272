#include "events/counts_measures.h"

#include <string>

#include "base/lists.h"
#include "events/counts_nouns.h"
#include "events/fields_tree.h"

namespace gesta::counts {

namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

struct Measure {
  std::string_view what;
  std::string_view words;  // lemmas of verbs, adjectives and nouns, between spaces
};
constexpr Measure kMeasures[] = {
    {"killed",
     " kill die dead death murder slay massacre martyr execute assassinate slaughter behead hang hange perish lynch machine-gun drown fatality "
     "butcher fell killing decapitate "
     "execution "
     "hanging assassination electrocute corpse "},
    {"injured", " injure wound hurt injury maim injured wounded wounding injuring hospitalise hospitalize "},
    {"arrested",
     " arrest detain jail imprison sentence apprehend custody arrestee detainee detention arrested convict intern jailing imprisonment incarcerate "},
    {"abducted", " abduct kidnap hostage seize capture abduction kidnapping captive commandeer seizure capturing hijack "},
    {"displaced", " displace flee evacuate refugee displaced homeless resettle uproot evict evacuee "},
    {"protesters",
     " protest march demonstrate rally protester demonstrator marcher striker strike gather protestor sit-in demonstration picket crowd assemble "
     "mass "}};
constexpr std::string_view kDead[] = {"dead"};
constexpr std::string_view kCaptive[] = {"captive", "hostage", "hostages", "captives"};
constexpr std::string_view kHeld[] = {"custody", "prisoner", "questioning", "jail", "bars", "away", "cells", "arrest"};
constexpr std::string_view kPrison[] = {"prison", "jail"};
constexpr std::string_view kHospital[] = {"hospital", "hospitals", "clinic", "infirmary"};
constexpr std::string_view kAway[] = {"homes", "home", "villages", "flight", "beds", "houses", "into", "across"};

class Measures {
 public:
  explicit Measures(const Document& document) : document_(document) {}

  // Active subject of a verb that is done to others: five gunmen killed ...
  bool acts(uint32_t noun) const {
    if (token(noun).deprel != Deprel::nsubj) return false;
    const uint32_t verb = head(noun);
    if (verb == kNone) return false;
    constexpr std::string_view suffering[] = {"die", "perish", "flee", "drown", "fall", "suffer", "lose"};
    const std::string lemma = lower_lemma(document_, verb);
    // "300 schoolboys abducted from their school", "16 wounded": nobody does it to anybody.
    const std::string_view what = measure_of(lemma);
    if (!what.empty() && what != "protesters" && token(verb).xpos != "VBG" && tree::child(document_, verb, {Deprel::obj, Deprel::ccomp}) == kNone)
      return false;
    return !among(lemma, suffering) && token(verb).xpos != "JJ" && measure_of(lower_lemma(document_, verb)) != "protesters" &&
           tree::child(document_, verb, {Deprel::nsubj_pass, Deprel::aux_pass}) == kNone && tree::is_verbal(document_, verb);
  }

  // The measure of the verb or noun above: "wounding four soldiers", "the deaths of six people", "shot three men dead".
  Governed govern(uint32_t noun) const {
    if (acts(noun)) return {};
    // "three workers killed in the blast": the participle below.
    for (const uint32_t c : tree::children(document_, noun))
      if (token(c).deprel == Deprel::acl && token(c).xpos != "VBG")
        if (const std::string_view what = measure_at(c, noun); !what.empty()) return {what, c};
    uint32_t at = noun;
    for (int step = 0; step < 5; ++step) {
      const Deprel relation = base(token(at).deprel);
      const uint32_t up = head(at);
      if (up == kNone) return {};
      const bool argument = relation == Deprel::obj || relation == Deprel::nsubj || relation == Deprel::nmod || relation == Deprel::conj ||
                            relation == Deprel::appos || relation == Deprel::nummod || relation == Deprel::compound || relation == Deprel::xcomp ||
                            relation == Deprel::dep ||
                            (relation == Deprel::obl && (marked(at, "of") || tree::child(document_, at, {Deprel::case_}) == kNone));
      if (!argument || (step > 0 && relation == Deprel::conj && tree::is_verbal(document_, at))) return {};
      const bool beside = relation == Deprel::conj && token(up).upos == Upos::NOUN && is_person(document_, up);  // "three strikers and two policemen"
      if (const std::string_view what = beside ? std::string_view() : measure_at(up, at); !what.empty()) return {what, up};
      if (tree::is_verbal(document_, up) && relation != Deprel::xcomp) return {};
      at = up;
    }
    return {};
  }

 private:
  const Token& token(uint32_t t) const { return document_.tokens[t]; }
  uint32_t head(uint32_t t) const { return tree::head(document_, t); }
  bool marked(uint32_t noun, std::string_view word) const { return tree::has_child_form(document_, noun, Deprel::case_, word); }

  std::string_view measure_at(uint32_t word, uint32_t from) const {
    const std::string lemma = lower_lemma(document_, word);
    if ((lemma == "shoot" || lemma == "shot" || lemma == "stab") && outcome(document_, word) == "limb") return "injured";
    if ((lemma == "shoot" || lemma == "shot") && (near(word, kDead) || token(from).deprel == Deprel::nsubj_pass)) return "killed";
    if ((lemma == "gun" && near_is(word, "down")) || (lemma == "mow" && near_is(word, "down")) || lemma == "fall" ||
        (lemma == "lose" && token(from).deprel != Deprel::nsubj) || lemma == "bury") {
      if (lemma == "fall" && token(from).deprel != Deprel::nsubj) return {};
      if (lemma == "lose" && token(from).deprel != Deprel::obj) return {};
      return lemma == "bury" ? std::string_view() : "killed";
    }
    if (lemma == "lose" && token(from).deprel == Deprel::nsubj) {  // "five Turks lost their lives"
      const uint32_t lost = tree::child(document_, word, {Deprel::obj});
      return lost != kNone && lower_lemma(document_, lost) == "life" ? "killed" : "";
    }
    if ((lemma == "cost" || lemma == "take" || lemma == "claim") && lower_lemma(document_, from) == "life") return "killed";
    if ((lemma == "hack" || lemma == "burn" || lemma == "beat" || lemma == "stone" || lemma == "trample" || lemma == "club") &&
        near_is(word, "death"))
      return "killed";
    if ((lemma == "hold" || lemma == "take" || lemma == "keep") && near(word, kCaptive)) return "abducted";
    if ((lemma == "hold" || lemma == "take" || lemma == "lead" || lemma == "keep" || lemma == "put" || lemma == "place") && near(word, kHeld))
      return "arrested";
    if (lemma == "send" && near(word, kPrison)) return "arrested";
    if ((lemma == "pick" || lemma == "round") && near_is(word, "up")) return "arrested";
    if ((lemma == "drive" || lemma == "put" || lemma == "force" || lemma == "herd" || lemma == "turn") && near(word, kAway)) return "displaced";
    if ((lemma == "drive" || lemma == "hound" || lemma == "chase" || lemma == "push") && (near_is(word, "out") || beyond(word))) return "displaced";
    if (lemma == "put" && near_is(word, "death")) return "killed";
    if (lemma == "lie" && near(word, kDead)) return "killed";
    if (lemma == "treat" && token(from).deprel == Deprel::nsubj_pass) return "injured";
    if ((lemma == "need" || lemma == "require") && near_is(word, "treatment")) return "injured";
    if (lemma == "hospital" && token(from).deprel == Deprel::nsubj) return "injured";  // "78 are in hospital"
    constexpr std::string_view brought[] = {"take", "rush", "admit", "ferry", "bring", "fly", "carry", "send"};
    if (among(lemma, brought) && near(word, kHospital)) return "injured";
    constexpr std::string_view hurts[] = {"bruises", "cuts", "burns", "injuries", "wounds"};
    if ((lemma == "leave" || lemma == "escape" || lemma == "suffer" || lemma == "admit") && near(word, hurts)) return "injured";
    if (lemma == "leave" && after(from, kDead)) return "killed";
    if (lemma == "leave" && after(from, kHurt)) return "injured";
    return measure_of(lemma);
  }
  bool near(uint32_t verb, tree::Words words) const {
    for (uint32_t t = verb + 1; t < verb + 14 && t < document_.tokens.size() && token(t).sentence == token(verb).sentence; ++t)
      if (among(lower_form(document_, t), words)) return true;
    return false;
  }
  // "drove 400,000 Kurds towards the mountains", "from their villages"
  bool beyond(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb))
      if (base(token(c).deprel) == Deprel::obl && (marked(c, "from") || marked(c, "towards") || marked(c, "toward"))) return true;
    return false;
  }
  bool near_is(uint32_t verb, std::string_view word) const {
    for (uint32_t t = verb + 1; t < verb + 6 && t < document_.tokens.size(); ++t)
      if (lower_form(document_, t) == word) return true;
    return false;
  }
  bool after(uint32_t noun, tree::Words words) const {
    for (uint32_t t = noun + 1; t < noun + 3; ++t)
      if (among(lower_form(document_, t), words)) return true;
    return false;
  }

  const Document& document_;
};

bool pays(std::string_view type) {
  constexpr std::string_view types[] = {"AID", "AGREE", "REQUEST", "COOPERATE", "SANCTION", "SUPPORT", "REJECT", "CONCEDE", "THREATEN"};
  return among(type, types);
}

}  // namespace

std::string_view measure_of(std::string_view lemma) {
  for (const Measure& measure : kMeasures)
    if (has_word(measure.words, lemma)) return measure.what;
  return {};
}

// What the clause tells of the end of it: "shot dead", "beaten to death", "shot in the calf"; after "shot" alone it is open.
std::string_view outcome(const Document& document, uint32_t word) {
  constexpr std::string_view limbs[] = {"arm",  "leg",     "cheek", "foot",  "hand", "thigh", "calf",  "shoulder", "eye",     "face",  "knee",
                                        "hip",  "ankle",   "ear",   "jaw",   "nose", "rib",   "elbow", "wrist",    "forearm", "lip",   "finger",
                                        "back", "buttock", "skull", "mouth", "neck", "chest", "head",  "stomach",  "abdomen", "temple"};
  constexpr std::string_view mortal[] = {"neck", "chest", "head", "stomach", "abdomen", "temple"};
  constexpr uint32_t kNear = 8;  // tokens
  std::string_view part;
  for (uint32_t t = word + 1; t < word + kNear && t < document.tokens.size() && document.tokens[t].sentence == document.tokens[word].sentence; ++t) {
    const std::string lemma = lower_lemma(document, t);
    if (lemma == "dead" || lemma == "death" || lemma == "die" || lemma == "kill") return "death";
    if (part.empty() && among(lemma, limbs) && document.tokens[t].upos == Upos::NOUN && lower_form(document, t - 1) != "at")
      part = among(lemma, mortal) ? "mortal part" : "limb";
  }
  constexpr std::string_view open[] = {"shoot", "stab", "hit", "beat", "strike", "attack", "knife", "wound", "cut"};
  return part.empty() && among(lower_lemma(document, word), open) ? "open" : part;
}

Governed govern(const Document& document, uint32_t noun) { return Measures(document).govern(noun); }
bool acts(const Document& document, uint32_t noun) { return Measures(document).acts(noun); }

std::vector<std::string_view> kinds_of(std::string_view type) {
  if (type == "ASSAULT") return {"killed", "injured", "abducted", "displaced"};
  if (type == "PROTEST") return {"protesters", "killed", "injured"};
  if (type == "COERCE") return {"arrested", "displaced"};
  if (pays(type)) return {"amount"};
  return {};
}

std::string_view suited(std::string_view type, std::string_view what) {
  if (what == "amount") return pays(type) ? what : std::string_view();
  if (what == "killed" || what == "injured") return type == "ASSAULT" || type == "PROTEST" ? what : std::string_view();
  if (what == "protesters") return type == "PROTEST" ? what : std::string_view();
  if (what == "displaced") return type == "ASSAULT" || type == "COERCE" ? what : std::string_view();
  if (what != "arrested" && what != "abducted") return {};
  return type == "COERCE" ? "arrested" : type == "ASSAULT" && what == "abducted" ? what : std::string_view();
}

}  // namespace gesta::counts
