#include "layout/margin_collapsing.h"

#include <algorithm>

#include "boxes/anonymous_boxes.h"
#include "layout/box_sizing.h"
#include "layout/layout.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;

bool is_in_flow(const Box& box) {
    return !box.is_out_of_flow() && !box.is_outside_marker();
}

bool has_outside_marker(const Box& box) {
    return std::any_of(box.children.begin(), box.children.end(),
                       [](const Box& child) { return child.is_outside_marker(); });
}

bool is_zero(const css::SizeValue& size) {
    return size.length && size.length->px == 0 && !size.length->has_percentage();
}

// A minimum or a height that leaves the box without extent.
bool may_have_no_height(const style::BoxStyle& style) {
    const bool no_minimum = !style.min_height.length || is_zero(style.min_height) ||
                            style.min_height.length->has_percentage();
    const bool no_height =
        !style.height.length || is_zero(style.height) || style.height.length->has_percentage();
    return no_minimum && no_height;
}

bool has_vertical_edges(const Box& box, Px containing_width) {
    return used_border(box).vertical() != 0 || used_padding(box, containing_width).vertical() != 0;
}

// For percentages of margins; keywords count as `auto`.
Px content_width_of(const Box& box, Px containing_width) {
    const style::BoxStyle& style = box.style->box();
    const Px around = (used_padding(box, containing_width) + used_border(box)).horizontal();
    const SizeBasis basis{containing_width, around};
    const Px fill = containing_width - used_margins(box, containing_width).horizontal();
    const Px width = definite_border_box_size(style.width, style.box_sizing, basis).value_or(fill);
    return std::max(0.0, width_bounds(style, basis).clamp(width) - around);
}

// All children in flow collapse through, and there are no lines. An empty list item has the line
// of its marker.
bool has_no_extent_inside(const Box& box, Px containing_width) {
    bool has_child = false;
    for (const Box& child : box.children) {
        if (!is_in_flow(child)) {
            continue;
        }
        if (child.is_inline_level()) {
            return !makes_lines(box) && !has_outside_marker(box);
        }
        CollapsingMargin ignored;
        if (!add_top_margins(child, containing_width, ignored)) {
            return false;
        }
        has_child = true;
    }
    return has_child || !has_outside_marker(box);
}

}  // namespace

bool is_independent(const Box& box) {
    if (box.kind != BoxKind::kBlock) {
        return true;
    }
    const style::BoxStyle& style = box.style->box();
    return box.is_out_of_flow() || style.overflow_x != style::Overflow::kVisible ||
           style.overflow_y != style::Overflow::kVisible ||
           style.display == style::Display::kFlowRoot ||
           style.display == style::Display::kInlineBlock ||
           style.display == style::Display::kTableCaption;
}

bool makes_lines(const Box& container) {
    return std::any_of(container.children.begin(), container.children.end(), [](const Box& child) {
        return child.is_inline_level() && !boxes::is_collapsible_space(child);
    });
}

bool top_adjoins_children(const Box& box, Px containing_width) {
    return !is_independent(box) && used_border(box).top == 0 &&
           used_padding(box, containing_width).top == 0;
}

bool bottom_adjoins_children(const Box& box, Px containing_width) {
    const style::BoxStyle& style = box.style->box();
    return !is_independent(box) && used_border(box).bottom == 0 &&
           used_padding(box, containing_width).bottom == 0 &&
           (!style.height.length || style.height.length->has_percentage());
}

bool add_top_margins(const Box& box, Px containing_width, CollapsingMargin& margins) {
    const Edges own = used_margins(box, containing_width);
    margins.add(own.top);
    if (!top_adjoins_children(box, containing_width)) {
        return false;
    }
    const Px content_width = content_width_of(box, containing_width);
    bool after_float = false;
    for (const Box& child : box.children) {
        after_float = after_float || child.is_floating();
        if (!is_in_flow(child)) {
            continue;
        }
        const bool has_clearance = after_float && child.style->box().clear != style::Clear::kNone;
        if (child.is_inline_level() || has_clearance ||
            !add_top_margins(child, content_width, margins)) {
            break;
        }
    }
    const bool collapses_through = !has_vertical_edges(box, containing_width) &&
                                   may_have_no_height(box.style->box()) &&
                                   has_no_extent_inside(box, containing_width);
    if (collapses_through) {
        margins.add(own.bottom);
    }
    return collapses_through;
}

}  // namespace ghreveal::layout
