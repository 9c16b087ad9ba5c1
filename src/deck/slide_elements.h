// What reveal.js's script adds to the page: the elements behind the slides, and their number.
// Authors' sheets speak of both (`.slide-background`, `.slide-number`).
#pragma once

#include "deck/deck.h"

namespace ghreveal::deck {

// Fills Deck::backgrounds and Slide::background. An element of the second has the classes that its
// section was written with, as the script copies them.
void add_backgrounds(Deck&);

// Fills Deck::number, where the deck's slideNumber asks for one.
void add_number_element(Deck&);

// Numbers the document's nodes so that what is around the slides is together, and each slide's are.
void number_nodes(Deck&);

}  // namespace ghreveal::deck
