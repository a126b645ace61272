// Whether an event happened. Rules look at its own negation, modal, tense and aspect first, then every clause above it up to the sentence
// (conditional, question, embedding verb by sign). Signs after Karttunen (1971); the six values are those of the report. An act of speech that the
// modal itself makes ("will send" AGREE, "must leave" REQUEST, "will not" REJECT) has happened once it is said; a treaty that they "will sign" has
// not.
#include "events/attribution_words.h"
#include "events/factuality.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"
#include "events/status_features.h"
#include "events/status_words.h"

namespace gesta {

namespace {

using namespace status_words;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

struct Verb {
  bool negated = false, will = false, may = false, would = false, must = false, can = false, perfect = false, progressive = false, past = false,
       present = false, infinitive = false;
};

Verb look(const Document& document, uint32_t verb) {
  Verb seen;
  const Token& at = document.tokens[verb];
  seen.past = at.xpos == "VBD";
  seen.present = at.xpos == "VBP" || at.xpos == "VBZ";
  seen.progressive = at.xpos == "VBG";
  bool be = false;
  for (const uint32_t c : tree::children(document, verb)) {
    const Token& child = document.tokens[c];
    const std::string form = lower_form(document, c), lemma = lower_lemma(document, c);
    const Deprel relation = base(child.deprel);
    if (c < verb + 3 && relation == Deprel::advmod &&
        (form == "not" || form == "n't" || form == "n\xE2\x80\x99t" || form == "never" || form == "hardly"))
      seen.negated = true;
    if (relation == Deprel::det && form == "no") seen.negated = true;
    if (relation == Deprel::mark && form == "to") seen.infinitive = true;
    if (relation != Deprel::aux && relation != Deprel::cop) continue;
    if (form == "will" || form == "'ll" || form == "wo" || form == "shall") seen.will = true;
    if (form == "may" || form == "might") seen.may = true;
    if (form == "would" || form == "'d") seen.would = true;
    if (form == "must" || form == "should") seen.must = true;
    if (form == "could" || form == "can" || form == "ca") seen.can = true;
    if (lemma == "have") seen.perfect = true, seen.present |= child.xpos == "VBP" || child.xpos == "VBZ", seen.past |= child.xpos == "VBD";
    if (lemma == "be") be = true, seen.present |= child.xpos == "VBP" || child.xpos == "VBZ", seen.past |= child.xpos == "VBD";
  }
  seen.progressive &= be || seen.perfect;
  return seen;
}

bool no_subject(const Document& document, uint32_t verb) {
  for (const uint32_t c : tree::children(document, verb)) {
    const Deprel relation = base(document.tokens[c].deprel);
    if (relation != Deprel::nsubj && relation != Deprel::obj) continue;
    if (among(lower_form(document, c), kNoOne)) return true;
    if (tree::has_child_lemma(document, c, Deprel::det, kNot)) return true;
  }
  return false;
}

bool question(const Document& document, const EventSite& site) {
  const Sentence& sentence = document.sentences[site.sentence];
  if (sentence.first >= sentence.last) return false;
  for (uint32_t t = sentence.last; t-- > sentence.first && sentence.last - t < 4;)
    if (document.tokens[t].form == "?") return true;
  return false;
}

bool conditional(const Document& document, uint32_t verb) {
  for (const uint32_t c : tree::children(document, verb)) {
    const std::string form = lower_form(document, c);
    if (document.tokens[c].deprel == Deprel::mark && among(form, kConditional)) return true;
  }
  // "Should Berlin refuse", "Were Caracas to invade"
  const uint32_t subject = tree::child(document, verb, {Deprel::nsubj, Deprel::nsubj_pass});
  const uint32_t aux = tree::child(document, verb, {Deprel::aux, Deprel::cop, Deprel::aux_pass});
  if (subject == kNone || aux == kNone || aux > subject) return false;
  const std::string_view form = document.tokens[aux].form;
  const bool clause = base(document.tokens[verb].deprel) == Deprel::advcl;
  return among(form, kInverting) || (clause && (form == "should" || form == "were" || form == "had"));
}

bool is_speech_of_modal(std::string_view type) {
  return type == "AGREE" || type == "REJECT" || type == "REQUEST" || type == "THREATEN" || type == "ACCUSE" || type == "SUPPORT";
}

class Reader {
 public:
  Reader(const Document& document, const Knowledge& knowledge, const EventSite& site) : document_(document), knowledge_(knowledge), site_(site) {}

