// What the reader of place names (where_names.cpp) asks of the words around a name: is a place meant, or somebody who bears its name?
#pragma once
#include <string_view>
#include <vector>

#include "events/where_found.h"
#include "events/where_words.h"

namespace gesta {

class NameQuestions {
 public:
  // No gazetteer: every question about what it holds has a no for an answer. All outlive this.
  NameQuestions(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, const std::vector<NamedActor>& actors)
      : document_(document), knowledge_(knowledge), gazetteer_(gazetteer), actors_(actors) {}

  static constexpr uint32_t kKnownTown = 50000;  // people; too many for a namesake of a person
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  bool capital(uint32_t i) const { return capital_letter(document_, i); }
  bool has_place_marker(uint32_t i) const { return after_place_preposition(document_, i); }
  // "the tanker Thalassa Breeze", "MV Chem Pluto", "the Thalassa Breeze was drifting": where a ship's name that begins here ends.
  uint32_t ship_end(uint32_t i, uint32_t last) const;
  // "at Mar Mikhael", "near Koh Sai Daeng", "on Lake Peipsi", "shelled Tula Toli": named once, after a preposition of place, and no actor's name.
  bool lies_at(const Mention& mention) const;
  // "Nowa Huta": the tree ties its words as it does those of a man or a town; a body's name has a head.
  bool named_as_one(const Mention& mention) const;
  // "Ben-Gurion Airport", "Jomo Kenyatta airport": what bears somebody's name, unless it is his camp or school.
  bool names_spot(const Mention& mention) const;
  // "from Abu Musa", "through Khan Yunis", "took Ras Lanuf": a town has the whole name, and it stands where a place may stand.
  bool listed_at(const Mention& mention) const;
  // Another mention of the chain has other words.
  bool named_in_full_elsewhere(const Mention& mention) const;
  // "Tal Afar came under rocket fire", "Kufra is under siege"
  bool under_fire(uint32_t word) const;
  // "attacked Bentiu", "Stepanakert was shelled", "Jalalabad fell", "Muttur's residents": what is done to towns, and what they have.
  bool acts_as_town(uint32_t i) const;
  // "Goro's residents": nobody but a place has them.
  bool has_residents(uint32_t i, uint32_t last) const;
  // "the border town of Bunagana", "the resort of Cauterets", "the town of al-Busayrah"
  bool named_of(uint32_t i) const;
  // "Phnom Penh", "Dar es Salaam", "Singha Durbar": a town or landmark of that whole name that is too well known to be taken for a man.
  bool known_town(uint32_t first, uint32_t last) const;
  bool named_in_full(const Mention& mention) const;
  // "told Kennedy that": nobody tells a town.
  bool spoken_to(const Mention& mention) const { return token(mention.head).deprel == Deprel::iobj && actors_[mention.first].words == 0; }
  // "Vice Minister of Commerce", "the Day of Rage": a matter.
  bool of_office(uint32_t i) const;
  std::string_view text(uint32_t first, uint32_t last) const;
  bool acronym(uint32_t i) const;
  bool is_person_name(uint32_t i, uint32_t end) const;
  // Right after a preposition that only a place follows, or under fire from above: "mortars fell on Neve Dekalim"; "off Cape Erimo".
  bool at_place(uint32_t i) const;
  // A name, whatever the reader of language takes it for: in a capital letter amid the sentence, and no word that news writes small.
  bool strange(uint32_t i) const;
  // "Srinagar has been cut off": a singular without an article opens the sentence, and a known town bears the name.
  bool bare_town(uint32_t i) const;
  // "Laos" is a country and its people.
  bool is_country(std::string_view form) const;
  bool known_region(std::string_view form) const;
  bool next_is_generic(uint32_t last) const { return last < document_.tokens.size() && is_generic_place(token(last).lemma); }
  // "seized Senaki", "shells hit Odaisseh": the object of a verb that is done to places.
  bool taken_by_force(uint32_t i) const;
  // "shelled Stepanakert", whatever the tagger of names takes it for.
  bool besieged(uint32_t i) const;

 protected:
  const Document& document_;
  const Knowledge& knowledge_;
  const Gazetteer* gazetteer_;
  const std::vector<NamedActor>& actors_;
};

}  // namespace gesta
