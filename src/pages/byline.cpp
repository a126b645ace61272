// Who wrote it: of everything on the page that may be a name (byline_pool.h), what small trees take for an author's.
// They are learned by training/train_bylines.py.
#include <algorithm>
#include <cmath>
#include <ostream>

#include "pages/byline_names.h"
#include "pages/byline_pool.h"
#include "pages/forest.h"

namespace gesta {
namespace {

#include "pages/byline_forest.inc"

// Everyone from the first on; when there is nobody, the best from the second on, with those that are as good. Chosen on hosts held out of training.
constexpr float kTake = 0.75f, kTakeOne = 0.1f, kAsGood = 0.95f;
constexpr float kTakeBeside = 0.4f;  // a person beside one that is taken

std::vector<float> probabilities(const std::vector<NameCandidate>& names) {
  static const Forest forest(kRoots, kNodes);
  std::vector<const float*> rows;
  for (const NameCandidate& one : names) rows.push_back(one.signs.data());
  std::vector<float> out = forest.probabilities(rows, kBase);
  const auto helps = [](const auto& signs) { return signs[kNameHelps] > 0 && signs[kNameJson] == 0 && signs[kNameMeta] == 0; };
  for (size_t i = 0; i < names.size(); ++i) out[i] *= helps(names[i].signs) ? 0.3f : 1.f;
  return out;
}

// Told together: in one line that names authors, or in the JSON-LD.
bool beside(const NameCandidate& one, const NameCandidate& other) {
  const auto both = [&](NameSign sign) { return one.signs[sign] > 0 && other.signs[sign] > 0; };
  const bool line = both(kSpotOpens) && one.signs[kSpotTitle] < kFar && one.signs[kSpotTitle] == other.signs[kSpotTitle];
  return one.signs[kNameKind] == 0 && (line || both(kNameJson));
}

// Of probable names those that are taken, the most probable first: none that is inside another or holds it.
std::vector<size_t> take(const std::vector<NameCandidate>& names) {
  std::vector<std::pair<float, size_t>> order;
  const std::vector<float> probable = probabilities(names);
  for (size_t i = 0; i < names.size(); ++i) order.emplace_back(-probable[i], i);
  std::sort(order.begin(), order.end());
  const float most = order.empty() ? 0 : -order[0].first, bar = most >= kTake ? kTake : std::max(most * kAsGood, kTakeOne);
  std::vector<size_t> out;
  for (const auto& [less, i] : order) {
    const auto same = [&, mine = std::string_view(names[i].name)](size_t k) {
      return holds_name(names[k].name, mine) || holds_name(mine, names[k].name);
    };
    const auto with = [&](size_t k) { return beside(names[i], names[k]); };
    const bool wanted = -less >= bar || (-less >= kTakeBeside && std::any_of(out.begin(), out.end(), with));
    if (wanted && out.size() < 12 && std::none_of(out.begin(), out.end(), same)) out.push_back(i);
  }
  for (const auto& [less, i] : order) {  // what the page's data tell, a line "By", the agency of a dateline, sooner than nothing
    const auto& signs = names[i].signs;
    const bool told = (signs[kNameJson] > 0 || signs[kNameMeta] > 0) && signs[kNameNobody] == 0;
    if (out.empty() && (told || signs[kNameAgency] > 0 || (signs[kSpotOpens] > 0 && signs[kSpotAgainst] == 0))) out.push_back(i);
  }
  const auto elsewhere = [&](size_t i) {  // beside the title of another article, on a page that goes on
    const auto& mine = names[i].signs;
    const auto& first = names[out[0]].signs;
    return i != out[0] && mine[kNameJson] == 0 && mine[kNameMeta] == 0 && mine[kMarkTitle] < kFar && first[kMarkTitle] < kFar &&
           std::abs(mine[kMarkTitle] - first[kMarkTitle]) > 8;
  };
  std::erase_if(out, elsewhere);
  return out;
}

// "Ann Lee, DVM" where the page writes so: of all that may stand behind a name what her profession gives her is part of it.
const std::string& with_credentials(const std::vector<NameCandidate>& names, size_t i) {
  const std::string_view mine = names[i].name;
  for (const NameCandidate& one : names)
    if (names[i].signs[kNameKind] == 0 && one.signs[kNameKind] == 4 && one.name.size() > mine.size() && one.name.starts_with(mine) &&
        (one.name[mine.size()] == ',' || one.name[mine.size()] == ' ') && credentials(std::string_view(one.name).substr(mine.size())))
      return one.name;
  return names[i].name;
}

}  // namespace

std::vector<std::string> find_byline(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, const PlaceInPage& place) {
  const std::vector<NameCandidate> names = name_candidates(tree, blocks, meta, url, place);
  std::vector<size_t> taken = take(names);
  const auto person = [&](size_t i) { return names[i].signs[kNameKind] == 0 || names[i].signs[kNameKind] == 4; };
  if (std::any_of(taken.begin(), taken.end(), person))  // houses and roles beside persons are where they work
    std::erase_if(taken, [&](size_t i) { return names[i].signs[kNameKind] == 1 || names[i].signs[kNameKind] == 3; });
  std::sort(taken.begin(), taken.end());
  std::vector<std::string> out;
  for (const size_t i : taken) out.push_back(with_credentials(names, i));
  return out;
}

void write_names(const PageTree& tree, const Blocks& blocks, const Meta& meta, std::string_view url, const PlaceInPage& place, std::ostream& out) {
  for (const NameCandidate& one : name_candidates(tree, blocks, meta, url, place)) {
    for (const float value : one.signs) out << value << '\t';
    out << one.name << '\n';
  }
}

}  // namespace gesta
