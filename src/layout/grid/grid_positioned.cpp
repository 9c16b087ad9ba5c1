#include "layout/grid/grid_positioned.h"

#include "layout/layout_cache.h"
#include "layout/positioned.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using style::Align;

// From a content box's start edge.
struct Extent {
    Px start = 0;
    Px end = 0;
};

// §9: between the lines, or the padding edges where there is none. `content_size` mirrors tracks
// that run from right to left.
Extent area_extent(const GridAxis& axis, const GridLines& lines, const Extent& padding_box,
                   std::optional<Px> mirrored_in) {
    const auto extent_of = [&](int track) {
        const GridTrack& t = axis.tracks[static_cast<std::size_t>(track)];
        const Px start = mirrored_in ? *mirrored_in - t.position - t.base_size : t.position;
        return Extent{start, start + t.base_size};
    };
    const auto is_collapsed = [&axis](int track) {
        return axis.tracks[static_cast<std::size_t>(track)].is_collapsed;
    };
    const int count = static_cast<int>(axis.tracks.size());
    Extent area = padding_box;
    if (lines.start && count > 0) {
        area.start =
            *lines.start < count ? extent_of(*lines.start).start : extent_of(count - 1).end;
    }
    if (lines.end && count > 0) {
        int end = *lines.end;
        // The gaps around a collapsed track collapse too (§7.2.3.2).
        while (end > 1 && is_collapsed(end - 1)) {
            --end;
        }
        area.end = end > 0 ? extent_of(end - 1).end : extent_of(0).start;
    }
    area.end = std::max(area.start, area.end);
    return area;
}

Align used_alignment(Align own, Align of_container) {
    return own == Align::kAuto ? of_container : own;
}

}  // namespace

void add_positioned_child(const LaidOutGrid& grid, const boxes::Box& child, const GridAxes& axes,
                          Fragment& fragment, LayoutContext& context) {
    const GridFrame& frame = grid.frame;
    const Edges around = frame.border + frame.padding;
    const bool is_rtl = grid.box.style->text().direction == style::Direction::kRightToLeft;
    const PositionedLines lines = positioned_lines(grid.box, child, axes.columns, axes.rows);
    const Px width = frame.content_width;
    const Px before = is_rtl ? frame.padding.right : frame.padding.left;
    const Px after = is_rtl ? frame.padding.left : frame.padding.right;
    const Extent columns = area_extent(axes.columns, lines.columns, {-before, width + after},
                                       is_rtl ? std::optional(width) : std::nullopt);
    const Extent rows =
        area_extent(axes.rows, lines.rows,
                    {-frame.padding.top, grid.content_height + frame.padding.bottom}, {});
    const Px left = is_rtl ? width - columns.end : columns.start;
    PositionedArea area;
    area.containing_block = {around.left + left, around.top + rows.start,
                             columns.end - columns.start, rows.end - rows.start};
    area.static_box = {around.left, around.top, width, grid.content_height};
    // `auto` is what the container says for the static position alone (CSS Box Alignment 3 §6.1).
    const style::BoxStyle& own = child.style->box();
    const style::BoxStyle& around_it = grid.box.style->box();
    const bool child_is_rtl = child.style->text().direction == style::Direction::kRightToLeft;
    area.align = in_axis(own.align_self, {false});
    area.justify = in_axis(own.justify_self, {true, is_rtl, child_is_rtl});
    area.static_align = in_axis(used_alignment(own.align_self, around_it.align_items), {false});
    area.static_justify = in_axis(used_alignment(own.justify_self, around_it.justify_items),
                                  {true, is_rtl, child_is_rtl});
    area.is_right_to_left = is_rtl;
    context.cache->positioned_areas.insert_or_assign(&child, area);
    fragment.children.push_back(positioned_fragment(child, {{around.left, around.top}}, context));
}

}  // namespace ghreveal::layout
