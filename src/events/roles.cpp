// Who fills the roles of an event, by the signs of all whom the text offers.
#include "events/roles.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/lists.h"

namespace gesta {
namespace {

constexpr size_t kMostInRole = 6, kMostMemories = 8, kMostAbove = 6;
constexpr double kAlso = 0.5;  // probability from which a further party shares a role
// Nobody meets alone: log odds for whom the sense of a meeting or visit names, set on dev and unseen texts (.5 and 1.5 do the same).
constexpr double kMet = 1;

constexpr std::string_view kSigned = "057";  // a formal agreement
// Talks, truces and agreements have two parties: the second one needs less.
constexpr std::string_view kMutual[] = {"046", "0871", kSigned};
constexpr double kAlsoOfTwo = 0.25;

// "The alliance accused Russia": the object of a verb that has a subject of its own does nothing.
bool acted_on(const Tree& tree, uint32_t party, uint32_t verb) {
  if (party == kNone || in_passive(tree, verb) || tree.child(verb, {Deprel::nsubj}) == kNone) return false;
  const Token& token = tree[tree.first_conjunct(party)];
  return token.deprel == Deprel::obj && token.head == verb;
}

// "The convoy struck a mine": the subject of a sense that makes it the target.
bool suffers(const Tree& tree, const RoleOption& option, const Candidate& candidate) {
  if (option.rule != "target" || !candidate.by_rule || !candidate.source.empty() || in_passive(tree, candidate.head)) return false;
  const Token& token = tree[tree.first_conjunct(option.head)];
  return token.deprel == Deprel::nsubj && token.head == candidate.head;
}

struct Seat {
  const RoleOption* option = nullptr;
  double score = 0;
};

}  // namespace

RoleChooser::RoleChooser(const Tree& tree, const PartyReader& parties, const Composer& composer, const LinearModel& model, bool named)
    : tree_(tree),
      parties_(parties),
      composer_(composer),
      model_(model),
      labels_{model.label("source"), model.label("target")},
      also_(model.label("also")),
      named_(named),
      cast_(tree, parties) {}

std::vector<const RoleOption*> RoleChooser::fill(const std::vector<RoleOption>& options, const Candidate& candidate, std::string_view task,
                                                 const std::vector<const RoleOption*>& source) const {
  std::vector<Seat> seats;
  for (const RoleOption& option : options) {
    const auto taken = [&](const RoleOption* other) { return other->member == option.member; };
    if (option.head != kNone && std::any_of(source.begin(), source.end(), taken)) continue;
    if (task == "source" && (acted_on(tree_, option.head, candidate.head) || suffers(tree_, option, candidate))) continue;
    int weights = option.scores[task == "target"];
    if (task == "target") weights += model_.score(labels_[1], source_signs(source, option, candidate.type, options));
    double score = weights / 1000.0;
    if (task == "target" && candidate.by_rule && candidate.type == "CONSULT" && option.rule == "target") score += kMet;
    seats.push_back({&option, score});
  }
  std::stable_sort(seats.begin(), seats.end(), [](const Seat& a, const Seat& b) { return a.score > b.score; });
  if (seats.empty() || seats.front().option->head == kNone) return {};
  std::vector<const RoleOption*> found = {seats.front().option};
  const double nobody = std::find_if(seats.begin(), seats.end(), [](const Seat& s) { return s.option->head == kNone; })->score;
  const bool mutual = task == "source" && among(kMutual, candidate.code->cameo);
  for (size_t i = 1; i < seats.size() && found.size() < kMostInRole; ++i) {
    const RoleOption& other = *seats[i].option;
    const auto holds = [&](const RoleOption* one) {  // the Cuba of "the presidents of Cuba"
      return one->party.code == other.party.code && tree_[other.head].head == one->head && tree_[other.head].deprel == Deprel::nmod;
    };
    const auto held = [&](const RoleOption* one) {  // the services of "the services of Kenya and Uganda" where those two are chosen
      return one->party.country == other.party.country && tree_[one->head].head == other.head && tree_[one->head].deprel == Deprel::nmod;
    };
    if (other.head == kNone || std::any_of(found.begin(), found.end(), holds) || std::any_of(found.begin(), found.end(), held)) continue;
    const auto signs = also_signs(*seats.front().option, other, seats.front().score - seats[i].score, seats[i].score - nobody, task, candidate.type);
    const double bar = mutual && found.size() == 1 ? kAlsoOfTwo : kAlso;
    if (1 / (1 + std::exp(-model_.score(also_, signs) / 1000.0)) >= bar) found.push_back(&other);
  }
  // "The truce between Israel and Hamas": either both or none.
  for (size_t i = 0; i < found.size() && found.size() < kMostInRole; ++i)
    for (const RoleOption& option : options) {
      const uint32_t group = found[i]->group;
      if (group == kNone || option.group != group || option.head == kNone || tree_.marker(group) != "between") continue;
      const auto taken = [&](const RoleOption* other) { return other->member == option.member; };
      if (std::none_of(source.begin(), source.end(), taken) && std::none_of(found.begin(), found.end(), taken)) found.push_back(&option);
    }
  complete_list(options, source, found);
  // "Two rebel movements, LURD and MODEL": whom the apposition names are all of them.
  const auto spelt_out = [&](const RoleOption* one) {
    return std::any_of(found.begin(), found.end(), [&](const RoleOption* other) {
      return other != one && tree_[other->group].deprel == Deprel::appos && tree_[other->group].head == one->head;
    });
  };
  std::erase_if(found, [&](const RoleOption* one) { return one->party.id.empty() && spelt_out(one); });
  return found;
}

// "In so many words, Estonia, Latvia and Lithuania demanded": all names of a list of which some are chosen, wherever the tree hangs the first.
void RoleChooser::complete_list(const std::vector<RoleOption>& options, const std::vector<const RoleOption*>& source,
                                std::vector<const RoleOption*>& found) const {
  constexpr size_t kTwo = 2;
  const auto begin_of = [&](const RoleOption& option) {
    uint32_t begin = option.head;  // the "words" of "in so many words, Estonia" speaks for it
    while (begin + 1 < tree_.size() && tree_[begin].span.end <= option.party.span.begin) ++begin;
    const uint32_t first = tree_.document().sentences[tree_[begin].sentence].first;
    while (begin > first && (tree_[begin - 1].span.begin >= option.party.span.begin || tree_[begin - 1].upos == Upos::DET ||
                             tree_[begin - 1].deprel == Deprel::nmod_desc))
      --begin;
    return begin;
  };
  const auto names = [&](const RoleOption& option) {
    if (option.head == kNone || option.where != "here") return false;
    const std::string_view kind = parties_.kind(option.head);
    return !option.party.id.empty() && (kind == "country" || kind == "org" || kind == "person");
  };
  const auto before = [&](uint32_t at) -> const RoleOption* {  // whose name ends right before this token
    for (const RoleOption& option : options)
      if (names(option) && option.head < at && tree_[at - 1].span.end == option.party.span.end) return &option;
    return nullptr;
  };
  const auto chosen = [&](const RoleOption* one) {
    return std::any_of(found.begin(), found.end(), [&](const RoleOption* other) { return other->member == one->member; });
  };
  for (size_t i = 0; i < found.size(); ++i) {
    if (!names(*found[i])) continue;
    std::vector<const RoleOption*> list = {found[i]};
    uint32_t at = begin_of(*found[i]);
    if (at == 0 || tree_[at - 1].form != "and") continue;
    --at;
    for (;;) {
      if (at > 0 && tree_[at - 1].form == ",") --at;
      const RoleOption* next = at > 0 ? before(at) : nullptr;
      if (!next) break;
      at = begin_of(*next);
      list.push_back(next);
      if (at == 0 || tree_[at - 1].form != ",") break;
    }
    if (list.size() <= kTwo) continue;
    const Upos left = at == 0 ? Upos::PUNCT : tree_[at - 1].upos;
    if (left == Upos::ADP || left == Upos::VERB || static_cast<size_t>(std::count_if(list.begin(), list.end(), chosen)) < list.size() / 2) continue;
    for (const RoleOption* one : list) {
      const auto acts = [&](const RoleOption* other) { return other->member == one->member; };
      if (!chosen(one) && found.size() < kMostInRole && std::none_of(source.begin(), source.end(), acts)) found.push_back(one);
    }
  }
}

std::vector<Party> RoleChooser::cast_for(const Candidate& candidate, const std::vector<const RoleOption*>& chosen, std::string_view role) const {
  std::vector<Party> found;
  for (const RoleOption* option : chosen) {
    Party party = option->party;
    if (const std::string_view told = parties_.sector_of_whose(party); !told.empty()) {
      party.sector = told;
      party.code = party.country == party.sector ? party.country : party.country + party.sector;
    } else if (model_.has("sector")) {
      const auto& labels = model_.labels("sector");
      const std::vector<int> all = model_.all_scores(sector_signs(candidate, party, option->head, role));
      const auto first = all.begin() + static_cast<std::ptrdiff_t>(model_.label("sector", labels.front()));
      std::vector<int> odds(first, first + static_cast<std::ptrdiff_t>(labels.size()));
      // A person whom nothing calls a soldier is none, though most who shoot are.
      if (candidate.type == "ASSAULT" && parties_.just_a_name(party))
        for (size_t i = 0; i < odds.size(); ++i)
          if (labels[i] == "MIL") odds[i] = std::numeric_limits<int>::min();
      const std::string& best = labels[static_cast<size_t>(std::max_element(odds.begin(), odds.end()) - odds.begin())];
      party.sector = best == "-" ? "" : best;
      party.code = party.country == party.sector ? party.country : party.country + party.sector;
    }
    parties_.call_by_own_name(party);
    found.push_back(std::move(party));
  }
  return found;
}

// What spoke for the first party of a role, or for nobody.
std::string RoleChooser::why(const std::vector<RoleOption>& options, const Candidate& candidate, std::string_view task,
                             const std::vector<const RoleOption*>& chosen, const std::vector<const RoleOption*>& source) const {
  const RoleOption& best = chosen.empty() ? options.front() : *chosen.front();
  Signs signs = best.signs;
  if (task == "target") signs.append(source_signs(source, best, candidate.type, options));
  const std::string who = best.head == kNone ? "nobody" : std::string(tree_[best.head].form);
  return std::string(task) + " " + who + ": " + model_.reasons({labels_[task == "target"]}, signs, 5);
}

RoleMemory RoleChooser::place_of(const Candidate& candidate) const {
  RoleMemory now{candidate.type, candidate.head, tree_[candidate.head].sentence, {}, {}, {}};
  for (uint32_t up = tree_[candidate.head].head; up < tree_.size() && now.above.size() < kMostAbove; up = tree_[up].head) now.above.push_back(up);
  return now;
}

void RoleChooser::choose(Candidate& candidate) {
  auto offered = options(candidate);
  RoleMemory now = place_of(candidate);
  for (RoleOption& option : offered) {
    option.signs.append(memory_signs(now, key_of(option)));
    option.scores = model_.scores(labels_, option.signs);
  }
  auto source = fill(offered, candidate, "source", {});
  auto target = fill(offered, candidate, "target", source);
  // "Chisinau struck a bargain with Gazprom": who signs binds himself as the other does.
  if (candidate.code->cameo == kSigned && source.size() == 1 && target.size() == 1) source.push_back(target.front()), target.clear();
  if (named_) {
    candidate.reasons.push_back(why(offered, candidate, "source", source, {}));
    candidate.reasons.push_back(why(offered, candidate, "target", target, source));
  }
  candidate.source.clear(), candidate.target.clear();
  for (const RoleOption* option : source) now.source.push_back(cast_.members()[option->member].key), candidate.source.push_back(option->head);
  for (const RoleOption* option : target) now.target.push_back(cast_.members()[option->member].key), candidate.target.push_back(option->head);
  candidate.source_parties = cast_for(candidate, source, "source"), candidate.target_parties = cast_for(candidate, target, "target");
  candidate.parties_chosen = true;
  if (before_.size() == kMostMemories) before_.erase(before_.begin());
  before_.push_back(std::move(now));
}

}  // namespace gesta
