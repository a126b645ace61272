#include "events/chooser.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "events/event_signs.h"

namespace gesta {
namespace {

// Keep a candidate from this probability on. Articles bear a lower one, but a higher one for what maps show, where a false pin does more harm.
constexpr double kEvent = 0.42, kOfArticle = 0.30, kOnMap = 0.55;
// A text of so many sentences in which no candidate reaches this has none at all. Who codes a sentence alone has picked it.
constexpr size_t kText = 3;
constexpr double kSure = 0.50;
constexpr float kOther = 0.04f;  // weigh a type for which the tagger sees so much

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

std::vector<Candidate> Chooser::choose(const Scene& scene, const CodeTable& code_table, std::vector<Candidate> by_rule) const {
  std::vector<Candidate> chosen;
  const CodeChooser codes(scene, code_table, model_);
  RoleChooser roles(scene.tree, scene.parties, scene.composer, model_, scene.named);
  for (Candidate& candidate : events(scene, join(scene, std::move(by_rule)))) {
    codes.choose(candidate);
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
  const bool article = is_article(scene.tree);
  const std::array labels = {model_.label("event"), article ? model_.label("event in articles") : LinearModel::kNoLabel};
  std::vector<Candidate> kept;
  for (size_t first = 0; first < joined.size();) {
    size_t last = first, best = first;
    double sum = 1;
    Signs of_best;
    for (; last < joined.size() && same_span(joined[first], joined[last]); ++last) {
      auto own = signs.of(last);
      const auto scores = model_.scores(labels, own);
      joined[last].confidence = std::exp((scores[0] + scores[1]) / 1000.0);
      sum += joined[last].confidence;
      if (last == first || joined[last].confidence > joined[best].confidence) best = last, of_best = std::move(own);
    }
    Candidate& candidate = joined[best];
    candidate.confidence /= sum;
    const bool mapped = candidate.type == "ASSAULT" || candidate.type == "PROTEST";
    if (candidate.confidence >= (!article ? kEvent : mapped ? kOnMap : kOfArticle)) {
      if (scene.named) candidate.reasons.push_back("event: " + model_.reasons({labels[0], labels[1]}, of_best, 5));
      kept.push_back(std::move(candidate));
    }
    first = last;
  }
  const bool doubtful = std::all_of(kept.begin(), kept.end(), [](const Candidate& one) { return one.confidence < kSure; });
  if (doubtful && scene.tree.document().sentences.size() >= kText) kept.clear();
  return kept;
}

}  // namespace gesta
