#include "layout/table/table_cells.h"

#include <algorithm>

#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using style::VerticalAlign;

bool aligns_to_baseline(const boxes::Box& cell) {
    switch (cell.style->box().vertical_align) {
        case VerticalAlign::kTop:
        case VerticalAlign::kMiddle:
        case VerticalAlign::kBottom:
            return false;
        // CSS 2.1 §17.5.3: sub, super, text-top, text-bottom and lengths count as baseline.
        default:
            return true;
    }
}

std::optional<Px> given_height(const boxes::Box& cell, const Edges& border, Px grid_width) {
    const style::BoxStyle& style = cell.style->box();
    const Px around = used_padding(cell, grid_width).vertical() + border.vertical();
    return definite_border_box_size(style.height, style.box_sizing, {std::nullopt, around});
}

// CSS 2.1 §17.5.3: without a line, the lower edge of the content stands in. A cell without any
// content takes no part, as in browsers.
std::optional<Px> cell_baseline(const BoxMeasures& cell, Px padding_and_border_below) {
    if (cell.first_baseline || cell.is_empty) {
        return cell.first_baseline;
    }
    return cell.size.height - padding_and_border_below;
}

// The drawn lines of collapsed borders belong to the table: to the cell they are only room.
void turn_border_into_padding(Fragment& cell) {
    cell.padding = cell.padding + cell.border;
    cell.border = {};
}

// How far the content moves down in a cell taller than it.
Px alignment_offset(const boxes::Box& cell, const CellSpace& space, const CellLayout& layout,
                    Px content_height) {
    if (aligns_to_baseline(cell)) {
        return layout.aligned_baseline ? space.row_baseline - *layout.aligned_baseline : 0;
    }
    const Px room = std::max(0.0, space.height - content_height);
    switch (cell.style->box().vertical_align) {
        case VerticalAlign::kMiddle:
            return room / 2;
        case VerticalAlign::kBottom:
            return room;
        default:
            return 0;
    }
}

}  // namespace

std::vector<CellLayout> lay_out_cells(const TableGrid& grid, const TableBorders& borders,
                                      const ColumnPositions& columns, Px grid_content_width,
                                      LayoutContext& context) {
    std::vector<CellLayout> cells;
    cells.reserve(grid.cells.size());
    for (std::size_t at = 0; at < grid.cells.size(); ++at) {
        const GridCell& cell = grid.cells[at];
        const Edges& border = borders.cells[at];
        CellLayout layout{PendingLayout(*cell.box), 0, std::nullopt};
        layout.pending.lay_out(
            {{grid_content_width, std::nullopt}, {columns.cell_width(cell), std::nullopt, border}},
            context);
        const BoxMeasures& measures = layout.pending.measures();
        layout.min_height = std::max(
            measures.size.height, given_height(*cell.box, border, grid_content_width).value_or(0));
        if (aligns_to_baseline(*cell.box)) {
            const Px padding = used_padding(*cell.box, grid_content_width).bottom;
            layout.aligned_baseline = cell_baseline(measures, padding + border.bottom);
        }
        cells.push_back(std::move(layout));
    }
    return cells;
}

Fragment finish_cell(const GridCell& cell, const Edges& border, const CellSpace& space,
                     CellLayout&& layout, LayoutContext& context) {
    Px content_height = layout.pending.measures().size.height;
    if (space.is_definite && has_percentage_height(*cell.box)) {
        const Px width = layout.pending.measures().size.width;
        layout.pending.lay_out({{width, std::nullopt}, {width, space.height, border}}, context);
        content_height = layout.pending.measures().content_bottom;
    }
    Fragment fragment = layout.pending.finish(context).fragment;
    const Px offset = alignment_offset(*cell.box, space, layout, content_height);
    for (Fragment& child : fragment.children) {
        move_to(child, {child.border_box.x, child.border_box.y + offset});
    }
    fragment.kind = FragmentKind::kTableCell;
    fragment.border_box.height = space.height;
    if (cell.box->style->text().border_collapse == style::BorderCollapse::kCollapse) {
        turn_border_into_padding(fragment);
    }
    return fragment;
}

}  // namespace ghreveal::layout
