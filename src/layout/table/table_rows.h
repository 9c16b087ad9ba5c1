// Row heights (CSS 2.1 §17.5.3, css-tables-3 "Row layout" and "Distribution of height"), as
// Chromium reads them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/sizing/pending_layout.h"
#include "layout/table/table_borders.h"
#include "layout/table/table_grid.h"

namespace ghreveal::layout {

// A cell laid out in its columns' width, as tall as its content.
struct CellLayout {
    PendingLayout pending;
    Px min_height = 0;  // of the border box: content, or the given height when that is more
    // From the border box's top, for cells that align to their row's baseline and have lines.
    std::optional<Px> aligned_baseline;
};

// A row, or a whole section where height is shared out to sections.
struct HeightTrack {
    Px height = 0;
    std::optional<double> percent;
    bool is_constrained = false;       // a height was given
    bool begins_row_spanning = false;  // a cell that reaches into further rows begins here
    bool is_collapsed = false;
    Px baseline = 0;  // from the row's top: the deepest of the baseline-aligned cells
};

struct RowHeights {
    std::vector<HeightTrack> rows;
    Px spacing = 0;
};

// The least heights: what the cells of each row need, row-spanning ones included.
RowHeights minimum_row_heights(const TableGrid&, const std::vector<CellLayout>&);

// What a section's rows and the spacing between them take.
Px section_height(const RowHeights&, const GridSection&);
// What all sections and the spacing around and between them take.
Px sections_height(const RowHeights&, const TableGrid&);

// Lets rows grow until the sections take `height`. Nothing shrinks.
void grow_rows_to_table_height(RowHeights&, const TableGrid&, Px height);

// Lets `tracks` grow until they and the spacing between them take `height`. With
// `percentage_basis`, percentages are met first. [table_height_distribution.cpp]
enum class GrowthFor : std::uint8_t { kTable, kSpanningCell };
struct Growth {
    GrowthFor reason = GrowthFor::kTable;
    Px height = 0;
    Px spacing = 0;
    std::optional<Px> percentage_basis;
};
void grow_tracks(std::span<HeightTrack>, const Growth&);

}  // namespace ghreveal::layout
