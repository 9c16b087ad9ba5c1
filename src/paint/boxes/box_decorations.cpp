#include "paint/boxes/box_decorations.h"

#include <algorithm>
#include <cmath>

#include "paint/rounded_rect.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

// How far a shadow may reach out of its box on each side, and a px more.
Edges reach_of(const css::Shadow& shadow) {
    const Px around = std::abs(shadow.spread) + 2 * shadow.blur + 1;
    const Px across = around + std::abs(shadow.x);
    const Px down = around + std::abs(shadow.y);
    return {down, across, down, across};
}

// `edges` where a part of an inline box has its edge, or where it lacks it.
Edges where_kept(const layout::InlineEdges& kept, const Edges& edges) {
    return {edges.top, kept.right ? edges.right : 0, edges.bottom, kept.left ? edges.left : 0};
}

Edges where_divided(const layout::InlineEdges& kept, const Edges& edges) {
    return {0, kept.right ? 0 : edges.right, 0, kept.left ? 0 : edges.left};
}

RoundedRect outset(const RoundedRect& box, const Edges& by) {
    RoundedRect larger = box;
    larger.rect = box.rect.outset(by);
    return larger;
}

void paint_outer_shadow(const RoundedRect& border_box, const css::Shadow& shadow,
                        DisplayList& out) {
    const RoundedRect shape =
        translated(spread_by(border_box, shadow.spread), {shadow.x, shadow.y});
    if (!shape.rect.empty()) {
        out.push_back(BoxShadow{shape, shadow.blur, shadow.color, border_box});
    }
}

void paint_outer_shadows(const DecoratedBox& box, const style::PaintStyle& paint,
                         DisplayList& out) {
    for (auto shadow = paint.box_shadow.rbegin(); shadow != paint.box_shadow.rend(); ++shadow) {
        if (shadow->inset || shadow->color.alpha == 0) {
            continue;
        }
        if (box.kept.left && box.kept.right) {
            paint_outer_shadow(box.border_box, *shadow, out);
            continue;
        }
        // As if the box went on where lines divide it, and cut off there (CSS Fragmentation 3
        // §5.4).
        const Edges reach = reach_of(*shadow);
        const Rect shown = box.border_box.rect.outset(where_kept(box.kept, reach));
        out.push_back(PushClip{{shown, {}, {}, {}, {}}});
        paint_outer_shadow(outset(box.border_box, where_divided(box.kept, reach)), *shadow, out);
        out.push_back(Pop{});
    }
}

void paint_inner_shadows(const DecoratedBox& box, const style::PaintStyle& paint,
                         DisplayList& out) {
    const RoundedRect padding_box = box.padding_box();
    for (auto shadow = paint.box_shadow.rbegin(); shadow != paint.box_shadow.rend(); ++shadow) {
        if (shadow->inset && shadow->color.alpha != 0) {
            const RoundedRect undivided =
                outset(padding_box, where_divided(box.kept, reach_of(*shadow)));
            const RoundedRect hole =
                translated(spread_by(undivided, -shadow->spread), {shadow->x, shadow->y});
            out.push_back(InsetShadow{padding_box, hole, shadow->blur, shadow->color});
        }
    }
}

// The border beside the gap on both sides, and that of the other edges below it.
void paint_border_around_gap(const DecoratedBox& box, const style::ComputedStyle& style,
                             DisplayList& out) {
    const Rect& all = box.border_box.rect;
    const Rect& gap = *box.gap;
    const Px left = std::clamp(gap.x, all.x, all.right());
    const Px right = std::clamp(gap.right(), left, all.right());
    const Px below = std::max(all.y + box.border.top, gap.bottom());
    for (const Rect& part : {Rect{all.x, all.y, left - all.x, all.height},
                             Rect{left, below, right - left, all.bottom() - below},
                             Rect{right, all.y, all.right() - right, all.height}}) {
        if (!part.empty()) {
            out.push_back(PushClip{{part, {}, {}, {}, {}}});
            paint_border(box, style.box(), style.paint().border_color, out);
            out.push_back(Pop{});
        }
    }
}

const layout::Fragment* legend_in_frame(const layout::Fragment& fieldset) {
    const dom::Node* node = fieldset.source.node;
    if (node == nullptr || !node->is_element("fieldset") || fieldset.children.empty() ||
        fieldset.kind != layout::FragmentKind::kBlock) {
        return nullptr;
    }
    // Layout puts it before the content.
    const layout::Fragment& first = fieldset.children.front();
    const dom::Node* legend = first.source.node;
    return legend != nullptr && legend->is_element("legend") && legend->parent == node &&
                   !first.is_float && !first.source.is_anonymous
               ? &first
               : nullptr;
}

}  // namespace

void make_room_for_legend(DecoratedBox& box, const layout::Fragment& fieldset,
                          const style::BoxStyle& style) {
    const layout::Fragment* legend = legend_in_frame(fieldset);
    if (legend == nullptr || (style.display != style::Display::kBlock &&
                              style.display != style::Display::kInlineBlock)) {
        return;
    }
    const Rect place = snapped(legend->border_box);
    Rect& drawn = box.border_box.rect;
    const Px above = std::floor(place.y + (place.height - box.border.top) / 2 - drawn.y);
    if (above > 0) {
        drawn.y += above;
        drawn.height = std::max(0.0, drawn.height - above);
    }
    box.gap = place;
}

RoundedRect DecoratedBox::padding_box() const {
    return inset(border_box, border);
}

RoundedRect DecoratedBox::content_box() const {
    return inset(border_box, border + padding);
}

DecoratedBox decorated_box(const layout::Fragment& fragment, const style::PaintStyle& paint) {
    DecoratedBox box{rounded_border_box(snapped(fragment.border_box), paint, fragment.inline_edges),
                     fragment.border, fragment.padding};
    box.kept = fragment.inline_edges;
    return box;
}

void paint_box_decorations(const DecoratedBox& box, const style::ComputedStyle& style,
                           PaintContext& context, DisplayList& out) {
    const style::PaintStyle& paint = style.paint();
    paint_outer_shadows(box, paint, out);
    paint_background(box, paint, context, out);
    paint_inner_shadows(box, paint, out);
    if (paint_border_image(box, paint, context, out)) {
        return;
    }
    if (box.gap) {
        paint_border_around_gap(box, style, out);
    } else {
        paint_border(box, style.box(), paint.border_color, out);
    }
}

}  // namespace ghreveal::paint
