// How far a box's content reaches (CSS Overflow 3 §2.2 "scrollable overflow").
#pragma once

#include "layout/fragment.h"

namespace ghreveal::layout {

// What a browser calls a box's scrollHeight, px: its padding box's height, or further down to the
// lowest edge of what is in it, transforms included; not what it or a box in it clips, nor
// fixed boxes. Coordinates in `box` are relative to parents.
Px scroll_height(const Fragment& box, const style::SlideStyles&);

}  // namespace ghreveal::layout
