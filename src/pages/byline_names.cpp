// What stands in a byline: labels, roles and degrees taken off, pieces told apart and sorted into persons, houses and logins.
#include "pages/byline_names.h"

#include <algorithm>
#include <span>
#include <unordered_set>

#include "base/lists.h"
#include "base/utf8.h"
#include "pages/about.h"
#include "pages/byline_words.h"
#include "pages/month_names.h"
#include "pages/published.h"

namespace gesta {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

template <const auto& kList>
bool any_word(const std::vector<std::string_view>& words) {
  static const std::unordered_set<std::string_view> known(std::begin(kList), std::end(kList));
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    std::string low = to_lower(word);
    while (!low.empty() && (low.back() == ',' || low.back() == ':' || low.back() == '.') && low != "e.v.") low.pop_back();
    return known.contains(low);
  });
}

// "FOCUS-Online-Experte", "Wirtschaftsredakteurin": the end of a German compound is what the person does.
bool compound_role(std::string_view word) {
  constexpr std::string_view kEnds[] = {"experte",  "expertin",   "redakteur",  "redakteurin",  "korrespondent", "korrespondentin",
                                        "reporter", "reporterin", "journalist", "journalistin", "referent",      "referentin"};
  const std::string low = to_lower(word);
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return low.ends_with(end); });
}

// "Reporter Ann Lee" without what she does.
std::string_view without_role(std::string_view text) {
  const auto words = words_of_name(text);
  size_t first = 0;
  while (first < words.size() && (compound_role(words[first]) || any_word<kRoles>({words[first]}))) ++first;
  static constexpr std::string_view kOffice[] = {"of",         "for", "at", "de", "der", "des", "du",
                                                 "f\xC3\xBCr", "à",   "en", "in", "em",  "da"};  // "VP of Marketing"
  if (first == 0 || words.size() - first < 2 || words.size() - first > 3 || any_word<kOffice>({words[first]})) return text;
  return text.substr(static_cast<size_t>(words[first].data() - text.data()));
}

// "Ann Lee Staff Writer" without what she is.
std::string_view without_role_behind(std::string_view text) {
  static constexpr std::string_view kOfRoles[] = {"staff", "political", "special",   "chief",    "senior",       "sports",   "business",
                                                  "news",  "foreign",   "deputy",    "managing", "contributing", "national", "washington",
                                                  "city",  "executive", "associate", "guest",    "opinion",      "content"};
  const auto words = words_of_name(text);
  size_t left = words.size();
  if (left < 3 || !any_word<kRoles>({words.back()})) return text;
  while (left > 2 && (any_word<kRoles>({words[left - 1]}) || any_word<kOfRoles>({words[left - 1]}))) --left;
  if (left > 3 || any_word<kRoles>({words[0]}) || any_word<kOfRoles>({words[0]})) return text;
  return trim_name(text.substr(0, static_cast<size_t>(words[left].data() - text.data())));
}

std::string_view without_start(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    const std::string low = to_lower(text.substr(0, 40));
    for (const std::string_view start : kStarts) {
      if (low.empty() || low[0] != start[0] || !low.starts_with(start)) continue;
      if (text.size() > start.size() && start.back() != ' ' && start.back() != ':' && start.back() != '/' && text[start.size()] != ' ' &&
          text[start.size()] != ':' && static_cast<unsigned char>(start.back()) < 0x80)
        continue;
      text = trim_name(text.substr(start.size()));
      again = !text.empty();
      break;
    }
  }
  return text;
}

// "Ann Lee MS" without what she studied.
std::string_view without_degrees(std::string_view text) {
  constexpr std::string_view kAfter[] = {"MS",  "MD",  "PhD", "Ph.D.", "RD",  "RDN", "LD", "LDN",  "JD",  "CPA",
                                         "CFA", "CFP", "MBA", "MPH",   "DDS", "RN",  "MA", "M.D.", "MSc", "Esq."};
  for (;;) {
    const size_t at = text.rfind(' ');
    if (at == std::string_view::npos || std::count(text.begin(), text.end(), ' ') < 2) return text;
    if (!among(kAfter, text.substr(at + 1))) return text;
    text = trim_name(text.substr(0, at));
  }
}

