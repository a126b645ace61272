// Frames of hand-made trees, one row a case: CoNLL-U columns that matter (form lemma upos xpos head deprel), then the frame of one predicate.
#include <gtest/gtest.h>

#include "events/events.h"
#include "events/tree_rows.h"

namespace gesta {
namespace {

std::string frame_of(const std::string& row, std::string_view predicate) {
  std::string text;
  const Document document = from_conllu(conllu_of(row), text);
  for (const Frame& frame : read_frames(document, knowledge()))
    if (document.tokens[frame.predicate].form == predicate) return to_text(frame, document);
  return "none";
}

TEST(Frames, PassiveIsTurnedRound) {
  EXPECT_EQ(frame_of("Protesters/protester/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass arrested/arrest/VERB/VBN/0/root "
                     "by/by/ADP/IN/5/case police/police/NOUN/NNS/3/obl:agent",
                     "arrested"),
            "arrest.v passive past subj=police obj=Protesters");
}

// Tagged as past tense, hung from the sanctions: still it is the officials who are blamed.
TEST(Frames, AParticipleSpeaksOfWhomItFollows) {
  EXPECT_EQ(frame_of("imposed/impose/VERB/VBD/0/root sanctions/sanction/NOUN/NNS/1/obj on/on/ADP/IN/4/case officials/official/NOUN/NNS/2/nmod "
                     "blamed/blame/VERB/VBD/2/acl",
                     "blamed"),
            "blame.v passive past obj=officials <sanctions");
}

TEST(Frames, ObjectControlsTheInfinitive) {
  EXPECT_EQ(frame_of("Egypt/Egypt/PROPN/NNP/2/nsubj urged/urge/VERB/VBD/0/root Russia/Russia/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
                     "leave/leave/VERB/VB/2/xcomp",
                     "leave"),
            "leave.v infinitive subj=Russia <urged");
}

TEST(Frames, SubjectOfPromiseStays) {
  EXPECT_EQ(frame_of("Egypt/Egypt/PROPN/NNP/2/nsubj promised/promise/VERB/VBD/0/root Russia/Russia/PROPN/NNP/2/obj to/to/PART/TO/5/mark "
                     "leave/leave/VERB/VB/2/xcomp",
                     "leave"),
            "leave.v infinitive subj=Egypt <promised");
}

TEST(Frames, ConjunctSharesSubjectAndObject) {
  EXPECT_EQ(frame_of("Police/police/NOUN/NNS/2/nsubj arrested/arrest/VERB/VBD/0/root and/and/CCONJ/CC/4/cc beat/beat/VERB/VBD/2/conj "
                     "them/they/PRON/PRP/2/obj",
                     "beat"),
            "beat.v past subj=Police obj=them");
}

TEST(Frames, RelativeClauseTakesItsAntecedent) {
  EXPECT_EQ(
      frame_of("rebels/rebel/NOUN/NNS/0/root who/who/PRON/WP/3/nsubj attacked/attack/VERB/VBD/1/acl:relcl Goma/Goma/PROPN/NNP/3/obj", "attacked"),
      "attack.v past subj=rebels obj=Goma");
}

TEST(Frames, NounsHaveArguments) {
  EXPECT_EQ(frame_of("Egypt/Egypt/PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case attack/attack/NOUN/NN/0/root on/on/ADP/IN/5/case "
                     "Gaza/Gaza/PROPN/NNP/3/nmod",
                     "attack"),
            "attack.n poss=Egypt prep:on=Gaza");
}

}  // namespace
}  // namespace gesta