  // Words that leave no doubt: "unclear whether they met", "without taking part in operations".
  std::optional<Status> certain() const {
    if (site_.head >= document_.tokens.size()) return std::nullopt;
    if (left_open(site_.head)) return Status::possible;
    if (const auto open = only_open(); open) return open;
    if (inverted()) return Status::hypothetical;
    if (disowned()) return Status::denied;
    if (const auto ahead = arranged(); ahead) return ahead;
    if (entered_a_day() || stands()) return Status::ongoing;
    if (set_to_meet()) return Status::expected;
    if (withdrawn()) return Status::possible;
    uint32_t at = site_.head;
    for (int step = 0; step < 4 && at != kNone; ++step, at = document_.tokens[at].head) {
      for (const uint32_t c : tree::children(document_, at))
        if (c < at && base(document_.tokens[c].deprel) == Deprel::mark && lower_form(document_, c) == "without") return Status::denied;
      const Deprel relation = base(document_.tokens[at].deprel);
      const bool inside = relation == Deprel::obj || relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::compound ||
                          (relation == Deprel::conj && !tree::is_verbal(document_, at));
      if (!inside) break;
    }
    return std::nullopt;
  }

  // "Were the army to fire on the crowd, he would resign", whatever the tree makes of it; "had they not fired ..." tells that they did.
  bool inverted() const {
    const Sentence& sentence = document_.sentences[site_.sentence];
    const auto form = [&](uint32_t t) { return document_.tokens[t].form; };
    uint32_t first = sentence.body;
    while (first < sentence.last && document_.tokens[first].upos == Upos::PUNCT) ++first;
    if (first >= site_.head || document_.tokens[site_.head].upos != Upos::VERB || !among(form(first), kInverting)) return false;
    uint32_t end = first;
    while (end < sentence.last && form(end) != ",") ++end;
    if (end <= site_.head || end == sentence.last || question(document_, site_)) return false;
    return std::none_of(document_.tokens.begin() + first, document_.tokens.begin() + end,
                        [](const Token& t) { return t.form == "not" || t.form == "n't"; });
  }

  // "Denied any role in the attack".
  bool disowned() const {
    const uint32_t share = document_.tokens[site_.head].head;
    if (site_.type == "REJECT" || share >= document_.tokens.size() || base(document_.tokens[site_.head].deprel) != Deprel::nmod) return false;
    const uint32_t verb = document_.tokens[share].head;
    return verb < document_.tokens.size() && document_.tokens[share].deprel == Deprel::obj &&
           among(lower_lemma(document_, share), attribution_words::kShares) && lower_lemma(document_, verb) == "deny" &&
           !look(document_, verb).negated;
  }

  // "Is set to meet", "are due to hold talks": who says so makes no rumour of it.
  bool set_to_meet() const {
    constexpr std::string_view kArrangedTo[] = {"set", "due", "expect", "schedule", "slate"};
    const Token& token = document_.tokens[site_.head];
    const uint32_t plan = base(token.deprel) == Deprel::xcomp && token.head != kNone ? token.head : site_.head;
    if (site_.type != "CONSULT" || !among(lower_lemma(document_, plan), kArrangedTo) || document_.tokens[plan].xpos == "VBD") return false;
    const uint32_t what = plan == site_.head ? tree::child(document_, plan, {Deprel::xcomp}) : site_.head;
    if (what == kNone || !look(document_, what).infinitive) return false;
    return tree::child(document_, plan, {Deprel::aux_pass, Deprel::cop}) != kNone && !look(document_, plan).negated && !conditional(document_, plan);
  }

  // "... the site reported on Saturday. The report was wrong": the next sentence takes it back.
  bool withdrawn() const {
    constexpr std::string_view kDeeds[] = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "AID", "SANCTION", "RETREAT"};
    if (!among(site_.type, kDeeds)) return false;
    constexpr std::string_view kAccounts[] = {"report", "claim", "story", "account", "rumour", "rumor", "allegation"};
    constexpr std::string_view kUntrue[] = {"wrong",    "false",      "untrue",     "incorrect", "mistaken",   "unfounded",
                                            "baseless", "inaccurate", "groundless", "hoax",      "fabricated", "fabrication"};
    if (site_.sentence + 1 >= document_.sentences.size() ||
        document_.sentences[site_.sentence + 1].paragraph != document_.sentences[site_.sentence].paragraph)
      return false;
    const Sentence& next = document_.sentences[site_.sentence + 1];
    for (uint32_t t = next.first; t < next.last; ++t) {
      if (!among(lower_lemma(document_, t), kUntrue) || tree::child(document_, t, {Deprel::cop}) == kNone || look(document_, t).negated) continue;
      const uint32_t what = tree::child(document_, t, {Deprel::nsubj});
      if (what != kNone && among(lower_lemma(document_, what), kAccounts)) return true;
    }
    return false;
  }

