// A table's boxes -> the grid of slots they fill (CSS 2.1 §17.5, HTML "Forming a table"): which
// rows and columns each cell covers. No sizes yet.
#pragma once

#include <vector>

#include "boxes/box.h"
#include "support/limits.h"

namespace ghreveal::layout {

struct GridCell {
    const boxes::Box* box = nullptr;
    int row = 0;     // from the table's first row, in the order in which rows are shown
    int column = 0;  // from the left, whatever the direction
    int row_span = 1;
    int column_span = 1;
    bool spans_columns = false;  // has a colspan, even if its columns were merged into one
};

struct GridRow {
    const boxes::Box* box = nullptr;
    std::size_t first_cell = 0;  // the cells that begin in the row: an index into TableGrid::cells
    std::size_t cell_count = 0;
    bool is_collapsed = false;  // `visibility: collapse`
};

struct GridSection {
    const boxes::Box* box = nullptr;
    int first_row = 0;
    int row_count = 0;
    bool is_body = true;  // neither the header nor the footer
};

// A column and the boxes that stand for it, when there are any.
struct GridColumn {
    const boxes::Box* column = nullptr;
    const boxes::Box* group = nullptr;
};

struct TableGrid {
    const boxes::Box* box = nullptr;
    std::vector<GridSection> sections;  // header first, footer last, as they are shown
    std::vector<GridRow> rows;
    std::vector<GridCell> cells;  // row by row
    std::vector<GridColumn> columns;
    // `table-layout: fixed` counts only for a table whose width is given (CSS 2.1 §17.5.2).
    bool has_fixed_layout = false;
    bool collapses_borders = false;
    // Between cells and around them; none when borders collapse, and none without columns.
    Px spacing_x = 0;
    Px spacing_y = 0;

    int row_count() const { return static_cast<int>(rows.size()); }
    int column_count() const { return static_cast<int>(columns.size()); }
};

// Of a kTableGrid box.
TableGrid table_grid(const boxes::Box& grid_box, const Limits&);

}  // namespace ghreveal::layout
