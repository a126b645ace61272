// Signs of roles that hang on decisions made before, and of the sector a party acts in; training/train_chooser.py writes the first.
#include <algorithm>
#include <cmath>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/roles.h"

namespace gesta {

Signs RoleChooser::memory_signs(const RoleMemory& now, std::string_view key) const {
  Signs f(named_);
  if (before_.empty()) return f;
  const auto role = [&](const RoleMemory& then) -> std::string_view {
    if (key.empty() && then.source.empty()) return then.target.empty() ? "nobody nobody" : "nobody some";
    if (key.empty()) return then.target.empty() ? "some nobody" : "some some";
    const bool source = among(then.source, key), target = among(then.target, key);
    return source && target ? "both" : source ? "source" : target ? "target" : "none";
  };
  const SignPart type(now.type), last(role(before_.back())), last_type(before_.back().type),
      where(before_.back().sentence == now.sentence ? std::string_view("here") : "far");
  f.add({"before=", last}), f.add({"before=", last, ",", type}), f.add({"before=", last, ",", last_type, ">", type});
  f.add({"before=", last, ",", where}), f.add({"before=", last, ",", where, ",", type});
  size_t sources = 0, targets = 0;
  const RoleMemory *governor = nullptr, *governed = nullptr, *alike = nullptr;
  for (const RoleMemory& then : before_) {
    sources += among(then.source, key), targets += among(then.target, key);
    if (among(now.above, then.head)) governor = &then;
    if (among(then.above, now.head)) governed = &then;
    if (then.type == now.type) alike = &then;
  }
  const auto tell = [&](const SignPart& what, const RoleMemory* then) {
    if (then == nullptr) return;
    const SignPart told(role(*then));
    f.add({what, told}), f.add({what, told, ",", then->type, ">", type});
  };
  tell("governor=", governor), tell("governed=", governed), tell("alike=", alike);
  if (!key.empty()) f.add_also_with(f.join({"so far=", up_to(sources, 2), "/", up_to(targets, 2)}), type);
  return f;
}

Signs RoleChooser::source_signs(const std::vector<const RoleOption*>& source, const RoleOption& option, std::string_view type,
                                const std::vector<RoleOption>& options) const {
  const SignPart kind(type);
  Signs f(named_);
  if (source.empty()) {
    f.add({"source nobody"});
    if (option.head == kNone)
      f.add({"nobody,source nobody,", kind});
    else
      f.add({"some,source nobody,", kind}), f.add({"source nobody,", option.rule}), f.add({"source nobody,", option.where});
    return f;
  }
  const RoleOption& first = *source.front();
  const SignPart sector(first.party.sector);
  if (option.head == kNone) {
    size_t same = 0, other = 0;
    for (const RoleOption& one : options)
      if (one.where == "here" && one.member != first.member) ++(one.party.country == first.party.country ? same : other);
    f.add_also_with(f.join({"nobody,source=", sector}), kind);
    f.add_also_with(f.join({"nobody,sources=", up_to(source.size(), 3)}), kind);
    f.add_also_with(f.join({"nobody,same=", up_to(same, 2), " other=", up_to(other, 2)}), kind);
    f.add_also_with(f.join({"nobody,source ", first.rule, " ", first.where}), kind);
    return f;
  }
  const bool same = first.party.country == option.party.country;
  const SignPart pair = f.join({"pair=", sector, ">", option.party.sector}), land = same ? SignPart("same country") : SignPart("other country");
  const SignPart joined = first.group == option.group ? SignPart("joined") : first.run == option.run ? SignPart("listed") : SignPart("apart");
  const SignPart wheres = f.join({"wheres=", first.where, " ", option.where}), rules = f.join({"rules=", first.rule, " ", option.rule});
  for (const SignPart& one : {land, pair, joined, wheres, rules}) f.add_also_with(one, kind);
  f.add({pair, ",", land}), f.add({pair, ",", land, ",", kind});
  f.add({wheres, ",", land}), f.add({land, ",", option.where}), f.add({land, ",", option.rule});
  return f;
}

Signs RoleChooser::also_signs(const RoleOption& best, const RoleOption& other, double behind, double over, std::string_view task,
                              std::string_view type) const {
  Signs f(named_);
  const auto bin = [](double x) { return small_number(static_cast<int>(std::floor(std::clamp(x, -3.0, 6.0)))); };
  const SignPart role(task), kind(type);
  const SignPart joined = best.group == other.group ? SignPart("joined") : best.run == other.run ? SignPart("listed") : SignPart("apart");
  const SignPart margins = f.join({"behind=", bin(behind)}), above = f.join({"over=", bin(over)});
  const SignPart land = best.party.country == other.party.country ? SignPart("same country") : SignPart("other country");
  const SignPart sector = best.party.sector == other.party.sector ? SignPart("same sector") : SignPart("other sector");
  const SignPart rules = f.join({role, " rule=", best.rule, "/", other.rule});
  f.add_also_with(role, kind), f.add_also_with(margins, above), f.add({above});
  f.add_also_with(joined, role), f.add({joined, ",", role, ",", kind});
  f.add({joined, ",", margins}), f.add({joined, ",", above});
  f.add_also_with(rules, joined);
  f.add({land, ",", joined}), f.add({sector, ",", joined}), f.add({land, ",", sector});
  f.add({role, ",", land}), f.add({land, ",", role, ",", kind});
  f.add({"where=", best.where, "/", other.where}), f.add({joined, ",", sector, ",", land});
  return f;
}

Signs RoleChooser::sector_signs(const Candidate& candidate, const Party& party, uint32_t head, std::string_view role) const {
  Signs f(named_);
  const SignPart part(role), type(candidate.type), sector = party.sector.empty() ? SignPart("-") : SignPart(party.sector),
                                                   listed(std::string_view(party.id).substr(0, party.id.find(':')));
  const SignPart land = party.country.empty() ? SignPart("none") : among(kNoCountry, party.country) ? SignPart(party.country) : SignPart("state");
  const SignPart event = f.join({"event=", tree_[candidate.head].lemma, ",", part}), own = f.join({"sector=", sector});
  const SignPart lemma = f.join({"lemma=", tree_[party.head < tree_.size() ? party.head : head].lemma});
  f.add_also_with(own, part), f.add({own, ",", part, ",", type}), f.add({own, ",", land});
  f.add({own, ",", listed}), f.add({own, ",", listed, ",", part, ",", type});
  f.add({"listed=", listed, ",", part, ",", type});
  f.add_also_with(lemma, part);
  f.add({event, ",", listed}), f.add({event, ",", sector});
  f.add({"kind=", parties_.kind(party.head)});
  if (!party.id.empty()) f.add({"id=", party.id});
  if (candidate.code) f.add({"cameo=", candidate.code->cameo.substr(0, 2), ",", part, ",", sector});
  const std::string name = ascii_lower(party.name);
  for (size_t begin = 0, end; begin < name.size(); begin = end + 1) {
    end = std::min(name.find(' ', begin), name.size());
    if (end > begin) f.add({"word=", std::string_view(name).substr(begin, end - begin)});
  }
  std::vector<std::string_view> titles;
  for (const uint32_t at : {head, party.head})
    if (at < tree_.size())
      for (const uint32_t c : tree_.children(at))
        if (is_noun(tree_[c]) || tree_[c].upos == Upos::ADJ)
          if (tree_[c].deprel == Deprel::compound || base(tree_[c].deprel) == Deprel::flat || tree_[c].deprel == Deprel::appos ||
              tree_[c].deprel == Deprel::amod || tree_[c].deprel == Deprel::nmod_desc)
            if (!among(titles, tree_[c].lemma)) titles.push_back(tree_[c].lemma), f.add({"title=", tree_[c].lemma});
  return f;
}

}  // namespace gesta
