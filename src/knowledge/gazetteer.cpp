// The gazetteer: build/data/gazetteer.bin mapped as it is (docs/formats-gazetteer.md gives the layout) and data/places.txt read beside it.
// A name is folded, hashed (FNV-1a) and found among sorted hashes through a table of their top 16 bits; no text of keys is kept, 64 bits
// tell 632,000 names apart. Every offset is checked once on load, so that a look-up cannot leave the map. When a name is not there, the look-up
// tries it without a leading article ("al-", "the") and without a trailing generic word ("province", "district").
#include "knowledge/gazetteer.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <span>

#include "base/file.h"
#include "base/hash.h"
#include "base/result.h"
#include "base/utf8.h"
#include "knowledge/place_sounds.h"

namespace gesta {
namespace {

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

constexpr std::string_view kMagic = "GSTGAZ01";
constexpr uint32_t kVersion = 1, kBuckets = 1u << 16;
constexpr std::string_view kArticles[] = {"the ", "al ", "el ", "ad ", "ar ", "as ", "at ", "az ", "ash "};
constexpr std::string_view kGeneric[] = {" province",   " governorate", " state", " region",  " oblast",    " district", " prefecture", " county",
                                         " department", " city",        " town",  " village", " territory", " township", " borough"};

struct Header {
  char magic[8];
  uint32_t version, places, names, references, pool, reserved;
  uint64_t hash;
};
static_assert(sizeof(Header) == 40);

struct Record {
  uint32_t geonames;
  float lat, lon;
  uint32_t population, name, admin1;
  char country[3];
  uint8_t kind;
};
static_assert(sizeof(Record) == 28);

uint64_t hash_words(std::string_view bytes) {
  uint64_t hash = kFnvOffset;
  for (size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = (hash ^ word) * 1099511628211ull;
  }
  return hash;
}

// The key of a name, as scripts/compile_gazetteer makes it.
std::string fold_key(std::string_view name) {
  std::string key;
  for (const char c : fold_latin(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      key.push_back(c);
    else if (c >= 'A' && c <= 'Z')
      key.push_back(static_cast<char>(c + 32));
    else if ((c == '-' || c == ' ' || c == '/' || c == '_' || c == '(' || c == ')' || c == '\n') && !key.empty() && key.back() != ' ')
      key.push_back(' ');
    else if (static_cast<unsigned char>(c) >= 0x80)
      return {};
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::optional<Place::Kind> parse_kind(std::string_view text) {
  constexpr std::pair<std::string_view, Place::Kind> kinds[] = {{"city", Place::Kind::city},       {"admin1", Place::Kind::admin1},
                                                                {"country", Place::Kind::country}, {"region", Place::Kind::region},
                                                                {"sea", Place::Kind::sea},         {"spot", Place::Kind::spot}};
  for (const auto& [name, kind] : kinds)
    if (name == text) return kind;
  return std::nullopt;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool number(std::string_view text, double limit, double& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= -limit && out <= limit;
}

}  // namespace

struct Gazetteer::Tables {
  MappedFile file;
  std::span<const Record> records;
  std::span<const uint64_t> hashes;
  std::span<const uint32_t> buckets, starts, references;
  std::string_view pool;
  std::string facts;  // text of places.txt
  std::map<std::string, std::vector<Place>, std::less<>> listed;
  mutable std::once_flag counted;
  mutable PlaceSounds sounds;

  void map(const std::string& path);
  void read_facts(const std::string& path);
  void read_fact(std::string_view line, const std::string& path, size_t number_of_line);
  void find_key(std::string_view key, std::vector<Place>& out) const;
  Place place(const Record& record) const;
  bool sound() const;
};

bool Gazetteer::Tables::sound() const {
  const auto ascending = [](std::span<const uint32_t> list, size_t top) { return std::is_sorted(list.begin(), list.end()) && list.back() <= top; };
  if (pool.empty() || pool.back() != '\0' || !ascending(buckets, hashes.size()) || !ascending(starts, references.size())) return false;
  if (std::any_of(references.begin(), references.end(), [&](uint32_t r) { return r >= records.size(); })) return false;
  return std::all_of(records.begin(), records.end(), [&](const Record& r) { return r.name < pool.size() && r.admin1 < pool.size() && r.kind <= 4; });
}

void Gazetteer::Tables::map(const std::string& path) {
  auto opened = MappedFile::open(path);
  if (!opened) return;
  file = std::move(*opened);
  const std::string_view bytes = file.bytes();
  const auto broken = [&](std::string_view why) { throw SetupError(path + ": " + std::string(why) + "; run scripts/setup to make it again"); };
  Header head{};
  if (bytes.size() < sizeof head) broken("too short for a gazetteer");
  std::memcpy(&head, bytes.data(), sizeof head);
  if (std::string_view(head.magic, 8) != kMagic) broken("is no gazetteer");
  if (head.version != kVersion) broken("is a gazetteer of another version");
  size_t at = sizeof head;
  const auto part = [&]<class T>(std::span<const T>& out, uint64_t count) {
    if (count * sizeof(T) > bytes.size() - at) broken("is cut short");
    out = {reinterpret_cast<const T*>(bytes.data() + at), static_cast<size_t>(count)};
    at = std::min(bytes.size(), at + (static_cast<size_t>(count) * sizeof(T) + 7) / 8 * 8);
  };
  std::span<const char> names;
  part(records, head.places), part(hashes, head.names), part(buckets, kBuckets + 1), part(starts, uint64_t{head.names} + 1);
  part(references, head.references), part(names, head.pool);
  pool = {names.data(), names.size()};
  if (at != bytes.size()) broken("has bytes left over");
  if (hash_words(bytes.substr(sizeof head)) != head.hash) broken("does not match its hash");
  if (!sound()) broken("has offsets that lead out of it");
}

void Gazetteer::Tables::read_fact(std::string_view line, const std::string& path, size_t number_of_line) {
  const auto fault = [&](size_t column, std::string_view why) {
    throw SetupError(path + ":" + std::to_string(number_of_line) + ":" + std::to_string(column + 1) + ": " + std::string(why));
  };
  std::string_view fields[5];
  size_t columns[5] = {}, at = 0;
  for (size_t k = 0; k < 5; ++k) {
    const size_t end = k < 4 ? line.find('|', at) : line.size();
    if (end == std::string_view::npos) fault(line.size(), "five fields wanted: kind | country | latitude | longitude | names");
    fields[k] = trim(line.substr(at, end - at)), columns[k] = at, at = end + 1;
  }
  Place place;
  const auto kind = parse_kind(fields[0]);
  if (!kind) fault(columns[0], "kind is one of country admin1 region sea city spot");
  place.kind = *kind;
  if (fields[1] != "-" && fields[1].size() != 3) fault(columns[1], "three letters of ISO 3166-1 wanted, or -");
  if (fields[1] != "-") place.country = fields[1];
  if (!number(fields[2], 90, place.lat)) fault(columns[2], "latitude between -90 and 90 wanted");
  if (!number(fields[3], 180, place.lon)) fault(columns[3], "longitude between -180 and 180 wanted");
  if (fields[4].empty()) fault(columns[4], "a name is missing");
  for (std::string_view rest = fields[4]; !rest.empty();) {
    const size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view name = trim(rest.substr(0, comma));
    if (place.name.empty()) place.name = name;
    if (place.kind == Place::Kind::admin1) place.admin1 = place.name;
    if (const std::string key = fold_key(name); !key.empty()) listed[key].push_back(place);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
}

void Gazetteer::Tables::read_facts(const std::string& path) {
  auto text = read_file(path);
  if (!text) throw SetupError(path + ": cannot be read");
  facts = std::move(*text);
  size_t count = 0;
  for (size_t at = 0; at < facts.size();) {
    const size_t end = std::min(facts.find('\n', at), facts.size());
    const std::string_view line = trim(std::string_view(facts).substr(at, end - at));
    ++count, at = end + 1;
    if (!line.empty() && line.front() != '#') read_fact(line, path, count);
  }
}

Place Gazetteer::Tables::place(const Record& record) const {
  Place place;
  place.geonames = record.geonames;
  place.name = pool.data() + record.name;  // the pool ends in a zero
  place.admin1 = pool.data() + record.admin1;
  place.country = {record.country, 3};
  place.lat = record.lat, place.lon = record.lon;
  place.population = record.population;
  place.kind = static_cast<Place::Kind>(record.kind);
  return place;
}

void Gazetteer::Tables::find_key(std::string_view key, std::vector<Place>& out) const {
  if (const auto it = listed.find(key); it != listed.end()) out.insert(out.end(), it->second.begin(), it->second.end());
  if (hashes.empty() || key.size() < 2) return;
  const uint64_t hash = fnv1a64(key);
  const auto bucket = static_cast<size_t>(hash >> 48);
  const auto first = hashes.begin() + buckets[bucket], last = hashes.begin() + buckets[bucket + 1];
  const auto it = std::lower_bound(first, last, hash);
  if (it == last || *it != hash) return;
  const auto index = static_cast<size_t>(it - hashes.begin());
  const size_t told = out.size();
  for (uint32_t r = starts[index]; r < starts[index + 1]; ++r) {
    const Place found = place(records[references[r]]);
    // A region that is listed by hand stands for that of the table.
    const auto same = std::find_if(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(told), [&](const Place& p) {
      return p.kind == Place::Kind::admin1 && found.kind == p.kind && found.name == found.admin1 && p.country == found.country;
    });
    if (same == out.begin() + static_cast<std::ptrdiff_t>(told))
      out.push_back(found);
    else
      same->population = found.population;
  }
}

Gazetteer Gazetteer::load(const std::string& compiled, const std::string& places_txt) {
  auto tables = std::make_unique<Tables>();
  tables->map(compiled);
  tables->read_facts(places_txt);
  Gazetteer gazetteer;
  gazetteer.tables_ = std::move(tables);
  return gazetteer;
}

Gazetteer::Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

double Gazetteer::sounds_like(std::string_view name, std::string_view country) const {
  std::call_once(tables_->counted, [&] {
    for (const Record& record : tables_->records)
      if (const Place place = tables_->place(record); place.kind == Place::Kind::city) tables_->sounds.add(fold_key(place.name), place.country);
  });
  return tables_->sounds.likelier(fold_key(name), country);
}

std::vector<Place> Gazetteer::find(std::string_view name) const {
  std::vector<Place> out;
  if (name.size() > 200) return out;
  const std::string key = fold_key(name);
  std::string_view view = key;
  tables_->find_key(view, out);
  for (const std::string_view article : kArticles)
    if (out.empty() && view.starts_with(article)) tables_->find_key(view.substr(article.size()), out);
  for (const std::string_view generic : kGeneric)
    if (out.empty() && view.ends_with(generic)) tables_->find_key(view.substr(0, view.size() - generic.size()), out);
  if (out.empty() && view.starts_with("st ")) tables_->find_key("saint " + key.substr(3), out);
  if (out.empty() && view.ends_with("ah")) tables_->find_key(view.substr(0, view.size() - 1), out);
  return out;
}

}  // namespace gesta
