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

// What reveal.js called a section's absolute height before 3.4, in whole px: with absolutely
// positioned children how far down any child reaches, else the section's own.
Px absolute_height(const Fragment& section, const style::SlideStyles& styles) {
    Px lowest = 0;
    bool has_absolute = false;
    for (const Fragment& child : section.children) {
        const bool is_absolute =
            !child.source.is_anonymous &&
            styles.of(child.source).box().position == style::Position::kAbsolute;
        has_absolute = has_absolute || is_absolute;
        lowest = std::max(lowest, child.border_box.bottom());
    }
    return std::round(has_absolute ? lowest : section.border_box.height);
}

Px section_top(const SlideArea& area, const Fragment& section, const style::SlideStyles& styles) {
    constexpr Px kPaddingLeftOut = 20;
    switch (area.centring) {
        case Centring::kNone:
            return 0;
        case Centring::kScrollHeight:
            // scrollHeight is in whole px.
            return std::max((area.size.height - std::round(scroll_height(section, styles))) / 2,
                            0.0);
        case Centring::kOffsetHeight:
            break;
    }
    return std::max((area.size.height - absolute_height(section, styles)) / 2 - kPaddingLeftOut,
                    0.0);
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
        move_to(section, {0, section_top(area, measured, styles)});
        place_positioned(section, styles, fixed_area, context);
    } else {
        move_to(section, {0, section_top(area, section, styles)});
    }
    context.cache = nullptr;
    context.styles = nullptr;
    make_absolute(section);
    return section;
}

}  // namespace ghreveal::layout
