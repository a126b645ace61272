#include "events/events_eval.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>
#include <set>

#include "base/date.h"
#include "base/dom.h"
#include "base/result.h"
#include "base/utf8.h"

namespace gesta {
namespace {

constexpr int kRecent = 14;  // days before publication that a map shows

using Parties = std::vector<std::pair<std::string, std::string>>;

Parties parties(const simdjson::dom::element& event, std::string_view side) {
  Parties out;
  for (const auto& party : elements_at(event, side)) out.emplace_back(string_at(party, "country"), string_at(party, "sector"));
  return out;
}

std::map<std::string, double> counts(const simdjson::dom::element& event) {
  std::map<std::string, double> out;
  simdjson::dom::object values;
  if (event["counts"].get(values) == simdjson::SUCCESS)
    for (const auto& [what, value] : values)
      if (double number = 0; value.get(number) == simdjson::SUCCESS) out.emplace(what, number);
  return out;
}

GoldEvent event_of(const simdjson::dom::element& from) {
  GoldEvent event{string_at(from, "words"),
                  string_at(from, "type"),
                  string_at(from, "cameo"),
                  string_at(from, "status"),
                  parties(from, "source"),
                  parties(from, "target"),
                  list_at(from, "said_by"),
                  {},
                  {},
                  counts(from)};
  if (const auto days = list_at(from, "when"); days.size() == 2) event.when = {days[0], days[1]};
  if (simdjson::dom::object place; from["where"].get(place) == simdjson::SUCCESS)
    event.where = {string_at(from["where"].value(), "name"), string_at(from["where"].value(), "country")};
  return event;
}

// Letters and digits in lower case without their marks, words with single blanks between.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : ascii_lower(fold_latin(text)))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ' && !(static_cast<unsigned char>(c) & 0x80))
      out.push_back(' ');
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> out;
  const std::string all = plain(text);
  for (size_t at = 0; at < all.size();) {
    const size_t end = std::min(all.find(' ', at), all.size());
    out.insert(all.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool within(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

Parties parties(const std::vector<Party>& from) {
  Parties out;
  for (const Party& party : from) out.emplace_back(party.country, party.sector);
  return out;
}

std::vector<std::string> countries(const Parties& parties) {
  std::vector<std::string> out;
  for (const auto& [country, sector] : parties) out.push_back(country);
  std::sort(out.begin(), out.end());
  return out;
}

Parties sorted(Parties parties) {
  std::sort(parties.begin(), parties.end());
  return parties;
}

bool same_lands(const GoldEvent& gold, const Report& report) {
  return countries(gold.source) == countries(parties(report.source)) && countries(gold.target) == countries(parties(report.target));
}

double agreement(const GoldEvent& gold, const Report& report, std::string_view text) {
  if (gold.type != report.type) return 0;
  double sum = 1;
  sum += 1.5 * (countries(gold.source) == countries(parties(report.source))) + 1.5 * (countries(gold.target) == countries(parties(report.target)));
  sum += .5 * (gold.cameo == report.cameo) + .3 * (gold.status == name(report.status));
  const auto a = words_of(gold.words), b = words_of(report.span.of(text));
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const size_t any = a.size() + b.size() - both.size();
  return any == 0 ? sum : sum + 1.2 * static_cast<double>(both.size()) / static_cast<double>(any);
}

// Each speaker of the gold is among those of the report, by a name within the other.
bool same_speakers(const GoldEvent& gold, const Report& report) {
  std::set<std::string> mine, theirs;
  for (const Said& said : report.said_by) mine.insert(plain(said.name));
  for (const std::string& said : gold.said_by) theirs.insert(plain(said));
  mine.erase(""), theirs.erase("");
  if (mine.empty() || theirs.empty()) return mine == theirs;
  return std::all_of(theirs.begin(), theirs.end(),
                     [&](const std::string& a) { return std::any_of(mine.begin(), mine.end(), [&](const std::string& b) { return within(a, b); }); });
}

std::map<std::string, double> counts_of(const Report& report) {
  std::map<std::string, double> out;
  for (const Count& count : report.counts) out.emplace(count.what, count.value);
  return out;
}

// The pins that a map draws: type, country and name of the place.
std::set<std::array<std::string, 3>> drawn_pins(const CodedText& gold, const std::vector<Report>& reports) {
  std::set<std::array<std::string, 3>> out;
  const auto published = parse_iso_date(gold.published);
  for (const Report& report : reports) {
    if ((report.type != "ASSAULT" && report.type != "PROTEST") || (report.status != Status::happened && report.status != Status::ongoing)) continue;
    if (!report.where || report.where->country.empty()) continue;
    if (published && report.when) {
      const auto from = parse_iso_date(report.when->start), to = parse_iso_date(report.when->end);
      if (from && to && (to_days(*to) < to_days(*published) - kRecent || to_days(*from) > to_days(*published) + 1)) continue;
    }
    out.insert({report.type, report.where->country, plain(report.where->name)});
  }
  return out;
}

bool is_at(const GoldPin& pin, const std::array<std::string, 3>& drawn) {
  const auto& [type, country, place] = drawn;
  const auto words_within = [](const std::string& a, const std::string& b) { return (" " + b + " ").find(" " + a + " ") != std::string::npos; };
  return pin.type == type && pin.country == country && std::any_of(pin.places.begin(), pin.places.end(), [&](const std::string& one) {
           const std::string name = plain(one);
           return !name.empty() && !place.empty() && (words_within(name, place) || words_within(place, name));
         });
}

double share(size_t a, size_t b) { return b == 0 ? 0 : static_cast<double>(a) / static_cast<double>(b); }

std::string line(const char* name, size_t hits, size_t coded, size_t gold) {
  char out[120];
  std::snprintf(out, sizeof out, "%-8s P %.3f  R %.3f  F1 %.3f\n", name, share(hits, coded), share(hits, gold), share(2 * hits, coded + gold));
  return out;
}

std::string line(const char* name, const EventScores::Share& of) {
  char out[120];
  std::snprintf(out, sizeof out, "%-8s %.3f  (%zu/%zu)\n", name, share(of.right, of.of), of.right, of.of);
  return out;
}

void count(EventScores::Share& share, bool right) { share.right += right, ++share.of; }

}  // namespace

CodedText read_coded_text(std::string_view line, const std::string& place) {
  simdjson::dom::parser parser;
  simdjson::dom::element row;
  if (parser.parse(line.data(), line.size()).get(row) != simdjson::SUCCESS)
    throw SetupError(place + ": no JSON; a line is one annotated text (corpus/README.md)");
  CodedText out{string_at(row, "id"), string_at(row, "published"), string_at(row, "site"), string_at(row, "text"), {}, {}};
  if (out.text.empty()) throw SetupError(place + ": no field \"text\"");
  if (simdjson::dom::array all; row["events"].get(all) == simdjson::SUCCESS) {
    out.events.emplace();
    for (const auto event : all) out.events->push_back(event_of(event));
  }
  if (simdjson::dom::array all; row["pins"].get(all) == simdjson::SUCCESS) {
    out.pins.emplace();
    for (const simdjson::dom::element pin : all)
      out.pins->push_back({string_at(pin, "type"), string_at(pin, "country"), list_at(pin, "places"), counts(pin)});
  }
  if (!out.events && !out.pins) throw SetupError(place + ": neither \"events\" nor \"pins\" to compare with");
  return out;
}

// Rows are given columns one by one; each time the cheapest chain of exchanges is found by the potentials of rows and columns.
std::vector<std::pair<size_t, size_t>> best_pairs(const std::vector<std::vector<double>>& weights) {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  const size_t rows = weights.size(), columns = rows == 0 ? 0 : weights[0].size(), n = std::max(rows, columns);
  const auto cost = [&](size_t i, size_t j) { return i < rows && j < columns ? -weights[i][j] : 0; };
  std::vector<double> of_row(n, 0), of_column(n + 1, 0);
  std::vector<size_t> row_at(n + 1, SIZE_MAX);  // of a column; the last one is where the chain begins
  for (size_t row = 0; row < n; ++row) {
    std::vector<double> least(n, kFar);
    std::vector<size_t> from(n, n);
    std::vector<bool> done(n + 1, false);
    size_t column = n;
    row_at[n] = row;
    while (row_at[column] != SIZE_MAX) {
      done[column] = true;
      const size_t i = row_at[column];
      double step = kFar;
      size_t next = n;
      for (size_t j = 0; j < n; ++j) {
        if (done[j]) continue;
        if (const double slack = cost(i, j) - of_row[i] - of_column[j]; slack < least[j]) least[j] = slack, from[j] = column;
        if (least[j] < step) step = least[j], next = j;
      }
      for (size_t j = 0; j <= n; ++j)
        if (done[j])
          of_row[row_at[j]] += step, of_column[j] -= step;
        else
          least[j] -= step;
      column = next;
    }
    for (; column != n; column = from[column]) row_at[column] = row_at[from[column]];
  }
  std::vector<std::pair<size_t, size_t>> out;
  for (size_t j = 0; j < columns; ++j)
    if (row_at[j] < rows && weights[row_at[j]][j] > 0) out.emplace_back(row_at[j], j);
  std::sort(out.begin(), out.end());
  return out;
}

void EventScores::add(const CodedText& item, std::string_view text, const std::vector<Report>& reports, std::string* details) {
  const auto tell = [&](char mark, std::string_view kind, std::string_view code, std::string_view words, std::string_view wrong) {
    if (details == nullptr) return;
    for (const std::string_view part :
         {std::string_view(item.id), std::string_view("\t"), std::string_view(&mark, 1), std::string_view("\t"), kind, std::string_view("\t"), code,
          std::string_view("\t"), words, std::string_view("\t"), wrong, std::string_view("\n")})
      details->append(part);
  };
  ++texts;
  if (item.pins) {
    ++mapped, pins += item.pins->size();
    const auto all = drawn_pins(item, reports);
    std::set<size_t> hit;
    for (const auto& pin : all) {
      const auto at = std::find_if(item.pins->begin(), item.pins->end(), [&](const GoldPin& gold_pin) { return is_at(gold_pin, pin); });
      if (at == item.pins->end()) continue;
      ++right, hit.insert(static_cast<size_t>(at - item.pins->begin()));
    }
    drawn += all.size(), found += hit.size();
    if (item.pins->empty()) ++still_texts, still_pins += all.size();
  }
  if (!item.events) return;
  gold += item.events->size(), coded += reports.size();
  if (item.events->empty()) ++quiet_texts, quiet_events += reports.size();
  std::vector<std::vector<double>> weights(item.events->size());
  for (size_t i = 0; i < weights.size(); ++i)
    for (const Report& report : reports) weights[i].push_back(agreement((*item.events)[i], report, text));
  const auto pairs = best_pairs(weights);
  std::vector<bool> paired(item.events->size()), used(reports.size());
  for (const auto& [i, j] : pairs) {
    paired[i] = used[j] = true;
    std::string wrong;
    const auto judge = [&](Share& share, const char* field_name, bool is_right) {
      count(share, is_right);
      if (!is_right) wrong += (wrong.empty() ? "" : " ") + std::string(field_name);
    };
    const GoldEvent& event = (*item.events)[i];
    const Report& report = reports[j];
    ++type;
    const bool lands = same_lands(event, report);
    triple += lands;
    actors += lands && sorted(event.source) == sorted(parties(report.source)) && sorted(event.target) == sorted(parties(report.target));
    if (countries(event.source) != countries(parties(report.source))) wrong = "source";
    if (countries(event.target) != countries(parties(report.target))) wrong += wrong.empty() ? "target" : " target";
    judge(cameo, "cameo", event.cameo == report.cameo), count(root, event.cameo.substr(0, 2) == report.cameo.substr(0, 2));
    judge(status, "status", event.status == name(report.status)), judge(said_by, "said_by", same_speakers(event, report));
    std::optional<std::pair<std::string, std::string>> days;
    if (report.when && !report.when->start.empty()) days = {report.when->start, report.when->end};
    if (event.when || days) judge(when, "when", event.when == days);
    if (event.where || report.where)
      judge(where, "where",
            event.where && report.where && within(plain(event.where->first), plain(report.where->name)) &&
                event.where->second == report.where->country);
    if (const auto mine = counts_of(report); !event.counts.empty() || !mine.empty()) judge(counts, "counts", event.counts == mine);
    tell('=', event.type, event.cameo, event.words, wrong);
  }
  for (size_t i = 0; i < paired.size(); ++i)
    if (const GoldEvent& event = (*item.events)[i]; !paired[i]) tell('-', event.type, event.cameo, event.words, "");
  for (size_t j = 0; j < used.size(); ++j)
    if (const Report& report = reports[j]; !used[j]) tell('+', report.type, report.cameo, report.span.of(text), "");
}

std::string describe(const EventScores& s) {
  char out[160];
  std::snprintf(out, sizeof out, "texts %zu  gold events %zu  coded events %zu\n", s.texts, s.gold, s.coded);
  std::string all = out;
  if (s.gold + s.coded + s.quiet_texts > 0) {
    all += line("type", s.type, s.coded, s.gold) + line("triple", s.triple, s.coded, s.gold) + line("actors", s.actors, s.coded, s.gold);
    all += line("cameo", s.cameo) + line("root", s.root) + line("status", s.status) + line("said_by", s.said_by) + line("when", s.when) +
           line("where", s.where) + line("counts", s.counts);
    std::snprintf(out, sizeof out, "%-8s %.2f events on a text that has none (%zu texts)\n", "quiet", share(s.quiet_events, s.quiet_texts),
                  s.quiet_texts);
    all += out;
  }
  if (s.mapped > 0) {
    std::snprintf(out, sizeof out, "%-8s P %.3f  R %.3f  (%zu drawn, %zu of the gold)\n", "pins", share(s.right, s.drawn), share(s.found, s.pins),
                  s.drawn, s.pins);
    all += out;
    std::snprintf(out, sizeof out, "%-8s %.2f pins on a text that has none (%zu texts)\n", "still", share(s.still_pins, s.still_texts),
                  s.still_texts);
    all += out;
  }
  all.pop_back();
  return all;
}

}  // namespace gesta
