// The pieces that read the places of a text, one after the other: names (where_names.cpp, where_name_questions.h), the countries that the text speaks
// of (where_countries.cpp), which of several places bears a name (where_namesakes.cpp), which country it lies in (where_country.cpp);
// where_places.cpp puts them together.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "events/fields.h"

namespace gesta {

// A name of the actor files that starts at a token; no words for none.
struct NamedActor {
  uint32_t words = 0;
  std::string_view kind, country;
};
std::vector<NamedActor> named_actors(const Document& document, const Knowledge& knowledge);

struct FoundPlace {
  PlaceMention mention;
  std::vector<Place> candidates;  // of the gazetteer; none for a name that it lacks
  int chosen = -1;
  bool elsewhere = false;       // what the text says of it fits none of them
  bool generic_region = false;  // "province" or "state" follows
  std::string_view capital_of;  // the country whose capital bears the name
  std::string_view part_of;     // the country that "the Syrian border" tells
  std::string_view lies_in;     // the country of a place that no table holds
  std::string_view not_in;      // "the Syrian embassy" is anywhere but in Syria
  bool capital_word = false;    // "the capital", "the Syrian capital"
  bool bears_name_of(const Place& place) const { return fold_latin(place.name) == fold_latin(mention.place.name); }  // Malé, Male
  const Place* place() const { return chosen < 0 ? nullptr : &candidates[static_cast<size_t>(chosen)]; }
};

// A region of the first level and not a county in it.
inline bool is_state(const Place& place) { return place.kind == Place::Kind::admin1 && place.name == place.admin1; }

// where_names.cpp: `marked` are names that are known to be places, `home` the country of the outlet.
std::vector<FoundPlace> find_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, std::span<const Span> marked,
                                    const std::vector<NamedActor>& actors, std::string_view home);

// where_countries.cpp: how often the text names a country, its people, its leaders or a place that only it can have.
class CountriesTold {
 public:
  CountriesTold(const Document& document, const Knowledge& knowledge, const std::vector<FoundPlace>& found, const std::vector<NamedActor>& actors,
                std::string_view home, bool world = false);
  void settle(const std::vector<FoundPlace>& found);  // after a choice: every town speaks for its country
  double weight(std::string_view country) const;
  double total() const { return told_; }
  std::string_view most() const;  // the country told most; empty where none is or two are alike
  bool none() const { return countries_.empty(); }
  bool told_from_afar(std::string_view country) const {
    return (world_ || !home_.empty()) && country != home_;
  }  // by an outlet known to be of elsewhere

  // Its name, its name with a preposition of place or as owner, its people, its people as "the Syrian town" and as "Russian troops", its leaders
  // and bodies, a place only it can have, its capital or a place known all over the world; after the choice, any place in it.
  enum class Voice : uint8_t { state, inside, people, land, force, actor, sole, famous, town };
  static constexpr int kVoices = 9, kSpots = 10;
  // What signs_near gives: a voice at a spot; the country of the outlet; of the nearest place told before and after, in the sentence or out of it;
  // its rank among the countries of the text, and its share.
  static constexpr int kHome = kVoices * kSpots, kNearest = kHome + 1, kRank = kNearest + 4, kShare = kRank + 4, kSigns = kShare + 6;
  // What speaks for each country around the mentions of a name.
  std::map<std::string_view, std::vector<int>> signs_near(const std::vector<FoundPlace>& found, const std::vector<uint32_t>& mentions) const;

 private:
  struct Evidence {
    uint32_t token = 0;
    std::string_view country;
    Voice voice;
    double weight = 0;
  };
  void add_words(const std::vector<NamedActor>& actors);
  void add_places(const std::vector<FoundPlace>& found);
  void add(uint32_t token, std::string_view country, Voice voice, double weight);
  void add_nearest(uint32_t token, std::map<std::string_view, std::vector<int>>& out) const;
  void sort();

  const Document& document_;
  const Knowledge& knowledge_;
  std::vector<Evidence> evidence_;  // by token
  std::map<std::string, double, std::less<>> countries_;
  std::string_view home_;  // the country of the outlet
  bool world_ = false;     // it reports on all countries
  double told_ = 0;        // all that countries_ holds
};

// A name of the text with the places that it may mean, likeliest first.
struct PlaceName {
  struct Option {
    uint32_t candidate = 0;  // of the first mention
    double score = 0;
  };
  std::vector<uint32_t> mentions;
  std::vector<Option> options;
  std::string_view lies_in;  // the country of the place that the text says it lies in or near; empty when it does not say
};

// where_namesakes.cpp: sets `chosen`; a hamlet that nothing in the text speaks for is left out, as it is a namesake of the place that is meant.
std::vector<PlaceName> choose_namesakes(const Document& document, const CountriesTold& countries, std::vector<FoundPlace>& found);

// where_country.cpp: the countries that a place may lie in, each with the place of the table or as a place that no table holds (-1).
struct CountryChoice {
  std::string_view country;
  int candidate = -1;
  std::vector<int> signs;
};
std::vector<CountryChoice> country_choices(const Document& document, const Gazetteer* gazetteer, const CountriesTold& countries,
                                           const std::vector<FoundPlace>& found, const PlaceName& name);
// Sets `chosen`, and `lies_in` of a place that no table holds.
void choose_countries(const Document& document, const Gazetteer* gazetteer, const CountriesTold& countries, const std::vector<PlaceName>& names,
                      std::vector<FoundPlace>& found);

// where_questions.cpp: small questions that several of them ask.
constexpr uint32_t kLongestName = 6;                                 // words
bool capital_letter(const Document& document, uint32_t i);           // "Aleppo", "al-Balah"
bool after_place_preposition(const Document& document, uint32_t i);  // "in the northern town"
// Is it, or whose it is, the subject of a clause? "In Cairo, Israel said", "in Beirut, Syria's news agency reported".
bool opens_clause(const Document& document, uint32_t word);
// What stands from `end`, the end of a place's name, to `word` says where the place lies: ", in north-eastern", "refugee camp in", ", a town in the";
// and ", 30 km north of", ", outside", whose distance it gives (km). Empty when it does not.
std::optional<double> lies_by(const Document& document, uint32_t end, uint32_t word);
bool of_kind(const Document& document, uint32_t i, MentionKind kind);  // a mention of the kind covers the token

}  // namespace gesta
