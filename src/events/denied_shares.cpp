// "Had no hand in the raid", "denied that its men took part", "without taking part in operations": whoever has no share in a deed did not do it.
// The deed is the one that the words behind the share name, else the one told last; the taggers see no event in such words as often as not.
#include "events/denied_shares.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "events/attribution_speaker.h"
#include "events/attribution_words.h"
#include "events/fields_tree.h"

namespace gesta {

namespace {

using attribution_words::kShares;

constexpr uint32_t kBack = 12;  // sentences between a deed and the denial of a share in it
constexpr std::array<std::string_view, 3> kHolds = {"have", "take", "play"};
constexpr std::array<std::string_view, 2> kTakesPart = {"participate", "involve"};
constexpr std::array<std::string_view, 6> kNot = {"no", "not", "n't", "never", "nor", "neither"};
constexpr std::array<std::string_view, 2> kNoneOf = {"none", "neither"};
constexpr std::array<std::string_view, 3> kNobody = {"one", "nobody", "anyone"};  // "no one has taken responsibility"
constexpr std::array<std::string_view, 5> kIn = {"in", "for", "with", "to", "of"};
constexpr std::array<std::string_view, 5> kIt = {"it", "this", "that", "them", "these"};
constexpr std::array<std::string_view, 7> kAnyDeed = {"affair", "matter", "incident", "crime", "event", "act", "deed"};
constexpr std::array<std::string_view, 5> kDeeds = {"ASSAULT", "PROTEST", "AID", "COERCE", "MOBILIZE"};
constexpr std::array<std::string_view, 3> kBlamed = {"ASSAULT", "PROTEST", "AID"};  // deeds without a name, the gravest first

struct Share {
  uint32_t verb = kNone, noun = kNone;  // "had ... hand"; no noun in "took part", "was involved"
  uint32_t who = kNone, denier = kNone, what = kNone;
  bool without = false;  // "is there to train, | without taking part in operations"
};

class Reader {
 public:
  explicit Reader(const Tree& tree) : tree_(tree) {}

  Share at(uint32_t token) const {
    const Token& word = tree_[token];
    if (is_noun(word) && among(kShares, lower_lemma(word)) && word.deprel == Deprel::obj) return of_noun(token);
    if (word.lemma == "nothing" && word.deprel == Deprel::obj) return of_nothing(token);
    if ((is_verb(word) || word.upos == Upos::ADJ) && among(kTakesPart, word.lemma)) return of_verb(token, kNone);
    return {};
  }

 private:
  Share of_noun(uint32_t noun) const {
    const uint32_t verb = tree_[noun].head;
    if (!is_verb(tree_[verb])) return {};
    if (tree_[verb].lemma == "deny") {
      const uint32_t who = subject(verb);
      return asserted(verb) && who != kNone ? Share{verb, noun, who, who, behind(noun)} : Share{};
    }
    if (!among(kHolds, tree_[verb].lemma) || tree_[noun].lemma == "responsibility") return {};  // who takes that did it
    Share share = of_verb(verb, noun);
    if (share.what == kNone && share.verb != kNone) share.what = behind(noun);
    return share;
  }

  // "Had nothing to do with it".
  Share of_nothing(uint32_t nothing) const {
    const uint32_t verb = tree_[nothing].head;
    if (tree_[verb].lemma != "have" || modal(verb)) return {};
    for (const uint32_t doing : {tree_.child(nothing, {Deprel::acl}), tree_.child(verb, {Deprel::xcomp, Deprel::advcl})})
      if (doing != kNone && tree_[doing].lemma == "do" && subject(verb) != kNone) return {verb, nothing, subject(verb), kNone, behind(doing)};
    return {};
  }

  // A share in the negative or behind "denied": "took no part", "denied that its men were involved", "without playing a role".
  Share of_verb(uint32_t verb, uint32_t noun) const {
    const Token& word = tree_[verb];
    const uint32_t above = word.head;
    const bool clause = base(word.deprel) == Deprel::ccomp || word.deprel == Deprel::xcomp || base(word.deprel) == Deprel::advcl;
    const bool under_denial = clause && above < tree_.size() && tree_[above].lemma == "deny" && asserted(above);
    if (modal(verb)) return {};
    const bool without = tree_.marker(verb) == "without";
    if (!under_denial && !without && !negated(verb, noun)) return {};
    uint32_t who = subject(verb);
    if (who == kNone && (under_denial || without) && above < tree_.size()) who = subject(above);
    if (who == kNone || among(kNobody, tree_[who].lemma)) return {};
    return {verb, noun, who, under_denial ? subject(above) : kNone, behind(verb), without};
  }

  uint32_t subject(uint32_t verb) const {
    const Document& document = tree_.document();
    return meant_by_relative(document, verb, tree::subject_of(document, verb));
  }

  bool negated(uint32_t verb, uint32_t noun) const {
    const auto no = [&](uint32_t token) {
      for (const uint32_t c : tree_.children(token))
        if (among(kNot, tree_[c].lemma) && (base(tree_[c].deprel) == Deprel::advmod || tree_[c].deprel == Deprel::det)) return true;
      return false;
    };
    const uint32_t who = tree_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass});
    return no(verb) || (noun != kNone && no(noun)) || (who != kNone && (among(kNoneOf, tree_[who].lemma) || no(who)));
  }