  // "Had called a march", "plan a rally", "put off the talks": the event's word tells of the plan alone.
  std::optional<Status> arranged() const {
    const Verb verb = look(document_, site_.head);
    if ((site_.type != "PROTEST" && site_.type != "CONSULT") || verb.negated || !tree::is_verbal(document_, site_.head)) return std::nullopt;
    if (tree::child(document_, site_.head, {Deprel::obj, Deprel::nsubj_pass}) == kNone) return std::nullopt;
    const std::string lemma = lower_lemma(document_, site_.head);
    if (among(lemma, kPutOff) || ((lemma == "call" || lemma == "put") && tree::has_child_lemma(document_, site_.head, Deprel::compound, kOff)))
      return Status::denied;
    if (among(lemma, kArranged) || (lemma == "call" && site_.type == "PROTEST")) return Status::expected;
    return std::nullopt;
  }

  // "The strike entered its third week", "entered the 29th day of a hunger strike"
  bool entered_a_day() const {
    static constexpr std::string_view kDays[] = {"day", "night", "week", "month", "year"};
    uint32_t verb = site_.head;
    for (int step = 0; step < 2 && lower_lemma(document_, verb) != "enter"; ++step) {
      const Deprel relation = base(document_.tokens[verb].deprel);
      const bool noun = relation == Deprel::nsubj || relation == Deprel::obj || relation == Deprel::nmod;
      if (!noun || document_.tokens[verb].head >= document_.tokens.size()) return false;
      verb = document_.tokens[verb].head;
    }
    return lower_lemma(document_, verb) == "enter" && tree::has_child_lemma(document_, verb, Deprel::obj, kDays) && !look(document_, verb).negated;
  }

  // "His continued refusal", "a ban ... remains in force", "in light of Egypt's commitment": told of as lasting.
  bool stands() const {
    static constexpr std::string_view kLasting[] = {"continued", "continuing", "continuous", "ongoing", "unceasing", "incessant"};
    static constexpr std::string_view kStay[] = {"remain", "stay"};
    static constexpr std::string_view kStanding[] = {"commitment", "alliance", "policy"};
    static constexpr std::string_view kGround[] = {"light", "view", "line"};
    const Token& noun = document_.tokens[site_.head];
    if (noun.upos != Upos::NOUN) return false;
    for (const uint32_t c : tree::children(document_, site_.head))
      if (document_.tokens[c].deprel == Deprel::amod && among(lower_form(document_, c), kLasting)) return true;
    if (noun.head >= document_.tokens.size()) return false;
    if (base(noun.deprel) == Deprel::nsubj && among(lower_lemma(document_, noun.head), kStay) && look(document_, noun.head).present)
      for (const uint32_t c : tree::children(document_, noun.head))
        if (lower_form(document_, c) == "force" || lower_form(document_, c) == "place") return true;
    return among(lower_lemma(document_, site_.head), kStanding) && base(noun.deprel) == Deprel::nmod &&
           among(lower_lemma(document_, noun.head), kGround);
  }

  // "The risk of an attack", "the option of strikes", "a plot to kill him", "foiled a plot": nothing of it has happened yet.
  std::optional<Status> only_open() const {
    constexpr std::string_view deeds[] = {"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"};
    if (!among(site_.type, deeds)) return std::nullopt;
    const Token& token = document_.tokens[site_.head];
    const std::string own = lower_lemma(document_, site_.head);
    if (among(own, kFoiled)) return Status::denied;
    if (token.upos == Upos::NOUN && among(own, kOpen)) return Status::hypothetical;
    uint32_t plot = token.upos == Upos::NOUN && among(own, kPlots) ? site_.head : kNone;
    if (token.head < document_.tokens.size()) {
      const std::string above = lower_lemma(document_, token.head);
      const bool noun = document_.tokens[token.head].upos == Upos::NOUN;
      if (noun && base(token.deprel) == Deprel::nmod && case_of(site_.head) == "of" && among(above, kOpen)) return Status::hypothetical;
      if (noun && base(token.deprel) == Deprel::acl && among(above, kPlots)) plot = token.head;
    }
    if (plot == kNone) return std::nullopt;
    const uint32_t verb = document_.tokens[plot].head;
    return verb < document_.tokens.size() && among(lower_lemma(document_, verb), kFoiled) ? Status::denied : Status::possible;
  }

