// Names to actors: exact keys first, longest first, then sound keys of persons; dated roles choose what the actor is on a day.
#include <algorithm>

#include "base/date.h"
#include "base/lists.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

constexpr size_t kLongestName = 12;   // pieces; longer names are cut there on both sides
constexpr size_t kSmallWords = 2;     // that may stand inside a name ("van der")
constexpr size_t kShortestSound = 4;  // sounds of a name that may be spelt otherwise: "Free" is not Freeh
constexpr int kManyBearers = 5;
constexpr int kGrace = 14;  // days after its end that a person's role is still told as held: news of a fall names the fallen by his office

template <class Map>
void link(Map& map, std::vector<ActorName>& names, std::string_view key, ActorName name) {
  const auto index = static_cast<uint32_t>(names.size());
  const auto [slot, fresh] = map.emplace(key, index);
  name.next = 0;
  names.push_back(name);
  if (fresh) return;
  uint32_t last = slot->second;  // keep file order, so that the first entry wins a tie
  while (names[last].next != 0) last = names[last].next - 1;
  names[last].next = index + 1;
}

// States whose names come to English from another script, so that one name has several spellings.
constexpr std::string_view kOtherScripts =
    " AFG ARE ARM BGD BGR BHR BLR BTN CHN CYP DZA EGY ERI ETH GEO GRC IND IRN IRQ ISR JOR JPN KAZ KGZ KHM KOR KWT LAO LBN LBY LKA MAR MDV MKD MMR "
    "MNG "
    "MRT NPL OMN PAK PRK PSE QAT RUS SAU SDN SRB SYR THA TJK TKM TUN TWN UKR UZB YEM ";

bool transliterated(const Actor& actor) {
  return std::any_of(actor.roles.begin(), actor.roles.end(), [](const Role& role) { return has_word(kOtherScripts, role.country); });
}

bool active(const Role& role, int day) { return role.dated && role.from <= day && day < role.next; }

// "NZL GOV 2017..2023, NZL OPP 2023..": the year or month is told, not the day on which one role gave way to the other; news names whoever governs by
// that.
bool still_governs(const Role& earlier, const Role& later) {
  constexpr int kFebruary = 28, kJanuary = 31, kYear = 365;
  const int shared = earlier.next - later.from;
  return earlier.sector == "GOV" && later.sector != "GOV" && earlier.dated &&
         ((shared >= kFebruary && shared <= kJanuary) || shared == kYear || shared == kYear + 1);
}

const Role* role_within(const Actor& actor, int day, int grace) {
  const Role* best = nullptr;  // the one that began last: a president who was minister before
  for (const Role& role : actor.roles)
    if ((active(role, day) || (role.dated && role.next <= day && day - role.next < grace)) &&
        (best == nullptr || (role.from >= best->from && !still_governs(*best, role))))
      best = &role;
  return best;
}

const Role* active_role(const Actor& actor, int day) {
  if (const Role* role = role_within(actor, day, 0)) return role;
  return actor.kind == "person" ? role_within(actor, day, kGrace) : nullptr;
}

const Role* latest_role(const Actor& actor) {
  const Role* best = nullptr;
  for (const Role& role : actor.roles)
    if (best == nullptr || role.from > best->from) best = &role;
  return best;
}

bool case_fits(const ActorName& name, const std::vector<Piece>& pieces, size_t count) {
  if (name.capitals == 0) return true;
  if (name.acronym) return pieces[0].all_upper;
  const size_t first = count > 1 && pieces[0].text == "the" ? 1 : 0;  // "The elders", which opens a sentence, are not The Elders
  size_t capitals = 0;
  for (size_t i = first; i < count; ++i) capitals += pieces[i].upper;
  return 2 * capitals >= name.capitals - std::min<size_t>(first, name.capitals) && capitals > 0;
}

// Before the first office nothing but the country is known; after the last a person is of the former elite.
ActorEntry entry_of(const Actor& actor, std::optional<Date> on) {
  Tenure tenure = Tenure::holds;
  const Role* role = role_on(actor, on, tenure);
  ActorEntry entry{actor.id, actor.name, {}, {}, {}, actor.kind, actor.where, {}, tenure == Tenure::former};
  if (role == nullptr) return entry;
  entry.country = role->country, entry.sector = role->sector, entry.code = role->code, entry.title = role->title;
  if (tenure == Tenure::former) entry.sector = "ELI", entry.code = role->former_code;
  if (tenure == Tenure::before) entry.sector = {}, entry.code = role->country, entry.title = {};
  return entry;
}

// 3: holds a dated role on the day; 2: no person, so days matter little; 1: a person out of office; 0: the name may not stand for the actor then.
int fitness(const ActorTable& table, const ActorName& name, std::optional<Date> on) {
  const Actor& actor = table.actors[name.actor];
  if (on && active_role(actor, to_days(*on)) != nullptr) return 3;
  if (on && name.in_office) return 0;
  return actor.kind == "person" ? 1 : 2;
}

