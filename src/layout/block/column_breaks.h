// Where a long column may be cut, and where it is (CSS Fragmentation 3 §4, CSS Multi-column 1 §7).
// Private to multi-column layout.
#pragma once

#include <optional>
#include <vector>

#include "layout/fragment.h"

namespace ghreveal::layout {

// A stretch of the column that stays whole: px from the column's top.
struct Monolith {
    Px top = 0;
    Px bottom = 0;
    bool is_empty = false;       // a box with nothing in it, which is cut where it does not fit
    bool begins_column = false;  // break-before, or break-after of what is above
    Px height() const { return bottom - top; }
};

// The lines and boxes of `container` that are not cut, from top to bottom; what overlaps is one.
// Coordinates are those of the container's children.
std::vector<Monolith> monoliths(const Fragment& container, const style::SlideStyles&);

// Parts of the long column, one for each column.
struct ColumnCut {
    Px top = 0;
    Px bottom = 0;
};

struct ColumnCuts {
    std::vector<ColumnCut> columns;
    Px height = 0;  // of every column
};

// The columns as even as they can be, `count` of them; more where `height` holds them back.
// `content_height`: of the long column, margins at its end included.
ColumnCuts cut_columns(const std::vector<Monolith>&, Px content_height, int count,
                       std::optional<Px> height);

// Columns of this height, each filled before the next (`column-fill: auto`).
ColumnCuts fill_columns(const std::vector<Monolith>&, Px height);

// What of `container`'s children lies between `cut.top` and `cut.bottom`; boxes that go on beyond
// are cut there. In the same coordinates.
std::vector<Fragment> part_of(const Fragment& container, const ColumnCut& cut);

}  // namespace ghreveal::layout
