// Where the slides' area, the element `.slides`, lies on the page.
#pragma once

#include <string>

#include "deck/deck.h"
#include "paint/paint.h"
#include "style/style_engine.h"

namespace ghreveal::pages {

// Whether the deck's sheets put the area elsewhere than reveal.js's own do, which is in the middle
// of the page: by margins, offsets, borders and sizes of it and of the elements around it.
bool is_slides_area_moved(const style::SlideStyles&, const deck::Deck&);

// What reveal.js's layout() declares for the area in the page's scale: its size, and with a scale
// other than 1 its centre; what it leaves to the sheets has no declaration. The sections of
// reveal.js 2 begin half their size before the area: here it is moved itself.
std::string slides_area_declarations(const style::SlideStyles&, const deck::Deck&,
                                     const paint::PageGeometry&);

}  // namespace ghreveal::pages
