#include "events/roles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/lists.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr size_t kMostOptions = 24, kMostInRole = 6, kMostMemories = 8, kMostAbove = 6, kMostWords = 6;
constexpr uint32_t kBack = 3;  // sentences before the event whose parties are options
constexpr double kAlso = 0.5;  // probability from which a further party shares a role
// Nobody meets alone: log odds for whom the sense of a meeting or visit names, set on dev and unseen texts (.5 and 1.5 do the same).
constexpr double kMet = 1;

bool names_a_phrase(const Tree& tree, uint32_t i) {
  const Token& token = tree[i];
  if (base(token.deprel) == Deprel::flat || token.deprel == Deprel::appos) return false;
  return is_nominal(token) || token.xpos == "PRP$" || token.deprel == Deprel::amod || token.deprel == Deprel::det;
}

bool passive(const Tree& tree, uint32_t head) { return tree.child(head, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::obl_agent}) != kNone; }

std::string relation(const Tree& tree, uint32_t token) {
  std::string out(name(tree[token].deprel));
  if (base(tree[token].deprel) == Deprel::obl || base(tree[token].deprel) == Deprel::nmod) out += ":" + std::string(tree.marker(token));
  return out;
}

struct Path {
  std::string words = "far";
  size_t steps = 99;
};

// Relations from the event's head to a word, up with '^', down with the relation and its marker: "^conj nsubj", "obl:with".
Path path(const Tree& tree, uint32_t from, uint32_t to) {
  std::vector<uint32_t> up_from, up_to;
  for (uint32_t at = from; at < tree.size() && up_from.size() < 16; at = tree[at].head) up_from.push_back(at);
  for (uint32_t at = to; at < tree.size() && up_to.size() < 16; at = tree[at].head) {
    up_to.push_back(at);
    if (among(up_from, at)) break;
  }
  if (up_to.empty()) return {};
  const auto meet = std::find(up_from.begin(), up_from.end(), up_to.back());
  if (meet == up_from.end()) return {};
  const auto steps = static_cast<size_t>(meet - up_from.begin());
  Path out;
  out.steps = steps + up_to.size() - 1;
  if (out.steps > 6) return out;
  out.words.clear();
  for (size_t i = 0; i < steps; ++i) out.words += "^" + std::string(name(tree[up_from[i]].deprel)) + " ";
  for (size_t i = up_to.size() - 1; i-- > 0;) out.words += relation(tree, up_to[i]) + " ";
  return out;
}

std::string some(size_t count, size_t most) { return std::to_string(std::min(count, most)); }

// The same with conjunctions stepped over and subtypes dropped.
std::string coarse(const std::string& way) {
  std::string out, word;
  for (const char c : way + " ") {
    if (c != ' ') {
      word.push_back(c);
      continue;
    }
    const std::string kept = word.substr(0, word.find(':'));
    if (!kept.empty() && kept != "^conj" && kept != "conj" && kept != "^parataxis") out += kept + " ";
    word.clear();
  }
  return out;
}

// What all options of one event share.
struct View {
  const Tree& tree;
  const Candidate& candidate;
  std::string type, root, voice, lemma;
  uint32_t sentence = 0, first = 0, last = 0;
  std::vector<uint32_t> source, target;  // heads by rule, conjuncts spelt out
};

std::vector<uint32_t> spelt_out(const Tree& tree, const std::vector<uint32_t>& heads) {
  std::vector<uint32_t> out;
  for (const uint32_t head : heads)
    for (const uint32_t one : tree.conjuncts(head))
      if (!among(out, one)) out.push_back(one);
  return out;
}

View view_of(const Tree& tree, const Candidate& candidate) {
  View view{tree,
            candidate,
            std::string(candidate.type),
            {},
            passive(tree, candidate.head) ? "passive " : "active ",
            std::string(tree[candidate.head].lemma),
            0,
            0,
            0,
            {},
            {}};
  view.root = !candidate.root.empty() ? std::string(candidate.root) : candidate.code ? std::string(candidate.code->cameo.substr(0, 2)) : "";
  view.sentence = tree[candidate.head].sentence;
  view.first = candidate.begin(), view.last = candidate.end();
  view.source = spelt_out(tree, candidate.source), view.target = spelt_out(tree, candidate.target);
  return view;
}

