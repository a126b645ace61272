#include "events/event_signs.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace gesta {
namespace {

constexpr float kLikely = 0.3f;  // a neighbour is worth naming
constexpr size_t kBack = 40;     // candidates before, looked through for the same event

std::string bin(float p) { return std::to_string(static_cast<int>(p * 9.99f)); }

// Log odds in steps of a half.
std::string odds_bin(float p) {
  const double q = std::clamp(static_cast<double>(p), 0.01, 0.995);
  return std::to_string(static_cast<int>(std::floor(2 * std::log(q / (1 - q)))));
}

// A state, body, group or person that a list knows, or an agent; a stranger has no sector.
bool names_someone(const Scene& scene, const std::vector<uint32_t>& heads) {
  return std::any_of(heads.begin(), heads.end(), [&](uint32_t head) {
    const auto& parties = scene.parties.read_alone(head);
    return std::any_of(parties.begin(), parties.end(), [](const Party& party) { return !party.sector.empty(); });
  });
}

std::string_view article(const Tree& tree, uint32_t head) {
  for (const uint32_t child : tree.children(head)) {
    const Deprel relation = tree[child].deprel;
    if (base(relation) == Deprel::det) return tree[child].lemma;
    if (relation == Deprel::nmod_poss) return "whose";
    if (base(relation) == Deprel::nummod) return "count";
  }
  return "none";
}

std::string place_in_text(const Document& document, uint32_t sentence) {
  const uint32_t n = sentence < 3 ? sentence : sentence < 6 ? 3 : sentence < 12 ? 4 : 5;
  return std::to_string(n) + (document.sentences[sentence].heading ? "h" : "");
}

}  // namespace

bool same_span(const Candidate& a, const Candidate& b) { return &a == &b || (a.by_tagger && b.by_tagger && a.first == b.first && a.last == b.last); }

EventSigns::EventSigns(const Scene& scene, const std::vector<Candidate>& joined)
    : scene_(scene), joined_(joined), holder_of_(scene.tree.size(), kNone) {
  const EventWords& words = scene.event_words();
  for (size_t k = 0; k < joined.size(); ++k) {
    const Candidate& candidate = joined[k];
    float likely = 0;
    for (uint32_t i = candidate.begin(); i < candidate.end() && !words.types.empty(); ++i)
      likely = std::max(likely, words.probability(i, candidate.type));
    likely_.push_back(likely);
    for (uint32_t i = candidate.begin(); i < candidate.end(); ++i)
      if (holder_of_[i] == kNone) holder_of_[i] = static_cast<uint32_t>(k);
  }
}

std::vector<std::string> EventSigns::of(size_t k) const {
  const Tree& tree = scene_.tree;
  const Candidate& candidate = joined_[k];
  const Token& head = tree[candidate.head];
  const std::string type(candidate.type);
  std::vector<std::string> f = {"bias", "type=" + type, "upos=" + std::string(name(head.upos)), "deprel=" + std::string(name(head.deprel))};
  const std::string who = std::string(candidate.by_rule ? "rule" : "") + (candidate.by_tagger ? "tag" : "");
  f.push_back("by=" + who);
  f.push_back("by=" + who + "," + type);
  const Sentence& sentence = tree.document().sentences[head.sentence];
  const std::string relevance = "relevance=" + std::to_string(static_cast<int>(std::floor(std::clamp(sentence.relevance, -4.0f, 6.0f))));
  f.push_back(relevance), f.push_back(relevance + ",by=" + who), f.push_back(relevance + "," + type);
  if (!scene_.event_words().types.empty()) add_tagger(f, k, who, relevance);
  f.push_back("lemma=" + std::string(head.lemma));
  f.push_back("lemma=" + std::string(head.lemma) + "," + type);
  if (candidate.by_rule && candidate.code) {
    f.push_back(candidate.code->type == candidate.type ? "rule agrees" : "rule differs");
    f.push_back("rule=" + std::string(candidate.code->type) + "," + type);
  }
  if (!candidate.senses.empty()) f.push_back("kind=" + std::string(candidate.senses.front()->kind));
  f.push_back(candidate.source.empty() ? "no source" : "source");
  f.push_back(candidate.target.empty() ? "no target" : "target");
  if (candidate.source.empty() && candidate.target.empty()) f.push_back("nobody");
  const int named = names_someone(scene_, candidate.source) + names_someone(scene_, candidate.target);
  f.push_back("named=" + std::to_string(named)), f.push_back("named=" + std::to_string(named) + "," + type);
  if (const Frame* frame = scene_.composer.frame_at(candidate.head)) {
    f.push_back("tense=" + frame->tense), f.push_back("modality=" + frame->modality);
    if (frame->negated) f.push_back("negated");
    if (frame->governor != kNone) f.push_back("governor=" + std::string(tree[frame->governor].lemma));
  }
  if (!scene_.kind.empty()) {
    const std::string kind = "text=" + std::string(scene_.kind);
    f.push_back(kind), f.push_back(kind + "," + type);
  }
  add_form(f, candidate);
  add_neighbours(f, k);
  return f;
}

