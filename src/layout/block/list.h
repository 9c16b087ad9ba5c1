// Markers that hang beside list items (CSS Lists 3 §3).
#pragma once

#include "layout/inline/inline_layout.h"
#include "layout/layout.h"

namespace ghreveal::layout {

// The item's outside marker, or nullptr.
const boxes::Box* outside_marker(const boxes::Box& item);

// What an item's marker stands by, in its content box: the room that floats leave its first line,
// out to the edges of its border box, since markers know nothing of an item's padding.
struct FirstLine {
    LineSpan room;
    Px baseline = 0;
};

// The marker's fragment, in the coordinates of the item's content box.
Fragment marker_fragment(const boxes::Box& marker, const FirstLine&, LayoutContext&);

// How far the line that an outside marker makes for itself reaches above its baseline: as that of
// its text, or as high as its picture.
Px ascent_of_line(const boxes::Box& marker, LayoutContext&);

// A marker that stands in the line itself: its size, and how much of that is above the baseline.
BoxLayout lay_out_inside_marker(const boxes::Box& marker, LayoutContext&);

}  // namespace ghreveal::layout
