// Where things go on a handout's pages. px of the paper.
#pragma once

#include <vector>

#include "support/geometry.h"

namespace ghreveal::exporter {

// A slide's place with what belongs to it.
struct HandoutSlot {
    Rect picture;  // the slide fits into it
    Rect caption;
    Rect notes;  // empty: none here
};

struct HandoutFrame {
    Rect head;
    Rect body;
    Rect foot;
};

HandoutFrame handout_frame(Size paper, Px margin);

// The slots of a page of `per_page` slides of this shape; `with_notes`: rooms for notes, where the
// layout has them (1 to 3 on a page).
std::vector<HandoutSlot> handout_slots(const Rect& body, Size slide, int per_page, bool with_notes);

}  // namespace ghreveal::exporter
