// "China must scrap its embargo on Japanese seafood", "unless Athens lifts its sanctions": who speaks of lifting a measure tells that it is in force.
// The lexicon knows the measures, their own noun phrase tells whose they are and on whom, rules of status tell whether they are lifted.
#include "events/in_force.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "events/status_features.h"

namespace gesta {

namespace {

constexpr std::array<std::string_view, 4> kMeasures = {"coerce.sanctions", "coerce.blockade", "coerce.occupy", "coerce.curfew"};
constexpr std::string_view kLifts =
    " lift ease relax end scrap suspend drop remove abandon rescind waive loosen soften revoke repeal cancel "
    "lifting easing relaxation ending removal suspension ";
constexpr std::string_view kDefies =
    " break breach violate defy flout evade dodge circumvent bypass ignore breaching violation defiance circumvention evasion ";

constexpr std::array<std::string_view, 2> kOn = {"on", "against"};

// "On Japanese seafood": the word that names whom.
uint32_t whom(const Tree& tree, const PartyReader& parties, uint32_t noun) {
  for (const uint32_t c : tree.children(noun))
    if ((tree[c].deprel == Deprel::amod || tree[c].deprel == Deprel::compound) && parties.names_actor(c)) return c;
  return kNone;
}

// Whose goods the measure is on, wherever the tree hangs them: behind the measure itself or behind what lifts it.
uint32_t whom_it_is_on(const Tree& tree, const PartyReader& parties, uint32_t measure, uint32_t lifting) {
  for (const uint32_t head : {measure, lifting})
    for (const uint32_t c : tree.children(head))
      if (c > measure && among(kOn, tree.marker(c)) && tree.extent(c).first == measure + 1) return whom(tree, parties, c);
  return kNone;
}

bool is_open(Status status) { return status != Status::happened && status != Status::ongoing; }

}  // namespace

uint32_t spoken_of_lifting(const Tree& tree, const Knowledge& knowledge, uint32_t measure) {
  const uint32_t above = tree[measure].head;
  if (above >= tree.size()) return kNone;
  const Deprel relation = tree[measure].deprel;
  const bool object = relation == Deprel::obj || relation == Deprel::nsubj_pass;
  const bool of = base(relation) == Deprel::nmod && (tree.marker(measure) == "of" || tree.marker(measure) == "to");
  if (!(is_verb(tree[above]) && object) && !(is_noun(tree[above]) && of)) return kNone;
  const std::string lemma = lower_lemma(tree[above]);
  if (has_word(kDefies, lemma)) return above;
  if (!has_word(kLifts, lemma)) return kNone;
  EventSite site;
  site.head = above, site.sentence = tree[above].sentence, site.type = "RETREAT";
  return is_open(rule_status(tree.document(), knowledge, site)) ? above : kNone;
}

std::vector<uint32_t> add_measures_in_force(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const Composer& composer,
                                            std::vector<Report>& reports) {
  std::vector<uint32_t> added;
  for (const Sentence& sentence : tree.document().sentences) {
    if (!sentence.parsed) continue;
    for (uint32_t token = sentence.first; token < sentence.last; ++token) {
      if (!is_noun(tree[token])) continue;
      const uint32_t lifting = spoken_of_lifting(tree, knowledge, token);
      if (lifting == kNone || tree[token].lemma == "boycott") continue;  // a boycott is of people, who need no lifting
      auto candidate = composer.of_noun(token);
      if (!candidate || !among(kMeasures, candidate->matter) || candidate->source.empty()) continue;
      if (candidate->target.empty())
        if (const uint32_t on = whom_it_is_on(tree, parties, token, lifting); on != kNone) candidate->target.push_back(on);
      if (candidate->target.empty()) continue;
      const auto told = [&](const Report& report) {
        return report.head == token || (report.type == candidate->code->type && report.span.overlaps(tree[token].span));
      };
      if (std::any_of(reports.begin(), reports.end(), told)) continue;
      Report report = told_in_passing(*candidate, token, tree, "in force", "in force: its lifting is only spoken of");
      uint32_t first = token, last = token;
      for (const uint32_t party : candidate->target) last = std::max(last, party);
      while (first > sentence.first && tree[first - 1].head == token && tree[first - 1].upos != Upos::PUNCT) --first;
      report.span = {tree[first].span.begin, tree[last].span.end};
      for (const uint32_t head : candidate->source)
        for (const Party& party : parties.read(head)) report.source.push_back(party);
      for (const uint32_t head : candidate->target)
        for (const Party& party : parties.read(head)) report.target.push_back(party);
      insert_in_order(reports, std::move(report));
      added.push_back(token);
    }
  }
  return added;
}

}  // namespace gesta
