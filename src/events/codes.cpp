#include "events/codes.h"

#include <algorithm>
#include <array>

#include "base/lists.h"
#include "events/chooser.h"

namespace gesta {
namespace {

constexpr uint32_t kNear = 5;  // tokens

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

const Code* usual_code(const Knowledge& knowledge, const Candidate& candidate) {
  const Code* usual = nullptr;
  for (const TypeCode& entry : kTypeCodes)
    if (entry.type == candidate.type && (!usual || entry.root == candidate.root))
      if (const Code* code = knowledge.cameo(entry.cameo)) usual = code;
  return usual;
}

}  // namespace

CodeTable::CodeTable(const Knowledge& knowledge, const LinearModel& model) {
  for (const std::string& label : model.labels("code"))
    if (const Code* code = knowledge.cameo(label)) by_type_[code->type].push_back(row(*code, model));
}

const std::vector<CodeTable::Row>& CodeTable::of_type(std::string_view type) const {
  static const std::vector<Row> kNothing;
  const auto found = by_type_.find(type);
  return found == by_type_.end() ? kNothing : found->second;
}

CodeTable::Row CodeTable::row(const Code& code, const LinearModel& model) {
  const std::string_view field = code.matter.substr(0, code.matter.find('.'));
  return {&code, {model.label("code", code.cameo), model.label("act", code.act), model.label("matter", code.matter), model.label("field", field)}};
}

void CodeChooser::choose(Candidate& candidate) const {
  const Code* by_rule = candidate.by_rule && candidate.code && candidate.code->type == candidate.type ? candidate.code : nullptr;
  if (!by_rule && candidate.by_rule) by_rule = code_of_type(scene_.knowledge, candidate.type, candidate.matter);
  if (by_rule && by_rule != candidate.code) candidate.code = by_rule, candidate.act = by_rule->act;
  if (model_.has("code")) {
    const Signs own = signs(candidate);
    if (const Code* chosen = best(candidate, by_rule, own)) {
      if (!by_rule || by_rule->cameo != chosen->cameo) candidate.code = chosen;
      if (scene_.named) candidate.reasons.push_back("code: " + model_.reasons({model_.label("code", chosen->cameo)}, own, 5));
    }
  } else if (!by_rule) {
    candidate.code = usual_code(scene_.knowledge, candidate);
  }
  if (candidate.code && candidate.code != by_rule) candidate.act = candidate.code->act, candidate.matter = candidate.code->matter;
}

const Code* CodeChooser::best(const Candidate& candidate, const Code* by_rule, const Signs& signs) const {
  const std::vector<int> scores = model_.all_scores(signs);
  const Code* best = nullptr;
  int most = 0;
  bool listed = false;
  const auto weigh = [&](const CodeTable::Row& row) {
    int sum = 0;
    for (const size_t label : row.labels) sum += label == LinearModel::kNoLabel ? 0 : scores[label];
    if (!best || sum > most) best = row.code, most = sum;
    listed = listed || (by_rule && row.code->cameo == by_rule->cameo);
  };
  for (const CodeTable::Row& row : codes_.of_type(candidate.type)) weigh(row);
  if (by_rule && !listed) weigh(CodeTable::row(*by_rule, model_));
  return best;
}

// A word, its classes, and what the lexicon says that it can be, in any of its senses.
void CodeChooser::add_word(Signs& f, bool inside, uint32_t token) const {
  const Token& word = scene_.tree[token];
  const SignPart place = inside ? SignPart("in") : SignPart("near");
  f.add({place, "=", word.lemma});
  for (const std::string_view cls : scene_.knowledge.classes_of(word.lemma)) f.add({place, "=class ", cls});
  const std::string_view pos = word.upos == Upos::VERB ? "v" : word.upos == Upos::ADJ ? "a" : "n";
  for (const Sense& sense : scene_.knowledge.senses(word.lemma, pos)) {
    if (!sense.matter.empty() && sense.matter != "-") f.add({place, " matter ", sense.matter});
    if (!sense.act.empty() && sense.act != "-") f.add({place, " act ", sense.act});
  }
}

void CodeChooser::add_parties(Signs& f, const Candidate& candidate) const {
  const auto say = [&](const SignPart& role, uint32_t head) -> std::string_view {
    f.add({role, " kind=", scene_.parties.kind(head)});
    const auto& parties = scene_.parties.read_alone(head);
    if (parties.empty()) return {};
    f.add({role, " sector=", parties.front().sector});
    return parties.front().country;
  };
  std::string_view source, target;
  for (const uint32_t head : candidate.source) source = say("source", head);
  for (const uint32_t head : candidate.target) target = say("target", head);
  if (!source.empty() && !target.empty()) f.add({source == target ? SignPart("same country") : SignPart("other country")});
}

void CodeChooser::add_frame(Signs& f, const Candidate& candidate) const {
  const Frame* frame = scene_.composer.frame_at(candidate.head);
  if (!frame) return;
  f.add({"frame=", frame->lemma});
  f.add({"tense=", frame->tense, frame->negated ? SignPart(" not ") : SignPart(" "), frame->modality,
         frame->passive ? SignPart(" passive") : SignPart("")});
  if (frame->governor != kNone) f.add({"governor=", scene_.tree[frame->governor].lemma});
}

Signs CodeChooser::signs(const Candidate& candidate) const {
  const Tree& tree = scene_.tree;
  Signs f(scene_.named);
  f.add({"bias"}), f.add({"root=", candidate.root});
  if (candidate.by_rule && candidate.code)
    f.add({"rule=", candidate.code->cameo}), f.add({"matter=", candidate.matter}), f.add({"act=", candidate.act});
  f.add({"head=", tree[candidate.head].lemma});
  for (const std::string_view cls : scene_.knowledge.classes_of(tree[candidate.head].lemma)) f.add({"head=class ", cls});
  const Sentence& sentence = tree.document().sentences[tree[candidate.head].sentence];
  uint32_t first = candidate.head, last = candidate.head + 1;
  for (const uint32_t token : candidate.tokens) first = std::min(first, token), last = std::max(last, token + 1);
  if (candidate.by_tagger) first = std::min(first, candidate.first), last = std::max(last, candidate.last);
  for (uint32_t i = std::max(sentence.first, first - std::min(first, kNear)); i < std::min({last + kNear, sentence.last, tree.size()}); ++i) {
    if (tree[i].upos == Upos::PUNCT || tree[i].upos == Upos::DET) continue;
    const bool inside = i >= first && i < last;
    add_word(f, inside, i);
    if (inside && i + 1 < last) f.add({"pair=", tree[i].lemma, "_", tree[i + 1].lemma});
  }
  add_frame(f, candidate);
  add_parties(f, candidate);
  f.drop_repeated();
  return f;
}

}  // namespace gesta
