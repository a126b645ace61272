// Which country a place lies in: each country in which a table knows a place of the name, and each that the text speaks of, where it may have one
// that no table holds, is weighed by what speaks for it around the mentions (log-linear, learnt on the places of corpus/train.jsonl and extra.jsonl
// whose country the gold gives; training/train_country.py). Within a country the choice among namesakes stands.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "events/where_found.h"
#include "events/where_words.h"

namespace gesta {
namespace {

// Signs beside those of CountriesTold::signs_near.
enum Sign : int {
  kUnknown = CountriesTold::kSigns,  // no table holds it, though one holds namesakes
  kUnknownWords,                     // 4: how many words the name has
  kUnknownTop = kUnknownWords + 4,   // 8: people in the largest namesake
  kUnknownLast = kUnknownTop + 8,    // a spot or land word in the name
  kUnknownLed,                       // behind a preposition of place
  kUnknownSame,                      // a namesake bears the very name
  kUnknownAlone,                     // all namesakes lie in one country
  kUnknownKind,                      // 6: what the likeliest namesake is
  kBehind = kUnknownKind + 6,        // 9: how far behind the likeliest namesake
  kPeople = kBehind + 9,             // 8: people
  kKind = kPeople + 8,               // 6
  kSame = kKind + 6,                 // bears the very name
  kAlone,                            // all namesakes lie in its country
  kUntold,                           // nothing around the name speaks of the country
  kChosen,                           // what the choice among namesakes took
  kLeftOut,                          // that choice took none
  kListed,                           // in the table of places known all over the world
  kCapital,
  kSound,                      // 2 times 10: how far its names sound from the one at hand, behind the nearest; the second time of no table
  kSoundsAlike = kSound + 20,  // 2 times 10: how much nearer than those of any country
  kAllSigns = kSoundsAlike + 20
};

constexpr int kWeights[] = {
#include "events/where_country_weights.inc"
};

// What must speak against the choice among namesakes, in hundredths: the texts learnt from speak of other countries more than those of a local paper,
// whose towns may bear any name.
constexpr int kOfNoTable = 150, kOther = 200;

int people(uint32_t n) { return n == 0 ? 0 : n < 1000 ? 1 : n < 5000 ? 2 : n < 15000 ? 3 : n < 50000 ? 4 : n < 250000 ? 5 : n < 1000000 ? 6 : 7; }
int steps(double behind) {
  constexpr double bounds[] = {.001, .5, 1, 1.5, 2.5, 4, 6, 9};
  return static_cast<int>(std::upper_bound(std::begin(bounds), std::end(bounds), behind) - std::begin(bounds));
}

int behind_in_sound(double behind) {
  constexpr double bounds[] = {.001, 1, 2, 3, 4.5, 6, 8, 11, 15};
  return static_cast<int>(std::upper_bound(std::begin(bounds), std::end(bounds), behind) - std::begin(bounds));
}
int alike_in_sound(double likelier) { return static_cast<int>(std::clamp(std::floor(likelier / 1.5) + 3, 0.0, 9.0)); }

class Choices {
 public:
  Choices(const Document& document, const Gazetteer* gazetteer, const CountriesTold& countries, const std::vector<FoundPlace>& found,
          const PlaceName& name)
      : document_(document), gazetteer_(gazetteer), name_(name), first_(found[name.mentions[0]]), near_(countries.signs_near(found, name.mentions)) {
    alone_ =
        std::all_of(first_.candidates.begin(), first_.candidates.end(), [&](const Place& p) { return p.country == first_.candidates[0].country; });
  }

  std::vector<CountryChoice> run() const {
    std::vector<CountryChoice> out;
    for (const PlaceName::Option& option : name_.options) {
      const Place& place = candidate(option);
      const auto told = [&](const CountryChoice& choice) { return choice.country == place.country; };
      if (!first_.elsewhere && place.country.size() == 3 && std::none_of(out.begin(), out.end(), told)) out.push_back(known(option));
    }
    for (const auto& [country, signs] : near_) {
      out.push_back({country, -1, {}});
      add_near(out.back());
      if (!first_.candidates.empty()) add_unknown(out.back());
    }
    if (gazetteer_) add_sounds(out);
    return out;
  }

 private:
  const Place& candidate(const PlaceName::Option& option) const { return first_.candidates[option.candidate]; }

  void add_sounds(std::vector<CountryChoice>& choices) const {
    std::vector<double> likelier;
    for (const CountryChoice& choice : choices) likelier.push_back(gazetteer_->sounds_like(first_.mention.place.name, choice.country));
    const double most = likelier.empty() ? 0 : *std::max_element(likelier.begin(), likelier.end());
    for (size_t i = 0; i < choices.size(); ++i) {
      const int half = choices[i].candidate < 0 ? 10 : 0;
      choices[i].signs.push_back(kSound + half + behind_in_sound(most - likelier[i]));
      choices[i].signs.push_back(kSoundsAlike + half + alike_in_sound(likelier[i]));
    }
  }