int last_day(const Actor& actor) {
  const Role* role = latest_role(actor);
  return role == nullptr ? INT_MIN : role->from;
}

// The best of those who share a key: by fitness, without a day by the latest office, else the first in the files; of those that are fit one of the
// countries told before all others.
struct Best {
  const ActorName* name = nullptr;
  bool shared = false;  // with another country's
};

struct Asked {
  std::optional<Date> on;
  const Countries* told = nullptr;
};

bool of_told(const Actor& actor, const Countries* told) {
  return told != nullptr && std::any_of(actor.roles.begin(), actor.roles.end(), [&](const Role& role) { return told->contains(role.country); });
}

Best best_name(const ActorTable& table, uint32_t first, const std::vector<Piece>& pieces, size_t count, const Asked& asked) {
  constexpr int kFit = 2, kTold = 4;
  Best best;
  int best_fit = 0;
  for (uint32_t at = first + 1; at != 0; at = table.names[at - 1].next) {
    const ActorName& name = table.names[at - 1];
    const Actor& actor = table.actors[name.actor];
    int fit = case_fits(name, pieces, count) ? fitness(table, name, asked.on) : 0;
    if (fit >= kFit && of_told(actor, asked.told)) fit += kTold;
    if (best.name != nullptr && fit >= kFit && best_fit >= kFit)
      best.shared = best.shared || actor.roles[0].country != table.actors[best.name->actor].roles[0].country;
    const bool later = best.name != nullptr && !asked.on && fit == best_fit && last_day(actor) > last_day(table.actors[best.name->actor]);
    if (fit > best_fit || later) best.name = &name, best_fit = fit;
  }
  return best;
}

using NameMap = TextMap<uint32_t>;

std::optional<NameHit> hit(const ActorTable& table, const NameMap& map, std::string_view key, const std::vector<Piece>& pieces, size_t count,
                           const Asked& asked) {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  const auto [name, shared] = best_name(table, found->second, pieces, count, asked);
  if (name == nullptr) return std::nullopt;
  const auto bearers = count == 1 ? table.bearers.find(pieces[0].text) : table.bearers.end();
  return NameHit{pieces[count - 1].word + 1, entry_of(table.actors[name->actor], asked.on),
                 &map == &table.sound && (name->one_sound || one_sound(pieces, count)),
                 bearers != table.bearers.end() && bearers->second >= kManyBearers, shared};
}

bool ends_word(const std::vector<Piece>& pieces, size_t count) { return count == pieces.size() || pieces[count].word != pieces[count - 1].word; }

std::optional<NameHit> find_exact(const ActorTable& table, const std::vector<Piece>& pieces, const Asked& asked) {
  const auto longest = table.longest.find(pieces[0].text);
  if (longest == table.longest.end()) return std::nullopt;
  const size_t most = std::min<size_t>(longest->second, pieces.size());
  const std::string all = join(pieces, most);
  std::string_view key = all;
  for (size_t count = most; count > 0; key.remove_suffix(std::min(key.size(), pieces[--count].text.size() + 1))) {
    if (!ends_word(pieces, count)) continue;
    if (auto found = hit(table, table.exact, key, pieces, count, asked)) return found;
  }
  return std::nullopt;
}

// Neither "The IAEA" nor "GSO" is another spelling of somebody (of Taya, of Gizo).
std::optional<NameHit> find_by_sound(const ActorTable& table, const std::vector<Piece>& pieces, const Asked& asked) {
  if (!pieces[0].upper || pieces[0].text == "the") return std::nullopt;
  size_t most = 1;  // up to the last piece of a run of capitals
  for (size_t i = 1; i < std::min<size_t>(table.longest_person, pieces.size()) && i <= most + kSmallWords; ++i)
    if (pieces[i].upper) most = i + 1;
  const std::vector<std::string> keys = sound_keys(pieces, most);
  for (size_t count = most; count > 0; --count) {
    if (!ends_word(pieces, count) || !pieces[count - 1].upper || keys[count - 1].size() < kShortestSound) continue;
    if (count == 1 && pieces[0].all_upper) continue;
    if (!table.sound.contains(keys[count - 1]) || table.exact.contains(join(pieces, count))) continue;  // a Biden out of office is no Byden
    if (auto found = hit(table, table.sound, keys[count - 1], pieces, count, asked)) return found;
  }
  return std::nullopt;
}

}  // namespace

const Role* role_on(const Actor& actor, std::optional<Date> on, Tenure& tenure) {
  tenure = Tenure::holds;
  if (!on) return latest_role(actor);
  const int day = to_days(*on);
  if (const Role* role = active_role(actor, day)) return role;
  const Role* past = nullptr;
  for (const Role& role : actor.roles) {
    if (!role.dated) return &role;
    if (role.next <= day && (past == nullptr || role.next > past->next)) past = &role;
  }
  if (actor.kind == "person") tenure = past != nullptr ? Tenure::former : Tenure::before;
  if (past != nullptr || actor.roles.empty()) return past;
  return &actor.roles.front();
}

