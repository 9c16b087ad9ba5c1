#include "layout/sizing/scrollable_overflow.h"

#include <algorithm>

#include "layout/transform.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::layout {

namespace {

bool is_fixed(const Fragment& fragment, const style::SlideStyles& styles) {
    return !fragment.source.is_anonymous && fragment.source.node != nullptr &&
           fragment.kind != FragmentKind::kText && fragment.kind != FragmentKind::kLine &&
           styles.of(fragment.source).box().position == style::Position::kFixed;
}

Px lowest_corner(const Rect& rect, const Transform& map) {
    return std::max({map.apply({rect.x, rect.y}).y, map.apply({rect.right(), rect.y}).y,
                     map.apply({rect.x, rect.bottom()}).y,
                     map.apply({rect.right(), rect.bottom()}).y});
}

// `map`: from the coordinates of the fragment's border box to those of the scrolled box.
Px lowest_edge(const Fragment& fragment, Transform map, const style::SlideStyles& styles) {
    if (is_fixed(fragment, styles)) {
        return 0;
    }
    if (is_transformed(fragment, styles)) {
        map = map * transform_of(fragment, styles.of(fragment.source).paint());
    }
    Px lowest = lowest_corner(fragment.border_box, map);
    if (fragment.clips) {
        return lowest;
    }
    map = map * Transform::translation(fragment.border_box.origin());
    for (const Fragment& child : fragment.children) {
        lowest = std::max(lowest, lowest_edge(child, map, styles));
    }
    return lowest;
}

}  // namespace

Px scroll_height(const Fragment& box, const style::SlideStyles& styles) {
    Px height = box.padding_box().height;
    for (const Fragment& child : box.children) {
        height = std::max(height, lowest_edge(child, {}, styles) - box.border.top);
    }
    return height;
}

void set_clipping(Fragment& box, const style::BoxStyle& style) {
    const bool clips_x = style.overflow_x != style::Overflow::kVisible || style.contains_paint;
    const bool clips_y = style.overflow_y != style::Overflow::kVisible || style.contains_paint;
    box.clips = clips_x || clips_y;
    box.clips_one_axis =
        clips_x != clips_y ? (clips_x ? ClippedAxis::kX : ClippedAxis::kY) : ClippedAxis::kBoth;
}

}  // namespace ghreveal::layout
