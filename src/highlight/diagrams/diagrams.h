// Diagrams that a deck writes as code (mermaid, PlantUML, Graphviz, Pikchr): drawn by the programs
// that the site's owner names, else shown as what they are.
#pragma once

#include <filesystem>

#include "deck/deck.h"
#include "deck/settings/settings.h"

namespace ghreveal::highlight {

struct DiagramOptions {
    deck::Settings settings;
    std::filesystem::path cache_folder;  // empty: nothing is kept
    Limits limits;
};

// The content of such a block becomes a picture, and its <pre> `diagram-picture`; where no program
// is named, or it fails, the source stays, in a <pre class="diagram-source">, with a warning for
// each kind.
void draw_diagrams(deck::Deck&, const DiagramOptions&, Diagnostics&);

}  // namespace ghreveal::highlight
