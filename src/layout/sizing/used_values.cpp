// Used margins, padding and borders (CSS 2.1 §8).

#include <algorithm>

#include "layout/layout.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

Px used_margin(const css::SizeValue& value, Px containing_width) {
    return value.length ? truncated_to_unit(value.length->resolve(containing_width)) : 0;
}

Px used_padding_side(const css::LengthPercentage& value, Px containing_width) {
    return truncated_to_unit(std::max(0.0, value.resolve(containing_width)));
}

}  // namespace

Edges used_margins(const boxes::Box& box, Px containing_width) {
    const auto& margin = box.style->box().margin;
    return {used_margin(margin.top, containing_width), used_margin(margin.right, containing_width),
            used_margin(margin.bottom, containing_width),
            used_margin(margin.left, containing_width)};
}

Edges used_padding(const boxes::Box& box, Px containing_width) {
    const auto& padding = box.style->box().padding;
    return {used_padding_side(padding.top, containing_width),
            used_padding_side(padding.right, containing_width),
            used_padding_side(padding.bottom, containing_width),
            used_padding_side(padding.left, containing_width)};
}

Edges used_border(const boxes::Box& box) {
    return box.style->box().border_width;
}

namespace {

bool stretches(const css::SizeValue& size) {
    return !size.length && size.keyword == css::SizeKeyword::kStretch;
}

std::optional<Px> filled_height(const boxes::Box& box, const ContainingBlock& containing_block) {
    if (!containing_block.height) {
        return std::nullopt;
    }
    Edges margins = used_margins(box, containing_block.width);
    if (!box.is_out_of_flow()) {
        margins.top = containing_block.joins_top_margins ? 0 : margins.top;
        margins.bottom = containing_block.joins_bottom_margins ? 0 : margins.bottom;
    }
    const Px around = (used_padding(box, containing_block.width) + used_border(box)).vertical();
    return std::max(around, *containing_block.height - margins.vertical());
}

}  // namespace

std::optional<Px> stretched_height(const boxes::Box& box, const ContainingBlock& containing_block) {
    return stretches(box.style->box().height) ? filled_height(box, containing_block) : std::nullopt;
}

SizeBounds used_height_bounds(const boxes::Box& box, const ContainingBlock& containing_block,
                              Px padding_and_border) {
    const style::BoxStyle& style = box.style->box();
    SizeBounds bounds = height_bounds(style, {containing_block.height, padding_and_border});
    if (!containing_block.height) {
        // Of a least height, percentages of what is not known are 0 (CSS 2.1 §10.7).
        bounds.min =
            definite_border_box_size(style.min_height, style.box_sizing, {0.0, padding_and_border})
                .value_or(bounds.min);
    }
    if (stretches(style.min_height)) {
        bounds.min = filled_height(box, containing_block).value_or(bounds.min);
    }
    if (stretches(style.max_height)) {
        bounds.max = filled_height(box, containing_block);
    }
    return bounds;
}

void move_to(Fragment& fragment, Point origin) {
    const Point by{origin.x - fragment.border_box.x, origin.y - fragment.border_box.y};
    fragment.border_box = fragment.border_box.translated(by);
    fragment.image_rect = fragment.image_rect.translated(by);
    for (Fragment::CollapsedBorder& border : fragment.collapsed_borders) {
        border.from = {border.from.x + by.x, border.from.y + by.y};
        border.to = {border.to.x + by.x, border.to.y + by.y};
    }
}

}  // namespace ghreveal::layout
