// Who says so, innermost first: verbs of saying above the event or beside its clause, "according to", accusations and denials, the outlet
// that was told or that quotes, and a speaker carried over from the sentence before by a pronoun. Source, cue and content after Pareti (2012).
#include <algorithm>

#include "base/utf8.h"
#include "events/attribution_given.h"
#include "events/attribution_order.h"
#include "events/attribution_speaker.h"
#include "events/attribution_words.h"
#include "events/fields.h"
#include "events/fields_tree.h"
#include "events/when_event.h"

namespace gesta {

namespace {

using namespace attribution_words;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

class Reader {
 public:
  Reader(const Document& document, const Knowledge& knowledge, const EventSite& site)
      : document_(document), knowledge_(knowledge), site_(site), speakers_(document, knowledge) {}

  std::vector<Said> read() {
    if (site_.head >= document_.tokens.size()) return {};
    uint32_t at = site_.head;
    given_ = is_given(document_, at);
    own_denial(at);
    beside(at);
    for (uint32_t step = 0; step < 24 && !is_background(document_, at); ++step) {
      const uint32_t governor = document_.tokens[at].head;
      if (governor == kNone || governor >= document_.tokens.size()) break;
      if (const uint32_t says = document_.tokens[governor].head;
          says != kNone && speakers_.reporting(says) && is_act_of_speaker(document_, at, says)) {
        at = says;
      } else {
        above(at, governor);
        at = governor;
      }
      beside(at);
    }
    given_ |= is_background(document_, at);
    if (out_.empty() && !given_) tail();
    if (out_.empty() && !given_) by_order();
    if (out_.empty()) carried();
    if (out_.empty()) left_open();
    if (out_.size() == 1) handed_on();
    weigh_taggers();
    return std::move(out_);
  }

 private:
  // The taggers of events have an opinion whether the text names a speaker, and which word may be part of his name.
  void weigh_taggers() {
    constexpr float kNobody = 0.1f, kSomebody = 0.55f;  // of the words of a text that they have not seen
    const EventWords& words = document_.event_words;
    const float named = words.speaker.empty() ? -1 : words.speaker[site_.head];
    if (named >= 0 && named < kNobody && !out_.empty() && !only_tells(out_[0])) out_.clear();
    if (out_.empty() && named > kSomebody) likeliest_speaker();
  }
  // Outlets, nameless sources and those "according to" whom it is do nothing else in a text but tell.
  bool only_tells(const Said& said) const { return said.sector == "MED" || to_lower(said.cue) == "according" || nameless(said); }
  void likeliest_speaker() {
    constexpr float kLikely = 0;  // log odds
    const EventSpan* span = document_.event_words.near(site_.head);
    if (span == nullptr || span->ties.empty()) return;
    const auto best =
        std::max_element(span->ties.begin(), span->ties.end(), [](const Ties& a, const Ties& b) { return a[kSpeakerTie] < b[kSpeakerTie]; });
    if ((*best)[kSpeakerTie] < kLikely) return;
    uint32_t who = span->around + static_cast<uint32_t>(best - span->ties.begin());
    for (int depth = 0; depth < 4; ++depth) {
      const Token& token = document_.tokens[who];
      const Deprel relation = base(token.deprel);
      const bool inside = relation == Deprel::flat || relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::det ||
                          relation == Deprel::nummod;
      if (!inside || token.head == kNone) break;
      who = token.head;
    }
    const Upos upos = document_.tokens[who].upos;
    if (upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::PRON && upos != Upos::NUM) return;
    add(who, document_.tokens[who].head == kNone ? who : document_.tokens[who].head);
  }

  static constexpr std::string_view kDeeds[] = {"ASSAULT", "COERCE", "AID", "MOBILIZE", "CONSULT", "SANCTION", "COOPERATE", "RETREAT", "PROTEST"};
  // The verb of saying stands for the deed: "denied shelling the camp", "admits to batons", "put the toll of the clashes at 350", "was confirmed by
  // two diplomats".
  void own_denial(uint32_t verb) {
    static constexpr std::string_view kConfirmed[] = {"confirm", "disclose", "reveal", "report"};
    if (!tree::is_verbal(document_, verb) || !among(site_.type, kDeeds)) return;
    const std::string lemma = lower_lemma(document_, verb);
    if (tree::child(document_, verb, {Deprel::nsubj_pass}) != kNone) {
      if (const uint32_t by = agent(verb); among(lemma, kConfirmed) && by != kNone) add(by, verb);
      return;
    }
    static constexpr std::string_view kToll[] = {"toll", "dead", "death", "number", "figure", "casualty", "total", "loss"};
    const uint32_t what = tree::child(document_, verb, {Deprel::obj});
    const bool admits =
        (lemma == "admit" && what == kNone) || (lemma == "put" && what != kNone && among(lower_lemma(document_, what), kToll) && figure_behind(verb));
    if (lemma != "deny" && !admits) return;
    if (const uint32_t who = who_speaks(verb); who != kNone) add(who, verb);
  }

