// Whom a text offers for the roles of an event, each party with the signs that speak for it.
#include <algorithm>
#include <map>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/roles.h"

namespace gesta {
namespace {

constexpr size_t kMostOptions = 24, kMostWords = 6;
constexpr uint32_t kBack = 3;  // sentences before the event whose parties are options

bool names_a_phrase(const Tree& tree, uint32_t i) {
  const Token& token = tree[i];
  if (base(token.deprel) == Deprel::flat || token.deprel == Deprel::appos) return false;
  return is_nominal(token) || token.xpos == "PRP$" || token.deprel == Deprel::amod || token.deprel == Deprel::det;
}

SignPart relation(const Tree& tree, uint32_t token, Signs& f) {
  const Deprel deprel = tree[token].deprel;
  const bool marked = base(deprel) == Deprel::obl || base(deprel) == Deprel::nmod;
  return marked ? f.join({name(deprel), ":", tree.marker(token)}) : SignPart(name(deprel));
}

// The way from the event's head up to the word where both meet, and from there down to another word.
struct Walk {
  static constexpr size_t kMost = 16, kFar = 99;
  std::vector<uint32_t> up, down;  // words to leave upwards; to reach downwards, the last first
  size_t steps = kFar;
};

Walk walk(const Tree& tree, uint32_t from, uint32_t to) {
  Walk way;
  for (uint32_t at = from; at < tree.size() && way.up.size() < Walk::kMost; at = tree[at].head) way.up.push_back(at);
  for (uint32_t at = to; at < tree.size() && way.down.size() < Walk::kMost; at = tree[at].head) {
    if (const auto meet = std::find(way.up.begin(), way.up.end(), at); meet != way.up.end()) {
      way.up.erase(meet, way.up.end());
      way.steps = way.up.size() + way.down.size();
      break;
    }
    way.down.push_back(at);
  }
  return way;
}

// Up with '^', down with the relation and its marker: "^conj nsubj ", "obl:with "; and with conjunctions stepped over and subtypes dropped.
struct Path {
  SignPart words, coarse;
  size_t steps;
};

Path path(const Tree& tree, uint32_t from, uint32_t to, Signs& f) {
  constexpr size_t kLongest = 6;
  const Walk way = walk(tree, from, to);
  if (way.steps > kLongest) return {SignPart("far"), SignPart("far "), way.steps};
  SignPart words(""), coarse("");
  for (const uint32_t at : way.up) {
    const Deprel deprel = tree[at].deprel;
    words = f.join({words, "^", name(deprel), " "});
    if (base(deprel) != Deprel::conj && base(deprel) != Deprel::parataxis) coarse = f.join({coarse, "^", name(base(deprel)), " "});
  }
  for (size_t i = way.down.size(); i-- > 0;) {
    words = f.join({words, relation(tree, way.down[i], f), " "});
    const Deprel main = base(tree[way.down[i]].deprel);
    if (main != Deprel::conj) coarse = f.join({coarse, name(main), " "});
    if (main != Deprel::obl && main != Deprel::nmod) continue;
    const std::string_view marker = tree.marker(way.down[i]);  // "to" of "according to" is kept
    if (const size_t blank = marker.find(' '); blank != std::string_view::npos) coarse = f.join({coarse, marker.substr(blank + 1), " "});
  }
  return {words, coarse, way.steps};
}

std::vector<uint32_t> spelt_out(const Tree& tree, const std::vector<uint32_t>& heads) {
  std::vector<uint32_t> out;
  for (const uint32_t head : heads)
    for (const uint32_t one : tree.conjuncts(head))
      if (!among(out, one)) out.push_back(one);
  return out;
}

RoleView view_of(const Tree& tree, const Candidate& candidate) {
  const std::string_view root = !candidate.root.empty() ? candidate.root : candidate.code ? candidate.code->cameo.substr(0, 2) : "";
  return {tree,
          candidate,
          candidate.type,
          root,
          in_passive(tree, candidate.head) ? SignPart("passive ") : SignPart("active "),
          tree[candidate.head].lemma,
          tree[candidate.head].sentence,
          candidate.begin(),
          candidate.end(),
          spelt_out(tree, candidate.source),
          spelt_out(tree, candidate.target)};
}

std::string_view rule_of(const RoleView& view, uint32_t head) {
  if (among(view.source, head)) return "source";
  return among(view.target, head) ? "target" : "none";
}

// The mention of a member that stands nearest to the event: one the rules chose, else the shortest path, else the last before.
uint32_t spokesman(const RoleView& view, const Member& member) {
  uint32_t best = kNone;
  size_t least = 1000;
  for (const uint32_t head : member.heads) {
    const uint32_t sentence = view.tree[head].sentence;
    size_t cost = 0;
    if (sentence == view.sentence)
      cost = rule_of(view, head) != "none" ? 0 : 1 + std::min<size_t>(walk(view.tree, view.candidate.head, view.tree.first_conjunct(head)).steps, 40);
    else
      cost = sentence < view.sentence ? 100 + 2 * std::min<size_t>(view.sentence - sentence, 100) : 400;
    if (cost < least || (cost == least && sentence < view.sentence)) best = head, least = cost;
  }
  return best;
}

std::string_view sentence_of(const RoleView& view, uint32_t head) {
  const uint32_t sentence = view.tree[head].sentence;
  if (sentence == view.sentence) return "here";
  if (sentence + 1 == view.sentence) return "last";
  return sentence < view.sentence ? "earlier" : "next";
}

// Start of the stretch of nouns, commas and "and" around a word. Trees often hang the second of two parties too low: "the government of A and the B
// Army".
uint32_t run_of(const Tree& tree, uint32_t head) {
  const auto inside = [&](uint32_t i) {
    const Token& token = tree[i];
    if (token.upos == Upos::ADP) return token.lemma == "of";
    if (token.upos == Upos::PUNCT) return token.lemma == "," || token.lemma == "-" || token.lemma == "\"";
    return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ || token.upos == Upos::DET || token.upos == Upos::NUM ||
           token.upos == Upos::PRON || (token.upos == Upos::CCONJ && token.lemma != "but") || token.upos == Upos::PART;
  };
  uint32_t begin = head;
  while (begin > 0 && head - begin < 40 && tree[begin - 1].sentence == tree[head].sentence && inside(begin - 1)) --begin;
  return begin;
}

// The phrase around a word as it stands, and the words at its two ends: what no parser can get wrong.
struct Edges {
  std::string_view before, after;
};

Edges edges_of(const Tree& tree, uint32_t head) {
  const uint32_t sentence = tree[head].sentence;
  const auto inside = [&](uint32_t i) {
    const Upos upos = tree[i].upos;
    return upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::NUM || upos == Upos::PART ||
           tree[i].lemma == "-";
  };
  uint32_t first = head, last = head + 1;
  while (first > 0 && head - first < 6 && tree[first - 1].sentence == sentence && inside(first - 1)) --first;
  while (last < tree.size() && last - head < 4 && tree[last].sentence == sentence &&
         (tree[last].upos == Upos::PROPN || tree[last].upos == Upos::NOUN))
    ++last;
  Edges edges{"^", "$"};
  if (first > 0 && tree[first - 1].sentence == sentence) edges.before = tree[first - 1].lemma;
  if (last < tree.size() && tree[last].sentence == sentence) edges.after = tree[last].lemma;
  return edges;
}

bool subject_of_root(const Tree& tree, uint32_t head) {
  const uint32_t first = tree.first_conjunct(head);
  if (base(tree[first].deprel) != Deprel::nsubj) return false;
  const uint32_t up = tree[first].head;
  return up < tree.size() && tree[up].deprel == Deprel::root;
}

}  // namespace

bool in_passive(const Tree& tree, uint32_t verb) { return tree.child(verb, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::obl_agent}) != kNone; }

