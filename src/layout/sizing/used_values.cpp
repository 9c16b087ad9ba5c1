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

std::optional<Px> stretched_height(const boxes::Box& box, const ContainingBlock& containing_block) {
    const css::SizeValue& height = box.style->box().height;
    if (height.length || height.keyword != css::SizeKeyword::kStretch || !containing_block.height) {
        return std::nullopt;
    }
    const Px around = (used_padding(box, containing_block.width) + used_border(box)).vertical();
    return std::max(
        around, *containing_block.height - used_margins(box, containing_block.width).vertical());
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