  Status read() const {
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size()) return Status::happened;
    if (const auto own = own_words()) return *own;
    return climb(site_.head);
  }

 private:
  using Maybe = std::optional<Status>;

  // What the event's own word carries.
  Maybe own_words() const {
    const uint32_t head = site_.head;
    for (const uint32_t c : tree::children(document_, head)) {
      const std::string form = lower_form(document_, c);
      const Deprel relation = base(document_.tokens[c].deprel);
      if (relation == Deprel::amod && among(form, kHedgeAdjectives)) return Status::possible;
      if (relation == Deprel::amod && among(form, kPlannedAdjectives)) return Status::expected;
      if (relation == Deprel::advmod && among(form, kHedges)) return Status::possible;
      if (relation == Deprel::case_ && form == "without") return Status::denied;
      if (relation == Deprel::mark && form == "without") return Status::denied;
      if (relation == Deprel::det && form == "no" && site_.type != "REJECT") return Status::denied;
    }
    if (!tree::is_verbal(document_, head)) return std::nullopt;
    const Verb verb = look(document_, head);
    if (conditional(document_, head)) return Status::hypothetical;
    if (const auto status = planned(head)) return *status;
    if ((verb.negated || no_subject(document_, head)) && site_.type != "REJECT" && !(site_.type == "AGREE" && (verb.will || verb.would)))
      return verb.may || verb.can ? Status::hypothetical : Status::denied;
    const bool promised = (verb.would || (verb.will && site_.type != "SUPPORT")) && site_.type != "REQUEST" && site_.type != "ACCUSE";
    if (is_speech_of_modal(site_.type) && (verb.must || verb.can || promised)) {
      if (question(document_, site_)) return Status::hypothetical;
      return Status::happened;
    }
    return modal(verb);
  }

  // "It is unclear whether", "it was not made clear if"
  bool left_open(uint32_t head) const {
    static constexpr std::string_view kWhether[] = {"whether", "if"};
    if (!tree::has_child_lemma(document_, head, Deprel::mark, kWhether)) return false;
    const uint32_t above = document_.tokens[head].head;
    if (above == kNone) return false;
    bool clear = lower_form(document_, above) == "clear", negated = lower_form(document_, above) == "unclear";
    for (const uint32_t c : tree::children(document_, above)) {
      clear |= lower_form(document_, c) == "clear";
      negated |= lower_form(document_, c) == "unclear" || lower_form(document_, c) == "not" || lower_form(document_, c) == "n't";
      for (const uint32_t g : tree::children(document_, c)) negated |= lower_form(document_, c) == "clear" && lower_form(document_, g) == "not";
    }
    return negated && (clear || lower_form(document_, above) == "unclear");
  }

  Maybe modal(const Verb& verb) const {
    if ((verb.will || verb.can) && has_condition(site_.head)) return Status::hypothetical;
    if (verb.will) return Status::expected;
    if (verb.may) return Status::possible;
    if (verb.can) return verb.perfect ? Status::hypothetical : Status::possible;
    if (verb.would && tree::child(document_, site_.head, {Deprel::advcl}) != kNone && has_condition(site_.head)) return Status::hypothetical;
    if (verb.would) return verb.perfect ? Status::hypothetical : Status::expected;
    if (verb.must) return Status::hypothetical;
    return std::nullopt;
  }