Cast::Cast(const Tree& tree, const PartyReader& parties) : by_sentence_(tree.document().sentences.size()) {
  std::map<std::string, uint32_t> known;
  // "fighter jets", "rebel commanders", "the Chinese embassy": the last word is somebody, the one before says who.
  const auto describes = [&](uint32_t i) {
    const bool noun = tree[i].upos == Upos::NOUN && tree[i].deprel == Deprel::compound;
    const bool land = tree[i].upos == Upos::ADJ && tree[i].deprel == Deprel::amod;
    return (noun || land) && tree[i].head < tree.size() && !parties.read_alone(tree[i].head).empty();
  };
  for (uint32_t i = 0; i < tree.size(); ++i) {
    if ((!names_a_phrase(tree, i) && !parties.lists_another(i)) || describes(i)) continue;
    for (const Party& party : parties.read_alone(i)) {
      const auto [at, fresh] = known.emplace(parties.key(party), static_cast<uint32_t>(members_.size()));
      if (fresh) members_.push_back({at->first, {}, {}});
      Member& member = members_[at->second];
      if (!member.heads.empty() && member.heads.back() == i) continue;
      member.heads.push_back(i), member.parties.push_back(party);
      auto& here = by_sentence_[tree[i].sentence];
      if (!among(here, at->second)) here.push_back(at->second);
    }
  }
}

