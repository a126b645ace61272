// bench_sets KIND PATH [--show]: the fields against public sets; the head of sets_KIND.cpp says what is read and measured.
#include "sets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "base/file.h"

namespace gesta::sets {

double share(size_t part, size_t whole) { return whole ? static_cast<double>(part) / static_cast<double>(whole) : 0; }

std::string slurp(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) throw std::runtime_error(path + ": cannot be read");
  std::string text(*bytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

std::vector<std::string> files_of(const std::string& folder, std::string_view extension) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == extension) out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close, size_t& at) {
  const size_t from = text.find(open, at);
  if (from == std::string_view::npos) return at = std::string_view::npos, std::string_view();
  const size_t begin = from + open.size(), end = std::min(text.find(close, begin), text.size());
  at = std::min(end + close.size(), text.size());
  return text.substr(begin, end - begin);
}
std::string_view first(std::string_view text, std::string_view open, std::string_view close) {
  size_t at = 0;
  return between(text, open, close, at);
}
std::string plain(std::string_view xml) {
  if (xml.starts_with("<![CDATA[")) return std::string(xml.substr(9, xml.size() - 12));
  constexpr std::array<std::array<std::string_view, 2>, 5> entities{
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}};
  std::string out;
  for (size_t i = 0; i < xml.size();) {
    size_t step = 1;
    std::string_view piece = xml.substr(i, 1);
    for (const auto& [name, value] : entities)
      if (xml.substr(i).starts_with(name)) piece = value, step = name.size();
    out += piece, i += step;
  }
  return out;
}
std::vector<uint32_t> bytes_of(std::string_view text) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) out.push_back(i);
  out.push_back(static_cast<uint32_t>(text.size()));
  return out;
}

}  // namespace gesta::sets

int main(int argc, char** argv) {
  using namespace gesta::sets;
  const std::map<std::string, void (*)(const Engine&, const std::string&)> kinds{
      {"places", places}, {"truth", truth}, {"said", said}, {"meantime", meantime}, {"petrarch", petrarch}, {"recognizers", recognizers}};
  if (argc < 3 || !kinds.count(argv[1])) {
    std::fprintf(
        stderr,
        "usage: bench_sets places|truth|said|meantime|petrarch|recognizers PATH [--show]\n\n"
        "Example:\n"
        "  bench_sets petrarch validation/PETR.UnitTest.records.xml --show\n\n"
        "petrarch: a record is exact when the set of its events (source, target, code) is that of the record, none for an error or\n"
        "\"noevents\". Every record counts, also those on settings of that program that have no counterpart here; of these only\n"
        "require_dyad is followed: while it is true, events without source or without target are left out.\n"
        "recognizers: every case with a result is applicable but time zones, lists of alternatives, days that do not exist, fiscal and school\n"
        "years, and cases that contradict themselves; a case is right when all its results are. \"Two months ago\" is a month, and a part of a\n"
        "period (\"mid-November\") has no sharp ends: half its length is allowed. A period may leave out or keep its last day where it is counted "
        "from today or\n"
        "written between two expressions; of an open one the given side must agree. Of a time alone hours and minutes must be right, at both\n"
        "ends of a range, whatever side it is open to.\n");
    return 2;
  }
  try {
    Engine engine;
    engine.show = argc > 3 && std::string(argv[3]) == "--show";
    kinds.at(argv[1])(engine, argv[2]);
  } catch (const std::exception& trouble) {
    return std::fprintf(stderr, "%s\n", trouble.what()), 2;
  }
  return 0;
}
