// Which country an agent without one of its own belongs to ("police", "the minister"). Words that leave no doubt come first ("whose troops",
// "lawmakers in Tehran"); else a small model (task `country` of chooser.txt) ranks the countries that the text tells, that of the outlet, bodies
// above the states and "nobody's", each with the features that speak for it.
#include <algorithm>
#include <array>

#include "base/lists.h"
#include "events/fields_tree.h"
#include "events/parties.h"

namespace gesta {
namespace {

constexpr size_t kMostCountries = 12;
constexpr int kFarthest = 40;  // countries told before or after an agent that are looked at
constexpr uint32_t kLongestPath = 4;
constexpr std::array<std::string_view, 4> kLocals = {"CVL", "LAB", "COP", "EDU"};  // who is at home where he acts
constexpr std::array<std::string_view, 7> kOfScene = {"in", "at", "near", "outside", "around", "inside", "across"};

}  // namespace

// ---- the country of an agent ----
bool PartyReader::open_country(uint32_t head) const {
  if (in_dateline(head) || name_at(head)) return false;
  if (agent_of(head).first) return true;
  if (tree_[head].upos != Upos::PROPN || mention_of_[head] == kNone) return false;
  const MentionKind kind = tree_.document().mentions[mention_of_[head]].kind;
  return kind == MentionKind::person || kind == MentionKind::organisation;
}

std::string PartyReader::agent_country(uint32_t head, uint32_t title, const AgentEntry& entry) const {
  if (const std::string relative = country_of_antecedent(head); !relative.empty()) return relative;
  if (const std::string land = country_of_where(head, entry); !land.empty()) return land;
  if (const std::string state = country_of_state(head, entry); !state.empty()) return state;
  if (const std::string seat = country_of_seat(head, entry); !seat.empty()) return seat;
  if (const std::string scene = country_of_scene(head, entry); !scene.empty()) return scene;
  if (american_secretary(head) || (title != kNone && american_secretary(title))) return "USA";
  if (const std::string there = country_of_there(head); !there.empty()) return there;
  if (const std::string realm = country_of_realm(head); !realm.empty()) return realm;
  if (const std::string body = country_of_service(head, entry); !body.empty()) return body;
  if (const std::string body = country_of_peacekeepers(head); !body.empty()) return body;
  if (const auto chosen = choose_country(head)) return in_whose_service(head, entry, *chosen);
  std::string country = modifier_country(head);
  if (country.empty() && title != kNone) country = modifier_country(title);
  if (country.empty() && entry.needs_country) country = story_country(tree_[head].sentence);
  if (country.empty() && !entry.needs_country && (entry.sector == "IGO" || entry.sector == "NGO")) country = entry.sector;
  return in_whose_service(head, entry, country);
}

// "Kenya, where police fired at the crowd".
std::string PartyReader::country_of_where(uint32_t head, const AgentEntry& entry) const {
  const uint32_t verb = tree_[head].head;
  if (!among(kLocals, entry.sector) || !is_subject(tree_[head].deprel) || verb >= tree_.size() || tree_[verb].deprel != Deprel::acl_relcl ||
      tree_[verb].head > head)
    return {};
  const bool where = std::ranges::any_of(tree_.children(verb), [&](uint32_t c) { return c < head && tree_[c].form == "where"; });
  const uint32_t place = tree_[verb].head;
  if (!where || covered_[place] == kNone || !named_modifier(head).empty() || tree_.child(head, {Deprel::nmod_poss}) != kNone) return {};
  const ActorEntry& land = hits_[covered_[place]]->actor;
  return land.kind == "state" || land.kind == "capital" ? std::string(land.country) : std::string();
}

// "Eritrea, whose troops fought beside them".
std::string PartyReader::country_of_antecedent(uint32_t head) const {
  const uint32_t owner = tree_.child(head, {Deprel::nmod_poss});
  if (owner == kNone || tree_[owner].xpos != "WP$") return {};
  for (uint32_t at = head, step = 0; step < 8 && at < tree_.size(); ++step, at = tree_[at].head)
    if (tree_[at].deprel == Deprel::acl_relcl && tree_[at].head < head) return country_of_owner(tree_[at].head);
  return {};
}

// "The Foreign Minister of the United Arab Emirates", whoever else in the text is a foreign minister.
std::string PartyReader::country_of_state(uint32_t head, const AgentEntry& entry) const {
  static constexpr std::array<std::string_view, 5> kOfState = {"GOV", "MIL", "LEG", "JUD", "COP"};
  if (!among(kOfState, entry.sector)) return {};
  for (const uint32_t c : tree_.children(head))
    if (tree_[c].deprel == Deprel::nmod && tree_.marker(c) == "of" && covered_[c] != kNone && hits_[covered_[c]]->actor.kind == "state" &&
        tree_.child(c, {Deprel::conj}) == kNone)
      return std::string(hits_[covered_[c]]->actor.country);
  return {};
}

// "The secretary of state", "the Secretary of Defense", of whom nothing else is said: offices of the United States alone. Britain's are
// secretaries of state for something, others are called after their country.
bool PartyReader::american_secretary(uint32_t head) const {
  static constexpr std::array<std::string_view, 2> kOffices = {"state", "defense"};
  static constexpr std::array<std::string_view, 4> kRanks = {"assistant", "deputy", "under", "acting"};
  if (lower_lemma(tree_[head]) != "secretary" && lower_lemma(tree_[head]) != "undersecretary") return false;
  bool office = false;
  for (const uint32_t c : tree_.children(head)) {
    const Deprel relation = base(tree_[c].deprel);
    if (among(kRanks, lower_lemma(tree_[c]))) continue;
    if (relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::acl) return false;
    if (relation != Deprel::nmod) continue;
    if (office || !among(kOffices, lower_lemma(tree_[c])) || tree_.marker(c) != "of") return false;
    office = tree_.child(c, {Deprel::nmod}) == kNone;
  }
  return office;
}

// "Officials in Beijing", "lawmakers in Tehran": who is at home there; soldiers, envoys and judges may be anyone's.
std::string PartyReader::country_of_seat(uint32_t head, const AgentEntry& entry) const {
  static constexpr std::array<std::string_view, 5> kAtHome = {"LEG", "COP", "LAB", "OPP", "EDU"};
  static constexpr std::array<std::string_view, 3> kRulers = {"official", "authority", "government"};
  if (!among(kAtHome, entry.sector) && !among(kRulers, lower_lemma(tree_[head]))) return {};
  if (head + 2 >= tree_.size() || tree_[head + 1].form != "in") return {};
  return tree_.child(head, {Deprel::amod, Deprel::nmod_poss, Deprel::compound}) == kNone ? country_of_capital(head + 2) : std::string();
}

// "In Cairo, demonstrators scaled the walls of the U.S. embassy."
std::string PartyReader::country_of_scene(uint32_t head, const AgentEntry& entry) const {
  const uint32_t verb = tree_[head].head, first = tree_.document().sentences[tree_[head].sentence].first;
  if (!among(kLocals, entry.sector) || verb >= tree_.size() || tree_[head].deprel != Deprel::nsubj || first + 1 >= head) return {};
  if (tree_[first].form != "In" || tree_[first + 1].head != verb) return {};
  const bool bare = tree_.child(head, {Deprel::amod, Deprel::nmod_poss, Deprel::compound, Deprel::nmod}) == kNone;
  return bare ? country_of_capital(first + 1) : std::string();
}

// The country told last before a word of those that fit; empty where none does.
template <class Fits>
std::string PartyReader::told_last(uint32_t before, Fits fits) const {
  for (auto at = told_.rbegin(); at != told_.rend(); ++at)
    if (at->token < before && fits(*at)) return at->country;
  return {};
}

// "Tripoli refused, though a magistrate there is questioning the pair."
std::string PartyReader::country_of_there(uint32_t head) const {
  const bool there = head + 1 < tree_.size() && tree_[head + 1].form == "there" && base(tree_[head + 1].deprel) == Deprel::advmod &&
                     (tree_[head + 1].head == head || is_subject(tree_[head].deprel));
  if (!there || !named_modifier(head).empty()) return {};
  return told_last(head, [](const Told& told) { return told.how == "state" || told.how == "place"; });
}

// "Belgian soldiers of the United Nations force", "a policeman of the UN mission", "troops of the NATO-led force" serve that body, wherever they are
// from.
std::string PartyReader::country_of_service(uint32_t head, const AgentEntry& entry) const {
  static constexpr std::array<std::string_view, 2> kServe = {"MIL", "COP"};
  static constexpr std::array<std::string_view, 4> kServices = {"force", "mission", "operation", "contingent"};
  if (!among(kServe, entry.sector) || !entry.person) return {};
  const auto body = [&](uint32_t i) { return covered_[i] != kNone && hits_[covered_[i]]->actor.kind == "igo"; };
  for (const uint32_t c : tree_.children(head)) {
    if (tree_[c].deprel != Deprel::nmod || tree_.marker(c) != "of") continue;
    if (body(c)) return "IGO";
    if (!among(kServices, lower_lemma(tree_[c]))) continue;
    for (uint32_t i = c; i-- > head && tree_[i].upos != Upos::ADP;)
      if (body(i)) return "IGO";
  }
  return {};
}

// "Peacekeepers" of no nation that the text tells are those of the United Nations or another body.
std::string PartyReader::country_of_peacekeepers(uint32_t head) const {
  const std::string lemma = lower_lemma(tree_[head]);
  const bool helmet = lemma == "helmet" && head > 0 && to_lower(tree_[head - 1].form) == "blue";
  if (lemma == "peacekeeper" && named_modifier(head) == "RUS") return "RUS";  // in Karabakh and on the Dniester Russia's own
  if ((lemma != "peacekeeper" && !helmet) || !named_modifier(head).empty()) return {};
  const auto called = owned_.find(lemma);
  const bool national = called != owned_.end() && std::ranges::any_of(called->second, [](const auto& one) { return !among(kNoCountry, one.second); });
  return national ? std::string() : "IGO";
}

// Soldiers and gendarmes in a land that has none of its own are of the state that holds it, settlers of news on the Palestinian territories are
// Israel's, pirates of news on Somalia its own.
std::string PartyReader::in_whose_service(uint32_t head, const AgentEntry& entry, const std::string& country) const {
  constexpr std::array<std::string_view, 2> kHeld[] = {
      {"PSE", "ISR"}, {"NCL", "FRA"}, {"PYF", "FRA"}, {"GUF", "FRA"}, {"MTQ", "FRA"}, {"GLP", "FRA"}, {"REU", "FRA"}, {"MYT", "FRA"}, {"HKG", "CHN"},
      {"MAC", "CHN"}, {"GIB", "GBR"}, {"FLK", "GBR"}, {"BMU", "GBR"}, {"PRI", "USA"}, {"GUM", "USA"}, {"CUW", "NLD"}, {"ABW", "NLD"}, {"GRL", "DNK"}};
  const std::string lemma = lower_lemma(tree_[head]);
  if (lemma == "pirate" && country.empty() && by_country_.contains("SOM")) return "SOM";
  if (lemma == "settler" && named_modifier(head).empty() && (by_country_.contains("PSE") || by_country_.contains("ISR"))) return "ISR";
  const bool armed = entry.sector == "MIL" || (lemma == "gendarme" && country != "PSE");
  if (!armed || named_modifier(head) == country || tree_.child(head, {Deprel::nmod_poss}) != kNone) return country;
  for (const auto& [land, holder] : kHeld)
    if (land == country) return std::string(holder);
  return country;
}

// "The kingdom", "the emirate": of the lands told before the nearest that is one.
std::string PartyReader::country_of_realm(uint32_t head) const {
  constexpr std::string_view kKingdoms = " SAU JOR MAR BHR GBR ESP THA NPL BTN TON LSO SWZ KHM DNK BEL NLD NOR SWE ";
  constexpr std::string_view kEmirates = " QAT KWT ARE BHR AFG ", kSultanates = " OMN BRN ";
  const std::string lemma = lower_lemma(tree_[head]);
  const std::string_view lands = lemma == "kingdom" ? kKingdoms : lemma == "emirate" ? kEmirates : lemma == "sultanate" ? kSultanates : "";
  if (lands.empty() || tree_.child(head, {Deprel::amod, Deprel::nmod, Deprel::compound, Deprel::nmod_poss}) != kNone) return {};
  return told_last(head, [&](const Told& told) { return has_word(lands, told.country); });
}

std::string PartyReader::country_of_capital(uint32_t name) const {
  if (covered_[name] == kNone || hits_[covered_[name]]->actor.kind != "capital") return {};
  return std::string(hits_[covered_[name]]->actor.country);
}

std::optional<std::string> PartyReader::choose_country(uint32_t head) const {
  if (!model_) return std::nullopt;
  const size_t label = model_->label("country");
  const CountryOption* best = nullptr;
  int top = 0;
  const auto options = country_options(head);
  for (const CountryOption& option : options)
    if (const int score = model_->score(label, option.signs); !best || score > top) best = &option, top = score;
  return best ? std::optional(best->country) : std::nullopt;
}

// Which countries the story plays in, who is told by adjectives alone, and whose the text calls a noun.
void PartyReader::note_manners() {
  for (const Told& told : told_) {
    const bool scene = told.how == "place" || told.how == "dateline" || (told.how == "state" && among(kOfScene, tree_.marker(told.token)));
    Manner& manner = manners_[told.country];
    if (scene && !manner.scene && ++scenes_ == 1) first_scene_ = told.country;
    manner.scene = manner.scene || scene;
    manner.adjectives = manner.adjectives && told.how == "adjective";
  }
  for (uint32_t i = 0; i < tree_.size(); ++i)
    if (is_noun(tree_[i]))
      if (const std::string_view country = named_modifier(i); !country.empty()) owned_[lower_lemma(tree_[i])].emplace_back(i, country);
}

std::vector<CountryOption> PartyReader::country_options(uint32_t head, bool named) const {
  const auto [entry, title] = agent_of(head);
  const std::string lemma = lower_lemma(tree_[title == kNone ? head : title]);
  const std::string sector = entry ? std::string(entry->sector) : "name";
  std::string modifier = modifier_country(head);
  if (modifier.empty() && title != kNone) modifier = modifier_country(title);
  const uint32_t sentence = tree_[head].sentence;
  std::string det = "bare";
  bool plural = is_plural(tree_[head]), number = false;
  for (const uint32_t c : tree_.children(head)) {
    if (tree_[c].deprel == Deprel::det && c < head) det = lower_lemma(tree_[c]);
    if (tree_[c].deprel == Deprel::nmod_poss) det = "poss";
    number = number || tree_[c].deprel == Deprel::nummod;
  }
  std::vector<CountryOption> options;
  const auto option = [&](std::string_view country) -> CountryOption& {
    for (CountryOption& one : options)
      if (one.country == country) return one;
    return options.emplace_back(CountryOption{std::string(country), Signs(named)});
  };
  const auto say = [&](CountryOption& one, SignParts name, bool by_sector = true) {
    const SignPart sign = one.signs.join(name);
    if (one.signs.contains(sign)) return;
    one.signs.add({sign});
    if (by_sector) one.signs.add({sign, ",", sector});
  };
  // Nobody's, and bodies above the states.
  for (const std::string_view country : {"", "IGO", "NGO", "MNC"}) {
    CountryOption& one = option(country);
    const SignPart label = country.empty() ? SignPart("none") : SignPart(country);
    say(one, {label});
    say(one, {label, " det=", det, either(plural, " plural", ""), either(number, " number", "")});
    say(one, {label, " lemma=", lemma}, false);
    say(one, {label, either(modifier.empty(), " free", " owned")});
    say(one, {label, either(by_country_.size() > 1, " many", either(by_country_.empty(), " empty", " one"))});
    for (const uint32_t c : tree_.children(head))
      if (c < head && (is_noun(tree_[c]) || tree_[c].upos == Upos::ADJ)) say(one, {label, " word=", lower_lemma(tree_[c])}, false);
  }
  if (!modifier.empty()) {
    CountryOption& one = option(modifier);
    say(one, {"modifier"}), say(one, {"modifier lemma=", lemma}, false);
  }
  // Countries told, by nearness before and after.
  std::vector<std::string_view> order;
  const auto rank_of = [&](std::string_view country) {
    const auto rank = static_cast<size_t>(std::find(order.begin(), order.end(), country) - order.begin());
    if (rank == order.size()) order.push_back(country);
    return std::min<size_t>(3, rank + 1);
  };
  const auto room = [&](std::string_view country) {
    return options.size() < kMostCountries ||
           std::any_of(options.begin(), options.end(), [&](const CountryOption& o) { return o.country == country; });
  };
  const auto told_from = [&](uint32_t first) {
    return std::lower_bound(told_.begin(), told_.end(), first, [](const Told& t, uint32_t token) { return t.token < token; });
  };
  const auto split = told_from(head);
  int walked = 0;
  for (auto at = split; at != told_.begin() && walked < kFarthest; ++walked) {
    const Told& told = *--at;
    const uint32_t back = sentence - tree_[told.token].sentence;
    if (!room(told.country)) continue;
    CountryOption& one = option(told.country);
    const size_t rank = rank_of(told.country);
    say(one, {"before ", std::to_string(rank), either(back == 0, " here", either(back == 1, " last", " far"))});
    if (back == 0) say(one, {"before ", told.how}), say(one, {"before ", name(tree_[told.token].deprel)}, false);
    if (back == 1 && is_subject(tree_[told.token].deprel)) say(one, {"last subject"});
    if (told.how == "dateline") say(one, {"dateline"});
  }
  order.clear();
  for (auto at = split; at != told_.end() && tree_[at->token].sentence == sentence; ++at) {
    if (!room(at->country)) continue;
    CountryOption& one = option(at->country);
    say(one, {"after ", std::to_string(rank_of(at->country))});
    say(one, {"after ", at->how});
    say(one, {"after ", name(tree_[at->token].deprel)}, false);
  }
  walked = 0;
  for (auto at = split; at != told_.end() && walked < kFarthest; ++at, ++walked)
    if (tree_[at->token].sentence > sentence && room(at->country)) say(option(at->country), {"later"});
  // How the tree leads from the agent to a country of its sentence; where the story plays; whose police the text called by name.
  for (auto at = told_from(tree_.document().sentences[sentence].first); at != told_.end() && tree_[at->token].sentence == sentence; ++at) {
    if (!room(at->country)) continue;
    const tree::Path path = tree::path(tree_.document(), head, at->token);
    if (path.met && path.ups + path.downs <= kLongestPath)
      say(option(at->country), {"path ", path.up, ">", path.down, " ", at->how, " ", tree_.marker(at->token)});
  }
  for (const auto& [country, manner] : manners_) {
    if (!room(country)) continue;
    CountryOption& one = option(country);
    if (manner.scene)
      say(one, {either(scenes_ == 1, "scene alone", either(country == first_scene_, "scene first", "scene other"))});
    else
      say(one, {either(scenes_ == 0, "no scene", "scene elsewhere")});
    if (manner.adjectives) say(one, {"adjectives alone"});
  }
  if (const auto same = owned_.find(lemma); same != owned_.end())
    for (const auto& [token, country] : same->second)
      if (token != head && room(country)) say(option(country), {either(token < head, "same word before", "same word after")});
  // In the phrase itself, whatever the tree says: "Iraq's National Assembly", "President Nikolic of Serbia".
  const auto in_phrase = [&](uint32_t token) {
    const Upos upos = tree_[token].upos;
    return upos == Upos::ADJ || upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::PART || upos == Upos::NUM;
  };
  uint32_t begin = head, end = head + 1;
  while (begin > 0 && head - begin < 8 && tree_[begin - 1].sentence == sentence && in_phrase(begin - 1) && !in_dateline(begin - 1)) --begin;
  while (end < tree_.size() && end - head < 6 && tree_[end].sentence == sentence && (in_phrase(end) || tree_[end].lemma == "of")) ++end;
  for (auto at = told_from(begin); at != told_.end() && at->token < end; ++at)
    if (room(at->country))
      say(option(at->country), {either(at->token < head, "phrase before", "phrase after")}),
          say(option(at->country), {"phrase lemma=", lemma}, false);
  // The subject of its clause, its chain, the same word elsewhere.
  for (uint32_t up = tree_[head].head, steps = 0; up < tree_.size() && steps < 4; up = tree_[up].head, ++steps) {
    const uint32_t subject = tree_.child(up, {Deprel::nsubj, Deprel::nsubj_pass});
    if (subject == kNone || tree_.under(head, subject)) continue;
    for (const Party& party : read_alone(subject))
      if (!party.country.empty()) {
        CountryOption& one = option(party.country);
        say(one, {"clause subject"}), say(one, {"clause subject lemma=", lemma}, false), say(one, {"clause subject of ", name(tree_[head].deprel)});
        say(one, {"clause subject ", party.sector});
      }
    break;
  }
  const Document& document = tree_.document();
  if (const uint32_t m = mention_of_[head]; m != kNone && document.mentions[m].chain < document.chains.size())
    for (const uint32_t other : document.chains[document.mentions[m].chain].mentions) {
      const uint32_t token = document.mentions[other].head;
      if (token == head) continue;
      if (const auto hit = name_at(token); hit && !hit->actor.country.empty()) say(option(hit->actor.country), {"chain name"});
      if (const std::string country = modifier_country(token); !country.empty()) say(option(country), {"chain modifier"});
    }
  if (home_.size() == 3) {
    const bool alone = std::all_of(by_country_.begin(), by_country_.end(), [&](const auto& told) { return told.first == home_; });
    CountryOption& one = option(home_);
    say(one, {"outlet"}), say(one, {"outlet of ", home_}, false);
    if (alone) say(one, {either(by_country_.empty(), "outlet alone", "outlet and text")});
  }
  int most_told = 0;
  for (const auto& [country, count] : by_country_) most_told = std::max(most_told, count);
  for (CountryOption& one : options) {
    if (one.country.empty()) continue;
    const auto count = by_country_.find(one.country);
    if (count == by_country_.end()) continue;
    if (count->second == most_told) say(one, {"most"});
    if (by_country_.size() == 1) say(one, {"only"});
    if (!told_.empty() && told_.front().country == one.country) say(one, {"first"});
    if (!modifier.empty() && modifier != one.country) say(one, {"against modifier"});
    say(one, {"count ", std::to_string(std::min(count->second, 5))}, false);
  }
  return options;
}

}  // namespace gesta
