// Loads the data folder and answers the look-ups of the face. Files are read in the order of their names, so the tables are the same everywhere.
#include "knowledge/knowledge.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/lists.h"
#include "base/result.h"
#include "base/utf8.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

using Reader = void (*)(const TextFile&, Tables&, Faults&);
constexpr size_t kMostBytes = 64u << 20;  // of one data file

struct Source {
  std::string path;
  Reader read;
  bool own = false;  // a user's file: its faults are complaints unless strict
};

std::vector<std::string> text_files(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".txt") paths.push_back(it->path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void append(std::vector<Source>& out, const std::vector<std::string>& paths, Reader read, bool own) {
  for (const std::string& path : paths) out.push_back({path, read, own});
}

// Countries first: actors name them.
std::vector<Source> sources(const Knowledge::Options& options) {
  std::vector<Source> out;
  if (!options.folder.empty()) {
    const std::string folder = options.folder + "/";
    out = {{folder + "countries.txt", read_countries}, {folder + "ontology.txt", read_ontology}, {folder + "classes.txt", read_classes},
           {folder + "agents.txt", read_agents},       {folder + "outlets.txt", read_outlets},   {folder + "holidays.txt", read_holidays},
           {folder + "words.txt", read_words}};
    std::vector<std::string> actors = text_files(folder + "actors");  // of two who share a name on a day the first is meant: the compiled are last
    std::sort(actors.begin(), actors.end(), [](const std::string& a, const std::string& b) {
      const bool first = a.ends_with("leaders.txt"), second = b.ends_with("leaders.txt");
      return first != second ? second : a < b;
    });
    append(out, actors, read_actors, false);
    append(out, options.lexicons, read_lexicon, true);  // tried before the built-in senses of the same word
    append(out, text_files(folder + "lexicon"), read_lexicon, false);
  } else {
    append(out, options.lexicons, read_lexicon, true);
  }
  append(out, options.actors, read_actors, true);
  append(out, options.petrarch, read_petrarch, true);
  return out;
}

size_t bytes_of(const std::vector<Source>& all, Reader read) {
  size_t bytes = 0;
  for (const Source& source : all) {
    std::error_code error;
    if (source.read != read) continue;
    if (const auto size = std::filesystem::file_size(source.path, error); !error) bytes += std::min<size_t>(size, kMostBytes);
  }
  return bytes;
}

void read_source(const Source& source, Tables& tables, Faults& faults) {
  std::optional<std::string> content = read_file(source.path);
  if (!content && !source.own) return;
  if (!content) return faults.add(source.path, 0, 0, "cannot be read");
  if (content->size() > kMostBytes) return faults.add(source.path, 0, 0, "larger than 64 MiB");
  tables.files.push_back(std::move(*content));
  source.read({tables.strings.keep(source.path), tables.files.back()}, tables, faults);
}

std::string all_of(const std::vector<std::string>& faults) {
  std::string text;
  for (const std::string& fault : faults) text += (text.empty() ? "" : "\n") + fault;
  return text;
}

void index_senses(Tables& tables) {
  for (const Sense& sense : tables.senses)
    tables.by_lemma[tables.strings.keep(std::string(sense.lemma) + "\t" + std::string(sense.pos))].push_back(sense);
}

std::vector<Piece> pieces_of(const std::vector<std::string_view>& words, size_t most) {
  std::vector<Piece> pieces;
  for (uint32_t i = 0; i < words.size() && pieces.size() < most; ++i) cut_pieces(words[i], i, pieces);
  return pieces;
}

// Words that are an adjective of a country only with a capital.
constexpr std::string_view kNeedCapital[] = {"polish", "us", "uk", "un"};

bool adjective_case(const std::vector<Piece>& pieces, const std::string& key) { return pieces[0].upper || !among(kNeedCapital, key); }

}  // namespace