  bool has_condition(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb))
      if (base(document_.tokens[c].deprel) == Deprel::advcl && conditional(document_, c)) return true;
    return false;
  }

  // A finite clause with a subject of its own, a relative clause or a participle that tells what is done: what governs it leaves no mark.
  bool closed(uint32_t at) const {
    const Token& token = document_.tokens[at];
    if (token.deprel == Deprel::acl_relcl) return true;
    if (token.deprel == Deprel::acl && token.xpos == "VBN") return true;
    const bool finite = token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP" ||
                        tree::child(document_, at, {Deprel::aux, Deprel::aux_pass, Deprel::cop}) != kNone;
    const bool subject = tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass}) != kNone;
    if (base(token.deprel) == Deprel::advcl) return finite && !conditional(document_, at);
    if (base(token.deprel) == Deprel::conj) return subject || token.xpos == "VBD";
    return base(token.deprel) == Deprel::parataxis;
  }

  // "is to", "are due to": the plan is the predicate itself.
  Maybe planned(uint32_t head) const {
    const std::string lemma = lower_lemma(document_, head);
    const std::string_view xpos = document_.tokens[head].xpos;
    const bool speech = is_speech_of_modal(site_.type);
    if (lemma == "deny" && site_.type != "REJECT") return Status::denied;
    if (speech) return std::nullopt;
    if ((lemma == "due" || lemma == "likely" || lemma == "poised" || lemma == "poise") && xpos != "VBD") return Status::expected;
    for (const uint32_t c : tree::children(document_, head))
      if (lower_form(document_, c) == "due" && base(document_.tokens[c].deprel) != Deprel::nmod) return Status::expected;
    if (lemma == "set" && xpos != "VBD" && tree::child(document_, head, {Deprel::xcomp}) != kNone) return Status::expected;
    if (document_.tokens[head].head == kNone && look(document_, head).infinitive) return Status::expected;  // "Serbia to recall envoys"
    if ((lemma == "expect" || lemma == "schedule" || lemma == "slate" || lemma == "plan" || lemma == "mean" || lemma == "intend") &&
        (tree::child(document_, head, {Deprel::xcomp, Deprel::aux_pass}) != kNone))
      return Status::expected;
    if (lemma == "fail" || lemma == "refuse" || lemma == "decline") return std::nullopt;
    const Verb verb = look(document_, head);
    const uint32_t be = tree::child(document_, head, {Deprel::aux, Deprel::cop, Deprel::aux_pass});
    if (verb.infinitive && be != kNone && lower_lemma(document_, be) == "be" && be + 3 > tree_mark(head) && be < tree_mark(head))
      return Status::expected;
    for (const uint32_t c : tree::children(document_, head)) {
      const std::string form = lower_form(document_, c);
      if ((form == "tomorrow" || form == "tonight") && (verb.present || verb.progressive)) return Status::expected;
    }
    return std::nullopt;
  }
  uint32_t tree_mark(uint32_t head) const {
    for (const uint32_t c : tree::children(document_, head))
      if (document_.tokens[c].deprel == Deprel::mark && lower_form(document_, c) == "to") return c;
    return 0;
  }

  Status climb(uint32_t token) const {
    const uint32_t head = site_.head;
    const bool verbal = tree::is_verbal(document_, head);
    const Verb own = look(document_, head);
    uint32_t at = token;
    bool apart = false;  // the clause is told as a fact inside another
    for (uint32_t step = 0; step < 24; ++step) {
      const uint32_t governor = document_.tokens[at].head;
      if (governor == kNone || governor >= document_.tokens.size()) break;
      if (closed(at)) {
        apart = true;
        break;
      }
      if (const auto status = under(at, governor)) return *status;
      if (told(at)) {
        apart = base(document_.tokens[at].deprel) != Deprel::ccomp || !tree::is_verbal(document_, at);
        break;
      }
      at = governor;
    }
    if (!apart && question(document_, site_)) return Status::hypothetical;
    if (document_.tokens[head].xpos == "VBG" && document_.tokens[head].deprel == Deprel::amod) return Status::ongoing;  // "striking miners"
    if (verbal && own.progressive && (own.present || (own.past && !own.perfect)) && site_.type != "CONSULT") return Status::ongoing;
    if ((document_.tokens[head].xpos == "VBN" || document_.tokens[head].xpos == "VBG") && base(document_.tokens[head].deprel) == Deprel::acl &&
        since(head))
      return Status::ongoing;
    if (verbal && own.perfect && own.present && since(head)) return Status::ongoing;
    if (verbal && own.present && !own.perfect && site_.type != "ACCUSE" && among(lower_lemma(document_, head), kLasting)) return Status::ongoing;
    return Status::happened;
  }

  // Past these nothing above bears on the event: a finite clause that is told, a noun in an oblique place.
  bool told(uint32_t at) const {
    const Token& token = document_.tokens[at];
    const Deprel relation = base(token.deprel);
    if (relation == Deprel::ccomp) return token.xpos == "VBD" || tree::child(document_, at, {Deprel::aux, Deprel::aux_pass, Deprel::cop}) != kNone;
    return (relation == Deprel::obl || relation == Deprel::nmod) && !tree::is_verbal(document_, at);
  }

  bool since(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb)) {
      for (const uint32_t g : tree::children(document_, c))
        if (lower_form(document_, g) == "since") return true;
      if (lower_form(document_, c) == "still") return true;
    }
    return false;
  }

  // The mark the governor leaves on the clause or noun below it.
  Maybe under(uint32_t at, uint32_t governor) const {
    const Deprel relation = base(document_.tokens[at].deprel);
    const bool complement = relation == Deprel::xcomp || relation == Deprel::ccomp || relation == Deprel::csubj;
    const bool noun_complement = relation == Deprel::acl && document_.tokens[at].deprel != Deprel::acl_relcl;
    const bool argument = relation == Deprel::obj || document_.tokens[at].deprel == Deprel::nsubj_pass;
    const bool oblique = relation == Deprel::obl || relation == Deprel::advcl || relation == Deprel::nmod;
    const std::string lemma = lower_lemma(document_, governor);
    const bool infinitive = look(document_, at).infinitive;
    if (complement || (noun_complement && infinitive) || (argument && at != governor)) {
      if (among(lemma, kNegative)) return denied_by(lemma, governor, argument);
      if (infinitive && lemma == "be" && complement) return Status::expected;
      if ((complement || noun_complement) && infinitive && among(lemma, kPlanned))
        return is_speech_of_modal(site_.type) ? Status::happened : Status::expected;
      if (argument && (lemma == "plan" || lemma == "schedule" || lemma == "announce" || lemma == "promise")) return Status::expected;
      if ((complement || noun_complement) && among(lemma, kWished)) return Status::hypothetical;
      if (argument && (lemma == "demand" || lemma == "seek" || lemma == "propose" || lemma == "want" || lemma == "fear")) return Status::hypothetical;
    }
    if (argument && tree::is_verbal(document_, governor))
      if (const auto status = planned(governor); status == Status::expected) return status;
    if (relation == Deprel::nsubj && tree::is_verbal(document_, governor) && !tree::is_verbal(document_, at))
      if (const auto status = planned(governor); status == Status::expected) return status;
    if (document_.tokens[at].deprel == Deprel::ccomp && partial(governor)) return Status::possible;
    if (complement && among(lemma, kClaimed)) return Status::possible;
    if (oblique && (lemma == "accuse" || lemma == "suspect" || lemma == "blame" || lemma == "charge" || lemma == "indict")) return Status::possible;
    if (oblique && (lemma == "call" || lemma == "appeal" || lemma == "press") && relation != Deprel::advcl && case_of(at) == "for")
      return Status::hypothetical;
    if (relation == Deprel::advcl && infinitive && on_the_air(governor)) return Status::happened;
    if (relation == Deprel::advcl && infinitive && site_.type != "PROTEST") return Status::expected;  // purpose
    if (tree::is_verbal(document_, governor) && (complement || relation == Deprel::conj || argument || relation == Deprel::nsubj || oblique)) {
      if (conditional(document_, governor) && relation != Deprel::advcl) return Status::hypothetical;
      const Verb verb = look(document_, governor);
      const bool report = document_.tokens[at].deprel == Deprel::ccomp;
      if (complement && !report && verb.negated) return Status::denied;
      if ((relation == Deprel::obj || relation == Deprel::nsubj) && (verb.negated) && !tree::is_verbal(document_, site_.head)) return Status::denied;
      if (!report && (relation != Deprel::advcl || document_.tokens[at].xpos == "VBG") && relation != Deprel::obl &&
          (relation != Deprel::conj || tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux}) == kNone))
        if (!is_speech_of_modal(site_.type))
          if (const auto status = modal(verb)) return status;
    }
    return std::nullopt;
  }

  // "went on television to announce": going there is saying it.
  bool on_the_air(uint32_t verb) const {
    static constexpr std::string_view kAir[] = {"television", "radio", "tv", "air", "podium", "parliament"};
    const std::string lemma = lower_lemma(document_, verb);
    return (lemma == "go" || lemma == "appear" || lemma == "take") && tree::has_child_lemma(document_, verb, Deprel::obl, kAir);
  }
  // A side of the quarrel says it of the other: a state, an armed body, a party.
  bool partial(uint32_t verb) const {
    static constexpr std::string_view kSides[] = {"government", "army",  "military", "rebel",     "movement", "opposition",
                                                  "front",      "junta", "regime",   "guerrilla", "militia",  "faction"};
    if (site_.type != "ASSAULT" && site_.type != "MOBILIZE" && site_.type != "AID") return false;
    if (!among(lower_lemma(document_, verb), kSaying)) return false;
    const uint32_t who = tree::subject_of(document_, verb);
    if (who == kNone) return false;
    return document_.tokens[who].upos == Upos::PROPN || document_.tokens[who].upos == Upos::PRON || among(lower_lemma(document_, who), kSides);
  }

  Maybe denied_by(const std::string& lemma, uint32_t governor, bool argument) const {
    if (argument && (lemma == "reject" || lemma == "stop" || lemma == "block" || lemma == "bar" || lemma == "ban" || lemma == "dismiss" ||
                     lemma == "miss" || lemma == "refuse"))
      return std::nullopt;
    return look(document_, governor).negated ? Status::happened : Status::denied;
  }

  std::string case_of(uint32_t token) const {
    const uint32_t c = tree::child(document_, token, {Deprel::case_, Deprel::mark});
    return c == kNone ? std::string() : lower_form(document_, c);
  }

  const Document& document_;
  [[maybe_unused]] const Knowledge& knowledge_;
  const EventSite& site_;
};

}  // namespace

