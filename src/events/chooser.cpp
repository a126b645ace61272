#include "events/chooser.h"

#include <algorithm>
#include <array>

namespace gesta {
namespace {

constexpr double kEvent = 0.5;       // keep a candidate from this probability on (chosen on dev)
constexpr float kUntrained = 0.25f;  // without chooser: probability of the tagger that a rule alone needs
constexpr double kRole = 0.5;        // a role is given when it is likelier than this part of `none`
constexpr double kSecond = 2.0;      // a further phrase in the same role (conjuncts are one phrase)
constexpr uint32_t kMostOptions = 24, kNear = 5;

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

std::string bin(float p) { return std::to_string(static_cast<int>(p * 9.99f)); }

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

// Relations from the event's head to a word, up with '^', down with the relation and its marker: "^conj nsubj", "obl:with".
std::string path(const Tree& tree, uint32_t from, uint32_t to) {
  std::vector<uint32_t> up_from, up_to;
  for (uint32_t at = from; at < tree.size() && up_from.size() < 16; at = tree[at].head) up_from.push_back(at);
  for (uint32_t at = to; at < tree.size() && up_to.size() < 16; at = tree[at].head) {
    up_to.push_back(at);
    if (std::find(up_from.begin(), up_from.end(), at) != up_from.end()) break;
  }
  if (up_to.empty()) return "far";
  const auto meet = std::find(up_from.begin(), up_from.end(), up_to.back());
  if (meet == up_from.end()) return "far";
  const auto steps = static_cast<size_t>(meet - up_from.begin());
  if (steps + up_to.size() > 6) return "far";
  std::string out;
  for (size_t i = 0; i < steps; ++i) out += "^" + std::string(name(tree[up_from[i]].deprel)) + " ";
  for (size_t i = up_to.size() - 1; i-- > 0;) {
    const Token& token = tree[up_to[i]];
    out += std::string(name(token.deprel));
    if (base(token.deprel) == Deprel::obl || base(token.deprel) == Deprel::nmod) out += ":" + std::string(tree.marker(up_to[i]));
    out += " ";
  }
  return out;
}

bool passive(const Tree& tree, uint32_t head) { return tree.child(head, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::obl_agent}) != kNone; }

}  // namespace

Chooser Chooser::load(const std::string& folder) {
  Chooser chooser;
  chooser.model_ = LinearModel::load(folder + "/chooser.txt");
  return chooser;
}

