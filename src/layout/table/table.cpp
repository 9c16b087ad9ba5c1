// The table wrapper box and the table grid box in it (CSS 2.1 §17.4).

#include <algorithm>

#include "layout/layout_cache.h"
#include "layout/positioned.h"
#include "layout/sizing/box_sizing.h"
#include "layout/table/table_cells.h"
#include "layout/table/table_columns.h"
#include "layout/table/table_fragments.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;

struct WrapperParts {
    const Box* grid = nullptr;
    std::vector<const Box*> captions_above;
    std::vector<const Box*> captions_below;
};

WrapperParts parts_of(const Box& wrapper) {
    WrapperParts parts;
    for (const Box& child : wrapper.children) {
        if (child.kind == BoxKind::kTableGrid) {
            parts.grid = &child;
        } else if (child.style->text().caption_side == style::CaptionSide::kTop) {
            parts.captions_above.push_back(&child);
        } else {
            parts.captions_below.push_back(&child);
        }
    }
    return parts;
}

// A caption is never narrower than its longest word, and the table never narrower than a caption.
Px captions_min_content(const WrapperParts& parts, LayoutContext& context) {
    Px widest = 0;
    for (const auto* captions : {&parts.captions_above, &parts.captions_below}) {
        for (const Box* caption : *captions) {
            widest = std::max(widest, intrinsic_sizes(*caption, context).min_content +
                                          used_margins(*caption, 0).horizontal());
        }
    }
    return widest;
}

// What decides the width of the grid box, all of border boxes.
struct GridWidthFacts {
    IntrinsicSizes content;  // columns and captions
    SizeBasis basis;
    std::optional<Px> forced;
    Px available = 0;
};

// CSS 2.1 §17.5.2: the given width, else shrink-to-fit; never less than the columns need.
Px used_grid_width(const style::BoxStyle& style, const GridWidthFacts& facts) {
    const SizeBounds bounds = width_bounds(style, facts.basis);
    std::optional<Px> width = facts.forced;
    if (!width) {
        width = definite_border_box_size(style.width, style.box_sizing, facts.basis);
    }
    if (!width) {
        width = std::min(std::max(facts.content.min_content, facts.available),
                         facts.content.max_content);
    }
    return std::max(facts.content.min_content, facts.forced ? *width : bounds.clamp(*width));
}

IntrinsicSizes at_least(IntrinsicSizes sizes, Px min) {
    return {std::max(sizes.min_content, min), std::max(sizes.max_content, min)};
}

ColumnPositions column_positions(const TableColumns& columns, const TableBorders& borders,
                                 Px grid_width) {
    ColumnPositions positions;
    positions.width = column_widths(columns, grid_width);
    Px x = borders.around_grid().left;
    for (std::size_t at = 0; at < columns.columns.size(); ++at) {
        x += columns.columns[at].is_mergeable ? 0 : columns.spacing;
        positions.x.push_back(x);
        x += positions.width[at];
    }
    return positions;
}

// The least border-box height of the grid box: forced, or the style's (CSS 2.1 §17.5.3: a table's
// height is a minimum).
std::optional<Px> given_grid_height(const Box& grid, const TableBorders& borders,
                                    const ContainingBlock& containing_block,
                                    std::optional<Px> forced) {
    const style::BoxStyle& style = grid.style->box();
    const SizeBasis basis{containing_block.height, borders.around_grid().vertical()};
    const Px min = height_bounds(style, basis).min;
    std::optional<Px> height = forced;
    if (!height) {
        height = definite_border_box_size(style.height, style.box_sizing, basis);
    }
    if (!height && min > 0) {
        return min;
    }
    return height ? std::optional<Px>(std::max(*height, min)) : std::nullopt;
}

struct PlacedCaptions {
    std::vector<Fragment> fragments;  // below each other from y = 0, margins between
    Px height = 0;
};

PlacedCaptions lay_out_captions(const std::vector<const Box*>& captions, Px wrapper_width,
                                LayoutContext& context) {
    PlacedCaptions placed;
    for (const Box* caption : captions) {
        const Edges margins = used_margins(*caption, wrapper_width);
        Fragment fragment =
            lay_out_independent(*caption, {wrapper_width, std::nullopt}, {}, context).fragment;
        const Point by = relative_offset(*caption, {wrapper_width, std::nullopt});
        move_to(fragment, {margins.left + by.x, placed.height + margins.top + by.y});
        placed.height += margins.vertical() + fragment.border_box.height;
        placed.fragments.push_back(std::move(fragment));
    }
    return placed;
}

void append_captions(Fragment& wrapper, PlacedCaptions&& captions, Px y) {
    for (Fragment& caption : captions.fragments) {
        move_to(caption, {caption.border_box.x, caption.border_box.y + y});
        wrapper.children.push_back(std::move(caption));
    }
}

// The grid box with its width decided, and not yet its height.
struct MeasuredGrid {
    TableGrid grid;
    TableBorders borders;
    TableColumns columns;
    Px width = 0;
};

