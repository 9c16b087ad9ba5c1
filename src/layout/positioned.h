// Boxes out of their normal place: relatively, absolutely and fixed positioned ones (CSS 2.1 §9.3,
// §10.3.7, §10.6.4).
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

// How far `position: relative` moves the box; nothing for other positions.
Point relative_offset(const boxes::Box&, const ContainingBlock&);

// Where a box would be if it were in flow (CSS 2.1 §10.3.7).
struct StaticPosition {
    Point point;
    bool is_end = false;  // right to left: the point is its top right corner
};

// A fragment that stands for an absolutely positioned box at its static position, until
// `place_positioned` lays the box out.
Fragment positioned_fragment(const boxes::Box&, const StaticPosition&, LayoutContext&);

// Lays out an absolutely positioned box. `containing`: the padding box of its containing block; it,
// `static_position` and the fragment's border box are in the same coordinates.
Fragment lay_out_absolute(const boxes::Box&, const Rect& containing,
                          const StaticPosition& static_position, LayoutContext&);

// Lays out all waiting boxes below `root`, whose fragments are relative to their parents. Fixed
// ones go by `slide_area`, in the root's parent's coordinates.
void place_positioned(Fragment& root, const style::SlideStyles&, const Rect& slide_area,
                      LayoutContext&);

}  // namespace ghreveal::layout
