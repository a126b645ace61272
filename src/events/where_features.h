// What speaks for a mention of a place being where an event took place, as named signs; and what speaks for the text not telling. The weights of
// where_weights.inc are learnt over these (training/train_choice.py), so the names are an agreement between the two.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "events/fields.h"
#include "events/signs.h"

namespace gesta {

struct WhereChoice {
  uint32_t mention = kNone;  // index into the places; kNone: the text does not tell
  Signs signs;
  bool barred = false;    // it stands for a government or for somebody's friends, or is too small
  bool all_over = false;  // the event is told of the whole country
};

// read_places (fields.h) with names that are known to be places, in the order of the text, beside those that are found.
std::vector<PlaceMention> read_marked_places(const Document& document, const Knowledge& knowledge, const Gazetteer* gazetteer, Origin origin,
                                             std::span<const Span> marked);

// The places that come into question, and the choice of none, which is always the first. `told` is of the event itself.
std::vector<WhereChoice> where_choices(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                       std::span<const EventSite> sites, size_t event, const ToldOfEvent& told, bool named = false);

// Index of the choice that wins with these scores (thousandths of log odds). Whether a place is told is between the single places and none; which
// one, first between their countries, as places of one speak for each other.
size_t likeliest_choice(const std::vector<WhereChoice>& choices, const std::vector<int>& scores, const std::vector<PlaceMention>& places);

// How an event's types are grouped for the signs.
std::string_view where_group(std::string_view type);

// What the place of the event told before says of a choice: signs that train_choice.py makes by itself. `link` is how the two stand to each other.
std::string_view where_link(const Document& document, const EventSite& before, const EventSite& site);
Signs where_chain_signs(std::string_view choice, std::string_view before, std::string_view link, std::string_view group_before,
                        std::string_view group, bool named = false);

}  // namespace gesta
