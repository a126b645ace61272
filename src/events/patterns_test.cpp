// Small dictionaries in the syntax of TABARI, PETRARCH and PETRARCH2 over our own parser: rows of a sentence and the events its verbs must give, with
// nothing else known. The last test lets patterns and the built-in lexicon work side by side.
#include "events/patterns.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "events/events.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

constexpr std::string_view kActors =
    "FREEDONIA [FRE]\n+FREEDONIAN\nSYLVANIA [SYL]\n+SYLVANIAN\nOSTERLICH [OST]\nTWIN_ISLES [TWA/TWB]\n"
    "RUFUS_FIREFLY\n\t[FREOPP <20200101]\n\t[FREGOV >20200101]\nNOBODYS_LAND [---]\n";
constexpr std::string_view kAgents = "GOVERNMENT [~GOV]\nFOREIGN_MINISTER [~GOVFRM]\nSOLDIER [~MIL]\nRELIEF_GROUP [NGO~]\nPOLICE {} [~COP]\n";
constexpr std::string_view kVerbs =
    "&WEAPON\n+RIFLE\n+MACHINE_GUN\n&NEGATION\n+DID N'T\n+DID NOT\n"
    "--- CRITICIZE [111] ---\nCRITICIZE\nDENOUNCE\n- &NEGATION * [051]\n- HEAVILY_* [112]\n- * {NEW TAX} (OF +) [113]\n"
    "--- MEET [040:041] ---\nMEET {MET MEETS MEETING}\n- % * [046]\n- * WITH % [047]\n- NEVER * [---]\n"
    "--- SHIP [070] ---\nSHIP {SHIPPED SHIPS SHIPPING}\n+HAND_OVER\n- $ * &WEAPON (TO +) [072]\n- $ * ^ (TO +) [073]\n"
    "--- SEE [---] ---\nSEE {SAW SEEN SEES}\n- * WELCOMED + [055]\n- + WAS * (IN $) [190]\n"
    "--- VISIT [042] ---\nVISIT\n";
constexpr std::string_view kDiscards = "CRICKET\n";

struct Files {
  Files() : folder(std::filesystem::temp_directory_path() / ("gesta-patterns-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder);
    for (const auto& [name, text] :
         {std::pair("actors", kActors), std::pair("agents", kAgents), std::pair("verbs", kVerbs), std::pair("discards", kDiscards)}) {
      paths.push_back((folder / name).string());
      std::ofstream(paths.back()) << text;
    }
  }
  ~Files() { std::filesystem::remove_all(folder); }
  std::filesystem::path folder;
  std::vector<std::string> paths;
};

const LanguageReader& reader() {
  static const LanguageReader one = LanguageReader::load(std::string(GESTA_SOURCE_DIR) + "/models");
  return one;
}

std::vector<Report> reports_of(const Coder& coder, const std::string& text) {
  Article article;
  article.id = "row", article.text = text, article.published.date = "2021-03-04";
  Document document = reader().read(article.text, {{{0, static_cast<uint32_t>(text.size())}, false}});
  return coder.code(article, document, {});
}

std::string shown(const std::vector<Report>& reports) {
  std::string out;
  for (const Report& report : reports)
    out += (out.empty() ? "" : ", ") + codes_of(report.source, "+", "?") + ">" + codes_of(report.target, "+", "?") + " " + report.cameo;
  return out.empty() ? "none" : out;
}

TEST(Patterns, RowsOfSentences) {
  const Files files;
  const Knowledge knowledge = Knowledge::load({{}, {}, {}, files.paths, true});
  const Coder coder = Coder::load("/nowhere", std::string(GESTA_SOURCE_DIR) + "/build/data", knowledge);
  const std::vector<std::array<std::string, 2>> rows = {
      {"The Freedonian government criticized Sylvania on Monday.", "FREGOV>SYL 111"},
      {"Freedonia's foreign minister heavily criticized the Sylvanian police.", "FREGOVFRM>SYLCOP 112"},
      {"Freedonia didn't criticize Sylvania.", "FRE>SYL 051"},
      {"Freedonia criticized the new tax of Osterlich after talks.", "FRE>OST 113"},
      {"Sylvania was denounced by Freedonia on Sunday.", "FRE>SYL 111"},
      {"Freedonia and Sylvania met on Sunday.", "FRE>SYL 046, SYL>FRE 046"},
      {"Osterlich met with Freedonia and Sylvania.", "OST>FRE+SYL 047"},
      {"Osterlich met Freedonia in spring.", "OST>FRE 040, FRE>OST 041"},
      {"Osterlich never met Freedonia.", "none"},
      {"Freedonia shipped machine guns to Sylvania.", "FRE>SYL 072"},
      {"Freedonia shipped wheat to Sylvania.", "FRE>SYL 073"},
      {"Freedonia handed over a bridge to Sylvania.", "FRE>SYL 073"},
      {"A Sylvanian soldier was seen in Freedonia.", "FRE>SYLMIL 190"},
      {"Rufus Firefly visited Sylvania.", "FREGOV>SYL 042"},
      {"A relief group of Freedonia visited Osterlich.", "NGOFRE>OST 042"},
      {"The Twin Isles criticized Nobodys Land and Sylvania.", "TWA+TWB>SYL 111"},
      {"Soldiers of Freedonia and Sylvania visited Osterlich.", "FREMIL+SYLMIL>OST 042"},
      {"Nobodys Land criticized Sylvania.", "?>SYL 111"},
      {"Freedonia visited Sylvania for a game of cricket.", "none"},
      {"Freedonia urged Osterlich to visit Sylvania.", "OST>SYL 042"},
  };
  for (const auto& [text, events] : rows) EXPECT_EQ(shown(reports_of(coder, text)), events) << text;
}

TEST(Patterns, BesideTheLexicon) {
  const Files files;
  const std::string home = GESTA_SOURCE_DIR;
  std::ofstream(files.folder / "own") << "--- A [043] ---\nVISIT\n- * GRAVE [---]\nSERENADE [057]\n";
  const Knowledge knowledge = Knowledge::load({home + "/data", {}, {}, {(files.folder / "own").string()}, true});
  const Coder coder = Coder::load(home + "/models", home + "/build/data", knowledge);
  EXPECT_EQ(shown(reports_of(coder, "Egypt's president visited Turkey on Monday.")), "EGYGOV>TURGOV 043");  // not 042
  EXPECT_EQ(shown(reports_of(coder, "Egypt's president visited the grave.")), "none");
  EXPECT_EQ(shown(reports_of(coder, "Egypt's president serenaded Turkey on Monday.")), "EGYGOV>TURGOV 057");  // a verb that the lexicon does not know
  EXPECT_EQ(shown(reports_of(coder, "Egypt condemned Turkey.")), "EGYGOV>TURGOV 111");                        // one that the dictionary does not know
}

}  // namespace
}  // namespace gesta
