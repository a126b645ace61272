// Which earlier chain a noun or pronoun of the third person means, or none: learned weights over signs of the two, in the manner of the ranking of
// Denis and Baldridge (2008). The weights are those of `antecedent_weights.inc`, written by training/train_antecedents.py.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "language/mentions.h"
#include "language/word_vectors.h"

namespace gesta {

enum class Gender : uint8_t { unknown, male, female };

struct Group {  // a chain while it grows
  std::vector<uint32_t> mentions;
  MentionKind kind = MentionKind::other;
  Gender gender = Gender::unknown;
  std::vector<std::string> words;  // of its fullest name, lower case
  std::string initials;
  bool plural = false;
};

// What is weighed for a mention: its form ("the N", "it"), by which the weights are chosen, and a row of signs for each choice; the first is "none".
struct Options {
  uint32_t mention = 0, form = 0;
  std::vector<uint32_t> before;      // for each choice but the first, the last mention of the chain that stands before
  std::vector<const Group*> groups;  // and the chain itself
  std::vector<std::vector<uint16_t>> signs;
};

using Choose = std::function<size_t(const Options&)>;
size_t choose_by_weights(const Options& options);
// As link_mentions, by another choice: that of the gold while the weights are learned.
void link_mentions(Document& document, const WordVectors& words, const Choose& choose);

// Facts about single mentions, found once.
class MentionFacts {
 public:
  MentionFacts(const Document& document, const WordVectors& words);

  const Mention& mention(uint32_t m) const { return document_.mentions[m]; }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  const Token& head(uint32_t m) const { return token(mention(m).head); }
  uint32_t sentence(uint32_t m) const { return head(m).sentence; }
  uint32_t count() const { return static_cast<uint32_t>(document_.mentions.size()); }
  const std::vector<uint32_t>& children(uint32_t m) const { return document_.children[mention(m).head]; }
  bool is_name(uint32_t m) const { return mention(m).kind <= MentionKind::other; }
  const Document& document() const { return document_; }

  bool plural(uint32_t m) const { return plural_[m]; }
  Gender gender(uint32_t m) const { return genders_[m]; }
  uint32_t noun_class(uint32_t m) const { return classes_[m]; }  // 0 a person, 1 a body, 2 a place, 3 a time, 4 anything else
  bool person_noun(uint32_t m) const;                            // by the word itself
  uint32_t form(uint32_t m) const { return forms_[m]; }
  Extent phrase(uint32_t m) const { return phrases_[m]; }
  // From -1 to 1; less than -1 when one of the words is not listed.
  bool speaks(uint32_t m) const;  // the subject of a verb of saying or judging
  float likeness(uint32_t m, uint32_t c) const;
  const std::string& key(uint32_t m) const { return keys_[m]; }        // lemma of the head, lower case
  uint32_t head_number(uint32_t m) const { return head_numbers_[m]; }  // of that lemma among heads() different ones
  size_t heads() const { return heads_; }
  uint32_t core(uint32_t m) const { return cores_[m]; }  // a number for all its words, lower case, without articles

 private:
  uint32_t form_of(uint32_t m) const;
  uint32_t class_of(uint32_t m) const;
  bool is_plural(uint32_t m) const;
  Gender gender_of(uint32_t m) const;
  const Document& document_;
  std::vector<Extent> phrases_;
  std::vector<uint32_t> forms_, classes_;
  std::vector<Gender> genders_;
  std::vector<bool> plural_;
  std::vector<std::string> keys_;
  std::vector<uint32_t> head_numbers_, cores_;
  size_t heads_ = 0;
  std::vector<int16_t> vectors_;  // of the different heads, each of one length or 0
  std::vector<bool> listed_;      // has it a vector?
  size_t width_ = 0;
};

// Finds what mention m may go back to among the groups, and the signs of each.
class Antecedents {
 public:
  Antecedents(const MentionFacts& facts, const std::vector<Group>& groups, const std::vector<uint32_t>& group_of);
  // False when the mention is not one that is weighed ("we", a name). `rule`: the group that the rules alone would choose.
  bool options(uint32_t m, uint32_t rule, Options& out);
  void done(uint32_t m);                // it is in its group now
  uint32_t owner_of(uint32_t m) const;  // the chain of who has it; kNone

 private:
  void add_candidates(uint32_t m, std::vector<uint32_t>& before);
  void signs_of_none(uint32_t m, std::vector<uint16_t>& out) const;
  // False when it cannot be: "the old law" is not "the new law".
  bool signs_of(uint32_t m, uint32_t c, size_t rank, std::vector<uint16_t>& out) const;
  bool agrees(uint32_t m, const Group& group) const;
  size_t behind(uint32_t m) const;
  uint32_t group_class(const Group& group) const;

  const MentionFacts& facts_;
  const std::vector<Group>& groups_;
  const std::vector<uint32_t>& group_of_;
  std::vector<uint32_t> seen_;  // by group: the mention for which it was last a candidate
  std::vector<std::vector<uint32_t>> by_head_;
};

}  // namespace gesta
