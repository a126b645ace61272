#include "events/event_signs.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace gesta {
namespace {

constexpr float kLikely = 0.3f;  // a neighbour is worth naming
constexpr size_t kBack = 40;     // candidates before, looked through for the same event

std::string_view bin(float p) { return small_number(static_cast<int>(p * 9.99f)); }

// Log odds in steps of a half.
std::string_view odds_bin(float p) {
  const double q = std::clamp(static_cast<double>(p), 0.01, 0.995);
  return small_number(static_cast<int>(std::floor(2 * std::log(q / (1 - q)))));
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

SignPart place_in_text(const Document& document, uint32_t sentence, Signs& f) {
  const size_t n = sentence < 3 ? sentence : sentence < 6 ? 3 : sentence < 12 ? 4 : 5;
  return f.join({"place=", up_to(n, 5), document.sentences[sentence].heading ? SignPart("h") : SignPart("")});
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

Signs EventSigns::of(size_t k) const {
  const Tree& tree = scene_.tree;
  const Candidate& candidate = joined_[k];
  const Token& head = tree[candidate.head];
  const SignPart type(candidate.type);
  Signs f(scene_.named);
  f.add({"bias"}), f.add({"type=", type}), f.add({"upos=", name(head.upos)}), f.add({"deprel=", name(head.deprel)});
  const SignPart by = candidate.by_rule     ? candidate.by_tagger ? SignPart("by=ruletag") : SignPart("by=rule")
                          : candidate.by_tagger ? SignPart("by=tag")
                                            : SignPart("by=");
  f.add_also_with(by, type);
  const Sentence& sentence = tree.document().sentences[head.sentence];
  const SignPart relevance = f.join({"relevance=", small_number(static_cast<int>(std::floor(std::clamp(sentence.relevance, -4.0f, 6.0f))))});
  f.add_also_with(relevance, by), f.add({relevance, ",", type});
  if (!scene_.event_words().types.empty()) add_tagger(f, k, by, relevance);
  f.add_also_with(f.join({"lemma=", head.lemma}), type);
  if (candidate.by_rule && candidate.code) {
    f.add({candidate.code->type == candidate.type ? SignPart("rule agrees") : SignPart("rule differs")});
    f.add({"rule=", candidate.code->type, ",", type});
  }
  if (!candidate.senses.empty()) f.add({"kind=", candidate.senses.front()->kind});
  f.add({candidate.source.empty() ? SignPart("no source") : SignPart("source")});
  f.add({candidate.target.empty() ? SignPart("no target") : SignPart("target")});
  if (candidate.source.empty() && candidate.target.empty()) f.add({"nobody"});
  f.add_also_with(f.join({"named=", small_number(names_someone(scene_, candidate.source) + names_someone(scene_, candidate.target))}), type);
  if (const Frame* frame = scene_.composer.frame_at(candidate.head)) {
    f.add({"tense=", frame->tense}), f.add({"modality=", frame->modality});
    if (frame->negated) f.add({"negated"});
    if (frame->governor != kNone) f.add({"governor=", tree[frame->governor].lemma});
  }
  if (!scene_.kind.empty()) f.add_also_with(f.join({"text=", scene_.kind}), type);
  add_form(f, candidate);
  add_neighbours(f, k);
  return f;
}

void EventSigns::add_tagger(Signs& f, size_t k, const SignPart& by, const SignPart& relevance) const {
  const EventWords& words = scene_.event_words();
  const Candidate& own = joined_[k];
  const Sentence& sentence = scene_.tree.document().sentences[sentence_of(own)];
  float any = 0, around = 0, sum = 0;
  for (uint32_t i = own.begin(); i < own.end(); ++i) any = std::max(any, words.any[i]);
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    sum += words.any[i];
    if (i < own.begin() || i >= own.end()) around = std::max(around, words.any[i]);
  }
  const SignPart odds = f.join({"own=", odds_bin(likely_[k])});
  f.add_also_with(odds, by), f.add({odds, ",", own.type}), f.add({odds, ",", relevance});
  f.add({"any=", odds_bin(any)}), f.add({"document=", bin(words.most)});
  f.add({"around=", bin(around)}), f.add({"sum=", small_number(static_cast<int>(std::min(sum, 9.0f)))});
}

// How the words stand in their sentence, and who takes part.
void EventSigns::add_form(Signs& f, const Candidate& candidate) const {
  const Tree& tree = scene_.tree;
  const Token& head = tree[candidate.head];
  const SignPart type = f.join({",", candidate.type});
  f.add({place_in_text(tree.document(), head.sentence, f)});
  if (is_noun(head)) {
    const SignPart with = f.join({"article=", article(tree, candidate.head)});
    f.add_also_with(with, head.lemma), f.add({with, type});
  }
  if (head.head < tree.size()) {
    const Token& above = tree[head.head];
    f.add({"above=", above.lemma}), f.add({"above ", name(above.upos), " ", name(head.deprel)});
    for (const std::string_view cls : scene_.knowledge.classes_of(above.lemma)) f.add({"above class ", cls});
  }
  for (const uint32_t child : tree.children(candidate.head)) {
    const Token& below = tree[child];
    if (!is_noun(below) && !is_verb(below)) continue;
    const SignPart link = f.join({name(below.deprel), " ", tree.marker(child)});
    f.add({"below=", link, type}), f.add({"below=", link, " ", below.lemma});
    for (const std::string_view cls : scene_.knowledge.classes_of(below.lemma)) f.add({"below class ", link, " ", cls, type});
  }
  const auto say = [&](const SignPart& role, const std::vector<uint32_t>& heads) {
    for (const uint32_t party : heads) {
      f.add({role, " kind=", scene_.parties.kind(party), type});
      if (const auto& parties = scene_.parties.read_alone(party); !parties.empty()) f.add({role, " sector=", parties.front().sector, type});
    }
  };
  say("source", candidate.source), say("target", candidate.target);
}

bool EventSigns::same_words(const Candidate& a, const Candidate& b) const { return scene_.tree[a.head].lemma == scene_.tree[b.head].lemma; }

// Other candidates: those above and below in the tree, and those before that may tell of the same event.
void EventSigns::add_neighbours(Signs& f, size_t k) const {
  const Tree& tree = scene_.tree;
  const Candidate& own = joined_[k];
  const SignPart type(own.type);
  uint32_t token = tree[own.head].head;
  for (int depth = 0; depth < kMaximalDepth && token < tree.size(); ++depth, token = tree[token].head) {
    const uint32_t other = holder_of_[token];
    if (other == kNone || same_span(joined_[other], own)) continue;
    const SignPart over = f.join({"over=", joined_[other].type});
    f.add_also_with(over, type), f.add({over, ",", odds_bin(likely_[other])});
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
  const SignPart again = f.join({"again=", same, "/", before});
  f.add_also_with(again, type), f.add({again, ",", name(tree[own.head].upos)});
  if (is_noun(tree[own.head])) f.add({again, ",", article(tree, own.head)});
}

}  // namespace gesta
