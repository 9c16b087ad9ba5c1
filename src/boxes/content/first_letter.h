// The letter that ::first-letter sets apart (CSS Pseudo-Elements 4 §2.2).
#pragma once

#include "boxes/box.h"

namespace ghreveal::boxes {

// Puts the first letter of the block's first line, with the punctuation around it, into a box of
// its own; nothing when the block does not begin with text.
void set_first_letter_apart(Box& block, const style::StylePtr& first_letter);

}  // namespace ghreveal::boxes
