// What is told beside the words of others: known already, and so in the voice of the page.
#pragma once
#include "language/language.h"

namespace gesta {

// "..., whom a helicopter killed in August", "..., hours after guards had caught him", "Singirok, sacked on Monday, says": a clause of its own.
bool is_background(const Document& document, uint32_t clause);
// "The ban on rallies will be lifted, the minister said": a noun that the sentence starts from.
bool is_given(const Document& document, uint32_t event);
// "Nuri said that the truce would hold, and sent a negotiator": hung from what he says, though he does it.
bool is_act_of_speaker(const Document& document, uint32_t act, uint32_t verb_of_saying);

}  // namespace gesta
