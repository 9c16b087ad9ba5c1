#include <algorithm>
#include <cmath>

#include "layout/sizing/intrinsic_sizes.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

using boxes::Box;

namespace {

bool is_content_keyword(const css::SizeValue& size) {
    return !size.length && size.keyword != css::SizeKeyword::kNone &&
           size.keyword != css::SizeKeyword::kAuto;
}

}  // namespace

Px shrink_to_fit_width(const Box& box, const WidthRoom& room, LayoutContext& context) {
    const IntrinsicSizes sizes = intrinsic_sizes_within(box, room.containing_block, context);
    return std::min(std::max(sizes.min_content, room.available), sizes.max_content);
}

Px keyword_width(const Box& box, css::SizeKeyword keyword, const WidthRoom& room,
                 LayoutContext& context) {
    switch (keyword) {
        case css::SizeKeyword::kMinContent:
            return intrinsic_sizes_within(box, room.containing_block, context).min_content;
        case css::SizeKeyword::kMaxContent:
            return intrinsic_sizes_within(box, room.containing_block, context).max_content;
        case css::SizeKeyword::kFitContent:
            return shrink_to_fit_width(box, room, context);
        default:
            return room.available;
    }
}

SizeBounds used_width_bounds(const Box& box, const SizeBasis& basis, Px available,
                             LayoutContext& context) {
    const style::BoxStyle& style = box.style->box();
    SizeBounds bounds = width_bounds(style, basis);
    // There is nothing to stretch to in boundless room.
    const auto decides = [available](const css::SizeValue& size) {
        return is_content_keyword(size) &&
               (size.keyword != css::SizeKeyword::kStretch || std::isfinite(available));
    };
    const WidthRoom room{available, basis.percentage.value_or(0)};
    if (decides(style.min_width)) {
        bounds.min = keyword_width(box, style.min_width.keyword, room, context);
    }
    if (decides(style.max_width)) {
        bounds.max = keyword_width(box, style.max_width.keyword, room, context);
    }
    return bounds;
}

}  // namespace ghreveal::layout