// "PhD", "MD", "R.N."
bool degree(std::string_view text) {
  if (text.size() > 10 || (text != "PA" && any_word<kAgencies>({text}))) return false;
  constexpr std::string_view kDegrees[] = {"phd", "ph.d", "ph.d.", "dr", "dr.", "jr", "msc", "bsc", "mba", "m.d.", "esq", "esq."};
  const std::string low = to_lower(text);
  if (among(kDegrees, low)) return low != "jr";
  return text.size() >= 2 && text.size() <= 6 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.' || c == '-'; });
}

// "Ann LeeAnn Lee": shown twice, for two widths of the screen.
std::string_view said_once(std::string_view text) {
  const size_t half = text.size() / 2;
  return text.size() % 2 == 0 && half >= 6 && text.substr(0, half) == text.substr(half) ? text.substr(0, half) : text;
}

// What a piece of a byline is: a person has two to five words that start with a capital (or none at all that starts small but particles).
NameKind kind_of(std::string_view text) {
  if (text.size() < 2 || text.size() > 60) return NameKind::none;
  for (const std::string_view other : {"://", "@", "[at]", "(at)", "?", "\xE2\x80\x9E", "\xE2\x80\x9C"})
    if (text.find(other) != std::string_view::npos) return NameKind::none;
  const auto words = words_of_name(text);
  if (words.empty() || words.size() > 6 || !is_letter(decode_utf8(text, 0).value)) return NameKind::none;
  auto spelled_out = words;  // "Ann I. Lee"
  std::erase_if(spelled_out, [](std::string_view word) { return word.size() == 2 && word[1] == '.'; });
  if (any_word<kNever>(spelled_out) || any_word<kDateWords>(words) || degree(text)) return NameKind::none;
  if (std::any_of(text.begin(), text.end(), digit)) return words.size() == 1 ? NameKind::handle : NameKind::none;
  if (any_word<kRoles>(words) || std::any_of(words.begin(), words.end(), compound_role)) return NameKind::none;
  static constexpr std::string_view kAlone[] = {"von",  "par",  "por",  "di",  "door", "av",  "af",  "author", "autor", "auteur", "source", "quelle",
                                                "tags", "home", "news", "jan", "feb",  "mar", "apr", "may",    "mon",   "tue",    "wed",    "thu",
                                                "fri",  "sat",  "sun",  "jun", "jul",  "aug", "sep", "sept",   "oct",   "nov",    "dec"};
  if (words.size() == 1 &&
      (any_word<kCuts>(words) || any_word<kAlone>(words) || any_word<kDayWords>(words) || (month_named(text) && to_lower(text) != "marc")))
    return NameKind::none;
  static constexpr std::string_view kArticles[] = {"the", "die", "das", "el", "los", "les"};
  if (words.size() > 1 && any_word<kArticles>({words[0]})) return NameKind::house;
  if (any_word<kHouses>(words) || text.find(".co") != std::string_view::npos || text.find(".de") != std::string_view::npos) return NameKind::house;
  const auto label = [](std::string_view word) { return word.ends_with(':'); };
  if (text.ends_with('!') || std::any_of(words.begin(), words.end(), label)) return NameKind::none;
  if (words.size() == 1) return static_cast<unsigned char>(text[0]) >= 0xE3 && text.size() <= 18 ? NameKind::person : NameKind::handle;
  size_t small = 0;
  for (const std::string_view word : words) small += !is_upper(decode_utf8(word, 0).value) && static_cast<unsigned char>(word[0]) < 0xE0;
  if (small == words.size()) return words.size() <= 3 ? NameKind::handle : NameKind::none;
  return small * 2 <= words.size() ? NameKind::person : NameKind::none;
}

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"};

// "Ann Lee Dec" and "Ann LeeDec" of lines that go on with the day.
std::string_view without_month(std::string_view text) {
  const size_t last = text.rfind(' ');
  if (last == std::string_view::npos) return text;
  const std::string_view word = text.substr(last + 1);
  if (any_word<kMonths>({word})) return trim_name(text.substr(0, last));
  for (size_t at = 2; at + 3 <= word.size(); ++at)
    if (word[at - 1] >= 'a' && word[at - 1] <= 'z' && word[at] >= 'A' && word[at] <= 'Z' && month_named(word.substr(at)))
      return text.substr(0, last + 1 + at);
  return text;
}

