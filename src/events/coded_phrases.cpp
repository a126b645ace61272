#include "events/coded_phrases.h"

#include <algorithm>

#include "base/lists.h"

namespace gesta {
namespace {

constexpr int kDeepest = 8;

// Codes of actors that are there to be left alone.
bool null_code(std::string_view code) { return code.empty() || code == "---" || code == "+++" || code == "###"; }

// Relations inside the core of a noun phrase, and those to further nouns that hang from it.
bool is_core(Deprel relation) {
  if (relation == Deprel::nmod_desc || relation == Deprel::nmod_unmarked) return true;  // "Prime Minister Jane Doe"
  switch (base(relation)) {
    case Deprel::compound:
    case Deprel::amod:
    case Deprel::flat:
    case Deprel::fixed:
    case Deprel::nummod:
    case Deprel::det:
    case Deprel::goeswith:
    case Deprel::dep:
      return true;
    default:
      return false;
  }
}

bool hangs_from_noun(Deprel relation) { return is_core(relation) || base(relation) == Deprel::nmod || base(relation) == Deprel::appos; }

// "EGYGOV" already says GOV: codes are made of threes.
bool says(std::string_view code, std::string_view agent) {
  for (size_t at = 0; at + agent.size() <= code.size(); at += 3)
    if (code.substr(at, agent.size()) == agent) return true;
  return false;
}

}  // namespace

CodedPhrases::CodedPhrases(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, std::optional<Date> published, uint32_t sentence)
    : tree_(tree),
      knowledge_(knowledge),
      parties_(parties),
      begin_(tree.document().sentences[sentence].first),
      end_(tree.document().sentences[sentence].last),
      hit_of_(end_ - begin_),
      phrase_of_(end_ - begin_) {
  find_hits(published);
  std::vector<bool> tried(end_ - begin_);
  for (uint32_t token = begin_; token < end_; ++token) {
    const bool known = hit_at(token) != nullptr;
    if (!known && !(is_noun(tree[token]) && parties.names_actor(token))) continue;
    const uint32_t head = root_of(token);
    if (tried[head - begin_]) continue;
    tried[head - begin_] = true;
    add_phrase(head);
  }
  add_inner_phrases();
  std::stable_sort(list_.begin(), list_.end(), [](const CodedPhrase& a, const CodedPhrase& b) { return a.first < b.first; });
  for (uint32_t i = 0; i < list_.size(); ++i) phrase_of_[list_[i].head - begin_] = i + 1;
  for (uint32_t token = begin_; token < end_; ++token)
    if (hit_at(token)) phrase_of_[token - begin_] = phrase_of_[(inner_[token - begin_] != kNone ? inner_[token - begin_] : root_of(token)) - begin_];
}

// A name that the phrase around it has no use for is a phrase of its own: Ithilen of "an attack by Osgiliath soldiers in Ithilen".
void CodedPhrases::add_inner_phrases() {
  const size_t outer = list_.size();
  inner_.assign(end_ - begin_, kNone);
  std::vector<bool> tried(end_ - begin_);
  for (uint32_t token = begin_; token < end_; ++token) {
    if (!hit_at(token)) continue;
    const uint32_t head = root_of(token), own = core_root_of(token);
    if (own == head) continue;
    const auto around = std::find_if(list_.begin(), list_.begin() + static_cast<std::ptrdiff_t>(outer),
                                     [&](const CodedPhrase& phrase) { return phrase.head == head; });
    if (around == list_.begin() + static_cast<std::ptrdiff_t>(outer) || (token >= around->first && token <= around->last)) continue;
    inner_[token - begin_] = own;
    if (tried[own - begin_]) continue;
    tried[own - begin_] = true;
    add_phrase(own);
  }
}

void CodedPhrases::add_phrase(uint32_t head) {
  CodedPhrase phrase{head, end_, 0, {}};
  bool own = false;  // the user's dictionaries know a word of it
  for (const Part& part : parts_of(head, 0)) {
    phrase.first = std::min(phrase.first, part.first), phrase.last = std::max(phrase.last, part.last);
    own = own || part.id.starts_with("petrarch:") || !part.agents.empty();
    Party party = party_of(part);
    const auto same = [&](const Party& other) { return other.code == party.code; };
    if (std::none_of(phrase.parties.begin(), phrase.parties.end(), same)) phrase.parties.push_back(std::move(party));
  }
  if (!own) {
    if (phrase.parties.empty()) phrase.first = phrase.last = head;
    std::vector<Party> read;
    for (Party& party : parties_.read(head))
      if (!null_code(party.code)) read.push_back(std::move(party));
    if (!read.empty()) phrase.parties = std::move(read);
  }
  if (!phrase.parties.empty()) list_.push_back(std::move(phrase));
}

const CodedPhrase* CodedPhrases::of(uint32_t token) const {
  if (token < begin_ || token >= end_ || phrase_of_[token - begin_] == 0) return nullptr;
  return &list_[phrase_of_[token - begin_] - 1];
}

const CodedPhrases::Hit* CodedPhrases::hit_at(uint32_t token) const {
  return token < begin_ || token >= end_ || hit_of_[token - begin_] == 0 ? nullptr : &hits_[hit_of_[token - begin_] - 1];
}

void CodedPhrases::find_hits(std::optional<Date> published) {
  constexpr uint32_t kLongest = 12;
  std::vector<std::string_view> words;
  for (uint32_t token = begin_; token < end_; ++token) {
    words.clear();
    for (uint32_t i = token; i < std::min(end_, token + kLongest); ++i) words.push_back(tree_[i].form);
    const auto actor = knowledge_.find_actor(words, published);
    const auto agent = knowledge_.find_agent_code(words);
    const uint32_t size = std::max(actor ? actor->words : 0, agent ? agent->words : 0);
    if (size == 0) continue;
    Hit hit{token, std::min(token + size, end_) - 1, actor && actor->words == size, {}, {}};
    if (hit.is_actor)
      hit.actor = actor->actor;
    else
      hit.agent = agent->agent;
    hits_.push_back(hit);
    for (; token <= hit.last; ++token) hit_of_[token - begin_] = static_cast<uint32_t>(hits_.size());
    --token;
  }
}

// "Osgiliath" of "an attack by Osgiliath soldiers": attack.
uint32_t CodedPhrases::root_of(uint32_t token) const {
  for (int depth = 0; depth < kMaximalDepth; ++depth) {
    const Token& word = tree_[token];
    if (const uint32_t before = subject_before(token); before != kNone) {
      token = before;
      continue;
    }
    if (word.head < begin_ || word.head >= end_ || word.head == token) return token;
    const bool conjunct = word.deprel == Deprel::conj && is_nominal(tree_[word.head]);
    const bool inside = hit_at(token) && hit_at(token) == hit_at(word.head);  // of a name of several words
    if (!conjunct && !inside && !hangs_from_noun(word.deprel)) return token;
    if (!is_nominal(tree_[word.head]) && !is_core(word.deprel) && !inside) return token;
    token = word.head;
  }
  return token;
}

// The same without going out of the core: "soldiers".
uint32_t CodedPhrases::core_root_of(uint32_t token) const {
  for (int depth = 0; depth < kMaximalDepth; ++depth) {
    const Token& word = tree_[token];
    if (word.head < begin_ || word.head >= end_ || word.head == token) return token;
    const bool inside = hit_at(token) && hit_at(token) == hit_at(word.head);
    const bool conjunct = word.deprel == Deprel::conj && is_nominal(tree_[word.head]);
    if (!inside && !conjunct && !is_core(word.deprel)) return token;
    token = word.head;
  }
  return token;
}

// "Fornost and the mighty Gondor welcomed": where the parser makes each a subject of the verb, the first one that "and" joins to the second.
uint32_t CodedPhrases::subject_before(uint32_t token) const {
  const Token& word = tree_[token];
  if (base(word.deprel) != Deprel::nsubj || word.head < begin_ || word.head >= end_) return kNone;
  uint32_t before = kNone;
  for (const uint32_t other : tree_.children(word.head))
    if (other < token && base(tree_[other].deprel) == Deprel::nsubj && is_nominal(tree_[other])) before = other;
  if (before == kNone) return kNone;
  for (uint32_t i = token; i-- > before + 1;) {
    if (tree_[i].upos == Upos::CCONJ) return before;
    if (tree_[i].upos == Upos::PUNCT || tree_[i].upos == Upos::ADP || is_verb(tree_[i])) break;
  }
  return kNone;
}

// "Mordor, Rohan and Bree": a name behind a comma that the parser ties to the one before like a surname or an apposition, in a list.
bool CodedPhrases::listed_behind(uint32_t head, uint32_t child) const {
  const Deprel relation = base(tree_[child].deprel);
  if (child < head || !hit_at(child) || !hit_at(child)->is_actor || !hit_at(head)) return false;
  if (relation != Deprel::flat && relation != Deprel::compound && relation != Deprel::appos) return false;
  uint32_t at = child;
  while (at > head + 1 && tree_[at].upos != Upos::PUNCT) --at;
  if (tree_[at].form != ",") return false;
  const auto joins = [&](uint32_t one) { return tree_[one].deprel == Deprel::conj; };
  const auto &a = tree_.children(head), &b = tree_.children(child);
  return std::any_of(a.begin(), a.end(), joins) || std::any_of(b.begin(), b.end(), joins);
}

std::vector<uint32_t> CodedPhrases::conjuncts_of(uint32_t head) const {
  std::vector<uint32_t> found = {head};
  const auto add = [&](uint32_t one) {
    if (one >= begin_ && one < end_ && !among(found, one)) found.push_back(one);
  };
  for (size_t at = 0; at < found.size() && found.size() < kMaximalDepth; ++at) {
    for (const uint32_t child : tree_.children(found[at]))
      if (tree_[child].deprel == Deprel::conj || listed_behind(found[at], child)) add(child);
    if (base(tree_[found[at]].deprel) != Deprel::nsubj || tree_[found[at]].head >= end_) continue;
    for (const uint32_t other : tree_.children(tree_[found[at]].head))
      if (other > found[at] && subject_before(other) == found[at]) add(other);
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The words of the core, in order: the first actor (a code of several, "FRO/BIL", is several) and all agents.
void CodedPhrases::take_own(uint32_t head, Part& part, std::vector<std::string>& actors) const {
  std::vector<uint32_t> core = {head};
  for (size_t at = 0; at < core.size() && core.size() < 64; ++at)
    for (const uint32_t child : tree_.children(core[at]))
      if (child >= begin_ && child < end_ && is_core(tree_[child].deprel) && !listed_behind(core[at], child)) core.push_back(child);
  std::sort(core.begin(), core.end());
  const Hit* before = nullptr;
  for (const uint32_t token : core) {
    const Hit* hit = hit_at(token);
    if (!hit || hit == before) continue;
    before = hit;
    if (hit->is_actor && (!actors.empty() || null_code(hit->actor.code))) continue;
    part.first = std::min(part.first, hit->first), part.last = std::max(part.last, hit->last);
    if (!hit->is_actor) {
      part.agents.push_back(hit->agent);
      continue;
    }
    part.country = hit->actor.country, part.sector = hit->actor.sector, part.id = hit->actor.id;
    for (std::string_view codes = hit->actor.code;;) {
      const size_t slash = codes.find('/');
      if (!null_code(codes.substr(0, slash))) actors.emplace_back(codes.substr(0, slash));
      if (slash == std::string_view::npos) break;
      codes.remove_prefix(slash + 1);
    }
  }
}

std::vector<CodedPhrases::Part> CodedPhrases::parts_alone(uint32_t head, int depth) const {
  Part own;
  own.head = head;
  std::vector<std::string> actors;
  take_own(head, own, actors);
  std::vector<Part> parts, idle;
  // The owner first ("Gondor's"), then the name, then what follows ("of Gondor").
  for (const uint32_t child : tree_.children(head)) {
    if (child > head && parts.empty())
      for (const std::string& actor : actors) parts.push_back(own), parts.back().actor = actor;
    if (!parts.empty() || depth >= kDeepest || child < begin_ || child >= end_) break;
    if (is_core(tree_[child].deprel) || (base(tree_[child].deprel) != Deprel::nmod && tree_[child].deprel != Deprel::appos)) continue;
    const auto inner = parts_of(child, depth + 1);
    const bool named = std::any_of(inner.begin(), inner.end(), [](const Part& part) { return !part.actor.empty(); });
    if (!named) {
      if (idle.empty()) idle = inner;
      continue;
    }
    for (Part part : inner) {
      if (part.actor.empty()) continue;
      // Agents of the owner come before those of the head: "the Gondor government's police".
      part.agents.insert(part.agents.end(), own.agents.begin(), own.agents.end());
      part.first = std::min(part.first, own.first), part.last = std::max(part.last, own.last), part.head = head;
      parts.push_back(std::move(part));
    }
  }
  if (parts.empty())
    for (const std::string& actor : actors) parts.push_back(own), parts.back().actor = actor;
  if (parts.empty() && !own.agents.empty()) parts.push_back(own);
  return parts.empty() ? idle : parts;
}

// Agents without a country take that of their conjunct: "lawmakers and officials in Fornost", "Danish media and government".
std::vector<CodedPhrases::Part> CodedPhrases::parts_of(uint32_t head, int depth) const {
  std::vector<std::vector<Part>> each;
  for (const uint32_t conjunct : conjuncts_of(head)) each.push_back(parts_alone(conjunct, depth));
  std::vector<Part> all;
  const auto named = [](const std::vector<Part>& parts) { return !parts.empty() && !parts[0].actor.empty(); };
  for (size_t i = 0; i < each.size(); ++i) {
    if (each[i].empty() || named(each[i])) {
      all.insert(all.end(), each[i].begin(), each[i].end());
      continue;
    }
    const std::vector<Part>* lender = nullptr;
    for (size_t k = i; k-- > 0 && !lender;)
      if (named(each[k]) && !each[k][0].agents.empty()) lender = &each[k];
    for (size_t k = i + 1; k < each.size() && !lender; ++k)
      if (named(each[k]) && !each[k][0].agents.empty()) lender = &each[k];
    for (const Part& part : each[i]) {
      if (!lender) {
        all.push_back(part);
        continue;
      }
      for (const Part& other : *lender) {
        Part lent = part;
        lent.actor = other.actor, lent.country = other.country;
        all.push_back(std::move(lent));
      }
    }
  }
  return all;
}

Party CodedPhrases::party_of(const Part& part) const {
  Party party;
  party.head = part.head;
  party.span = {tree_[part.first].span.begin, tree_[part.last].span.end};
  party.name = std::string(party.span.of(tree_.document().text));
  party.id = part.id, party.country = part.country, party.sector = part.sector;
  party.code = part.actor.empty() ? "---" : part.actor;
  for (const AgentCode& agent : part.agents) {
    if (party.sector.empty()) party.sector = std::string(agent.code.substr(0, 3));
    if (says(party.code, agent.code)) continue;
    party.code = agent.before ? std::string(agent.code) + party.code : party.code + std::string(agent.code);
  }
  return party;
}

}  // namespace gesta
