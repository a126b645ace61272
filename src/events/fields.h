// The fields of a report that are read once its event is known, one function a field. Each looks at the event's clause first, then
// its sentence, then the discourse.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "events/events.h"
#include "knowledge/gazetteer.h"

namespace gesta {

// attribution.cpp: who says so, innermost first.
std::vector<Said> read_said_by(const Document& document, const Knowledge& knowledge, const EventSite& site);
// attribution_own.cpp: takes out who utters the deed itself.
void drop_own_words(const Document& document, Report& report);

// status.cpp: tense, aspect, modality, negation, embedding, and who says so: what an enemy alleges may not be so.
Status read_status(const Document& document, const Knowledge& knowledge, const EventSite& site, std::span<const Said> said_by = {});

// when.cpp: time expressions of the document (TIMEX3) once, then the one that dates each event.
struct TimeExpression {
  Span span;
  std::string type;              // DATE TIME DURATION SET
  std::string value;             // TIMEX3 value
  std::string start, end;        // ISO dates of the interval when it has one
  uint32_t first = 0, last = 0;  // tokens
};
// `home` is the outlet's country: "Independence Day" is that of a country the text tells, else of that one.
std::vector<TimeExpression> read_times(const Document& document, const Knowledge& knowledge, const std::string& published,
                                       std::string_view home = {});
// Of each of the events of a text, in the light of the others; `statuses` is as long as `sites`.
std::vector<std::optional<When>> resolve_whens(const Document& document, const std::vector<TimeExpression>& times, const std::string& published,
                                               std::span<const EventSite> sites, std::span<const Status> statuses);

// where.cpp: places of the document once, then the one where each event took place.
struct PlaceMention {
  Span span;
  uint32_t first = 0, last = 0;  // tokens
  Where place;
};
// `home` is the outlet's country: it speaks, softly, for namesakes and unknown places; `published` tells whose a place was then; `world`: the outlet
// reports on all countries.
struct Origin {
  std::string_view home, published;
  bool world = false;
};
std::vector<PlaceMention> read_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin = {});
// Whose the place or the people of a young state were when the text was written.
std::string state_then(std::string country, std::string_view published);
// What else the text tells of an event: one that happened on a day that is told is likelier to have a place than one that nobody may ever see.
struct ToldOfEvent {
  Status status = Status::happened;
  std::optional<When> when;
  std::vector<Said> said_by;
};
inline std::vector<ToldOfEvent> read_told(const Document& document, const Knowledge& knowledge, const std::vector<TimeExpression>& times,
                                          const std::string& published, std::span<const EventSite> sites) {
  std::vector<ToldOfEvent> out(sites.size());
  std::vector<Status> statuses;
  for (size_t k = 0; k < sites.size(); ++k) {
    out[k].said_by = read_said_by(document, knowledge, sites[k]);
    statuses.push_back(out[k].status = read_status(document, knowledge, sites[k], out[k].said_by));
  }
  std::vector<std::optional<When>> whens = resolve_whens(document, times, published, sites, statuses);
  for (size_t k = 0; k < sites.size(); ++k) out[k].when = std::move(whens[k]);
  return out;
}
// The events of a document in the order of the text: where each took place, in the light of where the one before did. `told` is as long as `sites`.
std::vector<std::optional<Where>> read_wheres(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                              std::span<const EventSite> sites, std::span<const ToldOfEvent> told);

// counts.cpp: how many, for each of the events of a text; what has not happened is counted seldom.
std::vector<std::vector<Count>> read_counts(const Document& document, std::span<const TimeExpression> times, std::span<const EventSite> sites,
                                            std::span<const ToldOfEvent> told);

// fields_topic.cpp: once for a document, then for each attack or march: is it one in words only (sport, markets, exercises)?
struct TopicOfText {
  bool figurative = false, drill = false, accident = false;
};
TopicOfText read_topic(const Document& document);
bool is_figure(const Document& document, const TopicOfText& topic, std::string_view type, uint32_t sentence);
bool is_simile(const Document& document, std::string_view type, uint32_t head);
// "tracked an attack submarine": what a weapon is for, and the words tell no deed.
bool is_weapon_name(const Document& document, std::string_view type, Span words, uint32_t sentence);
// "did not respond to a request for comment": the reporter's own.
bool is_request_for_comment(const Document& document, std::string_view type, Span words, uint32_t sentence);
// "The auction will offer a pistol", "the tour promises sunshine": who trades or entertains commits himself to nobody.
bool is_offer_of_wares(const Document& document, std::string_view type, uint32_t head);
// "Discussed the possibility of pressure": nothing is told of it.
bool is_mere_possibility(const Document& document, uint32_t head);
// An explosion of which the same sentence or the next three say that it was no attack.
bool is_ruled_out(const Document& document, std::string_view type, Span words, uint32_t sentence);

// recount.cpp: "it was his second visit" counts events told before ...
bool counts_events(const Document& document, uint32_t head);
// "His first visit", "an earlier attack": there are others of the kind.
bool is_one_of_several(const Document& document, uint32_t head);
// ... and so does "the visit was his second", if one like it was told.
bool is_counted(const Document& document, uint32_t head);

// denials.cpp: adds the events that are told by a denial of what was told before ("Kigali denied it"); `reports` in the order of the text.
void add_denials(const Document& document, const Knowledge& knowledge, std::vector<Report>& reports);

// contradiction.cpp: fills Report::contradicts both ways.
void link_contradictions(const Document& document, std::vector<Report>& reports);

}  // namespace gesta
