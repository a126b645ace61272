// From an argument's head word to the parties it names: known actors, agents with a country, described strangers.
// An agent's country stands in its adjective, possessor, compound, "of/in/from" modifier or apposition; where it does not, a small model
// (parties_countries.cpp) ranks the countries that the text has told, else the one told most is taken.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "events/events.h"
#include "events/fields.h"
#include "events/linear.h"
#include "events/signs.h"
#include "events/tree.h"

namespace gesta {

// A country that could be that of an agent, with the signs that speak for it. The empty country is "none of them".
struct CountryOption {
  std::string country;
  Signs signs;
};

class PartyReader {
 public:
  PartyReader(const Tree& tree, const Knowledge& knowledge, std::optional<Date> published, const std::vector<PlaceMention>& places,
              const LinearModel* model = nullptr, std::string_view home = {});
  // All parties of the phrase, conjuncts and chains followed; empty when the phrase names nobody.
  std::vector<Party> read(uint32_t head) const;
  // The same without the conjuncts. Read once and kept.
  const std::vector<Party>& read_alone(uint32_t head) const;
  bool names_actor(uint32_t head) const;
  // The kind of the actor or agent: country person armed org place; empty when it is none.
  std::string_view kind(uint32_t head) const;
  // A person of whom the text tells the name alone: no office, no trade, nothing beside the name.
  bool just_a_name(const Party& party) const;
  std::string story_country(uint32_t sentence) const;
  std::string_view home() const { return home_; }
  // A state of a list that the tree takes for the other name of the one before.
  bool lists_another(uint32_t token) const;
  // What tells one party of the text from another: the same for Cairo, Egypt and the Egyptian government.
  std::string key(const Party& party) const;
  // Of an agent who leads others, or whom others have founded: their sector; empty when the text does not tell whose he is.
  std::string_view sector_of_whose(const Party& party) const;
  // "The governor of Kandahar, Tooryalai Wesa": a person whom the text names is called by that name.
  void call_by_own_name(Party& party) const;
  // Heads of the agents whose country the model chooses, and its options; for the tool that writes training rows.
  bool open_country(uint32_t head) const;
  std::vector<CountryOption> country_options(uint32_t head, bool named = false) const;

