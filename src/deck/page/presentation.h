// A page's tree -> its slides: what reveal.js's script does to the tree is done to it.
#pragma once

#include <string_view>

#include "deck/deck.h"

namespace ghreveal::deck {

// Deck::reveal and slides_element are the page's `.reveal` and `.slides`. Gives them, the sections
// and the code the classes and attributes that the script does, and fills Deck::slides. `file_text`
// is the deck's file, for the places of formulas. Throws Error for more slides than the limit.
void present(Deck&, std::string_view file_text, const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
