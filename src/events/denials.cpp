// "Kigali denied it", "which his party denies", "dismissed the charge": words that name no deed tell the one before once more, as not done, by
// whoever denies it.
#include <algorithm>

#include "events/attribution_speaker.h"
#include "events/attribution_words.h"
#include "events/composition.h"
#include "events/fields.h"
#include "events/fields_tree.h"

namespace gesta {

namespace {

using attribution_words::kDeny;
using attribution_words::kShares;
using tree::among;
using tree::lower_form;
using tree::lower_lemma;

constexpr uint32_t kBack = 1;      // sentences between a claim and its denial
constexpr uint32_t kLongest = 12;  // tokens from who denies to the verb
constexpr std::string_view kIt[] = {"it", "this", "that", "them", "which"};
constexpr std::string_view kClaims[] = {"accusation", "allegation", "assertion", "charge", "claim",
                                        "report",     "rumour",     "rumor",     "story",  "suggestion"};
constexpr std::string_view kSpeech[] = {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONSULT"};

struct Denial {
  uint32_t verb = kNone, who = kNone, what = kNone;
};

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document) {}

  Denial at(uint32_t verb) const {
    const Token& token = document_.tokens[verb];
    const std::string lemma = lower_lemma(document_, verb);
    const bool denies = lemma == "deny";
    if (token.upos != Upos::VERB || !among(lemma, kDeny) || !asserted(verb)) return {};
    const uint32_t what = tree::child(document_, verb, {Deprel::obj}), who = meant_by_relative(document_, verb, tree::subject_of(document_, verb));
    if (what == kNone || who == kNone || who > verb || verb - who > kLongest || !names_no_deed(what, denies)) return {};
    return {verb, who, what};
  }

 private:
  // "Would deny it", "neither confirmed nor denied it", "refused to deny it" deny nothing.
  bool asserted(uint32_t verb) const {
    const Token& token = document_.tokens[verb];
    if (token.xpos != "VBD" && token.xpos != "VBZ" && token.xpos != "VBP" && token.xpos != "VBN") return false;
    if (token.head != kNone && lower_lemma(document_, token.head) == "confirm") return false;
    for (const uint32_t c : tree::children(document_, verb)) {
      const std::string lemma = lower_lemma(document_, c);
      if (lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "nor" || document_.tokens[c].xpos == "MD") return false;
      if (document_.tokens[c].deprel == Deprel::aux_pass || document_.tokens[c].deprel == Deprel::nsubj_pass) return false;
    }
    return true;
  }
  bool names_no_deed(uint32_t what, bool denies) const {
    if (document_.tokens[what].upos == Upos::PRON || document_.tokens[what].upos == Upos::DET)
      return denies && among(lower_form(document_, what), kIt);
    const std::string lemma = lower_lemma(document_, what);
    if (!among(lemma, kClaims) && !(denies && among(lemma, kShares))) return false;
    return tree::child(document_, what, {Deprel::nmod, Deprel::acl, Deprel::acl_relcl, Deprel::compound, Deprel::ccomp}) == kNone;
  }

  const Document& document_;
};

// What was claimed last, in the same sentence or the one before; what somebody told as a fact only if nothing was told since.
const Report* claimed(const std::vector<Report>& reports, const Denial& denial, const Document& document) {
  const uint32_t sentence = document.tokens[denial.verb].sentence;
  const uint32_t begin = document.tokens[denial.who].span.begin;
  const Report* last = nullptr;
  for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
    if (report->span.end > begin || report->sentence > sentence || sentence - report->sentence > kBack) continue;
    if (last == nullptr) last = &*report;
    if (report->status == Status::possible) return &*report;
  }
  const bool told = last != nullptr && last->status == Status::happened && !last->said_by.empty() && !among(last->type, kSpeech);
  return told ? last : nullptr;
}

}  // namespace

void add_denials(const Document& document, const Knowledge& knowledge, std::vector<Report>& reports) {
  const Reader reader(document);
  const Speakers speakers(document, knowledge);
  for (const Sentence& sentence : document.sentences) {
    if (!sentence.parsed) continue;
    for (uint32_t verb = sentence.first; verb < sentence.last; ++verb) {
      const Denial denial = reader.at(verb);
      if (denial.verb == kNone) continue;
      const Report* before = claimed(reports, denial, document);
      if (before == nullptr) continue;
      Report report = *before;
      const auto& tokens = document.tokens;
      report.span = {tokens[denial.who].span.begin, tokens[std::max(denial.verb, denial.what)].span.end};
      report.head = verb, report.sentence = tokens[verb].sentence;
      report.status = Status::denied, report.counts.clear();
      report.said_by = {speakers.made(denial.who, verb)};
      report.rule += " + denial";
      report.reasons = {"denies what was told before: " + std::string(before->span.of(document.text))};
      // What the words of denial alone were taken for gives way.
      std::erase_if(reports,
                    [&](const Report& other) { return other.head == verb || other.head == denial.what || other.span.overlaps(report.span); });
      insert_in_order(reports, std::move(report));
    }
  }
}

}  // namespace gesta
