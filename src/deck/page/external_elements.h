// Elements whose content is a file's: what reveal.js's plugins of the name "external" load.
#pragma once

#include "deck/deck.h"
#include "support/error.h"

namespace ghreveal::deck {

// Gives each element below `slides` that has `data-external` the content of that file of HTML, and
// puts it in the place of each that has `data-external-replace`. A file that cannot be read leaves
// an element that says so, with a warning. What is in the file loads nothing further.
void load_external_elements(Deck&, const ReadOptions&, Diagnostics&);

}  // namespace ghreveal::deck
