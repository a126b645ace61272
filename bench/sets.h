// What the readers of the public sets share: the engine, a count of hits, the XML of their files. Each set has a file of its own, which reads it as
// it is published, asks the engine and prints figures.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "events/events.h"
#include "events/fields.h"

namespace gesta::sets {

struct Engine {
  LanguageReader reader = LanguageReader::load("models");
  Knowledge knowledge = Knowledge::load({"data", {}, {}, {}, false});
  Gazetteer gazetteer = Gazetteer::load("build/data/gazetteer.bin", "data/places.txt");
  bool show = false;
};

struct Hits {
  size_t gold = 0, found = 0, right = 0;
  double f1() const { return gold + found ? 2.0 * static_cast<double>(right) / static_cast<double>(gold + found) : 0; }
};
double share(size_t part, size_t whole);

std::string slurp(const std::string& path);
std::vector<std::string> files_of(const std::string& folder, std::string_view extension);

// XML, as far as these files go: the text between two marks, from `at` on, which moves behind the second; of the first such pair; without entities.
std::string_view between(std::string_view text, std::string_view open, std::string_view close, size_t& at);
std::string_view first(std::string_view text, std::string_view open, std::string_view close);
std::string plain(std::string_view xml);
std::vector<uint32_t> bytes_of(std::string_view text);  // of the characters' offsets

void places(const Engine& engine, const std::string& path);
void truth(const Engine& engine, const std::string& path);
void said(const Engine& engine, const std::string& folder);
void meantime(const Engine& engine, const std::string& folder);
void petrarch(const Engine& engine, const std::string& path);
void recognizers(const Engine& engine, const std::string& path);

}  // namespace gesta::sets
