// Reads frames from dependency trees (Universal Dependencies v2): every verb, and every noun and adjective the lexicon knows, with its
// arguments in the active-voice view. Subjects are found over control, raising, relative and participle clauses and coordination.
// Left out: gapping (orphan) and subjects across sentences.
#include <array>
#include <optional>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/events.h"
#include "events/tree.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 3> kSubjectControl = {"promise", "threaten", "vow"};  // "A promised B to leave": A leaves
constexpr std::array<std::string_view, 6> kModals = {"may", "might", "could", "would", "should", "must"};
constexpr std::array<std::string_view, 2> kFuture = {"will", "shall"};
constexpr std::array<std::string_view, 5> kNegators = {"not", "n't", "never", "no", "neither"};
constexpr std::array<Deprel, 9> kNotPredicates = {Deprel::aux,   Deprel::aux_pass,     Deprel::cop,  Deprel::case_, Deprel::mark,
                                                  Deprel::fixed, Deprel::compound_prt, Deprel::amod, Deprel::flat};

class FrameReader {
 public:
  FrameReader(const Tree& tree, const Knowledge& knowledge) : tree_(tree), knowledge_(knowledge) {}

  std::vector<Frame> read() const {
    std::vector<Frame> frames;
    for (uint32_t i = 0; i < tree_.size(); ++i)
      if (auto frame = read_at(i)) frames.push_back(std::move(*frame));
    std::vector<bool> is_predicate(tree_.size());
    for (const Frame& frame : frames) is_predicate[frame.predicate] = true;
    for (Frame& frame : frames) frame.governor = governor(frame.predicate, is_predicate);
    return frames;
  }

 private:
  std::optional<Frame> read_at(uint32_t i) const {
    const Token& token = tree_[i];
    if (among(kNotPredicates, token.deprel)) return std::nullopt;
    if (is_verb(token)) return verb_frame(i);
    if (token.upos == Upos::ADJ && !knowledge_.senses(token.lemma, "a").empty()) return nominal_frame(i, "a");
    if (!is_noun(token) || token.deprel == Deprel::compound) return std::nullopt;
    Frame frame = nominal_frame(i, "n");
    if (knowledge_.senses(frame.lemma, "n").empty()) return std::nullopt;
    return frame;
  }

  // ---- verbs ----
  Frame verb_frame(uint32_t verb) const {
    Frame frame;
    frame.predicate = verb;
    frame.pos = "v";
    frame.passive = passive(verb);
    frame.lemma = verb_lemma(verb);
    if (const uint32_t subject = deep_subject(verb, 0); subject != kNone) add(frame, "subj", subject);
    if (const uint32_t object = deep_object(verb, 0); object != kNone) add(frame, "obj", object);
    for (const uint32_t c : tree_.children(verb)) add_dependent(frame, c);
    share_with_conjuncts(frame);
    object_from_particle(frame);
    read_mood(frame);
    return frame;
  }

