// What every format's slides have in common once they are elements: titles, steps, ids.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"

namespace ghreveal::deck {

// Throws Error at `where` for HTML whose tags leave more elements open than the limit: parsing it
// would cost the square of their number.
void check_open_elements(std::string_view html, const Limits&, const SourcePosition& where);

// Throws Error when the deck's document has more elements than the limit.
void check_elements(const Deck&, const Limits&);

// Whether anything in the section shows: text, or an element that is no paragraph or line break.
bool has_something(const dom::Node& section);

// The text of the section's first heading, without marks of notes and icons; empty when it has
// none.
std::string first_heading(const dom::Node& section);

// Numbers the steps of the slide's fragments (format.md §4) into Slide::fragments and steps.
void number_fragments(Slide&);

// Slide::number of all slides, and Deck::slide_of_id.
void number_slides(Deck&);

}  // namespace ghreveal::deck
