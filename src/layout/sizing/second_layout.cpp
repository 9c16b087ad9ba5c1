#include "layout/sizing/second_layout.h"

#include <algorithm>

#include "style/properties/box_style.h"

namespace ghreveal::layout {

bool has_percentage_height(const boxes::Box& box) {
    return std::any_of(box.children.begin(), box.children.end(), [](const boxes::Box& child) {
        const style::BoxStyle& style = child.style->box();
        const auto is_percentage = [](const css::SizeValue& size) {
            return size.length && size.length->has_percentage();
        };
        return is_percentage(style.height) || is_percentage(style.max_height) ||
               is_percentage(style.min_height) ||
               (child.kind == boxes::BoxKind::kInline && has_percentage_height(child));
    });
}

bool depends_on_height(const boxes::Box& box) {
    switch (box.kind) {
        case boxes::BoxKind::kBlock:
            return has_percentage_height(box);
        case boxes::BoxKind::kFlex:
        case boxes::BoxKind::kGrid:
        case boxes::BoxKind::kTableWrapper:
        case boxes::BoxKind::kReplaced:
            return true;
        default:
            return false;
    }
}

Px content_bottom(const Fragment& box) {
    Px bottom = box.border.top + box.padding.top;
    for (const Fragment& child : box.children) {
        bottom = std::max(bottom, child.border_box.bottom());
    }
    return bottom + box.padding.bottom + box.border.bottom;
}

}  // namespace ghreveal::layout
