#include "events/patterns.h"

#include <algorithm>

#include "base/utf8.h"
#include "knowledge/fold.h"
#include "knowledge/verb_patterns.h"

namespace gesta {
namespace {

constexpr uint32_t kNoWord = 0xFFFFFFFFu;
constexpr size_t kPhraseWindow = 8;  // words between those of one ( ) or { }
constexpr size_t kJoinedParty = 3;   // words before a party that is joined: "IN_$" and "in the great $"

// A piece of a word as dictionaries have it ("do", "nt"), with the word it is of.
struct Unit {
  uint32_t word = kNoWord;  // number in the dictionary
  uint32_t token = 0;
};

// One sentence as patterns see it.
struct Scenery {
  const Tree& tree;
  const VerbPatterns& verbs;
  std::vector<Unit> units;
  std::vector<uint32_t> unit_of;  // token - first token: its first unit
  uint32_t begin = 0, end = 0;
  const CodedPhrases* phrases = nullptr;
};

Scenery scenery_of(const Tree& tree, const VerbPatterns& verbs, const Sentence& sentence) {
  Scenery scenery{tree, verbs, {}, {}, sentence.first, sentence.last, nullptr};
  std::vector<Piece> pieces;
  for (uint32_t token = sentence.first; token < sentence.last; ++token) {
    scenery.unit_of.push_back(static_cast<uint32_t>(scenery.units.size()));
    pieces.clear();
    cut_pieces(tree[token].form, token, pieces);
    for (const Piece& piece : pieces) {
      const auto found = verbs.words.find(piece.text);
      scenery.units.push_back({found == verbs.words.end() ? kNoWord : found->second, token});
    }
  }
  return scenery;
}

// ---- where the words of a pattern may stand ----
bool is_clause(Deprel relation) {
  switch (base(relation)) {
    case Deprel::conj:
    case Deprel::parataxis:
      return true;
    default:
      return false;
  }
}

// Tokens under a word, without clauses that are only joined to it.
void mark_below(const Scenery& scenery, uint32_t token, std::vector<bool>& mark) {
  std::vector<uint32_t> open = {token};
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (at < scenery.begin || at >= scenery.end || mark[at - scenery.begin]) continue;
    mark[at - scenery.begin] = true;
    for (const uint32_t child : scenery.tree.children(at))
      if (!(is_clause(scenery.tree[child].deprel) && is_verb(scenery.tree[child]))) open.push_back(child);
  }
}

struct Field {
  std::vector<uint32_t> before, after;  // units, from the verb outwards
  std::vector<bool> mark;               // tokens of both
};

Field field_of(const Scenery& scenery, uint32_t verb) {
  const Tree& tree = scenery.tree;
  Field field;
  field.mark.assign(scenery.end - scenery.begin, false);
  mark_below(scenery, verb, field.mark);
  uint32_t below = verb;
  for (int depth = 0; depth < kMaximalDepth; ++depth) {
    const uint32_t above = tree[below].head;
    if (above < scenery.begin || above >= scenery.end || above == below) break;
    const bool joined = is_clause(tree[below].deprel);
    if (above > verb && !joined) break;
    if (!joined) field.mark[above - scenery.begin] = true;
    for (const uint32_t child : tree.children(above)) {
      if (child >= verb || child == below) continue;
      // Of a clause that this one is only joined to: its subject and what stands before its verb.
      if (joined && child > above) continue;
      mark_below(scenery, child, field.mark);
    }
    below = above;
  }
  const uint32_t first = scenery.unit_of[verb - scenery.begin];
  uint32_t last = first;
  while (last < scenery.units.size() && scenery.units[last].token == verb) ++last;
  std::vector<bool> under(scenery.end - scenery.begin);
  mark_below(scenery, verb, under);
  for (uint32_t unit = first; unit-- > 0;)
    if (field.mark[scenery.units[unit].token - scenery.begin]) field.before.push_back(unit);
  for (uint32_t unit = last; unit < scenery.units.size(); ++unit)
    if (under[scenery.units[unit].token - scenery.begin]) field.after.push_back(unit);
  return field;
}

// ---- one side of a pattern ----
struct Roles {
  const CodedPhrase *source = nullptr, *target = nullptr;
  const CodedPhrase *compound = nullptr, *together = nullptr;  // several parties before the verb, behind it
  std::vector<const CodedPhrase*> used;
};

class Side {
 public:
  Side(const Scenery& scenery, const std::vector<uint32_t>& units, bool backwards) : scenery_(scenery), units_(units), backwards_(backwards) {}

