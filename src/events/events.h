// events: a document in, reports out. A report is one claim in one sentence, with the words every field came from.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"
#include "language/language.h"
#include "pages/pages.h"

namespace gesta {

struct Party {
  std::string name, id, country, sector, code;
  Span span;
  uint32_t head = kNone;  // token
};

struct Said {
  std::string name, country, sector, cue;
  Span span;
};

struct When {
  std::string start, end;  // ISO dates, or TIMEX3 values ("-P1M") while the publication date is unknown
  std::string basis;       // the words
  Span span;
};

struct Where {
  std::string name, country, admin1;
  std::optional<double> lat, lon;
  uint32_t geonames = 0;  // 0: none
  std::string precision;  // point city admin1 country
  Span span;
};

enum class Status : uint8_t { happened, ongoing, expected, possible, denied, hypothetical };
std::string_view name(Status status);

struct Count {
  std::string what;  // killed injured arrested abducted displaced protesters amount
  double value = 0;
  Span span;
};

struct Report {
  std::string id;
  Span span;              // the words of the event
  uint32_t head = kNone;  // its head token
  uint32_t sentence = 0;
  std::string act, matter, type, mode, cameo, root;
  std::vector<std::string> context;
  int quad = 0;
  double goldstein = 0;
  std::vector<Party> source, target;
  Status status = Status::happened;
  std::vector<Said> said_by;  // innermost first; empty = the page's own voice
  std::optional<When> when;
  std::optional<Where> where;
  std::vector<Count> counts;
  std::vector<std::string> contradicts;
  double confidence = 0;
  std::string rule;
  std::vector<std::string> reasons;  // what weighed most in each learned decision: "event: lemma=jail +1.25, ..."
};

// A predicate of the text with its arguments, before anything is coded.
struct Argument {
  std::string role;       // subj obj iobj xcomp ccomp poss comp agent prep:with ...
  uint32_t head = kNone;  // token
};

struct Frame {
  uint32_t predicate = kNone;  // head token
  std::string lemma, pos;      // "call on" v
  std::vector<Argument> arguments;
  bool passive = false, negated = false;
  std::string tense;          // past present future infinitive participle
  std::string modality;       // "may", "would"; empty when none
  uint32_t governor = kNone;  // the predicate this clause depends on
};

std::vector<Frame> read_frames(const Document& document, const Knowledge& knowledge);
std::string to_text(const Frame& frame, const Document& document);  // one line
std::string to_text(const Report& report,
                    const Document& document);  // one line: "Police detained 12 protesters"  COERCE 173 police>protesters arrested=12 @Minsk happened

// What each field reads of an event that has been found.
struct EventSite {
  uint32_t head = kNone;  // token
  uint32_t sentence = 0;
  std::string_view type, cameo;
  std::vector<uint32_t> targets;  // head tokens
  std::vector<std::string> source_countries, target_countries;
};

class CodeTable;  // events/codes.h

class Coder {
 public:
  // The gazetteer and the models of this room, which may be read while the knowledge is. Without models the rules alone decide.
  struct Files;
  static std::shared_ptr<const Files> read(const std::string& models_folder, const std::string& build_data_folder);
  Coder(const Knowledge& knowledge, std::shared_ptr<const Files> files);
  static Coder load(const std::string& models_folder, const std::string& build_data_folder, const Knowledge& knowledge) {
    return {knowledge, read(models_folder, build_data_folder)};
  }
  // `kind` of text (kind.h); empty where nobody has asked. `reasons` are for explain, and take time.
  std::vector<Report> code(const Article& article, const Document& document, std::string_view kind, bool reasons = false) const;

 private:
  const Knowledge* knowledge_;
  std::shared_ptr<const Files> files_;
  std::shared_ptr<const CodeTable> codes_;
};

}  // namespace gesta
