// Whose leader, whose association: who leads or speaks for people is of their sector, and so is what they have founded; and under which name an
// agent is reported.
#include <algorithm>
#include <array>

#include "base/lists.h"
#include "events/parties.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 14> kLeaders = {"leader",      "chief",       "head",           "chairman",   "chairwoman",
                                                       "chairperson", "delegate",    "representative", "negotiator", "commander",
                                                       "spokesman",   "spokeswoman", "spokesperson",   "deputy"};
constexpr std::array<std::string_view, 10> kFounded = {"association", "federation", "union",  "confederation", "council",
                                                       "chamber",     "guild",      "league", "committee",     "platform"};
constexpr std::array<std::string_view, 5> kWageEarners = {"teacher", "lecturer", "professor", "nurse", "professional"};
// Workers when they march, traders when they found a chamber.
constexpr std::array<std::string_view, 11> kOwnMasters = {"grower",  "haulier", "hauler",    "transporter", "planter", "producer",
                                                          "trucker", "baker",   "winemaker", "breeder",     "exporter"};
constexpr std::array<std::string_view, 13> kNoState = {"REB", "OPP", "PTY", "LAB", "BUS", "CVL", "REL", "EDU", "CRM", "REF", "MED", "MIL", "COP"};
// Of no one sector: "the people's representatives", "the Guards' commander".
constexpr std::array<std::string_view, 5> kAll = {"people", "person", "citizen", "population", "guard"};

// What the owners of that sector have founded: "the officers' union" is no army, "the residents' association" may be many things.
std::string_view founded_by(std::string_view owners, std::string_view sector, std::string_view body) {
  if (body == "union") return sector == "MED" || owners == "student" ? sector : std::string_view();
  if (body == "chamber" || among(kOwnMasters, owners)) return "BUS";
  if (among(kWageEarners, owners)) return "LAB";
  if (sector == "MIL" || sector == "COP" || (sector == "CVL" && body == "association") || !among(kNoState, sector)) return {};
  return sector;
}

}  // namespace

// "Former President Jane Doe", "the former Zedian leader, Jane Doe": whatever she is in our files, the text takes her for one of those who ruled. Who
// led a government and leads a party now may be called so too, and is of the opposition.
bool PartyReader::called_former(const Party& party) const {
  constexpr std::array<std::string_view, 4> kRulers = {"president", "leader", "ruler", "king"};
  constexpr std::array<std::string_view, 4> kPast = {"former", "ex", "ex-president", "one-time"};
  constexpr std::array<std::string_view, 3> kNow = {"GOV", "OPP", "PTY"};
  constexpr uint32_t kFar = 4;
  if (!party.id.starts_with("person:") || !among(kNow, party.sector)) return false;
  return std::ranges::any_of(hits_, [&](const auto& hit) {
    if (!hit || hit->actor.id != party.id || hit->first < 2) return false;
    const uint32_t title = hit->first - (tree_[hit->first - 1].form == "," ? 2 : 1);
    if (among(kPast, lower_lemma(tree_[title]))) return title + 1 == hit->first;
    if (!among(kRulers, lower_lemma(tree_[title]))) return false;
    for (uint32_t i = title; i-- > 0 && i + kFar >= title && tree_[i].sentence == tree_[title].sentence && tree_[i].upos != Upos::VERB;)
      if (among(kPast, lower_lemma(tree_[i]))) return true;
    return false;
  });
}

std::string_view PartyReader::sector_of_whose(const Party& party) const {
  if (called_former(party)) return "ELI";
  if (!party.id.empty() || party.head >= tree_.size()) return {};
  const auto [entry, title] = agent_of(party.head);
  if (!entry || entry->name.find(' ') != std::string_view::npos) return {};
  const uint32_t head = title == kNone ? party.head : title;
  const std::string lemma = lower_lemma(tree_[head]);
  const bool leads = among(kLeaders, lemma), founded = among(kFounded, lemma);
  if (!leads && !founded) return {};
  for (const uint32_t c : tree_.children(head)) {
    const std::string_view marker = tree_[c].deprel == Deprel::nmod ? tree_.marker(c) : std::string_view();
    if (tree_[c].deprel != Deprel::nmod_poss && marker != "of" && (marker != "for" || !leads)) continue;
    if (covered_[c] != kNone) {  // "the Contras' leaders"
      const std::string_view sector = hits_[covered_[c]]->actor.sector;
      if (leads && lemma != "deputy" && among(kNoState, sector)) return sector;
      continue;
    }
    const AgentEntry* owner = is_noun(tree_[c]) ? agent_entry(c) : nullptr;
    const std::string whose = lower_lemma(tree_[c]);
    if (!owner || among(kAll, whose)) continue;
    if (lemma == "deputy") {  // "a deputy of the Kurdish party" sits in parliament
      if (owner->sector == "GOV") return owner->sector;
    } else if (leads) {
      const bool two_sides = whose == "party" && is_plural(tree_[c]) && tree_.child(c, {Deprel::amod, Deprel::compound}) == kNone;
      if (among(kNoState, owner->sector) && !two_sides) return owner->sector;
    } else if (is_plural(tree_[c]) && owner->person) {
      if (const std::string_view sector = founded_by(whose, owner->sector, lemma); !sector.empty()) return sector;
    }
  }
  return {};
}

void PartyReader::call_by_own_name(Party& party) const {
  if (!party.id.empty() || party.head >= tree_.size() || tree_[party.head].upos != Upos::NOUN || is_plural(tree_[party.head])) return;
  const AgentEntry* entry = agent_entry(party.head);
  if (!entry || !entry->person) return;
  const auto& mentions = tree_.document().mentions;
  const auto person = [&](uint32_t i) {
    return tree_[i].deprel == Deprel::appos && tree_[i].upos == Upos::PROPN && mention_of_[i] != kNone &&
           mentions[mention_of_[i]].kind == MentionKind::person;
  };
  const auto name_of = [&](uint32_t head) {
    const auto found = tree_.children(head);
    const auto at = std::find_if(found.begin(), found.end(), person);
    return at == found.end() ? kNone : *at;
  };
  uint32_t name = name_of(party.head);
  for (const uint32_t c : tree_.children(party.head))  // the tree may hang it from the place of his office
    if (name == kNone && tree_[c].deprel == Deprel::nmod && c > party.head) name = name_of(c);
  if (name == kNone) return;
  const Mention& mention = mentions[mention_of_[name]];
  party.span = {tree_[mention.first].span.begin, tree_[mention.last - 1].span.end};
  party.name = std::string(party.span.of(tree_.document().text));
}

}  // namespace gesta