// Each span of the tagger takes the rule candidate it touches: of its own type if there is one, else for its parties alone.
std::vector<Candidate> Chooser::join(const Scene& scene, std::vector<Candidate> by_rule) const {
  std::vector<Candidate> joined;
  std::vector<bool> used(by_rule.size());
  for (const EventSpan& span : scene.event_words().spans) {
    size_t found = by_rule.size();
    for (size_t i = 0; i < by_rule.size(); ++i)
      if (!used[i] && touches(by_rule[i], span) && (found == by_rule.size() || (by_rule[i].type == span.type && by_rule[found].type != span.type)))
        found = i;
    Candidate candidate = found < by_rule.size() ? by_rule[found] : scene.composer.unknown(content_word(scene.tree, head_of_span(scene.tree, span)));
    if (found < by_rule.size()) used[found] = true;
    candidate.by_tagger = true;
    candidate.type = span.type, candidate.root = span.root;
    candidate.first = span.first, candidate.last = span.last;
    candidate.confidence = span.probability;
    joined.push_back(std::move(candidate));
  }
  for (size_t i = 0; i < by_rule.size(); ++i)
    if (!used[i]) joined.push_back(std::move(by_rule[i]));
  std::stable_sort(joined.begin(), joined.end(), [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
  return joined;
}

std::vector<Candidate> Chooser::choose(const Scene& scene, std::vector<Candidate> by_rule) const {
  std::vector<Candidate> chosen;
  for (Candidate& candidate : join(scene, std::move(by_rule))) {
    if (!is_event(scene, candidate)) continue;
    choose_code(scene, candidate);
    if (!candidate.code) continue;
    choose_roles(scene, candidate);
    chosen.push_back(std::move(candidate));
  }
  return chosen;
}

bool Chooser::is_event(const Scene& scene, Candidate& candidate) const {
  if (!model_.has("event")) {
    if (candidate.by_tagger || scene.event_words().types.empty()) return true;
    return scene.event_words().probability(candidate.head, candidate.type) >= kUntrained;
  }
  const auto features = event_features(scene, candidate);
  candidate.confidence = model_.probabilities("event", features, {"yes", "no"})[0];
  candidate.reasons = model_.reasons("event", "yes", features, 5);
  return candidate.confidence >= kEvent;
}

void Chooser::choose_code(const Scene& scene, Candidate& candidate) const {
  const Code* by_rule = candidate.by_rule && candidate.code && candidate.code->type == candidate.type ? candidate.code : nullptr;
  if (!by_rule && candidate.by_rule) by_rule = code_of_type(scene.knowledge, candidate.type, candidate.matter);
  if (by_rule && by_rule != candidate.code) candidate.code = by_rule, candidate.act = by_rule->act;
  if (model_.has("code")) {
    std::vector<std::string> codes;
    for (const std::string& label : model_.labels("code"))
      if (const Code* code = scene.knowledge.cameo(label); code && code->type == candidate.type) codes.push_back(label);
    if (by_rule && std::find(codes.begin(), codes.end(), by_rule->cameo) == codes.end()) codes.emplace_back(by_rule->cameo);
    const auto p = model_.probabilities("code", code_features(scene, candidate), codes);
    const auto best = static_cast<size_t>(std::max_element(p.begin(), p.end()) - p.begin());
    if (!codes.empty() && !(by_rule && by_rule->cameo == codes[best])) candidate.code = scene.knowledge.cameo(codes[best]);
  } else if (!by_rule) {
    candidate.code = nullptr;
    for (const TypeCode& entry : kTypeCodes)
      if (entry.type == candidate.type && (!candidate.code || entry.root == candidate.root))
        if (const Code* code = scene.knowledge.cameo(entry.cameo)) candidate.code = code;
  }
  if (candidate.code && candidate.code != by_rule) candidate.act = candidate.code->act, candidate.matter = candidate.code->matter;
}

void Chooser::choose_roles(const Scene& scene, Candidate& candidate) const {
  if (!model_.has("role")) return;
  struct Choice {
    double p;  // how much likelier than `none`
    bool source;
    uint32_t head;
  };
  std::vector<Choice> choices;
  for (const RoleOption& option : role_options(scene, candidate)) {
    const auto p = model_.probabilities("role", option.features, {"source", "target", "none"});
    choices.push_back({std::max(p[0], p[1]) / std::max(p[2], 1e-9), p[0] > p[1], option.head});
  }
  std::stable_sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.p > b.p; });
  std::vector<uint32_t> source, target;
  for (const Choice& choice : choices) {
    auto& role = choice.source ? source : target;
    const bool part = std::any_of(role.begin(), role.end(), [&](uint32_t other) {  // "Egypt" of "Egypt's minister"
      return scene.tree.under(choice.head, other) || scene.tree.under(other, choice.head);
    });
    if (choice.p > (role.empty() ? kRole : kSecond) && !part) role.push_back(choice.head);
  }
  candidate.source = std::move(source), candidate.target = std::move(target);
}

// ---- features ----
std::vector<std::string> Chooser::event_features(const Scene& scene, const Candidate& candidate) const {
  const Tree& tree = scene.tree;
  const Token& head = tree[candidate.head];
  const std::string type(candidate.type);
  std::vector<std::string> f = {"bias", "type=" + type, "upos=" + std::string(name(head.upos)), "deprel=" + std::string(name(head.deprel))};
  const std::string who = std::string(candidate.by_rule ? "rule" : "") + (candidate.by_tagger ? "tag" : "");
  f.push_back("by=" + who);
  f.push_back("by=" + who + "," + type);
  if (const EventWords& words = scene.event_words(); !words.types.empty()) {
    float own = 0, any = 0;
    const uint32_t first = candidate.by_tagger ? candidate.first : candidate.head, last = candidate.by_tagger ? candidate.last : candidate.head + 1;
    for (uint32_t i = first; i < last; ++i) own = std::max(own, words.probability(i, candidate.type)), any = std::max(any, words.any[i]);
    f.push_back("own=" + bin(own)), f.push_back("any=" + bin(any)), f.push_back("document=" + bin(words.most));
    f.push_back("own=" + bin(own) + ",by=" + who);
  }
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
  if (const Frame* frame = scene.composer.frame_at(candidate.head)) {
    f.push_back("tense=" + frame->tense), f.push_back("modality=" + frame->modality);
    if (frame->negated) f.push_back("negated");
    if (frame->governor != kNone) f.push_back("governor=" + std::string(tree[frame->governor].lemma));
  }
  return f;
}

