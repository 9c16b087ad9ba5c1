// What reveal.js's script adds to the page: the elements behind the slides, and their number.
// Authors' sheets speak of both (`.slide-background`, `.slide-number`).
#pragma once

#include "deck/deck.h"

namespace ghreveal::deck {

// Fills Deck::backgrounds and Slide::background. An element of the second has the classes that its
// section was written with, as the script copies them.
void add_backgrounds(Deck&);

// Custom properties that reveal.js's script gives the viewport, for a page that is not scaled:
// --slide-width and --slide-height since version 4.1, --slide-scale since 4.4, --viewport-width and
// --viewport-height since 5.0.
void expose_sizes(Deck& deck);
// Fills Deck::number, where the deck's slideNumber asks for one.
void add_number_element(Deck&);

// Numbers the document's nodes so that what is around the slides is together, and each slide's are.
void number_nodes(Deck&);

}  // namespace ghreveal::deck
