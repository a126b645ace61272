// What Knowledge holds: one table a kind of file, filled by the readers (x_file.cpp) and asked by knowledge.cpp. All views point into `strings` or
// `files`.
#pragma once
#include <climits>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_map.h"
#include "knowledge/fold.h"
#include "knowledge/holidays.h"
#include "knowledge/knowledge.h"
#include "knowledge/text_file.h"
#include "knowledge/verb_patterns.h"

namespace gesta {

struct Role {
  std::string_view country, sector, code, title;
  std::string_view former_code;        // "EGYELI"
  int from = INT_MIN, next = INT_MAX;  // days since 1970, the end not included
  bool dated = false;                  // an undated role holds when no dated one does
};

struct Actor {
  std::string_view id, name, kind, where;
  std::vector<Role> roles;
};

struct ActorName {
  uint32_t actor = 0;
  uint32_t next = 0;       // the next name with the same key, plus one
  uint8_t capitals = 0;    // pieces that are listed with a capital
  bool acronym = false;    // one piece, all capitals
  bool in_office = false;  // a surname alone: only while a dated role holds
  bool one_sound = false;
};

struct ActorTable {
  std::vector<Actor> actors;
  std::vector<ActorName> names;
  TextMap<uint32_t> exact, sound;   // key -> index of the first name
  TextMap<uint8_t> bearers;         // word -> persons whose name has it, up to 255
  TextMap<uint8_t> longest;         // first piece -> pieces of its longest name
  TextMap<std::string_view> codes;  // interned "EGYGOV"
  TextMap<uint32_t> ids;
  uint8_t longest_person = 0;
};

struct CountryTable {
  TextMap<std::string_view> names;       // EGY -> Egypt
  TextMap<std::string_view> capitals;    // EGY -> Cairo
  TextMap<std::string_view> adjectives;  // "egyptian", "south korean" -> ISO
  TextMap<std::string_view> domains;     // "eg" -> ISO
};

struct HolidayTable {
  TextMap<std::vector<Holiday>> days;  // letters of the name, in the order of the file
  TextSet first_words;
  size_t longest = 0;  // letters
};

struct Knowledge::Tables {
  Strings strings;
  std::deque<std::string> files;  // contents, alive for the views
  std::vector<std::string> complaints;
  std::vector<Code> codes;
  std::string home;  // the folder that holds the data folder, with its "/": what decided is told from there on, the same on every machine
  TextMap<uint32_t> by_pair, by_cameo;
  ActorTable actors;
  CountryTable countries;
  HolidayTable holidays;
  TextSet small_words;
  std::vector<AgentEntry> agents;
  TextMap<uint32_t> by_agent;
  size_t longest_agent = 1;
  std::vector<Sense> senses;
  TextMap<std::vector<Sense>> by_lemma;  // "seek\tv"
  TextSet classes;                       // "weapon\tbomb"
  TextSet class_names;
  TextMap<std::vector<std::string_view>> classes_of;  // "bomb" -> weapon, airweapon, ...
  TextMap<bool> discards;                             // folded words -> whole story
  TextMap<std::string_view> issues;
  size_t longest_discard = 0, longest_issue = 0;
  TextMap<AgentCode> agent_codes;  // of PETRARCH dictionaries
  size_t longest_agent_code = 0;
  VerbPatterns verbs;
};

using Tables = Knowledge::Tables;

// One text file: its name as shown in faults, its content (owned by tables.files).
struct TextFile {
  std::string_view name, content;
};

// Readers; each adds to the tables what it can read and to the faults what it cannot.
void read_ontology(const TextFile&, Tables&, Faults&);
void read_countries(const TextFile&, Tables&, Faults&);
void read_actors(const TextFile&, Tables&, Faults&);
void read_outlets(const TextFile&, Tables&, Faults&);
void read_holidays(const TextFile&, Tables&, Faults&);
void read_words(const TextFile&, Tables&, Faults&);
void read_agents(const TextFile&, Tables&, Faults&);
void read_lexicon(const TextFile&, Tables&, Faults&);
void read_classes(const TextFile&, Tables&, Faults&);
void read_petrarch(const TextFile&, Tables&, Faults&);

struct PetrarchLine {
  std::string_view text;  // trimmed, without comments
  uint32_t number = 0;
};
void read_verb_dictionary(const TextFile&, const std::vector<PetrarchLine>&, Tables&, Faults&);

// Room for what actor files of so many bytes will bring: tables that grow step by step are hashed again and again.
void make_room(ActorTable&, size_t bytes);

// Building blocks of the readers.
uint32_t add_actor(Tables&, Actor actor);
// A leading '~' marks a surname that stands for its bearer only in office.
void add_name(Tables&, uint32_t actor, std::string_view name);
std::string_view role_code(Tables&, std::string_view country, std::string_view sector);
bool known_country(const Tables&, std::string_view iso3);
std::string_view keep_where(Tables&, const Line&);
void add_agent(Tables&, std::string_view name, std::string_view sector, bool person, bool needs_country, std::string_view where);

// Look-ups.
// False for nearly all small words.
bool may_begin_name(const ActorTable&, std::string_view word);
std::optional<NameHit> find_actor(const ActorTable&, const std::vector<std::string_view>& words, std::optional<Date> on,
                                  const Countries* told = nullptr);
enum class Tenure : uint8_t { holds, former, before };
const Role* role_on(const Actor&, std::optional<Date> on, Tenure& tenure);

}  // namespace gesta
