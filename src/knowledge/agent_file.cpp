// Reads data/agents.txt: `sector | person or body [free] | names`. Names are singular, lower case, parted by commas. "free" agents need no country
// (peacekeepers, terrorists at large). A name may stand once only.
#include "knowledge/codes.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

std::string agent_key(std::string_view name) {
  const std::vector<Piece> pieces = cut_name(name);
  return join(pieces, pieces.size());
}

void read_agent(const Line& line, Tables& tables) {
  if (line.fields.size() != 3) return line.fault(1, "agents are: sector | person or body [free] | names");
  const Field &sector = line.fields[0], &flags = line.fields[1];
  if (!among(kSectors, sector.text)) return line.fault(sector.column, "unknown sector: " + std::string(sector.text));
  bool person = false, free = false;
  for (const Field& flag : split_field(flags, ' ')) {
    if (flag.text == "person")
      person = true;
    else if (flag.text == "free")
      free = true;
    else if (flag.text != "body")
      return line.fault(flag.column, "unknown flag: " + std::string(flag.text));
  }
  const std::string_view where = keep_where(tables, line);
  for (const Field& name : split_field(line.fields[2], ',')) {
    if (tables.by_agent.contains(agent_key(name.text)))
      line.fault(name.column, "listed twice: " + std::string(name.text));
    else
      add_agent(tables, name.text, sector.text, person, !free, where);
  }
}

}  // namespace

void add_agent(Tables& tables, std::string_view name, std::string_view sector, bool person, bool needs_country, std::string_view where) {
  const std::vector<Piece> pieces = cut_name(name);
  if (pieces.empty()) return;
  tables.longest_agent = std::max(tables.longest_agent, pieces.size());
  const std::string_view key = tables.strings.keep(join(pieces, pieces.size()));
  tables.by_agent[key] = static_cast<uint32_t>(tables.agents.size());
  tables.agents.push_back({key, sector, person, needs_country, where});
}

void read_agents(const TextFile& file, Tables& tables, Faults& faults) {
  each_line(file.name, file.content, faults, [&](const Line& line) { read_agent(line, tables); });
}

}  // namespace gesta
