#include "layout/table/table_borders.h"

#include <algorithm>

#include "layout/layout.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::layout {

namespace {

using style::BorderStyle;

// One box's four borders, as it brings them into the contest.
struct BoxBorders {
    CollapsedEdge top, right, bottom, left;
};

CollapsedEdge edge_of(BorderStyle style, Px width, const Color& color) {
    return {style == BorderStyle::kNone || style == BorderStyle::kHidden ? 0 : width, style, color,
            false};
}

BoxBorders borders_of(const boxes::Box& box) {
    const style::BoxStyle& style = box.style->box();
    const css::Sides<Color>& color = box.style->paint().border_color;
    return {edge_of(style.border_style.top, style.border_width.top, color.top),
            edge_of(style.border_style.right, style.border_width.right, color.right),
            edge_of(style.border_style.bottom, style.border_width.bottom, color.bottom),
            edge_of(style.border_style.left, style.border_width.left, color.left)};
}

// CSS 2.1 §17.6.2.1, rule 3: from the strongest style to the weakest.
int style_rank(BorderStyle style) {
    switch (style) {
        case BorderStyle::kDouble:
            return 8;
        case BorderStyle::kSolid:
            return 7;
        case BorderStyle::kDashed:
            return 6;
        case BorderStyle::kDotted:
            return 5;
        case BorderStyle::kRidge:
            return 4;
        case BorderStyle::kOutset:
            return 3;
        case BorderStyle::kGroove:
            return 2;
        case BorderStyle::kInset:
            return 1;
        case BorderStyle::kNone:
        case BorderStyle::kHidden:
            break;
    }
    return 0;
}

bool wins_over(const CollapsedEdge& challenger, const CollapsedEdge& holder) {
    if (holder.style == BorderStyle::kHidden || challenger.style == BorderStyle::kNone) {
        return false;
    }
    if (challenger.style == BorderStyle::kHidden || holder.style == BorderStyle::kNone) {
        return true;
    }
    if (challenger.width != holder.width) {
        return challenger.width > holder.width;
    }
    return style_rank(challenger.style) > style_rank(holder.style);
}

// Boxes enter from the strongest kind to the weakest and from the top left, so that on a tie who
// came first stays (CSS 2.1 §17.6.2.1, rule 4).
void challenge(CollapsedEdge& holder, const CollapsedEdge& challenger) {
    if (!holder.is_inside_cell && wins_over(challenger, holder)) {
        holder = challenger;
    }
}

// A rectangle of slots; ends are exclusive.
struct SlotArea {
    int first_row = 0, end_row = 0;
    int first_column = 0, end_column = 0;
};

void enter_borders(CollapsedEdges& edges, const SlotArea& area, const BoxBorders& borders) {
    if (area.first_row >= area.end_row || area.first_column >= area.end_column) {
        return;
    }
    for (int column = area.first_column; column < area.end_column; ++column) {
        challenge(edges.above(area.first_row, column), borders.top);
        challenge(edges.above(area.end_row, column), borders.bottom);
    }
    for (int row = area.first_row; row < area.end_row; ++row) {
        challenge(edges.left_of(row, area.first_column), borders.left);
        challenge(edges.left_of(row, area.end_column), borders.right);
    }
}

SlotArea area_of(const GridCell& cell) {
    return {cell.row, cell.row + cell.row_span, cell.column, cell.column + cell.column_span};
}

void close_inside(CollapsedEdges& edges, const SlotArea& area) {
    for (int row = area.first_row; row < area.end_row; ++row) {
        for (int line = area.first_column + 1; line < area.end_column; ++line) {
            edges.left_of(row, line).is_inside_cell = true;
        }
    }
    for (int line = area.first_row + 1; line < area.end_row; ++line) {
        for (int column = area.first_column; column < area.end_column; ++column) {
            edges.above(line, column).is_inside_cell = true;
        }
    }
}

void enter_cells(CollapsedEdges& edges, const TableGrid& grid) {
    for (const GridCell& cell : grid.cells) {
        close_inside(edges, area_of(cell));
    }
    for (const GridCell& cell : grid.cells) {
        enter_borders(edges, area_of(cell), borders_of(*cell.box));
    }
}

void enter_rows(CollapsedEdges& edges, const TableGrid& grid) {
    for (int row = 0; row < grid.row_count(); ++row) {
        enter_borders(edges, {row, row + 1, 0, edges.columns},
                      borders_of(*grid.rows[static_cast<std::size_t>(row)].box));
    }
    for (const GridSection& section : grid.sections) {
        enter_borders(edges,
                      {section.first_row, section.first_row + section.row_count, 0, edges.columns},
                      borders_of(*section.box));
    }
}

const boxes::Box* column_box(const GridColumn& column) {
    return column.column;
}

const boxes::Box* group_box(const GridColumn& column) {
    return column.group;
}

// Borders go around a whole <colgroup>, and around each column that a <col> stands for.
void enter_columns(CollapsedEdges& edges, const TableGrid& grid) {
    for (int column = 0; column < edges.columns; ++column) {
        const boxes::Box* box = column_box(grid.columns[static_cast<std::size_t>(column)]);
        if (box != nullptr) {
            enter_borders(edges, {0, edges.rows, column, column + 1}, borders_of(*box));
        }
    }
    for (int column = 0; column < edges.columns;) {
        const boxes::Box* box = group_box(grid.columns[static_cast<std::size_t>(column)]);
        int end = column + 1;
        while (end < edges.columns && box != nullptr &&
               group_box(grid.columns[static_cast<std::size_t>(end)]) == box) {
            ++end;
        }
        if (box != nullptr) {
            enter_borders(edges, {0, edges.rows, column, end}, borders_of(*box));
        }
        column = end;
    }
}

CollapsedEdges collapse(const TableGrid& grid) {
    CollapsedEdges edges;
    edges.rows = grid.row_count();
    edges.columns = grid.column_count();
    const auto rows = static_cast<std::size_t>(edges.rows);
    const auto columns = static_cast<std::size_t>(edges.columns);
    edges.horizontal.resize((rows + 1) * columns);
    edges.vertical.resize(rows * (columns + 1));
    enter_cells(edges, grid);
    enter_rows(edges, grid);
    enter_columns(edges, grid);
    enter_borders(edges, {0, edges.rows, 0, edges.columns}, borders_of(*grid.box));
    return edges;
}

// Half of the widest edge along each side. CSS 2.1 §17.6.2 would take the first row's alone for
// left and right and let the others spill into the margin; browsers do not.
Edges half_edges_around(const CollapsedEdges& edges, const SlotArea& area) {
    Edges widest;
    for (int column = area.first_column; column < area.end_column; ++column) {
        widest.top = std::max(widest.top, edges.above(area.first_row, column).width);
        widest.bottom = std::max(widest.bottom, edges.above(area.end_row, column).width);
    }
    for (int row = area.first_row; row < area.end_row; ++row) {
        widest.left = std::max(widest.left, edges.left_of(row, area.first_column).width);
        widest.right = std::max(widest.right, edges.left_of(row, area.end_column).width);
    }
    return {widest.top / 2, widest.right / 2, widest.bottom / 2, widest.left / 2};
}

TableBorders collapsed_borders(const TableGrid& grid) {
    TableBorders borders;
    borders.collapsed = collapse(grid);
    borders.table = half_edges_around(borders.collapsed,
                                      {0, borders.collapsed.rows, 0, borders.collapsed.columns});
    borders.cells.reserve(grid.cells.size());
    for (const GridCell& cell : grid.cells) {
        borders.cells.push_back(half_edges_around(borders.collapsed, area_of(cell)));
    }
    return borders;
}

}  // namespace

TableBorders table_borders(const TableGrid& grid, Px containing_width) {
    if (grid.collapses_borders && !grid.columns.empty() && !grid.rows.empty()) {
        return collapsed_borders(grid);
    }
    TableBorders borders;
    borders.table = used_border(*grid.box);
    borders.table_padding = used_padding(*grid.box, containing_width);
    borders.cells.reserve(grid.cells.size());
    for (const GridCell& cell : grid.cells) {
        borders.cells.push_back(used_border(*cell.box));
    }
    return borders;
}

}  // namespace ghreveal::layout