Knowledge::Knowledge(std::unique_ptr<const Tables> tables) : tables_(std::move(tables)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Knowledge Knowledge::load(const Options& options) {
  auto tables = std::make_unique<Tables>();
  tables->home = options.folder.substr(0, options.folder.rfind('/') + 1);
  Faults fatal, own;
  const std::vector<Source> all = sources(options);
  make_room(tables->actors, bytes_of(all, read_actors));
  for (const Source& source : all) read_source(source, *tables, source.own && !options.strict ? own : fatal);
  if (fatal.count() > 0) throw SetupError(all_of(fatal.list()));
  tables->complaints = own.list();
  index_senses(*tables);
  return Knowledge(std::move(tables));
}

const std::vector<std::string>& Knowledge::complaints() const { return tables_->complaints; }

const Code* Knowledge::code(std::string_view act, std::string_view matter) const {
  const auto found = tables_->by_pair.find(std::string(act) + "\t" + std::string(matter));
  return found == tables_->by_pair.end() ? nullptr : &tables_->codes[found->second];
}

const Code* Knowledge::cameo(std::string_view code) const {
  const auto found = tables_->by_cameo.find(code);
  return found == tables_->by_cameo.end() ? nullptr : &tables_->codes[found->second];
}

const std::vector<Code>& Knowledge::codes() const { return tables_->codes; }

bool Knowledge::may_begin_name(std::string_view word) const { return gesta::may_begin_name(tables_->actors, word); }

std::optional<NameHit> Knowledge::find_actor(const std::vector<std::string_view>& words, std::optional<Date> on, const Countries* told) const {
  auto hit = gesta::find_actor(tables_->actors, words, on, told);
  const auto capital = [](std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; };
  if (hit && hit->actor.kind == "ship")  // listed by the letters before its name: "USS Carl Vinson"
    while (hit->words < words.size() && capital(words[hit->words])) ++hit->words;
  return hit;
}

std::optional<Knowledge::AdjectiveHit> Knowledge::find_adjective(const std::vector<std::string_view>& words) const {
  constexpr size_t kLongest = 4;
  const std::vector<Piece> pieces = pieces_of(words, kLongest);
  for (size_t count = std::min(kLongest, pieces.size()); count > 0; --count) {
    if (count < pieces.size() && pieces[count].word == pieces[count - 1].word) continue;
    const std::string key = join(pieces, count);
    const auto found = tables_->countries.adjectives.find(key);
    if (found != tables_->countries.adjectives.end() && adjective_case(pieces, key)) return AdjectiveHit{pieces[count - 1].word + 1, found->second};
  }
  return std::nullopt;
}

std::optional<std::string_view> Knowledge::country_of_adjective(std::string_view word) const {
  const std::vector<Piece> pieces = cut_name(word);
  if (pieces.empty()) return std::nullopt;
  const std::string key = join(pieces, pieces.size());
  const auto found = tables_->countries.adjectives.find(key);
  if (found == tables_->countries.adjectives.end() || !adjective_case(pieces, key)) return std::nullopt;
  return found->second;
}

std::string_view Knowledge::country_name(std::string_view iso3) const {
  const auto found = tables_->countries.names.find(iso3);
  return found == tables_->countries.names.end() ? std::string_view() : found->second;
}

std::string_view Knowledge::capital_name(std::string_view iso3) const {
  const auto found = tables_->countries.capitals.find(iso3);
  return found == tables_->countries.capitals.end() ? std::string_view() : found->second;
}

const AgentEntry* Knowledge::find_agent(const std::vector<std::string_view>& lemmas) const {
  for (size_t first = lemmas.size() - std::min(lemmas.size(), tables_->longest_agent); first < lemmas.size(); ++first) {
    const std::vector<Piece> pieces = pieces_of({lemmas.begin() + static_cast<std::ptrdiff_t>(first), lemmas.end()}, tables_->longest_agent + 1);
    if (pieces.empty()) continue;
    const auto found = tables_->by_agent.find(join(pieces, pieces.size()));
    if (found != tables_->by_agent.end()) return &tables_->agents[found->second];
  }
  return nullptr;
}

std::optional<Knowledge::AgentCodeHit> Knowledge::find_agent_code(const std::vector<std::string_view>& words) const {
  if (tables_->longest_agent_code == 0) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(words, tables_->longest_agent_code + 1);
  for (size_t count = std::min(tables_->longest_agent_code, pieces.size()); count > 0; --count) {
    if (count < pieces.size() && pieces[count].word == pieces[count - 1].word) continue;
    const auto found = tables_->agent_codes.find(join(pieces, count));
    if (found != tables_->agent_codes.end()) return AgentCodeHit{pieces[count - 1].word + 1, found->second};
  }
  return std::nullopt;
}

const VerbPatterns& Knowledge::verb_patterns() const { return tables_->verbs; }

const std::vector<Sense>& Knowledge::senses(std::string_view lemma, std::string_view pos) const {
  static const std::vector<Sense> none;
  const auto found = tables_->by_lemma.find(std::string(lemma) + "\t" + std::string(pos));
  return found == tables_->by_lemma.end() ? none : found->second;
}

const std::vector<Sense>& Knowledge::all_senses() const { return tables_->senses; }

bool Knowledge::in_class(std::string_view lemma, std::string_view cls) const {
  return tables_->classes.contains(std::string(cls) + "\t" + std::string(lemma));
}

const std::vector<std::string_view>& Knowledge::classes_of(std::string_view lemma) const {
  static const std::vector<std::string_view> none;
  const auto found = tables_->classes_of.find(lemma);
  return found == tables_->classes_of.end() ? none : found->second;
}

bool Knowledge::has_discards() const { return !tables_->discards.empty(); }

Knowledge::Discard Knowledge::discard(const std::vector<std::string_view>& words) const {
  Discard worst = Discard::none;
  const std::vector<Piece> pieces = pieces_of(words, words.size() * 4);
  for (size_t first = 0; first < pieces.size() && worst != Discard::story; ++first) {
    std::string key;
    for (size_t last = first; last < pieces.size() && last - first < tables_->longest_discard; ++last) {
      key += (key.empty() ? "" : " ") + pieces[last].text;
      if (const auto found = tables_->discards.find(key); found != tables_->discards.end())
        worst = std::max(worst, found->second ? Discard::story : Discard::sentence);
    }
  }
  return worst;
}

std::vector<std::string_view> Knowledge::issues(const std::vector<std::string_view>& words) const {
  std::vector<std::string_view> out;
  const std::vector<Piece> pieces = pieces_of(words, words.size() * 4);
  for (size_t first = 0; first < pieces.size(); ++first) {
    std::string key;
    for (size_t last = first; last < pieces.size() && last - first < tables_->longest_issue; ++last) {
      key += (key.empty() ? "" : " ") + pieces[last].text;
      const auto found = tables_->issues.find(key);
      if (found != tables_->issues.end() && !found->second.empty() && !among(out, found->second)) out.push_back(found->second);
    }
  }
  return out;
}

}  // namespace gesta
