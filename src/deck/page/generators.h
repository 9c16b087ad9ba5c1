// What generators' own scripts do to their pages before reveal.js shows them.
#pragma once

#include "deck/deck.h"

namespace ghreveal::deck {

// Quarto writes the footer and the logo of all slides into a hidden element, mostly at the end of
// the last slide, from which its script moves them beside the slides.
void move_quarto_elements(Deck&);

}  // namespace ghreveal::deck
