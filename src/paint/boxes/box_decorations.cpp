#include "paint/boxes/box_decorations.h"

#include "paint/rounded_rect.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

void paint_outer_shadows(const DecoratedBox& box, const style::PaintStyle& paint,
                         DisplayList& out) {
    for (auto shadow = paint.box_shadow.rbegin(); shadow != paint.box_shadow.rend(); ++shadow) {
        if (shadow->inset || shadow->color.alpha == 0) {
            continue;
        }
        const RoundedRect shape =
            translated(spread_by(box.border_box, shadow->spread), {shadow->x, shadow->y});
        if (!shape.rect.empty()) {
            out.push_back(BoxShadow{shape, shadow->blur, shadow->color, box.border_box});
        }
    }
}

void paint_inner_shadows(const DecoratedBox& box, const style::PaintStyle& paint,
                         DisplayList& out) {
    const RoundedRect padding_box = box.padding_box();
    for (auto shadow = paint.box_shadow.rbegin(); shadow != paint.box_shadow.rend(); ++shadow) {
        if (shadow->inset && shadow->color.alpha != 0) {
            const RoundedRect hole =
                translated(spread_by(padding_box, -shadow->spread), {shadow->x, shadow->y});
            out.push_back(InsetShadow{padding_box, hole, shadow->blur, shadow->color});
        }
    }
}

}  // namespace

RoundedRect DecoratedBox::padding_box() const {
    return inset(border_box, border);
}

RoundedRect DecoratedBox::content_box() const {
    return inset(border_box, border + padding);
}

DecoratedBox decorated_box(const layout::Fragment& fragment, const style::PaintStyle& paint) {
    return {rounded_border_box(snapped(fragment.border_box), paint, fragment.inline_edges),
            fragment.border, fragment.padding};
}

void paint_box_decorations(const DecoratedBox& box, const style::ComputedStyle& style,
                           PaintContext& context, DisplayList& out) {
    const style::PaintStyle& paint = style.paint();
    paint_outer_shadows(box, paint, out);
    paint_background(box, paint, context, out);
    paint_inner_shadows(box, paint, out);
    if (!paint_border_image(box, paint, context, out)) {
        paint_border(box, style.box(), paint.border_color, out);
    }
}

}  // namespace ghreveal::paint