  // Parts from the verb outwards; `joined[i]`: part i stands right at the one before it, the first one at the verb.
  bool match(const std::vector<PatternPart>& parts, const std::vector<bool>& joined, uint32_t verb_unit, Roles& roles,
             std::vector<uint32_t>& tokens) {
    size_t at = 0;
    for (size_t i = 0; i < parts.size();) {
      size_t last = i + 1;
      while (last < parts.size() && (joined[last] || (parts[i].phrase != 0 && parts[last].phrase == parts[i].phrase))) ++last;
      const bool fixed = i == 0 && joined[0];
      bool found = false;
      for (size_t start = at; start < units_.size() && !found; ++start) {
        if (fixed && (start > 0 || !beside(units_[start], verb_unit))) break;
        Roles trial = roles;
        std::vector<uint32_t> words = tokens;
        size_t stop = start;
        if (!match_run(parts, joined, i, last, stop, trial, words)) continue;
        found = true, at = stop, roles = std::move(trial), tokens = std::move(words);
      }
      if (!found) return false;
      i = last;
    }
    return true;
  }

 private:
  bool beside(uint32_t unit, uint32_t other) const { return backwards_ ? unit + 1 == other : unit == other + 1; }

  bool match_run(const std::vector<PatternPart>& parts, const std::vector<bool>& joined, size_t first, size_t last, size_t& at, Roles& roles,
                 std::vector<uint32_t>& tokens) const {
    for (size_t i = first; i < last; ++i) {
      if (i == first) {
        if (!match_part(parts[i], at, roles, tokens)) return false;
        continue;
      }
      if (joined[i]) {
        if (at >= units_.size() || (parts[i].kind <= PatternPart::Kind::set && !beside(units_[at], units_[at - 1]))) return false;
        if (parts[i].kind <= PatternPart::Kind::set) {
          if (!match_part(parts[i], at, roles, tokens)) return false;
          continue;
        }
      }
      const size_t end = std::min(units_.size(), at + (joined[i] ? kJoinedParty : kPhraseWindow));
      bool found = false;
      for (; at < end && !found; at += !found) {
        if (match_part(parts[i], at, roles, tokens)) found = true;
        if (found) break;
        if (is_verb(scenery_.tree[scenery_.units[units_[at]].token])) return false;
      }
      if (!found) return false;
    }
    return true;
  }

  // The part right at `at`, which then moves behind it.
  bool match_part(const PatternPart& part, size_t& at, Roles& roles, std::vector<uint32_t>& tokens) const {
    if (at >= units_.size()) return false;
    if (part.kind == PatternPart::Kind::word || part.kind == PatternPart::Kind::set) {
      const size_t size = part.kind == PatternPart::Kind::word ? size_t{word_at(at) == part.id} : set_at(part.id, at, 0);
      if (size == 0) return false;
      for (size_t i = at; i < at + size; ++i) tokens.push_back(scenery_.units[units_[i]].token);
      at += size;
      return true;
    }
    return match_party(part.kind, at, roles);
  }

  bool match_party(PatternPart::Kind kind, size_t& at, Roles& roles) const {
    const uint32_t token = scenery_.units[units_[at]].token;
    const CodedPhrase* phrase = scenery_.phrases->of(token);
    if (phrase && (token < phrase->first || token > phrase->last)) phrase = nullptr;  // "their populations" of "... about the Prince"
    const Token& word = scenery_.tree[token];
    if (!phrase && kind == PatternPart::Kind::skip && is_noun(word) && base(word.deprel) != Deprel::compound) return ++at, true;
    if (!phrase || std::find(roles.used.begin(), roles.used.end(), phrase) != roles.used.end()) return false;
    if (kind == PatternPart::Kind::compound && phrase->parties.size() < 2) return false;
    roles.used.push_back(phrase);
    if (kind == PatternPart::Kind::source) roles.source = phrase;
    if (kind == PatternPart::Kind::target) roles.target = phrase;
    if (kind == PatternPart::Kind::compound) (backwards_ ? roles.compound : roles.together) = phrase;
    while (at < units_.size() && scenery_.units[units_[at]].token >= phrase->first && scenery_.units[units_[at]].token <= phrase->last) ++at;
    return true;
  }