// What a word is in the frames of the event's words and of the clauses above: "argument=obj", "above=subj of order".
std::vector<SignPart> RoleChooser::arguments_of(const Candidate& candidate, uint32_t begin, uint32_t end, uint32_t first, Signs& f) const {
  std::vector<SignPart> out;
  const auto add = [&](const Frame& frame, const SignPart& label, SignParts tail) {
    for (const Argument& argument : frame.arguments) {
      if (argument.head != first) continue;
      const SignPart one = f.join({label, argument.role, f.join(tail)});
      if (std::none_of(out.begin(), out.end(), [&](const SignPart& other) { return other.hash == one.hash; })) out.push_back(one);
    }
  };
  const Frame* own = composer_.frame_at(candidate.head);
  if (own) add(*own, "argument=", {});
  for (uint32_t i = begin; i < end; ++i)
    if (const Frame* frame = i != candidate.head ? composer_.frame_at(i) : nullptr) add(*frame, "part=", {});
  for (int depth = 0; own && own->governor != kNone && depth < 3; ++depth) {
    const uint32_t governor = own->governor;
    own = composer_.frame_at(governor);
    if (!own) break;
    add(*own, "above=", {}), add(*own, "above=", {" of ", own->lemma});
  }
  return out;
}

// What a party is called, the words around it, and what lies between it and the event.
void RoleChooser::add_surface(const Candidate& candidate, RoleOption& option) const {
  const uint32_t head = option.head;
  const SignPart type(candidate.type), lemma(tree_[candidate.head].lemma);
  Signs& f = option.signs;
  const std::string_view id = option.party.id;
  const size_t colon = id.find(':');
  const SignPart own = tree_[head].upos == Upos::PRON ? SignPart("own=pronoun")
                       : id.empty()                   ? f.join({"own=", tree_[head].lemma})
                                                      : f.join({"own=", id.substr(0, colon), ":"});
  f.add_also_with(own, type), f.add({own, ",", option.rule}), f.add({own, ",", option.where}), f.add({own, ",lemma=", lemma});
  const std::string_view country = option.party.country;
  f.add_also_with(country.empty() ? SignPart("no country") : country == parties_.home() ? SignPart("home") : SignPart("abroad"), type);
  if (!country.empty() && country == parties_.story_country(kNone)) f.add_also_with("most told", type);
  if (option.where != "here") return;
  const auto [before, after] = edges_of(tree_, head);
  const SignPart side = head < candidate.head ? SignPart(" before") : SignPart(" after"), left = f.join({"left=", before}),
                 right = f.join({"right=", after});
  f.add_also_with(f.join({left, side}), type), f.add_also_with(f.join({right, side}), type);
  f.add({left, ",lemma=", lemma}), f.add({right, ",lemma=", lemma});
  f.add({"edges=", before, " ", after, side});
  size_t verbs = 0, commas = 0;
  const auto [low, high] = std::minmax(head, candidate.head);
  for (uint32_t i = low + 1; i < high; ++i) verbs += is_verb(tree_[i]), commas += tree_[i].lemma == ",";
  f.add_also_with(f.join({"verbs=", up_to(verbs, 3), " commas=", up_to(commas, 2), side}), type);
}

// How likely the taggers think each party source or target, by the word of it that they find likeliest, and who is the likeliest.
void RoleChooser::add_ties(const Candidate& candidate, std::vector<RoleOption>& options) const {
  if (candidate.span == nullptr || candidate.span->ties.empty()) return;
  const SignPart type(candidate.type);
  for (const auto& [tie, label] : {std::pair{kSourceTie, SignPart("source tie=")}, std::pair{kTargetTie, SignPart("target tie=")}}) {
    std::vector<float> best(options.size(), kNoTies[tie]);
    for (size_t k = 1; k < options.size(); ++k)
      for (const uint32_t head : cast_.members()[options[k].member].heads) best[k] = std::max(best[k], candidate.span->tie(head)[tie]);
    const float most = candidate.span->most(tie), top = *std::max_element(best.begin(), best.end());
    for (size_t k = 0; k < options.size(); ++k) {
      Signs& f = options[k].signs;
      if (k == 0) {
        f.add_also_with(f.join({label, tie_step(top), " nobody"}), type);
        f.add_also_with(f.join({label, tie_step(most), " anywhere,nobody"}), type);
        continue;
      }
      const auto better = up_to(static_cast<size_t>(std::count_if(best.begin(), best.end(), [&](float x) { return x > best[k]; })), 2);
      const SignPart what = f.join({label, tie_step(best[k])});
      f.add_also_with(what, type), f.add({what, ",", options[k].rule}), f.add({what, ",", options[k].where});
      f.add({what, ",behind ", better}), f.add({label, "behind ", better});
      f.add({label, "under the top ", tie_step(best[k] - most)});
    }
  }
}