// The part before a weekday, "on", a digit, an address of mail.
std::string_view cut_off(std::string_view text) {
  size_t at = 0;
  static constexpr std::string_view kBeforeDays[] = {"op", "em", "il", "le", "um", "kl", "kl."};  // else "John le Carré"
  const auto words = words_of_name(text);
  for (const std::string_view word : words) {
    const auto begin = static_cast<size_t>(word.data() - text.data());
    std::string low = to_lower(word);
    if (!low.empty() && low.back() == ',') low.pop_back();
    const bool day_follows = among(kBeforeDays, word) && at + 1 < words.size() && (digit(words[at + 1][0]) || any_word<kDayWords>({words[at + 1]}));
    const bool login = word.find('@') != std::string_view::npos;
    const bool label = word.size() > 3 && word.ends_with(':');  // "Ann Lee Quelle: dpa"
    const auto agency = [&] {                                   // "Ann Lee The Associated Press"
      return word == "The" && at > 0 && is_upper(decode_utf8(words[at - 1], 0).value) && kind_of(text.substr(begin)) == NameKind::house;
    };
    const bool stop =
        among(kCuts, low) ||
        (begin > 0 &&
         (digit(word[0]) || login || ((label || agency()) && at > 1 && kind_of(trim_name(text.substr(0, begin))) == NameKind::person) ||
          (among(kSmallCuts, word) && kind_of(trim_name(text.substr(0, begin))) == NameKind::person) || day_follows || any_word<kDateWords>({word})));
    if (stop && at > 0 && begin >= 2) {
      if (any_word<kHouses>(words_of_name(text.substr(0, begin)))) return text;
      text = trim_name(text.substr(0, begin));
      return digit(word[0]) ? without_month(text) : text;
    }
    ++at;
  }
  return text;
}

void add(std::vector<std::string>& out, std::string_view name) {
  if (out.size() < 12 && !among(out, name)) out.emplace_back(name);
}

bool names_role(std::string_view part) { return any_word<kRoles>(words_of_name(part)); }

// "Ann Lee | Writer | Bob Roe | Photographer": the role behind a name tells that it is no writer's.
bool of_picture(std::string_view part) {
  static constexpr std::string_view kMakers[] = {"photographer", "photographers", "illustrator", "videographer", "photojournalist",
                                                 "translator",   "fotograf",      "fotografin",  "photographe",  "fotógrafo",
                                                 "fotógrafa",    "illustrateur",  "übersetzer",  "übersetzerin"};
  return among(kMakers, to_lower(part));
}

// "Written by Ann Lee. Reviewed by Bob Roe": what those wrote who wrote. "Text und Fotos: Ann Lee" is of a writer.
std::string_view without_helpers(std::string_view text) {
  const std::string low = to_lower(text);
  static constexpr std::string_view kEnds[] = {":", " by", " von", " par", " por", " di", " de", " from", " av"};  // of helpers, one at least
  const auto holds = [&](std::string_view end) { return low.find(end) != std::string::npos; };
  if (std::none_of(std::begin(kEnds), std::end(kEnds), holds)) return text;
  size_t at = low.size();
  for (const std::string_view helper : kHelpers) {
    const size_t found = low.find(helper);
    const std::string_view before = std::string_view(low).substr(0, std::min(found, low.size()));
    const auto ends = [&](std::string_view end) { return before.ends_with(end); };
    if (found < at && !ends("und ") && !ends("and ") && !ends("& ") && !ends("/") && !ends("+ ")) at = found;
  }
  if (at > 2 || at == low.size()) return text.substr(0, std::min(at, text.size()));
  const size_t writer = low.find("written by");
  return writer == std::string::npos ? std::string_view() : text.substr(writer);
}

// "Center for Research and Evaluation": a house whose name holds "and".
bool joined_house(std::string_view text) {
  if (text.find_first_of(",;|/") != std::string_view::npos) return false;
  for (const std::string_view border : {" and ", " & ", " und ", " et ", " y ", " e "})
    if (const size_t at = text.find(border); at != std::string_view::npos)
      return kind_of(text.substr(0, at)) == NameKind::house && kind_of(text.substr(at + border.size())) != NameKind::person;
  return false;
}

}  // namespace

bool credentials(std::string_view text) {
  std::string word;
  bool any = false;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (c != ' ' && c != ',') {
      if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) word += c;
      if (digit(c)) return false;
      continue;
    }
    for (char& letter : word)
      if (letter >= 'a') letter = static_cast<char>(letter - 'a' + 'A');
    if (!word.empty() && !among(kCredentials, word)) return false;
    any = any || !word.empty();
    word.clear();
  }
  return any;
}

bool of_menu(std::string_view text) { return any_word<kNever>(words_of_name(text)); }

