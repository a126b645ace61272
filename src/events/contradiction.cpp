// Contradictions inside an article: two reports of the same matter, one told as done and one as not done, or a refusal beside an assent of the
// same actor on the same matter ("reported that it refused ... had agreed"). Linked both ways. Quadratic in the reports of an article,
// which is bounded here.
#include <algorithm>

#include "events/fields.h"

namespace gesta {

namespace {

constexpr size_t kMostReports = 200;

bool shares_country(const std::vector<Party>& left, const std::vector<Party>& right) {
  for (const Party& a : left)
    for (const Party& b : right)
      if (!a.country.empty() && a.country == b.country) return true;
  return false;
}

bool asserted(const Report& report) {
  return report.status == Status::happened || report.status == Status::ongoing || report.status == Status::possible;
}
bool refuses(const Report& report) { return report.type == "REJECT"; }
bool assents(const Report& report) {
  return report.type == "AGREE" || report.type == "SUPPORT" || report.type == "AID" || report.type == "CONCEDE" || report.type == "COOPERATE";
}

bool same_deed(const Report& a, const Report& b) {
  if (a.type != b.type) return false;
  if (a.cameo != b.cameo && a.matter != b.matter) return false;
  const bool sources = a.source.empty() || b.source.empty() || shares_country(a.source, b.source);
  const bool targets = a.target.empty() || b.target.empty() || shares_country(a.target, b.target);
  return sources && targets;
}

bool reverses(const Report& a, const Report& b) {
  if (same_deed(a, b) && ((asserted(a) && b.status == Status::denied) || (a.status == Status::denied && asserted(b)))) return true;
  if (a.matter.empty() || a.matter != b.matter || !shares_country(a.source, b.source)) return false;
  return (refuses(a) && assents(b)) || (assents(a) && refuses(b));
}

}  // namespace

void link_contradictions(const Document&, std::vector<Report>& reports) {
  const size_t count = std::min(reports.size(), kMostReports);
  for (size_t i = 0; i < count; ++i)
    for (size_t j = i + 1; j < count; ++j)
      if (reverses(reports[i], reports[j])) {
        reports[i].contradicts.push_back(reports[j].id);
        reports[j].contradicts.push_back(reports[i].id);
      }
}

}  // namespace gesta