// Whom the events' sentence names, then those around it and the first of the text.
std::vector<uint32_t> RoleChooser::members_near(uint32_t sentence, size_t& here) const {
  std::vector<uint32_t> members;
  const auto add = [&](uint32_t one) {
    if (one < tree_.document().sentences.size())
      for (const uint32_t member : cast_.of_sentence(one))
        if (members.size() < kMostOptions && !among(members, member)) members.push_back(member);
  };
  add(sentence);
  here = members.size();
  for (uint32_t back = 1; back <= kBack && back <= sentence; ++back) add(sentence - back);
  add(sentence + 1), add(0);
  return members;
}

RoleOption RoleChooser::nobody(const RoleView& view, size_t here) const {
  const Candidate& candidate = view.candidate;
  RoleOption option(named_);
  Signs& f = option.signs;
  const auto say = [&](const SignPart& what) { f.add({"nobody,", what}), f.add({"nobody,", what, ",", view.type}); };
  f.add({"nobody"}), f.add({"nobody,", view.type}), f.add({"nobody,root=", view.root}), f.add({"nobody,lemma=", view.lemma});
  say(f.join({"deprel=", name(tree_[candidate.head].deprel)}));
  say(f.join({"upos=", name(tree_[candidate.head].upos)}));
  say(view.voice);
  say(f.join({"here=", up_to(here, 5)}));
  say(f.join({view.source.empty() ? SignPart("no source") : SignPart("source"), view.target.empty() ? SignPart(" no target") : SignPart(" target"),
              candidate.by_rule ? SignPart(" sense") : SignPart(" default")}));
  if (candidate.by_rule) f.add({"nobody,act=", candidate.act}), f.add({"nobody,matter=", candidate.matter});
  if (const Frame* frame = composer_.frame_at(candidate.head)) {
    say(f.join({"tense=", frame->tense, frame->negated ? SignPart(" not") : SignPart(""), frame->modality}));
    for (const Argument& argument : frame->arguments) {
      const SignPart role = f.join({"argument=", argument.role});
      f.add({"nobody,", role});
      if (argument.head >= tree_.size()) continue;
      const bool party = !parties_.read_alone(argument.head).empty();
      say(f.join({role, party ? SignPart(" party") : SignPart(" thing")}));
      if (!party) f.add({"nobody,", role, " ", tree_[argument.head].lemma});
    }
  }
  for (uint32_t i = view.first; i < view.last; ++i) f.add({"nobody,word=", tree_[i].lemma});
  return option;
}

