// From an argument's head word to the parties it names: known actors, agents with a country, described strangers.
// The country of an agent comes from its adjective, possessor, compound, "of/in/from" modifier or apposition, else from the story.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "events/events.h"
#include "events/fields.h"
#include "events/tree.h"

namespace gesta {

class PartyReader {
 public:
  PartyReader(const Tree& tree, const Knowledge& knowledge, std::optional<Date> published, const std::vector<PlaceMention>& places);
  // All parties of the phrase, conjuncts and chains followed; empty when the phrase names nobody.
  std::vector<Party> read(uint32_t head) const;
  bool names_actor(uint32_t head) const { return !read(head).empty(); }
  // The kind of the actor or agent: country person armed org place; empty when it is none.
  std::string_view kind(uint32_t head) const;
  std::string story_country(uint32_t sentence) const;

 private:
  struct Hit {
    ActorEntry actor;
    uint32_t first = 0, last = 0;  // tokens
  };
  std::vector<Party> read_one(uint32_t head, int depth) const;
  std::optional<Party> named(uint32_t head, int depth) const;
  std::optional<Party> agent(uint32_t head, int depth) const;
  std::vector<Party> owners(uint32_t head, int depth) const;
  std::optional<Party> pronoun(uint32_t head, int depth) const;
  std::optional<Party> stranger(uint32_t head, int depth) const;
  std::optional<Hit> name_at(uint32_t head) const;
  std::string modifier_country(uint32_t head, int depth) const;
  const AgentEntry* agent_entry(uint32_t head) const;
  Party from_actor(const Hit& hit, uint32_t head) const;
  void count_countries(const std::vector<PlaceMention>& places);

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::optional<Date> published_;
  std::vector<std::optional<Hit>> hits_;                 // by first token
  std::vector<uint32_t> covered_;                        // token -> first token of the hit that covers it, or kNone
  std::vector<std::map<std::string, int>> by_sentence_;  // country -> mentions
  std::map<std::string, int> by_country_;
};

}  // namespace gesta
