// language: article text in, tokens, sentences, dependency trees and mentions out. The face of the room.
// Labels are those of Universal Dependencies v2 (de Marneffe et al. 2021) as used by English-EWT and English-GUM.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/event_words.h"

namespace gesta {

enum class Upos : uint8_t { ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X };
std::string_view name(Upos upos);

// The relations of UD with the subtypes of English; the parser's label list is mapped onto them by name when the model is loaded.
enum class Deprel : uint8_t {
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  advmod_emph,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_pass,
  csubj_outer,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  flat_foreign,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_poss,
  nmod_tmod,
  nmod_npmod,
  nmod_unmarked,
  nmod_desc,
  nsubj,
  nsubj_pass,
  nsubj_outer,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_tmod,
  obl_npmod,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp
};
std::string_view name(Deprel deprel);  // "acl:relcl"
bool parse_deprel(std::string_view text, Deprel& out);
Deprel base(Deprel deprel);  // acl_relcl -> acl

constexpr uint32_t kNone = 0xFFFFFFFFu;

struct Token {
  Span span;               // into the article text
  std::string_view form;   // that text, as written
  std::string_view lemma;  // dictionary form, lower case except for proper nouns
  std::string_view xpos;   // Penn Treebank tag
  std::string_view feats;  // UD features, "Number=Sing|Person=3"; empty when none
  Upos upos = Upos::X;
  Deprel deprel = Deprel::dep;
  uint32_t head = kNone;  // index into Document::tokens; kNone at a root
  uint32_t sentence = 0;  // index into Document::sentences
  uint8_t multiword = 0;  // tokens of the written word that starts here ("don't" 2), 0 elsewhere
  bool space_after = true;
};

// A dash that stands as a word of its own.
inline bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "\u2013" || form == "\u2014"; }

struct Sentence {
  Span span;
  uint32_t first = 0, last = 0;  // tokens, half open
  uint32_t body = 0;             // first token behind a dateline ("KYIV, Oct 11 (Reuters) -"); `first` when there is none
  uint32_t paragraph = 0;
  bool heading = false;
  // What the cheap look leaves out: trees where there is no word of an event, tags and names where none is near.
  bool parsed = true, tagged = true;
  float relevance = 0;  // log odds that the sentences around tell of political events; 0 without the model
};

enum class MentionKind : uint8_t { person, organisation, place, people, other, pronoun, nominal };
std::string_view name(MentionKind kind);

struct Mention {
  uint32_t first = 0, last = 0;  // tokens, half open
  uint32_t head = 0;             // head token
  MentionKind kind = MentionKind::other;
  uint32_t chain = kNone;  // index into Document::chains
};

struct Chain {
  std::vector<uint32_t> mentions;  // ascending
  uint32_t best = 0;               // the mention with the fullest name
};

// Immutable once read. Views point into `text` (owned by the caller and outliving the document) or into `arena`.
struct Document {
  std::string_view text;
  uint32_t read_to = 0;  // bytes of the text that were read: all, unless it is longer than any article
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  std::vector<Chain> chains;
  std::vector<std::vector<uint32_t>> children;  // per token, ascending; empty where nothing was parsed
  EventWords event_words;
  std::unique_ptr<std::string[]> arena;  // lemmas that are not in the model's tables
  bool glued(uint32_t token) const { return token > 0 && tokens[token].span.begin == tokens[token - 1].span.end; }  // to the token before
  bool in_dateline(uint32_t token) const { return token < sentences[tokens[token].sentence].body; }
  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
};

// Which sentences get a tree: all of them, or those in which an event can be (the cheap look; a text without such a sentence is only cut).
// Events are looked for in the second; in the first they are where asked for, as tools that measure or learn from given events need it.
enum class Trees : uint8_t { all, all_and_events, likely };

struct ParagraphMark {
  Span span;
  bool heading = false;
};

// Log odds of each kind of text (models/kinds.md), but for a constant.
using KindScores = std::vector<std::pair<std::string_view, float>>;
struct KindsOfText {
  KindScores article;                  // none without kinds.gmdl
  std::vector<KindScores> paragraphs;  // one for each
};

struct Scratch;

// The models, loaded once and const; one reader serves many threads.
class LanguageReader {
 public:
  // Maps `english.gmdl` (and `entities.gmdl`, `kinds.gmdl`, `events.gmdl` with `relevance.gmdl` when they are there) from the folder; SetupError
  // names the file and what is wrong.
  static LanguageReader load(const std::string& models_folder);
  LanguageReader(LanguageReader&&) noexcept;
  LanguageReader& operator=(LanguageReader&&) noexcept;
  ~LanguageReader();

  // `paragraphs` cover the text in order; sentences never cross them. Linear in the text, of which `likely` reads 20,480 tokens; a sentence has at
  // most 256 tokens.
  Document read(std::string_view text, const std::vector<ParagraphMark>& paragraphs, Trees trees = Trees::all) const;
  // Tags and parses sentences that are split already (CoNLL-U gold tokens): fills upos, xpos, feats, lemma, head, deprel.
  void parse(Document& document) const;
  KindsOfText kinds(std::string_view title, const std::vector<std::string_view>& paragraphs) const;

 private:
  struct Models;
  void finish(Document& document, Scratch& scratch) const;
  explicit LanguageReader(std::unique_ptr<const Models> models);
  std::unique_ptr<const Models> models_;
};

// CoNLL-U (universaldependencies.org/format.html), both ways. The text of a document read from CoNLL-U is rebuilt into `text`.
std::string to_conllu(const Document& document);
Document from_conllu(std::string_view conllu, std::string& text);

}  // namespace gesta