  uint32_t word_at(size_t at) const { return scenery_.units[units_[at]].word; }

  // How many units from `at` on are a member of the set; 0 when none is.
  size_t set_at(uint32_t id, size_t at, int depth) const {
    constexpr int kDeepest = 4;
    const WordSet& set = scenery_.verbs.sets[id];
    size_t longest = set.words.contains(word_at(at)) ? 1 : 0;
    for (const auto& phrase : set.phrases) {
      if (phrase.size() <= longest || depth > kDeepest) continue;
      size_t size = 0;
      for (size_t i = 0; i < phrase.size(); ++i) {
        const PatternPart& part = phrase[backwards_ ? phrase.size() - 1 - i : i];
        const size_t here = at + size;
        size_t more = 0;
        if (here < units_.size() && (size == 0 || beside(units_[here], units_[here - 1])))
          more = part.kind == PatternPart::Kind::word ? size_t{word_at(here) == part.id} : set_at(part.id, here, depth + 1);
        if (more == 0) {
          size = 0;
          break;
        }
        size += more;
      }
      longest = std::max(longest, size);
    }
    return longest;
  }

  const Scenery& scenery_;
  const std::vector<uint32_t>& units_;
  bool backwards_;
};

bool match_pattern(const Scenery& scenery, const Field& field, const VerbPattern& pattern, uint32_t before_unit, uint32_t after_unit, Roles& roles,
                   std::vector<uint32_t>& tokens) {
  std::vector<bool> joined;
  if (!pattern.before.empty()) {
    const std::vector<PatternPart> outwards(pattern.before.rbegin(), pattern.before.rend());
    joined.push_back(pattern.touches);
    for (size_t i = 1; i < outwards.size(); ++i) joined.push_back(outwards[i - 1].joined);
    if (!Side(scenery, field.before, true).match(outwards, joined, before_unit, roles, tokens)) return false;
  }
  joined.clear();
  for (const PatternPart& part : pattern.after) joined.push_back(part.joined);
  return Side(scenery, field.after, false).match(pattern.after, joined, after_unit, roles, tokens);
}

// ---- who ----
bool unused(const CodedPhrase* phrase, const Roles& roles) {
  return phrase && std::find(roles.used.begin(), roles.used.end(), phrase) == roles.used.end();
}

// For a verb that the parser leaves without a subject: the coded phrase before it with no other verb between.
const CodedPhrase* nearest_before(const Scenery& scenery, uint32_t verb, const Roles& roles) {
  for (uint32_t token = verb; token-- > scenery.begin;) {
    if (is_verb(scenery.tree[token])) return nullptr;
    if (const CodedPhrase* phrase = scenery.phrases->of(token); unused(phrase, roles)) return phrase;
  }
  return nullptr;
}

// The subject of the verb, or of the clause that governs it where it has none of its own; a subject that nobody codes ends the search.
const CodedPhrase* subject_of(const Scenery& scenery, uint32_t verb, const Roles& roles) {
  const Tree& tree = scenery.tree;
  uint32_t at = verb;
  bool seen = false;
  for (int depth = 0; depth < kMaximalDepth && at >= scenery.begin && at < scenery.end; ++depth) {
    if (at != verb && is_noun(tree[at])) {  // "efforts to stop": the noun, else whose efforts they are
      const CodedPhrase* phrase = scenery.phrases->of(at);
      if (unused(phrase, roles) && phrase->first < verb) return phrase;
    }
    bool stranger = false;
    for (const uint32_t subject : tree.children(at)) {
      if (subject >= verb || base(tree[subject].deprel) != Deprel::nsubj) continue;
      seen = true;
      const CodedPhrase* phrase = scenery.phrases->of(subject);
      if (unused(phrase, roles)) return phrase;
      stranger = stranger || (!phrase && is_noun(tree[subject]));
    }
    if (stranger) return nullptr;
    const uint32_t above = tree[at].head;
    if (above < scenery.begin || above >= scenery.end || above == at) return seen ? nullptr : nearest_before(scenery, verb, roles);
    if (base(tree[at].deprel) == Deprel::xcomp) {  // "urged Bree to help"
      const uint32_t object = tree.child(above, {Deprel::obj, Deprel::iobj});
      const CodedPhrase* phrase = object != kNone && object < verb ? scenery.phrases->of(object) : nullptr;
      if (unused(phrase, roles)) return phrase;
    }
    at = above;
  }
  return nullptr;
}

const CodedPhrase* agent_of(const Scenery& scenery, uint32_t verb, const Roles& roles) {
  const Tree& tree = scenery.tree;
  for (const uint32_t child : tree.children(verb)) {
    if (child <= verb || base(tree[child].deprel) != Deprel::obl || tree.marker(child) != "by") continue;
    const CodedPhrase* phrase = scenery.phrases->of(child);
    if (unused(phrase, roles)) return phrase;
  }
  return nullptr;
}

bool is_passive(const Tree& tree, uint32_t verb) {
  if (tree.child(verb, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::csubj_pass}) != kNone) return true;
  return tree[verb].xpos == "VBN" && tree.child(verb, {Deprel::aux}) == kNone;
}

