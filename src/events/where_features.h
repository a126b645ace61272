// What speaks for a mention of a place being where an event took place, as named signs; and what speaks for the text not telling. The weights of
// where_weights.inc are learnt over these (training/train_choice.py), so the names are an agreement between the two.
#pragma once
#include <string>
#include <vector>

#include "events/fields.h"

namespace gesta {

struct WhereChoice {
  uint32_t mention = kNone;  // index into the places; kNone: the text does not tell
  std::vector<std::string> signs;
};

// The places that come into question, and the choice of none, which is always the first.
std::vector<WhereChoice> where_choices(const Document& document, const Knowledge& knowledge, const std::vector<PlaceMention>& places,
                                       const EventSite& site);

}  // namespace gesta