std::string rule_of(const View& view, uint32_t head) {
  if (among(view.source, head)) return "source";
  return among(view.target, head) ? "target" : "none";
}

// The mention of a member that stands nearest to the event: one the rules chose, else the shortest path, else the last before.
uint32_t spokesman(const View& view, const Member& member) {
  uint32_t best = kNone;
  size_t least = 1000;
  for (const uint32_t head : member.heads) {
    const uint32_t sentence = view.tree[head].sentence;
    size_t cost = 0;
    if (sentence == view.sentence)
      cost = rule_of(view, head) != "none" ? 0 : 1 + std::min<size_t>(path(view.tree, view.candidate.head, view.tree.first_conjunct(head)).steps, 40);
    else
      cost = sentence < view.sentence ? 100 + 2 * std::min<size_t>(view.sentence - sentence, 100) : 400;
    if (cost < least || (cost == least && sentence < view.sentence)) best = head, least = cost;
  }
  return best;
}

std::string sentence_of(const View& view, uint32_t head) {
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
  std::string before, after;
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

// "The alliance accused Russia": the object of a verb that has a subject of its own does nothing.
bool acted_on(const Tree& tree, uint32_t party, uint32_t verb) {
  if (party == kNone || passive(tree, verb) || tree.child(verb, {Deprel::nsubj}) == kNone) return false;
  const Token& token = tree[tree.first_conjunct(party)];
  return token.deprel == Deprel::obj && token.head == verb;
}

bool subject_of_root(const Tree& tree, uint32_t head) {
  const uint32_t first = tree.first_conjunct(head);
  if (base(tree[first].deprel) != Deprel::nsubj) return false;
  const uint32_t up = tree[first].head;
  return up < tree.size() && tree[up].deprel == Deprel::root;
}

}  // namespace