std::vector<Party> parties_of(const CodedPhrase* phrase) { return phrase ? phrase->parties : std::vector<Party>(); }

bool same_codes(const CodedPhrase& a, const CodedPhrase& b) {
  return std::equal(a.parties.begin(), a.parties.end(), b.parties.begin(), b.parties.end(),
                    [](const Party& one, const Party& other) { return one.code == other.code; });
}

const CodedPhrase* first_behind(const Scenery& scenery, const Field& field, const Roles& roles) {
  for (const uint32_t unit : field.after) {
    const CodedPhrase* phrase = scenery.phrases->of(scenery.units[unit].token);
    if (!unused(phrase, roles) || phrase == roles.source) continue;
    if (roles.source && same_codes(*phrase, *roles.source)) continue;
    return phrase;
  }
  return nullptr;
}

void place_parties(const Scenery& scenery, const Field& field, uint32_t verb, Roles& roles) {
  const auto take = [&](const CodedPhrase*& role, const CodedPhrase* phrase) {
    role = phrase;
    if (phrase) roles.used.push_back(phrase);
  };
  if (!roles.source && !roles.target && is_passive(scenery.tree, verb))
    if (const CodedPhrase* agent = agent_of(scenery, verb, roles)) {
      take(roles.source, agent);
      take(roles.target, subject_of(scenery, verb, roles));
      return;
    }
  if (!roles.source) take(roles.source, subject_of(scenery, verb, roles));
  if (!roles.target) take(roles.target, first_behind(scenery, field, roles));
}

// ---- one verb ----
bool words_beside(const Scenery& scenery, const VerbForm& form, uint32_t first, uint32_t last) {
  if (form.before.size() > first || last + form.after.size() > scenery.units.size()) return false;
  for (size_t i = 0; i < form.before.size(); ++i)
    if (scenery.units[first - form.before.size() + i].word != form.before[i]) return false;
  for (size_t i = 0; i < form.after.size(); ++i)
    if (scenery.units[last + i].word != form.after[i]) return false;
  return true;
}

struct Match {
  const VerbForm* form = nullptr;
  const VerbPattern* pattern = nullptr;
  Roles roles;
  std::vector<uint32_t> tokens;
};

std::optional<Match> match_verb(const Scenery& scenery, const Field& field, uint32_t verb, const std::vector<VerbForm>& forms) {
  const uint32_t first = scenery.unit_of[verb - scenery.begin];
  std::optional<Match> plain;  // without a pattern: the first form that has a code
  for (const VerbForm& form : forms) {
    if (!words_beside(scenery, form, first, first + 1)) continue;
    const bool shorter = plain && form.before.size() + form.after.size() < plain->form->before.size() + plain->form->after.size();
    if (shorter) break;
    const uint32_t before_unit = first - static_cast<uint32_t>(form.before.size()), after_unit = first + static_cast<uint32_t>(form.after.size());
    Field rest = field;  // without the further words of the verb
    std::erase_if(rest.before, [&](uint32_t unit) { return unit >= before_unit; });
    std::erase_if(rest.after, [&](uint32_t unit) { return unit <= after_unit; });
    for (const VerbPattern& pattern : scenery.verbs.blocks[form.block].patterns) {
      Roles roles;
      std::vector<uint32_t> tokens = {verb};
      if (match_pattern(scenery, rest, pattern, before_unit, after_unit, roles, tokens))
        return Match{&form, &pattern, std::move(roles), std::move(tokens)};
    }
    const bool coded = form.code.code != kNoCode || form.code.reverse != kNoCode;
    if (!plain || (coded && plain->form->code.code == kNoCode)) plain = Match{&form, nullptr, {}, {verb}};
  }
  return plain;
}

