// Cells: laid out in the width of their columns, then made as tall as their rows with their content
// aligned in them (CSS 2.1 §17.5.3).
#pragma once

#include <vector>

#include "layout/table/table_rows.h"

namespace ghreveal::layout {

// Left edges of the columns from the grid box's border edge, and their widths. px.
struct ColumnPositions {
    std::vector<Px> x;
    std::vector<Px> width;

    Px left(const GridCell& cell) const { return x[static_cast<std::size_t>(cell.column)]; }
    Px cell_width(const GridCell& cell) const {
        const auto last = static_cast<std::size_t>(cell.column + cell.column_span - 1);
        return x[last] + width[last] - left(cell);
    }
};

// Each cell as tall as its content, by index of TableGrid::cells.
std::vector<CellLayout> lay_out_cells(const TableGrid&, const TableBorders&, const ColumnPositions&,
                                      Px grid_content_width, LayoutContext&);

// What a cell gets of its rows.
struct CellSpace {
    Px height = 0;
    Px row_baseline = 0;
    // The table's or the cell's height was given: percentages of children resolve.
    bool is_definite = false;
};

// The finished cell at (0, 0).
Fragment finish_cell(const GridCell&, const Edges& border, const CellSpace&, CellLayout&&,
                     LayoutContext&);

}  // namespace ghreveal::layout
