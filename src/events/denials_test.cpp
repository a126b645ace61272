// Denials that name no deed.
#include <gtest/gtest.h>

#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

constexpr std::string_view kClaim = "Troops/troop/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj";

struct Row {
  std::string_view sentence, denial;  // after kClaim; the words of the event that is added
};

std::string denial_after_claim(const Row& row, Status status, std::string_view type = "ASSAULT", bool said = false) {
  std::string text;
  const Document document = from_conllu(conllu_of(kClaim) + conllu_of(row.sentence), text);
  Report claim;
  claim.type = type, claim.span = {0, 19}, claim.head = 1, claim.status = status;
  if (said) claim.said_by.push_back({"residents", "", "CVL", "said", {}});
  std::vector<Report> reports = {claim};
  add_denials(document, knowledge(), reports);
  if (reports.size() != 2) return "";
  EXPECT_EQ(reports[1].status, Status::denied);
  EXPECT_EQ(reports[1].type, type);
  EXPECT_EQ(reports[1].said_by.size(), 1u);
  return std::string(reports[1].span.of(document.text));
}

TEST(Denials, TellTheClaimOnceMore) {
  const Row rows[] = {
      {"Kigali/Kigali/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root it/it/PRON/PRP/2/obj", "Kigali denied it"},
      {"Kigali/Kigali/PROPN/NNP/2/nsubj dismissed/dismiss/VERB/VBD/0/root the/the/DET/DT/4/det charge/charge/NOUN/NN/2/obj",
       "Kigali dismissed the charge"},
      {"Kigali/Kigali/PROPN/NNP/2/nsubj denies/deny/VERB/VBZ/0/root any/any/DET/DT/4/det involvement/involvement/NOUN/NN/2/obj",
       "Kigali denies any involvement"},
      // No denial, or one of its own deed.
      {"Kigali/Kigali/PROPN/NNP/3/nsubj would/would/AUX/MD/3/aux deny/deny/VERB/VB/0/root it/it/PRON/PRP/3/obj", ""},
      {"Kigali/Kigali/PROPN/NNP/4/nsubj did/do/AUX/VBD/4/aux not/not/PART/RB/4/advmod deny/deny/VERB/VB/0/root it/it/PRON/PRP/4/obj", ""},
      {"Kigali/Kigali/PROPN/NNP/2/nsubj confirmed/confirm/VERB/VBD/0/root nor/nor/CCONJ/CC/4/cc denied/deny/VERB/VBD/2/conj it/it/PRON/PRP/4/obj",
       ""},
      {"Kigali/Kigali/PROPN/NNP/2/nsubj rejected/reject/VERB/VBD/0/root it/it/PRON/PRP/2/obj", ""},
      {"Kigali/Kigali/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root claims/claim/NOUN/NNS/2/obj of/of/ADP/IN/5/case torture/torture/NOUN/NN/3/nmod",
       ""},
  };
  for (const Row& row : rows) EXPECT_EQ(denial_after_claim(row, Status::possible), row.denial) << row.sentence;
  const Row& plain = rows[0];
  EXPECT_EQ(denial_after_claim(plain, Status::happened), "");  // nobody claimed it
  EXPECT_EQ(denial_after_claim(plain, Status::happened, "ASSAULT", true), plain.denial);
  EXPECT_EQ(denial_after_claim(plain, Status::happened, "REQUEST", true), "");  // what was said was said
}

}  // namespace
}  // namespace gesta
