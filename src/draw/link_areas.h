// Where a page's links are, for outputs that cannot take them from Cairo.
#pragma once

#include <string>
#include <vector>

#include "paint/display_list.h"

namespace ghreveal::draw {

struct LinkArea {
    std::string address;  // outside the deck; empty when `slide` is meant
    int slide = -1;       // index into Deck::slides
    Rect area;            // px of the page: the bounding box after all transforms
};

std::vector<LinkArea> link_areas(const paint::DisplayList&);

// The part of a link's area that any page could show; empty when there is none, or no number.
Rect reachable(const Rect& area);

}  // namespace ghreveal::draw
