// Text answers about actors and files; see report.h.
#include "knowledge/report.h"

#include <set>

#include "base/file.h"
#include "base/lists.h"
#include "base/utf8.h"
#include "knowledge/codes.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

std::string day_text(int day) { return day == INT_MIN || day == INT_MAX ? std::string() : iso(from_days(day)); }

std::string role_text(const Role& role) {
  std::string text = "  " + (role.country.empty() ? std::string("-") : std::string(role.country)) + " " +
                     (role.sector.empty() ? std::string("-") : std::string(role.sector));
  if (role.dated) text += " " + day_text(role.from) + ".." + day_text(role.next == INT_MAX ? role.next : role.next - 1);
  if (!role.title.empty()) text += " " + std::string(role.title);
  return text;
}

std::string reason(const Actor& actor, std::optional<Date> on) {
  Tenure tenure = Tenure::holds;
  const Role* role = role_on(actor, on, tenure);
  if (role == nullptr) return "no role listed";
  if (tenure == Tenure::former) return "the last role had ended: former elite (ELI)";
  if (tenure == Tenure::before) return "before the first role: country only";
  return "by the role:" + role_text(*role).substr(1);
}

std::string other_names(const ActorTable& table, uint32_t actor, const std::vector<std::string_view>& keys) {
  std::string text;
  for (uint32_t i = 0; i < table.names.size(); ++i)
    if (table.names[i].actor == actor && !keys[i].empty())
      text += (text.empty() ? "" : ", ") + std::string(keys[i]) + (table.names[i].in_office ? " (in office)" : "");
  return text;
}

// The exact key of each name, by its index: the table holds them the other way round.
std::vector<std::string_view> keys_of(const ActorTable& table) {
  std::vector<std::string_view> keys(table.names.size());
  for (const auto& [key, first] : table.exact)
    for (uint32_t at = first + 1; at != 0; at = table.names[at - 1].next) keys[at - 1] = key;
  return keys;
}

std::vector<uint32_t> bearers(const ActorTable& table, const std::vector<Piece>& pieces) {
  std::vector<uint32_t> out;
  const auto collect = [&](const TextMap<uint32_t>& map, const std::string& key) {
    const auto found = map.find(key);
    for (uint32_t at = found == map.end() ? 0 : found->second + 1; at != 0; at = table.names[at - 1].next)
      if (!among(out, table.names[at - 1].actor)) out.push_back(table.names[at - 1].actor);
  };
  collect(table.exact, join(pieces, pieces.size()));
  collect(table.sound, sound_key(pieces, pieces.size()));
  return out;
}

std::string actor_text(const ActorTable& table, uint32_t index, const std::vector<std::string_view>& keys, std::optional<Date> on) {
  const Actor& actor = table.actors[index];
  std::string text =
      std::string(actor.name) + "  [" + std::string(actor.id) + "]  " + std::string(actor.kind) + "  (" + std::string(actor.where) + ")\n";
  for (const Role& role : actor.roles) text += role_text(role) + "\n";
  return text + "  names: " + other_names(table, index, keys) + "\n  " + (on ? "on " + iso(*on) + ": " : "") + reason(actor, on) + "\n";
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (const Field& field : split_field({text, 1}, ' ')) words.push_back(field.text);
  return words;
}

std::string other_readings(const Knowledge& knowledge, const std::vector<std::string_view>& words, const std::string& lower) {
  std::string text;
  if (const auto hit = knowledge.find_adjective(words); hit && hit->words == words.size())
    text += "adjective or people of " + std::string(knowledge.country_name(hit->country)) + " (" + std::string(hit->country) + ")\n";
  if (const AgentEntry* agent = knowledge.find_agent(words_of(lower)))
    text += "agent \"" + std::string(agent->name) + "\": sector " + std::string(agent->sector) +
            (agent->person ? ", one person" : ", a body or group") + (agent->needs_country ? ", takes its country from the sentence" : "") + "  (" +
            std::string(agent->where) + ")\n";
  return text;
}

}  // namespace

std::string describe_actor(const Knowledge& knowledge, std::string_view name, std::optional<Date> on) {
  const std::vector<std::string_view> words = words_of(name);
  const std::vector<Piece> pieces = cut_name(name);
  const ActorTable& table = knowledge.tables().actors;
  std::string text;
  const std::optional<NameHit> hit = knowledge.find_actor(words, on);
  if (hit && hit->words == words.size())
    text +=
        std::string(name) + (on ? " on " + iso(*on) : "") + " -> " + std::string(hit->actor.name) + ", code " + std::string(hit->actor.code) + "\n\n";
  const std::vector<uint32_t> all = pieces.empty() ? std::vector<uint32_t>() : bearers(table, pieces);
  const std::vector<std::string_view> keys = all.empty() ? std::vector<std::string_view>() : keys_of(table);
  for (const uint32_t actor : all) text += actor_text(table, actor, keys, on);
  text += other_readings(knowledge, words, to_lower(name));
  if (text.empty())
    text = "unknown: " + std::string(name) + "\nAdd a line to a file of your own and pass it with --actors: " + std::string(name) +
           " | person | COUNTRY SECTOR\n";
  return text;
}

