// Places with coordinates: a compiled, memory-mapped table of GeoNames places (CC BY 4.0) made by scripts/setup, plus the countries,
// first-level regions, seas and well-known regions of data/places.txt.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gesta {

struct Place {
  uint32_t geonames = 0;  // 0 for entries of data/places.txt without one
  std::string_view name;
  std::string_view country;  // ISO 3166-1 alpha-3
  std::string_view admin1;
  double lat = 0, lon = 0;
  uint32_t population = 0;
  enum class Kind : uint8_t { city, admin1, country, region, sea, spot } kind = Kind::city;
};

class Gazetteer {
 public:
  // `compiled` is the binary table; SetupError when it is there and broken. A missing one leaves countries and regions only.
  static Gazetteer load(const std::string& compiled, const std::string& places_txt);
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;
  ~Gazetteer();
  // Every place that bears the name (folded, case ignored): entries of data/places.txt first, then largest population first.
  std::vector<Place> find(std::string_view name) const;
  // How much likelier such a name is among those of the country's places than anywhere (place_sounds.h); counted at the first question.
  double sounds_like(std::string_view name, std::string_view country) const;

 private:
  Gazetteer();
  struct Tables;
  std::unique_ptr<const Tables> tables_;
};

class Knowledge;
// Knowledge::country_of_outlet, else what a town in its name tells: "The Nation (Lahore)", "Seattle Times". Empty when nothing does.
std::string_view country_of_newsroom(const Knowledge& knowledge, const Gazetteer& gazetteer, std::string_view name);

}  // namespace gesta
