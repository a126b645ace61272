// Who promises, threatens, refuses, charges or calls does so in his own words: "Iran said it would retaliate" is Iran's threat, told by the page.
#include "base/lists.h"
#include "base/utf8.h"
#include "events/fields.h"
#include "events/fields_tree.h"

namespace gesta {
namespace {

constexpr std::string_view kOwn[] = {"AGREE", "THREATEN", "REJECT", "REQUEST", "ACCUSE", "SANCTION"};
constexpr std::string_view kOwnAhead[] = {"AGREE", "THREATEN", "REJECT"};  // "said it would sue": the charge is still to come

bool same_name(const std::string& a, const std::string& b) {
  const std::string x = to_lower(a), y = to_lower(b);
  return !x.empty() && !y.empty() && (x.find(y) != std::string::npos || y.find(x) != std::string::npos);
}

// "will sign", "will start signing".
bool lies_ahead(const Document& document, uint32_t head) {
  constexpr std::string_view kFuture[] = {"will", "would", "shall", "'ll"};
  for (const uint32_t c : tree::children(document, head))
    if (base(document.tokens[c].deprel) == Deprel::aux && among(kFuture, tree::lower_form(document, c))) return true;
  return document.tokens[head].deprel == Deprel::xcomp && lies_ahead(document, document.tokens[head].head);
}

}  // namespace

void drop_own_words(const Document& document, Report& report) {
  if (report.said_by.empty() || !among(kOwn, report.type) || (report.type == "SANCTION" && report.status == Status::denied)) return;
  const bool ahead = report.head < document.tokens.size() && lies_ahead(document, report.head);
  if (ahead && !among(kOwnAhead, report.type)) return;
  std::erase_if(report.said_by, [&](const Said& said) {
    for (const Party& party : report.source) {
      if (said.span.overlaps(party.span) || same_name(said.name, party.name)) return true;
      // A minister, for his country: "Berlin will guard the depot, the minister said".
      const bool for_it = !said.country.empty() && said.country == party.country && said.sector == party.sector;
      if (for_it && ahead && report.type == "AGREE") return true;
    }
    return ahead && report.type == "THREATEN";  // a spokesman's words are those for whom he speaks
  });
}

}  // namespace gesta
