// What a stack of vertical slides has beside them, a heading of the chapter, say: reveal.js shows
// it with each of its slides, from the top of their area.
#pragma once

#include <optional>

#include "layout/section.h"
#include "pages/slide_states.h"
#include "style/properties/box_style.h"
#include "support/geometry.h"

namespace ghreveal::pages {

// Moves the area's containing block to where `.slides` begins by its style: before reveal.js 3 in
// the middle of their area, and sections at -50 % of that. (Lengths count for nothing, since
// scripts scale and move the element.) Centred sections have their `top` from the area's top.
void begin_where_slides_do(layout::SlideArea&, const style::BoxStyle& slides);

// Nothing for slides that are in no stack, and where the stack holds nothing but slides, as in most
// decks.
std::optional<paint::LaidOutSurroundings> lay_out_stack_content(const deck::Slide&, SlideContext&);

// Where the slide would stand in the stack's flow, behind what the stack has before it: its static
// position, px in the slides' area. Nothing where lay_out_stack_content() has nothing.
std::optional<Px> top_in_stack(const deck::Slide&, SlideContext&);

}  // namespace ghreveal::pages
