// What a stack of vertical slides has beside them, a heading of the chapter, say: reveal.js shows
// it with each of its slides, from the top of their area.
#pragma once

#include <optional>

#include "pages/slide_states.h"

namespace ghreveal::pages {

// Nothing for slides that are in no stack, and where the stack holds nothing but slides, as in most
// decks.
std::optional<paint::LaidOutSurroundings> lay_out_stack_content(const deck::Slide&, SlideContext&);

}  // namespace ghreveal::pages