std::string_view trim_name(std::string_view text) {
  while (!text.empty() && std::string_view(" \t\n,;:|/-.()[]*").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  if (text.find('(') == std::string_view::npos) text = text.substr(0, text.find(')'));
  while (!text.empty() && std::string_view(" \t\n,;:|-([]*").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  for (const std::string_view arrow : {"\xE2\x86\x92", "\xC2\xBB", "\xE2\x80\xBA"})
    if (text.ends_with(arrow)) return trim_name(text.substr(0, text.size() - arrow.size()));
  return text;
}

std::vector<std::string_view> words_of_name(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// "Eine Analyse von Ann Lee": what stands behind the kind of text.
std::string_view without_genre(std::string_view text) {
  size_t at = std::string_view::npos, size = 0;
  for (const std::string_view by : {" by ", " von ", " par ", " por ", " de ", " di ", " door ", " av ", " af ", " do "})
    if (const size_t found = text.substr(0, 48).find(by); found < at) at = found, size = by.size();
  if (at == std::string_view::npos) return text;
  const auto words = words_of_name(text.substr(0, at));
  const bool of = size == 4 && text[at + 1] == 'd';  // "Texto de Ann Lee"; names hold such words too
  const bool genre = words.size() <= 4 && any_word<kGenres>(of ? std::vector{words.back()} : words);
  const std::string_view name = trim_name(text.substr(at + size));
  return genre && !name.empty() && is_upper(decode_utf8(name, 0).value) ? name : text;
}

// "Posted on 3 May 2021 by Ann Lee": what follows the last "by" behind a digit.
std::string_view after_date(std::string_view text) {
  const bool labelled = text.find(": ") != std::string_view::npos;
  for (const std::string_view label : {"Autor: ", "Author: ", "\xD0\x90\xD0\xB2\xD1\x82\xD0\xBE\xD1\x80: ", "Text: ", "Redaktion: "})
    if (const size_t at = labelled ? text.find(label) : 0; at != std::string_view::npos && at > 0) return text.substr(at);
  const auto first = static_cast<size_t>(std::find_if(text.begin(), text.end(), digit) - text.begin());
  if (first == text.size()) return text;
  for (const std::string_view by : {" by ", " By ", " von ", " Von ", " par ", " Par ", " por ", " Por "}) {
    const size_t at = text.substr(first).rfind(by);
    if (at != std::string_view::npos) return text.substr(first + at + 1);
  }
  return text;
}

// "IWB"
bool initials(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool starts_glued(std::string_view text) {
  return text.size() > 4 && text.starts_with("By") && is_upper(decode_utf8(text, 2).value) && !is_upper(decode_utf8(text, 3).value);
}

std::string_view unlabelled(std::string_view text) {
  text = trim_name(text);
  if (starts_glued(text)) text.remove_prefix(2);
  return without_start(without_genre(after_date(text)));
}

// "Oprac.: Ann Lee": what a short label of any kind tells, when it is a person.
std::string_view without_label(std::string_view part) {
  static constexpr std::string_view kOthers[] = {"photo", "photos", "foto",   "fotos",  "credit", "image", "images", "bild",
                                                 "video", "source", "quelle", "fuente", "fonte",  "read",  "watch",  "update"};
  const size_t colon = part.find(':');
  if (colon == std::string_view::npos || colon + 2 >= part.size()) return part;
  const auto label = words_of_name(part.substr(0, colon));
  const std::string_view behind = trim_name(part.substr(colon + 1));
  const bool name = words_of_name(behind).size() > 1 && kind_of(behind) == NameKind::person;
  return name && label.size() <= 2 && !any_word<kOthers>(label) ? behind : part;
}

void read_name(std::string_view part, FoundNames& out) {
  if (const std::string low = to_lower(trim_name(part).substr(0, 12)); low.starts_with("special to ") || low.starts_with("special for ")) return;
  part = without_label(trim_name(cut_off(trim_name(without_start(trim_name(part))))));
  part = said_once(without_role(without_role_behind(without_degrees(part))));
  const std::string_view last = part.substr(part.rfind(' ') + 1);
  if (last.size() > 3 && last.find('.') == last.size() - 1 && last != "Esq.") part.remove_suffix(1);  // a stop, no "Jr."
  if (part.ends_with(')') && part.find(" (") != std::string_view::npos) part = trim_name(part.substr(0, part.find(" (")));
  switch (kind_of(part)) {
    case NameKind::person:
      return add(out.persons, part);
    case NameKind::house:
      return add(out.houses, part);
    case NameKind::handle:
      return add(out.handles, part);
    case NameKind::none:
      if (!out.persons.empty() && of_picture(part)) out.helpers.push_back(std::move(out.persons.back())), out.persons.pop_back();
      if (part.size() <= 40 && names_role(part) && !any_word<kNever>(words_of_name(part))) add(out.roles, part);
      return;
  }
}

// "Jan Jansen en Piet de Vries": a word for "and" that other languages have for something else, between two words with capitals.
size_t and_between(std::string_view text, size_t i) {
  for (const std::string_view joint : {" en ", " i ", " ve ", " och ", " og ", " \xD0\xB8 "}) {
    if (text.substr(i, joint.size()) != joint || i + joint.size() >= text.size() || i == 0) continue;
    const size_t word = text.rfind(' ', i - 1) + 1;  // npos + 1: the first
    if (is_upper(decode_utf8(text, word).value) && is_upper(decode_utf8(text, i + joint.size()).value)) return joint.size();
  }
  return 0;
}

void read_names(std::string_view text, FoundNames& out) {
  constexpr std::string_view kBorders[] = {",",
                                           " and ",
                                           " And ",
                                           " AND ",
                                           " & ",
                                           "|",
                                           ";",
                                           " und ",
                                           " et ",
                                           " y ",
                                           " e ",
                                           "\n",
                                           "\xE2\x80\xA2",
                                           " \xE2\x80\x93 ",
                                           " \xE2\x80\x94 ",
                                           "\xE2\x80\x94",
                                           " - ",
                                           "/",
                                           " with ",
                                           "\xC2\xB7",
                                           "\xE3\x80\x81",
                                           "\xEF\xBC\x8C",
                                           " by ",
                                           " as told to ",
                                           " im Gespr\xC3\xA4"
                                           "ch mit "};
  std::string plain;
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"&amp;", "&"}, {"\xC2\xAD", ""}}) {  // soft hyphens
    if (text.find(from) == std::string_view::npos) continue;
    std::string clean(text);
    for (size_t at = 0; (at = clean.find(from, at)) != std::string::npos; at += to.size()) clean.replace(at, from.size(), to);
    plain = std::move(clean), text = plain;
  }
  if (text.size() > 400 || text.starts_with("http") || text.starts_with("www.")) return;
  text = trim_name(text);
  if (const std::string_view writers = without_helpers(text); writers.empty()) {
    const size_t by = std::min(text.find(" by "), text.find(" von "));
    if (FoundNames found; by != std::string_view::npos && out.helpers.empty()) read_names(text.substr(by + 1), found), out.helpers = found.persons;
    return;
  } else {
    text = writers;
  }
  if (joined_house(text)) return add(out.houses, text);
  text = unlabelled(text);
  size_t from = 0;
  bool place = false;   // "Ann Lee \xE2\x80\x94 S\xC3\xA3o Paulo": behind a dash stands where she is
  bool joined = false;  // "Head of Sales and Marketing": what "and" joins to a role is no name
  for (size_t i = 0; i <= text.size();) {
    std::string_view border;
    constexpr std::string_view kFirst = ", |;\n/\xE2\xC2\xE3\xEF";  // bytes that borders begin with
    for (const std::string_view one :
         i < text.size() && kFirst.find(text[i]) != std::string_view::npos ? std::span(kBorders) : std::span<const std::string_view>())
      if (one.size() > border.size() && text.substr(i, one.size()) == one) border = one;
    if (const size_t joint = border.empty() && i < text.size() && text[i] == ' ' ? and_between(text, i) : 0; joint > 0)
      border = text.substr(i, joint);
    if (!border.empty() || i == text.size()) {
      const std::string_view part = text.substr(from, i - from);
      if (!joined && !(place && kind_of(trim_name(part)) == NameKind::person)) read_name(part, out);
      place = (place || border == " \xE2\x80\x94 " || border == " \xE2\x80\x93 " || border == " - ") && !out.persons.empty();
      joined = (border == " and " || border == " & ") && names_role(part) && !joined;
      i += std::max<size_t>(border.size(), 1), from = i;
    } else {
      const size_t close = text[i] == '(' ? text.find(')', i) : std::string_view::npos;
      i = close == std::string_view::npos ? i + 1 : close;
    }
  }
}

std::vector<std::string> split_byline(std::string_view text) {
  FoundNames found;
  read_names(text, found);
  return found.persons.empty() ? found.houses.empty() ? found.handles : found.houses : found.persons;
}

}  // namespace gesta