uint32_t add_actor(Tables& tables, Actor actor) {
  ActorTable& table = tables.actors;
  const auto index = static_cast<uint32_t>(table.actors.size());
  table.ids.emplace(actor.id, index);
  table.actors.push_back(std::move(actor));
  return index;
}

void add_name(Tables& tables, uint32_t actor, std::string_view text) {
  ActorTable& table = tables.actors;
  const bool in_office = text.starts_with('~');
  if (in_office) text.remove_prefix(1);
  const std::vector<Piece> pieces = cut_name(text);
  if (pieces.empty()) return;
  const size_t count = std::min(pieces.size(), kLongestName);
  ActorName name{actor, 0, 0, count == 1 && pieces[0].all_upper && pieces[0].text.size() > 1, in_office, one_sound(pieces, count)};
  for (size_t i = 0; i < count; ++i) name.capitals = static_cast<uint8_t>(name.capitals + pieces[i].upper);
  const std::string_view key = tables.strings.keep(join(pieces, count));
  uint8_t& longest = table.longest[key.substr(0, pieces[0].text.size())];
  longest = std::max(longest, static_cast<uint8_t>(count));
  link(table.exact, table.names, key, name);
  if (table.actors[actor].kind != "person" || name.acronym) return;
  if (name.one_sound && !transliterated(table.actors[actor])) return;  // "Game" is no Khama, "Fasher" no Faeser, "Green" no Al Green
  table.longest_person = std::max(table.longest_person, static_cast<uint8_t>(std::min<size_t>(count + 1, kLongestName)));
  link(table.sound, table.names, tables.strings.keep(sound_key(pieces, count)), name);
}

std::string_view role_code(Tables& tables, std::string_view country, std::string_view sector) {
  const std::string code = country == sector ? std::string(country) : std::string(country) + std::string(sector);
  const auto found = tables.actors.codes.find(code);
  if (found != tables.actors.codes.end()) return found->second;
  const std::string_view kept = tables.strings.keep(code);
  tables.actors.codes.emplace(kept, kept);
  return kept;
}

bool may_begin_name(const ActorTable& table, std::string_view word) { return !is_plain(word) || table.longest.contains(spelt_american(word)); }

namespace {

// "'s" stands by itself in a text and belongs to its word in a name: "the New People's Army".
bool possessive(std::string_view word) { return word == "'s" || word == "\u2019s"; }

std::optional<NameHit> find_name(const ActorTable& table, const std::vector<std::string_view>& words, const Asked& asked, bool joined) {
  std::vector<Piece> pieces;
  const auto cut = [&](uint32_t i) {
    if (joined && i > 0 && possessive(words[i]) && !pieces.empty())
      pieces.back().text += 's', pieces.back().word = i;
    else
      cut_pieces(words[i], i, pieces);
  };
  if (!may_begin_name(table, words[0])) return std::nullopt;
  cut(0);
  if (pieces.empty()) return std::nullopt;  // the first word has no letters
  if (joined && words.size() > 1 && possessive(words[1])) cut(1);
  const auto longest = table.longest.find(pieces[0].text);
  const size_t exact_most = longest == table.longest.end() ? 0 : longest->second, sound_most = pieces[0].upper ? table.longest_person : 0;
  if (exact_most == 0 && sound_most == 0) return std::nullopt;
  size_t seen = 0, capitals = 0;  // up to the last piece of a run of capitals
  const auto note = [&] {
    for (; seen < pieces.size(); ++seen)
      if (pieces[seen].upper && seen <= capitals + kSmallWords) capitals = seen + 1;
  };
  note();
  for (uint32_t i = pieces.back().word + 1; i < words.size() && pieces.size() <= std::max(exact_most, std::min(sound_most, capitals + kSmallWords));
       ++i)
    cut(i), note();
  std::optional<NameHit> exact = find_exact(table, pieces, asked);
  if (joined) return exact;
  std::optional<NameHit> sound = find_by_sound(table, pieces, asked);
  return sound && (!exact || sound->words > exact->words) ? sound : exact;
}

}  // namespace

std::optional<NameHit> find_actor(const ActorTable& table, const std::vector<std::string_view>& words, std::optional<Date> on,
                                  const Countries* told) {
  if (words.empty()) return std::nullopt;
  auto found = find_name(table, words, {on, told}, false);
  if (std::none_of(words.begin() + 1, words.end(), possessive)) return found;
  auto longer = find_name(table, words, {on, told}, true);
  return longer && (!found || longer->words > found->words) && !possessive(words[longer->words - 1]) ? longer : found;
}

}  // namespace gesta
