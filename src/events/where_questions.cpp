// Small questions to the words around the name of a place (where_found.h).
#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

#include "base/utf8.h"
#include "events/fields_tree.h"
#include "events/where_found.h"
#include "events/where_words.h"

namespace gesta {

bool capital_letter(const Document& document, uint32_t i) {
  constexpr std::string_view articles[] = {"al-", "el-", "as-", "ad-"}, links[] = {"e-", "i-", "ye-"};  // "Sar-e-Pul": "Sar", "-", "e-Pul"
  std::string_view form = document.tokens[i].form;
  const auto part = [&](std::string_view prefix) { return form.size() > prefix.size() && form.starts_with(prefix); };
  const auto strip = [&](const auto& prefixes) {
    const auto found = std::find_if(std::begin(prefixes), std::end(prefixes), part);
    if (found != std::end(prefixes)) form.remove_prefix(found->size());
  };
  strip(articles);
  if (i > 0 && document.tokens[i - 1].form == "-") strip(links);
  return is_upper(decode_utf8(form, 0).value);
}

bool after_place_preposition(const Document& document, uint32_t i) {
  uint32_t words = 0;
  for (uint32_t k = i; k > 0 && words < 3; --k) {
    const Token& before = document.tokens[k - 1];
    if (before.sentence != document.tokens[i].sentence) return false;
    if (is_place_preposition(before.form)) return true;
    if (before.form == "-" || is_direction(before.form)) continue;                      // "in north-eastern Kenya"
    if (k < i && document.tokens[k].form == "-" && is_particle(before.form)) continue;  // "in al-Busayrah"
    ++words;
    if (before.upos != Upos::DET && before.upos != Upos::ADJ && before.upos != Upos::NOUN) return false;
  }
  return false;
}

bool opens_clause(const Document& document, uint32_t word) {
  for (int depth = 0; depth < 4 && word < document.tokens.size(); ++depth, word = document.tokens[word].head) {
    const Deprel relation = base(document.tokens[word].deprel);
    if (relation == Deprel::nsubj) return true;
    if (relation != Deprel::nmod && relation != Deprel::amod && relation != Deprel::compound && relation != Deprel::flat) return false;
  }
  return false;
}

std::optional<double> lies_by(const Document& document, uint32_t end, uint32_t word) {
  constexpr uint32_t kLongest = 9;  // words between
  constexpr std::array<std::pair<std::string_view, double>, 7> kUnits{
      {{"km", 1}, {"kilometres", 1}, {"kilometers", 1}, {"kilometre", 1}, {"kilometer", 1}, {"miles", 1.609}, {"mile", 1.609}}};
  if (word <= end || word - end > kLongest || document.tokens[end].sentence != document.tokens[word].sentence) return std::nullopt;
  constexpr double kBeside = 60;  // "near", "outside", "south of"
  double km = 0, number = 0;
  bool noun = false;    // "refugee", which needs "camp"
  std::string_view in;  // the last preposition
  for (uint32_t k = end; k < word; ++k) {
    const Token& t = document.tokens[k];
    const std::string lower = to_lower(t.form);
    const auto unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& u) { return u.first == lower; });
    if (unit != kUnits.end() && number > 0)
      km = number * unit->second;
    else if (t.upos == Upos::NUM)
      number = std::strtod(lower.c_str(), nullptr);
    else if (is_generic_place(t.lemma))
      noun = false;
    else if (lower == "near" || lower == "outside" || (lower == "of" && km == 0 && k > end && is_direction(document.tokens[k - 1].form)))
      km = kBeside, in = t.form;
    else if (lower == "in" || lower == "of" || (km > 0 && lower == "from"))
      in = t.form;
    else if (t.upos == Upos::NOUN && !is_direction(lower))
      noun = true;
    else if (lower != "," && lower != "-" && lower != "about" && lower != "some" && t.upos != Upos::DET && t.upos != Upos::ADJ &&
             !is_direction(lower))
      return std::nullopt;
  }
  if (noun || (in.empty() && opens_clause(document, word)) || (in.empty() && (document.tokens[end].form != "," || km > 0))) return std::nullopt;
  return km;
}

bool of_kind(const Document& document, uint32_t i, MentionKind kind) {
  return std::any_of(document.mentions.begin(), document.mentions.end(),
                     [&](const Mention& m) { return m.kind == kind && m.first <= i && i < m.last; });
}

std::vector<NamedActor> named_actors(const Document& document, const Knowledge& knowledge) {
  std::vector<NamedActor> actors(document.tokens.size());
  std::vector<std::string_view> words;
  for (const Sentence& sentence : document.sentences)
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!capital_letter(document, i)) continue;
      words.clear();
      for (uint32_t k = i; k < sentence.last && k < i + kLongestName; ++k) words.push_back(document.tokens[k].form);
      if (const auto hit = knowledge.find_actor(words, std::nullopt); hit && hit->words > 0 && !hit->guessed)
        actors[i] = {hit->words, hit->actor.kind, hit->actor.country};
    }
  return actors;
}

}  // namespace gesta
