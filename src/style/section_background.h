// A slide's own background: `data-background` and its kin, as reveal.js writes them on the elements
// that it puts behind the slide.
#pragma once

#include <string>

#include "deck/deck.h"
#include "style/properties/paint_style.h"
#include "support/error.h"

namespace ghreveal::style {

struct SectionBackground {
    PaintStyle color;    // of `.slide-background`: colour and gradients
    PaintStyle picture;  // of `.slide-background-content`, before it
    std::string picture_address;
    double picture_opacity = 1;
};

// Of the section's attributes alone. `page` (px) is what vw and vh are of.
SectionBackground section_background(const dom::Node& section, Size page, deck::RevealVersion);

// Gives each section with a background colour the class `has-dark-background` or
// `has-light-background`, and reports backgrounds that cannot be shown on paper or that the deck's
// version does not know.
void prepare_section_backgrounds(deck::Deck&, Size page, Diagnostics&);

}  // namespace ghreveal::style
