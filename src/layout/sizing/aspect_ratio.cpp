#include "layout/sizing/aspect_ratio.h"

#include <algorithm>

#include "style/computed_style.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

// CSS Sizing 4 §4.2: the ratio holds for the box that `box-sizing` names, and for the content box
// with `auto`.
Px by_ratio(Px known, double ratio, Px known_around, Px wanted_around) {
    return std::max(0.0, known - known_around) * ratio + wanted_around;
}

}  // namespace

Px PreferredRatio::width(Px height) const {
    return is_of_border_box ? std::max(around.horizontal(), height * value)
                            : by_ratio(height, value, around.vertical(), around.horizontal());
}

Px PreferredRatio::height(Px width) const {
    return is_of_border_box ? std::max(around.vertical(), width / value)
                            : by_ratio(width, 1 / value, around.horizontal(), around.vertical());
}

SizeBounds PreferredRatio::widths(const SizeBounds& heights) const {
    return {heights.min > around.vertical() ? width(heights.min) : 0,
            heights.max ? std::optional(width(*heights.max)) : std::nullopt};
}

std::optional<PreferredRatio> preferred_ratio(const boxes::Box& box, const Edges& around) {
    using boxes::BoxKind;
    const style::BoxStyle& style = box.style->box();
    const bool is_replaced = box.kind == BoxKind::kReplaced;
    const bool has_own = is_replaced && box.replaced.ratio > 0;
    if (has_own && (!style.aspect_ratio || style.aspect_ratio_is_auto_first)) {
        return PreferredRatio{box.replaced.ratio, false, around};
    }
    const bool heeds = is_replaced || box.kind == BoxKind::kBlock || box.kind == BoxKind::kFlex ||
                       box.kind == BoxKind::kGrid;
    if (!style.aspect_ratio || !heeds) {
        return std::nullopt;
    }
    const bool of_border_box = style.box_sizing == style::BoxSizing::kBorderBox &&
                               !style.aspect_ratio_is_auto_first && !is_replaced;
    return PreferredRatio{*style.aspect_ratio, of_border_box, around};
}

}  // namespace ghreveal::layout
