// Shares in a deed that somebody denies.
#include "events/denied_shares.h"

#include <gtest/gtest.h>

#include "events/tree_rows.h"

namespace gesta {
namespace {

constexpr std::string_view kDeed = "Gunmen/gunman/NOUN/NNS/2/nsubj attacked/attack/VERB/VBD/0/root Goma/Goma/PROPN/NNP/2/obj";

struct Row {
  std::string_view sentence, added;  // after kDeed; type, words and source of what is added
};

std::string added_to_deed(std::string_view sentence) {
  const ReadRows rows(conllu_of(kDeed) + conllu_of(sentence));
  Report deed;
  deed.type = "ASSAULT", deed.cameo = "190", deed.span = {0, 20}, deed.head = 1, deed.status = Status::happened;
  std::vector<Report> reports = {deed};
  add_denied_shares(rows.tree, knowledge(), rows.parties, rows.composer, reports);
  if (reports.size() != 2) return "";
  EXPECT_EQ(reports[1].status, Status::denied);
  return reports[1].type + " " + std::string(reports[1].span.of(rows.text)) + " " + codes_of(reports[1].source, "+", "-");
}

TEST(DeniedShares, TellTheDeedAsNotDone) {
  const Row rows[] = {
      {"Rwanda/Rwanda/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root any/any/DET/DT/4/det hand/hand/NOUN/NN/2/obj in/in/ADP/IN/6/case "
       "it/it/PRON/PRP/4/nmod",
       "ASSAULT denied any hand in it RWAGOV"},
      {"Rwanda/Rwanda/PROPN/NNP/2/nsubj had/have/VERB/VBD/0/root no/no/DET/DT/4/det part/part/NOUN/NN/2/obj in/in/ADP/IN/7/case the/the/DET/DT/7/det "
       "raid/raid/NOUN/NN/2/obl",
       "ASSAULT had no part in the raid RWAGOV"},
      {"Kigali/Kigali/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root that/that/SCONJ/IN/5/mark Rwanda/Rwanda/PROPN/NNP/5/nsubj "
       "took/take/VERB/VBD/2/ccomp part/part/NOUN/NN/5/obj",
       "ASSAULT took part RWAGOV"},
      {"Rwanda/Rwanda/PROPN/NNP/4/nsubj:pass was/be/AUX/VBD/4/aux:pass not/not/PART/RB/4/advmod involved/involve/VERB/VBN/0/root",
       "ASSAULT involved RWAGOV"},
      {"Rwanda/Rwanda/PROPN/NNP/2/nsubj had/have/VERB/VBD/0/root nothing/nothing/PRON/NN/2/obj to/to/PART/TO/5/mark do/do/VERB/VB/3/acl "
       "with/with/ADP/IN/7/case it/it/PRON/PRP/5/obl",
       "ASSAULT had nothing to do with it RWAGOV"},
      // Refused, open, claimed, or a share in no deed.
      {"Rwanda/Rwanda/PROPN/NNP/3/nsubj will/will/AUX/MD/3/aux take/take/VERB/VB/0/root no/no/DET/DT/5/det part/part/NOUN/NN/3/obj", ""},
      {"Rwanda/Rwanda/PROPN/NNP/2/nsubj had/have/VERB/VBD/0/root a/a/DET/DT/4/det hand/hand/NOUN/NN/2/obj in/in/ADP/IN/6/case it/it/PRON/PRP/2/obl",
       ""},
      {"Nobody/nobody/PRON/NN/2/nsubj took/take/VERB/VBD/0/root any/any/DET/DT/4/det responsibility/responsibility/NOUN/NN/2/obj", ""},
      {"Rwanda/Rwanda/PROPN/NNP/2/nsubj took/take/VERB/VBD/0/root no/no/DET/DT/4/det part/part/NOUN/NN/2/obj in/in/ADP/IN/7/case "
       "the/the/DET/DT/7/det "
       "vote/vote/NOUN/NN/2/obl",
       ""},
  };
  for (const Row& row : rows) EXPECT_EQ(added_to_deed(row.sentence), row.added) << row.sentence;
}

}  // namespace
}  // namespace gesta
