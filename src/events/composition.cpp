#include "events/composition.h"

#include <algorithm>
#include <array>

#include "base/lists.h"

namespace gesta {
namespace {

// Acts that only speak of their matter: the matter is not told as a fact.
constexpr std::array<std::string_view, 10> kSpeaksOf = {"appeal", "intend",    "demand", "reject", "threaten",
                                                        "stop",   "ultimatum", "veto",   "defy",   "state"};
constexpr std::string_view kVerbSource = "subj", kVerbTarget = "obj", kNounSource = "prep:between+poss+prep:by+compound+amod+subj",
                           kNounTarget = "prep:of+prep:against+prep:on+prep:to+prep:with";
constexpr std::string_view kVerbTopic = "xcomp+ccomp+obj+prep:for+prep:to+prep:of", kNounTopic = "comp+prep:for+prep:of+prep:to";
constexpr int kDepth = 6;

// The acts that lead to a type of their own whatever the matter: "will free the prisoners" is the freeing, promised.
struct TypeAct {
  std::string_view type, act;
};
constexpr std::array<TypeAct, 8> kTypeActs = {{{"AGREE", "intend"},
                                               {"REQUEST", "appeal"},
                                               {"REJECT", "reject"},
                                               {"THREATEN", "threaten"},
                                               {"ACCUSE", "accuse"},
                                               {"SANCTION", "stop"},
                                               {"COERCE", "stop"},
                                               {"RETREAT", "stop"}}};

// "prep:for+obj" one by one.
template <class Visit>
void each_place(std::string_view places, Visit visit) {
  while (!places.empty()) {
    const size_t plus = places.find('+');
    if (visit(places.substr(0, plus))) return;
    if (plus == std::string_view::npos) return;
    places.remove_prefix(plus + 1);
  }
}

bool fills(std::string_view role, std::string_view place) {
  if (role == place) return true;
  if (place == "comp") return role == "xcomp" || role == "ccomp" || role == "prep:of" || role == "purpose";
  if (place == "xcomp") return role == "purpose";
  if (place == "agent") return role == "prep:by";
  return false;
}

bool empty_field(std::string_view field) { return field.empty() || field == "-"; }

}  // namespace

const Code* code_of(const Knowledge& knowledge, std::string_view act, std::string_view matter) {
  if (empty_field(act)) act = "do";
  if (empty_field(matter)) matter = "general";
  const std::string_view outer = act.substr(0, act.find('+'));
  for (const std::string_view one : {act, outer})
    for (const std::string_view what : {matter, std::string_view("general")})
      if (const Code* code = knowledge.code(one, what)) return code;
  return nullptr;
}

const Code* code_of_type(const Knowledge& knowledge, std::string_view type, std::string_view matter) {
  if (empty_field(matter)) return nullptr;
  for (const TypeAct& entry : kTypeActs)
    if (entry.type == type)
      if (const Code* code = knowledge.code(entry.act, matter); code && code->type == type) return code;
  return nullptr;
}

// What the predicate and the row of the table say.
Report with_code(const Code& code, uint32_t head, const Tree& tree) {
  Report report;
  report.head = head;
  report.sentence = tree[head].sentence;
  report.type = code.type, report.mode = code.mode, report.cameo = code.cameo, report.root = code.cameo.substr(0, 2);
  report.context.assign(code.context.begin(), code.context.end());
  report.quad = code.quad, report.goldstein = code.goldstein;
  return report;
}

Composer::Composer(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, const std::vector<Frame>& frames)
    : tree_(tree), knowledge_(knowledge), parties_(parties), frames_(frames), frame_of_(tree.size(), kNone), consumed_(tree.size()) {
  for (uint32_t i = 0; i < frames.size(); ++i) frame_of_[frames[i].predicate] = i;
}

const Frame* Composer::frame_at(uint32_t token) const {
  return token < frame_of_.size() && frame_of_[token] != kNone ? &frames_[frame_of_[token]] : nullptr;
}

// ---- senses ----
const Sense* Composer::sense_of(const Frame& frame) const {
  for (std::string lemma = frame.lemma;;) {
    for (const Sense& sense : knowledge_.senses(lemma, frame.pos))
      if (std::all_of(sense.require.begin(), sense.require.end(), [&](std::string_view r) { return holds(frame, r); })) return &sense;
    const size_t space = frame.pos == "n" ? lemma.find(' ') : lemma.rfind(' ');
    if (space == std::string::npos) return nullptr;
    lemma = frame.pos == "n" ? lemma.substr(space + 1) : lemma.substr(0, space);
  }
}

bool Composer::holds(const Frame& frame, std::string_view restriction) const {
  const bool negative = restriction.starts_with('-');
  if (negative) restriction.remove_prefix(1);
  const size_t equals = restriction.find('=');
  if (equals == std::string_view::npos) return true;
  const std::string_view cls = restriction.substr(equals + 1);
  std::vector<uint32_t> found;
  each_place(restriction.substr(0, equals), [&](std::string_view place) {
    const auto more = fillers(frame, place);
    found.insert(found.end(), more.begin(), more.end());
    return false;
  });
  if (cls == "none") return found.empty() != negative;
  const bool any = std::any_of(found.begin(), found.end(), [&](uint32_t head) { return belongs(head, cls); });
  return any != negative;
}

bool Composer::belongs(uint32_t head, std::string_view cls) const {
  for (const uint32_t one : tree_.conjuncts(head)) {
    if (cls == "any") return true;
    if (cls == "actor" && parties_.names_actor(one)) return true;
    const std::string_view kind = parties_.kind(one);
    if (kind == cls || knowledge_.in_class(tree_[one].lemma, cls)) return true;
    if (cls == "human" && kind == "person") return true;  // people by name
    if (const Frame* inner = frame_at(one); inner && knowledge_.in_class(inner->lemma, cls)) return true;
    for (const uint32_t c : tree_.children(one))  // "peace talks", "arms deal"
      if ((tree_[c].deprel == Deprel::compound || tree_[c].deprel == Deprel::amod) && c + 1 == one &&
          knowledge_.in_class(std::string(tree_[c].lemma) + " " + std::string(tree_[one].lemma), cls))
        return true;
  }
  return false;
}

Report told_in_passing(const Candidate& candidate, uint32_t noun, const Tree& tree, std::string_view how, std::string why) {
  constexpr double kConfidence = 0.5;
  Report report = with_code(*candidate.code, noun, tree);
  report.act = candidate.act, report.matter = candidate.matter, report.confidence = kConfidence;
  report.rule = std::string(candidate.senses.front()->where) + " + " + std::string(how), report.reasons = {std::move(why)};
  return report;
}

void insert_in_order(std::vector<Report>& reports, Report report) {
  const uint32_t begin = report.span.begin;
  const auto behind = std::find_if(reports.begin(), reports.end(), [&](const Report& other) { return other.span.begin > begin; });
  reports.insert(behind, std::move(report));
}

const Code* Composer::code_of_noun(uint32_t token) const {
  const Frame* frame = frame_at(token);
  const Sense* sense = frame && frame->pos == "n" ? sense_of(*frame) : nullptr;
  return sense && (sense->kind == "event" || sense->kind == "act") ? code_of(knowledge_, sense->act, sense->matter) : nullptr;
}

// "Lift the embargo | on Libya": what stands right behind the noun is the noun's, even where the tree hangs it from what governs it.
std::optional<Candidate> Composer::of_noun(uint32_t token) const {
  const Frame* own = frame_at(token);
  if (!own || own->pos != "n") return std::nullopt;
  Frame frame = *own;
  if (const uint32_t above = tree_[token].head; above < tree_.size())
    for (const uint32_t c : tree_.children(above)) {
      const Deprel relation = base(tree_[c].deprel);
      if (c > token && (relation == Deprel::obl || relation == Deprel::nmod) && tree_.extent(c).first == token + 1)
        frame.arguments.push_back({"prep:" + std::string(tree_.marker(c)), c});
    }
  const Sense* sense = sense_of(frame);
  if (!sense || sense->kind != "event") return std::nullopt;
  Candidate candidate = plain(frame, *sense);
  candidate.code = code_of(knowledge_, candidate.act, candidate.matter);
  return candidate.code ? std::optional(std::move(candidate)) : std::nullopt;
}

// ---- arguments ----
std::vector<uint32_t> Composer::fillers(const Frame& frame, std::string_view place) const {
  std::vector<uint32_t> found;
  for (const Argument& argument : frame.arguments)
    if (fills(argument.role, place) && !among(found, argument.head)) found.push_back(argument.head);
  return found;
}

// The first place that names somebody.
std::vector<uint32_t> Composer::actors_at(const Frame& frame, std::string_view places) const {
  std::vector<uint32_t> found;
  if (empty_field(places)) return found;
  each_place(places, [&](std::string_view place) {
    for (const uint32_t head : fillers(frame, place))
      if (parties_.names_actor(head)) found.push_back(head);
    return !found.empty();
  });
  return found;
}

std::vector<uint32_t> Composer::source_of(const Frame& frame, const Sense& sense) const {
  auto found = actors_at(frame, !sense.source.empty() ? sense.source : frame.pos == "n" ? kNounSource : kVerbSource);
  if (!found.empty() || frame.pos != "n") return found;
  if (const uint32_t place = place_it_is_in(frame); place != kNone) {  // "the general was in Egypt on a visit"
    const uint32_t subject = tree_.child(place, {Deprel::nsubj});
    if (subject != kNone && parties_.names_actor(subject)) return {subject};
  }
  if (frame.governor == kNone) return found;
  // "flew home after talks with Putin": a noun without a doer of its own takes the subject of its verb.
  const Frame* verb = frame_at(frame.governor);
  if (verb && verb->pos == "v" && sense_of(*verb) == nullptr &&
      (tree_[frame.predicate].deprel == Deprel::obj || tree_[frame.predicate].deprel == Deprel::obl))
    return actors_at(*verb, "subj");
  return found;
}

// The place that the clause of a noun says somebody is in: Egypt in "was in Egypt on a visit".
uint32_t Composer::place_it_is_in(const Frame& frame) const {
  const uint32_t above = tree_[frame.predicate].head;
  if (above >= tree_.size() || base(tree_[frame.predicate].deprel) != Deprel::obl || tree_.child(above, {Deprel::cop}) == kNone) return kNone;
  return tree_.marker(above) == "in" && parties_.names_actor(above) ? above : kNone;
}

// "Was in Egypt on a visit", "arrived in Egypt on a visit": whom a visit without "to" goes to.
std::vector<uint32_t> Composer::visited(const Frame& frame) const {
  if (const uint32_t place = place_it_is_in(frame); place != kNone) return {place};
  const Frame* verb = base(tree_[frame.predicate].deprel) == Deprel::obl ? frame_at(frame.governor) : nullptr;
  return verb && verb->pos == "v" ? actors_at(*verb, "prep:in+prep:to") : std::vector<uint32_t>();
}

std::vector<uint32_t> Composer::target_of(const Frame& frame, const Sense& sense) const {
  const auto source = source_of(frame, sense);
  const std::string_view places = !sense.target.empty() ? sense.target : frame.pos == "n" ? kNounTarget : kVerbTarget;
  auto found = actors_at(frame, places);
  if (found.empty() && frame.pos == "v") found = actors_behind_object(frame, places);
  if (found.empty() && frame.pos == "n" && sense.matter == "meet.visit") found = visited(frame);
  std::erase_if(found, [&](uint32_t head) { return among(source, head); });
  return found;
}

// "lifted sanctions on Turkey", "cut ties with Cairo": the preposition hangs on the object, or the owner of what was taken stands before it.
std::vector<uint32_t> Composer::actors_behind_object(const Frame& frame, std::string_view places) const {
  std::vector<uint32_t> found;
  if (empty_field(places)) return found;
  for (const uint32_t object : fillers(frame, "obj"))
    for (const uint32_t c : tree_.children(object)) {
      if (base(tree_[c].deprel) != Deprel::nmod) continue;
      const std::string role = "prep:" + std::string(tree_.marker(c));
      bool fits = false;
      each_place(places, [&](std::string_view place) { return fits = fits || place == role; });
      if (fits && parties_.names_actor(c)) found.push_back(c);
    }
  return found;
}

// ---- composition ----
Candidate Composer::plain(const Frame& frame, const Sense& sense) const {
  Candidate candidate;
  candidate.head = frame.predicate;
  candidate.tokens = {frame.predicate};
  candidate.act = empty_field(sense.act) ? "do" : std::string(sense.act);
  candidate.matter = empty_field(sense.matter) ? "" : std::string(sense.matter);
  candidate.source = source_of(frame, sense);
  candidate.target = target_of(frame, sense);
  candidate.senses = {&sense};
  if (frame.pos == "v")
    for (const uint32_t object : fillers(frame, "obj"))
      if (object > frame.predicate) candidate.tokens.push_back(object);
  for (const uint32_t target : candidate.target)
    if (target > frame.predicate) candidate.tokens.push_back(target);
  return candidate;
}

Candidate Composer::unknown(uint32_t head) const {
  static const Sense kVerb{{}, "v", "event", {}, {}, {}, {}, {}, {}, {}, {}};
  static const Sense kNoun{{}, "n", "event", {}, {}, {}, {}, {}, {}, {}, {}};
  Candidate candidate;
  if (const Frame* frame = frame_at(head)) {
    candidate = plain(*frame, frame->pos == "v" ? kVerb : kNoun);
    if (candidate.target.empty()) candidate.target = actors_at(*frame, "iobj+prep:to+prep:with+prep:against+prep:on+prep:from");
  } else {
    Frame bare;
    bare.predicate = head, bare.pos = "n";
    for (const uint32_t c : tree_.children(head)) {
      if (tree_[c].deprel == Deprel::nmod_poss) bare.arguments.push_back({"poss", c});
      if (tree_[c].deprel == Deprel::compound) bare.arguments.push_back({"compound", c});
      if (tree_[c].deprel == Deprel::amod) bare.arguments.push_back({"amod", c});
      if (base(tree_[c].deprel) == Deprel::nsubj) bare.arguments.push_back({"subj", c});
      if (tree_[c].deprel == Deprel::nmod || tree_[c].deprel == Deprel::obl) bare.arguments.push_back({"prep:" + std::string(tree_.marker(c)), c});
    }
    bare.governor = kNone;
    candidate = plain(bare, kNoun);
  }
  std::erase_if(candidate.target, [&](uint32_t one) { return among(candidate.source, one); });
  candidate.act = "do", candidate.matter = "", candidate.senses.clear();
  return candidate;
}

const Frame* Composer::inner_frame(const Frame& frame, std::string_view places, uint32_t& filler) const {
  const Frame* found = nullptr;
  filler = kNone;
  each_place(places, [&](std::string_view place) {
    for (const uint32_t head : fillers(frame, place)) {
      if (head == frame.predicate) continue;
      if (filler == kNone && !parties_.names_actor(head)) filler = head;
      const Frame* inner = frame_at(head);
      if (inner && sense_of(*inner)) {
        found = inner, filler = head;
        return true;
      }
    }
    return false;
  });
  return found;
}

void Composer::consume(uint32_t filler) {
  std::vector<uint32_t> open = {filler};
  for (size_t at = 0; at < open.size() && open.size() <= tree_.size(); ++at) {
    consumed_[open[at]] = true;
    for (const uint32_t c : tree_.children(open[at]))
      if (tree_[c].deprel != Deprel::acl_relcl && tree_[c].deprel != Deprel::parataxis && tree_[c].deprel != Deprel::appos) open.push_back(c);
  }
}

// The noun that a sense asks for ("lift" + sanctions) is part of its event, no event of its own.
void Composer::consume_object(const Frame& frame, const Sense& sense) {
  const bool asked = std::any_of(sense.require.begin(), sense.require.end(), [](std::string_view r) { return r.starts_with("obj="); });
  if (!asked) return;
  for (const uint32_t object : fillers(frame, "obj")) consumed_[object] = true;
}

std::optional<Candidate> Composer::act(const Frame& frame, const Sense& sense, int depth) {
  Candidate outer = plain(frame, sense);
  const std::string_view places = !sense.topic.empty() ? sense.topic : frame.pos == "v" ? kVerbTopic : kNounTopic;
  uint32_t filler = kNone;
  const Frame* inner = inner_frame(frame, places, filler);
  std::optional<Candidate> matter;
  if (inner && inner->predicate != frame.predicate) matter = compose(*inner, depth + 1);
  if (matter) {
    if (outer.act == "do")
      outer.act = matter->act;
    else if (matter->act != "do")
      outer.act += "+" + matter->act;
    if (!matter->matter.empty()) outer.matter = matter->matter;
    outer.tokens.insert(outer.tokens.end(), matter->tokens.begin(), matter->tokens.end());
    outer.senses.insert(outer.senses.end(), matter->senses.begin(), matter->senses.end());
    if (outer.target.empty()) {
      const bool asks = outer.act.starts_with("appeal") || outer.act.starts_with("demand");
      outer.target = asks && !matter->source.empty() ? matter->source : matter->target;
      std::erase_if(outer.target, [&](uint32_t head) { return among(outer.source, head); });
    }
  }
  if (filler != kNone) {
    outer.tokens.push_back(filler);
    if (among(kSpeaksOf, std::string_view(outer.act).substr(0, outer.act.find('+')))) consume(filler);
  }
  return outer;
}

std::optional<Candidate> Composer::light(const Frame& frame, const Sense& sense, int depth) {
  uint32_t filler = kNone;
  const Frame* inner = inner_frame(frame, sense.topic.empty() ? "obj+prep:in+prep:into+prep:on" : sense.topic, filler);
  if (!inner || inner->pos == "v") return std::nullopt;  // verbs have their own subject by control
  auto event = compose(*inner, depth + 1);
  if (!event) return std::nullopt;
  consumed_[inner->predicate] = true;
  const auto source = actors_at(frame, sense.source.empty() ? kVerbSource : sense.source);
  if (!source.empty()) event->source = source;
  std::erase_if(event->target, [&](uint32_t head) { return among(event->source, head); });
  if (event->target.empty()) event->target = actors_at(frame, sense.target.empty() ? "iobj+prep:with+prep:on+prep:against+prep:to" : sense.target);
  event->tokens.push_back(frame.predicate);
  event->senses.insert(event->senses.begin(), &sense);
  event->head = frame.predicate;
  if (!empty_field(sense.act) && sense.kind != "light") event->act = sense.act;
  return event;
}

std::optional<Candidate> Composer::compose(const Frame& frame, int depth) {
  if (depth > kDepth) return std::nullopt;
  const Sense* sense = sense_of(frame);
  if (!sense || sense->kind == "none" || sense->kind == "report") return std::nullopt;
  if (sense->kind == "event") {
    if (frame.pos == "v") consume_object(frame, *sense);
    return plain(frame, *sense);
  }
  if (sense->kind == "matter") return depth > 0 ? std::optional(plain(frame, *sense)) : std::nullopt;  // "aid" alone is no deed
  if (sense->kind == "act") return act(frame, *sense, depth);
  if ((sense->kind == "desire" || sense->kind == "implicative") && !empty_field(sense->act)) return act(frame, *sense, depth);
  if (depth > 0) {  // inside an act: "agreed to start sending arms" is about the arms
    uint32_t filler = kNone;
    const Frame* inner = inner_frame(frame, sense->topic.empty() ? "xcomp+obj+prep:from+prep:in" : sense->topic, filler);
    if (inner && inner->pos == "v") return compose(*inner, depth + 1);
  }
  auto found = light(frame, *sense, depth);
  // "met with anger" has its event in the noun; in "met with the president" there is none, and the verb by itself is asked.
  const size_t space = sense->lemma.find(' ');
  if (found || sense->kind != "light" || frame.pos != "v" || space == std::string::npos || space != sense->lemma.rfind(' ')) return found;
  Frame shorter = frame;
  shorter.lemma = sense->lemma.substr(0, space);
  return compose(shorter, depth + 1);
}

// "will send food" promises, "will not send food" refuses, "must send food" demands; meetings to come stay meetings (status says so).
std::string_view Composer::act_of_mood(const Frame& frame, const Candidate& candidate) const {
  if (frame.pos != "v" || candidate.act != "do" || !candidate.code || frame.passive) return {};
  const std::string_view cameo = candidate.code->cameo;
  if (cameo < "05" || cameo >= "09") return {};
  if (frame.modality == "must") return "demand";
  const bool ahead = frame.tense == "future" || frame.modality == "would" || frame.modality == "will";
  if (!ahead) return {};
  return frame.negated ? "reject" : "intend";
}

// "Agreed", "agreed on condition that", "declined": what was agreed or declined stands before.
bool Composer::elliptic(const Candidate& candidate) const {
  const Frame* frame = frame_at(candidate.head);
  if (!frame || frame->pos != "v" || !candidate.matter.empty() || (candidate.act != "intend" && candidate.act != "reject")) return false;
  bool content = false;
  for (const std::string_view place : {"xcomp", "ccomp", "obj", "prep:to", "prep:on", "prep:with"})
    for (const uint32_t head : fillers(*frame, place)) {
      if (tree_[head].lemma == "condition") return true;
      content = true;
    }
  return !content;
}

// An answer takes its matter from the request that it answers ("Egypt asked Russia for arms. Moscow agreed"), a change of mind from what it changes.
void Composer::answer(std::vector<Candidate>& found) const {
  const auto country = [&](const std::vector<uint32_t>& heads) -> std::string {
    if (heads.empty()) return {};
    const auto& parties = parties_.read_alone(heads.front());
    return parties.empty() ? std::string() : parties.front().country;
  };
  for (size_t k = 1; k < found.size(); ++k) {
    Candidate& own = found[k];
    if (!elliptic(own)) continue;
    const std::string whose = country(own.source);
    for (size_t j = k; j-- > 0 && !whose.empty() && tree_[own.head].sentence - tree_[found[j].head].sentence <= 1;) {
      const Candidate& before = found[j];
      if (before.matter.empty()) continue;
      const bool asks = before.act.starts_with("appeal") || before.act.starts_with("demand");
      const bool turns = (before.act == "reject" || before.act == "intend") && before.act != own.act;
      if (!(asks && country(before.target) == whose) && !(turns && country(before.source) == whose)) continue;
      const Code* code = code_of(knowledge_, own.act, before.matter);
      if (!code || code->type != own.type) continue;
      own.matter = before.matter, own.code = code;
      if (own.target.empty()) own.target = asks ? before.source : before.target;
      break;
    }
  }
}

std::vector<Candidate> Composer::compose() {
  std::vector<Candidate> found;
  std::vector<uint32_t> order;  // governors before what they govern
  for (uint32_t i = 0; i < frames_.size(); ++i) order.push_back(i);
  const auto depth_of = [&](uint32_t frame) {
    int depth = 0;
    for (uint32_t at = frames_[frame].predicate; at < tree_.size() && depth < kMaximalDepth; at = tree_[at].head) ++depth;
    return depth;
  };
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return depth_of(a) < depth_of(b); });
  for (const uint32_t i : order) {
    if (consumed_[frames_[i].predicate]) continue;
    auto candidate = compose(frames_[i], 0);
    if (!candidate) continue;
    candidate->code = code_of(knowledge_, candidate->act, candidate->matter);
    if (const auto act = act_of_mood(frames_[i], *candidate); !act.empty()) {
      candidate->act = act;
      candidate->code = code_of(knowledge_, candidate->act, candidate->matter);
    }
    if (!candidate->code || candidate->code->type.empty() || candidate->code->type == "-") continue;
    candidate->type = candidate->code->type;
    candidate->by_rule = true;
    found.push_back(std::move(*candidate));
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
  answer(found);
  return found;
}

}  // namespace gesta
