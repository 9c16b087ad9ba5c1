// What reveal.js's script adds to the page for each slide: the element behind it, and its number.
// Authors' sheets speak of both (`.slide-background`, `.slide-number`).
#pragma once

#include "deck/deck.h"

namespace ghreveal::deck {

// Fills Deck::backgrounds and Slide::background. An element of the second has the classes that its
// section was written with, as the script copies them.
void add_backgrounds(Deck&);

// Fills Slide::number_element, as the deck's slideNumber says; slides are numbered already.
void add_number_elements(Deck&);

}  // namespace ghreveal::deck