  bool passive(uint32_t verb) const {
    if (tree_.child(verb, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::csubj_pass}) != kNone) return true;
    if (tree_.child(verb, {Deprel::obl_agent}) != kNone) return true;
    const Token& token = tree_[verb];
    if (token.deprel == Deprel::acl && token.xpos == "VBD")  // "officials blamed for it": a participle, whatever the tag
      return tree_.child(verb, {Deprel::nsubj, Deprel::aux, Deprel::obj}) == kNone;
    if (token.xpos != "VBN" || tree_.child(verb, {Deprel::nsubj, Deprel::aux}) != kNone) return false;
    if (token.deprel == Deprel::acl || token.deprel == Deprel::advcl) return true;
    return token.deprel == Deprel::conj && tree_.child(verb, {Deprel::obj}) == kNone && passive(tree_.first_conjunct(verb));
  }

  // The subject as the clause shows it, whatever the voice.
  uint32_t surface_subject(uint32_t verb, int depth) const {
    if (depth > kMaximalDepth) return kNone;
    const uint32_t own = tree_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::nsubj_outer, Deprel::csubj});
    const Token& token = tree_[verb];
    if (own != kNone) return antecedent_or(own, verb);
    if (token.head >= tree_.size()) return kNone;
    switch (token.deprel) {
      case Deprel::conj:
        return surface_subject(token.head, depth + 1);
      case Deprel::xcomp:
        return controller(token.head, depth + 1);
      case Deprel::advcl:
        return token.xpos == "VBG" || token.xpos == "VBN" || infinitive(verb) ? surface_subject(token.head, depth + 1) : kNone;
      case Deprel::ccomp:
        return infinitive(verb) ? controller(token.head, depth + 1) : kNone;
      case Deprel::acl:
        return noun_controller(verb, token.head, depth + 1);
      case Deprel::acl_relcl:
        return relative_gap_is_subject(verb) ? token.head : kNone;
      case Deprel::parataxis:
        return kNone;
      default:
        return kNone;
    }
  }

  // Who does what an infinitive or participle complement says: the object of the governing verb if it has one, else its subject.
  uint32_t controller(uint32_t governor, int depth) const {
    if (is_verb(tree_[governor]) && !among(kSubjectControl, tree_[governor].lemma)) {
      if (const uint32_t object = tree_.child(governor, {Deprel::obj, Deprel::iobj}); object != kNone) return object;
      for (const uint32_t c : tree_.children(governor))  // "called on Russia to leave"
        if (tree_[c].deprel == Deprel::obl && (tree_.marker(c) == "on" || tree_.marker(c) == "upon" || tree_.marker(c) == "with") &&
            is_nominal(tree_[c]) && !knowledge_.in_class(tree_[c].lemma, "time"))
          return c;
    }
    return surface_subject(governor, depth);
  }

  // "plan to attack", "troops killed", "rebels holding": the head noun, or for a noun of saying and doing, who has or makes it.
  uint32_t noun_controller(uint32_t verb, uint32_t noun, int depth) const {
    if (knowledge_.senses(tree_[noun].lemma, "n").empty()) return noun;
    if (!infinitive(verb)) return nearest(verb, noun);
    if (const uint32_t owner = tree_.child(noun, {Deprel::nmod_poss}); owner != kNone) return owner;
    for (const uint32_t c : tree_.children(noun))
      if (tree_[c].deprel == Deprel::nmod && (tree_.marker(c) == "by" || tree_.marker(c) == "on")) return c;
    const uint32_t head = tree_[noun].head;
    if (head < tree_.size() && is_verb(tree_[head]) && (tree_[noun].deprel == Deprel::obj || tree_[noun].deprel == Deprel::nsubj_pass))
      return tree_[noun].deprel == Deprel::obj ? surface_subject(head, depth) : agent(head);
    return kNone;
  }

  // "sanctions on officials blamed for the raid": of a deed and who suffers it, the participle speaks of the one it stands beside.
  uint32_t nearest(uint32_t participle, uint32_t deed) const {
    for (const uint32_t c : tree_.children(deed))
      if (tree_[c].deprel == Deprel::nmod && c + 1 == participle && is_nominal(tree_[c])) return c;
    return deed;
  }

  bool infinitive(uint32_t verb) const {
    for (const uint32_t c : tree_.children(verb))
      if (tree_[c].deprel == Deprel::mark && tree_[c].lemma == "to") return true;
    return false;
  }

  uint32_t antecedent_or(uint32_t argument, uint32_t verb) const {
    const Token& token = tree_[argument];
    const bool relative = token.xpos == "WDT" || token.xpos == "WP" || has_feature(token, "PronType=Rel") || token.lemma == "that";
    uint32_t clause = verb;
    for (int depth = 0; depth < 4 && clause < tree_.size() && relative; ++depth, clause = tree_[clause].head)
      if (tree_[clause].deprel == Deprel::acl_relcl && tree_[clause].head < tree_.size()) return tree_[clause].head;
    return argument;
  }

  bool relative_gap_is_subject(uint32_t verb) const { return tree_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass}) == kNone; }

  uint32_t agent(uint32_t verb) const {
    if (const uint32_t by = tree_.child(verb, {Deprel::obl_agent}); by != kNone) return by;
    for (const uint32_t c : tree_.children(verb))
      if (tree_[c].deprel == Deprel::obl && tree_.marker(c) == "by" && is_nominal(tree_[c]) && !knowledge_.in_class(tree_[c].lemma, "time")) return c;
    return kNone;
  }

  uint32_t deep_subject(uint32_t verb, int depth) const { return passive(verb) ? agent(verb) : surface_subject(verb, depth); }

  uint32_t deep_object(uint32_t verb, int depth) const {
    if (passive(verb)) {
      if (tree_.child(verb, {Deprel::obj}) != kNone) return tree_.child(verb, {Deprel::obj});
      return surface_subject(verb, depth);
    }
    const uint32_t object = tree_.child(verb, {Deprel::obj});
    if (object != kNone) return antecedent_or(object, verb);
    const Token& token = tree_[verb];  // "the rallies that his party had planned": the gap is the object
    const bool gap = token.deprel == Deprel::acl_relcl && !relative_gap_is_subject(verb) && token.head < tree_.size();
    const uint32_t subject = tree_.child(verb, {Deprel::nsubj});
    const bool taken = subject != kNone && antecedent_or(subject, verb) != subject;
    return gap && !taken && !relative_adverb(verb) ? token.head : kNone;
  }

  bool relative_adverb(uint32_t verb) const {
    for (const uint32_t c : tree_.children(verb))
      if (tree_[c].xpos == "WRB" || ((tree_[c].xpos == "WDT" || tree_[c].xpos == "WP") && base(tree_[c].deprel) == Deprel::obl)) return true;
    return false;
  }

  void add_dependent(Frame& frame, uint32_t c) const {
    const Token& token = tree_[c];
    switch (token.deprel) {
      case Deprel::iobj:
        return add(frame, "iobj", c);
      case Deprel::nsubj_pass:  // "was given aid": the receiver
        if (tree_.child(frame.predicate, {Deprel::obj}) != kNone) add(frame, "iobj", antecedent_or(c, frame.predicate));
        return;
      case Deprel::xcomp:
        return add(frame, "xcomp", c);
      case Deprel::ccomp:
        return add(frame, "ccomp", c);
      case Deprel::parataxis:
        return add(frame, "parataxis", c);
      case Deprel::compound:
        return add(frame, "compound", c);
      case Deprel::advcl:
      case Deprel::acl:
        return add_clause(frame, c);
      case Deprel::obl:
      case Deprel::nmod:
        if (const auto marker = tree_.marker(c); !marker.empty()) add(frame, "prep:" + std::string(marker), antecedent_or(c, frame.predicate));
        return;
      default:
        return;
    }
  }

  // A clause behind a preposition is an argument ("accused of shelling"), one behind "to" its purpose or content.
  void add_clause(Frame& frame, uint32_t c) const {
    const auto marker = tree_.marker(c);
    if (marker == "to") return add(frame, tree_[c].deprel == Deprel::acl ? "xcomp" : "purpose", c);
    if (marker == "that") return add(frame, "ccomp", c);
    if (tree_[c].xpos == "VBG" && !marker.empty()) return add(frame, "prep:" + std::string(marker), c);
    add(frame, "advcl", c);
  }

  // "arrested and jailed protesters": an object or oblique after the last verb belongs to both.
  void share_with_conjuncts(Frame& frame) const {
    const uint32_t first = tree_.first_conjunct(frame.predicate);
    if (first == frame.predicate) return;
    const uint32_t object = tree_.child(first, {Deprel::obj});
    if (object != kNone && object > frame.predicate && find(frame, "obj") == kNone) add(frame, "obj", object);
  }

  // "called on Egypt": the noun of a preposition that is part of the verb is its object as well.
  void object_from_particle(Frame& frame) const {
    const size_t space = frame.lemma.rfind(' ');
    if (space == std::string::npos || find(frame, "obj") != kNone) return;
    const uint32_t noun = find(frame, "prep:" + frame.lemma.substr(space + 1));
    if (noun != kNone) add(frame, "obj", noun);
  }

  std::string verb_lemma(uint32_t verb) const {
    const std::string plain(tree_[verb].lemma);
    std::vector<std::string> parts;
    for (const uint32_t c : tree_.children(verb)) {
      const Token& token = tree_[c];
      if (token.deprel == Deprel::compound_prt) parts.emplace_back(token.lemma);
      if (c > verb && token.deprel == Deprel::advmod && (token.upos == Upos::ADP || token.upos == Upos::ADV)) parts.emplace_back(token.lemma);
      if (c > verb && (token.deprel == Deprel::obl || token.deprel == Deprel::advcl || token.deprel == Deprel::xcomp))
        if (const auto marker = tree_.marker(c); !marker.empty()) parts.emplace_back(marker);
      if (c > verb && (token.deprel == Deprel::obj || token.deprel == Deprel::xcomp)) parts.emplace_back(token.lemma);
    }
    return longest_known(plain, parts, "v");
  }

  std::string longest_known(const std::string& plain, const std::vector<std::string>& parts, std::string_view pos) const {
    for (const auto& a : parts)
      for (const auto& b : parts)
        if (&a != &b)
          if (const std::string both = plain + " " + a + " " + b; !knowledge_.senses(both, pos).empty()) return both;
    for (const auto& a : parts)
      if (const std::string one = plain + " " + a; !knowledge_.senses(one, pos).empty()) return one;
    return plain;
  }

  // ---- nouns and adjectives ----
  Frame nominal_frame(uint32_t head, std::string_view pos) const {
    Frame frame;
    frame.predicate = head;
    frame.pos = pos;
    frame.lemma = pos == "n" ? noun_lemma(head) : std::string(tree_[head].lemma);
    const uint32_t subject = tree_.child(head, {Deprel::nsubj, Deprel::nsubj_outer});
    if (subject != kNone) add(frame, "subj", antecedent_or(subject, head));
    for (const uint32_t c : tree_.children(head)) add_modifier(frame, c);
    if (pos == "a") frame.lemma = longest_known(frame.lemma, markers(frame), pos);
    read_mood(frame);
    return frame;
  }

  std::vector<std::string> markers(const Frame& frame) const {
    std::vector<std::string> found;
    for (const Argument& a : frame.arguments)
      if (a.role.starts_with("prep:")) found.push_back(a.role.substr(5));
    return found;
  }

  void add_modifier(Frame& frame, uint32_t c) const {
    switch (tree_[c].deprel) {
      case Deprel::nmod_poss:
        return add(frame, "poss", c);
      case Deprel::compound:
        return add(frame, "compound", c);
      case Deprel::amod:
        return add(frame, "amod", c);
      case Deprel::acl:
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::nmod_desc:
      case Deprel::xcomp:
      case Deprel::ccomp:
      case Deprel::advcl:
        return add_dependent(frame, c);
      default:
        return;
    }
  }

  std::string noun_lemma(uint32_t noun) const {
    const std::string plain(to_lower_lemma(noun));
    std::string before;
    std::string best = plain;
    for (uint32_t i = noun; i-- > 0 && noun - i <= 3 && tree_[i].head == noun;) {
      if (tree_[i].deprel != Deprel::compound && tree_[i].deprel != Deprel::amod) break;
      before = to_lower_lemma(i) + " " + before;
      if (const std::string longer = before + plain; !knowledge_.senses(longer, "n").empty()) best = longer;
    }
    return best;
  }

  std::string to_lower_lemma(uint32_t token) const {
    const std::string_view lemma = tree_[token].lemma;
    return tree_[token].upos == Upos::PROPN ? ascii_lower(lemma) : std::string(lemma);
  }

  // ---- mood ----
  void read_mood(Frame& frame) const {
    const Token& token = tree_[frame.predicate];
    frame.tense = "";
    if (token.xpos == "VBD") frame.tense = "past";
    if (token.xpos == "VBZ" || token.xpos == "VBP") frame.tense = "present";
    if (token.xpos == "VBG" || token.xpos == "VBN") frame.tense = "participle";
    if (token.xpos == "VB") frame.tense = "infinitive";
    const uint32_t carrier =
        tree_.child(frame.predicate, {Deprel::aux, Deprel::aux_pass, Deprel::cop}) == kNone ? tree_.first_conjunct(frame.predicate) : frame.predicate;
    bool will = false;
    for (const uint32_t c : tree_.children(carrier)) read_auxiliary(frame, tree_[c], will);
    if (will) frame.tense = "future";
    for (const uint32_t c : tree_.children(frame.predicate))
      if (among(kNegators, tree_[c].lemma) && (base(tree_[c].deprel) == Deprel::advmod || tree_[c].deprel == Deprel::det)) frame.negated = true;
  }

  static void read_auxiliary(Frame& frame, const Token& aux, bool& will) {
    if (base(aux.deprel) != Deprel::aux && aux.deprel != Deprel::cop) return;
    if (among(kModals, aux.lemma)) frame.modality = aux.lemma;
    if (among(kFuture, aux.lemma)) will = true;
    if (aux.lemma == "have") frame.tense = "past";
    if (aux.lemma == "be" && frame.tense != "past") frame.tense = aux.xpos == "VBD" ? "past" : "present";
    if (aux.lemma == "do" && aux.xpos == "VBD") frame.tense = "past";
  }

  // ---- the rest ----
  uint32_t governor(uint32_t predicate, const std::vector<bool>& is_predicate) const {
    uint32_t at = tree_[tree_.first_conjunct(predicate)].head;
    for (int depth = 0; depth < kMaximalDepth && at < tree_.size(); ++depth, at = tree_[at].head)
      if (is_predicate[at]) return at;
    return kNone;
  }

  static uint32_t find(const Frame& frame, std::string_view role) {
    for (const Argument& a : frame.arguments)
      if (a.role == role) return a.head;
    return kNone;
  }

  static void add(Frame& frame, std::string role, uint32_t head) { frame.arguments.push_back({std::move(role), head}); }

  const Tree& tree_;
  const Knowledge& knowledge_;
};

}  // namespace

std::vector<Frame> read_frames(const Document& document, const Knowledge& knowledge) {
  const Tree tree(document);
  return FrameReader(tree, knowledge).read();
}

std::string to_text(const Frame& frame, const Document& document) {
  std::string out = frame.lemma + "." + frame.pos;
  if (frame.passive) out += " passive";
  if (frame.negated) out += " not";
  if (!frame.tense.empty()) out += " " + frame.tense;
  if (!frame.modality.empty()) out += " " + frame.modality;
  for (const Argument& a : frame.arguments) out += " " + a.role + "=" + std::string(document.tokens[a.head].form);
  if (frame.governor != kNone) out += " <" + std::string(document.tokens[frame.governor].form);
  return out;
}

}  // namespace gesta
