// Reads the dictionaries of TABARI, PETRARCH and PETRARCH2 as they are: actors, agents, discards and issues, told apart by their content.
//   actors    NAME_ [CODE] ; +SYNONYM ; <tab>[CODE 930101-980630] [CODE >20010101]; the start of a spell counts, its end does not
//   agents    NAME {PLURAL} [~COP], sets !PERSON! = MAN, WOMEN
//   discards  PHRASE, +PHRASE for a whole story          issues    phrase [ISSUE], ~phrase for "never", n:word with its plural
// Comments: # and ; to the end of the line, <!-- --> over several lines. Bad lines are reported, the rest is read (the readers of the originals drop
// them silently). Verb dictionaries: verb_file.cpp.
#include <algorithm>

#include "base/utf8.h"
#include "knowledge/codes.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

using RawLine = PetrarchLine;

// The line up to its comment; "[###]", the code of actors to be left alone, is none.
std::string_view without_comment(std::string_view line) {
  size_t at = line.find_first_of("#;");
  while (at != std::string_view::npos && at > 0 && line.substr(at - 1).starts_with("[###]")) at = line.find_first_of("#;", at + 3);
  return line.substr(0, at);
}

// Lines without comments; <!-- --> may span lines. "; #" inside [] is a comment too: brackets never hold either.
std::vector<RawLine> raw_lines(std::string_view content) {
  std::vector<RawLine> out;
  uint32_t number = 0;
  bool in_comment = false;
  for (size_t at = 0; at < content.size();) {
    const size_t end = std::min(content.find('\n', at), content.size());
    std::string_view line = content.substr(at, end - at);
    at = end + 1, ++number;
    if (const size_t close = line.find("-->"); in_comment && close != std::string_view::npos) line.remove_prefix(close + 3), in_comment = false;
    if (in_comment) continue;
    if (const size_t open = std::min(line.find("<!--"), line.find("<! --")); open != std::string_view::npos) {
      in_comment = line.find("-->", open) == std::string_view::npos;
      line = line.substr(0, open);
    }
    line = trim(without_comment(line));
    if (!line.empty()) out.push_back({line, number});
  }
  return out;
}

// 930101 or 19930101; years of two digits up to 30 are of this century. nullopt when it is no day; day and month 00 count as 01.
std::optional<int> petrarch_day(std::string_view text) {
  if ((text.size() != 6 && text.size() != 8) || !std::all_of(text.begin(), text.end(), digit)) return std::nullopt;
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  const size_t years = text.size() - 4;
  int year = number(0, years);
  if (years == 2) year += year <= 30 ? 2000 : 1900;
  const Date date{year, std::max(1, number(years, 2)), std::max(1, number(years + 2, 2))};
  if (date.month > 12 || date.day > 31 || year < 1000) return std::nullopt;
  return to_days({date.year, date.month, std::min(date.day, days_in_month(date.year, date.month))});
}

bool read_spell(std::string_view text, Role& role) {
  role.dated = true;
  std::string days(text);
  days.erase(std::remove_if(days.begin(), days.end(), space), days.end());
  const std::string_view view = days;
  const std::optional<int> from = petrarch_day(view.starts_with('>') ? view.substr(1) : view.substr(0, view.find('-')));
  if (view.starts_with('>')) return from ? (role.from = *from, true) : false;
  if (view.starts_with('<')) {
    const std::optional<int> next = petrarch_day(view.substr(1));
    return next ? (role.next = *next, true) : false;
  }
  const size_t dash = view.find('-');
  const std::optional<int> next = dash == std::string_view::npos ? std::nullopt : petrarch_day(view.substr(dash + 1));
  if (!from || !next) return false;
  role.from = *from, role.next = *next;
  return true;
}

// EGYGOVMIL: country, then the first part that is a sector; other letters (religion, ethnic group) are kept in the code alone.
void split_code(std::string_view code, Tables& tables, Role& role) {
  role.code = tables.strings.keep(code);
  size_t at = 0;
  if (code.size() >= 3 && known_country(tables, code.substr(0, 3))) role.country = role.code.substr(0, 3), at = 3;
  for (; at + 3 <= code.size() && role.sector.empty(); at += 3)
    if (among(kSectors, code.substr(at, 3))) role.sector = role.code.substr(at, 3);
  if (role.country == "IGO" || role.country == "NGO") role.sector = role.country;
  role.former_code = role_code(tables, role.country, "ELI");
}

std::string words_of_name(std::string_view name) {
  std::string words(trim(name));
  std::replace(words.begin(), words.end(), '_', ' ');
  return std::string(trim(words));
}

// "[A 1-2] [B]" -> inner texts; the rest before the first bracket is the name.
std::vector<std::string_view> brackets(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open)) {
    const size_t close = std::min(text.find(']', open), text.size());
    out.push_back(trim(text.substr(open + 1, close - open - 1)));
    open = close;
  }
  return out;
}

