// How far a box's content reaches (CSS Overflow 3 §2.2 "scrollable overflow").
#pragma once

#include "layout/fragment.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

// What a browser calls a box's scrollHeight, px: its padding box's height, or further down to the
// lowest edge of what is in it, transforms included; not what it or a box in it clips, nor
// fixed boxes. Coordinates in `box` are relative to parents.
Px scroll_height(const Fragment& box, const style::SlideStyles&);

// What `overflow` and `contain` clip of the box's content.
void set_clipping(Fragment& box, const style::BoxStyle&);

}  // namespace ghreveal::layout
