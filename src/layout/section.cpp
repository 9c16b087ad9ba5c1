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

// How far down the elements in a section reach, in whole px, and whether one is out of flow.
struct ChildrenExtent {
    Px lowest = 0;
    bool has_absolute = false;
};

// `top`: of `parent`, from the section's. Lines and anonymous boxes are no elements: what is in
// them counts, text does not.
void add_children(const Fragment& parent, Px top, const style::SlideStyles& styles,
                  ChildrenExtent& extent) {
    for (const Fragment& child : parent.children) {
        const Px child_top = top + child.border_box.y;
        if (child.source.is_anonymous || child.kind == FragmentKind::kLine) {
            add_children(child, child_top, styles, extent);
            continue;
        }
        if (child.kind == FragmentKind::kText || child.kind == FragmentKind::kBullet) {
            continue;
        }
        const style::Position position = styles.of(child.source).box().position;
        extent.has_absolute = extent.has_absolute || position == style::Position::kAbsolute;
        extent.lowest =
            std::max(extent.lowest, std::round(child_top) + std::round(child.border_box.height));
    }
}

// What reveal.js called a section's absolute height before 3.4, in whole px: with absolutely
// positioned children how far down any child reaches, else the section's own.
Px absolute_height(const Fragment& section, const style::SlideStyles& styles) {
    ChildrenExtent extent;
    add_children(section, 0, styles, extent);
    return extent.has_absolute ? extent.lowest : std::round(section.border_box.height);
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

// Positioned boxes count in a section's height.
Px centred_top(const SlideArea& area, const Fragment& section, const Rect& fixed_area,
               LayoutContext& context) {
    if (!context.cache->has_positioned) {
        return section_top(area, section, *context.styles);
    }
    Fragment measured = section;
    place_positioned(measured, *context.styles, fixed_area, context);
    return section_top(area, measured, *context.styles);
}

// Its place before it is centred. What is around the slides is not positioned: it fills its area.
// So does a section whose author made it relative.
Fragment lay_out_in(const SlideArea& area, const boxes::Box& box, LayoutContext& context) {
    if (box.style->box().position == style::Position::kAbsolute) {
        return lay_out_absolute(box, area.containing_block, {area.static_position}, context);
    }
    ForcedSize forced;
    if (box.style->box().width.is_auto()) {
        forced.width = area.size.width;
    }
    Fragment section =
        lay_out_independent(box, {area.size.width, area.size.height}, forced, context).fragment;
    move_to(section, relative_offset(box, {area.size.width, area.size.height}));
    return section;
}

}  // namespace

Fragment lay_out_section(const boxes::Box& box, const SlideArea& area,
                         const style::SlideStyles& styles, LayoutContext& context) {
    LayoutCache cache;
    cache.area = area.size;
    context.cache = &cache;
    context.styles = &styles;
    Fragment section = lay_out_in(area, box, context);
    // reveal.js gives the slides' area a perspective, by which it holds fixed boxes too (CSS
    // Transforms 2 §7.1).
    const Rect fixed_area{0, 0, area.size.width, area.size.height};
    if (area.centring != Centring::kNone && !box.style->box().offset.top.length) {
        const Px margin = used_margins(box, area.containing_block.width).top;
        const Px top = centred_top(area, section, fixed_area, context);
        move_to(section, {section.border_box.x, area.containing_block.y + margin + top});
    }
    if (cache.has_positioned) {
        place_positioned(section, styles, fixed_area, context);
    }
    context.cache = nullptr;
    context.styles = nullptr;
    make_absolute(section);
    return section;
}

}  // namespace ghreveal::layout
