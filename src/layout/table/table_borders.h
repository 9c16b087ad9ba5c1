// The borders of a table and its cells: each its own, or collapsed into one between neighbours
// (CSS 2.1 §17.6).
#pragma once

#include <vector>

#include "layout/fragment.h"
#include "layout/table/table_grid.h"

namespace ghreveal::layout {

// One side of a slot, where borders collapse.
struct CollapsedEdge {
    Px width = 0;
    style::BorderStyle style = style::BorderStyle::kNone;
    Color color;
    bool is_inside_cell = false;  // a spanning cell lies on both sides: no border at all
    bool operator==(const CollapsedEdge&) const = default;
};

// The borders that won, between all slots; empty for separate borders.
struct CollapsedEdges {
    int rows = 0;
    int columns = 0;
    std::vector<CollapsedEdge> horizontal;  // rows + 1 lines of `columns` edges
    std::vector<CollapsedEdge> vertical;    // `rows` rows of columns + 1 edges

    bool empty() const { return horizontal.empty() && vertical.empty(); }
    // Above the row `line` (`rows`: below the last), at a column.
    CollapsedEdge& above(int line, int column) { return horizontal[index(line, columns, column)]; }
    const CollapsedEdge& above(int line, int column) const {
        return horizontal[index(line, columns, column)];
    }
    // Left of the column `line` (`columns`: right of the last), at a row.
    CollapsedEdge& left_of(int row, int line) { return vertical[index(row, columns + 1, line)]; }
    const CollapsedEdge& left_of(int row, int line) const {
        return vertical[index(row, columns + 1, line)];
    }

private:
    static std::size_t index(int major, int stride, int minor) {
        return static_cast<std::size_t>(major) * static_cast<std::size_t>(stride) +
               static_cast<std::size_t>(minor);
    }
};

struct TableBorders {
    Edges table;               // used border of the grid box; half the outer edges when collapsed
    Edges table_padding;       // none when collapsed
    std::vector<Edges> cells;  // by index of TableGrid::cells
    CollapsedEdges collapsed;

    Edges around_grid() const { return table + table_padding; }
};

TableBorders table_borders(const TableGrid&, Px containing_width);

// Where the grid's lines lie: one position more than there are columns or rows, px from the grid
// box's border edge.
struct GridLines {
    std::vector<Px> x;
    std::vector<Px> y;
};

// The collapsed edges as lines to draw, neighbouring equal ones joined. Where lines meet, the
// wider one runs through.
std::vector<Fragment::CollapsedBorder> collapsed_border_lines(const CollapsedEdges&,
                                                              const GridLines&);

}  // namespace ghreveal::layout
