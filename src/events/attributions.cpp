// Every attribution of a text: who, and the word by which the text says that it is theirs (source and cue after Pareti 2012; the cues are those that
// the training part of PolNeAR, Newell et al. 2018, marks more often than not). Verbs of saying, judging and intending with their subject, also one
// shared over conjunctions, participles and relative clauses; "according to X"; "X was critical". read_said_by asks who stands behind
// one event and reads only what asserts; this reads attitudes too.
#include "events/attributions.h"

#include <algorithm>

#include "events/attribution_words.h"
#include "events/fields_tree.h"

namespace gesta {

namespace {

using namespace attribution_words;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  std::vector<Attribution> read() {
    for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
      const Token& at = document_.tokens[t];
      if (at.head == kNone && at.deprel != Deprel::root) continue;
      const std::string lemma = lower_lemma(document_, t);
      if (lower_form(document_, t) == "according")
        according(t);
      else if (at.upos == Upos::VERB)
        verb(t, lemma);
      else if (at.upos == Upos::ADJ && among(lemma, kAttitudes))
        offer(tree::child(document_, t, {Deprel::nsubj}), t);
    }
    return std::move(out_);
  }

 private:
  const Token& token(uint32_t t) const { return document_.tokens[t]; }

  void verb(uint32_t t, const std::string& lemma) {
    const bool says = among(lemma, kSay) || among(lemma, kVoice);
    const bool inner = among(lemma, kThink);
    if (!says && !inner) return;
    if (inner && tree::child(document_, t, {Deprel::ccomp, Deprel::xcomp}) == kNone && !among(lemma, kSupport)) return;
    offer(source(t), t);
  }

  // What somebody says of himself, in a quotation, or within the words of another is no attribution of the text.
  void offer(uint32_t who, uint32_t cue) {
    if (who == kNone || among(lower_form(document_, who), kSpeaker) || within(cue) || tree::in_quotes(document_, cue)) return;
    add(who, cue);
  }
  bool within(uint32_t cue) const {
    constexpr int deep = 12;
    const Deprel own = base(token(cue).deprel);
    if (own == Deprel::ccomp || own == Deprel::xcomp) return true;
    for (int step = 0; step < deep && token(cue).head != kNone; ++step, cue = token(cue).head) {
      const Deprel relation = base(token(cue).deprel);
      const std::string lemma = lower_lemma(document_, token(cue).head);
      if ((relation == Deprel::ccomp || relation == Deprel::xcomp) && (among(lemma, kSay) || among(lemma, kVoice) || among(lemma, kThink)))
        return true;
    }
    return false;
  }

  uint32_t source(uint32_t verb) const {
    if (tree::child(document_, verb, {Deprel::nsubj_pass, Deprel::aux_pass}) != kNone) return tree::child(document_, verb, {Deprel::obl_agent});
    const uint32_t own = tree::child(document_, verb, {Deprel::nsubj});
    const Deprel relation = token(verb).deprel;
    const uint32_t up = token(verb).head;
    if (own != kNone) {
      const bool relative = relation == Deprel::acl_relcl && up != kNone && among(lower_form(document_, own), kRelative);
      return relative && lower_form(document_, own) == "that" ? up : own;
    }
    if (up == kNone) return kNone;
    const bool participle = token(verb).xpos == "VBG" || token(verb).xpos == "VBN";
    if (base(relation) == Deprel::acl) return token(verb).xpos == "VBG" ? up : kNone;
    if (base(relation) == Deprel::advcl && !participle && token(verb).xpos != "VB") return kNone;
    return tree::subject_of(document_, verb) != kNone ? tree::subject_of(document_, verb)
           : base(relation) == Deprel::advcl          ? tree::subject_of(document_, up)
                                                      : kNone;
  }

  void according(uint32_t t) {
    uint32_t who = tree::child(document_, t, {Deprel::obl, Deprel::nmod, Deprel::obj});
    if (who == kNone) who = token(t).head;
    add(who, t);
  }
  void add(uint32_t who, uint32_t cue) {
    if (who == kNone || who >= document_.tokens.size()) return;
    out_.push_back({who, cue});
  }

  const Document& document_;
  std::vector<Attribution> out_;
};

}  // namespace

std::vector<Attribution> read_attributions(const Document& document) { return Reader(document).read(); }

}  // namespace gesta