namespace {

constexpr SignWeight kWeights[] = {
#include "events/status_weights.inc"
};

const SignWeights& weights() {
  static const SignWeights all(kWeights);
  return all;
}

int score(Status status, const Signs& signs) {
  SignPart before(name(status));
  before.append(" ");
  return weights().sum(signs, before);
}

}  // namespace

Status rule_status(const Document& document, const Knowledge& knowledge, const EventSite& site) { return Reader(document, knowledge, site).read(); }

namespace {

// A predicate that is no event of the ontology: what the text commits itself to decides, the rules tell the kinds of it apart.
Status any_status(const Document& document, const Knowledge& knowledge, const EventSite& site) {
  const Status rule = rule_status(document, knowledge, site);
  const bool there = rule == Status::happened || rule == Status::ongoing;
  switch (read_factuality(document, site.head)) {
    case Commitment::happened:
      return there ? rule : Status::happened;
    case Commitment::uncertain:
      return Status::possible;
    case Commitment::not_happened:
      break;
  }
  if (!there && rule != Status::possible) return rule;
  return implied(document, site.head) == '-' ? Status::denied : Status::hypothetical;
}

// "Thousands rally in Belgrade", without a full stop: a headline tells in the present what has happened.
bool headline_present(const Document& document, const EventSite& site) {
  static constexpr std::string_view kStates[] = {"have", "be", "hold", "remain", "face", "continue", "keep", "occupy", "fight", "strike"};
  const Token& verb = document.tokens[site.head];
  if (site.sentence >= document.sentences.size() || (verb.xpos != "VBZ" && verb.xpos != "VBP")) return false;
  const std::string_view end = document.tokens[document.sentences[site.sentence].last - 1].form;
  const char last = end.empty() ? '.' : end.back();
  const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9');
  return letter && !among(verb.lemma, kStates) && tree::child(document, site.head, {Deprel::aux, Deprel::mark}) == kNone;
}

}  // namespace

Status read_status(const Document& document, const Knowledge& knowledge, const EventSite& site, std::span<const Said> said_by) {
  if (site.head >= document.tokens.size()) return Status::happened;
  if (site.type.empty()) return any_status(document, knowledge, site);
  if (const auto certain = Reader(document, knowledge, site).certain()) return *certain;
  const Status rule = rule_status(document, knowledge, site);
  const Signs signs = status_signs(document, site, rule, said_by);
  Status best = rule;
  int most = score(rule, signs);
  for (const Status status : kStatuses)
    if (const int s = score(status, signs); s > most) most = s, best = status;
  const bool going_on = best == Status::ongoing || best == Status::expected;
  return going_on && headline_present(document, site) ? Status::happened : best;
}

}  // namespace gesta