void add_events(const Scenery& scenery, const Field& field, uint32_t verb, Match match, std::vector<PatternEvent>& out) {
  const PatternCode code = match.pattern ? match.pattern->code : match.form->code;
  PatternEvent event;
  event.verb = verb, event.tokens = match.tokens;
  event.where =
      std::string(scenery.verbs.blocks[match.form->block].file) + ":" + std::to_string(match.pattern ? match.pattern->line : match.form->line);
  if (code.code == kNoCode && code.reverse == kNoCode) {
    if (match.pattern) out.push_back(std::move(event));  // "this is none" is said by a pattern; a verb without a code says nothing
    return;
  }
  Roles& roles = match.roles;
  // "agreed with A and B" has a subject beside them, "fighting between A and B" has none.
  if (roles.together && !roles.compound) {
    if (!roles.target && (roles.source || subject_of(scenery, verb, roles)))
      roles.target = roles.together;
    else
      roles.compound = roles.together;
  }
  event.placed = roles.source || roles.target || roles.compound;
  if (roles.compound && !roles.source && !roles.target) {  // each with each
    for (const Party& one : roles.compound->parties) {
      for (const Party& other : roles.compound->parties) {
        if (one.code == other.code || code.code == kNoCode) continue;
        event.code = &scenery.verbs.codes[code.code], event.source = {one}, event.target = {other};
        out.push_back(event);
        event.answer = true;
      }
    }
    return;
  }
  place_parties(scenery, field, verb, roles);
  event.source = parties_of(roles.source), event.target = parties_of(roles.target);
  if (code.code != kNoCode) event.code = &scenery.verbs.codes[code.code], out.push_back(event);
  if (code.reverse == kNoCode) return;
  event.code = &scenery.verbs.codes[code.reverse], event.answer = code.code != kNoCode, event.placed = true;
  std::swap(event.source, event.target);
  out.push_back(std::move(event));
}

bool has_to(const Tree& tree, uint32_t verb) {
  const auto& children = tree.children(verb);
  return std::any_of(children.begin(), children.end(),
                     [&](uint32_t child) { return tree[child].deprel == Deprel::mark && tree[child].lemma == "to"; });
}

// "signed an accord to supply", "urged them to leave": what an event is about is part of it, and what only attends to that too.
bool inside(const Tree& tree, uint32_t verb, const std::vector<PatternEvent>& events) {
  if (!has_to(tree, verb)) return false;
  return std::any_of(events.begin(), events.end(), [&](const PatternEvent& event) { return event.code && tree.under(verb, event.verb); });
}

}  // namespace

std::vector<PatternEvent> match_patterns(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, std::optional<Date> published) {
  std::vector<PatternEvent> events;
  const VerbPatterns& verbs = knowledge.verb_patterns();
  const Document& document = tree.document();
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (!sentence.parsed) continue;
    std::optional<Scenery> scenery;
    std::optional<CodedPhrases> phrases;
    for (uint32_t token = sentence.first; token < sentence.last; ++token) {
      if (!is_verb(tree[token])) continue;
      const auto forms = verbs.forms.find(to_lower(tree[token].form));
      if (forms == verbs.forms.end()) continue;
      if (!scenery) {
        scenery.emplace(scenery_of(tree, verbs, sentence));
        phrases.emplace(tree, knowledge, parties, published, s);
        scenery->phrases = &*phrases;
      }
      const Field field = field_of(*scenery, token);
      auto match = match_verb(*scenery, field, token, forms->second);
      if (match && !inside(tree, token, events)) add_events(*scenery, field, token, std::move(*match), events);
    }
  }
  return events;
}

}  // namespace gesta
