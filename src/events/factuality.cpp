// A predicate and its tree in, how far the text commits itself out. Grammar and the signatures of embedding words give a first reading, composed from
// the top of the sentence down; a log-linear model over named signs (tense, mood, negation, links, subjects, the words that govern it) weighs it.
#include "events/factuality.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/factuality_words.h"
#include "events/fields_tree.h"
#include "events/fields_weights.h"

namespace gesta {
namespace {

using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr std::string_view kNegations[] = {"not",     "n't",  "n\xE2\x80\x99t", "never",  "no",     "nobody", "none",   "nothing",
                                           "neither", "nor",  "without",        "cannot", "hardly", "barely", "rarely", "nowhere",
                                           "cant",    "dont", "wont",           "didnt",  "doesnt"};
constexpr std::string_view kNoOne[] = {"nobody", "none", "nothing", "no-one", "noone"};
constexpr std::array<std::array<std::string_view, 2>, 18> kModals{{{"will", "will"},
                                                                   {"'ll", "will"},
                                                                   {"wo", "will"},
                                                                   {"shall", "will"},
                                                                   {"would", "would"},
                                                                   {"'d", "would"},
                                                                   {"may", "may"},
                                                                   {"might", "may"},
                                                                   {"could", "could"},
                                                                   {"can", "can"},
                                                                   {"ca", "can"},
                                                                   {"must", "must"},
                                                                   {"should", "must"},
                                                                   {"ought", "must"},
                                                                   {"ll", "will"},
                                                                   {"\xE2\x80\x99ll", "will"},
                                                                   {"\xE2\x80\x99"
                                                                    "d",
                                                                    "would"},
                                                                   {"cannot", "can"}}};
constexpr int kHighest = 12;  // steps up the tree

std::string_view modal_of(std::string_view form) {
  for (const auto& [word, modal] : kModals)
    if (word == form) return modal;
  return {};
}

// What the words of a verb group say together: "to", "would", "past.prog".
struct Group {
  std::string_view modal;
  std::string tense, shape;
  bool infinitive = false, negated = false;
};

std::string_view tense_of(const Token& token) { return token.xpos == "VBD" ? "past" : token.xpos == "VBZ" || token.xpos == "VBP" ? "pres" : "inf"; }

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  char implied(uint32_t at, int depth = 0) const {
    const Group own = group(at);
    if (!own.modal.empty() || open(at)) return 'o';
    const char above = depth < kHighest ? context(at, own, depth) : '+';
    return above == 'o' ? 'o' : own.negated ? (above == '+' ? '-' : '+') : above;
  }

