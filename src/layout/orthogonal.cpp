#include "layout/orthogonal.h"

#include <optional>
#include <utility>

#include "boxes/writing_frame.h"
#include "layout/independent.h"
#include "layout/layout_cache.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;
using boxes::is_vertical;
using style::WritingMode;

// From the frame of a box's own lines into the one that it stands in.
struct Turn {
    WritingMode from = WritingMode::kHorizontal;
    WritingMode to = WritingMode::kHorizontal;

    bool swaps_axes() const { return is_vertical(from) != is_vertical(to); }
    Size turned(Size size) const { return swaps_axes() ? Size{size.height, size.width} : size; }
    Edges turned(const Edges& edges) const {
        return boxes::into_frame(boxes::out_of_frame(edges, from), to);
    }
    // In a parent that is this large in the frame it comes from.
    Rect turned(const Rect& rect, Size parent) const {
        // How far it is from each of the parent's edges.
        const Edges gaps = turned(
            Edges{rect.y, parent.width - rect.right(), parent.height - rect.bottom(), rect.x});
        const Size size = turned(rect.size());
        return {gaps.left, gaps.top, size.width, size.height};
    }
    Point turned(Point point, Size parent) const {
        return turned(Rect{point.x, point.y, 0, 0}, parent).origin();
    }
};

void turn_area(PositionedArea& area, Size container, const Turn& turn) {
    if (area.containing_block) {
        area.containing_block = turn.turned(*area.containing_block, container);
    }
    area.static_box = turn.turned(area.static_box, container);
    if (turn.swaps_axes()) {
        std::swap(area.align, area.justify);
        std::swap(area.static_align, area.static_justify);
        area.is_right_to_left =
            turn.from == WritingMode::kVerticalRl || turn.from == WritingMode::kSidewaysRl;
    }
}

ClippedAxis other(ClippedAxis axis) {
    return axis == ClippedAxis::kX   ? ClippedAxis::kY
           : axis == ClippedAxis::kY ? ClippedAxis::kX
                                     : axis;
}

void turn_fragment(Fragment& fragment, Size parent, const Turn& turn, LayoutContext& context) {
    const Size size = fragment.border_box.size();
    fragment.border_box = turn.turned(fragment.border_box, parent);
    fragment.image_rect = turn.turned(fragment.image_rect, parent);
    fragment.border = turn.turned(fragment.border);
    fragment.padding = turn.turned(fragment.padding);
    for (Fragment::CollapsedBorder& border : fragment.collapsed_borders) {
        border.from = turn.turned(border.from, parent);
        border.to = turn.turned(border.to, parent);
    }
    if (turn.swaps_axes()) {
        fragment.clips_one_axis = other(fragment.clips_one_axis);
    }
    if (fragment.positioned_box != nullptr) {
        // CSS Position 3 §4.4: it begins at the static position by the mode of what is around it.
        fragment.ends_at_static_position =
            turn.from == WritingMode::kVerticalRl || turn.from == WritingMode::kSidewaysRl;
        const auto area = context.cache->positioned_areas.find(fragment.positioned_box);
        if (area != context.cache->positioned_areas.end()) {
            turn_area(area->second, parent, turn);
        }
    }
    for (Fragment& child : fragment.children) {
        turn_fragment(child, size, turn, context);
    }
}

Turn turn_of(const Box& box) {
    return {box.children.front().style->text().writing_mode, box.style->text().writing_mode};
}

// What lines of a length that nothing says are measured by (§7.3.1).
Px most_line_length(const ContainingBlock& outside, LayoutContext& context) {
    return outside.height.value_or(context.cache->area.height);
}

ContainingBlock containing_block_inside(const ContainingBlock& outside, const Turn& turn,
                                        LayoutContext& context) {
    if (!turn.swaps_axes()) {
        return outside;
    }
    return {most_line_length(outside, context), outside.width, outside.is_right_to_left};
}

// Part of a length that is not known is `auto`.
bool is_part_of_unknown(const Box& box, const ContainingBlock& outside, const Turn& turn) {
    const css::SizeValue& width = box.style->box().width;
    return turn.swaps_axes() && !outside.height && width.length && width.length->has_percentage();
}

Px width_inside(const Box& box, const ContainingBlock& outside, const Turn& turn,
                LayoutContext& context) {
    const ContainingBlock inside = containing_block_inside(outside, turn, context);
    if (is_part_of_unknown(box, outside, turn)) {
        return shrink_to_fit_width(
            box, {inside.width - used_margins(box, outside.width).horizontal(), outside.width},
            context);
    }
    return used_width(box, inside, context);
}

}  // namespace

BoxLayout lay_out_orthogonal(const Box& box, const ContainingBlock& outside,
                             const ForcedSize& forced, LayoutContext& context) {
    const Box& held = box.children.front();
    const Turn turn = turn_of(box);
    ContainingBlock inside = containing_block_inside(outside, turn, context);
    ForcedSize forced_inside = forced;
    if (turn.swaps_axes()) {
        std::swap(forced_inside.width, forced_inside.height);
    }
    if (held.kind != BoxKind::kTableWrapper) {
        if (!forced_inside.width) {
            forced_inside.width = width_inside(held, outside, turn, context);
        }
        // Percentages of padding are of the containing block's own line length (§7.2).
        inside.width = outside.width;
    }
    BoxLayout layout = lay_out_independent(held, inside, forced_inside, context);
    turn_fragment(layout.fragment, layout.fragment.border_box.size(), turn, context);
    layout.first_baseline.reset();
    layout.last_baseline.reset();
    return layout;
}

IntrinsicSizes orthogonal_intrinsic_sizes(const Box& box, LayoutContext& context) {
    const Box& held = box.children.front();
    if (!turn_of(box).swaps_axes()) {
        return intrinsic_sizes(held, context);
    }
    const Px width =
        lay_out_orthogonal(box, {0, std::nullopt}, {}, context).fragment.border_box.width;
    return {width, width};
}

void put_over_side_last(Fragment& line) {
    for (Fragment& child : line.children) {
        const Px y = line.border_box.height - child.border_box.bottom();
        move_to(child, {child.border_box.x, y});
        if (child.kind == FragmentKind::kInline) {
            put_over_side_last(child);
        }
    }
}

}  // namespace ghreveal::layout