  // "Will take no part" refuses, "if it took no part", "whether it had" leave it open.
  bool modal(uint32_t verb) const {
    for (const uint32_t c : tree_.children(verb)) {
      const Token& child = tree_[c];
      if (child.xpos == "MD") return true;
      if (child.deprel == Deprel::mark && (child.lemma == "to" || child.lemma == "if" || child.lemma == "whether" || child.lemma == "unless"))
        return true;
    }
    return false;
  }

  bool asserted(uint32_t verb) const {
    const std::string_view tag = tree_[verb].xpos;
    return tag.starts_with("VB") && tag != "VB" && !modal(verb) && !negated(verb, kNone) && tree_.child(verb, {Deprel::aux_pass}) == kNone;
  }

  // What the share is in: "a hand | in the raid".
  uint32_t behind(uint32_t head) const {
    for (const uint32_t c : tree_.children(head)) {
      const Deprel relation = base(tree_[c].deprel);
      if (c > head && (relation == Deprel::nmod || relation == Deprel::obl) && among(kIn, tree_.marker(c))) return c;
    }
    return kNone;
  }

  const Tree& tree_;
};

bool overlaps(const Report& report, const Tree& tree, uint32_t token) {
  return token != kNone && (report.head == token || report.span.overlaps(tree[token].span));
}

class Writer {
 public:
  Writer(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const Composer& composer)
      : tree_(tree), knowledge_(knowledge), parties_(parties), composer_(composer), speakers_(tree.document(), knowledge) {}

  std::optional<Report> written(const Share& share, const std::vector<Report>& reports) const {
    const Report* around = nullptr;  // what is done without the share
    for (const Report& report : reports) {
      if (!overlaps(report, tree_, share.verb) && !overlaps(report, tree_, share.noun)) continue;
      if (!share.without || report.head == share.verb || report.head == share.noun) return std::nullopt;
      around = &report;
    }
    const Code* named = nullptr;
    if (share.what != kNone && !pointer(share.what)) {
      named = composer_.code_of_noun(share.what);
      if (named == nullptr || !among(kDeeds, named->type)) return std::nullopt;
    }
    const Report* deed = told(share, named, reports);
    if (deed == nullptr && named == nullptr) return std::nullopt;
    Report report = deed ? *deed : with_code(*named, share.verb, tree_);
    fill(report, share, deed);
    if (around) report.source = around->source;
    if (around && deed == nullptr) report.where = around->where;
    return report;
  }

 private:
  bool pointer(uint32_t what) const { return among(kIt, tree_[what].lemma) || among(kAnyDeed, tree_[what].lemma); }

  // The deed told last, of the type that the words name; else the gravest.
  const Report* told(const Share& share, const Code* named, const std::vector<Report>& reports) const {
    if (named) return last_of(named->type, share, reports);
    for (const std::string_view type : kBlamed)
      if (const Report* deed = last_of(type, share, reports)) return deed;
    return nullptr;
  }

  const Report* last_of(std::string_view type, const Share& share, const std::vector<Report>& reports) const {
    const Report* last = nullptr;
    for (const Report& report : reports) {
      if (report.type != type || report.status == Status::denied || report.status == Status::hypothetical) continue;
      if (report.sentence > tree_[share.verb].sentence || tree_[share.verb].sentence - report.sentence > kBack) continue;
      if (report.span.begin < tree_[share.verb].span.begin || overlaps(report, tree_, share.what)) last = &report;
    }
    return last;
  }

  void fill(Report& report, const Share& share, const Report* deed) const {
    const Document& document = tree_.document();
    uint32_t last = std::max(share.verb, share.noun == kNone ? 0 : share.noun);
    if (share.what != kNone && share.what > last && tree_[share.what].sentence == tree_[last].sentence) last = share.what;
    report.span = {tree_[std::min(share.verb, share.noun)].span.begin, tree_[last].span.end};
    report.head = share.verb, report.sentence = tree_[share.verb].sentence;
    report.status = Status::denied, report.counts.clear();
    if (auto parties = parties_.read(share.who); !parties.empty()) report.source = std::move(parties);
    std::erase_if(report.target, [&](const Party& target) {
      return std::any_of(report.source.begin(), report.source.end(), [&](const Party& source) { return source.name == target.name; });
    });
    EventSite site;
    site.head = report.head, site.sentence = report.sentence, site.type = report.type, site.cameo = report.cameo;
    report.said_by = read_said_by(document, knowledge_, site);
    if (report.said_by.empty() && share.denier != kNone) report.said_by = {speakers_.made(share.denier, share.verb)};
    report.rule += " + denial";
    report.reasons = {deed ? "no share in what was told: " + std::string(deed->span.of(document.text)) : "no share in what is named"};
  }

  const Tree& tree_;
  const Knowledge& knowledge_;
  const PartyReader& parties_;
  const Composer& composer_;
  Speakers speakers_;
};

}  // namespace

void add_denied_shares(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const Composer& composer,
                       std::vector<Report>& reports) {
  const Reader reader(tree);
  const Writer writer(tree, knowledge, parties, composer);
  for (const Sentence& sentence : tree.document().sentences) {
    if (!sentence.parsed) continue;
    for (uint32_t token = sentence.first; token < sentence.last; ++token) {
      const Share share = reader.at(token);
      if (share.verb == kNone) continue;
      auto report = writer.written(share, reports);
      if (!report) continue;
      insert_in_order(reports, std::move(*report));
    }
  }
}

}  // namespace gesta
