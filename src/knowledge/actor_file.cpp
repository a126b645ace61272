// Reads data/actors/*.txt and users' own actor files: `name | kind | roles | other names`, and data/outlets.txt: `name | country | other names`.
// Roles are parted by commas: `EGY GOV 2014-06-08.. president`; days are inclusive on both sides, either may be missing; a role without days
// holds when no dated one does. docs/formats.md has the whole form.
#include "knowledge/codes.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

constexpr std::string_view kDash = "-";

std::string slug(std::string_view name) {
  std::string out = join(cut_name(name), cut_name(name).size());
  for (char& c : out)
    if (c == ' ') c = '-';
  return out;
}

// The word at the front of `rest`, which loses it.
Field next_word(Field& rest) {
  const size_t end = std::min(rest.text.find(' '), rest.text.size());
  const Field word{rest.text.substr(0, end), rest.column};
  const size_t next = std::min(rest.text.find_first_not_of(' ', end), rest.text.size());
  rest = {rest.text.substr(next), rest.column + static_cast<uint32_t>(next)};
  return word;
}

bool read_days(const Line& line, const Field& field, Role& role) {
  const size_t dots = field.text.find("..");
  const std::string_view from = field.text.substr(0, dots), to = field.text.substr(dots + 2);
  DayRange day{};
  role.dated = true;
  if (!from.empty() && !parse_day(from, day)) return line.fault(field.column, "no date: " + std::string(from)), false;
  if (!from.empty()) role.from = day.first;
  if (!to.empty() && !parse_day(to, day)) return line.fault(field.column, "no date: " + std::string(to)), false;
  if (!to.empty()) role.next = day.next;
  if (role.from >= role.next) return line.fault(field.column, "the role ends before it starts"), false;
  return true;
}

constexpr std::string_view kWorld = "world";  // an outlet that reports on all countries from all of them

bool read_role(const Line& line, Field rest, Tables& tables, Role& role) {
  const Field country = next_word(rest), sector = next_word(rest);
  if (country.text != kDash && !known_country(tables, country.text))
    return line.fault(country.column, "unknown country: " + std::string(country.text)), false;
  if (sector.text.empty()) return line.fault(country.column, "a role is: country sector [from..to] [title]"), false;
  if (sector.text != kDash && !among(kSectors, sector.text)) return line.fault(sector.column, "unknown sector: " + std::string(sector.text)), false;
  if (country.text != kDash) role.country = country.text;
  if (sector.text != kDash) role.sector = sector.text;
  role.code = role_code(tables, role.country, role.sector);
  role.former_code = role_code(tables, role.country, "ELI");
  if (rest.text.substr(0, rest.text.find(' ')).find("..") != std::string_view::npos && !read_days(line, next_word(rest), role)) return false;
  role.title = rest.text;
  return true;
}

// person:paul-biya; a second bearer of the name gets its country, then a number.
std::string fresh_id(const ActorTable& table, std::string_view kind, std::string_view name, std::string_view country) {
  const std::string id = std::string(kind) + ":" + slug(name);
  if (!table.ids.contains(id)) return id;
  const std::string longer = id + "-" + std::string(country);
  std::string numbered = longer;
  for (int k = 2; table.ids.contains(numbered); ++k) numbered = longer + std::to_string(k);
  return numbered;
}

void add_names(Tables& tables, uint32_t actor, const std::vector<Field>& names) {
  for (const Field& name : names) add_name(tables, actor, name.text);
}

void count_bearer(Tables& tables, std::string_view name) {
  for (const Piece& piece : cut_name(name)) {
    auto found = tables.actors.bearers.find(piece.text);
    if (found == tables.actors.bearers.end()) found = tables.actors.bearers.emplace(tables.strings.keep(piece.text), 0).first;
    if (found->second < 255) ++found.value();
  }
}

void read_actor(const Line& line, Tables& tables) {
  if (line.fields.size() < 3 || line.fields.size() > 4) return line.fault(1, "an actor is: name | kind | roles | other names");
  const Field &name = line.fields[0], &kind = line.fields[1];
  if (cut_name(name.text).empty()) return line.fault(name.column, "a name without letters");
  if (!among(kActorKinds, kind.text)) return line.fault(kind.column, "unknown kind of actor: " + std::string(kind.text));
  Actor actor{{}, name.text, kind.text, {}, {}};
  for (const Field& part : split_field(line.fields[2], ',')) {
    Role role;
    if (!read_role(line, part, tables, role)) return;
    actor.roles.push_back(role);
  }
  if (actor.roles.empty()) return line.fault(line.fields[2].column, "an actor needs a role");
  actor.id = tables.strings.keep(fresh_id(tables.actors, kind.text, name.text, actor.roles[0].country));
  actor.where = keep_where(tables, line);
  const uint32_t index = add_actor(tables, std::move(actor));
  add_name(tables, index, name.text);
  if (kind.text == "person") count_bearer(tables, name.text);
  if (line.fields.size() == 4) add_names(tables, index, split_field(line.fields[3], ','));
}

void read_outlet(const Line& line, Tables& tables) {
  if (line.fields.size() < 2 || line.fields.size() > 3) return line.fault(1, "an outlet is: name | country | other names");
  const Field& name = line.fields[0];
  Field rest = line.fields[1];
  const Field country = next_word(rest);
  if (cut_name(name.text).empty()) return line.fault(name.column, "a name without letters");
  if (country.text != kDash && !known_country(tables, country.text))
    return line.fault(country.column, "unknown country: " + std::string(country.text));
  if (!rest.text.empty() && rest.text != kWorld) return line.fault(rest.column, "after its country an outlet may have the word \"world\"");
  Role role;
  role.title = rest.text;
  role.sector = "MED";
  if (country.text != kDash) role.country = country.text;
  role.code = role_code(tables, role.country, role.sector);
  Actor actor{tables.strings.keep(fresh_id(tables.actors, "outlet", name.text, role.country)), name.text, "outlet", keep_where(tables, line), {role}};
  const uint32_t index = add_actor(tables, std::move(actor));
  add_name(tables, index, name.text);
  if (line.fields.size() == 3) add_names(tables, index, split_field(line.fields[2], ','));
}

}  // namespace

std::string_view keep_where(Tables& tables, const Line& line) {
  const std::string where = line.where();
  return tables.strings.keep(where.substr(where.starts_with(tables.home) ? tables.home.size() : 0));
}

void read_actors(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_actor(line, tables); });
}

void make_room(ActorTable& table, size_t bytes) {
  constexpr size_t kBytesPerActor = 64, kBytesPerName = 32;
  table.actors.reserve(bytes / kBytesPerActor), table.ids.reserve(bytes / kBytesPerActor);
  table.names.reserve(bytes / kBytesPerName);
  for (auto* map : {&table.exact, &table.sound}) map->reserve(bytes / kBytesPerName);
}

void read_outlets(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_outlet(line, tables); });
}

}  // namespace gesta
