// Reads data/countries.txt: `ISO | name | other names | adjectives | peoples | capitals | seats | domain`. A country gives up to four actors: the
// state, its people (sector CVL), its capital and the seats that stand for its government (Kremlin, Downing Street), both GOV. IGO, NGO and MNC stand
// beside the countries as codes of actors without one.
#include "base/utf8.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

bool iso_form(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string joined(std::string_view name) {
  const std::vector<Piece> pieces = cut_name(name);
  return join(pieces, pieces.size());
}

uint32_t part(Tables& tables, const Line& line, std::string_view kind, std::string_view name, std::string_view sector) {
  const std::string_view iso = line.fields[0].text;
  std::string id = std::string(kind) + ":" + std::string(iso);
  if (kind == "capital" || kind == "seat") id = std::string(kind) + ":" + std::string(iso) + ":" + joined(name);
  Role role;
  role.country = iso, role.sector = sector;
  role.code = role_code(tables, iso, sector);
  return add_actor(tables, Actor{tables.strings.keep(id), name, kind, keep_where(tables, line), {role}});
}

void add_adjective(Tables& tables, std::string_view word, std::string_view iso) {
  tables.countries.adjectives.emplace(tables.strings.keep(joined(word)), iso);
}

void read_country(const Line& line, Tables& tables) {
  if (line.fields.size() != 8) return line.fault(1, "a country is: ISO | name | other names | adjectives | peoples | capitals | seats | domain");
  const Field &iso = line.fields[0], &name = line.fields[1];
  if (!iso_form(iso.text)) return line.fault(iso.column, "no ISO 3166-1 alpha-3 code: " + std::string(iso.text));
  if (cut_name(name.text).empty()) return line.fault(name.column, "a country without a name");
  if (!tables.countries.names.emplace(iso.text, name.text).second) return line.fault(iso.column, "listed twice: " + std::string(iso.text));
  const uint32_t state = part(tables, line, "state", name.text, {});
  add_name(tables, state, name.text);
  for (const Field& other : split_field(line.fields[2], ',')) add_name(tables, state, other.text);
  for (const Field& adjective : split_field(line.fields[3], ',')) add_adjective(tables, adjective.text, iso.text);
  const std::vector<Field> peoples = split_field(line.fields[4], ',');
  if (!peoples.empty()) {
    const uint32_t people = part(tables, line, "people", peoples[0].text, "CVL");
    for (const Field& each : peoples) add_name(tables, people, each.text), add_adjective(tables, each.text, iso.text);
  }
  for (const Field& each : split_field(line.fields[5], ',')) tables.countries.capitals.emplace(iso.text, each.text);
  for (const Field& each : split_field(line.fields[5], ',')) add_name(tables, part(tables, line, "capital", each.text, "GOV"), each.text);
  for (const Field& each : split_field(line.fields[6], ',')) add_name(tables, part(tables, line, "seat", each.text, "GOV"), each.text);
  for (const Field& each : split_field(line.fields[7], ',')) tables.countries.domains.emplace(each.text, iso.text);
}

}  // namespace

bool known_country(const Tables& tables, std::string_view iso3) {
  for (const std::string_view code : kNoCountry)
    if (iso3 == code) return true;
  return tables.countries.names.contains(iso3);
}

void read_countries(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_country(line, tables); });
}

}  // namespace gesta
