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
            in_passive(tree, candidate.head) ? "passive " : "active ",
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
  say("verbs=" + up_to(verbs, 3) + " commas=" + up_to(commas, 2) + side);
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
      f.push_back(what + ",behind " + up_to(static_cast<size_t>(better), 2)),
          f.push_back(label + std::string("behind ") + up_to(static_cast<size_t>(better), 2));
      f.push_back(label + std::string("under the top ") + tie_step(best[k] - most));
    }
  }
}

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
  say_nobody("here=" + up_to(here, 5));
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
    say("mentions=" + up_to(member.heads.size(), 4));
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
      say("steps=" + up_to(way.steps, 7) + (head < candidate.head ? " before" : " after"));
      say(std::string(head < candidate.head ? "before " : "after ") + up_to(rank[head], 4));
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
      say("last times=" + up_to(elsewhere, 3));
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

}  // namespace gesta
