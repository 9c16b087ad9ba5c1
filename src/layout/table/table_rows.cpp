#include "layout/table/table_rows.h"

#include <algorithm>
#include <numeric>

#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

std::optional<double> percentage_of(const css::SizeValue& height) {
    const bool is_percentage = height.length && height.length->has_percentage();
    return is_percentage ? std::optional<double>(height.length->percent) : std::nullopt;
}

void take_in_percentage(HeightTrack& track, const css::SizeValue& height) {
    if (const std::optional<double> percent = percentage_of(height)) {
        track.percent = std::max(track.percent.value_or(0), *percent);
    }
}

// Rows and sections have neither padding nor border: `box-sizing` makes no difference.
std::optional<Px> given_height(const boxes::Box& box) {
    return definite_border_box_size(box.style->box().height, style::BoxSizing::kContentBox, {});
}

HeightTrack row_track(const TableGrid& grid, std::size_t row,
                      const std::vector<CellLayout>& cells) {
    const GridRow& placed = grid.rows[row];
    HeightTrack track;
    Px above_baseline = 0;
    Px below_baseline = 0;
    for (std::size_t at = placed.first_cell; at < placed.first_cell + placed.cell_count; ++at) {
        const CellLayout& cell = cells[at];
        const css::SizeValue& height = grid.cells[at].box->style->box().height;
        if (cell.aligned_baseline) {
            above_baseline = std::max(above_baseline, *cell.aligned_baseline);
        }
        if (grid.cells[at].row_span > 1) {
            track.begins_row_spanning = true;
            continue;
        }
        track.height = std::max(track.height, cell.min_height);
        take_in_percentage(track, height);
        track.is_constrained |= height.length && !height.length->has_percentage();
        if (cell.aligned_baseline) {
            below_baseline = std::max(below_baseline,
                                      cell.pending.measures().size.height - *cell.aligned_baseline);
        }
    }
    track.height = std::max(track.height, above_baseline + below_baseline);
    track.baseline = above_baseline;
    track.is_collapsed = placed.is_collapsed;
    return track;
}

void take_in_row_style(HeightTrack& track, const boxes::Box& row) {
    if (const std::optional<Px> height = given_height(row)) {
        track.height = std::max(track.height, *height);
        track.is_constrained = true;
    }
    take_in_percentage(track, row.style->box().height);
}

// Cells inside others' rows come before those around them (css-tables-3).
std::vector<std::size_t> row_spanning_cells(const TableGrid& grid) {
    std::vector<std::size_t> indices;
    for (std::size_t at = 0; at < grid.cells.size(); ++at) {
        if (grid.cells[at].row_span > 1) {
            indices.push_back(at);
        }
    }
    std::stable_sort(indices.begin(), indices.end(), [&grid](std::size_t a, std::size_t b) {
        return grid.cells[a].row_span < grid.cells[b].row_span;
    });
    return indices;
}

std::span<HeightTrack> rows_of(RowHeights& heights, int first, int count) {
    return std::span(heights.rows)
        .subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
}

// A section's own height makes its rows grow, as a table's does.
void grow_to_section_height(RowHeights& heights, const GridSection& section) {
    if (const std::optional<Px> height = given_height(*section.box)) {
        grow_tracks(rows_of(heights, section.first_row, section.row_count),
                    {GrowthFor::kTable, *height, heights.spacing, *height});
    }
}

HeightTrack section_track(const RowHeights& heights, const GridSection& section) {
    HeightTrack track;
    track.height = section_height(heights, section);
    track.is_constrained = given_height(*section.box).has_value();
    track.percent = percentage_of(section.box->style->box().height);
    return track;
}

// Bodies grow; header and footer only when there is no body.
std::vector<std::size_t> growing_sections(const TableGrid& grid) {
    std::vector<std::size_t> all;
    std::vector<std::size_t> bodies;
    for (std::size_t at = 0; at < grid.sections.size(); ++at) {
        if (grid.sections[at].row_count > 0) {
            all.push_back(at);
            if (grid.sections[at].is_body) {
                bodies.push_back(at);
            }
        }
    }
    return bodies.empty() ? all : bodies;
}

}  // namespace

RowHeights minimum_row_heights(const TableGrid& grid, const std::vector<CellLayout>& cells) {
    RowHeights heights;
    heights.spacing = grid.spacing_y;
    heights.rows.reserve(grid.rows.size());
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        heights.rows.push_back(row_track(grid, row, cells));
        take_in_row_style(heights.rows.back(), *grid.rows[row].box);
    }
    for (const std::size_t at : row_spanning_cells(grid)) {
        const GridCell& cell = grid.cells[at];
        grow_tracks(rows_of(heights, cell.row, cell.row_span),
                    {GrowthFor::kSpanningCell, cells[at].min_height, heights.spacing, {}});
    }
    for (const GridSection& section : grid.sections) {
        grow_to_section_height(heights, section);
    }
    return heights;
}

Px section_height(const RowHeights& heights, const GridSection& section) {
    Px height = 0;
    int shown = 0;
    for (int row = section.first_row; row < section.first_row + section.row_count; ++row) {
        const HeightTrack& track = heights.rows[static_cast<std::size_t>(row)];
        if (!track.is_collapsed) {
            height += track.height;
            ++shown;
        }
    }
    return height + heights.spacing * std::max(0, shown - 1);
}

Px sections_height(const RowHeights& heights, const TableGrid& grid) {
    Px height = heights.spacing;
    for (const GridSection& section : grid.sections) {
        if (section.row_count > 0) {
            height += section_height(heights, section) + heights.spacing;
        }
    }
    return grid.rows.empty() ? 0 : height;
}

void grow_rows_to_table_height(RowHeights& heights, const TableGrid& grid, Px height) {
    const Px excess = height - sections_height(heights, grid);
    const std::vector<std::size_t> growing = growing_sections(grid);
    if (excess <= 0 || growing.empty()) {
        return;
    }
    std::vector<HeightTrack> tracks;
    Px growing_height = excess;
    for (const std::size_t at : growing) {
        tracks.push_back(section_track(heights, grid.sections[at]));
        growing_height += tracks.back().height;
    }
    grow_tracks(tracks, {GrowthFor::kTable, growing_height, 0, height});
    for (std::size_t at = 0; at < growing.size(); ++at) {
        const GridSection& section = grid.sections[growing[at]];
        grow_tracks(rows_of(heights, section.first_row, section.row_count),
                    {GrowthFor::kTable, tracks[at].height, heights.spacing, tracks[at].height});
    }
}

}  // namespace ghreveal::layout
