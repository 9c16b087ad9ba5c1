// Column widths (CSS 2.1 §17.5.2, css-tables-3 "Computing table measures" and "Distribution
// algorithm"), as Chromium reads them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "layout/layout.h"
#include "layout/table/table_borders.h"
#include "layout/table/table_grid.h"

namespace ghreveal::layout {

// What a column's cells and elements ask of its width. px, border boxes.
struct ColumnConstraint {
    Px min = 0;
    Px max = 0;
    std::optional<double> percent;      // of the width all columns share
    Px percent_padding_and_border = 0;  // comes on top of the percentage (fixed layout only)
    bool is_constrained = false;        // a width was given: `max` is that width
    bool is_from_column_box = false;
    // No cell is in this column alone and no width is given: it has neither width nor spacing, and
    // cells that span it go by the others (css-tables-3 "Track merging").
    bool is_mergeable = true;

    // With the percentage, if there is one, resolved.
    Px percent_width(Px all_columns) const {
        return std::max(min, percent.value_or(0) * all_columns / 100 + percent_padding_and_border);
    }
};

struct TableColumns {
    std::vector<ColumnConstraint> columns;
    Px spacing = 0;  // between columns
    // Of the grid box's width, what no column gets: its border, padding and border-spacing.
    Px undistributable = 0;
    bool has_fixed_layout = false;
};

TableColumns table_columns(const TableGrid&, const TableBorders&, LayoutContext&);

// Whether columns' percentages make the grid as wide as their widest content asks for. In browsers
// they do not where the table stands in a cell, a flex container or a grid that is being measured.
enum class ColumnPercentages : std::uint8_t { kCount, kIgnored };

// Of the grid box's border box.
IntrinsicSizes grid_intrinsic_sizes(const TableColumns&, ColumnPercentages);

// The columns' widths for a grid box of this border-box width, which is at least its min-content
// width.
std::vector<Px> column_widths(const TableColumns&, Px grid_width);

// Whether columns of given width may grow past it when there are no others to take the rest.
enum class GivenWidths : std::uint8_t { kMayGrow, kKeep };

// Shares `target` out to columns by automatic layout: first their minimum, then percentages, then
// given widths, then their maximum, then more. [table_column_distribution.cpp]
std::vector<Px> distribute_automatic(std::span<const ColumnConstraint>, Px target, GivenWidths);
std::vector<Px> distribute_fixed(std::span<const ColumnConstraint>, Px target);

}  // namespace ghreveal::layout