void EventSigns::add_tagger(std::vector<std::string>& f, size_t k, const std::string& who, const std::string& relevance) const {
  const EventWords& words = scene_.event_words();
  const Candidate& own = joined_[k];
  const Sentence& sentence = scene_.tree.document().sentences[sentence_of(own)];
  const std::string type(own.type);
  float any = 0, around = 0, sum = 0;
  for (uint32_t i = own.begin(); i < own.end(); ++i) any = std::max(any, words.any[i]);
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    sum += words.any[i];
    if (i < own.begin() || i >= own.end()) around = std::max(around, words.any[i]);
  }
  const std::string odds = "own=" + odds_bin(likely_[k]);
  f.push_back(odds), f.push_back(odds + ",by=" + who), f.push_back(odds + "," + type), f.push_back(odds + "," + relevance);
  f.push_back("any=" + odds_bin(any)), f.push_back("document=" + bin(words.most));
  f.push_back("around=" + bin(around)), f.push_back("sum=" + std::to_string(static_cast<int>(std::min(sum, 9.0f))));
}

// How the words stand in their sentence, and who takes part.
void EventSigns::add_form(std::vector<std::string>& f, const Candidate& candidate) const {
  const Tree& tree = scene_.tree;
  const Token& head = tree[candidate.head];
  const std::string type = "," + std::string(candidate.type);
  f.push_back("place=" + place_in_text(tree.document(), head.sentence));
  if (is_noun(head)) {
    const std::string with = "article=" + std::string(article(tree, candidate.head));
    f.push_back(with), f.push_back(with + type), f.push_back(with + "," + std::string(head.lemma));
  }
  if (head.head < tree.size()) {
    const Token& above = tree[head.head];
    f.push_back("above=" + std::string(above.lemma)), f.push_back("above " + std::string(name(above.upos)) + " " + std::string(name(head.deprel)));
    for (const std::string_view cls : scene_.knowledge.classes_of(above.lemma)) f.push_back("above class " + std::string(cls));
  }
  for (const uint32_t child : tree.children(candidate.head)) {
    const Token& below = tree[child];
    if (!is_noun(below) && !is_verb(below)) continue;
    const std::string link = std::string(name(below.deprel)) + " " + std::string(tree.marker(child));
    f.push_back("below=" + link + type);
    f.push_back("below=" + link + " " + std::string(below.lemma));
    for (const std::string_view cls : scene_.knowledge.classes_of(below.lemma)) f.push_back("below class " + link + " " + std::string(cls) + type);
  }
  const auto say = [&](const std::string& role, const std::vector<uint32_t>& heads) {
    for (const uint32_t party : heads) {
      f.push_back(role + " kind=" + std::string(scene_.parties.kind(party)) + type);
      if (const auto& parties = scene_.parties.read_alone(party); !parties.empty()) f.push_back(role + " sector=" + parties.front().sector + type);
    }
  };
  say("source", candidate.source), say("target", candidate.target);
}

bool EventSigns::same_words(const Candidate& a, const Candidate& b) const { return scene_.tree[a.head].lemma == scene_.tree[b.head].lemma; }

// Other candidates: those above and below in the tree, and those before that may tell of the same event.
void EventSigns::add_neighbours(std::vector<std::string>& f, size_t k) const {
  const Tree& tree = scene_.tree;
  const Candidate& own = joined_[k];
  const std::string type(own.type);
  uint32_t token = tree[own.head].head;
  for (int depth = 0; depth < kMaximalDepth && token < tree.size(); ++depth, token = tree[token].head) {
    const uint32_t other = holder_of_[token];
    if (other == kNone || same_span(joined_[other], own)) continue;
    const std::string over = "over=" + std::string(joined_[other].type);
    f.push_back(over), f.push_back(over + "," + type), f.push_back(over + "," + odds_bin(likely_[other]));
    break;
  }
  std::string_view same = "no", before = "no";
  size_t looked = 0;
  for (size_t i = k; i-- > 0 && looked < kBack; ++looked) {
    const Candidate& other = joined_[i];
    if (sentence_of(other) == sentence_of(own) || likely_[i] < kLikely) continue;
    const bool near = sentence_of(own) - sentence_of(other) <= 1;
    if (same_words(other, own) && same == "no") same = near ? "near" : "far";
    if (other.type == own.type && before == "no") before = near ? "near" : "far";
  }
  const std::string again = "again=" + std::string(same) + "/" + std::string(before);
  f.push_back(again), f.push_back(again + "," + type), f.push_back(again + "," + std::string(name(tree[own.head].upos)));
  if (is_noun(tree[own.head])) f.push_back(again + "," + std::string(article(tree, own.head)));
}

}  // namespace gesta
