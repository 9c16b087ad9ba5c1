// What a page's own copy of reveal.js is set to.
#pragma once

#include "deck/deck.h"
#include "support/limits.h"

namespace ghreveal::deck {

// Takes the slides' size and margin from the script that the page brings: until version 4, whose
// script is a built one, authors changed them there. What cannot be read stays as it is.
void read_own_defaults(Deck&, const Limits&);

}  // namespace ghreveal::deck
