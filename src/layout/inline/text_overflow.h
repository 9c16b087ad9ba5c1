// text-overflow: ellipsis (CSS Overflow 3 §5.1).
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

// Whether the block container's lines end in an ellipsis where they are too long.
bool cuts_long_lines(const boxes::Box& container);

// Leaves out of a line (kLine, from left to right) what does not fit `width` beside the ellipsis,
// and puts that behind the rest. The first character or atomic inline box stays.
void end_in_ellipsis(Fragment& line, const boxes::Box& container, Px width, LayoutContext&);

}  // namespace ghreveal::layout
