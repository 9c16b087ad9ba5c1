// The grid box's fragment: sections, rows and cells at their places.
#pragma once

#include <optional>
#include <vector>

#include "layout/table/table_cells.h"

namespace ghreveal::layout {

// All that is decided of the grid box's geometry. px.
struct GridGeometry {
    const ColumnPositions& columns;
    const RowHeights& rows;
    Px width = 0;                  // of the border box
    std::optional<Px> min_height;  // of the border box, where one was given
};

// At (0, 0), with its baselines.
BoxLayout grid_fragment(const TableGrid&, const TableBorders&, const GridGeometry&,
                        std::vector<CellLayout>&&, LayoutContext&);

}  // namespace ghreveal::layout
