#include "layout/section.h"

#include <algorithm>
#include <cmath>

#include "layout/layout_cache.h"
#include "layout/positioned.h"
#include "layout/sizing/scrollable_overflow.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

void make_absolute(Fragment& fragment) {
    for (Fragment& child : fragment.children) {
        move_to(child, {child.border_box.x + fragment.border_box.x,
                        child.border_box.y + fragment.border_box.y});
        make_absolute(child);
    }
}

// reveal.js centres by the section's scrollHeight, which is in whole px.
Px section_top(const SlideArea& area, Px scroll_height) {
    const Px free = area.size.height - std::round(scroll_height);
    return area.centers ? std::max(free / 2, 0.0) : 0;
}

}  // namespace

Fragment lay_out_section(const boxes::Box& box, const SlideArea& area,
                         const style::SlideStyles& styles, LayoutContext& context) {
    LayoutCache cache;
    context.cache = &cache;
    context.styles = &styles;
    ForcedSize forced;
    if (box.style->box().width.is_auto()) {
        forced.width = area.size.width;
    }
    Fragment section =
        lay_out_independent(box, {area.size.width, area.size.height}, forced, context).fragment;
    // reveal.js gives the slides' area a perspective, by which it holds fixed boxes too (CSS
    // Transforms 2 §7.1).
    const Rect fixed_area{0, 0, area.size.width, area.size.height};
    if (cache.has_positioned) {
        // Positioned boxes count in the section's height, and fixed ones need its place.
        Fragment measured = section;
        place_positioned(measured, styles, fixed_area, context);
        move_to(section, {0, section_top(area, scroll_height(measured, styles))});
        place_positioned(section, styles, fixed_area, context);
    } else {
        move_to(section, {0, section_top(area, scroll_height(section, styles))});
    }
    context.cache = nullptr;
    context.styles = nullptr;
    make_absolute(section);
    return section;
}

}  // namespace ghreveal::layout