  void add_near(CountryChoice& choice) const {
    const auto signs = near_.find(choice.country);
    if (signs == near_.end()) {
      choice.signs.push_back(kUntold);
      return;
    }
    std::array<uint8_t, CountriesTold::kSigns> counts{};
    for (const int sign : signs->second)
      if (++counts[static_cast<size_t>(sign)] <= 2) choice.signs.push_back(sign);
  }

  CountryChoice known(const PlaceName::Option& option) const {
    const Place& place = candidate(option);
    CountryChoice out{place.country, static_cast<int>(option.candidate), {}};
    add_near(out);
    out.signs.push_back(kBehind + steps(name_.options[0].score - option.score));
    out.signs.push_back(kPeople + people(place.population));
    out.signs.push_back(kKind + static_cast<int>(place.kind));
    if (first_.bears_name_of(place)) out.signs.push_back(kSame);
    if (alone_) out.signs.push_back(kAlone);
    if (first_.chosen < 0) out.signs.push_back(kLeftOut);
    if (first_.chosen == static_cast<int>(option.candidate)) out.signs.push_back(kChosen);
    if (place.geonames == 0) out.signs.push_back(kListed);
    if (first_.capital_of == place.country) out.signs.push_back(kCapital);
    return out;
  }

  void add_unknown(CountryChoice& choice) const {
    const PlaceMention& mention = first_.mention;
    uint32_t most = 0;
    bool same = false;
    for (const Place& p : first_.candidates) most = std::max(most, p.population), same |= first_.bears_name_of(p);
    choice.signs.push_back(kUnknown);
    choice.signs.push_back(kUnknownWords + static_cast<int>(std::min(3U, mention.last - mention.first - 1)));
    choice.signs.push_back(kUnknownTop + people(most));
    if (is_spot_word(document_.tokens[mention.last - 1].form) || is_land_word(document_.tokens[mention.first].form))
      choice.signs.push_back(kUnknownLast);
    if (after_place_preposition(document_, mention.first)) choice.signs.push_back(kUnknownLed);
    if (same) choice.signs.push_back(kUnknownSame);
    if (alone_) choice.signs.push_back(kUnknownAlone);
    if (!name_.options.empty()) choice.signs.push_back(kUnknownKind + static_cast<int>(candidate(name_.options[0]).kind));
  }

  const Document& document_;
  const Gazetteer* gazetteer_;
  const PlaceName& name_;
  const FoundPlace& first_;
  const std::map<std::string_view, std::vector<int>> near_;
  bool alone_ = false;
};

// Countries, seas and "the Syrian border" tell where they lie.
bool in_question(const FoundPlace& found) {
  if (!found.part_of.empty() || found.capital_word) return false;
  const Place* place = found.place();
  return place == nullptr || (place->kind != Place::Kind::country && place->kind != Place::Kind::sea && place->country.size() == 3);
}

// "In Damascus students stoned the residence of the American ambassador": the capital, and a town or spot listed by hand, is where the world knows
// it.
bool known_everywhere(const FoundPlace& found) {
  const Place* place = found.place();
  return place && (place->country == found.capital_of || (place->geonames == 0 && place->kind == Place::Kind::city));
}

}  // namespace

std::vector<CountryChoice> country_choices(const Document& document, const Gazetteer* gazetteer, const CountriesTold& countries,
                                           const std::vector<FoundPlace>& found, const PlaceName& name) {
  if (!in_question(found[name.mentions[0]])) return {};
  return Choices(document, gazetteer, countries, found, name).run();
}

void choose_countries(const Document& document, const Gazetteer* gazetteer, const CountriesTold& countries, const std::vector<PlaceName>& names,
                      std::vector<FoundPlace>& found) {
  static_assert(std::size(kWeights) == kAllSigns);
  for (const PlaceName& name : names) {
    const int before = found[name.mentions[0]].chosen;
    const CountryChoice* best = nullptr;
    int most = 0;
    std::vector<CountryChoice> choices = country_choices(document, gazetteer, countries, found, name);
    std::erase_if(choices, [&](const CountryChoice& choice) { return choice.country == found[name.mentions[0]].not_in; });
    const auto told = [&](const CountryChoice& choice) { return choice.country == name.lies_in; };
    if (std::any_of(choices.begin(), choices.end(), told))
      std::erase_if(choices, std::not_fn(told));
    else if (known_everywhere(found[name.mentions[0]]))
      continue;
    for (const CountryChoice& choice : choices) {
      int sum = 0;
      for (const int sign : choice.signs) sum += kWeights[sign];
      if (before >= 0 && choice.candidate != before) sum -= choice.candidate < 0 ? kOfNoTable : kOther;
      if (!best || sum > most) best = &choice, most = sum;
    }
    if (!best) continue;
    for (const uint32_t k : name.mentions) found[k].chosen = best->candidate, found[k].lies_in = best->country;
  }
}

}  // namespace gesta