namespace {

using Reader = void (*)(const TextFile&, Tables&, Faults&);
struct Form {
  std::string_view name;
  Reader read;
};

// The form of a file, told from its first line of content.
Form form_of(std::string_view content) {
  Form form{"PETRARCH dictionary", read_petrarch};
  Faults none;
  bool decided = false;
  each_line("", content, none, [&](const Line& line) {
    if (decided) return;
    decided = true;
    const size_t fields = line.fields.size();
    for (const std::string_view sign : {"<!--", "---", "- ", "&", "+"})
      if (line.text.starts_with(sign)) return;  // of a PETRARCH dictionary
    if (fields >= 8)
      form = among(kPos, line.fields[1].text) ? Form{"lexicon", read_lexicon} : Form{"ontology", read_ontology};
    else if (fields == 7)
      form = among(kPos, line.fields[1].text) ? Form{"lexicon", read_lexicon} : Form{"countries", read_countries};
    else if (fields >= 3 && line.fields[0].text.size() == 3 && to_lower(line.fields[0].text) != line.fields[0].text)
      form = {"agents", read_agents};
    else if (fields >= 3 && among(kActorKinds, line.fields[1].text))
      form = {"actors", read_actors};
    else if (fields >= 2)
      form = {"outlets", read_outlets};
    else if (line.text.find(':') != std::string_view::npos && line.text.find('[') == std::string_view::npos)
      form = {"classes", read_classes};
  });
  return form;
}

std::string count_text(size_t count, std::string_view what) {
  return count == 0 ? std::string() : std::to_string(count) + " " + std::string(what) + "\n";
}

// Codes of verb patterns that the table does not have.
std::string foreign_codes(const Knowledge& knowledge, const VerbPatterns& verbs) {
  constexpr size_t kShown = 12;
  std::string text;
  size_t count = 0;
  for (const Code& code : verbs.codes)
    if (knowledge.cameo(code.cameo) == nullptr && ++count <= kShown) text += " " + std::string(code.cameo);
  if (count == 0) return {};
  return "note: " + std::to_string(count) + " codes are not in the table of CAMEO:" + text + (count > kShown ? " ..." : "") +
         "; their events keep them, with the type of the code they begin with, if there is one\n";
}

// Pairs and classes that a lexicon names and nobody defines: no fault, but worth a look.
std::string loose_ends(const Knowledge& knowledge, const Tables& tables) {
  std::set<std::string> ends;
  for (const Sense& sense : tables.senses)
    if (sense.kind == "event" && knowledge.code(sense.act, sense.matter) == nullptr)
      ends.insert("note: " + std::string(sense.where) + ": no code for " + std::string(sense.act) + " x " +
                  (sense.matter.empty() ? "-" : std::string(sense.matter)));
  std::string text;
  for (const std::string& end : ends) text += end + "\n";
  return text;
}

}  // namespace

Check check_lexicon(const Knowledge& knowledge, const std::string& file) {
  const std::optional<std::string> content = read_file(file);
  if (!content) return {file + ": cannot be read\n", 1};
  Tables tables;
  tables.countries.names = knowledge.tables().countries.names;
  const Form form = form_of(*content);
  if (form.name == "countries") tables.countries.names.clear();
  Faults faults;
  form.read({file, *content}, tables, faults);
  Check check{{}, faults.count()};
  for (const std::string& fault : faults.list()) check.text += fault + "\n";
  check.text += file + ": " + std::string(form.name) + ", " + std::to_string(faults.count()) + " broken lines\n";
  check.text += count_text(tables.senses.size(), "senses") + count_text(tables.codes.size(), "codes") +
                count_text(tables.actors.actors.size(), "actors") + count_text(tables.agents.size(), "agents") +
                count_text(tables.class_names.size(), "classes") + count_text(tables.discards.size(), "discards") +
                count_text(tables.issues.size(), "issue phrases") + count_text(tables.verbs.verbs, "verbs") +
                count_text(tables.verbs.patterns, "patterns") + count_text(tables.verbs.sets.size(), "sets of words");
  if (tables.verbs.transformations > 0)
    check.text += "note: " + std::to_string(tables.verbs.transformations) + " transformations (~) are left out: composition does their work\n";
  check.text += foreign_codes(knowledge, tables.verbs);
  check.text += loose_ends(knowledge, tables);
  return check;
}

}  // namespace gesta