MeasuredGrid measure_grid(const Box& box, const ContainingBlock& containing_block,
                          const ForcedSize& forced, Px captions_min, LayoutContext& context) {
    MeasuredGrid measured;
    measured.grid = table_grid(box, context.limits);
    measured.borders = table_borders(measured.grid, containing_block.width);
    measured.columns = table_columns(measured.grid, measured.borders, context);
    GridWidthFacts facts;
    facts.content =
        at_least(grid_intrinsic_sizes(measured.columns, ColumnPercentages::kCount), captions_min);
    facts.basis = {containing_block.width, measured.borders.around_grid().horizontal()};
    facts.forced = forced.width;
    facts.available =
        containing_block.width - used_margins(box, containing_block.width).horizontal();
    measured.width = used_grid_width(box.style->box(), facts);
    return measured;
}

BoxLayout lay_out_grid(const MeasuredGrid& measured, const ContainingBlock& containing_block,
                       std::optional<Px> forced_height, LayoutContext& context) {
    const Edges around = measured.borders.around_grid();
    const ColumnPositions positions =
        column_positions(measured.columns, measured.borders, measured.width);
    std::vector<CellLayout> cells = lay_out_cells(measured.grid, measured.borders, positions,
                                                  measured.width - around.horizontal(), context);
    RowHeights rows = minimum_row_heights(measured.grid, cells);
    const std::optional<Px> given =
        given_grid_height(*measured.grid.box, measured.borders, containing_block, forced_height);
    if (given) {
        grow_rows_to_table_height(rows, measured.grid, *given - around.vertical());
    }
    const GridGeometry geometry{positions, rows, measured.width, given};
    return grid_fragment(measured.grid, measured.borders, geometry, std::move(cells), context);
}

std::optional<Px> lower_by(std::optional<Px> baseline, Px by) {
    return baseline ? std::optional<Px>(*baseline + by) : std::nullopt;
}

}  // namespace

BoxLayout lay_out_table(const Box& wrapper, const ContainingBlock& containing_block,
                        const ForcedSize& forced, LayoutContext& context) {
    const WrapperParts parts = parts_of(wrapper);
    BoxLayout result;
    result.fragment.source = wrapper.source;
    if (parts.grid == nullptr) {
        return result;
    }
    const MeasuredGrid measured = measure_grid(*parts.grid, containing_block, forced,
                                               captions_min_content(parts, context), context);
    PlacedCaptions above = lay_out_captions(parts.captions_above, measured.width, context);
    PlacedCaptions below = lay_out_captions(parts.captions_below, measured.width, context);
    std::optional<Px> grid_height;
    if (forced.height) {
        grid_height = std::max(0.0, *forced.height - above.height - below.height);
    }
    BoxLayout grid = lay_out_grid(measured, containing_block, grid_height, context);
    const Px grid_bottom = above.height + grid.fragment.border_box.height;
    result.fragment.border_box = {0, 0, measured.width, grid_bottom + below.height};
    result.first_baseline = lower_by(grid.first_baseline, above.height);
    result.last_baseline = lower_by(grid.last_baseline, above.height);
    move_to(grid.fragment, {0, above.height});
    append_captions(result.fragment, std::move(above), 0);
    result.fragment.children.push_back(std::move(grid.fragment));
    append_captions(result.fragment, std::move(below), grid_bottom);
    return result;
}

Px table_min_content(const Box& wrapper, LayoutContext& context) {
    const WrapperParts parts = parts_of(wrapper);
    if (parts.grid == nullptr) {
        return 0;
    }
    const TableGrid grid = table_grid(*parts.grid, context.limits);
    const TableColumns columns = table_columns(grid, table_borders(grid, 0), context);
    return std::max(grid_intrinsic_sizes(columns, ColumnPercentages::kIgnored).min_content,
                    captions_min_content(parts, context));
}

IntrinsicSizes table_intrinsic_sizes(const Box& wrapper, LayoutContext& context) {
    const WrapperParts parts = parts_of(wrapper);
    if (parts.grid == nullptr) {
        return {};
    }
    const TableGrid grid = table_grid(*parts.grid, context.limits);
    const TableBorders borders = table_borders(grid, 0);
    const auto percentages = context.cache->ignores_column_percentages ? ColumnPercentages::kIgnored
                                                                       : ColumnPercentages::kCount;
    IntrinsicSizes sizes =
        at_least(grid_intrinsic_sizes(table_columns(grid, borders, context), percentages),
                 captions_min_content(parts, context));
    const style::BoxStyle& style = parts.grid->style->box();
    const SizeBasis basis{std::nullopt, borders.around_grid().horizontal()};
    const SizeBounds bounds = width_bounds(style, basis);
    const Px needed = sizes.min_content;
    if (const auto width = definite_border_box_size(style.width, style.box_sizing, basis)) {
        sizes = {*width, *width};
    }
    return at_least({bounds.clamp(sizes.min_content), bounds.clamp(sizes.max_content)}, needed);
}

}  // namespace ghreveal::layout
