// knowledge: the data files of data/ as look-ups. The face of the room; formats are described in docs/formats.md.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "knowledge/holidays.h"

namespace gesta {

// ---- ontology: act x matter -> codes (data/ontology.txt) ----
struct Code {
  std::string_view act, matter;  // "appeal", "aid.military"
  std::string_view cameo;        // "0232"
  std::string_view type, mode;   // PLOVER 2021: "REQUEST", "assist"
  std::vector<std::string_view> context;
  int quad = 0;  // 1 verbal cooperation .. 4 material conflict
  double goldstein = 0;
  std::string_view label;  // "Appeal for military aid"
  std::string_view where;  // file:line
};

// ---- actors ----
// What a name stands for on a day. Views live as long as the Knowledge.
struct ActorEntry {
  std::string_view id;       // stable: "state:EGY", "person:sisi-abdel-fattah", "igo:UNO"
  std::string_view name;     // preferred name
  std::string_view country;  // ISO 3166-1 alpha-3; empty for none (UN)
  std::string_view sector;   // CAMEO / PLOVER: GOV MIL REB OPP PTY COP JUD SPY MED EDU BUS CVL IGO NGO ...
  std::string_view code;     // "EGYGOV"
  std::string_view kind;     // state people capital seat person office organ group party igo ngo company outlet place
  std::string_view where;    // file:line of the entry, for explain
  std::string_view title;    // of the role, where listed: "president", "foreign minister"
  bool former = false;       // the last role had ended on the day asked for: sector is ELI
};

// Stand where a country does, for actors above or without one.
inline constexpr std::string_view kNoCountry[] = {"IGO", "NGO", "MNC"};

using Countries = std::set<std::string, std::less<>>;  // alpha-3

struct NameHit {
  uint32_t words = 0;  // words of the query matched, from its first
  ActorEntry actor;
  bool guessed = false;  // one word alone, in a spelling that no file has: "Kadafi", but also "Center" (Kanther), "Can I" (Qaani)
  bool common = false;   // one word that several persons of the files bear: "Mitchell", "Henry"
  bool shared = false;   // with an actor of another country: "King Abdullah" of Jordan, of Saudi Arabia
};

struct AgentEntry {  // "police", "rebels", "foreign minister", "government"
  std::string_view name, sector;
  bool person = false;        // one human (minister), else a body or a group
  bool needs_country = true;  // takes its country from adjective, possessive, apposition or the story
  std::string_view where;
};

// ---- lexicon of predicates ----
// One sense of a predicate word: what it is and where its arguments sit. docs/formats.md has the text form.
struct Sense {
  std::string_view lemma;  // "call on", "seek", "refusal"
  std::string_view pos;    // v n a
  std::string_view kind;   // event act matter light report aspect implicative causative desire factive none
  std::string_view act, matter;
  std::string_view source, target;        // argument places: subj obj iobj comp poss prep:with prep:to+against ... ; empty = default of its kind
  std::string_view topic;                 // place of the embedded act or matter: xcomp ccomp prep:for obj ...
  std::vector<std::string_view> require;  // restrictions: "obj=weapon", "-subj=team", "prep:of=..."
  std::string_view example;
  std::string_view where;  // file:line
};

// An agent of a PETRARCH dictionary: its code stands behind that of its country, or before it ("NGO~").
struct AgentCode {
  std::string_view code;
  bool before = false;
};

struct VerbPatterns;  // knowledge/verb_patterns.h

class Knowledge {
 public:
  // Reads the text files of the folder and, after them, the user's own files. Every broken line is reported as file:line:column: reason;
  // throws SetupError with the list when a built-in file or (strict) any file is broken.
  struct Options {
    std::string folder;                                   // data/
    std::vector<std::string> lexicons, actors, petrarch;  // the user's own
    bool strict = true;
  };
  static Knowledge load(const Options& options);
  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();
  const std::vector<std::string>& complaints() const;  // of files loaded without --strict

  const Code* code(std::string_view act, std::string_view matter) const;  // nullptr when the pair has no code
  const Code* cameo(std::string_view code) const;
  const std::vector<Code>& codes() const;

  // The longest actor name that starts at words[0]. Words are forms as written; matching is on folded lower case, names of one
  // ambiguous word (Jordan, May) need the case they are listed with. `on` chooses among dated roles; nullopt takes the latest.
  // Of several bearers, one of the countries `told`, if there is any.
  std::optional<NameHit> find_actor(const std::vector<std::string_view>& words, std::optional<Date> on, const Countries* told = nullptr) const;
  bool may_begin_name(std::string_view word) const;  // false for nearly all small words: they need not be asked for
  // Adjectives and peoples: "Egyptian", "Egyptians" -> EGY.
  std::optional<std::string_view> country_of_adjective(std::string_view word) const;
  // The same for the longest run that starts at words[0] ("South", "Korean"): country and number of words.
  struct AdjectiveHit {
    uint32_t words = 0;
    std::string_view country;
  };
  std::optional<AdjectiveHit> find_adjective(const std::vector<std::string_view>& words) const;
  std::string_view country_name(std::string_view iso3) const;
  std::string_view capital_name(std::string_view iso3) const;  // the first that is listed; empty for none
  // "The Hindu" as listed; else what its name tells: "Fiji Times", "El Comercio (Quito)", or its address:
  // "https://www.jamaica-gleaner.com/article/1", "nation.co.ke". Empty when nothing does.
  std::string_view country_of_outlet(std::string_view name) const;
  // Is it listed as one that reports on all countries?
  bool reports_on_world(std::string_view outlet) const;
  // Does news write it in small letters (data/words.txt)?
  bool is_small_word(std::string_view lower) const;
  // The longest name of a feast that starts at words[0], with the days on which countries keep it; the name may end within what is written.
  struct HolidayHit {
    uint32_t words = 0;
    std::span<const Holiday> days;
  };
  std::optional<HolidayHit> find_holiday(const std::vector<std::string_view>& words) const;
  bool begins_holiday(std::string_view word) const;
  // The longest agent noun phrase ending at the last word ("foreign minister", "security forces"); lemmas in lower case.
  const AgentEntry* find_agent(const std::vector<std::string_view>& lemmas) const;

  // All senses of a predicate; phrasal verbs are listed under "call on". Empty when unknown.
  const std::vector<Sense>& senses(std::string_view lemma, std::string_view pos) const;
  const std::vector<Sense>& all_senses() const;
  // Classes of nouns for restrictions ("weapon", "money", "team", "deal"): does this lemma belong?
  bool in_class(std::string_view lemma, std::string_view cls) const;
  const std::vector<std::string_view>& classes_of(std::string_view lemma) const;

  // Users' PETRARCH files: the longest agent that starts at words[0], with the number of its words; verbs with their patterns.
  struct AgentCodeHit {
    uint32_t words = 0;
    AgentCode agent;
  };
  std::optional<AgentCodeHit> find_agent_code(const std::vector<std::string_view>& words) const;
  const VerbPatterns& verb_patterns() const;
  // What sentence or story is to be left alone, and the issues that its words raise.
  enum class Discard : uint8_t { none, sentence, story };
  bool has_discards() const;
  Discard discard(const std::vector<std::string_view>& words) const;
  std::vector<std::string_view> issues(const std::vector<std::string_view>& words) const;

  struct Tables;  // knowledge/tables.h, for the room itself
  const Tables& tables() const { return *tables_; }

 private:
  std::string_view country_of_address(std::string_view address) const;
  explicit Knowledge(std::unique_ptr<const Tables> tables);
  std::unique_ptr<const Tables> tables_;
};

}  // namespace gesta