  std::vector<std::string> signs(uint32_t head) {
    if (head >= document_.tokens.size() || token(head).sentence >= document_.sentences.size()) return {"nothing"};
    own(head);
    phrases(head);
    governors(head);
    around(head);
    return std::move(out_);
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  Deprel relation(uint32_t i) const { return base(token(i).deprel); }
  std::string link(uint32_t i) const { return std::string(name(relation(i))); }
  uint32_t above(uint32_t i) const { return token(i).head < document_.tokens.size() ? token(i).head : kNone; }

  Group group(uint32_t at) const {
    Group out;
    std::string_view have, be, does;
    bool passive = false;
    out.shape = token(at).xpos;
    for (const uint32_t c : tree::children(document_, at)) {
      const std::string form = lower_form(document_, c);
      const Deprel is = relation(c);
      if (is == Deprel::mark && form == "to") out.infinitive = true, out.shape += "+to";
      if (is != Deprel::aux && is != Deprel::cop) continue;
      out.shape += "+" + form;
      const std::string lemma = lower_lemma(document_, c);
      if (const std::string_view modal = modal_of(form); !modal.empty())
        out.modal = modal;
      else if (lemma == "have")
        have = tense_of(token(c));
      else if (lemma == "be")
        be = tense_of(token(c));
      else if (lemma == "do")
        does = tense_of(token(c));
      passive |= token(c).deprel == Deprel::aux_pass;
    }
    const std::string_view xpos = token(at).xpos;
    const std::string_view own = xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" ? tense_of(token(at)) : std::string_view();
    for (const std::string_view tense : {out.modal, have, be, does, own})
      if (out.tense.empty()) out.tense = tense;
    if (out.infinitive) out.tense = out.tense.empty() ? "to" : "to+" + out.tense;
    if (out.tense.empty()) out.tense = xpos;
    if (xpos == "VBG" && !(be.empty() && have.empty()))
      out.tense += ".prog";
    else if (!have.empty() && (xpos == "VBN" || xpos == "VBD"))
      out.tense += ".perf";
    else if (passive)
      out.tense += ".pass";
    out.negated = negated(at);
    return out;
  }

  bool negated(uint32_t at) const {
    for (const uint32_t c : tree::children(document_, at)) {
      const std::string form = lower_form(document_, c);
      const Deprel is = relation(c);
      if (among(form, kNegations) && (is == Deprel::advmod || is == Deprel::det || is == Deprel::aux || is == Deprel::cc)) return true;
      if (is != Deprel::nsubj && is != Deprel::obj && is != Deprel::obl) continue;
      if (among(form, kNoOne)) return true;
      for (const uint32_t g : tree::children(document_, c))
        if (relation(g) == Deprel::det && (lower_form(document_, g) == "no" || lower_form(document_, g) == "neither")) return true;
    }
    return false;
  }

  // Words before the clause or phrase that tie it to what is above: "in+order+to" as they stand; "-" for none.
  std::string marks(uint32_t at) const {
    std::string out;
    for (const uint32_t c : tree::children(document_, at))
      if (c < at && (relation(c) == Deprel::mark || relation(c) == Deprel::case_)) out += (out.empty() ? "" : "+") + lower_form(document_, c);
    return out.empty() ? "-" : out;
  }

  // A clause behind "if", a question, an order: nobody says that it is so.
  bool open(uint32_t at) const {
    for (const uint32_t c : tree::children(document_, at))
      if (c < at && relation(c) == Deprel::mark && lower_form(document_, c) != "to" && has_word(kOpen, lower_form(document_, c))) return true;
    if (above(at) != kNone) return false;
    return question(token(at).sentence) || (token(at).xpos == "VB" && tree::subject_of(document_, at) == kNone);
  }

  bool question(uint32_t sentence) const {
    const Sentence& s = document_.sentences[sentence];
    for (uint32_t t = s.last; t-- > s.first && s.last - t < 4;)
      if (token(t).form == "?") return true;
    return false;
  }

  // What the clause above leaves of a clause or noun below it.
  char context(uint32_t at, const Group& own, int depth) const {
    const uint32_t governor = above(at);
    if (governor == kNone) return own.infinitive ? 'o' : '+';
    const Deprel is = relation(at);
    if (token(at).deprel == Deprel::acl_relcl || is == Deprel::parataxis) return '+';
    const bool finite = own.tense.starts_with("past") || own.tense.starts_with("pres");
    if (is == Deprel::conj)
      return finite && tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass}) != kNone ? '+' : implied(governor, depth + 1);
    if (is == Deprel::advcl) {
      for (const uint32_t c : tree::children(document_, at)) {
        const std::string form = lower_form(document_, c);
        if (c < at && (relation(c) == Deprel::mark || relation(c) == Deprel::case_) && has_word(kAbsent, form)) return '-';
        if (c < at && relation(c) == Deprel::mark && has_word(kTold, form) && finite) return '+';
      }
      return own.infinitive ? 'o' : implied(governor, depth + 1);
    }
    const bool thing = is == Deprel::obj || token(at).deprel == Deprel::nsubj_pass;
    const bool clause = is == Deprel::xcomp || is == Deprel::ccomp || is == Deprel::csubj || (is == Deprel::acl && !finite) || is == Deprel::obl;
    if (thing && tree::is_verbal(document_, at)) return '+';
    if (!thing && !clause)
      return is == Deprel::nmod || is == Deprel::nsubj || is == Deprel::amod || is == Deprel::compound ? '+' : implied(governor, depth + 1);
    const std::string_view complement = thing                                      ? "thing"
                                        : own.infinitive || token(at).xpos == "VB" ? "to"
                                        : token(at).xpos == "VBG" && !finite       ? "ing"
                                                                                   : "that";
    const std::string_view signature = signature_of(lower_lemma(document_, governor), complement);
    const char up = implied(governor, depth + 1);
    if (signature.empty()) return complement == "to" ? 'o' : complement == "that" ? '+' : up;
    if (signature == "++") return '+';
    return up == '+' ? signature[0] : up == '-' ? signature[1] : 'o';
  }

