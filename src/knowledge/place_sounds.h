// In which country a name sounds at home: "Kikambala" is no name of Israel. What three letters stand how often in the names of each country's
// places is counted once (naive Bayes over letters, cf. Cavnar and Trenkle 1994), for the names that no table holds.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace gesta {

class PlaceSounds {
 public:
  // A folded name and the country of its place; both only looked at here.
  void add(std::string_view key, std::string_view country);
  // How much likelier the folded name is in that country than anywhere, as a natural logarithm; 0 for a country without places.
  double likelier(std::string_view key, std::string_view country) const;

 private:
  struct Country {
    uint32_t letters = 0;  // the code in one number
    uint32_t all = 0;
    std::vector<uint16_t> grams;  // no country comes near the most that it holds
  };
  std::vector<Country> countries_;  // by code
  std::vector<uint32_t> grams_;     // of all countries
  uint64_t all_ = 0;
};

}  // namespace gesta
