// Names of places in a text: the longest runs of capitalised words that the gazetteer holds, outside persons and bodies that bear a place's name;
// landmarks and buildings that something is done at; names after a preposition of place that the gazetteer lacks, kept without coordinates.
// Left out on purpose: names written in small letters.
#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>
#include <set>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/fields_tree.h"
#include "events/where_name_questions.h"

namespace gesta {
namespace {

constexpr size_t kMostMentions = 3000;  // of a document
constexpr size_t kMostCandidates = 60;  // places of one name that are weighed
// Capitals that do not stand for their governments, as many towns bear the name.
constexpr std::pair<std::string_view, std::string_view> kCommonCapitals[] = {{"Kingston", "JAM"}, {"Georgetown", "GUY"}, {"Male", "MDV"}};

class Finder : private NameQuestions {
 public:
  Finder(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, std::span<const Span> marked,
         const std::vector<NamedActor>& actors, std::string_view home)
      : NameQuestions(document, knowledge, gazetteer, actors), marked_(marked), taken_(document.tokens.size(), 0), home_(home) {}

  std::vector<FoundPlace> run() {
    mark_other_names();
    for (const Sentence& sentence : document_.sentences)
      for (uint32_t i = sentence.first; i < sentence.last && found_.size() < kMostMentions;) i = read_at(i, sentence.last);
    return std::move(found_);
  }

 private:
  // Persons, bodies and ships are no places. One word is left open: taggers take many a town for a team or a man, unless its chain has a full name.
  void mark_other_names() {
    for (const Mention& mention : document_.mentions) {
      if (mention.last > taken_.size()) continue;
      const bool full = mention.last - mention.first > 1 || named_in_full(mention);
      const bool person =
          mention.kind == MentionKind::person && (spoken_to(mention) || (full && !known_town(mention.first, mention.last) && !lies_at(mention) &&
                                                                         !listed_at(mention) && !named_of(mention.first) && !names_spot(mention)));
      const bool body = mention.kind == MentionKind::organisation && mention.last - mention.first > 1 &&
                        !((named_as_one(mention) || is_land_word(token(mention.first).form)) && lies_at(mention));
      if (person || body) std::fill(taken_.begin() + mention.first, taken_.begin() + mention.last, person ? 2 : 1);
    }
    for (uint32_t i = 0; i < actors_.size(); ++i)
      if (actors_[i].kind == "ship") std::fill_n(taken_.begin() + i, actors_[i].words, 2);
    for (const Sentence& sentence : document_.sentences)
      for (uint32_t i = sentence.first + 1; i < sentence.last; ++i)
        if (const uint32_t end = ship_end(i, sentence.last); end > i) mark_ship(i, end);
  }

  // A ship that has the name of a place ("the ferry Estonia") is one here only.
  void mark_ship(uint32_t first, uint32_t end) {
    std::fill(taken_.begin() + first, taken_.begin() + end, 2);
    if (known_town(first, end) || is_country(token(first).form) || !ships_.insert(text(first, end)).second) return;
    const auto form = [&](uint32_t k) { return token(k).form; };
    for (uint32_t i = 0; i + (end - first) <= document_.tokens.size(); ++i) {
      uint32_t k = first;
      while (k < end && form(i + k - first) == form(k)) ++k;
      if (k == end) std::fill_n(taken_.begin() + i, end - first, 2);
    }
  }

  // Does the text name the country, its people, its capital or somebody of it, or is it a paper of that country?
  bool speaks_of(std::string_view country) {
    if (spoken_.empty()) {
      spoken_.insert(std::string_view());
      spoken_.insert(home_);
      for (uint32_t i = 0; i < actors_.size(); ++i) {
        if (actors_[i].words > 0) spoken_.insert(actors_[i].country);
        if (!capital(i)) continue;
        if (const auto adjective = knowledge_.country_of_adjective(token(i).form)) spoken_.insert(*adjective);
      }
    }
    return spoken_.contains(country);
  }

  // A small town of a country that the text speaks of, where a town may stand.
  bool town_told(uint32_t first, uint32_t last, const std::vector<Place>& candidates) {
    if (actors_[first].words > 0 || (first > 0 && is_title(token(first - 1).form))) return false;
    const std::string name = fold_latin(text(first, last));
    return acts_as_town(first) && std::any_of(candidates.begin(), candidates.end(), [&](const Place& p) {
             return p.kind == Place::Kind::city && fold_latin(p.name) == name && speaks_of(p.country);
           });
  }

