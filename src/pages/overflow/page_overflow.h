// What runs off the page.
#pragma once

#include <optional>
#include <vector>

#include "layout/fragment.h"

namespace ghreveal::pages {

// How far a slide reaches, px of the slides' area.
struct VisibleExtent {
    Px left = 0;
    Px right = 0;
    Px bottom = 0;
    // Whose text, picture or box reaches farthest to the sides; null when nothing does.
    const dom::Node* widest = nullptr;
};

// The stretch of a text fragment that has ink, in its coordinates; of one that runs down or up the
// page all of it. Nothing of other fragments, and where there are only blanks.
std::optional<Rect> inked_part(const layout::Fragment&, const style::SlideStyles&);

// Boxes, pictures and text, transforms included; what a box clips does not count. To the sides
// only what is seen does: text, pictures, boxes with a background or a border, and of boxes out of
// flow, which may run over the edge on purpose, their text. `section` is in absolute coordinates.
VisibleExtent visible_extent(const layout::Fragment& section, const style::SlideStyles&);

// The sides of the page, px of the slides' area.
struct PageSides {
    Px left = 0;
    Px right = 0;
};

// What can be done about text that runs off the sides.
struct SideOverflow {
    // The block whose lines do.
    const dom::Node* block = nullptr;
    // The outermost table or block of code that it is in, and how wide that is, px; null: in none.
    const dom::Node* shrinkable = nullptr;
    Px width = 0;
};

// In document order, each block and table once.
std::vector<SideOverflow> side_overflows(const layout::Fragment& section, const PageSides&,
                                         const style::SlideStyles&);

}  // namespace ghreveal::pages
