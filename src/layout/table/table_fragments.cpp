#include "layout/table/table_fragments.h"

#include <algorithm>

#include "layout/positioned.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::layout {

namespace {

// Top edges of all rows from the grid box's border edge, and their used heights.
struct RowPositions {
    std::vector<Px> y;
    std::vector<Px> height;
    std::vector<bool> is_collapsed;
    std::vector<Px> section_y;
    Px end = 0;  // the last row's bottom edge, or where rows would begin

    Px bottom(int row) const {
        return y[static_cast<std::size_t>(row)] + height[static_cast<std::size_t>(row)];
    }
    // The spacing before a collapsed row is not there (CSS 2.1 §17.5.5).
    Px cell_height(const GridCell& cell) const {
        int last = cell.row + cell.row_span - 1;
        while (last > cell.row && is_collapsed[static_cast<std::size_t>(last)]) {
            --last;
        }
        return bottom(last) - y[static_cast<std::size_t>(cell.row)];
    }
};

RowPositions row_positions(const TableGrid& grid, const RowHeights& heights, Px top) {
    RowPositions positions;
    Px y = top + (grid.rows.empty() ? 0 : heights.spacing);
    positions.end = y;
    for (const GridSection& section : grid.sections) {
        // Spacing stands between sections with rows only.
        positions.section_y.push_back(section.row_count > 0 ? y : positions.end);
        for (int row = section.first_row; row < section.first_row + section.row_count; ++row) {
            const HeightTrack& track = heights.rows[static_cast<std::size_t>(row)];
            const Px height = track.is_collapsed ? 0 : track.height;
            positions.y.push_back(y);
            positions.height.push_back(height);
            positions.is_collapsed.push_back(track.is_collapsed);
            positions.end = y + height;
            y += height + (track.is_collapsed ? 0 : heights.spacing);
        }
    }
    return positions;
}

struct GridPlacer {
    const TableGrid& grid;
    const TableBorders& borders;
    const GridGeometry& geometry;
    const RowPositions& rows;
    LayoutContext& context;
    std::vector<Fragment::CollapsedBorder> collapsed_borders{};  // in the grid box
};

Px columns_left(const GridPlacer& placer) {
    return placer.borders.around_grid().left + placer.grid.spacing_x;
}

Px columns_right(const GridPlacer& placer) {
    return placer.geometry.width - placer.borders.around_grid().right - placer.grid.spacing_x;
}

Fragment part_fragment(const boxes::Box& box, const Rect& border_box) {
    Fragment fragment;
    fragment.source = box.source;
    fragment.border_box = border_box;
    return fragment;
}

// Positioned parts are drawn over the table's collapsed borders, so they draw those at their edges
// anew. `origin`: of the fragment's parent in the grid box.
void take_collapsed_borders(Fragment& fragment, const GridPlacer& placer, Point origin) {
    const Rect& box = fragment.border_box;
    for (const Fragment::CollapsedBorder& line : placer.collapsed_borders) {
        const Point from{line.from.x - origin.x, line.from.y - origin.y};
        const Point to{line.to.x - origin.x, line.to.y - origin.y};
        if (from.x <= box.right() && to.x >= box.x && from.y <= box.bottom() && to.y >= box.y) {
            fragment.collapsed_borders.push_back({line.width, line.style, line.color, from, to});
        }
    }
}

// `position: relative` moves sections, rows and cells after all is placed.
Fragment moved_if_relative(Fragment&& fragment, const boxes::Box& box, const GridPlacer& placer,
                           Point origin) {
    if (box.style->box().position != style::Position::kStatic) {
        take_collapsed_borders(fragment, placer, origin);
    }
    const Point by = relative_offset(box, {placer.geometry.width, std::nullopt});
    move_to(fragment, {fragment.border_box.x + by.x, fragment.border_box.y + by.y});
    return std::move(fragment);
}

bool gives_height(const boxes::Box& box) {
    const css::SizeValue& height = box.style->box().height;
    return height.length && !height.length->has_percentage();
}

Fragment place_cell(const GridPlacer& placer, std::size_t at, CellLayout&& layout) {
    const GridCell& cell = placer.grid.cells[at];
    const auto row = static_cast<std::size_t>(cell.row);
    CellSpace space;
    space.height = placer.rows.cell_height(cell);
    space.row_baseline = placer.geometry.rows.rows[row].baseline;
    space.is_definite = placer.geometry.min_height.has_value() || gives_height(*cell.box) ||
                        gives_height(*placer.grid.rows[row].box);
    Fragment fragment =
        finish_cell(cell, placer.borders.cells[at], space, std::move(layout), placer.context);
    move_to(fragment, {placer.geometry.columns.left(cell) - columns_left(placer), 0});
    return moved_if_relative(std::move(fragment), *cell.box, placer,
                             {columns_left(placer), placer.rows.y[row]});
}

Fragment place_row(const GridPlacer& placer, int index, Px section_y,
                   std::vector<CellLayout>& cells) {
    const auto row = static_cast<std::size_t>(index);
    const GridRow& placed = placer.grid.rows[row];
    Fragment fragment = part_fragment(
        *placed.box, {0, placer.rows.y[row] - section_y,
                      columns_right(placer) - columns_left(placer), placer.rows.height[row]});
    fragment.children.reserve(placed.cell_count);
    for (std::size_t at = placed.first_cell; at < placed.first_cell + placed.cell_count; ++at) {
        fragment.children.push_back(place_cell(placer, at, std::move(cells[at])));
    }
    return moved_if_relative(std::move(fragment), *placed.box, placer,
                             {columns_left(placer), section_y});
}

Fragment place_section(const GridPlacer& placer, std::size_t index,
                       std::vector<CellLayout>& cells) {
    const GridSection& section = placer.grid.sections[index];
    const Px y = placer.rows.section_y[index];
    Fragment fragment = part_fragment(
        *section.box, {columns_left(placer), y, columns_right(placer) - columns_left(placer),
                       section_height(placer.geometry.rows, section)});
    for (int row = section.first_row; row < section.first_row + section.row_count; ++row) {
        fragment.children.push_back(place_row(placer, row, y, cells));
    }
    return moved_if_relative(std::move(fragment), *section.box, placer, {});
}

bool has_background(const boxes::Box& box) {
    const style::PaintStyle& paint = box.style->paint();
    return paint.background_color.alpha > 0 || !paint.background_layers.empty();
}

Fragment column_fragment(const GridPlacer& placer, const boxes::Box& box, std::size_t first,
                         std::size_t last) {
    const ColumnPositions& columns = placer.geometry.columns;
    const Px top = placer.rows.y.empty() ? placer.rows.end : placer.rows.y.front();
    return part_fragment(
        box, {columns.x[first], top, columns.x[last] + columns.width[last] - columns.x[first],
              placer.rows.end - top});
}

// Only to be drawn: their backgrounds lie under those of the row groups (CSS 2.1 §17.5.1).
void add_column_backgrounds(const GridPlacer& placer, Fragment& grid) {
    const std::vector<GridColumn>& columns = placer.grid.columns;
    for (std::size_t at = 0; at < columns.size();) {
        const std::size_t first = at++;
        while (at < columns.size() && columns[at].group == columns[first].group) {
            ++at;
        }
        if (columns[first].group != nullptr && has_background(*columns[first].group)) {
            grid.children.push_back(column_fragment(placer, *columns[first].group, first, at - 1));
        }
    }
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].column != nullptr && has_background(*columns[at].column)) {
            grid.children.push_back(column_fragment(placer, *columns[at].column, at, at));
        }
    }
}

