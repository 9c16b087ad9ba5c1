#include "layout/block/margin_collapsing.h"

#include <algorithm>

#include "boxes/anonymous_boxes.h"
#include "layout/block/fieldset.h"
#include "layout/block/multicol.h"
#include "layout/layout_cache.h"
#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;

bool is_in_flow(const Box& box) {
    return !box.is_out_of_flow() && !box.is_outside_marker();
}

bool has_block_children(const Box& box) {
    const auto found = std::find_if(box.children.begin(), box.children.end(), is_in_flow);
    return found != box.children.end() && !found->is_inline_level();
}

bool has_outside_marker(const Box& box) {
    return std::any_of(box.children.begin(), box.children.end(),
                       [](const Box& child) { return child.is_outside_marker(); });
}

// A minimum and a height that leave the box's content without extent.
bool may_have_no_height(const style::BoxStyle& style, const ContainingBlock& containing_block) {
    const auto extent = [&](const css::SizeValue& size, std::optional<Px> percentage) {
        return definite_border_box_size(size, style.box_sizing, {percentage, 0}).value_or(0);
    };
    // Of a minimum, percentages of what is not known are 0 (CSS 2.1 §10.7).
    return !style.aspect_ratio &&
           extent(style.min_height, containing_block.height.value_or(0)) == 0 &&
           extent(style.height, containing_block.height) == 0;
}

bool has_vertical_edges(const Box& box, Px containing_width) {
    return used_border(box).vertical() != 0 || used_padding(box, containing_width).vertical() != 0;
}

// For percentages inside the box; keywords count as `auto`.
ContainingBlock content_box_of(const Box& box, const ContainingBlock& containing_block) {
    const style::BoxStyle& style = box.style->box();
    const Px containing_width = containing_block.width;
    const Edges around = used_padding(box, containing_width) + used_border(box);
    const SizeBasis basis{containing_width, around.horizontal()};
    const Px fill = containing_width - used_margins(box, containing_width).horizontal();
    const Px width = definite_border_box_size(style.width, style.box_sizing, basis).value_or(fill);
    ContainingBlock content_box;
    content_box.width =
        std::max(0.0, width_bounds(style, basis).clamp(width) - around.horizontal());
    const SizeBasis height_basis{containing_block.height, around.vertical()};
    if (const auto height =
            definite_border_box_size(style.height, style.box_sizing, height_basis)) {
        content_box.height =
            std::max(0.0, height_bounds(style, height_basis).clamp(*height) - around.vertical());
    }
    return content_box;
}

// Tells of each child whether it may have clearance, as far as can be told before floats have their
// places: a float comes before it.
class ClearanceCheck {
public:
    bool may_have_clearance(const Box& child) {
        after_float_ = after_float_ || child.is_floating();
        return after_float_ && child.style->box().clear != style::Clear::kNone;
    }

private:
    bool after_float_ = false;
};

TopMargins found_top_margins(const Box&, const ContainingBlock&, const MarginEnds* ends,
                             LayoutContext&);

bool is_end(const Box& child, const MarginEnds& ends) {
    return &child == ends.cleared || ends.moved.contains(child);
}

// Adds the margins of the children that adjoin the box's top to `margins`. Gives whether the
// content has extent: a line, or a child that does not collapse through. An empty list item has the
// line of its marker.
bool add_margins_of_children(const Box& box, const ContainingBlock& content_box,
                             const MarginEnds* ends, CollapsingMargin& margins,
                             LayoutContext& context) {
    bool has_child = false;
    ClearanceCheck clearance;
    for (const Box& child : box.children) {
        const bool has_clearance = clearance.may_have_clearance(child);
        if (!is_in_flow(child)) {
            continue;
        }
        if (child.is_inline_level()) {
            return makes_lines(box) || has_outside_marker(box);
        }
        if (has_clearance || (ends != nullptr && is_end(child, *ends))) {
            return true;
        }
        const TopMargins of_child = ends != nullptr
                                        ? found_top_margins(child, content_box, ends, context)
                                        : top_margins(child, content_box, context);
        margins.add(of_child.adjoining);
        if (!of_child.collapse_through) {
            return true;
        }
        margins.add(used_margins(child, content_box.width).bottom);
        has_child = true;
    }
    return !has_child && has_outside_marker(box);
}

TopMargins found_top_margins(const Box& box, const ContainingBlock& containing_block,
                             const MarginEnds* ends, LayoutContext& context) {
    ++context.work;
    const Px containing_width = containing_block.width;
    TopMargins margins;
    margins.adjoining.add(used_margins(box, containing_width).top);
    if (!top_adjoins_children(box, containing_width) ||
        trims_margins(box, style::kTrimBlockStart)) {
        return margins;
    }
    const bool has_extent = add_margins_of_children(box, content_box_of(box, containing_block),
                                                    ends, margins.adjoining, context);
    margins.collapse_through = !has_extent && !has_vertical_edges(box, containing_width) &&
                               may_have_no_height(box.style->box(), containing_block);
    return margins;
}

}  // namespace

bool is_independent(const Box& box) {
    if (box.kind != BoxKind::kBlock) {
        return true;
    }
    const style::BoxStyle& style = box.style->box();
    return box.is_out_of_flow() || is_multicol(style) || style.contains_layout ||
           style.container_type != style::ContainerType::kNormal ||
           style.align_content != style::Align::kNormal || style.contains_paint ||
           scrolls(style.overflow_x) || scrolls(style.overflow_y) ||
           style.display == style::Display::kFlowRoot ||
           style.display == style::Display::kInlineBlock ||
           style.display == style::Display::kTableCaption || is_fieldset(box);
}

bool makes_lines(const Box& container) {
    return std::any_of(container.children.begin(), container.children.end(), [](const Box& child) {
        return child.is_inline_level() && !boxes::is_collapsible_space(child);
    });
}

bool trims_margins(const Box& box, style::MarginTrim edge) {
    return (box.style->box().margin_trim & edge) != 0;
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

TopMargins top_margins(const Box& box, const ContainingBlock& containing_block,
                       LayoutContext& context) {
    if (!has_block_children(box)) {
        return found_top_margins(box, containing_block, nullptr, context);
    }
    LayoutCache& cache = *context.cache;
    const auto found = cache.top_margins.find(&box);
    if (found != cache.top_margins.end() && found->second.containing_block == containing_block) {
        return found->second.margins;
    }
    const TopMargins margins = found_top_margins(box, containing_block, nullptr, context);
    cache.top_margins.insert_or_assign(&box, KeptTopMargins{containing_block, margins});
    return margins;
}

TopMargins top_margins_above(const MarginEnds& ends, const Box& box,
                             const ContainingBlock& containing_block, LayoutContext& context) {
    return found_top_margins(box, containing_block, &ends, context);
}

}  // namespace ghreveal::layout