// ---- cast ----
Cast::Cast(const Tree& tree, const PartyReader& parties) : by_sentence_(tree.document().sentences.size()) {
  std::map<std::string, uint32_t> known;
  // "fighter jets", "rebel commanders": the second word is somebody, the first says who.
  const auto describes = [&](uint32_t i) {
    return tree[i].upos == Upos::NOUN && tree[i].deprel == Deprel::compound && tree[i].head < tree.size() &&
           !parties.read_alone(tree[i].head).empty();
  };
  for (uint32_t i = 0; i < tree.size(); ++i) {
    if (!names_a_phrase(tree, i) || describes(i)) continue;
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

RoleChooser::RoleChooser(const Tree& tree, const PartyReader& parties, const Composer& composer, const LinearModel& model)
    : tree_(tree), parties_(parties), composer_(composer), model_(model), cast_(tree, parties) {}

// What a word is in the frames of the event's words and of the clauses above: "argument=obj", "above=subj of order".
std::vector<std::string> RoleChooser::arguments_of(const Candidate& candidate, uint32_t begin, uint32_t end, uint32_t first) const {
  std::vector<std::string> out;
  const auto add = [&](const Frame& frame, const std::string& label, const std::string& tail) {
    for (const Argument& argument : frame.arguments)
      if (argument.head == first)
        if (std::string one = label + argument.role + tail; !among(out, one)) out.push_back(std::move(one));
  };
  const Frame* own = composer_.frame_at(candidate.head);
  if (own) add(*own, "argument=", "");
  for (uint32_t i = begin; i < end; ++i)
    if (const Frame* frame = i != candidate.head ? composer_.frame_at(i) : nullptr) add(*frame, "part=", "");
  for (int depth = 0; own && own->governor != kNone && depth < 3; ++depth) {
    const uint32_t governor = own->governor;
    own = composer_.frame_at(governor);
    if (!own) break;
    add(*own, "above=", ""), add(*own, "above=", " of " + own->lemma);
  }
  return out;
}

// What a party is called, the words around it, and what lies between it and the event.
void RoleChooser::add_surface(const Candidate& candidate, RoleOption& option) const {
  const uint32_t head = option.head;
  const std::string type(candidate.type), lemma(tree_[candidate.head].lemma);
  auto& f = option.features;
  const auto say = [&](const std::string& what) { f.push_back(what), f.push_back(what + "," + type); };
  const std::string& id = option.party.id;
  const std::string own = tree_[head].upos == Upos::PRON ? "pronoun" : id.empty() ? std::string(tree_[head].lemma) : id.substr(0, id.find(':')) + ":";
  say("own=" + own);
  f.push_back("own=" + own + "," + option.rule), f.push_back("own=" + own + "," + option.where), f.push_back("own=" + own + ",lemma=" + lemma);
  const std::string_view country = option.party.country;
  say(country.empty() ? "no country" : country == parties_.home() ? "home" : "abroad");
  if (!country.empty() && country == parties_.story_country(kNone)) say("most told");
  if (option.where != "here") return;
  const auto [before, after] = edges_of(tree_, head);
  const std::string side = head < candidate.head ? " before" : " after";
  say("left=" + before + side), say("right=" + after + side);
  f.push_back("left=" + before + ",lemma=" + lemma), f.push_back("right=" + after + ",lemma=" + lemma);
  f.push_back("edges=" + before + " " + after + side);
  size_t verbs = 0, commas = 0;
  const auto [low, high] = std::minmax(head, candidate.head);
  for (uint32_t i = low + 1; i < high; ++i) verbs += is_verb(tree_[i]), commas += tree_[i].lemma == ",";
  say("verbs=" + some(verbs, 3) + " commas=" + some(commas, 2) + side);
}

// How likely the taggers think each party source or target, by the word of it that they find likeliest, and who is the likeliest.
void RoleChooser::add_ties(const Candidate& candidate, std::vector<RoleOption>& options) const {
  if (candidate.span == nullptr || candidate.span->ties.empty()) return;
  const std::string type(candidate.type);
  for (const auto& [tie, label] : {std::pair{kSourceTie, "source tie="}, std::pair{kTargetTie, "target tie="}}) {
    std::vector<float> best(options.size(), kNoTies[tie]);
    for (size_t k = 1; k < options.size(); ++k)
      for (const uint32_t head : cast_.members()[options[k].member].heads) best[k] = std::max(best[k], candidate.span->tie(head)[tie]);
    const float most = candidate.span->most(tie), top = *std::max_element(best.begin(), best.end());
    for (size_t k = 0; k < options.size(); ++k) {
      auto& f = options[k].features;
      const std::string what = label + tie_step(k == 0 ? top : best[k]) + (k == 0 ? " nobody" : ""), all = label + tie_step(most) + " anywhere";
      f.push_back(what), f.push_back(what + "," + type);
      if (k == 0) {
        f.push_back(all + ",nobody"), f.push_back(all + ",nobody," + type);
        continue;
      }
      const auto better = std::count_if(best.begin(), best.end(), [&](float x) { return x > best[k]; });
      f.push_back(what + "," + options[k].rule), f.push_back(what + "," + options[k].where);
      f.push_back(what + ",behind " + some(static_cast<size_t>(better), 2)),
          f.push_back(label + std::string("behind ") + some(static_cast<size_t>(better), 2));
      f.push_back(label + std::string("under the top ") + tie_step(best[k] - most));
    }
  }
}

// ---- options ----
std::vector<RoleOption> RoleChooser::options(const Candidate& candidate) const {
  const View view = view_of(tree_, candidate);
  std::vector<uint32_t> members;
  const auto add_sentence = [&](uint32_t sentence) {
    if (sentence < tree_.document().sentences.size())
      for (const uint32_t member : cast_.of_sentence(sentence))
        if (members.size() < kMostOptions && !among(members, member)) members.push_back(member);
  };
  add_sentence(view.sentence);
  const size_t here = members.size();
  for (uint32_t back = 1; back <= kBack && back <= view.sentence; ++back) add_sentence(view.sentence - back);
  add_sentence(view.sentence + 1), add_sentence(0);

  std::vector<RoleOption> options(1);
  auto& nobody = options.front().features;
  const auto say_nobody = [&](const std::string& what) { nobody.push_back("nobody," + what), nobody.push_back("nobody," + what + "," + view.type); };
  nobody = {"nobody", "nobody," + view.type, "nobody,root=" + view.root, "nobody,lemma=" + view.lemma};
  say_nobody("deprel=" + std::string(name(tree_[candidate.head].deprel)));
  say_nobody("upos=" + std::string(name(tree_[candidate.head].upos)));
  say_nobody(view.voice);
  say_nobody("here=" + some(here, 5));
  say_nobody(std::string(view.source.empty() ? "no source" : "source") + (view.target.empty() ? " no target" : " target") +
             (candidate.by_rule ? " sense" : " default"));
  if (candidate.by_rule) nobody.push_back("nobody,act=" + candidate.act), nobody.push_back("nobody,matter=" + candidate.matter);
  if (const Frame* frame = composer_.frame_at(candidate.head)) {
    say_nobody("tense=" + frame->tense + (frame->negated ? " not" : "") + frame->modality);
    for (const Argument& argument : frame->arguments) {
      nobody.push_back("nobody,argument=" + argument.role);
      if (argument.head >= tree_.size()) continue;
      const bool party = !parties_.read_alone(argument.head).empty();
      say_nobody("argument=" + argument.role + (party ? " party" : " thing"));
      if (!party) nobody.push_back("nobody,argument=" + argument.role + " " + std::string(tree_[argument.head].lemma));
    }
  }
  for (uint32_t i = view.first; i < view.last; ++i) nobody.push_back("nobody,word=" + std::string(tree_[i].lemma));

  std::map<uint32_t, size_t> rank;                    // mention -> how many stand nearer on its side
  std::vector<std::pair<uint32_t, uint32_t>> chosen;  // mention, member
  for (const uint32_t member : members)
    if (const uint32_t head = spokesman(view, cast_.members()[member]); head != kNone) chosen.emplace_back(head, member);
  std::vector<uint32_t> near;
  for (const auto& [head, member] : chosen)
    if (tree_[head].sentence == view.sentence) near.push_back(head);
  std::sort(near.begin(), near.end());
  for (const uint32_t head : near) {
    const auto nearer = [&](uint32_t other) {
      return head < candidate.head ? other > head && other < candidate.head : other < head && other > candidate.head;
    };
    rank[head] = static_cast<size_t>(std::count_if(near.begin(), near.end(), nearer));
  }

  for (const auto& [head, index] : chosen) {
    const Member& member = cast_.members()[index];
    RoleOption option;
    option.member = index, option.head = head;
    option.party = member.parties[static_cast<size_t>(std::find(member.heads.begin(), member.heads.end(), head) - member.heads.begin())];
    option.group = tree_.first_conjunct(head), option.run = run_of(tree_, head), option.rule = rule_of(view, head),
    option.where = sentence_of(view, head);
    auto& f = option.features;
    const auto say = [&](const std::string& what) { f.push_back(what), f.push_back(what + "," + view.type); };
    const std::string &rule = option.rule, &where = option.where;
    const uint32_t first = option.group;
    const std::string joined = first == head ? "" : " conj";
    const std::string kind(parties_.kind(head)), sector = option.party.sector;
    f.emplace_back("some");
    say("rule=" + rule);
    say(std::string("rule=") + (candidate.by_rule ? "sense " : "default ") + rule);
    if (rule != "none") f.push_back("rule=" + rule + ",kind=" + kind), f.push_back("rule=" + rule + ",sector=" + sector);
    say("where=" + where);
    say("kind=" + kind), say("sector=" + sector);
    say("where=" + where + ",sector=" + sector);
    say("deprel=" + relation(tree_, first) + "," + where);
    f.push_back("root=" + view.root + ",sector=" + sector + "," + where);
    if (tree_[head].upos == Upos::PRON || tree_[head].xpos == "PRP$") say("pronoun," + where);
    if (tree_[head].deprel == Deprel::amod) say("adjective");
    say("mentions=" + some(member.heads.size(), 4));
    if (subject_of_root(tree_, head)) say("main subject," + where);
    if (index == 0) say("first of text");
    say(std::string(view.source.empty() ? "no source" : "source") + (view.target.empty() ? " no target" : " target") + ",rule=" + rule + "," + where);
    if (where == "here") {
      const Path way = path(tree_, candidate.head, first);
      say("path=" + view.voice + way.words + joined);
      f.push_back("path=" + view.voice + way.words + "," + rule);
      f.push_back("path=" + way.words + ",lemma=" + view.lemma);
      f.push_back("path=" + way.words + ",kind=" + kind);
      f.push_back("path=" + way.words + ",root=" + view.root);
      f.push_back("path=" + way.words + ",upos=" + std::string(name(tree_[candidate.head].upos)));
      say("steps=" + some(way.steps, 7) + (head < candidate.head ? " before" : " after"));
      say(std::string(head < candidate.head ? "before " : "after ") + some(rank[head], 4));
      if (head >= view.first && head < view.last) say("inside");
      if (tree_.under(head, candidate.head)) say("under");
      if (tree_.under(candidate.head, first)) say("over");
      f.push_back(relation(tree_, first) + ",lemma=" + view.lemma);
      const uint32_t up = tree_[first].head;
      if (up < tree_.size())
        f.push_back(relation(tree_, first) + " of " + std::string(tree_[up].lemma)), say("hangs on " + std::string(name(tree_[up].upos)));
      const std::string short_way = coarse(way.words);
      say("way=" + view.voice + short_way);
      f.push_back("way=" + short_way + ",lemma=" + view.lemma);
      f.push_back("way=" + short_way + ",sector=" + sector);
      for (const std::string& argument : arguments_of(candidate, view.first, view.last, first)) {
        say(argument);
        f.push_back(argument + ",root=" + view.root), f.push_back(argument + ",lemma=" + view.lemma), f.push_back(argument + ",kind=" + kind);
      }
      if (candidate.by_rule) f.push_back("act=" + candidate.act + "," + rule), f.push_back("act=" + candidate.act + ",path=" + way.words);
      for (uint32_t i = view.first; i < view.last && i < view.first + kMostWords; ++i)
        if (i != candidate.head && i != head && (is_verb(tree_[i]) || is_noun(tree_[i]) || tree_[i].upos == Upos::ADP))
          f.push_back("way=" + short_way + ",word=" + std::string(tree_[i].lemma));
    } else {
      size_t elsewhere = 0;
      for (const uint32_t other : member.heads) elsewhere += tree_[other].sentence + 1 == view.sentence;
      say("last times=" + some(elsewhere, 3));
      f.push_back("where=" + where + ",lemma=" + view.lemma);
      f.push_back("where=" + where + ",root=" + view.root);
    }
    add_surface(candidate, option);
    options.push_back(std::move(option));
    if (options.size() > kMostOptions) break;
  }
  add_ties(candidate, options);
  return options;
}

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
    f.push_back("so far=" + some(sources, 2) + "/" + some(targets, 2)),
        f.push_back("so far=" + some(sources, 2) + "/" + some(targets, 2) + "," + type);
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
    const std::string others = "nobody,same=" + some(same, 2) + " other=" + some(other, 2);
    return {"nobody,source=" + sector,
            "nobody,source=" + sector + "," + kind,
            "nobody,sources=" + some(source.size(), 3),
            "nobody,sources=" + some(source.size(), 3) + "," + kind,
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

// ---- decisions ----
namespace {

struct Seat {
  const RoleOption* option = nullptr;
  double score = 0;
};

}  // namespace

std::vector<const RoleOption*> RoleChooser::fill(const std::vector<RoleOption>& options, const Candidate& candidate, std::string_view task,
                                                 const std::vector<const RoleOption*>& source) const {
  std::vector<Seat> seats;
  const RoleMemory now = place_of(candidate);
  for (const RoleOption& option : options) {
    const auto taken = [&](const RoleOption* other) { return other->member == option.member; };
    if (option.head != kNone && std::any_of(source.begin(), source.end(), taken)) continue;
    if (task == "source" && acted_on(tree_, option.head, candidate.head)) continue;
    double score = model_.score(task, "yes", option.features);
    score += model_.score(task, "yes", memory_features(before_, now, option.head == kNone ? std::string_view() : cast_.members()[option.member].key));
    if (task == "target") score += model_.score(task, "yes", source_features(source, option, candidate.type, options));
    if (task == "target" && candidate.by_rule && candidate.type == "CONSULT" && option.rule == "target") score += kMet;
    seats.push_back({&option, score});
  }
  std::stable_sort(seats.begin(), seats.end(), [](const Seat& a, const Seat& b) { return a.score > b.score; });
  if (seats.empty() || seats.front().option->head == kNone) return {};
  std::vector<const RoleOption*> found = {seats.front().option};
  const double nobody = std::find_if(seats.begin(), seats.end(), [](const Seat& s) { return s.option->head == kNone; })->score;
  for (size_t i = 1; i < seats.size() && found.size() < kMostInRole; ++i) {
    if (seats[i].option->head == kNone) continue;
    const auto features =
        also_features(*seats.front().option, *seats[i].option, seats.front().score - seats[i].score, seats[i].score - nobody, task, candidate.type);
    if (model_.probabilities("also", features, {"yes", "no"})[0] >= kAlso) found.push_back(seats[i].option);
  }
  // "The truce between Israel and Hamas": either both or none.
  for (size_t i = 0; i < found.size() && found.size() < kMostInRole; ++i)
    for (const RoleOption& option : options) {
      const uint32_t group = found[i]->group;
      if (group == kNone || option.group != group || option.head == kNone || tree_.marker(group) != "between") continue;
      const auto taken = [&](const RoleOption* other) { return other->member == option.member; };
      if (std::none_of(source.begin(), source.end(), taken) && std::none_of(found.begin(), found.end(), taken)) found.push_back(&option);
    }
  return found;
}

std::vector<std::string> RoleChooser::sector_features(const Candidate& candidate, const Party& party, uint32_t head, std::string_view role) const {
  const std::string listed = party.id.substr(0, party.id.find(':')), part(role), type(candidate.type),
                    sector = party.sector.empty() ? "-" : party.sector;
  const std::string land = party.country.empty()                                                        ? "none"
                           : party.country == "IGO" || party.country == "NGO" || party.country == "MNC" ? party.country
                                                                                                        : "state";
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

std::vector<Party> RoleChooser::cast_for(const Candidate& candidate, const std::vector<const RoleOption*>& chosen, std::string_view role) const {
  std::vector<Party> found;
  for (const RoleOption* option : chosen) {
    Party party = option->party;
    if (model_.has("sector")) {
      const auto& labels = model_.labels("sector");
      auto p = model_.probabilities("sector", sector_features(candidate, party, option->head, role), {});
      // A person whom nothing calls a soldier is none, though most who shoot are.
      if (candidate.type == "ASSAULT" && parties_.just_a_name(party))
        for (size_t i = 0; i < labels.size(); ++i)
          if (labels[i] == "MIL") p[i] = 0;
      const std::string& best = labels[static_cast<size_t>(std::max_element(p.begin(), p.end()) - p.begin())];
      party.sector = best == "-" ? "" : best;
      party.code = party.country == party.sector ? party.country : party.country + party.sector;
    }
    found.push_back(std::move(party));
  }
  return found;
}

// What spoke for the first party of a role, or for nobody.
std::string RoleChooser::why(const std::vector<RoleOption>& options, const Candidate& candidate, std::string_view task,
                             const std::vector<const RoleOption*>& chosen, const std::vector<const RoleOption*>& source) const {
  const RoleOption& best = chosen.empty() ? options.front() : *chosen.front();
  std::vector<std::string> features = best.features;
  const auto add = [&](const std::vector<std::string>& more) { features.insert(features.end(), more.begin(), more.end()); };
  add(memory_features(before_, place_of(candidate), best.head == kNone ? std::string_view() : cast_.members()[best.member].key));
  if (task == "target") add(source_features(source, best, candidate.type, options));
  const std::string who = best.head == kNone ? "nobody" : std::string(tree_[best.head].form);
  return std::string(task) + " " + who + ": " + model_.reasons(task, "yes", features, 5);
}

RoleMemory RoleChooser::place_of(const Candidate& candidate) const {
  RoleMemory now{candidate.type, candidate.head, tree_[candidate.head].sentence, {}, {}, {}};
  for (uint32_t up = tree_[candidate.head].head; up < tree_.size() && now.above.size() < kMostAbove; up = tree_[up].head) now.above.push_back(up);
  return now;
}

void RoleChooser::choose(Candidate& candidate) {
  const auto offered = options(candidate);
  const auto source = fill(offered, candidate, "source", {});
  const auto target = fill(offered, candidate, "target", source);
  candidate.reasons.push_back(why(offered, candidate, "source", source, {}));
  candidate.reasons.push_back(why(offered, candidate, "target", target, source));
  RoleMemory now = place_of(candidate);
  candidate.source.clear(), candidate.target.clear();
  for (const RoleOption* option : source) now.source.push_back(cast_.members()[option->member].key), candidate.source.push_back(option->head);
  for (const RoleOption* option : target) now.target.push_back(cast_.members()[option->member].key), candidate.target.push_back(option->head);
  candidate.source_parties = cast_for(candidate, source, "source"), candidate.target_parties = cast_for(candidate, target, "target");
  candidate.parties_chosen = true;
  if (before_.size() == kMostMemories) before_.erase(before_.begin());
  before_.push_back(std::move(now));
}

}  // namespace gesta
