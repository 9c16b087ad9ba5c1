#include "layout/flex/flex.h"
#include "layout/layout_cache.h"
#include "layout/positioned.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using style::Align;

// Which part of the free space comes before a box that is the only one in its line.
enum class Placement : std::uint8_t { kStart, kCenter, kEnd, kSafeCenter, kSafeEnd };

// One axis, seen from its physical start: the left or the top.
struct PhysicalAxis {
    bool flex_starts_at_end = false;
    bool starts_at_end = false;  // right to left
};

Placement placement(Align align, const PhysicalAxis& axis) {
    switch (align) {
        case Align::kCenter:
        case Align::kSpaceAround:
        case Align::kSpaceEvenly:
            return Placement::kCenter;
        case Align::kSafeCenter:
            return Placement::kSafeCenter;
        case Align::kFlexEnd:
            return axis.flex_starts_at_end ? Placement::kStart : Placement::kEnd;
        case Align::kSafeFlexEnd:
            return axis.flex_starts_at_end ? Placement::kStart : Placement::kSafeEnd;
        case Align::kEnd:
        case Align::kLastBaseline:  // falls back to `end` (CSS Box Alignment 3 §4.2)
            return axis.starts_at_end ? Placement::kStart : Placement::kEnd;
        case Align::kSafeEnd:
            return axis.starts_at_end ? Placement::kStart : Placement::kSafeEnd;
        case Align::kStart:
        case Align::kBaseline:  // falls back to `start` (CSS Box Alignment 3 §4.2)
            return axis.starts_at_end ? Placement::kEnd : Placement::kStart;
        default:
            return axis.flex_starts_at_end ? Placement::kEnd : Placement::kStart;
    }
}

Align physical(Placement place) {
    switch (place) {
        case Placement::kCenter:
            return Align::kCenter;
        case Placement::kEnd:
            return Align::kEnd;
        case Placement::kSafeCenter:
            return Align::kSafeCenter;
        case Placement::kSafeEnd:
            return Align::kSafeEnd;
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
        placement(container.in_main_axis(container.box->style->box().justify_content),
                  {axes.main_is_reversed, axes.is_row && container.is_right_to_left()});
    const Placement cross =
        placement(container.in_cross_axis(own_alignment(child, container), child),
                  {axes.cross_is_reversed, !axes.is_row && container.is_right_to_left()});
    const Point content{container.border.left + container.padding.left,
                        container.border.top + container.padding.top};
    PositionedArea area;
    area.static_box = {content.x, content.y, inner.width, inner.height};
    area.static_justify = physical(axes.is_row ? main : cross);
    area.static_align = physical(axes.is_row ? cross : main);
    area.align = in_axis(child.style->box().align_self, {false});
    area.justify =
        in_axis(child.style->box().justify_self,
                {true, false, child.style->text().direction == style::Direction::kRightToLeft});
    context.cache->positioned_areas.insert_or_assign(&child, area);
    fragment.children.push_back(positioned_fragment(child, {content}, context));
}

}  // namespace ghreveal::layout
