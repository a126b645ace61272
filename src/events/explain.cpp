#include "events/explain.h"

namespace gesta {
namespace {

void parties(std::string& out, std::string_view role, const std::vector<Party>& list) {
  for (const Party& party : list)
    out.append(role).append(party.name).append("  ").append(party.code).append(party.id.empty() ? "  by description" : "  " + party.id).append("\n");
}

}  // namespace

std::string explain(const Document& document, const Knowledge& knowledge, const Report& report) {
  std::string out = "event     " + to_text(report, document) + "\n";
  if (report.sentence < document.sentences.size()) {
    const Sentence& sentence = document.sentences[report.sentence];
    out += "sentence  " + std::string(sentence.span.of(document.text)) + "\n";
    for (const Frame& frame : read_frames(document, knowledge))
      if (frame.predicate >= sentence.first && frame.predicate < sentence.last)
        out += std::string(frame.predicate == report.head ? "frame  *  " : "frame     ") + to_text(frame, document) + "\n";
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& token = document.tokens[i];
      out += "tree      " + std::to_string(i - sentence.first + 1) + " " + std::string(token.form) + " " + std::string(token.lemma) + " " +
             std::string(name(token.upos)) + " " + (token.head == kNone ? "0" : std::to_string(token.head - sentence.first + 1)) + " " +
             std::string(name(token.deprel)) + "\n";
    }
  }
  parties(out, "source    ", report.source);
  parties(out, "target    ", report.target);
  out += "rule      " + report.rule + "\n";
  out += "table     " + report.act + " x " + report.matter + " = " + report.cameo + " " + report.type + "\n";
  for (const std::string& reason : report.reasons) out += "because   " + reason + "\n";
  if (report.said_by.empty()) out += "said by   the page itself\n";
  for (const Said& said : report.said_by) out += "said by   " + said.name + " (" + said.cue + ")\n";
  if (report.when) out += "when      " + report.when->start + " to " + report.when->end + " from \"" + report.when->basis + "\"\n";
  if (report.where) out += "where     " + report.where->name + " " + report.where->country + "\n";
  return out;
}

// "Police detained 12 protesters"  COERCE 173 police>protesters arrested=12 @Minsk happened
std::string to_text(const Report& report, const Document& document) {
  const auto names = [](const std::vector<Party>& list) {
    std::string out;
    for (const Party& party : list) out += (out.empty() ? "" : "+") + party.name;
    return out;
  };
  std::string out = "\"" + std::string(report.span.of(document.text)) + "\"  " + report.type + " " + report.cameo + " " + names(report.source) + ">" +
                    names(report.target);
  for (const Count& count : report.counts) out += " " + count.what + "=" + std::to_string(static_cast<int64_t>(count.value));
  if (report.where) out += " @" + report.where->name;
  return out + " " + std::string(name(report.status));
}

}  // namespace gesta