  // The clause hangs below a verb of saying.
  void above(uint32_t at, uint32_t governor) {
    const Deprel relation = base(document_.tokens[at].deprel);
    const std::string lemma = lower_lemma(document_, governor);
    if (given_) return told_of(at, governor, lemma) ? speaker(governor) : void();
    const bool clause = relation == Deprel::ccomp || relation == Deprel::csubj ||
                        (relation == Deprel::xcomp &&
                         (among(lemma, kDeny) || lemma == "say" || lemma == "believe" || lemma == "report" || lemma == "think" || lemma == "claim"));
    if (apart(at, governor)) return;
    const bool hung = relation == Deprel::advcl && that_clause(at);
    if ((clause || hung) && speakers_.reporting(governor)) return speaker(governor);
    if (clause && speakers_.lets_know(document_.tokens[governor].head)) return speaker(document_.tokens[governor].head);
    // "was reported by the paper to have closed the border"
    if ((relation == Deprel::advcl || relation == Deprel::xcomp) && document_.tokens[governor].xpos == "VBN" && speakers_.reporting(governor) &&
        tree::child(document_, governor, {Deprel::obl_agent}) != kNone && tree::has_child_form(document_, at, "to"))
      return speaker(governor);
    if (told_of(at, governor, lemma)) return speaker(governor);
    // "told the news site that the visit comes", "said on television that": a content clause that the parser hung from the word before it.
    const uint32_t teller = document_.tokens[governor].head;
    const Deprel hearer = base(document_.tokens[governor].deprel);
    if (relation == Deprel::acl && that_clause(at) && teller != kNone) {
      const bool when = among(lower_lemma(document_, governor), kTimes) && speakers_.reporting(teller);  // "said the following day that"
      const bool told = (hearer == Deprel::iobj || hearer == Deprel::obj) && (when || lower_lemma(document_, teller) == "tell");
      if (told || (hearer == Deprel::obl && speakers_.reporting(teller))) return speaker(teller);
    }
    if ((relation == Deprel::advcl || relation == Deprel::obl || relation == Deprel::xcomp || relation == Deprel::ccomp) && among(lemma, kAccuse))
      return speaker(governor);
    // "accused helicopters of rocketing its outpost", "accused the side of the shelling": hung from whom the verb accuses.
    const bool charged = (relation == Deprel::acl || relation == Deprel::nmod) && tree::has_child_form(document_, at, "of") && hearer == Deprel::obj;
    if (charged && teller != kNone && among(lower_lemma(document_, teller), kAccuse)) return speaker(teller);
    if (relation == Deprel::obj && (among(lemma, kDeny) || among(lemma, kTellOf)) && (at != site_.head || !tree::is_verbal(document_, at)))
      return speaker(governor);
    if (document_.tokens[at].deprel == Deprel::acl && among(lemma, kNouns)) {
      owner(governor);
      // "Rumours that the army might be called out were dismissed by Leung", the verb hung from its subject
      for (const uint32_t c : tree::children(document_, governor))
        if (document_.tokens[c].deprel == Deprel::ccomp && document_.tokens[c].xpos == "VBN" && among(lower_lemma(document_, c), kDeny)) speaker(c);
      return;
    }
    if ((relation == Deprel::parataxis || relation == Deprel::dep) && governor < at && speakers_.reporting(governor) &&
        tree::child(document_, governor, {Deprel::nsubj}) != kNone && !among(lemma, kNoQuote) && quoted_tail(at, governor))
      speaker(governor);
  }
  // Parsers hang what stands before a colon, or past a semicolon, from a verb of saying on its other side.
  bool apart(uint32_t at, uint32_t verb) const {
    const uint32_t event = site_.head;
    if (that_clause(at)) return false;
    if (semicolon(event, verb)) return true;
    for (uint32_t t = event; t < verb; ++t)
      if (document_.tokens[t].form == ":") return true;
    return false;
  }
  // "The arrest was confirmed by two diplomats", "put the toll of the clashes at 350", "spoke of 43 dead", "admitted to firing".
  bool told_of(uint32_t at, uint32_t governor, const std::string& lemma) const {
    static constexpr std::string_view kTold[] = {"confirm", "disclose", "report", "reveal", "acknowledge", "allege"};
    const Deprel relation = base(document_.tokens[at].deprel);
    if (document_.tokens[at].deprel == Deprel::nsubj_pass)
      return (among(lemma, kTold) || (among(lemma, kDeny) && among(site_.type, kDeeds))) && agent(governor) != kNone;
    if (relation == Deprel::obj && lemma == "put") return figure_behind(governor);
    if (relation != Deprel::obl || !among(site_.type, kDeeds)) return false;
    const bool of = tree::has_child_form(document_, at, "of"), to = tree::has_child_form(document_, at, "to");
    return (of && (lemma == "tell" || lemma == "speak" || lemma == "complain")) || (to && (lemma == "admit" || lemma == "confess"));
  }
  bool figure_behind(uint32_t verb) const {
    for (uint32_t t = verb + 1; t + 1 < document_.sentences[site_.sentence].last; ++t)
      if (lower_form(document_, t) == "at" && document_.tokens[t + 1].upos == Upos::NUM) return true;
    return false;
  }
  // "killed 30 people, by the count of a rights group"; before the verb it counts only those who act.
  void reckoned(uint32_t verb) {
    static constexpr std::string_view kBoth[] = {"count", "reckoning", "tally", "account", "estimate", "calculation", "version"};
    for (const uint32_t c : tree::children(document_, verb)) {
      if (c < verb || base(document_.tokens[c].deprel) != Deprel::obl || !among(lower_lemma(document_, c), kBoth)) continue;
      const uint32_t whose = tree::child(document_, c, {Deprel::nmod_poss});
      if (tree::has_child_form(document_, c, "by") && (whose == kNone || !among(lower_form(document_, whose), kPronouns))) owner(c);
    }
  }
  bool that_clause(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb))
      if (document_.tokens[c].deprel == Deprel::mark && lower_form(document_, c) == "that") return true;
    return false;
  }
  bool quoted_tail(uint32_t at, uint32_t governor) const {
    for (uint32_t t = governor; t < at && t < document_.tokens.size(); ++t)
      if (document_.tokens[t].form == ":" || document_.tokens[t].form == "\"") return true;
    return false;
  }

