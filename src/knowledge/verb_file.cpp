// Reads verb dictionaries of TABARI, PETRARCH and PETRARCH2, which share one form:
//   &SET / +WORD / +TWO_WORDS / +&OTHER_SET        words that stand for each other; their plurals too, unless the word ends in _
//   --- NAME [010] ---                             opens a block; in TABARI a verb after patterns does
//   VERB {FORMS} [011]  +BREAK_DOWN {+BROKE_DOWN}  forms listed in braces, else -S -ED -ING; + marks the verb among several words
//   - WORD * + {NEW &SET} (IN $) [012:013]         * verb, $ source, + target, ^ a party that plays no role, % several parties; words joined by _
//                                                  stand side by side, parted by blanks they follow each other; the code after : is that of the
//                                                  answering event; [---] codes nothing
// Transformations (~ lines of PETRARCH2) are counted and left out: composition does their work. Forms after the CAMEO manual (Schrodt 2012) and the
// comments of the dictionaries.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "knowledge/tables.h"

namespace gesta {
namespace {

constexpr size_t kMostMembers = 20000;  // of one set, all inner sets included
constexpr size_t kMostParts = 40;       // of one pattern
constexpr int kDeepestSet = 8;

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool y_after_consonant(std::string_view word) {
  return word.size() > 1 && word.back() == 'y' && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos;
}

std::string with_s(const std::string& word) {
  if (y_after_consonant(word)) return word.substr(0, word.size() - 1) + "ies";
  return word + (ends_with_any(word, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

std::vector<std::string> forms_of_verb(const std::string& verb) {
  const bool e = verb.ends_with('e');
  const std::string past = y_after_consonant(verb) ? verb.substr(0, verb.size() - 1) + "ied" : verb + (e ? "d" : "ed");
  std::vector<std::string> forms = {verb, with_s(verb), past, (e ? verb.substr(0, verb.size() - 1) : verb) + "ing"};
  if (verb.ends_with('o')) forms.push_back(verb + "es");  // goes, vetoes; radios
  return forms;
}

// "DON'T" -> "don", "'t" are two tokens in a sentence: DO N'T.
std::string parted(std::string_view words) {
  std::string out = to_lower(words);
  for (size_t at = out.find("n't"); at != std::string::npos; at = out.find("n't", at + 4))
    if (at > 0 && !blank(out[at - 1]) && out[at - 1] != '_') out.insert(at, "_");
  return out;
}

struct Verb {  // the words of a verb, the one that is inflected marked
  std::vector<std::string> words;
  size_t head = 0;
};

class VerbReader {
 public:
  VerbReader(const TextFile& file, Tables& tables, Faults& faults)
      : file_(file), tables_(tables), verbs_(tables.verbs), faults_(faults), first_block_(tables.verbs.blocks.size()) {}

  void read(std::string_view text, uint32_t line) {
    line_ = line;
    if (text.front() == '~') return void(++verbs_.transformations);
    if (text.starts_with("---")) return open_block(text);
    if (text.front() == '&') return open_set(text);
    if (text.front() == '-') return read_pattern(text.substr(1));
    if (text.front() == '*') return fault("a pattern begins with \"- \": write \"- " + std::string(text) + "\"");
    if (text.front() == '+' && in_set_) return read_member(trimmed(text.substr(1)));
    read_verb(text);
  }

  void close() {
    flatten_sets();
    // The form with most words is tried first.
    for (auto& [form, list] : verbs_.forms)
      std::stable_sort(list.begin(), list.end(),
                       [](const VerbForm& a, const VerbForm& b) { return a.before.size() + a.after.size() > b.before.size() + b.after.size(); });
    // The most specific first; the order of the file decides among equals.
    for (size_t i = first_block_; i < verbs_.blocks.size(); ++i)
      std::stable_sort(verbs_.blocks[i].patterns.begin(), verbs_.blocks[i].patterns.end(), [](const VerbPattern& a, const VerbPattern& b) {
        return a.before.size() + a.after.size() > b.before.size() + b.after.size();
      });
  }

 private:
  struct SetInFile {
    uint32_t id = 0, line = 0;
    bool defined = false;
    std::vector<uint32_t> inner;  // sets that are members
    int state = 0;                // 0 not yet flat, 1 being made so, 2 flat
  };

  void fault(const std::string& reason) { faults_.add(file_.name, line_, 1, reason); }

  uint32_t word(std::string_view text) {
    const auto found = verbs_.words.find(text);
    if (found != verbs_.words.end()) return found->second;
    const auto id = static_cast<uint32_t>(verbs_.words.size());
    return verbs_.words.emplace(tables_.strings.keep(text), id).first->second;
  }

  // ---- codes ----
  // Cuts "[010]" off the text. False, with a fault, when it is none.
  bool take_code(std::string_view& text, std::optional<PatternCode>& code) {
    const size_t open = text.find('[');
    if (open == std::string_view::npos) {
      if (text.find(']') != std::string_view::npos) return fault("] without [: put the code in brackets, \"[010]\""), false;
      return true;
    }
    const size_t close = text.find(']', open);
    if (close == std::string_view::npos) return fault("[ without ]: close the code, \"[010]\""), false;
    const std::string_view inside = trimmed(text.substr(open + 1, close - open - 1));
    const size_t colon = inside.find(':');
    PatternCode read;
    if (!code_of(trimmed(inside.substr(0, colon)), colon != std::string_view::npos, read.code)) return false;
    if (colon != std::string_view::npos && !code_of(trimmed(inside.substr(colon + 1)), true, read.reverse)) return false;
    code = read;
    rest_ = std::string(text.substr(0, open)) + " " + std::string(text.substr(close + 1, text.find('[', close) - close - 1));
    text = trimmed(rest_);
    return true;
  }

  bool code_of(std::string_view text, bool may_be_empty, uint32_t& index) {
    if (text == "---" || (text.empty() && may_be_empty)) return true;
    const auto fits = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '+' || c == '#' || c == '?';
    };
    if (text.size() < 2 || text.size() > 8 || !std::all_of(text.begin(), text.end(), fits))
      return fault("no code: [" + std::string(text) + "]; write [010], [032:033] for an event and its answer, or [---] for none"), false;
    const auto known = codes_.find(std::string(text));
    if (known != codes_.end()) return index = known->second, true;
    index = static_cast<uint32_t>(verbs_.codes.size());
    verbs_.codes.push_back(row_of(text));
    codes_.emplace(std::string(text), index);
    return true;
  }

  // The row of the table; of a code that has none, the row of the code it is a branch of.
  Code row_of(std::string_view text) {
    Code row;
    for (size_t size = text.size(); size >= 2; --size)
      if (const auto found = tables_.by_cameo.find(text.substr(0, size)); found != tables_.by_cameo.end()) {
        row = tables_.codes[found->second];
        if (size < text.size()) row.label = {};
        break;
      }
    row.cameo = tables_.strings.keep(text);
    return row;
  }

  // ---- blocks and verbs ----
  void open_block(std::string_view text) {
    std::optional<PatternCode> code;
    headed_ = true, in_set_ = false;
    if (!take_code(text, code)) code.reset();
    new_block(code.value_or(PatternCode()));
  }

  void new_block(PatternCode code) {
    block_code_ = code;
    verbs_.blocks.push_back({{}, file_.name});
    open_ = true, patterns_seen_ = false;
  }

  void read_verb(std::string_view text) {
    in_set_ = false;
    std::optional<PatternCode> code;
    if (!take_code(text, code)) return;
    std::string_view forms;
    bool listed = false;
    if (const size_t open = text.find_first_of("{(}"); open != std::string_view::npos) {
      const size_t close = text.find('}', open);
      if (text[open] != '{' || close == std::string_view::npos) return fault("forms of a verb stand in braces: VERB {FORMS}");
      listed = true, forms = text.substr(open + 1, close - open - 1), text = trimmed(text.substr(0, open));
    }
    if (!open_ || (!headed_ && patterns_seen_)) new_block(code.value_or(PatternCode()));
    if (!headed_ && code && block_code_.code == kNoCode) block_code_ = *code;
    const Verb verb = words_of_verb(text);
    if (verb.words.empty()) return fault("a verb is: VERB {FORMS} [CODE]; here no word is left");
    ++verbs_.verbs;
    const PatternCode own = code.value_or(block_code_);
    if (!listed)
      for (const std::string& form : forms_of_verb(verb.words[verb.head])) add_form(verb, form, own);
    else
      add_form(verb, verb.words[verb.head], own), read_forms(forms, own);
  }

  void read_forms(std::string_view text, PatternCode code) {
    for (const Field& field : split_field({text, 1}, ' ')) {
      const Verb verb = words_of_verb(field.text);
      if (!verb.words.empty()) add_form(verb, verb.words[verb.head], code);
    }
  }

  // "WIRE_+TAP", "+BREAK_DOWN", "LASH OUT": the verb is the word marked, else the first.
  static Verb words_of_verb(std::string_view text) {
    Verb verb;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find_first_of("_ \t", at), text.size());
      std::string_view one = text.substr(at, end - at);
      at = end + 1;
      if (one.starts_with('+')) verb.head = verb.words.size(), one.remove_prefix(1);
      for (const Piece& piece : cut_name(one)) verb.words.push_back(piece.text);
    }
    if (verb.head >= verb.words.size()) verb.head = 0;
    return verb;
  }

  void add_form(const Verb& verb, const std::string& form, PatternCode code) {
    VerbForm out{{}, {}, static_cast<uint32_t>(verbs_.blocks.size() - 1), code, line_};
    for (size_t i = 0; i < verb.words.size(); ++i)
      if (i != verb.head) (i < verb.head ? out.before : out.after).push_back(word(verb.words[i]));
    auto found = verbs_.forms.find(form);
    if (found == verbs_.forms.end()) found = verbs_.forms.emplace(tables_.strings.keep(form), std::vector<VerbForm>()).first;
    found->second.push_back(std::move(out));
  }

  // ---- patterns ----
  void read_pattern(std::string_view text) {
    in_set_ = false;
    patterns_seen_ = true;
    std::optional<PatternCode> code;
    if (!open_) return fault("a pattern before any verb: put it below the verb it belongs to");
    if (!take_code(text, code)) return;
    if (!code) return fault("a pattern without a code: end it with [010], or [---] for none");
    VerbPattern pattern;
    pattern.code = *code, pattern.line = line_;
    if (!read_parts(text, pattern)) return;
    verbs_.blocks.back().patterns.push_back(std::move(pattern));
    ++verbs_.patterns;
  }

  bool read_parts(std::string_view text, VerbPattern& pattern) {
    const std::string words = parted(text);
    bool seen_verb = false, joined = false;
    int depth = 0;
    uint16_t phrases = 0;
    std::vector<PatternPart>* parts = &pattern.before;
    const auto add = [&](PatternPart part) {
      part.joined = joined, part.phrase = depth > 0 ? phrases : uint16_t{0};
      joined = false;
      parts->push_back(part);
    };
    using Kind = PatternPart::Kind;
    for (size_t at = 0; at < words.size(); ++at) {
      const char c = words[at];
      if (blank(c)) {
        joined = false;
      } else if (c == '_') {
        joined = true;
      } else if (c == '*') {
        if (seen_verb) return fault("* twice: it stands once, for the verb"), false;
        seen_verb = true, pattern.touches = joined && !pattern.before.empty(), parts = &pattern.after, joined = false;
      } else if (c == '{' || c == '(') {
        if (depth++ == 0) ++phrases;  // "(TO {PEACE PLAN})" is one phrase
      } else if (c == '}' || c == ')') {
        if (--depth < 0) return fault(std::string("a lone ") + c + ": open the phrase too"), false;
      } else if (c == '$') {
        add({Kind::source, false, 0, 0});
      } else if (c == '+') {
        add({Kind::target, false, 0, 0});
      } else if (c == '^') {
        add({Kind::skip, false, 0, 0});
      } else if (c == '%') {
        add({Kind::compound, false, 0, 0});
      } else {
        const size_t end = std::min(words.find_first_of(" \t\r_*{}()$+^%", at + 1), words.size());
        const std::string_view one = std::string_view(words).substr(at, end - at);
        if (c == '&') {
          add({Kind::set, false, 0, use_set(one.substr(1))});
        } else {
          const std::vector<Piece> pieces = cut_name(one);
          for (size_t i = 0; i < pieces.size(); ++i) joined = joined || i > 0, add({Kind::word, false, 0, word(pieces[i].text)});
        }
        at = end - 1;
      }
      if (pattern.before.size() + pattern.after.size() > kMostParts) return fault("a pattern of more than 40 words: cut it"), false;
    }
    if (depth > 0) return fault("a phrase that is not closed: add ) or }"), false;
    if (!seen_verb) return fault("a pattern without *: mark the place of the verb"), false;
    return true;
  }

  // ---- sets ----
  static std::string set_name(std::string_view text) {
    std::string name(trimmed(text.substr(0, text.find_first_of(" \t"))));
    while (name.ends_with('_')) name.pop_back();
    return to_lower(name);
  }

  uint32_t use_set(std::string_view text) {
    const std::string name = set_name(text);
    const auto [found, fresh] = sets_.emplace(name, SetInFile());
    if (fresh) {
      found->second.id = static_cast<uint32_t>(verbs_.sets.size()), found->second.line = line_;
      verbs_.sets.emplace_back();
      names_.push_back(name);
    }
    return found->second.id;
  }

  void open_set(std::string_view text) {
    in_set_ = true;
    use_set(text.substr(1));
    set_ = set_name(text.substr(1));
    if (set_.empty()) return fault("a set without a name: &NAME");
    sets_[set_].defined = true;
  }

  // A member of one word, an inner set, or words side by side. The last word has a plural unless it ends in _.
  void read_member(std::string_view text) {
    SetInFile& set = sets_[set_];
    const bool plural = !text.ends_with('_');
    std::vector<PatternPart> parts;
    std::string last;
    std::string words = parted(text);
    for (char& c : words)
      if (c == '_' || c == '(' || c == ')' || c == '{' || c == '}') c = ' ';
    for (const Field& field : split_field({words, 1}, ' ')) {
      last.clear();
      if (field.text.starts_with('&')) {
        parts.push_back({PatternPart::Kind::set, true, 0, use_set(field.text.substr(1))});
        continue;
      }
      for (const Piece& piece : cut_name(field.text)) parts.push_back({PatternPart::Kind::word, true, 0, word(piece.text)}), last = piece.text;
    }
    if (parts.empty()) return fault("a member of a set is: +WORD");
    if (parts.size() == 1 && parts[0].kind == PatternPart::Kind::set) return void(sets_[set_].inner.push_back(parts[0].id));
    add_member(verbs_.sets[set.id], parts);
    if (!plural || last.empty()) return;
    parts.back().id = word(with_s(last));
    add_member(verbs_.sets[set.id], parts);
  }

  void add_member(WordSet& set, const std::vector<PatternPart>& parts) {
    if (set.words.size() + set.phrases.size() >= kMostMembers) return fault("a set of more than 20,000 members: part it");
    if (parts.size() == 1)
      set.words.insert(parts[0].id);
    else
      set.phrases.push_back(parts);
  }

  // Members of inner sets become members; a set inside itself adds nothing.
  void flatten_sets() {
    for (const std::string& name : names_) {
      const SetInFile& set = sets_[name];
      line_ = set.line;
      if (!set.defined) fault("an unknown set: &" + to_upper_ascii(name) + "; define it, with its words on lines that begin with +");
    }
    std::map<uint32_t, SetInFile*> by_id;
    for (auto& [name, set] : sets_) by_id[set.id] = &set;
    for (auto& [name, set] : sets_) flatten(set, by_id, 0);
  }

  void flatten(SetInFile& set, const std::map<uint32_t, SetInFile*>& by_id, int depth) {
    if (set.state != 0 || depth > kDeepestSet) return;
    set.state = 1;
    for (const uint32_t id : set.inner) {
      SetInFile& inner = *by_id.at(id);
      flatten(inner, by_id, depth + 1);
      if (&inner == &set) continue;
      WordSet& into = verbs_.sets[set.id];
      const WordSet& from = verbs_.sets[inner.id];
      if (into.words.size() + into.phrases.size() + from.words.size() + from.phrases.size() > kMostMembers) {
        line_ = set.line;
        return fault("a set of more than 20,000 members: part it");
      }
      into.words.insert(from.words.begin(), from.words.end());
      into.phrases.insert(into.phrases.end(), from.phrases.begin(), from.phrases.end());
    }
    set.state = 2;
  }

  static std::string to_upper_ascii(std::string text) {
    for (char& c : text)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
  }

  const TextFile& file_;
  Tables& tables_;
  VerbPatterns& verbs_;
  Faults& faults_;
  size_t first_block_;
  uint32_t line_ = 0;
  bool open_ = false, headed_ = false, patterns_seen_ = false, in_set_ = false;
  PatternCode block_code_;
  std::string rest_, set_;
  std::map<std::string, SetInFile> sets_;  // of this file; names are shared by no other
  std::vector<std::string> names_;         // in the order of the file
  std::map<std::string, uint32_t> codes_;
};

}  // namespace

void read_verb_dictionary(const TextFile& file, const std::vector<PetrarchLine>& lines, Tables& tables, Faults& faults) {
  VerbReader reader(file, tables, faults);
  for (const PetrarchLine& line : lines) reader.read(line.text, line.number);
  reader.close();
}

}  // namespace gesta
