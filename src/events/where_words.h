// Word lists of the place reader: titles that make a name a person's, words that are never places by themselves, common nouns of places.
#pragma once
#include <string_view>

namespace gesta {

bool is_title(std::string_view form);                           // "President", "Mr."
bool is_never_place(std::string_view form);                     // months, weekdays, words that some hamlet bears
bool is_generic_place(std::string_view lemma);                  // "village", "camp"
bool is_spot_word(std::string_view form);                       // "Square", "airport"
bool is_seat_word(std::string_view form);                       // "parliament", "embassy": a place only where something is done in front of it
bool is_approach(std::string_view lemma);                       // "in front of", "the gates of": a building follows
bool is_town_spot(std::string_view form);                       // "airport", "prison": "Vienna airport" lies where Vienna lies
bool is_direction(std::string_view form);                       // "North", "Central": "East Oxford" lies where Oxford lies
bool is_quarter_word(std::string_view lemma);                   // "suburb": a part of a town
bool is_creed(std::string_view form);                           // "Shi'ite": a Shi'ite mosque is no name
bool is_part_word(std::string_view form);                       // "border", "capital", "soil" after the adjective of a country
bool is_particle(std::string_view form);                        // "al", "de" inside a name
bool is_local_preposition(std::string_view form);               // "in", "at", "near": what only a place follows, as a rule
bool is_capture_verb(std::string_view lemma);                   // "seize", "shell": what is done to places
bool is_siege_verb(std::string_view lemma);                     // "shell", "besiege": what is done to places alone
bool is_town_verb(std::string_view lemma);                      // "attack", "leave", "seize": what a town as well as anybody may be the object of
bool is_townsfolk(std::string_view lemma);                      // "residents", "market": what a town has
bool is_land_word(std::string_view form);                       // "Lake", "Deir": what a name after it names is a place
bool is_region_word(std::string_view lemma);                    // "province", "state"
bool is_ship_word(std::string_view form);                       // "tanker", "MV": what a name after it names is a ship
bool is_sailing_verb(std::string_view lemma);                   // "drift": what ships do
bool is_force_word(std::string_view lemma);                     // "troops", "ship": what is often abroad
std::string_view state_of_abbreviation(std::string_view form);  // "Ky.", "TX", "Ont.": the state or province; empty for none
bool is_place_preposition(std::string_view form);               // "in", "near"

}  // namespace gesta