struct ActorBlock {
  std::vector<std::string> names;
  std::vector<Role> roles;
  uint32_t line = 0;
};

class ActorReader {
 public:
  ActorReader(const TextFile& file, Tables& tables, Faults& faults) : file_(file), tables_(tables), faults_(faults) {}

  void read(const RawLine& line) {
    const std::string_view name = trim(line.text.substr(0, line.text.find('[')));
    if (!name.empty() && name.front() != '+') close(), block_.line = line.number;
    if (!name.empty()) block_.names.push_back(words_of_name(name.front() == '+' ? name.substr(1) : name));
    for (const std::string_view code : brackets(line.text)) read_code(line, code);
  }

  void close() {
    if (!block_.names.empty() && !block_.roles.empty()) add();
    block_ = {};
  }

 private:
  void read_code(const RawLine& line, std::string_view text) {
    if (block_.names.empty()) return fault(line, "a code without a name before it: put the line below NAME");
    const size_t cut = std::min(text.find_first_of(" \t<>"), text.size());
    Role role;
    if (text.substr(0, cut).empty()) return fault(line, "an empty code: write [CODE]");
    split_code(text.substr(0, cut), tables_, role);
    const std::string_view spell = trim(text.substr(cut));
    if (!spell.empty() && !read_spell(spell, role))
      return fault(line, "no dates: " + std::string(spell) + "; write 930101-980630, <930101 or >930101");
    block_.roles.push_back(role);
  }

  void fault(const RawLine& line, const std::string& reason) { faults_.add(file_.name, line.number, 1, reason); }

  void add() {
    Actor actor;
    const std::vector<Piece> pieces = cut_name(block_.names[0]);
    if (pieces.empty()) return faults_.add(file_.name, block_.line, 1, "a name without letters: write NAME [CODE]");
    actor.id = tables_.strings.keep("petrarch:" + join(pieces, pieces.size()));
    actor.name = tables_.strings.keep(block_.names[0]);
    actor.kind = "group";
    actor.where = tables_.strings.keep(std::string(file_.name) + ":" + std::to_string(block_.line));
    actor.roles = std::move(block_.roles);
    const uint32_t index = add_actor(tables_, std::move(actor));
    // Their names are all capitals: kept in lower case, so that case decides nothing.
    for (const std::string& name : block_.names) add_name(tables_, index, to_lower(name));
  }

  const TextFile& file_;
  Tables& tables_;
  Faults& faults_;
  ActorBlock block_;
};

void read_actor_dictionary(const TextFile& file, const std::vector<RawLine>& lines, Tables& tables, Faults& faults) {
  ActorReader reader(file, tables, faults);
  for (const RawLine& line : lines) reader.read(line);
  reader.close();
}

using Sets = std::unordered_map<std::string, std::vector<std::string>>;

// "POLICE!PERSON!" -> "police man", ...; a name without a set is itself.
std::vector<std::string> spelled_out(const std::string& name, const Sets& sets) {
  const size_t open = name.find('!');
  const size_t close = open == std::string::npos ? open : name.find('!', open + 1);
  if (close == std::string::npos) return {to_lower(words_of_name(name))};
  const auto found = sets.find(name.substr(open, close - open + 1));
  std::vector<std::string> out;
  if (found == sets.end()) return out;
  for (const std::string& word : found->second) out.push_back(to_lower(words_of_name(name.substr(0, open) + word + name.substr(close + 1))));
  return out;
}

bool read_set(std::string_view text, Sets& sets) {
  const size_t equals = text.find('=');
  if (text.front() != '!' || equals == std::string_view::npos) return false;
  std::vector<std::string>& words = sets[std::string(trim(text.substr(0, equals)))];
  for (const Field& word : split_field({text.substr(equals + 1), 1}, ',')) words.emplace_back(word.text);
  return true;
}

// "{PLURAL PLURAL}"; braces without a word: no plural; without braces: -S, -IES.
std::vector<std::string> plurals_of(std::string_view line, const std::string& name) {
  const size_t open = line.find('{');
  if (open == std::string_view::npos) {
    const bool y = name.ends_with('y') && name.size() > 1 && std::string_view("aeiou").find(name[name.size() - 2]) == std::string_view::npos;
    return {y ? name.substr(0, name.size() - 1) + "ies" : name + "s"};
  }
  std::vector<std::string> out;
  for (const Field& field : split_field({line.substr(open + 1, line.find('}') - open - 1), 1}, ' ')) out.emplace_back(field.text);
  return out;
}

