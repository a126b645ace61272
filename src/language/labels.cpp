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

// acl:relcl -> acl
constexpr std::array<Deprel, kDeprel.size()> kBase = [] {
  std::array<Deprel, kDeprel.size()> out{};
  for (size_t k = 0; k < out.size(); ++k) {
    const std::string_view whole = kDeprel[k].substr(0, kDeprel[k].find(':'));
    for (size_t other = 0; other < out.size(); ++other)
      if (kDeprel[other] == whole) out[k] = static_cast<Deprel>(other);
  }
  return out;
}();

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

Deprel base(Deprel deprel) { return kBase[static_cast<size_t>(deprel)]; }

}  // namespace gesta
