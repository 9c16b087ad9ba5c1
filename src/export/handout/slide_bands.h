// The automatic layout's bands: what stands side by side on a sheet, from edge to edge.
#pragma once

#include <vector>

#include "support/geometry.h"

namespace ghreveal::exporter {

// How high slides are with all that belongs to them.
struct SlideHeights {
    Px below = 0;   // in a column, the note under the slide
    Px beside = 0;  // as wide as the sheet, the note beside it
};

struct Band {
    std::size_t first = 0;  // index into the handout's slides
    std::size_t count = 1;  // more than one: side by side, their notes under them
    Px height = 0;
};

struct BandRules {
    std::size_t columns = 2;
    Px gap = 0;          // between bands
    Px highest_row = 0;  // of slides whose notes are under them: such a row is not taken apart
};

// The bands that take the least room in all, in the slides' order.
std::vector<Band> slide_bands(const std::vector<SlideHeights>&, const BandRules&);

}  // namespace ghreveal::exporter
