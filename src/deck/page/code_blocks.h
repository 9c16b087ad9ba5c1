// Code as reveal.js's highlighting plugin prepares it before it is coloured.
#pragma once

#include <vector>

#include "deck/deck.h"

namespace ghreveal::deck {

// `data-trim`, templates in code, and the class of the <pre>. A block with steps of lines
// (`data-line-numbers="1|2-3"`) becomes as many blocks in one place, all but the first fragments.
// Gives the pairs of a block and the one that covers it.
struct CoveredBlock {
    dom::Node* block = nullptr;
    const dom::Node* by = nullptr;
};
std::vector<CoveredBlock> prepare_code(Deck&, dom::Node& section);

// `data-trim` alone, as the plugin of that version does it.
void trim_code(dom::Node& section, RevealVersion);

}  // namespace ghreveal::deck
