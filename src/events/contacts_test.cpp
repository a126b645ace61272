// Contacts told in passing.
#include "events/contacts.h"

#include <gtest/gtest.h>

#include "events/tree_rows.h"

namespace gesta {
namespace {

std::string contacts_of(std::string_view sentence) {
  const ReadRows rows(conllu_of(sentence));
  std::vector<Report> reports;
  add_contacts(rows.tree, rows.parties, rows.composer, reports);
  return reports.empty() ? "" : coded_words(reports[0], rows.text);
}

TEST(Contacts, StandBesideTheClause) {
  const std::string acted = "Egypt/Egypt/PROPN/NNP/2/nsubj acted/act/VERB/VBD/0/root in/in/ADP/IN/4/case ";
  EXPECT_EQ(contacts_of(acted + "coordination/coordination/NOUN/NN/2/obl with/with/ADP/IN/6/case Jordan/Jordan/PROPN/NNP/4/nmod"),
            "060 coordination with Jordan EGYGOV>JORGOV");
  EXPECT_EQ(contacts_of(acted + "coordination/coordination/NOUN/NN/2/obl with/with/ADP/IN/6/case Jordan/Jordan/PROPN/NNP/2/obl"),
            "060 coordination with Jordan EGYGOV>JORGOV");  // however the tree hangs it
  EXPECT_EQ(contacts_of(acted + "context/context/NOUN/NN/2/obl of/of/ADP/IN/7/case close/close/ADJ/JJ/7/amod contacts/contact/NOUN/NNS/4/nmod "
                                "with/with/ADP/IN/9/case Jordan/Jordan/PROPN/NNP/7/nmod"),
            "040 close contacts with Jordan EGYGOV>JORGOV");
  EXPECT_EQ(contacts_of(acted + "coordination/coordination/NOUN/NN/2/obl with/with/ADP/IN/6/case schools/school/NOUN/NNS/4/nmod"), "");
  EXPECT_EQ(contacts_of("Egypt/Egypt/PROPN/NNP/2/nsubj froze/freeze/VERB/VBD/0/root contacts/contact/NOUN/NNS/2/obj with/with/ADP/IN/5/case "
                        "Jordan/Jordan/PROPN/NNP/3/nmod"),
            "");
}

}  // namespace
}  // namespace gesta
