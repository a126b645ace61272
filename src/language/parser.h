// The tagger and parser (training/EXPORT.md, "Parser"): forms in, UPOS, XPOS, heads and relations out; dependency scores after Dozat and
// Manning (2017), small.
#pragma once
#include "language/language.h"
#include "language/net.h"

namespace gesta {

class Parser : public Net {
 public:
  Parser(const WordVectors& words, ModelFile file);

  struct Answer {
    Upos upos;
    uint8_t xpos;           // for penn_tag()
    uint32_t head = kNone;  // in the sentence, from 1; 0 is the root
    Deprel deprel = Deprel::dep;
    float certainty = 0;  // of the part of speech, by layer 0
  };
  // One answer a form of the batch. Sentences have at most 256 tokens. `wanted`, one a sentence: whether it is parsed or tagged only.
  void run(const Batch& batch, const std::vector<bool>& wanted, Scratch& s, std::vector<Answer>& answers) const;

 private:
  void tags(const Batch& batch, Scratch& s, std::vector<Answer>& answers) const;
  void trees(const Batch& batch, Scratch& s, std::vector<Answer>& answers) const;
  void heads(const Batch& batch, Scratch& s, std::vector<Answer>& answers) const;
  void relations(Scratch& s, const Batch& batch, std::vector<Answer>& answers) const;
  void retag(Scratch& s, std::vector<Answer>& answers) const;

  std::vector<Upos> upos_names_;
  std::vector<uint8_t> xpos_names_;
  std::vector<Deprel> deprel_names_;
  size_t root_relation_ = 0;
  Linear upos_, xpos_, feed_, arc_, arc_dep_, arc_head_, label_dep_, label_head_, label_out_, rank_dep_, rank_head_, rank_out_;
  Linear retag_line_, retag_mid_, retag_out_;  // parts of speech once more, in sentences with a tree
  bool retags_;
  Matrix root_;
};

// The tags of the Penn Treebank as the English treebanks use them; names that live as long as the program.
std::string_view penn_tag(uint8_t index);
bool parse_penn_tag(std::string_view name, uint8_t& index);

}  // namespace gesta
