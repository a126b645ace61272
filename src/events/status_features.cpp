// Signs for status.cpp: what the rules say, form and auxiliaries of the event's verb, negation, marks, and the words that govern its clause.
#include "events/status_features.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "events/attribution_words.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

constexpr std::string_view kNegations[] = {"not",     "n't", "n\xE2\x80\x99t", "never",  "no",    "nobody", "none", "nothing",
                                           "neither", "nor", "without",        "cannot", "hardly"};
constexpr std::string_view kAdverbs[] = {"still",      "already", "yet",        "now",      "again",  "soon",     "allegedly", "reportedly",
                                         "apparently", "perhaps", "probably",   "since",    "when",   "while",    "until",     "once",
                                         "if",         "whether", "unless",     "after",    "before", "as",       "instead",   "also",
                                         "only",       "almost",  "eventually", "recently", "today",  "tomorrow", "next",      "ever"};

class Reader {
 public:
  Reader(const Document& document, const EventSite& site, Status rule, std::span<const Said> said_by, bool named)
      : document_(document), site_(site), rule_(name(rule)), said_by_(said_by), out_(named) {}

  Signs run() {
    const std::string type(site_.type), cameo(site_.cameo.substr(0, 3));
    sign({"rule=", rule_});
    sign({"rule=", rule_, " type=", type});
    sign({"type=", type});
    sign({"cameo=", cameo});
    sign({"rule=", rule_, " cameo=", cameo});
    if (site_.head >= document_.tokens.size() || site_.sentence >= document_.sentences.size()) return std::move(out_);
    const std::string form = shape(site_.head);
    const std::string relation(name(base(token(site_.head).deprel)));
    sign({"form=", form});
    sign({"form=", form, " rule=", rule_});
    sign({"form=", form, " type=", type});
    sign({"dep=", relation, " rule=", rule_});
    sign({"lemma=", tree::lower_lemma(document_, site_.head)});
    if (question()) sign({"question"}), sign({"question rule=", rule_});
    if (tree::in_quotes(document_, site_.head)) sign({"quoted rule=", rule_});
    children(site_.head, "own");
    above();
    speaker();
    contested();
    taggers();
    return std::move(out_);
  }

 private:
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  void sign(SignParts name) { out_.add(name); }

  // "VBN+has+been", "VB+will", "NN"
  std::string shape(uint32_t at) const {
    std::string out(token(at).xpos);
    for (const uint32_t c : tree::children(document_, at)) {
      const Deprel relation = base(token(c).deprel);
      if (relation == Deprel::aux || relation == Deprel::cop) out += "+" + tree::lower_form(document_, c);
      if (relation == Deprel::mark && tree::lower_form(document_, c) == "to") out += "+to";
    }
    return out;
  }

  void children(uint32_t at, const std::string& whose) {
    for (const uint32_t c : tree::children(document_, at)) {
      const std::string form = tree::lower_form(document_, c);
      const Deprel relation = base(token(c).deprel);
      if (tree::among(form, kNegations)) sign({whose, " negated"}), sign({whose, " negated rule=", rule_}), sign({whose, " ", form});
      if (relation == Deprel::mark || relation == Deprel::case_ || tree::among(form, kAdverbs)) sign({whose, " word=", form});
      if (relation == Deprel::amod && whose == "own") sign({"own adjective=", form});
    }
  }

  // The predicates over it, two of them, with how the clause hangs from each.
  void above() {
    uint32_t at = site_.head;
    std::string path;
    for (int level = 0, step = 0; level < 2 && step < 12; ++step) {
      path += (path.empty() ? "" : ">") + std::string(name(base(token(at).deprel)));
      at = token(at).head;
      if (at >= document_.tokens.size()) {
        if (level == 0) sign({"nothing above"});
        return;
      }
      if (!tree::is_verbal(document_, at) && token(at).upos != Upos::NOUN) continue;
      const std::string number = level == 0 ? "above" : "above that", lemma = tree::lower_lemma(document_, at);
      sign({number, "=", lemma});
      sign({number, "=", lemma, " by=", path});
      sign({number, " form=", shape(at), " by=", path});
      sign({number, " by=", path, " rule=", rule_});
      children(at, number);
      if (tree::is_verbal(document_, at)) ++level;
      if (level == 1) path.clear();
    }
  }

  // Who says so, and on whose side he is.
  void speaker() {
    const std::string type = " type=" + std::string(site_.type), rule = " rule=" + rule_;
    if (said_by_.empty()) return sign({"unsaid"}), sign({"unsaid", type});
    const Said& who = said_by_.front();
    const auto side = [&](const std::vector<std::string>& countries) {
      return !who.country.empty() && std::find(countries.begin(), countries.end(), who.country) != countries.end();
    };
    const bool source = side(site_.source_countries), target = side(site_.target_countries);
    const std::string stands = who.country.empty() ? "unknown" : source && target ? "both" : source ? "source" : target ? "target" : "neither";
    const std::string sector = who.sector.empty() ? "none" : who.sector;
    const std::string by = "said by " + stands, of = "said by sector=" + sector;
    for (const std::string& s : {by, of, by + " sector=" + sector, "said by " + std::to_string(said_by_.size()), "said cue=" + ascii_lower(who.cue)})
      sign({s}), sign({s, type}), sign({s, rule});
    sign({by, " sector=", sector, type});
  }

  // What the taggers of events take it for, in steps of half a log odds.
  void taggers() {
    const EventWords& words = document_.event_words;
    std::string_view likeliest;
    double most = 0;
    for (const std::string_view status : words.statuses) {
      const double p = words.status(site_.head, status), q = std::clamp(p, 0.004, 0.996);
      if (p > most) most = p, likeliest = status;
      if (p > 0) sign({"net ", status, "=", std::to_string(static_cast<int>(std::floor(2 * std::log(q / (1 - q)))))});
    }
    if (likeliest.empty()) return;
    const std::string net = "net likeliest=" + std::string(likeliest);
    for (const std::string& with : {" rule=" + rule_, " type=" + std::string(site_.type), std::string(said_by_.empty() ? " unsaid" : " said")})
      sign({net, with}), sign({net, either(most < 0.6, " doubtful", ""), with});
  }

  // "... an account which Kyiv dismissed": the clause or the sentence behind it rejects a claim.
  void contested() {
    const Sentence& own = document_.sentences[site_.sentence];
    const bool next = site_.sentence + 1 < document_.sentences.size();
    const uint32_t end = next ? document_.sentences[site_.sentence + 1].last : own.last;
    for (uint32_t t = site_.head + 1; t < end; ++t)
      if (const std::string lemma = tree::lower_lemma(document_, t); lemma == "contradict" || tree::among(lemma, attribution_words::kDeny)) {
        const std::string where = t < own.last ? "contested" : "contested next";
        sign({where}), sign({where, either(said_by_.empty(), " unsaid", " said")}), sign({where, " rule=", rule_});
        return;
      }
  }

  bool question() const {
    const Sentence& s = document_.sentences[site_.sentence];
    for (uint32_t t = s.last; t-- > s.first && s.last - t < 4;)
      if (token(t).form == "?") return true;
    return false;
  }

  const Document& document_;
  const EventSite& site_;
  std::string rule_;
  std::span<const Said> said_by_;
  Signs out_;
};

}  // namespace

Signs status_signs(const Document& document, const EventSite& site, Status rule, std::span<const Said> said_by, bool named) {
  return Reader(document, site, rule, said_by, named).run();
}

}  // namespace gesta
