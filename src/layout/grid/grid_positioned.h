// Absolutely positioned children of grids (CSS Grid Layout 1 §9). Private to grid*.cpp.
#pragma once

#include "layout/grid/grid.h"

namespace ghreveal::layout {

// The container's own box, and what is known of its content box before the rows are sized.
struct GridFrame {
    Edges border;
    Edges padding;
    Px content_width = 0;
    std::optional<Px> content_height;
    SizeBounds content_height_bounds;
};

struct GridAxes {
    GridAxis columns, rows;
};

struct LaidOutGrid {
    const boxes::Box& box;
    const GridFrame& frame;
    Px content_height = 0;
};

// The child waits in the fragment; its area is kept for the time when its containing block is
// known.
void add_positioned_child(const LaidOutGrid&, const boxes::Box& child, const GridAxes&, Fragment&,
                          LayoutContext&);

}  // namespace ghreveal::layout
