// "Was taken in coordination with Hamas", "comes in the context of continuous communication with Cairo": beside what the clause tells, its actor had
// to do with the one that stands behind "with".
#include "events/contacts.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "events/fields_tree.h"

namespace gesta {

namespace {

constexpr std::array<std::string_view, 4> kContacts = {"communication", "contact", "consultation", "coordination"};
constexpr std::array<std::string_view, 7> kWithin = {"context", "framework", "course", "light", "result", "basis", "background"};
constexpr std::array<std::string_view, 3> kSameKind = {"CONSULT", "COOPERATE", "AGREE"};

constexpr std::array<std::string_view, 4> kPrivate = {"EDU", "BUS", "MED", "CVL"};  // no party of a political contact by itself

// Beside a clause, whatever says within what.
bool stands_aside(const Tree& tree, uint32_t noun) {
  const Deprel relation = base(tree[noun].deprel);
  if (relation == Deprel::obl) return tree.marker(noun) == "in" || tree.marker(noun) == "after" || tree.marker(noun) == "following";
  return relation == Deprel::nmod && tree[noun].head < tree.size() && among(kWithin, tree[tree[noun].head].lemma);
}

// Whose they are: told in the phrase, by the clause, or by the event before.
std::vector<Party> whose(const Tree& tree, const PartyReader& parties, const Candidate& candidate, const std::vector<Report>& reports) {
  for (const uint32_t head : candidate.source)
    if (auto found = parties.read(head); !found.empty()) return found;
  const uint32_t clause = tree::clause_of(tree.document(), candidate.head);
  const uint32_t subject = clause == kNone ? kNone : tree.child(clause, {Deprel::nsubj});
  if (subject != kNone && parties.names_actor(subject)) return parties.read(subject);
  const Report* before = nullptr;
  for (const Report& report : reports)
    if (report.span.begin < tree[candidate.head].span.begin && !report.source.empty()) before = &report;
  return before ? before->source : std::vector<Party>();
}

}  // namespace

void add_contacts(const Tree& tree, const PartyReader& parties, const Composer& composer, std::vector<Report>& reports) {
  for (const Sentence& sentence : tree.document().sentences) {
    if (!sentence.parsed) continue;
    for (uint32_t token = sentence.first; token < sentence.last; ++token) {
      if (!is_noun(tree[token]) || !among(kContacts, lower_lemma(tree[token])) || !stands_aside(tree, token)) continue;
      const auto candidate = composer.of_noun(token);
      if (!candidate || candidate->target.empty()) continue;
      const auto told = [&](const Report& report) {
        return report.head == token ||
               (among(kSameKind, report.type) && report.sentence == tree[token].sentence && report.span.overlaps(tree[token].span));
      };
      if (std::any_of(reports.begin(), reports.end(), told)) continue;
      Report report = told_in_passing(*candidate, token, tree, "aside", "told beside the clause that it stands in");
      report.source = whose(tree, parties, *candidate, reports);
      for (const uint32_t head : candidate->target)
        for (Party& party : parties.read(head))
          if (!among(kPrivate, party.sector)) report.target.push_back(std::move(party));
      std::erase_if(report.source, [&](const Party& one) {
        return std::any_of(report.target.begin(), report.target.end(), [&](const Party& other) { return one.code == other.code; });
      });
      if (report.source.empty() || report.target.empty()) continue;
      uint32_t first = token;
      while (first > sentence.first && tree[first - 1].head == token && tree[first - 1].deprel == Deprel::amod) --first;
      report.span = {tree[first].span.begin, tree[*std::max_element(candidate->target.begin(), candidate->target.end())].span.end};
      insert_in_order(reports, std::move(report));
    }
  }
}

}  // namespace gesta
