#include "layout/flex/flex.h"
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

Px before(Placement place, Px space) {
    switch (place) {
        case Placement::kCenter:
            return space / 2;
        case Placement::kEnd:
            return space;
        case Placement::kStart:
            break;
    }
    return 0;
}

Align own_alignment(const boxes::Box& box, const FlexContainer& container) {
    const Align own = box.style->box().align_self;
    return own == Align::kAuto ? container.box->style->box().align_items : own;
}

}  // namespace

Point static_position(const FlexContainer& container, const boxes::Box& box, const Size& inner,
                      LayoutContext& context) {
    const FlexAxes& axes = container.axes;
    const Placement main =
        placement(container.box->style->box().justify_content, axes.main_is_reversed);
    const Placement cross = placement(own_alignment(box, container), axes.cross_is_reversed);
    const Placement horizontal = axes.is_row ? main : cross;
    const Placement vertical = axes.is_row ? cross : main;
    Size size;
    if (horizontal != Placement::kStart || vertical != Placement::kStart) {
        const Edges margins = used_margins(box, inner.width);
        PendingLayout layout(box);
        layout.lay_out({{inner.width, inner.height}, {}}, context);
        size = layout.measures().size;
        size = {size.width + margins.horizontal(), size.height + margins.vertical()};
    }
    return {container.border.left + container.padding.left +
                before(horizontal, inner.width - size.width),
            container.border.top + container.padding.top +
                before(vertical, inner.height - size.height)};
}

}  // namespace ghreveal::layout