  // A verb of saying or "according to" hangs beside the clause: "..., residents said", "according to X".
  void beside(uint32_t at) {
    if (at == site_.head || !tree::is_verbal(document_, site_.head)) reckoned(at);
    for (const uint32_t c : tree::children(document_, at)) {
      if (c == site_.head) continue;
      if (at == site_.head && (document_.tokens[c].deprel == Deprel::acl_relcl || document_.tokens[c].deprel == Deprel::advcl)) reckoned(c);
      const Deprel relation = base(document_.tokens[c].deprel);
      const bool trailing =
          relation == Deprel::advcl && c > site_.head && tree::child(document_, c, {Deprel::mark, Deprel::aux}) == kNone &&
          !tree::has_child_form(document_, c, "when") && !tree::has_child_form(document_, c, "where") &&
          (document_.tokens[c].xpos == "VBD" || document_.tokens[c].xpos == "VBN");  // "..., the daily reported", hung as an adverbial
      if (!given_ && (relation == Deprel::parataxis || trailing) && (speakers_.reporting(c) || among(lower_lemma(document_, c), kSayAside)) &&
          !tree::is_below(document_, site_.head, c) && !semicolon(at, c) && !semicolon(site_.head, c) && !content_of_its_own(c) &&
          tree::child(document_, c, {Deprel::nsubj, Deprel::nsubj_pass}) != kNone)
        speaker(c);
      const bool adverbial = relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::advcl || relation == Deprel::advmod;
      if (adverbial && !semicolon(site_.head, c) && !tree::is_below(document_, site_.head, c)) according(c);
      const bool has_it = lower_lemma(document_, c) == "have" && tree::has_child_form(document_, c, "it");  // "as the police have it"
      if (relation == Deprel::advcl && document_.tokens[c].xpos != "VBG" && tree::has_child_form(document_, c, "as") &&
          (speakers_.reporting(c) || has_it))
        speaker(c);
      if (relation == Deprel::advcl && cites(c)) cited(c);
    }
  }
  // Parsers hang what follows a semicolon from the verb before it.
  bool content_of_its_own(uint32_t verb) const {
    for (const uint32_t c : tree::children(document_, verb)) {
      if (document_.tokens[c].deprel == Deprel::ccomp && !semicolon(verb, c)) return true;
      if (document_.tokens[c].deprel == Deprel::xcomp && content_of_its_own(c)) return true;  // "let it be known that"
    }
    return false;
  }
  // "..., the daily reported on Friday." at the end of the sentence speaks for all of it, wherever the parser hung it.
  void tail() {
    if (site_.sentence >= document_.sentences.size()) return;
    const Sentence& sentence = document_.sentences[site_.sentence];
    for (uint32_t verb = sentence.last; verb-- > site_.head + 1;) {
      const Token& token = document_.tokens[verb];
      if (token.form == ";" || (token.upos == Upos::VERB && !speakers_.reporting(verb))) return;
      if (token.upos != Upos::VERB || (token.xpos != "VBD" && token.xpos != "VBN" && token.xpos != "VBZ")) continue;
      const uint32_t who = tree::child(document_, verb, {Deprel::nsubj});
      if (who == kNone || who > verb || tree::is_below(document_, site_.head, verb) || semicolon(site_.head, verb)) return;
      if (tree::child(document_, verb, {Deprel::obj, Deprel::ccomp, Deprel::xcomp, Deprel::mark, Deprel::aux, Deprel::aux_pass, Deprel::cop}) !=
          kNone)
        return;
      const uint32_t begin = tree::phrase_span(document_, who).begin;
      uint32_t first = who;
      while (first > site_.head && document_.tokens[first].span.begin > begin) --first;
      if (first > site_.head + 1 && (document_.tokens[first - 1].form == "," || document_.tokens[first - 1].form == "\"")) speaker(verb);
      return;
    }
  }
  // "the truce that had held since June", "after gunmen fired": told beside the news.
  bool in_side_clause() const {
    for (uint32_t at = site_.head; at < document_.tokens.size(); at = document_.tokens[at].head) {
      const Deprel relation = base(document_.tokens[at].deprel);
      if (relation == Deprel::acl || relation == Deprel::advcl) return true;
      if (document_.tokens[at].head == kNone) break;
    }
    constexpr uint32_t kNear = 4;  // "which initially offered", wherever it hangs
    for (uint32_t t = site_.head; t-- > document_.sentences[site_.sentence].first && site_.head - t <= kNear;)
      if (document_.tokens[t].form != "that" && among(lower_form(document_, t), kRelative)) return true;
    return false;
  }
  void by_order() {
    if (in_side_clause()) return;
    if (tree::is_verbal(document_, site_.head)) according_behind();
    constexpr uint32_t kEnd = 7;  // words
    const uint32_t subject = tree::subject_of(document_, site_.head), last = document_.sentences[site_.sentence].last;
    const bool verbal = tree::is_verbal(document_, site_.head);
    for (const Spoken& spoken : {spoken_behind(document_, site_.head), spoken_before(document_, site_.head)}) {
      if (spoken.who == kNone || !out_.empty() || own_speech(spoken.who == subject ? kNone : spoken.who)) continue;
      if (verbal || last < spoken.verb + kEnd) say(spoken.who, spoken.verb);  // of a noun, where the whole sentence is theirs
    }
  }
  // "is refusing to step down, according to a source", hung from within what he refuses.
  void according_behind() {
    const uint32_t last = document_.sentences[site_.sentence].last;
    for (uint32_t t = site_.head + 2; t < last && document_.tokens[t].form != ";" && document_.tokens[t].form != ":"; ++t) {
      if (document_.tokens[t].upos == Upos::CCONJ && document_.tokens[t - 1].form == ",") return;  // on to other news
      if (lower_form(document_, t) == "according" && document_.tokens[t - 1].form == "," && document_.tokens[t].deprel == Deprel::case_)
        return ends_with(t) ? add(document_.tokens[t].head, t) : void();
    }
  }
  // No clause follows: not "in which, according to the police, five died".
  bool ends_with(uint32_t t) const {
    bool comma = false;
    for (; t < document_.sentences[site_.sentence].last && document_.tokens[t].form != ";"; ++t) {
      comma |= document_.tokens[t].form == ",";
      const std::string_view tag = document_.tokens[t].xpos;
      if (comma && (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD")) return false;
    }
    return true;
  }
  bool semicolon(uint32_t from, uint32_t to) const { return semicolon_between(document_, from, to); }
  void according(uint32_t token) {
    if (lower_form(document_, token) == "according") {
      const uint32_t who = tree::child(document_, token, {Deprel::obl, Deprel::nmod, Deprel::obj});
      if (who != kNone) add(who, token);
      return;
    }
    for (const uint32_t c : tree::children(document_, token))
      if (lower_form(document_, c) == "according") return add(token, c);
  }
  // "quoting a diplomat", "picking up a report by the radio": he speaks within who quotes him.
  void cited(uint32_t verb) {
    const uint32_t whom = tree::child(document_, verb, {Deprel::obj});
    if (whom == kNone || !has_a_voice(whom)) return;
    const size_t before = out_.size();
    add(whom, verb);
    std::rotate(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(before), out_.end());
  }
  bool cites(uint32_t verb) const {
    const std::string lemma = lower_lemma(document_, verb);
    return lemma == "cite" || lemma == "quote" || (lemma == "pick" && tree::has_child_form(document_, verb, "up"));
  }

  // "a source quoted by the agency", "a letter read out by the radio", "remarks that the daily ran", "the daily, which cites two officials".
  void handed_on_by(uint32_t noun) {
    const uint32_t above = document_.tokens[noun].head;  // taken for what the noun does
    if (above != kNone && among(lower_lemma(document_, above), kHandOn) && document_.tokens[above].deprel == Deprel::acl)
      if (const uint32_t by = tree::child(document_, above, {Deprel::obl_agent}); by != kNone && by != noun) add(by, above);
    for (const uint32_t c : tree::children(document_, noun)) {
      if (base(document_.tokens[c].deprel) != Deprel::acl || !among(lower_lemma(document_, c), kHandOn)) continue;
      const uint32_t subject = tree::child(document_, c, {Deprel::nsubj});
      const bool relative = subject != kNone && among(lower_form(document_, subject), kRelative);
      const uint32_t by = document_.tokens[c].xpos == "VBN" ? agent(c) : relative ? kNone : subject;
      if (by != kNone && by != noun)
        add(by, c);
      else if (relative && cites(c))
        cited(c);
    }
  }
  // "said in a statement carried by the agency": by the noun that the verb of saying speaks through.
  void handed_on_through(uint32_t verb) {
    for (const uint32_t c : tree::children(document_, verb)) {
      if (base(document_.tokens[c].deprel) == Deprel::obl && among(lower_lemma(document_, c), kMessages)) handed_on_by(c);
      if (base(document_.tokens[c].deprel) == Deprel::advcl && cites(c)) cited(c);
    }
  }

  // Somebody, or what is written: who bans a march "citing fraud" or "reports of looting" quotes nobody.
  bool has_a_voice(uint32_t who) const {
    constexpr std::string_view kSources[] = {"source", "report", "document", "statement", "record",     "paper",
                                             "letter", "figure", "website",  "office",    "communique", "centre"};
    if (document_.tokens[who].upos == Upos::PROPN || document_.tokens[who].upos == Upos::PRON) return true;
    const std::string lemma = lower_lemma(document_, who);
    if (!among(lemma, kSources)) return knowledge_.find_agent(std::vector<std::string_view>{lemma}) != nullptr;
    const uint32_t what = tree::child(document_, who, {Deprel::nmod});
    return what == kNone || !tree::has_child_form(document_, what, Deprel::case_, "of");
  }

  // "Gunmen stormed a bank, witnesses said", both hung from "said": of two subjects with a comma between them, the one beside the verb.
  uint32_t who_speaks(uint32_t verb) const {
    if (const uint32_t behind = inverted_speaker(document_, verb); behind != kNone) return behind;
    const uint32_t who = subject_beside(verb);
    // "The ministry, asked about it, denied": hung from what was done to it
    const uint32_t above = document_.tokens[verb].head;
    if (who == kNone && document_.tokens[verb].deprel == Deprel::parataxis && above > 0 && document_.tokens[above - 1].form == ",")
      return tree::subject_of(document_, above);
    return meant_by_relative(document_, verb, who);
  }
  uint32_t subject_beside(uint32_t verb) const {
    const uint32_t first = tree::subject_of(document_, verb);
    uint32_t last = first;
    for (const uint32_t c : tree::children(document_, verb))
      if (document_.tokens[c].deprel == Deprel::nsubj && c < verb && c > first) last = c;
    for (uint32_t t = first; first != kNone && t < last; ++t)
      if (document_.tokens[t].form == ",") return last;
    return first;
  }

  void speaker(uint32_t verb) {
    if (verb == site_.head) return;
    const bool quotes = lower_lemma(document_, verb) == "quote" || lower_lemma(document_, verb) == "cite";
    const uint32_t quoted = tree::child(document_, verb, {Deprel::nsubj_pass});
    const bool participle = document_.tokens[verb].deprel == Deprel::acl && document_.tokens[verb].xpos == "VBN";  // "thought to have planned it"
    const bool passive = participle || quoted != kNone || tree::child(document_, verb, {Deprel::aux_pass}) != kNone;
    if (quotes) {  // who is quoted speaks first, who quotes hands on
      const uint32_t inner = passive ? (quoted != kNone ? quoted : tree::subject_of(document_, verb)) : tree::child(document_, verb, {Deprel::obj});
      const uint32_t outer = passive ? agent(verb) : tree::subject_of(document_, verb);
      if (inner != kNone && !own_speech(inner)) add(inner, verb);
      if (outer != kNone) add(outer, verb);
      return;
    }
    const uint32_t who = passive ? agent(verb) : who_speaks(verb);
    if (passive && who == kNone && impersonal(verb)) return;
    if (who == kNone || own_speech(who)) return;
    say(who, verb);
  }
  void say(uint32_t who, uint32_t verb) {
    add(who, verb);
    told_outlet(verb);
    handed_on_through(verb);
  }
  uint32_t agent(uint32_t verb) const {
    const uint32_t by = tree::child(document_, verb, {Deprel::obl_agent});
    if (by != kNone) return by;
    for (const uint32_t c : tree::children(document_, verb))
      if (base(document_.tokens[c].deprel) == Deprel::obl &&
          tree::has_child_lemma(document_, c, Deprel::case_, std::span<const std::string_view>(kBy)))
        return c;
    return kNone;
  }
  static constexpr std::string_view kBy[] = {"by"};
  // "X told Reuters": the outlet is the outer source.
  void told_outlet(uint32_t verb) {
    for (const uint32_t c : tree::children(document_, verb)) {
      const Deprel relation = base(document_.tokens[c].deprel);
      const bool whom = relation == Deprel::iobj || relation == Deprel::obj || relation == Deprel::obl;
      if (!whom || out_.size() >= kMost || tree::has_child_form(document_, c, Deprel::case_, "on"))
        continue;  // "on state television": where it was said
      if (by_sources(verb))
        if (auto named = name_before_time(c, verb)) return out_.push_back(std::move(*named));
      const bool tells = lower_lemma(document_, verb) == "tell" && document_.tokens[c].upos == Upos::PROPN;
      if (!outlet(c) && !(tells && (by_sources(verb) || (relation == Deprel::iobj && unheard_of(c))))) continue;
      const bool nameless = document_.tokens[c].upos == Upos::NOUN && !named_within(c);
      const auto named = nameless ? outlet_before(c) : std::nullopt;  // "the news site": the one named before
      Said said = named ? *named : speakers_.made(c, verb);
      said.cue = std::string(document_.tokens[verb].form);
      return out_.push_back(std::move(said));
    }
    // ", the mediators told Reuters, turned back": hung from what follows
    const uint32_t next = verb + 1;
    const bool aside = next + 1 < document_.tokens.size() && document_.tokens[next + 1].form == "," && document_.tokens[next].upos == Upos::PROPN;
    if (aside && lower_lemma(document_, verb) == "tell" && document_.tokens[next].head != verb && outlet(next)) add(next, verb);
  }
  // "told Geo from Jeddah": a name of one word that stands for no person, body or place known.
  bool unheard_of(uint32_t name) const {
    if (tree::child(document_, name, {Deprel::flat, Deprel::nmod_desc, Deprel::compound}) != kNone) return false;
    const Said said = speakers_.made(name, name);
    return said.country.empty() && said.sector.empty() && said.name.size() == document_.tokens[name].form.size();
  }
  bool named_within(uint32_t noun) const {
    for (const uint32_t c : tree::children(document_, noun))
      if (document_.tokens[c].upos == Upos::PROPN) return true;
    return false;
  }
  // "told the New Arab last month": parsers take the time for the head of the name before it.
  std::optional<Said> name_before_time(uint32_t hearer, uint32_t verb) const {
    static constexpr std::string_view kWhich[] = {"last", "this", "earlier"};
    if (!among(lower_lemma(document_, hearer), kTimes) || hearer < 2 || !among(lower_form(document_, hearer - 1), kWhich)) return std::nullopt;
    const uint32_t last = hearer - 1;
    uint32_t first = last;
    while (first > verb + 1 && document_.tokens[first - 1].form.front() >= 'A' && document_.tokens[first - 1].form.front() <= 'Z') --first;
    if (first == last) return std::nullopt;
    Said said;
    said.span = {document_.tokens[first].span.begin, document_.tokens[last - 1].span.end};
    said.name = std::string(said.span.of(document_.text));
    said.cue = std::string(document_.tokens[verb].form);
    speakers_.identify(said, last - 1);
    return said;
  }
  // Known as a medium, or called one: "the newspaper El Pais", "state television".
  bool outlet(uint32_t head) const {
    if (among(lower_lemma(document_, head), kMedia)) return true;
    for (const uint32_t c : tree::children(document_, head))
      if (among(lower_lemma(document_, c), kMedia)) return true;
    return document_.tokens[head].upos == Upos::PROPN && speakers_.made(head, head).sector == "MED";
  }
  void owner(uint32_t noun) {
    uint32_t who = tree::child(document_, noun, {Deprel::nmod_poss});
    for (const uint32_t c : tree::children(document_, noun))
      if (who == kNone && document_.tokens[c].deprel == Deprel::nmod &&
          (tree::has_child_lemma(document_, c, Deprel::case_, std::span<const std::string_view>(kOf))))
        who = c;
    if (who != kNone) add(who, noun);
  }
  static constexpr std::string_view kOf[] = {"of", "by", "from"};

  // The event is what the speaker does by saying it: "the party said it would not sign", a demand in a quotation.
  bool own_speech(uint32_t who) const {
    const std::string_view type = site_.type;
    if (type != "AGREE" && type != "REJECT" && type != "REQUEST" && type != "ACCUSE" && type != "THREATEN" && type != "SUPPORT") return false;
    if (!tree::is_verbal(document_, site_.head)) return false;
    const uint32_t subject = tree::subject_of(document_, site_.head);
    if (subject == kNone || subject == who) return true;
    if (document_.tokens[subject].deprel == Deprel::nsubj_pass) return false;
    for (const uint32_t c : tree::children(document_, subject))
      if (document_.tokens[c].deprel == Deprel::nmod_poss && among(lower_form(document_, c), kPronouns)) return true;
    const std::string form = lower_form(document_, subject);
    if (among(form, kPersons) && subject < who && brought_up(who)) return false;
    return among(form, kPronouns) || form == "there" || form == lower_form(document_, who);
  }
  // "He will not resign, a minister said": a pronoun stands for nobody who is brought up after it.
  bool brought_up(uint32_t who) const {
    return who != kNone && document_.tokens[who].upos == Upos::NOUN &&
           (tree::has_child_form(document_, who, Deprel::det, "a") || tree::has_child_form(document_, who, Deprel::det, "an") ||
            (document_.tokens[who].xpos == "NNS" && tree::child(document_, who, {Deprel::det, Deprel::nmod_poss}) == kNone));
  }

  static bool nameless(const Said& said) {
    static constexpr std::string_view kUnnamed[] = {"source", "sources"};
    const std::string name = to_lower(said.name);
    return among(std::string_view(name).substr(name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1), kUnnamed);
  }
  // Unnamed sources of a text speak through the outlet that it names as theirs: "X reported. Sources told the news site ... They added ..."
  void handed_on() {
    if (!nameless(out_[0])) return;
    const auto named = outlet_before(document_.sentences[site_.sentence].first);
    if (named && !named->span.overlaps(out_[0].span)) out_.push_back(*named);
  }

  // The medium last named as one that reports or is told.
  std::optional<Said> outlet_before(uint32_t from) const {
    constexpr uint32_t far = 3000;
    for (uint32_t t = from, floor = from > far ? from - far : 0; t-- > floor;) {
      const Token& token = document_.tokens[t];
      if (token.upos == Upos::VERB && by_sources(t))
        for (const uint32_t c : tree::children(document_, t))
          if (auto named = name_before_time(c, t)) return named;
      if (token.upos != Upos::PROPN || token.head == kNone || !speakers_.reporting(token.head)) continue;
      const Deprel relation = base(token.deprel);
      const bool told = (relation == Deprel::iobj || relation == Deprel::obj) && lower_lemma(document_, token.head) == "tell";
      if ((relation == Deprel::nsubj || told) && (outlet(t) || (told && by_sources(token.head)))) return speakers_.made(t, token.head);
    }
    return std::nullopt;
  }

  // Who sources tell things is an outlet, known or not.
  bool by_sources(uint32_t verb) const {
    const uint32_t who = tree::child(document_, verb, {Deprel::nsubj});
    return who != kNone && lower_lemma(document_, who) == "source";
  }

  // "They added that ..." is above(); here a sentence of a running quotation takes the speaker of the one before.
  void carried() {
    if (!tree::in_quotes(document_, site_.head)) return;
    if (site_.sentence == 0 || site_.sentence >= document_.sentences.size()) return;
    const Sentence& before = document_.sentences[site_.sentence - 1];
    if (before.paragraph != document_.sentences[site_.sentence].paragraph) return;
    for (uint32_t t = before.first; t < before.last; ++t)
      if (speakers_.reporting(t) && tree::is_verbal(document_, t) && !tree::in_quotes(document_, t)) {
        speaker(t);
        if (!out_.empty()) return;
      }
  }

  // "It was not made clear whether ..." between what a source says: the source leaves it open.
  void left_open() {
    static constexpr std::string_view kOpen[] = {"clear", "unclear", "known", "certain", "say", "specify", "disclose"};
    if (site_.sentence == 0 || site_.sentence >= document_.sentences.size()) return;
    const Sentence &own = document_.sentences[site_.sentence], &before = document_.sentences[site_.sentence - 1];
    if (before.paragraph != own.paragraph || lower_form(document_, own.first) != "it") return;
    bool open = false;
    for (uint32_t t = own.first; t < own.last && t < own.first + 6; ++t)
      open |= among(lower_lemma(document_, t), kOpen) || among(lower_form(document_, t), kOpen);
    if (!open) return;
    for (uint32_t t = before.first; t < before.last && out_.empty(); ++t)
      if (tree::is_verbal(document_, t) && speakers_.reporting(t)) speaker(t);
  }

  // "It was reported that": nobody is named, the words stand for who says so.
  bool impersonal(uint32_t verb) {
    static constexpr std::string_view kRumour[] = {"report", "rumour", "rumor", "allege", "claim", "say"};
    if (!among(lower_lemma(document_, verb), kRumour)) return false;
    uint32_t it = kNone;
    for (const uint32_t c : tree::children(document_, verb))
      if (c < verb && lower_form(document_, c) == "it") it = c;
    if (it == kNone || out_.size() >= kMost) return false;
    Said said;
    said.span = {document_.tokens[it].span.begin, document_.tokens[verb].span.end};
    said.name = to_lower(said.span.of(document_.text));
    said.cue = std::string(document_.tokens[verb].form);
    out_.push_back(std::move(said));
    return true;
  }

  // "MANAMA - ...": the place of writing speaks for nobody.
  bool dateline(uint32_t token) const {
    if (token + 1 >= document_.tokens.size()) return false;
    if (document_.in_dateline(token)) return true;
    if (token > 6) return false;
    const std::string_view next = document_.tokens[token + 1].form;
    return is_dash(next) || next == ":";
  }

  void add(uint32_t who, uint32_t cue) {
    static constexpr std::string_view kNobody[] = {"nobody", "none", "whatever", "what", "whoever"};
    if (dateline(who) || tree::has_child_form(document_, who, Deprel::det, "no") || among(lower_form(document_, who), kNobody)) return;
    Said said = speakers_.made(who, cue);
    for (const Said& other : out_)
      if (other.span.overlaps(said.span)) return;
    if (out_.size() >= kMost) return;
    out_.push_back(std::move(said));
    handed_on_by(who);
  }
  static constexpr size_t kMost = 4;

  const Document& document_;
  const Knowledge& knowledge_;
  const EventSite& site_;
  const Speakers speakers_;
  bool given_ = false;
  std::vector<Said> out_;
};

}  // namespace

std::vector<Said> read_said_by(const Document& document, const Knowledge& knowledge, const EventSite& site) {
  return Reader(document, knowledge, site).read();
}

}  // namespace gesta
