// Noun phrases with the codes that the user's dictionaries give them: the first actor of the phrase and its agents, each code once ("Arnor's security
// officials" ARN + GOV), for every conjunct; "officials in Arnor and Gondor" are two parties. Phrases of which the dictionaries know nothing are
// read as everywhere else (parties.h).
#pragma once
#include <string>
#include <vector>

#include "events/parties.h"
#include "events/tree.h"

namespace gesta {

struct CodedPhrase {
  uint32_t head = kNone;         // its topmost word
  uint32_t first = 0, last = 0;  // first and last word that a dictionary knows
  std::vector<Party> parties;
};

// The coded phrases of one sentence, by their first known word.
class CodedPhrases {
 public:
  CodedPhrases(const Tree& tree, const Knowledge& knowledge, const PartyReader& parties, std::optional<Date> published, uint32_t sentence);
  const std::vector<CodedPhrase>& list() const { return list_; }
  // The phrase that a word belongs to; nullptr when it is in none.
  const CodedPhrase* of(uint32_t token) const;

 private:
  struct Hit {
    uint32_t first = 0, last = 0;  // tokens, last included
    bool is_actor = false;
    ActorEntry actor;
    AgentCode agent;
  };
  struct Part {  // one party in the making
    std::string actor;
    std::vector<AgentCode> agents;
    uint32_t head = kNone, first = kNone, last = 0;
    std::string country, sector, id;
  };
  void find_hits(std::optional<Date> published);
  void add_phrase(uint32_t head);
  void add_inner_phrases();
  uint32_t root_of(uint32_t token) const;
  uint32_t core_root_of(uint32_t token) const;
  uint32_t subject_before(uint32_t token) const;
  bool listed_behind(uint32_t head, uint32_t child) const;
  std::vector<uint32_t> conjuncts_of(uint32_t head) const;
  std::vector<Part> parts_of(uint32_t head, int depth) const;     // of the word and its conjuncts
  std::vector<Part> parts_alone(uint32_t head, int depth) const;  // without them
  void take_own(uint32_t head, Part& part, std::vector<std::string>& actors) const;
  Party party_of(const Part& part) const;
  const Hit* hit_at(uint32_t token) const;

  const Tree& tree_;
  const Knowledge& knowledge_;
  const PartyReader& parties_;
  uint32_t begin_, end_;  // tokens of the sentence
  std::vector<Hit> hits_;
  std::vector<uint32_t> hit_of_;     // by token of the sentence: index + 1, 0 for none
  std::vector<uint32_t> phrase_of_;  // the same for phrases
  std::vector<uint32_t> inner_;      // the head of the phrase inside another one that a token belongs to, or kNone
  std::vector<CodedPhrase> list_;
};

}  // namespace gesta