GridLines grid_lines(const GridPlacer& placer) {
    GridLines lines{placer.geometry.columns.x, placer.rows.y};
    lines.x.push_back(columns_right(placer));
    lines.y.push_back(placer.rows.end);
    return lines;
}

Px grid_height(const GridPlacer& placer) {
    const Px needed = sections_height(placer.geometry.rows, placer.grid) +
                      placer.borders.around_grid().vertical();
    return std::max(needed, placer.geometry.min_height.value_or(0));
}

// A table's baseline is its first row's. Where no cell is aligned to the baseline that is the row's
// bottom (CSS 2.1 §17.5.3).
Px row_baseline(const GridPlacer& placer, std::size_t row) {
    const HeightTrack& track = placer.geometry.rows.rows[row];
    return placer.rows.y[row] + (track.baseline > 0 ? track.baseline : track.height);
}

// A table never scrolls: what is not hidden is visible (CSS Tables 3 §3.1).
bool clips_content(const style::BoxStyle& style) {
    return style.overflow_x == style::Overflow::kHidden ||
           style.overflow_x == style::Overflow::kClip;
}

}  // namespace

BoxLayout grid_fragment(const TableGrid& grid, const TableBorders& borders,
                        const GridGeometry& geometry, std::vector<CellLayout>&& cells,
                        LayoutContext& context) {
    const RowPositions rows = row_positions(grid, geometry.rows, borders.around_grid().top);
    GridPlacer placer{grid, borders, geometry, rows, context};
    placer.collapsed_borders = collapsed_border_lines(borders.collapsed, grid_lines(placer));
    BoxLayout result;
    Fragment& fragment = result.fragment;
    fragment = part_fragment(*grid.box, {0, 0, geometry.width, grid_height(placer)});
    fragment.border = grid.collapses_borders ? Edges{} : borders.table;
    fragment.padding = grid.collapses_borders ? borders.table : borders.table_padding;
    fragment.clips = clips_content(grid.box->style->box());
    add_column_backgrounds(placer, fragment);
    for (std::size_t at = 0; at < grid.sections.size(); ++at) {
        fragment.children.push_back(place_section(placer, at, cells));
    }
    fragment.collapsed_borders = std::move(placer.collapsed_borders);
    if (!grid.rows.empty()) {
        result.first_baseline = row_baseline(placer, 0);
        // An inline-block around it goes by its last line (CSS 2.1 §10.8.1), if there is one.
        const std::size_t last = grid.rows.size() - 1;
        if (placer.geometry.rows.rows[last].baseline > 0) {
            result.last_baseline = row_baseline(placer, last);
        }
    }
    return result;
}

}  // namespace ghreveal::layout