// `nearer`: how many mentions stand between this one and the event.
RoleOption RoleChooser::somebody(const RoleView& view, uint32_t head, uint32_t index, size_t nearer) const {
  const Candidate& candidate = view.candidate;
  const Member& member = cast_.members()[index];
  RoleOption option(named_);
  option.member = index, option.head = head;
  option.party = member.parties[static_cast<size_t>(std::find(member.heads.begin(), member.heads.end(), head) - member.heads.begin())];
  option.group = tree_.first_conjunct(head), option.run = run_of(tree_, head);
  option.rule = rule_of(view, head), option.where = sentence_of(view, head);
  Signs& f = option.signs;
  const auto say = [&](const SignPart& what) { f.add_also_with(what, view.type); };
  const SignPart rule(option.rule), where(option.where), kind(parties_.kind(head)), sector(option.party.sector);
  const uint32_t first = option.group;
  const SignPart link = relation(tree_, first, f), by_rule = f.join({"rule=", rule}), by_where = f.join({"where=", where});
  f.add({"some"});
  say(by_rule);
  say(f.join({candidate.by_rule ? SignPart("rule=sense ") : SignPart("rule=default "), rule}));
  if (option.rule != "none") f.add({by_rule, ",kind=", kind}), f.add({by_rule, ",sector=", sector});
  say(by_where);
  say(f.join({"kind=", kind})), say(f.join({"sector=", sector}));
  say(f.join({by_where, ",sector=", sector}));
  say(f.join({"deprel=", link, ",", where}));
  f.add({"root=", view.root, ",sector=", sector, ",", where});
  if (tree_[head].upos == Upos::PRON || tree_[head].xpos == "PRP$") say(f.join({"pronoun,", where}));
  if (tree_[head].deprel == Deprel::amod) say("adjective");
  say(f.join({"mentions=", up_to(member.heads.size(), 4)}));
  if (subject_of_root(tree_, head)) say(f.join({"main subject,", where}));
  if (index == 0) say("first of text");
  say(f.join({view.source.empty() ? SignPart("no source") : SignPart("source"), view.target.empty() ? SignPart(" no target,") : SignPart(" target,"),
              by_rule, ",", where}));
  if (option.where == "here") {
    const Path way = path(tree_, candidate.head, first, f);
    const SignPart path = f.join({"path=", way.words}), spoken = f.join({"path=", view.voice, way.words}), coarse = f.join({"way=", way.coarse});
    say(f.join({spoken, first == head ? SignPart("") : SignPart(" conj")}));
    f.add({spoken, ",", rule});
    f.add({path, ",lemma=", view.lemma}), f.add({path, ",kind=", kind}), f.add({path, ",root=", view.root});
    f.add({path, ",upos=", name(tree_[candidate.head].upos)});
    const bool before = head < candidate.head;
    say(f.join({"steps=", up_to(way.steps, 7), before ? SignPart(" before") : SignPart(" after")}));
    say(f.join({before ? SignPart("before ") : SignPart("after "), up_to(nearer, 4)}));
    if (head >= view.first && head < view.last) say("inside");
    if (tree_.under(head, candidate.head)) say("under");
    if (tree_.under(candidate.head, first)) say("over");
    f.add({link, ",lemma=", view.lemma});
    if (const uint32_t up = tree_[first].head; up < tree_.size())
      f.add({link, " of ", tree_[up].lemma}), say(f.join({"hangs on ", name(tree_[up].upos)}));
    say(f.join({"way=", view.voice, way.coarse}));
    f.add({coarse, ",lemma=", view.lemma}), f.add({coarse, ",sector=", sector});
    for (const SignPart& argument : arguments_of(candidate, view.first, view.last, first, f)) {
      say(argument);
      f.add({argument, ",root=", view.root}), f.add({argument, ",lemma=", view.lemma}), f.add({argument, ",kind=", kind});
    }
    if (candidate.by_rule) f.add({"act=", candidate.act, ",", rule}), f.add({"act=", candidate.act, ",", path});
    for (uint32_t i = view.first; i < view.last && i < view.first + kMostWords; ++i)
      if (i != candidate.head && i != head && (is_verb(tree_[i]) || is_noun(tree_[i]) || tree_[i].upos == Upos::ADP))
        f.add({coarse, ",word=", tree_[i].lemma});
  } else {
    size_t elsewhere = 0;
    for (const uint32_t other : member.heads) elsewhere += tree_[other].sentence + 1 == view.sentence;
    say(f.join({"last times=", up_to(elsewhere, 3)}));
    f.add({by_where, ",lemma=", view.lemma}), f.add({by_where, ",root=", view.root});
  }
  add_surface(candidate, option);
  return option;
}

std::vector<RoleOption> RoleChooser::options(const Candidate& candidate) const {
  const RoleView view = view_of(tree_, candidate);
  size_t here = 0;
  std::vector<std::pair<uint32_t, uint32_t>> chosen;  // mention, member
  std::vector<uint32_t> near;                         // mentions of this sentence
  for (const uint32_t member : members_near(view.sentence, here)) {
    const uint32_t head = spokesman(view, cast_.members()[member]);
    if (head == kNone) continue;
    chosen.emplace_back(head, member);
    if (tree_[head].sentence == view.sentence) near.push_back(head);
  }
  std::vector<RoleOption> options;
  options.reserve(chosen.size() + 1);
  options.push_back(nobody(view, here));
  for (const auto& [head, member] : chosen) {
    const auto nearer = [&, h = head](uint32_t other) {
      return h < candidate.head ? other > h && other < candidate.head : other < h && other > candidate.head;
    };
    options.push_back(somebody(view, head, member, static_cast<size_t>(std::count_if(near.begin(), near.end(), nearer))));
    if (options.size() > kMostOptions) break;
  }
  add_ties(candidate, options);
  return options;
}

}  // namespace gesta