 private:
  struct Hit {
    ActorEntry actor;
    uint32_t first = 0, last = 0;                          // tokens
    bool guessed = false, common = false, shared = false;  // knowledge.h, NameHit
    bool own_name = false;                                 // a part of the actor, by its own name
  };
  struct Told {  // a country named in the text
    uint32_t token = 0;
    std::string country;
    std::string_view how;  // state adjective place actor dateline
  };
  struct Manner {  // how a country is told
    bool scene = false, adjectives = true;
  };
  struct Memo {
    std::vector<Party> parties;
    bool done = false, open = false;
  };
  std::vector<Party> find(uint32_t head) const;
  std::vector<Party> pronoun(uint32_t head) const;
  size_t takes_up(uint32_t head) const;
  std::vector<Party> pair_before(uint32_t head) const;
  std::optional<Party> body_before(uint32_t head) const;
  bool bare_definite(uint32_t head) const;
  std::optional<Party> longer_name_before(uint32_t head) const;
  using Identity = std::function<std::optional<std::string>(const Party&)>;
  std::vector<Party> two_before(uint32_t head, std::string_view of_kind, const Identity& identity) const;
  std::vector<Party> two_foes_before(uint32_t head) const;
  std::vector<Party> two_persons_before(uint32_t head, bool any_country = false, std::string_view other = {}) const;
  static bool names_land(const Told& told);
  std::vector<Party> two_countries_near(uint32_t head, std::string_view other) const;
  std::string country_of_doer(uint32_t head) const;
  std::vector<Party> only_two_countries(uint32_t head, std::string_view other) const;
  Party of_country(uint32_t head, std::string_view country) const;
  std::optional<Party> named(uint32_t head) const;
  std::optional<Party> agent(uint32_t head) const;
  Party agent_of_country(uint32_t head, const AgentEntry& entry, std::string country) const;
  std::vector<Party> shared_agent(uint32_t head) const;
  std::optional<Party> adjective_of_agent(uint32_t head) const;
  std::string country_of_owner(uint32_t owner) const;
  Party state(std::string_view country, uint32_t head) const;
  std::vector<Party> owners(uint32_t head) const;
  std::optional<Party> stranger(uint32_t head) const;
  std::optional<Hit> name_at(uint32_t head) const;
  std::optional<Hit> half_before(uint32_t head) const;
  bool modifies(uint32_t token) const;
  bool called_former(const Party& party) const;
  std::string_view named_modifier(uint32_t head) const;
  std::string modifier_country(uint32_t head) const;
  const AgentEntry* titled(uint32_t head) const;
  std::string country_of_state(uint32_t head, const AgentEntry& entry) const;
  bool american_secretary(uint32_t head) const;
  std::string country_of_seat(uint32_t head, const AgentEntry& entry) const;
  std::string country_of_scene(uint32_t head, const AgentEntry& entry) const;
  const AgentEntry* agent_named(const std::vector<std::string>& words) const;
  template <class Fits>
  std::string told_last(uint32_t before, Fits fits) const;
  std::string country_of_there(uint32_t head) const;
  std::string country_of_service(uint32_t head, const AgentEntry& entry) const;
  std::string country_of_peacekeepers(uint32_t head) const;
  std::string in_whose_service(uint32_t head, const AgentEntry& entry, const std::string& country) const;
  std::string country_of_realm(uint32_t head) const;
  std::string country_of_capital(uint32_t name) const;
  std::string people_country(const Hit& hit) const;
  std::string_view land_of_people(std::string_view own) const;
  std::string country_of_antecedent(uint32_t head) const;
  std::string country_of_where(uint32_t head, const AgentEntry& entry) const;
  std::string agent_country(uint32_t head, uint32_t name, const AgentEntry& entry) const;
  std::optional<std::string> choose_country(uint32_t head) const;
  std::pair<const AgentEntry*, uint32_t> agent_of(uint32_t head) const;
  const AgentEntry* agent_entry(uint32_t head) const;
  Span agent_span(uint32_t head) const;
  Party from_actor(const Hit& hit, uint32_t head) const;
  void find_names();
  void read_abbreviations();
  void drop_far_indians(const std::vector<PlaceMention>& places);
  void read_longer_places(const std::vector<PlaceMention>& places);
  bool part_of_longer_name(uint32_t first, uint32_t last, const ActorEntry& actor) const;
  bool of_money(uint32_t last, const ActorEntry& actor) const;
  bool beside_america(uint32_t token) const;
  bool names_kin(uint32_t next, std::string_view family, const ActorEntry& actor) const;
  void settle_peoples();
  bool bears_more(const Mention& mention, uint32_t first, uint32_t last, const std::string& own) const;
  bool inside_other_name(uint32_t first, uint32_t last, const ActorEntry& actor) const;
  void find_halves();
  void read_shared_half(uint32_t i);
  Countries countries_told(const std::vector<PlaceMention>& places) const;
  void choose_bearers(const Countries& told);
  void drop_namesakes(Countries told);
  void forget(uint32_t first);  // the name that begins there
  static bool surname(const Hit& hit);
  bool needs_its_country(const Hit& hit) const;
  // Where the report was written names no actor.
  bool in_dateline(uint32_t token) const { return tree_.document().in_dateline(token); }
  void find_adjectives();
  bool tells_tongue(uint32_t next) const;
  void index_mentions();
  void count_countries(const std::vector<PlaceMention>& places);
  void note_manners();

  const Tree& tree_;
  const Knowledge& knowledge_;
  std::optional<Date> published_;
  const LinearModel* model_;
  std::string_view home_;                                // country of the outlet
  std::vector<std::optional<Hit>> hits_;                 // by first token
  std::vector<uint32_t> covered_;                        // token -> first token of the hit that covers it, or kNone
  std::vector<uint32_t> mention_of_, mention_at_;        // token -> the mention that covers it, that it heads
  std::vector<std::string_view> adjective_;              // token -> country of the adjective it is part of
  std::vector<Told> told_;                               // in the order of the text
  std::vector<std::map<std::string, int>> by_sentence_;  // country -> mentions
  std::map<std::string, int> by_country_;
  std::map<std::string, Manner> manners_;
  std::string first_scene_;
  int scenes_ = 0;                                                                   // countries that the story plays in
  std::map<std::string, std::vector<std::pair<uint32_t, std::string_view>>> owned_;  // noun -> where it is some country's
  mutable std::vector<Memo> alone_;                                                  // token
  mutable std::vector<int> agent_known_;                                             // token: 0 not asked, 1 none, 2 in agents_
  mutable std::vector<const AgentEntry*> agents_;
  mutable int depth_ = 0;
};

}  // namespace gesta
