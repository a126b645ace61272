// Rows over small verb dictionaries: the forms of a verb, patterns as they were read, broken lines and what is said about them.
#include <gtest/gtest.h>

#include "knowledge/tables.h"

namespace gesta {
namespace {

std::unique_ptr<Tables> read(std::string_view text, Faults& faults) {
  auto tables = std::make_unique<Tables>();
  tables->files.emplace_back(text);
  read_petrarch({"f", tables->files.back()}, *tables, faults);
  return tables;
}

std::string code_text(const VerbPatterns& verbs, PatternCode code) {
  const auto one = [&](uint32_t index) { return index == kNoCode ? std::string("---") : std::string(verbs.codes[index].cameo); };
  return one(code.code) + (code.reverse == kNoCode ? "" : ":" + one(code.reverse));
}

std::string side_text(const VerbPatterns& verbs, const std::vector<PatternPart>& parts) {
  std::string out;
  for (const PatternPart& part : parts) {
    out += part.joined ? "_" : " ";
    if (part.kind == PatternPart::Kind::word)
      for (const auto& [word, id] : verbs.words) out += id == part.id ? std::string(word) : "";
    else
      out += part.kind == PatternPart::Kind::set ? "&" + std::to_string(verbs.sets[part.id].words.size())
                                                 : std::string(1, "??$+^%"[static_cast<int>(part.kind)]);
    if (part.phrase) out += "/" + std::to_string(part.phrase);
  }
  return out;
}

// Every pattern of the block that a form leads to: "the * (IN +) 010".
std::vector<std::string> patterns(const Tables& tables, std::string_view form) {
  std::vector<std::string> out;
  const VerbPatterns& verbs = tables.verbs;
  const auto found = verbs.forms.find(form);
  if (found == verbs.forms.end()) return {"unknown"};
  const VerbForm& verb = found->second[0];
  out.push_back(code_text(verbs, verb.code) + (verb.after.empty() ? "" : " and more words"));
  for (const VerbPattern& pattern : verbs.blocks[verb.block].patterns)
    out.push_back(side_text(verbs, pattern.before) + (pattern.touches ? "_*" : " *") + side_text(verbs, pattern.after) + " " +
                  code_text(verbs, pattern.code));
  return out;
}

using Lines = std::vector<std::string>;

TEST(Verbs, BothSyntaxes) {
  Faults faults;
  const auto tables = read(
      "<!-- a comment\n[999] over lines -->\n&METAL\n+IRON  # a comment\n+TIN_\n\n&GOODS\n+&METAL\n+WHITE GOODS\n\n"
      "--- SELL [061] ---\nSELL {SOLD SELLS SELLING}\nVEND [---]\n+HAND_OVER [062:063]\n- * &GOODS [070]\n- WILL NOT_* (TO {RICH +}) WITH_$ [:120]\n"
      "- % * ^ [---] ; another\n~ a (a b SELL) SAY = a b 015\n",
      faults);
  EXPECT_EQ(faults.count(), 0u) << faults.list()[0];
  EXPECT_EQ(patterns(*tables, "sold"), (Lines{"061", " will not_* to/1 rich/1 +/1 with_$ ---:120", " % * ^ ---", " * &3 070"}));
  EXPECT_EQ(patterns(*tables, "vended")[0], "---");
  EXPECT_EQ(patterns(*tables, "handing")[0], "062:063 and more words");
  EXPECT_EQ(patterns(*tables, "seld")[0], "unknown");
  EXPECT_EQ(tables->verbs.transformations, 1u);
}

TEST(Verbs, TabariWithoutHeads) {
  Faults faults;
  const auto tables = read(
      "ACCUSE  [112] ;x 1/2/91\n- * OF_TREASON  [###] # left alone\n- * OF_LYING  [111] ;y\n- DIDN'T * [---]\nCARRY [190]\n- * OUT ATTACK [195]\n",
      faults);
  EXPECT_EQ(faults.count(), 0u);
  EXPECT_EQ(patterns(*tables, "accusing"), (Lines{"112", " * of_treason ###", " * of_lying 111", " did_nt * ---"}));
  EXPECT_EQ(patterns(*tables, "carried"), (Lines{"190", " * out attack 195"}));
  EXPECT_EQ(patterns(*tables, "carries")[0], "190");
}

TEST(Verbs, FaultsSayWhereAndWhatToDo) {
  const std::vector<std::array<std::string, 2>> rows = {
      {"--- A [010] ---\nASK\n- * HELP\n", "f:3:1: a pattern without a code: end it with [010], or [---] for none"},
      {"--- A [010] ---\nASK\n- HELP [020]\n", "f:3:1: a pattern without *: mark the place of the verb"},
      {"--- A [010] ---\nASK\n- * (FOR HELP [020]\n", "f:3:1: a phrase that is not closed: add ) or }"},
      {"--- A [010] ---\nASK\n- * FOR HELP) [020]\n", "f:3:1: a lone ): open the phrase too"},
      {"--- A [010] ---\nASK\n- * &AID [020]\n", "f:3:1: an unknown set: &AID; define it, with its words on lines that begin with +"},
      {"--- A [010] ---\nASK\n- * AID [x]\n", "f:3:1: no code: [x]; write [010], [032:033] for an event and its answer, or [---] for none"},
      {"--- A [010] ---\nASK\n- * AID [02\n", "f:3:1: [ without ]: close the code, \"[010]\""},
      {"--- A [010] ---\nASK (ASKS}\n", "f:2:1: forms of a verb stand in braces: VERB {FORMS}"},
      {"--- A [010] ---\nASK\n* AID [020]\n", "f:3:1: a pattern begins with \"- \": write \"- * AID [020]\""},
      {"- * AID [020]\nASK [010]\n", "f:1:1: a pattern before any verb: put it below the verb it belongs to"},
      {"--- A [010] ---\nASK\n- * * [020]\n", "f:3:1: * twice: it stands once, for the verb"},
  };
  for (const auto& [text, fault] : rows) {
    Faults faults;
    read(text, faults);
    ASSERT_EQ(faults.count(), 1u) << text;
    EXPECT_EQ(faults.list()[0], fault);
  }
}

TEST(Verbs, SetsInsideThemselvesAddNothing) {
  Faults faults;
  const auto tables = read("&A\n+&B\n+ONE\n&B\n+&A\n+TWO\n--- X [010] ---\nGO\n- * &A [020]\n", faults);
  EXPECT_EQ(faults.count(), 0u);
  EXPECT_EQ(patterns(*tables, "goes"), (Lines{"010", " * &4 020"}));
}

TEST(Verbs, AgentsKeepTheWholeCode) {
  Faults faults;
  const auto tables =
      read("!P! = MAN, WOMAN\nBORDER_POLICE {} [~COP]\nNGO_WORKER [NGO~]\nPARTY [~GOVPTY]\nCAVE!P! [~OLD]\nGOOSE {GEESE} [~GGS]\n", faults);
  EXPECT_EQ(faults.count(), 0u);
  const std::vector<std::array<std::string, 2>> rows = {{"border police", "COP"}, {"ngo workers", "NGO~"}, {"parties", "GOVPTY"},
                                                        {"cavewoman", "OLD"},     {"geese", "GGS"},        {"gooses", "-"},
                                                        {"border polices", "-"}};
  for (const auto& [name, code] : rows) {
    const auto found = tables->agent_codes.find(name);
    EXPECT_EQ(found == tables->agent_codes.end() ? "-" : std::string(found->second.code) + (found->second.before ? "~" : ""), code) << name;
  }
}

}  // namespace
}  // namespace gesta
