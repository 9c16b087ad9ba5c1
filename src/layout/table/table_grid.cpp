#include "layout/table/table_grid.h"

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;

int clamped_span(int span, const Limits& limits) {
    return std::clamp(span, 1, limits.table_span);
}

// CSS 2.1 §17.2: the first header and the first footer group move to the ends; any further ones
// count as bodies.
struct ShownSection {
    const Box* box = nullptr;
    bool is_body = true;
};

std::vector<ShownSection> sections_as_shown(const Box& grid) {
    const Box* header = nullptr;
    const Box* footer = nullptr;
    std::vector<ShownSection> sections;
    for (const Box& child : grid.children) {
        if (child.kind != BoxKind::kTableRowGroup) {
            continue;
        }
        const auto display = child.style->box().display;
        if (display == style::Display::kTableHeaderGroup && header == nullptr) {
            header = &child;
        } else if (display == style::Display::kTableFooterGroup && footer == nullptr) {
            footer = &child;
        } else {
            sections.push_back({&child, true});
        }
    }
    if (header != nullptr) {
        sections.insert(sections.begin(), {header, false});
    }
    if (footer != nullptr) {
        sections.push_back({footer, false});
    }
    return sections;
}

// The slots of the current row that cells of earlier rows reach into.
class Occupancy {
public:
    int next_free(int column) const {
        while (column < static_cast<int>(rows_left_.size()) && rows_left_[column] > 0) {
            ++column;
        }
        return column;
    }
    void occupy(const GridCell& cell) {
        const auto end = static_cast<std::size_t>(cell.column + cell.column_span);
        if (rows_left_.size() < end) {
            rows_left_.resize(end, 0);
        }
        for (auto at = static_cast<std::size_t>(cell.column); at < end; ++at) {
            rows_left_[at] = std::max(rows_left_[at], cell.row_span);
        }
    }
    void end_row() {
        for (int& rows : rows_left_) {
            rows = std::max(0, rows - 1);
        }
    }
    int column_count() const { return static_cast<int>(rows_left_.size()); }

private:
    std::vector<int> rows_left_;  // by column
};

// Columns past the bound are only as many as there are cells: the spans of hostile cells cannot
// add up.
int bounded_column_span(int span, int column, const Limits& limits) {
    return std::max(1, std::min(clamped_span(span, limits), limits.table_span - column));
}

void place_row(const Box& row, int rows_left_in_section, Occupancy& occupancy, TableGrid& grid,
               const Limits& limits) {
    GridRow placed{&row, grid.cells.size(), 0,
                   row.style->ink().visibility == style::Visibility::kCollapse};
    int column = 0;
    for (const Box& child : row.children) {
        if (child.kind != BoxKind::kTableCell) {
            continue;
        }
        column = occupancy.next_free(column);
        // A row span of 0 reaches to the end of the section (HTML §4.9.11).
        const int row_span =
            child.row_span <= 0 ? rows_left_in_section : clamped_span(child.row_span, limits);
        const int column_span = bounded_column_span(child.column_span, column, limits);
        const GridCell cell{&child,      grid.row_count(),
                            column,      std::min(row_span, rows_left_in_section),
                            column_span, column_span > 1};
        occupancy.occupy(cell);
        grid.cells.push_back(cell);
        column += cell.column_span;
        ++placed.cell_count;
    }
    grid.rows.push_back(placed);
    occupancy.end_row();
}

// The section's rows, and how many columns they need.
int place_section(const ShownSection& shown, TableGrid& grid, const Limits& limits) {
    const Box& box = *shown.box;
    const auto is_row = [](const Box& child) { return child.kind == BoxKind::kTableRow; };
    const auto count =
        static_cast<int>(std::count_if(box.children.begin(), box.children.end(), is_row));
    grid.sections.push_back({shown.box, grid.row_count(), count, shown.is_body});
    Occupancy occupancy;
    int rows_left = count;
    for (const Box& child : box.children) {
        if (is_row(child)) {
            place_row(child, rows_left--, occupancy, grid, limits);
        }
    }
    return occupancy.column_count();
}

void add_columns(TableGrid& grid, const GridColumn& column, int span, const Limits& limits) {
    const int room = limits.table_span - grid.column_count();
    const int count = std::max(1, std::min(clamped_span(span, limits), room));
    grid.columns.insert(grid.columns.end(), static_cast<std::size_t>(count), column);
}

void collect_columns(TableGrid& grid, const Limits& limits) {
    for (const Box& child : grid.box->children) {
        if (child.kind == BoxKind::kTableColumn) {
            add_columns(grid, {&child, nullptr}, child.column_span, limits);
        }
        if (child.kind != BoxKind::kTableColumnGroup) {
            continue;
        }
        if (child.children.empty()) {
            add_columns(grid, {nullptr, &child}, child.column_span, limits);
        }
        for (const Box& column : child.children) {
            add_columns(grid, {&column, &child}, column.column_span, limits);
        }
    }
}

void mirror_columns(TableGrid& grid) {
    std::reverse(grid.columns.begin(), grid.columns.end());
    for (GridCell& cell : grid.cells) {
        cell.column = grid.column_count() - cell.column - cell.column_span;
    }
}

// In automatic layout, a column in which no cell begins and for which no element stands has no
// width: it is left out. That keeps rows of `colspan=1000` from making thousands of columns.
void merge_spanned_columns(TableGrid& grid) {
    std::vector<char> keeps(grid.columns.size(), 0);
    for (const GridCell& cell : grid.cells) {
        keeps[static_cast<std::size_t>(cell.column)] = 1;
    }
    for (std::size_t at = 0; at < keeps.size(); ++at) {
        keeps[at] |= grid.columns[at].column != nullptr || grid.columns[at].group != nullptr;
    }
    std::vector<int> kept_before(keeps.size() + 1, 0);
    for (std::size_t at = 0; at < keeps.size(); ++at) {
        kept_before[at + 1] = kept_before[at] + keeps[at];
    }
    for (GridCell& cell : grid.cells) {
        const int end = kept_before[static_cast<std::size_t>(cell.column + cell.column_span)];
        cell.column = kept_before[static_cast<std::size_t>(cell.column)];
        cell.column_span = end - cell.column;
    }
    std::vector<GridColumn> columns;
    for (std::size_t at = 0; at < keeps.size(); ++at) {
        if (keeps[at] != 0) {
            columns.push_back(grid.columns[at]);
        }
    }
    grid.columns = std::move(columns);
}

}  // namespace

TableGrid table_grid(const Box& grid_box, const Limits& limits) {
    TableGrid grid;
    grid.box = &grid_box;
    const style::BoxStyle& style = grid_box.style->box();
    const style::TextStyle& text = grid_box.style->text();
    grid.has_fixed_layout =
        style.table_layout == style::TableLayout::kFixed && !style.width.is_auto();
    grid.collapses_borders = text.border_collapse == style::BorderCollapse::kCollapse;
    collect_columns(grid, limits);
    int column_count = grid.column_count();
    for (const ShownSection& section : sections_as_shown(grid_box)) {
        column_count = std::max(column_count, place_section(section, grid, limits));
    }
    grid.columns.resize(static_cast<std::size_t>(column_count));
    if (!grid.has_fixed_layout) {
        merge_spanned_columns(grid);
    }
    if (text.direction == style::Direction::kRightToLeft) {
        mirror_columns(grid);
    }
    if (!grid.collapses_borders && !grid.columns.empty()) {
        grid.spacing_x = text.border_spacing_x;
        grid.spacing_y = text.border_spacing_y;
    }
    return grid;
}

}  // namespace ghreveal::layout
