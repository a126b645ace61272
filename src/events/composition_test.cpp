// What the words of a sentence say together, on trees written by hand, without a model.
#include "events/composition.h"

#include <gtest/gtest.h>

#include "events/tree_rows.h"

namespace gesta {
namespace {

// Rows of "form/lemma/upos/xpos/head/deprel" to "act matter source>target" of each candidate.
std::string composed(const std::string& row) {
  std::string out;
  ReadRows rows(conllu_of(row), "");
  const auto forms = [&](const std::vector<uint32_t>& heads) {
    std::string all;
    for (const uint32_t head : heads) all += std::string(all.empty() ? "" : "+") + std::string(rows.tree[head].form);
    return all;
  };
  for (const Candidate& candidate : rows.composer.compose())
    out += (out.empty() ? "" : "; ") + candidate.act + " " + candidate.matter + " " + forms(candidate.source) + ">" + forms(candidate.target);
  return out;
}

TEST(Composition, LightVerbWithoutAnEventInItsNoun) {
  EXPECT_EQ(composed("Egypt/Egypt/PROPN/NNP/2/nsubj met/meet/VERB/VBD/0/root with/with/ADP/IN/4/case Turkey/Turkey/PROPN/NNP/2/obl"),
            "do meet.general Egypt>Turkey");
}

TEST(Composition, VisitGoesWhereItsClauseIs) {
  EXPECT_EQ(composed("Egypt/Egypt/PROPN/NNP/4/nsubj was/be/AUX/VBD/4/cop in/in/ADP/IN/4/case Turkey/Turkey/PROPN/NNP/0/root on/on/ADP/IN/7/case "
                     "a/a/DET/DT/7/det visit/visit/NOUN/NN/4/obl"),
            "do meet.visit Egypt>Turkey");
}

TEST(Composition, AnswerTakesItsMatterFromWhatItAnswers) {
  const std::string refused =
      "Russia/Russia/PROPN/NNP/2/nsubj refused/refuse/VERB/VBD/0/root to/to/PART/TO/4/mark arm/arm/VERB/VB/2/xcomp Egypt/Egypt/PROPN/NNP/4/obj ";
  EXPECT_EQ(composed(refused + "but/but/CCONJ/CC/8/cc later/later/ADV/RB/8/advmod agreed/agree/VERB/VBD/2/conj"),
            "reject aid.military Russia>Egypt; intend aid.military Russia>Egypt");
}

}  // namespace
}  // namespace gesta