// The whole code with its side, for parties that are coded as the dictionaries say (events/coded_phrases.h).
void add_agent_codes(const RawLine& line, std::string_view written, const std::string& code, const std::vector<std::string>& names, Tables& tables) {
  const AgentCode entry{tables.strings.keep(trim(code)), !trim(written).starts_with('~')};
  const auto add = [&](const std::string& name) {
    const std::vector<Piece> pieces = cut_name(words_of_name(name));
    if (pieces.empty()) return;
    tables.longest_agent_code = std::max(tables.longest_agent_code, pieces.size());
    tables.agent_codes.emplace(tables.strings.keep(join(pieces, pieces.size())), entry);
  };
  for (const std::string& name : names) {
    add(name);
    for (const std::string& plural : plurals_of(line.text, name)) add(plural);
  }
}

void read_agent(const TextFile& file, const RawLine& line, const Sets& sets, Tables& tables, Faults& faults) {
  const std::vector<std::string_view> codes = brackets(line.text);
  if (codes.empty() || codes[0].find('~') == std::string_view::npos)
    return faults.add(file.name, line.number, 1, "an agent is: NAME {PLURAL} [~CODE]");
  std::string code(codes[0]);
  code.erase(std::remove(code.begin(), code.end(), '~'), code.end());
  Role role;
  split_code("   " + code, tables, role);
  const std::string_view where = tables.strings.keep(std::string(file.name) + ":" + std::to_string(line.number));
  const std::string_view head = line.text.substr(0, line.text.find_first_of("[{"));
  const std::vector<std::string> names = spelled_out(std::string(trim(head)), sets);
  add_agent_codes(line, codes[0], code, names, tables);
  if (names.empty() || names[0].empty())
    return faults.add(file.name, line.number, 1, "an unknown set or an empty name: define !SET! = WORD, WORD above");
  for (const std::string& name : names)
    add_agent(tables, name, role.sector.empty() ? tables.strings.keep(code.substr(0, 3)) : role.sector, false, true, where);
}

void read_agent_dictionary(const TextFile& file, const std::vector<RawLine>& lines, Tables& tables, Faults& faults) {
  Sets sets;
  for (const RawLine& line : lines)
    if (!read_set(line.text, sets)) read_agent(file, line, sets, tables, faults);
}

void read_discard_dictionary(const std::vector<RawLine>& lines, Tables& tables) {
  for (const RawLine& line : lines) {
    const bool story = line.text.front() == '+';
    const std::vector<Piece> pieces = cut_name(words_of_name(line.text.substr(story ? 1 : 0)));
    if (pieces.empty()) continue;
    tables.longest_discard = std::max(tables.longest_discard, pieces.size());
    tables.discards[tables.strings.keep(join(pieces, pieces.size()))] = story;
  }
}

// "pre+n:school" -> "pre school"; + joins words, n: and v: ask for inflected forms (plural and -s here).
void add_issue(Tables& tables, std::string_view phrase, std::string_view issue) {
  std::string words(phrase);
  const bool inflected = words.find("n:") != std::string::npos || words.find("v:") != std::string::npos;
  for (const std::string_view mark : {"n:", "v:", "a:"})
    for (size_t at; (at = words.find(mark)) != std::string::npos;) words.erase(at, 2);
  std::replace(words.begin(), words.end(), '+', ' ');
  const std::vector<Piece> pieces = cut_name(words_of_name(words));
  if (pieces.empty()) return;
  tables.longest_issue = std::max(tables.longest_issue, pieces.size());
  const std::string key = join(pieces, pieces.size());
  tables.issues[tables.strings.keep(key)] = issue;
  if (inflected) tables.issues[tables.strings.keep(key + "s")] = issue;
}

void read_issue_dictionary(const std::vector<RawLine>& lines, Tables& tables) {
  for (const RawLine& line : lines) {
    if (line.text.front() == '<') continue;
    const std::vector<std::string_view> issues = brackets(line.text);
    if (line.text.front() == '~')
      add_issue(tables, line.text.substr(1), {});
    else if (!issues.empty())
      add_issue(tables, trim(line.text.substr(0, line.text.find('['))), tables.strings.keep(issues[0]));
  }
}

bool has(const std::vector<RawLine>& lines, std::string_view mark) {
  return std::any_of(lines.begin(), lines.end(), [&](const RawLine& line) { return line.text.find(mark) != std::string_view::npos; });
}

}  // namespace

void read_petrarch(const TextFile& file, Tables& tables, Faults& faults) {
  const std::vector<RawLine> lines = raw_lines(file.content);
  if (has(lines, "[~")) return read_agent_dictionary(file, lines, tables, faults);
  if (has(lines, "<ISSUE") || has(lines, "n:")) return read_issue_dictionary(lines, tables);
  const bool verbs =
      std::any_of(lines.begin(), lines.end(), [](const RawLine& line) { return line.text.starts_with("---") || line.text.starts_with("- "); });
  if (verbs) return read_verb_dictionary(file, lines, tables, faults);
  if (!has(lines, "[")) return read_discard_dictionary(lines, tables);
  read_actor_dictionary(file, lines, tables, faults);
}

}  // namespace gesta