std::vector<std::string> Chooser::code_features(const Scene& scene, const Candidate& candidate) const {
  const Tree& tree = scene.tree;
  std::vector<std::string> f = {"bias", "root=" + std::string(candidate.root), "head=" + std::string(tree[candidate.head].lemma)};
  if (candidate.by_rule && candidate.code) {
    f.push_back("rule=" + std::string(candidate.code->cameo));
    f.push_back("matter=" + candidate.matter);
  }
  const uint32_t sentence = tree[candidate.head].sentence;
  uint32_t first = candidate.head, last = candidate.head + 1;
  for (const uint32_t token : candidate.tokens) first = std::min(first, token), last = std::max(last, token + 1);
  if (candidate.by_tagger) first = std::min(first, candidate.first), last = std::max(last, candidate.last);
  for (uint32_t i = first >= kNear ? first - kNear : 0; i < std::min(last + kNear, tree.size()); ++i) {
    if (tree[i].sentence != sentence || tree[i].upos == Upos::PUNCT || tree[i].upos == Upos::DET) continue;
    f.push_back((i >= first && i < last ? "in=" : "near=") + std::string(tree[i].lemma));
    if (i >= first && i + 1 < last) f.push_back("pair=" + std::string(tree[i].lemma) + "_" + std::string(tree[i + 1].lemma));
  }
  for (const uint32_t source : candidate.source) f.push_back("source kind=" + std::string(scene.parties.kind(source)));
  for (const uint32_t target : candidate.target) f.push_back("target kind=" + std::string(scene.parties.kind(target)));
  std::sort(f.begin(), f.end());
  f.erase(std::unique(f.begin(), f.end()), f.end());
  return f;
}

std::vector<RoleOption> Chooser::role_options(const Scene& scene, const Candidate& candidate) const {
  const Tree& tree = scene.tree;
  const uint32_t sentence = tree[candidate.head].sentence;
  const std::string type(candidate.type), voice = passive(tree, candidate.head) ? "passive " : "active ";
  std::vector<uint32_t> heads;
  const auto add = [&](uint32_t head) {
    if (std::find(heads.begin(), heads.end(), head) == heads.end() && heads.size() < kMostOptions && scene.parties.names_actor(head))
      heads.push_back(head);
  };
  for (const uint32_t head : candidate.source) add(head);
  for (const uint32_t head : candidate.target) add(head);
  const Sentence& range = tree.document().sentences[sentence];
  for (uint32_t i = range.first; i < range.last; ++i)
    if ((is_nominal(tree[i]) || tree[i].xpos == "PRP$" || tree[i].deprel == Deprel::amod) && tree[i].deprel != Deprel::conj &&
        base(tree[i].deprel) != Deprel::flat && tree[i].deprel != Deprel::appos)
      add(i);
  std::vector<RoleOption> options;
  for (const uint32_t head : heads) {
    const bool is_source = std::find(candidate.source.begin(), candidate.source.end(), head) != candidate.source.end();
    const bool is_target = std::find(candidate.target.begin(), candidate.target.end(), head) != candidate.target.end();
    const std::string rule = is_source ? "source" : is_target ? "target" : "none", way = path(tree, candidate.head, head);
    const auto parties = scene.parties.read(head);
    RoleOption option;
    option.head = head;
    const std::string basis = std::string(candidate.by_rule ? "sense " : "default ") + rule;
    option.features = {"bias",
                       "rule=" + rule,
                       "rule=" + basis,
                       "rule=" + rule + "," + type,
                       "path=" + voice + way,
                       "path=" + voice + way + "," + type,
                       "path=" + voice + way + "," + rule,
                       std::string(head < candidate.head ? "before" : "after") + "," + type,
                       "kind=" + std::string(scene.parties.kind(head)),
                       "deprel=" + std::string(name(tree[head].deprel)),
                       "deprel=" + std::string(name(tree[head].deprel)) + "," + std::string(name(tree[candidate.head].upos))};
    option.features.push_back("path=" + way + ",lemma=" + std::string(tree[candidate.head].lemma));
    option.features.push_back("marker=" + std::string(tree.marker(head)) + "," + type);
    if (!parties.empty()) option.features.push_back("sector=" + parties.front().sector + "," + type);
    if (tree[head].sentence != sentence) option.features.push_back("other sentence");
    if (candidate.by_tagger && head >= candidate.first && head < candidate.last) option.features.push_back("inside," + type);
    if (tree[head].upos == Upos::PRON) option.features.push_back("pronoun");
    if (candidate.source.empty()) option.features.push_back("sourceless,path=" + way);
    options.push_back(std::move(option));
  }
  return options;
}

}  // namespace gesta
