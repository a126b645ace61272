#include "events/where_name_questions.h"

#include <algorithm>

#include "base/lists.h"
#include "base/utf8.h"
#include "events/fields_tree.h"

namespace gesta {

uint32_t NameQuestions::ship_end(uint32_t i, uint32_t last) const {
  const auto named = [&](uint32_t k) { return capital(k) && token(k).upos == Upos::PROPN && !is_ship_word(token(k).form); };
  uint32_t end = i;
  while (end < last && named(end)) ++end;
  if (end == i || named(i - 1)) return i;
  if (is_ship_word(token(i - 1).form)) return end;
  for (uint32_t k = i; k < end && tree::lower_form(document_, i - 1) == "the"; ++k)
    if (const uint32_t verb = token(k).head; (verb < i || verb >= end) && verb < document_.tokens.size())
      return base(token(k).deprel) == Deprel::nsubj && is_sailing_verb(tree::lower_lemma(document_, verb)) ? end : i;
  return i;
}

bool NameQuestions::lies_at(const Mention& mention) const {
  const bool once = mention.chain >= document_.chains.size() || document_.chains[mention.chain].mentions.size() < 2;
  const bool placed = at_place(mention.first) || is_land_word(token(mention.first).form) || besieged(mention.first) || besieged(mention.last - 1);
  return once && placed && actors_[mention.first].words == 0 && !is_title(token(mention.first).form);
}

bool NameQuestions::named_as_one(const Mention& mention) const {
  return mention.last == mention.first + 2 && token(mention.first + 1).deprel == Deprel::flat;
}

bool NameQuestions::names_spot(const Mention& mention) const {
  if (mention.last >= document_.tokens.size() || token(mention.last).sentence != token(mention.first).sentence) return false;
  constexpr std::string_view bearers[] = {"airport",  "bridge",     "stadium", "square", "avenue", "street", "highway",  "hospital", "university",
                                          "barracks", "roundabout", "circle",  "road",   "dam",    "park",   "junction", "shrine"};
  const std::string_view next = token(mention.last).form;
  return tree::is_below(document_, mention.head, mention.last) && (capital(mention.last) ? is_spot_word(next) : among(bearers, next));
}

bool NameQuestions::listed_at(const Mention& mention) const {
  const uint32_t first = mention.first, last = mention.last;
  const bool actor = actors_[first].words >= last - first;  // "Khan" alone is one
  if (!gazetteer_ || last - first < 2 || last - first > kLongestName || actor || named_in_full_elsewhere(mention)) return false;
  const bool led = first > 0 && token(first - 1).sentence == token(first).sentence && is_place_preposition(token(first - 1).form);
  if (!led && !taken_by_force(last - 1) && !taken_by_force(first) && !acts_as_town(mention.head)) return false;
  return !gazetteer_->find(text(first, last)).empty();
}

bool NameQuestions::named_in_full_elsewhere(const Mention& mention) const {
  if (mention.chain >= document_.chains.size()) return false;
  const auto& all = document_.chains[mention.chain].mentions;
  return std::any_of(all.begin(), all.end(), [&](uint32_t m) {
    const Mention& other = document_.mentions[m];
    return other.kind == MentionKind::pronoun || text(other.first, other.last) != text(mention.first, mention.last);
  });
}

bool NameQuestions::under_fire(uint32_t word) const {
  constexpr std::string_view fire[] = {"fire", "attack", "siege", "bombardment", "assault", "blockade", "shelling", "curfew"};
  const auto under = [&](uint32_t noun) {
    return among(fire, token(noun).lemma) &&
           std::any_of(document_.children[noun].begin(), document_.children[noun].end(), [&](uint32_t c) { return token(c).form == "under"; });
  };
  if (word >= document_.children.size()) return false;
  if (token(word).lemma != "come") return under(word);
  return std::any_of(document_.children[word].begin(), document_.children[word].end(), under);
}

bool NameQuestions::acts_as_town(uint32_t i) const {
  const uint32_t head = token(i).head;
  if (head == kNone || token(i).upos != Upos::PROPN) return false;
  const std::string_view lemma = token(head).lemma;
  switch (token(i).deprel) {
    case Deprel::obj:
    case Deprel::nsubj_pass:
      return is_town_verb(lemma);
    case Deprel::nsubj:
      return lemma == "fall" || lemma == "burn" || under_fire(head);
    case Deprel::nmod_poss:
      return is_townsfolk(lemma);
    default:
      return false;
  }
}

bool NameQuestions::has_residents(uint32_t i, uint32_t last) const {
  constexpr std::string_view residents[] = {"resident", "inhabitant", "townspeople", "outskirts", "suburb", "villager", "mayor", "bakery"};
  const uint32_t head = token(i).head;
  return token(i).upos == Upos::PROPN && token(i).deprel == Deprel::nmod_poss && head >= last && head < document_.tokens.size() &&
         actors_[i].words == 0 && among(residents, token(head).lemma);
}

bool NameQuestions::named_of(uint32_t i) const {
  if (i > 1 && token(i - 1).form == "-" && is_particle(token(i - 2).form)) i -= 2;
  return i > 1 && token(i - 1).form == "of" && token(i - 2).sentence == token(i).sentence && is_generic_place(token(i - 2).lemma);
}

bool NameQuestions::known_town(uint32_t first, uint32_t last) const {
  if (!gazetteer_ || last - first > kLongestName || (first > 0 && is_title(token(first - 1).form))) return false;
  const std::string_view name = text(first, last);
  const std::vector<Place> found = gazetteer_->find(name);
  return std::any_of(found.begin(), found.end(), [&](const Place& p) {
    return (p.population >= kKnownTown || p.kind == Place::Kind::spot) && to_lower(p.name) == to_lower(name);
  });
}

bool NameQuestions::named_in_full(const Mention& mention) const {
  if (mention.chain >= document_.chains.size()) return false;
  const Mention& best = document_.mentions[document_.chains[mention.chain].best];
  return best.kind == MentionKind::person && best.last - best.first > 1;
}

bool NameQuestions::of_office(uint32_t i) const {
  constexpr std::string_view offices[] = {"minister", "ministry", "secretary", "chamber", "faculty"};
  return i > 1 && token(i - 1).form == "of" && token(i - 2).sentence == token(i).sentence &&
         (token(i - 2).form == "Day" || among(offices, to_lower(token(i - 2).form)));
}

std::string_view NameQuestions::text(uint32_t first, uint32_t last) const {
  return document_.text.substr(token(first).span.begin, token(last - 1).span.end - token(first).span.begin);
}

bool NameQuestions::acronym(uint32_t i) const {
  const std::string_view form = token(i).form;
  if (form.size() > 5 || form.find('.') != std::string_view::npos) return false;
  const auto capitals = std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (i != document_.sentences[token(i).sentence].first) return capitals > 1;
  // "ASHA workers" opens a sentence, "ADDIS ABABA - " or a shouted heading is no acronym.
  return capitals > 1 && i + 1 < document_.tokens.size() && token(i + 1).form[0] >= 'a' && token(i + 1).form[0] <= 'z';
}

bool NameQuestions::is_person_name(uint32_t i, uint32_t end) const {
  const auto proper = [&](uint32_t k) { return k < end && token(k).upos == Upos::PROPN && capital(k); };
  // A name of several words that the gazetteer lacks as a whole: "Paris Hilton", "Ahmed Tripoli".
  if (token(i).deprel == Deprel::flat && proper(i - (i > 0 ? 1u : 0u))) return true;
  if (i + 1 < end && proper(i + 1) && token(i + 1).deprel == Deprel::flat && token(i + 1).head == i) return true;
  if (i > 0 && is_title(token(i - 1).form)) return true;
  return false;
}

bool NameQuestions::at_place(uint32_t i) const {
  if (i == 0 || token(i - 1).sentence != token(i).sentence) return false;
  const Token& before = token(i - 1);
  if (is_local_preposition(before.form)) return true;
  if (before.deprel != Deprel::case_) return false;
  if (before.form == "off") return true;
  constexpr std::string_view falls[] = {"fall", "rain", "land", "drop", "descend", "swoop"};
  const uint32_t verb = token(i).head;
  return (before.form == "on" || before.form == "over") && verb < document_.tokens.size() && among(falls, token(verb).lemma);
}

bool NameQuestions::strange(uint32_t i) const {
  const Token& t = token(i);
  if (t.upos == Upos::PUNCT || t.upos == Upos::ADJ || i == document_.sentences[t.sentence].first || !capital(i)) return false;
  return t.form.size() > 3 && token(i - 1).upos != Upos::PUNCT && !knowledge_.is_small_word(to_lower(t.form)) &&
         !knowledge_.country_of_adjective(t.form);
}

bool NameQuestions::bare_town(uint32_t i) const {
  if (!gazetteer_ || token(i).xpos != "NN") return false;
  if (i < document_.children.size())
    for (const uint32_t c : document_.children[i])
      if (token(c).deprel != Deprel::case_) return false;
  const std::vector<Place> found = gazetteer_->find(token(i).form);
  return std::any_of(found.begin(), found.end(), [&](const Place& p) { return p.population >= kKnownTown && p.name == token(i).form; });
}

bool NameQuestions::is_country(std::string_view form) const {
  const auto found = gazetteer_ ? gazetteer_->find(form) : std::vector<Place>();
  return !found.empty() && found[0].kind == Place::Kind::country && found[0].name == form;
}

bool NameQuestions::known_region(std::string_view form) const {
  const auto found = gazetteer_->find(form);
  return !found.empty() && found[0].kind != Place::Kind::city;
}

bool NameQuestions::taken_by_force(uint32_t i) const {
  const uint32_t verb = token(i).head;
  if (besieged(i)) return true;
  return verb != kNone && token(i).deprel == Deprel::obj && is_capture_verb(token(verb).lemma) && !of_kind(document_, i, MentionKind::person) &&
         !of_kind(document_, i, MentionKind::organisation);
}

bool NameQuestions::besieged(uint32_t i) const {
  const uint32_t verb = token(i).head;
  return verb != kNone && token(i).deprel == Deprel::obj && token(i).upos == Upos::PROPN && is_siege_verb(token(verb).lemma) && actors_[i].words == 0;
}

}  // namespace gesta