  bool starts_name(uint32_t i) const {
    const Token& t = token(i);
    if (!capital(i) || taken_[i] == 2 || of_office(i)) return false;
    if (t.form == "In")
      return i > document_.sentences[t.sentence].first && i + 1 < document_.tokens.size() && capital(i + 1);             // "the In Amenas gas plant"
    const bool longer = i > document_.sentences[t.sentence].first && i + 1 < document_.tokens.size() && capital(i + 1);  // "in Imo State"
    return t.upos == Upos::PROPN || t.upos == Upos::NOUN || (t.upos == Upos::X) || t.upos == Upos::ADJ || t.upos == Upos::DET ||
           t.upos == Upos::VERB || (longer && (t.upos == Upos::INTJ || t.upos == Upos::ADV)) || strange(i);
  }

  // "the Syrian border", "Thai soil", "the Iranian capital": a part of a country that is not named otherwise.
  uint32_t part(uint32_t i, uint32_t end) {
    if (i + 1 >= end || !is_part_word(token(i + 1).form) || !capital(i)) return i;
    const auto country = knowledge_.country_of_adjective(token(i).form);
    if (!country || (i + 2 < end && is_generic_place(token(i + 2).lemma))) return i;  // "the Mexican border city of Reynosa"
    add(i, i + 2, {}, end);
    found_.back().part_of = *country;
    found_.back().capital_word = token(i + 1).form == "capital";
    return i + 2;
  }

  // "in the capital", "marched on its capital"
  uint32_t bare_capital(uint32_t i, uint32_t end) {
    if (i < 2 || token(i).form != "capital" || token(i).upos != Upos::NOUN || base(token(i).deprel) == Deprel::compound) return i;
    constexpr std::string_view before[] = {"the", "its", "their"};
    if (!among(before, to_lower(token(i - 1).form)) || !is_place_preposition(token(i - 2).form) || token(i - 2).form == "of") return i;
    add(i, i + 1, {}, end);
    found_.back().capital_word = true;
    return i + 1;
  }

