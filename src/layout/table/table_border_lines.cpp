// Collapsed edges -> the lines that are drawn.

#include <algorithm>

#include "layout/table/table_borders.h"

namespace ghreveal::layout {

namespace {

using Line = Fragment::CollapsedBorder;

bool is_drawn(const CollapsedEdge& edge) {
    return edge.width > 0 && !edge.is_inside_cell;
}

Px drawn_width(const CollapsedEdge& edge) {
    return edge.is_inside_cell ? 0 : edge.width;
}

// The widest vertical edge that touches the joint of a horizontal and a vertical grid line.
Px widest_vertical_at(const CollapsedEdges& edges, int row_line, int column_line) {
    Px widest = 0;
    for (int row = std::max(0, row_line - 1); row <= std::min(row_line, edges.rows - 1); ++row) {
        widest = std::max(widest, drawn_width(edges.left_of(row, column_line)));
    }
    return widest;
}

Px widest_horizontal_at(const CollapsedEdges& edges, int row_line, int column_line) {
    Px widest = 0;
    for (int column = std::max(0, column_line - 1);
         column <= std::min(column_line, edges.columns - 1); ++column) {
        widest = std::max(widest, drawn_width(edges.above(row_line, column)));
    }
    return widest;
}

// How far a line reaches past a joint: to the far side of what it crosses when it is at least as
// wide, else only to the near side.
Px reach(Px own_width, Px crossing_width) {
    return own_width >= crossing_width ? crossing_width / 2 : -crossing_width / 2;
}

void add_horizontal_lines(const CollapsedEdges& edges, const GridLines& lines, int row_line,
                          std::vector<Line>& out) {
    const Px y = lines.y[static_cast<std::size_t>(row_line)];
    for (int column = 0; column < edges.columns;) {
        const CollapsedEdge& edge = edges.above(row_line, column);
        const int first = column++;
        if (!is_drawn(edge)) {
            continue;
        }
        while (column < edges.columns && edges.above(row_line, column) == edge &&
               widest_vertical_at(edges, row_line, column) <= edge.width) {
            ++column;
        }
        const Px before = reach(edge.width, widest_vertical_at(edges, row_line, first));
        const Px after = reach(edge.width, widest_vertical_at(edges, row_line, column));
        out.push_back({edge.width, edge.style, edge.color,
                       Point{lines.x[static_cast<std::size_t>(first)] - before, y},
                       Point{lines.x[static_cast<std::size_t>(column)] + after, y}});
    }
}

void add_vertical_lines(const CollapsedEdges& edges, const GridLines& lines, int column_line,
                        std::vector<Line>& out) {
    const Px x = lines.x[static_cast<std::size_t>(column_line)];
    for (int row = 0; row < edges.rows;) {
        const CollapsedEdge& edge = edges.left_of(row, column_line);
        const int first = row++;
        if (!is_drawn(edge)) {
            continue;
        }
        while (row < edges.rows && edges.left_of(row, column_line) == edge &&
               widest_horizontal_at(edges, row, column_line) <= edge.width) {
            ++row;
        }
        const Px before = reach(edge.width, widest_horizontal_at(edges, first, column_line));
        const Px after = reach(edge.width, widest_horizontal_at(edges, row, column_line));
        out.push_back({edge.width, edge.style, edge.color,
                       Point{x, lines.y[static_cast<std::size_t>(first)] - before},
                       Point{x, lines.y[static_cast<std::size_t>(row)] + after}});
    }
}

}  // namespace

std::vector<Line> collapsed_border_lines(const CollapsedEdges& edges, const GridLines& lines) {
    std::vector<Line> out;
    if (edges.empty()) {
        return out;
    }
    for (int row_line = 0; row_line <= edges.rows; ++row_line) {
        add_horizontal_lines(edges, lines, row_line, out);
    }
    for (int column_line = 0; column_line <= edges.columns; ++column_line) {
        add_vertical_lines(edges, lines, column_line, out);
    }
    return out;
}

}  // namespace ghreveal::layout
