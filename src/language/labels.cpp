// The names of parts of speech, relations and kinds of mention.
#include <algorithm>
#include <array>

#include "language/language.h"

namespace gesta {
namespace {

constexpr std::array<std::string_view, 17> kUpos = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

// In the order of Deprel.
constexpr std::array<std::string_view, 57> kDeprel = {
    "root",         "acl",       "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "advmod:emph",  "amod",
    "appos",        "aux",       "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",        "compound",
    "compound:prt", "conj",      "cop",          "csubj",       "csubj:pass",  "csubj:outer", "dep",          "det",
    "det:predet",   "discourse", "dislocated",   "expl",        "fixed",       "flat",        "flat:foreign", "goeswith",
    "iobj",         "list",      "mark",         "nmod",        "nmod:poss",   "nmod:tmod",   "nmod:npmod",   "nmod:unmarked",
    "nmod:desc",    "nsubj",     "nsubj:pass",   "nsubj:outer", "nummod",      "obj",         "obl",          "obl:agent",
    "obl:tmod",     "obl:npmod", "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum",   "vocative",
    "xcomp"};
static_assert(kDeprel[static_cast<size_t>(Deprel::xcomp)] == "xcomp");

constexpr std::array<std::string_view, 7> kMention = {"person", "organisation", "place", "people", "other", "pronoun", "nominal"};

}  // namespace

std::string_view name(Upos upos) { return kUpos[static_cast<size_t>(upos)]; }
std::string_view name(Deprel deprel) { return kDeprel[static_cast<size_t>(deprel)]; }
std::string_view name(MentionKind kind) { return kMention[static_cast<size_t>(kind)]; }

bool parse_deprel(std::string_view text, Deprel& out) {
  const auto found = std::find(kDeprel.begin(), kDeprel.end(), text);
  if (found == kDeprel.end() || text.empty()) return false;
  out = static_cast<Deprel>(found - kDeprel.begin());
  return true;
}

Deprel base(Deprel deprel) {
  const std::string_view full = name(deprel);
  Deprel out = deprel;
  parse_deprel(full.substr(0, full.find(':')), out);
  return out;
}

}  // namespace gesta
