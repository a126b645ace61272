#include "events/chooser.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/lists.h"
#include "events/event_signs.h"

namespace gesta {
namespace {

// Keep a candidate from this probability on. Articles bear a lower one, but a higher one for what maps show, where a false pin does more harm.
constexpr double kEvent = 0.42, kOfArticle = 0.30, kOnMap = 0.55;
// A text of so many sentences in which no candidate reaches this has none at all. Who codes a sentence alone has picked it.
constexpr size_t kText = 3;
constexpr double kSure = 0.50;
constexpr float kOther = 0.04f;  // weigh a type for which the tagger sees so much
constexpr uint32_t kNear = 5;

// The code that a type has most often, for when neither rule nor model tells: CAMEO root, then code.
struct TypeCode {
  std::string_view type, root, cameo;
};
constexpr std::array<TypeCode, 23> kTypeCodes = {
    {{"ACCUSE", "11", "111"},   {"ACCUSE", "09", "090"},   {"AGREE", "03", "030"},   {"AID", "07", "070"},       {"ASSAULT", "19", "190"},
     {"ASSAULT", "18", "180"},  {"ASSAULT", "17", "175"},  {"ASSAULT", "20", "202"}, {"COERCE", "17", "173"},    {"COERCE", "16", "163"},
     {"COERCE", "19", "192"},   {"CONCEDE", "08", "0831"}, {"CONSULT", "04", "040"}, {"COOPERATE", "06", "060"}, {"MOBILIZE", "15", "154"},
     {"PROTEST", "14", "141"},  {"REJECT", "12", "120"},   {"REQUEST", "02", "020"}, {"REQUEST", "10", "100"},   {"RETREAT", "08", "0874"},
     {"SANCTION", "16", "160"}, {"SUPPORT", "05", "051"},  {"THREATEN", "13", "130"}}};

uint32_t head_of_span(const Tree& tree, const EventSpan& span) {
  for (uint32_t i = span.first; i < span.last; ++i) {
    const uint32_t head = tree[i].head;
    if ((head == kNone || head < span.first || head >= span.last) && tree[i].upos != Upos::PUNCT && tree[i].upos != Upos::ADP &&
        tree[i].upos != Upos::DET)
      return i;
  }
  return span.first;
}

// An auxiliary or particle cut off from its verb stands for it.
uint32_t content_word(const Tree& tree, uint32_t token) {
  for (int depth = 0; depth < 3; ++depth) {
    const bool empty =
        tree[token].upos == Upos::AUX || tree[token].upos == Upos::PART || tree[token].upos == Upos::ADV || tree[token].upos == Upos::ADP;
    if (!empty || tree[token].head >= tree.size()) return token;
    token = tree[token].head;
  }
  return token;
}

bool touches(const Candidate& candidate, const EventSpan& span) {
  const auto inside = [&](uint32_t token) { return token >= span.first && token < span.last; };
  return inside(candidate.head) || std::any_of(candidate.tokens.begin(), candidate.tokens.end(), inside);
}

}  // namespace

Chooser Chooser::load(const std::string& folder) {
  Chooser chooser;
  chooser.model_ = LinearModel::load(folder + "/chooser.txt.zst");
  return chooser;
}

namespace {

// The types that the words of a span may carry: that of the decoding, then others that are likely enough.
std::vector<std::pair<std::string_view, float>> types_of(const EventWords& words, const EventSpan& span) {
  std::vector<std::pair<std::string_view, float>> types = {{span.type, span.probability}};
  for (const std::string_view type : words.types) {
    float sum = 0;
    for (uint32_t i = span.first; i < span.last; ++i) sum += words.probability(i, type);
    const float mean = sum / static_cast<float>(span.last - span.first);
    if (type != span.type && mean >= kOther) types.emplace_back(type, mean);
  }
  return types;
}

}  // namespace

Candidate Chooser::given(const Scene& scene, const std::vector<Candidate>& by_rule, const EventSpan& span) const {
  const Candidate* rule = nullptr;
  for (const Candidate& one : by_rule)
    if (touches(one, span) && (rule == nullptr || (one.type == span.type && rule->type != span.type))) rule = &one;
  Candidate candidate = rule ? *rule : scene.composer.unknown(content_word(scene.tree, head_of_span(scene.tree, span)));
  candidate.by_tagger = true, candidate.type = span.type, candidate.root = span.root;
  candidate.first = span.first, candidate.last = span.last;
  return candidate;
}

// Each span of the tagger takes the rule candidate it touches: of its own type if there is one, else for its parties alone. A span that may be of
// several types gives a candidate for each.
std::vector<Candidate> Chooser::join(const Scene& scene, std::vector<Candidate> by_rule) const {
  std::vector<Candidate> joined;
  std::vector<bool> used(by_rule.size());
  for (const EventSpan& span : scene.event_words().spans) {
    std::vector<size_t> touched;
    for (size_t i = 0; i < by_rule.size(); ++i)
      if (!used[i] && touches(by_rule[i], span)) touched.push_back(i);
    for (const auto& [type, probability] : types_of(scene.event_words(), span)) {
      auto found = std::find_if(touched.begin(), touched.end(), [&, t = type](size_t i) { return by_rule[i].type == t; });
      if (found == touched.end()) found = touched.begin();
      Candidate candidate =
          found == touched.end() ? scene.composer.unknown(content_word(scene.tree, head_of_span(scene.tree, span))) : by_rule[*found];
      if (found != touched.end()) used[*found] = true;
      candidate.by_tagger = true;
      candidate.type = type, candidate.root = type == span.type ? span.root : std::string_view{};
      candidate.first = span.first, candidate.last = span.last, candidate.span = &span;
      candidate.confidence = probability;
      joined.push_back(std::move(candidate));
    }
  }
  for (size_t i = 0; i < by_rule.size(); ++i)
    if (!used[i]) joined.push_back(std::move(by_rule[i]));
  std::stable_sort(joined.begin(), joined.end(), [](const Candidate& a, const Candidate& b) { return a.begin() < b.begin(); });
  return joined;
}

std::vector<Candidate> Chooser::choose(const Scene& scene, std::vector<Candidate> by_rule) const {
  std::vector<Candidate> chosen;
  RoleChooser roles(scene.tree, scene.parties, scene.composer, model_);
  for (Candidate& candidate : events(scene, join(scene, std::move(by_rule)))) {
    choose_code(scene, candidate);
    if (!candidate.code) continue;
    if (roles.ready()) roles.choose(candidate);
    chosen.push_back(std::move(candidate));
  }
  return chosen;
}

// The candidates of one span exclude each other: a logit among them and none of them.
std::vector<Candidate> Chooser::events(const Scene& scene, std::vector<Candidate> joined) const {
  if (scene.event_words().types.empty() || !model_.has("event")) return joined;
  const EventSigns signs(scene, joined);
  const std::string_view besides = is_article(scene.tree) ? "event in articles" : "";
  std::vector<Candidate> kept;
  for (size_t first = 0; first < joined.size();) {
    size_t last = first, best = first;
    double sum = 1;
    std::vector<std::string> features;  // of the best
    for (; last < joined.size() && same_span(joined[first], joined[last]); ++last) {
      auto own = signs.of(last);
      joined[last].confidence = std::exp(model_.score("event", "yes", own) + model_.score(besides, "yes", own));
      sum += joined[last].confidence;
      if (last == first || joined[last].confidence > joined[best].confidence) best = last, features = std::move(own);
    }
    Candidate& candidate = joined[best];
    candidate.confidence /= sum;
    const bool mapped = candidate.type == "ASSAULT" || candidate.type == "PROTEST";
    if (candidate.confidence >= (besides.empty() ? kEvent : mapped ? kOnMap : kOfArticle)) {
      candidate.reasons.push_back("event: " + model_.reasons("event", "yes", features, 5, besides));
      kept.push_back(std::move(candidate));
    }
    first = last;
  }
  const bool doubtful = std::all_of(kept.begin(), kept.end(), [](const Candidate& one) { return one.confidence < kSure; });
  if (doubtful && scene.tree.document().sentences.size() >= kText) kept.clear();
  return kept;
}

// A code is told by itself and by what it shares with others: its act, its matter, the field of its matter ("aid" of "aid.military").
std::vector<double> Chooser::code_scores(const Scene& scene, const std::vector<std::string>& features, const std::vector<std::string>& codes) const {
  std::vector<std::string> acts, matters, fields;
  for (const std::string& label : codes) {
    const Code* code = scene.knowledge.cameo(label);
    acts.emplace_back(code->act), matters.emplace_back(code->matter), fields.emplace_back(code->matter.substr(0, code->matter.find('.')));
  }
  std::vector<double> sums = model_.scores("code", features, codes);
  for (const auto& [task, labels] : {std::pair("act", &acts), std::pair("matter", &matters), std::pair("field", &fields)}) {
    const auto more = model_.scores(task, features, *labels);
    for (size_t i = 0; i < sums.size(); ++i) sums[i] += more[i];
  }
  return sums;
}

void Chooser::choose_code(const Scene& scene, Candidate& candidate) const {
  const Code* by_rule = candidate.by_rule && candidate.code && candidate.code->type == candidate.type ? candidate.code : nullptr;
  if (!by_rule && candidate.by_rule) by_rule = code_of_type(scene.knowledge, candidate.type, candidate.matter);
  if (by_rule && by_rule != candidate.code) candidate.code = by_rule, candidate.act = by_rule->act;
  if (model_.has("code")) {
    std::vector<std::string> codes;
    for (const std::string& label : model_.labels("code"))
      if (const Code* code = scene.knowledge.cameo(label); code && code->type == candidate.type) codes.push_back(label);
    if (by_rule && !among(codes, by_rule->cameo)) codes.emplace_back(by_rule->cameo);
    const auto features = code_features(scene, candidate);
    const auto p = code_scores(scene, features, codes);
    const auto best = static_cast<size_t>(std::max_element(p.begin(), p.end()) - p.begin());
    if (!codes.empty() && !(by_rule && by_rule->cameo == codes[best])) candidate.code = scene.knowledge.cameo(codes[best]);
    if (!codes.empty()) candidate.reasons.push_back("code: " + model_.reasons("code", codes[best], features, 5));
  } else if (!by_rule) {
    candidate.code = nullptr;
    for (const TypeCode& entry : kTypeCodes)
      if (entry.type == candidate.type && (!candidate.code || entry.root == candidate.root))
        if (const Code* code = scene.knowledge.cameo(entry.cameo)) candidate.code = code;
  }
  if (candidate.code && candidate.code != by_rule) candidate.act = candidate.code->act, candidate.matter = candidate.code->matter;
}

// ---- features of the code ----
namespace {

void add_all(std::vector<std::string>& f, const std::string& place, const Scene& scene, uint32_t token) {
  const Token& word = scene.tree[token];
  f.push_back(place + std::string(word.lemma));
  for (const std::string_view cls : scene.knowledge.classes_of(word.lemma)) f.push_back(place + "class " + std::string(cls));
}

// What the lexicon says that a word can be, in any of its senses.
void add_senses(std::vector<std::string>& f, const std::string& place, const Scene& scene, uint32_t token) {
  const Upos upos = scene.tree[token].upos;
  const std::string_view pos = upos == Upos::VERB ? "v" : upos == Upos::ADJ ? "a" : "n";
  for (const Sense& sense : scene.knowledge.senses(scene.tree[token].lemma, pos)) {
    if (!sense.matter.empty() && sense.matter != "-") f.push_back(place + "matter " + std::string(sense.matter));
    if (!sense.act.empty() && sense.act != "-") f.push_back(place + "act " + std::string(sense.act));
  }
}

void add_parties(std::vector<std::string>& f, const Scene& scene, const Candidate& candidate) {
  const auto say = [&](const std::string& role, uint32_t head) -> std::string_view {
    f.push_back(role + " kind=" + std::string(scene.parties.kind(head)));
    const auto& parties = scene.parties.read_alone(head);
    if (parties.empty()) return {};
    f.push_back(role + " sector=" + parties.front().sector);
    return parties.front().country;
  };
  std::string_view source, target;
  for (const uint32_t head : candidate.source) source = say("source", head);
  for (const uint32_t head : candidate.target) target = say("target", head);
  if (!source.empty() && !target.empty()) f.push_back(source == target ? "same country" : "other country");
}

void add_frame(std::vector<std::string>& f, const Scene& scene, const Candidate& candidate) {
  const Frame* frame = scene.composer.frame_at(candidate.head);
  if (!frame) return;
  f.push_back("frame=" + frame->lemma);
  f.push_back("tense=" + frame->tense + (frame->negated ? " not " : " ") + frame->modality + (frame->passive ? " passive" : ""));
  if (frame->governor != kNone) f.push_back("governor=" + std::string(scene.tree[frame->governor].lemma));
}

}  // namespace

std::vector<std::string> Chooser::code_features(const Scene& scene, const Candidate& candidate) const {
  const Tree& tree = scene.tree;
  std::vector<std::string> f = {"bias", "root=" + std::string(candidate.root)};
  if (candidate.by_rule && candidate.code) {
    f.push_back("rule=" + std::string(candidate.code->cameo));
    f.push_back("matter=" + candidate.matter), f.push_back("act=" + candidate.act);
  }
  add_all(f, "head=", scene, candidate.head);
  const Sentence& sentence = tree.document().sentences[tree[candidate.head].sentence];
  uint32_t first = candidate.head, last = candidate.head + 1;
  for (const uint32_t token : candidate.tokens) first = std::min(first, token), last = std::max(last, token + 1);
  if (candidate.by_tagger) first = std::min(first, candidate.first), last = std::max(last, candidate.last);
  for (uint32_t i = std::max(sentence.first, first - std::min(first, kNear)); i < std::min({last + kNear, sentence.last, tree.size()}); ++i) {
    if (tree[i].upos == Upos::PUNCT || tree[i].upos == Upos::DET) continue;
    const bool inside = i >= first && i < last;
    add_all(f, inside ? "in=" : "near=", scene, i);
    add_senses(f, inside ? "in " : "near ", scene, i);
    if (inside && i + 1 < last) f.push_back("pair=" + std::string(tree[i].lemma) + "_" + std::string(tree[i + 1].lemma));
  }
  add_frame(f, scene, candidate);
  add_parties(f, scene, candidate);
  std::sort(f.begin(), f.end());
  f.erase(std::unique(f.begin(), f.end()), f.end());
  return f;
}

}  // namespace gesta
