// Signs of roles that hang on decisions made before, and of the sector a party acts in; training/train_chooser.py writes the first.
#include <algorithm>
#include <cmath>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/roles.h"

namespace gesta {

std::vector<std::string> memory_features(const std::vector<RoleMemory>& before, const RoleMemory& now, std::string_view key) {
  if (before.empty()) return {};
  const auto role = [&](const RoleMemory& then) {
    if (key.empty()) return std::string(then.source.empty() ? "nobody" : "some") + (then.target.empty() ? " nobody" : " some");
    const bool source = among(then.source, key), target = among(then.target, key);
    return std::string(source && target ? "both" : source ? "source" : target ? "target" : "none");
  };
  const std::string type(now.type), last = role(before.back()), where = before.back().sentence == now.sentence ? "here" : "far";
  std::vector<std::string> f = {"before=" + last, "before=" + last + "," + type,
                                "before=" + last + "," + std::string(before.back().type) + ">" + type, "before=" + last + "," + where,
                                "before=" + last + "," + where + "," + type};
  size_t sources = 0, targets = 0;
  const RoleMemory *governor = nullptr, *governed = nullptr, *alike = nullptr;
  for (const RoleMemory& then : before) {
    sources += among(then.source, key), targets += among(then.target, key);
    if (among(now.above, then.head)) governor = &then;
    if (among(then.above, now.head)) governed = &then;
    if (then.type == now.type) alike = &then;
  }
  const auto tell = [&](const char* what, const RoleMemory* then) {
    if (then == nullptr) return;
    const std::string told = std::string(what) + "=" + role(*then);
    f.push_back(told), f.push_back(told + "," + std::string(then->type) + ">" + type);
  };
  tell("governor", governor), tell("governed", governed), tell("alike", alike);
  if (!key.empty())
    f.push_back("so far=" + up_to(sources, 2) + "/" + up_to(targets, 2)),
        f.push_back("so far=" + up_to(sources, 2) + "/" + up_to(targets, 2) + "," + type);
  return f;
}

std::vector<std::string> source_features(const std::vector<const RoleOption*>& source, const RoleOption& option, std::string_view type,
                                         const std::vector<RoleOption>& options) {
  const std::string kind(type);
  if (source.empty()) {
    if (option.head == kNone) return {"source nobody", "nobody,source nobody," + kind};
    return {"source nobody", "some,source nobody," + kind, "source nobody," + option.rule, "source nobody," + option.where};
  }
  const RoleOption& first = *source.front();
  const std::string& sector = first.party.sector;
  if (option.head == kNone) {
    size_t same = 0, other = 0;
    for (const RoleOption& one : options)
      if (one.where == "here" && one.member != first.member) ++(one.party.country == first.party.country ? same : other);
    const std::string others = "nobody,same=" + up_to(same, 2) + " other=" + up_to(other, 2);
    return {"nobody,source=" + sector,
            "nobody,source=" + sector + "," + kind,
            "nobody,sources=" + up_to(source.size(), 3),
            "nobody,sources=" + up_to(source.size(), 3) + "," + kind,
            others,
            others + "," + kind,
            "nobody,source " + first.rule + " " + first.where,
            "nobody,source " + first.rule + " " + first.where + "," + kind};
  }
  const bool same = first.party.country == option.party.country;
  const std::string pair = sector + ">" + option.party.sector, land = same ? "same country" : "other country";
  const std::string joined = first.group == option.group ? "joined" : first.run == option.run ? "listed" : "apart";
  const std::string wheres = "wheres=" + first.where + " " + option.where, rules = "rules=" + first.rule + " " + option.rule;
  return {land,
          land + "," + kind,
          "pair=" + pair,
          "pair=" + pair + "," + land,
          "pair=" + pair + "," + kind,
          "pair=" + pair + "," + land + "," + kind,
          joined,
          joined + "," + kind,
          wheres,
          wheres + "," + kind,
          wheres + "," + land,
          rules,
          rules + "," + kind,
          land + "," + option.where,
          land + "," + option.rule};
}

std::vector<std::string> also_features(const RoleOption& best, const RoleOption& other, double behind, double over, std::string_view task,
                                       std::string_view type) {
  const auto bin = [](double x) { return std::to_string(static_cast<int>(std::floor(std::clamp(x, -3.0, 6.0)))); };
  const std::string role(task), kind(type), joined = best.group == other.group ? "joined" : best.run == other.run ? "listed" : "apart";
  const std::string margins = "behind=" + bin(behind), above = "over=" + bin(over);
  const std::string land = best.party.country == other.party.country ? "same country" : "other country";
  const std::string sector = best.party.sector == other.party.sector ? "same sector" : "other sector";
  const std::string rules = role + " rule=" + best.rule + "/" + other.rule;
  return {role,
          role + "," + kind,
          margins,
          above,
          margins + "," + above,
          joined,
          joined + "," + role,
          joined + "," + role + "," + kind,
          joined + "," + margins,
          joined + "," + above,
          rules,
          rules + "," + joined,
          land + "," + joined,
          sector + "," + joined,
          land + "," + sector,
          role + "," + land,
          land + "," + role + "," + kind,
          "where=" + best.where + "/" + other.where,
          joined + "," + sector + "," + land};
}

std::vector<std::string> RoleChooser::sector_features(const Candidate& candidate, const Party& party, uint32_t head, std::string_view role) const {
  const std::string listed = party.id.substr(0, party.id.find(':')), part(role), type(candidate.type),
                    sector = party.sector.empty() ? "-" : party.sector;
  const std::string land = party.country.empty() ? "none" : among(kNoCountry, party.country) ? party.country : "state";
  const std::string lemma(tree_[party.head < tree_.size() ? party.head : head].lemma);
  std::vector<std::string> f = {"sector=" + sector,
                                "sector=" + sector + "," + part,
                                "sector=" + sector + "," + part + "," + type,
                                "sector=" + sector + "," + land,
                                "sector=" + sector + "," + listed,
                                "listed=" + listed + "," + part + "," + type,
                                "sector=" + sector + "," + listed + "," + part + "," + type,
                                "lemma=" + lemma,
                                "lemma=" + lemma + "," + part,
                                "event=" + std::string(tree_[candidate.head].lemma) + "," + part + "," + listed,
                                "event=" + std::string(tree_[candidate.head].lemma) + "," + part + "," + sector,
                                "kind=" + std::string(parties_.kind(party.head))};
  if (!party.id.empty()) f.push_back("id=" + party.id);
  if (candidate.code) f.push_back("cameo=" + std::string(candidate.code->cameo.substr(0, 2)) + "," + part + "," + sector);
  std::string word;
  for (const char c : party.name + " ")
    if (c != ' ')
      word.push_back(ascii_lower(c));
    else if (!word.empty())
      f.push_back("word=" + word), word.clear();
  for (const uint32_t at : {head, party.head})
    if (at < tree_.size())
      for (const uint32_t c : tree_.children(at))
        if (is_noun(tree_[c]) || tree_[c].upos == Upos::ADJ)
          if (tree_[c].deprel == Deprel::compound || base(tree_[c].deprel) == Deprel::flat || tree_[c].deprel == Deprel::appos ||
              tree_[c].deprel == Deprel::amod || tree_[c].deprel == Deprel::nmod_desc) {
            std::string title = "title=" + std::string(tree_[c].lemma);
            if (!among(f, title)) f.push_back(std::move(title));
          }
  return f;
}

}  // namespace gesta