  // "NICE, Dec 11 - ", "AKTAU (Reuters) - ": capitals and a dash at the start of a paragraph.
  uint32_t dateline(uint32_t i, uint32_t end) {
    const Sentence& sentence = document_.sentences[token(i).sentence];
    if (i != sentence.first || (i > 0 && document_.sentences[token(i - 1).sentence].paragraph == sentence.paragraph)) return i;
    uint32_t last = i;
    const auto shouted = [&](std::string_view form) {
      return form.size() > 1 && is_upper(decode_utf8(form, 0).value) &&
             std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    while (last < end && last - i < kLongestName && (shouted(token(last).form) || (last > i && token(last).form == "-" && glued(last)))) ++last;
    if (last == i || (last == i + 1 && token(i).form.size() < 3)) return i;
    for (uint32_t k = last; k < end && k < last + 9; ++k) {
      if (!is_dash(token(k).form)) continue;
      if (glued(k) && k + 1 < end && glued(k + 1)) return i;
      std::vector<Place> candidates = gazetteer_ ? gazetteer_->find(text(i, last)) : std::vector<Place>();
      if (candidates.empty() && (actors_[i].words > 0 || is_never_place(token(i).form))) return i;
      if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
      add(i, last, std::move(candidates), end);
      return last;
    }
    return i;
  }

  // "Moroni: French commandos ...", "Gomel: six detained", "Kinshasa - Two ...": a place of that very name heads a sentence.
  uint32_t headed(uint32_t i, uint32_t end) {
    if (!gazetteer_ || i != document_.sentences[token(i).sentence].first) return i;
    uint32_t last = i;
    while (last < end && last - i < kLongestName && capital(last)) ++last;
    if (last == i || last + 1 >= end || glued(last + 1) || (token(last).form != ":" && !(is_dash(token(last).form) && !glued(last)))) return i;
    std::vector<Place> candidates = gazetteer_->find(text(i, last));
    const std::string name = fold_latin(text(i, last));
    std::erase_if(candidates, [&](const Place& p) { return fold_latin(p.name) != name; });
    if (candidates.empty() || is_never_place(token(i).form) || small(candidates)) return i;
    if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
    add(i, last, std::move(candidates), end);
    return last;
  }

  // No country, region or well-known town among them: such a name may be part of a longer one ("Barrios Altos") or mean a people.
  static bool small(const std::vector<Place>& candidates) {
    return std::all_of(candidates.begin(), candidates.end(),
                       [](const Place& p) { return p.kind == Place::Kind::city && p.geonames != 0 && p.population < kKnownTown; });
  }

  bool glued(uint32_t i) const { return document_.glued(i); }

  // "in Kunar province": one word that the tagger of names takes for a place, whatever its part of speech.
  bool lone_place(uint32_t i, uint32_t end) const {
    return !is_never_place(token(i).form) && (i + 1 >= end || !capital(i + 1)) && of_kind(document_, i, MentionKind::place);
  }

  // "in Mbare", "near Drass": one word in a capital letter where only a place stands, whatever its part of speech.
  bool placed_noun(uint32_t i, uint32_t end) const {
    if (!at_place(i) || token(i).upos != Upos::NOUN || is_never_place(token(i).form) || (i + 1 < end && capital(i + 1))) return false;
    const std::string before = to_lower(token(i - 1).form);
    return token(i).xpos == "NNP" || before == "near" || before == "outside";
  }

  // The end of the run of proper nouns that starts here, over hyphens and particles: "Deir al-Balah", "San Antonio de los Banos".
  uint32_t run_end(uint32_t i, uint32_t end) const {
    uint32_t last = i;
    for (uint32_t k = i; k < end && k - i < kLongestName + 2; ++k) {
      const Token& t = token(k);
      if (capital(k) &&
          (t.upos == Upos::PROPN || strange(k) || (k == i && (lone_place(k, end) || placed_noun(k, end))) ||
           (k > i && glued(k) && token(k - 1).form == "-")) &&
          taken_[k] != 2) {
        last = k + 1;
        continue;
      }
      const bool hyphen = t.form == "-" && glued(k) && k + 1 < end && glued(k + 1);
      if (k == i || !(hyphen || is_particle(t.form)) || k + 1 >= end || token(k + 1).upos == Upos::VERB) break;
    }
    return last;
  }

  // "outside parliament", "at the Russian embassy", "stormed the National Assembly": the building, not the body.
  uint32_t seat(uint32_t i, uint32_t end) {
    uint32_t last = i;
    while (last < end && last - i < kLongestName && capital(last) && token(last).upos != Upos::PUNCT) ++last;
    if (last == i || !is_seat_word(token(last - 1).form)) {
      if (last == end || !is_seat_word(token(last).form)) return i;
      constexpr std::string_view anybodys[] = {"house", "residence", "mansion", "compound", "headquarters"};
      if (last == i && among(anybodys, token(last).form)) return i;
      ++last;
    }
    const uint32_t head = token(last - 1).head;
    const bool taken = head != kNone && token(last - 1).deprel == Deprel::obj && is_capture_verb(token(head).lemma);
    const uint32_t lead = i > 0 && token(i - 1).upos == Upos::DET ? i - 1 : i;
    constexpr std::string_view before[] = {"outside", "inside", "around", "round", "near", "at", "into", "behind", "opposite", "beside"};
    const bool led = lead > 0 && (among(before, to_lower(token(lead - 1).form)) || marched_on(lead, last - 1));
    const bool before_it = lead > 1 && token(lead - 1).form == "of" && is_approach(token(lead - 2).lemma);
    if (!taken && !led && !before_it) return i;
    add(i, last, landmarks(i, last), end);
    constexpr std::string_view missions[] = {"embassy", "consulate"};
    if (const auto country = knowledge_.country_of_adjective(token(i).form); country && among(missions, to_lower(token(last - 1).form)))
      found_.back().not_in = *country;
    return last;
  }

  // "in the rue de Rennes"
  uint32_t street(uint32_t i, uint32_t end) {
    constexpr std::string_view words[] = {"rue", "calle", "avenida", "ulica", "ulitsa", "via"};
    if (!among(words, token(i).form) || i + 1 >= end) return i;
    uint32_t last = i + 1;
    while (last < end && last - i < kLongestName && (capital(last) || (is_particle(token(last).form) && last + 1 < end))) ++last;
    while (last > i + 1 && !capital(last - 1)) --last;
    if (last == i + 1 || token(i + 1).form == "via" || (token(i).form == "via" && !is_particle(token(i + 1).form))) return i;
    add(i, last, {}, end);
    return last;
  }

  // "marched on Parliament", "their march to the palace", "tanks rolled up to Government House"
  bool marched_on(uint32_t lead, uint32_t name) const {
    constexpr std::string_view to[] = {"to", "on", "towards", "toward"}, moves[] = {"march", "walk", "roll", "converge", "advance", "parade"};
    constexpr std::string_view everywhere[] = {"court", "courthouse", "ministry"};
    const uint32_t head = token(name).head;
    return head != kNone && head < lead && !among(everywhere, token(name).form) && among(to, token(lead - 1).form) &&
           among(moves, tree::lower_lemma(document_, head));
  }

  // "the White House": known by that name all over the world.
  std::vector<Place> landmarks(uint32_t first, uint32_t last) const {
    std::vector<Place> out = gazetteer_ ? gazetteer_->find(text(first, last)) : std::vector<Place>();
    std::erase_if(out, [](const Place& p) { return p.kind != Place::Kind::spot; });
    return out;
  }

  // A name that is known to be a place; "American" is its country.
  uint32_t marked(uint32_t i, uint32_t end) {
    while (next_marked_ < marked_.size() && marked_[next_marked_].end <= token(i).span.begin) ++next_marked_;
    if (next_marked_ == marked_.size() || !gazetteer_ || !marked_[next_marked_].overlaps(token(i).span)) return i;
    uint32_t last = i + 1;
    while (last < end && marked_[next_marked_].overlaps(token(last).span)) ++last;
    const Span span = marked_[next_marked_++];
    const std::string_view name = span.of(document_.text);
    std::vector<Place> candidates;
    std::string closed(name);  // "W. Va."
    std::erase(closed, ' ');
    if (const std::string_view state = state_of_abbreviation(closed); !state.empty()) candidates = states_named(state);
    if (candidates.empty()) candidates = gazetteer_->find(name);
    if (candidates.empty())
      if (const auto country = knowledge_.country_of_adjective(name)) candidates = gazetteer_->find(knowledge_.country_name(*country));
    if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
    add(i, last, std::move(candidates), end);
    found_.back().mention.span = found_.back().mention.place.span = span;
    found_.back().mention.place.name = std::string(name);
    return last;
  }

  // States and provinces of that name.
  std::vector<Place> states_named(std::string_view name) const {
    std::vector<Place> out = gazetteer_->find(name);
    std::erase_if(out, [](const Place& p) { return !is_state(p) || (p.country != "USA" && p.country != "CAN"); });
    return out;
  }

  // "Lexington, Ky.", "Paris, TX", and with a period inside anywhere: "in W.Va."
  uint32_t abbreviated(uint32_t i, uint32_t end) {
    const std::string_view form = token(i).form;
    if (!gazetteer_ || form.size() < 2 || form.size() > 6 || !capital(i)) return i;
    const std::string_view state = state_of_abbreviation(form);
    if (state.empty() || state == form) return i;
    const bool after_comma = i > document_.sentences[token(i).sentence].first + 1 && token(i - 1).form == "," && capital(i - 2);
    if (!after_comma && form.substr(0, form.size() - 1).find('.') == std::string_view::npos) return i;
    std::vector<Place> candidates = states_named(state);
    if (candidates.empty()) return i;
    add(i, i + 1, std::move(candidates), end);
    return i + 1;
  }

  uint32_t read_at(uint32_t i, uint32_t end) {
    if (const uint32_t after = marked(i, end); after != i) return after;
    if (const uint32_t after = abbreviated(i, end); after != i) return after;
    if (const uint32_t after = dateline(i, end); after != i) return after;
    if (const uint32_t after = headed(i, end); after != i) return after;
    if (const uint32_t after = part(i, end); after != i) return after;
    if (const uint32_t after = bare_capital(i, end); after != i) return after;
    if (const uint32_t after = seat(i, end); after != i) return after;
    if (const uint32_t after = street(i, end); after != i) return after;
    if (!starts_name(i)) return i + 1;
    if (const uint32_t after = feast(i, end); after != i) return after;
    if (const uint32_t after = facility(i, end); after != i) return after;
    if (const uint32_t after = other_actor(i, end); after != i) return after;
    for (uint32_t last = std::min(end, i + kLongestName); last > i; --last) {
      const bool joined = last > i + 2 && token(last - 2).form == "-" && glued(last - 2) && glued(last - 1);  // "Punggye-ri"
      if (!(capital(last - 1) || joined) || taken_[last - 1] == 2 || (last - i > 2 && token(last - 2).form == ",")) continue;
      if (last - i == 1 && blocked_single(i, end)) continue;
      std::vector<Place> candidates = gazetteer_ ? gazetteer_->find(text(i, last)) : std::vector<Place>();
      if (candidates.empty() || !(plausible(i, last, candidates) || town_told(i, last, candidates))) continue;
      if (last - i == 1 && (begins_longer(i, end, candidates[0]) || (small(candidates) && heads_of(i, end)))) continue;
      if (only_article(i, last, candidates[0])) continue;
      if (small(candidates) && (token(last - 1).xpos == "NNPS" || token(i).upos == Upos::DET || run_end(i, end) > last)) continue;
      if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
      add(i, last, std::move(candidates), end);
      return last;
    }
    return read_unknown(i, end);
  }

  // "The Las Vegas shooter" is of Las Vegas; "The Hague" is a name.
  bool only_article(uint32_t first, uint32_t last, const Place& whole) const {
    if (token(first).upos != Upos::DET || last == first + 1 || whole.name.starts_with(token(first).form)) return false;
    const std::vector<Place> rest = gazetteer_->find(text(first + 1, last));
    return !rest.empty() && rest[0].name == whole.name && rest[0].lat == whole.lat && rest[0].lon == whole.lon;
  }

  // "on Independence Day", "at Easter", but "on Easter Island"
  uint32_t feast(uint32_t i, uint32_t end) const {
    if (!knowledge_.begins_holiday(token(i).form)) return i;
    std::vector<std::string_view> words;
    for (uint32_t k = i; k < std::min(end, i + kLongestName); ++k) words.emplace_back(token(k).form);
    const auto found = knowledge_.find_holiday(words);
    if (!found || (i + found->words < end && capital(i + found->words) && token(i + found->words).upos == Upos::PROPN)) return i;
    return i + found->words;
  }

  // "Martyrs' Square", "Sule Pagoda", "Rustaveli Avenue", "Toncontin airport": the name of a spot, which no table of towns holds.
  uint32_t facility(uint32_t i, uint32_t end) {
    if (is_creed(token(i).form)) return i;
    uint32_t last = i;
    bool number = false;  // "September 28 stadium"
    for (; last < end && last - i < kLongestName; ++last) {
      const bool digits = last > i && token(last).upos == Upos::NUM && token(last).form.size() < 3;
      number |= digits;
      const bool inside = last > i && (token(last).form == "'" || (token(last).form == "-" && glued(last)));
      if (!digits && !(capital(last) && token(last).upos != Upos::PUNCT) && !inside) break;
    }
    const bool one_by_one = last + 1 < end && token(last + 1).form == "by";  // "took Oaxaca street by street"
    bool sorted = last + 1 < end && last > i && is_spot_of_sort(token(last).form, token(last + 1).form);
    if (sorted)
      last += 2;
    else if (last < end && last > i && is_spot_word(token(last).form) && !one_by_one)
      ++last;
    if (last - i < 2 || !(sorted || is_spot_word(token(last - 1).form)) || taken_[i] == 2) return i;
    if (!number && token(i).form != "In" && is_never_place(token(i).form) && (!capital(last - 1) || token(i).upos == Upos::DET)) return i;
    std::vector<Place> listed = gazetteer_ ? gazetteer_->find(text(i, last)) : std::vector<Place>();
    if (!listed.empty() && capital(last - 1)) return i;  // read as any name
    if (!listed.empty()) {                               // "the Aras river", "the Senkaku islands"
      if (listed.size() > kMostCandidates) listed.resize(kMostCandidates);
      add(i, last, std::move(listed), end);
      return last;
    }
    // "Vienna airport", "Hokkaido island" lie where Vienna and Hokkaido lie.
    const bool of_whole = is_town_spot(token(last - 1).form) || is_island(token(last - 1).form);
    uint32_t whole = last - 1;
    constexpr std::string_view fillers[] = {"Public", "International", "Central", "National", "State", "General"};  // "New York Public Library"
    if (is_town_spot(token(whole).form) && whole > i + 1 && among(fillers, token(whole - 1).form)) --whole;
    std::vector<Place> of_town = gazetteer_ && of_whole ? gazetteer_->find(text(i, whole)) : std::vector<Place>();
    if (of_town.size() > kMostCandidates) of_town.resize(kMostCandidates);
    add(i, last, std::move(of_town), end);
    return last;
  }

  // "the Menagh air base", "the Khor Mor gas field"
  static bool is_spot_of_sort(std::string_view sort, std::string_view spot) {
    constexpr std::string_view sorts[] = {"air",   "military", "naval", "refugee", "police", "power", "nuclear",
                                          "train", "railway",  "bus",   "border",  "oil",    "gas"};
    constexpr std::string_view spots[] = {"base", "camp", "station", "plant", "post", "depot", "terminal", "crossing", "field", "academy", "bridge"};
    return among(sorts, sort) && among(spots, spot);
  }

  static bool is_island(std::string_view form) { return form == "island" || form == "islands" || form == "peninsula"; }

  bool town(uint32_t first, uint32_t last) const {
    const std::vector<Place> found = gazetteer_->find(text(first, last));
    return !found.empty() && !small(found);
  }

  // The longest actor that starts here, when it is no place: "Bank of England", "ELN".
  uint32_t other_actor(uint32_t i, uint32_t end) const {
    const NamedActor& hit = actors_[i];
    if (hit.words == 0) return i;
    constexpr std::string_view places[] = {"state", "capital", "place", "people"};
    const bool place = among(places, hit.kind);
    const uint32_t last = std::min(end, i + hit.words);
    // One word may sound like a body (Douma, Duma); a town that bears the whole name is a town.
    if (place || (last == i + 1 && !acronym(i)) || (gazetteer_ && last > i + 1 && town(i, last))) return i;
    return last;
  }

  bool blocked_single(uint32_t i, uint32_t end) const {
    const Token& t = token(i);
    const bool led = at_place(i);
    if (t.form.size() < 2 || t.upos == Upos::DET || (!led && (t.upos == Upos::VERB || t.upos == Upos::ADJ))) return true;
    if (taken_[i] == 1 && t.deprel != Deprel::nmod_poss && t.deprel != Deprel::compound) return true;
    const bool opens = t.span.begin == document_.sentences[t.sentence].span.begin;
    if (t.upos != Upos::PROPN && opens && !bare_town(i) && !(t.upos == Upos::NOUN && is_country(t.form))) return true;
    if (acronym(i) && !(gazetteer_ && known_region(t.form))) return true;
    if (is_never_place(t.form) || is_spot_word(t.form) || (knowledge_.country_of_adjective(t.form) && !is_country(t.form))) return true;
    return is_person_name(i, end);
  }

  // "Las Heliconias", "Ab-e-Gaz", "Khor Mor": so short a word does not stand for the whole name, nor one that many names begin with.
  bool begins_longer(uint32_t i, uint32_t end, const Place& town) const {
    constexpr size_t kShort = 3;
    if (is_land_word(token(i).form) && town.kind == Place::Kind::city && i + 1 < end && capital(i + 1) && token(i + 1).upos == Upos::PROPN)
      return true;
    const bool part = town.name != token(i).form || (i + 1 < end && token(i + 1).form == "-" && glued(i + 1));
    return part && town.kind == Place::Kind::city && token(i).form.size() <= kShort && run_end(i, end) > i + 1;
  }

  // "the Wall of Grief": no small town called Wall.
  bool heads_of(uint32_t i, uint32_t end) const {
    return i + 2 < end && i > 0 && token(i - 1).upos == Upos::DET && token(i + 1).form == "of" && capital(i + 2);
  }

  // Short or small names need a sign that a place is meant.
  bool plausible(uint32_t first, uint32_t last, const std::vector<Place>& candidates) const {
    const auto big = [](const Place& p) { return p.kind != Place::Kind::city || p.population >= 15000; };
    if (std::any_of(candidates.begin(), candidates.end(), big)) return true;
    return last - first > 1 || has_place_marker(first) || named_of(first) || next_is_generic(last);
  }

  // "fired tear gas in Glen Norah", "on Lake Peipsi": two words that the tree takes for first and last name, and nobody's.
  bool place_of_two_words(uint32_t i, uint32_t last) const {
    if (taken_[i] == 2 || actors_[i].words > 0 || is_title(token(i).form)) return false;
    const std::string_view next = last < document_.tokens.size() ? std::string_view(token(last).form) : std::string_view();
    if (next == "'s" || next == "\u2019s") return false;
    return at_place(i) || is_land_word(token(i).form) || besieged(i);
  }

  // A run of capitalised words after "in", "near", "from", or joined to such a place: kept by its name.
  uint32_t read_unknown(uint32_t i, uint32_t end) {
    const uint32_t last = run_end(i, end);
    if (last == i || (last == i + 1 && is_direction(token(i).form))) return i + 1;  // "the North" is a country's half or nowhere
    if ((token(last - 1).xpos == "NNPS" && !at_place(i) && !named_of(i)) || is_title(token(last - 1).form)) return last;
    const bool joined = i > 0 && !found_.empty() && found_.back().mention.last == i - 1 &&
                        (token(i - 1).form == "and" || token(i - 1).form == "or") && token(i).deprel == Deprel::conj && taken_[i] == 0;
    const bool land = last > i + 1 && is_land_word(token(i).form);  // "Bab al-Aziziya", "Avenida Balboa"
    const bool led = joined || has_residents(i, last) ||
                     ((has_place_marker(i) || named_of(i) || taken_by_force(i) || next_is_generic(last) || land) && taken_[i] == 0);
    const bool person = is_person_name(i, end) && !place_of_two_words(i, last) && !named_of(i);
    const bool never = is_never_place(token(i).form);
    if ((never && last == i + 1) || (!of_kind(document_, i, MentionKind::place) && (!led || never || person))) return i + 1;
    const bool hyphened = last > i + 2 && token(last - 2).form == "-";  // "near Moro-Moro"
    if (!hyphened && knowledge_.country_of_adjective(token(last - 1).form)) return last;
    add(i, last, whole_of_part(i, last), end);
    return last;
  }
  // "North Texas", "South Los Angeles" lie where Texas and Los Angeles lie.
  std::vector<Place> whole_of_part(uint32_t first, uint32_t last) const {
    if (!gazetteer_ || last - first < 2 || !is_direction(token(first).form)) return {};
    std::vector<Place> out = gazetteer_->find(text(first + 1, last));
    if (out.size() > kMostCandidates) out.resize(kMostCandidates);
    return out;
  }

  void add(uint32_t first, uint32_t last, std::vector<Place> candidates, uint32_t end) {
    FoundPlace found;
    found.mention.first = first, found.mention.last = last;
    found.mention.span = {token(first).span.begin, token(last - 1).span.end};
    found.mention.place.span = found.mention.span;
    found.mention.place.name = std::string(text(first, last));
    const auto sea = [](const Place& p) { return p.kind == Place::Kind::sea; };
    if (first > 0 && token(first - 1).form == "the" && std::any_of(candidates.begin(), candidates.end(), sea))
      std::erase_if(candidates, std::not_fn(sea));  // "the Pacific" is no town
    found.candidates = std::move(candidates);
    found.generic_region = last < end && is_region_word(token(last).lemma);
    if (actors_[first].kind == "capital" && actors_[first].words == last - first) found.capital_of = actors_[first].country;
    for (const auto& [capital, country] : kCommonCapitals)
      if (found.mention.place.name == capital) found.capital_of = country;
    found_.push_back(std::move(found));
  }

  std::span<const Span> marked_;
  size_t next_marked_ = 0;
  std::vector<uint8_t> taken_;         // 1 body, 2 person
  std::string_view home_;              // the country of the outlet
  std::set<std::string_view> ships_;   // names that are marked wherever they stand
  std::set<std::string_view> spoken_;  // countries, once asked for; then with an empty one
  std::vector<FoundPlace> found_;
};

}  // namespace

std::vector<FoundPlace> find_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, std::span<const Span> marked,
                                    const std::vector<NamedActor>& actors, std::string_view home) {
  return Finder(document, knowledge, gazetteer, marked, actors, home).run();
}

}  // namespace gesta
