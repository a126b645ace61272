// Clauses that count events.
#include <gtest/gtest.h>

#include "events/fields.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

struct Row {
  std::string_view sentence;
  uint32_t head;
  bool counts, counted;
};

TEST(Recount, ClausesThatCountEventsTellOfThemAgain) {
  const Row rows[] = {
      {"It/it/PRON/PRP/5/nsubj was/be/AUX/VBD/5/cop his/his/PRON/PRP$/5/nmod:poss third/third/ADJ/JJ/5/amod visit/visit/NOUN/NN/0/root", 4, true,
       false},
      {"This/this/PRON/DT/5/nsubj was/be/AUX/VBD/5/cop the/the/DET/DT/5/det deadliest/deadly/ADJ/JJS/5/amod raid/raid/NOUN/NN/0/root", 4, true,
       false},
      {"It/it/PRON/PRP/4/nsubj was/be/AUX/VBD/4/cop a/a/DET/DT/4/det raid/raid/NOUN/NN/0/root of/of/ADP/IN/7/case that/that/DET/DT/7/det "
       "kind/kind/NOUN/NN/4/nmod",
       3, true, false},
      {"The/the/DET/DT/2/det visit/visit/NOUN/NN/5/nsubj will/will/AUX/MD/5/aux be/be/AUX/VB/5/cop fourth/fourth/ADJ/JJ/0/root", 1, false, true},
      // Told for the first time, or of other things.
      {"It/it/PRON/PRP/4/nsubj was/be/AUX/VBD/4/cop a/a/DET/DT/4/det raid/raid/NOUN/NN/0/root on/on/ADP/IN/6/case Goma/Goma/PROPN/NNP/4/nmod", 3,
       false, false},
      {"The/the/DET/DT/2/det visit/visit/NOUN/NN/4/nsubj was/be/AUX/VBD/4/cop short/short/ADJ/JJ/0/root", 1, false, false},
      {"Kabul/Kabul/PROPN/NNP/2/nsubj saw/see/VERB/VBD/0/root its/its/PRON/PRP$/5/nmod:poss third/third/ADJ/JJ/5/amod raid/raid/NOUN/NN/2/obj", 4,
       false, false},
  };
  for (const Row& row : rows) {
    std::string text;
    const Document document = from_conllu(conllu_of(row.sentence), text);
    EXPECT_EQ(counts_events(document, row.head), row.counts) << row.sentence;
    EXPECT_EQ(is_counted(document, row.head), row.counted) << row.sentence;
  }
}

TEST(Recount, OneOfSeveral) {
  std::string text;
  const auto several = [&](std::string_view before) {
    return is_one_of_several(from_conllu(conllu_of(std::string(before) + " visit/visit/NOUN/NN/0/root"), text), 1);
  };
  EXPECT_TRUE(several("first/first/ADJ/JJ/2/amod"));
  EXPECT_TRUE(several("earlier/earlier/ADJ/JJR/2/amod"));
  EXPECT_FALSE(several("official/official/ADJ/JJ/2/amod"));
}

}  // namespace
}  // namespace gesta
