#include "paint/rounded_rect.h"

#include <initializer_list>

#include "style/properties/paint_style.h"

namespace ghreveal::paint {

namespace {

Size resolved(const css::CornerRadius& radius, const Rect& box) {
    const Size size{std::max(0.0, radius.horizontal.resolve(box.width)),
                    std::max(0.0, radius.vertical.resolve(box.height))};
    // §5.1: one radius of zero makes the corner square.
    return size.width == 0 || size.height == 0 ? Size{} : size;
}

Size scaled(Size size, double factor) {
    return {size.width * factor, size.height * factor};
}

Size shrunk(Size radius, Px horizontal, Px vertical) {
    const Size size{std::max(0.0, radius.width - horizontal),
                    std::max(0.0, radius.height - vertical)};
    return size.width == 0 || size.height == 0 ? Size{} : size;
}

// §6.1.1: a sharp corner's shadow stays sharp, and a small radius grows by less than the spread so
// that the shape changes continuously.
Px spread_radius(Px radius, Px spread) {
    if (radius >= spread || spread <= 0) {
        return std::max(0.0, radius + spread);
    }
    const double ratio = radius / spread;
    return radius + spread * (1 + std::pow(ratio - 1, 3));
}

Size spread_radius(Size radius, Px spread) {
    if (radius == Size{}) {
        return {};
    }
    return {spread_radius(radius.width, spread), spread_radius(radius.height, spread)};
}

}  // namespace

Rect snapped(const Rect& rect) {
    // Chromium lets nothing vanish that is wider than 4/64 px, the units it lays out in.
    constexpr Px kVanishing = 4.0 / 64;
    const auto extent = [](Px begin, Px end) {
        const Px whole = std::round(end) - std::round(begin);
        return whole == 0 && end - begin > kVanishing ? 1 : whole;
    };
    return {std::round(rect.x), std::round(rect.y), extent(rect.x, rect.right()),
            extent(rect.y, rect.bottom())};
}

RoundedRect rounded_border_box(const Rect& border_box, const style::PaintStyle& paint,
                               layout::InlineEdges edges) {
    RoundedRect box{border_box, {}, {}, {}, {}};
    if (edges.left) {
        box.top_left = resolved(paint.radius_top_left, border_box);
        box.bottom_left = resolved(paint.radius_bottom_left, border_box);
    }
    if (edges.right) {
        box.top_right = resolved(paint.radius_top_right, border_box);
        box.bottom_right = resolved(paint.radius_bottom_right, border_box);
    }
    if (box.is_rectangle()) {
        return box;
    }
    double factor = 1;
    const auto fit = [&factor](Px side, Px radii) {
        if (radii > side) {
            factor = std::min(factor, side / radii);
        }
    };
    fit(border_box.width, box.top_left.width + box.top_right.width);
    fit(border_box.width, box.bottom_left.width + box.bottom_right.width);
    fit(border_box.height, box.top_left.height + box.bottom_left.height);
    fit(border_box.height, box.top_right.height + box.bottom_right.height);
    for (Size* radius : {&box.top_left, &box.top_right, &box.bottom_right, &box.bottom_left}) {
        *radius = scaled(*radius, factor);
    }
    return box;
}

RoundedRect inset(const RoundedRect& box, const Edges& by) {
    return {box.rect.inset(by), shrunk(box.top_left, by.left, by.top),
            shrunk(box.top_right, by.right, by.top), shrunk(box.bottom_right, by.right, by.bottom),
            shrunk(box.bottom_left, by.left, by.bottom)};
}

RoundedRect spread_by(const RoundedRect& box, Px spread) {
    const Rect rect = spread >= 0 ? box.rect.outset({spread, spread, spread, spread})
                                  : box.rect.inset({-spread, -spread, -spread, -spread});
    return {rect, spread_radius(box.top_left, spread), spread_radius(box.top_right, spread),
            spread_radius(box.bottom_right, spread), spread_radius(box.bottom_left, spread)};
}

RoundedRect translated(const RoundedRect& box, Point by) {
    RoundedRect moved = box;
    moved.rect = box.rect.translated(by);
    return moved;
}

bool contains(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

bool intersects(const Rect& a, const Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Rect intersection(const Rect& a, const Rect& b) {
    const Px left = std::max(a.x, b.x);
    const Px top = std::max(a.y, b.y);
    return {left, top, std::max(0.0, std::min(a.right(), b.right()) - left),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - top)};
}

}  // namespace ghreveal::paint
