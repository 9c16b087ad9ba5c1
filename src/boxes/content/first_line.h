// `::first-line` (CSS Pseudo-Elements 4 §2.1).
#pragma once

#include "boxes/box.h"

namespace ghreveal::boxes {

// Gives the block container that has the first line of `block` its other shape: the same inline
// boxes, in the order and number they have, with the style's values where theirs are inherited from
// around the line. `first_line` is the style of `block`'s pseudo-element.
void set_first_line(Box& block, const style::StylePtr& first_line);

}  // namespace ghreveal::boxes
