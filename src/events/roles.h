// Who is source, who is target: every party of the text that stands near enough is an option for each role of an event, beside "nobody"; a
// linear model over named features (tasks `source`, `target`, `also` and `sector` of chooser.txt) ranks them. The source is chosen first, the
// target in its light; then further parties of each role; then the sector each one acts in.
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "events/composition.h"
#include "events/linear.h"
#include "events/parties.h"
#include "events/signs.h"
#include "events/tree.h"

namespace gesta {

// A party of the text, whatever words name it.
struct Member {
  std::string key;
  std::vector<uint32_t> heads;  // tokens that name it, ascending
  std::vector<Party> parties;   // as each of them reads
};

// All parties of a document.
class Cast {
 public:
  Cast(const Tree& tree, const PartyReader& parties);
  const std::vector<Member>& members() const { return members_; }
  const std::vector<uint32_t>& of_sentence(uint32_t sentence) const { return by_sentence_[sentence]; }

 private:
  std::vector<Member> members_;
  std::vector<std::vector<uint32_t>> by_sentence_;  // sentence -> members, each once
};

struct RoleOption {
  explicit RoleOption(bool named = false) : signs(named) {}
  uint32_t member = kNone;       // of the cast; kNone is nobody
  uint32_t head = kNone;         // the mention that speaks for it
  uint32_t group = kNone;        // the first of its conjuncts
  uint32_t run = kNone;          // first token of the list of nouns that the mention stands in
  std::string_view rule, where;  // role by the rules: source target none; sentence of the mention: here last earlier next
  Party party;
  Signs signs;
  std::array<int, 2> scores{};  // as source, as target, but for the signs of source_signs()
};

// What all options of one event share.
struct RoleView {
  const Tree& tree;
  const Candidate& candidate;
  SignPart type, root, voice, lemma;
  uint32_t sentence, first, last;
  std::vector<uint32_t> source, target;  // heads by rule, conjuncts spelt out
};

// What was decided for an event before, by key.
struct RoleMemory {
  std::string_view type;
  uint32_t head = kNone, sentence = 0;  // token
  std::vector<uint32_t> above;          // tokens that govern it
  std::vector<std::string> source, target;
};

class RoleChooser {
 public:
  // `named`: signs keep their names, and candidates get reasons.
  RoleChooser(const Tree& tree, const PartyReader& parties, const Composer& composer, const LinearModel& model, bool named);
  bool ready() const { return model_.has("source") && model_.has("target"); }
  // Fills source_parties and target_parties.
  void choose(Candidate& candidate);

  // The parts, open to the tool that writes training rows. The first option is nobody.
  std::vector<RoleOption> options(const Candidate& candidate) const;
  Signs sector_signs(const Candidate& candidate, const Party& party, uint32_t head, std::string_view role) const;
  RoleMemory place_of(const Candidate& candidate) const;  // a memory without parties
  const Cast& cast() const { return cast_; }

 private:
  void add_surface(const Candidate& candidate, RoleOption& option) const;
  void add_ties(const Candidate& candidate, std::vector<RoleOption>& options) const;
  std::string_view key_of(const RoleOption& option) const { return option.head == kNone ? std::string_view() : cast_.members()[option.member].key; }
  std::vector<SignPart> arguments_of(const Candidate& candidate, uint32_t begin, uint32_t end, uint32_t first, Signs& f) const;
  std::vector<uint32_t> members_near(uint32_t sentence, size_t& here) const;
  RoleOption nobody(const RoleView& view, size_t here) const;
  RoleOption somebody(const RoleView& view, uint32_t head, uint32_t member, size_t nearer) const;
  // Signs that depend on decisions already made; training/train_chooser.py writes the same.
  Signs memory_signs(const RoleMemory& now, std::string_view key) const;
  Signs also_signs(const RoleOption& best, const RoleOption& other, double behind, double over, std::string_view task, std::string_view type) const;
  Signs source_signs(const std::vector<const RoleOption*>& source, const RoleOption& option, std::string_view type,
                     const std::vector<RoleOption>& options) const;
  std::vector<const RoleOption*> fill(const std::vector<RoleOption>& options, const Candidate& candidate, std::string_view task,
                                      const std::vector<const RoleOption*>& source) const;
  void complete_list(const std::vector<RoleOption>& options, const std::vector<const RoleOption*>& source,
                     std::vector<const RoleOption*>& found) const;
  std::string why(const std::vector<RoleOption>& options, const Candidate& candidate, std::string_view task,
                  const std::vector<const RoleOption*>& chosen, const std::vector<const RoleOption*>& source) const;
  std::vector<Party> cast_for(const Candidate& candidate, const std::vector<const RoleOption*>& chosen, std::string_view role) const;

  const Tree& tree_;
  const PartyReader& parties_;
  const Composer& composer_;
  const LinearModel& model_;
  std::array<size_t, 2> labels_;  // of the model: source, target
  size_t also_;
  bool named_;
  Cast cast_;
  std::vector<RoleMemory> before_;  // the last events decided, in the order of the text
};

// Texts of some 580 characters and more: of what articles teach besides, the model has tasks of its own ("event in articles").
inline bool is_article(const Tree& tree) { return tree.size() >= 130; }
bool in_passive(const Tree& tree, uint32_t verb);

}  // namespace gesta
