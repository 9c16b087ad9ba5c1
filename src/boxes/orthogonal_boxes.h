// Vertical text (CSS Writing Modes 4). Layout knows lines from left to right, one below the other.
// So boxes of vertical text get turned styles, in the frame of their writing mode
// (boxes/writing_frame.h): their widths are along its lines, their tops where its first line is.
// Where one writing mode meets another stands a kOrthogonal box, in the frame around it, and holds
// the box that is in its own; layout turns what comes of that back (layout/orthogonal.h).
#pragma once

#include "boxes/box.h"

namespace ghreveal::boxes {

// Whether the element makes a block container of an inline element: its lines run otherwise than
// those around it (§3.1).
bool is_inline_across(const style::ComputedStyle&, const style::ComputedStyle& parent);

// Of a tree without orthogonal boxes. The frame of an orthogonal box's surroundings is the writing
// mode of its style.
void turn_vertical_boxes(Box& root);

}  // namespace ghreveal::boxes
