#include "layout/flex/flex.h"
#include "layout/layout_cache.h"
#include "layout/positioned.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using style::Align;

// Which part of the free space comes before a box that is the only one in its line.
enum class Placement : std::uint8_t { kStart, kCenter, kEnd };

Placement placement(Align align, bool is_reversed) {
    switch (align) {
        case Align::kCenter:
        case Align::kSpaceAround:
        case Align::kSpaceEvenly:
            return Placement::kCenter;
        case Align::kFlexEnd:
            return is_reversed ? Placement::kStart : Placement::kEnd;
        case Align::kEnd:
            return Placement::kEnd;
        case Align::kStart:
            return Placement::kStart;
        default:
            return is_reversed ? Placement::kEnd : Placement::kStart;
    }
}

Align physical(Placement place) {
    switch (place) {
        case Placement::kCenter:
            return Align::kCenter;
        case Placement::kEnd:
            return Align::kEnd;
        case Placement::kStart:
            break;
    }
    return Align::kStart;
}

Align own_alignment(const boxes::Box& box, const FlexContainer& container) {
    const Align own = box.style->box().align_self;
    return own == Align::kAuto ? container.box->style->box().align_items : own;
}

}  // namespace

void add_positioned_child(const FlexContainer& container, const boxes::Box& child,
                          const Size& inner, Fragment& fragment, LayoutContext& context) {
    const FlexAxes& axes = container.axes;
    const Placement main =
        placement(container.box->style->box().justify_content, axes.main_is_reversed);
    const Placement cross = placement(own_alignment(child, container), axes.cross_is_reversed);
    const Point content{container.border.left + container.padding.left,
                        container.border.top + container.padding.top};
    PositionedArea area;
    area.static_box = {content.x, content.y, inner.width, inner.height};
    area.static_justify = physical(axes.is_row ? main : cross);
    area.static_align = physical(axes.is_row ? cross : main);
    area.align = child.style->box().align_self;
    area.justify = child.style->box().justify_self;
    context.cache->positioned_areas.insert_or_assign(&child, area);
    fragment.children.push_back(positioned_fragment(child, {content}, context));
}

}  // namespace ghreveal::layout