  static std::string_view signature_of(std::string_view lemma, std::string_view complement) {
    for (const Signature& one : kSignatures)
      if (one.complement == complement && has_word(one.lemmas, lemma)) return one.signs;
    return {};
  }

  // Pronouns by themselves, other phrases by how they are introduced: "the", "bares" (a plural without article), "name".
  std::string phrase(uint32_t at) const {
    if (at == kNone) return "-";
    if (token(at).upos == Upos::PRON) return lower_form(document_, at);
    if (token(at).upos == Upos::PROPN) return "name";
    std::string out = "bare";
    for (const uint32_t c : tree::children(document_, at)) {
      if (token(c).deprel == Deprel::nmod_poss && out == "bare") out = "poss";
      if (relation(c) == Deprel::det && (out == "bare" || out == "poss")) out = lower_form(document_, c);
    }
    return out + (token(at).xpos == "NNS" || token(at).xpos == "NNPS" ? "s" : "");
  }
  uint32_t subject(uint32_t at) const {
    for (int step = 0; step < 4 && at != kNone; ++step) {
      const uint32_t found = tree::child(document_, at, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::nsubj_outer, Deprel::csubj, Deprel::csubj_pass});
      if (found != kNone) return found;
      if (relation(at) != Deprel::conj && relation(at) != Deprel::xcomp) return kNone;
      at = above(at);
    }
    return kNone;
  }

  void sign(std::string text) { out_.push_back(std::move(text)); }

  void own(uint32_t head) {
    const Group group = this->group(head);
    tense_ = group.tense;
    const std::string lemma = lower_lemma(document_, head), is = link(head), mark = marks(head), no = group.negated ? "-" : "+";
    const std::string form = "vf=" + tense_, with = " " + form;
    sign("bias");
    const std::string implied = std::string("implied=") + this->implied(head);
    sign(implied), sign(implied + with);
    sign("lemma=" + lemma), sign("lemma=" + lemma + with), sign("lemma=" + lemma + " neg=" + no);
    sign(form), sign("shape=" + group.shape), sign("rel=" + std::string(name(token(head).deprel))), sign("mark=" + mark);
    sign(form + " rel=" + is), sign(form + " mark=" + mark), sign(form + " neg=" + no), sign(form + " rel=" + is + " mark=" + mark + " neg=" + no);
    sign("upos=" + std::string(name(token(head).upos)));
    const Sentence& sentence = document_.sentences[token(head).sentence];
    if (question(token(head).sentence)) sign("?"), sign("?" + with), sign("? rel=" + is);
    if (token(sentence.last - 1).form == "!") sign("!");
    const uint32_t who = subject(head), what = tree::child(document_, head, {Deprel::obj});
    const std::string subject = phrase(who);
    sign("subj=" + subject), sign("subj=" + subject + with), sign("obj=" + phrase(what) + with);
    sign((who != kNone && above(who) == head ? "own subj" : "no subj") + with + " rel=" + is);
  }

  void phrases(uint32_t head) {
    const std::string with = " vf=" + tense_;
    for (const uint32_t c : tree::children(document_, head)) {
      const std::string form = lower_form(document_, c);
      const Deprel is = relation(c);
      sign("has " + std::string(name(token(c).deprel)));
      if (is == Deprel::advmod || is == Deprel::mark || is == Deprel::case_ || is == Deprel::cc || is == Deprel::aux || is == Deprel::discourse ||
          is == Deprel::det)
        sign("word=" + form), sign("word=" + form + with);
      if (is == Deprel::advcl) sign("advcl=" + marks(c)), sign("advcl=" + marks(c) + with);
      if (is == Deprel::obl || is == Deprel::nmod) sign("obl=" + lower_lemma(document_, c)), sign("prep=" + marks(c));
    }
  }

  // The predicates and nouns over it, up to two verbs.
  void governors(uint32_t head) {
    const std::string with = " vf=" + tense_;
    std::string path;
    uint32_t at = head;
    for (int level = 0, step = 0; level < 2 && step < kHighest; ++step) {
      path += (path.empty() ? "" : ">") + link(at);
      at = above(at);
      if (at == kNone) return sign("top " + std::to_string(level) + " by=" + path);
      const bool verbal = tree::is_verbal(document_, at);
      const Upos upos = token(at).upos;
      if (!verbal && upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::ADJ) continue;
      const Group over = group(at);
      const std::string lemma = lower_lemma(document_, at), no = over.negated ? " neg" : "", by = " by=" + path;
      const std::string form = verbal ? over.tense : std::string(name(upos)), up = level == 0 ? "up" : "upper";
      sign(up + "=" + lemma), sign(up + "=" + lemma + by), sign(up + "=" + lemma + by + no), sign(up + "=" + lemma + by + with);
      sign(up + " vf=" + form + by), sign(up + " vf=" + form + by + with), sign(up + by + with), sign(up + by + with + (no.empty() ? " told" : no));
      sign(up + " implied=" + implied(at) + by + with);
      if (level == 0) {
        sign(up + " mark=" + marks(at) + by);
        if (const uint32_t who = subject(at); who != kNone) sign(up + " subj=" + phrase(who) + by);
        for (const uint32_t c : tree::children(document_, at))
          if (c != head &&
              (relation(c) == Deprel::advmod || relation(c) == Deprel::mark || relation(c) == Deprel::aux || relation(c) == Deprel::discourse))
            sign(up + " word=" + lower_form(document_, c) + by);
      }
      if (verbal) ++level, path.clear();
    }
  }

  // The words beside it, the first of the sentence, its main verb: what a wrong tree does not touch.
  void around(uint32_t head) {
    const Sentence& sentence = document_.sentences[token(head).sentence];
    const auto word = [&](int64_t at) {
      return at >= sentence.first && at < sentence.last ? lower_form(document_, static_cast<uint32_t>(at)) : std::string("#");
    };
    for (const int step : {-3, -2, -1, 1, 2}) sign("at " + std::to_string(step) + "=" + word(int64_t{head} + step));
    sign("before=" + word(int64_t{head} - 2) + " " + word(int64_t{head} - 1));
    sign("before=" + word(int64_t{head} - 1) + " " + std::string(token(head).xpos));
    sign("first=" + word(sentence.first));
    if (head == sentence.first) sign("initial vf=" + tense_);
    for (uint32_t t = sentence.first; t < sentence.last; ++t)
      if (token(t).head == kNone) {
        if (t != head) sign("main vf=" + group(t).tense), sign("main=" + lower_lemma(document_, t));
        break;
      }
  }

  const Document& document_;
  std::string tense_;
  std::vector<std::string> out_;
};

constexpr SignWeight kWeights[] = {
#include "events/factuality_weights.inc"
};

const SignWeights& weights() {
  static const SignWeights all(kWeights);
  return all;
}

}  // namespace

char implied(const Document& document, uint32_t predicate) {
  return predicate < document.tokens.size() && document.tokens[predicate].sentence < document.sentences.size() ? Reader(document).implied(predicate)
                                                                                                               : '+';
}

std::vector<std::string> factuality_signs(const Document& document, uint32_t predicate) { return Reader(document).signs(predicate); }

Commitment read_factuality(const Document& document, uint32_t predicate) {
  int no = 0, open = 0;
  for (const std::string& sign : factuality_signs(document, predicate)) no += weights()("-" + sign), open += weights()("?" + sign);
  return open > 0 && open >= no ? Commitment::uncertain : no > 0 ? Commitment::not_happened : Commitment::happened;
}

}  // namespace gesta
